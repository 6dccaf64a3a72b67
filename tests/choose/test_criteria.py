from collections import Counter

import pytest

from halfhour.choose.rules.criteria import (
    BY_CODE,
    CRITERIA,
    Criterion,
    Group,
    Want,
    criteria_for,
    criteria_of_topic,
    near_of,
    want_code,
)
from halfhour.prepare.rules.bank import QUESTIONS


def test_every_group_of_the_comparison_has_rows() -> None:
    groups = Counter(c.group for c in CRITERIA)
    assert set(groups) == set(Group) - {Group.WANTS}
    assert groups[Group.FIT] == 3
    assert len(BY_CODE) == len(CRITERIA)
    assert all(c.about != c.label for c in CRITERIA)
    assert criteria_for([Want("1", "other", "a dog")])[0].about == "a dog"
    assert all(c.counted is (c.group is Group.EVIDENCE) for c in CRITERIA)


@pytest.mark.parametrize("row", [c for c in CRITERIA if not c.counted], ids=lambda c: c.code)
def test_some_question_fills_each_row(row: Criterion) -> None:
    fillers = [q for q in QUESTIONS if q.criterion == row.code]
    assert fillers
    assert {q.topic.value for q in fillers} <= set(row.topics)


def test_every_criterion_a_question_names_is_a_row() -> None:
    assert {q.criterion for q in QUESTIONS if q.criterion} <= set(BY_CODE)


@pytest.mark.parametrize(
    ("want", "near"),
    [
        pytest.param(Want("1", "interests", "animals"), ("interests",), id="an interest"),
        pytest.param(Want("1", "skills", "explaining things"), ("skills",), id="a skill"),
        pytest.param(Want("1", "personality", "I like it calm"), ("load", "personality"), id="how I am"),
        pytest.param(Want("1", "earnings", "45,000 a year"), ("pay",), id="earnings"),
        pytest.param(Want("1", "setting", "outdoors most days"), ("setting",), id="setting"),
        pytest.param(
            Want("1", "education", "no more than two years"), ("education", "training"), id="education"
        ),
        pytest.param(Want("1", "other", "no night shifts"), ("hours",), id="by its words"),
        pytest.param(
            Want("1", "other", "work with people, from home"), ("setting", "people_contact"), id="two at once"
        ),
        pytest.param(Want("1", "other", "a dog"), (), id="nothing near"),
    ],
)
def test_wants_lie_near_rows(want: Want, near: tuple[str, ...]) -> None:
    assert near_of(want) == near


def test_the_wants_come_first_and_the_musts_before_them() -> None:
    rows = criteria_for([Want("1", "other", "a dog"), Want("2", "earnings", "45,000", must=True)])
    assert [(r.code, r.label, r.must) for r in rows[:2]] == [
        ("want-2", "45,000", True),
        ("want-1", "a dog", False),
    ]
    assert rows[2:] == CRITERIA
    assert want_code(7) == "want-7"


def test_rows_of_a_topic_begin_with_the_one_it_mainly_fills() -> None:
    assert [c.code for c in criteria_of_topic("Q9")] == ["pay", "security"]
    assert criteria_of_topic("Q12")[0].code == "hours"
    assert criteria_of_topic("Q0") == ()
