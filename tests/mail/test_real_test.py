"""The doctor's real test reaches a real server, and says so only then."""

import pytest

from halfhour.accounts.models import User
from halfhour.mail.models import Mailbox, Outgoing, State
from halfhour.web.doctor import mail as doctor_mail
from tests.mail.servers import Post

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.filterwarnings("ignore")]


def test_fault_149_the_real_test_arrives_and_is_said_to_be_sent(
    maya: User, mailbox: Mailbox, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor_mail, "laptop_user", lambda: maya)
    (found,) = doctor_mail.send_test()
    assert (found.well, len(post.arrived), Outgoing.objects.get().state) == (True, 1, State.SENT)
    assert "look whether it arrived" in found.says
    assert b"Subject: Halfhour: a test" in post.arrived[0]


def test_fault_149_a_server_that_is_gone_is_not_said_to_have_sent_it(
    maya: User, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor_mail, "laptop_user", lambda: maya)
    Mailbox.objects.update(smtp_port=9)
    (found,) = doctor_mail.send_test()
    assert (found.well, Outgoing.objects.get().sent_at) == (False, None)
