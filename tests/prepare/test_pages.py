"""The pages before a talk, as Maya sees them; the outsider sees none."""

from datetime import date, datetime, time, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.actions import add_want, mark_known
from halfhour.choose.models import Candidate
from halfhour.contact.models import Approach
from halfhour.find.models import Organisation, Person
from halfhour.interview.actions import arrange
from halfhour.prepare import actions
from halfhour.prepare.models import Brief, Plan


@pytest.fixture
def plan(monday: datetime, approach: Approach) -> Plan:
    return actions.make_plan(approach)


def url(name: str, *ids: int) -> str:
    return reverse(f"prepare:{name}", args=ids)


def text(response: object) -> str:
    return " ".join(response.content.decode().split())  # type: ignore[attr-defined]


def test_nothing_here_exists_for_an_outsider(as_outsider: Client, plan: Plan) -> None:
    line = plan.lines.all()[1]
    place = Organisation.objects.get()
    pages = [url("plan", plan.approach_id), url("sheet", plan.approach_id), url("brief", place.pk)]
    posts = [
        *(url(n, plan.approach_id) for n in ("making", "readiness", "questions", "resume", "suggestions")),
        *(url(n, line.pk) for n in ("wording", "moving", "weighing", "removal")),
    ]
    assert [as_outsider.get(p).status_code for p in pages] == [404] * 3
    assert [as_outsider.post(p).status_code for p in posts] == [404] * 9
    assert plan.lines.filter(pk=line.pk).exists()


def test_no_talk_yet_teaches_the_step(as_maya: Client, monday: datetime, approach: Approach) -> None:
    page = text(as_maya.get(url("index")))
    assert "No talk to prepare for yet." in page
    assert "Adaeze Okafor</a>, game sound designer" in page


def test_the_nearest_talk_opens_the_page(as_maya: Client, monday: datetime, approach: Approach) -> None:
    arrange(approach, on=date(2026, 12, 1), at=time(14))
    assert "You talk to Adaeze Okafor on Tuesday 1 December: choose your questions." in text(
        as_maya.get(url("index"))
    )


def test_a_first_set_is_made_by_one_button(as_maya: Client, monday: datetime, approach: Approach) -> None:
    assert "What do you want to hear from Adaeze Okafor?" in text(as_maya.get(url("plan", approach.pk)))
    assert not Plan.objects.exists()
    page = as_maya.post(url("making", approach.pk), follow=True)
    assert "20 minutes with Adaeze Okafor: is this what you want to ask?" in text(page)
    assert [g.label for g in page.context["groups"]] == [
        "Opening",
        "What I need to know",
        "Who and what else",
        "Closing",
    ]


def test_saying_they_are_ready_makes_them_ready(as_maya: Client, plan: Plan) -> None:
    page = as_maya.post(url("readiness", plan.approach_id), follow=True)
    assert "Your questions for Adaeze Okafor are ready." in text(page)
    plan.refresh_from_db()
    assert plan.ready_at == clock.now()


def flags(as_maya: Client, plan: Plan) -> list[str]:
    return [str(f.kind) for f in as_maya.get(url("plan", plan.approach_id)).context["flags"]]


def test_a_plan_without_education_says_so_until_it_has_one(as_maya: Client, plan: Plan) -> None:
    plan.lines.filter(topic="Q3").delete()
    page = as_maya.get(url("plan", plan.approach_id))
    assert [f.text for f in page.context["flags"]] == [
        "No question about the education. Tasks, environment and education belong to every talk."
    ]
    as_maya.post(url("suggestions", plan.approach_id), {"question": "what-counted"})
    assert flags(as_maya, plan) == []


def test_fifteen_musts_for_twenty_minutes_are_too_many(as_maya: Client, plan: Plan) -> None:
    for number in range(15):
        told = {"text": f"Which sound was number {number}?", "must": "on"}
        as_maya.post(url("questions", plan.approach_id), told)
    assert flags(as_maya, plan) == ["overload"]


def test_a_want_nothing_asks_about_is_said(as_maya: Client, plan: Plan, maya: User) -> None:
    add_want(maya, text="a dog under the desk")
    page = text(as_maya.get(url("plan", plan.approach_id)))
    assert "Not covered: “a dog under the desk”." in page
    as_maya.post(url("questions", plan.approach_id), {"text": "Could I have a dog under the desk?"})
    assert "Not covered" not in text(as_maya.get(url("plan", plan.approach_id)))


def test_what_one_already_knows_gets_a_sharper_wording(
    as_maya: Client, plan: Plan, candidate: Candidate
) -> None:
    mark_known(candidate, facts={"education": ""})
    line = actions.add_question(plan, text="What degree is required?")
    page = as_maya.get(url("plan", plan.approach_id))
    shown = next(s for g in page.context["groups"] for s in g.musts if s.line.pk == line.pk)
    assert [f.text for f in shown.flags] == ["You already know this. Ask for what only they can tell."]
    as_maya.post(url("wording", line.pk), {"text": shown.flags[0].alternative})
    line.refresh_from_db()
    assert line.text == shown.flags[0].alternative


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("How much do you earn?", "Ask for a range instead"),
        ("Don't you think the hours are awful?", "This tells them what to answer."),
    ],
)
def test_a_question_that_closes_a_talk_is_marked(as_maya: Client, plan: Plan, asked: str, says: str) -> None:
    line = actions.add_question(plan, text=asked)
    page = as_maya.get(url("plan", plan.approach_id))
    shown = next(s for g in page.context["groups"] for s in g.musts if s.line.pk == line.pk)
    assert shown.flags[0].text.startswith(says)


