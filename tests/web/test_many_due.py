"""Today with more than anybody does in a day: the most urgent first, the rest counted, and no slower."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from halfhour.accounts.models import User
from halfhour.contact.models import Approach, Attempt, Promise
from halfhour.due.actions import refresh
from halfhour.due.models import Due
from halfhour.find.models import Person
from halfhour.web.today import agenda
from tests.conftest import MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
MANY = agenda.MOST_AT_ONCE + 10


@pytest.fixture
def many(maya: User, approach: Approach) -> list[Approach]:
    """As many promised calls, the n-th of them n days late."""
    people = Person.objects.bulk_create(
        Person(owner=maya, name=f"Ann Person{n}", phone="555 0100", added_at=MONDAY) for n in range(MANY - 1)
    )
    same = {"owner": maya, "candidate": approach.candidate, "channel": "email", "minutes": 20}
    Approach.objects.bulk_create(
        Approach(person=p, opened_at=MONDAY - timedelta(days=99), **same) for p in people
    )
    every = list(Approach.objects.order_by("pk"))
    for n, one in enumerate(every):
        sent, on = MONDAY - timedelta(days=n + 5), MONDAY.date() - timedelta(days=n)
        letter = Attempt.objects.create(
            owner=maya, approach=one, key=f"k{n}", channel="email", at=sent, on=sent.date()
        )
        Promise.objects.create(owner=maya, approach=one, attempt=letter, on=on)
        refresh(one)
    return every


def test_the_most_urgent_stand_first_and_the_rest_is_counted(as_maya: Client, many: list[Approach]) -> None:
    with CaptureQueriesContext(connection) as queries:
        page = " ".join(as_maya.get("/").content.decode().split())
    assert page.count('<span class="when') == agenda.MOST_AT_ONCE
    assert "10 more follow when these are done." in page
    assert f"{agenda.MOST_AT_ONCE} things are late, 10 things wait." in page
    last = many[-1].person.name
    assert page.index(f"Call {last}") < page.index(f"Call {many[-2].person.name}")
    assert len(queries) <= 10


def test_one_query_finds_what_is_due(as_maya: Client, maya: User, many: list[Approach]) -> None:
    with CaptureQueriesContext(connection) as queries:
        agenda.page(maya, MONDAY)
    about = [q["sql"] for q in queries.captured_queries if 'FROM "due_due"' in q["sql"]]
    assert len(about) == 1
    if connection.vendor == "sqlite":
        plan = Due.objects.visible_to(maya).open().by(MONDAY).explain()
        assert "due_open_by_showing" in plan
