"""Calendar files of ours: invitations, cancellations, single calls, and the read-only feed.

Made for Google, Outlook and Apple: CRLF, folded lines, UID and DTSTAMP on each event, the hours in the zone of
the meeting with that zone described in the file, and both people's hours in words in the description. A change
raises SEQUENCE; a cancellation keeps the UID.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from halfhour.integrations.ical.lines import Component, Property, escape, write
from halfhour.integrations.ical.zones import known_zone

PRODUCT = "-//Halfhour//Calendar//EN"
_YEARS_DESCRIBED = 2  # of a zone, before and after what the file needs


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in an invitation. zone: IANA name of where they are, empty when not known."""

    name: str
    email: str
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """What an invitation says. starts_at: aware. zone: IANA name of the zone it is shown in.

    sequence: 0 at first, one more with each change that matters (time, place, cancelled). stamped_at: when this
    version was made, aware. remind_minutes: None for no alarm.
    """

    uid: str
    sequence: int
    stamped_at: datetime
    starts_at: datetime
    minutes: int
    zone: str
    title: str
    description: str
    location: str
    organizer: Person
    guests: tuple[Person, ...]
    url: str = ""
    remind_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One line of the feed. day: for whole days; else starts_at with minutes. busy: whether it blocks the time."""

    uid: str
    title: str
    stamped_at: datetime
    sequence: int = 0
    day: date | None = None
    starts_at: datetime | None = None
    minutes: int = 0
    description: str = ""
    location: str = ""
    url: str = ""
    busy: bool = False
    cancelled: bool = False
    remind_minutes: int | None = None


def invitation(meeting: Meeting) -> bytes:
    """Return the file of an invitation or of its change (METHOD:REQUEST)."""
    return _file("REQUEST", [_meeting(meeting, "CONFIRMED", ask=True)], [meeting.zone], meeting.starts_at)


def cancellation(meeting: Meeting) -> bytes:
    """Return the file that calls a meeting off (METHOD:CANCEL); its sequence must be above the last invitation's."""
    return _file("CANCEL", [_meeting(meeting, "CANCELLED", ask=False)], [meeting.zone], meeting.starts_at)


def single_event(entry: FeedEntry, *, zone: str) -> bytes:
    """Return a file with one event that everybody may keep, such as a promised call.

    Without a METHOD: to publish one an organizer would have to be named (RFC 5546 section 3.2.1).
    """
    return _file(
        "",
        [_entry(entry, zone)],
        [zone] if entry.starts_at else [],
        entry.starts_at or entry.stamped_at,
    )


def feed(entries: Sequence[FeedEntry], *, zone: str, name: str, refresh_hours: int = 4) -> bytes:
    """Return the subscription feed: promises, calls, interviews and thanks, in the owner's zone."""
    times = sorted(e.starts_at for e in entries if e.starts_at)
    calendar = _calendar("")
    calendar.properties += [
        Property("NAME", {}, escape(name)),
        Property("X-WR-CALNAME", {}, escape(name)),
        Property("X-WR-TIMEZONE", {}, zone),
        Property("REFRESH-INTERVAL", {"VALUE": ["DURATION"]}, f"PT{refresh_hours}H"),
        Property("X-PUBLISHED-TTL", {}, f"PT{refresh_hours}H"),
    ]
    if times:
        calendar.children.append(zone_component(zone, times[0], times[-1]))
    calendar.children += [_entry(entry, zone) for entry in entries]
    return write(calendar).encode("utf-8")


def hours_in_words(starts_at: datetime, minutes: int, people: Sequence[Person]) -> str:
    """Return the hours as each person's clock shows them, one line each; people without a zone are left out."""
    lines = []
    for person in people:
        zone = known_zone(person.zone)
        if zone is None:
            continue
        start, end = starts_at.astimezone(zone), (starts_at + timedelta(minutes=minutes)).astimezone(zone)
        lines.append(
            f"{person.name or person.email}: {start:%A} {start.day} {start:%B %Y, %H:%M}-{end:%H:%M} ({person.zone}, UTC{_offset_words(start)})"
        )
    return "\n".join(lines)


