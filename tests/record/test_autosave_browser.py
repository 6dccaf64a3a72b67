"""Writing a talk down in a real browser: typing is saved by itself, a second window is told, rows can be added."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, expect
from pytest_django.live_server_helper import LiveServer

from halfhour import clock
from halfhour.contact.models import Approach
from halfhour.interview import actions as interviews
from halfhour.interview.models import Interview
from halfhour.record.models import Debrief
from tests.conftest import signed_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def talk(approach: Approach) -> Interview:
    talk = interviews.talk_now(approach)
    interviews.start_interview(talk, at=clock.now() - timedelta(minutes=20))
    return interviews.end_interview(talk)


@pytest.fixture
def context(browser: Browser, live_server: LiveServer, as_maya: Client) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 360, "height": 720})
    cookie = as_maya.cookies["halfhour"].value
    opened.add_cookies([{"name": "halfhour", "value": cookie, "url": live_server.url}])
    yield opened
    opened.close()


def test_typing_is_saved_and_survives_a_closed_tab(
    context: BrowserContext, live_server: LiveServer, talk: Interview
) -> None:
    address = live_server.url + reverse("record:debrief", args=[talk.pk])
    page = context.new_page()
    page.goto(address)
    page.get_by_label("One thing they said that stays with you").fill("You learn to hear with your feet.")
    expect(page.locator("[data-autosaved]")).to_contain_text("Saved at")
    page.close()
    again = context.new_page()
    again.goto(address)
    field = again.get_by_label("One thing they said that stays with you")
    expect(field).to_have_value("You learn to hear with your feet.")
    again.get_by_role("button", name="Keep it").click()
    expect(again.get_by_text("Kept. Still missing:")).to_be_visible()
    assert Debrief.objects.get().quote == "You learn to hear with your feet."


def test_the_second_window_is_told_and_keeps_its_words(
    context: BrowserContext, live_server: LiveServer, talk: Interview
) -> None:
    address = live_server.url + reverse("record:debrief", args=[talk.pk])
    first, second = context.new_page(), context.new_page()
    for page in (first, second):
        page.goto(address)
        page.get_by_text("The work, and what surprised you").click()
    first.get_by_label("What surprised you?").fill("How quiet it is")
    expect(first.locator("[data-autosaved]")).to_contain_text("Saved at")
    second.get_by_label("What surprised you?").fill("How many people it takes")
    expect(second.locator("[data-autosaved]")).to_contain_text("Another window changed this.")
    second.get_by_role("button", name="Keep it").click()
    expect(second.get_by_role("alert")).to_contain_text("How quiet it is")
    expect(second.get_by_label("What surprised you?")).to_have_value("How many people it takes")
    second.get_by_role("button", name="Keep it").click()
    expect(second.get_by_text("Kept. Still missing:")).to_be_visible()
    assert Debrief.objects.get().surprised_me == "How many people it takes"


def test_signed_out_while_writing_keeps_the_words(
    context: BrowserContext, live_server: LiveServer, talk: Interview
) -> None:
    """Half an hour of writing, the session gone, "Keep it" pressed: the page stays, and saves after signing in again."""
    page = context.new_page()
    page.goto(live_server.url + reverse("record:debrief", args=[talk.pk]))
    context.clear_cookies()
    page.get_by_label("One thing they said").fill("Nobody hears good sound")
    expect(page.locator("[data-autosaved]")).to_contain_text("You are signed out.")
    page.get_by_role("button", name="Keep it").click()
    expect(page.locator("[data-autosaved]")).to_contain_text("You are signed out.")
    expect(page.get_by_label("One thing they said")).to_have_value("Nobody hears good sound")
    again = signed_in(talk.owner).cookies["halfhour"].value
    context.add_cookies([{"name": "halfhour", "value": again, "url": live_server.url}])
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_text("Kept. Still missing:")).to_be_visible()
    assert Debrief.objects.get().quote == "Nobody hears good sound"


def test_a_row_can_be_added_and_is_kept(
    context: BrowserContext, live_server: LiveServer, talk: Interview
) -> None:
    page = context.new_page()
    page.goto(live_server.url + reverse("record:debrief", args=[talk.pk]))
    page.get_by_text("Their way to this work, step by step").click()
    page.get_by_label("Work or study").first.fill("Stage hand")
    page.get_by_role("button", name="One more step").click()
    page.get_by_label("Work or study").nth(1).fill("Sound designer")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_text("Kept. Still missing:")).to_be_visible()
    assert list(talk.path.values_list("job", flat=True)) == ["Stage hand", "Sound designer"]


PAGES = [
    "interview:index", "interview:chat", "interview:interview", "interview:live", "interview:sheet",
    "prepare:index", "prepare:plan", "prepare:brief", "record:index", "record:debrief",
]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_these_steps(
    browser: Browser, live_server: LiveServer, approach: Approach, as_maya: Client, scheme: str
) -> None:
    talk = interviews.talk_now(approach)
    interviews.start_interview(talk, at=clock.now() - timedelta(minutes=16))
    ids = {"interview:sheet": talk.pk, "interview:live": talk.pk, "interview:interview": talk.pk}
    ids |= {
        "prepare:plan": approach.pk,
        "prepare:brief": approach.person.organisation_id,
        "record:debrief": talk.pk,
    }
    context = browser.new_context(viewport={"width": 360, "height": 720}, color_scheme=scheme)  # type: ignore[arg-type]  # one of two words
    context.add_cookies(
        [{"name": "halfhour", "value": as_maya.cookies["halfhour"].value, "url": live_server.url}]
    )
    page = context.new_page()
    found = {}
    for name in PAGES:
        if name == "record:debrief":
            interviews.end_interview(talk)
        page.goto(live_server.url + reverse(name, args=[ids[name]] if name in ids else []))
        page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true })")
        wrong = Axe().run(page, options={"preload": False}).response["violations"]
        found |= {f"{name} {v['id']}": [n["html"][:120] for n in v["nodes"]] for v in wrong}
    context.close()
    assert found == {}
