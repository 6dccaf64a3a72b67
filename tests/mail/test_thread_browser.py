"""The thread through one's own mailbox, clicked through in a browser against real servers, at both levels."""

import re
from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime

import pytest
from playwright.sync_api import Page, expect

from halfhour import clock
from halfhour.interview import actions as interviews
from halfhour.interview.models import Interview
from halfhour.mail import fetching, outbox
from halfhour.mail.models import Mailbox
from tests.journeys import conftest as journeys
from tests.journeys.before import dana_is_asked, maya_at_the_laptop
from tests.journeys.walking import fill, follow, headline, lacks, press, says, tick
from tests.mail.servers import HOST, PASSWORD, USER, Dovecot, Post

day, context = journeys.day, journeys.context
pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.timeout(280),
    pytest.mark.filterwarnings("ignore"),
]
Day = Callable[[str], None]
DANA = "Dana Whitfield <dana@example.com>"
YES = "Hi Maya,\n\nYes, happy to. Thursday at 3 pm works for me.\n\nDana\n\nOn Monday, Maya wrote:\n> May I ask?\n"


@pytest.fixture
def page(context, day: Day) -> Page:  # type: ignore[no-untyped-def]  # a fixture of the journeys
    day("2026-11-30T09:00-08:00")
    dana_is_asked(maya_at_the_laptop())
    page: Page = context.new_page()
    journeys.come_in(page)
    return page


def she_connects(page: Page, post: Post, inbox: Dovecot | None) -> None:
    page.goto("/mail/")
    headline(page, "Your letters leave through your own mail program.")
    fill(page, {"Your e-mail address": USER})
    press(page, "Go on")
    fill(page, {"Password": "wrong", "Server for sending": HOST})
    page.locator("[name=smtp_port]").fill(str(post.port))
    if inbox is None:
        tick(page, "Only send my letters")
    else:
        fill(page, {"Name to sign in with": inbox.user, "Server for reading": HOST})
        page.locator("[name=imap_port]").fill(str(inbox.port))
    press(page, "Test")
    says(page, "does not work.", "The server did not accept the name and password.")
    fill(page, {"Password": PASSWORD})
    press(page, "Test")
    says(page, "Letters can leave.")
    press(page, "Connect")
    headline(page, "Halfhour sends your letters")


def she_sends(page: Page, day: Day, post: Post) -> None:
    page.goto("/")
    page.goto("/contact/")
    follow(page, "Dana Whitfield")
    press(page, "Send it")
    says(page, "goes out in a few seconds")
    assert post.arrived == []
    day("2026-11-30T09:01-08:00")
    assert outbox.send_due() == 1
    page.reload()
    headline(page, "You will call Dana Whitfield on")
    says(page, "1 attempt of 3 made")


def came(post: Post, inbox: Dovecot, text: str, number: str, **headers: str) -> None:
    """Something comes into her mailbox, in answer to her letter; Halfhour looks."""
    letter = message_from_bytes(post.arrived[0], policy=policy.default)
    answer = EmailMessage()
    answer["From"], answer["To"], answer["Subject"] = DANA, USER, f"Re: {letter['Subject']}"
    answer["Message-ID"], answer["Date"] = f"<{number}@example.com>", format_datetime(clock.now())
    answer["In-Reply-To"] = str(letter["Message-ID"])
    for name, value in headers.items():
        answer[name.replace("_", "-")] = value
    answer.set_content(text)
    inbox.deliver(answer.as_bytes())
    assert fetching.fetch(Mailbox.objects.select_related("owner__seeker").get()) == 1


def the_talk_is_agreed(page: Page) -> None:
    tick(page, "by telephone")
    fill(page, {"Number or link": "(206) 555-0142"})
    press(page, "This is agreed")
    headline(page, "You talk to Dana Whitfield on Thursday 3 December at 15:00.")


def she_thanks(page: Page, day: Day, post: Post) -> None:
    day("2026-12-03T15:00-08:00")
    talk = Interview.objects.get()
    interviews.start_interview(talk)
    day("2026-12-03T15:20-08:00")
    interviews.end_interview(Interview.objects.get())
    page.goto(f"/thank/talks/{talk.pk}/")
    press(page, "Send it")
    says(page, "goes out in a few seconds")
    day("2026-12-03T15:21-08:00")
    assert outbox.send_due() == 1
    page.reload()
    says(page, "Sent on Thursday 3 December.")
    to = [str(message_from_bytes(m, policy=policy.default)["To"]) for m in post.arrived]
    assert to == [DANA, DANA]


def test_level_three_she_sends_and_answers_are_noticed(
    page: Page, day: Day, post: Post, inbox: Dovecot
) -> None:
    she_connects(page, post, inbox)
    she_sends(page, day, post)
    here = page.url
    day("2026-11-30T10:00-08:00")
    came(post, inbox, "I am away from my desk until this evening.", "away", Auto_Submitted="auto-replied")
    page.goto(here)
    headline(page, "You will call Dana Whitfield on")
    lacks(page, "has answered")
    day("2026-11-30T15:00-08:00")
    came(post, inbox, YES, "yes")
    page.goto("/")
    headline(page, "Dana Whitfield")
    page.goto(here)
    headline(page, "Dana Whitfield has answered.")
    says(page, "Dana Whitfield answered: yes", "Thursday 3 December at 15:00", "Is that right?")
    lacks(page, "May I ask?")
    press(page, "Yes, that is it")
    expect(page.locator("[name=on]")).to_have_value("2026-12-03")
    expect(page.locator("[name=at]")).to_have_value(re.compile("^15:00"))
    the_talk_is_agreed(page)
    she_thanks(page, day, post)


def test_level_two_she_sends_and_pastes_the_answer(page: Page, day: Day, post: Post) -> None:
    she_connects(page, post, None)
    she_sends(page, day, post)
    day("2026-11-30T15:00-08:00")
    follow(page, "They answered")
    page.locator("#id_text").fill(YES)
    press(page, "Read it for me")
    says(page, "It reads like this")
    press(page, "That is what they answered")
    fill(page, {"Day": "2026-12-03", "Time": "15:00"})
    the_talk_is_agreed(page)
    she_thanks(page, day, post)
