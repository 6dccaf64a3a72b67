"""Our invitations and the feed, opened by libical, which many calendar programs are built on; skipped where it is not."""

import ctypes
import ctypes.util
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from halfhour.integrations.ical.writer import FeedEntry, Meeting, Person, cancellation, feed, invitation

VEVENT = 4  # icalcomponent_kind of libical 3


class Time(ctypes.Structure):
    """struct icaltimetype of libical 3."""

    _fields_ = [
        *[(name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second", "is_date", "is_daylight")],
        ("zone", ctypes.c_void_p),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def lib() -> Any:
    name = ctypes.util.find_library("ical")
    if name is None or not name.endswith(".so.3"):
        pytest.skip("no libical 3 on this machine")
    lib = ctypes.CDLL(name)
    pointer, text = ctypes.c_void_p, ctypes.c_char_p
    for function, result, arguments in (
        ("icalparser_parse_string", pointer, [text]),
        ("icalcomponent_count_errors", ctypes.c_int, [pointer]),
        ("icalcomponent_count_components", ctypes.c_int, [pointer, ctypes.c_int]),
        ("icalcomponent_get_first_component", pointer, [pointer, ctypes.c_int]),
        ("icalcomponent_get_next_component", pointer, [pointer, ctypes.c_int]),
        ("icalcomponent_get_dtstart", Time, [pointer]),
        ("icalcomponent_get_uid", text, [pointer]),
        ("icalcomponent_get_summary", text, [pointer]),
        ("icalcomponent_get_sequence", ctypes.c_int, [pointer]),
        ("icaltime_as_timet_with_zone", ctypes.c_long, [Time, pointer]),
        ("icalcomponent_free", None, [pointer]),
        ("icalrestriction_check", ctypes.c_int, [pointer]),
    ):
        getattr(lib, function).restype, getattr(lib, function).argtypes = result, arguments
    return lib


def events(lib: Any, data: bytes) -> list[tuple[str, str, datetime | date, int]]:
    """(uid, title, start, sequence) of each event; fails when libical finds an error in the file."""
    root = lib.icalparser_parse_string(data)
    assert root
    lib.icalrestriction_check(root)  # RFC 5546: what each method must have and may not
    assert lib.icalcomponent_count_errors(root) == 0
    found = []
    event = lib.icalcomponent_get_first_component(root, VEVENT)
    while event:
        at = lib.icalcomponent_get_dtstart(event)
        start = (
            date(at.year, at.month, at.day)
            if at.is_date
            else datetime.fromtimestamp(lib.icaltime_as_timet_with_zone(at, at.zone), UTC)
        )
        told = (lib.icalcomponent_get_uid(event), lib.icalcomponent_get_summary(event))
        found.append((told[0].decode(), told[1].decode(), start, lib.icalcomponent_get_sequence(event)))
        event = lib.icalcomponent_get_next_component(root, VEVENT)
    lib.icalcomponent_free(root)
    return found


ZONES = [
    "America/Los_Angeles",
    "Europe/Berlin",
    "Asia/Kathmandu",
    "Africa/Casablanca",
    "Australia/Lord_Howe",
    "UTC",
]
STAMP = datetime(2026, 11, 23, 17, tzinfo=UTC)


def meeting(zone: str, month: int) -> Meeting:
    maya, tom = (
        Person("Maya “M” Lind; Seattle", "maya@example.org", zone),
        Person("Dr Tom", "tom@example.org", zone),
    )
    starts_at = datetime(2026, month, 28, 1, 30, tzinfo=UTC)
    title = "Twenty minutes, and 漢字"
    return Meeting(
        "m1@halfhour", 0, STAMP, starts_at, 30, zone, title, "No job; really.", "Room 5", maya, (tom,), "", 10
    )


@pytest.mark.parametrize("month", [1, 3, 7, 10])
@pytest.mark.parametrize("zone", ZONES)
def test_fault_60_libical_sees_the_same_instant_in_every_zone(lib: Any, zone: str, month: int) -> None:
    asked = meeting(zone, month)
    assert events(lib, invitation(asked)) == [("m1@halfhour", asked.title, asked.starts_at, 0)]


def test_fault_60_libical_sees_a_change_and_a_cancellation(lib: Any) -> None:
    moved = replace(meeting("Europe/Berlin", 7), sequence=1, starts_at=datetime(2026, 8, 1, 9, tzinfo=UTC))
    assert events(lib, invitation(moved)) == [("m1@halfhour", moved.title, moved.starts_at, 1)]
    assert events(lib, cancellation(replace(moved, sequence=2)))[0][3] == 2


def test_fault_60_libical_opens_the_feed(lib: Any) -> None:
    call = FeedEntry(
        "p1@halfhour",
        "Call Tom",
        STAMP,
        starts_at=datetime(2026, 11, 26, 18, tzinfo=UTC),
        minutes=15,
        remind_minutes=0,
    )
    thanks = FeedEntry("t1@halfhour", "Thank Tom", STAMP, day=date(2026, 11, 27))
    found = events(lib, feed([call, thanks], zone="America/Los_Angeles", name="Halfhour"))
    assert found == [
        ("p1@halfhour", "Call Tom", call.starts_at, 0),
        ("t1@halfhour", "Thank Tom", date(2026, 11, 27), 0),
    ]
