"""One way of writing for all letters, with the way back to what was written.

Lower case, no accents, straight apostrophes, sharp s as ss: patterns then need one spelling.
"""

import unicodedata
from dataclasses import dataclass

_SAME = {"ß": "ss", "’": "'", "‘": "'", "´": "'", "`": "'", "ʼ": "'", "–": "-", "—": "-", "…": "...", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "\u00a0": " ", "\t": " ", "“": '"', "”": '"', "„": '"'}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Folded:
    """text: the folded text. places: for each of its characters the offset of the original one."""

    text: str
    places: tuple[int, ...]
    original: str

    def quote(self, start: int, end: int) -> str:
        """Return what was written where the folded text has `start:end`."""
        if start >= end or not self.places:
            return ""
        return self.original[self.places[start] : self.places[min(end, len(self.places)) - 1] + 1].strip()


def fold(text: str) -> Folded:
    """Fold a text of any length; each character is treated alone."""
    out: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        if character in _SAME:
            folded = _SAME[character]
        elif character.isascii():
            folded = character.lower()
        else:
            parts = unicodedata.normalize("NFKD", character)
            folded = "".join(c for c in parts if not unicodedata.combining(c)).lower()
        out.append(folded)
        places.extend([place] * len(folded))
    return Folded("".join(out), tuple(places), text)
