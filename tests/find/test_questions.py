"""Rows that may be someone who is here already: nobody is added before the answer, and nobody is asked twice."""

import importlib.util
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from halfhour.accounts.models import User
from halfhour.find import actions
from halfhour.find.models import Import, ImportRow, Pair, Person
from halfhour.refused import Refused

pytestmark = pytest.mark.django_db
MOST_QUERIES = 10

_spec = importlib.util.spec_from_file_location("people_file", Path(__file__).parent / "people_file.py")
assert _spec and _spec.loader
people_file = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(people_file)

PAGE = "https://www.linkedin.com/in/ana-bodine"
ANA = ["Ana", "Bodine", PAGE, "bodine@example.com", "Lantern Games", "Sound Designer", "03 Mar 2024"]
BO = ["Bo", "Denari", "https://www.linkedin.com/in/bo-denari", "", "Harbor", "Nurse", "03 Mar 2024"]


@pytest.fixture
def here(maya: User) -> Person:
    """Someone of the same name, with another address: nobody can tell whether it is the Ana of the file."""
    return actions.add_person(maya, name="Ana Bodine", email="ana@example.org")


def read(user: User, *rows: list[str], name: str = "Connections.csv") -> Import:
    return actions.read_file(user, name=name, data=people_file.linkedin(list(rows)))


def asking(file: Import) -> ImportRow:
    return file.rows.get(action="ask")


def counts(file: Import) -> tuple[int, int, int]:
    file.refresh_from_db()
    return (file.added, file.updated, file.skipped)


