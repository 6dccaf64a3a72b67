from datetime import date

import pytest

from halfhour.contact.rules.attempts import (
    MAX_ATTEMPTS,
    Attempt,
    Channel,
    Reply,
    ReplyKind,
    Result,
    count_attempts,
    may_attempt,
)
from halfhour.contact.rules.working_days import WorkingDays

DAYS = WorkingDays()


def may(day: int) -> date:
    return date(2026, 5, day)


LETTER = Attempt(Channel.LETTER, may(4), answer_due_on=may(11))
VOICEMAIL = Attempt(Channel.VOICEMAIL, may(11), answer_due_on=may(18))
EMAIL = Attempt(Channel.EMAIL, may(18), answer_due_on=may(25))


@pytest.mark.parametrize(
    ("attempts", "replies", "today", "failed", "waiting"),
    [
        pytest.param([], [], may(4), 0, 0, id="nothing tried"),
        pytest.param([LETTER], [], may(4), 0, 1, id="a letter just sent waits"),
        pytest.param([LETTER], [], may(11), 0, 1, id="on its due day a letter still waits"),
        pytest.param([LETTER], [], may(12), 1, 0, id="the day after it has failed"),
        pytest.param([LETTER, VOICEMAIL, EMAIL], [], may(18), 2, 1, id="channels count together"),
        pytest.param([LETTER, VOICEMAIL, EMAIL], [], may(26), 3, 0, id="three failed"),
        pytest.param(
            [Attempt(Channel.PHONE, may(4), Result.NO_ANSWER)],
            [],
            may(4),
            1,
            0,
            id="a call nobody took fails at once",
        ),
        pytest.param(
            [LETTER, Attempt(Channel.PHONE, may(11), Result.ASSISTANT)],
            [],
            may(12),
            1,
            0,
            id="an assistant is an answer",
        ),
        pytest.param(
            [Attempt(Channel.EMAIL, may(4), Result.BOUNCED)], [], may(20), 0, 0, id="a bounce does not count"
        ),
        pytest.param(
            [Attempt(Channel.PHONE, may(4), Result.WRONG_NUMBER)], [], may(20), 0, 0, id="nor a wrong number"
        ),
        pytest.param([LETTER], [Reply(ReplyKind.YES, may(8))], may(20), 0, 0, id="a letter answered in time"),
        pytest.param([LETTER], [Reply(ReplyKind.YES, may(13))], may(20), 1, 0, id="a letter answered late"),
        pytest.param(
            [LETTER, Attempt(Channel.PHONE, may(11), Result.ANSWERED)],
            [Reply(ReplyKind.LATER, may(11), may(28))],
            may(11),
            0,
            1,
            id="a better time named on the telephone leaves the tally as it was",
        ),
        pytest.param(
            [LETTER, Attempt(Channel.VOICEMAIL, may(28), answer_due_on=may(29))],
            [Reply(ReplyKind.LATER, may(8), may(28))],
            may(30),
            1,
            0,
            id="silence at the agreed later date counts",
        ),
        pytest.param(
            [LETTER, VOICEMAIL, EMAIL],
            [Reply(ReplyKind.YES, may(29))],
            may(29),
            0,
            0,
            id="an answer after three starts anew",
        ),
        pytest.param(
            [LETTER, VOICEMAIL, EMAIL],
            [Reply(ReplyKind.NO, may(29))],
            may(29),
            3,
            0,
            id="a late no does not start anew",
        ),
        pytest.param(
            [Attempt(Channel.EMAIL, may(20), answer_due_on=may(27))],
            [],
            may(4),
            0,
            1,
            id="dated after today counts as made",
        ),
        pytest.param(
            [Attempt(Channel.EMAIL, may(4), answer_due_on=may(11), seq=2)],
            [Reply(ReplyKind.YES, may(4), seq=1)],
            may(4),
            0,
            1,
            id="my answer to their mail of the same day waits",
        ),
        pytest.param(
            [Attempt(Channel.LETTER, may(4))], [], may(12), 1, 0, id="without a day, five working days"
        ),
    ],
)
def test_counting(
    attempts: list[Attempt], replies: list[Reply], today: date, failed: int, waiting: int
) -> None:
    count = count_attempts(attempts, replies, today=today, working_days=DAYS)
    assert (count.failed, count.waiting, count.made) == (failed, waiting, failed + waiting)


def test_a_talk_held_ends_the_count() -> None:
    count = count_attempts([LETTER, VOICEMAIL], today=may(20), working_days=DAYS, contact=(may(12), 0))
    assert count.made == 0


@pytest.mark.parametrize(
    ("attempts", "replies", "on", "allowed", "warns"),
    [
        pytest.param([], [], may(4), True, False, id="the first"),
        pytest.param([LETTER], [], may(6), True, True, id="two days later is too soon"),
        pytest.param([LETTER], [], may(8), True, True, id="four working days are too soon"),
        pytest.param([LETTER], [], may(11), True, False, id="five working days are enough"),
        pytest.param([LETTER, VOICEMAIL], [], may(18), True, False, id="the third"),
        pytest.param(
            [LETTER, VOICEMAIL, EMAIL], [], may(25), False, False, id="no fourth while the third waits"
        ),
        pytest.param([LETTER, VOICEMAIL, EMAIL], [], date(2027, 1, 4), False, False, id="no fourth, ever"),
        pytest.param(
            [LETTER], [Reply(ReplyKind.NO, may(8))], date(2027, 1, 4), False, False, id="not after a no"
        ),
        pytest.param(
            [LETTER],
            [Reply(ReplyKind.NAMED_OTHER, may(8))],
            may(11),
            False,
            False,
            id="not after naming another",
        ),
        pytest.param(
            [LETTER],
            [Reply(ReplyKind.NO, may(8), set_aside=True)],
            may(11),
            True,
            False,
            id="reopened by hand",
        ),
        pytest.param(
            [LETTER],
            [Reply(ReplyKind.NEVER, may(8), set_aside=True)],
            may(11),
            False,
            False,
            id="never cannot be reopened",
        ),
        pytest.param(
            [LETTER],
            [Reply(ReplyKind.YES, may(5))],
            may(5),
            True,
            False,
            id="answering them is never too soon",
        ),
        pytest.param(
            [Attempt(Channel.EMAIL, may(4), Result.BOUNCED)],
            [],
            may(5),
            True,
            False,
            id="a bounce starts no waiting time",
        ),
    ],
)
def test_permission(
    attempts: list[Attempt], replies: list[Reply], on: date, allowed: bool, warns: bool
) -> None:
    answer = may_attempt(attempts, replies, on=on, today=on, working_days=DAYS)
    assert (answer.allowed, bool(answer.warning), bool(answer.why)) == (allowed, warns, not allowed)


def test_a_promised_call_is_not_too_soon() -> None:
    answer = may_attempt([LETTER], on=may(7), today=may(7), working_days=DAYS, promised_on=may(7))
    assert answer.warning == ""


def test_do_not_contact_and_an_attempt_allowed_by_hand() -> None:
    three = [LETTER, VOICEMAIL, EMAIL]
    assert not may_attempt([], on=may(4), today=may(4), working_days=DAYS, do_not_contact=True).allowed
    assert may_attempt(three, on=may(29), today=may(29), working_days=DAYS, extra_attempts=1).allowed
    assert not may_attempt(three[:2], on=may(29), today=may(29), working_days=DAYS, max_attempts=2).allowed


def test_the_method_says_three() -> None:
    assert MAX_ATTEMPTS == 3
