"""Statements as a page shows them: their words, whose they are, which way they point; and what answers a want."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from halfhour.decide.rules.comparison import Cell, Statement, voices_of

NAMED_AT_MOST = 3


@dataclass(frozen=True, slots=True)
class Said:
    """text: in quotation marks when these are their own words. by: who and when. points: for it, against it, or ""."""

    text: str
    by: str
    points: str


def shown(statements: Iterable[Statement]) -> list[Said]:
    """One for each statement, in their order."""
    mine, for_it, against_it = _("my view after"), _("for it"), _("against it")
    days: dict[date, str] = {}
    made = []
    for one in statements:
        if one.said_on not in days:
            days[one.said_on] = date_format(one.said_on, "j M")
        who = f"{mine} {one.speaker_name}" if one.mine else one.speaker_name
        text = f"“{one.text}”" if one.is_quote else one.text
        points = for_it if (one.stance or 0) > 0 else against_it if (one.stance or 0) < 0 else ""
        made.append(Said(text, f"{who}, {days[one.said_on]}", points))
    return made


def answered_by(cell: Cell) -> list[tuple[str, str]]:
    """For a want that other rows answer: which way it points, and by whose word; empty when nobody's words bear on it.

    Whoever is quoted in the row itself is not named again.
    """
    quoted = {one.speaker for one in cell.statements}
    voices = voices_of(cell.nearby)
    mine: dict[str, bool] = {}
    names: dict[str, str] = {}
    for one in (one for one in cell.nearby if one.speaker not in quoted):
        mine[one.speaker] = mine.get(one.speaker, True) and one.mine
        names[one.speaker] = one.speaker_name
    sides: dict[int, list[str]] = {1: [], -1: [], 0: []}
    for speaker, name in names.items():
        stance = voices.get(speaker) or 0
        who = _("my view after %(name)s") % {"name": name} if mine[speaker] else name
        sides[(stance > 0) - (stance < 0)].append(who)
    words = {1: _("Speaks for it"), -1: _("Speaks against it"), 0: _("Leaves it open")}
    return [(words[side], listed(who)) for side, who in sides.items() if who]


def listed(names: Sequence[str]) -> str:
    """ "a, b"; from four on "a, b, c and 4 more"."""
    rest = len(names) - NAMED_AT_MOST
    if rest <= 0:
        return ", ".join(names)
    return _("%(names)s and %(n)d more") % {"names": ", ".join(names[:NAMED_AT_MOST]), "n": rest}
