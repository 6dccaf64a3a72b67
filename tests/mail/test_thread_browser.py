"""The whole thread at each of the three levels, clicked through in a browser against real servers.

Letter out, an automatic answer that is none, "yes, Thursday at 3" proposed, invitation out, the calendar's yes read,
the reminder, the thank-you.
"""

import re
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from halfhour.interview import other_calendar
from halfhour.interview.models import Written
from tests.integrations.caldav.radicale_server import radicale
from tests.journeys import conftest as journeys
from tests.journeys.before import dana_is_asked, maya_at_the_laptop
from tests.journeys.walking import fill, follow, headline, lacks, press, says, tick
from tests.mail.servers import Dovecot, Post
from tests.mail.walks import (
    AWAY,
    DANA,
    YES,
    Dana,
    Day,
    it_comes,
    it_goes_out,
    she_agrees,
    she_connects,
    she_drops,
    she_notes_the_yes,
    she_opens_the_letter,
    they_talk,
)

day, context = journeys.day, journeys.context
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.timeout(280),
    pytest.mark.filterwarnings("ignore"),
]
THURSDAY = "on Thursday 3 December at 15:00"


@pytest.fixture
def page(context, day: Day) -> Page:  # type: ignore[no-untyped-def]  # a fixture of the journeys
    day("2026-11-30T09:00-08:00")
    dana_is_asked(maya_at_the_laptop())
    page: Page = context.new_page()
    journeys.come_in(page)
    return page


@pytest.fixture
def dana() -> Dana:
    return Dana()


def the_letter_goes_out(page: Page, day: Day, post: Post, dana: Dana) -> None:
    she_opens_the_letter(page)
    press(page, "Send it")
    says(page, "goes out in a few seconds")
    assert post.arrived == []
    day("2026-11-30T09:01-08:00")
    it_goes_out(dana, post)
    page.reload()
    headline(page, "You will call Dana Whitfield on")
    says(page, "1 attempt of 3 made")


def the_invitation_goes_out(page: Page, day: Day, post: Post, dana: Dana) -> None:
    press(page, "Send it with the confirmation")
    says(page, "goes out in a few seconds")
    day("2026-11-30T15:31-08:00")
    it_goes_out(dana, post)
    page.reload()
    says(page, "The invitation went out on")


def the_thanks_go_out(page: Page, day: Day, post: Post, dana: Dana) -> None:
    day("2026-12-03T15:25-08:00")
    page.goto("/")
    headline(page, "Dana Whitfield")
    follow(page, "Read the draft")
    press(page, "Send it")
    says(page, "goes out in a few seconds")
    day("2026-12-03T15:26-08:00")
    it_goes_out(dana, post)
    page.reload()
    says(page, "Sent on Thursday 3 December.")
    assert [str(m["To"]) for m in dana.came] == [DANA, DANA, DANA]  # the letter, the invitation, the thanks


def test_level_three_she_sends_and_answers_are_noticed(
    page: Page, day: Day, post: Post, inbox: Dovecot, dana: Dana, tmp_path: Path
) -> None:
    with radicale(tmp_path) as calendar:
        she_connects(page, post, inbox)
        page.goto("/interview/calendar/")
        fill(
            page,
            {"Address of the calendar server": calendar, "Name to sign in with": "maya", "Password": "words"},
        )
        tick(page, "The server is in my own network")
        press(page, "Try it and connect")
        headline(page, "is connected")
        the_letter_goes_out(page, day, post, dana)
        here = page.url
        day("2026-11-30T10:00-08:00")
        it_comes(inbox, dana.answers(AWAY, Auto_Submitted="auto-replied"))
        page.goto(here)
        headline(page, "You will call Dana Whitfield on")
        lacks(page, "has answered")
        day("2026-11-30T15:00-08:00")
        it_comes(inbox, dana.answers(YES))
        page.goto("/")
        headline(page, "Dana Whitfield")
        page.goto(here)
        headline(page, "Dana Whitfield has answered.")
        says(page, "Dana Whitfield answered: yes", "Thursday 3 December at 15:00", "Is that right?")
        lacks(page, "May I ask?")
        press(page, "Yes, that is it")
        expect(page.locator("[name=on]")).to_have_value("2026-12-03")
        expect(page.locator("[name=at]")).to_have_value(re.compile("^15:00"))
        she_agrees(page, THURSDAY)
        talk_page = page.url
        other_calendar.follow_calendars()
        assert Written.objects.get().url.startswith(calendar)
        day("2026-11-30T15:30-08:00")
        the_invitation_goes_out(page, day, post, dana)
        day("2026-11-30T17:00-08:00")
        it_comes(inbox, dana.accepts())
        page.goto("/")
        says(page, "Read what the calendar of Dana Whitfield answered.")
        page.goto("/mail/")
        lacks(page, "Is this an answer?")
        page.goto(talk_page)
        she_notes_the_yes(page)
        day("2026-12-03T09:00-08:00")
        they_talk(page)
        the_thanks_go_out(page, day, post, dana)


