"""Calendar files as programs really write them: folded in a character, zones by every name, changed and left-out repetitions."""

from datetime import UTC, date, datetime, timedelta

import pytest
import vobject
from dateutil.rrule import rrulestr

from halfhour.integrations.ical.itip import Verdict, apply_itip
from halfhour.integrations.ical.occurrences import occurrences
from halfhour.integrations.ical.reader import CalendarFile, read_ics

OUTLOOK = """BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:16010101T{at}0000
TZOFFSETFROM:{summer}
TZOFFSETTO:{winter}
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY={back};BYMONTH={autumn}
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:{winter}
TZOFFSETTO:{summer}
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY={on};BYMONTH={spring}
END:DAYLIGHT
END:VTIMEZONE
"""
EASTERN = {
    "at": "02",
    "summer": "-0400",
    "winter": "-0500",
    "back": "1SU",
    "autumn": "11",
    "on": "2SU",
    "spring": "3",
}
WESTERN = {
    "at": "03",
    "summer": "+0200",
    "winter": "+0100",
    "back": "-1SU",
    "autumn": "10",
    "on": "-1SU",
    "spring": "3",
}


def calendar(*lines: str, zones: str = "", method: str = "") -> bytes:
    text = "\n".join(
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *([f"METHOD:{method}"] if method else [])]
    )
    text += (
        "\n"
        + zones
        + "\n".join(["BEGIN:VEVENT", "UID:one@example.com", *lines, "END:VEVENT", "END:VCALENDAR", ""])
    )
    return text.replace("\n", "\r\n").encode()


def first(data: bytes) -> tuple[str, str]:
    event = read_ics(data).events[0]
    return (event.start.written() if event.start else "", event.end.written() if event.end else "")


@pytest.mark.parametrize("character", ["é", "漢", "🎧"])
@pytest.mark.parametrize("cut", [1, 2, 3])
def test_a_line_folded_in_the_middle_of_a_character_is_read_whole(character: str, cut: int) -> None:
    whole = character.encode()
    at = min(cut, len(whole) - 1)
    title = b"SUMMARY:Caf" + whole[:at] + b"\r\n " + whole[at:] + b" and back"
    data = calendar("DTSTART:20261201T090000Z", "SUMMARY:x").replace(b"SUMMARY:x", title)
    assert read_ics(data).events[0].summary == f"Caf{character} and back"


def test_one_line_in_another_encoding_spoils_no_other() -> None:
    data = calendar("DTSTART:20261201T090000Z", "SUMMARY:漢字", "LOCATION:x").replace(
        b"LOCATION:x", b"LOCATION:Caf\xe9"
    )
    event = read_ics(data).events[0]
    assert (event.summary, event.location) == ("漢字", "Café")


NAMES = [
    ("Eastern Standard Time", "14:00"),
    ("eastern standard time", "14:00"),
    ('"W. Europe Standard Time"', "08:00"),
    ("Europe/Berlin", "08:00"),
    ("EUROPE/BERLIN", "08:00"),
    ("america/new_york", "14:00"),
    ("/mozilla.org/20050126_1/Europe/Berlin", "08:00"),
    ("/freeassociation.sourceforge.net/Tzfile/Europe/Berlin", "08:00"),
    ("/softwarestudio.org/Olson_20011030_5/America/Argentina/Buenos_Aires", "12:00"),
    ("India Standard Time", "03:30"),
    ("UTC", "09:00"),
]


@pytest.mark.parametrize(("name", "utc"), NAMES, ids=[n for n, _ in NAMES])
def test_fault_58_zones_by_the_names_that_programs_give_them(name: str, utc: str) -> None:
    found = read_ics(calendar(f"DTSTART;TZID={name}:20261201T090000")).events[0].start
    assert found is not None
    assert found.at == datetime.fromisoformat(f"2026-12-01T{utc}:00+00:00")


