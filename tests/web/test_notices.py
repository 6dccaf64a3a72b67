"""Notifications of this computer: off until asked for, one summary, silent at night and in a talk, true about what was shown."""

from datetime import UTC, date, datetime, time, timedelta
from time import time as real_time
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from playwright.sync_api import BrowserContext, Page, expect

from halfhour import clock
from halfhour.accounts.models import Notices, User
from halfhour.contact.models import Approach, Attempt, Promise
from halfhour.due.actions import refresh
from halfhour.find.models import Person
from halfhour.interview import actions as interviews
from halfhour.interview.models import Interview
from halfhour.web.today import notices
from tests.conftest import MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
CALL_DAY = datetime(2026, 11, 30, 16, 30, tzinfo=UTC)  # 8:30 in Seattle


@pytest.fixture
def promised(approach: Approach) -> Promise:
    """She said that she calls on the 30th."""
    sent = Attempt.objects.create(
        owner=approach.owner, approach=approach, key="a", channel="email", at=MONDAY, on=MONDAY.date()
    )
    made = Promise.objects.create(
        owner=approach.owner, approach=approach, attempt=sent, on=date(2026, 11, 30)
    )
    refresh(approach)
    return made


@pytest.fixture
def on(maya: User) -> None:
    notices.wish(maya, Notices.PLAIN)


def asked(client: Client, at: datetime) -> dict[str, Any]:
    with clock.at(at):
        told: dict[str, Any] = client.get("/notices/").json()
        return told


def test_without_a_wish_nothing_is_shown_and_no_page_asks(as_maya: Client, promised: Promise) -> None:
    assert asked(as_maya, CALL_DAY) == {}
    assert "js/notices.js" not in as_maya.get("/").content.decode()


def test_what_came_to_stand_on_today_is_told_until_it_was_shown(
    as_maya: Client, on: None, promised: Promise
) -> None:
    assert asked(as_maya, CALL_DAY - timedelta(days=1)) == {}
    for minutes in (0, 1):
        told = asked(as_maya, CALL_DAY + timedelta(minutes=minutes))
        assert told["body"] == "1 thing waits for you."
    with clock.at(CALL_DAY + timedelta(minutes=2)):
        assert as_maya.post("/notices/shown/", {"until": told["until"]}).status_code == 204
    assert asked(as_maya, CALL_DAY + timedelta(minutes=3)) == {}
    # The next morning it is late, which is told once more.
    assert asked(as_maya, CALL_DAY + timedelta(days=1))["body"] == "1 thing waits for you."


def test_with_names_only_when_they_were_chosen(as_maya: Client, maya: User, promised: Promise) -> None:
    as_maya.post("/me/settings/notices/", {"kind": "names"})
    assert asked(as_maya, CALL_DAY)["body"] == "You promised Adaeze Okafor a call today."
    as_maya.post("/me/settings/notices/", {"kind": "plain"})
    assert "Okafor" not in str(asked(as_maya, CALL_DAY))
    as_maya.post("/me/settings/notices/", {"kind": ""})
    assert asked(as_maya, CALL_DAY) == {}


def test_after_days_asleep_one_summary_comes(
    as_maya: Client, maya: User, on: None, promised: Promise, tom: Person
) -> None:
    other = Approach.objects.create(
        owner=maya,
        person=tom,
        candidate=promised.approach.candidate,
        channel="email",
        minutes=20,
        opened_at=MONDAY,
    )
    sent = Attempt.objects.create(
        owner=maya, approach=other, key="b", channel="email", at=MONDAY, on=MONDAY.date()
    )
    Promise.objects.create(owner=maya, approach=other, attempt=sent, on=date(2026, 12, 1))
    refresh(other)
    assert asked(as_maya, CALL_DAY + timedelta(days=4))["body"] == "2 things wait for you."


@pytest.mark.parametrize("hours", [-2, 12])
def test_at_night_nothing_is_shown(as_maya: Client, on: None, promised: Promise, hours: int) -> None:
    assert asked(as_maya, CALL_DAY + timedelta(hours=hours)) == {}


@pytest.fixture
def talk(approach: Approach) -> Interview:
    return interviews.arrange(approach, on=date(2026, 11, 30), at=time(10))


BEFORE, DURING, OVER = timedelta(minutes=-20), timedelta(minutes=5), timedelta(minutes=25)


