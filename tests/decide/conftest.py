"""Two occupations, three people; two of them disagree about the hours of the first."""

from datetime import date, timedelta

import pytest

from halfhour.accounts.models import User
from halfhour.choose.models import Candidate, Occupation
from halfhour.find.models import Organisation, Person
from halfhour.interview.models import Interview
from halfhour.record.models import Debrief, Finding
from tests.conftest import MONDAY


def heard(
    user: User,
    candidate: Candidate,
    name: str,
    organisation: str,
    on: date,
    findings: dict[str, tuple[str, int]],
) -> Interview:
    """One held and recorded talk with its findings: criterion -> (text, stance)."""
    place, _ = Organisation.objects.get_or_create(owner=user, name=organisation)
    person = Person.objects.create(
        owner=user,
        name=name,
        given=name.split()[0],
        organisation=place,
        candidate=candidate,
        does_it="yes",
        added_at=MONDAY,
    )
    talk = Interview.objects.create(
        owner=user,
        person=person,
        candidate=candidate,
        format="phone",
        minutes=20,
        on=on,
        local_time=MONDAY.time(),
        timezone="UTC",
        starts_at=MONDAY,
        agreed_at=MONDAY,
        started_at=MONDAY,
        ended_at=MONDAY + timedelta(minutes=21),
    )
    Debrief.objects.create(owner=user, interview=talk, saved_at=MONDAY, leaning="pursue", fit_interests=1)
    for criterion, (text, stance) in findings.items():
        Finding.objects.create(
            owner=user,
            interview=talk,
            person=person,
            candidate=candidate,
            criterion=criterion,
            text=text,
            quote=True,
            stance=stance,
            said_on=on,
        )
    return talk


@pytest.fixture
def audiologist(maya: User) -> Candidate:
    occupation = Occupation.objects.create(
        code="29-1181.00", soc="29-1181", name="Audiologists", release="29.3"
    )
    return Candidate.objects.create(
        owner=maya, words="audiologist", occupation=occupation, position=1, added_at=MONDAY
    )


@pytest.fixture
def talks(maya: User, candidate: Candidate, audiologist: Candidate) -> list[Interview]:
    return [
        heard(
            maya,
            candidate,
            "Priya Nair",
            "Northlight",
            date(2026, 11, 16),
            {"hours": ("Crunch every spring.", -1)},
        ),
        heard(
            maya,
            candidate,
            "Omar Haddad",
            "Tidepool",
            date(2026, 11, 18),
            {"hours": ("We stopped doing that.", 1)},
        ),
        heard(
            maya,
            audiologist,
            "Lena Ortiz",
            "Sound Hearing",
            date(2026, 11, 12),
            {"tasks": ("Eight patients a day.", 1)},
        ),
    ]
