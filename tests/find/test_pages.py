"""The pages of the second step, through HTTP."""

import importlib.util
import io
import re
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from halfhour.accounts.models import User
from halfhour.choose import published
from halfhour.choose.models import Candidate, Occupation
from halfhour.due.models import Due
from halfhour.find import actions
from halfhour.find.due import lines
from halfhour.find.models import (
    Acquaintance,
    Correction,
    Import,
    ImportRow,
    NotIt,
    Organisation,
    Person,
    Source,
)

pytestmark = pytest.mark.django_db
MOST_QUERIES = 10

_spec = importlib.util.spec_from_file_location("people_file", Path(__file__).parent / "people_file.py")
assert _spec and _spec.loader
people_file = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(people_file)


@pytest.fixture(scope="module")
def all_occupations() -> list[Occupation]:
    return published.rows()


@pytest.fixture
def occupations(db: None, all_occupations: list[Occupation]) -> None:
    Occupation.objects.bulk_create(all_occupations, ignore_conflicts=True)


def text_of(response: object) -> str:
    html = response.content.decode()  # type: ignore[attr-defined]
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def headline(response: object) -> str:
    found = re.search(r"<h1>(.*?)</h1>", response.content.decode(), re.S)  # type: ignore[attr-defined]
    return found.group(1).strip() if found else ""


def said(response: object) -> list[str]:
    return [str(m) for m in get_messages(response.wsgi_request)]  # type: ignore[attr-defined]


def drop(client: Client, data: bytes, name: str = "Connections.csv") -> object:
    return client.post(reverse("find:imports"), {"file": SimpleUploadedFile(name, data)})


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


def test_with_nobody_the_page_teaches_the_step(as_maya: Client, candidate: Candidate) -> None:
    page = as_maya.get(reverse("find:index"))
    assert headline(page) == "Begin with the people you already know."
    assert [w in text_of(page) for w in ("Drop a file", "Or type one person")] == [True, True]


def test_a_dropped_file_is_shown_before_anything_is_kept(as_maya: Client, maya: User) -> None:
    answer = drop(as_maya, people_file.linkedin(people_file.rows(250)))
    staged = Import.objects.visible_to(maya).get()
    assert answer.headers["Location"] == reverse("find:import_preview", args=[staged.pk])  # type: ignore[attr-defined]
    page = as_maya.get(reverse("find:import_preview", args=[staged.pk]))
    assert headline(page) == "250 rows were read, nothing is kept yet."
    assert len(page.context["page"].object_list) == 100  # a page, not the file
    assert "without an e-mail address" in text_of(page)
    assert Person.objects.count() == 0


def test_the_linkedin_zip_as_it_comes(as_maya: Client) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as zipped:
        zipped.writestr("Connections.csv", people_file.linkedin(people_file.rows(3)))
        zipped.writestr("Profile.csv", "First Name,Last Name\nMaya,Lindqvist\n")
    drop(as_maya, archive.getvalue(), "Basic_LinkedInDataExport.zip")
    assert (Import.objects.get().kind, Import.objects.get().added) == ("linkedin", 3)


def test_from_dropping_to_these_three_first(
    as_maya: Client, maya: User, occupations: None, candidate: Candidate
) -> None:
    """3,000 rows: preview, write, read the titles, and the first names stand there with their reasons."""
    drop(as_maya, people_file.linkedin(people_file.rows(3000)))
    staged = Import.objects.get()
    after = as_maya.post(reverse("find:import_writing", args=[staged.pk]), follow=True)
    assert "Now their job titles are read." in said(after)[0] or "were added" in text_of(after)
    assert re.search(r"0 of [\d,]+ job titles are read", text_of(after))
    while actions.code_people(maya, limit=1000):
        pass
    page = as_maya.get(reverse("find:index"), {"for": candidate.pk})
    first = page.context["first"]
    assert len(first) == 3
    assert {r.title for r in first} == {"Sound Designer"}
    assert all(r.reasons for r in first)
    assert "These three first" in text_of(page)
    assert reverse("contact:ask", args=[first[0].person_id]) + f"?for={candidate.pk}" in page.content.decode()