@pytest.mark.parametrize(
    ("month", "utc"), [("01", "14:00"), ("03", "14:00"), ("04", "13:00"), ("07", "13:00"), ("12", "14:00")]
)
@pytest.mark.parametrize(
    "name", ["Eastern Standard Time", "Customized Time Zone", "EST", "tzone://Microsoft/Custom"]
)
def test_fault_58_a_name_that_is_no_place_means_what_the_file_says(name: str, month: str, utc: str) -> None:
    data = calendar(f'DTSTART;TZID="{name}":2026{month}01T090000', zones=OUTLOOK.format(name=name, **EASTERN))
    assert first(data)[0] == f"2026-{month}-01T{utc}:00Z"


@pytest.mark.parametrize("order", [("a", "b", "a"), ("b", "a", "b")])
def test_fault_57_two_files_that_mean_different_things_by_one_name(order: tuple[str, ...]) -> None:
    name = "Office"
    files = {
        "a": calendar("DTSTART;TZID=Office:20260701T090000", zones=OUTLOOK.format(name=name, **EASTERN)),
        "b": calendar("DTSTART;TZID=Office:20260701T090000", zones=OUTLOOK.format(name=name, **WESTERN)),
    }
    right = {"a": "2026-07-01T13:00:00Z", "b": "2026-07-01T07:00:00Z"}
    assert [first(files[which])[0] for which in order] == [right[which] for which in order]


ALARM = (
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "TRIGGER:-PT15M",
    "DURATION:PT5M",
    "DESCRIPTION:Soon",
    "SUMMARY:Alarm",
    "END:VALARM",
)
TIMES = [
    ("a whole day", ("DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261226"), ("2026-12-24", "2026-12-26")),
    ("floating", ("DTSTART:20261224T180000", "DURATION:PT1H30M"), ("2026-12-24T18:00:00", "2026-12-24T19:30:00")),
    ("a length over the change of clocks", ("DTSTART;TZID=Europe/Berlin:20261024T120000", "DURATION:P1D"), ("2026-10-24T10:00:00Z", "2026-10-25T11:00:00Z")),
    ("hours over the change of clocks", ("DTSTART;TZID=Europe/Berlin:20261024T120000", "DURATION:PT24H"), ("2026-10-24T10:00:00Z", "2026-10-25T10:00:00Z")),
    ("an alarm with a length of its own", ("DTSTART:20261224T180000Z", *ALARM, "DTEND:20261224T190000Z"), ("2026-12-24T18:00:00Z", "2026-12-24T19:00:00Z")),
    ("an alarm and no end", ("DTSTART:20261224T180000Z", *ALARM), ("2026-12-24T18:00:00Z", "")),
    ("two zones", ("DTSTART;TZID=America/New_York:20261101T013000", "DTEND;TZID=Europe/London:20261101T070000"), ("2026-11-01T05:30:00Z", "2026-11-01T07:00:00Z")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "lines", "right"), TIMES, ids=[t[0] for t in TIMES])
def test_fault_58_starts_and_ends(name: str, lines: tuple[str, ...], right: tuple[str, str]) -> None:
    assert first(calendar(*lines)) == right


def days(data: bytes) -> list[str]:
    return [h.start.written() for h in occurrences(data, limit=20).times]


