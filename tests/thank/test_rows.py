"""The method's rows about thanks, news and lasting contacts, each looked at through HTTP; a test is named by its row."""

import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.test import Client

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact.models import Introduction
from halfhour.due.actions import refresh
from halfhour.find.models import Import, Organisation, Person, Referral
from halfhour.interview.models import Interview
from halfhour.record.actions import do_advice
from halfhour.record.models import Advice, Finding
from halfhour.thank.models import KeepInTouch, Thanks
from tests.conftest import MONDAY
from tests.decide.conftest import heard

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


def page(client: Client, path: str) -> str:
    """What can be read on a page: its text without markup, in one line."""
    answer = client.get(path)
    assert answer.status_code == 200, path
    text = re.sub(r"<(script|style).*?</\1>|<[^>]+>", " ", answer.content.decode(), flags=re.S)
    return " ".join(text.split())


def draft(client: Client, talk: Interview) -> str:
    html = client.get(f"/thank/talks/{talk.pk}/").content.decode()
    return unescape(html.split('id="id_body"')[1].split(">", 1)[1].split("</textarea>")[0]).strip()


def send(client: Client, talk: Interview) -> None:
    client.post(
        f"/thank/talks/{talk.pk}/sending/", {"subject": "Thanks", "body": "Dear Dr Okafor, thank you."}
    )


def test_m1_08_a_contact_is_found_by_field_with_last_and_next_touch(
    as_maya: Client, maya: User, talk: Interview
) -> None:
    other = Candidate.objects.create(owner=maya, words="audiologist", added_at=MONDAY)
    heard(maya, other, "Lena Ortiz", "Sound Hearing", date(2026, 11, 12), {"tasks": ("Eight a day.", 1)})
    send(as_maya, talk)
    text = page(as_maya, "/thank/people/?field=game+sound+designer")
    assert ("Lena Ortiz" in text, "Adaeze Okafor" in text) == (False, True)
    assert "someone I know: Tom Reyes" in text  # how they came to each other
    assert "Last in touch on Monday 23 November (thank-you). Next line on Sunday 21 February." in text
    assert "Lena Ortiz" in page(as_maya, "/thank/people/?q=hearing")


def test_m2_21_a_place_as_several_people_saw_it(as_maya: Client, maya: User, talk: Interview) -> None:
    second = heard(
        maya,
        talk.candidate,
        "Marcus Bell",
        "Lantern Games",
        MONDAY.date(),
        {"setting": ("Headphones everywhere.", 0)},
    )
    talk.debrief.environment = "Carpets, and a room with rain in it."
    talk.debrief.save()
    Finding.objects.create(
        owner=maya,
        interview=talk,
        person=talk.person,
        candidate=talk.candidate,
        criterion="hours",
        text="Ten to six.",
        said_on=talk.on,
    )
    place = Organisation.objects.get(owner=maya, name="Lantern Games")
    text = page(as_maya, f"/thank/organisations/{place.pk}/")
    for words in (
        "Adaeze Okafor",
        "a room with rain in it.",
        "Ten to six.",
        second.person.name,
        "“Headphones everywhere.”",
    ):
        assert words in text, words
    assert (
        f"/thank/organisations/{place.pk}/"
        in as_maya.get(f"/find/organisations/{place.pk}/").content.decode()
    )


def test_e_21_a_name_by_ear_is_asked_about_before_the_thank_you(
    as_maya: Client, maya: User, talk: Interview
) -> None:
    """A name out of a file is as they spell it themselves; one that was typed may have been heard."""
    path = f"/thank/talks/{talk.pk}/"
    text = page(as_maya, path)
    assert "Is “Adaeze Okafor” spelled as they spell it? It goes to a.okafor@example.com." in text
    read = Import.objects.create(
        owner=maya, file_name="c.csv", kind="linkedin", digest="x", previewed_at=MONDAY
    )
    Person.objects.filter(pk=talk.person_id).update(imported_by=read)
    assert "Check and correct it" not in page(as_maya, path)
    Person.objects.filter(pk=talk.person_id).update(email="")
    assert "No e-mail address is noted. Check and correct it" in page(as_maya, path)


@pytest.mark.parametrize(
    ("hours", "shown"),
    [
        (1, "Thank Adaeze Okafor for the talk"),
        (25, "Thank Adaeze Okafor for the talk"),
        (49, "Thank Adaeze Okafor for the talk"),
    ],
    ids=["at once", "due", "overdue"],
)
def test_e_25_the_clock_of_a_thank_you_starts_at_the_real_end(
    as_maya: Client, talk: Interview, hours: int, shown: str
) -> None:
    with clock.at(MONDAY + timedelta(hours=hours)):
        text = page(as_maya, "/")
        late = draft(as_maya, talk)
    assert shown in text
    opens_late = any(words in late for words in ("later than it should", "should have written sooner"))
    assert opens_late == (hours > 48)


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("Dear Dr Okafor, thank you for the talk. It was nice.", "Y-02"),
        ("Dear Dr Okafor, thank you. “The first year is mostly cleaning dialogue” stays with me. Could you refer me to your recruiter for a job?", "not-job"),
    ],
    ids=["nothing they said", "a request"],
)  # fmt: skip
def test_e_26_something_specific_and_no_new_request(
    as_maya: Client, talk: Interview, body: str, rule: str
) -> None:
    fine = draft(as_maya, talk)
    checks = f"/thank/talks/{talk.pk}/check/"
    assert 'class="must"' not in as_maya.post(checks, {"subject": "Thank you", "body": fine}).content.decode()
    assert 'class="must"' in as_maya.post(checks, {"subject": "Thank you", "body": body}).content.decode()


