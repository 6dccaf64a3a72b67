"""The pages of a talk, as Maya sees them; the outsider sees none."""

from datetime import date, datetime, time, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from icalendar import Calendar
from pytest_django import DjangoAssertNumQueries

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact.models import Approach, Reply
from halfhour.find.models import Person
from halfhour.interview import actions
from halfhour.interview.models import Interview, Mark

TUESDAY = date(2026, 12, 1)


@pytest.fixture
def talk(monday: datetime, approach: Approach) -> Interview:
    return actions.arrange(approach, on=TUESDAY, at=time(14), place="Lantern Games, front door")


def url(name: str, talk: Interview, query: str = "") -> str:
    return reverse(f"interview:{name}", args=[talk.pk]) + query


def text(response: object) -> str:
    """The page's words, spaces made plain."""
    return " ".join(response.content.decode().split())  # type: ignore[attr-defined]


POSTS = [
    "rescheduling",
    "describing",
    "confirming",
    "cancelling",
    "missing",
    "before",
    "starting",
    "marks",
    "ending",
    "going_on",
]
PAGES = ["interview", "live", "calendar", "sheet"]


@pytest.mark.parametrize("name", PAGES + POSTS)
def test_a_talk_does_not_exist_for_an_outsider(as_outsider: Client, talk: Interview, name: str) -> None:
    answer = as_outsider.get(url(name, talk)) if name in PAGES else as_outsider.post(url(name, talk))
    assert answer.status_code == 404
    assert b"Okafor" not in answer.content


def test_an_outsider_cannot_arrange(as_outsider: Client, monday: datetime, approach: Approach) -> None:
    assert as_outsider.get(reverse("interview:arrange", args=[approach.pk])).status_code == 404
    assert as_outsider.post(reverse("interview:arrange", args=[approach.pk]) + "?now=1").status_code == 404
    assert not Interview.objects.exists()


@pytest.mark.parametrize("name", POSTS)
def test_nothing_changes_by_looking(as_maya: Client, talk: Interview, name: str) -> None:
    assert as_maya.get(url(name, talk)).status_code == 405


# Agreeing on a time


def agreed(**changes: str) -> dict[str, str]:
    return {
        "on": "2026-12-01",
        "at": "14:00",
        "minutes": "20",
        "format": "visit",
        "place": "Lantern",
        **changes,
    }


def test_in_person_with_a_place_is_proposed(as_maya: Client, monday: datetime, approach: Approach) -> None:
    form = as_maya.get(reverse("interview:arrange", args=[approach.pk])).context["form"]
    assert (form["format"].value(), form["minutes"].value(), form["place"].value()) == (
        "visit",
        20,
        "Lantern Games",
    )


def test_a_wish_for_the_telephone_is_followed(as_maya: Client, monday: datetime, approach: Approach) -> None:
    Reply.objects.create(
        owner=approach.owner,
        approach=approach,
        key="r",
        kind="phone_instead",
        at=monday,
        on=date(2026, 11, 23),
    )
    form = as_maya.get(reverse("interview:arrange", args=[approach.pk])).context["form"]
    assert (form["format"].value(), form["link_or_number"].value()) == ("phone", "(206) 555-0142")


def test_agreeing_leads_to_the_talk(as_maya: Client, monday: datetime, approach: Approach) -> None:
    answer = as_maya.post(reverse("interview:arrange", args=[approach.pk]), agreed(), follow=True)
    talk = Interview.objects.get()
    assert answer.redirect_chain == [(url("interview", talk), 302)]
    assert "You talk to Adaeze Okafor on Tuesday 1 December at 14:00." in text(answer)
    assert "Agreed: Adaeze Okafor, on Tuesday 1 December at 14:00." in text(answer)


def test_a_form_with_a_wrong_day_keeps_what_was_typed(
    as_maya: Client, monday: datetime, approach: Approach
) -> None:
    answer = as_maya.post(
        reverse("interview:arrange", args=[approach.pk]), agreed(on="2026-11-02", place="Pier 54")
    )
    assert "That day is over." in text(answer)
    assert answer.context["form"]["place"].value() == "Pier 54"
    assert not Interview.objects.exists()


def test_two_clicks_are_one_talk(as_maya: Client, monday: datetime, approach: Approach) -> None:
    for _click in range(2):
        as_maya.post(reverse("interview:arrange", args=[approach.pk]), agreed())
    assert Interview.objects.count() == 1


def test_lets_talk_now_takes_one_button_to_the_live_screen(
    as_maya: Client, monday: datetime, approach: Approach
) -> None:
    address = reverse("interview:arrange", args=[approach.pk]) + "?now=1"
    assert "Adaeze Okafor has time now." in text(as_maya.get(address))
    assert not Interview.objects.exists()
    answer = as_maya.post(address, follow=True)
    assert answer.redirect_chain == [(url("live", Interview.objects.get()), 302)]
    assert "They said yes: start the 20 minutes" in text(answer)


