"""Which days count as working days, and how to step from one to another.

Source: K-State (call within the week), Duke on Dalton's 3B7 (business days); Monday to Friday is a default
of ours, the holidays come from the caller (the seeker's country and region).
"""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, timedelta

WEEKEND = frozenset({5, 6})
LONGEST_BREAK_DAYS = 366


@dataclass(frozen=True)
class WorkingDays:
    """A calendar of working days.

    holidays: anything that answers `day in holidays`; the weekend need not be in it.
    weekend: weekday numbers, Monday is 0.
    """

    holidays: Container[date] = frozenset()
    weekend: frozenset[int] = WEEKEND

    def is_one(self, day: date) -> bool:
        return day.weekday() not in self.weekend and day not in self.holidays

    def on_or_after(self, day: date) -> date:
        """Return the day itself when it is a working day, else the next one.

        Raises ValueError when a whole year holds none.
        """
        return self._seek(day, 1)

    def on_or_before(self, day: date) -> date:
        """Return the day itself when it is a working day, else the one before. Raises as `on_or_after`."""
        return self._seek(day, -1)

    def add(self, day: date, count: int) -> date:
        """Return the working day that lies `count` working days after `day`.

        Day one is the first working day after `day`, whether or not `day` is one. Zero gives `on_or_after(day)`.
        Raises ValueError for a negative count.
        """
        if count < 0:
            raise ValueError("a number of working days cannot be negative")
        if count == 0:
            return self.on_or_after(day)
        for _ in range(count):
            day = self.on_or_after(day + timedelta(days=1))
        return day

    def between(self, first: date, last: date) -> int:
        """Count the working days after `first` up to and with `last`; 0 when `last` is not later."""
        days = max(0, (last - first).days)
        return sum(self.is_one(first + timedelta(days=n)) for n in range(1, days + 1))

    def _seek(self, day: date, step: int) -> date:
        for n in range(LONGEST_BREAK_DAYS + 1):
            found = day + timedelta(days=n * step)
            if self.is_one(found):
                return found
        raise ValueError("no working day within a year of " + day.isoformat())


def in_words(day: date) -> str:
    """Return a day as it is said aloud: Tuesday 14 May."""
    return f"{day:%A} {day.day} {day:%B}"


def add_working_days(day: date, count: int, holidays: Container[date] = frozenset()) -> date:
    """Say which day lies `count` working days after `day`, Monday to Friday without the holidays."""
    return WorkingDays(holidays).add(day, count)
