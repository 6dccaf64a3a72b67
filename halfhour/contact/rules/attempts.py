"""What counts as an attempt, how many there may be, and how far apart.

Source: Informational Interviewing Part 1, "Making Contact": three attempts, then the next name on the list.
What exactly is counted is a default of ours: an outgoing contact, addressed to the person, that ends without the
person or their assistant answering by its due date. Gap: Carleton (at least one week), Duke (7 business days).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from halfhour.contact.rules.working_days import WorkingDays, in_words

MAX_ATTEMPTS = 3
FEWEST_MAX_ATTEMPTS = 2
MIN_GAP_WORKING_DAYS = 5
ANSWER_WORKING_DAYS = 5


class Channel(StrEnum):
    LETTER = "letter"
    EMAIL = "email"
    NETWORK = "network"
    PHONE = "phone"
    VOICEMAIL = "voicemail"
    INTRODUCTION = "introduction"


SPOKEN = frozenset({Channel.PHONE, Channel.VOICEMAIL})


class Result(StrEnum):
    """How an outgoing contact ended, as far as it is known."""

    WAITING = "waiting"
    ANSWERED = "answered"
    ASSISTANT = "assistant"
    NO_ANSWER = "no-answer"
    BOUNCED = "bounced"
    WRONG_NUMBER = "wrong-number"


LIVE = frozenset({Result.ANSWERED, Result.ASSISTANT})
LOST = frozenset({Result.BOUNCED, Result.WRONG_NUMBER})


class ReplyKind(StrEnum):
    YES = "yes"
    LATER = "later"
    NO = "no"
    NEVER = "never"
    NAMED_OTHER = "named-other"
    PHONE_INSTEAD = "phone-instead"
    OTHER_TIME = "other-time"
    THINKS_JOB = "thinks-job"
    UNCLEAR = "unclear"


REFUSALS = frozenset({ReplyKind.NO, ReplyKind.NEVER, ReplyKind.NAMED_OTHER})


@dataclass(frozen=True)
class Attempt:
    """One outgoing contact. An introduction counts only from the moment it has reached the person.

    seq: order of recording among facts of the same day; on a tie a reply comes after an attempt.
    """

    channel: Channel
    on: date
    result: Result = Result.WAITING
    answer_due_on: date | None = None
    seq: int = 0


@dataclass(frozen=True)
class Reply:
    """What the person said, in writing or live.

    call_back_on: the day they named. set_aside: the seeker reopened by hand, with a reason, after this reply;
    `never` cannot be set aside.
    """

    kind: ReplyKind
    on: date
    call_back_on: date | None = None
    set_aside: bool = False
    seq: int = 0


@dataclass(frozen=True)
class Count:
    """The tally of attempts: `failed` have run out, `waiting` may still be answered."""

    failed: int
    waiting: int
    last_due_on: date | None

    @property
    def made(self) -> int:
        return self.failed + self.waiting


@dataclass(frozen=True)
class Permission:
    """Whether something may be done. `warning` is filled when it may, but had better not."""

    allowed: bool
    why: str = ""
    warning: str = ""


def answer_due_on(attempt: Attempt, working_days: WorkingDays) -> date:
    """Say until when an answer to this attempt may be expected; a call that nobody took is over on its day."""
    if attempt.result is Result.NO_ANSWER:
        return attempt.on
    return attempt.answer_due_on or working_days.add(attempt.on, ANSWER_WORKING_DAYS)


def count_attempts(
    attempts: Sequence[Attempt],
    replies: Sequence[Reply] = (),
    *,
    today: date,
    working_days: WorkingDays,
    contact: tuple[date, int] | None = None,
    max_attempts: int = MAX_ATTEMPTS,
) -> Count:
    """Count the attempts at one person, over all approaches.

    attempts, replies: in any order. An attempt dated after today counts as made (the clock may have gone back).
    contact: day and seq when contact was last made (a talk held, an introducer handing over); what was tried before
    that no longer counts.
    A reply in the person's own time answers what was still open on its day; what a call brought (a reply on the
    day of a live call) leaves the tally as it was. Someone who answers after the last allowed attempt starts at 0.
    """
    said = sorted(replies, key=lambda r: (r.on, r.seq))
    in_their_time = [r for r in said if not _came_of_a_call(r, said, attempts)]
    counted = sorted(
        (
            a
            for a in attempts
            if a.result not in LIVE | LOST and (contact is None or (a.on, a.seq) >= contact)
        ),
        key=lambda a: (a.on, a.seq),
    )
    open_ones = [a for a in counted if not _answered(a, in_their_time, working_days)]
    for reply in said:
        before = [a for a in open_ones if (a.on, a.seq) <= (reply.on, reply.seq)]
        if len(before) >= max_attempts and reply.kind not in REFUSALS:
            open_ones = [a for a in open_ones if a not in before]
    dues = [answer_due_on(a, working_days) for a in open_ones]
    failed = sum(
        a.result is Result.NO_ANSWER or due < today or _followed(a, due, open_ones)
        for a, due in zip(open_ones, dues, strict=True)
    )
    return Count(failed, len(open_ones) - failed, max(dues, default=None))


def _followed(attempt: Attempt, due: date, later: Sequence[Attempt]) -> bool:
    """Say whether the day this one named has come and was kept: nobody waits any longer for an answer to it."""
    return any(b.on >= due and (b.on, b.seq) > (attempt.on, attempt.seq) for b in later)


def _came_of_a_call(reply: Reply, said: Sequence[Reply], attempts: Sequence[Attempt]) -> bool:
    """Say whether this is what a live call brought: the first reply recorded after it on its day."""
    calls = [
        a.seq
        for a in attempts
        if a.on == reply.on and a.seq <= reply.seq and a.result in LIVE and a.channel in SPOKEN
    ]
    if not calls:
        return False
    between = [r for r in said if r.on == reply.on and max(calls) <= r.seq < reply.seq]
    return not between


def _answered(attempt: Attempt, own_replies: Sequence[Reply], working_days: WorkingDays) -> bool:
    if attempt.result is Result.NO_ANSWER:
        return False
    due = answer_due_on(attempt, working_days)
    return any(attempt.on <= r.on <= due and (r.on > attempt.on or r.seq >= attempt.seq) for r in own_replies)


def may_attempt(
    attempts: Sequence[Attempt],
    replies: Sequence[Reply] = (),
    *,
    on: date,
    today: date,
    working_days: WorkingDays,
    do_not_contact: bool = False,
    contact: tuple[date, int] | None = None,
    max_attempts: int = MAX_ATTEMPTS,
    extra_attempts: int = 0,
    promised_on: date | None = None,
) -> Permission:
    """Say whether one more outgoing contact on `on` is allowed, and whether it comes too soon.

    extra_attempts: attempts beyond the cap that the seeker allowed by hand, each with a logged reason.
    promised_on: an open promise; a contact on or after its day is never too soon.
    """
    if do_not_contact or any(r.kind is ReplyKind.NEVER for r in replies):
        return Permission(False, "They asked to be left alone. Nothing more goes to them.")
    standing = sorted((r for r in replies if not r.set_aside), key=lambda r: (r.on, r.seq))
    last = standing[-1] if standing else None
    if last and last.kind in REFUSALS:
        return Permission(False, "They said no. Thank them and leave it there.")
    count = count_attempts(
        attempts,
        replies,
        today=today,
        working_days=working_days,
        contact=contact,
        max_attempts=max_attempts,
    )
    if count.made >= max_attempts + extra_attempts:
        return Permission(False, f"{_number(count.made)} attempts have been made. Take the next name.")
    earlier = [a for a in attempts if a.result not in LOST and (contact is None or (a.on, a.seq) >= contact)]
    latest = max(earlier, key=lambda a: (a.on, a.seq), default=None)
    if latest is None or (promised_on and on >= promised_on):
        return Permission(True)
    if last and (last.on, last.seq) >= (latest.on, latest.seq):
        return Permission(True)
    gap_over_on = working_days.add(latest.on, MIN_GAP_WORKING_DAYS)
    if on < gap_over_on:
        return Permission(
            True,
            warning=f"The last attempt was on {in_words(latest.on)}. Give them {MIN_GAP_WORKING_DAYS} working days: "
            f"{in_words(gap_over_on)} is early enough.",
        )
    return Permission(True)


def _number(n: int) -> str:
    return {2: "Two", 3: "Three", 4: "Four", 5: "Five"}.get(n, str(n))
