"""The page of everyone: found while typing, and only some of them."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact.models import Approach, Attempt
from halfhour.find.models import Organisation, Person, Source
from tests.conftest import MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


@pytest.fixture
def four(maya: User, okafor: Person, tom: Person, candidate: Candidate) -> None:
    """Dr Okafor who does the work, Tom who teaches, a head of sound, and someone of whom nothing is known."""
    directory = Source.objects.create(owner=maya, kind="directory", name="Game Audio Guild")
    Person.objects.create(
        owner=maya, name="Hana Sato", given="Hana", family="Sato", title="Head of sound", level="heads",
        occupation=okafor.occupation, organisation=Organisation.objects.create(owner=maya, name="Orca Films"),
        source=directory, added_at=MONDAY, coded_at=MONDAY,
    )  # fmt: skip
    Person.objects.create(owner=maya, name="Okwui Blank", given="Okwui", family="Blank", added_at=MONDAY)


CHOICES = [
    ("work", "game sound designer", {"Adaeze Okafor", "Hana Sato"}),
    ("work", "unknown", {"Tom Reyes", "Okwui Blank"}),
    ("level", "heads", {"Hana Sato"}),
    ("source", "directory", {"Hana Sato"}),
    ("source", "none", {"Tom Reyes", "Okwui Blank"}),
    ("at", "Orca Films", {"Hana Sato"}),
    ("asked", "yes", {"Adaeze Okafor"}),
    ("asked", "no", {"Hana Sato", "Tom Reyes", "Okwui Blank"}),
    ("level", "of course not", {"Adaeze Okafor", "Hana Sato", "Tom Reyes", "Okwui Blank"}),
    ("at", "999999", {"Adaeze Okafor", "Hana Sato", "Tom Reyes", "Okwui Blank"}),
]


@pytest.mark.parametrize(("name", "value", "expected"), CHOICES, ids=[f"{n}={v}" for n, v, _ in CHOICES])
def test_only_some_of_them(
    as_maya: Client, maya: User, four: None, approach: Approach, candidate: Candidate, name: str, value: str,
    expected: set[str],
) -> None:  # fmt: skip
    Attempt.objects.create(
        owner=maya, approach=approach, key="a", channel="email", at=MONDAY, on=MONDAY.date()
    )
    place = Organisation.objects.filter(name=value).first()
    value = {"game sound designer": str(candidate.pk)}.get(value, str(place.pk) if place else value)
    page = as_maya.get(reverse("find:people"), {name: value})
    assert {person.name for person in page.context["page"]} == expected


def test_typed_and_chosen_together(as_maya: Client, four: None) -> None:
    page = as_maya.get(reverse("find:people"), {"q": "ok", "source": "none"})
    assert [person.name for person in page.context["page"]] == ["Okwui Blank"]
    assert "q=ok" in page.context["keep"] and "source=none" in page.context["keep"]


def test_a_key_press_asks_the_database_four_times(as_maya: Client, four: None) -> None:
    as_maya.get(reverse("find:people"), {"q": "ok"}, headers={"HX-Request": "true"})
    with CaptureQueriesContext(connection) as found:
        page = as_maya.get(reverse("find:people"), {"q": "oka"}, headers={"HX-Request": "true"})
    assert [person.name for person in page.context["page"]] == ["Adaeze Okafor"]
    assert len(found) == 4  # session, user, whether the index is still true, the rows


def test_a_new_person_is_found_at_once(as_maya: Client, four: None) -> None:
    assert "Zora" not in as_maya.get(reverse("find:people"), {"q": "zor"}).content.decode()
    as_maya.post(reverse("find:new_person"), {"name": "Zora Neal"})
    assert "Zora Neal" in as_maya.get(reverse("find:people"), {"q": "zor"}).content.decode()
