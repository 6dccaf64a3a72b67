"""The live screen in a real browser: the clock, the keys, and no mark lost by a killed tab or a stopped server."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect
from pytest_django.live_server_helper import LiveServer

from halfhour import clock
from halfhour.contact.models import Approach
from halfhour.interview import actions
from halfhour.interview.models import Interview

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]

MINUTES = 20
KILLS = 20


@pytest.fixture
def talk(approach: Approach) -> Interview:
    return actions.talk_now(approach)


@pytest.fixture
def context(browser: Browser, live_server: LiveServer, as_maya: Client) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 360, "height": 720})
    cookie = as_maya.cookies["halfhour"].value
    opened.add_cookies([{"name": "halfhour", "value": cookie, "url": live_server.url}])
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    opened = context.new_page()
    said: list[str] = []
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    assert said == []


def started(talk: Interview, *, minutes_ago: float) -> None:
    talk.started_at = clock.now() - timedelta(minutes=minutes_ago)
    talk.save()


def address(live_server: LiveServer, talk: Interview, name: str = "interview:live") -> str:
    return live_server.url + reverse(name, args=[talk.pk])


def kept_in_browser(page: Page) -> int:
    return page.evaluate("Object.keys(localStorage).filter(name => name.startsWith('halfhour.kept.')).length")


def everything_saved(page: Page) -> None:
    expect(page.locator("[data-kept]")).to_have_text("Everything is saved.")


def kinds(talk: Interview) -> list[str]:
    return list(talk.marks.values_list("kind", flat=True))


def test_the_whole_talk_runs_on_single_keys(page: Page, live_server: LiveServer, talk: Interview) -> None:
    page.goto(address(live_server, talk))
    page.get_by_role("button", name="start the 20 minutes").click()
    first = page.locator("[data-part=question]").inner_text()
    for key in "rnta":
        page.keyboard.press(key)
    everything_saved(page)
    talk.refresh_from_db()
    assert talk.started_at is not None
    assert kinds(talk) == ["star", "name", "turned_back", "answered"]
    assert [m.question for m in talk.marks.all()] == [first] * 4
    assert page.locator("[data-part=question]").inner_text() != first
    assert kept_in_browser(page) == 0


def test_keys_can_be_switched_off_and_do_nothing_while_typing(
    page: Page, live_server: LiveServer, talk: Interview
) -> None:
    started(talk, minutes_ago=1)
    page.goto(address(live_server, talk))
    page.keyboard.press("w")
    page.keyboard.type("rain and a name")
    page.get_by_role("button", name="Keep the note").click()
    everything_saved(page)
    assert [(m.kind, m.text) for m in talk.marks.all()] == [("note", "rain and a name")]
    page.get_by_text("Keys", exact=True).click()
    page.get_by_label("Single keys are on").uncheck()
    page.locator("[data-part=question]").click()
    page.keyboard.press("r")
    page.reload()
    page.keyboard.press("r")
    page.get_by_role("button", name="a name", exact=True).click()
    everything_saved(page)
    assert kinds(talk) == ["note", "name"]


def test_any_question_can_be_taken_next_and_nothing_is_marked_by_it(
    page: Page, live_server: LiveServer, talk: Interview
) -> None:
    started(talk, minutes_ago=1)
    page.goto(address(live_server, talk))
    page.get_by_text("All questions").click()
    third = page.locator(".jump a").nth(2)
    words = third.inner_text()
    third.click()
    expect(page.locator("[data-part=question]")).to_have_text(words)
    page.keyboard.press("ArrowLeft")
    expect(page.locator("[data-part=question]")).not_to_have_text(words)
    assert kinds(talk) == []


@pytest.mark.parametrize("agreed", [20, 30])
def test_the_clock_counts_the_agreed_minutes(
    page: Page, live_server: LiveServer, talk: Interview, agreed: int
) -> None:
    talk.minutes = agreed
    started(talk, minutes_ago=6)
    page.goto(address(live_server, talk))
    expect(page.locator("[data-part=left]")).to_have_text(f"{agreed - 6} min")
    expect(page.locator("[data-part=cue]")).to_have_text("")


CUES: list[tuple[str, float, str]] = [
    ("five minutes before", MINUTES - 5, "I see that our time is nearly over. May I ask one last question?"),
    ("at the end", MINUTES, "Shall we stop here?"),
]


# Notes the browser's own time at which the cue changes; both clocks are this machine's.
NOTE_THE_CHANGE = """() => {
  const cue = document.querySelector('[data-part=cue]');
  new MutationObserver(() => { window.changedAt = Date.now(); }).observe(cue, {childList: true});
}"""


@pytest.mark.parametrize(("minutes", "says"), [c[1:] for c in CUES], ids=[c[0] for c in CUES])
def test_each_cue_comes_within_a_second_of_its_moment(
    page: Page, live_server: LiveServer, talk: Interview, minutes: float, says: str
) -> None:
    talk.owner.seeker.time_sentence = "Shall we stop here?"
    talk.owner.seeker.save()
    page.goto(address(live_server, talk))  # the browser has the files now
    started(talk, minutes_ago=minutes - 10 / 60)
    moment = talk.started_at + timedelta(minutes=minutes)  # type: ignore[operator]  # just set
    page.reload()
    page.evaluate(NOTE_THE_CHANGE)
    assert page.locator("[data-part=cue]").inner_text() != says
    expect(page.locator("[data-part=cue]")).to_have_text(says, timeout=30_000)
    late = page.evaluate("() => window.changedAt") / 1000 - moment.timestamp()
    assert 0 <= late <= 1


def test_they_offered_to_continue_is_one_tap_and_quiets_the_clock(
    page: Page, live_server: LiveServer, talk: Interview
) -> None:
    started(talk, minutes_ago=MINUTES + 1)
    page.goto(address(live_server, talk))
    page.get_by_role("button", name="they offered to continue").click()
    everything_saved(page)
    talk.refresh_from_db()
    assert talk.extended_at is not None
    expect(page.locator("[data-part=cue]")).to_have_text("They offered to go on. Thank them when you stop.")
    expect(page.locator("[data-part=left]")).to_have_text("+1 min")


def test_nothing_moves_or_makes_itself_heard_by_itself(
    page: Page, live_server: LiveServer, talk: Interview
) -> None:
    started(talk, minutes_ago=MINUTES - 5.02)
    page.goto(address(live_server, talk))
    before = page.locator("[data-part=question]").inner_text()
    page.wait_for_function("() => document.querySelector('[data-part=cue]').textContent !== ''")
    assert page.locator("[data-part=question]").inner_text() == before
    assert page.locator("audio, video, dialog, [popover]").count() == 0


def test_every_button_is_large_enough_for_a_thumb(
    page: Page, live_server: LiveServer, talk: Interview
) -> None:
    started(talk, minutes_ago=MINUTES - 3)
    page.goto(address(live_server, talk))
    page.get_by_text("All questions").click()
    sizes = page.evaluate(
        "[...document.querySelectorAll('.live button, .live summary, .live .jump a')]"
        ".filter(e => e.checkVisibility()).map(e => [e.textContent.trim(), e.getBoundingClientRect().height])"
    )
    assert [s for s in sizes if s[1] < 44] == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def crash(page: Page) -> None:
    """Kill the tab's own process, as the system does when it needs the memory."""
    with page.expect_event("crash"), pytest.raises(Error):
        page.goto("chrome://crash")


