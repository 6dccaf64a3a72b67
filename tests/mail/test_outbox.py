"""Sending, against a real server that misbehaves as told. Numbers in names are rows of the list of faults."""

import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from django.db import OperationalError, connection
from django.db.models import QuerySet
from django.test import Client

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.contact import actions as contact
from halfhour.contact import mail
from halfhour.contact.actions.drafting import draft_of
from halfhour.contact.models import Approach, Attempt, Reply
from halfhour.integrations.smtp import client as smtp
from halfhour.mail import outbox
from halfhour.mail.models import Mailbox, Outgoing, State
from halfhour.refused import Refused
from tests.conftest import MONDAY
from tests.mail.conftest import mailbox_of
from tests.mail.servers import HOST, PASSWORD, USER, Post, authority, free_port, server_context, smtp_running

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore")]
SOON = MONDAY + timedelta(seconds=11)


def letter(approach: Approach, key: str = "k") -> Outgoing:
    text = draft_of(approach)
    return mail.send(approach, key=key, subject=text.subject, body=text.body)


def plain(owner: User, n: int = 0, **more: object) -> Outgoing:
    told = {"recipient": f"p{n}@example.com", "subject": "A question", "body": "Dear P,\n\nHello.", **more}
    return outbox.queue(owner, key=f"plain-{n}", **told)  # type: ignore[arg-type]


def state(message: Outgoing) -> State:
    message.refresh_from_db()
    return message.state


def test_a_letter_goes_out_and_is_an_attempt_with_a_promise(
    mailbox: Mailbox, post: Post, approach: Approach
) -> None:
    message = letter(approach)
    assert outbox.send_due() == 0  # the seconds in which it can be taken back
    assert Attempt.objects.count() == 0
    with clock.at(SOON):
        assert outbox.send_due() == 1
    assert state(message) is State.SENT
    attempt = approach.attempts.get()
    assert (attempt.subject, attempt.body, attempt.channel) == (
        message.subject,
        message.body.strip(),
        "email",
    )
    assert attempt.promises.get().on == approach.promise_on
    assert post.ids == [f"<{message.message_id}>"]


def test_fault_19_double_click_and_two_windows_make_one_message(
    mailbox: Mailbox, post: Post, approach: Approach, as_maya: Client
) -> None:
    text = draft_of(approach)
    told = {"version": text.version, "page": "p", "subject": text.subject, "body": text.body}
    url = f"/contact/approaches/{approach.pk}/posting/"
    for turn in range(4):
        as_maya.post(url, {**told, "key": "same"})
        as_maya.post(url, {**told, "key": f"window-{turn}"})
    with clock.at(SOON):
        outbox.send_due()
        for _turn in range(4):
            as_maya.post(url, {**told, "key": "same"})
        outbox.send_due()
    with clock.at(SOON + timedelta(minutes=5)):
        outbox.send_due()
    assert len(post.arrived) == 1
    assert approach.attempts.count() == 1


@pytest.mark.parametrize(
    ("step", "code"),
    [
        ("mail", "421 later"),
        ("rcpt", "450 busy"),
        ("data", "451 try again"),
        ("after", "452 full"),
        ("rcpt", "451 x"),
    ],
)
def test_fault_20_a_refusal_for_now_is_tried_again_with_the_same_id(
    mailbox: Mailbox, post: Post, maya: User, step: str, code: str
) -> None:
    message = plain(maya)
    post.fault, post.times = (step, code), 3
    moment, waited = SOON, []
    for _turn in range(3):
        with clock.at(moment):
            outbox.send_due()
        assert state(message) is State.RETRYING
        waited.append(round((message.send_after - moment).total_seconds() / 60))
        moment = message.send_after
    assert waited == [1, 5, 30]
    post.arrived.clear()
    with clock.at(moment):
        assert outbox.send_due() == 1
    assert post.ids == [f"<{message.message_id}>"]


def test_fault_20_after_five_days_it_is_given_up_and_told(mailbox: Mailbox, post: Post, maya: User) -> None:
    message = plain(maya)
    post.fault = ("rcpt", "450 busy")
    moment, tries = SOON, 0
    while state(message) is not State.GIVEN_UP and tries < 60:
        with clock.at(moment):
            outbox.send_due()
        tries += 1
        moment = max(moment + timedelta(minutes=1), message.send_after)
        message.refresh_from_db()
        moment = message.send_after if message.over_at is None else moment
    assert state(message) is State.GIVEN_UP
    assert timedelta(days=4, hours=12) < message.over_at - message.made_at <= timedelta(days=5)
    assert "450" in message.why


