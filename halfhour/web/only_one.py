"""One at a time: a lock on a file of the data folder, held as long as the process lives."""

import os
from typing import IO

from halfhour.web import data_folder


def lock(name: str) -> IO[str] | None:
    """The held lock, or None when another process holds it. It ends with the process, also after a kill."""
    file = (data_folder.ready() / f"{name}.lock").open("a+", encoding="ascii")
    try:
        _take(file)
    except OSError:
        file.close()
        return None
    return file


if os.name == "nt":
    import msvcrt

    def _take(file: IO[str]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]  # Windows only

else:
    import fcntl

    def _take(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