DAILY = ("DTSTART;TZID=Europe/Berlin:20261020T090000", "DTEND;TZID=Europe/Berlin:20261020T100000")
RULES = [
    ("until in UTC", ("RRULE:FREQ=DAILY;UNTIL=20261022T070000Z",), ["20", "21", "22"]),
    ("until as a day", ("RRULE:FREQ=DAILY;UNTIL=20261022",), ["20", "21", "22"]),
    ("a count, and one left out", ("RRULE:FREQ=DAILY;COUNT=4", "EXDATE;TZID=Europe/Berlin:20261021T090000"), ["20", "22", "23"]),
    ("left out in UTC", ("RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20261021T070000Z"), ["20", "22"]),
    ("left out without a zone", ("RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20261021T090000"), ["20", "22"]),
    ("left out by the day", ("RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20261021"), ["20", "22"]),
    ("several left out in one line", ("RRULE:FREQ=DAILY;COUNT=4", "EXDATE;TZID=Europe/Berlin:20261021T090000,20261022T090000"), ["20", "23"]),
    ("one more", ("RRULE:FREQ=DAILY;COUNT=2", "RDATE;TZID=Europe/Berlin:20261023T090000"), ["20", "21", "23"]),
    ("one more that the rule gives, too", ("RRULE:FREQ=DAILY;COUNT=3", "RDATE;TZID=Europe/Berlin:20261021T090000"), ["20", "21", "22"]),
    ("one more as a period", ("RRULE:FREQ=DAILY;COUNT=1", "RDATE;VALUE=PERIOD;TZID=Europe/Berlin:20261022T090000/PT1H"), ["20", "22"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "lines", "right"), RULES, ids=[r[0] for r in RULES])
def test_repetitions(name: str, lines: tuple[str, ...], right: list[str]) -> None:
    assert days(calendar(*DAILY, *lines)) == [f"2026-10-{day}T07:00:00Z" for day in right]


def changed(recurrence: str, start: str, *lines: str) -> str:
    return "\n".join(["END:VEVENT", "BEGIN:VEVENT", "UID:one@example.com", recurrence, start, *lines])


def test_one_repetition_moved_one_called_off_and_all_from_one_on() -> None:
    zone = ";TZID=Europe/Berlin"
    data = calendar(
        *DAILY,
        "RRULE:FREQ=DAILY;COUNT=8",
        changed(f"RECURRENCE-ID{zone}:20261021T090000", f"DTSTART{zone}:20261021T140000"),
        changed(f"RECURRENCE-ID{zone}:20261022T090000", f"DTSTART{zone}:20261022T090000", "STATUS:CANCELLED"),
        changed(f"RECURRENCE-ID;RANGE=THISANDFUTURE{zone}:20261024T090000", f"DTSTART{zone}:20261024T103000"),
    )
    assert days(data) == [
        "2026-10-20T07:00:00Z",
        "2026-10-21T12:00:00Z",
        "2026-10-23T07:00:00Z",
        "2026-10-24T08:30:00Z",
        "2026-10-25T09:30:00Z",  # winter time: the wall clock stays
        "2026-10-26T09:30:00Z",
        "2026-10-27T09:30:00Z",
    ]


DICE = [
    "FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=9",
    "FREQ=MONTHLY;BYDAY=-1FR;COUNT=8",
    "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=8",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=3",
    "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,TU;COUNT=8",
    "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=SU,TU;COUNT=8",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=8",
    "FREQ=DAILY;INTERVAL=3;UNTIL=20261231T235959Z",
    "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=4",
    "FREQ=YEARLY;BYYEARDAY=1,-1;COUNT=5",
    "FREQ=HOURLY;BYHOUR=9,15;BYMINUTE=30;BYSECOND=0;COUNT=7",
]


@pytest.mark.parametrize("rule", DICE)
def test_rules_as_dateutil_reads_them(rule: str) -> None:
    """dateutil counts no start that the rule does not give, so the first of its times is the start."""
    theirs = list(rrulestr(rule, dtstart=datetime(2026, 1, 1, 9, tzinfo=UTC)))[:20]
    start = f"{theirs[0]:%Y%m%dT%H%M%SZ}"
    theirs = list(rrulestr(rule, dtstart=theirs[0]))[:20]
    assert days(calendar(f"DTSTART:{start}", f"RRULE:{rule}")) == [
        f"{at:%Y-%m-%dT%H:%M:%SZ}" for at in theirs
    ]


PEOPLE = (
    "ORGANIZER;CN=Maya:mailto:maya@example.org",
    "ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:MAILTO:Dana@Example.com",
)
MEETING = (
    "DTSTAMP:20261101T100000Z",
    "DTSTART;TZID=Eastern Standard Time:20261203T150000",
    "DTEND;TZID=Eastern Standard Time:20261203T153000",
)
ZONES = OUTLOOK.format(name="Eastern Standard Time", **EASTERN)


def request(sequence: int, *lines: str, stamp: str = "20261101T100000Z") -> bytes:
    meeting = (f"DTSTAMP:{stamp}", *MEETING[1:], *lines)
    return calendar(*meeting, *PEOPLE, f"SEQUENCE:{sequence}", zones=ZONES, method="REQUEST")


def stored(result: bytes | None) -> CalendarFile:
    assert result is not None
    return read_ics(result)


def test_fault_54_a_changed_invitation_of_outlook_is_newest_wins() -> None:
    one = apply_itip(request(0), None)
    two = apply_itip(request(2, "LOCATION:Room 2", stamp="20261102T100000Z"), one.calendar)
    assert stored(two.calendar).events[0].location == "Room 2"
    late = apply_itip(request(1, "LOCATION:Room 1", stamp="20261103T100000Z"), two.calendar)
    assert (late.verdict, stored(late.calendar).events[0].location) == (Verdict.SAME, "Room 2")
    assert stored(two.calendar).events[0].start == read_ics(request(0)).events[0].start


def test_fault_55_a_counter_with_another_time_moves_nothing() -> None:
    asked = apply_itip(request(0), None).calendar
    other = calendar(
        "DTSTAMP:20261102T100000Z",
        "DTSTART:20261204T200000Z",
        "DTEND:20261204T203000Z",
        *PEOPLE,
        "SEQUENCE:0",
        method="COUNTER",
    )
    told = apply_itip(other, asked, sender="dana@example.com")
    assert (told.verdict, told.calendar) == (Verdict.PROPOSED, asked)
    assert told.event is not None
    assert told.event.start is not None
    assert told.event.start.at == datetime(2026, 12, 4, 20, tzinfo=UTC)


@pytest.mark.parametrize("zone", ["", ";TZID=Eastern Standard Time"])
def test_one_repetition_of_a_series_is_called_off_and_the_others_stay(zone: str) -> None:
    series = apply_itip(request(0, "RRULE:FREQ=WEEKLY;COUNT=3"), None).calendar
    when = "20261210T200000Z" if not zone else "20261210T150000"
    off = calendar(
        "DTSTAMP:20261102T100000Z", f"RECURRENCE-ID{zone}:{when}", f"DTSTART{zone}:{when}", *PEOPLE, "SEQUENCE:1", "STATUS:CANCELLED",
        zones=ZONES if zone else "", method="CANCEL",
    )  # fmt: skip
    told = apply_itip(off, series, sender="maya@example.org")
    assert told.verdict is Verdict.APPLIED
    assert told.calendar is not None
    assert days(told.calendar) == ["2026-12-03T20:00:00Z", "2026-12-17T20:00:00Z"]
    assert apply_itip(off, told.calendar).verdict is Verdict.SAME


def test_fault_60_what_is_kept_after_an_answer_opens_in_another_reader() -> None:
    asked = apply_itip(request(0, "SUMMARY:Twenty minutes; Café\\, 漢字"), None).calendar
    answer = calendar(
        "DTSTAMP:20261102T100000Z", MEETING[1], "ATTENDEE;PARTSTAT=ACCEPTED;CN=Dana:mailto:dana@example.com", PEOPLE[0], "SEQUENCE:0",
        zones=ZONES, method="REPLY",
    )  # fmt: skip
    kept = apply_itip(answer, asked, sender="dana@example.com").calendar
    assert kept is not None
    theirs = vobject.readOne(kept.decode()).vevent
    assert theirs.dtstart.value.astimezone(UTC) == datetime(2026, 12, 3, 20, tzinfo=UTC)
    assert theirs.attendee.params["PARTSTAT"] == ["ACCEPTED"]
    assert theirs.summary.value == "Twenty minutes; Café, 漢字"


def test_whole_days_that_repeat_and_are_left_out() -> None:
    data = calendar("DTSTART;VALUE=DATE:20261224", "RRULE:FREQ=YEARLY;COUNT=4", "EXDATE;VALUE=DATE:20271224")
    assert days(data) == [str(date(year, 12, 24)) for year in (2026, 2028, 2029)]


def test_ten_thousand_left_out_days_take_no_time() -> None:
    out = ",".join(f"{date(2000, 1, 1) + timedelta(days=n):%Y%m%d}" for n in range(10_000))
    data = calendar("DTSTART;VALUE=DATE:20000101", "RRULE:FREQ=DAILY", f"EXDATE;VALUE=DATE:{out}")
    assert len(occurrences(data, before=datetime(2030, 1, 1, tzinfo=UTC)).times) <= 1000
