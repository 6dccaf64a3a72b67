"""The acceptance checks of the method's rows about preparing, meeting and writing down, performed through the pages.

Each test is named by its row in method.md.
"""

from datetime import date, datetime, time, timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate, Want
from halfhour.contact.models import Approach
from halfhour.find.models import Person, Referral
from halfhour.interview import actions as interviews
from halfhour.interview.models import Interview
from halfhour.prepare import actions as prepare
from halfhour.prepare.models import PlanLine
from halfhour.record import actions as record
from halfhour.record.models import Noted
from halfhour.record.told import OpportunityTold, PersonTold, QualityTold, StepTold, WayTold

pytestmark = pytest.mark.usefixtures("monday")


def text(answer: HttpResponse) -> str:
    return " ".join(answer.content.decode().split())


@pytest.fixture
def coming(approach: Approach) -> Interview:
    return interviews.arrange(approach, on=date(2026, 12, 1), at=time(14), place="Lantern Games")


@pytest.fixture
def talk(coming: Interview) -> Interview:
    with clock.at(coming.starts_at):
        interviews.start_interview(coming)
    with clock.at(coming.starts_at + timedelta(minutes=26)):
        return interviews.end_interview(coming)


def plan_of(client: Client, approach: Approach) -> HttpResponse:
    return client.get(reverse("prepare:plan", args=[approach.pk]))  # type: ignore[return-value]  # of the test client


def debrief_of(client: Client, talk: Interview) -> HttpResponse:
    return client.get(reverse("record:debrief", args=[talk.pk]))  # type: ignore[return-value]  # of the test client


def live_of(client: Client, talk: Interview) -> HttpResponse:
    return client.get(reverse("interview:live", args=[talk.pk]))  # type: ignore[return-value]  # of the test client


@pytest.mark.parametrize(("topic", "name"), [("Q3", "the education"), ("Q1", "the tasks")])
def test_m1_02_a_plan_without_one_of_the_three_subjects_is_flagged(
    as_maya: Client, coming: Interview, approach: Approach, topic: str, name: str
) -> None:
    flag = f"No question about {name}."
    assert flag not in text(plan_of(as_maya, approach))
    lines = PlanLine.objects.filter(plan__approach=approach, topic=topic)
    back = lines.first().question  # type: ignore[union-attr]  # the core has one
    for line in lines:
        as_maya.post(reverse("prepare:removal", args=[line.pk]))
    assert flag in text(plan_of(as_maya, approach))
    as_maya.post(reverse("prepare:suggestions", args=[approach.pk]), {"question": back})
    assert flag not in text(plan_of(as_maya, approach))


def test_m1_03_the_focus_reorders_the_suggestions_and_stands_on_the_sheet(
    as_maya: Client, coming: Interview, approach: Approach
) -> None:
    first = {}
    for focus in ("position", "organisation"):
        Approach.objects.filter(pk=approach.pk).update(focus=focus)
        first[focus] = [q.id for q, _why in plan_of(as_maya, approach).context["suggestions"][:3]]  # type: ignore[attr-defined]  # of the test client
    assert first["position"] != first["organisation"]
    assert "organisation" in text(as_maya.get(reverse("prepare:sheet", args=[approach.pk])))


def test_m1_06_day_to_day_is_in_every_plan_and_in_the_debrief(
    as_maya: Client, approach: Approach, talk: Interview
) -> None:
    assert PlanLine.objects.filter(plan__approach=approach, topic="Q1", must=True).exists()
    assert "Their days: what do they really do?" in text(debrief_of(as_maya, talk))


def test_m1_07_their_path_is_kept_in_order(as_maya: Client, talk: Interview) -> None:
    record.save_debrief(talk, path=[StepTold("Film school", years="2014"), StepTold("Foley", how="a friend")])
    page = text(debrief_of(as_maya, talk))
    assert page.index("Film school") < page.index("Foley")


def test_m1_09_a_referral_becomes_a_person_linked_to_who_named_them(as_maya: Client, talk: Interview) -> None:
    record.save_debrief(talk, people=[PersonTold("Ada Brenner", "yes", why="began with foley")])
    ada = Person.objects.get(name="Ada Brenner")
    assert Referral.objects.get(to=ada).by == talk.person
    page = text(as_maya.get(reverse("find:person", args=[ada.pk])))
    assert talk.person.name in page


def test_m1_11_resume_feedback_is_asked_last_and_bound_to_a_version(
    as_maya: Client, approach: Approach, coming: Interview
) -> None:
    told = {"choice": "bring", "new_version": "November", "ask": "on"}
    as_maya.post(reverse("prepare:resume", args=[approach.pk]), told)
    stages = PlanLine.objects.filter(plan__approach=approach, topic="Q16").values_list("stage", flat=True)
    assert set(stages) == {"close"}
    assert "Your résumé:" in text(as_maya.get(reverse("interview:interview", args=[coming.pk])))
    with clock.at(coming.starts_at):
        interviews.start_interview(coming)
        interviews.end_interview(coming)
    assert "November" in text(debrief_of(as_maya, coming))


