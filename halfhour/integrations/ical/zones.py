"""From a wall clock in a calendar file to an instant.

Every file brings its own zone definitions and they are kept with that file only: a definition read for one
person never touches another's events. A name the world knows (IANA, or Windows' names) is taken from the
system; a name only the file knows is taken from its VTIMEZONE. A name nobody knows leaves the time unsure.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from halfhour.integrations.ical.lines import Component, unescape
from halfhour.integrations.ical.rule import Budget, OutOfStepsError, happenings, parse_rule

MAX_RULES = 400  # of one definition
_LAST_YEAR = 2100
_EPOCH = datetime.combine(date(1970, 1, 1), time())  # a wall clock

ToUtc = Callable[[datetime], datetime]


@dataclass(frozen=True, slots=True)
class Observance:
    """One STANDARD or DAYLIGHT part: from `starts` (local, before the change) on, at each onset, the offset."""

    starts: datetime
    offset: timedelta
    before: timedelta
    rule: str
    extra: tuple[datetime, ...]


@lru_cache(maxsize=1024)
def known_zone(name: str) -> ZoneInfo | None:
    """Return the system's zone of an IANA or Windows name; None when there is none."""
    name = name.strip().strip('"').strip()
    if not re.fullmatch(r"[A-Za-z0-9 _+./()-]{1,80}", name):
        return None
    # Some programs write a path before the name: /freeassociation.sourceforge.net/Tzfile/Europe/Berlin
    parts = name.split("/") if name.startswith("/") else []
    tails = ["/".join(parts[at:]) for at in range(1, len(parts) - 1)]
    for guess in (name, *tails):
        for plain in (guess, WINDOWS_TO_OLSON.get(guess, "")):
            if found := _zone(plain):
                return found
    return next(
        (found for guess in (name, *tails) if (found := _zone(_by_plain_name().get(guess.casefold(), "")))),
        None,
    )


def _zone(name: str) -> ZoneInfo | None:
    if not name or name.startswith("/") or ".." in name:
        return None
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        return None


@lru_cache(maxsize=1)
def _by_plain_name() -> dict[str, str]:
    """Every name the system or Windows knows, in small letters."""
    windows = {name.casefold(): zone for name, zone in WINDOWS_TO_OLSON.items()}
    return {**windows, **{name.casefold(): name for name in available_timezones()}}


class FileZones:
    """The zones of one file. Made for each file anew; holds no state outside itself."""

    def __init__(self, root: Component) -> None:
        self._defined: dict[str, Component] = {}
        for zone in root.walk("VTIMEZONE"):
            name = unescape(zone.value("TZID"))
            if name:
                self._defined.setdefault(name, zone)
        self._ready: dict[str, ToUtc | None] = {}

    def to_utc(self, name: str) -> ToUtc | None:
        """Return the way from local to UTC for a TZID; None when nobody knows the name."""
        if name not in self._ready:
            self._ready[name] = self._find(name)
        return self._ready[name]

    def _find(self, name: str) -> ToUtc | None:
        zone = known_zone(name)
        component = self._defined.get(name) or self._defined.get(name.strip('"'))
        # A place means the same to everybody. EST, or a name of Windows, means what this file says it means.
        if component is None or "/" in name:
            location = zone
        else:
            location = known_zone(unescape(component.value("X-LIC-LOCATION")))
        observances = _observances(component) if component is not None and location is None else []
        if observances:
            return _by_rules(observances)
        found = location or zone
        return (lambda local: local.replace(tzinfo=found).astimezone(UTC)) if found is not None else None


def _observances(zone: Component) -> list[Observance]:
    out = []
    for part in zone.children:
        starts = _local(part.value("DTSTART"))
        offset, before = _offset(part.value("TZOFFSETTO")), _offset(part.value("TZOFFSETFROM"))
        if part.name not in ("STANDARD", "DAYLIGHT") or offset is None:
            continue
        dates = tuple(
            d for p in part.all("RDATE") for v in p.value.split(",")[:MAX_RULES] if (d := _local(v))
        )
        out.append(
            Observance(
                starts or _EPOCH,
                offset,
                offset if before is None else before,
                part.value("RRULE"),
                dates,
            )
        )
    return out[:MAX_RULES]


def _by_rules(observances: list[Observance]) -> ToUtc:
    """Return the way to UTC through a file's own rules: the latest onset before the time decides."""
    years: dict[int, list[tuple[datetime, Observance]]] = {}

    def onsets(year: int) -> list[tuple[datetime, Observance]]:
        if year not in years:
            years[year] = sorted(
                ((at, o) for o in observances for at in _onsets(o, year)), key=lambda pair: pair[0]
            )
        return years[year]

    def convert(local: datetime) -> datetime:
        for year in (local.year, local.year - 1):
            # An onset is written in the offset that ends there, so it compares with the wall clock as it is;
            # a time that the clock skips or shows twice is taken by the offset before the change.
            passed = [o for at, o in onsets(year) if at <= local]
            if passed:
                return (local - passed[-1].offset).replace(tzinfo=UTC)
        first = min(observances, key=lambda o: o.starts)
        latest = max((o for o in observances if o.starts <= local), key=lambda o: o.starts, default=None)
        return (local - (latest.offset if latest else first.before)).replace(tzinfo=UTC)

    return convert


def _onsets(observance: Observance, year: int) -> list[datetime]:
    found = [d for d in (observance.starts, *observance.extra) if d.year == year]
    if observance.rule and observance.starts.year <= year <= _LAST_YEAR:
        found += _rule_onsets(observance, year)
    return found


def _rule_onsets(observance: Observance, year: int) -> list[datetime]:
    rule = parse_rule(observance.rule)
    if (
        rule is None
        or rule.frequency not in ("YEARLY", "MONTHLY")
        or (rule.until and rule.until[:4] < str(year))
    ):
        return []
    starts = observance.starts
    if rule.count is None and starts.year < year - 1:
        # Near the year at once; the interval of such rules is one in all files seen.
        starts = starts.replace(year=year - 1, day=min(starts.day, 28))
    # UNTIL is in UTC and the onset is not; onsets lie months apart, so a day of slack is harmless.
    until = (_local(rule.until) or datetime.combine(date(_LAST_YEAR, 1, 1), time())) + timedelta(days=1)
    found: list[datetime] = []
    try:
        for count, at in enumerate(happenings(rule, starts, Budget(4000)), 1):
            if at.year > year or at > until or (rule.count is not None and count > rule.count):
                break
            if at.year == year:
                found.append(at)
    except OutOfStepsError:
        return []
    return found[:24]


def _local(value: str) -> datetime | None:
    try:
        return datetime.strptime(value.strip().rstrip("Z")[:15], "%Y%m%dT%H%M%S")  # noqa: DTZ007 - a wall clock
    except ValueError:
        return None


def _offset(value: str) -> timedelta | None:
    found = re.fullmatch(r"\s*([+-]?)(\d{1,2}):?(\d{2})(?::?(\d{2}))?\s*", value)
    if not found:
        return None
    size = timedelta(hours=int(found[2]), minutes=int(found[3]), seconds=int(found[4] or 0))
    if size > timedelta(hours=24):
        return None
    return -size if found[1] == "-" else size