def test_rows_can_be_filtered_and_carry_their_reason(as_maya: Client, maya: User) -> None:
    known = people_file.rows(4)
    actions.write_import(maya, actions.read_file(maya, name="a.csv", data=people_file.linkedin(known)))
    new = ["Zoe", "Later", "https://www.linkedin.com/in/zoe-later", "", "Harbor", "Nurse", "09 Sep 2025"]
    drop(as_maya, people_file.linkedin([*known, new]))
    staged = Import.objects.get(written_at=None)
    page = as_maya.get(reverse("find:import_preview", args=[staged.pk]), {"only": "skip"})
    assert [r.action for r in page.context["page"]] == ["skip"] * 4
    assert "nothing new" in text_of(page)
    page = as_maya.get(reverse("find:import_preview", args=[staged.pk]), {"only": "add"})
    assert [r.values["name"] for r in page.context["page"]] == ["Zoe Later"]


def test_everyone_is_here_already(as_maya: Client, maya: User) -> None:
    data = people_file.linkedin(people_file.rows(4))
    actions.write_import(maya, actions.read_file(maya, name="a.csv", data=data))
    drop(as_maya, data)
    page = as_maya.get(reverse("find:import_preview", args=[Import.objects.get(written_at=None).pk]))
    assert headline(page) == "Everyone in this file is here already."


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("photo.csv", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "photo.csv: "),
        ("export.zip", b"PK\x03\x04broken", "export.zip: "),
        ("none.csv", b"", "This file is empty. Nothing was read."),
    ],
    ids=["picture", "cut zip", "empty"],
)
def test_a_refused_file_says_why_in_one_sentence(
    as_maya: Client, name: str, data: bytes, sentence: str
) -> None:
    page = drop(as_maya, data, name)
    assert page.status_code == 422  # type: ignore[attr-defined]
    errors = re.findall(r'<ul class="errorlist".*?</ul>', page.content.decode(), re.S)  # type: ignore[attr-defined]
    assert len(errors) == 1
    assert sentence in text_of(page)
    assert not Import.objects.exists()


def test_markup_in_names_stays_text(as_maya: Client) -> None:
    drop(as_maya, people_file.linkedin([["<script>alert(1)</script>", "X", "", "", "<b>Co</b>", "", ""]]))
    page = as_maya.get(reverse("find:import_preview", args=[Import.objects.get().pk]))
    assert "<script>alert" not in page.content.decode()


def test_a_page_that_pretends_to_be_a_link_stays_text(as_maya: Client, maya: User) -> None:
    person = actions.add_person(maya, name="Ana Bodine", url="javascript:alert(1)")
    assert 'href="javascript' not in as_maya.get(reverse("find:person", args=[person.pk])).content.decode()


def test_a_question_is_answered_on_the_preview(as_maya: Client, maya: User, tom: Person) -> None:
    drop(as_maya, people_file.linkedin(people_file.rows(2)))
    row = ImportRow.objects.first()
    row.action, row.person = ImportRow.Action.ASK, tom
    row.save()
    page = as_maya.get(reverse("find:import_preview", args=[row.import_file_id]))
    assert [r.pk for r in page.context["page"]] == [row.pk]  # the questions come first
    as_maya.post(reverse("find:answering", args=[row.import_file_id, row.pk]), {"answer": "other"})
    row.refresh_from_db()
    assert (row.action, row.person) == ("add", None)


def test_the_whole_file_is_taken_back(as_maya: Client, maya: User) -> None:
    drop(as_maya, people_file.linkedin(people_file.rows(5)))
    staged = Import.objects.get()
    as_maya.post(reverse("find:import_writing", args=[staged.pk]))
    assert Person.objects.count() == 5
    page = as_maya.post(reverse("find:undoing", args=[staged.pk]), follow=True)
    assert Person.objects.count() == 0
    assert "Connections.csv was taken back." in text_of(page)


def test_nothing_of_a_preview_is_kept_when_asked(as_maya: Client) -> None:
    drop(as_maya, people_file.linkedin(people_file.rows(5)))
    as_maya.post(reverse("find:discarding", args=[Import.objects.get().pk]))
    assert (Import.objects.count(), ImportRow.objects.count()) == (0, 0)


def test_reading_says_how_far_it_is(as_maya: Client, maya: User, occupations: None) -> None:
    actions.write_import(
        maya, actions.read_file(maya, name="a.csv", data=people_file.linkedin(people_file.rows(10)))
    )
    actions.code_people(maya, limit=4)
    part = as_maya.get(reverse("find:reading"), headers={"HX-Request": "true"})
    assert "4 of 10 job titles are read." in text_of(part)
    assert "hx-trigger" in part.content.decode()
    actions.code_people(maya)
    part = as_maya.get(reverse("find:reading"), headers={"HX-Request": "true"})
    assert "All 10 job titles are read." in text_of(part)
    assert "hx-trigger" not in part.content.decode()  # it asks no more


