"""One file that holds everything, with the proof that it does.

A backup is a ZIP: `database.sqlite3` (a consistent copy), `files/` (what was attached), `left-alone-salt`, and
`manifest.json` with the version, the row counts of every table and the SHA-256 of every member. With a passphrase the
whole ZIP is sealed. Mail passwords in it open only in the data folder they come from, because its key stays there.
"""

import hashlib
import json
import logging
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

import halfhour
from halfhour import clock
from halfhour.refused import Refused
from halfhour.web import data_folder, running, server, setup
from halfhour.web.your_data import sealing

DATABASE = "database.sqlite3"
MANIFEST = "manifest.json"
SALT = "left-alone-salt"
log = logging.getLogger(__name__)
LARGEST_BYTES = 4 * 2**30


def write(target: Path, *, passphrase: str = "") -> dict[str, Any]:
    """Write a backup and return its manifest. All of it or none of it: the file appears when it is complete."""
    sqlite_file()
    if not target.parent.is_dir():
        raise Refused(_("There is no folder %(folder)s.") % {"folder": target.parent})
    draft = target.with_name(target.name + ".part")
    try:
        with tempfile.TemporaryDirectory(dir=data_folder.ready()) as name:
            folder = Path(name)
            manifest = fill(folder, folder / "plain.zip" if passphrase else draft)
            if passphrase:
                sealing.seal(folder / "plain.zip", draft, passphrase)
        draft.chmod(0o600)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    log.info("a backup of %d rows was made", sum(manifest["rows"].values()))
    return manifest


def fill(folder: Path, target: Path) -> dict[str, Any]:
    copy = folder / DATABASE
    copy_database(copy)
    salt = data_folder.ready() / SALT
    members = {DATABASE: copy, **attached(), **({SALT: salt} if salt.exists() else {})}
    manifest = {
        "halfhour": halfhour.__version__,
        "made_at": clock.now().isoformat(),
        "rows": rows_in(copy),
        "sha256": {name: digest(file) for name, file in members.items()},
    }
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
        for name, file in members.items():
            archive.write(file, name)
    return manifest


def check(source: Path, *, passphrase: str = "") -> dict[str, Any]:
    """Prove that a backup is whole: every member's checksum, and the database's own check and row counts.

    Returns the manifest. Refused, saying what does not match, otherwise.
    """
    with opened(source, passphrase) as (manifest, _folder):
        return manifest


def restore(source: Path, *, passphrase: str = "") -> tuple[dict[str, Any], Path | None]:
    """Put a backup in the place of the data; what was there before is kept beside the backups.

    Returns the manifest and where the former data went (None when there was none).
    """
    from django.conf import settings

    refuse_while_running()
    place = sqlite_file()
    with opened(source, passphrase) as (manifest, folder):
        former = setup.copy_of_database("before-restore") if place.exists() else None
        hold_the_post(folder / DATABASE)
        exchange(folder / DATABASE)
        for file in sorted((folder / "files").rglob("*")):
            if file.is_file():
                kept = Path(settings.MEDIA_ROOT) / file.relative_to(folder / "files")
                kept.parent.mkdir(parents=True, exist_ok=True)
                file.replace(kept)
        if (folder / SALT).exists():
            join_salt((folder / SALT).read_text(encoding="ascii"))
    return manifest, former


def hold_the_post(database: Path) -> None:
    """What waited to be sent may have gone out since the backup was made: its sender looks before it goes again."""
    with closing(sqlite3.connect(database)) as db, db:
        if db.execute("SELECT 1 FROM sqlite_master WHERE name = 'mail_outgoing'").fetchone():
            now = f"{clock.now():%Y-%m-%d %H:%M:%S}"
            db.execute("UPDATE mail_outgoing SET dot_at = ? WHERE over_at IS NULL AND dot_at IS NULL", [now])


def exchange(new: Path) -> None:
    """Put another database file in the place of this one."""
    from django.db import connections

    place = sqlite_file()
    connections.close_all()
    for tail in ("-wal", "-shm"):
        place.with_name(place.name + tail).unlink(missing_ok=True)
    new.chmod(0o600)
    new.replace(place)
    (data_folder.ready() / "migrated").unlink(missing_ok=True)
    running.forget_tick()