@pytest.mark.slow
def test_twenty_killed_tabs_lose_nothing(
    context: BrowserContext, live_server: LiveServer, talk: Interview, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each time: the network is gone, one mark is made, the tab is killed in the same breath, a new one is opened."""
    started(talk, minutes_ago=1)
    kept = 0
    for kill in range(1, KILLS + 1):
        page = context.new_page()
        page.goto(address(live_server, talk))
        everything_saved(page)
        context.set_offline(True)
        page.keyboard.press("r")
        crash(page)
        page.close()
        context.set_offline(False)
        page = context.new_page()
        page.goto(address(live_server, talk))
        everything_saved(page)
        kept += talk.marks.count() == kill and kept_in_browser(page) == 0
        page.close()
    with capsys.disabled():
        print(f"\n{kept} of {KILLS} killed tabs lost nothing")
    assert kept == KILLS


def test_a_closed_lid_loses_no_mark_and_no_time(
    context: BrowserContext, page: Page, live_server: LiveServer, talk: Interview
) -> None:
    """The lid closes over a mark that could not be sent and opens after the agreed end: the sentence stands there."""
    talk.owner.seeker.time_sentence = "Shall we stop here?"
    talk.owner.seeker.save()
    page.goto(address(live_server, talk))
    started(talk, minutes_ago=MINUTES - 5 / 60)
    page.reload()
    everything_saved(page)
    lid = context.new_cdp_session(page)
    context.set_offline(True)
    page.keyboard.press("r")
    lid.send("Page.setWebLifecycleState", {"state": "frozen"})
    while not clock.now() > talk.agreed_end_at + timedelta(seconds=1):
        time.sleep(0.2)
    lid.send("Page.setWebLifecycleState", {"state": "active"})
    expect(page.locator("[data-part=cue]")).to_have_text("Shall we stop here?")
    context.set_offline(False)
    everything_saved(page)
    assert kinds(talk) == ["star"]


def test_a_note_being_written_survives_a_killed_tab(
    context: BrowserContext, live_server: LiveServer, talk: Interview
) -> None:
    started(talk, minutes_ago=1)
    page = context.new_page()
    page.goto(address(live_server, talk))
    page.keyboard.press("w")
    page.keyboard.type("half a sen")
    crash(page)
    page.close()
    page = context.new_page()
    page.goto(address(live_server, talk))
    expect(page.locator("[data-part=note] textarea")).to_have_value("half a sen")
    page.get_by_role("button", name="Keep the note").click()
    everything_saved(page)
    assert page.evaluate("Object.keys(localStorage).filter(n => n.startsWith('halfhour.note.'))") == []
    assert talk.marks.get().text == "half a sen"
    page.close()


SERVE = """
import sys
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]
import django
django.setup()
from waitress import serve
from halfhour.web.wsgi import application
serve(application, host="127.0.0.1", port=int(sys.argv[2]), threads=4)
"""


class OwnServer:
    """The program as a process of its own on the tests' database, so that it can be killed and started again."""

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self) -> None:
        database = str(connection.settings_dict["NAME"])
        self.process = subprocess.Popen(
            [sys.executable, "-c", SERVE, database, str(self.port)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
        )
        until = time.monotonic() + 60
        while time.monotonic() < until and self.process.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise AssertionError("the server did not start")

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(10)


@pytest.fixture
def own_server() -> Iterator[OwnServer]:
    server = OwnServer()
    yield server
    server.kill()


def test_a_whole_talk_without_the_server_loses_nothing(
    browser: Browser,
    own_server: OwnServer,
    talk: Interview,
    as_maya: Client,
) -> None:
    """The server is killed before the start is pressed and comes back after the end; every mark keeps its own time."""
    url = own_server.url
    context = browser.new_context(viewport={"width": 360, "height": 720})
    context.add_cookies([{"name": "halfhour", "value": as_maya.cookies["halfhour"].value, "url": url}])
    page = context.new_page()
    page.goto(url + reverse("interview:live", args=[talk.pk]))
    own_server.kill()
    pressed_at = clock.now()
    page.get_by_role("button", name="start the 20 minutes").click()
    for key in "arntaar":
        page.keyboard.press(key)
    expect(page.locator("[data-kept]")).to_contain_text("8 marks are only in this browser so far")
    page.get_by_role("button", name="The talk is over").click()
    expect(page.get_by_role("heading", name="The talk is over.")).to_be_visible()
    assert kept_in_browser(page) == 9
    own_server.start()
    page.wait_for_url("**/record/**", timeout=60_000)
    talk.refresh_from_db()
    assert kinds(talk) == ["answered", "star", "name", "turned_back", "answered", "answered", "star"]
    assert talk.started_at is not None
    assert talk.ended_at is not None
    assert abs((talk.started_at - pressed_at).total_seconds()) < 2
    assert talk.started_at <= talk.marks.first().at <= talk.marks.last().at <= talk.ended_at
    assert kept_in_browser(page) == 0
    context.close()


def test_marks_of_another_data_folder_are_left_alone(
    page: Page, live_server: LiveServer, talk: Interview
) -> None:
    """The demo and the real program may take turns on one port."""
    started(talk, minutes_ago=1)
    page.goto(address(live_server, talk))
    other = '{"home": "another", "url": "/interview/talks/1/marks/", "fields": {"key": "z", "kind": "star", "at": ""}}'
    page.evaluate("entry => localStorage.setItem('halfhour.kept.z', entry)", other)
    page.reload()
    page.keyboard.press("n")
    everything_saved(page)
    assert kinds(talk) == ["name"]
    assert kept_in_browser(page) == 1


def test_marks_left_behind_are_sent_from_the_page_for_writing_down(
    context: BrowserContext, live_server: LiveServer, talk: Interview
) -> None:
    started(talk, minutes_ago=5)
    page = context.new_page()
    page.goto(address(live_server, talk))
    everything_saved(page)
    context.set_offline(True)
    page.keyboard.press("n")
    crash(page)
    page.close()
    context.set_offline(False)
    actions.end_interview(talk)
    page = context.new_page()
    page.goto(address(live_server, talk, "record:debrief"))
    page.wait_for_function("() => Object.keys(localStorage).every(n => !n.startsWith('halfhour.kept.'))")
    assert kinds(talk) == ["name"]
    page.close()