def test_level_two_she_sends_and_pastes_the_answer(page: Page, day: Day, post: Post, dana: Dana) -> None:
    she_connects(page, post, None)
    the_letter_goes_out(page, day, post, dana)
    day("2026-11-30T15:00-08:00")
    follow(page, "They answered")
    she_drops(
        page,
        "Or drop the message as a file",
        "away.eml",
        dana.answers(AWAY, Auto_Submitted="auto-replied").as_bytes(),
        "message/rfc822",
    )
    press(page, "Read it for me")
    says(page, "This is an automatic answer")
    page.locator("#id_text").fill(dana.answers(YES).get_content())
    press(page, "Read it for me")
    says(page, "It reads like this")
    press(page, "That is what they answered")
    says(page, "Dana Whitfield wrote Thursday 3 December at 15:00. It is filled in below.")
    she_agrees(page, THURSDAY)
    day("2026-11-30T15:30-08:00")
    the_invitation_goes_out(page, day, post, dana)
    she_drops(
        page, "A calendar answer came back", "accepted.eml", dana.accepts().as_bytes(), "message/rfc822"
    )
    press(page, "Read it")
    she_notes_the_yes(page)
    day("2026-12-03T09:00-08:00")
    they_talk(page)
    the_thanks_go_out(page, day, post, dana)


def test_level_one_her_own_program_does_it_all(page: Page, day: Day, dana: Dana) -> None:
    """No password anywhere: files go out of the pages and into them; her own program is the one between."""
    she_opens_the_letter(page)
    with page.expect_download() as saved:
        press(page, "Save as a mail file")
    letter = dana.gets(saved.value.path().read_bytes())
    assert (str(letter["To"]), str(letter["X-Unsent"])) == (DANA, "1")
    letter["Message-ID"] = "<from-her-own-program@example.org>"
    press(page, "I sent it")
    headline(page, "You will call Dana Whitfield on")
    day("2026-11-30T15:00-08:00")
    follow(page, "They answered")
    she_drops(
        page,
        "Or drop the message as a file",
        "away.eml",
        dana.answers(AWAY, Auto_Submitted="auto-replied").as_bytes(),
        "message/rfc822",
    )
    press(page, "Read it for me")
    says(page, "This is an automatic answer")
    she_drops(
        page, "Or drop the message as a file", "yes.eml", dana.answers(YES).as_bytes(), "message/rfc822"
    )
    press(page, "Read it for me")
    says(page, "It reads like this")
    press(page, "That is what they answered")
    she_agrees(page, THURSDAY)
    with page.expect_download() as saved:
        follow(page, "Save the invitation")
    invitation = saved.value.path().read_bytes()
    she_drops(
        page, "A calendar answer came back", "accepted.ics", dana.presses_yes(invitation), "text/calendar"
    )
    press(page, "Read it")
    she_notes_the_yes(page)
    day("2026-12-03T09:00-08:00")
    they_talk(page)
    day("2026-12-03T15:25-08:00")
    page.goto("/")
    follow(page, "Read the draft")
    with page.expect_download() as saved:
        follow(page, "As a mail file")
    thanks = message_from_bytes(saved.value.path().read_bytes(), policy=policy.default)
    assert str(thanks["To"]) == DANA
    press(page, "I sent it")
    page.goto("/contact/")
    follow(page, "Dana Whitfield")
    says(page, "Dana Whitfield")
