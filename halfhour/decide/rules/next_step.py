"""The next right step for an occupation: what, by when, why.

Source: Informational Interviewing Part 1: decide on occupations, read about them, list people, make contact, prepare, talk,
record and thank, then decide; taking full advantage needs a methodical approach. The days are defaults of ours.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from halfhour.contact.rules.working_days import WorkingDays

SOON_WORKING_DAYS = 2
THIS_WEEK_WORKING_DAYS = 5


class Step(StrEnum):
    CHOOSE_OCCUPATION = "choose-occupation"
    READ_ABOUT_IT = "read-about-it"
    SAY_WHAT_YOU_EXPECT = "say-what-you-expect"
    FIND_NAMES = "find-names"
    ASK_SOMEONE = "ask-someone"
    FOLLOW_UP = "follow-up"
    DECIDE = "decide"
    NOTHING = "nothing"


@dataclass(frozen=True)
class NextStep:
    """One step. by: a local date, None only for `nothing`. person: whom it concerns, when it concerns one."""

    step: Step
    by: date | None
    why: str
    person: str = ""


@dataclass(frozen=True)
class Underway:
    """Someone who is being asked, and the local date of the next move with them."""

    person: str
    due_on: date


@dataclass(frozen=True)
class OccupationFacts:
    """What is known about exploring one occupation.

    names: people on the list who do it and have not been asked. first_name: the best of them. talks: people heard.
    enough: the stop rule says so, `enough_words` its reason. judged: a verdict was given.
    """

    name: str
    coded: bool = True
    read: bool = False
    expectation: bool = False
    names: int = 0
    first_name: str = ""
    underway: tuple[Underway, ...] = ()
    talks: int = 0
    talks_needed: int = 3
    enough: bool = False
    enough_words: str = ""
    judged: bool = False
    dropped: bool = False


def next_for_occupation(facts: OccupationFacts, *, today: date, working_days: WorkingDays) -> NextStep:
    """Say what to do next about one occupation. Every occupation that is neither dropped nor judged has a step."""
    soon = working_days.add(today, SOON_WORKING_DAYS)
    this_week = working_days.add(today, THIS_WEEK_WORKING_DAYS)
    if facts.dropped:
        return NextStep(Step.NOTHING, None, "You set it aside. That is a result too.")
    if facts.judged:
        return NextStep(Step.NOTHING, None, "You have said what became of it.")
    owed = min(facts.underway, key=lambda u: u.due_on, default=None)
    if owed and owed.due_on <= today:
        return _with(owed)
    if not facts.coded:
        return NextStep(
            Step.CHOOSE_OCCUPATION,
            soon,
            f"Say which occupation “{facts.name}” comes closest to; then people can be found.",
        )
    if facts.enough:
        words = f"{facts.enough_words} Write down what you make of it." if facts.enough_words else ""
        return NextStep(
            Step.DECIDE, this_week, words or "You may have heard enough. Write down what you make of it."
        )
    if not facts.talks and not facts.underway:
        if not facts.read:
            return NextStep(
                Step.READ_ABOUT_IT, soon, "A quarter of an hour of reading makes your questions better."
            )
        if not facts.expectation:
            return NextStep(
                Step.SAY_WHAT_YOU_EXPECT,
                soon,
                "Two sentences on what you expect. Later you will see what was different.",
            )
    if owed and facts.talks + len(facts.underway) >= facts.talks_needed:
        return _with(owed)
    if facts.names:
        heard = (
            "You have not yet talked to anyone about it."
            if not facts.talks
            else f"{facts.talks} of {facts.talks_needed} people heard."
        )
        return NextStep(
            Step.ASK_SOMEONE,
            soon,
            f"{heard} {facts.first_name or 'The first name on your list'} comes next.",
            facts.first_name,
        )
    if owed:
        return NextStep(
            Step.FIND_NAMES,
            this_week,
            f"You are waiting for {owed.person}, and there is no further name. Some will not have time: look for others now.",
        )
    return NextStep(
        Step.FIND_NAMES, soon, "Nobody on your list does this work yet. Begin with people you know."
    )


def _with(owed: Underway) -> NextStep:
    return NextStep(
        Step.FOLLOW_UP, owed.due_on, f"What you began with {owed.person} comes first.", owed.person
    )
