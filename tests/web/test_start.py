"""Who comes in, and the one question at the first start."""

import pytest
from django.test import Client

from halfhour.accounts.actions import laptop_user
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate, Occupation
from halfhour.web import data_folder

pytestmark = pytest.mark.django_db


def start_link() -> str:
    return f"/start/{data_folder.secret('start-secret')}/"


def test_the_start_link_signs_in_and_a_newcomer_gets_the_one_question() -> None:
    client = Client()
    answer = client.get(start_link(), follow=True)
    assert [url for url, _ in answer.redirect_chain] == ["/", "/welcome/"]
    assert "What work do you wonder about?" in answer.content.decode()


@pytest.mark.parametrize("path", ["/", "/choose/", "/me/", "/start/wrong/"])
def test_without_the_start_link_nothing_opens(path: str, maya: User) -> None:
    answer = Client().get(path)
    assert answer.status_code == 403
    assert "This page needs the start link." in answer.content.decode()


def test_choosing_an_occupation_puts_it_on_the_shortlist_and_opens_the_program(
    sound_technician: Occupation,
) -> None:
    client = Client()
    client.get(start_link())
    client.post(
        "/welcome/",
        {
            "words": "makes sound for games",
            "code": sound_technician.code,
            "timezone": "Europe/Berlin",
            "country": "de",
        },
    )
    me = laptop_user()
    assert list(Candidate.objects.visible_to(me).values_list("words", "occupation")) == [
        ("makes sound for games", sound_technician.code)
    ]
    assert (me.seeker.timezone, me.seeker.country) == ("Europe/Berlin", "DE")
    assert client.get("/").status_code == 200


def test_the_answer_twice_is_one_row(sound_technician: Occupation) -> None:
    client = Client()
    client.get(start_link())
    for _ in range(2):
        client.post("/welcome/", {"words": "sound", "code": ""})
    assert Candidate.objects.count() == 1


def test_own_words_without_an_occupation_are_kept_as_typed() -> None:
    client = Client()
    client.get(start_link())
    client.post("/welcome/", {"words": "something with <b>rain</b>", "code": ""})
    assert Candidate.objects.get().words == "something with <b>rain</b>"
    assert "something with &lt;b&gt;rain&lt;/b&gt;" in client.get("/choose/").content.decode()


def test_a_foreign_host_name_is_refused(as_maya: Client) -> None:
    assert as_maya.get("/", headers={"host": "evil.example"}).status_code == 400


def test_a_form_from_another_origin_changes_nothing(maya: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(maya)
    answer = client.post("/me/", {"name": "Mallory"}, headers={"origin": "https://evil.example"})
    maya.seeker.refresh_from_db()
    assert (answer.status_code, maya.seeker.name) == (403, "Maya Lindqvist")


def test_livez_answers_any_host_and_healthz_says_what_it_looked_at(db: None) -> None:
    assert Client().get("/livez", headers={"host": "probe.example"}).status_code == 200
    health = Client().get("/healthz").json()
    assert health == {"ok": True, "checks": {"database": "ok", "migrations": "ok", "tick": "ok"}}


def test_every_page_has_the_strict_policy_and_is_not_kept(as_maya: Client) -> None:
    headers = as_maya.get("/").headers
    policy = headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
