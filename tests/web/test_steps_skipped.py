"""Steps that nobody may skip by going to their address: each is refused, in words, and changes nothing."""

from collections.abc import Callable
from datetime import date, time

import pytest
from django.test import Client

from halfhour.contact.models import Approach, Attempt, Promise, Reply
from halfhour.interview import actions as interviews
from halfhour.interview.models import Interview
from halfhour.record.models import Debrief
from halfhour.thank.models import Thanks

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


@pytest.fixture
def talk(approach: Approach) -> Interview:
    return interviews.arrange(approach, on=date(2026, 12, 3), at=time(14))


def facts() -> list[object]:
    """Everything that such a request could have made."""
    times = ("started_at", "ended_at", "confirmed_at", "cancelled_at", "missed_at")
    talks = [*Interview.objects.order_by("pk").values_list(*times)]
    counts = [m.objects.count() for m in (Attempt, Promise, Reply, Debrief, Interview)]
    return [*talks, *counts, Thanks.objects.exclude(sent_at=None).count()]


def called_off(talk: Interview) -> None:
    interviews.cancel(talk)


def nothing(talk: Interview) -> None:
    pass


Before = Callable[[Interview], None]
SKIPPED: list[tuple[str, Before, str, dict[str, str]]] = [
    ("ending a talk that was called off", called_off, "/interview/talks/{talk}/end/", {}),
    ("a mark before it began", nothing, "/interview/talks/{talk}/marks/", {"kind": "star", "key": "k"}),
    ("beginning a talk that was called off", called_off, "/interview/talks/{talk}/start/", {}),
    ("confirming a talk that was called off", called_off, "/interview/talks/{talk}/confirmation/", {}),
    ("calling off twice", called_off, "/interview/talks/{talk}/cancellation/", {}),
    ("a debrief of a talk that was not held", nothing, "/record/talks/{talk}/", {"digest": "x", "version": "1"}),
    ("thanks for a talk that was not held", nothing, "/thank/talks/{talk}/sending/", {"subject": "x", "body": "Thank you."}),
    ("an empty letter said to be sent", nothing, "/contact/approaches/{approach}/sending/", {"key": "k"}),
    ("reopening what is open", nothing, "/contact/approaches/{approach}/reopening/", {"because": "x"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "before", "path", "told"), SKIPPED, ids=[s[0] for s in SKIPPED])
def test_fault_67_a_step_skipped_by_its_address_changes_nothing(
    as_maya: Client, talk: Interview, name: str, before: Before, path: str, told: dict[str, str]
) -> None:
    before(talk)
    standing = facts()
    answer = as_maya.post(path.format(talk=talk.pk, approach=talk.approach_id), told)
    assert facts() == standing
    assert answer.status_code < 500
