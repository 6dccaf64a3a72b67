"""Answers from a real IMAP server. Numbers in names are rows of the list of faults."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import pytest
from django.db import DatabaseError

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.contact import actions as contact
from halfhour.contact import mail
from halfhour.contact.actions.drafting import draft_of
from halfhour.contact.models import Approach, Attempt, Reply
from halfhour.contact.rules.standing import Action
from halfhour.integrations.imap import client as imap
from halfhour.mail import actions, fetching, outbox, reading
from halfhour.mail.models import Incoming, Mailbox, Outgoing, State
from halfhour.mail.passwords import locked
from tests.conftest import MONDAY
from tests.mail.conftest import mailbox_of
from tests.mail.servers import HOST, USER, Dovecot, Post

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore")]
LATER = MONDAY + timedelta(minutes=1)
OKAFOR = "Adaeze Okafor <a.okafor@example.com>"
YES = "Hi Maya,\n\nHappy to help. Thursday at 3 works for me.\n\nAdaeze"


@pytest.fixture
def reading_mailbox(maya: User, post: Post, inbox: Dovecot, monday: datetime) -> Mailbox:
    return mailbox_of(
        maya,
        post.port,
        username=inbox.user,
        reads=True,
        imap_host=HOST,
        imap_port=inbox.port,
        sent_folder="Sent",
    )


@pytest.fixture
def sent(reading_mailbox: Mailbox, approach: Approach) -> Outgoing:
    """Maya's letter to Dr Okafor, gone out on Monday."""
    text = draft_of(approach)
    message = mail.send(approach, key="k", subject=text.subject, body=text.body)
    with clock.at(MONDAY + timedelta(seconds=11)):
        assert outbox.send_due() == 1
    message.refresh_from_db()
    return message


def answer_to(
    message: Outgoing | None,
    text: str = YES,
    *,
    sender: str = OKAFOR,
    id: str = "<r1@example.com>",
    **headers: str,
) -> bytes:
    mail_text = EmailMessage()
    mail_text["From"] = sender
    mail_text["To"] = USER
    mail_text["Subject"] = headers.pop("subject", f"Re: {message.subject}" if message else "Hello")
    mail_text["Date"] = headers.pop("date", format_datetime(LATER))
    if id:
        mail_text["Message-ID"] = id
    if message is not None and headers.pop("threaded", "yes") == "yes":
        mail_text["In-Reply-To"] = mail_text["References"] = f"<{message.message_id}>"
    for name, value in headers.items():
        mail_text[name.replace("_", "-")] = value
    mail_text.set_content(text)
    return mail_text.as_bytes()


def fetch(mailbox: Mailbox, after: timedelta = timedelta(minutes=5)) -> int:
    with clock.at(MONDAY + after):
        mailbox.refresh_from_db()
        kept = fetching.fetch(mailbox)
        mailbox.refresh_from_db()
        return kept


def test_an_answer_stops_what_is_planned_and_waits_for_a_word(
    reading_mailbox: Mailbox, sent: Outgoing, inbox: Dovecot, approach: Approach
) -> None:
    inbox.deliver(answer_to(sent))
    assert fetch(reading_mailbox) == 1
    reply = approach.replies.get()
    assert (reply.kind, reply.text) == (Reply.Kind.UNCLEAR, YES)
    assert approach.promises.get().released_on is not None
    move = contact.standing_of(approach, date(2026, 11, 23)).next
    assert move is not None
    assert move.action is Action.READ_REPLY


def test_fault_40_the_same_message_in_many_polls_is_recorded_once(
    reading_mailbox: Mailbox, sent: Outgoing, inbox: Dovecot
) -> None:
    inbox.deliver(answer_to(sent))
    for _turn in range(3):
        fetch(reading_mailbox)
    Mailbox.objects.update(uid_validity=1, last_uid=999)  # the server has renumbered everything
    fetch(reading_mailbox)
    seen = inbox.maildir / "cur"
    for file in seen.iterdir():  # another program marks it read and answered
        file.rename(seen / (file.name.split(":")[0] + ":2,RS"))
    Mailbox.objects.update(last_uid=0)
    fetch(reading_mailbox)
    assert (Incoming.objects.count(), Reply.objects.count()) == (1, 1)


