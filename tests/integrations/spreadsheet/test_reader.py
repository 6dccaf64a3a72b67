"""Any table of people: known headings, guessed columns, the seeker's own mapping, workbooks."""

import io
from datetime import datetime

import openpyxl
import pytest

from halfhour.integrations.contacts_files import read_contacts
from halfhour.integrations.refused import Refused


def workbook(*sheets: list[tuple[object, ...]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


ALUMNI = "ID;Full Name;Class Year;Employer;Job Title;Preferred Email;LinkedIn URL;Do Not Contact\n1;Lee, Ann M.;'98;Acme;Analyst;a@x.org;https://linkedin.com/in/ann;Y\n"


def test_an_alumni_list() -> None:
    found = read_contacts("alumni.csv", ALUMNI.encode())
    [row] = found.rows
    assert (row.name, row.grad_year, row.organisation, row.title, row.emails) == (
        "Lee, Ann M.",
        1998,
        "Acme",
        "Analyst",
        ("a@x.org",),
    )
    assert (row.url, row.do_not_contact, row.extra) == ("https://linkedin.com/in/ann", True, (("ID", "1"),))
    assert [(c.heading, c.field, c.sure, c.samples) for c in found.columns][:3] == [
        ("ID", "", False, ("1",)),
        ("Full Name", "name", True, ("Lee, Ann M.",)),
        ("Class Year", "grad_year", True, ("'98",)),
    ]
    assert found.needs_mapping is False


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(delimiter: str) -> None:
    text = (
        delimiter.join(("Name", "E-Mail", "Firma"))
        + "\n"
        + delimiter.join(("Ann Lee", "a@x.org", "Acme"))
        + "\n"
    )
    [row] = read_contacts("x.txt", text.encode()).rows
    assert (row.name, row.emails, row.organisation) == ("Ann Lee", ("a@x.org",), "Acme")


@pytest.mark.parametrize(
    ("heading", "given", "family", "name"),
    [
        ("Name,Vorname", "Y", "X", "Y X"),
        ("Nom,Prénom", "Y", "X", "Y X"),
        ("Nombre,Apellidos", "X", "Y", "X Y"),
        ("Name,Email", "", "", "X"),
    ],
)
def test_name_means_what_its_neighbours_say(heading: str, given: str, family: str, name: str) -> None:
    [row] = read_contacts(
        "x.csv", f"{heading},Firma\nX,{'y@x.org' if 'Email' in heading else 'Y'},Z\n".encode()
    ).rows
    assert (row.given, row.family, row.name) == (given, family, name)


def test_unknown_headings_are_guessed_from_the_cells_and_shown() -> None:
    text = "Wer,Erreichbar,Haus\nAnn Lee,a@x.org,12\nTom Ray,t@x.org,13\n"
    found = read_contacts("x.csv", text.encode())
    assert found.needs_mapping is True
    assert [(c.heading, c.field, c.samples) for c in found.columns] == [
        ("Wer", "name", ("Ann Lee", "Tom Ray")),
        ("Erreichbar", "email", ("a@x.org", "t@x.org")),
        ("Haus", "", ("12", "13")),
    ]


def test_the_seekers_own_mapping_goes_first() -> None:
    text = "Aa,Bb,Cc\nLee,Ann,Acme\n"
    with pytest.raises(Refused, match=r"none of its columns is a name|no column of names"):
        read_contacts("x.csv", text.encode())
    [row] = read_contacts("x.csv", text.encode(), mapping={0: "family", 1: "given", 2: "organisation"}).rows[
        -1:
    ]
    assert (row.given, row.family, row.organisation) == ("Ann", "Lee", "Acme")


def test_a_list_without_headings() -> None:
    found = read_contacts("x.csv", b"Ann Lee,a@x.org,+1 303 555 0100\nTom Ray,t@x.org,+1 303 555 0101\n")
    assert [(r.name, r.emails, r.phones) for r in found.rows] == [
        ("Ann Lee", ("a@x.org",), ("+1 303 555 0100",)),
        ("Tom Ray", ("t@x.org",), ("+1 303 555 0101",)),
    ]
    assert found.needs_mapping is True


def test_lines_above_the_headings_are_passed_over() -> None:
    [row] = read_contacts(
        "x.csv", b"Alumni directory\nas of May, 2024\n\nFirst,Last,E-mail\nAnn,Lee,a@x.org\n"
    ).rows
    assert (row.line, row.given, row.family) == (5, "Ann", "Lee")


def test_a_quotation_mark_that_is_not_closed_swallows_nobody() -> None:
    found = read_contacts("x.csv", b'Name,Email\n"Ann,a@x.org\nTom Ray,t@x.org\nIda Poe,i@x.org\n')
    assert [r.name for r in found.rows] == ["Ann", "Tom Ray", "Ida Poe"]
    assert [(p.line, p.skipped) for p in found.problems] == [(2, False)]


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("'=1+1", "=1+1"),
        ('"=""0123"""', "0123"),
        ("\u202eAnn\u200b Lee\u202c", "Ann Lee"),
        ('"Ann\r\nBcc: v@x.org"', "Ann Bcc: v@x.org"),
    ],
)
def test_cells_as_they_were_meant(cell: str, name: str) -> None:
    [row] = read_contacts("x.csv", f"Name,Email\n{cell},a@x.org\n".encode()).rows
    assert row.name == name


