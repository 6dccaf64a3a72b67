"""When a recurrence rule happens, on the wall clock (RFC 5545 section 3.3.10).

Own code so that every rule ends: each period looked at costs one step, and the steps are counted. A rule that
never matches, or that happens every second, stops at its budget instead of running for hours.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY")
MAX_TIMES_A_DAY = 1500


class OutOfStepsError(Exception):
    """The rule used up its budget."""


class Budget:
    """How many more periods may be looked at, for one rule or for a whole file."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def spend(self, steps: int = 1) -> None:
        self.left -= steps
        if self.left < 0:
            raise OutOfStepsError


@dataclass(frozen=True, slots=True)
class Rule:
    """A parsed RRULE. by_day: (ordinal or 0, weekday 0-6). until: as written, read by the caller."""

    frequency: str
    interval: int
    count: int | None
    until: str
    by_month: tuple[int, ...]
    by_week: tuple[int, ...]
    by_year_day: tuple[int, ...]
    by_month_day: tuple[int, ...]
    by_day: tuple[tuple[int, int], ...]
    by_hour: tuple[int, ...]
    by_minute: tuple[int, ...]
    by_second: tuple[int, ...]
    by_position: tuple[int, ...]
    week_start: int

    @property
    def chooses_days(self) -> bool:
        return bool(self.by_month_day or self.by_day or self.by_week or self.by_year_day)


@lru_cache(maxsize=512)
def parse_rule(value: str) -> Rule | None:
    """Read a rule; None when it has no known frequency or numbers out of range."""
    parts: dict[str, str] = {}
    for piece in value[:4000].split(";")[:30]:
        name, _, said = piece.partition("=")
        parts.setdefault(name.strip().upper(), said.strip())
    frequency = parts.get("FREQ", "").upper()
    if frequency not in FREQUENCIES:
        return None
    days = []
    for piece in parts.get("BYDAY", "").upper().split(",")[:400]:
        found = re.fullmatch(r"\s*([+-]?\d{1,3})?\s*(MO|TU|WE|TH|FR|SA|SU)\s*", piece)
        if found:
            days.append((int(found[1] or 0), DAYS.index(found[2])))
    try:
        return Rule(
            frequency,
            max(1, min(int(parts.get("INTERVAL") or 1), 100_000)),
            min(int(parts["COUNT"]), 1_000_000) if parts.get("COUNT") else None,
            parts.get("UNTIL", ""),
            _numbers(parts, "BYMONTH", 1, 12),
            _numbers(parts, "BYWEEKNO", -53, 53),
            _numbers(parts, "BYYEARDAY", -366, 366),
            _numbers(parts, "BYMONTHDAY", -31, 31),
            tuple(days),
            _numbers(parts, "BYHOUR", 0, 23),
            _numbers(parts, "BYMINUTE", 0, 59),
            _numbers(parts, "BYSECOND", 0, 59),
            _numbers(parts, "BYSETPOS", -366, 366),
            DAYS.index(parts.get("WKST", "MO").upper()) if parts.get("WKST", "MO").upper() in DAYS else 0,
        )
    except ValueError:
        return None


def _numbers(parts: dict[str, str], name: str, low: int, high: int) -> tuple[int, ...]:
    found = [int(n) for n in parts.get(name, "").split(",")[:400] if re.fullmatch(r"\s*[+-]?\d{1,4}\s*", n)]
    return tuple(sorted({n for n in found if low <= n <= high and (n or low >= 0)}))


def happenings(rule: Rule, start: datetime, budget: Budget) -> Iterator[datetime]:
    """Give the wall-clock times of a rule from `start` on, in order, without end; COUNT and UNTIL are not applied.

    Raises OutOfStepsError when the budget is used up; stops in the year 9999.
    """
    last: datetime | None = None
    for candidates in _periods(rule, start, budget):
        ordered = sorted(candidates)
        if rule.by_position:
            ordered = sorted(
                {
                    ordered[p - 1 if p > 0 else p]
                    for p in rule.by_position
                    if -len(ordered) <= p <= len(ordered)
                }
                if ordered
                else ()
            )
        for at in ordered:
            if at >= start and (last is None or at > last):
                last = at
                yield at


