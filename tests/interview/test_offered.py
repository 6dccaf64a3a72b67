"""The time an answer offers, on both clocks; and a time typed as it stands on theirs."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from halfhour.contact import actions as contact
from halfhour.contact.models import Approach
from halfhour.find.actions import describe_person
from halfhour.interview.models import Interview
from halfhour.interview.offered import offered_by

THURSDAY = {"on": "2026-11-26", "at": "15:00", "minutes": "20", "format": "phone"}


def answered(approach: Approach, text: str) -> Approach:
    contact.record_reply(approach, key="yes", kind="yes", text=text)
    return approach


@pytest.mark.parametrize(
    ("text", "mine"),
    [
        ("Yes, Thursday at 3.", "2026-11-26 12:00"),
        ("Yes, Thursday at 3 pm your time.", "2026-11-26 15:00"),
        ("Yes, Thursday, 3 pm PT.", "2026-11-26 15:00"),
        ("Yes, Thursday, 15:00 CET.", "2026-11-26 06:00"),
    ],
)
def test_an_hour_is_theirs_unless_they_say_whose(
    monday: datetime, approach: Approach, text: str, mine: str
) -> None:
    describe_person(approach.person, timezone="America/New_York")
    offered = offered_by(answered(approach, text))
    assert offered is not None
    assert f"{offered.mine:%Y-%m-%d %H:%M}" == mine


def test_a_day_without_an_hour_fills_the_day_only(monday: datetime, approach: Approach) -> None:
    offered = offered_by(answered(approach, "Thursday would be good."))
    assert offered is not None
    assert {k: str(v) for k, v in offered.initial().items()} == {"on": "2026-11-26"}


def test_a_time_on_their_clock_is_kept_on_mine_and_their_zone_with_them(
    as_maya: Client, approach: Approach
) -> None:
    url = f"/interview/approaches/{approach.pk}/talk/"
    lacks = as_maya.post(url, {**THURSDAY, "whose": "theirs"})
    assert "Say where their clock is" in lacks.content.decode()
    wrong = as_maya.post(url, {**THURSDAY, "whose": "theirs", "their_zone": "Mars/Olympus"})
    assert "No time zone has this name" in wrong.content.decode()
    as_maya.post(url, {**THURSDAY, "whose": "theirs", "their_zone": "Europe/Berlin"})
    talk = Interview.objects.get()
    assert talk.starts_at == datetime(2026, 11, 26, 14, 0, tzinfo=UTC)
    assert (talk.timezone, f"{talk.local_time:%H:%M}") == ("America/Los_Angeles", "06:00")
    assert talk.person.timezone == "Europe/Berlin"
