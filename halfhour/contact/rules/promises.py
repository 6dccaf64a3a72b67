"""The day I said I would call or write: which days may be promised, and whether a promise was kept.

Source: Informational Interviewing Part 1, "Making Contact": say you will telephone on a particular day, and be sure
to do it; leave time to check a schedule. Five working days is K-State's "within the week"; 3 to 10 is a default of ours.
Second name after three working days: Duke on Dalton's 3B7.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from halfhour.contact.rules.attempts import SPOKEN, Attempt, Channel, Reply
from halfhour.contact.rules.working_days import WorkingDays, in_words

DEFAULT_WORKING_DAYS = 5
EARLIEST_WORKING_DAYS = 3
LATEST_WORKING_DAYS = 10
SECOND_NAME_WORKING_DAYS = 3
BROKEN_AFTER_WORKING_DAYS = 5


class PromiseKind(StrEnum):
    CALL = "call"
    WRITE = "write"


class PromiseStatus(StrEnum):
    """`released`: they answered first, so nothing is owed. `kept-late`: done, but after its day."""

    OPEN = "open"
    DUE = "due"
    OVERDUE = "overdue"
    BROKEN = "broken"
    KEPT = "kept"
    KEPT_LATE = "kept-late"
    RELEASED = "released"


@dataclass(frozen=True)
class Promise:
    """made_on: the day it was given. seq: order of recording within that day, as for attempts and replies."""

    on: date
    made_on: date
    kind: PromiseKind = PromiseKind.CALL
    kept_on: date | None = None
    seq: int = 0


@dataclass(frozen=True)
class PromiseDays:
    """The days that may be promised for something sent on one day."""

    default_on: date
    earliest_on: date
    latest_on: date


def promise_days(sent_on: date, working_days: WorkingDays) -> PromiseDays:
    """Say which day to propose and between which days the seeker may choose."""
    return PromiseDays(
        working_days.add(sent_on, DEFAULT_WORKING_DAYS),
        working_days.add(sent_on, EARLIEST_WORKING_DAYS),
        working_days.add(sent_on, LATEST_WORKING_DAYS),
    )


def refuse_day(day: date, *, sent_on: date, working_days: WorkingDays) -> str | None:
    """Return why this day cannot be promised, in one sentence, or None when it can."""
    days = promise_days(sent_on, working_days)
    if day <= sent_on:
        return "The day must come after the day you send this."
    if day.weekday() in working_days.weekend:
        return f"That is a {day:%A}. Choose a working day, such as {in_words(working_days.on_or_after(day))}."
    if not working_days.is_one(day):
        return f"That day is a public holiday. {in_words(working_days.on_or_after(day))} is the next working day."
    if day < days.earliest_on:
        return f"Leave them time to look at their week: {in_words(days.earliest_on)} or later."
    if day > days.latest_on:
        return f"That is so late that they will have forgotten: {in_words(days.latest_on)} at the latest."
    return None


def second_name_on(sent_on: date, working_days: WorkingDays) -> date:
    """Say from which day a second person at the same employer may be asked."""
    return working_days.add(sent_on, SECOND_NAME_WORKING_DAYS)


def keeps(promise: Promise, channel: Channel, on: date) -> bool:
    """Say whether an outgoing contact keeps a promise: a call needs a call, a line may also be a call."""
    if on < promise.on:
        return False
    return channel in SPOKEN or promise.kind is PromiseKind.WRITE


def answered_on(promise: Promise, replies: Sequence[Reply]) -> date | None:
    """Return the day of the first reply after the promise was given, or None."""
    later = (r.on for r in replies if (r.on, r.seq) >= (promise.made_on, promise.seq))
    return min(later, default=None)


def kept_in_time(on: date, kept_on: date) -> bool:
    """Say whether a promise for a day was kept by that day; earlier counts, later is kept, though late."""
    return kept_on <= on


def promise_status(
    promise: Promise, replies: Sequence[Reply] = (), *, today: date, working_days: WorkingDays
) -> PromiseStatus:
    """Say how a promise stands on `today`.

    An answer on or before the promised day releases the promise. A promise for today is due until the day is over;
    five working days later, or once they had to answer first, it is broken. Kept before its day counts as kept.
    """
    if promise.kept_on is not None:
        return PromiseStatus.KEPT if kept_in_time(promise.on, promise.kept_on) else PromiseStatus.KEPT_LATE
    answer_on = answered_on(promise, replies)
    if answer_on is not None and answer_on <= promise.on:
        return PromiseStatus.RELEASED
    if today < promise.on:
        return PromiseStatus.OPEN
    if today == promise.on:
        return PromiseStatus.DUE
    if answer_on is not None or today > working_days.add(promise.on, BROKEN_AFTER_WORKING_DAYS):
        return PromiseStatus.BROKEN
    return PromiseStatus.OVERDUE


def unkept(
    promises: Sequence[Promise], attempts: Sequence[Attempt], replies: Sequence[Reply] = ()
) -> Promise | None:
    """Return the earliest promise that still asks for its call or line, or None.

    A promise whose day has passed stops asking once the person was contacted again or has answered.
    """
    open_ones = [
        p
        for p in promises
        if p.kept_on is None
        and answered_on(p, replies) is None
        and not any(a.on > p.on or (a.on == p.on and keeps(p, a.channel, a.on)) for a in attempts)
    ]
    return min(open_ones, key=lambda p: p.on, default=None)


def apology_owed(
    promises: Sequence[Promise],
    attempts: Sequence[Attempt],
    replies: Sequence[Reply] = (),
    *,
    today: date,
) -> Promise | None:
    """Return the promise that was missed and not yet spoken about, or None: the next contact says sorry for it.

    It is spoken about once any contact went out after its day.
    """
    missed = [
        p
        for p in promises
        if p.kept_on is None
        and p.on < today
        and not ((day := answered_on(p, replies)) and day <= p.on)
        and not any(a.on > p.on for a in attempts)
    ]
    return max(missed, key=lambda p: p.on, default=None)
