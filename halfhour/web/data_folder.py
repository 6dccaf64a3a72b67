"""Where this person's data lives, and the secrets kept beside it. Never inside the checkout."""

import os
import secrets
import stat
from pathlib import Path

from platformdirs import user_data_path


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
    folder.mkdir(parents=True, exist_ok=True)
    if os.name == "posix" and stat.S_IMODE(folder.stat().st_mode) != 0o700:
        folder.chmod(0o700)
    return folder


def secret(name: str) -> str:
    """A random secret that is made once and kept in a file only its owner can read."""
    file = ready() / name
    try:
        return file.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        text = secrets.token_urlsafe(48)
        private_write(file, text)
        return text


def private_write(file: Path, text: str) -> None:
    """Write a small file with mode 0600, all of it or none of it."""
    draft = file.with_name(file.name + ".new")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(text)
    draft.replace(file)
