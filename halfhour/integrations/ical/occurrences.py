"""When the events of a calendar file happen: rules, extra dates, left-out dates and changed repetitions.

Bounded: a file has one budget of steps for all its rules. What does not fit in it is set aside and named, so
that a subscription never holds a page up.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from halfhour.integrations.ical.lines import Component, Property, parse, unescape
from halfhour.integrations.ical.rule import Budget, OutOfStepsError, happenings, parse_rule
from halfhour.integrations.ical.values import When, duration_of, later, when_in, when_of
from halfhour.integrations.ical.zones import FileZones

STEPS_OF_A_FILE = 80_000
STEPS_OF_A_RULE = 40_000
MAX_TIMES = 5_000
MAX_NAMED = 50


@dataclass(frozen=True, slots=True)
class Happening:
    """One time an event takes place. start, end: as in `Event`; end None when the event has none."""

    uid: str
    summary: str
    start: When
    end: When | None
    busy: bool


@dataclass(frozen=True, slots=True)
class Happenings:
    """times: by start. set_aside: one sentence for each event whose rule took too long or could not be read."""

    times: tuple[Happening, ...]
    set_aside: tuple[str, ...]


def occurrences(
    data: bytes, *, after: datetime | None = None, before: datetime | None = None, limit: int = 1000
) -> Happenings:
    """Return when the events of a file happen, between two instants if given, at most `limit` of each event.

    Raises Refused as `parse` does. Floating times and whole days are compared as if in UTC.
    """
    root = parse(data)
    zones = FileZones(root)
    budget = Budget(STEPS_OF_A_FILE)
    out: list[Happening] = []
    aside: list[str] = []
    changed, series = _changed(root, zones), _from_then_on(root, zones)
    for component in root.walk("VEVENT"):
        if len(out) >= MAX_TIMES:
            break
        start = when_of(component.get("DTSTART"), zones)
        if start is None or component.value("STATUS").upper() == "CANCELLED":
            continue
        title = title_of(component)
        override = component.get("RECURRENCE-ID") is not None
        moved = set() if override else changed.get(component.value("UID"), set())
        from_then_on = [] if override else series.get(component.value("UID"), [])
        mine = Budget(min(STEPS_OF_A_RULE, max(budget.left, 0)))
        given = mine.left
        count = 0
        try:
            for at in starts_of(component, start, zones, mine, repeats=not override):
                if key_of(at) in moved:
                    continue
                if before is not None and _comparable(at) >= before:
                    break
                told, first, moved_to = _as_changed(component, start, at, from_then_on, zones)
                if after is not None and _comparable(_end_of(told, first, moved_to, zones) or at) <= after:
                    mine.spend()
                    continue
                out.append(_happening(told, title_of(told), first, moved_to, zones))
                count += 1
                if count >= limit:
                    break
        except OutOfStepsError:
            if count == 0 or before is not None:
                aside.append(f"“{title}” repeats in a way that takes too long to work out.")
        budget.left -= given - max(mine.left, 0)
        if component.get("RRULE") is not None and parse_rule(component.value("RRULE")) is None:
            aside.append(f"“{title}” has a rule of repetition that cannot be read.")
    out.sort(key=lambda h: _comparable(h.start))
    return Happenings(tuple(out), tuple(aside[:MAX_NAMED]))


def starts_of(
    component: Component, start: When, zones: FileZones, budget: Budget, *, repeats: bool = True
) -> Iterator[When]:
    """Give the starts of one event in order, its own first; left-out dates are left out."""
    left_out = {key_of(w) for w in _dates(component.all("EXDATE"), start, zones)}
    extra = sorted(
        (w for w in _dates(component.all("RDATE"), start, zones) if key_of(w) not in left_out),
        key=_comparable,
    )
    seen: set[object] = set()
    rules = _by_rules(component, start, zones, budget) if repeats else iter((start,))
    excluded = _excluded(component, start, budget)
    for at in _merged(rules, extra if repeats else []):
        key = key_of(at)
        if key in left_out or key in seen or excluded(at):
            continue
        seen.add(key)
        yield at


def _by_rules(component: Component, start: When, zones: FileZones, budget: Budget) -> Iterator[When]:
    yield start
    for found in component.all("RRULE")[:1]:
        rule = parse_rule(found.value)
        if rule is None:
            continue
        until = when_in(rule.until, start.zone if start.zone != "UTC" else "", zones) if rule.until else None
        given = 1
        for local in happenings(rule, _clock(start), budget):
            if local == _clock(start):
                continue
            at = _like(start, local, zones)
            given += 1
            if at is None or (rule.count is not None and given > rule.count) or (until and _past(at, until)):
                break
            yield at


def _merged(rules: Iterator[When], extra: list[When]) -> Iterator[When]:
    waiting = list(reversed(extra))
    for at in rules:
        while waiting and _comparable(waiting[-1]) < _comparable(at):
            yield waiting.pop()
        yield at
    while waiting:
        yield waiting.pop()


def _excluded(component: Component, start: When, budget: Budget) -> Callable[[When], bool]:
    """The old EXRULE: say whether a start falls on it."""
    rules = [r for p in component.all("EXRULE")[:3] if (r := parse_rule(p.value))]
    streams = [happenings(rule, _clock(start), budget) for rule in rules]
    heads: list[datetime | None] = [next(s, None) for s in streams]

    def is_excluded(at: When) -> bool:
        local = _clock(at)
        for n, stream in enumerate(streams):
            head = heads[n]
            while head is not None and head < local:
                head = next(stream, None)
            heads[n] = head
            if head == local:
                return True
        return False

    return is_excluded


def _changed(root: Component, zones: FileZones) -> dict[str, set[object]]:
    """For each UID the repetitions that have an event of their own."""
    out: dict[str, set[object]] = {}
    for component in root.walk("VEVENT"):
        at = when_of(component.get("RECURRENCE-ID"), zones)
        if at is not None:
            out.setdefault(component.value("UID"), set()).add(key_of(at))
    return out


@dataclass(frozen=True, slots=True)
class Series:
    """A repetition that was changed together with all that follow (RANGE=THISANDFUTURE, RFC 5545 section 3.2.13)."""

    since: When
    event: Component
    start: When


def _from_then_on(root: Component, zones: FileZones) -> dict[str, list[Series]]:
    """For each UID what was changed from some repetition on, in the order of time."""
    out: dict[str, list[Series]] = {}
    for component in root.walk("VEVENT"):
        mark = component.get("RECURRENCE-ID")
        if mark is None or mark.param("RANGE").upper() != "THISANDFUTURE":
            continue
        since, start = when_of(mark, zones), when_of(component.get("DTSTART"), zones)
        if since is not None and start is not None and len(out) < MAX_TIMES:
            out.setdefault(component.value("UID"), []).append(Series(since, component, start))
    return {uid: sorted(found, key=lambda one: _comparable(one.since))[-100:] for uid, found in out.items()}


def _as_changed(
    component: Component, start: When, at: When, series: list[Series], zones: FileZones
) -> tuple[Component, When, When]:
    """(event, its start, the time) of one repetition, moved as the last change before it says."""
    for one in reversed(series):
        if _comparable(one.since) < _comparable(at):
            moved = later(at, _clock(one.start) - _clock(one.since), zones)
            return one.event, one.start, moved or at
    return component, start, at


def title_of(component: Component) -> str:
    return unescape(component.value("SUMMARY")) or "no title"


def key_of(when: When) -> object:
    """What makes two times the same moment: the instant, the day, or the floating wall clock."""
    return when.at or when.day or when.local


def _dates(properties: list[Property], start: When, zones: FileZones) -> list[When]:
    out = []
    for found in properties[:5000]:
        for value in found.value.split(",")[:5000]:
            # Without a zone of its own a date is told by the start's: many programs leave it out here.
            zone = found.param("TZID") or (start.zone if start.zone != "UTC" else "")
            at = when_in(value.split("/")[0], zone, zones)
            if at is None:
                continue
            if at.day is not None and start.day is None and start.local is not None:
                # A bare date leaves out, or adds, the repetition of that day.
                at = _like(start, datetime.combine(at.day, start.local.time()), zones) or at
            out.append(at)
            if len(out) > 20_000:
                return out
    return out


def _clock(when: When) -> datetime:
    if when.local is not None:
        return when.local
    return datetime.combine(when.day or date(1970, 1, 1), time())


def _like(start: When, local: datetime, zones: FileZones) -> When | None:
    """The wall clock as a time of the same sort as the start."""
    if start.day is not None:
        return When(day=local.date())
    suffix = "Z" if start.zone == "UTC" else ""
    return when_in(local.strftime("%Y%m%dT%H%M%S").zfill(15) + suffix, "" if suffix else start.zone, zones)


def _past(at: When, until: When) -> bool:
    if until.day is not None:
        return _clock(at).date() > until.day
    if at.at is not None and until.at is not None:
        return at.at > until.at
    return _clock(at) > _clock(until)


def _comparable(when: When) -> datetime:
    return when.at if when.at is not None else _clock(when).replace(tzinfo=UTC)


def _end_of(component: Component, start: When, at: When, zones: FileZones) -> When | None:
    length = duration_of(component.value("DURATION")) if component.get("DURATION") else None
    end = when_of(component.get("DTEND"), zones)
    if length is None and end is not None:
        if start.day is not None and end.day is not None:
            length = end.day - start.day
        elif start.local is not None and end.local is not None:
            length = _comparable(end) - _comparable(start)
    if length is None:
        return later(at, timedelta(days=1), zones) if at.day is not None else None
    if at.at is not None and at.zone != "UTC" and at.local is not None:
        return When(at=at.at + length, local=at.local + length, zone=at.zone)
    return later(at, length, zones)


def _happening(component: Component, title: str, start: When, at: When, zones: FileZones) -> Happening:
    busy = component.value("TRANSP").upper() != "TRANSPARENT"
    return Happening(component.value("UID"), title, at, _end_of(component, start, at, zones), busy)
