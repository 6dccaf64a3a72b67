"""Disk, power, locks and clock: what goes wrong under a program, and that nothing is lost by it."""

import logging
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import OperationalError, connection, connections, transaction
from django.test import Client

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Goal
from halfhour.contact.models import Approach, Promise
from halfhour.find.models import Import, Person
from halfhour.interview.models import Interview
from halfhour.record.models import Debrief
from halfhour.refused import Refused
from halfhour.web import data_folder, only_one, running, setup, tick
from halfhour.web.logs import OneLine
from halfhour.web.your_data import backup, rotation
from tests.conftest import MONDAY
from tests.record.test_pages import filled

on_sqlite = pytest.mark.skipif(
    "sqlite" not in settings.DATABASES["default"]["ENGINE"], reason="about the SQLite file"
)
pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "Everything that Dr Okafor said about the rain. " * 400


@pytest.fixture
def talk(maya: User, approach: Approach) -> Interview:
    return Interview.objects.create(
        owner=maya,
        approach=approach,
        person=approach.person,
        candidate=approach.candidate,
        minutes=20,
        on=MONDAY.date(),
        local_time=MONDAY.time(),
        timezone="UTC",
        starts_at=MONDAY,
        agreed_at=MONDAY,
        started_at=MONDAY,
        ended_at=MONDAY + timedelta(minutes=20),
    )