def test_one_person_in_three_fields(
    as_maya: Client, maya: User, occupations: None, candidate: Candidate
) -> None:
    page = as_maya.post(
        reverse("find:new_person"),
        {
            "name": "Adaeze Okafor",
            "title": "Sound designer",
            "organisation": "Lantern Games",
            "candidate": candidate.pk,
            "source_kind": "article",
            "source_name": "Mix magazine",
            "source_detail": "recording the rain",
            "source_on": "2026-10-02",
        },
        follow=True,
    )
    made = Person.objects.visible_to(maya).get()
    assert (made.name, made.does_it, made.candidate, made.coded_at is None) == (
        "Adaeze Okafor",
        "yes",
        candidate,
        False,
    )
    assert (made.source.kind, made.source.name, made.source.on) == (
        "article",
        "Mix magazine",
        date(2026, 10, 2),
    )
    assert headline(page) == "Adaeze Okafor does this now: game sound designer."
    assert "recording the rain" in text_of(page)


def test_a_double_click_is_one_person(as_maya: Client, occupations: None) -> None:
    for _ in range(2):
        as_maya.post(reverse("find:new_person"), {"name": "Ana Bodine", "title": "Nurse"})
    assert Person.objects.count() == 1


def test_what_was_typed_stays_when_something_is_wrong(as_maya: Client) -> None:
    page = as_maya.post(
        reverse("find:new_person"), {"name": "Ana Bodine", "email": "not an address", "note": "kept"}
    )
    assert page.status_code == 422
    assert 'value="Ana Bodine"' in page.content.decode()
    assert "kept</textarea>" in page.content.decode()


def test_person_page_gives_the_guess_with_its_reason(as_maya: Client, maya: User, occupations: None) -> None:
    person = actions.add_person(maya, name="Ana Bodine", title="Registered Nurse")
    actions.code_people(maya)
    page = as_maya.get(reverse("find:person", args=[person.pk]))
    person.refresh_from_db()
    shown = text_of(page)
    assert "Registered Nurses" in shown
    assert re.search(r"(likely|perhaps|a guess), \d in 10", shown)
    assert person.code_reason in shown
    assert len(page.context["coded"].codes) == 5


def test_one_click_corrects_and_is_remembered(
    as_maya: Client, maya: User, occupations: None, sound_technician: Occupation
) -> None:
    person = actions.add_person(maya, name="Ana Bodine", title="Noise wrangler")
    address = reverse("find:coding", args=[person.pk])
    as_maya.post(address, {"occupation": sound_technician.pk})
    person.refresh_from_db()
    assert (person.occupation, person.code_by) == (sound_technician, "seeker")
    assert Correction.objects.visible_to(maya).get().occupation == sound_technician
    as_maya.post(address, {"level": "senior"})
    person.refresh_from_db()
    assert (person.level, person.occupation) == ("senior", sound_technician)


def test_changing_what_is_noted(as_maya: Client, okafor: Person) -> None:
    address = reverse("find:person", args=[okafor.pk])
    as_maya.post(
        address,
        {
            "name": "Adaeze Okafor",
            "title": "Lead sound designer",
            "organisation": "Lantern Games",
            "phone": "(206) 555-0199",
            "address_from": "the page of her department",
            "candidate": okafor.candidate_id,
        },
    )
    okafor.refresh_from_db()
    assert (okafor.title, okafor.phone, okafor.address_from) == (
        *("Lead sound designer", "(206) 555-0199", "the page of her department"),
    )
    assert okafor.source.name == "Tom Reyes"  # nothing was said about the source, so it stays
    assert okafor.does_it == "yes"


def test_left_alone(as_maya: Client, okafor: Person, candidate: Candidate) -> None:
    as_maya.post(reverse("find:contact_wish", args=[okafor.pk]), {"leave_alone": "yes"})
    page = as_maya.get(reverse("find:person", args=[okafor.pk]))
    assert headline(page) == "Adaeze Okafor wants to be left alone."
    assert reverse("contact:ask", args=[okafor.pk]) not in page.content.decode()
    assert (
        headline(as_maya.get(reverse("find:index"))) == "Nobody on your list does “game sound designer” yet."
    )


