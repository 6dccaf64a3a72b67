"""The examination behind `halfhour doctor`: each check names one cause and one way to mend it."""

import shutil
import sqlite3
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import closing

from halfhour import clock
from halfhour.web import data_folder
from halfhour.web.doctor.found import Found
from halfhour.web.doctor.running import (
    backups,
    locking,
    mailbox,
    newest,
    secrets,
    stale_server,
    the_tick,
    zone,
)

ROOM_NEEDED_MIB = 200


def examine() -> list[Found]:
    """Every check, in the order they depend on each other. A check that breaks is itself a finding.

    What cannot be well without settings or a database is left out until those are mended: one cause, one line.
    """
    found: list[Found] = []
    for check in CHECKS:
        if any(not f.well and check in NEEDED_BY.get(f.what, ()) for f in found):
            continue
        try:
            found += list(check())
        except Exception as fault:  # the doctor must reach the end whatever is broken
            found.append(
                Found(check.__name__.replace("_", " "), False, str(fault), "This check itself failed.")
            )
    return found


def python() -> Iterator[Found]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield Found("Python", sys.version_info >= (3, 11), version, "Install Python 3.11 or newer.")
    fts = sqlite3.connect(":memory:").execute("SELECT sqlite_compileoption_used('ENABLE_FTS5')").fetchone()[0]
    yield Found(
        "SQLite",
        bool(fts),
        sqlite3.sqlite_version,
        "This Python's SQLite lacks full-text search; use another Python.",
    )


def settings() -> Iterator[Found]:
    """The settings are read when Django is set up; a wrong one stops everything."""
    from halfhour.web import setup

    try:
        setup.django_ready()
        yield Found("Settings", True, "understood")
    except Exception as wrong:  # whatever it is, it is the first thing to mend
        yield Found(
            "Settings", False, " ".join(str(wrong).split()), "Mend the setting it names, or unset it."
        )


def folder() -> Iterator[Found]:
    path = data_folder.path()
    if not path.exists():
        yield Found("Data folder", True, f"{path} is made at the first start")
        return
    mode = stat.S_IMODE(path.stat().st_mode)
    closed = sys.platform == "win32" or mode & 0o077 == 0
    yield Found("Data folder", closed, f"{path} ({mode:o})", f"Others can read it: chmod 700 '{path}'")
    try:
        probe = path / "doctor.probe"
        probe.write_text("x", encoding="ascii")
        probe.unlink()
        yield Found("Writing", True, "the data folder can be written")
    except OSError as fault:
        yield Found(
            "Writing",
            False,
            str(fault),
            "Make the data folder writable, or set HALFHOUR_DATA to another one.",
        )
    room = shutil.disk_usage(path).free // 2**20
    yield Found(
        "Room on the disk", room > ROOM_NEEDED_MIB, f"{room} MiB free", "Free some space; saving needs it."
    )


def database() -> Iterator[Found]:
    from halfhour.web import setup

    file = setup.database_file()
    if file is None:
        yield answering()
        return
    if not file.exists():
        yield Found("Database", True, "made at the first start")
        return
    mode = stat.S_IMODE(file.stat().st_mode)
    yield Found(
        "Database file", sys.platform == "win32" or mode & 0o077 == 0, f"{mode:o}", f"chmod 600 '{file}'"
    )
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as db:
            verdict = db.execute("PRAGMA quick_check").fetchone()[0]
            broken = len(db.execute("PRAGMA foreign_key_check").fetchall())
    except sqlite3.DatabaseError as fault:
        verdict, broken = str(fault), 0
    backups = data_folder.path() / "backups"
    yield Found(
        "Database is whole",
        verdict == "ok",
        verdict,
        f"Put a backup back: halfhour restore FILE (see {backups})",
    )
    yield Found(
        "References", broken == 0, f"{broken} broken", "Put a backup back and say what happened before."
    )


def answering() -> Found:
    """A database on a server has to answer."""
    from django.db import DatabaseError, connection

    try:
        connection.ensure_connection()
    except DatabaseError as why:
        says = str(why).strip().splitlines()[0]
        return Found("Database", False, says, "Start that server, or mend DATABASE_URL.")
    return Found("Database", True, "a server named by DATABASE_URL")


def migrations() -> Iterator[Found]:
    from halfhour.web import setup

    setup.django_ready()
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    had = executor.loader.applied_migrations
    newer = [name for name in had if name[0] in ours() and name not in executor.loader.graph.nodes]
    says = (
        f"{len(waiting)} steps wait" if len(waiting) > 1 else "1 step waits" if waiting else "nothing waits"
    )
    yield Found("Upgrade", not (waiting and had), says, "Start Halfhour once.")
    yield Found(
        "Version",
        not newer,
        "used by a newer Halfhour before" if newer else "not newer than this program",
        "This data was used by a newer Halfhour; start that one.",
    )


def ours() -> set[str]:
    from halfhour.steps import STEPS

    return {step.name for step in STEPS} | {"accounts", "history", "due", "mail", "privacy"}


def occupations() -> Iterator[Found]:
    from halfhour.choose.models import Occupation

    count = Occupation.objects.count()
    yield Found("Occupations", count > 0, f"{count} loaded", "Start Halfhour once; they are loaded then.")


def the_clock() -> Iterator[Found]:
    moved = clock.shifted()
    yield Found(
        "Clock",
        moved is None,
        f"{clock.now():%Y-%m-%d %H:%M} UTC",
        "HALFHOUR_NOW moves the clock; unset it for real use.",
    )


CHECKS: tuple[Callable[[], Iterator[Found]], ...] = (
    python,
    folder,
    settings,
    secrets,
    locking,
    database,
    migrations,
    newest,
    occupations,
    the_clock,
    zone,
    stale_server,
    the_tick,
    backups,
    mailbox,
)
IN_THE_DATABASE = (migrations, newest, occupations, zone, mailbox)
NEEDED_BY = {
    "Settings": (database, the_clock, backups, *IN_THE_DATABASE),
    "Database": IN_THE_DATABASE,
    "Database is whole": IN_THE_DATABASE,
}
