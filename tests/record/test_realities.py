"""What was as expected and what was not, pay as told, and which wants this work meets: typed, kept, and read again."""

from datetime import date, datetime, time

import pytest
from django.test import Client

from halfhour.accounts.models import User
from halfhour.choose.models import Candidate, Want
from halfhour.contact.models import Approach
from halfhour.interview import actions as interviews
from halfhour.interview.models import Interview
from halfhour.record import actions
from halfhour.record.models import Debrief, WantMet
from tests.conftest import MONDAY
from tests.record.test_pages import filled, text, url


@pytest.fixture
def talk(monday: datetime, approach: Approach) -> Interview:
    talk = interviews.arrange(approach, on=date(2026, 11, 24), at=time(14))
    interviews.start_interview(talk)
    return interviews.end_interview(talk)


@pytest.fixture
def nights(maya: User) -> Want:
    return Want.objects.create(owner=maya, text="no night work", kind="other", must=True, added_at=MONDAY)


def keep(as_maya: Client, talk: Interview, **typed: str) -> None:
    page = as_maya.get(url(talk))
    assert as_maya.post(url(talk), filled(page, **typed)).status_code == 302


def test_realities_and_pay_stand_where_they_were_typed_and_in_the_comparison(
    as_maya: Client, talk: Interview
) -> None:
    keep(
        as_maya,
        talk,
        as_expected="The quiet.",
        otherwise="Half of it is meetings; I had read of none.",
        pay_told="38,000 to 45,000 dollars for a beginner, 2026",
    )
    kept = Debrief.objects.get()
    assert (kept.as_expected, kept.pay_told) == (
        "The quiet.",
        "38,000 to 45,000 dollars for a beginner, 2026",
    )
    assert "Half of it is meetings; I had read of none." in text(as_maya.get(url(talk)))
    side = text(as_maya.get("/decide/"))
    assert "As expected: The quiet." in side
    assert "Otherwise than expected: Half of it is meetings" in side
    assert "38,000 to 45,000 dollars for a beginner, 2026 <cite>Adaeze Okafor" in side


def test_a_want_is_met_or_not_or_not_known(as_maya: Client, talk: Interview, nights: Want) -> None:
    field = f"want_{nights.pk}"
    for answer, met in (("yes", [True]), ("no", [False]), ("", [])):
        keep(as_maya, talk, **{field: answer})
        assert list(WantMet.objects.values_list("met", flat=True)) == met
        row = text(as_maya.get("/decide/")).split('<th scope="row">no night work')[1].split("</tr>")[0]
        said = ("this work offers it" in row, "this work does not offer it" in row, "unknown" in row)
        assert said == (met == [True], met == [False], met == [])


def test_a_want_of_somebody_else_is_passed_over(outsider: User, talk: Interview) -> None:
    theirs = Want.objects.create(owner=outsider, text="quiet", kind="other", added_at=MONDAY)
    actions.save_debrief(talk, wants={theirs.pk: True})
    assert not WantMet.objects.exists()


def test_what_is_wanted_later_is_asked_too(as_maya: Client, talk: Interview, candidate: Candidate) -> None:
    keep(as_maya, talk, leaning="pursue")
    assert "want_" not in text(as_maya.get(url(talk)))
    want = Want.objects.create(owner=talk.owner, text="dry feet", kind="other", added_at=MONDAY)
    assert f"want_{want.pk}" in text(as_maya.get(url(talk)))
