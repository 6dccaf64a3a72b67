"""Agreeing on a talk, holding it, marking it, ending it, logging a chat."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact.models import Approach
from halfhour.due.models import Due
from halfhour.find.models import Person
from halfhour.interview import actions
from halfhour.interview.models import Interview, Mark
from halfhour.prepare.models import Plan
from halfhour.refused import Refused

TUESDAY = date(2026, 12, 1)
TWO = time(14)


@pytest.fixture
def talk(monday: datetime, approach: Approach) -> Interview:
    """Agreed on Monday 23 November for Tuesday 1 December, 2 in the afternoon in Seattle."""
    return actions.arrange(approach, on=TUESDAY, at=TWO, place="Lantern Games, front door")


def open_kinds(owner: User) -> list[str]:
    return sorted(Due.objects.visible_to(owner).open().values_list("kind", flat=True))


def due(owner: User, kind: str) -> Due:
    return Due.objects.visible_to(owner).open().get(kind=kind)


def test_an_agreed_time_is_an_instant_in_the_seekers_zone(talk: Interview) -> None:
    assert talk.starts_at == datetime(2026, 12, 1, 22, tzinfo=UTC)
    assert (talk.on, talk.local_time, talk.timezone) == (TUESDAY, TWO, "America/Los_Angeles")
    assert (talk.minutes, talk.format) == (20, "visit")


def test_agreeing_makes_the_plan_and_tells_the_approach(talk: Interview, approach: Approach) -> None:
    approach.refresh_from_db()
    assert approach.meets_on == TUESDAY
    plan = Plan.objects.get(approach=approach)
    assert (plan.talk_at, plan.minutes) == (talk.starts_at, 20)
    assert plan.lines.count() >= 6


def test_the_same_form_twice_is_one_talk(talk: Interview, approach: Approach) -> None:
    again = actions.arrange(approach, on=TUESDAY, at=TWO)
    assert (again.pk, Interview.objects.count()) == (talk.pk, 1)


def test_a_second_time_beside_the_first_is_refused(talk: Interview, approach: Approach) -> None:
    with pytest.raises(Refused, match="already agreed"):
        actions.arrange(approach, on=TUESDAY, at=time(16))


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"closed_at": datetime(2026, 11, 22, tzinfo=UTC)}, "is closed"),
        ({"do_not_contact_at": datetime(2026, 11, 22, tzinfo=UTC)}, "left alone"),
    ],
    ids=["closed", "do not contact"],
)
def test_no_talk_where_contact_has_ended(
    monday: datetime, approach: Approach, change: dict[str, datetime], why: str
) -> None:
    thing = approach if "closed_at" in change else approach.person
    for name, value in change.items():
        setattr(thing, name, value)
    thing.save()
    with pytest.raises(Refused, match=why):
        actions.arrange(approach, on=TUESDAY, at=TWO)


def test_a_day_that_is_over_is_refused(monday: datetime, approach: Approach) -> None:
    with pytest.raises(Refused, match="That day is over"):
        actions.arrange(approach, on=date(2026, 11, 22), at=TWO)


def test_the_talk_and_its_confirmation_are_due_on_their_days(talk: Interview, maya: User) -> None:
    assert open_kinds(maya) == ["interview.confirm", "interview.talk", "prepare.plan"]
    assert due(maya, "interview.talk").due_at == datetime(2026, 12, 1, 16, tzinfo=UTC)
    assert due(maya, "interview.talk").overdue_at == talk.starts_at + timedelta(minutes=20)
    assert due(maya, "interview.confirm").due_at == datetime(2026, 11, 30, 16, tzinfo=UTC)
    # Two working days before: Monday, then Wednesday, as Thursday and Friday are holidays in Washington.
    assert due(maya, "prepare.plan").due_at == datetime(2026, 11, 25, 16, tzinfo=UTC)


def test_a_talk_agreed_on_the_day_before_needs_no_confirmation(
    monday: datetime, approach: Approach, maya: User
) -> None:
    actions.arrange(approach, on=date(2026, 11, 24), at=TWO)
    assert "interview.confirm" not in open_kinds(maya)


def test_confirming_is_done_once(talk: Interview, maya: User) -> None:
    actions.confirm(talk)
    first = talk.confirmed_at
    with clock.at(talk.starts_at - timedelta(hours=30)):
        actions.confirm(talk)
    assert talk.confirmed_at == first
    assert open_kinds(maya) == ["interview.talk", "prepare.plan"]


def test_another_time_moves_everything_and_asks_for_a_new_confirmation(
    talk: Interview, maya: User, approach: Approach
) -> None:
    actions.confirm(talk)
    actions.reschedule(talk, on=date(2026, 12, 3), at=time(9, 30))
    assert talk.starts_at == datetime(2026, 12, 3, 17, 30, tzinfo=UTC)
    assert (talk.sequence, talk.confirmed_at) == (1, None)
    approach.refresh_from_db()
    assert approach.meets_on == date(2026, 12, 3)
    assert Plan.objects.get().talk_at == talk.starts_at
    assert due(maya, "interview.talk").due_at == datetime(2026, 12, 3, 16, tzinfo=UTC)


@pytest.mark.parametrize("fall_through", [actions.cancel, actions.miss], ids=["cancelled", "missed"])
def test_a_talk_that_fell_through_leaves_room_for_another(
    talk: Interview, approach: Approach, maya: User, fall_through: object
) -> None:
    fall_through(talk)  # type: ignore[operator]
    approach.refresh_from_db()
    assert (approach.arranged_at, approach.meets_on) == (None, None)
    assert [k for k in open_kinds(maya) if not k.startswith("contact.")] == []
    with pytest.raises(Refused, match="fell through"):
        actions.start_interview(talk)
    again = actions.arrange(approach, on=date(2026, 12, 4), at=TWO)
    assert again.pk != talk.pk


def test_lets_talk_now_starts_with_the_plan(monday: datetime, approach: Approach) -> None:
    talk = actions.talk_now(approach)
    assert (talk.starts_at, talk.format) == (monday, "phone")
    assert talk.link_or_number == "(206) 555-0142"
    assert Plan.objects.get(approach=approach).lines.count() >= 6
    assert actions.talk_now(approach).pk == talk.pk


def test_talking_now_moves_a_talk_agreed_for_later(talk: Interview, approach: Approach) -> None:
    now = datetime(2026, 11, 25, 18, 0, tzinfo=UTC)
    with clock.at(now):
        moved = actions.talk_now(approach)
    assert (moved.pk, moved.starts_at) == (talk.pk, now)


def test_start_and_end_are_kept_and_the_first_of_each_wins(talk: Interview, maya: User) -> None:
    start = talk.starts_at + timedelta(minutes=3)
    with clock.at(start):
        actions.start_interview(talk)
    with clock.at(start + timedelta(minutes=5)):
        actions.start_interview(talk)
    with clock.at(start + timedelta(minutes=24)):
        actions.end_interview(talk)
    with clock.at(start + timedelta(minutes=40)):
        actions.end_interview(talk)
    assert (talk.started_at, talk.actual_minutes) == (start, 24)
    assert talk.agreed_end_at == start + timedelta(minutes=20)
    assert {"record.debrief"} <= set(open_kinds(maya))
    assert not {"interview.talk", "interview.confirm", "prepare.plan"} & set(open_kinds(maya))


def test_an_end_pressed_while_the_server_was_away_keeps_its_time(talk: Interview) -> None:
    start = talk.starts_at
    with clock.at(start + timedelta(hours=2)):
        actions.start_interview(talk, at=start)
        actions.end_interview(talk, at=start + timedelta(minutes=21))
    assert talk.actual_minutes == 21


@pytest.mark.parametrize(
    "told", [timedelta(hours=1), timedelta(days=-30)], ids=["in the future", "a month ago"]
)
def test_a_time_that_cannot_be_true_is_now(talk: Interview, told: timedelta) -> None:
    with clock.at(talk.starts_at):
        actions.start_interview(talk, at=talk.starts_at + told)
    assert talk.started_at == talk.starts_at


def test_ending_without_a_start_counts_the_agreed_minutes(talk: Interview) -> None:
    with clock.at(talk.starts_at + timedelta(hours=5)):
        actions.end_interview(talk, at=talk.starts_at + timedelta(minutes=20))
    assert talk.actual_minutes == 20


def test_an_end_that_was_a_slip_can_be_taken_back(talk: Interview, maya: User) -> None:
    with clock.at(talk.starts_at):
        actions.start_interview(talk)
        actions.end_interview(talk)
        actions.go_on(talk)
        assert talk.ended_at is None
        assert "record.debrief" not in open_kinds(maya)
        actions.end_interview(talk)
    with clock.at(talk.starts_at + timedelta(days=1)), pytest.raises(Refused, match="over and written"):
        actions.go_on(talk)


def test_the_same_mark_arriving_twice_is_one_mark(talk: Interview) -> None:
    with clock.at(talk.starts_at):
        actions.start_interview(talk)
        first = actions.mark(talk, key="k1", kind="star", text="the rain")
        again = actions.mark(talk, key="k1", kind="star", text="the rain")
    assert (first.pk, Mark.objects.count()) == (again.pk, 1)


def test_a_mark_may_arrive_after_the_end(talk: Interview) -> None:
    with clock.at(talk.starts_at + timedelta(minutes=30)):
        actions.end_interview(talk)
    with clock.at(talk.starts_at + timedelta(hours=3)):
        late = actions.mark(talk, key="k2", kind="name", at=talk.starts_at + timedelta(minutes=9))
    assert late.at == talk.starts_at + timedelta(minutes=9)


def test_they_offered_to_continue_is_kept(talk: Interview) -> None:
    with clock.at(talk.starts_at + timedelta(minutes=20)):
        actions.mark(talk, key="k3", kind="extended")
    assert talk.extended_at == talk.starts_at + timedelta(minutes=20)


def test_a_chat_is_a_talk_that_has_been_held(
    monday: datetime, maya: User, tom: Person, candidate: Candidate
) -> None:
    told = {"person": tom, "candidate": candidate, "minutes": 10, "line": "Nights are the price of it."}
    chat = actions.log_chat(maya, key="c1", **told)
    again = actions.log_chat(maya, key="c1", **told)
    assert (chat.pk, Interview.objects.count()) == (again.pk, 1)
    assert (chat.kind, chat.actual_minutes, chat.ended_at) == ("chat", 10, monday)
    assert chat.marks.get().text == "Nights are the price of it."
    assert "record.debrief" in open_kinds(maya)


def test_practice_is_kept_apart(monday: datetime, maya: User, tom: Person, candidate: Candidate) -> None:
    actions.log_chat(maya, key="p1", person=tom, candidate=candidate, minutes=10, practice=True)
    assert Interview.objects.get().kind == "practice"
    assert "record.debrief" not in open_kinds(maya)


def test_a_chat_of_tomorrow_is_refused(
    monday: datetime, maya: User, tom: Person, candidate: Candidate
) -> None:
    with pytest.raises(Refused, match="still to come"):
        actions.log_chat(maya, key="c2", person=tom, candidate=candidate, minutes=10, on=date(2026, 11, 24))
