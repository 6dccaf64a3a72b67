"""A talk of real length is written down at 360 px in ten minutes, counted from what has to be typed and tapped."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from halfhour import clock
from halfhour.contact.models import Approach
from halfhour.interview import actions as interviews
from halfhour.interview.models import Interview
from halfhour.record.models import Debrief
from halfhour.record.rules.debrief import TARGET_MINUTES

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WORDS_A_MINUTE = 30  # with two thumbs
SECONDS_A_TAP = 1.5
SECONDS_A_FIELD = 5  # to read the question and find the words
SECONDS_A_SCREEN = 1.5  # to scroll one screen on
TALL = 720


@pytest.fixture
def talk(approach: Approach) -> Interview:
    """Half an hour in which six questions were answered, two moments starred and one name marked."""
    talk = interviews.talk_now(approach)
    interviews.start_interview(talk)
    lines = list(talk.approach.plan.lines.filter(stage="core")[:6])  # type: ignore[union-attr]  # just made
    for number, line in enumerate(lines):
        interviews.mark(talk, key=f"a{number}", kind="answered", plan_line=line.pk, question=line.text)
    for number, kind in enumerate(["star", "star", "name"]):
        interviews.mark(talk, key=f"m{number}", kind=kind, plan_line=lines[0].pk, question=lines[0].text)
    return interviews.end_interview(talk, at=clock.now() + timedelta(seconds=1))


class Thumbs:
    """Fills the form as somebody on a phone does, and counts what it takes."""

    def __init__(self, page: Page) -> None:
        self.page, self.words, self.taps, self.fields, self.screens = page, 0, 0, 0, 0.0
        self.at = 0.0

    def seconds(self) -> float:
        typed = self.words / WORDS_A_MINUTE * 60
        return (
            typed
            + self.taps * SECONDS_A_TAP
            + self.fields * SECONDS_A_FIELD
            + self.screens * SECONDS_A_SCREEN
        )

    def reach(self, place: Locator) -> None:
        place.scroll_into_view_if_needed()
        here = self.page.evaluate("scrollY")
        self.screens += abs(here - self.at) / TALL
        self.at = here

    def type(self, place: Locator, text: str) -> None:
        self.reach(place)
        place.fill(text)
        self.words += len(text.split())
        self.taps += 1
        self.fields += 1

    def tap(self, place: Locator) -> None:
        self.reach(place)
        place.click()
        self.taps += 1

    def pick(self, place: Locator, value: str) -> None:
        self.reach(place)
        place.select_option(value)
        self.taps += 2
        self.fields += 1


@pytest.fixture
def page(browser: Browser, live_server: LiveServer, as_maya: Client) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": TALL}, has_touch=True)
    cookie = as_maya.cookies["halfhour"].value
    context.add_cookies([{"name": "halfhour", "value": cookie, "url": live_server.url}])
    yield context.new_page()
    context.close()


ANSWERS = [
    "Two days mixing, one in meetings, the rest cleaning dialogue and waiting for builds",
    "Film school, a year of weddings, then a friend needed foley for a small game",
    "Listening tests and recording outside counted, the theory of acoustics hardly ever did",
    "Dark room, eight people, everybody on headphones, shouting only at lunch",
    "The last six weeks before a release, twelve hours a day, every year",
    "Tools write the boring sounds now, so what is left is taste and talking",
]


@pytest.mark.slow
def test_a_real_talk_in_ten_minutes_on_a_phone(
    page: Page, live_server: LiveServer, talk: Interview, capsys: pytest.CaptureFixture[str]
) -> None:
    page.goto(live_server.url + reverse("record:debrief", args=[talk.pk]))
    thumbs = Thumbs(page)
    part = {
        name: page.locator(f"#part-{name}")
        for name in ("first", "answers", "work", "lists", "people", "lean", "fit")
    }
    field = page.get_by_label
    thumbs.type(
        field("One thing they said"), "Nobody hears good sound, but everybody leaves the room when it is bad."
    )
    thumbs.type(field("What will you do with it"), "Record silence in three rooms this week")
    thumbs.tap(part["first"].locator("[data-next-part]"))
    asked = part["answers"].locator(":scope > ol > li.answer")
    assert asked.count() == len(ANSWERS)
    for number, words in enumerate(ANSWERS):
        thumbs.type(asked.nth(number).get_by_label("In a few words"), words)
    for number, stance in ((0, "1"), (4, "-1")):
        thumbs.tap(asked.nth(number).locator("summary"))
        thumbs.pick(asked.nth(number).get_by_label("For me, that speaks"), stance)
    thumbs.tap(part["answers"].locator(":scope > .next-part a"))
    six = part["lists"].locator(".six")
    thumbs.type(six.nth(1).get_by_role("textbox"), "Audio Engineering Society")
    thumbs.type(six.nth(3).get_by_role("textbox"), "Lantern Games\nNorthlight")
    thumbs.type(six.nth(4).get_by_role("textbox"), "spatial audio\nsounds made by tools")
    thumbs.tap(page.get_by_role("button", name="Did not ask about those"))
    thumbs.tap(part["lists"].locator("[data-next-part]"))
    thumbs.tap(part["people"].get_by_label("yes", exact=True))
    thumbs.type(part["people"].get_by_label("Name", exact=True), "Ada Brenner")
    thumbs.type(part["people"].get_by_label("Why them?"), "Began with foley three years ago")
    thumbs.pick(part["people"].get_by_label("May you use the name"), "yes")
    thumbs.tap(part["people"].locator("[data-next-part]"))
    thumbs.tap(part["lean"].get_by_label("unsure"))
    thumbs.type(part["lean"].get_by_label("because"), "The work yes, the last six weeks no")
    thumbs.type(part["lean"].get_by_label("How sure are you of that"), "60")
    thumbs.type(part["lean"].get_by_label("What share of the time"), "75")
    thumbs.tap(part["work"].locator("summary").first)
    thumbs.type(field("What surprised you?"), "How much of it is talking to programmers")
    thumbs.tap(part["fit"].locator("summary").first)
    for name, value in (("interests", "2"), ("skills", "1"), ("personality", "0")):
        thumbs.pick(page.locator(f"#id_fit_{name}"), value)
        thumbs.type(page.locator(f"#id_fit_{name}_because"), "I would do it for nothing")
    thumbs.tap(page.get_by_role("button", name="Keep it"))
    expect(page.get_by_text("Kept, and complete.")).to_be_visible()
    assert Debrief.objects.get().recorded_at is not None
    minutes = thumbs.seconds() / 60
    with capsys.disabled():
        print(
            f"\n{minutes:.1f} minutes: {thumbs.words} words, {thumbs.taps} taps, {thumbs.fields} fields, "
            f"{thumbs.screens:.0f} screens"
        )
    assert minutes <= TARGET_MINUTES
