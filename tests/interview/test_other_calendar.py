"""The seeker's own calendar on a real CalDAV server: read, written, and never in the way."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from django.test import Client

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.contact.models import Approach
from halfhour.integrations.caldav import client
from halfhour.integrations.guarded import Asking
from halfhour.interview import actions, other_calendar
from halfhour.interview.models import Interview, OtherCalendar, Written
from tests.integrations.caldav.radicale_server import radicale
from tests.integrations.caldav.test_client import event

HOW = Asking(private_ok=True, user="maya", password="words", seconds=10)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    with radicale(tmp_path) as url:
        yield url


@pytest.fixture
def connected(monday: datetime, maya: User, server: str) -> OtherCalendar:
    made = other_calendar.connect(maya, url=server, username="maya", password="words", private_ok=True)
    assert isinstance(made, OtherCalendar)
    return made


@pytest.fixture
def talk(connected: OtherCalendar, approach: Approach) -> Interview:
    return actions.arrange(approach, on=date(2026, 12, 1), at=time(14), format="phone")


def there(talk: Interview) -> bytes:
    return client.get(Written.objects.get(interview=talk).url, HOW)[0]


def test_three_lines_connect_it_and_the_password_is_kept_encrypted(
    as_maya: Client, maya: User, server: str, monday: datetime
) -> None:
    form = {"url": server, "username": "maya", "password": "words"}
    refused = as_maya.post("/interview/calendar/", form)
    assert refused.status_code == 422
    assert "in your own network" in refused.content.decode()
    wrong = as_maya.post("/interview/calendar/", {**form, "private_ok": "on", "password": "no"})
    assert "name or password" in wrong.content.decode()
    page = as_maya.post("/interview/calendar/", {**form, "private_ok": "on"}, follow=True).content.decode()
    assert "“Mine” is connected." in page
    kept = OtherCalendar.objects.get(owner=maya)
    assert "words" not in kept.password
    as_maya.post("/interview/calendar/removal/")
    assert not OtherCalendar.objects.exists()


def test_a_talk_is_written_changed_and_taken_away_there(connected: OtherCalendar, talk: Interview) -> None:
    other_calendar.follow_calendars()
    assert b"DTSTART;TZID=America/Los_Angeles:20261201T140000" in there(talk)
    talk = actions.reschedule(talk, on=date(2026, 12, 2), at=time(10))
    other_calendar.follow_calendars()
    assert b"20261202T100000" in there(talk)
    other_calendar.follow_calendars()
    actions.cancel(talk)
    other_calendar.follow_calendars()
    assert there(talk) == b""


def test_fault_62_changed_here_and_there_at_once_both_are_shown(
    as_maya: Client, connected: OtherCalendar, talk: Interview
) -> None:
    other_calendar.follow_calendars()
    written = Written.objects.get(interview=talk)
    uid = there(talk).split(b"UID:")[1].split(b"\r\n")[0].decode()
    moved = datetime(2026, 12, 4, 20, tzinfo=UTC)  # noon in Seattle
    client.put(written.url, HOW, event(uid, moved), etag=written.etag)
    talk = actions.reschedule(talk, on=date(2026, 12, 3), at=time(9))
    other_calendar.follow_calendars()
    assert f"{moved:%Y%m%dT%H%M%SZ}".encode() in there(talk)  # nothing written over
    page = as_maya.get(f"/interview/talks/{talk.pk}/").content.decode()
    assert "Your calendar was changed, too" in page
    as_maya.post(f"/interview/talks/{talk.pk}/both/", {"holds": "there"})
    talk.refresh_from_db()
    assert talk.starts_at == moved
    assert other_calendar.conflict_of(talk) is None


def test_fault_62_what_stands_here_is_written_when_the_seeker_says_so(
    connected: OtherCalendar, talk: Interview
) -> None:
    other_calendar.follow_calendars()
    written = Written.objects.get(interview=talk)
    uid = there(talk).split(b"UID:")[1].split(b"\r\n")[0].decode()
    client.put(written.url, HOW, event(uid, datetime(2026, 12, 4, 20, tzinfo=UTC)), etag=written.etag)
    talk = actions.reschedule(talk, on=date(2026, 12, 3), at=time(9))
    other_calendar.follow_calendars()
    other_calendar.settle(talk, take_theirs=False)
    other_calendar.follow_calendars()
    assert b"20261203T090000" in there(talk)


def test_only_free_times_are_offered_an_hour_from_other_talks(
    as_maya: Client, maya: User, connected: OtherCalendar, approach: Approach
) -> None:
    for hour in (17, 18, 19):  # Tuesday 24 November, 9 to 12 in Seattle
        start = datetime(2026, 11, 24, hour, tzinfo=UTC)
        client.put(f"{connected.calendar_url}b{hour}.ics", HOW, event(f"b{hour}", start))
        client.put(
            f"{connected.calendar_url}c{hour}.ics", HOW, event(f"c{hour}", start + timedelta(minutes=30))
        )
    other_calendar.follow(connected)
    slots = other_calendar.free_times(maya, 30, "Europe/Berlin")
    assert (slots[0].mine, slots[0].theirs) == ("Tuesday 24 November, 12:00", "Tuesday 24 November, 21:00")
    assert slots[2].mine == "Wednesday 25 November, 09:00"
    page = as_maya.get(f"/interview/approaches/{approach.pk}/talk/").content.decode()
    assert "Times you could offer" in page
    assert "Free in “Mine”" in page


def test_fault_61_a_dead_server_is_told_and_no_page_waits_for_it(
    as_maya: Client, maya: User, connected: OtherCalendar, approach: Approach, monkeypatch: pytest.MonkeyPatch
) -> None:
    connected.calendar_url = "http://127.0.0.1:9/dead/"
    connected.save()
    with clock.at(clock.now() + timedelta(minutes=20)):
        other_calendar.follow_calendars()
        monkeypatch.setattr("halfhour.integrations.guarded.ask", None)  # a page that asked would fail
        page = as_maya.get(f"/interview/approaches/{approach.pk}/talk/")
        assert page.status_code == 200
        assert "cannot be reached" in page.content.decode()
        assert "cannot be reached" in as_maya.get("/interview/calendar/").content.decode()
    monkeypatch.undo()


def test_fault_61_after_an_outage_it_catches_up(
    connected: OtherCalendar, talk: Interview, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = connected.calendar_url
    OtherCalendar.objects.update(calendar_url="http://127.0.0.1:9/dead/", tried_at=None)
    other_calendar.follow_calendars()
    assert OtherCalendar.objects.get().trouble != ""
    OtherCalendar.objects.update(calendar_url=right)
    with clock.at(clock.now() + timedelta(minutes=16)):
        other_calendar.follow_calendars()
    assert OtherCalendar.objects.get().trouble == ""
    assert b"20261201T140000" in there(talk)
