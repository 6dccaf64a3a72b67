"""The program killed with no warning, by process id, while it saves, imports and upgrades; and the restore, timed."""

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.timeout(int(os.environ.get("HALFHOUR_LONGEST", "240")))]
KILLS = 500
PEOPLE, ROWS = 5000, 200
# `./run bench durability` asks for the whole figures: 100,000 rows, and a minute of writing.
IMPORTED = int(os.environ.get("HALFHOUR_KILLED_ROWS", "10000"))
WRITE_SECONDS = int(os.environ.get("HALFHOUR_WRITE_SECONDS", "8"))

# Loads the program once; for each line it reads, a child does that job. "ready" is said when it may be given one.
NURSERY = """
import json, os, signal, sys, threading
import django
django.setup()
from django.db import connection, connections
import halfhour.find.actions, halfhour.record.actions
from halfhour.record import actions as record
from halfhour.interview.models import Interview
from halfhour.record.models import Debrief

def save(talks, once=False):
    def work(pk):
        talk = Interview.objects.select_related("owner__seeker", "person", "candidate").get(pk=pk)
        kept = Debrief.objects.filter(interview=pk).first()
        version, n = (kept.version, int(kept.use or 0)) if kept else (1, 0)
        while True:
            n += 1
            saved = record.save_debrief(talk, version=version, digest=str(n), use=str(n))
            version = saved.version
            os.write(1, f"saved {pk} {n}\\n".encode())
            if once:
                return
    for pk in talks[1:]:
        threading.Thread(target=work, args=(pk,), daemon=True).start()
    work(talks[0])

def write_import(pk, dies_at):
    from halfhour.find.actions import importing
    from halfhour.find.models import Import
    plain, count = importing.new_person, 0
    def one(*args, **more):
        nonlocal count
        count += 1
        if count == dies_at:
            os.kill(os.getpid(), signal.SIGKILL)
        return plain(*args, **more)
    importing.new_person = one
    staged = Import.objects.get(pk=pk)
    importing.write_import(staged.owner, staged)
    os.write(1, b"written\\n")

def migrate(dies_at):
    from halfhour.web import setup
    count = 0
    def one(execute, sql, params, many, context):
        nonlocal count
        count += 1
        if count == dies_at:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, params, many, context)
    with connection.execute_wrapper(one):
        setup.migrate(lambda line: None)
    os.write(1, f"statements {count}\\n".encode())

def goals(seconds):
    import time
    from halfhour.accounts.models import User
    from halfhour.choose.models import Goal
    from halfhour import clock
    user, times, ends = User.objects.first(), [], time.monotonic() + seconds
    while time.monotonic() < ends:
        began = time.monotonic()
        Goal.objects.create(owner=user, text="x", at=clock.now())
        times.append(time.monotonic() - began)
    times.sort()
    os.write(1, f"wrote {len(times)} {times[int(len(times) * 0.95)] * 1000:.0f}\\n".encode())

os.write(1, b"ready\\n")
for line in sys.stdin:
    job, *told = json.loads(line)
    if job == "warm":  # in the parent, so that no child spends its short life on loading
        save(*told, True)
        connections.close_all()
        continue
    child = os.fork()
    if child == 0:
        try:
            globals()[job](*told)
        except Exception as fault:
            os.write(1, f"fault {type(fault).__name__}: {fault}\\n".replace("\\n", " ").encode() + b"\\n")
        os._exit(0)
    os.write(1, f"child {child}\\n".encode())
"""


