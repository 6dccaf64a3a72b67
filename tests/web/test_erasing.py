"""An erased person is found nowhere, and does not come back."""

import os
import threading
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from halfhour.accounts.models import User
from halfhour.contact.models import Approach, Attempt, Draft
from halfhour.find import actions as find
from halfhour.find import at_work
from halfhour.find.models import ImportRow, Person, Source
from halfhour.find.searching import find_people
from halfhour.history.models import Event
from halfhour.privacy.models import LeftAlone
from halfhour.privacy.recognising import signs
from halfhour.web import data_folder
from halfhour.web.your_data import backup, carry_over, erasing, owned
from tests.conftest import MONDAY
from tests.web.filled import fill

pytestmark = pytest.mark.django_db(transaction=True)
MARKER = "Zanzibarium"


@pytest.fixture
def marked(maya: User, approach: Approach, tom: Person) -> Person:
    """Someone whose name stands in every table there is, in their own rows and in those of others."""
    fill(maya, rows=2, words=(f"I met Quill {MARKER} there", f"quill@{MARKER.lower()}.example wrote"))
    LeftAlone.objects.all().delete()
    person = Person.objects.create(
        owner=maya,
        name=f"Quill {MARKER}",
        given="Quill",
        family=MARKER,
        email=f"quill@{MARKER.lower()}.example",
        phone="+1 206 555 0177",
        url=f"https://www.linkedin.example/in/{MARKER.lower()}",
        more={"emails": [f"q2@{MARKER.lower()}.example"]},
        organisation=approach.person.organisation,
        added_at=MONDAY,
    )
    mine = Approach.objects.create(
        owner=maya, person=person, candidate=approach.candidate, channel="email", opened_at=MONDAY
    )
    Attempt.objects.create(
        owner=maya,
        approach=mine,
        key="q",
        channel="email",
        at=MONDAY,
        on=MONDAY.date(),
        body=f"Dear {MARKER}",
    )
    Draft.objects.update_or_create(
        approach=approach,
        kind="letter",
        defaults={"owner": maya, "body": f"Ms {MARKER} named you.", "edited": True, "saved_at": MONDAY},
    )
    Source.objects.create(owner=maya, kind="acquaintance", name=f"Quill {MARKER}", may_mention=True)
    ImportRow.objects.filter(import_file__owner=maya).update(person=person)
    return person


def everything(user: User) -> str:
    """Every column of every row of every table, also of those that belong to nobody."""
    text = []
    for model in [*owned.tables(), *owned.shared_tables()]:
        names = [f.attname for f in model._meta.concrete_fields]
        text += [repr(row) for row in model._base_manager.values_list(*names)]
    return "\n".join(text)


def test_fault_127_the_marker_is_nowhere_after_erasing(
    maya: User, marked: Person, caplog: pytest.LogCaptureFixture
) -> None:
    assert everything(maya).count(MARKER) > 40
    assert find_people(maya, MARKER[:6], limit=5) == [marked.pk]
    goes = erasing.what_goes(marked)
    assert Person.objects.filter(pk=marked.pk).exists()
    erased = erasing.erase(marked)
    assert (erased.rows, erased.texts) == (goes.rows, goes.texts)
    assert MARKER.casefold() not in everything(maya).casefold()
    assert find_people(maya, MARKER[:6], limit=5) == []
    assert "555 0177" not in everything(maya)
    if connection.vendor == "sqlite":
        connection.close()
        file = Path(connection.settings_dict["NAME"])
        for tail in ("", "-wal"):
            place = file.with_name(file.name + tail)
            data = place.read_bytes() if place.exists() else b""
            assert MARKER.lower().encode() not in data.lower()
    for folder, _folders, names in os.walk(data_folder.path()):
        if "backups" in folder or "static" in folder:
            continue
        for name in names:
            if ".sqlite3" not in name:
                assert MARKER.encode() not in (Path(folder) / name).read_bytes()
    assert MARKER not in caplog.text


def test_what_is_said_about_others_stays_and_only_the_name_goes(
    maya: User, marked: Person, approach: Approach
) -> None:
    erasing.erase(marked)
    assert Draft.objects.get(approach=approach, body__contains="named you").body == "(erased) named you."
    assert Source.objects.get(kind="acquaintance", name="(erased)").may_mention is False
    assert Person.objects.filter(pk=approach.person_id).exists()
    assert Event.objects.filter(verb="find.erased", subject_id=marked.pk).count() == 1


def test_a_family_name_that_others_have_stays_theirs(maya: User, marked: Person, approach: Approach) -> None:
    other = Person.objects.create(
        owner=maya, name=f"Ada {MARKER}", given="Ada", family=MARKER, added_at=MONDAY
    )
    erasing.erase(marked)
    other.refresh_from_db()
    assert (other.name, other.family) == (f"Ada {MARKER}", MARKER)


