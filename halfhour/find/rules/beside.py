"""Two people side by side: one line for each thing that either tells, and whether they agree.

A default of ours: what tells one person from another stands first (name, addresses, work), and a line on which nobody
says anything is left out.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from halfhour.find.rules.facts import Facts, organisation_key, phone_key
from halfhour.find.rules.names import fold_name


@dataclass(frozen=True, slots=True)
class Line:
    """what: a word for the line. told: what the file says. here: what each person here says, in their order.

    agrees: for each person, whether both say the same; None where one of the two says nothing.
    """

    what: str
    told: str
    here: tuple[str, ...]
    agrees: tuple[bool | None, ...]


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(str(v) for v in value)
    return "" if value is None else str(value)


def _any_shared(key: Callable[[str], str]) -> Callable[[tuple[str, ...], tuple[str, ...]], bool]:
    return lambda one, two: not {key(v) for v in one}.isdisjoint({key(v) for v in two})


_SAME: dict[str, Callable[..., bool]] = {
    "name": lambda one, two: fold_name(one) == fold_name(two),
    "emails": _any_shared(str.lower),
    "phones": _any_shared(phone_key),
    "organisation": lambda one, two: organisation_key(one) == organisation_key(two),
    "title": lambda one, two: fold_name(one) == fold_name(two),
}
LINES = (
    ("name", "Name"),
    ("organisation", "Where"),
    ("title", "Work"),
    ("emails", "E-mail"),
    ("phones", "Telephone"),
    ("url", "Page"),
    ("address", "Place"),
    ("school", "School"),
    ("grad_year", "Graduated"),
    ("connected_on", "Connected on"),
    ("note", "Note"),
)


def beside(told: Facts, here: Sequence[Facts]) -> list[Line]:
    """The lines on which the file or somebody here says something."""
    found = []
    for name, what in LINES:
        mine = getattr(told, name)
        theirs = [getattr(facts, name) for facts in here]
        if not mine and not any(theirs):
            continue
        same = _SAME.get(name, lambda one, two: one == two)
        agrees = tuple(same(mine, value) if mine and value else None for value in theirs)
        found.append(Line(what, _text(mine), tuple(map(_text, theirs)), agrees))
    return found