def test_m1_12_the_live_screen_has_one_question_and_no_form_to_fill(
    as_maya: Client, coming: Interview
) -> None:
    interviews.start_interview(coming)
    page = text(live_of(as_maya, coming))
    assert page.count('data-part="question"') == 1
    assert page.count('class="primary" name="kind" value="answered"') == 1


def test_m1_13_the_debrief_asks_how_much_they_spoke(as_maya: Client, talk: Interview) -> None:
    assert "What share of the time did they speak, about?" in text(debrief_of(as_maya, talk))


def test_m1_14_the_agreed_minutes_count_and_the_run_is_shown(as_maya: Client, talk: Interview) -> None:
    assert "26 minutes, 6 more than agreed" in text(
        as_maya.get(reverse("interview:interview", args=[talk.pk]))
    )


@pytest.mark.parametrize(
    ("minute", "says"),
    [
        pytest.param(14, "", id="before"),
        pytest.param(16, "May I ask one last question?", id="five minutes before"),
        pytest.param(21, "Shall we stop here?", id="at the end, in her own words"),
    ],
)
def test_m1_15_the_cue_and_the_sentence(
    as_maya: Client, maya: User, coming: Interview, minute: int, says: str
) -> None:
    maya.seeker.time_sentence = "Shall we stop here?"
    maya.seeker.save()
    with clock.at(coming.starts_at):
        interviews.start_interview(coming)
    with clock.at(coming.starts_at + timedelta(minutes=minute)):
        cue = live_of(as_maya, coming).context["screen"].cue  # type: ignore[attr-defined]  # of the test client
        assert says in cue
        assert bool(cue) == bool(says)
        as_maya.post(reverse("interview:marks", args=[coming.pk]), {"key": "k", "kind": "extended"})
    coming.refresh_from_db()
    assert coming.extended_at == coming.starts_at + timedelta(minutes=minute)


def test_m1_16_six_lists_nothing_or_not_asked(as_maya: Client, talk: Interview) -> None:
    page = text(debrief_of(as_maya, talk))
    assert page.count("Nothing, or not asked?") >= 6
    record.save_debrief(talk, lists={kind: [f"one of {kind}"] for kind in Noted.Kind.values})
    assert dict(Noted.objects.values_list("kind", "text")) == {k: f"one of {k}" for k in Noted.Kind.values}


def test_m1_18_half_an_hour_is_proposed(maya: User, okafor: Person, candidate: Candidate) -> None:
    from halfhour.contact.actions import open_approach

    assert open_approach(maya, okafor, candidate).minutes == 30


@pytest.mark.parametrize("aim", ["which_work", "how_in"])
def test_m2_02_the_two_questions_people_come_with(
    as_maya: Client, maya: User, approach: Approach, aim: str
) -> None:
    maya.seeker.aim = aim
    maya.seeker.save()
    plan = prepare.make_plan(Approach.objects.get(pk=approach.pk))
    chosen = set(plan.lines.values_list("question", flat=True))
    theirs = {"which_work": "wrong-idea", "how_in": "first-year"}
    suggested = {q.id for q, _why in plan_of(as_maya, approach).context["suggestions"]}  # type: ignore[attr-defined]  # of the test client
    assert theirs[aim] in chosen | suggested


def test_m2_04_advice_is_a_topic_of_the_plan(approach: Approach, coming: Interview) -> None:
    plan = prepare.make_plan(approach, minutes=30)
    assert plan.lines.filter(topic="Q15").exists()


def test_m2_07_a_chat_is_logged_with_four_lines_and_counts(as_maya: Client, candidate: Candidate) -> None:
    told = {
        "key": "c",
        "person": "Uncle Bo",
        "candidate": candidate.pk,
        "minutes": 10,
        "on": "2026-11-22",
        "format": "visit",
        "line": "Mostly ladders",
    }
    page = as_maya.post(reverse("interview:chat"), told, follow=True)
    assert "What did Uncle Bo tell you?" in text(page)
    assert Interview.objects.evidence().filter(candidate=candidate, kind="chat").count() == 1


def test_m2_10_a_talk_always_has_a_person_and_an_occupation(as_maya: Client, candidate: Candidate) -> None:
    told = {"key": "c", "minutes": 10, "on": "2026-11-22", "format": "visit"}
    page = as_maya.post(reverse("interview:chat"), told)
    assert set(page.context["form"].errors) == {"person", "candidate"}
    assert Interview.objects.count() == 0


def test_m2_12_an_unusual_length_carries_a_note(as_maya: Client, maya: User, okafor: Person) -> None:
    from halfhour.interview.rules.clock import length_note

    assert length_note(60) == (
        "20 to 30 minutes are usual. A shorter wish is granted more easily; they may offer more."
    )
    assert length_note(30) is None


