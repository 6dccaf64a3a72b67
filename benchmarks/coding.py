"""How well and how fast job titles are coded, beside two plain ways, in one run.

    HALFHOUR_CASES=FOLDER python benchmarks/coding.py [--model FILE]

Baselines: exact match of the normalised title, and SQLite FTS5 bm25 over the O*NET titles. Development titles from
the Census index are also official titles the coder has learned; `unlearned` measures them honestly.
"""

from __future__ import annotations

import argparse
import csv
import os
import re
import resource
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks._titles import INDIVIDUAL, coded_rows, declined, levels_right, written
from halfhour.choose.facts import load_titles
from halfhour.choose.facts.factory import MODEL, load_model, load_overrides
from halfhour.choose.facts.tables import HERE
from halfhour.choose.rules.cleaning import normal
from halfhour.choose.rules.coding import Coder
from halfhour.choose.rules.level import level_of

ONET = frozenset("NRTS")
# What is promised, in per cent, first answer and first five: (floor, goal). They are meant for held-out titles.
PROMISED = {
    "contacts": ((83, 95), (87, 97)),
    "LCA": ((44, 67), (47, 70)),
    "H-2B": ((64, 82), (67, 85)),
    "ESCO": ((55, 80), (59, 84)),
    "Census": ((74, 87), (78, 91)),
    "European*": ((55, 80), (59, 84)),
    "contacts*": ((83, 95), (87, 97)),
}
FIGURES = {  # name: (floor, goal, unit); more is better for the first, less for the others
    "speed": (500, 1_500, "titles a second"),
    "load": (3, 1, "s"),
    "memory": (400, 200, "MiB"),
    "disk": (40, 20, "MB"),
}


@dataclass(frozen=True)
class Answer:
    codes: tuple[str, ...]
    score: float


Way = Callable[[Sequence[str]], list[Answer]]


def exact() -> Way:
    known: dict[str, dict[str, None]] = {}
    for title in load_titles():
        for kind, code in title.codes:
            if kind.value in ONET:
                known.setdefault(normal(title.title), {})[code[:7]] = None
    return lambda titles: [Answer(tuple(known.get(normal(title), ()))[:5], 1.0) for title in titles]


def fts5() -> Way:
    base = sqlite3.connect(":memory:")
    base.execute("create virtual table t using fts5(title, code unindexed, tokenize='porter unicode61')")
    pairs = [(one.title, code[:7]) for one in load_titles() for kind, code in one.codes if kind.value in ONET]
    base.executemany("insert into t values (?, ?)", pairs)

    def code(titles: Sequence[str]) -> list[Answer]:
        answers = []
        for title in titles:
            query = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", title.lower())) or '""'
            found: dict[str, None] = {}
            for (soc,) in base.execute(
                "select code from t where t match ? order by rank limit 200", (query,)
            ):
                found[soc] = None
                if len(found) == 5:
                    break
            answers.append(Answer(tuple(found), 0.5))
        return answers

    return code


def halfhour(path: Path) -> tuple[Way, float]:
    started = time.perf_counter()
    coder = Coder(load_model(path), load_overrides())
    taken = time.perf_counter() - started

    def code(titles: Sequence[str]) -> list[Answer]:
        return [
            Answer(tuple(one.code[:7] for one in coded.codes), coded.codes[0].score if coded.codes else 0.0)
            for coded in coder.code(titles)
        ]

    return code, taken


def calibration_error(scores: Sequence[float], right: Sequence[bool]) -> float:
    """The mean distance, in points, of score and share of right answers over ten bins."""
    chances, hits = np.array(scores), np.array(right, dtype=float)
    bins = np.minimum((chances * 10).astype(int), 9)
    return 100 * sum(
        float((bins == at).mean() * abs(chances[bins == at].mean() - hits[bins == at].mean()))
        for at in range(10)
        if (bins == at).any()
    )


def error_by_chance(scores: Sequence[float]) -> float:
    """The calibration error that scores which hold exactly would show on so few titles, in points."""
    rng = np.random.default_rng(7)
    chances = np.array(scores)
    draws = [calibration_error(scores, list(rng.random(len(chances)) < chances)) for _ in range(40)]
    return float(np.mean(draws))


def group(source: str) -> str:
    names = {
        "contact": "contacts",
        "us-dol-lca": "LCA",
        "us-dol-h2b": "H-2B",
        "census": "Census",
        "written-european": "European*",
        "written-contacts": "contacts*",
    }
    return next((name for start, name in names.items() if source.startswith(start)), source)


