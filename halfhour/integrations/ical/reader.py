"""A calendar file as bytes, read into plain events.

One bad event never loses the others: it is named in `skipped`. Zone definitions live and die with the file.
"""

from dataclasses import dataclass

from halfhour.integrations.ical.lines import Component, parse
from halfhour.integrations.ical.values import When, duration_of, later, when_of
from halfhour.integrations.ical.zones import FileZones
from halfhour.integrations.refused import Refused

MAX_EVENTS = 50_000
_METHODS = (
    "PUBLISH",
    "REQUEST",
    "REPLY",
    "ADD",
    "CANCEL",
    "REFRESH",
    "COUNTER",
    "DECLINECOUNTER",
)  # RFC 5546


@dataclass(frozen=True, slots=True)
class Attendee:
    """email: without "mailto:", lower case. status: PARTSTAT in upper case ("NEEDS-ACTION" when not said)."""

    email: str
    status: str
    name: str


@dataclass(frozen=True, slots=True)
class Event:
    """One VEVENT. uid, summary, status empty when not there; sequence None when not there.

    recurring: it repeats by a rule. end: DTEND, or the start moved by DURATION, or None. occurrence: RECURRENCE-ID, for a changed repetition.
    stamped: DTSTAMP. problem: words for the person when something in it is wrong (end before start, unknown zone).
    """

    uid: str
    summary: str
    status: str
    sequence: int | None
    start: When | None
    end: When | None
    organizer: str
    attendees: tuple[Attendee, ...]
    recurring: bool
    occurrence: When | None
    stamped: When | None
    description: str
    location: str
    url: str
    problem: str


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """method: upper case, empty when not said. skipped: one sentence for each event that could not be read."""

    method: str
    events: tuple[Event, ...]
    skipped: tuple[str, ...]


def read_ics(data: bytes) -> CalendarFile:
    """Read the events of a calendar file.

    Raises Refused when the file is over the limits or no calendar at all.
    """
    root = parse(data)
    calendars = list(root.walk("VCALENDAR"))
    if not calendars and not any(root.walk("VEVENT")):
        raise Refused("this is not a calendar file (no BEGIN:VCALENDAR in it)")
    zones = FileZones(root)
    events: list[Event] = []
    skipped: list[str] = []
    for number, component in enumerate(root.walk("VEVENT"), 1):
        if len(events) >= MAX_EVENTS:
            raise Refused(f"the calendar file has more than {MAX_EVENTS} events")
        event = event_of(component, zones)
        events.append(event)
        if event.start is None and component.get("DTSTART") is not None:
            skipped.append(f"Event {number} ({event.summary or 'no title'}): its start cannot be read.")
    methods = [c.value("METHOD").upper() for c in calendars if c.get("METHOD")]
    method = next((m for m in methods if m in _METHODS), methods[0] if methods else "")
    return CalendarFile(method, tuple(events), tuple(skipped))


def event_of(component: Component, zones: FileZones) -> Event:
    """Read one VEVENT."""
    start = when_of(component.get("DTSTART"), zones)
    end = when_of(component.get("DTEND"), zones)
    length = duration_of(component.value("DURATION")) if component.get("DURATION") else None
    if end is None and length is not None and start is not None:
        said = component.value("DURATION").upper()
        end = later(start, length, zones, by_the_clock="D" not in said and "W" not in said)
    return Event(
        uid=_text(component, "UID"),
        summary=_text(component, "SUMMARY"),
        status=component.value("STATUS").upper(),
        sequence=_number(component.value("SEQUENCE")),
        start=start,
        end=end,
        organizer=address(component.value("ORGANIZER")),
        attendees=tuple(
            Attendee(address(p.value), (p.param("PARTSTAT") or "NEEDS-ACTION").upper(), p.param("CN"))
            for p in component.all("ATTENDEE")[:2000]
        ),
        recurring=component.get("RRULE") is not None,
        occurrence=when_of(component.get("RECURRENCE-ID"), zones),
        stamped=when_of(component.get("DTSTAMP"), zones),
        description=_text(component, "DESCRIPTION"),
        location=_text(component, "LOCATION"),
        url=component.value("URL"),
        problem=_problem(start, end),
    )


def address(value: str) -> str:
    """Return the address of an ORGANIZER or ATTENDEE value without its scheme, in lower case."""
    return value.strip().lower().removeprefix("mailto:").strip()


def _text(component: Component, name: str) -> str:
    found = component.get(name)
    return found.text().strip() if found else ""


def _number(value: str) -> int | None:
    value = value.strip()
    digits = value[1:] if value[:1] in "+-" else value
    return int(value) if digits.isascii() and digits.isdigit() and len(digits) <= 9 else None


def _problem(start: When | None, end: When | None) -> str:
    if start is None:
        return "It has no start that can be read."
    if start.unsure or (end is not None and end.unsure):
        return f"Its time zone “{start.zone or (end.zone if end else '')}” is not known, so the hour may be wrong."
    if start.day and end and end.day and end.day < start.day:
        return "It ends before it starts."
    if start.at and end and end.at and end.at < start.at:
        return "It ends before it starts."
    return ""