@pytest.mark.parametrize(
    ("step", "code"), [("rcpt", "550 no such user"), ("rcpt", "553 not allowed"), ("after", "554 no")]
)
def test_fault_21_a_refusal_for_good_is_told_and_the_address_marked(
    mailbox: Mailbox, post: Post, approach: Approach, step: str, code: str
) -> None:
    message = letter(approach)
    post.fault = (step, code)
    for minute in range(3):
        with clock.at(SOON + timedelta(minutes=minute * 40)):
            outbox.send_due()
    assert state(message) is State.REFUSED
    assert code[:3] in message.why
    assert post.steps.count("rcpt") == 1
    assert approach.attempts.get().result == Attempt.Result.BOUNCED
    assert contact.standing_of(approach, approach.owner.today).state.value == "fix-address"


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    ("step", "end"),
    [
        ("ehlo", smtp.End.LATER),
        ("mail", smtp.End.LATER),
        ("data", smtp.End.UNKNOWN),
        ("after", smtp.End.UNKNOWN),
    ],
)
def test_fault_22_a_silent_server_is_left(post: Post, step: str, end: smtp.End) -> None:
    post.fault = (step, "silence")
    server = smtp.Server(
        HOST, post.port, smtp.Security.TLS, USER, PASSWORD, step_seconds=0.7, whole_seconds=3
    )
    told = smtp.submit(
        server,
        sender=USER,
        recipient="p@example.com",
        data=b"A: b\r\n\r\nc\r\n",
        before_last_dot=lambda: True,
    )
    assert told.end is end
    assert smtp.WHOLE_SECONDS < 60


def test_fault_22_after_the_dot_it_is_unknown_until_somebody_looks(
    mailbox: Mailbox, post: Post, approach: Approach
) -> None:
    message = letter(approach)
    post.fault = ("after", "drop")
    with clock.at(SOON):
        outbox.send_due()
    assert state(message) is State.UNKNOWN
    post.fault = None
    with clock.at(SOON + timedelta(days=3)):
        outbox.send_due()
        assert len(post.arrived) == 1
        outbox.resolve(message, arrived=True)
        outbox.tell_the_steps()
    assert state(message) is State.SENT
    assert approach.attempts.count() == 1


def test_fault_23_a_line_dropped_in_the_text_is_tried_again_and_arrives_once(
    mailbox: Mailbox, post: Post, approach: Approach
) -> None:
    message = letter(approach)
    post.fault, post.times = ("text", "drop"), 1
    with clock.at(SOON):
        outbox.send_due()
    assert state(message) is State.RETRYING
    with clock.at(message.send_after):
        assert outbox.send_due() == 1
    assert post.ids == [f"<{message.message_id}>"]


def test_fault_24_one_recipient_refused_leaves_the_other_alone(
    mailbox: Mailbox, post: Post, maya: User
) -> None:
    post.refused_recipients = {"p1@example.com": "550 nobody"}
    both = [plain(maya, 1), plain(maya, 2)]
    for minute in (0, 2, 10):
        with clock.at(SOON + timedelta(minutes=minute)):
            outbox.send_due()
    assert [state(m) for m in both] == [State.REFUSED, State.SENT]
    assert len(post.arrived) == 1


@pytest.fixture(params=["other-authority", "expired", "other-host", "no-starttls"])
def bad_server(
    request: pytest.FixtureRequest, ca: object, trusted: object
) -> Iterator[tuple[int, str, Post]]:
    post, security = Post(), "tls"
    context = {
        "other-authority": lambda: server_context(authority()),
        "expired": lambda: server_context(ca, expired=True),  # type: ignore[arg-type]
        "other-host": lambda: server_context(ca, "elsewhere.example"),  # type: ignore[arg-type]
        "no-starttls": lambda: server_context(ca),  # type: ignore[arg-type]
    }[request.param]()
    stripped = request.param == "no-starttls"
    if stripped:
        security = "starttls"
    with smtp_running(post, context, plain=stripped) as port:
        yield port, security, post