class Nursery:
    """Children that do one job each and can be killed."""

    def __init__(self, folder: Path) -> None:
        env = {**os.environ, "HALFHOUR_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "halfhour.web.settings"}
        env.pop("HALFHOUR_NOW", None)
        self.process = subprocess.Popen(
            [sys.executable, "-c", NURSERY], env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self.line() == "ready"

    def line(self) -> str:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "the nursery has ended"
        return line.strip()

    def give(self, *job: Any) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(job) + "\n")
        self.process.stdin.flush()

    def start(self, *job: Any) -> tuple[int, list[str]]:
        """Give a job; (process id of its child, lines that others wrote meanwhile)."""
        self.give(*job)
        before: list[str] = []
        while not (line := self.line()).startswith("child "):
            before.append(line)
        return int(line.split()[1]), before

    def close(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.kill()
        self.process.wait()


def halfhour(folder: Path, *words: str) -> str:
    env = {**os.environ, "HALFHOUR_DATA": str(folder)}
    env.pop("HALFHOUR_NOW", None)
    done = subprocess.run([sys.executable, "-m", "halfhour", *words], env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


FILL = """
import django
django.setup()
import sys
from datetime import UTC, datetime, timedelta
from halfhour.accounts.actions import laptop_user
from halfhour.find.models import Person
from tests.web.filled import fill
user = laptop_user()
fill(user, rows=int(sys.argv[2]))
start = datetime(2024, 11, 1, tzinfo=UTC)
Person.objects.bulk_create(
    Person(owner=user, name=f"Ann {n}", family=f"Person{n}", email=f"ann{n}@example.org", note="words " * 20,
           added_at=start + timedelta(hours=3.5 * n))
    for n in range(int(sys.argv[1]))
)
"""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with 5,000 people and rows of everything."""
    folder = tmp_path_factory.mktemp("filled") / "data"
    halfhour(folder, "today")
    env = {**os.environ, "HALFHOUR_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "halfhour.web.settings"}
    subprocess.run([sys.executable, "-c", FILL, str(PEOPLE), str(ROWS)], env=env, check=True)
    return folder


def content(file: Path) -> dict[str, list[tuple[Any, ...]]]:
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("PRAGMA quick_check").fetchone() == ("ok",)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        names = [
            n for (n,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        ]
        return {n: sorted(db.execute(f'SELECT * FROM "{n}"'), key=repr) for n in names}


def copied(folder: Path, to: Path) -> Path:
    shutil.copytree(folder, to)
    return to


def test_fault_1_five_hundred_kills_while_two_save_lose_no_acknowledged_save(
    filled: Path, tmp_path: Path
) -> None:
    folder = copied(filled, tmp_path / "data")
    file = folder / "halfhour.sqlite3"
    with closing(sqlite3.connect(file)) as db, db:
        talks = [pk for (pk,) in db.execute("SELECT id FROM interview_interview ORDER BY id LIMIT 2")]
        db.execute("DELETE FROM record_debrief")
        db.execute("UPDATE interview_interview SET kind = 'interview', cancelled_at = NULL, missed_at = NULL")
    dice, acknowledged, kills, faults = random.Random(1), dict.fromkeys(talks, 0), 0, []
    nursery = Nursery(folder)
    try:
        nursery.give("warm", talks[:1])
        while kills < KILLS:
            child, lines = nursery.start("save", talks)
            lines.append(nursery.line())  # it has begun to save
            time.sleep(dice.uniform(0, 0.03))  # the moment of the kill is the test
            os.kill(child, signal.SIGKILL)
            kills += 1
            for line in lines:
                if line.startswith("saved "):
                    pk, n = map(int, line.split()[1:])
                    acknowledged[pk] = max(acknowledged[pk], n)
                else:
                    faults.append(line)
            if kills % 50 == 0 or kills == KILLS:
                with closing(sqlite3.connect(file, timeout=20)) as db:
                    assert db.execute("PRAGMA quick_check").fetchone() == ("ok",)
                    kept = dict(db.execute("SELECT interview_id, use FROM record_debrief"))
                assert {pk: int(kept.get(pk, 0)) >= n for pk, n in acknowledged.items()} == dict.fromkeys(
                    talks, True
                )
    finally:
        nursery.close()
    assert min(acknowledged.values()) > 20
    assert faults == []


def test_fault_4_an_import_killed_at_any_point_leaves_nothing_half_and_runs_again(tmp_path: Path) -> None:
    folder, file = tmp_path / "data", tmp_path / "Connections.csv"
    halfhour(folder, "today")
    rows = [
        f"Ann{n},Person{n},https://www.linkedin.com/in/p{n},,Company {n % 900},Job {n % 300},01 Jan 2024"
        for n in range(IMPORTED)
    ]
    file.write_text(
        "\n".join(["First Name,Last Name,URL,Email Address,Company,Position,Connected On", *rows])
    )
    env = {**os.environ, "HALFHOUR_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "halfhour.web.settings"}
    read = (
        "import django, sys; django.setup(); from pathlib import Path\n"
        "from halfhour.accounts.actions import laptop_user; from halfhour.find.actions import read_file\n"
        "print(read_file(laptop_user(), name='Connections.csv', data=Path(sys.argv[1]).read_bytes()).pk)"
    )
    staged = int(
        subprocess.run(
            [sys.executable, "-c", read, str(file)], env=env, check=True, capture_output=True, text=True
        ).stdout
    )
    database = folder / "halfhour.sqlite3"

    def counts() -> tuple[int, int]:
        with closing(sqlite3.connect(database)) as db:
            people = db.execute("SELECT count(*) FROM find_person").fetchone()[0]
            return people, db.execute(
                "SELECT count(*) FROM find_import WHERE written_at IS NOT NULL"
            ).fetchone()[0]

    nursery = Nursery(folder)
    try:
        for share in (0.1, 0.5, 0.9):
            child, _lines = nursery.start("write_import", staged, int(IMPORTED * share))
            wait_for(child)
            assert counts() == (0, 0)
        nursery.start("write_import", staged, 0)
        assert nursery.line() == "written"
    finally:
        nursery.close()
    assert counts() == (IMPORTED, 1)
    told = json.loads(halfhour(folder, "import", str(file), "--json"))
    assert (told["added"], told["updated"], counts()[0]) == (0, 0, IMPORTED)


def wait_for(child: int) -> None:
    """Until the child of the nursery has ended; the nursery keeps it as a zombie."""
    while True:
        try:
            state = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return
        if state == "Z":
            return
        time.sleep(0.02)


def test_fault_5_two_processes_write_and_nobody_is_told_that_it_is_locked(
    filled: Path, tmp_path: Path
) -> None:
    folder = copied(filled, tmp_path / "data")
    one, two = Nursery(folder), Nursery(folder)
    try:
        for nursery in (one, two):
            nursery.start("goals", WRITE_SECONDS)
        told = [nursery.line().split() for nursery in (one, two)]
    finally:
        one.close()
        two.close()
    print(f"writes and p95 in milliseconds: {told}")
    assert [line[0] for line in told] == ["wrote", "wrote"]


def test_fault_10_five_thousand_people_and_two_years_come_back_on_an_empty_machine(
    filled: Path, tmp_path: Path
) -> None:
    steps = Path("docs/running.md").read_text(encoding="utf-8").split("## Backup and restore")[1]
    assert "./run restore halfhour.zip --check" in steps
    began = time.monotonic()
    halfhour(filled, "backup", str(tmp_path / "halfhour.zip"))
    saved = time.monotonic()
    assert "whole" in halfhour(tmp_path / "new", "restore", str(tmp_path / "halfhour.zip"), "--check")
    halfhour(tmp_path / "new", "restore", str(tmp_path / "halfhour.zip"))
    print(f"backup {saved - began:.1f} s, check and restore {time.monotonic() - saved:.1f} s")
    assert content(tmp_path / "new" / "halfhour.sqlite3") == content(filled / "halfhour.sqlite3")


def test_fault_10_an_export_of_it_comes_back_equal_too(filled: Path, tmp_path: Path) -> None:
    halfhour(filled, "export", str(tmp_path / "out"))
    halfhour(tmp_path / "new", "restore", str(tmp_path / "out"))
    halfhour(tmp_path / "new", "export", str(tmp_path / "again"))
    first, second = (json.loads((tmp_path / n / "about.json").read_text()) for n in ("out", "again"))
    assert (second["rows"], second["sha256"]) == (first["rows"], first["sha256"])


BACK = """
import django
django.setup()
from django.apps import apps
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader
loader = MigrationLoader(None)
for label in sorted({app for app, name in loader.disk_migrations}):
    names = sorted(name for app, name in loader.disk_migrations if app == label)
    if apps.get_app_config(label).name.startswith("halfhour.") and len(names) > 1:
        call_command("migrate", label, names[0], verbosity=0)
"""


@pytest.fixture(scope="module")
def of_the_first_release(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same data as the first release had it."""
    folder = copied(filled, tmp_path_factory.mktemp("old") / "data")
    env = {**os.environ, "HALFHOUR_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "halfhour.web.settings"}
    subprocess.run([sys.executable, "-c", BACK], env=env, check=True)
    (folder / "migrated").unlink(missing_ok=True)
    return folder


def columns(file: Path) -> dict[str, tuple[list[str], list[Any]]]:
    """Every table's columns and rows, in the order of the columns' names; without Django's own book-keeping."""
    found = {}
    with closing(sqlite3.connect(file)) as db:
        names = [
            n
            for (n,) in db.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'django_%' AND name NOT LIKE 'auth_%' AND name NOT LIKE 'sqlite_%'"
            )
        ]
        for name in names:
            told = sorted(row[1] for row in db.execute(f'PRAGMA table_info("{name}")'))
            listed = ", ".join(f'"{c}"' for c in told)
            found[name] = (told, sorted(db.execute(f'SELECT {listed} FROM "{name}"'), key=repr))
    return found


def test_fault_16_real_size_data_of_the_first_release_is_upgraded_and_nothing_is_lost(
    of_the_first_release: Path, tmp_path: Path
) -> None:
    folder = copied(of_the_first_release, tmp_path / "data")
    before = columns(folder / "halfhour.sqlite3")
    began = time.monotonic()
    halfhour(folder, "today")
    print(f"upgrade of {PEOPLE} people: {time.monotonic() - began:.1f} s")
    with closing(sqlite3.connect(folder / "halfhour.sqlite3")) as db:
        for name, (told, rows) in before.items():
            if name == "accounts_seeker":
                continue
            listed = ", ".join(f'"{c}"' for c in told)
            now = sorted(db.execute(f'SELECT {listed} FROM "{name}"'), key=repr)
            assert (name, len(now)) == (name, len(rows))
            assert now == rows, name
    assert len(list((folder / "backups").glob("before-upgrade-*"))) == 1


def test_fault_15_an_upgrade_killed_at_any_statement_is_finished_by_the_next_start(
    of_the_first_release: Path, tmp_path: Path
) -> None:
    whole = copied(of_the_first_release, tmp_path / "whole")
    nursery = Nursery(whole)
    try:
        nursery.start("migrate", 0)
        line = nursery.line()
    finally:
        nursery.close()
    assert line.startswith("statements ")
    count = int(line.split()[1])
    schema = schema_of(whole)
    assert count > 20
    for point in range(1, count, max(1, count // 4)):
        folder = copied(of_the_first_release, tmp_path / f"at-{point}")
        nursery = Nursery(folder)
        try:
            child, _lines = nursery.start("migrate", point)
            wait_for(child)
            child, _lines = nursery.start("migrate", 0)
            assert nursery.line().startswith("statements ")
        finally:
            nursery.close()
        assert schema_of(folder) == schema
        shutil.rmtree(folder)


def schema_of(folder: Path) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(folder / "halfhour.sqlite3")) as db:
        assert db.execute("PRAGMA quick_check").fetchone() == ("ok",)
        return db.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
        ).fetchall()
