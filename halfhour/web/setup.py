"""Making the data folder ready: the database migrated (after a copy), the occupations loaded, the one user there."""

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import halfhour
from halfhour.refused import Refused
from halfhour.web import data_folder

Say = Callable[[str], object]


def django_ready() -> None:
    """Set Django up once."""
    import django
    from django.apps import apps

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "halfhour.web.settings")
    if not apps.ready:
        django.setup()


def ready(say: Say = lambda line: None) -> None:
    """Everything a command or the server needs; quick when there is nothing to do."""
    os.umask(0o077)
    django_ready()
    stamp, wanted = data_folder.ready() / "migrated", fingerprint()
    if not stamp.exists() or stamp.read_text(encoding="ascii") != wanted:
        refuse_bad_folder()
        migrate(say)
        data_folder.private_write(stamp, wanted)
    from halfhour.accounts.actions import laptop_user
    from halfhour.choose.actions import load_occupations

    def loaded(done: int, total: int) -> None:
        if done == total:
            say(f"{total:,} occupations loaded.")

    load_occupations(progress=loaded)
    laptop_user()


def refuse_bad_folder() -> None:
    """A folder that cannot be written, or where two writers are not kept apart, would lose data sooner or later."""
    folder = data_folder.ready()
    try:
        fine = data_folder.locks(folder)
    except sqlite3.OperationalError as why:
        raise Refused(
            f"The data folder {folder} cannot be written ({why}). "
            "Set HALFHOUR_DATA to a folder on this computer that you may write to."
        ) from why
    if not fine:
        raise Refused(
            f"The data folder {folder} does not lock files; it may lie on a network. "
            "Set HALFHOUR_DATA to a folder on this computer."
        )


def fingerprint() -> str:
    """Changes whenever there is a migration this data folder may not have had."""
    package = Path(halfhour.__file__).parent
    names = sorted(str(f.relative_to(package)) for f in package.glob("*/migrations/0*.py"))
    text = "\n".join([*names, str(database_file())])
    return hashlib.sha256(text.encode()).hexdigest()


def migrate(say: Say) -> None:
    """Bring the database up to date; a copy is made first when there is something to lose."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    refuse_newer(executor.loader.applied_migrations)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return
    if connection.vendor == "sqlite" and executor.loader.applied_migrations:
        copy = copy_of_database("before-upgrade")
        say(f"A copy of your data was made before the upgrade: {copy}")
    call_command("migrate", verbosity=0, interactive=False)


def refuse_newer(applied: Iterable[tuple[str, str]]) -> None:
    """An older program leaves a newer database alone: it would not understand what it finds."""
    newer = unknown_steps(applied)
    if newer:
        raise Refused(
            "This data was used by a newer Halfhour. Start that one, or go back to the "
            "copy made before the upgrade: halfhour rollback"
        )


def unknown_steps(applied: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The steps of a database that this program does not know, of its own parts and of parts it never had."""
    from django.apps import apps
    from django.db.migrations.loader import MigrationLoader

    known = MigrationLoader(None).disk_migrations or {}
    foreign = {config.label for config in apps.get_app_configs() if not config.name.startswith("halfhour.")}
    return sorted(step for step in applied if step[0] not in foreign and step not in known)


def newer_steps(file: Path) -> list[tuple[str, str]]:
    """Likewise for a database file."""
    with closing(sqlite3.connect(file)) as db:
        try:
            return unknown_steps(db.execute("SELECT app, name FROM django_migrations").fetchall())
        except sqlite3.DatabaseError:
            return []


def database_file() -> Path | None:
    """The SQLite file, or None when the data is on a server."""
    django_ready()
    from django.db import connection

    return Path(connection.settings_dict["NAME"]) if connection.vendor == "sqlite" else None


def copy_of_database(reason: str) -> Path:
    """A whole, consistent copy of the SQLite database in the backups folder."""
    from halfhour import clock

    folder = data_folder.ready() / "backups"
    folder.mkdir(exist_ok=True, mode=0o700)
    target = folder / f"{reason}-{clock.now():%Y-%m-%d-%H%M%S}.sqlite3"
    source = sqlite3.connect(database_file() or "")
    copy = sqlite3.connect(target)
    try:
        source.backup(copy)
    finally:
        copy.close()
        source.close()
    target.chmod(0o600)
    return target


def collect_static() -> None:
    """Hash, join and compress the static files once per version of them."""
    from django.contrib.staticfiles.finders import get_finders
    from django.core.management import call_command

    newest = hashlib.sha256(halfhour.__version__.encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            newest.update(f"{name}{storage.get_modified_time(name).timestamp()}".encode())
    stamp = data_folder.ready() / "static-collected"
    wanted = newest.hexdigest()
    if not stamp.exists() or stamp.read_text(encoding="ascii") != wanted:
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        data_folder.private_write(stamp, wanted)