def test_the_banks_own_questions_are_not_marked(as_maya: Client, plan: Plan) -> None:
    page = as_maya.get(url("plan", plan.approach_id))
    assert [s.flags for g in page.context["groups"] for s in (*g.musts, *g.if_time) if s.flags] == []


def test_an_empty_question_stays_in_the_form_with_its_reason(as_maya: Client, plan: Plan) -> None:
    answer = as_maya.post(url("questions", plan.approach_id), {"text": ""})
    assert answer.status_code == 422
    assert "This field is required." in text(answer)


def test_a_question_can_be_weighed_moved_and_taken_out(as_maya: Client, plan: Plan) -> None:
    first, second = plan.lines.filter(stage="core", must=True)[:2]
    as_maya.post(url("moving", second.pk), {"to": "up"})
    assert plan.lines.filter(stage="core", must=True).first() == second
    as_maya.post(url("weighing", first.pk), {"must": "no"})
    first.refresh_from_db()
    assert first.must is False
    page = as_maya.post(url("removal", second.pk), follow=True)
    assert f"Taken out: “{second.text}”" in page.content.decode().replace("&#x27;", "'")
    assert not plan.lines.filter(pk=second.pk).exists()


def test_the_sheet_has_musts_with_room_and_the_rest_below(as_maya: Client, plan: Plan) -> None:
    page = as_maya.get(url("sheet", plan.approach_id))
    musts = plan.lines.filter(must=True).exclude(stage="open").count()
    assert len(page.context["musts"]) == musts
    assert text(page).count('class="room"') == musts + 2


def test_both_views_on_the_resume_are_told(as_maya: Client, plan: Plan) -> None:
    page = as_maya.get(url("plan", plan.approach_id))
    assert page.context["resume_form"]["choice"].value() == "if_asked"
    assert "Two views. Bringing one shows that you are serious" in text(page)
    as_maya.post(url("resume", plan.approach_id), {"choice": "bring", "new_version": "November"})
    sheet = text(as_maya.get(url("sheet", plan.approach_id)))
    assert "bring it" in sheet


def test_a_second_window_on_the_place_keeps_both_texts(
    as_maya: Client, monday: datetime, okafor: Person
) -> None:
    address = url("brief", okafor.organisation_id or 0)
    as_maya.post(address, {"version": "0", "what_they_do": "Games that glow"})
    answer = as_maya.post(address, {"version": "0", "what_they_do": "Sound for games"})
    assert answer.status_code == 409
    assert "Games that glow" in text(answer)
    assert answer.context["form"]["what_they_do"].value() == "Sound for games"
    as_maya.post(address, {"version": answer.context["form"]["version"].value(), "what_they_do": "Both"})
    assert Brief.objects.get().what_they_do == "Both"


def test_more_talks_ask_no_more_of_the_database(
    as_maya: Client, plan: Plan, maya: User, candidate: Candidate
) -> None:
    arrange(plan.approach, on=date(2026, 12, 1), at=time(14))

    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            as_maya.get(url("index"))
        return len(seen)

    one = queries()
    for number in range(2):
        person = Person.objects.create(owner=maya, name=f"Person {number}", added_at=clock.now())
        more = Approach.objects.create(owner=maya, person=person, candidate=candidate, opened_at=clock.now())
        arrange(more, on=date(2026, 12, 2 + number), at=time(9))
    assert queries() == one


def test_a_plan_page_asks_at_most_ten_times(as_maya: Client, plan: Plan, maya: User) -> None:
    add_want(maya, text="no night shifts")
    with CaptureQueriesContext(connection) as seen:
        as_maya.get(url("plan", plan.approach_id))
    assert len(seen) <= 10


def test_after_the_talk_it_is_no_longer_to_be_prepared(as_maya: Client, plan: Plan) -> None:
    from halfhour.interview.actions import end_interview

    talk = arrange(plan.approach, on=date(2026, 12, 1), at=time(14))
    with clock.at(talk.starts_at + timedelta(minutes=20)):
        end_interview(talk)
    assert "No talk to prepare for yet." in text(as_maya.get(url("index")))


def test_the_three_parts_say_how_far_they_are(as_maya: Client, plan: Plan, okafor: Person) -> None:
    def parts() -> dict[str, bool]:
        return {part.where: part.done for part in as_maya.get(url("plan", plan.approach_id)).context["parts"]}

    assert parts() == {"brief": False, "resume": False, "questions": False}
    as_maya.post(url("brief", okafor.organisation_id or 0), {"version": "0", "what_they_do": "Games"})
    as_maya.post(url("resume", plan.approach_id), {"choice": "none"})
    as_maya.post(url("readiness", plan.approach_id))
    assert parts() == {"brief": True, "resume": True, "questions": True}


def test_a_brief_says_where_it_is_from_and_prints_what_is_kept(
    as_maya: Client, monday: datetime, okafor: Person
) -> None:
    address = url("brief", okafor.organisation_id or 0)
    told = {"version": "0", "what_they_do": "Games that glow", "sources": ["website", "magazine"]}
    page = as_maya.post(address, {**told, "found_in": "Soundings, spring 2026, page 12"}, follow=True)
    assert "their own website, a trade magazine" in text(page)
    assert page.text.count("Soundings, spring 2026, page 12") == 2  # in the form, and on paper
    assert "Give it fifteen minutes, twenty at most." in text(page)
    assert not page.context["long"]
    long = {**told, "version": "1", "what_they_do": "Games that glow. " * 200}
    assert "more than one printed page" in text(as_maya.post(address, long, follow=True))