def test_fault_25_a_wrong_certificate_or_a_stripped_starttls_sends_nothing(
    maya: User, monday: datetime, bad_server: tuple[int, str, Post]
) -> None:
    port, security, post = bad_server
    mailbox = mailbox_of(maya, port, smtp_security=security)
    message = plain(maya)
    with clock.at(SOON):
        outbox.send_due()
    mailbox.refresh_from_db()
    assert state(message) is State.RETRYING
    assert "the password was not sent" in mailbox.trouble
    assert (post.arrived, post.sign_ins) == ([], 0)


def test_fault_26_a_wrong_password_stops_after_three(mailbox: Mailbox, post: Post, maya: User) -> None:
    from halfhour.mail.passwords import locked

    Mailbox.objects.update(password=locked("wrong"))
    message = plain(maya)
    moment = SOON
    for _turn in range(10):
        with clock.at(moment):
            outbox.send_due()
        message.refresh_from_db()
        moment = max(moment, message.send_after) + timedelta(minutes=1)
    mailbox.refresh_from_db()
    assert (post.sign_ins, mailbox.stopped) == (3, True)
    assert "did not accept the name and password" in mailbox.trouble
    assert state(message) is State.RETRYING


def test_fault_27_undone_stays_undone(mailbox: Mailbox, post: Post, approach: Approach) -> None:
    message = letter(approach)
    assert outbox.undo(message)
    for days in (0, 1, 10):
        with clock.at(SOON + timedelta(days=days)):
            outbox.send_due()
    assert (state(message), post.arrived, approach.attempts.count()) == (State.UNDONE, [], 0)


def test_fault_27_too_late_is_said(mailbox: Mailbox, post: Post, approach: Approach) -> None:
    message = letter(approach)
    with clock.at(SOON):
        outbox.send_due()
    assert not outbox.undo(message)


def test_fault_28_do_not_contact_between_the_click_and_the_sending(
    mailbox: Mailbox, post: Post, approach: Approach
) -> None:
    message = letter(approach)
    approach.person.do_not_contact_at = MONDAY
    approach.person.save()
    with clock.at(SOON):
        outbox.send_due()
    assert (state(message), post.arrived) == (State.HELD_BACK, [])
    assert "left alone" in message.why


def test_an_answer_between_the_click_and_the_sending_holds_it_back(
    mailbox: Mailbox, post: Post, approach: Approach
) -> None:
    message = letter(approach)
    with clock.at(MONDAY + timedelta(seconds=5)):
        contact.record_reply(approach, key="r", kind=Reply.Kind.UNCLEAR, text="Hello Maya")
    with clock.at(SOON):
        outbox.send_due()
    assert (state(message), post.arrived) == (State.HELD_BACK, [])


def test_fault_35_what_is_over_the_daily_limit_goes_out_on_the_next_days_in_order(
    mailbox: Mailbox, post: Post, maya: User
) -> None:
    Mailbox.objects.update(daily_limit=4)
    every = [plain(maya, n) for n in range(9)]
    counts = []
    for days in range(4):
        with clock.at(SOON + timedelta(days=days)):
            outbox.send_due()
        counts.append(len(post.arrived))
    assert counts == [4, 8, 9, 9]
    assert post.ids == [f"<{m.message_id}>" for m in every]


def test_fault_36_the_headers(mailbox: Mailbox, post: Post, approach: Approach) -> None:
    message = letter(approach)
    with clock.at(SOON):
        outbox.send_due()
    mail_text = message_from_bytes(post.arrived[0], policy=policy.default)
    assert str(mail_text["From"]) == "Maya Lindqvist <maya@example.org>"
    assert str(mail_text["To"]) == "Adaeze Okafor <a.okafor@example.com>"
    assert str(mail_text["Message-ID"]) == f"<{message.message_id}>"
    assert mail_text["Date"].datetime == MONDAY
    assert mail_text.get_content_type() == "text/plain"
    assert mail_text.get_content().replace("\r\n", "\n").strip() == message.body.strip()
    assert mail_text["Auto-Submitted"] is None


def test_fault_36_what_no_hand_wrote_says_so(mailbox: Mailbox, post: Post, maya: User) -> None:
    plain(maya, automatic=True)
    with clock.at(SOON):
        outbox.send_due()
    assert message_from_bytes(post.arrived[0])["Auto-Submitted"] == "auto-generated"


