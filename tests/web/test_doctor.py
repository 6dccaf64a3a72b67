"""The doctor names the cause of each broken set-up in words, and how to mend it."""

import json
import os
import re
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from halfhour import clock
from halfhour.accounts.models import Seeker, User
from halfhour.choose.models import Occupation
from halfhour.web import data_folder, running
from halfhour.web.doctor import examination as doctor
from tests.conftest import MONDAY

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("monday"),
    pytest.mark.skipif(sys.platform == "win32", reason="file modes are POSIX"),
    pytest.mark.skipif(
        "sqlite" not in settings.DATABASES["default"]["ENGINE"], reason="about the data folder's own database"
    ),
]


@pytest.fixture
def folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sound_technician: Occupation, maya: User
) -> Iterator[Path]:
    """A data folder that is well, with the tests' database in it."""
    place = tmp_path / "data"
    monkeypatch.setenv("HALFHOUR_DATA", str(place))
    for name in ("secret-key", "start-secret", "left-alone-salt"):
        data_folder.secret(name)
    file = place / "halfhour.sqlite3"
    with (
        closing(sqlite3.connect(connection.settings_dict["NAME"])) as source,
        closing(sqlite3.connect(file)) as copy,
    ):
        source.backup(copy)
    file.chmod(0o600)
    monkeypatch.setattr("halfhour.web.setup.database_file", lambda: file)
    yield place


def wrong() -> dict[str, str]:
    """What is not well: its name and what is said, with how to mend it."""
    return {f.what: f"{f.says} {f.mend}" for f in doctor.examine() if not f.well}


def test_a_well_set_up_is_well(folder: Path) -> None:
    assert {k: v for k, v in wrong().items() if k != "Clock"} == {}


def open_folder(folder: Path, patch: pytest.MonkeyPatch) -> None:
    folder.chmod(0o755)


def unwritable(folder: Path, patch: pytest.MonkeyPatch) -> None:
    (folder / "doctor.probe").mkdir()


