"""The interest inventory: balanced, scored as it says, and honest about a flat profile."""

from collections import Counter

import pytest

from halfhour.choose.rules.interests import ITEMS, TYPES, score, suggest

SOUND = (5.0, 2.6, 4.4, 1.8, 1.9, 4.3)
NURSE = (3.5, 4.0, 1.5, 6.5, 2.5, 3.5)


def test_five_statements_a_type_and_none_twice() -> None:
    assert Counter(item.type for item in ITEMS) == dict.fromkeys(TYPES, 5)
    assert len({item.text for item in ITEMS}) == 30


@pytest.mark.parametrize(("answer", "expected"), [(0, 0), (2, 50), (4, 100)])
def test_the_score_is_the_sum_times_five(answer: int, expected: int) -> None:
    assert score({item.id: answer for item in ITEMS}) == dict.fromkeys(TYPES, expected)


def test_an_unanswered_statement_gives_no_score() -> None:
    assert score({item.id: 2 for item in ITEMS[1:]}) is None


def test_an_answer_outside_the_scale_is_an_error() -> None:
    with pytest.raises(ValueError, match="0 to 4"):
        score({item.id: 5 for item in ITEMS})


def test_the_occupation_shaped_alike_comes_first_with_its_reason() -> None:
    mine = dict(zip(TYPES, (20, 60, 10, 95, 30, 40), strict=True))
    found = suggest(mine, {"27-4014.00": SOUND, "29-1141.00": NURSE})
    assert [s.code for s in found] == ["29-1141.00", "27-4014.00"]
    assert "helping and teaching people" in found[0].reason


def test_a_flat_profile_suggests_nothing() -> None:
    assert suggest(dict.fromkeys(TYPES, 50), {"27-4014.00": SOUND}) == []
