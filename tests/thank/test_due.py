"""The thank-you: on Today at once, due after 24 hours, late after 48; news to whoever led there."""

from datetime import timedelta

import pytest

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.interview.models import Interview
from halfhour.thank import actions
from halfhour.web.today import agenda
from tests.conftest import MONDAY

pytestmark = pytest.mark.django_db


def thanks_lines(user: User, moment):
    with clock.at(moment):
        return [
            (line.due_at, line.overdue)
            for line in agenda.lines_due(user, moment)
            if line.kind == "thank.talk"
        ]


@pytest.mark.parametrize(
    ("hours", "overdue"),
    [(0, False), (23, False), (24, False), (47.9, False), (48.1, True)],
    ids=["at once", "23 h", "due at 24 h", "just before 48 h", "late after 48 h"],
)
def test_the_thank_you_follows_the_hours(talk: Interview, hours: float, overdue: bool) -> None:
    assert thanks_lines(talk.owner, MONDAY + timedelta(hours=hours)) == [
        (MONDAY + timedelta(hours=24), overdue)
    ]


def test_once_sent_it_is_gone(talk: Interview) -> None:
    with clock.at(MONDAY):
        actions.record_thanked(actions.thanks_of(talk), subject="S", body="B")
    assert thanks_lines(talk.owner, MONDAY + timedelta(hours=72)) == []


def test_practice_owes_no_thanks(talk: Interview) -> None:
    talk.kind = Interview.Kind.PRACTICE
    from halfhour.thank.due import wanted_for_interview

    assert list(wanted_for_interview(talk)) == []
