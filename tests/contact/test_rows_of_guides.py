"""The rows that career offices' guides add to making contact, each acceptance check through the pages; named by the row."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from halfhour import clock
from halfhour.accounts.models import Seeker, User
from halfhour.choose.models import Candidate
from halfhour.contact import actions
from halfhour.contact.models import Approach, Attempt
from halfhour.contact.rules.checker import check
from halfhour.contact.rules.promises import EARLIEST_WORKING_DAYS, LATEST_WORKING_DAYS
from halfhour.contact.rules.samples import SAMPLES, Sample
from halfhour.contact.rules.standing import Action
from halfhour.contact.rules.working_days import WorkingDays
from halfhour.find.models import Person
from tests.contact.test_rows import PROMISED, asked, checks, ends, on, sent, someone, text_of, tobias, where

__all__ = ["asked", "sent", "tobias"]  # fixtures
TUESDAY_EVENING = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)  # 19:00 on Tuesday in Seattle


@pytest.mark.parametrize("channel", ["email", "letter", "network"])
def test_e_01_the_promise_falls_within_the_week_and_no_draft_asks_to_be_called(
    monday: datetime, as_maya: Client, maya: User, okafor: Person, candidate: Candidate, channel: str
) -> None:
    ask = actions.open_approach(maya, okafor, candidate, channel=channel, minutes=20, why_person="Your talk")
    days = WorkingDays(frozenset({date(2026, 11, 26), date(2026, 11, 27)}))
    assert ask.promise_on is not None
    assert (
        days.add(maya.today, EARLIEST_WORKING_DAYS)
        <= ask.promise_on
        <= days.add(maya.today, LATEST_WORKING_DAYS)
    )
    assert days.is_one(ask.promise_on)
    body = actions.draft_of(ask).body
    assert checks(as_maya, ask, body).get("CALLME", "") == ""
    assert "call me" not in text_of(as_maya.get(where(ask, "call"))).lower()


@pytest.mark.parametrize("words", ["Please call me when you are free.", "Could you ring me one evening?"])
def test_e_01_asking_to_be_called_is_held_back(asked: Approach, as_maya: Client, words: str) -> None:
    body = actions.draft_of(asked).body
    assert checks(as_maya, asked, body.replace("\n\n", f"\n\n{words} ", 2))["CALLME"] == "must"


@pytest.mark.parametrize("sample", [one for one in SAMPLES if one.kind == "letter"], ids=lambda one: one.key)
def test_e_01_no_sample_asks_to_be_called(sample: Sample) -> None:
    found = check("letter", sample.text, sample.facts, today=sample.written_on).findings
    assert "CALLME" not in {one.rule for one in found}


def test_e_02_sending_sets_two_days_and_an_answer_lifts_both(
    sent: Attempt, asked: Approach, as_maya: Client, maya: User
) -> None:
    standing = actions.standing_of(asked, maya.today)
    second = next(move for move in standing.also if move.action is Action.OPEN_SECOND_NAME)
    assert second.due_on == date(
        2026, 11, 30
    )  # three working days: the 26th and the 27th are none in Washington
    assert standing.next is not None and standing.next.due_on == PROMISED
    with clock.at(on(date(2026, 11, 30))):
        assert "somebody else at Lantern Games may be asked now" in text_of(as_maya.get(where(asked)))
        as_maya.post(where(asked, "replies"), {"key": "r", "kind": "later", "text": "After the holidays."})
        standing = actions.standing_of(asked, maya.today)
        assert Action.OPEN_SECOND_NAME not in {move.action for move in standing.also}
        assert standing.next is None or standing.next.action is not Action.CALL_AS_PROMISED
        assert "may be asked now" not in text_of(as_maya.get(where(asked)))


def test_e_03_two_days_after_the_letter_is_too_soon(sent: Attempt, asked: Approach, as_maya: Client) -> None:
    with clock.at(on(date(2026, 11, 25))):
        told = text_of(as_maya.get(where(asked, "call")))
    assert "Give them 5 working days" in told
    with clock.at(on(PROMISED)):
        assert "working days:" not in text_of(as_maya.get(where(asked, "call")))


def test_e_04_a_school_that_says_two_ends_it_after_two(
    sent: Attempt, asked: Approach, as_maya: Client, maya: User
) -> None:
    assert 'name="max_attempts"' in as_maya.get(reverse("numbers")).content.decode()
    Seeker.objects.filter(user=maya).update(max_attempts=2)
    with clock.at(on(PROMISED)):
        ends(as_maya, asked, "no-answer", key="two")
    asked.refresh_from_db()
    assert asked.closed_because == Approach.Closed.NO_CONTACT


def test_e_06_the_assistant_hears_advice_and_who_sent_me(asked: Approach, as_maya: Client) -> None:
    cards = as_maya.get(where(asked, "call")).context["resistance"]
    says = next(one["says"] for one in cards if "assistant" in one["card"].heard.value)
    assert "advice" in says and "not about a job" in says
    assert "Tom Reyes" in says and "Dr Okafor" in says
    assert "your work" not in says  # it is said to somebody else


def test_e_06_the_machine_hears_four_things_and_it_counts(
    sent: Attempt, asked: Approach, as_maya: Client, maya: User
) -> None:
    with clock.at(on(PROMISED)):
        says = as_maya.get(where(asked, "call")).context["voicemail"].words
        assert "L-I-N-D-Q-V-I-S-T" in says
        assert "(206) 555-0117" in says
        assert "sound designer" in says and "not about a job" in says
        assert "I will call again on" in says
        made = actions.standing_of(asked, maya.today).attempts
        ends(as_maya, asked, "voicemail")
        assert actions.standing_of(asked, maya.today).attempts == made + 1


def test_e_35_a_second_ask_at_one_place_within_three_working_days_warns(
    sent: Attempt, asked: Approach, as_maya: Client, maya: User, candidate: Candidate
) -> None:
    colleague = someone(maya, candidate, "Ravi Menon", organisation=asked.person.organisation)
    ask = reverse("contact:ask", args=[colleague.pk])
    with clock.at(on(date(2026, 11, 24))):
        assert "Lantern Games" in as_maya.get(ask).context["warning"]
    with clock.at(on(date(2026, 11, 30))):
        assert not as_maya.get(ask).context["warning"]


@pytest.mark.parametrize(
    ("moment", "zone", "words"),
    [
        (TUESDAY_EVENING, "", "It is 19:00 where they are. Call tomorrow"),
        (datetime(2026, 11, 24, 17, 0, tzinfo=UTC), "Pacific/Auckland", "Wait until 08:00"),
        (datetime(2026, 11, 28, 18, 0, tzinfo=UTC), "", "no working day"),
        (datetime(2026, 11, 24, 18, 0, tzinfo=UTC), "", ""),
    ],
    ids=["evening", "night at their end", "Saturday", "mid-morning"],
)
def test_e_36_outside_their_hours_the_call_card_warns(
    asked: Approach, as_maya: Client, moment: datetime, zone: str, words: str
) -> None:
    Person.objects.filter(pk=asked.person_id).update(timezone=zone)
    with clock.at(moment):
        page = as_maya.get(where(asked, "call"))
    assert words in (page.context["hours"] or "")
    assert bool(page.context["hours"]) is bool(words)


def test_e_36_the_way_they_like_best_is_asked_shown_and_taken_first(
    monday: datetime, as_maya: Client, candidate: Candidate, okafor: Person
) -> None:
    page = reverse("find:person", args=[okafor.pk])
    facts = {
        "name": okafor.name,
        "email": "okafor@example.org",
        "phone": "(206) 555-0188",
        "prefers": "phone",
    }
    wrong = as_maya.post(page, {**facts, "timezone": "Chicago time"})
    assert wrong.status_code == 422 and "No time zone has this name" in wrong.content.decode()
    assert as_maya.post(page, {**facts, "timezone": "America/Chicago"}).status_code == 302
    shown = as_maya.get(page).content.decode()
    assert "<dt>likes best</dt><dd>telephone</dd>" in shown and "America/Chicago" in shown
    ask = as_maya.get(reverse("contact:ask", args=[okafor.pk]))
    assert ask.context["form"]["way"].value() == "phone"


@pytest.mark.parametrize("minutes", [15, 20, 30, 40])
def test_e_39_each_usual_length_can_be_asked_for(
    monday: datetime, as_maya: Client, candidate: Candidate, okafor: Person, minutes: int
) -> None:
    page = as_maya.get(reverse("contact:ask", args=[okafor.pk]))
    assert f'value="{minutes}"' in page.content.decode()
    told = {"candidate": candidate.pk, "way": "email", "minutes": str(minutes), "why_person": "Your talk"}
    as_maya.post(reverse("contact:ask", args=[okafor.pk]), told)
    made = Approach.objects.get()
    body = actions.draft_of(made).body
    assert f"{minutes} minutes" in body or (minutes == 30 and "half an hour" in body)
    assert checks(as_maya, made, body)["L-04"] in {"", "hint"}
