"""The mailbox page through HTTP: connecting with four fields, each failing step named, and taking it away again."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.contact import mail
from halfhour.contact.actions.drafting import draft_of
from halfhour.contact.models import Approach, Reply
from halfhour.mail import outbox, providers
from halfhour.mail.models import Incoming, Mailbox, Outgoing, State
from halfhour.mail.passwords import locked, unlocked
from tests.conftest import MONDAY
from tests.mail.servers import HOST, PASSWORD, USER, Dovecot, Post, free_port

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("monday"),
    pytest.mark.filterwarnings("ignore"),
]


def told(post: Post | None = None, inbox: Dovecot | None = None, **more: object) -> dict[str, object]:
    return {
        "address": USER,
        "name": "Maya Lindqvist",
        "password": PASSWORD,
        "reads": "yes" if inbox else "no",
        "username": inbox.user if inbox else "",
        "smtp_host": HOST,
        "smtp_port": post.port if post else 465,
        "smtp_security": "tls",
        "imap_host": HOST,
        "imap_port": inbox.port if inbox else 993,
        "imap_security": "tls",
        **more,
    }


def words(answer: object) -> str:
    return " ".join(answer.content.decode().split())  # type: ignore[attr-defined]


def test_without_a_mailbox_the_page_says_that_this_is_complete(as_maya: Client) -> None:
    page = words(as_maya.get("/mail/"))
    assert "Your letters leave through your own mail program." in page
    assert "That is complete as it is, and needs no password." in page


@pytest.mark.parametrize("provider", [p for p in providers.PROVIDERS if not p.refuses], ids=lambda p: p.key)
def test_a_known_provider_asks_four_things_at_most(as_maya: Client, provider: providers.Provider) -> None:
    page = as_maya.post("/mail/setup/", {"address": f"maya@{provider.domains[0]}"})
    form = page.context["form"]
    asked = {f.name for f in form.visible_fields()}
    assert asked == {"password", "name", "reads"}  # and the address, before
    assert f"Connect your {provider.name} mailbox" in words(page)
    assert page.request["PATH_INFO"] == "/mail/setup/"


def test_a_provider_that_lets_no_program_in_is_said_to(as_maya: Client) -> None:
    page = words(as_maya.post("/mail/setup/", {"address": "maya@outlook.com"}))
    assert "Outlook.com does not let other programs in." in page
    assert 'type="password"' not in page


def test_connecting_both_ways_and_disconnecting(
    as_maya: Client, maya: User, post: Post, inbox: Dovecot
) -> None:
    inbox.deliver(b"From: x@y.example\n\nx\n")
    answer = as_maya.post("/mail/connection/", told(post, inbox), follow=True)
    assert "Halfhour sends your letters and notices the answers." in words(answer)
    mailbox = Mailbox.objects.get()
    assert (mailbox.reads, mailbox.sent_folder) == (True, "Sent")
    assert PASSWORD not in mailbox.password
    assert unlocked(mailbox.password) == PASSWORD
    assert post.arrived == []
    answer = as_maya.post("/mail/disconnecting/", follow=True)
    assert "The password is gone from this computer." in words(answer)
    assert Mailbox.objects.count() == 0


def test_the_key_of_the_passwords_is_closed_to_others() -> None:
    locked("x")
    file = Path(settings.DATA_DIR) / "mail-key"
    assert file.stat().st_mode & 0o777 == 0o600


FAILING = {
    "name": ({"smtp_host": "no-such-host.invalid"}, "There is no server of that name."),
    "port": ({"smtp_port": "closed"}, "The server does not answer at that port."),
    "password": ({"password": "wrong"}, "The server did not accept the name and password."),
    "certificate": ({"smtp_host": "localhost.localdomain"}, "name"),
}


@pytest.mark.parametrize("case", ["name", "port", "password"])
def test_the_test_button_names_the_step_that_fails(as_maya: Client, post: Post, case: str) -> None:
    change, says = FAILING[case]
    change = {k: free_port() if v == "closed" else v for k, v in change.items()}
    page = words(as_maya.post("/mail/trial/", {**told(post), **change}))
    assert says in page
    assert Mailbox.objects.count() == 0
    refused = as_maya.post("/mail/connection/", {**told(post), **change})
    assert refused.status_code == 422
    assert says in words(refused)
    assert Mailbox.objects.count() == 0


def test_the_test_button_names_a_certificate_nobody_vouches_for(
    as_maya: Client, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    page = words(as_maya.post("/mail/trial/", told(post)))
    assert "could not prove that it is the one it says it is" in page
    assert post.sign_ins == 0


def test_the_test_button_goes_on_to_the_inbox(as_maya: Client, post: Post, inbox: Dovecot) -> None:
    fine = words(as_maya.post("/mail/trial/", told(post, inbox)))
    assert "looked at the inbox" in fine
    wrong = words(as_maya.post("/mail/trial/", told(post, inbox, imap_port=free_port())))
    assert "<b>Fetching answers:</b> does not work." in wrong


def test_typed_text_stays_when_something_lacks(as_maya: Client) -> None:
    page = as_maya.post("/mail/connection/", told(password="", name="Maya L."))
    assert page.status_code == 422
    assert "Maya L." in words(page)


def test_a_letter_is_sent_from_its_page_and_can_be_taken_back(
    as_maya: Client, mailbox: Mailbox, approach: Approach, post: Post
) -> None:
    text = draft_of(approach)
    page = words(as_maya.get(f"/contact/approaches/{approach.pk}/"))
    assert "Send it" in page
    form = {"version": text.version, "page": "p", "subject": text.subject, "body": text.body, "key": "k"}
    answer = as_maya.post(f"/contact/approaches/{approach.pk}/posting/", form, follow=True)
    assert "goes out in a few seconds" in words(answer)
    assert "I sent it" not in words(answer)
    message = Outgoing.objects.get()
    answer = as_maya.post(f"/mail/messages/{message.pk}/undoing/", follow=True)
    assert "Taken back. Nothing was sent." in words(answer)
    assert "I sent it" in words(answer)


def test_fault_38_what_the_checker_holds_back_is_not_sent(
    as_maya: Client, mailbox: Mailbox, approach: Approach
) -> None:
    text = draft_of(approach)
    form = {
        "version": text.version, "page": "p", "subject": "x", "body": "Dear [name], give me a job.", "key": "k",
    }  # fmt: skip
    answer = as_maya.post(f"/contact/approaches/{approach.pk}/posting/", form)
    assert answer.status_code == 409
    assert Outgoing.objects.count() == 0


def test_an_answer_is_proposed_and_accepted_with_one_click(
    as_maya: Client, mailbox: Mailbox, approach: Approach, post: Post
) -> None:
    text = draft_of(approach)
    mail.send(approach, key="k", subject=text.subject, body=text.body)
    with clock.at(MONDAY + timedelta(seconds=11)):
        outbox.send_due()
    with clock.at(MONDAY + timedelta(hours=1)):
        row = Incoming.objects.create(
            owner=approach.owner,
            digest="x",
            arrived_at=clock.now(),
            words="Yes, happy to. Thursday at 3 pm works for me.",
            thing=mail.THING,
            thing_id=approach.pk,
            how="id",
            sure=True,
        )
        mail.answered(row)
        page = as_maya.get(f"/contact/approaches/{approach.pk}/")
        assert "Adaeze Okafor answered: <b>yes</b>" in words(page)
        assert "Thursday 26 November at 15:00" in words(page)
        reply = approach.replies.get()
        answer = as_maya.post(
            f"/contact/replies/{reply.pk}/meaning/",
            {"kind": "yes", "proposed": "yes"},
        )
        assert answer["Location"].endswith("/talk/")
        arrange = words(as_maya.get(answer["Location"]))
    assert "wrote Thursday 26 November at 15:00" in arrange
    assert 'value="2026-11-26"' in arrange
    reply.refresh_from_db()
    assert reply.kind == Reply.Kind.YES


def test_the_page_with_much_on_it_asks_few_questions(
    as_maya: Client, maya: User, mailbox: Mailbox, approach: Approach, django_assert_max_num_queries: object
) -> None:
    for n in range(30):
        shared = {"owner": maya, "thing": mail.THING, "thing_id": approach.pk}
        Outgoing.objects.create(
            **shared,
            key=f"o{n}",
            what=f"w{n}",
            recipient="a@example.com",
            body="x",
            message_id=f"{n}@x",
            made_at=MONDAY,
            send_after=MONDAY,
            unknown_at=MONDAY if n % 2 else None,
        )
        Incoming.objects.create(
            **shared, digest=str(n), arrived_at=MONDAY, sender_name="Ada", words="Hello", how="address"
        )
    with django_assert_max_num_queries(10):  # type: ignore[operator]  # pytest-django's fixture
        page = words(as_maya.get("/mail/"))
    assert "30 messages may be answers." in page


def test_today_shows_what_the_mailbox_asks(as_maya: Client, maya: User, mailbox: Mailbox) -> None:
    from halfhour.due.actions import refresh

    shared = {"owner": maya, "arrived_at": MONDAY, "sender_name": "Ada", "how": "address"}
    rows = [Incoming.objects.create(**shared, digest=str(n)) for n in range(2)]
    for row in rows:
        refresh(row)
    assert "Look at 2 messages that came in" in words(as_maya.get("/"))
    for row in rows:
        as_maya.post(f"/mail/answers/{row.pk}/decision/", {"said": "no"})
    assert "messages that came in" not in words(as_maya.get("/"))


def test_what_may_have_arrived_is_asked(
    as_maya: Client, mailbox: Mailbox, approach: Approach, post: Post
) -> None:
    text = draft_of(approach)
    message = mail.send(approach, key="k", subject=text.subject, body=text.body)
    post.fault = ("after", "drop")
    with clock.at(MONDAY + timedelta(seconds=11)):
        outbox.send_due()
    page = words(as_maya.get(f"/contact/approaches/{approach.pk}/"))
    assert "it is not known whether Adaeze Okafor has it" in page
    as_maya.post(f"/mail/messages/{message.pk}/outcome/", {"arrived": "no"})
    message.refresh_from_db()
    assert message.state is State.GIVEN_UP
    assert "I sent it" in words(as_maya.get(f"/contact/approaches/{approach.pk}/"))


def test_fault_90_91_received_html_is_shown_as_text(
    as_maya: Client, maya: User, approach: Approach, mailbox: Mailbox
) -> None:
    from halfhour.mail import reading

    approach.attempts.create(
        owner=maya, key="a", channel="email", at=MONDAY, on=MONDAY.date(), subject="A question"
    )
    html = (
        "From: Adaeze Okafor <a.okafor@example.com>\nSubject: Re: A question\nMessage-ID: <h@x>\n"
        "Content-Type: text/html\n\n<base href='http://evil.example/'><form action='http://evil.example'>"
        "<img src='http://evil.example/p.png'><svg onload=alert(1)></svg><p>Yes, gladly.</p></form>"
        "<meta http-equiv=refresh content='0;url=http://evil.example'><script>alert(1)</script>"
    )
    row = reading.keep(html.encode(), reading.expected_by(maya, USER))
    assert row is not None
    for url in (f"/mail/answers/{row.pk}/", f"/contact/approaches/{approach.pk}/"):
        page = as_maya.get(url).content.decode()
        assert "Yes, gladly." in page
        for bad in ("evil.example", "<svg onload", "alert(1)"):
            assert bad not in page


def test_fault_122_no_page_address_holds_a_mail_address(as_maya: Client) -> None:
    answer = as_maya.post("/mail/setup/", {"address": USER})
    assert USER not in answer.request["PATH_INFO"] + answer.request["QUERY_STRING"]
    assert 'action="/mail/connection/"' in answer.content.decode()


def test_the_level_one_answer_as_a_file_goes_through_the_same_proposal(
    as_maya: Client, approach: Approach, monday: datetime
) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    file = (
        b"From: Adaeze Okafor <a.okafor@example.com>\nSubject: Re: A question\nDate: Mon, 23 Nov 2026 16:00:00 +0000\n"
        b"\nYes, Thursday at 3 pm.\n\nOn Sunday, Maya wrote:\n> no, never contact me\n"
    )
    page = as_maya.post(
        f"/contact/approaches/{approach.pk}/replies/reading/", {"file": SimpleUploadedFile("a.eml", file)}
    )
    assert page.context["found"].kind == Reply.Kind.YES
    assert "Yes, Thursday at 3 pm." in words(page)
    assert "never contact" not in words(page)


def test_an_automatic_answer_dropped_as_a_file_is_said_to_be_one(as_maya: Client, approach: Approach) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    file = (
        b"From: a.okafor@example.com\nSubject: Automatic reply: A question\nAuto-Submitted: auto-replied\n\n"
        b"I am out of the office until 1 December 2026.\n"
    )
    page = as_maya.post(
        f"/contact/approaches/{approach.pk}/replies/reading/", {"file": SimpleUploadedFile("a.eml", file)}
    )
    assert "automatic" in words(page)
    assert page.context["found"] is None
