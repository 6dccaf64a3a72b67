"""When a thank-you is due, when it is overdue, and how a late one begins.

Source: Yale and NCSU (within 24 hours), Merrimack and Berkeley (48 hours), Bolles (the same night); that the clock starts
at the real end of the talk, and the wording of a late opening, are defaults of ours.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

DUE_HOURS = 24
OVERDUE_HOURS = 48


@dataclass(frozen=True)
class ThanksTimes:
    due_at: datetime
    overdue_at: datetime


def thanks_times(ended_at: datetime, *, due_hours: int = DUE_HOURS) -> ThanksTimes:
    """Say when thanks are due (24 hours after the talk ended, or the seeker's own number) and overdue (48 hours)."""
    return ThanksTimes(ended_at + timedelta(hours=due_hours), ended_at + timedelta(hours=OVERDUE_HOURS))


def is_late(ended_at: datetime, now: datetime) -> bool:
    """Say whether thanks sent now would be late: 48 hours or more after the talk ended."""
    return now >= thanks_times(ended_at).overdue_at