def test_e_27_the_referrer_is_told_up_the_chain(
    as_maya: Client, maya: User, talk: Interview, tom: Person
) -> None:
    """Tom introduced Dr Okafor; Eva had named Tom's pupil: each link that led here hears of it, once."""
    Introduction.objects.create(
        owner=maya, approach=talk.approach, introducer=tom, asked_on=talk.on, introduced_on=talk.on
    )
    eva = Person.objects.create(owner=maya, name="Eva Lind", given="Eva", added_at=MONDAY)
    Referral.objects.create(owner=maya, by=eva, to=talk.person, on=talk.on)
    refresh(talk)
    text = page(as_maya, "/thank/")
    assert (
        "Tom Reyes asked Adaeze Okafor for you." in text,
        "Eva Lind gave you the name of Adaeze Okafor." in text,
    ) == (True, True)
    assert "Tell Tom Reyes how the talk with Adaeze Okafor went" in page(as_maya, "/")
    for helper in (tom, eva):
        as_maya.post(
            f"/thank/talks/{talk.pk}/news/{helper.pk}/sending/", {"subject": "News", "body": "It went well."}
        )
    assert "gave you the name" not in page(as_maya, "/thank/")
    assert "how the talk with Adaeze Okafor went" not in page(as_maya, "/")


def test_e_27_advice_that_was_followed_is_reported_to_its_giver(
    as_maya: Client, maya: User, talk: Interview
) -> None:
    advice = Advice.objects.create(
        owner=maya, interview=talk, kind="advice", text="Put a scene into an engine"
    )
    assert "You followed their advice" not in page(as_maya, "/thank/")
    do_advice(advice)
    assert "Tell Adaeze Okafor that you followed their advice" in page(as_maya, "/")
    assert "Put a scene into an engine. You did it on Monday 23 November" in page(as_maya, "/thank/")
    for _ in range(2):
        as_maya.post(f"/thank/advice/{advice.pk}/told/")
    assert "You followed their advice" not in page(as_maya, "/thank/")
    assert "that you followed their advice" not in page(as_maya, "/")


def test_e_27_a_line_every_three_months_until_it_is_stopped(
    as_maya: Client, maya: User, talk: Interview
) -> None:
    send(as_maya, talk)
    touch = KeepInTouch.objects.get()
    with clock.at(MONDAY + timedelta(days=91)):
        assert "Send Adaeze Okafor a line" in page(as_maya, "/")
        as_maya.post(f"/thank/touch/{touch.pk}/", {"done": "sent"})
        assert "Send Adaeze Okafor a line" not in page(as_maya, "/")
        assert "Last in touch on Monday 22 February (a line). Next line on Sunday 23 May." in page(
            as_maya, "/thank/people/"
        )
    with clock.at(MONDAY + timedelta(days=190)):
        as_maya.post(f"/thank/touch/{touch.pk}/", {"done": "stop"})
        assert "Send Adaeze Okafor a line" not in page(as_maya, "/")
    assert "No more reminders." in page(as_maya, "/thank/people/")


def test_e_28_what_i_promised_and_what_they_offered_stand_in_the_draft(
    as_maya: Client, maya: User, talk: Interview
) -> None:
    Advice.objects.create(owner=maya, interview=talk, kind="promise", text="send the rain recordings")
    Advice.objects.create(owner=maya, interview=talk, kind="offer", text="a morning in the studio")
    body = draft(as_maya, talk)
    assert ("send the rain recordings" in body, "a morning in the studio" in body) == (True, True)


def test_e_34_something_for_them_stands_with_the_contact(as_maya: Client, talk: Interview) -> None:
    Person.objects.filter(pk=talk.person_id).update(something_for_them="the article about rain")
    assert "Something for them: the article about rain" in page(as_maya, "/thank/people/")


def test_every_refusal_to_write_keeps_its_reason(as_maya: Client, talk: Interview) -> None:
    as_maya.post(f"/thank/talks/{talk.pk}/leaving-out/", {"because": "thanked at the door"})
    assert Thanks.objects.get().skipped_because == "thanked at the door"


@pytest.mark.parametrize("count", [1, 150])
def test_the_map_with_one_and_with_many(
    as_maya: Client, maya: User, candidate: Candidate, count: int
) -> None:
    """Everyone stands once in the picture and once in the table; the picture grows no longer than it must."""
    people = [
        Person.objects.create(owner=maya, name=f"Person {n}", added_at=MONDAY) for n in range(count + 1)
    ]
    for n in range(count):
        Referral.objects.create(owner=maya, by=people[n // 3], to=people[n + 1], on=MONDAY.date())
    html = as_maya.get("/thank/map/").content.decode().split('class="map"')[1]
    assert html.count("<circle") == count + 2
    assert html.count('<th scope="row">') == count + 1
    height = int(re.findall(r'viewBox="0 0 \d+ (\d+)"', html)[0])
    assert height <= 60 + 44 * count


@pytest.mark.parametrize("path", ["/thank/", "/thank/map/", "/thank/people/"])
def test_every_page_stays_within_ten_queries(
    as_maya: Client, maya: User, talk: Interview, path: str, django_assert_max_num_queries
) -> None:
    for n in range(4):
        more = heard(
            maya, talk.candidate, f"Person {n}", f"Place {n}", MONDAY.date(), {"tasks": (f"S {n}.", 1)}
        )
        KeepInTouch.objects.create(owner=maya, person=more.person, next_on=MONDAY.date())
        Advice.objects.create(owner=maya, interview=more, kind="advice", text="Try it", done_at=MONDAY)
    with django_assert_max_num_queries(10):
        assert as_maya.get(path).status_code == 200
