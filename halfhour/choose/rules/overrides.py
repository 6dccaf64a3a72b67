"""Titles for which the official lists mislead or are silent, coded by hand: how such a list is read and applied.

The list itself lies with the facts (`overrides.txt`); the coder is given it as values. A default of ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from halfhour.choose.rules.cleaning import stem
from halfhour.choose.rules.level_words import FUNCTIONS
from halfhour.choose.rules.text_features import canon


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# "Supervisor operating room": what stands first is the work, so the end says nothing by itself.
HEADS_FIRST = _words(
    """
supervisor teacher inspector helper apprentice technician nurse engineer mechanic clerk sale manager
director operator assistant repairer worker instructor professor
"""
)
# Lines that are a field of work are followed only when they are the whole title.
FIELDS = frozenset(stem(word) for word in FUNCTIONS) | _words(
    """
clerical administrative laboratory environmental clinical customer home health mental public human
resource receivable payable technical corporate front
"""
)
FIRST_SHARE = 0.9  # how much of a line's likelihood its first code gets


def read_overrides(lines: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Read lines of the form `title = code code`; empty lines and lines starting with # are skipped.

    Raises ValueError for any other line, since the list is ours.
    """
    table: dict[str, tuple[str, ...]] = {}
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        title, sign, codes = line.partition(" = ")
        if not sign or not codes.split():
            raise ValueError(f"not a line of the form 'title = codes': {line.strip()}")
        table[title.strip()] = tuple(codes.split())
    return table


@dataclass(frozen=True, slots=True)
class Override:
    """A line of the list that speaks for a title, and how surely (0 to 1)."""

    words: str
    codes: tuple[str, ...]
    share: float


@dataclass(frozen=True, slots=True)
class Trust:
    """How far a line is believed when it is the whole title, its first part, or the end of it."""

    whole: float = 0.93
    core: float = 0.5
    one_word_core: float = 0.25
    end: float = 0.3
    one_word_end: float = 0.2


class Overrides:
    """The list, ready to be asked about titles in stems."""

    def __init__(self, table: Mapping[str, tuple[str, ...]], trust: Trust | None = None) -> None:
        self.trust = trust or Trust()
        self.codes = {canon(title): codes for title, codes in table.items()}

    def __contains__(self, form: str) -> bool:
        return form in self.codes

    def find(
        self, plain: Sequence[str], full: Sequence[str], core: Sequence[str], *, known: bool
    ) -> Override | None:
        """The line that speaks for a title; known: an official title says the same words already."""
        for words in (plain, full):
            found = self._at(" ".join(words), self.trust.whole)
            if found:
                return found
        found = self._at(" ".join(core), self.trust.core if len(core) > 1 else self.trust.one_word_core)
        if found or known or core[0] in HEADS_FIRST or core[-1] in FIELDS:
            return found
        for cut in range(1, len(core)):
            share = self.trust.end if len(core) - cut > 1 else self.trust.one_word_end
            found = self._at(" ".join(core[cut:]), share)
            if found:
                return found
        return None

    def _at(self, form: str, share: float) -> Override | None:
        codes = self.codes.get(form)
        return Override(form, codes, share) if codes else None


def shares(codes: Sequence[str]) -> list[float]:
    """How the likelihood of a line is divided among its codes."""
    if len(codes) == 1:
        return [1.0]
    return [FIRST_SHARE] + [(1 - FIRST_SHARE) / (len(codes) - 1)] * (len(codes) - 1)