HOSTILE = [
    f"{before}{end}{header}: victim@example.org{end}{end}text"
    for before in ("Dana", "=?utf-8?q?Dana?=")
    for end in ("\r\n", "\n", "\r", "%0a", "\u2028")
    for header in ("Bcc", "To", "Cc")
]


def test_fault_37_line_ends_in_names_and_subjects_add_no_header(
    mailbox: Mailbox, post: Post, maya: User
) -> None:
    Mailbox.objects.update(daily_limit=100)
    for n, text in enumerate(HOSTILE):
        Mailbox.objects.update(name=text[:200])
        plain(maya, n, recipient_name=text, subject=text)
    for minute in range(2):
        with clock.at(SOON + timedelta(minutes=minute)):
            outbox.send_due()
    assert len(post.arrived) == len(HOSTILE)
    for n, data in enumerate(post.arrived):
        parsed = message_from_bytes(data, policy=policy.default)
        assert [a.addr_spec for a in parsed["To"].addresses] == [f"p{n}@example.com"]
        assert (parsed["Bcc"], parsed["Cc"]) == (None, None)
        assert len(parsed.get_all("To")) == 1


@pytest.mark.parametrize(
    "address",
    ["a@b.example\r\nBcc: victim@example.org", "a@b.example, victim@example.org", "a@b", "", "a b@c.example"],
)
def test_fault_37_what_is_not_one_address_is_refused(mailbox: Mailbox, maya: User, address: str) -> None:
    with pytest.raises(Refused):
        plain(maya, recipient=address)
    assert Outgoing.objects.count() == 0


def test_fault_39_a_fourth_attempt_is_refused(mailbox: Mailbox, post: Post, approach: Approach) -> None:
    for days in (40, 30, 20):
        Attempt.objects.create(
            owner=approach.owner,
            approach=approach,
            key=f"old-{days}",
            channel="email",
            at=MONDAY - timedelta(days=days),
            on=(MONDAY - timedelta(days=days)).date(),
            answer_due_on=(MONDAY - timedelta(days=days - 5)).date(),
        )
    with pytest.raises(Refused):
        letter(approach)
    assert Outgoing.objects.count() == 0


def test_at_night_it_waits_for_their_morning(mailbox: Mailbox, post: Post, maya: User) -> None:
    with clock.at(datetime(2026, 11, 27, 23, 0, tzinfo=UTC)):  # Saturday in Tokyo
        message = plain(maya, zone="Asia/Tokyo")
    assert message.send_after == datetime(2026, 11, 29, 23, 0, tzinfo=UTC)  # Monday 8:00 there
    with clock.at(datetime(2026, 11, 29, 22, 59, tzinfo=UTC)):
        assert outbox.send_due() == 0
    with clock.at(message.send_after):
        assert outbox.send_due() == 1


def test_fault_17_a_clock_that_jumps_sends_nothing_twice(mailbox: Mailbox, post: Post, maya: User) -> None:
    message = plain(maya)
    for jump in (timedelta(days=1), timedelta(days=-1), timedelta(days=3650), timedelta(days=-9000)):
        with clock.at(SOON + jump):
            outbox.send_due()
    assert (state(message), len(post.arrived)) == (State.SENT, 1)


def test_without_a_mailbox_nothing_is_put_on_its_way(maya: User, monday: datetime) -> None:
    with pytest.raises(Refused):
        plain(maya)
    assert Outgoing.objects.count() == 0


@pytest.mark.django_db(transaction=True)
@pytest.mark.timeout(120)
def test_several_senders_at_once_send_each_message_once(mailbox: Mailbox, post: Post, maya: User) -> None:
    for n in range(12):
        plain(maya, n)

    def work() -> None:
        with clock.at(SOON):
            outbox.send_due()
        connection.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(post.ids) == sorted(f"<{m.message_id}>" for m in Outgoing.objects.all())
    assert len(post.arrived) == 12


