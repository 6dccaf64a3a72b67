"""Which step asks for which due rows. `due` knows no step; each step registers here when the program starts."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Wanted:
    """A due row that the facts ask for; see Due for the fields. shows_at: as due_at when it is left out."""

    kind: str
    due_at: datetime
    overdue_at: datetime | None = None
    shows_at: datetime | None = None


# (step, what it wants for one thing); the thing is a row of the model registered for.
Provider = tuple[str, Callable[[Any], Iterable[Wanted]]]
_providers: dict[str, list[Provider]] = defaultdict(list)


def provides(model: str, step: str, wanted: Callable[[Any], Iterable[Wanted]]) -> None:
    """Say that `wanted(thing)` gives this step's due rows for a thing of the model ("contact.approach")."""
    if all(known != step for known, _ in _providers[model]):
        _providers[model].append((step, wanted))


def providers_of(model: str) -> list[Provider]:
    return _providers[model]
