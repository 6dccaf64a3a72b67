"""The acceptance checks of the method about whom to choose and how they were found, each done through HTTP."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from halfhour.accounts.models import User
from halfhour.choose.models import Candidate, Occupation
from halfhour.contact.facts_of import facts_of
from halfhour.contact.models import Approach, Attempt
from halfhour.contact.rules.letter import draft_letter
from halfhour.due.models import Due
from halfhour.find import actions
from halfhour.find.models import Acquaintance, Common, Listing, NotIt, Organisation, Person, Referral
from tests.conftest import MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


def worker(
    owner: User, occupation: Occupation, name: str, title: str, level: str = "working", **facts: Any
) -> Person:
    given, _, family = name.partition(" ")
    return Person.objects.create(
        owner=owner, name=name, given=given, family=family, title=title, level=level, occupation=occupation,
        code_score=0.95, code_by="coder", coded_at=MONDAY, added_at=MONDAY, **facts,
    )  # fmt: skip


def listed(client: Client, candidate: Candidate, **more: str) -> list[str]:
    """Names of the ranked list, first to last."""
    page = client.get(reverse("find:index"), {"for": candidate.pk, **more})
    return [
        row.name for part in ("first", "rest", "may_know", "routes") for row in page.context.get(part) or ()
    ]


def text(client: Client, address: str, data: dict[str, Any] | None = None) -> str:
    html = client.get(address, data or {}).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def letter_to(person: Person, candidate: Candidate) -> str:
    approach = Approach.objects.create(
        owner=person.owner, person=person, candidate=candidate, channel="email", minutes=20,
        why_person="Your work on rain", promise_on=date(2026, 11, 30), opened_at=MONDAY,
    )  # fmt: skip
    return draft_letter(facts_of(approach), seed="a").body


def test_m2_33_who_does_it_stands_above_who_does_something_near(
    as_maya: Client, maya: User, candidate: Candidate, sound_technician: Occupation
) -> None:
    near = Occupation.objects.create(
        code="27-4011.00", soc="27-4011", name="Audio Technicians", release="30.3"
    )
    sound_technician.facts = {"related": [["27-4011.00", "primary-short"]]}
    sound_technician.save()
    worker(maya, near, "Nell Near", "Audio technician", relationship="friend")
    worker(maya, sound_technician, "Dina Does", "Sound designer")
    assert listed(as_maya, candidate) == ["Dina Does", "Nell Near"]
    assert "the title reads as this work" in text(as_maya, reverse("find:index"), {"for": candidate.pk})


@pytest.mark.parametrize("title", ["Talent Acquisition Partner", "HR Manager", "Hiring Manager, Audio"])
def test_m2_34_hiring_titles_are_a_route_and_not_a_source(
    as_maya: Client, maya: User, candidate: Candidate, sound_technician: Occupation, title: str
) -> None:
    worker(maya, sound_technician, "Rita Route", title)
    page = as_maya.get(reverse("find:index"), {"for": candidate.pk})
    assert [row.name for row in page.context["routes"]] == ["Rita Route"]
    assert "A route, not a source" in page.content.decode()
    personnel = Occupation.objects.create(
        code="13-1071.00", soc="13-1071", name="Human Resources Specialists", release="30.3"
    )
    wanted = Candidate.objects.create(
        owner=maya, words="human resources", occupation=personnel, added_at=MONDAY
    )
    Person.objects.update(occupation=personnel)
    page = as_maya.get(reverse("find:index"), {"for": wanted.pk})
    assert [row.name for row in page.context["first"]] == ["Rita Route"]


def test_m2_34_a_recruiter_from_an_export_is_a_route_on_their_own_page(
    as_maya: Client, maya: User, candidate: Candidate
) -> None:
    """Their title reads as human resources, whatever the occupation is: they are asked for a name first."""
    personnel = Occupation.objects.create(
        code="13-1071.00", soc="13-1071", name="Human Resources Specialists", release="30.3"
    )
    rita = worker(maya, personnel, "Rita Route", "Talent Acquisition Partner")
    said = text(as_maya, reverse("find:person", args=[rita.pk]))
    assert "A route, not a source: Rita hears about many jobs" in said
    assert "Ask Rita for a name" in said
    actions.describe_person(rita, candidate=candidate, does_it=Person.DoesIt.YES)
    assert "A route, not a source" not in text(as_maya, reverse("find:person", args=[rita.pk]))


def test_m2_35_a_director_is_visibly_above_the_level_of_entry(
    as_maya: Client, maya: User, candidate: Candidate, sound_technician: Occupation
) -> None:
    worker(maya, sound_technician, "Dora Director", "Director of Audio", level="heads")
    said = text(as_maya, reverse("find:index"), {"for": candidate.pk})
    assert "well above where you would start" in said
    assert "Supervises rather than does the work you would start with." in said
    assert "Ask Dora" in said  # a warning, not a block


def test_m2_36_near_entry_comes_first_and_another_level_turns_it_round(
    as_maya: Client, maya: User, candidate: Candidate, sound_technician: Occupation
) -> None:
    worker(maya, sound_technician, "Heidi Head", "Head of Design", level="manages")
    worker(maya, sound_technician, "Wanda Works", "Designer II", level="working")
    assert listed(as_maya, candidate) == ["Wanda Works", "Heidi Head"]
    assert listed(as_maya, candidate, level="manages") == ["Heidi Head", "Wanda Works"]
    assert listed(as_maya, candidate, level="nonsense") == ["Wanda Works", "Heidi Head"]


def test_m2_36_the_level_of_the_settings_holds_for_every_list(
    as_maya: Client, maya: User, candidate: Candidate, sound_technician: Occupation
) -> None:
    """The page of the settings keeps the level; the list says for which level it is ranked."""
    worker(maya, sound_technician, "Heidi Head", "Head of Design", level="manages")
    worker(maya, sound_technician, "Wanda Works", "Designer II", level="working")
    address = reverse("find:index")
    assert "Ranked for the level you would start at: working" in text(as_maya, address)
    form = as_maya.get(reverse("numbers")).context["form"]
    told = {f.name: "on" if f.value() is True else f.value() for f in form if f.value() not in (None, False)}
    as_maya.post(reverse("numbers"), {**told, "entry_level": "manages"})
    assert listed(as_maya, candidate) == ["Heidi Head", "Wanda Works"]
    assert "Ranked for the level you would start at: manages people" in text(as_maya, address)
    assert "Supervises rather than does" not in text(as_maya, address)


@pytest.mark.parametrize(
    ("name", "button"),
    [
        ("Dr. Sara Okafor", "Ask Sara"),
        ("Ms. K", "Ask Ms. K"),
        ("Okafor, Sara", "Ask Sara"),
        ("Cher", "Ask Cher"),
    ],
)
def test_a_button_names_a_person_as_one_would(
    as_maya: Client, maya: User, candidate: Candidate, sound_technician: Occupation, name: str, button: str
) -> None:
    worker(maya, sound_technician, name, "Sound designer")
    page = as_maya.get(reverse("find:index")).content.decode()
    asks = re.findall(r'<a class="button primary"[^>]*>(.*?)</a>', page, re.S)
    assert [" ".join(words.split()) for words in asks] == [button]


@pytest.mark.parametrize(
    ("permission", "said"),
    [("yes", "You may say so."), ("no", "That stays unsaid."), ("not_asked", "Ask whether you may say so.")],
)
def test_whether_a_name_may_be_said_stands_on_the_page(
    as_maya: Client, tom: Person, okafor: Person, candidate: Candidate, permission: str, said: str
) -> None:
    actions.note_referral(tom, okafor, candidate=candidate, permitted=False)
    Referral.objects.update(permission=permission)
    shown = text(as_maya, reverse("find:person", args=[okafor.pk]))
    assert f"Tom Reyes named them. {said}" in shown


def test_m2_37_own_contacts_are_suggested_first(as_maya: Client, candidate: Candidate) -> None:
    said = text(as_maya, reverse("find:index"))
    assert "Begin with the people you already know." in said
    assert said.index("Bring your contacts") < said.index("Or type one person")


def test_m2_38_two_questions_and_the_second_makes_a_task(
    as_maya: Client, candidate: Candidate, tom: Person
) -> None:
    as_maya.post(reverse("find:sweep_answers", args=[tom.pk]), {"does": "none", "knows": [candidate.pk]})
    assert Acquaintance.objects.get().person == tom
    assert Due.objects.open().get().kind == "find.ask_acquaintance"
    assert "Tom Reyes might know someone who could tell you about game sound designers." in text(
        as_maya, reverse("today")
    )


def test_a_no_is_for_the_occupations_of_that_day(
    as_maya: Client, maya: User, candidate: Candidate, tom: Person, sound_technician: Occupation
) -> None:
    as_maya.post(reverse("find:sweep_answers", args=[tom.pk]), {"neither": "1"})
    assert list(NotIt.objects.values_list("person", "candidate")) == [(tom.pk, candidate.pk)]
    Person.objects.filter(pk=tom.pk).update(occupation=sound_technician, code_score=0.9, code_by="coder")
    assert listed(as_maya, candidate) == []
    assert "You have been through everyone." in text(as_maya, reverse("find:sweep"))
    later = Candidate.objects.create(owner=maya, words="teacher of audio", added_at=MONDAY.replace(day=24))
    assert "Tom Reyes" in text(as_maya, reverse("find:sweep"))
    as_maya.post(reverse("find:sweep_answers", args=[tom.pk]), {"does": str(later.pk)})
    tom.refresh_from_db()
    assert (tom.does_it, tom.candidate) == ("yes", later)
    assert listed(as_maya, later) == ["Tom Reyes"]
    assert listed(as_maya, candidate) == []


# kind, name, detail, what the letter has to say, and what it must not
SOURCES = [
    ("acquaintance", "Tom Reyes", "who taught me", ["Tom Reyes"]),
    ("school", "Harbor Community College", "", ["alumni office of Harbor Community College"]),
    ("directory", "Game Audio Guild", "", ["directory of the Game Audio Guild"]),
    (
        "article",
        "Sound Weekly",
        "your recordings of rain",
        ["your recordings of rain", "Sound Weekly", "March"],
    ),
    ("organisation_call", "Lantern Games", "the switchboard", ["the switchboard", "called Lantern Games"]),
    ("event", "the spring fair", "", ["the spring fair"]),
    ("referral", "Tom Reyes", "", ["Tom Reyes"]),
    ("administrator", "the Game Audio Guild's office", "", ["Game Audio Guild's office"]),
    ("network", "LinkedIn", "", ["LinkedIn"]),
    ("public_page", "the page of your department", "", ["the page of your department"]),
]


@pytest.mark.parametrize(("kind", "name", "detail", "expected"), SOURCES, ids=[s[0] for s in SOURCES])
def test_m2_66_each_source_gives_its_sentence(
    as_maya: Client, maya: User, candidate: Candidate, kind: str, name: str, detail: str, expected: list[str]
) -> None:
    """M2-39, M2-43, M2-44, M2-65: typed with a person, shown on their page, said in the letter."""
    typed = {
        "name": "Ines Marten", "title": "Sound designer", "organisation": "Lantern Games", "source_kind": kind,
        "source_name": name, "source_detail": detail, "source_on": "2026-03-14", "may_mention": "on",
        "source_terms": "Members may be written to once." if kind == "directory" else "",
    }  # fmt: skip
    as_maya.post(reverse("find:new_person"), typed)
    person = Person.objects.get()
    body = letter_to(person, candidate)
    assert [part for part in expected if part not in body] == []
    page = as_maya.get(reverse("find:person", args=[person.pk])).content.decode().replace("&#x27;", "'")
    assert name in page
    if kind == "directory":
        assert "Members may be written to once." in page


def test_m2_43_a_whole_import_carries_directory_name_and_date(
    as_maya: Client, maya: User, candidate: Candidate
) -> None:
    table = "Name,Job title,Organization\nInes Marten,Sound designer,Lantern Games\nHana Sato,Composer,Orca Films\n"
    read = actions.read_file(maya, name="guild.csv", data=table.encode(), ask_columns=False)
    actions.write_import(maya, read)
    answer = as_maya.post(
        reverse("find:import_source", args=[read.pk]),
        {
            "source_kind": "directory", "source_name": "Game Audio Guild", "source_on": "2026-03-01",
            "source_terms": "Members may be written to once.", "may_mention": "on",
        },
    )  # fmt: skip
    assert answer.headers["Location"] == reverse("find:import_preview", args=[read.pk])
    people = list(Person.objects.select_related("source"))
    assert {(p.source.name, p.source.on, p.source.terms) for p in people if p.source} == {
        ("Game Audio Guild", date(2026, 3, 1), "Members may be written to once.")
    }
    assert "directory of the Game Audio Guild" in letter_to(people[0], candidate)


def test_m2_45_an_administrator_names_two_and_is_linked_to_both(
    as_maya: Client, maya: User, candidate: Candidate, tom: Person
) -> None:
    for name in ("Ines Marten", "Hana Sato"):
        address = reverse("find:new_person") + f"?for={candidate.pk}&by={tom.pk}"
        page = as_maya.get(address)
        assert page.context["form"].initial["source_name"] == "Tom Reyes"
        as_maya.post(
            address,
            {"name": name, "source_kind": "administrator", "source_name": "Tom Reyes", "may_mention": "on"},
        )
    assert set(tom.referrals_made.values_list("to__name", "permission")) == {
        ("Ines Marten", "yes"), ("Hana Sato", "yes"),
    }  # fmt: skip


def test_m2_46_an_organisation_without_a_person_is_listed_for_an_occupation(
    as_maya: Client, maya: User, candidate: Candidate
) -> None:
    as_maya.post(
        reverse("find:listings"),
        {"candidate": candidate.pk, "name": "Orca Films", "telephone": "(206) 555-0188", "department": ""},
    )
    listing = Listing.objects.get()
    assert (listing.organisation.name, listing.organisation.telephone) == ("Orca Films", "(206) 555-0188")
    actions.add_person(maya, name="Someone Else")
    assert "Orca Films" in text(as_maya, reverse("find:index"), {"for": candidate.pk})
    assert "You know nobody at Orca Films yet." in text(
        as_maya, reverse("find:organisation", args=[listing.organisation_id])
    )
    as_maya.post(reverse("find:listings"), {"candidate": candidate.pk, "name": "orca films"})
    assert Listing.objects.count() == 1


def test_m2_47_the_switchboard_gave_a_name(as_maya: Client, maya: User, candidate: Candidate) -> None:
    place = Organisation.objects.create(owner=maya, name="Orca Films", telephone="(206) 555-0188")
    as_maya.post(
        reverse("find:named", args=[place.pk]),
        {"given_name": "Ms Kowalczyk", "extension": "12", "work": candidate.pk},
    )
    person = Person.objects.get()
    assert (person.phone, person.organisation, person.candidate) == (
        "(206) 555-0188 ext. 12",
        place,
        candidate,
    )
    assert person.source is not None and person.source.kind == "organisation_call"
    assert "the switchboard gave me your name when I called Orca Films" in letter_to(
        person, candidate
    ).replace("The s", "the s")


def test_m2_48_the_department_is_suggested_and_can_be_changed(as_maya: Client, maya: User) -> None:
    designer = Occupation.objects.create(
        code="27-1024.00", soc="27-1024", name="Graphic Designers", release="30.3"
    )
    wanted = Candidate.objects.create(
        owner=maya, words="graphic designer", occupation=designer, added_at=MONDAY
    )
    listing = actions.list_organisation(maya, wanted, name="Orca Films")
    address = reverse("find:organisation", args=[listing.organisation_id])
    assert "Ask for: design department (our suggestion)" in text(as_maya, address)
    as_maya.post(
        reverse("find:listings"),
        {"candidate": wanted.pk, "name": "Orca Films", "department": "poster studio"},
    )
    assert "Ask for: poster studio" in text(as_maya, address)


def test_m2_52_under_three_names_there_is_a_warning(
    as_maya: Client, maya: User, candidate: Candidate, sound_technician: Occupation
) -> None:
    for n in range(3):
        assert "so look for more" in text(as_maya, reverse("find:index"), {"for": candidate.pk}) or n == 0
        worker(maya, sound_technician, f"Name Number{n}", "Sound designer")
    assert "so look for more" not in text(as_maya, reverse("find:index"), {"for": candidate.pk})


SHARED = [
    ("school", {"school": "Cornish College"}, "Cornish College", "Cornish College, like you"),
    ("employer", {"place": "Orca Films Inc."}, "Orca Films", "where you worked"),
    ("association", {"association": "Game Audio Guild"}, "game audio guild", "in Game Audio Guild, like you"),
    ("place", {"hometown": "Tacoma"}, "Tacoma", "from Tacoma, like you"),
]


@pytest.mark.parametrize(("kind", "theirs", "mine", "why"), SHARED, ids=[s[0] for s in SHARED])
def test_m2_58_what_you_share_comes_first_with_the_reason_and_the_strength(
    as_maya: Client, maya: User, candidate: Candidate, sound_technician: Occupation, kind: str,
    theirs: dict[str, str], mine: str, why: str,
) -> None:  # fmt: skip
    worker(maya, sound_technician, "Alma Alone", "Sound designer")
    facts = {k: v for k, v in theirs.items() if k != "place"}
    place = Organisation.objects.create(owner=maya, name=theirs["place"]) if "place" in theirs else None
    worker(maya, sound_technician, "Zoe Shared", "Sound designer", organisation=place, **facts)
    assert listed(as_maya, candidate) == ["Alma Alone", "Zoe Shared"]
    as_maya.post(reverse("find:common"), {"kind": kind, "name": mine})
    as_maya.post(reverse("find:common"), {"kind": kind, "name": mine})
    assert listed(as_maya, candidate) == ["Zoe Shared", "Alma Alone"]
    said = text(as_maya, reverse("find:index"), {"for": candidate.pk})
    assert why in said and "some connection" in said
    as_maya.post(reverse("find:common_removal", args=[Common.objects.get().pk]))
    assert listed(as_maya, candidate) == ["Alma Alone", "Zoe Shared"]


def test_m2_58_a_mutual_contact_comes_first(
    as_maya: Client, maya: User, candidate: Candidate, sound_technician: Occupation, tom: Person
) -> None:
    worker(maya, sound_technician, "Alma Alone", "Sound designer")
    shared = worker(maya, sound_technician, "Zoe Shared", "Sound designer")
    tom.referrals_made.create(owner=maya, to=shared, permission="yes", on=MONDAY.date())
    assert listed(as_maya, candidate) == ["Zoe Shared", "Alma Alone"]
    assert "Tom Reyes named them, and you may say so" in text(
        as_maya, reverse("find:index"), {"for": candidate.pk}
    )


def test_m2_67_without_a_source_they_stand_lower(
    as_maya: Client, maya: User, candidate: Candidate, sound_technician: Occupation
) -> None:
    worker(maya, sound_technician, "Alma Alone", "Sound designer")
    source = actions.add_source(maya, kind="article", name="Sound Weekly")
    worker(maya, sound_technician, "Zoe Found", "Sound designer", source=source)
    assert listed(as_maya, candidate) == ["Zoe Found", "Alma Alone"]
    alone = Person.objects.get(name="Alma Alone")
    assert "How you found them isn't noted." in text(as_maya, reverse("find:person", args=[alone.pk]))


def test_someone_asked_lately_is_not_on_the_list_and_a_second_there_waits(
    as_maya: Client, maya: User, candidate: Candidate, sound_technician: Occupation, approach: Approach
) -> None:
    Attempt.objects.create(
        owner=maya, approach=approach, key="a", channel="email", at=MONDAY, on=MONDAY.date()
    )
    worker(
        maya, sound_technician, "Second There", "Sound designer", organisation=approach.person.organisation
    )
    assert listed(as_maya, candidate) == ["Second There"]
    assert "Someone at Lantern Games is being asked now" in text(
        as_maya, reverse("find:index"), {"for": candidate.pk}
    )
