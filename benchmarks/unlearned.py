"""How well titles are coded that the coder has never seen, official ones and those of the Census index.

    HALFHOUR_CASES=FOLDER python benchmarks/unlearned.py

Fits two models into a scratch folder, about three minutes: one without the Census titles of the development file, one
without a seventh of all official titles. The shipped model has learned both.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.coding import group, halfhour, measure, read_rows
from scripts.coder_titles import is_held, pairs

ROOT = Path(__file__).resolve().parent.parent


def held_out() -> list[dict[str, str]]:
    """One published spelling of every third held-out title with all its codes, in the columns of the development file."""
    found: dict[str, tuple[str, set[str]]] = {}
    for pair in pairs():
        if is_held(pair.canon):
            found.setdefault(pair.canon, (pair.title, set()))[1].add(pair.code[:7])
    return [
        {"title": title, "soc": "|".join(sorted(socs)), "source": "official"}
        for _, (title, socs) in sorted(found.items())[::3]
    ]


def main(arguments: Sequence[str] = ()) -> None:
    cases = os.environ.get("HALFHOUR_CASES")
    dev = Path(cases) / "titles_dev.csv" if cases else None
    with tempfile.TemporaryDirectory() as scratch:
        census, part = Path(scratch) / "census.npz", Path(scratch) / "part.npz"
        command = [
            sys.executable,
            str(ROOT / "scripts" / "build_coder.py"),
            "--to",
            str(census),
            "--held-model",
            str(part),
        ]
        subprocess.run(
            [*command, *(["--leave-out", str(dev)] if dev else [])], check=True, capture_output=True
        )
        if dev:
            rows = [row for row in read_rows(dev) if group(row["source"]) == "Census"]
            measure("Halfhour", halfhour(census)[0], rows)
        measure("Halfhour", halfhour(part)[0], held_out())


if __name__ == "__main__":
    main(sys.argv[1:])
