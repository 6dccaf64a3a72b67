"""Nobody answers: three attempts, then the next name; a clear no ends it at once. The clock is moved day by day."""

import re
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from halfhour import clock
from halfhour.accounts.actions import laptop_user
from halfhour.contact import actions as contact
from halfhour.contact.models import Approach
from halfhour.interview import actions as interviews
from tests.journeys.conftest import Day
from tests.journeys.walking import (
    asks_the_first,
    brings_her_contacts,
    follow,
    headline,
    lacks,
    press,
    says,
    unfold,
    wonders,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WORK = "makes sound for games"
MORNING = "T10:00-08:00"


def opens_today(page: Page, day: Day, on: str) -> None:
    day(on + MORNING)
    page.goto("/")


def asked_on_monday(page: Page, export: Path) -> str:
    """Monday 16 November: the letter is out, with a call promised for Monday 23."""
    wonders(page, WORK, "Sound Engineering Technicians")
    brings_her_contacts(page, export)
    return asks_the_first(page, call_on="Monday 23 November")


def the_next_name_is_ready(page: Page, asked: str) -> None:
    """One view: this person is closed, the next one's name, the reason, and a letter that is theirs."""
    headline(page, f"{asked} did not answer. Take the next name.")
    following = page.get_by_role("region", name=re.compile("^Next: "))
    name = following.get_by_role("heading", level=2).inner_text().removeprefix("Next: ")
    assert name != asked
    expect(following).to_contain_text("title reads as this work")
    expect(following.locator(".letter")).to_contain_text(f"Dear {name},")
    expect(following.locator(".letter")).to_contain_text("Maya Lindqvist")
    expect(following.get_by_role("link", name=f"Ask {name.split()[0]}")).to_be_visible()
    lacks(page, "Open the call card")


def test_a_letter_a_message_and_a_call_that_nobody_answers(page: Page, day: Day, export: Path) -> None:
    asked = asked_on_monday(page, export)
    opens_today(page, day, "2026-11-20")
    headline(page, "Nothing is due today.")
    opens_today(page, day, "2026-11-23")
    headline(page, f"You promised {asked} a call today.")
    opens_today(page, day, "2026-11-24")
    headline(page, f"You promised {asked} a call on Monday 23 November.")
    says(page, "1 thing is late")

    opens_today(page, day, "2026-11-23")
    follow(page, "Open the call card")
    unfold(page, "A machine answers.")
    expect(page.locator("details[open] .say")).to_contain_text("L-I-N-D-Q-V-I-S-T")
    press(page, "I left a message")
    says(page, "2 attempts of 3 made")
    page.get_by_label("Day").fill("2026-11-30")
    press(page, "That is my next call")
    opens_today(page, day, "2026-11-27")
    headline(page, "Nothing is due today.")
    opens_today(page, day, "2026-11-30")
    headline(page, f"You promised {asked} a call today.")
    says(page, "attempt 3 of 3")
    follow(page, "Open the call card")
    press(page, "Nobody answered")
    the_next_name_is_ready(page, asked)

    follow(page, "See the whole list")
    expect(page.locator("ol.first")).not_to_contain_text(asked)


def test_a_message_left_as_the_last_attempt_is_given_its_days(page: Page, day: Day, export: Path) -> None:
    asked = asked_on_monday(page, export)
    opens_today(page, day, "2026-11-23")
    follow(page, "Open the call card")
    press(page, "Nobody answered")
    says(page, "2 attempts of 3 made")
    opens_today(page, day, "2026-11-30")  # five working days are not over: Thursday was Thanksgiving
    headline(page, "Nothing is due today.")
    opens_today(page, day, "2026-12-01")
    headline(page, f"Try {asked} once more.")
    page.locator(".due a.primary").click()
    press(page, "I left a message")
    says(page, "3 attempts of 3 made")
    opens_today(page, day, "2026-12-08")
    headline(page, "Nothing is due today.")
    opens_today(page, day, "2026-12-09")
    headline(page, f"Let {asked} be and take the next name.")
    page.locator(".due a.primary").click()
    the_next_name_is_ready(page, asked)


def test_a_clear_no_ends_it(page: Page, day: Day, export: Path) -> None:
    asked = asked_on_monday(page, export)
    opens_today(page, day, "2026-11-23")
    follow(page, "Open the call card")
    press(page, "They said no")
    says(page, "Next: ")
    expect(page.locator("#id_thanks")).to_have_value(re.compile(asked))
    press(page, "I thanked them")
    for later in ("2026-11-24", "2026-12-01", "2027-01-18"):
        opens_today(page, day, later)
        headline(page, f"Take the next name after {asked}.")
        expect(page.locator(".due > li")).to_have_count(1)
        lacks(page, "(206) 555-0142")
    page.locator(".due a.primary").click()
    lacks(page, "Open the call card")
    follow(page, "See the whole list")
    expect(page.locator("ol.first")).not_to_contain_text(asked)


def test_the_thank_you_is_due_after_a_day_and_late_after_two(page: Page, day: Day, export: Path) -> None:
    asked = asked_on_monday(page, export)
    the_talk_took_place(asked)  # Monday 30 November, 12:30 to 12:50
    day("2026-11-30T13:00-08:00")
    page.goto("/")
    says(page, f"Thank {asked}")
    expect(thank_you(page)).to_contain_text("by 12:50 tomorrow")
    day("2026-12-01T13:00-08:00")
    page.goto("/")
    expect(thank_you(page)).to_contain_text("by 12:50 tomorrow")
    expect(thank_you(page).locator(".owed")).to_have_count(0)
    day("2026-12-02T13:00-08:00")
    page.goto("/")
    expect(thank_you(page).locator(".owed")).to_have_text("late")


def thank_you(page: Page):
    return page.locator(".due > li", has_text="Thank ")


def the_talk_took_place(name: str) -> None:
    """The answer, the talk, its start and its end, each at its moment."""
    user = laptop_user()
    with clock.at(datetime(2026, 11, 20, 18, 0, tzinfo=UTC)):
        asked = Approach.objects.visible_to(user).get(person__name=name)
        contact.record_reply(asked, key="journey-yes", kind="yes", channel="email", text="Yes, gladly.")
        asked = Approach.objects.visible_to(user).get(pk=asked.pk)
        talk = interviews.arrange(
            asked,
            on=date(2026, 11, 30),
            at=time(12, 30),
            minutes=20,
            format="phone",
            link_or_number="(206) 555-0142",
        )
    with clock.at(datetime(2026, 11, 30, 20, 30, tzinfo=UTC)):
        interviews.start_interview(talk)
    with clock.at(datetime(2026, 11, 30, 20, 50, tzinfo=UTC)):
        interviews.end_interview(talk)