def no_locks(folder: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(data_folder, "locks", lambda place: False)


def full_disk(folder: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(doctor, "ROOM_NEEDED_MIB", 10**12)


def open_secret(folder: Path, patch: pytest.MonkeyPatch) -> None:
    (folder / "secret-key").chmod(0o644)


def damaged(folder: Path, patch: pytest.MonkeyPatch) -> None:
    file = folder / "halfhour.sqlite3"
    data = bytearray(file.read_bytes())
    data[4096:40960] = b"\xff" * 36864
    file.write_bytes(data)


def broken_reference(folder: Path, patch: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect(folder / "halfhour.sqlite3")) as db, db:
        db.execute("UPDATE accounts_seeker SET user_id = 987654")


def open_database(folder: Path, patch: pytest.MonkeyPatch) -> None:
    (folder / "halfhour.sqlite3").chmod(0o644)


def upgrade_waits(folder: Path, patch: pytest.MonkeyPatch) -> None:
    from django.db.migrations.recorder import MigrationRecorder

    row = MigrationRecorder.Migration.objects.filter(app="decide").latest("id")
    patch.setattr(
        "django.db.migrations.loader.MigrationLoader.build_graph", built_without((row.app, row.name))
    )


def newer_program(folder: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(
        "django.db.migrations.loader.MigrationLoader.build_graph",
        built_without(None, ("choose", "0999_tomorrow")),
    )


def built_without(less: tuple[str, str] | None, more: tuple[str, str] | None = None):  # type: ignore[no-untyped-def]
    from django.db.migrations.loader import MigrationLoader

    whole = MigrationLoader.build_graph

    def build(self: MigrationLoader) -> None:
        whole(self)
        if less:
            self.applied_migrations.pop(less, None)
        if more:
            self.applied_migrations[more] = None  # type: ignore[assignment]

    return build


def no_occupations(folder: Path, patch: pytest.MonkeyPatch) -> None:
    Occupation.objects.all().delete()


def moved_clock(folder: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setenv("HALFHOUR_NOW", "2030-01-01")


def copied_alone(folder: Path, patch: pytest.MonkeyPatch) -> None:
    running.ticked(10**9)
    (folder / "backups").mkdir()
    (folder / "backups" / f"daily-{MONDAY.date()}.zip").write_bytes(b"")


def silent_tick(folder: Path, patch: pytest.MonkeyPatch) -> None:
    with clock.at(MONDAY - timedelta(minutes=30)):
        running.ticked(0)
    (folder / "backups").mkdir()
    (folder / "backups" / f"daily-{MONDAY.date()}.zip").write_bytes(b"")
    patch.setattr("halfhour.web.server.running_link", lambda: "http://127.0.0.1:8030/")


def dead_server(folder: Path, patch: pytest.MonkeyPatch) -> None:
    (folder / "server.json").write_text(json.dumps({"pid": 1, "port": 9, "instance": "x"}))


def no_backup(folder: Path, patch: pytest.MonkeyPatch) -> None:
    running.ticked(0)


def no_zone(folder: Path, patch: pytest.MonkeyPatch) -> None:
    Seeker.objects.update(timezone="Mars/Olympus")


def wrong_setting(folder: Path, patch: pytest.MonkeyPatch) -> None:
    from django.core.exceptions import ImproperlyConfigured

    def refuse() -> None:
        raise ImproperlyConfigured("DATABASE_URL must begin with postgres://")

    patch.setattr("halfhour.web.setup.django_ready", refuse)


def mailbox_with(**trouble: object):  # type: ignore[no-untyped-def]
    def breaks(folder: Path, patch: pytest.MonkeyPatch) -> None:
        from halfhour.mail.models import Mailbox

        plain = {"address": "maya@example.org", "username": "maya", "password": "x", "smtp_host": "h"}
        Mailbox.objects.create(
            owner=User.objects.get(username="maya"), connected_at=MONDAY, **plain, **trouble
        )

    return breaks


BROKEN = [
    ("a mailbox with trouble", mailbox_with(trouble="h: The name is not known."), "Mailbox", "not known"),
    ("a password refused three times", mailbox_with(wrong_passwords=3), "Mailbox", "three times"),
    ("a folder others can read", open_folder, "Data folder", "chmod 700"),
    ("a folder that cannot be written", unwritable, "Writing", "HALFHOUR_DATA"),
    ("a folder that does not lock", no_locks, "Locking", "network"),
    ("a full disk", full_disk, "Room on the disk", "Free some space"),
    ("a secret others can read", open_secret, "Secrets", "secret-key"),
    ("a damaged database", damaged, "Database is whole", "halfhour restore"),
    ("a reference to nothing", broken_reference, "References", "1 broken"),
    ("a database others can read", open_database, "Database file", "chmod 600"),
    ("an upgrade that waits", upgrade_waits, "Upgrade", "Start Halfhour once"),
    ("data of a newer program", newer_program, "Version", "newer Halfhour"),
    ("no occupations", no_occupations, "Occupations", "Start Halfhour once"),
    ("a moved clock", moved_clock, "Clock", "HALFHOUR_NOW"),
    ("a database copied alone", copied_alone, "Newest data", "copied alone"),
    ("a tick that is silent", silent_tick, "Tick", "silent since"),
    ("a server that was stopped hard", dead_server, "Server", "does not answer"),
    ("no backup", no_backup, "Daily backup", "none yet"),
    ("a zone that is not known", no_zone, "Time zone", "Mars/Olympus"),
    ("a wrong setting", wrong_setting, "Settings", "DATABASE_URL"),
]


@pytest.mark.parametrize(("name", "breaks", "what", "says"), BROKEN, ids=[b[0] for b in BROKEN])
def test_fault_149_the_doctor_names_the_cause(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, breaks, what: str, says: str
) -> None:
    breaks(folder, monkeypatch)
    found = wrong()
    assert what in found
    assert says in found[what]
    assert os.environ["HALFHOUR_DATA"] == str(folder)


@pytest.mark.parametrize(("breaks", "what"), [(wrong_setting, "Settings"), (damaged, "Database is whole")])
def test_fault_149_one_cause_is_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, breaks, what: str
) -> None:
    breaks(folder, monkeypatch)
    assert [f.what for f in doctor.examine() if not f.well and f.what != "Clock"] == [what]


def test_the_documents_list_each_of_them() -> None:
    page = Path("docs/running.md").read_text(encoding="utf-8")
    rows = re.findall(
        r"^\| ([^|]+) \|", page.split("## What the doctor finds")[1].split("\n## ")[0], re.MULTILINE
    )
    assert {b[2] for b in BROKEN} <= {row.strip() for row in rows}
