"""A table whose headings say nothing: which column is what is asked, and remembered for the next such file."""

import io
import re
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from halfhour.accounts.models import User
from halfhour.find import actions
from halfhour.find.models import ColumnsRead, Import, Person
from halfhour.refused import Refused

pytestmark = pytest.mark.django_db

UNKNOWN = "Wert1;Wert2;Wert3\nAna Bodine;Bäckerin;Lantern\nBo Denari;Pfleger;Harbor\n"
GUESSED = "Wer,Erreichbar,Tut\nAna Bodine,ana@x.org,Bakes\nBo Denari,bo@x.org,Nurses\n"
SAID = {0: "name", 1: "title", 2: "organisation"}


def drop(client: Client, text: str | bytes, name: str = "list.csv") -> Any:
    data = text.encode() if isinstance(text, str) else text
    return client.post(reverse("find:imports"), {"file": SimpleUploadedFile(name, data)})


def text_of(response: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def columns_page(file: Import) -> str:
    return reverse("find:import_columns", args=[file.pk])


def choices(said: dict[int, str], **more: str) -> dict[str, str]:
    return {f"column_{place}": field for place, field in said.items()} | more


@pytest.mark.parametrize(
    ("text", "guess"),
    [(UNKNOWN, ["name", "ignore", "ignore"]), (GUESSED, ["name", "email", "ignore"])],
    ids=["nothing known", "told by the cells"],
)
def test_unknown_columns_are_asked_about_first(as_maya: Client, text: str, guess: list[str]) -> None:
    answer = drop(as_maya, text)
    file = Import.objects.get()
    assert answer.headers["Location"] == columns_page(file)
    with CaptureQueriesContext(connection) as found:
        page = as_maya.get(columns_page(file))
    assert len(found) <= 10
    assert [field.initial for field in page.context["form"].filled()] == guess
    assert "Ana Bodine · Bo Denari" in text_of(page)
    assert as_maya.get(reverse("find:import_preview", args=[file.pk])).status_code == 302


def test_said_shown_kept_and_remembered(as_maya: Client, maya: User) -> None:
    drop(as_maya, UNKNOWN)
    said = as_maya.post(columns_page(Import.objects.get()), choices(SAID, first_row_heads="on"), follow=True)
    assert "Wert2 → Job title" in text_of(said)
    file = actions.write_import(maya, Import.objects.get())
    assert list(Person.objects.order_by("name").values_list("name", "title", "organisation__name")) == [
        ("Ana Bodine", "Bäckerin", "Lantern"),
        ("Bo Denari", "Pfleger", "Harbor"),
    ]
    assert file.file is None  # the file itself is not kept
    answer = drop(as_maya, UNKNOWN + "Cleo Ito;Ärztin;Klinik\n", "next.csv")
    second = Import.objects.get(written_at=None)
    assert answer.headers["Location"] == reverse("find:import_preview", args=[second.pk])
    assert (second.added, second.skipped) == (1, 2)
    assert "The columns were read as you said for such a file:" in text_of(
        as_maya.get(answer.headers["Location"])
    )


def test_no_name_chosen_says_what_is_needed_and_keeps_the_choices(as_maya: Client) -> None:
    drop(as_maya, UNKNOWN)
    page = as_maya.post(columns_page(Import.objects.get()), choices({0: "title", 1: "note", 2: "ignore"}))
    assert page.status_code == 422
    assert "One column has to be a name or an e-mail address." in text_of(page)
    assert page.content.decode().count(" selected") == 3
    assert not ColumnsRead.objects.exists()


def test_the_first_row_may_be_a_person(as_maya: Client) -> None:
    drop(as_maya, "Ana Bodine;Baker\nBo Denari;Nurse\n")
    as_maya.post(columns_page(Import.objects.get()), choices({0: "name", 1: "title"}))
    assert [r.values["name"] for r in Import.objects.get().rows.all()] == ["Ana Bodine", "Bo Denari"]
    assert not ColumnsRead.objects.exists()  # without headings no file is known again


def test_columns_can_be_read_another_way_from_the_preview(as_maya: Client) -> None:
    drop(as_maya, "Name;Firma;Stadt\nAna Bodine;Bäckerin;Lantern\n")
    file = Import.objects.get()
    assert columns_page(file) in as_maya.get(reverse("find:import_preview", args=[file.pk])).content.decode()
    as_maya.post(columns_page(file), choices(SAID))
    assert Import.objects.get().rows.get().values["title"] == "Bäckerin"


def test_a_workbook_with_a_title_above_and_a_hidden_sheet(as_maya: Client) -> None:
    book = openpyxl.Workbook()
    hidden = book.active
    hidden.sheet_state = "hidden"
    hidden.append(("Name", "Email"))
    hidden.append(("Old Entry", "old@x.org"))
    sheet = book.create_sheet("Verein")
    for row in [("Unser Verein",), ("Spalte A", "Spalte B"), ("Ana Bodine", "Baker"), ("Bo Denari", "Nurse")]:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    drop(as_maya, out.getvalue(), "verein.xlsx")
    file = Import.objects.get()
    assert [r.values["name"] for r in file.rows.all()] == ["Old Entry"]  # the only sheet that says who is who


def test_markup_in_cells_and_headings_stays_text(as_maya: Client) -> None:
    drop(as_maya, "Wer <b>x</b>;<script>a</script>\n<img src=x onerror=a>;<script>alert(1)</script>\nBo;Co\n")
    page = as_maya.get(columns_page(Import.objects.get())).content.decode()
    assert [w in page for w in ("<script>a", "<img", "<b>x")] == [False] * 3


def test_keeping_nothing_forgets_the_file(as_maya: Client) -> None:
    drop(as_maya, UNKNOWN)
    as_maya.post(reverse("find:discarding", args=[Import.objects.get().pk]))
    assert not Import.objects.exists()


def test_unread_columns_cannot_be_written(maya: User) -> None:
    file = actions.read_file(maya, name="x.csv", data=UNKNOWN.encode())
    with pytest.raises(Refused, match="which column"):
        actions.write_import(maya, file)


@pytest.mark.parametrize("text", ["It was a dark night.\nThe end.\n", '{"a": 1}\n'])
def test_what_is_no_table_is_refused_at_once(as_maya: Client, text: str) -> None:
    page = drop(as_maya, text)
    assert (page.status_code, Import.objects.count()) == (422, 0)


def test_pasted_names_are_shown_like_a_file(as_maya: Client, maya: User) -> None:
    text = "Ana Bodine, Sound designer, Lantern Games\n- Bo Denari <bo@x.org>\n\n12345\n"
    answer = as_maya.post(reverse("find:imports"), {"names": text})
    file = Import.objects.get()
    assert answer.headers["Location"] == reverse("find:import_preview", args=[file.pk])
    assert [(r.line, r.action) for r in file.rows.all()] == [(1, "add"), (2, "add"), (4, "skip")]
    actions.write_import(maya, file)
    assert list(Person.objects.order_by("name").values_list("name", "title", "email")) == [
        ("Ana Bodine", "Sound designer", ""),
        ("Bo Denari", "", "bo@x.org"),
    ]
    again = actions.read_pasted_list(maya, text)
    assert (again.added, again.updated) == (0, 0)


def test_nothing_pasted_says_so(as_maya: Client) -> None:
    page = as_maya.post(reverse("find:imports"), {"names": "  \n "})
    assert (page.status_code, "This field is required." in text_of(page)) == (422, True)