def join_salt(theirs: str) -> None:
    """Who was erased there or here is recognised from now on: both salts stand in the file, a line each."""
    from django.conf import settings

    lines = dict.fromkeys([*theirs.split(), *data_folder.secret(SALT).split()])
    settings.LEFT_ALONE_SALT = "\n".join(lines)
    data_folder.private_write(data_folder.ready() / SALT, settings.LEFT_ALONE_SALT)


def refuse_while_running() -> None:
    if server.running_link() is not None:
        raise Refused(_("Halfhour is running. Stop it first, so nothing writes while the data is exchanged."))


@contextmanager
def opened(source: Path, passphrase: str) -> Iterator[tuple[dict[str, Any], Path]]:
    """A backup unpacked into a folder that goes away, and its manifest, once everything in it was proved."""
    with tempfile.TemporaryDirectory(dir=data_folder.ready()) as name:
        folder = Path(name)
        if sealing.is_sealed(source):
            if not passphrase:
                raise Refused(_("%(file)s is sealed. It opens with its passphrase.") % {"file": source})
            sealing.unseal(source, folder / "plain.zip", passphrase)
            manifest = unpack(folder / "plain.zip", folder, source)
            (folder / "plain.zip").unlink()
        else:
            manifest = unpack(source, folder, source)
        yield manifest, folder


def unpack(archive_file: Path, folder: Path, source: Path) -> dict[str, Any]:
    try:
        with zipfile.ZipFile(archive_file) as archive:
            if sum(info.file_size for info in archive.infolist()) > LARGEST_BYTES:
                raise Refused(_("%(file)s: this is larger than any backup of Halfhour.") % {"file": source})
            manifest: dict[str, Any] = json.loads(archive.read(MANIFEST))
            for name, wanted in manifest["sha256"].items():
                target = (folder / name).resolve()
                if not target.is_relative_to(folder.resolve()):
                    raise Refused(
                        _("%(file)s: %(name)s points outside the backup.") % {"file": source, "name": name}
                    )
                target.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(name) as inside, target.open("wb") as out:
                    while block := inside.read(2**20):
                        out.write(block)
                if digest(target) != wanted:
                    raise Refused(
                        _("%(file)s: %(name)s is not what was saved. The file was damaged.")
                        % {"file": source, "name": name}
                    )
        rows = manifest["rows"]
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, EOFError) as wrong:
        raise Refused(
            _("%(file)s: this is no backup of Halfhour, or it was cut off.") % {"file": source}
        ) from wrong
    found = rows_in(folder / DATABASE)
    for table, count in rows.items():
        if found.get(table) != count:
            raise Refused(
                _("%(file)s: %(table)s has %(found)s rows, %(count)s were saved.")
                % {"file": source, "table": table, "found": found.get(table), "count": count}
            )
    if setup.newer_steps(folder / DATABASE):
        raise Refused(_("%(file)s was made by a newer Halfhour. Use that one.") % {"file": source})
    return manifest


def rows_in(file: Path) -> dict[str, int]:
    """Rows of every table. Refused when the database is not whole."""
    with closing(sqlite3.connect(file)) as db:
        try:
            if db.execute("PRAGMA quick_check").fetchone()[0] != "ok":
                raise Refused(_("%(file)s: the database in it is damaged.") % {"file": file.name})
            tables = [
                r[0] for r in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            ]
            return {t: db.execute(f'SELECT count(*) FROM "{t}"').fetchone()[0] for t in tables}  # noqa: S608  # own names
        except sqlite3.DatabaseError as wrong:
            raise Refused(_("%(file)s: the database in it is damaged.") % {"file": file.name}) from wrong


def copy_database(target: Path) -> None:
    with (
        closing(sqlite3.connect(sqlite_file())) as source,
        closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy)


def attached() -> dict[str, Path]:
    from django.conf import settings

    folder = Path(settings.MEDIA_ROOT)
    return {f"files/{f.relative_to(folder).as_posix()}": f for f in sorted(folder.rglob("*")) if f.is_file()}


def digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def sqlite_file() -> Path:
    """The database's file. Refused when the data is on a server, which has its own tools."""
    file = setup.database_file()
    if file is None:
        raise Refused(_("This data is in PostgreSQL; use pg_dump and pg_restore for it."))
    return file
