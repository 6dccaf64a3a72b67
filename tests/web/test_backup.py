"""A backup proves that it is whole, and refuses to be put back when it is not."""

import zipfile
from pathlib import Path

import pytest

from halfhour.choose.models import Candidate
from halfhour.refused import Refused
from halfhour.web import backup

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        "sqlite" not in __import__("django.conf").conf.settings.DATABASES["default"]["ENGINE"],
        reason="SQLite only",
    ),
]


@pytest.fixture
def made(tmp_path: Path, candidate: Candidate) -> Path:
    target = tmp_path / "halfhour.zip"
    backup.write(target)
    return target


def test_a_backup_counts_every_table_and_checks_out(made: Path) -> None:
    manifest = backup.check(made)
    assert manifest["rows"]["choose_candidate"] == 1


def test_putting_it_back_brings_back_what_was_there(made: Path, candidate: Candidate) -> None:
    Candidate.objects.all().delete()
    _, former = backup.restore(made)
    assert list(Candidate.objects.values_list("words", flat=True)) == [candidate.words]
    assert former is not None
    assert former.exists()


@pytest.mark.parametrize("damage", ["cut", "changed", "not a zip", "no manifest"])
def test_a_damaged_backup_is_refused_and_nothing_changes(
    made: Path, candidate: Candidate, damage: str
) -> None:
    whole = made.read_bytes()
    if damage == "cut":
        made.write_bytes(whole[: len(whole) // 2])
    elif damage == "not a zip":
        made.write_bytes(b"hello")
    else:
        with zipfile.ZipFile(made) as old:
            members = {name: old.read(name) for name in old.namelist()}
        with zipfile.ZipFile(made, "w") as new:
            for name, data in members.items():
                if damage == "no manifest" and name == backup.MANIFEST:
                    continue
                new.writestr(name, data[:-1] + b"x" if name == backup.DATABASE else data)
    with pytest.raises(Refused):
        backup.restore(made)
    assert Candidate.objects.count() == 1
