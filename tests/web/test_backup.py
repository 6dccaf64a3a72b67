"""A backup proves that it is whole, and refuses to be put back when it is not."""

import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from halfhour import clock
from halfhour.choose.models import Candidate
from halfhour.refused import Refused
from halfhour.web import data_folder, setup
from halfhour.web.your_data import backup, rollback, rotation, sealing

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        "sqlite" not in __import__("django.conf").conf.settings.DATABASES["default"]["ENGINE"],
        reason="SQLite only",
    ),
]
WORDS = "correct horse battery staple"


@pytest.fixture(autouse=True)
def own_backups() -> Iterator[None]:
    """The folder of backups is empty before and after."""
    for _ in (1, 2):
        for file in rotation.folder().iterdir():
            file.unlink()
        if _ == 1:
            yield


@pytest.fixture
def made(tmp_path: Path, candidate: Candidate) -> Path:
    target = tmp_path / "halfhour.zip"
    backup.write(target)
    return target


@pytest.fixture
def sealed(tmp_path: Path, candidate: Candidate) -> Path:
    target = tmp_path / "halfhour.sealed"
    backup.write(target, passphrase=WORDS)
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


def test_a_sealed_backup_opens_with_its_passphrase_only(sealed: Path, candidate: Candidate) -> None:
    assert candidate.words.encode() not in sealed.read_bytes()
    with pytest.raises(Refused, match="opens with its passphrase"):
        backup.check(sealed)
    with pytest.raises(Refused, match="does not open with this passphrase"):
        backup.check(sealed, passphrase="wrong horse battery staple")
    Candidate.objects.all().delete()
    backup.restore(sealed, passphrase=WORDS)
    assert Candidate.objects.get().words == candidate.words


@pytest.mark.parametrize(
    "size", [0, 1, sealing.BLOCK - 1, sealing.BLOCK, sealing.BLOCK + 1, 3 * sealing.BLOCK]
)
def test_sealing_gives_back_every_byte(tmp_path: Path, size: int) -> None:
    plain, locked, back = (tmp_path / n for n in ("plain", "locked", "back"))
    plain.write_bytes(bytes(n % 251 for n in range(size)))
    sealing.seal(plain, locked, WORDS)
    sealing.unseal(locked, back, WORDS)
    assert back.read_bytes() == plain.read_bytes()


@pytest.mark.parametrize(
    "damage", ["bit", "last block gone", "blocks swapped", "header", "greedy", "cut in a block"]
)
def test_a_sealed_file_that_was_touched_is_refused(tmp_path: Path, damage: str) -> None:
    plain, locked = tmp_path / "plain", tmp_path / "locked"
    plain.write_bytes(b"x" * (3 * sealing.BLOCK + 10))
    sealing.seal(plain, locked, WORDS)
    data = locked.read_bytes()
    begins = data.index(b"\n", len(sealing.MAGIC)) + 1
    head, body = data[:begins], data[begins:]
    block = sealing.BLOCK + sealing.TAG
    touched = {
        "bit": head + body[:100] + bytes([body[100] ^ 1]) + body[101:],
        "last block gone": head + body[: 3 * block],
        "blocks swapped": head + body[block : 2 * block] + body[:block] + body[2 * block :],
        "header": head.replace(b'"p": 1', b'"p": 2') + body,
        "greedy": head.replace(b'"n": 65536', b'"n": 1073741824') + body,
        "cut in a block": head + body[: block + 50],
    }[damage]
    locked.write_bytes(touched)
    with pytest.raises(Refused):
        sealing.unseal(locked, tmp_path / "back", WORDS)


def test_a_backup_of_a_newer_halfhour_is_refused(made: Path, candidate: Candidate, tmp_path: Path) -> None:
    with zipfile.ZipFile(made) as archive:
        archive.extract(backup.DATABASE, tmp_path)
    newer(tmp_path / backup.DATABASE)
    assert setup.newer_steps(tmp_path / backup.DATABASE) == [("choose", "0999_from_tomorrow")]


def newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as db, db:
        db.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('choose', '0999_from_tomorrow', '2030-01-01')"
        )


def test_fault_16_an_older_program_refuses_a_newer_database_and_rollback_brings_the_copy_back(
    candidate: Candidate,
) -> None:
    copy = setup.copy_of_database("before-upgrade")
    newer(backup.sqlite_file())
    Candidate.objects.update(words="after the upgrade")
    with pytest.raises(Refused, match=r"newer Halfhour.*halfhour rollback"):
        setup.migrate(lambda line: None)
    used, until_now = rollback.rollback()
    assert used == copy
    assert Candidate.objects.get().words == candidate.words
    with closing(sqlite3.connect(until_now)) as kept:
        assert kept.execute("SELECT words FROM choose_candidate").fetchall() == [("after the upgrade",)]
    setup.migrate(lambda line: None)


def test_rollback_without_a_copy_says_so(candidate: Candidate) -> None:
    with pytest.raises(Refused, match="no copy"):
        rollback.rollback()


def test_every_day_one_backup_and_never_more_than_a_week_and_four_weeks_of_them(candidate: Candidate) -> None:
    start = datetime(2026, 1, 1, 12, tzinfo=UTC)
    most = 0
    for day in range(80):
        with clock.at(start + timedelta(days=day)):
            if day in (0, 79):
                assert rotation.daily() is not None
                assert rotation.daily() is None  # once a day
            else:
                on = (start + timedelta(days=day)).date()
                (rotation.folder() / f"daily-{on.isoformat()}.zip").write_bytes(b"")
                rotation.tidy(on)
        most = max(most, len(rotation.made()))
    assert most <= rotation.DAYS + rotation.WEEKS
    last = start.date() + timedelta(days=79)
    here = rotation.made()
    assert [last - timedelta(days=n) for n in range(rotation.DAYS)] == sorted(here, reverse=True)[
        : rotation.DAYS
    ]
    assert min(here) >= last - timedelta(days=7 * rotation.WEEKS)
    assert backup.check(here[last])["rows"]["choose_candidate"] == 1


@pytest.mark.parametrize("days", [0, 3, 6, 13, 27])
def test_what_a_backup_holds_is_gone_by_the_stated_day(days: int) -> None:
    made_on = date(2026, 3, 2) + timedelta(days=days)
    every = [made_on + timedelta(days=n) for n in range(60)]
    here: set[date] = set()
    for today in every:
        here = rotation.kept({*here, today}, today)
        assert (made_on in here) <= (today < rotation.gone_by(made_on))
    assert made_on not in here


def test_copies_before_upgrades_are_bounded(candidate: Candidate) -> None:
    for n in range(9):
        (rotation.folder() / f"before-upgrade-2026-01-0{n + 1}-120000.sqlite3").write_bytes(b"")
    rotation.tidy(date(2026, 1, 20))
    assert [f.name[-25:-15] for f in sorted(rotation.folder().iterdir())] == [
        "2026-01-07",
        "2026-01-08",
        "2026-01-09",
    ]
    rotation.tidy(rotation.gone_by(date(2026, 1, 9)))
    assert list(rotation.folder().iterdir()) == []


def test_a_full_disk_means_no_backup_today_and_no_half_one(
    candidate: Candidate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rotation, "ROOM_FACTOR", 10**12)
    assert rotation.daily() is None

    def full(*_args: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "writestr", full)
    with pytest.raises(OSError, match="No space"):
        backup.write(tmp_path / "b.zip")
    assert list(tmp_path.iterdir()) == []


def test_the_salt_of_both_folders_recognises_afterwards(made: Path, candidate: Candidate) -> None:
    file = data_folder.ready() / backup.SALT
    theirs = file.read_text(encoding="ascii")
    data_folder.private_write(file, "another")
    try:
        backup.restore(made)
        assert file.read_text(encoding="ascii").split() == [theirs, "another"]
    finally:
        data_folder.private_write(file, theirs)
