"""When a thank-you is due, when it is overdue, and how a late one begins.

Source: Yale and NCSU (within 24 hours), Merrimack and Berkeley (48 hours), Bolles (the same night); that the clock starts
at the real end of the talk, and the wording of a late opening, are defaults of ours.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

DUE_HOURS = 24
OVERDUE_HOURS = 48


class ThanksStatus(StrEnum):
    OPEN = "open"
    DUE = "due"
    OVERDUE = "overdue"
    SENT = "sent"
    SENT_LATE = "sent-late"


@dataclass(frozen=True)
class ThanksTimes:
    due_at: datetime
    overdue_at: datetime


def thanks_times(ended_at: datetime, *, due_hours: int = DUE_HOURS) -> ThanksTimes:
    """Say when thanks are due (24 hours after the talk ended, or the seeker's own number) and overdue (48 hours)."""
    return ThanksTimes(ended_at + timedelta(hours=due_hours), ended_at + timedelta(hours=OVERDUE_HOURS))


def thanks_status(ended_at: datetime, *, now: datetime, sent_at: datetime | None = None) -> ThanksStatus:
    """Say how the thanks for one talk stand; all instants are aware. Sent at 48 hours sharp is still in time."""
    times = thanks_times(ended_at)
    if sent_at is not None:
        return ThanksStatus.SENT if sent_at <= times.overdue_at else ThanksStatus.SENT_LATE
    if now < times.due_at:
        return ThanksStatus.OPEN
    return ThanksStatus.DUE if now < times.overdue_at else ThanksStatus.OVERDUE


def late_opening(talked_on: date, *, today: date) -> str | None:
    """Return the first line of a thank-you that comes late, or None when it does not.

    The days are local dates of the seeker; up to two days after the talk is not late.
    """
    days = (today - talked_on).days
    if days <= 2:
        return None
    if days <= 7:
        return f"This should have reached you right after we spoke on {talked_on:%A}; our talk has stayed with me."
    if days <= 30:
        return f"We spoke on {talked_on:%B} {talked_on.day}, and I should have thanked you long before now."
    return f"It has been a while since we spoke in {talked_on:%B}, and I never thanked you properly. I would like to do so now."


def is_late(ended_at: datetime, now: datetime) -> bool:
    """Say whether thanks sent now would be late: 48 hours or more after the talk ended."""
    return now >= thanks_times(ended_at).overdue_at
