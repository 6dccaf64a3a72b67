"""When a talk counts as recorded, what is still missing, and what is asked again.

Source: the first seed: after the interview record people, organisations, publications, companies, trends in the field and the
interests of the interviewee. Before the day is out: Santa Clara. The minimum is a default of ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

SPEAKS_AT_LEAST_PERCENT = 70
TARGET_MINUTES = 10


class ListKind(StrEnum):
    PEOPLE = "people"
    ORGANISATIONS = "organisations"
    PUBLICATIONS = "publications"
    COMPANIES = "companies"
    TRENDS = "trends"
    INTERESTS = "interests"


class Empty(StrEnum):
    """Why a list is empty."""

    NOTHING = "nothing"
    NOT_ASKED = "not_asked"


NOTHING_OR_NOT_ASKED = "Nothing, or not asked?"

LISTS: dict[ListKind, str] = {
    ListKind.PEOPLE: "People they named",
    ListKind.ORGANISATIONS: "Associations, agencies, schools they spoke of",
    ListKind.PUBLICATIONS: "What they read or told you to read",
    ListKind.COMPANIES: "Employers of people who do this work",
    ListKind.TRENDS: "What is changing in their field",
    ListKind.INTERESTS: "What they themselves are interested in",
}


@dataclass(frozen=True)
class DebriefFacts:
    """What has been written down so far.

    entries: how many items each list has. empty: for a list without items, why. minutes: how long it really took.
    """

    person: str = ""
    occupation: str = ""
    held_on: date | None = None
    minutes: int | None = None
    entries: Mapping[str, int] = field(default_factory=dict)
    empty: Mapping[str, str] = field(default_factory=dict)
    leaning: str = ""
    referral_asked: bool | None = None
    thanks_planned: bool = False


@dataclass(frozen=True)
class Missing:
    """One thing the minimum still needs. key: a name of DebriefFacts, or the list."""

    key: str
    words: str


def missing(facts: DebriefFacts) -> tuple[Missing, ...]:
    """Say what is missing before the talk counts as recorded, in the order of the page; empty when it does."""
    found = []
    if not facts.person:
        found.append(Missing("person", "With whom did you talk?"))
    if not facts.occupation:
        found.append(Missing("occupation", "Which occupation was it about?"))
    if facts.held_on is None:
        found.append(Missing("held_on", "On which day was it?"))
    if facts.minutes is None:
        found.append(Missing("minutes", "How long did it take?"))
    found += [Missing(kind, f"{LISTS[kind]}: {NOTHING_OR_NOT_ASKED.lower()}") for kind in untouched(facts)]
    if not facts.leaning:
        found.append(Missing("leaning", "Where do you lean now: pursue it, unsure, or drop it?"))
    if facts.referral_asked is None:
        found.append(Missing("referral_asked", "Did you ask who else to talk to?"))
    if not facts.thanks_planned:
        found.append(Missing("thanks_planned", "The thank-you is not on your list yet."))
    return tuple(found)


def untouched(facts: DebriefFacts) -> tuple[ListKind, ...]:
    """Return the lists that have no entry and no word on why."""
    reasons = set(Empty)
    return tuple(k for k in ListKind if not facts.entries.get(k) and facts.empty.get(k) not in reasons)


def is_recorded(facts: DebriefFacts) -> bool:
    return not missing(facts)


def share_recorded(facts: DebriefFacts) -> float:
    """Return how much of the minimum is there, from 0 to 1."""
    return 1 - len(missing(facts)) / len(missing(DebriefFacts()))


def due_on(ended_on: date) -> date:
    """The debrief is due on the local day the talk ended."""
    return ended_on


def asks_environment(format: str) -> bool:
    """Only somebody who was there is asked what the place looked like. format: visit, phone or video."""
    return format == "visit"


def share_note(they_spoke_percent: int | None) -> str | None:
    """Return a calm line when the seeker did much of the talking, else None."""
    if they_spoke_percent is None or they_spoke_percent >= SPEAKS_AT_LEAST_PERCENT:
        return None
    return (
        f"They spoke about {they_spoke_percent} percent of the time. "
        "When you notice yourself answering, turn it back: “and how was that for you?”"
    )
