"""One file that holds everything, with the proof that it does.

A backup is a ZIP: `database.sqlite3` (a consistent copy), `files/` (what was attached), and `manifest.json` with the
version, the row counts of every table and the SHA-256 of every member.
"""

import hashlib
import json
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import halfhour
from halfhour import clock
from halfhour.refused import Refused
from halfhour.web import data_folder, server, setup

DATABASE = "database.sqlite3"
MANIFEST = "manifest.json"
LARGEST_BYTES = 4 * 2**30


def write(target: Path) -> dict[str, Any]:
    """Write a backup and return its manifest. All of it or none of it: the file appears when it is complete."""
    sqlite_file()
    draft = target.with_name(target.name + ".part")
    with tempfile.TemporaryDirectory(dir=data_folder.ready()) as folder:
        copy = Path(folder) / DATABASE
        copy_database(copy)
        members = {DATABASE: copy, **attached()}
        manifest = {
            "halfhour": halfhour.__version__,
            "made_at": clock.now().isoformat(),
            "rows": rows_in(copy),
            "sha256": {name: digest(file) for name, file in members.items()},
        }
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
            for name, file in members.items():
                archive.write(file, name)
    draft.chmod(0o600)
    draft.replace(target)
    return manifest


def check(source: Path) -> dict[str, Any]:
    """Prove that a backup is whole: every member's checksum, and the database's own check and row counts.

    Returns the manifest. Refused, saying what does not match, otherwise.
    """
    with tempfile.TemporaryDirectory(dir=data_folder.ready()) as folder:
        return unpack(source, Path(folder))


def restore(source: Path) -> tuple[dict[str, Any], Path | None]:
    """Put a backup in the place of the data; what was there before is kept beside the backups.

    Returns the manifest and where the former data went (None when there was none).
    """
    if server.running_link() is not None:
        raise Refused("Halfhour is running. Stop it first, so nothing writes while the data is exchanged.")
    from django.conf import settings
    from django.db import connections

    place = sqlite_file()
    with tempfile.TemporaryDirectory(dir=data_folder.ready()) as folder:
        manifest = unpack(source, Path(folder))
        former = setup.copy_of_database("before-restore") if place.exists() else None
        connections.close_all()
        for tail in ("-wal", "-shm"):
            place.with_name(place.name + tail).unlink(missing_ok=True)
        (Path(folder) / DATABASE).replace(place)
        for file in sorted((Path(folder) / "files").rglob("*")):
            if file.is_file():
                kept = Path(settings.MEDIA_ROOT) / file.relative_to(Path(folder) / "files")
                kept.parent.mkdir(parents=True, exist_ok=True)
                file.replace(kept)
    (data_folder.ready() / "migrated").unlink(missing_ok=True)
    return manifest, former


def unpack(source: Path, folder: Path) -> dict[str, Any]:
    try:
        with zipfile.ZipFile(source) as archive:
            if sum(info.file_size for info in archive.infolist()) > LARGEST_BYTES:
                raise Refused(f"{source}: this is larger than any backup of Halfhour.")
            manifest: dict[str, Any] = json.loads(archive.read(MANIFEST))
            for name, wanted in manifest["sha256"].items():
                target = (folder / name).resolve()
                if not target.is_relative_to(folder.resolve()):
                    raise Refused(f"{source}: {name} points outside the backup.")
                target.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(name) as inside, target.open("wb") as out:
                    while block := inside.read(2**20):
                        out.write(block)
                if digest(target) != wanted:
                    raise Refused(f"{source}: {name} is not what was saved. The file was damaged.")
    except (zipfile.BadZipFile, KeyError, ValueError) as wrong:
        raise Refused(f"{source}: this is no backup of Halfhour, or it was cut off.") from wrong
    found = rows_in(folder / DATABASE)
    for table, count in manifest["rows"].items():
        if found.get(table) != count:
            raise Refused(f"{source}: {table} has {found.get(table)} rows, {count} were saved.")
    return manifest


def rows_in(file: Path) -> dict[str, int]:
    """Rows of every table. Refused when the database is not whole."""
    with closing(sqlite3.connect(file)) as db:
        try:
            if db.execute("PRAGMA quick_check").fetchone()[0] != "ok":
                raise Refused(f"{file.name}: the database in it is damaged.")
            tables = [
                r[0] for r in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            ]
            return {t: db.execute(f'SELECT count(*) FROM "{t}"').fetchone()[0] for t in tables}  # noqa: S608  # own names
        except sqlite3.DatabaseError as wrong:
            raise Refused(f"{file.name}: the database in it is damaged.") from wrong


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
        raise Refused("This data is in PostgreSQL; use pg_dump and pg_restore for it.")
    return file