def test_two_talks_too_close_are_said(
    as_maya: Client, talk: Interview, maya: User, candidate: Candidate, tom: Person
) -> None:
    other = Approach.objects.create(
        owner=maya, person=tom, candidate=candidate, minutes=20, opened_at=clock.now()
    )
    answer = as_maya.post(reverse("interview:arrange", args=[other.pk]), agreed(at="14:35"), follow=True)
    assert "Keep an hour free between two talks" in text(answer)


# The talk's page


def test_the_page_says_where_and_when_to_be_there(as_maya: Client, talk: Interview) -> None:
    page = text(as_maya.get(url("interview", talk)))
    assert "in person, Lantern Games, front door" in page
    assert "at 13:50, ten minutes early" in page
    assert "between Sunday 29 November, 14:00 and Monday 30 November, 14:00" in page


def test_both_clocks_stand_there_when_they_differ(as_maya: Client, talk: Interview) -> None:
    talk.person.timezone = "America/New_York"
    talk.person.save()
    answer = as_maya.get(url("interview", talk))
    assert "for them 17:00 on Tuesday 1 December (America/New_York)" in text(answer)
    assert "5:00 pm EST (2:00 pm PST where I am)" in answer.context["confirmation"].body


def test_by_telephone_nobody_has_to_be_anywhere(as_maya: Client, talk: Interview) -> None:
    answer = as_maya.post(
        url("describing", talk),
        {"format": "phone", "minutes": "15", "place": "", "link_or_number": "(206) 555-0142"},
        follow=True,
    )
    assert "by telephone, (206) 555-0142" in text(answer)
    assert "Be there" not in text(answer)
    assert "A quiet room and a charged telephone" in text(answer)


def test_another_time_is_told_and_the_talk_moves(as_maya: Client, talk: Interview) -> None:
    answer = as_maya.post(url("rescheduling", talk), {"on": "2026-12-03", "at": "09:30"}, follow=True)
    assert "The talk is now on Thursday 3 December at 09:30." in text(answer)
    wrong = as_maya.post(url("rescheduling", talk), {"on": "soon", "at": "09:30"})
    assert wrong.status_code == 422
    assert "Enter a valid date." in text(wrong)


def test_a_talk_whose_time_is_over_asks_whether_it_took_place(as_maya: Client, talk: Interview) -> None:
    with clock.at(talk.starts_at + timedelta(hours=2)):
        page = as_maya.get(url("interview", talk))
        assert "Did you and Adaeze Okafor talk?" in text(page)
        as_maya.post(url("ending", talk), {"at": page.context["agreed_end"]})
    talk.refresh_from_db()
    assert talk.actual_minutes == 20


def test_the_calendar_entry_begins_when_one_has_to_be_there(as_maya: Client, talk: Interview) -> None:
    actions.reschedule(talk, on=date(2026, 12, 3), at=time(9, 30))
    answer = as_maya.get(url("calendar", talk))
    event = Calendar.from_ical(answer.content).walk("VEVENT")[0]
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert event["DTSTART"].dt == datetime(2026, 12, 3, 17, 20, tzinfo=clock.zone_of("UTC"))
    assert event["DTSTART"].params["TZID"] == "America/Los_Angeles"
    assert (event["DTEND"].dt - event["DTSTART"].dt, event["SEQUENCE"]) == (timedelta(minutes=30), 1)
    assert str(event["LOCATION"]) == "Lantern Games, front door"


def test_the_sheet_carries_the_time_the_place_and_the_questions(as_maya: Client, talk: Interview) -> None:
    answer = as_maya.get(url("sheet", talk))
    lines = [line for line in talk.approach.plan.lines.all() if line.must and line.stage != "open"]  # type: ignore[union-attr]
    assert [line.text for line, _probes in answer.context["musts"]] == [line.text for line in lines]
    assert text(answer).count('class="room"') >= len(lines)
    assert "be there at 13:50" in text(answer)


# The live screen without scripts


def test_before_the_start_only_the_opening_is_there(as_maya: Client, talk: Interview) -> None:
    screen = as_maya.get(url("live", talk)).context["screen"]
    assert (
        screen.opening[0] == "Thank you for taking the time. I asked for 20 minutes; is that still all right?"
    )
    assert "game sound designer" in screen.opening[1]


def test_plain_forms_carry_the_whole_talk(as_maya: Client, talk: Interview) -> None:
    with clock.at(talk.starts_at):
        first = as_maya.post(url("starting", talk), follow=True).context["screen"].current
        told = {"key": "k1", "kind": "answered", "plan_line": first.id, "question": first.text}
        following = as_maya.post(url("marks", talk), told, follow=True)
        second = following.context["screen"].current
        assert second.id != first.id
        as_maya.post(url("marks", talk), {"key": "k2", "kind": "star", "plan_line": second.id})
        answer = as_maya.post(url("ending", talk))
    assert answer["Location"] == reverse("record:debrief", args=[talk.pk])
    assert list(talk.marks.values_list("kind", "plan_line")) == [("answered", first.id), ("star", second.id)]


