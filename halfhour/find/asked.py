"""Who is being asked now: facts of later steps. They say here how to get them; this step doesn't know them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from halfhour.accounts.models import User


@dataclass(frozen=True)
class Asked:
    """people: person id -> the last ask; organisations: name -> the last ask, while a second name should wait."""

    people: Mapping[int, date] = field(default_factory=dict)
    organisations: Mapping[str, date] = field(default_factory=dict)


_told_by: list[Callable[[User], Asked]] = []


def told_by(gather: Callable[[User], Asked]) -> None:
    """A later step says how to learn whom this seeker has asked; called when the program starts."""
    if gather not in _told_by:
        _told_by.append(gather)


def asked_by(user: User) -> Asked:
    people: dict[int, date] = {}
    organisations: dict[str, date] = {}
    for gather in _told_by:
        told = gather(user)
        people |= told.people
        organisations |= told.organisations
    return Asked(people, organisations)