def measure(name: str, way: Way, rows: Sequence[dict[str, str]]) -> None:
    for source in dict.fromkeys(group(row["source"]) for row in rows):
        mine = [row for row in rows if group(row["source"]) == source]
        answers = way([row["title"] for row in mine])
        real = [
            (set(row["soc"].split("|")), answer)
            for row, answer in zip(mine, answers, strict=True)
            if row["soc"]
        ]
        none = [answer for row, answer in zip(mine, answers, strict=True) if not row["soc"]]
        first = [bool(answer.codes) and answer.codes[0] in right for right, answer in real]
        five = [bool(right & set(answer.codes)) for right, answer in real]
        answered = [bool(answer.codes) for _, answer in real]
        scores = [answer.score for _, answer in real if answer.codes]
        error = calibration_error(scores, [hit for hit, said in zip(first, answered, strict=True) if said])
        ours = name == "Halfhour"
        floor, goal = PROMISED.get(source, (("-", "-"), ("-", "-")))
        declined = f"{sum(not answer.codes for answer in none)}/{len(none)}" if none else "-"
        print(
            f"{name:12} {source:9} {len(real):5} {np.mean(first):7.1%} {np.mean(five):7.1%} {np.mean(answered):8.0%}"
            f" {declined:>8}"
            + (
                f" {error:6.1f} {error_by_chance(scores):9.1f}   {floor[0]}/{floor[1]:<6} {goal[0]}/{goal[1]}"
                if ours
                else ""
            )
        )


def measure_levels(path: Path | None) -> None:
    if path:
        classes = {"E": "one", "W": "one", "S": "one", "M": "manages", "X": "heads"}
        rows = read_rows(path)
        known = [(row["title"], classes[row["level"]]) for row in rows if row["level"] != "N"]
        silent = [
            INDIVIDUAL.get(level_of(row["title"]).level.value, "unknown")
            for row in rows
            if row["level"] == "N"
        ]
        print(
            f"level, three classes, contact titles: {levels_right(known):.1%} of {len(known)} (floor 95, goal 97);"
            f" unknown said: {silent.count('unknown')}/{len(silent)}"
        )
    own = written("levels")
    print(
        f"level, three classes, other people's titles*: {levels_right(own):.1%} of {len(own)} (floor 85, goal 90)"
    )


def measure_declining(coder: Coder, rows: Sequence[dict[str, str]]) -> None:
    nothing = [title for title, _ in written("no_occupation")] + [
        row["title"] for row in rows if not row["soc"]
    ]
    real = [row["title"] for row in rows if row["soc"] and group(row["source"]) in {"contacts", "contacts*"}]
    print(
        f"not an occupation, declined*: {declined(coder, nothing):.1%} of {len(nothing)} (floor 85, goal 93);"
        f" real contact titles answered: {1 - declined(coder, real):.1%} of {len(real)} (floor 90, goal 93)"
    )


def measure_speed(path: Path) -> None:
    """Distinct titles in one batch, and load and memory of a fresh process."""
    words = [title.title for title in load_titles()][::11][:5_000]
    titles = [f"Senior {word} II, Team {at}" for at, word in enumerate(words)]
    coder = Coder(load_model(path), load_overrides())
    started = time.perf_counter()
    coder.code(titles)
    taken = time.perf_counter() - started
    program = (
        "import pathlib, re, resource, time; started = time.perf_counter()\n"
        "from halfhour.choose.facts import load_coder\n"
        "coder = load_coder(); loaded = time.perf_counter() - started; coder.code(['Nurse'] * 100)\n"
        # The peak of resource.getrusage would be that of the parent, which is larger.
        "status = pathlib.Path('/proc/self/status')\n"
        "peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "peak = int(re.search(r'VmHWM:\\s+(\\d+)', status.read_text()).group(1)) if status.exists() else peak\n"
        "print(f'{loaded:.2f} {peak / 1024:.0f}')"
    )
    root = Path(__file__).resolve().parent.parent
    said = subprocess.run(
        [sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True
    ).stdout.split()
    size = sum(file.stat().st_size for file in HERE.iterdir() if file.is_file()) / 1e6
    reached = {"speed": len(titles) / taken, "load": float(said[0]), "memory": float(said[1]), "disk": size}
    for name, (floor, goal, unit) in FIGURES.items():
        print(f"{name:8} {reached[name]:10,.2f} {unit:16} floor {floor:,}, goal {goal:,}")


def read_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def main(arguments: Sequence[str] = ()) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=Path, default=MODEL)
    options = parser.parse_args(arguments)
    ours, taken = halfhour(options.model)
    print(
        f"model read in {taken:.2f} s; memory so far {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB"
    )
    folder = os.environ.get("HALFHOUR_CASES")
    rows = coded_rows("contacts") + coded_rows("european")
    if folder:
        rows += read_rows(Path(folder) / "titles_dev.csv")
    else:
        print("HALFHOUR_CASES is not set: only the titles written for this benchmark are measured")
    print(
        f"{'way':12} {'titles':9} {'n':>5} {'first':>7} {'in five':>7} {'answered':>8} {'declined':>8} {'error':>6}"
        f" {'by chance':>9}   {'floor':9} goal"
    )
    for name, way in (("exact", exact()), ("FTS5 bm25", fts5()), ("Halfhour", ours)):
        measure(name, way, rows)
    print(
        "* written for this benchmark by the hands that wrote the program (European titles stand in for ESCO's).\n"
        "error: points between score and share of right answers (floor 12, goal 6); by chance: what scores that hold"
        " exactly would show on so few titles.\nCensus titles are official titles the coder has learned; the benchmark"
        " `unlearned` measures them on a model that has not."
    )
    measure_declining(Coder(load_model(options.model), load_overrides()), rows)
    measure_levels(Path(folder) / "levels_dev.csv" if folder else None)
    measure_speed(options.model)


if __name__ == "__main__":
    main(sys.argv[1:])