def test_m2_13_three_fits_that_are_never_added_up(as_maya: Client, talk: Interview) -> None:
    record.save_debrief(
        talk,
        fit_interests=2,
        fit_interests_because="rain",
        fit_skills=-1,
        fit_skills_because="code",
        fit_personality=0,
        fit_personality_because="quiet",
    )
    page = text(debrief_of(as_maya, talk))
    assert [page.count(f'value="{because}"') for because in ("rain", "code", "quiet")] == [1, 1, 1]


def test_m2_16_the_debrief_asks_whether_the_goal_changed(as_maya: Client, talk: Interview) -> None:
    assert "Has what you are after changed?" in text(debrief_of(as_maya, talk))


def test_m2_17_an_occupation_they_mentioned_goes_to_the_shortlist(as_maya: Client, talk: Interview) -> None:
    record.save_debrief(talk, discovered=["instructional designer"])
    found = Candidate.objects.get(words="instructional designer")
    assert found.discovered_by == talk.person.name
    assert "instructional designer" in text(debrief_of(as_maya, talk))


def test_m2_18_to_20_qualities_ways_in_and_the_four_kinds_of_opportunity(
    as_maya: Client, talk: Interview
) -> None:
    four = ("volunteer", "seasonal", "part_time", "internship")
    record.save_debrief(
        talk,
        qualities=[QualityTold(True, "a good ear", "she said so"), QualityTold(False, "code", "asked twice")],
        ways_in=[WayTold("degree", "audio production"), WayTold("portfolio", "three games")],
        opportunities=[OpportunityTold(kind, f"try {kind}") for kind in four],
    )
    assert list(talk.qualities.values_list("strength", "evidence")) == [
        (True, "she said so"),
        (False, "asked twice"),
    ]
    assert list(talk.ways_in.values_list("kind", flat=True)) == ["degree", "portfolio"]
    assert list(talk.opportunities.values_list("kind", flat=True)) == list(four)
    page = text(debrief_of(as_maya, talk))
    assert all(f"try {kind}" in page for kind in four)


@pytest.mark.parametrize(("format", "asked"), [("visit", True), ("phone", False), ("video", False)])
def test_m2_79_and_85_only_who_was_there_is_asked_how_it_looked(
    as_maya: Client, approach: Approach, format: str, asked: bool
) -> None:
    coming = interviews.arrange(approach, on=date(2026, 12, 1), at=time(14), format=format)
    surroundings = PlanLine.objects.filter(plan__approach=approach, question="would-see")
    assert surroundings.exists() is not asked
    with clock.at(coming.starts_at):
        interviews.start_interview(coming)
        interviews.end_interview(coming)
    question = "What did the place look, sound and feel like?"
    assert (question in text(debrief_of(as_maya, coming))) is asked


def test_m2_85_in_person_is_proposed_with_a_place(as_maya: Client, approach: Approach) -> None:
    form = as_maya.get(reverse("interview:arrange", args=[approach.pk])).context["form"]
    assert (form["format"].value(), form["place"].value()) == ("visit", "Lantern Games")


def test_b_08_a_plan_without_a_question_is_not_ready(
    as_maya: Client, coming: Interview, approach: Approach
) -> None:
    PlanLine.objects.filter(plan__approach=approach).delete()
    as_maya.post(reverse("prepare:readiness", args=[approach.pk]))
    approach.plan.refresh_from_db()  # type: ignore[attr-defined]  # made with the talk
    assert approach.plan.ready_at is None  # type: ignore[attr-defined]  # made with the talk


def test_b_10_a_want_nobody_asks_about_is_named(
    as_maya: Client, maya: User, coming: Interview, approach: Approach
) -> None:
    Want.objects.create(
        owner=maya,
        text="no night shifts",
        kind="setting",
        added_at=datetime(2026, 11, 2, tzinfo=clock.zone_of("UTC")),
    )
    PlanLine.objects.filter(
        plan__approach=approach, criterion__in=["work_setting", "hours", "setting", "load"]
    ).delete()
    page = text(plan_of(as_maya, approach))
    assert "no night shifts" in page


def test_e_07_the_confirmation_names_both_clocks_and_a_number(as_maya: Client, coming: Interview) -> None:
    Person.objects.filter(pk=coming.person_id).update(timezone="America/New_York")
    shown = as_maya.get(reverse("interview:interview", args=[coming.pk])).context["confirmation"].body
    assert "5:00" in shown
    assert "2:00" in shown
    assert "(206) 555-0117" in shown


def test_e_18_nothing_records(as_maya: Client, coming: Interview) -> None:
    interviews.start_interview(coming)
    page = live_of(as_maya, coming).content.decode()
    assert not any(word in page for word in ("<audio", "<video", "getUserMedia", "MediaRecorder"))


def test_e_31_practice_is_kept_apart(as_maya: Client, candidate: Candidate) -> None:
    told = {
        "key": "p",
        "person": "Jo",
        "candidate": candidate.pk,
        "minutes": 10,
        "on": "2026-11-22",
        "format": "visit",
        "practice": "on",
    }
    as_maya.post(reverse("interview:chat"), told)
    assert Interview.objects.evidence().count() == 0
    assert "One practice talk is kept apart." in text(as_maya.get(reverse("record:index")))
