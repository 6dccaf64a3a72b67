"""An address book server, brought like a file."""

import pytest
from django.test import Client
from django.urls import reverse

from halfhour.accounts.models import User
from halfhour.find import actions
from halfhour.find.models import Import, Person
from halfhour.integrations.carddav.client import Pulled
from halfhour.integrations.refused import Refused

pytestmark = pytest.mark.django_db
CARDS = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Bodine\r\nN:Bodine;Ana;;;\r\nTEL:+1 206 555 0111\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Bo Denari\r\nEMAIL:bo@example.org\r\nEND:VCARD\r\n"
)
SECRET = "correct horse"


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> None:
    def pull(url: str, user: str, password: str) -> Pulled:
        if password != SECRET:
            raise Refused("the name or the password is not accepted", file="dav.example.org")
        return Pulled(CARDS.encode(), (("friends", 2),))

    monkeypatch.setattr("halfhour.integrations.carddav.client.pull", pull)


def ask(client: Client, **changed: str) -> object:
    said = {"address": "dav.example.org", "user_name": "maya", "password": SECRET} | changed
    return client.post(reverse("find:import_server"), said)


def test_the_same_preview_as_a_file(as_maya: Client, maya: User, answering: None) -> None:
    answer = ask(as_maya)
    staged = Import.objects.get()
    assert answer.headers["Location"] == reverse("find:import_preview", args=[staged.pk])  # type: ignore[attr-defined]
    assert (staged.file_name, staged.added, staged.told["notes"]) == (
        "Address book at dav.example.org",
        2,
        ["friends (2)"],
    )
    assert Person.objects.count() == 0
    actions.write_import(maya, staged)
    before = list(Person.objects.order_by("pk").values())
    ask(as_maya)
    again = actions.write_import(maya, Import.objects.get(written_at=None))
    assert (again.added, again.updated, again.skipped) == (0, 0, 2)
    assert list(Person.objects.order_by("pk").values()) == before


def test_a_wrong_password_is_said_and_shown_nowhere(as_maya: Client, answering: None) -> None:
    page = ask(as_maya, password="not this one")
    text = page.content.decode()  # type: ignore[attr-defined]
    assert page.status_code == 422  # type: ignore[attr-defined]
    assert "the name or the password is not accepted" in text
    assert "not this one" not in text
    assert 'value="dav.example.org"' in text


def test_an_address_without_encryption_is_not_asked(as_maya: Client) -> None:
    page = ask(as_maya, address="http://dav.example.org/")
    assert "anyone on the way could read your password" in page.content.decode()  # type: ignore[attr-defined]


def test_the_password_is_kept_nowhere(as_maya: Client, answering: None) -> None:
    ask(as_maya)
    kept = " ".join(str(v) for row in Import.objects.values() for v in row.values())
    assert SECRET not in kept
