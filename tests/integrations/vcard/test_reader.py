"""vCards of all versions: what a card says, which cards are broken, and the same answers as an older reader."""

from datetime import date

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from halfhour.integrations.contacts import FileKind
from halfhour.integrations.contacts_files import read_contacts
from halfhour.integrations.refused import Refused
from halfhour.integrations.vcard.cards import read_cards
from halfhour.integrations.vcard.properties import Card


def one(text: str | bytes) -> Card:
    [card] = read_cards(text if isinstance(text, bytes) else text.encode())
    return card


def card(*lines: str, version: str = "3.0", end: str = "\r\n") -> str:
    return end.join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


@pytest.mark.parametrize(
    ("lines", "version", "field", "value"),
    [
        pytest.param(
            ["N:Lee;Ann;May,Rose;Dr.;PhD,MBA"],
            "3.0",
            "n",
            [("Lee", "Ann", ("May", "Rose"), ("Dr.",), ("PhD", "MBA"))],
            id="lists in N",
        ),
        pytest.param(
            ["N:Lee;Ann;May,Rose;;"],
            "2.1",
            "n",
            [("Lee", "Ann", ("May,Rose",), (), ())],
            id="2.1 knows no lists",
        ),
        pytest.param(
            ["N:Lee\\;Wu;Ann;May\\,Rose;;"],
            "3.0",
            "n",
            [("Lee;Wu", "Ann", ("May,Rose",), (), ())],
            id="escaped marks",
        ),
        pytest.param(["FN:Ann", "  Lee"], "3.0", "fn", ["Ann Lee"], id="folded line"),
        pytest.param(["FN:An", "\tn"], "4.0", "fn", ["Ann"], id="folded with a tab"),
        pytest.param(
            ["item1.EMAIL;type=pref:a@x.org", "item1.X-ABLabel:Work"],
            "3.0",
            "emails",
            ["a@x.org"],
            id="group",
        ),
        pytest.param(["email:a@x.org"], "3.0", "emails", ["a@x.org"], id="small letters"),
        pytest.param(
            ['TEL;VALUE=uri;TYPE="voice,home":tel:+1-303;ext=5'],
            "4.0",
            "phones",
            ["+1-303;ext=5"],
            id="tel uri",
        ),
        pytest.param(['TEL;X="a:b;c":123456'], "4.0", "phones", ["123456"], id="colon in a quoted parameter"),
        pytest.param(
            ["ORG:Acme\\, Inc.;Research;"],
            "3.0",
            "org",
            [["Acme, Inc.", "Research"]],
            id="organisation and unit",
        ),
        pytest.param(
            ["NOTE;ENCODING=QUOTED-PRINTABLE:a=3Db=", "c=0D=0Ad"],
            "2.1",
            "notes",
            ("a=bc\nd",),
            id="soft line break",
        ),
        pytest.param(
            ["FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB"],
            "2.1",
            "fn",
            ["Zoë"],
            id="quoted-printable utf-8",
        ),
        pytest.param(
            ["FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Zo=EB"],
            "2.1",
            "fn",
            ["Zoë"],
            id="quoted-printable latin-1",
        ),
        pytest.param(
            ["FN;ENCODING=QUOTED-PRINTABLE:Zo=EB"],
            "2.1",
            "fn",
            ["Zoë"],
            id="quoted-printable, code page not said",
        ),
        pytest.param(["FN;CHARSET=nonsense:Zoë"], "3.0", "fn", ["Zoë"], id="unknown code page"),
        pytest.param(
            ["PHOTO;ENCODING=b;TYPE=JPEG:AAAA", " BBBB", "FN:Ann"], "3.0", "fn", ["Ann"], id="photo"
        ),
        pytest.param(
            ["PHOTO;BASE64:", "AAAA", "BBBB", "", "FN:Ann"], "2.1", "fn", ["Ann"], id="photo not folded"
        ),
        pytest.param(
            ["NOTE:one\\ntwo\\Nthree\\\\four"], "3.0", "notes", ("one\ntwo\nthree\\four",), id="escapes"
        ),
    ],
)
def test_values(lines: list[str], version: str, field: str, value: object) -> None:
    assert getattr(one(card(*lines, version=version)), field) == value


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\r\r\n"], ids=["crlf", "lf", "cr", "crcrlf"])
def test_line_ends(end: str) -> None:
    found = one(card("FN:Ann Lee", "TEL:1234567", end=end))
    assert (found.fn, found.phones) == (["Ann Lee"], ["1234567"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_code_pages(encoding: str) -> None:
    [row] = read_contacts("c.vcf", card("FN:Zoë Müller").encode(encoding)).rows
    assert row.name == "Zoë Müller"


def test_one_card_in_another_code_page_leaves_the_others_alone() -> None:
    data = card("FN:Zoë").encode() + card("FN:Jürgen").encode("cp1252") + card("FN:Åsa").encode()
    assert [c.fn for c in read_cards(data)] == [["Zoë"], ["Jürgen"], ["Åsa"]]


def test_broken_cards_are_named_and_the_good_ones_kept() -> None:
    text = (
        card("FN:Ann Lee")
        + "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Tom\r\nno line at all\r\n"
        + card("NOTE:nobody")
        + card("KIND:group", "FN:Friends")
        + card("FN:Ida")
    )
    found = read_contacts("c.vcf", text.encode())
    assert [r.name for r in found.rows] == ["Ann Lee", "Tom", "Ida"]
    assert [(p.line, p.reason, p.skipped) for p in found.problems] == [
        (8, "card 2: “no line at all” is no line of a card; it was left out", False),
        (5, "card 2: the card has no end (END:VCARD is missing)", False),
        (9, "card 3: neither a name nor an e-mail address nor a telephone number", True),
        (13, "card 4: a group, not a person", True),
    ]


def test_an_agents_card_is_not_another_person() -> None:
    text = "BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Chief\r\nAGENT:\r\nBEGIN:VCARD\r\nVERSION:2.1\r\nFN:Agent\r\nEND:VCARD\r\nTEL:1234567\r\nEND:VCARD\r\n"
    [found] = read_cards(text.encode())
    assert found.fn[0] == "Chief"


def test_a_card_as_a_person() -> None:
    found = read_contacts(
        "c.vcf",
        card(
            "N:Lee;Ann;;Dr.;", "FN:Dr. Ann Lee", "ORG:Acme;Research", "TITLE:Analyst", "EMAIL:a@x.org", "TEL:tel:+1-303-555-0100;ext=7",
            "URL:https://x.org", "X-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/ann", "ADR:;;1 Main St;Denver;CO;80014;USA",
            "NOTE:Met at the fair", "REV:20240501T101112Z", "BDAY:1990-01-02",
        ).encode(),
    )  # fmt: skip
    [row] = found.rows
    assert found.kind is FileKind.VCARD
    assert (row.given, row.family, row.name, row.prefix) == ("Ann", "Lee", "Dr. Ann Lee", "Dr.")
    assert (row.organisation, row.department, row.title) == ("Acme", "Research", "Analyst")
    assert (row.url, row.address) == ("https://www.linkedin.com/in/ann", "1 Main St, Denver, CO, 80014, USA")
    assert (row.phones, row.note, row.as_of) == (
        ("+1-303-555-0100 ext. 7",),
        "Met at the fair",
        date(2024, 5, 1),
    )
    assert row.extra == (("birthday", "1990-01-02"),)


def test_a_file_without_a_person_is_refused() -> None:
    with pytest.raises(Refused, match="neither a name nor an e-mail address"):
        read_contacts("c.vcf", b"BEGIN:VCARD\r\nEND:VCARD\r\n")


safe = (
    st.text(st.characters(categories=("L", "N"), include_characters=" ,;\\'-.éß"), min_size=1, max_size=60)
    .map(str.strip)
    .filter(bool)
)


def escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")


def folded(line: str) -> str:
    return "\r\n ".join(line[i : i + 60] for i in range(0, len(line), 60))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(safe, safe, safe, safe), min_size=1, max_size=4))
