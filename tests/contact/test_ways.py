"""Which way to a person comes first."""

import pytest

from halfhour.contact.rules.ways import Reach, Way, first_way, ways_to_reach


@pytest.mark.parametrize(
    ("reach", "first"),
    [
        (Reach(), None),
        (Reach(email=True, phone=True), Way.EMAIL),
        (Reach(network=True, phone=True), Way.NETWORK),
        (Reach(phone=True), Way.PHONE),
        (Reach(phone=True, email=True, known=True), Way.PHONE),
        (Reach(introducer=True), Way.INTRODUCTION),
        (Reach(introducer=True, email=True), Way.EMAIL),
        (Reach(introducer=True, email=True, asks_first=True), Way.INTRODUCTION),
        (Reach(organisation=True, switchboard=True), Way.SWITCHBOARD),
        (Reach(email=True, phone=True, prefers=Way.PHONE), Way.PHONE),
        (Reach(email=True, prefers=Way.PHONE), Way.EMAIL),
        (Reach(introducer=True, phone=True, asks_first=True, prefers=Way.PHONE), Way.INTRODUCTION),
    ],
    ids=[
        "nothing known",
        "a stranger: write, then call",
        "only the network they came from",
        "only a number",
        "somebody I know",
        "only an acquaintance in common",
        "an acquaintance, and an address",
        "they said they would ask first",
        "only the switchboard",
        "they like the telephone",
        "they like the telephone, and no number is known",
        "they like the telephone, and somebody asks first",
    ],
)
def test_the_way_to_take_first(reach: Reach, first: Way | None) -> None:
    assert first_way(reach) is first


def test_every_way_is_shown_and_the_ready_ones_first() -> None:
    shown = ways_to_reach(Reach(phone=True, organisation=True))
    assert [(o.way, o.ready) for o in shown] == [
        (Way.PHONE, True),
        (Way.INTRODUCTION, False),
        (Way.EMAIL, False),
        (Way.NETWORK, False),
        (Way.LETTER, False),
    ]
