"""Fit the title coder from the embedded facts and write its model file.

    python scripts/build_coder.py [--to FILE] [--held-model FILE]

The views are first fitted without a seventh of the title groups; on those, dressed up as people write them,
the mixing is fitted; then the views are fitted on all titles. No measuring title is read, unless
--leave-out names a file whose titles must not be learned (for an honest figure on a sample of the Census index).
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from halfhour.choose.facts import employment_by_soc, load_occupations, load_soc_names
from halfhour.choose.facts.coder_file import pack_model
from halfhour.choose.rules.cleaning import clean, word_key
from halfhour.choose.rules.coding_model import CodingModel, RerankModel
from halfhour.choose.rules.reranking import Seen, Views
from halfhour.choose.rules.text_features import canon
from scripts.coder_titles import OUTSIDE, Pair, dressed, gathered, is_held, pairs, reviewed
from scripts.coder_training import (
    RerankSettings,
    WordSettings,
    fit_rerank,
    fit_words,
    tell,
)

MODEL = Path(__file__).resolve().parent.parent / "halfhour" / "choose" / "facts" / "coder.npz"
BATCH = 256
# One thread: sums in another order round differently, and the same facts must give the same file.
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def main() -> None:
    if ONE_THREAD.items() - os.environ.items():
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **ONE_THREAD})
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--to", dest="target", type=Path, default=MODEL)
    parser.add_argument(
        "--held-model", type=Path, help="also write the model that has not seen the held-out titles"
    )
    parser.add_argument(
        "--leave-out", type=Path, help="a CSV with columns title and source: do not learn these Census titles"
    )
    options = parser.parse_args()
    found = pairs()
    left_out = _left_out(options.leave_out)
    found = [pair for pair in found if pair.kind != "C" or word_key(pair.canon) not in left_out]
    held = {pair.canon for pair in found if is_held(pair.canon)}
    lessons = lessons_of(found, held)
    tell(f"{len(found):,} pairs, {len(held):,} titles held out, {len(lessons):,} lessons for the mixing")
    lines = reviewed()
    part = fitted(
        [pair for pair in found if pair.canon not in held and not is_lesson_pair(pair, lessons)],
        {form: row for form, row in lines.items() if form not in held},
    )
    mixing = fit_mixing(part, lessons)
    part = replace(part, rerank=mixing)
    if options.held_model:
        options.held_model.write_bytes(pack_model(part))
    whole = replace(fitted(found, lines), rerank=mixing)
    options.target.write_bytes(pack_model(whole))
    print(f"{options.target.name}: {options.target.stat().st_size:,} bytes")


def _left_out(path: Path | None) -> frozenset[str]:
    if path is None:
        return frozenset()
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return frozenset(word_key(canon(row["title"])) for row in rows if "census" in row["source"])


Lesson = tuple[str, frozenset[str], float]  # a title as written, its acceptable SOC codes, its weight


def lessons_of(found: Sequence[Pair], held: set[str]) -> list[Lesson]:
    """Held-out titles with all their codes, and titles of O*NET that another office coded on its own."""
    rng = random.Random(22)
    by_form: dict[str, list[Pair]] = {}
    for pair in found:
        by_form.setdefault(pair.canon, []).append(pair)
    firsts = sorted({pair.title.split()[0] for pair in found if len(pair.title.split()) > 2})
    lessons: list[Lesson] = []
    for form in sorted(by_form):
        group = by_form[form]
        kinds = {pair.kind for pair in group}
        socs = frozenset(pair.code[:7] for pair in group)
        title = group[0].title
        if form in held:
            weight = 0.5 if kinds == {"C"} else 1.0
            lessons.append((title, socs, weight * 0.6))
            lessons.append((dressed(title, firsts, rng), socs, weight))
        elif kinds & OUTSIDE and kinds - OUTSIDE and is_other_half(form):
            outside = frozenset(pair.code[:7] for pair in group if pair.kind in OUTSIDE)
            lessons.append((title, outside, 0.7))
            lessons.append((dressed(title, firsts, rng), outside, 0.7))
    return lessons


def is_other_half(form: str) -> bool:
    return len(word_key(form)) % 2 == 0


def is_lesson_pair(pair: Pair, lessons: Sequence[Lesson]) -> bool:
    """Whether the pair is the answer of a lesson of the second kind, so the views must not see it."""
    return pair.kind in OUTSIDE and is_other_half(pair.canon)


def fitted(found: Sequence[Pair], lines: Mapping[str, Mapping[str, float]]) -> CodingModel:
    """The model of these pairs, its mixing not fitted yet; from our reviewed lines only their words are learned."""
    socs = tuple(sorted(load_soc_names()))
    place = {soc: at for at, soc in enumerate(socs)}
    occupations = load_occupations()
    codes = tuple(item.code for item in occupations)
    code_place = {code: at for at, code in enumerate(codes)}
    table = gathered(found)
    labels: list[dict[int, float]] = []
    for row in (*table.values(), *lines.values()):
        label: dict[int, float] = {}
        for code, weight in row.items():
            label[place[code[:7]]] = max(label.get(place[code[:7]], 0.0), weight)
        labels.append(label)
    words = fit_words([*table, *lines], labels, len(socs), WordSettings())
    counts = [len(row) for row in table.values()]
    shown = shown_titles(found)
    employment = employment_by_soc()
    return CodingModel(
        socs=socs,
        codes=codes,
        names=tuple(item.name for item in occupations),
        employment=np.array([employment[soc] for soc in socs], dtype=np.float32),
        titles=tuple(table),
        shown=tuple(shown[form] for form in table),
        starts=np.concatenate([[0], np.cumsum(counts)]).astype(np.int32),
        title_codes=np.array([code_place[code] for row in table.values() for code in row], dtype=np.int32),
        title_weights=np.array(
            [weight for row in table.values() for weight in row.values()], dtype=np.float32
        ),
        words=words,
        rerank=RerankModel(*([np.zeros(1, np.float32)] * 8), 0.0),
    )


def shown_titles(found: Sequence[Pair]) -> dict[str, str]:
    """One published spelling for each canon form: of the best source, then the shortest."""
    order = "NRTDSC"
    best: dict[str, tuple[int, int, str]] = {}
    for pair in found:
        rank = (order.index(pair.kind), len(pair.title), pair.title)
        best[pair.canon] = min(best.get(pair.canon, rank), rank)
    return {form: rank[2] for form, rank in best.items()}


def fit_mixing(part: CodingModel, lessons: Sequence[Lesson]) -> RerankModel:
    views = Views(part)
    seen = [
        views.see([views.index.query(clean(title)) for title, _, _ in lessons[at : at + BATCH]])
        for at in range(0, len(lessons), BATCH)
    ]
    together = Seen(
        np.concatenate([one.candidates for one in seen]),
        np.concatenate([one.features for one in seen]),
        np.concatenate([one.title_features for one in seen]),
        [],
    )
    right = np.array(
        [
            [part.socs[at] in socs for at in row]
            for row, (_, socs, _) in zip(together.candidates, lessons, strict=True)
        ]
    )
    tell(f"the right code is among the candidates of {right.any(axis=1).mean():.1%}")
    weights = np.array([weight for _, _, weight in lessons], dtype=np.float32)
    return fit_rerank(together, right, weights, RerankSettings())


if __name__ == "__main__":
    main()
