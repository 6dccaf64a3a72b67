"""When events happen: the examples of RFC 5545, left-out dates, changed repetitions, and rules without end."""

from datetime import UTC, datetime

import pytest

from halfhour.integrations.ical.occurrences import occurrences
from halfhour.integrations.ical.rule import Budget, OutOfStepsError, happenings, parse_rule


def calendar(*events: str) -> bytes:
    inner = "".join(f"BEGIN:VEVENT\r\n{e}\r\nEND:VEVENT\r\n" for e in events)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{inner}END:VCALENDAR\r\n".encode()


def starts(*events: str, count: int = 6) -> list[str]:
    return [
        h.start.local.strftime("%Y%m%dT%H%M") if h.start.local else str(h.start.day)
        for h in occurrences(calendar(*events)).times[:count]
    ]


NEW_YORK = "DTSTART;TZID=America/New_York:19970902T090000"
RULES = {
    "daily for ten": (NEW_YORK, "FREQ=DAILY;COUNT=3", ["19970902T0900", "19970903T0900", "19970904T0900"]),
    "weekly on two days, other week": ("DTSTART;TZID=America/New_York:19970901T090000", "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,WE,FR;COUNT=5", ["19970901T0900", "19970903T0900", "19970905T0900", "19970915T0900", "19970917T0900"]),
    "week start matters": ("DTSTART;TZID=America/New_York:19970805T090000", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", ["19970805T0900", "19970810T0900", "19970819T0900", "19970824T0900"]),
    "and sunday": ("DTSTART;TZID=America/New_York:19970805T090000", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", ["19970805T0900", "19970817T0900", "19970819T0900", "19970831T0900"]),
    "first friday": ("DTSTART;TZID=America/New_York:19970905T090000", "FREQ=MONTHLY;COUNT=3;BYDAY=1FR", ["19970905T0900", "19971003T0900", "19971107T0900"]),
    "second to last weekday": ("DTSTART;TZID=America/New_York:19970929T090000", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=4", ["19970929T0900", "19971030T0900", "19971127T0900", "19971230T0900"]),
    "third to last day": ("DTSTART;TZID=America/New_York:19970928T090000", "FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=3", ["19970928T0900", "19971029T0900", "19971128T0900"]),
    "friday the 13th": ("DTSTART;TZID=America/New_York:19980213T090000", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3", ["19980213T0900", "19980313T0900", "19981113T0900"]),
    "election day": ("DTSTART;TZID=America/New_York:19961105T090000", "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3", ["19961105T0900", "20001107T0900", "20041102T0900"]),
    "week 20": ("DTSTART;TZID=America/New_York:19970512T090000", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3", ["19970512T0900", "19980511T0900", "19990517T0900"]),
    "days of the year": ("DTSTART;TZID=America/New_York:19970101T090000", "FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100,200", ["19970101T0900", "19970410T0900", "19970719T0900", "20000101T0900"]),
    "every 20 minutes at work": (NEW_YORK, "FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0,20,40;COUNT=4", ["19970902T0900", "19970902T0920", "19970902T0940", "19970902T1000"]),
    "every three hours until five": (NEW_YORK, "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z", ["19970902T0900", "19970902T1200", "19970902T1500"]),
    "the 31st": ("DTSTART:20240131T090000", "FREQ=MONTHLY;COUNT=3", ["20240131T0900", "20240331T0900", "20240531T0900"]),
    "29 february": ("DTSTART;VALUE=DATE:20240229", "FREQ=YEARLY;COUNT=2", ["2024-02-29", "2028-02-29"]),
}  # fmt: skip


@pytest.mark.parametrize("name", RULES)
def test_rules(name: str) -> None:
    start, rule, expected = RULES[name]
    assert starts(f"UID:a\r\n{start}\r\nRRULE:{rule}") == expected


def test_extra_and_left_out_dates_and_changed_repetitions() -> None:
    series = "UID:a\r\nDTSTART;TZID=Europe/Berlin:20240701T090000\r\nRRULE:FREQ=DAILY;COUNT=4\r\nEXDATE;TZID=Europe/Berlin:20240702T090000\r\nRDATE;TZID=Europe/Berlin:20240710T090000"
    changed = "UID:a\r\nRECURRENCE-ID:20240703T070000Z\r\nDTSTART;TZID=Europe/Berlin:20240703T150000"
    gone = "UID:a\r\nRECURRENCE-ID:20240704T070000Z\r\nSTATUS:CANCELLED\r\nDTSTART;TZID=Europe/Berlin:20240704T090000"
    assert starts(series, changed, gone) == ["20240701T0900", "20240703T1500", "20240710T0900"]


def test_the_wall_clock_stays_when_the_clocks_change() -> None:
    times = occurrences(
        calendar(
            "UID:a\r\nDTSTART;TZID=Europe/Berlin:20240330T090000\r\nDURATION:PT30M\r\nRRULE:FREQ=DAILY;COUNT=2"
        )
    ).times
    assert [t.start.at for t in times] == [
        datetime(2024, 3, 30, 8, tzinfo=UTC),
        datetime(2024, 3, 31, 7, tzinfo=UTC),
    ]
    assert [t.end.at for t in times if t.end] == [
        datetime(2024, 3, 30, 8, 30, tzinfo=UTC),
        datetime(2024, 3, 31, 7, 30, tzinfo=UTC),
    ]


def test_only_the_asked_window() -> None:
    data = calendar("UID:a\r\nDTSTART:20200101T090000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY")
    found = occurrences(
        data, after=datetime(2026, 11, 23, 9, 30, tzinfo=UTC), before=datetime(2026, 11, 25, tzinfo=UTC)
    ).times
    assert [h.start.written() for h in found] == ["2026-11-23T09:00:00Z", "2026-11-24T09:00:00Z"]


ENDLESS = {
    "every second": "FREQ=SECONDLY",
    "never": "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "never, by the second": "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
    "everything": "FREQ=YEARLY;BYHOUR=" + ",".join(map(str, range(24))) + ";BYMINUTE=" + ",".join(map(str, range(60))) + ";BYSECOND=" + ",".join(map(str, range(60))),
}  # fmt: skip


@pytest.mark.timeout(60)  # a rule without end would run for ever
@pytest.mark.parametrize("count", [1, 20_000])
@pytest.mark.parametrize("name", ENDLESS)
def test_fault_59_rules_without_end_take_no_time(name: str, count: int) -> None:
    data = calendar(*[f"UID:a\r\nDTSTART:20240101T090000Z\r\nRRULE:{ENDLESS[name]}"] * count)
    found = occurrences(data, after=datetime(2030, 1, 1, tzinfo=UTC), before=datetime(2030, 2, 1, tzinfo=UTC))
    assert found.times == ()
    assert "takes too long" in found.set_aside[0]


def test_a_rule_that_cannot_be_read_is_named() -> None:
    found = occurrences(calendar("SUMMARY:Tea\r\nDTSTART:20240101T090000Z\r\nRRULE:FREQ=SOMETIMES"))
    assert len(found.times) == 1
    assert found.set_aside == ("“Tea” has a rule of repetition that cannot be read.",)


def test_the_budget_is_kept() -> None:
    rule = parse_rule("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")
    assert rule is not None
    with pytest.raises(OutOfStepsError):
        next(happenings(rule, datetime(2024, 1, 1), Budget(1000)))
