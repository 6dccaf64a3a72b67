from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halfhour.contact.rules.working_days import WorkingDays
from halfhour.decide.rules.next_step import (
    NextStep,
    OccupationFacts,
    Step,
    Underway,
    next_for_occupation,
)

DAYS = WorkingDays()
TODAY = date(2026, 5, 12)
CALL, LATER = TODAY, date(2026, 5, 20)
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
            facts(names=2, first_name="Lee", underway=(Underway("Dana", CALL),)),
            Step.FOLLOW_UP, TODAY, "Dana", id="a call is due today",
        ),
        pytest.param(
            facts(names=2, first_name="Lee", underway=(Underway("Dana", LATER),)),
            Step.ASK_SOMEONE, date(2026, 5, 14), "Lee", id="waiting, and another name is there",
        ),
        pytest.param(
            facts(underway=(Underway("Dana", LATER),)),
            Step.FIND_NAMES, date(2026, 5, 19), "", id="waiting for the only name",
        ),
        pytest.param(
            facts(names=2, talks=2, underway=(Underway("Dana", LATER),)),
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


@given(
    st.builds(
        OccupationFacts,
        name=st.just("x"),
        coded=st.booleans(),
        read=st.booleans(),
        expectation=st.booleans(),
        names=st.integers(0, 5),
        underway=st.lists(
            st.builds(Underway, st.just("Dana"), st.sampled_from([CALL, LATER])),
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