def test_nothing_on_the_server_is_changed(reading_mailbox: Mailbox, sent: Outgoing, inbox: Dovecot) -> None:
    inbox.deliver(answer_to(sent))
    fetch(reading_mailbox)
    flags = [f.name.partition(":2,")[2] for f in inbox.maildir.glob("[nc]*/*")]
    assert flags == [""]


def test_fault_41_the_same_id_with_other_words_is_another_message(
    reading_mailbox: Mailbox, sent: Outgoing, inbox: Dovecot
) -> None:
    inbox.deliver(answer_to(sent, "Yes, gladly."))
    inbox.deliver(answer_to(sent, "Sorry, I have to take that back."))
    fetch(reading_mailbox)
    assert [i.words for i in Incoming.objects.order_by("pk")] == [
        "Yes, gladly.",
        "Sorry, I have to take that back.",
    ]


@pytest.mark.parametrize("lacks", ["Message-ID", "Date", "future"])
def test_fault_42_without_id_or_date_it_is_recorded_by_arrival(
    reading_mailbox: Mailbox, sent: Outgoing, inbox: Dovecot, lacks: str
) -> None:
    told = {
        "Message-ID": {"id": ""},
        "Date": {"date": ""},
        "future": {"date": "Fri, 01 Jan 2038 00:00:00 +0000"},
    }
    inbox.deliver(answer_to(sent, **told[lacks]))
    fetch(reading_mailbox)
    fetch(reading_mailbox)
    row = Incoming.objects.get()
    assert MONDAY <= row.arrived_at <= MONDAY + timedelta(minutes=5)