def text_of(response: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_without_an_answer_nobody_is_added_and_the_question_stays(maya: User, here: Person) -> None:
    written = actions.write_import(maya, read(maya, ANA, BO))
    assert sorted(Person.objects.values_list("name", flat=True)) == ["Ana Bodine", "Bo Denari"]
    assert counts(written) == (1, 0, 0)
    assert [r.import_file for r in actions.open_questions(maya)] == [written]
    assert written.read == written.rows.count() == 2


@pytest.mark.parametrize("written_first", [False, True], ids=["before writing", "after writing"])
@pytest.mark.parametrize(
    ("answer", "people", "title", "figures"),
    [
        ("same", 2, "Sound Designer", (1, 1, 0)),
        ("other", 3, "", (2, 0, 0)),
        ("skip", 2, "", (1, 0, 1)),
    ],
)
def test_each_answer(
    maya: User,
    here: Person,
    written_first: bool,
    answer: str,
    people: int,
    title: str,
    figures: tuple[int, int, int],
) -> None:
    file = read(maya, ANA, BO)
    if written_first:
        actions.write_import(maya, file)
    row = asking(file)
    for _ in range(2):  # a double click
        actions.answer_row(maya, row, same_as=here if answer == "same" else None, leave_out=answer == "skip")
    if not written_first:
        actions.write_import(maya, file)
    here.refresh_from_db()
    assert (Person.objects.count(), here.title, counts(file)) == (people, title, figures)
    assert not actions.open_questions(maya).exists()
    assert here.email == "ana@example.org"  # what was here stays the first address
    again = actions.write_import(maya, read(maya, ANA, BO))
    assert (again.added, again.updated, again.rows.filter(action="ask").count()) == (0, 0, 0)
    assert Person.objects.count() == people
    assert actions.undo_import(maya, file) == 0
    here.refresh_from_db()
    assert (Person.objects.count(), here.title) == (1, "")


def test_someone_else_is_remembered_as_two_people(maya: User, here: Person) -> None:
    for written_first in (False, True):
        file = read(maya, ANA)
        if written_first:
            actions.write_import(maya, file)
        actions.answer_row(maya, asking(file))
        if not written_first:
            actions.write_import(maya, file)
        [pair] = Pair.objects.all()
        new = Person.objects.exclude(pk=here.pk).get()
        assert (pair.one, pair.other, pair.said) == (here, new, Pair.Said.TWO)
        actions.undo_import(maya, file)
        assert not Pair.objects.exists()


def test_an_open_question_is_not_asked_again_by_the_next_file(maya: User, here: Person) -> None:
    actions.write_import(maya, read(maya, ANA))
    second = read(maya, ANA, name="again.csv")
    assert [(r.action, r.reason) for r in second.rows.all()] == [
        ("skip", "the question of Connections.csv about this row is still open")
    ]
    assert actions.open_questions(maya).count() == 1


def test_rows_joined_to_a_question_follow_its_answer(maya: User, here: Person) -> None:
    file = actions.write_import(maya, read(maya, ANA, [*ANA[:4], "", "", ""]))
    assert sorted(file.rows.values_list("action", flat=True)) == ["ask", "merge"]
    actions.answer_row(maya, asking(file))
    new = Person.objects.exclude(pk=here.pk).get()
    assert list(file.rows.values_list("person", flat=True)) == [new.pk, new.pk]


def test_an_answer_can_be_taken_back_before_writing(maya: User, here: Person) -> None:
    file = read(maya, ANA)
    row = asking(file)
    reason = row.reason
    actions.answer_row(maya, row)
    actions.ask_again(maya, row)
    row.refresh_from_db()
    assert (row.action, row.person, row.reason, row.before) == ("ask", here, reason, {})


def test_a_file_taken_back_asks_no_more(maya: User, here: Person) -> None:
    file = actions.write_import(maya, read(maya, ANA))
    row = asking(file)
    actions.undo_import(maya, file)
    assert not actions.open_questions(maya).exists()
    with pytest.raises(Refused, match="taken back"):
        actions.answer_row(maya, row)


def test_the_page_of_questions(as_maya: Client, maya: User, here: Person) -> None:
    second = ["Ana", "Bodine", f"{PAGE}-2", "another@example.com", "Orca", "Baker", "03 Mar 2024"]
    file = actions.write_import(maya, read(maya, ANA, second))
    address = reverse("find:import_questions", args=[file.pk])
    with CaptureQueriesContext(connection) as found:
        page = as_maya.get(address)
    assert len(found) <= MOST_QUERIES
    assert [w in text_of(page) for w in ("Is Ana Bodine someone you have already?", "2 questions left.")] == [
        True,
        True,
    ]
    assert [(line.what, line.told, line.cells[0][2]) for line in page.context["lines"]][:2] == [
        ("Name", "Ana Bodine", True),
        ("Where", "Lantern Games", None),
    ]
    keys = re.findall(r'value="(\w+)" data-key="(\w)"', page.content.decode())
    assert keys == [(str(here.pk), "s"), ("other", "n"), ("skip", "x")]
    row = page.context["row"]
    answered = as_maya.post(
        reverse("find:answering", args=[file.pk, row.pk]), {"answer": "other"}, follow=True
    )
    assert "1 question left." in text_of(answered)
    row = answered.context["row"]
    done = as_maya.post(reverse("find:answering", args=[file.pk, row.pk]), {"answer": "skip"}, follow=True)
    assert "Every question of Connections.csv is answered." in text_of(done)
    assert "Every question is answered." in text_of(as_maya.get(address))


def test_the_list_of_files_says_what_waits(as_maya: Client, maya: User, here: Person) -> None:
    actions.write_import(maya, read(maya, ANA))
    assert "1 question waits: the same person?" in text_of(as_maya.get(reverse("find:imports")))


def test_someone_elses_person_is_no_answer(as_maya: Client, maya: User, here: Person, outsider: User) -> None:
    theirs = actions.add_person(outsider, name="Ana Bodine")
    row = asking(read(maya, ANA))
    address = reverse("find:answering", args=[row.import_file_id, row.pk])
    assert as_maya.post(address, {"answer": str(theirs.pk)}).status_code == 404
    row.refresh_from_db()
    assert row.action == "ask"


def test_every_row_is_a_line_of_the_table_to_keep(as_maya: Client, maya: User, here: Person) -> None:
    formula = ["=1+1", "Sum", "", "sum@example.com", "X", "Y", "03 Mar 2024"]
    nobody = ["", "", "", "", "Lantern", "Nurse", "03 Mar 2024"]
    file = actions.write_import(maya, read(maya, ANA, BO, formula, nobody))
    answer = as_maya.get(reverse("find:import_lines", args=[file.pk]))
    text = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    lines = text.splitlines()
    assert lines[0] == "line,action,reason,person"
    assert [line.split(",")[:2] for line in lines[1:]] == [
        ["5", "ask"],
        ["6", "add"],
        ["7", "add"],
        ["8", "skip"],
    ]
    assert lines[3].endswith(",'=1+1 Sum")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="import-{file.pk}-rows.csv"'


def test_a_dropped_file_with_questions_shows_them_first(as_maya: Client, here: Person) -> None:
    data = people_file.linkedin([ANA, BO])
    as_maya.post(reverse("find:imports"), {"file": SimpleUploadedFile("c.csv", data)})
    page = as_maya.get(reverse("find:import_preview", args=[Import.objects.get().pk]))
    assert [r.action for r in page.context["page"]] == ["ask"]
    assert "One row may be someone you have already. Nobody is added for it until you answer" in text_of(page)
    assert "Keep this 1 person" in text_of(page)


def test_two_people_beside_one_row_have_a_key_each(as_maya: Client, maya: User, here: Person) -> None:
    other = actions.add_person(maya, name="Ana Bodine", email="ana.b@example.net", title="Baker")
    file = read(maya, ANA)
    page = as_maya.get(reverse("find:import_questions", args=[file.pk]))
    keys = dict(re.findall(r'value="(\w+)" data-key="(\w)"', page.content.decode()))
    assert {keys[str(here.pk)], keys[str(other.pk)]} == {"1", "2"}
    row = asking(file)
    as_maya.post(reverse("find:answering", args=[file.pk, row.pk]), {"answer": str(other.pk)})
    actions.write_import(maya, file)
    other.refresh_from_db()
    assert (Person.objects.count(), other.url) == (2, PAGE)
