"""Address books saved as LDIF: what an entry tells, and why some are no person."""

import base64

import pytest

from halfhour.integrations.contacts import FileKind, ReadFile
from halfhour.integrations.contacts_files import read_contacts
from halfhour.integrations.refused import Refused

ANN = """dn: cn=Ann Lee,mail=ann@example.org
objectclass: top
objectclass: inetOrgPerson
objectclass: mozillaAbPersonAlpha
givenName: Ann
sn: Lee
cn: Ann Lee
mail: ann@example.org
mozillaSecondEmail: lee@example.org
telephoneNumber: +1 206 555 0100
mobile: +1 206 555 0101
o: Lantern Games
ou: Sound
title: Sound designer
street: 1 Pine St
l: Seattle
mozillaNickname: Annie
"""


def read(text: str) -> ReadFile:
    return read_contacts("book.ldif", text.encode())


def test_an_entry_of_thunderbird() -> None:
    found = read(ANN)
    [row] = found.rows
    assert found.kind is FileKind.LDIF
    assert (row.line, row.given, row.family, row.name, row.nickname) == (1, "Ann", "Lee", "Ann Lee", "Annie")
    assert row.emails == ("ann@example.org", "lee@example.org")
    assert row.phones == ("+1 206 555 0101", "+1 206 555 0100")
    assert (row.organisation, row.department, row.title) == ("Lantern Games", "Sound", "Sound designer")
    assert row.address == "1 Pine St, Seattle"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("dn: x\ncn:: " + base64.b64encode("Jürgen Müller".encode()).decode(), "Jürgen Müller"),
        ("version: 1\n# a remark\n  that goes on\n\ndn: x\ncn: Ann\n  Lee", "Ann Lee"),
        ("\ufeffdn:: Y249QW5u\ncn;lang-en: Ann Lee", "Ann Lee"),
        ("dn: x\r\nsn: Lee\r\ngivenName: Ann", "Ann Lee"),
        ("dn: x\ncn: Ann Lee\njpegPhoto:< file:///etc/passwd", "Ann Lee"),
        ("dn: x\ncn: Ann Lee\ndescription:: not base64!", "Ann Lee"),
    ],
    ids=["base64", "folded and remarks", "options", "windows ends", "a file elsewhere", "broken base64"],
)
def test_how_values_are_written(text: str, name: str) -> None:
    [row] = read(text).rows
    assert (row.name, row.note) == (name, "")


def test_what_is_no_person_says_why_and_the_others_are_kept() -> None:
    text = "\n".join(
        [
            ANN,
            "dn: cn=Friends\nobjectclass: groupOfNames\ncn: Friends\nmember: cn=Ann Lee\n",
            "dn: cn=Gone\nchangetype: delete\n",
            "dn: cn=Empty\nobjectclass: person\n",
            "dn: cn=Bo\nbroken line\ncn: Bo Kay\n",
        ]
    )
    found = read(text)
    assert [row.name for row in found.rows] == ["Ann Lee", "Bo Kay"]
    assert [p.reason for p in found.problems] == [
        "a group, not a person",
        "a change to an entry, not a person",
        "neither a name nor an e-mail address nor a telephone number",
        "“broken line” is no line of an entry; it was left out",
    ]
    assert found.counts["read"] == 5


def test_a_file_without_anybody_is_refused() -> None:
    with pytest.raises(Refused, match="none of its entries tells of a person"):
        read("dn: cn=Friends\nobjectclass: groupOfNames\ncn: Friends\n")
