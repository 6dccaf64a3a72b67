"""The words Today shows for writing a talk down, and for what was promised."""

from datetime import date, datetime, time, timedelta

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact.models import Approach
from halfhour.due.models import Due
from halfhour.find.models import Person
from halfhour.interview import actions as interviews
from halfhour.interview.models import Interview
from halfhour.record import actions, due
from halfhour.record.told import AdviceTold


@pytest.fixture
def talk(monday: datetime, approach: Approach) -> Interview:
    talk = interviews.arrange(approach, on=date(2026, 11, 24), at=time(14))
    with clock.at(talk.starts_at + timedelta(minutes=20)):
        interviews.start_interview(talk, at=talk.starts_at)
        interviews.end_interview(talk)
    return talk


def rows(maya: User) -> list[Due]:
    return list(Due.objects.visible_to(maya).open().filter(kind__startswith="record.").order_by("kind"))


@pytest.mark.parametrize(
    ("hours", "overdue"), [(1, False), (9, False), (10, True)], ids=["soon", "evening", "midnight"]
)
def test_the_debrief_is_overdue_when_its_day_is_over(
    talk: Interview, maya: User, hours: int, overdue: bool
) -> None:
    (line,) = due.lines(maya, rows(maya), talk.starts_at + timedelta(hours=hours))
    assert line.text == "Write down what Adaeze Okafor told you."
    assert (
        line.context == "20 minutes about game sound designers on Tuesday 24 November; ten minutes are enough"
    )
    assert (line.overdue, line.url) == (overdue, reverse("record:debrief", args=[talk.pk]))


def test_a_promise_and_a_piece_of_advice_speak_differently(talk: Interview, maya: User) -> None:
    day = date(2026, 11, 27)
    actions.save_debrief(
        talk,
        advice=[
            AdviceTold("advice", "listen to radio plays", day),
            AdviceTold("promise", "send the recording", day),
            AdviceTold("offer", "she reads my reel", day),
            AdviceTold("advice", "go outside"),
        ],
    )
    kept = [line for line in due.lines(maya, rows(maya), clock.now()) if line.kind == "record.advice"]
    assert sorted((line.text, line.context) for line in kept) == [
        ("listen to radio plays", "Adaeze Okafor advised it."),
        ("send the recording", "You promised Adaeze Okafor."),
    ]


def test_more_rows_ask_no_more_of_the_database(
    talk: Interview,
    maya: User,
    tom: Person,
    candidate: Candidate,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    one = rows(maya)
    with django_assert_num_queries(1):
        due.lines(maya, one, clock.now())
    for number in range(2):
        interviews.log_chat(maya, key=f"c{number}", person=tom, candidate=candidate, minutes=5)
    three = rows(maya)
    with django_assert_num_queries(1):
        assert len(due.lines(maya, three, clock.now())) == 3