def test_the_same_as_vobject(people: list[tuple[str, str, str, str]]) -> None:
    text = "".join(
        card(
            folded(f"N:{escaped(family)};{escaped(given_name)};;;"),
            folded(f"FN:{escaped(f'{given_name} {family}')}"),
            folded(f"ORG:{escaped(organisation)};"),
            folded(f"TITLE:{escaped(title)}"),
            "TEL;TYPE=CELL,VOICE:+1 303 555 0100",
            "item1.EMAIL;TYPE=WORK:a@x.org",
        )
        for given_name, family, organisation, title in people
    )
    ours = list(read_cards(text.encode()))
    theirs = list(vobject.readComponents(text))
    assert [(c.fn[0], *c.n[0][:2], c.org[0][0], c.title[0], c.phones, c.emails) for c in ours] == [
        (v.fn.value.strip(), v.n.value.family.strip(), v.n.value.given.strip(), v.org.value[0].strip(), v.title.value.strip(), [v.tel.value], [v.email.value])
        for v in theirs
    ]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_whatever_stands_in_a_card_it_is_read_or_refused(data: bytes) -> None:
    try:
        read_contacts("c.vcf", b"BEGIN:VCARD\n" + data + b"\nFN:Ann\nEND:VCARD\n")
    except Refused as reason:
        assert str(reason)


PICTURE = "A" * 76


@pytest.mark.parametrize(
    "picture",
    [
        "PHOTO;ENCODING=b;TYPE=JPEG:" + "\r\n ".join([PICTURE] * 40_000),
        "PHOTO;JPEG;ENCODING=BASE64:\r\n" + "\r\n".join([PICTURE] * 40_000) + "\r\n",
        "PHOTO:data:image/jpeg;base64," + PICTURE * 40_000,
    ],
    ids=["folded", "2.1, not folded", "one line"],
)
def test_what_stands_after_a_picture_of_three_megabytes_is_read(picture: str) -> None:
    found = one(card("N:Lee;Ann;;;", picture, "TEL:+1 206 555 0100"))
    assert (found.phones, found.broken) == (["+1 206 555 0100"], ())


def test_a_single_line_that_ends_as_on_old_macs() -> None:
    found = one("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann\r\nTEL:5550100\rEMAIL:a@x.org\r\nEND:VCARD\r\n")
    assert (found.phones, found.emails) == (["5550100"], ["a@x.org"])
