"""vCards as JSON."""

import json

import pytest

from halfhour.integrations.contacts_files import read_contacts
from halfhour.integrations.refused import Refused

ANN = [
    "vcard",
    [
        ["version", {}, "text", "4.0"],
        ["fn", {}, "text", "Ann Lee"],
        ["n", {}, "text", ["Lee", "Ann", ["May", "Rose"], "", ""]],
        ["org", {}, "text", ["Lantern; Games, Inc.", "Sound"]],
        ["title", {}, "text", "Sound designer"],
        ["tel", {"type": "cell"}, "uri", "tel:+1-206-555-0100"],
        ["email", {}, "text", "ann@example.org"],
        ["note", {}, "text", "one\ntwo"],
        ["x-unknown", {}, "text", 5],
        "broken",
    ],
]


@pytest.mark.parametrize("told", [ANN, [ANN]], ids=["one card", "a list of cards"])
def test_a_card(told: object) -> None:
    [row] = read_contacts("a.json", json.dumps(told).encode()).rows
    assert (row.name, row.given, row.middle, row.family) == ("Ann Lee", "Ann", "May Rose", "Lee")
    assert (row.organisation, row.department, row.title) == (
        "Lantern; Games, Inc.",
        "Sound",
        "Sound designer",
    )
    assert (row.phones, row.emails, row.note) == (("+1-206-555-0100",), ("ann@example.org",), "one\ntwo")


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"people": []}, "this is data of a program"),
        ([["Ann", "Lee"]], "this is data of a program"),
        ([ANN, 3], "so it is damaged"),
        (["vcard", []], "tells of a person|no person"),
    ],
)
def test_other_json_is_refused(told: object, why: str) -> None:
    with pytest.raises(Refused, match=why):
        read_contacts("a.json", json.dumps(told).encode())


def test_json_without_end_is_refused() -> None:
    with pytest.raises(Refused, match="this is data of a program"):
        read_contacts("a.json", b"[" * 100_000)
