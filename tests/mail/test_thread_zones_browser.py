"""The same thread while clocks change, with the two in different zones: nobody counts hours, and everybody meets.

Between the last Sunday of October and the first of November, and again in March, Berlin and New York are five hours
apart instead of six.
"""

import re
from datetime import UTC, datetime
from email.message import EmailMessage

import icalendar
import pytest
from playwright.sync_api import Page, expect

from halfhour.accounts import actions as accounts
from halfhour.contact.models import Approach
from halfhour.find import actions as find
from halfhour.interview import invitations
from tests.journeys import conftest as journeys
from tests.journeys.before import dana_is_asked, maya_at_the_laptop
from tests.journeys.walking import fill, headline, press, says, tick
from tests.mail.servers import Dovecot, Post
from tests.mail.walks import (
    YES,
    Dana,
    Day,
    it_comes,
    it_goes_out,
    she_agrees,
    she_connects,
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


def asked_from_berlin() -> Approach:
    maya = maya_at_the_laptop()
    accounts.describe_myself(maya, country="DE", region="BE", timezone="Europe/Berlin")
    return dana_is_asked(maya_at_home())


def maya_at_home():  # type: ignore[no-untyped-def]  # read again, with her zone
    from halfhour.accounts.models import User

    return User.objects.select_related("seeker").get()


def start(context, day: Day, moment: str) -> Page:  # type: ignore[no-untyped-def]  # a fixture of the journeys
    day(moment)
    page: Page = context.new_page()
    journeys.come_in(page)
    return page


def times_in(message: EmailMessage, dana: Dana) -> tuple[datetime, str]:
    """The instant the invitation says, and the words above it."""
    event = icalendar.Calendar.from_ical(dana.invitation()).walk("VEVENT")[0]
    return event["DTSTART"].dt.astimezone(UTC), message.get_body(("plain",)).get_content()  # type: ignore[union-attr]  # it has one


def test_fault_18_a_thread_across_the_october_change_with_a_zone_that_is_known(
    context,  # type: ignore[no-untyped-def]  # a fixture of the journeys
    day: Day,
    post: Post,
    inbox: Dovecot,
) -> None:
    day("2026-10-23T09:00+02:00")  # the Friday before Berlin changes its clocks
    find.describe_person(asked_from_berlin().person, timezone="America/New_York")
    page, dana = start(context, day, "2026-10-23T09:00+02:00"), Dana()
    she_connects(page, post, inbox)
    she_opens_the_letter(page)
    press(page, "Send it")
    says(page, "at 14:00 your time, when their working day begins")  # 8 in New York
    day("2026-10-23T14:01+02:00")
    it_goes_out(dana, post)
    day("2026-10-26T15:00+01:00")  # Berlin has changed, New York has not
    it_comes(inbox, dana.answers(YES))
    page.reload()
    says(
        page,
        "Thursday 29 October at 15:00",
        "their clock (America/New_York); on yours it is Thursday 29 October at 20:00",
    )
    press(page, "Yes, that is it")
    says(page, "On your clock that is Thursday 29 October at 20:00, filled in below.")
    expect(page.locator("[name=at]")).to_have_value(re.compile("^20:00"))
    talk = she_agrees(page, "on Thursday 29 October at 20:00")
    assert talk.starts_at == datetime(2026, 10, 29, 19, 0, tzinfo=UTC)
    says(page, "for them 15:00 on Thursday 29 October (America/New_York)")
    press(page, "Send it with the confirmation")
    day("2026-10-26T15:01+01:00")
    at, words = times_in(it_goes_out(dana, post), dana)
    assert at == talk.starts_at
    assert re.search(r"3:00 pm|15:00", words)
    assert re.search(r"8:00 pm|20:00", words)
    day("2026-10-26T16:00+01:00")
    it_comes(inbox, dana.accepts())
    page.reload()
    she_notes_the_yes(page)
    day("2026-10-29T09:00+01:00")
    they_talk(page)
    day("2026-10-29T20:25+01:00")
    page.goto(f"/thank/talks/{talk.pk}/")
    press(page, "Send it")
    day("2026-10-29T20:26+01:00")
    it_goes_out(dana, post)
    page.reload()
    says(page, "Sent on Thursday 29 October.")


def test_fault_18_a_thread_across_the_march_change_with_a_zone_said_while_agreeing(
    context,  # type: ignore[no-untyped-def]  # a fixture of the journeys
    day: Day,
    post: Post,
    inbox: Dovecot,
) -> None:
    day("2027-03-12T15:00+01:00")  # the Friday before New York changes its clocks
    asked_from_berlin()
    page, dana = start(context, day, "2027-03-12T15:00+01:00"), Dana()
    she_connects(page, post, inbox)
    she_opens_the_letter(page)
    press(page, "Send it")
    says(page, "goes out in a few seconds")
    day("2027-03-12T15:01+01:00")
    it_goes_out(dana, post)
    day("2027-03-15T15:00+01:00")  # New York has changed, Berlin has not
    it_comes(inbox, dana.answers("Sure. Thursday 3 pm, New York time?\n"))
    page.reload()
    press(page, "Yes, that is it")
    says(page, "On your clock that is Thursday 18 March at 20:00, filled in below.")
    page.locator("[name=at]").fill("15:00")  # she types it as they said it instead
    page.locator("summary", has_text="They are in another time zone").click()
    tick(page, "theirs")
    fill(page, {"Their clock, when they are far away": "America/New_York"})
    talk = she_agrees(page, "on Thursday 18 March at 20:00")
    assert talk.starts_at == datetime(2027, 3, 18, 19, 0, tzinfo=UTC)
    assert talk.person.timezone == "America/New_York"
    says(page, "for them 15:00 on Thursday 18 March (America/New_York)")
    invited = icalendar.Calendar.from_ical(invitations.invitation_of(talk)).walk("VEVENT")[0]
    assert invited["DTSTART"].dt.astimezone(UTC) == talk.starts_at
    day("2027-03-18T09:00+01:00")
    they_talk(page)
    headline(page, "Dana Whitfield")
