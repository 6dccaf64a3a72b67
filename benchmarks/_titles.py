"""Titles written for the benchmarks, with their answers, and how a coder does on them.

The same hands wrote the program and these lists, so their shares are kinder than life; they are here for what no other
file holds: European titles, what people put instead of an occupation, and levels in other people's words.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from halfhour.choose.rules.coding import Coder
from halfhour.choose.rules.level import level_of

FOLDER = Path(__file__).resolve().parent / "titles"
INDIVIDUAL = {"trainee": "one", "working": "one", "senior": "one"}


def written(name: str) -> list[tuple[str, str]]:
    """The lines of a list as title and answer, "" where none is given."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    parts = [line.rpartition(" | ") for line in lines if line.strip()]
    return [(title, answer) if title else (answer, "") for title, _, answer in parts]


def coded_rows(name: str) -> list[dict[str, str]]:
    """A list in the columns of the development titles."""
    return [
        {"title": title, "soc": codes.replace(" ", "|"), "source": f"written-{name}"}
        for title, codes in written(name)
    ]


def declined(coder: Coder, titles: Sequence[str]) -> float:
    """The share of titles that get no code."""
    answers = coder.code(titles)
    return sum(answer.declined for answer in answers) / len(answers)


def levels_right(rows: Sequence[tuple[str, str]]) -> float:
    """The share of titles whose level falls in the right one of three classes: one, manages, heads."""
    told = [(level_of(title).level.value, answer) for title, answer in rows]
    return sum(INDIVIDUAL.get(level, level) == answer for level, answer in told) / len(told)
