"""An introduction from the request to the news: the words for each step, what waits on Today, what the checker holds back."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact import actions, introduced
from halfhour.contact.models import Approach, Attempt, Introduction, Override
from halfhour.contact.rules.facts import Ask, Facts, Recipient, Sender
from halfhour.contact.rules.introducer_words import Ended, check_news, draft_news
from halfhour.due.models import Due
from halfhour.find.models import Person
from halfhour.interview import actions as interviews
from halfhour.thank import actions as thanks

TOM = Recipient(name="Tom Reyes")
FACTS = Facts(
    sender=Sender(
        name="Maya Lindqvist", status="I am a student", phone="(206) 555-0117", email="m@example.org"
    ),
    recipient=Recipient(name="Adaeze Okafor", organisation="Lantern Games"),
    ask=Ask(minutes=20, occupation="game sound designer", why_person="Your talk about rain"),
)
TODAY = date(2026, 11, 23)


def on(day: int, month: int = 12) -> datetime:
    return datetime(2026, month, day, 17, tzinfo=UTC)


@pytest.fixture
def asked(monday: datetime, maya: User, okafor: Person, candidate: Candidate) -> Approach:
    return actions.open_approach(
        maya, okafor, candidate, channel="introduction", minutes=20, why_person="Your talk about rain"
    )


@pytest.fixture
def row(asked: Approach, tom: Person) -> Introduction:
    note = introduced.note_for(asked, tom).note
    return actions.ask_introducer(asked, tom, subject=note.subject, body=note.body)


def news_of(row: Introduction) -> str:
    return reverse("contact:introducer_news", args=[row.pk])


def owed(user: User) -> list[str]:
    return sorted(Due.objects.filter(owner=user, done_at=None).values_list("kind", flat=True))


@pytest.mark.parametrize("ended", Ended)
@pytest.mark.parametrize("asked_them", [True, False])
def test_the_news_it_proposes_passes_its_own_checker(ended: Ended, asked_them: bool) -> None:
    for seed in range(12):
        text = draft_news(FACTS, introducer=TOM, ended=ended, asked=asked_them, seed=str(seed))
        assert check_news(text, FACTS, introducer=TOM, today=TODAY).findings == ()


def test_the_paragraph_to_pass_on_stands_alone_with_its_own_button(
    asked: Approach, tom: Person, as_maya: Client
) -> None:
    page = as_maya.get(reverse("contact:introductions", args=[asked.pk]), {"name": "Tom Reyes"})
    note = page.context["note"]
    assert note["forwardable"] in note["body"]
    assert 'data-copy="id_forwardable"' in page.text and 'data-copy="id_note"' in page.text


def test_a_note_that_lacks_what_it_must_say_is_held_back_and_kept(
    asked: Approach, tom: Person, as_maya: Client, maya: User
) -> None:
    url = reverse("contact:introductions", args=[asked.pk])
    told = {"name": "Rosa Bell", "body": "Rosa, can you get me a job at Lantern?", "subject": "Help"}
    page = as_maya.post(url, told)
    assert page.status_code == 422
    assert "Rosa, can you get me a job at Lantern?" in page.text and page.context["note"]["musts"]
    assert not Introduction.objects.exists() and not Person.objects.filter(name="Rosa Bell").exists()
    as_maya.post(url, {**told, "because": "She knows me and asked for it short"})
    assert Introduction.objects.get().introducer.name == "Rosa Bell"
    assert set(Override.objects.values_list("reason", flat=True)) == {"She knows me and asked for it short"}


def test_the_reminder_is_written_and_opens_when_it_is_due(row: Introduction, as_maya: Client) -> None:
    url = reverse("contact:introductions", args=[row.approach_id])
    early = as_maya.get(url)
    assert not early.context["reminding"]
    with clock.at(on(3)):
        page = as_maya.get(url)
        assert page.context["reminding"]
        assert "a plain no is fine" in page.text or "just say so" in page.text
        as_maya.post(reverse("contact:reminding", args=[row.pk]))
        assert "id_remind" not in as_maya.get(url).text


def test_without_a_talk_the_introducer_still_hears_how_it_ended(
    row: Introduction, asked: Approach, maya: User, as_maya: Client
) -> None:
    actions.record_introduction(row, outcome="introduced", may_mention=True)
    assert as_maya.get(news_of(row)).status_code == 302  # nothing is owed while it goes on
    actions.record_reply(asked, key="no", kind="no")
    assert "contact.tell_introducer" in owed(maya)
    assert "Tell Tom Reyes how it ended with Adaeze Okafor" in as_maya.get("/").text
    page = as_maya.get(news_of(row))
    assert page.context["result"].findings == ()
    begging = as_maya.post(
        news_of(row), {"subject": "x", "body": "Dear Tom,\n\nCould you get me an internship there?\n\nMaya"}
    )
    assert begging.status_code == 422 and "Could you get me an internship there?" in begging.text
    as_maya.post(news_of(row), {"subject": page.context["subject"], "body": page.context["body"]})
    assert "contact.tell_introducer" not in owed(maya)
    row.refresh_from_db()
    assert row.told_how_it_went_on == TODAY and "Tom" in row.told
    assert row.told in as_maya.get(news_of(row)).text.replace("&#x27;", "'")
    assert "You told Tom Reyes how it went." in as_maya.get(reverse("contact:approach", args=[asked.pk])).text


def test_news_goes_nowhere_near_the_attempts(row: Introduction, asked: Approach) -> None:
    actions.record_introduction(row, outcome="introduced")
    actions.close_approach(asked)
    actions.tell_introducer(row)
    assert Attempt.objects.count() == 0


@pytest.mark.parametrize(
    ("outcome", "ends", "waits"),
    [
        ("introduced", "closed", True),
        ("agreed", "closed", True),
        ("", "closed", True),
        ("declined", "closed", False),
        ("introduced", "", False),
    ],
)
def test_who_is_owed_how_it_ended(
    row: Introduction, asked: Approach, maya: User, outcome: str, ends: str, waits: bool
) -> None:
    if outcome:
        actions.record_introduction(row, outcome=outcome)
    if ends:
        actions.close_approach(asked)
    assert ("contact.tell_introducer" in owed(maya)) is waits


def test_opened_again_nothing_is_told_yet(row: Introduction, asked: Approach, maya: User) -> None:
    actions.close_approach(asked)
    actions.reopen(asked, because="They wrote after all")
    assert "contact.tell_introducer" not in owed(maya)


def test_after_a_talk_the_news_is_told_with_what_it_brought(
    row: Introduction, asked: Approach, tom: Person, maya: User, as_maya: Client
) -> None:
    actions.record_introduction(row, outcome="introduced", may_mention=True)
    talk = interviews.arrange(asked, on=TODAY, at=datetime(2026, 11, 23, 10).time(), minutes=20)
    with clock.at(on(23, 11).replace(hour=18)):
        interviews.start_interview(talk)
    with clock.at(on(23, 11).replace(hour=18, minute=20)):
        interviews.end_interview(talk)
        assert "thank.news" in owed(maya) and "contact.tell_introducer" not in owed(maya)
        page = as_maya.get(reverse("thank:news", args=[talk.pk, tom.pk]))
        assert not [f for f in page.context["result"].findings if f.severity == "must" and f.rule != "Y-02"]
        news = thanks.news_of(talk, tom)
        thanks.record_thanked(news, subject=news.subject, body=news.body)
    row.refresh_from_db()
    assert row.told_how_it_went_on == TODAY and "thank.news" not in owed(maya)


def test_a_name_that_is_on_the_list_already_is_that_person(
    asked: Approach, tom: Person, as_maya: Client
) -> None:
    url = reverse("contact:introductions", args=[asked.pk])
    page = as_maya.get(url, {"name": " tom reyes ", "email": ""})
    assert page.context["chosen"] == tom
    as_maya.post(url, {"name": "Tom Reyes", "body": ""})
    assert (Introduction.objects.get().introducer, Person.objects.filter(name="Tom Reyes").count()) == (
        tom,
        1,
    )


def test_whom_one_knows_where_they_work_is_proposed(
    asked: Approach, tom: Person, okafor: Person, maya: User, as_maya: Client
) -> None:
    aunt = Person.objects.create(
        owner=maya, name="Gwen Hart", relationship="family", organisation=okafor.organisation, added_at=on(1)
    )
    page = as_maya.get(reverse("contact:introductions", args=[asked.pk]))
    assert aunt in page.context["likely"]


def test_once_introduced_nobody_else_is_asked_and_after_the_talk_it_is_over(
    row: Introduction, asked: Approach, as_maya: Client
) -> None:
    url = reverse("contact:introductions", args=[asked.pk])
    assert not as_maya.get(url).context["may_ask"]
    actions.record_introduction(row, outcome="declined")
    page = as_maya.get(url)
    assert page.context["may_ask"] and row.introducer not in page.context["likely"]
    row.declined_on = None
    row.save()
    actions.record_introduction(row, outcome="introduced")
    assert not as_maya.get(url).context["may_ask"]
    interviews.arrange(asked, on=date(2026, 11, 27), at=datetime(2026, 11, 27, 10).time(), minutes=20)
    page = as_maya.get(url)
    assert page.context["over"] and "Open the call card" not in page.text


def test_introduced_the_call_card_is_offered_at_once_with_or_without_a_number(
    row: Introduction, asked: Approach, as_maya: Client
) -> None:
    Person.objects.update(phone="")
    actions.record_introduction(row, outcome="introduced")
    page = as_maya.get(reverse("contact:approach", args=[asked.pk]))
    assert f'class="button primary" href="{reverse("contact:call", args=[asked.pk])}"' in page.text
