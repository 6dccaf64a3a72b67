"""Whole domains and organisations that are left alone. Numbers in names are rows of the list of faults."""

from datetime import timedelta

import pytest
from django.test import Client

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.contact import actions as contact
from halfhour.contact import mail
from halfhour.contact.actions.drafting import draft_of
from halfhour.contact.models import Approach
from halfhour.mail import left_alone, outbox
from halfhour.mail.models import Mailbox, NobodyAt, Outgoing, State
from halfhour.refused import Refused
from tests.conftest import MONDAY
from tests.mail.servers import Post

WHY = "You have noted that nobody at"


@pytest.mark.parametrize(
    ("noted", "email", "organisation", "held"),
    [
        ("example.com", "a@example.com", "", True),
        ("@Example.com", "a@EXAMPLE.com", "", True),
        ("someone@example.com", "a@mail.example.com", "", True),
        ("mail.example.com", "a@example.com", "", False),
        ("example.com", "a@myexample.com", "", False),
        ("com", "a@example.com", "", False),
        ("Lantern Games", "", "lantern  games", True),
        ("Café Müller", "", "Cafe Muller", True),
        ("Lantern Games", "a@example.com", "Lantern Gamers", False),
    ],
)
def test_fault_129_a_domain_or_an_organisation_as_a_whole(
    maya: User, noted: str, email: str, organisation: str, held: bool
) -> None:
    left_alone.leave(maya, noted)
    assert left_alone.why_not(maya, email, organisation).startswith(WHY) is held


def test_another_seekers_wish_is_not_mine(maya: User, outsider: User) -> None:
    left_alone.leave(outsider, "example.com")
    assert left_alone.why_not(maya, "a@example.com") == ""


def test_fault_28_noted_between_the_click_and_the_sending_nothing_goes(
    mailbox: Mailbox, approach: Approach, post: Post
) -> None:
    text = draft_of(approach)
    message = mail.send(approach, key="k", subject=text.subject, body=text.body)
    left_alone.leave(approach.owner, "example.com")
    with clock.at(MONDAY + timedelta(seconds=11)):
        outbox.send_due()
    message.refresh_from_db()
    assert (message.state, post.arrived) == (State.HELD_BACK, [])
    assert message.why.startswith(WHY)


def test_no_letter_of_any_way_goes_to_an_organisation_that_is_left_alone(
    maya: User, mailbox: Mailbox, approach: Approach
) -> None:
    text = draft_of(approach)
    left_alone.leave(maya, approach.person.organisation.name)  # type: ignore[union-attr]  # it has one
    with pytest.raises(Refused, match=WHY):
        mail.send(approach, key="k", subject=text.subject, body=text.body)
    with pytest.raises(Refused, match=WHY):
        contact.record_sent(approach, key="k", subject=text.subject, body=text.body)
    assert not Outgoing.objects.exists()


def test_it_is_noted_and_taken_back_on_the_page(as_maya: Client, maya: User) -> None:
    page = as_maya.post("/mail/left-alone/", {"name": " lantern.example "}, follow=True).content.decode()
    assert "Nobody at <b>lantern.example</b> is written to." in page
    as_maya.post("/mail/left-alone/", {"name": "LANTERN.example"})
    row = NobodyAt.objects.get()
    assert "Write a domain" in as_maya.post("/mail/left-alone/", {"name": "x"}, follow=True).content.decode()
    as_maya.post(f"/mail/left-alone/{row.pk}/removal/")
    assert not NobodyAt.objects.exists()


def test_the_page_of_a_message_on_its_way_notices_how_far_it_is(
    as_maya: Client, mailbox: Mailbox, approach: Approach, post: Post
) -> None:
    text = draft_of(approach)
    message = mail.send(approach, key="k", subject=text.subject, body=text.body)
    url = f"/mail/messages/{message.pk}/state/"
    with clock.at(MONDAY):
        assert url in as_maya.get(f"/contact/approaches/{approach.pk}/").content.decode()
    assert as_maya.get(url).json() == {"state": "waiting"}
    with clock.at(MONDAY + timedelta(seconds=11)):
        outbox.send_due()
    assert as_maya.get(url).json() == {"state": "sent"}
