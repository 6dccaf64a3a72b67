"""The next right step for any occupation or person: what, by when, why.

Source: Informational Interviewing Part 1: decide on occupations, read about them, list people, make contact, prepare, talk,
record and thank, then decide; taking full advantage needs a methodical approach. The days are defaults of ours.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from halfhour.contact.rules.standing import Move, State
from halfhour.contact.rules.working_days import WorkingDays

FEW_NAMES = 3
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
    action: str = ""


@dataclass(frozen=True)
class Underway:
    """One open approach: whom, where it stands, and its own next move."""

    person: str
    state: State
    move: Move | None


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


@dataclass(frozen=True)
class PersonFacts:
    """What is known about one person. occupation: empty while unsorted. move: from where asking them stands."""

    name: str
    occupation: str = ""
    route_only: bool = False
    asked: bool = False
    state: State | None = None
    move: Move | None = None


def next_for_occupation(facts: OccupationFacts, *, today: date, working_days: WorkingDays) -> NextStep:
    """Say what to do next about one occupation. Every occupation that is neither dropped nor judged has a step."""
    soon = working_days.add(today, SOON_WORKING_DAYS)
    this_week = working_days.add(today, THIS_WEEK_WORKING_DAYS)
    if facts.dropped:
        return NextStep(Step.NOTHING, None, "You set it aside. That is a result too.")
    if facts.judged:
        return NextStep(Step.NOTHING, None, "You have decided about it.")
    owed = _most_urgent(facts.underway)
    if owed and owed.move and owed.move.due_on <= today:
        return NextStep(Step.FOLLOW_UP, owed.move.due_on, owed.move.why, owed.person, owed.move.action)
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
    if owed and owed.move and facts.talks + len(facts.underway) >= facts.talks_needed:
        return NextStep(Step.FOLLOW_UP, owed.move.due_on, owed.move.why, owed.person, owed.move.action)
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
    if owed and owed.move:
        return NextStep(
            Step.FIND_NAMES,
            this_week,
            f"You are waiting for {owed.person}, and there is no further name. Some will not have time: look for others now.",
        )
    return NextStep(
        Step.FIND_NAMES, soon, "Nobody on your list does this work yet. Begin with people you know."
    )


def next_for_person(facts: PersonFacts, *, today: date, working_days: WorkingDays) -> NextStep:
    """Say what to do next about one person; `nothing` only when there is nothing left to do or nothing may be done."""
    if facts.move:
        return NextStep(Step.FOLLOW_UP, facts.move.due_on, facts.move.why, facts.name, facts.move.action)
    if facts.state is State.DO_NOT_CONTACT:
        return NextStep(Step.NOTHING, None, "They asked to be left alone.", facts.name)
    if facts.state in {State.CLOSED, State.CLOSED_NO_CONTACT}:
        return NextStep(Step.NOTHING, None, "This is closed. Others will be willing.", facts.name)
    soon = working_days.add(today, SOON_WORKING_DAYS)
    if not facts.occupation:
        return NextStep(Step.CHOOSE_OCCUPATION, soon, "Say which of your occupations they do.", facts.name)
    if facts.route_only:
        return NextStep(
            Step.ASK_SOMEONE,
            soon,
            "They hire for this work rather than do it. Ask them for a name.",
            facts.name,
        )
    return NextStep(
        Step.ASK_SOMEONE,
        soon,
        f"They do this work: {facts.occupation}. Choose how to reach them.",
        facts.name,
    )


def few_names_warning(names: int, *, talks_still_wanted: int) -> str | None:
    """Warn when fewer than three names are left while talks are still wanted."""
    if names >= FEW_NAMES or talks_still_wanted <= 0:
        return None
    left = {0: "No name is left", 1: "One name is left", 2: "Two names are left"}[max(0, names)]
    return f"{left} on this list. Not everyone will have time, so look for more now."


def _most_urgent(underway: tuple[Underway, ...]) -> Underway | None:
    moving = [u for u in underway if u.move]
    return min(moving, key=lambda u: u.move.due_on if u.move else date.max, default=None)