def test_ranked_list_gives_reasons_and_warns_when_short(
    as_maya: Client, candidate: Candidate, okafor: Person
) -> None:
    page = as_maya.get(reverse("find:index"))
    assert headline(page) == "Adaeze Okafor could tell you about game sound designers."
    assert "does this work now: game sound designer" in text_of(page)
    assert "Only one name on this list." in text_of(page)


def test_the_warning_waits_until_the_titles_are_read(
    as_maya: Client, maya: User, candidate: Candidate, okafor: Person
) -> None:
    actions.add_person(maya, name="Ana Bodine", title="Nurse")
    assert "Only one name on this list." not in text_of(as_maya.get(reverse("find:index")))


def test_search_forgives_a_slip(as_maya: Client, okafor: Person, tom: Person) -> None:
    address = reverse("find:people")
    for typed, found in (
        ("okaf", ["Adaeze Okafor"]),
        ("okafro", ["Adaeze Okafor"]),
        ("lantern", ["Adaeze Okafor"]),
        ("rey", ["Tom Reyes"]),
    ):
        part = as_maya.get(address, {"q": typed}, headers={"HX-Request": "true"})
        assert [p.name for p in part.context["page"]] == found, typed
    assert "Nobody on your list has" in text_of(as_maya.get(address, {"q": "zzzz"}))


def test_search_sees_a_change_at_once(as_maya: Client, maya: User, tom: Person) -> None:
    address = reverse("find:people")
    assert [p.name for p in as_maya.get(address, {"q": "tom"}).context["page"]] == ["Tom Reyes"]
    actions.describe_person(tom, name="Thomas Quill")
    assert [p.name for p in as_maya.get(address, {"q": "quill"}).context["page"]] == ["Thomas Quill"]
    actions.remove_person(tom)
    assert list(as_maya.get(address, {"q": "quill"}).context["page"]) == []


def test_the_sweep_goes_from_one_to_the_next(
    as_maya: Client, maya: User, candidate: Candidate, tom: Person
) -> None:
    actions.add_person(maya, name="Ana Bodine", title="Nurse")
    page = as_maya.get(reverse("find:sweep"))
    assert headline(page) == "Tom Reyes"  # a teacher is nearer than someone of unknown relation
    page = as_maya.post(
        reverse("find:sweep_answers", args=[tom.pk]), {"does": "none", "knows": [candidate.pk]}, follow=True
    )
    assert headline(page) == "Ana Bodine"
    tom.refresh_from_db()
    assert (NotIt.objects.get().person, Acquaintance.objects.get().person) == (tom, tom)
    assert Due.objects.open().get().kind == "find.ask_acquaintance"


@pytest.mark.parametrize(
    ("answer", "does_it", "marks"),
    [
        ({"does": "{c}"}, "yes", 0),
        ({"does": "{c}", "past": "1"}, "past", 0),
        ({"neither": "1"}, "", 0),
        ({"knows": "{c}"}, "", 1),
        ({"does": "{c}", "knows": "{c}"}, "yes", 1),
    ],
    ids=["does it", "did it once", "neither", "may know", "both"],
)
def test_two_separate_questions(
    as_maya: Client, candidate: Candidate, tom: Person, answer: dict[str, str], does_it: str, marks: int
) -> None:
    data = {k: v.format(c=candidate.pk) for k, v in answer.items()}
    as_maya.post(reverse("find:sweep_answers", args=[tom.pk]), data)
    tom.refresh_from_db()
    assert (tom.does_it, Acquaintance.objects.count(), tom.swept_at is None) == (does_it, marks, False)


def test_later_is_no_answer(as_maya: Client, candidate: Candidate, tom: Person) -> None:
    page = as_maya.post(reverse("find:sweep_answers", args=[tom.pk]), {"later": "1"}, follow=True)
    tom.refresh_from_db()
    assert (tom.swept_at, headline(page)) == (None, "You have been through everyone.")


def test_the_sweep_without_a_shortlist_says_what_is_missing(as_maya: Client, tom: Person) -> None:
    assert headline(as_maya.get(reverse("find:sweep"))) == "First choose what to ask about."


def test_asking_an_acquaintance_stands_on_today(
    as_maya: Client, maya: User, tom: Person, candidate: Candidate, monday: datetime
) -> None:
    actions.answer_sweep(tom, may_know=[candidate])
    (line,) = lines(maya, list(Due.objects.open()), monday)
    assert (line.text, line.person, line.overdue) == (
        "Ask Tom Reyes who they know: game sound designer",
        "Tom Reyes",
        False,
    )
    page = as_maya.get(line.url)
    assert "Do you know somebody who could tell me about game sound designers?" in text_of(page)
    as_maya.post(reverse("find:asking", args=[Acquaintance.objects.get().pk]))
    assert Acquaintance.objects.get().asked_on == date(2026, 11, 23)
    assert not Due.objects.open().exists()