def test_a_script_gets_the_key_back_and_twice_is_once(as_maya: Client, talk: Interview) -> None:
    said = {"key": "k1", "kind": "name", "at": "2026-12-01T22:05:00Z"}
    with clock.at(talk.starts_at + timedelta(minutes=9)):
        for _again in range(2):
            answer = as_maya.post(url("marks", talk), said, headers={"accept": "application/json"})
            assert answer.json() == {"kept": "k1"}
    assert Mark.objects.get().at == talk.starts_at + timedelta(minutes=5)


@pytest.mark.parametrize(
    ("minutes", "cue"),
    [
        (10, ""),
        (15, "I see that our time is nearly over. May I ask one last question?"),
        (
            20,
            "I notice that our 20 minutes are over, and I know you are busy. Thank you, this helped me a great deal.",
        ),
    ],
)
def test_the_cue_of_the_minute_is_there_without_a_script(
    as_maya: Client, talk: Interview, minutes: int, cue: str
) -> None:
    with clock.at(talk.starts_at):
        actions.start_interview(talk)
    with clock.at(talk.starts_at + timedelta(minutes=minutes)):
        screen = as_maya.get(url("live", talk)).context["screen"]
    assert (screen.cue, screen.left) == (cue, f"{20 - minutes} min" if minutes < 20 else "+0 min")


def test_the_time_sentence_is_the_seekers_own(as_maya: Client, talk: Interview, maya: User) -> None:
    maya.seeker.time_sentence = "My {minutes} minutes are up; thank you."
    maya.seeker.save()
    with clock.at(talk.starts_at):
        actions.start_interview(talk)
    with clock.at(talk.starts_at + timedelta(minutes=21)):
        assert as_maya.get(url("live", talk)).context["screen"].cue == "My 20 minutes are up; thank you."


def test_at_five_minutes_the_question_for_names_is_not_forgotten(as_maya: Client, talk: Interview) -> None:
    with clock.at(talk.starts_at):
        actions.start_interview(talk)
    with clock.at(talk.starts_at + timedelta(minutes=16)):
        screen = as_maya.get(url("live", talk)).context["screen"]
        assert screen.referral_waits is True
        actions.mark(talk, key="k", kind="answered", plan_line=screen.referral.id)
        assert as_maya.get(url("live", talk)).context["screen"].referral_waits is False


def test_a_talk_that_is_over_has_no_live_screen(as_maya: Client, talk: Interview) -> None:
    with clock.at(talk.starts_at):
        actions.end_interview(talk)
    assert as_maya.get(url("live", talk))["Location"] == url("interview", talk)


# Chats


def test_an_uncle_is_logged_in_one_form(
    as_maya: Client, monday: datetime, maya: User, candidate: Candidate
) -> None:
    form = as_maya.get(reverse("interview:chat")).context["form"]
    told = {
        "key": form["key"].value(),
        "person": "Uncle Ray",
        "candidate": candidate.pk,
        "minutes": "10",
        "on": "2026-11-23",
        "format": "visit",
        "line": "You carry more cable than sound.",
    }
    for _click in range(2):
        answer = as_maya.post(reverse("interview:chat"), told)
    chat = Interview.objects.get()
    assert answer["Location"] == reverse("record:debrief", args=[chat.pk])
    assert (chat.person.name, chat.kind, Person.objects.count()) == ("Uncle Ray", "chat", 1)
    assert "You carry more cable than sound." in text(as_maya.get(answer["Location"]))


def test_someone_known_by_that_name_is_not_doubled(
    as_maya: Client, monday: datetime, tom: Person, candidate: Candidate
) -> None:
    told = {
        "key": "k",
        "person": " tom  reyes ",
        "candidate": candidate.pk,
        "minutes": "10",
        "on": "2026-11-23",
        "format": "phone",
        "practice": "on",
    }
    answer = as_maya.post(reverse("interview:chat"), told)
    assert (answer["Location"], Interview.objects.get().person) == (reverse("interview:index"), tom)


def test_a_chat_about_somebody_elses_occupation_is_refused(
    as_outsider: Client, monday: datetime, candidate: Candidate
) -> None:
    told = {
        "key": "k",
        "person": "X",
        "candidate": candidate.pk,
        "minutes": "1",
        "on": "2026-11-23",
        "format": "visit",
    }
    answer = as_outsider.post(reverse("interview:chat"), told)
    assert "game sound designer" not in text(answer)
    assert not Interview.objects.exists()


# Lists


def test_the_empty_page_teaches_the_step(as_maya: Client, monday: datetime) -> None:
    assert "When someone says yes, note the day and time on their page" in text(
        as_maya.get(reverse("interview:index"))
    )


def test_a_longer_list_asks_no_more_of_the_database(
    as_maya: Client,
    talk: Interview,
    maya: User,
    candidate: Candidate,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    index = reverse("interview:index")
    with CaptureQueriesContext(connection) as one:
        as_maya.get(index)
    for number in range(2):
        person = Person.objects.create(owner=maya, name=f"Person {number}", added_at=clock.now())
        more = Approach.objects.create(owner=maya, person=person, candidate=candidate, opened_at=clock.now())
        actions.arrange(more, on=date(2026, 12, 2 + number), at=time(9))
    with django_assert_num_queries(len(one)):
        answer = as_maya.get(index)
    assert len(answer.context["coming"]) == 3