def _periods(rule: Rule, start: datetime, budget: Budget) -> Iterator[list[datetime]]:
    if rule.frequency in ("HOURLY", "MINUTELY", "SECONDLY"):
        yield from _clock_periods(rule, start, budget)
        return
    times = _times_of_day(rule, start)
    for days in _day_periods(rule, start.date(), budget):
        budget.spend(1 + len(days) * len(times) // 8)
        yield [datetime.combine(day, at) for day in days for at in times]


def _times_of_day(rule: Rule, start: datetime) -> list[time]:
    hours, minutes = rule.by_hour or (start.hour,), rule.by_minute or (start.minute,)
    seconds = rule.by_second or (start.second,)
    if len(hours) * len(minutes) * len(seconds) > MAX_TIMES_A_DAY:
        raise OutOfStepsError
    return [time(hour, minute, second) for hour in hours for minute in minutes for second in seconds]


def _day_periods(rule: Rule, start: date, budget: Budget) -> Iterator[list[date]]:
    """Give the chosen days of each year, month, week or day of the rule."""
    if rule.frequency == "YEARLY":
        for year in range(start.year, 9999, rule.interval):
            budget.spend(4 if rule.chooses_days or rule.by_month else 1)
            yield _days_of_year(rule, year, start)
    elif rule.frequency == "MONTHLY":
        month = start.year * 12 + start.month - 1
        while month // 12 < 9999:
            budget.spend()
            year, number = month // 12, month % 12 + 1
            yield _days_of_month(rule, year, number, start) if _fits_month(rule, number) else []
            month += rule.interval
    elif rule.frequency == "WEEKLY":
        monday = start - timedelta(days=(start.weekday() - rule.week_start) % 7)
        while monday.year < 9999:
            budget.spend()
            week = [monday + timedelta(days=n) for n in range(7)]
            chosen = {d for _, d in rule.by_day} or {start.weekday()}
            yield [d for d in week if d.weekday() in chosen and _fits_month(rule, d.month)]
            monday = _after(monday, 7 * rule.interval)
    else:
        day = start
        while day.year < 9999:
            budget.spend()
            yield [day] if _fits_day(rule, day) else []
            day = _after(day, rule.interval)


def _after(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date(9999, 12, 31)


def _fits_month(rule: Rule, month: int) -> bool:
    return not rule.by_month or month in rule.by_month


def _fits_day(rule: Rule, day: date) -> bool:
    """Say whether a day passes the BY parts as filters, for DAILY and below."""
    if not _fits_month(rule, day.month):
        return False
    length = calendar.monthrange(day.year, day.month)[1]
    if (
        rule.by_month_day
        and day.day not in rule.by_month_day
        and day.day - length - 1 not in rule.by_month_day
    ):
        return False
    year_day = day.timetuple().tm_yday
    year_length = 366 if calendar.isleap(day.year) else 365
    if (
        rule.by_year_day
        and year_day not in rule.by_year_day
        and year_day - year_length - 1 not in rule.by_year_day
    ):
        return False
    return not rule.by_day or day.weekday() in {d for _, d in rule.by_day}


def _days_of_month(rule: Rule, year: int, month: int, start: date) -> list[date]:
    length = calendar.monthrange(year, month)[1]
    if rule.by_month_day:
        numbers = {n if n > 0 else length + 1 + n for n in rule.by_month_day}
        days = [date(year, month, n) for n in sorted(numbers) if 1 <= n <= length]
        return [d for d in days if not rule.by_day or _is_nth(rule, d, date(year, month, 1), length)]
    if rule.by_day:
        return [
            d
            for n in range(1, length + 1)
            if _is_nth(rule, d := date(year, month, n), date(year, month, 1), length)
        ]
    return [date(year, month, start.day)] if start.day <= length else []


def _is_nth(rule: Rule, day: date, first: date, length: int) -> bool:
    """Say whether a day is one of BYDAY within the span of `length` days from `first`."""
    place = (day - first).days
    for nth, weekday in rule.by_day:
        if day.weekday() != weekday:
            continue
        if (
            nth == 0
            or (nth > 0 and place // 7 + 1 == nth)
            or (nth < 0 and (length - 1 - place) // 7 + 1 == -nth)
        ):
            return True
    return False


def _days_of_year(rule: Rule, year: int, start: date) -> list[date]:
    length = 366 if calendar.isleap(year) else 365
    if rule.by_week:
        return _days_of_weeks(rule, year, start)
    if rule.by_year_day:
        numbers = {n if n > 0 else length + 1 + n for n in rule.by_year_day}
        days = [date(year, 1, 1) + timedelta(days=n - 1) for n in sorted(numbers) if 1 <= n <= length]
        return [d for d in days if _fits_month(rule, d.month) and _fits_weekday_and_month_day(rule, d)]
    if rule.by_month or rule.by_month_day:
        months = rule.by_month or (range(1, 13) if rule.by_month_day else (start.month,))
        return [d for month in months for d in _days_of_month(rule, year, month, start)]
    if rule.by_day:
        first = date(year, 1, 1)
        return [d for n in range(length) if _is_nth(rule, d := first + timedelta(days=n), first, length)]
    return _days_of_month(rule, year, start.month, start)


def _fits_weekday_and_month_day(rule: Rule, day: date) -> bool:
    length = calendar.monthrange(day.year, day.month)[1]
    if (
        rule.by_month_day
        and day.day not in rule.by_month_day
        and day.day - length - 1 not in rule.by_month_day
    ):
        return False
    return not rule.by_day or day.weekday() in {d for _, d in rule.by_day}


def _days_of_weeks(rule: Rule, year: int, start: date) -> list[date]:
    """The days of the numbered weeks of a year; week 1 has at least four days in it."""
    first = _first_week(year, rule.week_start)
    weeks = (_first_week(year + 1, rule.week_start) - first).days // 7
    numbers = {n if n > 0 else weeks + 1 + n for n in rule.by_week}
    weekdays = {d for _, d in rule.by_day} or {start.weekday()}
    days = [
        first + timedelta(days=(n - 1) * 7 + d) for n in sorted(numbers) if 1 <= n <= weeks for d in range(7)
    ]
    return [d for d in days if d.weekday() in weekdays and _fits_month(rule, d.month)]


def _first_week(year: int, week_start: int) -> date:
    fourth = date(year, 1, 4)
    return fourth - timedelta(days=(fourth.weekday() - week_start) % 7)


def _clock_periods(rule: Rule, start: datetime, budget: Budget) -> Iterator[list[datetime]]:
    """The hours, minutes or seconds of a rule; days that do not fit are passed over as a whole."""
    unit = {"HOURLY": 3600, "MINUTELY": 60, "SECONDLY": 1}[rule.frequency]
    step = timedelta(seconds=unit * rule.interval)
    at = start
    while at.year < 9999:
        budget.spend()
        if not _fits_day(rule, at.date()):
            midnight = datetime.combine(_after(at.date(), 1), time())
            at += step * max(1, -((at - midnight) // step))
            continue
        if _fits_clock(rule, at):
            yield _within(rule, at)
        at += step


def _fits_clock(rule: Rule, at: datetime) -> bool:
    if rule.by_hour and at.hour not in rule.by_hour:
        return False
    if rule.frequency != "HOURLY" and rule.by_minute and at.minute not in rule.by_minute:
        return False
    return not (rule.frequency == "SECONDLY" and rule.by_second and at.second not in rule.by_second)


def _within(rule: Rule, at: datetime) -> list[datetime]:
    minutes = rule.by_minute if rule.frequency == "HOURLY" and rule.by_minute else (at.minute,)
    seconds = rule.by_second if rule.frequency != "SECONDLY" and rule.by_second else (at.second,)
    return [at.replace(minute=m, second=s) for m in minutes for s in seconds]
