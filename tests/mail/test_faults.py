"""Attacks on the mailbox pages. Numbers in names are rows of the list of faults."""

from datetime import timedelta
from html import escape

import pytest
from django.test import Client

from halfhour.accounts.models import User
from halfhour.contact import mail
from halfhour.contact.models import Approach, Reply
from halfhour.mail.models import Incoming, Mailbox, Outgoing, State
from tests.conftest import MONDAY

pytestmark = pytest.mark.usefixtures("monday")
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "{{ 7|add:7 }}{% load i18n %}",
    "\u202eexe.txt",
    "a\x00b",
]


def message(owner: User, **facts: object) -> Outgoing:
    return Outgoing.objects.create(
        **{
            "owner": owner,
            "key": "k",
            "recipient": "a@example.com",
            "subject": "Hello",
            "body": "Hello",
            "message_id": "m@example.org",
            "made_at": MONDAY,
            "send_after": MONDAY + timedelta(seconds=10),
            **facts,
        }
    )


@pytest.mark.parametrize("address", ["outcome", "undoing", "sooner"])
def test_fault_67_what_has_gone_is_not_taken_back_or_settled_by_its_address(
    as_maya: Client, maya: User, address: str
) -> None:
    gone = message(maya, sent_at=MONDAY, over_at=MONDAY, dot_at=MONDAY)
    as_maya.post(f"/mail/messages/{gone.pk}/{address}/", {"arrived": "no"})
    gone.refresh_from_db()
    assert (gone.state, gone.why) == (State.SENT, "")


def test_fault_67_what_is_not_unknown_cannot_be_said_to_have_arrived(as_maya: Client, maya: User) -> None:
    waiting = message(maya)
    as_maya.post(f"/mail/messages/{waiting.pk}/outcome/", {"arrived": "yes"})
    waiting.refresh_from_db()
    assert (waiting.state, waiting.sent_at) == (State.WAITING, None)


@pytest.mark.parametrize(
    ("writer", "said"),
    [("bounce", "answer"), ("auto-reply", "answer"), ("human", "away"), ("human", "maybe")],
)
def test_fault_67_a_message_becomes_nothing_that_it_is_not(
    as_maya: Client, approach: Approach, writer: str, said: str
) -> None:
    row = Incoming.objects.create(
        owner=approach.owner,
        digest="x",
        arrived_at=MONDAY,
        writer=writer,
        thing=mail.THING,
        thing_id=approach.pk,
    )
    assert as_maya.post(f"/mail/answers/{row.pk}/decision/", {"said": said}).status_code == 400
    row.refresh_from_db()
    assert (row.decided_at, Reply.objects.count()) == (None, 0)


@pytest.mark.parametrize("words", HOSTILE)
def test_fault_87_and_88_hostile_mail_stays_text_on_every_page_of_the_mailbox(
    as_maya: Client, maya: User, approach: Approach, mailbox: Mailbox, words: str
) -> None:
    shown = words.replace("\x00", "")
    row = Incoming.objects.create(
        owner=maya,
        digest="x",
        arrived_at=MONDAY,
        sender="x@example.net",
        sender_name=shown,
        subject=shown,
        words=shown,
        text=shown,
        thing=mail.THING,
        thing_id=approach.pk,
        how="name",
    )
    message(maya, recipient_name=shown, subject=shown, unknown_at=MONDAY, dot_at=MONDAY, why=shown)
    for url in ("/mail/", f"/mail/answers/{row.pk}/"):
        page = as_maya.get(url).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "14{%" not in page
        assert escape(shown) in page