def test_due_lines_take_the_same_queries_for_many(maya: User, candidate: Candidate) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as found:
            lines(maya, list(Due.objects.open()), datetime(2026, 11, 23, tzinfo=UTC))
        return len(found)

    for name in ("Ana", "Bo", "Eve"):
        actions.answer_sweep(actions.add_person(maya, name=name), may_know=[candidate])
        if name == "Ana":
            with_one = count()
    assert count() == with_one


def test_the_organisation_page_keeps_its_switchboard(as_maya: Client, okafor: Person) -> None:
    address = reverse("find:organisation", args=[okafor.organisation_id])
    as_maya.post(address, {"telephone": "(206) 555-0101", "website": "", "note": "art on the 3rd floor"})
    assert Organisation.objects.get().telephone == "(206) 555-0101"
    assert headline(as_maya.get(address)) == "You know of one person at Lantern Games."


@pytest.mark.parametrize("name", ["person", "coding", "contact_wish", "removal", "sweep_answers"])
def test_someone_elses_person_does_not_exist(as_outsider: Client, okafor: Person, name: str) -> None:
    address = reverse(f"find:{name}", args=[okafor.pk])
    assert as_outsider.post(address, {"name": "mine"}).status_code == 404
    okafor.refresh_from_db()
    assert (okafor.name, okafor.removed_at) == ("Adaeze Okafor", None)


@pytest.mark.parametrize("name", ["import_preview", "import_writing", "undoing", "discarding"])
def test_someone_elses_import_does_not_exist(as_outsider: Client, maya: User, name: str) -> None:
    staged = actions.read_file(maya, name="a.csv", data=people_file.linkedin(people_file.rows(1)))
    address = reverse(f"find:{name}", args=[staged.pk])
    method = as_outsider.get if name == "import_preview" else as_outsider.post
    assert method(address).status_code == 404
    assert Import.objects.filter(pk=staged.pk, written_at=None).exists()


def test_an_outsider_sees_no_names(
    as_outsider: Client, okafor: Person, tom: Person, candidate: Candidate
) -> None:
    for address in ("find:index", "find:people", "find:sweep", "find:imports"):
        assert [n for n in ("Okafor", "Reyes") if n in text_of(as_outsider.get(reverse(address)))] == []
    assert as_outsider.get(reverse("find:index"), {"for": candidate.pk}).status_code == 404
    assert as_outsider.get(reverse("find:organisation", args=[okafor.organisation_id])).status_code == 404
    assert "Reyes" not in text_of(as_outsider.get(reverse("find:people"), {"q": "reyes"}))
    assert Source.objects.visible_to(okafor.owner).count() == 1


@pytest.mark.parametrize(
    "name", ["find:index", "find:people", "find:sweep", "find:imports", "find:people?q=a"]
)
def test_queries_do_not_grow(
    as_maya: Client, maya: User, candidate: Candidate, okafor: Person, name: str
) -> None:
    view, _, query = name.partition("?")
    address = reverse(view) + (f"?{query}" if query else "")
    actions.write_import(
        maya, actions.read_file(maya, name="a.csv", data=people_file.linkedin(people_file.rows(1)))
    )
    queries(as_maya, address)
    with_one = queries(as_maya, address)
    for n in range(3):
        actions.add_person(
            maya,
            name=f"Ana {n}",
            title="Sound designer",
            organisation=f"Place {n}",
            candidate=candidate,
            does_it="yes",
        )
    actions.write_import(
        maya, actions.read_file(maya, name="b.csv", data=people_file.linkedin(people_file.rows(3, seed=9)))
    )
    queries(as_maya, address)
    assert queries(as_maya, address) == with_one
    assert with_one <= MOST_QUERIES


def test_person_and_preview_stay_within_their_queries(
    as_maya: Client, maya: User, okafor: Person, occupations: None
) -> None:
    assert queries(as_maya, reverse("find:person", args=[okafor.pk])) <= MOST_QUERIES
    drop(as_maya, people_file.linkedin(people_file.rows(150)))
    assert queries(as_maya, reverse("find:import_preview", args=[Import.objects.get().pk])) <= MOST_QUERIES
