"""Rows of the guides about writing down, each looked at through HTTP; a test is named by its row."""

from datetime import date, datetime, time

import pytest
from django.test import Client

from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact.models import Approach
from halfhour.find.models import Person
from halfhour.interview import actions as interviews
from halfhour.interview.models import Interview
from halfhour.record import actions
from halfhour.record.models import Debrief
from halfhour.record.rules.prompts import LONG, SHORT
from tests.record.test_pages import filled, text, url


@pytest.fixture
def talk(monday: datetime, approach: Approach) -> Interview:
    talk = interviews.arrange(approach, on=date(2026, 11, 23), at=time(9))
    interviews.start_interview(talk)
    return interviews.end_interview(talk)


def test_e_16_the_trend_of_who_spoke_stands_in_the_report(
    as_maya: Client, maya: User, talk: Interview, candidate: Candidate
) -> None:
    actions.save_debrief(talk, they_spoke_percent=60)
    for n, share in enumerate((70, 85)):
        person = Person.objects.create(owner=maya, name=f"Person {n}", added_at=talk.starts_at)
        chat = interviews.log_chat(maya, key=f"k{n}", person=person, candidate=candidate, minutes=10)
        actions.save_debrief(chat, they_spoke_percent=share)
    report = text(as_maya.get("/decide/report/"))
    assert "they spoke about 60 percent of the time" in report
    shares = report.split("They spoke ")[1].split(" percent")[0]
    assert sorted(shares.split(", ")) == ["60", "70", "85"]


def test_e_19_a_name_without_a_permission_is_not_kept(as_maya: Client, talk: Interview) -> None:
    page = as_maya.get(url(talk))
    typed = {"people-0-name": "Ada Brenner", "people-0-why": "She began late."}
    answer = as_maya.post(url(talk), filled(page, **typed))
    assert (answer.status_code, Person.objects.filter(name="Ada Brenner").exists()) == (422, False)
    assert "“I did not ask” is an answer." in text(answer)
    assert "She began late." in text(answer)


def test_e_22_four_prompts_and_due_the_same_day(as_maya: Client, talk: Interview) -> None:
    assert "Write down what Adaeze Okafor told you." in text(as_maya.get("/"))
    page = text(as_maya.get(url(talk)))
    assert [words for _key, words in SHORT if words not in page] == []


def test_e_24_ten_prompts_keep_what_was_thought(as_maya: Client, talk: Interview) -> None:
    page = as_maya.get(url(talk))
    assert [words for _key, words in LONG if words not in text(page)] == []
    as_maya.post(url(talk), filled(page, reflection_red_flags="The silence about pay."))
    assert Debrief.objects.get().reflections == {"red_flags": "The silence about pay."}
    assert "The silence about pay." in text(as_maya.get(url(talk)))
