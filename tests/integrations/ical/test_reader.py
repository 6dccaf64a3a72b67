"""Calendar files as bytes: odd times, odd zones, broken lines, limits."""

import contextlib
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halfhour.integrations.ical.lines import MAX_BYTES, Property, escape, fold, parse, unescape, write
from halfhour.integrations.ical.reader import Event, read_ics
from halfhour.integrations.refused import Refused


def calendar(*lines: str, before: str = "") -> bytes:
    inner = "".join(f"{line}\r\n" for line in lines)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{before}BEGIN:VEVENT\r\nUID:u1\r\n{inner}END:VEVENT\r\nEND:VCALENDAR\r\n".encode()


def event(*lines: str, before: str = "") -> Event:
    return read_ics(calendar(*lines, before=before)).events[0]


def zone(name: str, offset: str) -> str:
    return f"BEGIN:VTIMEZONE\r\nTZID:{name}\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:{offset}\r\nTZOFFSETTO:{offset}\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"


TIMES = {
    "utc": (["DTSTART:20240701T090000Z", "DTEND:20240701T093000Z"], "2024-07-01T09:00:00Z", "2024-07-01T09:30:00Z"),
    "iana": (["DTSTART;TZID=Europe/Berlin:20240701T090000", "DURATION:PT30M"], "2024-07-01T07:00:00Z", "2024-07-01T07:30:00Z"),
    "windows": (["DTSTART;TZID=W. Europe Standard Time:20240101T090000"], "2024-01-01T08:00:00Z", None),
    "windows quoted": (['DTSTART;TZID="Pacific Standard Time":20240701T090000'], "2024-07-01T16:00:00Z", None),
    "path before the name": (["DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20240701T090000"], "2024-07-01T07:00:00Z", None),
    "floating": (["DTSTART:20240701T090000"], "2024-07-01T09:00:00", None),
    "whole days": (["DTSTART;VALUE=DATE:20240701", "DTEND;VALUE=DATE:20240703"], "2024-07-01", "2024-07-03"),
    "whole days by length": (["DTSTART;VALUE=DATE:20240701", "DURATION:P2D"], "2024-07-01", "2024-07-03"),
    "across a change of clocks": (["DTSTART;TZID=Europe/Berlin:20240330T120000", "DURATION:P1D"], "2024-03-30T11:00:00Z", "2024-03-31T10:00:00Z"),
    "hours across it": (["DTSTART;TZID=Europe/Berlin:20240330T120000", "DURATION:PT24H"], "2024-03-30T11:00:00Z", "2024-03-31T11:00:00Z"),
    "year 1601": (["DTSTART:16010101T000000Z"], "1601-01-01T00:00:00Z", None),
    "lower case": (["dtstart:20240701t090000z"], "2024-07-01T09:00:00Z", None),
}  # fmt: skip


@pytest.mark.parametrize("kind", TIMES)
def test_fault_58_odd_times(kind: str) -> None:
    lines, start, end = TIMES[kind]
    found = event(*lines)
    assert found.start is not None
    assert (found.start.written(), found.end.written() if found.end else None) == (start, end)
    assert found.problem == ""


def test_fault_58_what_is_wrong_or_unknown_is_said_and_not_shifted() -> None:
    unknown = event("DTSTART;TZID=Nowhere/Land:20240701T090000")
    assert unknown.start is not None
    assert (unknown.start.at, unknown.start.written(), unknown.start.unsure) == (
        None,
        "2024-07-01T09:00:00",
        True,
    )
    assert "Nowhere/Land" in unknown.problem
    assert event("DTSTART:20240701T090000Z", "DTEND:20240701T080000Z").problem == "It ends before it starts."


def test_fault_57_zone_definitions_of_one_file_never_reach_another() -> None:
    poison = event("DTSTART;TZID=My Zone:20240701T090000", before=zone("My Zone", "+0500"))
    clean = event("DTSTART;TZID=My Zone:20240701T090000", before=zone("My Zone", "+0100"))
    none = event("DTSTART;TZID=My Zone:20240701T090000")
    known = event("DTSTART;TZID=Europe/Berlin:20240701T090000", before=zone("Europe/Berlin", "+0900"))
    assert [e.start.at for e in (poison, clean, none, known) if e.start] == [
        datetime(2024, 7, 1, 4, tzinfo=UTC),
        datetime(2024, 7, 1, 8, tzinfo=UTC),
        None,
        datetime(2024, 7, 1, 7, tzinfo=UTC),
    ]


