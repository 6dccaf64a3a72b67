from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halfhour.contact.rules.working_days import WorkingDays, add_working_days, in_words

ASCENSION = date(2026, 5, 14)
DAYS = WorkingDays(frozenset({ASCENSION, date(2026, 5, 25)}))


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        pytest.param(date(2026, 5, 7), 5, date(2026, 5, 15), id="a holiday in between is passed over"),
        pytest.param(date(2026, 5, 8), 1, date(2026, 5, 11), id="Friday plus one is Monday"),
        pytest.param(date(2026, 5, 9), 1, date(2026, 5, 11), id="Saturday plus one is Monday"),
        pytest.param(date(2026, 5, 13), 1, date(2026, 5, 15), id="the day before a holiday"),
        pytest.param(date(2026, 5, 9), 0, date(2026, 5, 11), id="zero from a Saturday moves to Monday"),
        pytest.param(date(2026, 5, 11), 0, date(2026, 5, 11), id="zero from a working day stays"),
        pytest.param(date(2026, 5, 22), 1, date(2026, 5, 26), id="a long weekend"),
    ],
)
def test_adding_working_days(day: date, count: int, expected: date) -> None:
    assert DAYS.add(day, count) == expected
    assert add_working_days(day, count, DAYS.holidays) == expected


def test_another_weekend() -> None:
    friday_and_saturday = WorkingDays(weekend=frozenset({4, 5}))
    assert friday_and_saturday.add(date(2026, 5, 7), 1) == date(2026, 5, 10)


def test_days_between_and_before() -> None:
    assert DAYS.between(date(2026, 5, 8), date(2026, 5, 15)) == 4
    assert DAYS.between(date(2026, 5, 15), date(2026, 5, 8)) == 0
    assert DAYS.on_or_before(ASCENSION) == date(2026, 5, 13)


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        DAYS.add(ASCENSION, -1)


def test_a_calendar_without_working_days_is_refused() -> None:
    with pytest.raises(ValueError, match="no working day"):
        WorkingDays(weekend=frozenset(range(7))).add(ASCENSION, 1)


def test_a_day_in_words() -> None:
    assert in_words(date(2024, 5, 14)) == "Tuesday 14 May"


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(1, 30))
def test_adding_and_counting_agree(day: date, count: int) -> None:
    later = DAYS.add(day, count)
    assert DAYS.is_one(later)
    assert DAYS.between(day, later) == count
    assert DAYS.between(day, later - timedelta(days=1)) == count - 1
