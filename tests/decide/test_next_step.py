from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halfhour.contact.rules.standing import Action, Move, State
from halfhour.contact.rules.working_days import WorkingDays
from halfhour.decide.rules.next_step import (
    NextStep,
    OccupationFacts,
    PersonFacts,
    Step,
    Underway,
    few_names_warning,
    next_for_occupation,
    next_for_person,
)

DAYS = WorkingDays()
TODAY = date(2026, 5, 12)
CALL = Move(Action.CALL_AS_PROMISED, TODAY, "You said you would call on Tuesday 12 May.")
LATER = Move(Action.TRY_AGAIN, date(2026, 5, 20), "Attempt 1 of 3 is out.")
READY = {"read": True, "expectation": True}


def facts(**more: object) -> OccupationFacts:
    return OccupationFacts(name="Sound designer", **more)  # type: ignore[arg-type]  # the table gives the right types


@pytest.mark.parametrize(
    ("occupation", "step", "by", "person"),
    [
        pytest.param(facts(), Step.READ_ABOUT_IT, date(2026, 5, 14), "", id="just put on the list"),
        pytest.param(facts(coded=False), Step.CHOOSE_OCCUPATION, date(2026, 5, 14), "", id="only own words"),
        pytest.param(facts(read=True), Step.SAY_WHAT_YOU_EXPECT, date(2026, 5, 14), "", id="read"),
        pytest.param(facts(**READY), Step.FIND_NAMES, date(2026, 5, 14), "", id="no names"),
        pytest.param(facts(**READY, names=4, first_name="Dana"), Step.ASK_SOMEONE, date(2026, 5, 14), "Dana", id="names"),
        pytest.param(
            facts(names=2, first_name="Lee", underway=(Underway("Dana", State.WAITING, CALL),)),
            Step.FOLLOW_UP, TODAY, "Dana", id="a call is due today",
        ),
        pytest.param(
            facts(names=2, first_name="Lee", underway=(Underway("Dana", State.WAITING, LATER),)),
            Step.ASK_SOMEONE, date(2026, 5, 14), "Lee", id="waiting, and another name is there",
        ),
        pytest.param(
            facts(underway=(Underway("Dana", State.WAITING, LATER),)),
            Step.FIND_NAMES, date(2026, 5, 19), "", id="waiting for the only name",
        ),
        pytest.param(
            facts(names=2, talks=2, underway=(Underway("Dana", State.ARRANGED, LATER),)),
            Step.FOLLOW_UP, date(2026, 5, 20), "Dana", id="enough are on the way",
        ),
        pytest.param(facts(talks=3, enough=True), Step.DECIDE, date(2026, 5, 19), "", id="heard enough"),
        pytest.param(facts(talks=3, names=1, first_name="Lee"), Step.ASK_SOMEONE, date(2026, 5, 14), "Lee", id="three heard, not enough"),
        pytest.param(facts(dropped=True), Step.NOTHING, None, "", id="set aside"),
        pytest.param(facts(judged=True), Step.NOTHING, None, "", id="decided"),
    ],
)  # fmt: skip
def test_an_occupation(occupation: OccupationFacts, step: Step, by: date | None, person: str) -> None:
    found = next_for_occupation(occupation, today=TODAY, working_days=DAYS)
    assert (found.step, found.by, found.person) == (step, by, person)
    assert found.why


@pytest.mark.parametrize(
    ("person", "step", "by"),
    [
        pytest.param(PersonFacts("Dana"), Step.CHOOSE_OCCUPATION, date(2026, 5, 14), id="unsorted"),
        pytest.param(
            PersonFacts("Dana", "Sound designer"), Step.ASK_SOMEONE, date(2026, 5, 14), id="not asked"
        ),
        pytest.param(
            PersonFacts("Dana", "x", route_only=True), Step.ASK_SOMEONE, date(2026, 5, 14), id="a recruiter"
        ),
        pytest.param(
            PersonFacts("Dana", "x", asked=True, state=State.WAITING, move=CALL),
            Step.FOLLOW_UP,
            TODAY,
            id="under way",
        ),
        pytest.param(
            PersonFacts("Dana", "x", state=State.DO_NOT_CONTACT), Step.NOTHING, None, id="left alone"
        ),
        pytest.param(
            PersonFacts("Dana", "x", state=State.CLOSED_NO_CONTACT), Step.NOTHING, None, id="closed"
        ),
    ],
)
def test_a_person(person: PersonFacts, step: Step, by: date | None) -> None:
    found = next_for_person(person, today=TODAY, working_days=DAYS)
    assert (found.step, found.by) == (step, by)


@given(
    st.builds(
        OccupationFacts,
        name=st.just("x"),
        coded=st.booleans(),
        read=st.booleans(),
        expectation=st.booleans(),
        names=st.integers(0, 5),
        underway=st.lists(
            st.builds(
                Underway, st.just("Dana"), st.sampled_from(State), st.sampled_from([CALL, LATER, None])
            ),
            max_size=4,
        ).map(tuple),
        talks=st.integers(0, 6),
        enough=st.booleans(),
        judged=st.booleans(),
        dropped=st.booleans(),
    )
)
def test_there_is_always_a_step_by_a_day(occupation: OccupationFacts) -> None:
    found: NextStep = next_for_occupation(occupation, today=TODAY, working_days=DAYS)
    finished = occupation.dropped or occupation.judged
    assert (found.step is Step.NOTHING, found.by is None) == (finished, finished)
    assert found.why.endswith(".")


@pytest.mark.parametrize(
    ("names", "wanted", "words"),
    [
        pytest.param(0, 2, "No name is left", id="none"),
        pytest.param(2, 1, "Two names are left", id="two"),
        pytest.param(3, 1, None, id="three are enough"),
        pytest.param(1, 0, None, id="no more talks wanted"),
    ],
)
def test_depth_of_the_list(names: int, wanted: int, words: str | None) -> None:
    warning = few_names_warning(names, talks_still_wanted=wanted)
    assert (warning is None) if words is None else (warning or "").startswith(words)
