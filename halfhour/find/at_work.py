"""What takes longer than anyone waits at a page: done in a thread of its own, with how far it is and a way to stop it.

What is told stands in a small file of the data folder, not in the database: whatever the work writes is one transaction,
and until that ends nobody else sees any of it. To stop raises in the middle of the work, so all of it is undone; so does
a server that is killed. One work at a time, because each may need much memory; the others wait for their turn.
"""

import json
import logging
import os
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path

from django.conf import settings
from django.db import connections
from django.utils import translation

from halfhour.refused import Refused
from halfhour.watch import Step, Stopped, told_to

TOLD_EVERY_SECONDS = 0.3
GIVEN_UP_AFTER_SECONDS = 30  # without a word from another process
KEPT_SECONDS = 24 * 60 * 60

log = logging.getLogger(__name__)
_turn = threading.Lock()
_here: set[int] = set()  # what runs in this process


class Doing(StrEnum):
    READING = "reading"
    KEEPING = "keeping"
    TAKING_BACK = "taking back"


class Ended(StrEnum):
    NOT = ""
    DONE = "done"
    STOPPED = "stopped"
    REFUSED = "refused"
    FAULT = "fault"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True)
class Told:
    """How far one work is. subject: the import it is about, 0 while a file is read for the first time.

    step, done, of: as in watch; said: why it was refused; result: the import, or how many people stayed; at: seconds.
    """

    owner: int
    doing: Doing
    file: str
    subject: int
    mark: str
    process: int
    step: Step = Step.WAITING
    done: int = 0
    of: int = 0
    stopping: bool = False
    ended: Ended = Ended.NOT
    said: str = ""
    result: int = 0
    at: float = 0.0


def begin(
    owner: int, doing: Doing, file: str, work: Callable[[], int], *, subject: int = 0, mark: str = ""
) -> int:
    """Begin a work and give its number. The same once more (a double click) gives the number of the one that runs."""
    _forget_old()
    mark = mark or f"{doing} {subject}"
    for number, told in running_of(owner):
        if told.mark == mark and number in _here:  # one that a killed server left behind never ends
            return number
    number = secrets.randbelow(10**12) + 1
    told = Told(owner, doing, file, subject, mark, os.getpid())
    _write(number, told)
    _here.add(number)
    _Work(number, told, work).start()
    return number


def look(owner: int, number: int) -> Told | None:
    """How far one of this owner's works is; None when there is no such."""
    told = _read(number)
    if told is None or told.owner != owner:
        return None
    if told.ended or number in _here:
        return replace(told, stopping=_wish(number).exists())
    if told.process == os.getpid() or time.time() - told.at > GIVEN_UP_AFTER_SECONDS:
        return replace(told, ended=Ended.INTERRUPTED)
    return told


def stop(owner: int, number: int) -> None:
    """Ask it to end; it does at its next step. Without effect when it is over."""
    told = look(owner, number)
    if told is not None and not told.ended:
        _wish(number).touch()


def is_busy() -> bool:
    """Whether this process works through a file now; what is not urgent waits until it is done."""
    return _turn.locked()


def running_of(owner: int) -> Iterator[tuple[int, Told]]:
    """What is at work for one owner now."""
    for file in _folder().glob("*.json"):
        told = look(owner, int(file.stem))
        if told is not None and not told.ended:
            yield int(file.stem), told


class _Work(threading.Thread):
    def __init__(self, number: int, told: Told, work: Callable[[], int]) -> None:
        super().__init__(name=f"at work {number}", daemon=True)
        self._number, self._told, self._work = number, told, work
        self._language = translation.get_language()
        self._told_at = 0.0

    def run(self) -> None:
        with translation.override(self._language), told_to(self._hear):
            try:
                while not _turn.acquire(timeout=TOLD_EVERY_SECONDS):
                    self._hear(Step.WAITING, 0, 0)
                try:
                    self._end(Ended.DONE, result=self._work())
                finally:
                    _turn.release()
            except Stopped:
                self._end(Ended.STOPPED)
            except Refused as no:
                self._end(Ended.REFUSED, said=str(no))
            except Exception:
                log.exception("a file could not be worked through")
                self._end(Ended.FAULT)
            finally:
                _here.discard(self._number)
                connections.close_all()

    def _hear(self, step: Step, done: int, of: int) -> None:
        if _wish(self._number).exists():
            raise Stopped
        if step is self._told.step and time.monotonic() - self._told_at < TOLD_EVERY_SECONDS:
            return
        self._told_at = time.monotonic()
        self._told = replace(self._told, step=step, done=done, of=of)
        _write(self._number, self._told)

    def _end(self, ended: Ended, *, said: str = "", result: int = 0) -> None:
        self._told = replace(self._told, ended=ended, said=said, result=result)
        _write(self._number, self._told)


def _folder() -> Path:
    folder = Path(settings.DATA_DIR) / "at-work"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _wish(number: int) -> Path:
    return _folder() / f"{number}.stop"


def _write(number: int, told: Told) -> None:
    draft = _folder() / f"{number}.new"
    draft.write_text(json.dumps(asdict(replace(told, at=time.time()))), encoding="utf-8")
    draft.replace(_folder() / f"{number}.json")


def _read(number: int) -> Told | None:
    try:
        told = json.loads((_folder() / f"{number}.json").read_text(encoding="utf-8"))
        return Told(
            **{
                **told,
                "doing": Doing(told["doing"]),
                "step": Step(told["step"]),
                "ended": Ended(told["ended"]),
            }
        )
    except (OSError, ValueError, TypeError, KeyError):
        return None


def forget_ended(owner: int) -> None:
    """What is told of this owner's works that no longer run goes: a file's name may be somebody's name."""
    for file in _folder().iterdir():
        told = _read(int(file.stem)) if file.stem.isdecimal() else None
        if told is not None and told.owner == owner and int(file.stem) not in _here:
            file.unlink(missing_ok=True)


def _forget_old() -> None:
    for file in _folder().iterdir():
        if time.time() - file.stat().st_mtime > KEPT_SECONDS:
            file.unlink(missing_ok=True)
