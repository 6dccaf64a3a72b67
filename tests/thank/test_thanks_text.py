"""Drafts of thanks pass their own checker and differ from person to person."""

from dataclasses import replace
from datetime import date

import pytest

from halfhour.contact.rules.checker import check
from halfhour.contact.rules.facts import Facts, Recipient, Sender
from halfhour.thank.rules.thanks_text import clause, draft_introducer_thanks, draft_thanks, quoted

FACTS = Facts(
    sender=Sender(
        name="Maya Lindqvist",
        status="I study audio production",
        phone="(206) 555-0117",
        email="maya@example.org",
    ),
    recipient=Recipient(name="Adaeze Okafor", title="Dr", family="Okafor", organisation="Lantern Games"),
    said=("the first year is mostly cleaning dialogue", "crunch is over"),
    talk_on=date(2026, 11, 23),
)
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize("seed", [f"thanks-{n}" for n in range(12)])
@pytest.mark.parametrize(
    "named", [(), ("Omar Haddad",), ("Omar Haddad", "Ingrid Solberg")], ids=["no name", "one", "two"]
)
def test_every_draft_has_nothing_that_must_change(seed: str, named: tuple[str, ...]) -> None:
    facts = replace(FACTS, named=named)
    draft = draft_thanks(facts, seed=seed, use="I will clean a week of dialogue before I decide")
    result = check("thanks", draft.text, facts, today=TODAY)
    assert [f for f in result.findings if f.severity != "hint"] == []


def test_different_people_get_different_words() -> None:
    bodies = {draft_thanks(FACTS, seed=f"thanks-{n}", use="I will try it").body for n in range(12)}
    assert len(bodies) > 6


def test_a_late_one_says_so_first() -> None:
    body = draft_thanks(FACTS, seed="x", late=True).body
    assert "later than it should" in body or "should have written sooner" in body


def test_news_for_the_introducer_names_the_person_and_asks_for_nothing() -> None:
    body = draft_introducer_thanks(FACTS, talked_to="Omar Haddad", seed="x").body
    assert "Omar Haddad" in body
    assert "?" not in body


@pytest.mark.parametrize(
    ("text", "expected"), [("it is quiet", "it is quiet."), ("“Really?”", "Really?"), ("Yes! ", "Yes!")]
)
def test_quoted(text: str, expected: str) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("I will try.", "I will try"), ("Try it.", "try it"), ("try it", "try it")]
)
def test_clause(text: str, expected: str) -> None:
    assert clause(text) == expected
