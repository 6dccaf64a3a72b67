"""The words Today shows for agreed talks."""

from datetime import date, datetime, time, timedelta

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact.models import Approach
from halfhour.due.lines import Line
from halfhour.due.models import Due
from halfhour.find.models import Person
from halfhour.interview import actions, due
from halfhour.interview.models import Interview


@pytest.fixture
def talk(monday: datetime, approach: Approach) -> Interview:
    return actions.arrange(approach, on=date(2026, 12, 1), at=time(14), place="Lantern Games")


def lines(maya: User, now: datetime) -> dict[str, Line]:
    rows = list(Due.objects.visible_to(maya).open().filter(kind__startswith="interview."))
    return {line.kind: line for line in due.lines(maya, rows, now)}


def test_on_its_day_the_talk_says_time_place_and_when_to_be_there(talk: Interview, maya: User) -> None:
    line = lines(maya, talk.starts_at - timedelta(hours=4))["interview.talk"]
    assert line.text == "Talk to Adaeze Okafor at 14:00, for 20 minutes."
    assert line.context == "in person, Lantern Games. Be there at 13:50."
    assert line.headline == "You talk to Adaeze Okafor today at 14:00."
    assert (line.overdue, line.url) == (False, reverse("interview:interview", args=[talk.pk]))


def test_by_telephone_nobody_has_to_be_there(talk: Interview, maya: User) -> None:
    actions.describe(talk, format="phone", minutes=20, link_or_number="(206) 555-0142")
    line = lines(maya, talk.starts_at - timedelta(hours=4))["interview.talk"]
    assert line.context == "by telephone, (206) 555-0142"


def test_a_running_talk_leads_back_to_its_screen(talk: Interview, maya: User) -> None:
    with clock.at(talk.starts_at):
        actions.start_interview(talk)
    line = lines(maya, talk.starts_at + timedelta(minutes=25))["interview.talk"]
    assert (line.headline, line.action) == ("You are talking to Adaeze Okafor.", "Back to the talk")


def test_a_talk_whose_time_is_over_asks_how_it_went(talk: Interview, maya: User) -> None:
    line = lines(maya, talk.starts_at + timedelta(minutes=21))["interview.talk"]
    assert (line.overdue, line.text) == (True, "Say whether the talk with Adaeze Okafor took place.")
    assert line.context == "It was set for Tuesday 1 December at 14:00."


def test_the_confirmation_is_for_the_day_before_and_ends_with_the_talk(talk: Interview, maya: User) -> None:
    line = lines(maya, talk.starts_at - timedelta(hours=30))["interview.confirm"]
    assert line.text == "Confirm the talk with Adaeze Okafor."
    assert line.context == "Tuesday 1 December at 14:00, in person, Lantern Games"
    assert line.headline == "You talk to Adaeze Okafor tomorrow: confirm it now."
    assert line.overdue is False
    on_its_day = lines(maya, talk.starts_at - timedelta(hours=2))
    assert "interview.confirm" not in on_its_day  # the talk itself stands there; nobody confirms at the door
    assert "interview.talk" in on_its_day


def test_more_rows_ask_no_more_of_the_database(
    talk: Interview, maya: User, candidate: Candidate, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    def rows() -> list[Due]:
        return list(Due.objects.visible_to(maya).open().filter(kind__startswith="interview."))

    one = rows()
    with django_assert_num_queries(1):
        assert len(due.lines(maya, one, clock.now())) == 2
    for number in range(2):
        person = Person.objects.create(owner=maya, name=f"Person {number}", added_at=clock.now())
        more = Approach.objects.create(owner=maya, person=person, candidate=candidate, opened_at=clock.now())
        actions.arrange(more, on=date(2026, 12, 2 + number), at=time(9))
    six = rows()
    with django_assert_num_queries(1):
        assert len(due.lines(maya, six, clock.now())) == 6


def test_a_strangers_rows_show_nothing(talk: Interview, outsider: User) -> None:
    rows = list(Due.objects.filter(kind__startswith="interview."))
    assert due.lines(outsider, rows, clock.now()) == []
