"""Two entries of one person become one, keep everything, and can become two again."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core import serializers
from django.db import models
from django.test import Client
from django.urls import reverse

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact import actions as contact
from halfhour.contact.models import Approach, Introduction, OfficeLetter, OrganisationCall
from halfhour.find import actions
from halfhour.find.hanging import STAYS, every_link, links
from halfhour.find.models import (
    Acquaintance,
    Import,
    ImportRow,
    Merge,
    NotIt,
    Organisation,
    Pair,
    Person,
    Referral,
    Source,
)
from halfhour.interview.models import Interview
from halfhour.record.models import Finding
from halfhour.refused import Refused
from halfhour.thank.models import KeepInTouch, Thanks
from tests.conftest import MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]

# Every column that points to a person. A new one fails here until someone has thought about what joining does with it.
KNOWN = {
    ("contact.approach", "person"),
    ("contact.introduction", "introducer"),
    ("contact.officeletter", "person"),
    ("contact.organisationcall", "person"),
    ("find.acquaintance", "person"),
    ("find.importrow", "person"),
    ("find.notit", "person"),
    ("find.referral", "by"),
    ("find.referral", "to"),
    ("interview.interview", "person"),
    ("record.finding", "person"),
    ("thank.keepintouch", "person"),
    ("thank.thanks", "person"),
}


def entry(owner: User, name: str, **facts: Any) -> Person:
    given, _, family = name.partition(" ")
    return Person.objects.create(owner=owner, name=name, given=given, family=family, added_at=MONDAY, **facts)


def told(*rows: models.Model) -> str:
    """Everything the database holds of these rows."""
    fresh = [type(row)._base_manager.get(pk=row.pk) for row in rows]  # type: ignore[attr-defined]
    return serializers.serialize("json", fresh)


@pytest.fixture
def adaeze(maya: User) -> Person:
    """The same Dr Okafor, from another file: a further address, another way she was found, a note."""
    source = Source.objects.create(
        owner=maya,
        kind="directory",
        name="Game Audio Guild",
        on=date(2026, 3, 1),
        terms="members may be asked once",
    )
    return entry(
        maya,
        "Ada Okafor",
        email="ada@example.net",
        url="https://www.linkedin.com/in/ada-okafor",
        school="Harbor Community College",
        note="Likes rain.",
        source=source,
        relationship="met_once",
    )


def everything_hangs_on(person: Person, other: Person, candidate: Candidate) -> list[models.Model]:
    """One row of each kind that may point to a person."""
    owner = person.owner
    approach = Approach.objects.create(owner=owner, person=person, candidate=candidate, opened_at=MONDAY)
    talk = Interview.objects.create(
        owner=owner, approach=approach, person=person, candidate=candidate, minutes=20, on=MONDAY.date(),
        local_time=MONDAY.time(), timezone="UTC", starts_at=MONDAY, agreed_at=MONDAY,
    )  # fmt: skip
    elsewhere = Approach.objects.create(owner=owner, person=other, candidate=candidate, opened_at=MONDAY)
    read = Import.objects.create(
        owner=owner, file_name="a.csv", kind="linkedin", digest="x", previewed_at=MONDAY
    )
    return [
        approach,
        talk,
        Introduction.objects.create(owner=owner, approach=elsewhere, introducer=person, asked_on=MONDAY.date()),
        Acquaintance.objects.create(owner=owner, person=person, candidate=candidate, marked_at=MONDAY),
        ImportRow.objects.create(import_file=read, line=1, action="add", reason="new", person=person),
        NotIt.objects.create(owner=owner, person=person, candidate=candidate, at=MONDAY),
        Referral.objects.create(owner=owner, by=person, to=other, on=MONDAY.date()),
        Referral.objects.create(owner=owner, by=other, to=person, on=MONDAY.date()),
        Finding.objects.create(
            owner=owner, interview=talk, person=person, candidate=candidate, criterion="tasks", text="Cables",
            said_on=MONDAY.date(),
        ),
        OfficeLetter.objects.create(
            owner=owner, person=person, candidate=candidate, kind="school", key="o", body="Hello", at=MONDAY,
            on=MONDAY.date(),
        ),
        OrganisationCall.objects.create(
            owner=owner, organisation=Organisation.objects.create(owner=owner, name="Orca Films"), key="c", at=MONDAY,
            candidate=candidate, on=MONDAY.date(), outcome="name", person=person,
        ),
        KeepInTouch.objects.create(owner=owner, person=person, next_on=MONDAY.date()),
        Thanks.objects.create(owner=owner, interview=talk, person=person, owed_since=MONDAY),
    ]  # fmt: skip


def test_every_column_that_points_to_a_person_is_thought_about() -> None:
    assert {link.name for link in links()} == KNOWN
    assert {link.name for link in every_link()} == KNOWN | STAYS


def test_everything_moves_to_the_one_that_stays_and_back(
    maya: User, okafor: Person, adaeze: Person, tom: Person, candidate: Candidate
) -> None:
    talked = everything_hangs_on(okafor, tom, candidate)
    rows = everything_hangs_on_nothing_else(adaeze, tom)
    before = told(okafor, adaeze, tom, *talked, *rows)
    merge = actions.join_people(okafor, adaeze)
    assert (merge.kept, merge.gone) == (okafor, adaeze)
    for link in links():
        assert link.rows(adaeze).count() == 0, link.name
    assert {link.name for link in links() if link.rows(okafor).exists()} == KNOWN
    okafor.refresh_from_db()
    assert okafor.more["emails"] == ["ada@example.net"]
    assert (okafor.school, okafor.note, okafor.relationship) == (
        "Harbor Community College", "Likes rain.", "met_once",
    )  # fmt: skip
    assert okafor.email == "a.okafor@example.com"
    actions.undo_join(merge)
    assert told(okafor, adaeze, tom, *talked, *rows) == before


def everything_hangs_on_nothing_else(person: Person, other: Person) -> list[models.Model]:
    """Rows that stand beside those of the other entry, so that there are two of a kind."""
    read = Import.objects.create(
        owner=person.owner, file_name="b.csv", kind="google", digest="y", previewed_at=MONDAY
    )
    return [
        ImportRow.objects.create(import_file=read, line=1, action="add", reason="new", person=person),
        Referral.objects.create(
            owner=person.owner, by=person, to=other, on=MONDAY.date(), why="plays the viola"
        ),
        KeepInTouch.objects.create(owner=person.owner, person=person, next_on=date(2027, 2, 1)),
    ]


def test_two_rows_of_which_one_may_be_become_one_that_keeps_both_facts(
    maya: User, okafor: Person, adaeze: Person, tom: Person, candidate: Candidate
) -> None:
    Referral.objects.create(owner=maya, by=okafor, to=tom, on=date(2026, 11, 1))
    second = Referral.objects.create(
        owner=maya, by=adaeze, to=tom, on=date(2026, 11, 2), why="plays the viola"
    )
    merge = actions.join_people(okafor, adaeze)
    assert list(Referral.objects.values_list("by", "why")) == [(merge.kept_id, "plays the viola")]
    actions.undo_join(merge)
    assert set(Referral.objects.values_list("by", "why")) == {(okafor.pk, ""), (adaeze.pk, "plays the viola")}
    assert Referral.objects.filter(pk=second.pk).exists()


def test_both_sources_stay_and_the_one_that_says_more_comes_first(
    as_maya: Client, okafor: Person, adaeze: Person
) -> None:
    actions.join_people(okafor, adaeze)
    okafor.refresh_from_db()
    assert okafor.source is not None and okafor.source.name == "Tom Reyes"
    page = as_maya.get(reverse("find:person", args=[okafor.pk])).content.decode()
    assert "Game Audio Guild" in page


@pytest.mark.parametrize("who", ["okafor", "adaeze"])
def test_fault_129_a_wish_to_be_left_alone_survives_joining(
    request: pytest.FixtureRequest, okafor: Person, adaeze: Person, candidate: Candidate, who: str
) -> None:
    actions.leave_alone(request.getfixturevalue(who), yes=True)
    merge = actions.join_people(okafor, adaeze)
    kept = Person.objects.get(pk=merge.kept_id)
    assert kept.do_not_contact_at == MONDAY
    with pytest.raises(Refused, match="left alone"):
        contact.open_approach(kept.owner, kept, candidate)


def test_a_wish_that_came_after_joining_holds_for_both_when_it_is_undone(
    okafor: Person, adaeze: Person
) -> None:
    merge = actions.join_people(okafor, adaeze)
    with clock.at(MONDAY + timedelta(days=2)):
        actions.leave_alone(Person.objects.get(pk=okafor.pk), yes=True)
        actions.undo_join(Merge.objects.get(pk=merge.pk))
    assert all(p.do_not_contact_at for p in Person.objects.filter(pk__in=(okafor.pk, adaeze.pk)))


def test_fault_73_a_reply_for_the_joined_one_lands_on_the_survivor(
    as_maya: Client, maya: User, okafor: Person, adaeze: Person, candidate: Candidate
) -> None:
    """The page of the answer was open when the two were joined."""
    asked = contact.open_approach(maya, adaeze, candidate, channel="email", why_person="Your rain recordings")
    address = reverse("contact:replies", args=[asked.pk])
    actions.join_people(okafor, adaeze)
    as_maya.post(address, {"key": "r1", "kind": "later", "text": "Ask me in May.", "on": "2026-11-23"})
    asked.refresh_from_db()
    survivor = actions.survivor_of(Person.objects.get(pk=adaeze.pk))
    assert asked.person == survivor
    assert [r.text for r in asked.replies.all()] == ["Ask me in May."]
    answer = as_maya.get(reverse("find:person", args=[asked.person_id]))
    assert answer.status_code == 200


def test_the_page_of_a_joined_entry_leads_to_the_survivor(
    as_maya: Client, okafor: Person, adaeze: Person
) -> None:
    merge = actions.join_people(okafor, adaeze)
    answer = as_maya.get(reverse("find:person", args=[merge.gone_id]))
    assert answer.headers["Location"] == reverse("find:person", args=[merge.kept_id])


def test_an_old_window_asks_the_survivor(
    maya: User, okafor: Person, adaeze: Person, candidate: Candidate
) -> None:
    merge = actions.join_people(okafor, adaeze)
    gone = Person.objects.get(pk=merge.gone_id)
    assert contact.open_approach(maya, gone, candidate, channel="email").person_id == merge.kept_id


def test_while_both_are_asked_they_stay_two(
    as_maya: Client, maya: User, okafor: Person, adaeze: Person, candidate: Candidate
) -> None:
    for person in (okafor, adaeze):
        Approach.objects.create(owner=maya, person=person, candidate=candidate, opened_at=MONDAY)
    pair = Pair.objects.create(owner=maya, one=okafor, other=adaeze, score=0.9)
    answer = as_maya.post(reverse("find:deciding", args=[pair.pk]), {"answer": "same"}, follow=True)
    assert "one person is asked once" in answer.content.decode()
    assert Person.objects.visible_to(maya).current().count() == 2
    Approach.objects.filter(person=adaeze).update(closed_at=MONDAY, closed_because="by_hand")
    merge = actions.join_people(okafor, adaeze)
    assert Approach.objects.filter(person=merge.kept_id).count() == 2
    assert Approach.objects.open().filter(person=merge.kept_id).count() == 1


def test_joining_twice_is_joining_once(okafor: Person, adaeze: Person) -> None:
    assert actions.join_people(okafor, adaeze) == actions.join_people(adaeze, okafor)


def test_after_thirty_days_it_stays(okafor: Person, adaeze: Person) -> None:
    merge = actions.join_people(okafor, adaeze)
    with clock.at(MONDAY + timedelta(days=31)), pytest.raises(Refused, match="30 days"):
        actions.undo_join(merge)
    with clock.at(MONDAY + timedelta(days=29)):
        actions.undo_join(merge)


def test_what_was_changed_since_stays_when_it_is_undone(okafor: Person, adaeze: Person) -> None:
    merge = actions.join_people(okafor, adaeze)
    actions.describe_person(Person.objects.get(pk=okafor.pk), school="Cornish")
    actions.undo_join(Merge.objects.get(pk=merge.pk))
    assert Person.objects.get(pk=okafor.pk).school == "Cornish"
    assert Person.objects.get(pk=adaeze.pk).school == "Harbor Community College"


def test_joined_in_a_row_is_undone_from_the_last(maya: User, okafor: Person, adaeze: Person) -> None:
    approach_holder = entry(maya, "Adaeze Okafor", typed=["name", "title", "note", "school"])
    first = actions.join_people(okafor, adaeze)
    second = actions.join_people(Person.objects.get(pk=first.kept_id), approach_holder)
    assert actions.survivor_of(Person.objects.get(pk=adaeze.pk)) == second.kept
    if second.gone_id == first.kept_id:
        with pytest.raises(Refused, match="further entry"):
            actions.undo_join(Merge.objects.get(pk=first.pk))
    actions.undo_join(Merge.objects.get(pk=second.pk))
    actions.undo_join(Merge.objects.get(pk=first.pk))
    assert Person.objects.visible_to(maya).current().count() == 3


def test_nobody_is_compared_twice_and_the_certain_are_joined(maya: User) -> None:
    entry(maya, "Katherine Vandersloot", url="https://www.linkedin.com/in/kvs", email="kat@example.org")
    entry(maya, "Kate Vandersloot", url="https://linkedin.com/in/kvs/", email="kat@example.org")
    entry(maya, "Ben Ortega", title="Sound designer")
    assert actions.compare_people(maya) == 3
    assert Person.objects.visible_to(maya).current().count() == 2
    assert Merge.objects.get().by == "program"
    while actions.compare_people(maya):
        pass
    assert Merge.objects.count() == 1


def test_two_entries_typed_by_hand_are_asked_about_however_sure(maya: User) -> None:
    for name in ("Katherine Vandersloot", "Kate Vandersloot"):
        actions.add_person(maya, name=name, email="kat@example.org", url="https://www.linkedin.com/in/kvs")
    while actions.compare_people(maya):
        pass
    assert (Pair.objects.count(), Merge.objects.count()) == (1, 0)


def test_what_is_likely_is_asked_and_a_no_is_remembered_for_ever(as_maya: Client, maya: User) -> None:
    one = entry(maya, "Robert Lindquist", title="Sound designer")
    two = entry(maya, "Bob Lindquist", email="bob@example.org", title="Composer")
    while actions.compare_people(maya):
        pass
    pair = Pair.objects.get()
    assert "one given name is short for the other" in pair.reasons
    page = as_maya.get(reverse("find:duplicates")).content.decode()
    assert "Are Robert Lindquist and Bob Lindquist the same person?" in page
    as_maya.post(reverse("find:deciding", args=[pair.pk]), {"answer": "two"})
    for person in (one, two):
        actions.describe_person(Person.objects.get(pk=person.pk), note="seen again", title="Composer")
    while actions.compare_people(maya):
        pass
    assert list(Pair.objects.values_list("said", flat=True)) == ["two"]
    assert Person.objects.visible_to(maya).current().count() == 2
    assert "Everyone stands here once" in as_maya.get(reverse("find:duplicates")).content.decode()


def test_later_goes_to_the_end(as_maya: Client, maya: User) -> None:
    for given in ("Robert", "Bob", "Rob"):
        entry(maya, f"{given} Lindquist")
    while actions.compare_people(maya):
        pass
    first = as_maya.get(reverse("find:duplicates")).context["pair"]
    as_maya.post(reverse("find:deciding", args=[first.pk]), {"answer": "later"})
    listed = as_maya.get(reverse("find:duplicates")).context
    assert listed["pair"] != first
    assert listed["coming"][-1] == first


def test_undone_they_are_told_apart(as_maya: Client, maya: User, okafor: Person, adaeze: Person) -> None:
    merge = actions.join_people(okafor, adaeze)
    as_maya.post(reverse("find:unjoining", args=[merge.pk]))
    while actions.compare_people(maya):
        pass
    assert (okafor.pk, adaeze.pk) in actions.said_to_be_two(maya)
    assert Person.objects.visible_to(maya).current().count() == 2


def test_the_queries_of_the_page_do_not_grow(
    as_maya: Client, maya: User, django_assert_max_num_queries: Any
) -> None:
    for family in ("Lindquist", "Vandersloot", "Okonkwo", "Barrowclough"):
        entry(maya, f"Robert {family}")
        entry(maya, f"Bob {family}")
    while actions.compare_people(maya):
        pass
    assert Pair.objects.count() == 4
    with django_assert_max_num_queries(10):
        as_maya.get(reverse("find:duplicates"))


def test_by_hand_from_the_page_of_a_person(as_maya: Client, maya: User, okafor: Person, tom: Person) -> None:
    as_maya.post(reverse("find:joining", args=[okafor.pk]), {"other": tom.pk})
    assert Person.objects.visible_to(maya).current().count() == 1
    assert Merge.objects.get().by == "seeker"


def test_the_files_of_both_come_again_and_change_nothing(maya: User) -> None:
    """A joined person is known by either entry: nobody is added again, and nothing swings between two jobs."""
    head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    network = (
        head + "Katherine,Vandersloot,https://www.linkedin.com/in/kvs,,Lantern Games,Composer,09 Sep 2025\n"
    )
    book = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Sloot;Kit;;;\r\nFN:Kit Sloot\r\nEMAIL:kit@example.org\r\nTEL:+1 206 555 0199\r\nEND:VCARD\r\n"
    files = [("Connections.csv", network.encode()), ("people.vcf", book.encode())]
    for name, data in files:
        actions.write_import(maya, actions.read_file(maya, name=name, data=data))
    one, two = Person.objects.visible_to(maya).current()
    actions.join_people(one, two)
    for name, data in files * 2:
        again = actions.write_import(maya, actions.read_file(maya, name=name, data=data))
        assert (again.added, again.updated) == (0, 0), name
    assert Person.objects.visible_to(maya).current().count() == 1


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.timeout(120)
def test_one_key_for_each_answer(maya_browses: Any, maya: User) -> None:
    for family in ("Lindquist", "Vandersloot"):
        entry(maya, f"Robert {family}")
        entry(maya, f"Bob {family}")
    while actions.compare_people(maya):
        pass
    page = maya_browses.new_page()
    page.goto("/find/duplicates/")
    asked = page.locator("h1").inner_text()
    page.keyboard.press("n")
    page.wait_for_function("before => document.querySelector('h1').innerText !== before", arg=asked)
    page.keyboard.press("s")
    page.get_by_role("heading", name="Everyone stands here once", exact=False).wait_for()
    assert Merge.objects.count() == 1
    assert list(Pair.objects.values_list("said", flat=True).order_by("said"))[-1] == "two"
