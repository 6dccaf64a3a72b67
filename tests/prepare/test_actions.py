"""Choosing questions, changing them, and what later steps tell a plan."""

from datetime import UTC, datetime

import pytest

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.actions import add_want, mark_known
from halfhour.choose.models import Candidate
from halfhour.contact.models import Approach
from halfhour.due.models import Due
from halfhour.find.models import Organisation
from halfhour.prepare import actions
from halfhour.prepare.actions import Conflict
from halfhour.prepare.models import Brief, Plan, Resume, ResumeChoice
from halfhour.refused import Refused

TALK_AT = datetime(2026, 12, 1, 22, tzinfo=UTC)


@pytest.fixture
def plan(monday: datetime, approach: Approach) -> Plan:
    return actions.make_plan(approach)


def texts(plan: Plan) -> list[str]:
    return list(plan.lines.values_list("text", flat=True))


def test_everyone_is_asked_the_same_core(plan: Plan) -> None:
    core = set(plan.lines.filter(because="asked of everyone").values_list("topic", flat=True))
    assert {"Q0", "Q1", "Q2", "Q3", "Q7", "Q17"} <= core


def test_a_want_brings_a_question_that_tests_it(monday: datetime, approach: Approach, maya: User) -> None:
    add_want(maya, text="no night shifts", kind="setting", must=True)
    plan = actions.make_plan(approach)
    assert plan.lines.filter(because="you want: no night shifts", criterion="hours").exists()


def test_what_is_unknown_and_disputed_is_asked_and_said_why(plan: Plan, approach: Approach) -> None:
    plan = actions.make_plan(approach, unknown_criteria=["security"], disputed=["autonomy"])
    because = dict(plan.lines.values_list("criterion", "because"))
    assert because["security"] == "nobody has told you yet"
    assert because["autonomy"] == "people disagree about this"


def test_by_telephone_one_asks_what_one_would_see(plan: Plan, approach: Approach) -> None:
    assert not plan.lines.filter(question="would-see").exists()
    actions.talk_agreed(approach, starts_at=TALK_AT, format="phone", minutes=20)
    assert plan.lines.filter(question="would-see").exists()


def test_making_it_anew_keeps_the_seekers_own_questions(plan: Plan, approach: Approach) -> None:
    actions.add_question(plan, text="What does rain sound like to you?")
    actions.remove_line(plan.lines.get(question="last-week"))
    again = actions.make_plan(approach)
    assert again.pk == plan.pk
    assert "What does rain sound like to you?" in texts(again)
    assert again.lines.filter(question="last-week").exists()


def test_the_same_question_is_not_asked_twice(plan: Plan) -> None:
    before = plan.lines.count()
    first = actions.add_question(plan, text="What does rain sound like?")
    again = actions.add_question(plan, text=" what does  rain sound like? ")
    taken = actions.take_question(plan, question="wrong-idea")
    assert (first.pk, taken.pk) == (again.pk, actions.take_question(plan, question="wrong-idea").pk)
    assert plan.lines.count() == before + 2


def test_a_question_moves_among_its_own_kind_only(plan: Plan) -> None:
    core = list(plan.lines.filter(stage="core", must=True))
    actions.move_line(core[1], up=True)
    assert list(plan.lines.filter(stage="core", must=True)) == [core[1], core[0], *core[2:]]
    actions.move_line(plan.lines.get(pk=core[1].pk), up=True)
    assert plan.lines.filter(stage="core", must=True).first() == core[1]


def test_ready_needs_a_question(plan: Plan) -> None:
    actions.say_ready(plan)
    assert plan.ready_at == clock.now()
    for line in plan.lines.all():
        actions.remove_line(line)
    plan.refresh_from_db()
    assert plan.ready_at is None
    with pytest.raises(Refused, match="no question yet"):
        actions.say_ready(plan)


def due_at(maya: User) -> list[datetime]:
    return list(
        Due.objects.visible_to(maya).open().filter(kind="prepare.plan").values_list("due_at", flat=True)
    )


def test_questions_are_due_two_working_days_before_until_they_are_ready(
    plan: Plan, approach: Approach, maya: User
) -> None:
    assert due_at(maya) == []
    actions.talk_agreed(approach, starts_at=TALK_AT, format="visit", minutes=20)
    assert due_at(maya) == [datetime(2026, 11, 25, 16, tzinfo=UTC)]
    plan.refresh_from_db()
    actions.say_ready(plan)
    assert due_at(maya) == []


def test_a_talk_that_fell_through_needs_no_preparation(plan: Plan, approach: Approach, maya: User) -> None:
    actions.talk_agreed(approach, starts_at=TALK_AT, format="visit", minutes=20)
    actions.talk_agreed(approach, starts_at=None, format="", minutes=20)
    assert due_at(maya) == []


def test_news_from_other_talks_changes_only_plans_nobody_touched(
    plan: Plan, approach: Approach, candidate: Candidate
) -> None:
    actions.note_still_open(candidate, unknown=["security"], disputed=[])
    assert plan.lines.filter(criterion="security").exists()
    actions.add_question(plan, text="What does rain sound like?")
    actions.note_still_open(candidate, unknown=["travel"], disputed=[])
    assert not plan.lines.filter(criterion="travel").exists()


def test_what_was_read_is_not_asked(monday: datetime, approach: Approach, candidate: Candidate) -> None:
    mark_known(candidate, facts={"education": ""})
    plan = actions.make_plan(approach, unknown_criteria=["education"])
    assert not plan.lines.filter(question="degree-needed").exists()


def test_asking_about_the_resume_adds_its_two_questions(plan: Plan, approach: Approach, maya: User) -> None:
    version = actions.add_resume(maya, name="November", made_on=maya.today)
    again = actions.add_resume(maya, name="November", made_on=maya.today)
    actions.choose_resume(approach, choice="bring", resume=version, ask=True)
    assert (version.pk, Resume.objects.count()) == (again.pk, 1)
    assert ResumeChoice.objects.get().resume == version
    assert plan.lines.filter(topic="Q16").count() == 2


def test_two_windows_on_the_page_about_a_place(monday: datetime, okafor: object) -> None:
    lantern = Organisation.objects.get(name="Lantern Games")
    actions.save_brief(lantern, what_they_do="Games that glow", version=0)
    with pytest.raises(Conflict):
        actions.save_brief(lantern, what_they_do="Something else", version=0)
    actions.save_brief(lantern, what_they_do="Games that glow", version=0)
    actions.save_brief(lantern, what_they_do="Games, and their sound", version=1)
    assert (Brief.objects.get().what_they_do, Brief.objects.get().version) == ("Games, and their sound", 2)


def test_a_reworded_question_keeps_what_it_is_about(plan: Plan) -> None:
    line = plan.lines.get(question="last-week")
    actions.reword(line, text="Tell me about last week.")
    assert (line.criterion, line.topic) == ("tasks", "Q1")
    other = plan.lines.get(question="how-you-came")
    with pytest.raises(Refused, match="already in the plan"):
        actions.reword(other, text="tell me about last week.")
