from datetime import UTC, datetime, timedelta

import pytest

from halfhour.interview.rules.formats import (
    DEFAULT_FORMAT,
    RULES,
    be_there_at,
    buffer_warning,
    confirm_window,
    needs_confirmation,
)
from halfhour.prepare.rules.question import Format

START = datetime(2026, 5, 12, 14, 0, tzinfo=UTC)


def test_a_visit_is_the_usual_form_and_the_only_one_that_sees_the_place() -> None:
    assert DEFAULT_FORMAT is Format.VISIT
    assert set(RULES) == set(Format)
    assert [f for f, rules in RULES.items() if rules.sees_environment] == [Format.VISIT]
    assert [f for f, rules in RULES.items() if rules.asks_surroundings] == [Format.PHONE, Format.VIDEO]
    assert any("wear" in item for item in RULES[Format.VISIT].bring)
    assert not any("wear" in item for f in (Format.PHONE, Format.VIDEO) for item in RULES[f].bring)


def test_arrival() -> None:
    assert be_there_at(START, "visit") == START - timedelta(minutes=10)
    assert be_there_at(START, "phone") is None
    with pytest.raises(ValueError, match="pigeon"):
        be_there_at(START, "pigeon")


def test_confirmation() -> None:
    assert confirm_window(START) == (START - timedelta(hours=48), START - timedelta(hours=24))
    assert needs_confirmation(agreed_at=START - timedelta(hours=49), start=START)
    assert not needs_confirmation(agreed_at=START - timedelta(hours=47), start=START)


@pytest.mark.parametrize(
    ("other", "words"),
    [
        pytest.param((START + timedelta(minutes=30 + 15), 30), "Keep an hour free", id="15 minutes after"),
        pytest.param((START - timedelta(minutes=30 + 59), 30), "Keep an hour free", id="59 minutes before"),
        pytest.param((START + timedelta(minutes=30 + 60), 30), None, id="an hour after"),
        pytest.param((START - timedelta(minutes=90), 30), None, id="an hour before"),
        pytest.param((START + timedelta(minutes=10), 30), "at that time", id="overlapping"),
        pytest.param((START, 30), "at that time", id="the same time"),
        pytest.param((START + timedelta(minutes=30), 30), "Keep an hour free", id="back to back"),
    ],
)
def test_an_hour_between_two_talks(other: tuple[datetime, int], words: str | None) -> None:
    warning = buffer_warning(START, 30, [other, (START + timedelta(days=2), 30)])
    assert warning is None if words is None else words in (warning or "")
