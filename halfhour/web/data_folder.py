"""Where this person's data lives, and the secrets kept beside it. Never inside the checkout."""

import os
import secrets
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

from platformdirs import user_data_path

from halfhour.refused import Refused


def path() -> Path:
    """The data folder: HALFHOUR_DATA, else the platform's own place."""
    chosen = os.environ.get("HALFHOUR_DATA", "").strip()
    return Path(chosen).expanduser().absolute() if chosen else user_data_path("halfhour", appauthor=False)


def demo_path() -> Path:
    """The demo's own folder, beside the real one and never inside it."""
    mine = path()
    return mine.with_name(f"{mine.name}-demo")


def ready() -> Path:
    """Make the data folder when it is missing, closed to everyone else."""
    folder = path()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if os.name == "posix" and stat.S_IMODE(folder.stat().st_mode) != 0o700:
            folder.chmod(0o700)
    except OSError as why:
        raise unusable(folder, why) from why
    return folder


def unusable(folder: Path, why: OSError) -> Refused:
    """One sentence that names the folder, the reason and the setting."""
    return Refused(
        f"The data folder {folder} cannot be used ({why.strerror}). "
        "Set HALFHOUR_DATA to a folder on this computer that you may write to."
    )


def secret(name: str) -> str:
    """A random secret that is made once and kept in a file only its owner can read."""
    file = ready() / name
    try:
        return file.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        text = secrets.token_urlsafe(48)
        try:
            private_write(file, text)
        except OSError as why:
            raise unusable(file.parent, why) from why
        return text


def private_write(file: Path, text: str) -> None:
    """Write a small file with mode 0600, all of it or none of it."""
    draft = file.with_name(file.name + ".new")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(text)
    draft.replace(file)


def locks(folder: Path, *, vfs: str = "") -> bool:
    """Whether two writers are kept apart here. Folders on some networks do not, and a database in them breaks."""
    probe = folder / "locking.probe"
    name = f"file:{probe.as_posix()}" + (f"?vfs={vfs}" if vfs else "")
    try:
        with closing(sqlite3.connect(name, uri=True, timeout=0, isolation_level=None)) as one:
            one.execute("CREATE TABLE IF NOT EXISTS probe (x)")
            one.execute("BEGIN IMMEDIATE")
            with closing(sqlite3.connect(name, uri=True, timeout=0, isolation_level=None)) as two:
                try:
                    two.execute("BEGIN IMMEDIATE")
                except sqlite3.OperationalError:
                    return True
                return False
    finally:
        for file in folder.glob("locking.probe*"):
            file.unlink(missing_ok=True)
