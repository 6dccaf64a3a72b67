from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halfhour.interview.rules.clock import (
    CHOICES_MINUTES,
    DEFAULT_MINUTES,
    SHORT_MINUTES,
    Cue,
    actual_run,
    cue_at,
    face,
    is_past_time,
    last_question_sentence,
    length_note,
    time_sentence,
)

START = datetime(2026, 5, 12, 14, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "minutes", "extended", "cue"),
    [
        pytest.param(0, 20, False, Cue.QUIET, id="the start"),
        pytest.param(15 * 60 - 1, 20, False, Cue.QUIET, id="a second before minute 15 of 20"),
        pytest.param(15 * 60, 20, False, Cue.LAST_QUESTION, id="minute 15 of 20"),
        pytest.param(20 * 60 - 1, 20, False, Cue.LAST_QUESTION, id="a second before the end"),
        pytest.param(20 * 60, 20, False, Cue.TIME, id="the agreed end"),
        pytest.param(25 * 60, 30, False, Cue.LAST_QUESTION, id="minute 25 of 30"),
        pytest.param(30 * 60, 30, False, Cue.TIME, id="minute 30 of 30"),
        pytest.param(45 * 60, 30, True, Cue.EXTENDED, id="they offered to go on"),
        pytest.param(-30, 30, False, Cue.QUIET, id="a clock gone back"),
        pytest.param(6 * 60, 10, False, Cue.QUIET, id="ten minutes: not yet"),
        pytest.param(7 * 60, 10, False, Cue.LAST_QUESTION, id="ten minutes: the last three"),
    ],
)
def test_the_cue(seconds: int, minutes: int, extended: bool, cue: Cue) -> None:
    assert cue_at(seconds, minutes, extended) is cue


@given(st.floats(0, 7200), st.integers(15, 60))
def test_the_cue_never_goes_back(seconds: float, minutes: int) -> None:
    order = [Cue.QUIET, Cue.LAST_QUESTION, Cue.TIME]
    assert order.index(cue_at(seconds, minutes)) <= order.index(cue_at(seconds + 1, minutes))


def test_the_face_is_read_from_the_stored_start() -> None:
    early = face(started_at=None, minutes=20, now=START)
    assert (early.cue, early.left_seconds, early.share) == (Cue.NOT_STARTED, 1200, 0.0)
    half = face(started_at=START, minutes=20, now=START + timedelta(minutes=10))
    assert (half.cue, half.elapsed_seconds, half.left_seconds, half.share) == (Cue.QUIET, 600, 600, 0.5)
    over = face(started_at=START, minutes=20, now=START + timedelta(minutes=22))
    assert (over.cue, over.left_seconds, over.share) == (Cue.TIME, -120, 1.0)
    back = face(started_at=START, minutes=20, now=START - timedelta(minutes=3))
    assert (back.elapsed_seconds, back.left_seconds) == (0, 1200)
    longer = face(started_at=START, minutes=20, now=START + timedelta(minutes=22), extended_at=START)
    assert longer.cue is Cue.EXTENDED


@pytest.mark.parametrize(
    ("minutes", "extended", "words"),
    [
        pytest.param(20, False, "20 minutes, as agreed", id="to the minute"),
        pytest.param(16, False, "16 minutes, 4 fewer than agreed", id="under"),
        pytest.param(24, False, "24 minutes, 4 more than agreed", id="over"),
        pytest.param(35, True, "35 minutes, 15 more than agreed, at their wish", id="at their wish"),
    ],
)
def test_how_long_it_really_took(minutes: int, extended: bool, words: str) -> None:
    run = actual_run(
        started_at=START,
        ended_at=START + timedelta(minutes=minutes, seconds=20),
        agreed_minutes=20,
        extended_at=START if extended else None,
    )
    assert (run.words, run.over_minutes) == (words, minutes - 20)


def test_an_end_before_the_start_is_no_time() -> None:
    assert actual_run(started_at=START, ended_at=START - timedelta(hours=1), agreed_minutes=20).minutes == 0


def test_lengths() -> None:
    assert (DEFAULT_MINUTES, SHORT_MINUTES, CHOICES_MINUTES) == (30, 20, (15, 20, 30, 40))
    assert length_note(30) is None
    assert "20 to 30" in (length_note(60) or "")
    with pytest.raises(ValueError, match="between 15 and 60"):
        length_note(90)


def test_sentences_to_say() -> None:
    assert time_sentence(20).startswith("I notice that our 20 minutes are over")
    assert time_sentence(20, "  My {minutes} minutes are up.") == "My 20 minutes are up."
    assert last_question_sentence().endswith("one last question?")
    assert is_past_time(started_at=START, minutes=20, now=START + timedelta(minutes=20))
    assert not is_past_time(started_at=START, minutes=20, now=START + timedelta(minutes=19, seconds=59))