def test_a_talk_is_told_before_it_begins_and_silences_everything_while_it_lasts(
    as_maya: Client, maya: User, talk: Interview
) -> None:
    notices.wish(maya, Notices.NAMES)
    with clock.at(talk.starts_at + BEFORE - timedelta(minutes=15)):
        notices.shown(maya, clock.now())
    assert asked(as_maya, talk.starts_at + BEFORE)["body"] == "You talk to Adaeze Okafor at 10:00."
    assert asked(as_maya, talk.starts_at + DURING) == {}
    with clock.at(talk.starts_at):
        interviews.start_interview(talk)
    late = talk.starts_at + timedelta(minutes=talk.minutes + 10)  # they offered to go on
    assert asked(as_maya, late) == {}
    with clock.at(late):
        interviews.end_interview(talk)
    assert "waits" in asked(as_maya, late + timedelta(minutes=1))["body"] or asked(as_maya, late)["body"]


@pytest.mark.parametrize("until", ["", "yesterday", "2026-11-30", "2099-01-01T00:00:00+00:00"])
def test_nothing_can_be_told_to_be_shown_ahead_of_time(
    as_maya: Client, on: None, promised: Promise, until: str
) -> None:
    as_maya.post("/notices/shown/", {"until": until})
    assert asked(as_maya, CALL_DAY)["body"] == "1 thing waits for you."


def test_a_clock_that_went_back_silences_nothing_for_ever(
    as_maya: Client, maya: User, promised: Promise
) -> None:
    with clock.at(CALL_DAY + timedelta(days=3650)):
        notices.wish(maya, Notices.PLAIN)
    told = asked(as_maya, CALL_DAY)
    assert told["body"] == "1 thing waits for you."
    with clock.at(CALL_DAY):
        as_maya.post("/notices/shown/", {"until": told["until"]})
    assert asked(as_maya, CALL_DAY) == {}


def test_as_many_queries_with_one_as_with_many(
    as_maya: Client, maya: User, on: None, promised: Promise
) -> None:
    with clock.at(CALL_DAY), CaptureQueriesContext(connection) as few:
        as_maya.get("/notices/")
    assert len(few) <= 10


def sleep(page: Page, hours: float) -> None:
    page.clock.fast_forward(
        int(hours * 3_600_000)
    )  # as after sleep: each timer is due once, however long it was


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.timeout(120)
def test_in_the_browser_one_notification_comes_after_sleep_and_none_on_the_screen_for_a_talk(
    maya_browses: BrowserContext,
    maya: User,
    promised: Promise,
    live_server: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def it_is(moment: datetime) -> None:
        monkeypatch.setenv("HALFHOUR_NOW", moment.isoformat())
        monkeypatch.setattr(clock, "_started", real_time())

    it_is(MONDAY)
    maya_browses.grant_permissions(["notifications"], origin=live_server.url)
    page = maya_browses.new_page()
    page.clock.install()
    page.add_init_script(
        "window.told = []; const Plain = Notification;"
        "window.Notification = class extends Plain {"
        " constructor(title, more) { super(title, more); window.told.push([title, more.body, more.silent]); } };"
    )
    page.goto("/me/settings/")
    page.get_by_role("button", name="Show notifications").click()
    expect(page.get_by_text("They are on, and say only how much waits.")).to_be_visible()
    it_is(CALL_DAY + timedelta(days=2))
    with page.expect_response("**/notices/shown/"):
        sleep(page, 72)
    assert page.evaluate("told") == [["Halfhour", "1 thing waits for you.", True]]
    maya.seeker.refresh_from_db()
    assert maya.seeker.told_until >= CALL_DAY + timedelta(days=2)
    with page.expect_response("**/notices/"):
        sleep(page, 0.1)
    assert len(page.evaluate("told")) == 1
    talk = interviews.arrange(promised.approach, on=date(2026, 12, 10), at=time(14))
    page.goto(f"/interview/talks/{talk.pk}/live/")
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    sleep(page, 72)
    assert [url for url in asked_for if "/notices/" in url] == []


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.timeout(120)
def test_in_the_browser_nothing_is_asked_before_the_click_and_a_no_is_understood(
    maya_browses: BrowserContext, maya: User
) -> None:
    page = maya_browses.new_page()
    page.add_init_script(
        "window.asked = 0;"
        "Notification.requestPermission = async () => { window.asked += 1; return 'denied'; };"
    )
    for path in ("/", "/me/settings/"):
        page.goto(path)
        assert page.evaluate("asked") == 0
    page.get_by_role("button", name="Show notifications").click()
    expect(page.get_by_text("This browser was told to show none")).to_be_visible()
    assert page.evaluate("asked") == 1
    maya.seeker.refresh_from_db()
    assert maya.seeker.notices == ""
