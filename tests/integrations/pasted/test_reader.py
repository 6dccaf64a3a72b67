"""Lists that people paste."""

import pytest

from halfhour.integrations.contacts_files import read_contacts
from halfhour.integrations.pasted.reader import read_pasted
from halfhour.integrations.refused import Refused


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ann Lee", ("Ann Lee", (), "", "")),
        ("Ann Lee <ann@x.org>", ("Ann Lee", ("ann@x.org",), "", "")),
        ('"Lee, Ann" <ann@x.org>', ("Lee, Ann", ("ann@x.org",), "", "")),
        ("Ann Lee, Analyst, Acme", ("Ann Lee", (), "Analyst", "Acme")),
        ("Ann Lee, Analyst at Acme", ("Ann Lee", (), "Analyst", "Acme")),
        ("Ann Lee - Analyst - Acme, Inc.", ("Ann Lee", (), "Analyst", "Acme, Inc.")),
        ("Ann Lee\tAnalyst\tAcme\tann@x.org", ("Ann Lee", ("ann@x.org",), "Analyst", "Acme")),
        ("1. Ann Lee (ann@x.org)", ("Ann Lee", ("ann@x.org",), "", "")),
        ("• Ann Lee", ("Ann Lee", (), "", "")),
        ("ann@x.org", ("", ("ann@x.org",), "", "")),
    ],
)
def test_one_line(line: str, expected: tuple[str, tuple[str, ...], str, str]) -> None:
    [row] = read_pasted(line).rows
    assert (row.name, row.emails, row.title, row.organisation) == expected


def test_several_on_one_line_as_a_mail_program_writes_them() -> None:
    found = read_pasted(
        "Ann Lee <ann@x.org>, Tom <tom@x.org>; <ida@x.org>\n\nMax Roe, +1 303 555 0100, https://www.linkedin.com/in/max\n"
    )
    assert [(r.line, r.name, r.emails) for r in found.rows] == [
        (1, "Ann Lee", ("ann@x.org",)),
        (1, "Tom", ("tom@x.org",)),
        (1, "", ("ida@x.org",)),
        (3, "Max Roe", ()),
    ]
    assert (found.rows[3].phones, found.rows[3].url) == (
        ("+1 303 555 0100",),
        "https://www.linkedin.com/in/max",
    )


def test_lines_that_are_no_person_say_why() -> None:
    found = read_pasted(
        "Ann Lee\n---\nThis is a whole sentence that somebody wrote about the weather of last week\n"
    )
    assert [r.name for r in found.rows] == ["Ann Lee"]
    assert [p.line for p in found.problems] == [2, 3]


def test_a_file_of_addresses() -> None:
    assert [
        r.name for r in read_contacts("list.txt", b"Ann Lee <ann@x.org>\nTom Ray <tom@x.org>\n").rows
    ] == ["Ann Lee", "Tom Ray"]


@pytest.mark.parametrize("text", ["", " \n\t\n", "x\n" * 5_001], ids=["empty", "blank", "too long"])
def test_refusals(text: str) -> None:
    with pytest.raises(Refused):
        read_pasted(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Lee\nBo Kay\n\nCy van der Dee\n", ["Ann Lee", "Bo Kay", "Cy van der Dee"]),
        ("1. Ann Lee, nurse, Harbor\n2. Bo Kay - baker\n", ["Ann Lee", "Bo Kay"]),
        ("\ufeffÁngel Núñez\r\nØyvind Ås\r\n", ["Ángel Núñez", "Øyvind Ås"]),
        ("山田 太郎\n佐藤 花子\n", ["山田 太郎", "佐藤 花子"]),
    ],
    ids=["names", "with their work", "accents", "Japanese"],
)
def test_a_text_with_a_name_a_line_is_a_list(text: str, names: list[str]) -> None:
    assert [row.name for row in read_contacts("people.txt", text.encode()).rows] == names


@pytest.mark.parametrize(
    "text",
    [
        "Dear all,\nwe meet on Monday at ten in the large room.\nRegards\n",
        "bread\nmilk\neggs\n",
        "Chapter 1\nChapter 2\n",
        "To do: call the school\nTo do: write to Ann\n",
    ],
    ids=["a letter", "a list of things", "headings", "a list of tasks"],
)
def test_a_text_that_is_no_list_of_names_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        read_contacts("notes.txt", text.encode())


def test_the_same_lines_in_a_table_are_asked_about_not_taken() -> None:
    with pytest.raises(Refused):
        read_contacts("names.csv", b"Ann Lee\nBo Kay\n")
