"""The official titles in the form the coder learns from, and titles dressed up as people write them."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zlib import crc32

from halfhour.choose.facts import load_occupations, load_titles
from halfhour.choose.facts.factory import load_overrides
from halfhour.choose.rules.cleaning import normal, word_key
from halfhour.choose.rules.text_features import canon, stems

WEIGHTS = {"N": 5.0, "R": 2.0, "T": 1.0, "S": 0.7, "D": 2.0, "C": 1.0}
FIRST_LINE_WEIGHT, OTHER_LINE_WEIGHT = 2.0, 0.25  # the codes of a line of our reviewed list
OUTSIDE = frozenset("DC")  # not from O*NET: another office's coding of often the same title
HELD_SHARE = 0.15


@dataclass(frozen=True)
class Pair:
    title: str  # as published
    canon: str
    code: str  # O*NET-SOC; SOC codes of other sources get ".00"
    kind: str


def pairs() -> list[Pair]:
    known = {item.code for item in load_occupations()}
    found = []
    for title in load_titles():
        form = canon(title.title)
        for kind, code in title.codes:
            full = code if len(code) == 10 else f"{code}.00"
            # "CMO" as the short form of a mining machine would be read as a marketing chief.
            opens = kind.value == "S" and form != " ".join(stems(normal(title.title)))
            if form and full in known and not opens:
                found.append(Pair(title.title, form, full, kind.value))
    return found


def reviewed() -> dict[str, dict[str, float]]:
    """Our own reviewed lines in the form of `gathered`; the words of a line are learned, the line itself is looked up."""
    table: dict[str, dict[str, float]] = {}
    for title, codes in load_overrides().items():
        full = [code if len(code) == 10 else f"{code}.00" for code in codes]
        row = table.setdefault(canon(title), {})
        for place, code in enumerate(full):
            row.setdefault(code, FIRST_LINE_WEIGHT if place == 0 else OTHER_LINE_WEIGHT)
    return dict(sorted(table.items()))


def is_held(form: str) -> bool:
    """Whether the group of titles made of the same words is held out (the same groups on every run)."""
    return crc32(word_key(form).encode()) % 1000 < HELD_SHARE * 1000


def gathered(found: Iterable[Pair]) -> dict[str, dict[str, float]]:
    """canon -> code -> weight, in a fixed order."""
    table: dict[str, dict[str, float]] = defaultdict(dict)
    for pair in found:
        row = table[pair.canon]
        row[pair.code] = max(row.get(pair.code, 0.0), WEIGHTS[pair.kind])
    return {form: dict(sorted(table[form].items())) for form in sorted(table)}


_RANKS = ("Senior", "Sr.", "Junior", "Jr", "Lead", "Principal", "Staff", "Associate", "Experienced")
_GRADES = ("I", "II", "III", "IV", "2", "3", "Level 2")
_TAILS = (
    " @ {name}", " at {name}", " | {name}", " - {name}", ", {name}", " ({name})", " - Remote", " (Contract)", ", Night Shift",
    " - Part Time", " (Full-Time)", ", Global", " - North America",
)  # fmt: skip
_NAMES = (
    "Acme", "Northwind", "Blue River", "Kestrel Group", "Lakeside", "Vertex", "City of Salem", "Orion Labs", "Delta",
    "Platform", "Operations", "Payments", "Growth", "West Region", "Corporate", "Consumer", "Enterprise", "Team 4",
)  # fmt: skip


def dressed(title: str, extra: Sequence[str], rng: random.Random) -> str:
    """The title with decoration as on a profile: rank, grade, employer, a word more, turned round or misspelt."""
    words = title.split()
    if rng.random() < 0.30:
        words.insert(0, rng.choice(_RANKS))
    if rng.random() < 0.35:
        words.insert(rng.randrange(0, max(1, len(words))), rng.choice(extra))
    if len(words) > 1 and rng.random() < 0.12 and "," not in title:
        words = [words[-1] + ",", *words[:-1]]
    if rng.random() < 0.12:
        at = rng.randrange(len(words))
        word = words[at]
        if len(word) > 6:
            cut = rng.randrange(1, len(word) - 1)
            words[at] = (
                word[:cut] + word[cut + 1 :]
                if rng.random() < 0.5
                else word[: cut - 1] + word[cut] + word[cut - 1] + word[cut + 1 :]
            )
    if rng.random() < 0.2:
        words.append(rng.choice(_GRADES))
    result = " ".join(words)
    if rng.random() < 0.25:
        result += rng.choice(_TAILS).format(name=rng.choice(_NAMES))
    return result.upper() if rng.random() < 0.1 else result