class FullDisk:
    """The database has no free page and may not grow by one while this is entered."""

    def __enter__(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE filler (x)")
            cursor.execute("PRAGMA page_count")
            cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
            with pytest.raises(OperationalError, match="full"):
                while True:
                    cursor.execute("INSERT INTO filler VALUES (zeroblob(3000))")

    def __exit__(self, *_fault: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA max_page_count = 1073741823")
            cursor.execute("DROP TABLE filler")


@on_sqlite
def test_fault_6_eight_threads_that_read_and_then_write_never_meet_a_deadlock(maya: User) -> None:
    goal = Goal.objects.create(owner=maya, text="0", at=MONDAY)
    faults: list[Exception] = []

    def work() -> None:
        try:
            for _ in range(10):
                with transaction.atomic():
                    row = Goal.objects.get(pk=goal.pk)
                    row.text = str(int(row.text) + 1)
                    row.save()
        except Exception as fault:
            faults.append(fault)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    goal.refresh_from_db()
    assert (faults, goal.text) == ([], "80")


def test_fault_7_after_a_power_loss_at_each_of_200_points_the_database_opens_and_is_whole(
    tmp_path: Path,
) -> None:
    source = tmp_path / "now.sqlite3"
    with closing(sqlite3.connect(source, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA wal_autocheckpoint=0")
        db.execute("CREATE TABLE saved (n INTEGER PRIMARY KEY, words TEXT)")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for n in range(120):
            db.execute("INSERT INTO saved VALUES (?, ?)", (n, f"words {n} " * 60))
        log = source.with_name("now.sqlite3-wal").read_bytes()
        whole = source.read_bytes()
    seen = set()
    for point in range(200):
        copy = tmp_path / "cut.sqlite3"
        copy.write_bytes(whole)
        copy.with_name("cut.sqlite3-wal").write_bytes(log[: len(log) * point // 199])
        with closing(sqlite3.connect(copy)) as db:
            assert db.execute("PRAGMA quick_check").fetchone() == ("ok",)
            rows = [n for (n,) in db.execute("SELECT n FROM saved ORDER BY n")]
        assert rows == list(range(len(rows)))  # the saves up to some moment, none of them torn
        seen.add(len(rows))
        copy.with_name("cut.sqlite3-shm").unlink(missing_ok=True)
    assert {0, 120} <= seen


@on_sqlite
def test_fault_8_a_backup_during_steady_writing_is_whole_and_from_one_moment(
    maya: User, tmp_path: Path
) -> None:
    stop = threading.Event()

    def write() -> None:
        n = 0
        while not stop.wait(0.02):  # 3,000 a minute
            n += 1
            Goal.objects.create(owner=maya, text=str(n), at=MONDAY)
        connections.close_all()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for n in range(4):
            before = Goal.objects.count()
            backup.write(tmp_path / f"{n}.zip")
            counted = backup.check(tmp_path / f"{n}.zip")["rows"]["choose_goal"]
            assert before <= counted <= Goal.objects.count()
    finally:
        stop.set()
        writer.join()


def test_fault_9_a_database_older_than_what_was_last_seen_is_noticed_and_a_backup_mends_it(
    maya: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from halfhour.history.actions import note
    from halfhour.web.doctor import running as doctor

    monkeypatch.setenv("HALFHOUR_DATA", str(tmp_path))
    first = note(maya, "choose.goal", maya)
    last = note(maya, "choose.goal", maya)
    running.ticked(last.pk)
    assert [f.well for f in doctor.newest()] == [True]
    last.delete()  # as if the newest part had stayed behind in the -wal file
    (found,) = doctor.newest()
    assert (found.well, "copied" in found.says, "restore" in found.mend) == (False, True, True)
    running.ticked(first.pk)
    assert [f.well for f in doctor.newest()] == [True]
    assert "Never copy the database file alone" in Path("docs/running.md").read_text(encoding="utf-8")


def test_fault_12_a_folder_that_does_not_lock_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert data_folder.locks(tmp_path) is True
    assert data_folder.locks(tmp_path, vfs="unix-none") is False  # SQLite without locks, as on some networks
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setattr(data_folder, "locks", lambda folder: False)
    with pytest.raises(Refused, match="does not lock files"):
        setup.refuse_bad_folder()


def test_fault_12_a_folder_that_cannot_be_written_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(folder: Path) -> bool:
        raise sqlite3.OperationalError("attempt to write a readonly database")

    monkeypatch.setattr(data_folder, "locks", read_only)
    with pytest.raises(Refused, match="cannot be written"):
        setup.refuse_bad_folder()
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("HALFHOUR_DATA", str(tmp_path / "file" / "data"))
    with pytest.raises(Refused, match="HALFHOUR_DATA"):
        data_folder.ready()


@on_sqlite
def test_fault_13_a_full_disk_while_saving_a_debrief_keeps_the_text_and_no_half_row(
    as_maya: Client, talk: Interview
) -> None:
    page = as_maya.get(f"/record/talks/{talk.pk}/")
    form = filled(page, day_to_day=WORDS, quote="It rained")
    with FullDisk():
        answer = as_maya.post(f"/record/talks/{talk.pk}/", form)
    assert (answer.status_code, Debrief.objects.count()) == (507, 0)
    assert "There is no room on the disk." in answer.content.decode()
    assert WORDS.strip() in answer.content.decode()
    again = as_maya.post(f"/record/talks/{talk.pk}/", form)
    assert again.status_code == 302
    assert Debrief.objects.get().day_to_day.strip() == WORDS.strip()


@on_sqlite
def test_fault_13_a_full_disk_while_importing_leaves_nothing_half(as_maya: Client, maya: User) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    lines = ["First Name,Last Name,URL,Email Address,Company,Position,Connected On"]
    lines += [f"Ann{n},Person{n},,,Company {n},Job {n},01 Jan 2024" for n in range(3000)]
    file = SimpleUploadedFile("Connections.csv", "\n".join(lines).encode())
    with FullDisk():
        answer = as_maya.post("/find/imports/", {"file": file})
    assert (answer.status_code, Import.objects.count()) == (507, 0)
    from halfhour.find import actions as find

    staged = find.read_file(maya, name="Connections.csv", data="\n".join(lines).encode())
    with FullDisk():
        answer = as_maya.post(f"/find/imports/{staged.pk}/people/")
    people = Person.objects.count()
    assert people == 0
    find.write_import(maya, staged)
    assert Person.objects.count() == 3000


@on_sqlite
def test_fault_13_a_full_disk_while_migrating_leaves_the_former_schema(tmp_path: Path) -> None:
    file = tmp_path / "small.sqlite3"
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        db.execute("CREATE TABLE t (x)")
        db.executemany("INSERT INTO t VALUES (?)", [("x" * 900,)] * 200)
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {pages}")
        db.execute("BEGIN")
        with pytest.raises(sqlite3.OperationalError, match="full"):
            for statement in ("CREATE TABLE n (x, y)", "INSERT INTO n SELECT x, x FROM t", "DROP TABLE t"):
                db.execute(statement)
        if db.in_transaction:
            db.execute("ROLLBACK")
        assert db.execute("SELECT name FROM sqlite_master").fetchall() == [("t",)]


JUMPS = [timedelta(days=1), timedelta(days=-1), timedelta(days=3652), timedelta(days=-20000)]


@pytest.mark.parametrize("jump", JUMPS, ids=["a day on", "a day back", "ten years on", "1972"])
def test_fault_17_a_clock_that_jumps_moves_no_promise_and_stops_no_tick(
    approach: Approach, caplog: pytest.LogCaptureFixture, jump: timedelta
) -> None:
    promise = Promise.objects.create(owner=approach.owner, approach=approach, on=date(2026, 11, 30))
    with clock.at(MONDAY + jump):
        tick.tick()
        assert running.last_tick() == (MONDAY + jump, running.last_tick()[1])  # type: ignore[index]
    with clock.at(MONDAY):
        tick.tick()
    promise.refresh_from_db()
    assert (promise.on, promise.kept_on, promise.released_on) == (date(2026, 11, 30), None, None)
    assert [r for r in caplog.records if r.levelno >= logging.ERROR] == []
    for file in rotation.folder().iterdir():
        file.unlink()


def test_fault_138_the_folder_is_closed_and_so_is_every_file_in_it(maya: User, tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("file modes are POSIX")
    env = {**os.environ, "HALFHOUR_DATA": str(tmp_path / "data")}
    env.pop("DATABASE_URL", None)
    subprocess.run([sys.executable, "-m", "halfhour", "today"], env=env, check=True, capture_output=True)
    modes = {
        f.relative_to(tmp_path).as_posix(): f.stat().st_mode & 0o777
        for f in [tmp_path / "data", *(tmp_path / "data").iterdir()]
        if f.is_file() or f.name == "data"
    }
    assert modes.pop("data") == 0o700
    assert modes["data/halfhour.sqlite3"] == 0o600
    assert set(modes.values()) == {0o600}


def test_fault_140_a_fault_is_a_page_with_a_number_and_a_log_line_with_the_same(
    maya: User, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(user: Any) -> None:
        raise ValueError("Adaeze Okafor, a.okafor@example.com")

    monkeypatch.setattr("halfhour.web.views.next_useful", broken)
    client = Client(raise_request_exception=False)
    client.force_login(maya)
    with caplog.at_level(logging.ERROR, logger="halfhour"):
        answer = client.get("/?q=Okafor")
    line = next(r.getMessage() for r in caplog.records if r.name == "halfhour.web.refusals")
    number = line.split()[1]
    assert (answer.status_code, len(number)) == (500, 8)
    assert number in answer.content.decode()
    assert line == f"fault {number} at GET today: ValueError"
    assert "Okafor" not in answer.content.decode()


@pytest.mark.parametrize(
    "evil", ["Ann\r\n2026-01-01 forged line", "Ann\x1b[31m red", "Ann\u2028new", "Ann\x85next"]
)
def test_fault_141_one_event_is_one_line_of_the_log(evil: str) -> None:
    formatter = OneLine("{asctime} {levelname} {name} {message}", style="{")
    record = logging.LogRecord("halfhour", logging.INFO, __file__, 1, "added %s", (evil,), None)
    line = formatter.format(record)
    assert line.isprintable()
    assert line[10] == "T"
    assert "Z INFO halfhour added Ann" in line
    try:
        raise ValueError(evil)
    except ValueError:
        record.exc_info = sys.exc_info()
    _first, *details = formatter.format(record).split("\n")
    assert details
    assert all(d.startswith("  | ") and d.isprintable() for d in details)


def test_fault_142_sign_ins_failures_refusals_and_exports_are_logged(
    as_maya: Client, maya: User, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    from halfhour.web.your_data.export import export

    with caplog.at_level(logging.INFO, logger="halfhour"):
        Client().get("/start/wrong/")
        Client().get(f"/start/{data_folder.secret('start-secret')}/")
        export(maya, tmp_path / "out")
    said = [r.getMessage() for r in caplog.records]
    assert "a start link with a wrong secret was refused" in said
    assert any("signed in with the start link" in line for line in said)
    assert any("exported" in line for line in said)
    assert "wrong/" not in "".join(said)


WRONG = [
    ("HALFHOUR_NOW", "tomorrow"),
    ("DATABASE_URL", "mysql://localhost/x"),
    ("DATABASE_URL", "postgres://nobody@127.0.0.1:1/x"),
    ("HALFHOUR_DATA", "/dev/null/data"),
]


@pytest.mark.parametrize(("name", "value"), WRONG, ids=[f"{n}={v}" for n, v in WRONG])
def test_fault_145_a_wrong_setting_is_refused_with_its_name(tmp_path: Path, name: str, value: str) -> None:
    env = {**os.environ, "HALFHOUR_DATA": str(tmp_path / "data"), name: value}
    done = subprocess.run(
        [sys.executable, "-m", "halfhour", "today"], env=env, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr.count("\n"), "Traceback" in done.stderr) == (2, 1, False)
    assert name in done.stderr


def test_fault_148_of_two_schedulers_one_runs_and_the_other_takes_over(
    maya: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticks = threading.Event()
    monkeypatch.setattr(tick, "tick", ticks.set)
    monkeypatch.setattr(tick, "look", lambda: False)
    monkeypatch.setattr(tick, "STAND_BY_SECONDS", 0.01)
    held = only_one.lock("tick")
    assert held is not None
    assert only_one.lock("tick") is None
    second = tick.Ticker()
    second.start()
    try:
        assert not ticks.wait(0.2)
        held.close()
        assert ticks.wait(10)
    finally:
        second.stop()
    shutil.rmtree(rotation.folder(), ignore_errors=True)
