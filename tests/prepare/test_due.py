"""The words Today shows for choosing questions."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from halfhour.accounts.models import User
from halfhour.contact.models import Approach
from halfhour.due.models import Due
from halfhour.prepare import actions, due

TALK_AT = datetime(2026, 12, 1, 22, tzinfo=UTC)


@pytest.fixture
def rows(monday: datetime, approach: Approach, maya: User) -> list[Due]:
    actions.talk_agreed(approach, starts_at=TALK_AT, format="visit", minutes=20)
    return list(Due.objects.visible_to(maya).open().filter(kind="prepare.plan"))


def test_it_names_the_person_and_the_time(rows: list[Due], maya: User, approach: Approach) -> None:
    (line,) = due.lines(maya, rows, TALK_AT - timedelta(days=1))
    assert line.text == "Choose your questions for Adaeze Okafor."
    assert line.context == "Tuesday 1 December, 14:00, 20 minutes about game sound designers"
    assert line.url == reverse("prepare:plan", args=[approach.pk])


def test_once_the_talk_begins_it_is_too_late(rows: list[Due], maya: User) -> None:
    assert due.lines(maya, rows, TALK_AT) == []


def test_a_strangers_rows_show_nothing(rows: list[Due], outsider: User) -> None:
    assert due.lines(outsider, rows, TALK_AT - timedelta(days=1)) == []
