from datetime import UTC, datetime, timedelta

import pytest

from halfhour.accounts.models import User
from halfhour.contact.models import Approach
from halfhour.due.actions import refresh
from halfhour.interview.models import Interview
from halfhour.record.models import Debrief
from tests.conftest import MONDAY


@pytest.fixture
def talk(maya: User, approach: Approach) -> Interview:
    """Maya's talk with Dr Okafor, ended on Monday at 9 in Seattle; she noted one thing word for word."""
    talk = Interview.objects.create(
        owner=maya,
        approach=approach,
        person=approach.person,
        candidate=approach.candidate,
        format="phone",
        minutes=20,
        on=MONDAY.date(),
        local_time=datetime(2026, 11, 23, 8, 38, tzinfo=UTC).time(),
        timezone="America/Los_Angeles",
        starts_at=MONDAY - timedelta(minutes=22),
        agreed_at=MONDAY - timedelta(days=5),
        started_at=MONDAY - timedelta(minutes=22),
        ended_at=MONDAY,
    )
    Debrief.objects.create(
        owner=maya,
        interview=talk,
        saved_at=MONDAY,
        quote="The first year is mostly cleaning dialogue",
        use="I will clean a week of dialogue before I decide",
    )
    refresh(talk)
    return talk
