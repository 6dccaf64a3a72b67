"""Dates, times and lengths of calendar files (RFC 5545 section 3.3) as plain values."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from halfhour.integrations.ical.lines import Property
from halfhour.integrations.ical.zones import FileZones

_DATE = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})\s*$")
_DATE_TIME = re.compile(
    r"\s*(\d{4})-?(\d{2})-?(\d{2})[Tt ](\d{2}):?(\d{2}):?(\d{2})?(?:\.\d{1,6})?\s*([Zz])?\s*$"
)
_DURATION = re.compile(
    r"\s*([+-])?P(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T?(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class When:
    """A date, an instant or a wall clock.

    day: for whole days. at: UTC instant when the zone is known. local: the wall clock as written, without zone.
    zone: the TZID as written ("UTC" for Z), empty for floating. unsure: the zone is named but nobody knows it.
    """

    day: date | None = None
    at: datetime | None = None
    local: datetime | None = None
    zone: str = ""

    @property
    def unsure(self) -> bool:
        return self.at is None and self.day is None and bool(self.zone)

    def written(self) -> str:
        """Return it as text: "2024-07-01", "2024-07-01T09:00:00Z", or without Z when floating or unsure."""
        if self.day is not None:
            return self.day.isoformat()
        if self.at is not None:
            return (
                self.at.strftime("%Y-%m-%dT%H:%M:%SZ")
                if self.at.year >= 1000
                else self.at.replace(tzinfo=None).isoformat() + "Z"
            )
        return self.local.isoformat() if self.local else ""


def when_of(found: Property | None, zones: FileZones) -> When | None:
    """Read DTSTART, DTEND, RECURRENCE-ID and the like; None when it is missing or no date."""
    if found is None:
        return None
    value, zone = found.value, found.param("TZID")
    if zone and found.param("VALUE").upper() != "DATE" and _DATE.match(value):
        value = f"{value.strip()}T000000"  # a zone says that midnight there is meant
    return when_in(value, zone, zones)


def when_in(value: str, zone: str, zones: FileZones) -> When | None:
    """Read one date or date-time value."""
    value = value.strip()
    plain = _DATE.match(value)
    try:
        if plain:
            return When(day=date(int(plain[1]), int(plain[2]), int(plain[3])))
        found = _DATE_TIME.match(value)
        if not found:
            return None
        second = min(int(found[6] or 0), 59)
        hour = int(found[4])
        clock = time(0 if hour == 24 else hour, int(found[5]), second)
        local = datetime.combine(date(int(found[1]), int(found[2]), int(found[3])), clock)
        local += timedelta(days=1) if hour == 24 else timedelta()
    except (ValueError, OverflowError):
        return None
    if found[7]:
        return When(at=local.replace(tzinfo=UTC), local=local, zone="UTC")
    if not zone:
        return When(local=local)
    convert = zones.to_utc(zone)
    try:
        return When(at=convert(local) if convert else None, local=local, zone=zone)
    except (ValueError, OverflowError):
        return When(local=local, zone=zone)


def duration_of(value: str) -> timedelta | None:
    """Read a DURATION; None when it is none."""
    found = _DURATION.match(value)
    if not found or not any(found.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(found[i] or 0) for i in range(2, 7))
    size = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -size if found[1] == "-" else size


def later(start: When, by: timedelta, zones: FileZones, *, by_the_clock: bool = False) -> When | None:
    """Return start + by: whole days by the calendar, the rest by the clock (RFC 5545 section 3.3.6).

    by_the_clock: also the days, as in PT24H, which is not P1D when the clocks change.
    """
    try:
        if start.day is not None:
            return When(day=start.day + timedelta(days=by.days))
        if start.local is None:
            return None
        if start.at is None:
            return When(local=start.local + by, zone=start.zone)
        if by_the_clock:
            return When(at=start.at + by, local=start.local + by, zone=start.zone)
        if start.zone == "UTC" or by.seconds or by.microseconds:
            by_days = timedelta(days=by.days) if start.zone != "UTC" else timedelta()
            moved = (
                when_in((start.local + by_days).strftime("%Y%m%dT%H%M%S"), start.zone, zones)
                if by_days
                else start
            )
            at = (moved.at if moved and moved.at else start.at) + (by - by_days)
            return When(at=at, local=start.local + by, zone=start.zone)
        return when_in((start.local + by).strftime("%Y%m%dT%H%M%S"), start.zone, zones)
    except (ValueError, OverflowError):
        return None
