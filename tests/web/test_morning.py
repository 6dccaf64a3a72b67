"""The day's list by mail: wanted, once a day, and only when something is due; and the doctor's real test."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.contact.models import Approach, Attempt, Promise
from halfhour.due.actions import refresh
from halfhour.mail.models import Mailbox, Outgoing
from halfhour.privacy import actions as privacy
from halfhour.web.doctor import mail as doctor_mail
from halfhour.web.today import morning

pytestmark = pytest.mark.django_db(transaction=True)
MORNING = datetime(2026, 11, 30, 16, 30, tzinfo=UTC)  # 8:30 in Seattle, the day of the promised call


@pytest.fixture
def box(maya: User, monday: datetime) -> Mailbox:
    return Mailbox.objects.create(
        owner=maya,
        address="maya@example.org",
        username="maya",
        password="x",
        smtp_host="127.0.0.1",
        smtp_port=9,
        connected_at=monday,
    )


@pytest.fixture
def promised(approach: Approach, monday: datetime) -> None:
    sent = Attempt.objects.create(
        owner=approach.owner, approach=approach, key="a", channel="email", at=monday, on=monday.date()
    )
    Promise.objects.create(owner=approach.owner, approach=approach, attempt=sent, on=date(2026, 11, 30))
    refresh(approach)


def lists() -> list[str]:
    return list(Outgoing.objects.filter(what="morning").values_list("body", flat=True))


def test_without_a_wish_nothing_goes(box: Mailbox, promised: None) -> None:
    with clock.at(MORNING):
        morning.send_lists()
    assert lists() == []


def test_wanted_it_comes_once_with_the_promise_and_the_number(
    as_maya: Client, box: Mailbox, promised: None
) -> None:
    as_maya.post("/your-data/morning/", {"on": "yes"})
    for minutes in (0, 1, 600):
        with clock.at(MORNING + timedelta(minutes=minutes)):
            morning.send_lists()
    (body,) = lists()
    assert "Adaeze Okafor" in body
    assert "(206) 555-0142" in body
    assert "Last: Monday 23 November. You sent an e-mail. You promised a call on Monday 30 November." in body
    assert "Begin: “Hello, " in body
    assert Outgoing.objects.get().sent_at is None
    as_maya.post("/your-data/morning/")
    with clock.at(MORNING + timedelta(days=1)):
        morning.send_lists()
    assert len(lists()) == 1


@pytest.mark.parametrize("hours", [-3, 13])
def test_at_night_nobody_is_told(maya: User, box: Mailbox, promised: None, hours: int) -> None:
    privacy.want_morning(maya, yes=True)
    with clock.at(MORNING + timedelta(hours=hours)):
        morning.send_lists()
    assert lists() == []


def test_after_a_day_asleep_one_list_comes_and_not_two(maya: User, box: Mailbox, promised: None) -> None:
    privacy.want_morning(maya, yes=True)
    with clock.at(MORNING + timedelta(days=2, hours=5)):
        morning.send_lists()
        morning.send_lists()
    assert len(lists()) == 1


def test_with_nothing_due_nothing_comes(maya: User, box: Mailbox) -> None:
    privacy.want_morning(maya, yes=True)
    with clock.at(MORNING):
        morning.send_lists()
    assert lists() == []


def test_the_doctors_real_test_says_what_became_of_it(
    maya: User, box: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor_mail, "laptop_user", lambda: maya)
    (found,) = doctor_mail.send_test()
    assert (found.well, found.what) == (False, "A real test")
    Mailbox.objects.all().delete()
    (found,) = doctor_mail.send_test()
    assert (found.well, "nothing was sent" in found.says) == (True, True)