def test_an_entry_that_was_joined_goes_with_the_person(maya: User, marked: Person) -> None:
    gone = Person.objects.create(
        owner=maya, name="Q. Z.", email="old@q.example", merged_into=marked, added_at=MONDAY
    )
    erasing.erase(marked)
    assert not Person.objects.filter(pk=gone.pk).exists()


VCARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Quill {m}\r\nN:{m};Quill;;;\r\n{line}\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Somebody Else\r\nN:Else;Somebody;;;\r\nEND:VCARD\r\n"
)
LINES = [
    "EMAIL:QUILL@zanzibarium.example",
    "EMAIL:q2@zanzibarium.example",
    "TEL:0206 5550177",
    "URL:http://linkedin.example/in/Zanzibarium/",
    "ORG:Lantern Games",
]


@pytest.mark.parametrize("line", LINES)
def test_fault_128_brought_again_by_a_file_they_are_stopped_and_it_says_why(
    maya: User, marked: Person, line: str
) -> None:
    erasing.erase(marked)
    staged = find.read_file(maya, name="again.vcf", data=VCARD.format(m=MARKER, line=line).encode())
    rows = {row.action: row.reason for row in staged.rows.all()}
    assert set(rows) == {"skip", "add"}
    assert rows["skip"].startswith("erased here on ")
    find.write_import(maya, staged)
    assert list(Person.objects.filter(imported_by=staged).values_list("name", flat=True)) == ["Somebody Else"]
    assert MARKER not in everything(maya)
    assert "@" not in "".join(LeftAlone.objects.values_list("digest", flat=True))


def test_fault_128_someone_else_with_the_same_name_is_not_stopped(maya: User, marked: Person) -> None:
    erasing.erase(marked)
    data = VCARD.format(m=MARKER, line="ORG:Somewhere Else").encode()
    staged = find.read_file(maya, name="again.vcf", data=data)
    assert {row.action for row in staged.rows.all()} == {"add"}


def test_fault_128_typed_by_hand_they_are_marked_to_be_left_alone(maya: User, marked: Person) -> None:
    erasing.erase(marked)
    again = find.add_person(maya, name="Quill Z", email=f"quill@{MARKER.lower()}.example")
    assert again.do_not_contact_at is not None


def test_fault_129_left_alone_survives_joining_two_entries(maya: User, marked: Person) -> None:
    find.leave_alone(marked, yes=True)
    twin = Person.objects.create(owner=maya, name=f"Quill {MARKER}", family=MARKER, added_at=MONDAY)
    merge = find.join_people(twin, marked)
    assert merge.kept.do_not_contact_at is not None


def test_fault_129_left_alone_survives_a_file_that_brings_them_again(maya: User, marked: Person) -> None:
    find.leave_alone(marked, yes=True)
    data = VCARD.format(m=MARKER, line=LINES[0]).encode()
    find.write_import(maya, find.read_file(maya, name="again.vcf", data=data))
    marked.refresh_from_db()
    assert marked.do_not_contact_at is not None
    assert Person.objects.filter(family=MARKER).count() == 1


@pytest.mark.skipif("sqlite" not in settings.DATABASES["default"]["ENGINE"], reason="SQLite only")
def test_fault_129_left_alone_and_erased_survive_an_old_backup(
    maya: User, marked: Person, tom: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carry_over, "laptop_user", lambda: maya)
    backup.write(tmp_path / "old.zip")
    find.leave_alone(tom, yes=True)
    erasing.erase(marked)
    wishes = carry_over.gather()
    backup.restore(tmp_path / "old.zip")
    assert Person.objects.filter(family=MARKER).count() == 1  # the old backup still has them
    assert carry_over.carry_over(maya, wishes) == (1, 1)
    tom.refresh_from_db()
    assert tom.do_not_contact_at is not None
    assert MARKER.casefold() not in everything(maya).casefold()


def test_a_name_alone_is_no_sign() -> None:
    assert list(signs(name="Ann Lee")) == []
    assert list(signs(name="Ánn  Lee", organisation="ACME")) == [("name", "ann lee|acme")]
    assert list(signs(phones=["12"])) == []


def test_what_is_told_of_their_file_goes_too(maya: User, marked: Person) -> None:
    number = at_work.begin(maya.pk, at_work.Doing.READING, f"{MARKER}.vcf", lambda: 0)
    for running in threading.enumerate():
        if running.name == f"at work {number}":
            running.join(timeout=20)
    assert (told := at_work.look(maya.pk, number)) and MARKER in told.file
    erasing.erase(marked)
    assert at_work.look(maya.pk, number) is None
