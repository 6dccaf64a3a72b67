"""Thanks sent through the mailbox."""

from datetime import timedelta

import pytest
from django.test import Client

from halfhour import clock
from halfhour.contact import actions as contact
from halfhour.contact.models import Approach
from halfhour.interview import actions as interview
from halfhour.mail import outbox
from halfhour.mail.models import Mailbox, Outgoing
from halfhour.thank.models import Thanks
from tests.conftest import MONDAY
from tests.mail.servers import Post

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore")]


def test_a_thank_you_is_sent_taken_back_and_sent_again(
    as_maya: Client, mailbox: Mailbox, post: Post, approach: Approach
) -> None:
    talk = interview.talk_now(approach)
    interview.end_interview(talk)
    page = f"/thank/talks/{talk.pk}/"
    assert "Send it" in as_maya.get(page).content.decode()
    text = {"subject": "Thank you", "body": "Dear Dr Okafor,\n\nThank you for the rain.\n\nMaya"}
    for _click in range(2):
        as_maya.post(f"{page}posting/", text)
    as_maya.post(f"/mail/messages/{Outgoing.objects.get().pk}/undoing/")
    with clock.at(MONDAY + timedelta(minutes=1)):
        outbox.send_due()
        assert (post.arrived, Thanks.objects.get().sent_at) == ([], None)
        answer = as_maya.post(f"{page}posting/", text, follow=True)
        assert "goes out in a few seconds" in answer.content.decode()
    with clock.at(MONDAY + timedelta(minutes=2)):
        outbox.send_due()
    assert len(post.arrived) == 1
    assert Thanks.objects.get().sent_at == MONDAY + timedelta(minutes=2)


def test_thanks_for_a_no_are_sent_once(
    as_maya: Client, mailbox: Mailbox, post: Post, approach: Approach
) -> None:
    contact.record_sent(approach, key="a", subject="A question", body="Hello", because="by hand")
    with clock.at(MONDAY + timedelta(hours=1)):
        contact.record_reply(approach, key="r", kind="no", text="Sorry, no.")
        for _click in range(3):
            as_maya.post(f"/contact/approaches/{approach.pk}/posting/thanks/")
    with clock.at(MONDAY + timedelta(hours=2)):
        outbox.send_due()
    assert len(post.arrived) == 1
    assert b"Subject: Re: A question" in post.arrived[0]
    approach.refresh_from_db()
    assert approach.refusal_thanked_on is not None