@pytest.mark.parametrize(
    ("cell", "emails"),
    [
        ("o'brien@x.org", ("o'brien@x.org",)),
        ("'ann@x.org'", ("ann@x.org",)),
        ("Ann <ann@x.org>; b@x.org", ("ann@x.org", "b@x.org")),
        ("mailto:ann@x.org", ("ann@x.org",)),
        ("ann@x.org.", ("ann@x.org",)),
        ("ANN@x.org ann@x.org", ("ANN@x.org",)),
        ("n/a", ()),
    ],
)
def test_addresses_in_a_cell(cell: str, emails: tuple[str, ...]) -> None:
    [row] = read_contacts("x.csv", f"Name,Email\nAnn,{cell}\n".encode()).rows
    assert row.emails == emails


def test_what_is_no_address_is_kept_as_a_remark_and_named() -> None:
    found = read_contacts("x.csv", b"Name,Email\nAnn,ann at x.org\n")
    assert (found.rows[0].emails, found.rows[0].extra) == ((), (("e-mail as written", "ann at x.org"),))
    assert [(p.line, p.skipped) for p in found.problems] == [(2, False)]


def test_a_workbook() -> None:
    data = workbook(
        [
            ("Alumni office",),
            (),
            ("BUID", "FullDate", "FirstName", "LastName", "Email"),
            ("B1", datetime(2025, 5, 15), "Ann", "Lee", "a@x.org"),
            (None,) * 5,
            (7.0, None, "Tom", "Ray", None),
        ],
    )
    found = read_contacts("degree.xlsx", data)
    assert [(r.line, r.given, r.family, r.emails, r.grad_year) for r in found.rows] == [
        (4, "Ann", "Lee", ("a@x.org",), 2025),
        (6, "Tom", "Ray", (), None),
    ]
    assert found.rows[1].extra == (("BUID", "7"),)


def test_the_sheet_with_people_is_found() -> None:
    data = workbook([("Item", "Price"), ("Milk", 2)], [("Name", "Email"), ("Ann Lee", "a@x.org")])
    assert [r.name for r in read_contacts("x.xlsx", data).rows] == ["Ann Lee"]


@pytest.mark.parametrize(
    "text",
    [
        "item,price\nmilk,2\nbread,3\n",
        "It was a dark night.\nThe end.\n",
        '{"a": 1}\n',
        "1;2;3\n4;5;6\n",
        "date,amount,balance\n2024-01-01,5,6\n",
    ],
)
def test_what_is_no_list_of_people_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        read_contacts("x.csv", text.encode())
