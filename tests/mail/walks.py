"""What happens on both ends of a thread: Maya at her pages, Dana at her mail and calendar programs."""

from collections.abc import Callable
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime

import icalendar
from playwright.sync_api import Page

from halfhour import clock
from halfhour.interview import actions as interviews
from halfhour.interview.models import Interview
from halfhour.mail import fetching, outbox
from halfhour.mail.models import Mailbox
from tests.journeys.walking import fill, follow, headline, press, says, tick, unfold
from tests.mail.servers import HOST, PASSWORD, USER, Dovecot, Post

Day = Callable[[str], None]
DANA = "Dana Whitfield <dana@example.com>"
YES = "Hi Maya,\n\nYes, Thursday at 3.\n\nDana\n"
AWAY = "I am away from my desk until this evening. This is an automatic reply."


@dataclass
class Dana:
    """Her programs: what came to her, and the messages she sends back."""

    came: list[EmailMessage] = field(default_factory=list)
    wrote: int = 0

    def gets(self, data: bytes) -> EmailMessage:
        message = message_from_bytes(data, _class=EmailMessage, policy=policy.default)
        self.came.append(message)
        return message

    def answers(self, text: str, **headers: str) -> EmailMessage:
        """A message in answer to the last one that came, as her mail program writes it."""
        self.wrote += 1
        last = self.came[-1]
        answer = EmailMessage()
        answer["From"], answer["To"], answer["Subject"] = DANA, USER, f"Re: {last['Subject']}"
        answer["Message-ID"], answer["Date"] = f"<{self.wrote}@example.com>", format_datetime(clock.now())
        if last["Message-ID"]:
            answer["In-Reply-To"] = str(last["Message-ID"])
        for name, value in headers.items():
            answer[name.replace("_", "-")] = value
        quoted = "".join(f"> {line}\n" for line in last.get_body(("plain",)).get_content().splitlines())  # type: ignore[union-attr]  # each has one
        answer.set_content(f"{text}\nOn Monday, Maya wrote:\n{quoted}")
        return answer

    def invitation(self) -> bytes:
        """The calendar part of the last message that came."""
        part = next(p for p in self.came[-1].walk() if p.get_content_type() == "text/calendar")
        data = part.get_payload(decode=True)
        assert isinstance(data, bytes)
        return data

    def presses_yes(self, invitation: bytes) -> bytes:
        """What her calendar sends back when she presses Yes."""
        calendar = icalendar.Calendar.from_ical(invitation)
        assert str(calendar["METHOD"]) == "REQUEST"
        calendar["METHOD"] = "REPLY"
        event = calendar.walk("VEVENT")[0]
        event["ATTENDEE"].params["PARTSTAT"] = "ACCEPTED"
        event["DTSTAMP"] = icalendar.vDDDTypes(clock.now())
        return calendar.to_ical()

    def accepts(self) -> EmailMessage:
        """The mail with that in it."""
        answer = self.answers("Dana Whitfield has accepted this invitation.\n")
        answer.replace_header("Subject", f"Accepted: {self.came[-1]['Subject']}")
        answer.add_alternative(
            self.presses_yes(self.invitation()).decode(), subtype="calendar", params={"method": "REPLY"}
        )
        return answer


def it_comes(inbox: Dovecot, message: EmailMessage) -> None:
    """It lies in Maya's mailbox, and Halfhour looks."""
    inbox.deliver(message.as_bytes(), at=clock.now().timestamp())
    assert fetching.fetch(Mailbox.objects.select_related("owner__seeker").get()) == 1


def it_goes_out(dana: Dana, post: Post) -> EmailMessage:
    assert outbox.send_due() == 1
    return dana.gets(post.arrived[-1])


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


def she_opens_the_letter(page: Page) -> None:
    page.goto("/contact/")
    follow(page, "Dana Whitfield")


def she_agrees(page: Page, when: str) -> Interview:
    """The time is filled in; how they talk is hers to say."""
    tick(page, "by telephone")
    fill(page, {"Number or link": "(206) 555-0142"})
    press(page, "This is agreed")
    headline(page, f"You talk to Dana Whitfield {when}.")
    return Interview.objects.get()


def she_notes_the_yes(page: Page) -> None:
    says(page, "The invitation was accepted.")
    press(page, "Note it as confirmed")
    says(page, "Confirmed", "yes")
    assert Interview.objects.get().confirmed_at is not None


def they_talk(page: Page) -> None:
    """Today reminds her on the day; then they have talked."""
    page.goto("/")
    talk = Interview.objects.get()
    says(page, f"Talk to Dana Whitfield at {talk.local_time:%H:%M}, for 20 minutes.")
    with clock.at(talk.starts_at):
        interviews.start_interview(talk)
    with clock.at(talk.agreed_end_at):
        interviews.end_interview(Interview.objects.get())


def she_drops(page: Page, summary: str, name: str, data: bytes, kind: str) -> None:
    unfold(page, summary)
    page.locator("input[type=file]").set_input_files(files=[{"name": name, "mimeType": kind, "buffer": data}])
