from datetime import date

import pytest

from halfhour.contact.rules.attempts import Attempt, Channel, Reply, ReplyKind
from halfhour.contact.rules.promises import (
    Promise,
    PromiseKind,
    PromiseStatus,
    apology_owed,
    keeps,
    promise_days,
    promise_status,
    refuse_day,
    second_name_on,
    unkept,
)
from halfhour.contact.rules.working_days import WorkingDays

DAYS = WorkingDays(frozenset({date(2026, 5, 25)}))
SENT = date(2026, 5, 18)


def may(day: int) -> date:
    return date(2026, 5, day)


def test_the_days_offered_skip_weekend_and_holiday() -> None:
    days = promise_days(SENT, DAYS)
    assert (days.earliest_on, days.default_on, days.latest_on) == (may(21), may(26), date(2026, 6, 2))
    assert second_name_on(SENT, DAYS) == may(21)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        pytest.param(may(26), None, id="the default"),
        pytest.param(may(21), None, id="the earliest"),
        pytest.param(date(2026, 6, 2), None, id="the latest"),
        pytest.param(SENT, "after the day you send", id="the same day"),
        pytest.param(may(20), "Thursday 21 May or later", id="too soon"),
        pytest.param(may(23), "That is a Saturday", id="a Saturday"),
        pytest.param(may(25), "public holiday. Tuesday 26 May", id="a holiday"),
        pytest.param(date(2026, 6, 3), "Tuesday 2 June at the latest", id="too late"),
    ],
)
def test_which_days_may_be_promised(day: date, words: str | None) -> None:
    refusal = refuse_day(day, sent_on=SENT, working_days=DAYS)
    assert refusal is None if words is None else words in (refusal or "")


CALL = Promise(may(26), SENT)


@pytest.mark.parametrize(
    ("promise", "replies", "today", "status"),
    [
        pytest.param(CALL, [], may(25), PromiseStatus.OPEN, id="the day before"),
        pytest.param(CALL, [], may(26), PromiseStatus.DUE, id="the day itself"),
        pytest.param(CALL, [], may(27), PromiseStatus.OVERDUE, id="the day after"),
        pytest.param(CALL, [], date(2026, 6, 2), PromiseStatus.OVERDUE, id="five working days after"),
        pytest.param(CALL, [], date(2026, 6, 3), PromiseStatus.BROKEN, id="six working days after"),
        pytest.param(Promise(may(26), SENT, kept_on=may(26)), [], may(26), PromiseStatus.KEPT, id="kept"),
        pytest.param(
            Promise(may(26), SENT, kept_on=may(26)),
            [],
            date(2027, 1, 1),
            PromiseStatus.KEPT,
            id="kept for good",
        ),
        pytest.param(
            Promise(may(26), SENT, kept_on=may(27)), [], may(28), PromiseStatus.KEPT_LATE, id="kept late"
        ),
        pytest.param(
            CALL, [Reply(ReplyKind.YES, may(22))], may(28), PromiseStatus.RELEASED, id="they answered first"
        ),
        pytest.param(
            CALL,
            [Reply(ReplyKind.YES, may(26))],
            may(28),
            PromiseStatus.RELEASED,
            id="they answered on the day",
        ),
        pytest.param(
            CALL, [Reply(ReplyKind.YES, may(27))], may(28), PromiseStatus.BROKEN, id="they had to come first"
        ),
        pytest.param(
            CALL,
            [Reply(ReplyKind.LATER, may(15))],
            may(27),
            PromiseStatus.OVERDUE,
            id="an older reply frees nobody",
        ),
    ],
)
def test_status(promise: Promise, replies: list[Reply], today: date, status: PromiseStatus) -> None:
    assert promise_status(promise, replies, today=today, working_days=DAYS) is status


@pytest.mark.parametrize(
    ("kind", "channel", "on", "kept"),
    [
        pytest.param(PromiseKind.CALL, Channel.PHONE, may(26), True, id="a call"),
        pytest.param(PromiseKind.CALL, Channel.VOICEMAIL, may(26), True, id="a voicemail is a call made"),
        pytest.param(PromiseKind.CALL, Channel.EMAIL, may(26), False, id="a mail is no call"),
        pytest.param(
            PromiseKind.CALL, Channel.PHONE, may(22), False, id="a call before the day leaves the promise"
        ),
        pytest.param(PromiseKind.CALL, Channel.PHONE, may(28), True, id="late, but done"),
        pytest.param(PromiseKind.WRITE, Channel.NETWORK, may(26), True, id="a line"),
        pytest.param(PromiseKind.WRITE, Channel.PHONE, may(26), True, id="a call instead of a line"),
    ],
)
def test_what_keeps_a_promise(kind: PromiseKind, channel: Channel, on: date, kept: bool) -> None:
    assert keeps(Promise(may(26), SENT, kind), channel, on) is kept


def test_the_apology_is_owed_until_the_next_contact() -> None:
    letter = Attempt(Channel.LETTER, SENT)
    late = Attempt(Channel.PHONE, may(28))
    assert apology_owed([CALL], [letter], today=may(26)) is None
    assert apology_owed([CALL], [letter], today=may(27)) == CALL
    assert apology_owed([CALL], [letter, late], today=may(29)) is None
    assert apology_owed([CALL], [letter], [Reply(ReplyKind.YES, may(26))], today=may(29)) is None
    assert apology_owed([CALL], [letter], [Reply(ReplyKind.YES, may(27))], today=may(29)) == CALL


def test_the_promise_that_still_asks() -> None:
    later = Promise(date(2026, 6, 9), may(27))
    assert unkept([later, CALL], []) == CALL
    assert unkept([CALL], [Attempt(Channel.VOICEMAIL, may(26))]) is None
    assert unkept([CALL], [Attempt(Channel.EMAIL, may(26))]) == CALL
    assert unkept([CALL], [Attempt(Channel.EMAIL, may(27))]) is None
    assert unkept([CALL, later], [Attempt(Channel.PHONE, may(27))]) == later