def test_fault_43_stopped_between_reading_and_storing_nothing_is_lost_or_doubled(
    reading_mailbox: Mailbox, sent: Outgoing, inbox: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox.deliver(answer_to(sent, "One.", id="<1@x>"))
    inbox.deliver(answer_to(sent, "Two.", id="<2@x>"))
    whole, calls = imap.Inbox.whole, []

    def breaks(self: imap.Inbox, uid: int) -> bytes:
        data = whole(self, uid)
        calls.append(uid)
        if len(calls) in (1, 3):
            raise SystemExit  # as a kill would: nothing below runs
        return data

    monkeypatch.setattr(imap.Inbox, "whole", breaks)
    for _turn in range(2):
        with pytest.raises(SystemExit):
            fetch(reading_mailbox)
    fetch(reading_mailbox)
    assert [i.words for i in Incoming.objects.order_by("pk")] == ["One.", "Two."]


def poison() -> list[tuple[str, bytes]]:
    deep = (
        b"Content-Type: multipart/mixed; boundary=b\n\n"
        + b"--b\nContent-Type: multipart/mixed; boundary=b\n\n" * 3000
    )
    head = b"From: a.okafor@example.com\nSubject: x\nMessage-ID: <%s@x>\n"
    return [
        ("nested", head % b"nested" + deep),
        ("one-line", head % b"line" + b"\n" + b"x" * 3_000_000),
        ("headers", head % b"many" + b"X-A: b\n" * 50_000 + b"\nhello\n"),
        (
            "charset",
            head % b"charset" + b"Content-Type: text/plain; charset=\xff\xfe\x00nonsense\n\n\xff\xfe\x00\n",
        ),
        ("quotes", head % b"quotes" + b"\n" + b"> " * 400_000 + b"\n"),
        ("html", head % b"html" + b"Content-Type: text/html\n\n" + b"<div>" * 100_000 + b"hi"),
        ("encoded", head % b"enc" + b"Content-Transfer-Encoding: base64\n\n" + b"=" * 500_000),
    ]


@pytest.mark.timeout(90)
def test_fault_44_poisonous_messages_do_not_keep_the_others(
    reading_mailbox: Mailbox, sent: Outgoing, inbox: Dovecot
) -> None:
    for name, data in poison():
        inbox.deliver(data, name=f"{name}.tests")
    inbox.deliver(answer_to(sent), name="zz.good.tests")
    fetch(reading_mailbox)
    assert "Thursday at 3" in Incoming.objects.get(message_id="r1@example.com").words
    assert Incoming.objects.count() == len(poison()) + 1


def test_fault_44_what_cannot_be_read_is_listed_with_a_reason(
    reading_mailbox: Mailbox, sent: Outgoing, inbox: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox.deliver(answer_to(sent, "Bad.", id="<bad@x>"))
    inbox.deliver(answer_to(sent, "Good.", id="<good@x>"))
    keep = reading.keep

    def chokes(data: bytes, *args: object, **more: object) -> Incoming | None:
        if b"bad@x" in data:
            raise RecursionError
        return keep(data, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "keep", chokes)
    fetch(reading_mailbox)
    assert [i.message_id for i in Incoming.objects.set_aside()] == ["bad@x"]
    assert [i.words for i in Incoming.objects.filter(set_aside_why="")] == ["Good."]


def test_fault_45_a_huge_message_is_set_aside_unread(
    reading_mailbox: Mailbox, sent: Outgoing, inbox: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imap, "MAX_WHOLE", 20_000)
    inbox.deliver(answer_to(sent, "x" * 70 + "\n" + "long line\n" * 5000, id="<big@x>"))
    inbox.deliver(answer_to(sent, "Small.", id="<small@x>"))
    fetch(reading_mailbox)
    assert "larger than 25 MB" in Incoming.objects.set_aside().get().set_aside_why
    assert Incoming.objects.get(message_id="small@x").words == "Small."


def test_fault_45_a_server_that_announces_more_than_asked_is_cut_off() -> None:
    box = imap._Bounded.__new__(imap._Bounded)
    box.allow(1000)
    with pytest.raises(imap.imaplib.IMAP4.abort):
        box.read(10**9)


def test_fault_45_a_line_that_breaks_at_one_message_three_times_goes_round_it(
    reading_mailbox: Mailbox, sent: Outgoing, inbox: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox.deliver(answer_to(sent, "Bad.", id="<bad@x>"))
    inbox.deliver(answer_to(sent, "Good.", id="<good@x>"))
    whole = imap.Inbox.whole

    def breaks(self: imap.Inbox, uid: int) -> bytes:
        if uid == 1:
            raise imap.imaplib.IMAP4.abort("the line broke")
        return whole(self, uid)

    monkeypatch.setattr(imap.Inbox, "whole", breaks)
    for _turn in range(3):
        fetch(reading_mailbox)
        assert reading_mailbox.trouble
        assert Incoming.objects.count() == 0
    fetch(reading_mailbox)
    assert reading_mailbox.trouble == ""
    assert [i.message_id for i in Incoming.objects.set_aside()] == ["bad@x"]
    assert Incoming.objects.get(message_id="good@x").words == "Good."


def test_fault_46_a_wrong_certificate_is_refused(
    reading_mailbox: Mailbox, sent: Outgoing, inbox: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox.deliver(answer_to(sent))
    monkeypatch.delenv("SSL_CERT_FILE")
    assert fetch(reading_mailbox) == 0
    assert "could not prove" in reading_mailbox.trouble


def test_fault_26_a_wrong_password_for_reading_stops_after_three(
    reading_mailbox: Mailbox, inbox: Dovecot
) -> None:
    Mailbox.objects.update(password=locked("wrong"))
    for _turn in range(3):
        fetch(reading_mailbox)
    assert reading_mailbox.stopped


UNSURE = {
    "her other address, threaded": ("Adaeze Okafor <ada@home.example>", "yes", "id-other-address"),
    "her assistant, threaded": ("Sam Lee <s.lee@example.com>", "yes", "id-other-address"),
    "her name on a strange address": ("Adaeze Okafor <a.okafor@evil.example>", "no", "name"),
    "her address, another subject": (OKAFOR, "no", "address"),
}


@pytest.mark.parametrize("case", UNSURE)
def test_fault_47_and_48_what_is_not_certain_is_asked_and_moves_nothing(
    reading_mailbox: Mailbox, sent: Outgoing, inbox: Dovecot, approach: Approach, case: str
) -> None:
    sender, threaded, how = UNSURE[case]
    inbox.deliver(answer_to(sent, sender=sender, threaded=threaded, subject="Lunch?"))
    fetch(reading_mailbox)
    row = Incoming.objects.unsure().get()
    assert (row.how, row.thing_id, approach.replies.count()) == (how, approach.pk, 0)
    assert approach.promises.get().released_on is None
    actions.is_answer(row)
    assert approach.replies.get().kind == Reply.Kind.UNCLEAR


def test_strangers_are_not_kept(reading_mailbox: Mailbox, sent: Outgoing, inbox: Dovecot) -> None:
    inbox.deliver(answer_to(None, "Buy now", sender="Shop <shop@example.net>", id="<s@x>"))
    inbox.deliver(answer_to(None, "to myself", sender=f"Maya <{USER}>", id="<me@x>"))
    assert fetch(reading_mailbox) == 0
    assert Incoming.objects.count() == 0


def test_fault_49_our_own_words_in_a_quote_are_no_wish_to_be_left_alone(
    reading_mailbox: Mailbox, sent: Outgoing, inbox: Dovecot, approach: Approach
) -> None:
    quoted = "Yes, gladly. Thursday at 3 is fine.\n\nOn Monday, Maya wrote:\n> If you do not want to be contacted again,\n> please tell me: do not contact me.\n"
    inbox.deliver(answer_to(sent, quoted))
    fetch(reading_mailbox)
    reply = approach.replies.get()
    assert reply.text == "Yes, gladly. Thursday at 3 is fine."
    from halfhour.contact.reading import read_answer

    assert read_answer(reply.text, today=reply.on).kind == Reply.Kind.YES


AWAY = "I am out of the office until 1 December 2026 and will answer when I am back."


def test_fault_50_an_absence_is_no_answer_and_moves_nothing_unasked(
    reading_mailbox: Mailbox, sent: Outgoing, inbox: Dovecot, approach: Approach
) -> None:
    inbox.deliver(
        answer_to(sent, AWAY, subject=f"Automatic reply: {sent.subject}", Auto_Submitted="auto-replied")
    )
    fetch(reading_mailbox)
    row = Incoming.objects.get()
    assert (row.writer, row.returns_on, approach.replies.count()) == ("auto-reply", date(2026, 12, 1), 0)
    assert approach.promises.get().on == date(2026, 11, 30)
    actions.takes_absence(row)
    assert approach.promises.get().on == date(2026, 12, 1)
    assert approach.replies.count() == 0


def test_fault_29_30_31_an_automatic_mail_is_never_answered(
    reading_mailbox: Mailbox, sent: Outgoing, inbox: Dovecot, post: Post
) -> None:
    inbox.deliver(answer_to(sent, AWAY, Auto_Submitted="auto-replied", id="<a@x>"))
    inbox.deliver(answer_to(sent, "To the list.", List_Id="<l.example>", Precedence="list", id="<l@x>"))
    for minutes in (5, 60, 60 * 24 * 30):
        fetch(reading_mailbox, timedelta(minutes=minutes))
        with clock.at(MONDAY + timedelta(minutes=minutes)):
            outbox.send_due()
    assert len(post.arrived) == 1


WHY = {"5": "The address was not found.", "4": "The mailbox is full at the moment."}


def bounce(message_id: str, *, to: str = "a.okafor@example.com", status: str = "5.1.1") -> bytes:
    return (
        f"From: MAILER-DAEMON@mx.example\nTo: {USER}\nSubject: Undelivered Mail Returned to Sender\n"
        f"Message-ID: <b-{status}-{message_id}>\nDate: {format_datetime(LATER)}\nReturn-Path: <>\n"
        "Auto-Submitted: auto-replied\nMIME-Version: 1.0\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
        f"--b\nContent-Type: text/plain\n\n{WHY[status[0]]}\n\n"
        "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
        f"Final-Recipient: rfc822; {to}\nAction: failed\nStatus: {status}\n"
        f"Diagnostic-Code: smtp; {status[0]}50 {status} no\n\n"
        f"--b\nContent-Type: message/rfc822\n\nMessage-ID: <{message_id}>\nFrom: {USER}\nTo: {to}\nSubject: x\n\nx\n\n--b--\n"
    ).encode()


def test_fault_33_a_hard_bounce_marks_the_address_a_soft_one_does_not(
    reading_mailbox: Mailbox, sent: Outgoing, inbox: Dovecot, approach: Approach
) -> None:
    for _turn in range(2):
        inbox.deliver(bounce(sent.message_id, status="4.2.2"))
    fetch(reading_mailbox)
    assert approach.attempts.get().result == ""
    inbox.deliver(bounce(sent.message_id))
    fetch(reading_mailbox)
    assert approach.attempts.get().result == Attempt.Result.BOUNCED
    assert approach.replies.count() == 0
    contact.note_address(approach.person, kind="email", value="new@example.com", found_at="her page")
    assert (
        contact.standing_of(Approach.objects.get(pk=approach.pk), date(2026, 11, 24)).state.value
        != "fix-address"
    )


def complaint(message_id: str) -> bytes:
    return (
        f"From: staff@provider.example\nTo: {USER}\nSubject: FW: x\nMessage-ID: <c@provider.example>\n"
        'MIME-Version: 1.0\nContent-Type: multipart/report; report-type=feedback-report; boundary="b"\n\n'
        "--b\nContent-Type: text/plain\n\nThis is an email abuse report.\n\n"
        "--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nVersion: 1\n\n"
        f"--b\nContent-Type: message/rfc822\n\nMessage-ID: <{message_id}>\nSubject: x\n\nx\n\n--b--\n"
    ).encode()


def test_fault_33_a_complaint_blocks_at_once(
    reading_mailbox: Mailbox, sent: Outgoing, inbox: Dovecot, approach: Approach
) -> None:
    inbox.deliver(complaint("somebody-elses@example.org"))
    fetch(reading_mailbox)
    assert approach.replies.count() == 0
    inbox.deliver(complaint(sent.message_id))
    fetch(reading_mailbox)
    approach.person.refresh_from_db()
    assert approach.person.do_not_contact_at is not None


def test_fault_34_a_forged_bounce_blocks_nobody(
    reading_mailbox: Mailbox, sent: Outgoing, inbox: Dovecot, approach: Approach
) -> None:
    inbox.deliver(bounce("never-sent@example.org"))
    fetch(reading_mailbox)
    assert Incoming.objects.count() == 0
    assert approach.attempts.get().result == ""


def test_fault_32_bounces_are_never_answers(
    reading_mailbox: Mailbox, sent: Outgoing, approach: Approach, cases: Path
) -> None:
    """Every bounce of the corpus, fed while a letter is open."""
    expected = reading.expected_by(reading_mailbox.owner, USER)
    for file in sorted((cases / "corpora" / "mail" / "bounce").rglob("*")):
        if file.is_file():
            reading.keep(file.read_bytes(), expected)
    assert approach.replies.count() == 0
    assert approach.attempts.get().result == ""


def test_fault_3_an_unknown_one_is_found_in_the_sent_folder(
    reading_mailbox: Mailbox, inbox: Dovecot, post: Post, approach: Approach
) -> None:
    text = draft_of(approach)
    message = mail.send(approach, key="k", subject=text.subject, body=text.body)
    post.fault = ("after", "drop")
    with clock.at(MONDAY + timedelta(seconds=11)):
        outbox.send_due()
    fetch(reading_mailbox)
    message.refresh_from_db()
    assert message.state is State.UNKNOWN
    inbox.deliver(post.arrived[0], box="Sent")
    fetch(reading_mailbox)
    message.refresh_from_db()
    outbox.tell_the_steps()
    assert message.state is State.SENT
    assert approach.attempts.count() == 1


def test_fault_73_an_answer_to_somebody_merged_meanwhile_lands_on_the_merged_one(
    reading_mailbox: Mailbox, sent: Outgoing, inbox: Dovecot, approach: Approach, tom: object
) -> None:
    approach.person.email = "new@example.com"
    approach.person.save()
    inbox.deliver(answer_to(sent))
    fetch(reading_mailbox)
    assert approach.replies.count() == 1


def test_a_letter_sent_another_way_is_matched_by_sender_and_subject(
    reading_mailbox: Mailbox, inbox: Dovecot, approach: Approach
) -> None:
    text = draft_of(approach)
    contact.record_sent(approach, key="by-hand", subject=text.subject, body=text.body)
    inbox.deliver(answer_to(None, subject=f"RE: {text.subject}"))
    fetch(reading_mailbox)
    assert (Incoming.objects.get().how, approach.replies.count()) == ("subject", 1)


def test_fault_14_a_full_disk_when_storing_loses_nothing(
    reading_mailbox: Mailbox, sent: Outgoing, inbox: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox.deliver(answer_to(sent))
    save: Callable[..., None] = Incoming.save

    def full(self: Incoming, *args: object, **more: object) -> None:
        raise DatabaseError("database or disk is full")

    monkeypatch.setattr(Incoming, "save", full)
    with pytest.raises(DatabaseError):
        fetch(reading_mailbox)
    monkeypatch.setattr(Incoming, "save", save)
    fetch(reading_mailbox)
    assert Incoming.objects.count() == 1


@pytest.mark.parametrize("mine", [f"Maya <{USER}>", "Maya <MAYA+letters@example.org>"])
def test_what_the_seeker_wrote_is_nobodys_answer(
    reading_mailbox: Mailbox, inbox: Dovecot, sent: Outgoing, mine: str
) -> None:
    inbox.deliver(answer_to(sent, "A word more, Adaeze.", sender=mine))
    assert fetch(reading_mailbox) == 0


def test_an_answer_from_their_second_address_is_theirs_when_it_is_noted(
    reading_mailbox: Mailbox, inbox: Dovecot, sent: Outgoing, approach: Approach
) -> None:
    person = approach.person
    person.more = {**person.more, "emails": ["ada@home.example"]}
    person.save(update_fields=["more"])
    inbox.deliver(answer_to(sent, sender="Ada <Ada@home.example>"))
    assert fetch(reading_mailbox) == 1
    assert Incoming.objects.get().sure


def test_a_copy_is_put_into_sent_once_and_only_where_none_came_by_itself(
    reading_mailbox: Mailbox, inbox: Dovecot, sent: Outgoing, post: Post
) -> None:
    def kept() -> int:
        folder = inbox.maildir / ".Sent"
        return sum(len(list((folder / part).glob("*"))) for part in ("new", "cur"))

    fetch(reading_mailbox, timedelta(minutes=1))  # the provider's own copy may still come
    assert kept() == 0
    fetch(reading_mailbox, timedelta(minutes=5))
    fetch(reading_mailbox, timedelta(minutes=9))
    assert kept() == 1
    sent.refresh_from_db()
    assert sent.copied_at is not None
    Outgoing.objects.update(copied_at=None)  # stopped between putting it there and noting that
    fetch(reading_mailbox, timedelta(minutes=12))
    assert kept() == 1


def test_a_copy_of_the_providers_own_is_enough(
    reading_mailbox: Mailbox, inbox: Dovecot, sent: Outgoing, post: Post
) -> None:
    inbox.deliver(post.arrived[0], box="Sent")
    fetch(reading_mailbox, timedelta(minutes=5))
    folder = inbox.maildir / ".Sent"
    assert sum(len(list((folder / part).glob("*"))) for part in ("new", "cur")) == 1
