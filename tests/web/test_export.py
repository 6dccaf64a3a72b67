"""An export is everything, in open formats, and what is made of it again is equal."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from halfhour.accounts.models import User
from halfhour.choose.actions import load_occupations
from halfhour.choose.models import Candidate, Occupation
from halfhour.find.models import Person
from halfhour.refused import Refused
from halfhour.web import demo
from halfhour.web.demo.story import tell
from halfhour.web.your_data import export, import_back, owned
from tests.web.filled import content, fill

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def newcomer(db: None) -> User:
    """Someone with an empty store of their own."""
    from halfhour.accounts.models import Seeker

    user = User.objects.create(username="newcomer")
    Seeker.objects.create(user=user)
    return user


def exchanged(user: User, folder: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """What was there, and what is there after everything was erased and read back."""
    before = content(user)
    export.export(user, folder)
    import_back.clear(user)
    assert not any(owned.rows_of(m, user).exists() for m in owned.tables())
    import_back.import_back(user, folder, replace=True)
    return before, content(user)


def test_every_table_of_everyone_comes_back_equal(
    maya: User, sound_technician: Occupation, tmp_path: Path
) -> None:
    fill(maya)
    before, after = exchanged(maya, tmp_path / "out")
    assert [label for label, rows in before.items() if not rows] == []
    assert after == before


def test_the_demo_comes_back_equal(db: None, tmp_path: Path) -> None:
    from halfhour.accounts.actions import laptop_user

    load_occupations()
    user = laptop_user()
    with transaction.atomic():
        tell(user, lambda line: None)
    before, after = exchanged(user, tmp_path / "out")
    assert len(before["find.Person"]) > 30
    assert len(before["record.Finding"]) > 5
    assert after == before
    assert demo.NOW.startswith("2026")


def test_it_goes_to_someone_else_only_when_their_store_is_empty_and_the_numbers_are_free(
    maya: User, candidate: Candidate, newcomer: User, tmp_path: Path
) -> None:
    export.export(maya, tmp_path / "out")
    with pytest.raises(Refused, match="something of yours"):
        import_back.import_back(maya, tmp_path / "out")
    with pytest.raises(Refused, match="taken by someone else"):
        import_back.import_back(newcomer, tmp_path / "out")
    assert Candidate.objects.visible_to(maya).count() == 1
    import_back.clear(maya)
    import_back.import_back(newcomer, tmp_path / "out")
    assert Candidate.objects.visible_to(newcomer).get().words == candidate.words
    newcomer.refresh_from_db()
    assert newcomer.seeker.name == "Maya Lindqvist"


def test_an_occupation_that_is_not_here_comes_along(maya: User, candidate: Candidate, tmp_path: Path) -> None:
    export.export(maya, tmp_path / "out")
    import_back.clear(maya)
    Occupation.objects.all().delete()
    import_back.import_back(maya, tmp_path / "out", replace=True)
    assert Occupation.objects.get().median_pay == 66430


@pytest.mark.parametrize("damage", ["changed", "missing", "newer", "no about", "outside"])
def test_a_damaged_folder_is_refused_and_nothing_changes(
    maya: User, candidate: Candidate, tmp_path: Path, damage: str
) -> None:
    folder = tmp_path / "out"
    export.export(maya, folder)
    table, about = folder / "tables" / "choose.candidate.json", folder / "about.json"
    told = json.loads(about.read_text())
    if damage == "changed":
        table.write_bytes(table.read_bytes().replace(b"game", b"fame"))
    elif damage == "missing":
        table.unlink()
    elif damage == "newer":
        about.write_text(json.dumps(told | {"format": export.FORMAT + 1}))
    elif damage == "outside":
        about.write_text(json.dumps(told | {"sha256": {"../../secret": "0"}}))
    else:
        about.unlink()
    with pytest.raises(Refused):
        import_back.import_back(maya, folder, replace=True)
    assert Candidate.objects.get().words == candidate.words


def test_fault_84_no_cell_of_the_tables_calculates(maya: User, tmp_path: Path) -> None:
    evil = ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1"]
    for name in evil:
        Person.objects.create(owner=maya, name=name, added_at="2026-11-02T00:00Z")
    export.export(maya, tmp_path / "out")
    with (tmp_path / "out" / "people.csv").open(encoding="utf-8-sig", newline="") as table:
        names = [row["name"] for row in csv.DictReader(table)]
    assert sorted(names) == sorted(f"'{name}" for name in evil)


def test_what_the_licences_ask_to_say_is_in_it(maya: User, tmp_path: Path) -> None:
    export.export(maya, tmp_path / "out")
    assert "O*NET" in (tmp_path / "out" / "ATTRIBUTION.txt").read_text(encoding="utf-8")
