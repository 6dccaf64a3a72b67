"""Writing a talk down: what becomes a row, what stays, what counts as recorded."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.actions import add_want
from halfhour.choose.models import Candidate
from halfhour.contact.models import Approach
from halfhour.due.models import Due
from halfhour.find.models import Person, Referral
from halfhour.interview import actions as interviews
from halfhour.interview.models import Answer, Interview
from halfhour.prepare.models import Plan, StillOpen
from halfhour.record import actions
from halfhour.record.actions import Conflict
from halfhour.record.models import Advice, Debrief, Finding, Noted, PathStep, WayIn
from halfhour.record.told import (
    AdviceTold,
    AnswerTold,
    OpportunityTold,
    PersonTold,
    QualityTold,
    StatementTold,
    StepTold,
    WayTold,
)
from halfhour.refused import Refused

LAST_WEEK = "What did your last working week look like, day by day?"
EVERY_LIST_EMPTY = dict.fromkeys(Noted.Kind.values, "nothing")


@pytest.fixture
def talk(monday: datetime, approach: Approach) -> Interview:
    """Held on Tuesday 24 November, 20 minutes, ended at half past two in Seattle."""
    talk = interviews.arrange(approach, on=date(2026, 11, 24), at=time(14))
    with clock.at(talk.starts_at + timedelta(minutes=10)):
        interviews.start_interview(talk, at=talk.starts_at)
    with clock.at(talk.starts_at + timedelta(minutes=20)):
        interviews.end_interview(talk)
    return talk


def complete(talk: Interview, **more: object) -> Debrief:
    return actions.save_debrief(
        talk, lists_empty=EVERY_LIST_EMPTY, leaning="pursue", referral_asked=True, **more
    )


def test_nothing_is_recorded_before_the_end(monday: datetime, approach: Approach) -> None:
    talk = interviews.arrange(approach, on=date(2026, 11, 24), at=time(14))
    with pytest.raises(Refused, match="not ended"):
        actions.save_debrief(talk, leaning="pursue")


def test_practice_has_no_record(monday: datetime, maya: User, tom: Person, candidate: Candidate) -> None:
    chat = interviews.log_chat(maya, key="k", person=tom, candidate=candidate, minutes=10, practice=True)
    with pytest.raises(Refused, match="practice"):
        actions.save_debrief(chat, leaning="pursue")


def test_half_done_is_kept_and_says_what_is_missing(talk: Interview) -> None:
    debrief = actions.save_debrief(talk, day_to_day="Mostly listening back", leaning="unsure")
    assert (debrief.day_to_day, debrief.recorded_at) == ("Mostly listening back", None)
    assert [m.key for m in actions.missing_of(talk)] == [*Noted.Kind.values, "referral_asked"]


def test_the_minimum_records_the_talk_and_closes_the_asking(talk: Interview, approach: Approach) -> None:
    debrief = complete(talk)
    approach.refresh_from_db()
    assert debrief.recorded_at == clock.now()
    assert (approach.recorded_at, approach.closed_because) == (debrief.recorded_at, "talked")
    assert actions.missing_of(talk) == ()


def test_the_debrief_is_due_the_same_day_and_overdue_the_next(talk: Interview, maya: User) -> None:
    row = Due.objects.visible_to(maya).open().get(kind="record.debrief")
    assert (row.due_at, row.overdue_at) == (talk.ended_at, datetime(2026, 11, 25, 8, tzinfo=UTC))
    complete(talk)
    assert not Due.objects.visible_to(maya).open().filter(kind="record.debrief").exists()


def test_words_with_a_criterion_become_a_statement_with_speaker_and_day(
    talk: Interview, okafor: Person, candidate: Candidate
) -> None:
    actions.save_debrief(
        talk,
        answers=[
            AnswerTold(LAST_WEEK, "answered", "Two days of recording", "tasks", 1, True, 90),
            AnswerTold("May I let you know what comes of it?", "answered", "yes", ""),
        ],
    )
    said = Finding.objects.get()
    assert (said.text, said.criterion, said.stance, said.quote, said.confidence) == (
        "Two days of recording", "tasks", 1, True, 90,
    )  # fmt: skip
    assert (said.person, said.candidate, said.said_on) == (okafor, candidate, date(2026, 11, 24))
    assert Answer.objects.count() == 2


def test_saving_again_changes_the_same_statement(talk: Interview) -> None:
    told = AnswerTold(LAST_WEEK, "partly", "Two days", "tasks")
    actions.save_debrief(
        talk, answers=[told], statements=[StatementTold("hours", "Nights before a release", -1)]
    )
    first = set(Finding.objects.values_list("pk", flat=True))
    actions.save_debrief(
        talk,
        answers=[AnswerTold(LAST_WEEK, "partly", "Three days", "tasks")],
        statements=[StatementTold("hours", "nights before a release", -1)],
    )
    assert set(Finding.objects.values_list("pk", flat=True)) == first
    assert Finding.objects.get(criterion="tasks").text == "Three days"


def test_words_taken_away_take_the_statement_away(talk: Interview) -> None:
    actions.save_debrief(talk, answers=[AnswerTold(LAST_WEEK, "answered", "Two days", "tasks")])
    actions.save_debrief(talk, answers=[AnswerTold(LAST_WEEK, "not_asked", "", "tasks")])
    assert (Finding.objects.count(), Answer.objects.get().state) == (0, "not_asked")


def test_rows_nobody_spoke_of_stay(talk: Interview) -> None:
    actions.save_debrief(
        talk,
        path=[StepTold("Stage hand", "Moore Theatre", "2014", "a friend asked"), StepTold("Sound designer")],
        ways_in=[WayTold("portfolio", "a reel of ten sounds"), WayTold("degree", "audio production")],
        opportunities=[OpportunityTold("shadow", "a day in the studio", "Lantern Games", "in spring")],
        qualities=[QualityTold(True, "patience", "I asked twice")],
        advice=[AdviceTold("promise", "send the rain recording", date(2026, 11, 27))],
        lists={"publications": ["Designing Sound", "A Sound Effect"]},
    )
    actions.save_debrief(talk, surprised_me="How little of it is music")
    assert list(PathStep.objects.values_list("job", flat=True)) == ["Stage hand", "Sound designer"]
    assert WayIn.objects.count() == 2
    assert sorted(Noted.objects.values_list("text", flat=True)) == ["A Sound Effect", "Designing Sound"]


def test_a_list_is_exactly_what_was_told_of_it(talk: Interview) -> None:
    actions.save_debrief(talk, lists={"trends": ["more remote work", "spatial audio"]})
    kept = Noted.objects.get(text="spatial audio")
    actions.mark_followed_up(kept, wanted=True)
    actions.save_debrief(talk, lists={"trends": ["Spatial audio", "fewer studios"]})
    assert list(Noted.objects.values_list("text", flat=True)) == ["Spatial audio", "fewer studios"]
    kept.refresh_from_db()
    assert kept.follow_up is True


def test_someone_named_becomes_a_person_referred_by_them(talk: Interview, okafor: Person) -> None:
    told = PersonTold("Priya Raman", "yes", "she left for film", "Foley artist", "Orca Sound")
    for _twice in range(2):
        actions.save_debrief(talk, people=[told])
    priya = Person.objects.get(name="Priya Raman")
    referral = Referral.objects.get()
    assert (referral.by, referral.to, referral.why, referral.permission) == (
        okafor, priya, "she left for film", "yes",
    )  # fmt: skip
    assert (priya.source.kind, priya.source.name, priya.source.may_mention) == (
        "referral",
        "Adaeze Okafor",
        True,
    )
    assert (priya.title, priya.organisation.name, priya.candidate) == (
        "Foley artist",
        "Orca Sound",
        talk.candidate,
    )
    assert list(Noted.objects.values_list("kind", "text")) == [("people", "Priya Raman")]


def test_without_leave_the_letter_may_not_name_them(talk: Interview) -> None:
    actions.save_debrief(talk, people=[PersonTold("Priya Raman", "not_asked")])
    assert Person.objects.get(name="Priya Raman").source.may_mention is False


def test_someone_known_already_is_not_doubled(talk: Interview, tom: Person) -> None:
    actions.save_debrief(talk, people=[PersonTold("tom reyes", "no", "knows everyone")])
    assert (Referral.objects.get().to, Person.objects.count()) == (tom, 2)


def test_permission_is_a_choice_that_must_be_made(talk: Interview) -> None:
    with pytest.raises(Refused, match="whether you may use their name"):
        actions.save_debrief(talk, people=[PersonTold("Priya Raman", "")])
    assert not Debrief.objects.exists()


def test_an_occupation_they_mentioned_goes_to_the_shortlist(
    talk: Interview, okafor: Person, maya: User
) -> None:
    actions.save_debrief(talk, discovered=["instructional designer"])
    actions.save_debrief(talk, discovered=["Instructional designer"])
    found = Candidate.objects.visible_to(maya).get(words="instructional designer")
    assert (found.discovered_by, found.discovered_by_person) == ("Adaeze Okafor", okafor.pk)


def test_a_second_window_is_told_and_nothing_is_overwritten(talk: Interview) -> None:
    actions.save_debrief(talk, version=1, digest="a", quote="the first window")
    with pytest.raises(Conflict):
        actions.save_debrief(talk, version=1, digest="b", quote="the second window")
    assert Debrief.objects.get().quote == "the first window"


def test_the_same_form_sent_twice_is_saved_once(talk: Interview) -> None:
    for _twice in range(2):
        actions.save_debrief(talk, version=1, digest="same", quote="once")
    assert Debrief.objects.get().version == 2


def test_typing_is_kept_apart_until_it_is_saved(talk: Interview) -> None:
    kept = actions.keep_typing(talk, version=1, typed={"quote": ["half a sen"]})
    again = actions.keep_typing(talk, version=1, typed={"quote": ["half a sen"]})
    assert (kept.version, again.version, kept.quote) == (2, 2, "")
    with pytest.raises(Conflict):
        actions.keep_typing(talk, version=1, typed={"quote": ["from another window"]})
    saved = actions.save_debrief(talk, version=2, quote="half a sentence")
    assert (saved.typed, saved.quote) == ({}, "half a sentence")


def test_what_stays_unknown_goes_into_the_next_plans(
    talk: Interview, maya: User, candidate: Candidate
) -> None:
    add_want(maya, text="no night shifts", kind="setting", must=True)
    other = Person.objects.create(owner=maya, name="Lee Sandoval", added_at=clock.now())
    coming = Approach.objects.create(
        owner=maya, person=other, candidate=candidate, minutes=30, opened_at=clock.now()
    )
    interviews.arrange(coming, on=date(2026, 12, 3), at=time(10))
    actions.save_debrief(talk, statements=[StatementTold("pay", "Enough for one", 0)])
    still = StillOpen.objects.get(candidate=candidate)
    assert still.unknown[0] == "hours"
    assert "pay" not in still.unknown
    because = dict(Plan.objects.get(approach=coming).lines.values_list("criterion", "because"))
    assert because["hours"] == "nobody has told you yet"


def test_people_who_disagree_are_asked_about_next(talk: Interview, candidate: Candidate, maya: User) -> None:
    actions.save_debrief(talk, statements=[StatementTold("hours", "Never after six", 1)])
    chat = interviews.log_chat(maya, key="c", person=talk.person, candidate=candidate, minutes=10)
    actions.save_debrief(chat, statements=[StatementTold("hours", "Always late", -1)])
    assert StillOpen.objects.get(candidate=candidate).disputed == ["hours"]


def test_a_promise_with_a_day_is_due_on_it_and_done_ends_it(talk: Interview, maya: User) -> None:
    actions.save_debrief(talk, advice=[AdviceTold("promise", "send the recording", date(2026, 11, 27))])
    row = Due.objects.visible_to(maya).open().get(kind="record.advice")
    assert row.due_at == datetime(2026, 11, 27, 16, tzinfo=UTC)
    actions.do_advice(Advice.objects.get())
    assert not Due.objects.visible_to(maya).open().filter(kind="record.advice").exists()
