from datetime import date, datetime

import pytest

from halfhour.contact.rules.attempts import LIVE, LOST, Result
from halfhour.contact.rules.call import (
    ENDINGS,
    ORDER,
    Asks,
    Ending,
    Outcome,
    Step,
    ending,
    hours_warning,
    may_promise_another_call,
    opening_is_short,
    rehearsal_notice,
)
from halfhour.contact.rules.working_days import WorkingDays

DAYS = WorkingDays(frozenset({date(2026, 5, 25)}))


def test_the_order_of_a_call() -> None:
    assert [step for step, _ in ORDER] == [*Step]
    assert [*Step][:2] == [Step.HELLO, Step.GOOD_TIME]


def test_each_outcome_has_one_ending() -> None:
    assert sorted(e.outcome for e in ENDINGS) == sorted(Outcome)


@pytest.mark.parametrize("one", ENDINGS, ids=lambda e: e.outcome.value)
def test_an_ending_agrees_with_the_count(one: Ending) -> None:
    found = ending(one.outcome)
    assert found.counts is (found.result not in LIVE | LOST)
    assert (found.reply is not None) is (found.result is Result.ANSWERED)


@pytest.mark.parametrize(
    ("outcome", "counts", "asks", "live"),
    [
        pytest.param(Outcome.REACHED_YES, False, Asks.MEETING, False, id="yes"),
        pytest.param(Outcome.CALL_BACK, False, Asks.CALL_BACK_DAY, False, id="a better day"),
        pytest.param(Outcome.REACHED_NO, False, Asks.OTHER_NAME, False, id="no"),
        pytest.param(Outcome.VOICEMAIL, True, Asks.NEXT_TRY_DAY, False, id="voicemail"),
        pytest.param(Outcome.NO_ANSWER, True, Asks.NOTHING, False, id="nobody"),
        pytest.param(Outcome.WRONG_NUMBER, False, Asks.NUMBER, False, id="wrong number"),
        pytest.param(Outcome.ASSISTANT, False, Asks.NEXT_TRY_DAY, False, id="assistant"),
        pytest.param(Outcome.TALKED_NOW, False, Asks.NOTHING, True, id="talk now"),
        pytest.param(Outcome.PHONE_INSTEAD, False, Asks.MEETING, False, id="telephone instead"),
        pytest.param(Outcome.REACHED_LATER, False, Asks.CALL_BACK_DAY, False, id="later"),
    ],
)
def test_where_an_outcome_leads(outcome: Outcome, counts: bool, asks: Asks, live: bool) -> None:
    found = ending(outcome)
    assert (found.counts, found.asks, found.opens_live) == (counts, asks, live)


@pytest.mark.parametrize(
    ("local", "words"),
    [
        pytest.param(datetime(2026, 5, 12, 8, 0), None, id="eight sharp"),
        pytest.param(datetime(2026, 5, 12, 17, 59), None, id="a minute before six"),
        pytest.param(datetime(2026, 5, 12, 18, 0), "18:00 where they are", id="six"),
        pytest.param(datetime(2026, 5, 12, 7, 59), "Wait until 08:00", id="before eight"),
        pytest.param(datetime(2026, 5, 16, 10, 0), "Call on Monday", id="Saturday"),
        pytest.param(datetime(2026, 5, 25, 10, 0), "Call on Tuesday", id="a holiday"),
    ],
)
def test_the_hours_at_the_other_end(local: datetime, words: str | None) -> None:
    warning = hours_warning(local, DAYS)
    assert warning is None if words is None else words in (warning or "")


def test_the_last_attempt_promises_nothing() -> None:
    assert [may_promise_another_call(n) for n in range(4)] == [True, True, False, False]
    assert not may_promise_another_call(1, max_attempts=2)


def test_rehearsal_and_length() -> None:
    assert rehearsal_notice(0, stranger=True)
    assert rehearsal_notice(1, stranger=True) is None
    assert rehearsal_notice(0, stranger=False) is None
    assert opening_is_short(110)
    assert not opening_is_short(111)
