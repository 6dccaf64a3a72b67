"""The versions of a résumé: who has seen which, and what each would change in it."""

from datetime import date, datetime, time

import pytest
from django.test import Client
from django.urls import reverse

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.contact.models import Approach
from halfhour.interview import actions as interviews
from halfhour.interview.models import Interview
from halfhour.prepare import actions as prepare
from halfhour.record.models import Debrief
from tests.conftest import MONDAY


@pytest.fixture
def held(approach: Approach, monday: datetime) -> Interview:
    talk = interviews.arrange(approach, on=MONDAY.date(), at=time(9), minutes=20)
    interviews.start_interview(talk)
    return interviews.end_interview(talk)


def test_b_05_suggestions_are_listed_per_version(as_maya: Client, maya: User, held: Interview) -> None:
    september = prepare.add_resume(maya, name="September", made_on=date(2026, 9, 1))
    prepare.add_resume(maya, name="November", made_on=date(2026, 11, 1))
    Debrief.objects.update_or_create(
        interview=held,
        defaults={
            "owner": maya,
            "saved_at": clock.now(),
            "resume_shown": september,
            "resume_suggestions": "Put the night of recordings first",
        },
    )
    newest, older = as_maya.get(reverse("record:resumes")).context["versions"]
    assert (newest.resume.name, newest.seen) == ("November", ())
    (seen,) = older.seen
    assert (seen.name, seen.suggestions) == (held.person.name, "Put the night of recordings first")


def test_an_outsider_sees_no_version(as_outsider: Client, maya: User) -> None:
    prepare.add_resume(maya, name="Zanzibarium", made_on=date(2026, 9, 1))
    assert "Zanzibarium" not in as_outsider.get(reverse("record:resumes")).text


def test_without_a_version_it_says_where_one_is_named(as_maya: Client) -> None:
    assert "You give it where you prepare a talk" in as_maya.get(reverse("record:resumes")).text
