"""Our own files, opened again by us and by two other readers."""

from datetime import UTC, date, datetime

import icalendar
import pytest
import vobject

from halfhour.integrations.ical.itip import Verdict, apply_itip
from halfhour.integrations.ical.occurrences import occurrences
from halfhour.integrations.ical.reader import read_ics
from halfhour.integrations.ical.writer import (
    FeedEntry,
    Meeting,
    Person,
    cancellation,
    feed,
    hours_in_words,
    invitation,
    single_event,
)

STAMP = datetime(2026, 11, 23, 17, tzinfo=UTC)
MAYA = Person("Maya “M” Lind; Seattle", "maya@example.org", "America/Los_Angeles")
TOM = Person("Dr Tom Okafor", "tom@example.org", "Europe/Berlin")


def meeting(
    starts_at: datetime = datetime(2026, 11, 26, 16, tzinfo=UTC),
    sequence: int = 0,
    zone: str = "America/Los_Angeles",
) -> Meeting:
    return Meeting(
        "m1@halfhour",
        sequence,
        STAMP,
        starts_at,
        30,
        zone,
        "Twenty minutes about teaching, and after",
        "No job is asked for.\nThank you; really.",
        "Room 5",
        MAYA,
        (TOM,),
        "https://example.org/m/1",
        10,
    )


@pytest.mark.parametrize(
    "zone",
    [
        "America/Los_Angeles",
        "Europe/Berlin",
        "Asia/Kathmandu",
        "Africa/Casablanca",
        "Australia/Lord_Howe",
        "UTC",
    ],
)
@pytest.mark.parametrize("month", [1, 3, 7, 11])
def test_fault_60_other_readers_see_the_same_instant_people_and_id(zone: str, month: int) -> None:
    starts_at = datetime(2026, month, 29, 1, 30, tzinfo=UTC)
    data = invitation(meeting(starts_at, zone=zone))
    ours = read_ics(data)
    event = ours.events[0]
    assert event.start is not None
    assert (ours.method, event.start.at, event.uid, event.organizer) == (
        "REQUEST",
        starts_at,
        "m1@halfhour",
        "maya@example.org",
    )
    theirs = next(c for c in icalendar.Calendar.from_ical(data).walk("VEVENT"))
    assert theirs.decoded("dtstart").astimezone(UTC) == starts_at
    assert (str(theirs["uid"]), str(theirs["attendee"])) == ("m1@halfhour", "mailto:tom@example.org")
    other = vobject.readOne(data.decode()).vevent
    assert other.dtstart.value.astimezone(UTC) == starts_at
    assert (other.uid.value, other.attendee.value, other.summary.value) == (
        "m1@halfhour",
        "mailto:tom@example.org",
        "Twenty minutes about teaching, and after",
    )


def test_the_zone_written_out_gives_the_same_instant_without_its_name() -> None:
    starts_at = datetime(2026, 7, 1, 16, tzinfo=UTC)
    renamed = invitation(meeting(starts_at)).replace(b"America/Los_Angeles", b"Somewhere Only Here")
    start = read_ics(renamed).events[0].start
    assert start is not None
    assert start.at == starts_at


def test_both_hours_stand_in_the_description_across_a_change_of_clocks() -> None:
    words = hours_in_words(datetime(2026, 10, 28, 16, tzinfo=UTC), 30, (MAYA, TOM))
    assert words == (
        "Maya “M” Lind; Seattle: Wednesday 28 October 2026, 09:00-09:30 (America/Los_Angeles, UTC-07:00)\n"
        "Dr Tom Okafor: Wednesday 28 October 2026, 17:00-17:30 (Europe/Berlin, UTC+01:00)"
    )
    assert read_ics(invitation(meeting())).events[0].description.endswith("(Europe/Berlin, UTC+01:00)")


def test_a_change_raises_the_sequence_and_a_cancellation_cancels() -> None:
    first = apply_itip(invitation(meeting()), None)
    moved = apply_itip(
        invitation(meeting(datetime(2026, 11, 27, 16, tzinfo=UTC), 1)),
        first.calendar,
        sender="maya@example.org",
    )
    assert moved.verdict == Verdict.APPLIED
    off = apply_itip(
        cancellation(meeting(datetime(2026, 11, 27, 16, tzinfo=UTC), 2)),
        moved.calendar,
        sender="maya@example.org",
    )
    event = read_ics(off.calendar or b"").events[0]
    assert (event.uid, event.status, event.sequence) == ("m1@halfhour", "CANCELLED", 2)


def test_the_files_lines_are_of_the_standard() -> None:
    data = invitation(meeting())
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_names_and_titles_cannot_add_lines() -> None:
    evil = Person(
        "x\r\nATTENDEE:mailto:victim@example.org", "a@example.org\r\nATTENDEE:mailto:victim@example.org"
    )
    data = invitation(
        Meeting(
            "u\r\nX:1",
            0,
            STAMP,
            STAMP,
            30,
            "UTC",
            "t\r\nATTENDEE:mailto:victim@example.org",
            "d\r\nX:1",
            "l\r\nX:1",
            evil,
            (evil,),
            "https://x\r\nX:1",
        )
    )
    event = read_ics(data).events[0]
    assert len(event.attendees) == 1
    assert not any(line.startswith((b"X:", b"ATTENDEE:")) for line in data.split(b"\r\n"))


def test_a_promised_call_and_the_feed() -> None:
    call = FeedEntry(
        "p1@halfhour",
        "Call Tom",
        STAMP,
        starts_at=datetime(2026, 11, 26, 18, tzinfo=UTC),
        minutes=15,
        remind_minutes=0,
    )
    single = read_ics(single_event(call, zone="America/Los_Angeles"))
    assert (single.method, [e.uid for e in single.events]) == ("", ["p1@halfhour"])
    thanks = FeedEntry("t1@halfhour", "Thank Tom", STAMP, day=date(2026, 11, 27))
    gone = FeedEntry(
        "i1@halfhour",
        "Interview",
        STAMP,
        2,
        starts_at=datetime(2026, 12, 1, 18, tzinfo=UTC),
        minutes=30,
        busy=True,
        cancelled=True,
    )
    data = feed([call, thanks, gone], zone="America/Los_Angeles", name="Halfhour")
    events = read_ics(data).events
    assert [(e.uid, e.start.written() if e.start else "", e.status) for e in events] == [
        ("p1@halfhour", "2026-11-26T18:00:00Z", "CONFIRMED"),
        ("t1@halfhour", "2026-11-27", "CONFIRMED"),
        ("i1@halfhour", "2026-12-01T18:00:00Z", "CANCELLED"),
    ]
    assert [h.busy for h in occurrences(data).times] == [False, False]
    assert read_ics(feed([], zone="UTC", name="Halfhour")).events == ()