def _offset_words(at: datetime) -> str:
    offset = at.utcoffset() or timedelta()
    minutes = int(offset.total_seconds() // 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _file(method: str, events: Sequence[Component], zones: Sequence[str], at: datetime) -> bytes:
    calendar = _calendar(method)
    calendar.children += [
        zone_component(zone, at, at) for zone in dict.fromkeys(zones) if zone and zone != "UTC"
    ]
    calendar.children += events
    return write(calendar).encode("utf-8")


def _calendar(method: str) -> Component:
    return Component(
        "VCALENDAR",
        [
            Property("VERSION", {}, "2.0"),
            Property("PRODID", {}, PRODUCT),
            Property("CALSCALE", {}, "GREGORIAN"),
            *([Property("METHOD", {}, method)] if method else []),
        ],
    )


def _meeting(meeting: Meeting, status: str, *, ask: bool) -> Component:
    ends_at = meeting.starts_at + timedelta(minutes=meeting.minutes)
    people = (meeting.organizer, *meeting.guests)
    hours = hours_in_words(meeting.starts_at, meeting.minutes, people)
    description = "\n\n".join(text for text in (meeting.description, hours) if text)
    properties = [
        Property("UID", {}, escape(meeting.uid)),
        Property("DTSTAMP", {}, _utc(meeting.stamped_at)),
        Property("SEQUENCE", {}, str(meeting.sequence)),
        Property("STATUS", {}, status),
        _time("DTSTART", meeting.starts_at, meeting.zone),
        _time("DTEND", ends_at, meeting.zone),
        Property("SUMMARY", {}, escape(meeting.title)),
        Property("ORGANIZER", _named(meeting.organizer), _mailto(meeting.organizer.email)),
        *(_guest(guest, ask=ask) for guest in meeting.guests),
        Property("TRANSP", {}, "OPAQUE" if ask else "TRANSPARENT"),
        Property("X-MICROSOFT-CDO-BUSYSTATUS", {}, "BUSY" if ask else "FREE"),
    ]
    properties += _optional(description, meeting.location, meeting.url)
    event = Component("VEVENT", properties)
    if ask and meeting.remind_minutes is not None:
        event.children.append(_alarm(meeting.title, meeting.remind_minutes))
    return event


def _entry(entry: FeedEntry, zone: str) -> Component:
    properties = [
        Property("UID", {}, escape(entry.uid)),
        Property("DTSTAMP", {}, _utc(entry.stamped_at)),
        Property("SEQUENCE", {}, str(entry.sequence)),
        Property("SUMMARY", {}, escape(entry.title)),
        Property("STATUS", {}, "CANCELLED" if entry.cancelled else "CONFIRMED"),
        Property("TRANSP", {}, "OPAQUE" if entry.busy else "TRANSPARENT"),
    ]
    if entry.starts_at is not None:
        properties += [
            _time("DTSTART", entry.starts_at, zone),
            _time("DTEND", entry.starts_at + timedelta(minutes=entry.minutes), zone),
        ]
    elif entry.day is not None:
        properties += [
            Property("DTSTART", {"VALUE": ["DATE"]}, entry.day.strftime("%Y%m%d")),
            Property("DTEND", {"VALUE": ["DATE"]}, (entry.day + timedelta(days=1)).strftime("%Y%m%d")),
        ]
    properties += _optional(entry.description, entry.location, entry.url)
    event = Component("VEVENT", properties)
    if entry.remind_minutes is not None:
        event.children.append(_alarm(entry.title, entry.remind_minutes))
    return event


def _optional(description: str, location: str, url: str) -> list[Property]:
    out = []
    if description:
        out.append(Property("DESCRIPTION", {}, escape(description)))
    if location:
        out.append(Property("LOCATION", {}, escape(location)))
    if url.startswith(("http://", "https://", "mailto:", "tel:")):
        out.append(Property("URL", {"VALUE": ["URI"]}, _one_line(url)))
    return out


def _alarm(title: str, minutes: int) -> Component:
    return Component(
        "VALARM",
        [
            Property("ACTION", {}, "DISPLAY"),
            Property("DESCRIPTION", {}, escape(title)),
            Property("TRIGGER", {}, f"-PT{max(0, minutes)}M"),
        ],
    )


def _guest(guest: Person, *, ask: bool) -> Property:
    params = {
        "CUTYPE": ["INDIVIDUAL"],
        "ROLE": ["REQ-PARTICIPANT"],
        "PARTSTAT": ["NEEDS-ACTION"],
        "RSVP": ["TRUE" if ask else "FALSE"],
    }
    return Property("ATTENDEE", {**params, **_named(guest)}, _mailto(guest.email))


def _named(person: Person) -> dict[str, list[str]]:
    name = " ".join(person.name.split())
    return {"CN": [name]} if name else {}


def _mailto(email: str) -> str:
    return f"mailto:{_one_line(email)}"


def _one_line(value: str) -> str:
    return "".join(c for c in value if c.isprintable() and c not in '"<>\\ ')


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _time(name: str, at: datetime, zone: str) -> Property:
    known = known_zone(zone)
    if known is None or zone == "UTC":
        return Property(name, {}, _utc(at))
    return Property(name, {"TZID": [zone]}, at.astimezone(known).strftime("%Y%m%dT%H%M%S"))


def zone_component(zone: str, first: datetime, last: datetime) -> Component:
    """Return a VTIMEZONE whose changes around the given instants are written out one by one.

    Written-out changes are right for every zone, also those whose rule moves with the moon or by decree.
    """
    known = known_zone(zone) or ZoneInfo("UTC")
    start = datetime(first.astimezone(UTC).year - _YEARS_DESCRIBED + 1, 1, 1, tzinfo=UTC)
    end = datetime(last.astimezone(UTC).year + _YEARS_DESCRIBED, 1, 1, tzinfo=UTC)
    component = Component("VTIMEZONE", [Property("TZID", {}, zone), Property("X-LIC-LOCATION", {}, zone)])
    before = start.astimezone(known)
    offset = before.utcoffset() or timedelta()
    component.children.append(
        _observance(
            before.replace(tzinfo=None), offset, offset, before.tzname() or "", daylight=bool(before.dst())
        )
    )
    for change in _changes(known, start, end):
        after = change.astimezone(known)
        old = (change - timedelta(seconds=1)).astimezone(known).utcoffset() or timedelta()
        local = (change + old).replace(tzinfo=None)
        component.children.append(
            _observance(
                local, old, after.utcoffset() or timedelta(), after.tzname() or "", daylight=bool(after.dst())
            )
        )
    return component


def _changes(zone: ZoneInfo, start: datetime, end: datetime) -> list[datetime]:
    """The instants between two when the zone's offset changes, found by halving days."""
    out = []
    day = start
    while day < end:
        following = day + timedelta(days=1)
        if day.astimezone(zone).utcoffset() != following.astimezone(zone).utcoffset():
            low, high = day, following
            while high - low > timedelta(seconds=1):
                middle = low + (high - low) / 2
                middle = middle.replace(microsecond=0)
                if middle in (low, high):
                    break
                if middle.astimezone(zone).utcoffset() == day.astimezone(zone).utcoffset():
                    low = middle
                else:
                    high = middle
            out.append(high)
        day = following
    return out


def _observance(local: datetime, old: timedelta, new: timedelta, name: str, *, daylight: bool) -> Component:
    return Component(
        "DAYLIGHT" if daylight else "STANDARD",
        [
            Property("DTSTART", {}, local.strftime("%Y%m%dT%H%M%S")),
            Property("TZOFFSETFROM", {}, _offset(old)),
            Property("TZOFFSETTO", {}, _offset(new)),
            *([Property("TZNAME", {}, escape(name))] if name else []),
        ],
    )


def _offset(offset: timedelta) -> str:
    seconds = int(offset.total_seconds())
    sign = "-" if seconds < 0 else "+"
    hours, rest = divmod(abs(seconds), 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{sign}{hours:02d}{minutes:02d}" + (f"{seconds:02d}" if seconds else "")
