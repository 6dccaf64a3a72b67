"""What the steps do with mail. `mail` knows no step; each registers here when the program starts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from halfhour.accounts.models import User
from halfhour.mail.rules.matching import Awaited


def _free(message: Any) -> str:
    return ""


def _nothing(*told: Any) -> None:
    return None


@dataclass(frozen=True)
class Correspondent:
    """One step's side of the messages that belong to one kind of thing ("contact.approach").

    may_go: asked at the moment of sending; empty when it may, else why not, in a sentence.
    went: the message has been handed over, or the seeker says that it arrived. came_back: it was refused for good.
    answered: a person's answer that is sure, or that the seeker said is one. away: an absence with a day, accepted.
    complained: a report that they do not want to be written to. url, label: where it lives and what to call it.
    """

    may_go: Callable[[Any], str] = _free
    went: Callable[[Any], None] = _nothing
    came_back: Callable[[Any, str], None] = _nothing
    answered: Callable[[Any], None] = _nothing
    away: Callable[[Any], None] = _nothing
    complained: Callable[[Any], None] = _nothing
    url: Callable[[int], str] = lambda thing_id: ""
    label: Callable[[User, Iterable[int]], dict[int, str]] = lambda owner, ids: {}


_correspondents: dict[str, Correspondent] = {}
CalendarReader = Callable[[Any, bytes], bool]
_awaited_by: dict[str, Callable[[User], Iterable[Awaited]]] = {}
_calendars: list[CalendarReader] = []
_NOBODY = Correspondent()


def corresponds(thing: str, correspondent: Correspondent) -> None:
    _correspondents[thing] = correspondent


def correspondent_of(thing: str) -> Correspondent:
    return _correspondents.get(thing, _NOBODY)


def awaits(thing: str, gather: Callable[[User], Iterable[Awaited]]) -> None:
    """Say who has been written to and may answer, also by letters that went another way."""
    _awaited_by[thing] = gather


def awaited_by(user: User) -> list[Awaited]:
    return [one for gather in _awaited_by.values() for one in gather(user)]


def reads_calendars(reader: CalendarReader) -> None:
    """reader(incoming, data) gets each calendar part of a kept message, once, inside its transaction.

    It returns whether the part was for this step; then the message is no answer to a letter.
    """
    if reader not in _calendars:
        _calendars.append(reader)


def calendar_readers() -> list[CalendarReader]:
    return list(_calendars)