CUSTOM = (
    "BEGIN:VTIMEZONE\r\nTZID:Custom\r\n"
    "BEGIN:STANDARD\r\nDTSTART:16011028T030000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n"
    "BEGIN:DAYLIGHT\r\nDTSTART:16010325T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"
)


@pytest.mark.parametrize(
    ("local", "utc"),
    [
        ("20240115T120000", 11),
        ("20240715T120000", 10),
        ("20240331T015900", 0),
        ("20240331T030000", 1),
        ("20241027T040000", 3),
    ],
)
def test_a_zone_only_the_file_knows(local: str, utc: int) -> None:
    found = event(f"DTSTART;TZID=Custom:{local}", before=CUSTOM)
    assert found.start is not None
    assert found.start.at is not None
    assert found.start.at.hour == utc


def test_people_texts_and_numbers() -> None:
    found = event(
        "SUMMARY:Tea\\, cake\\; and\\nmore",
        "SEQUENCE:3",
        "STATUS:confirmed",
        'ORGANIZER;CN="Maya; Lind":MAILTO:Maya@Example.org',
        "ATTENDEE;PARTSTAT=accepted;CN=Tom ^'T^' Doe:mailto:tom@example.org",
        "ATTENDEE:mailto:ann@exam",
        " ple.org",
    )
    assert (found.summary, found.sequence, found.status, found.organizer) == (
        "Tea, cake; and\nmore",
        3,
        "CONFIRMED",
        "maya@example.org",
    )
    assert [(a.email, a.status, a.name) for a in found.attendees] == [
        ("tom@example.org", "ACCEPTED", 'Tom "T" Doe'),
        ("ann@example.org", "NEEDS-ACTION", ""),
    ]


def test_one_bad_event_is_named_and_loses_no_other() -> None:
    data = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Bad\nDTSTART:tomorrow\nEND:VEVENT\nnonsense\nBEGIN:VEVENT\nSUMMARY:Good\nDTSTART:20240701\nEND:VCALENDAR\n"
    file = read_ics(data)
    assert [e.summary for e in file.events] == ["Bad", "Good"]
    assert file.skipped == ("Event 1 (Bad): its start cannot be read.",)


@pytest.mark.parametrize("data", [b"", b"hello", b"<html></html>", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_calendar_is_refused(data: bytes) -> None:
    with pytest.raises(Refused, match="not a calendar"):
        read_ics(data)


def test_a_file_over_the_limit_is_refused() -> None:
    with pytest.raises(Refused, match="larger than"):
        read_ics(b"x" * (MAX_BYTES + 1))


def test_other_encodings() -> None:
    text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Grüße\nDTSTART:20240701\nEND:VEVENT\nEND:VCALENDAR\n"
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        assert read_ics(text.encode(encoding)).events[0].summary == "Grüße"


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_text_survives_writing_and_reading(text: str) -> None:
    clean = "".join(
        c for c in text.replace("\r\n", "\n").replace("\r", "\n") if c == "\n" or c == "\t" or c >= " "
    ).replace("\x7f", "")
    clean = clean.encode("utf-8", "ignore").decode()
    line = fold(f"SUMMARY:{escape(clean)}")
    assert all(len(piece.encode()) <= 75 for piece in line.split("\r\n"))
    found = parse(f"BEGIN:X\r\n{line}END:X\r\n".encode()).children[0].get("SUMMARY")
    assert unescape(found.value if found else "") == clean


@given(st.text(alphabet="abc;:,\"^'\n é", max_size=30))
@settings(max_examples=200, deadline=None)
def test_parameters_survive_writing_and_reading(value: str) -> None:
    from halfhour.integrations.ical.lines import Component

    written = write(Component("X", [Property("ATTENDEE", {"CN": [value]}, "mailto:a@example.org")]))
    found = parse(written.encode()).children[0].get("ATTENDEE")
    assert found is not None
    assert (found.param("CN"), found.value) == (value, "mailto:a@example.org")


@given(st.binary(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for whole in (
        data,
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + data + b"\nDTSTART:" + data[:30] + b"\nRRULE:" + data[:60],
    ):
        with contextlib.suppress(Refused):
            read_ics(whole)


def test_dates_in_whole_days_have_no_instant() -> None:
    found = event("DTSTART;TZID=Europe/Berlin;VALUE=DATE:20240701")
    assert found.start is not None
    assert (found.start.day, found.start.at) == (date(2024, 7, 1), None)
