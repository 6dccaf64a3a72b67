"""The invitation through the mailbox: one for each state of the talk, and never one that no longer holds."""

from datetime import date, datetime, time, timedelta

import pytest

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.contact.models import Approach
from halfhour.find.actions import leave_alone
from halfhour.interview import actions, invitations, mail
from halfhour.interview.models import Interview
from halfhour.mail import outbox
from halfhour.mail.models import Mailbox, State
from tests.conftest import MONDAY
from tests.interview.test_invitations import THEIRS, answer
from tests.mail.conftest import mailbox_of


@pytest.fixture
def mailbox(maya: User, monday: datetime) -> Mailbox:
    return mailbox_of(maya, 1)


@pytest.fixture
def talk(mailbox: Mailbox, approach: Approach) -> Interview:
    return actions.arrange(approach, on=date(2026, 12, 1), at=time(14), format="phone")


def test_it_goes_once_and_again_when_it_was_taken_back_or_the_talk_moved(talk: Interview) -> None:
    first = mail.send_invitation(talk)
    assert mail.send_invitation(talk).pk == first.pk
    outbox.undo(first)
    assert mail.latest(talk) is None
    second = mail.send_invitation(talk)
    assert second.pk != first.pk
    outbox.undo(second)
    moved = actions.reschedule(talk, on=date(2026, 12, 2), at=time(10))
    assert "20261202T100000" in mail.send_invitation(moved).calendar


def test_what_no_longer_holds_is_not_sent(talk: Interview) -> None:
    message = mail.send_invitation(talk)
    assert mail.may_go(message) == ""
    leave_alone(talk.person, yes=True)
    assert mail.may_go(message) == "They asked to be left alone. Nothing more goes to them."
    leave_alone(talk.person, yes=False)
    actions.reschedule(talk, on=date(2026, 12, 2), at=time(10))
    assert mail.may_go(message) == "The talk has changed since. Send the invitation again."
    assert message.state is State.WAITING


@pytest.mark.parametrize(("days_before", "confirmed"), [(5, False), (1, True)])
def test_sent_a_day_before_it_is_the_confirmation_sent_early_it_is_not(
    talk: Interview, days_before: int, confirmed: bool
) -> None:
    message = mail.send_invitation(talk)
    with clock.at(talk.starts_at - timedelta(days=days_before)):
        mail.went(message)
    talk.refresh_from_db()
    assert (talk.confirmed_at is not None) is confirmed


def test_what_their_calendar_answered_stands_on_today_until_it_is_decided(
    maya: User, talk: Interview
) -> None:
    def owed() -> list[str]:
        from halfhour.due.models import Due

        return list(Due.objects.open().filter(kind="interview.answer").values_list("kind", flat=True))

    assert owed() == []
    with clock.at(MONDAY + timedelta(hours=1)):
        proposed = invitations.take(answer(talk), maya, THEIRS).proposed
        assert owed() == ["interview.answer"]
        invitations.decide(proposed, take_up=True)  # type: ignore[arg-type]  # it is one
    assert owed() == []
