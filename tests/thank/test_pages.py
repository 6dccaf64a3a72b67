"""Thanks and news, through the browser's eyes."""

import pytest
from django.test import Client

from halfhour.contact.models import Introduction
from halfhour.find.models import Person
from halfhour.interview.models import Interview
from halfhour.thank.models import KeepInTouch, Thanks
from halfhour.thank.rules.loops import next_touch
from tests.conftest import MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


def test_the_draft_quotes_what_they_said_and_says_what_follows(as_maya: Client, talk: Interview) -> None:
    page = as_maya.get(f"/thank/talks/{talk.pk}/").content.decode()
    assert "Dear Dr Okafor," in page
    assert "The first year is mostly cleaning dialogue" in page
    assert "I will clean a week of dialogue before I decide" in page


def test_i_sent_it_twice_is_one_thank_you_and_nothing_is_owed(as_maya: Client, talk: Interview) -> None:
    message = {"subject": "Thank you", "body": "Dear Dr Okafor, thank you."}
    for _ in range(2):
        as_maya.post(f"/thank/talks/{talk.pk}/sending/", message)
    sent = Thanks.objects.get()
    assert (sent.body, sent.sent_at) == ("Dear Dr Okafor, thank you.", MONDAY)
    assert "Everyone who talked to you has been thanked." in as_maya.get("/thank/").content.decode()


def test_what_was_sent_stays_as_it_went_out(as_maya: Client, talk: Interview) -> None:
    as_maya.post(f"/thank/talks/{talk.pk}/sending/", {"subject": "Thanks", "body": "As it was."})
    answer = as_maya.post(f"/thank/talks/{talk.pk}/", {"subject": "Thanks", "body": "Otherwise."})
    assert answer.status_code == 409
    assert Thanks.objects.get().body == "As it was."


def test_kept_changes_come_back(as_maya: Client, talk: Interview) -> None:
    as_maya.post(f"/thank/talks/{talk.pk}/", {"subject": "S", "body": "Half a thought"})
    assert "Half a thought" in as_maya.get(f"/thank/talks/{talk.pk}/").content.decode()
    assert Thanks.objects.get().sent_at is None


def test_leaving_one_out_takes_a_reason(as_maya: Client, talk: Interview) -> None:
    as_maya.post(f"/thank/talks/{talk.pk}/leaving-out/", {"because": ""})
    assert Thanks.objects.count() == 0
    as_maya.post(f"/thank/talks/{talk.pk}/leaving-out/", {"because": "thanked her at the door"})
    assert Thanks.objects.get().skipped_because == "thanked her at the door"


def test_whoever_introduced_is_told_and_then_no_longer_owed(
    as_maya: Client, talk: Interview, tom: Person
) -> None:
    Introduction.objects.create(
        owner=talk.owner, approach=talk.approach, introducer=tom, asked_on=talk.on, introduced_on=talk.on
    )
    assert "Tom Reyes asked Adaeze Okafor for you." in as_maya.get("/thank/").content.decode()
    page = as_maya.get(f"/thank/talks/{talk.pk}/news/{tom.pk}/").content.decode()
    assert "Adaeze Okafor" in page
    as_maya.post(
        f"/thank/talks/{talk.pk}/news/{tom.pk}/sending/", {"subject": "News", "body": "It went well."}
    )
    assert "Tom Reyes asked Adaeze Okafor" not in as_maya.get("/thank/").content.decode()


def test_a_thank_you_makes_a_line_due_in_three_months(as_maya: Client, talk: Interview) -> None:
    as_maya.post(f"/thank/talks/{talk.pk}/sending/", {"subject": "S", "body": "B"})
    touch = KeepInTouch.objects.get()
    assert touch.next_on == next_touch(talk.on)
    as_maya.post(f"/thank/touch/{touch.pk}/", {"done": "stop"})
    touch.refresh_from_db()
    assert touch.stopped_at == MONDAY


def test_a_job_request_in_a_thank_you_is_found_while_typing(as_maya: Client, talk: Interview) -> None:
    answer = as_maya.post(
        f"/thank/talks/{talk.pk}/check/",
        {
            "subject": "Thanks",
            "body": "Dear Dr Okafor, thank you. Please consider me for an opening on your team.",
        },
    )
    assert 'class="must"' in answer.content.decode()


def test_the_mail_file_is_addressed_to_the_person(as_maya: Client, talk: Interview) -> None:
    answer = as_maya.get(f"/thank/talks/{talk.pk}/eml/")
    assert b"To: Adaeze Okafor <a.okafor@example.com>" in answer.content


def test_the_map_names_everyone_and_says_what_is_owed(as_maya: Client, talk: Interview, tom: Person) -> None:
    Introduction.objects.create(
        owner=talk.owner, approach=talk.approach, introducer=tom, asked_on=talk.on, introduced_on=talk.on
    )
    page = as_maya.get("/thank/map/").content.decode()
    assert "introduced by Tom Reyes" in page
    assert page.count("thanks or news") == 3  # Tom, Dr Okafor, and the legend


@pytest.mark.parametrize("path", ["/thank/", "/thank/map/"])
def test_with_nothing_yet_the_page_teaches(as_maya: Client, path: str) -> None:
    assert 'class="empty"' in as_maya.get(path).content.decode()


@pytest.mark.parametrize(
    "path",
    ["talks/{i}/", "talks/{i}/eml/", "talks/{i}/news/{p}/"],
)
def test_an_outsider_finds_nothing(as_outsider: Client, talk: Interview, path: str) -> None:
    url = "/thank/" + path.format(i=talk.pk, p=talk.person_id)
    assert as_outsider.get(url).status_code == 404
