"""A second message says that it is one, and still passes the checker."""

from datetime import date

import pytest

from halfhour.contact.rules.checker import check
from halfhour.contact.rules.draft import Draft
from halfhour.contact.rules.facts import Ask, Channel, Facts, Recipient, Sender, Source, SourceKind
from halfhour.contact.rules.follow_up import draft_follow_up
from halfhour.contact.rules.letter import draft_letter
from halfhour.contact.rules.network_message import draft_network_message
from halfhour.contact.rules.promises import PromiseKind

TODAY = date(2026, 12, 9)


def facts(channel: Channel) -> Facts:
    return Facts(
        sender=Sender(
            name="Maya Lindqvist",
            status="I am in my second year of audio production at Harbor Community College",
            phone="(206) 555-0117",
            email="maya@example.org",
        ),
        recipient=Recipient(name="Adaeze Okafor", title="Dr", organisation="Lantern Games", phone_known=True),
        source=Source(SourceKind.ACQUAINTANCE, "Tom Reyes", True, "who taught me"),
        ask=Ask(
            minutes=20,
            occupation="game sound designer",
            why_person="Your talk about recording the rain for Lantern",
            promise_on=date(2026, 12, 16),
            channel=channel,
        ),
        today=TODAY,
    )


@pytest.mark.parametrize("turn", range(6))
@pytest.mark.parametrize("channel", [Channel.EMAIL, Channel.NETWORK])
@pytest.mark.parametrize("after", ["letter", "call", "missed"])
def test_a_second_message_passes(turn: int, channel: Channel, after: str) -> None:
    told = facts(channel)
    draft = draft_network_message if channel is Channel.NETWORK else draft_letter
    first = draft(told, seed=f"seed-{turn}")
    second = draft_follow_up(
        first,
        told,
        wrote_on=date(2026, 11, 23),
        called_on=date(2026, 12, 2) if after == "call" else None,
        missed=(date(2026, 12, 2), PromiseKind.WRITE) if after == "missed" else None,
        turn=turn,
    )
    assert second.body != first.body
    named = {"letter": "November 23", "call": "December 2", "missed": "December 2"}[after]
    assert named in second.body
    result = check("letter", second.text, told, today=TODAY)
    assert [f for f in result.findings if f.severity == "must" or f.rule == "L-01"] == []


def test_a_first_message_stays_as_it_is() -> None:
    told = facts(Channel.EMAIL)
    first = draft_letter(told, seed="x")
    assert draft_follow_up(first, told) == first


@pytest.mark.parametrize(
    ("subject", "second"),
    [
        ("Tom Reyes suggested I write", "Once more: Tom Reyes suggested I write"),
        ("A short talk about your work", "Once more: a short talk about your work"),
        ("I would like to ask you", "Once more: I would like to ask you"),
        ("Lantern Games, and what you do", "Once more: Lantern Games, and what you do"),
    ],
)
def test_a_name_keeps_its_capital_in_the_second_subject(subject: str, second: str) -> None:
    first = Draft(subject, "Dear Dr Okafor,\n\nI am Maya Lindqvist.\n\nMay I ask you something?")
    assert draft_follow_up(first, facts(Channel.EMAIL), wrote_on=date(2026, 12, 1)).subject == second