def test_fault_14_a_disk_that_is_full_at_the_last_commit_sends_nothing(
    mailbox: Mailbox, post: Post, maya: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = plain(maya)
    update = QuerySet.update

    def full(self: QuerySet, **fields: object) -> int:
        if "dot_at" in fields and fields["dot_at"] is not None:
            raise OperationalError("database or disk is full")
        return update(self, **fields)

    monkeypatch.setattr(QuerySet, "update", full)
    with clock.at(SOON), pytest.raises(OperationalError):
        outbox.send_due()
    assert post.arrived == []
    monkeypatch.setattr(QuerySet, "update", update)
    with clock.at(SOON + timedelta(minutes=2)):
        assert outbox.send_due() == 1
    assert post.ids == [f"<{message.message_id}>"]


def test_fault_14_a_disk_that_is_full_at_the_click_puts_nothing_on_its_way(
    mailbox: Mailbox, post: Post, maya: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Outgoing, *args: object, **more: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(Outgoing, "save", full)
    with pytest.raises(OperationalError):
        plain(maya)
    with clock.at(SOON):
        outbox.send_due()
    assert (post.arrived, Outgoing.objects.count()) == ([], 0)


def test_fault_143_a_server_that_was_down_for_an_hour_is_caught_up_with_in_five_minutes(
    mailbox: Mailbox, post: Post, maya: User
) -> None:
    message = plain(maya)
    Mailbox.objects.update(smtp_port=free_port())
    moment = SOON
    while moment < SOON + timedelta(hours=1):
        with clock.at(moment):
            outbox.send_due()
        moment += timedelta(minutes=1)
    mailbox.refresh_from_db()
    assert "does not answer" in mailbox.trouble
    Mailbox.objects.update(smtp_port=post.port)
    with clock.at(moment + timedelta(minutes=5)):
        assert outbox.send_due() == 1
    mailbox.refresh_from_db()
    assert (state(message), mailbox.trouble) == (State.SENT, "")


def test_fault_122_the_log_names_nobody(
    mailbox: Mailbox, post: Post, approach: Approach, caplog: pytest.LogCaptureFixture
) -> None:
    letter(approach)
    for fault in ("450 busy", "drop", "550 <a.okafor@example.com> unknown"):
        post.fault = ("rcpt", fault)
        with clock.at(SOON + timedelta(hours=1)):
            outbox.send_due()
    ours = " ".join(r.getMessage() for r in caplog.records if r.name.startswith("halfhour"))
    for name in ("okafor", "Okafor", "maya@", PASSWORD):
        assert name not in ours


@pytest.mark.timeout(60)
def test_fault_101_a_server_that_drips_its_answers_is_cut_off(trusted: object, ca: object) -> None:
    with socket.create_server((HOST, 0)) as listener:
        port = listener.getsockname()[1]
        stop = threading.Event()

        def drip() -> None:
            line, _ = listener.accept()
            with suppress(OSError), line:
                while not stop.is_set():
                    line.send(b"2")
                    stop.wait(0.05)

        thread = threading.Thread(target=drip, daemon=True)
        thread.start()
        server = smtp.Server(
            HOST, port, smtp.Security.STARTTLS, USER, PASSWORD, step_seconds=2, whole_seconds=1
        )
        told = smtp.try_sign_in(server)
        stop.set()
        thread.join()
    assert told.end is smtp.End.LATER


def test_what_waited_in_a_backup_that_is_put_back_is_not_sent_again_by_itself(
    mailbox: Mailbox, post: Post, maya: User, tmp_path: Path
) -> None:
    import sqlite3

    from halfhour.web.your_data.backup import hold_the_post

    message = plain(maya)
    copy = tmp_path / "copy.sqlite3"
    columns = [f.column for f in Outgoing._meta.concrete_fields]
    with sqlite3.connect(copy) as db:
        db.execute(f"CREATE TABLE mail_outgoing ({', '.join(columns)})")
        row = Outgoing.objects.values_list(*columns).get()
        db.execute(
            f"INSERT INTO mail_outgoing VALUES ({', '.join('?' * len(columns))})",
            [None if v is None else str(v) for v in row],
        )
    with clock.at(SOON):
        hold_the_post(copy)
    with sqlite3.connect(copy) as db:
        (dot_at,) = db.execute("SELECT dot_at FROM mail_outgoing").fetchone()
    Outgoing.objects.update(dot_at=datetime.fromisoformat(dot_at).replace(tzinfo=UTC))
    with clock.at(SOON + timedelta(minutes=5)):
        outbox.send_due()
    assert (state(message), post.arrived) == (State.UNKNOWN, [])
