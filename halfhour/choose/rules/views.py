"""Several weak opinions on which SOC code a title names, each a row of figures over all codes.

Exact and partial agreement with official titles, the nearest official titles by rare shared words, and what
single words tell. They are mixed in `reranking`. A default of ours.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from halfhour.choose.rules.cleaning import Cleaned
from halfhour.choose.rules.coding_model import CodingModel, Floats, Ints, WordModel
from halfhour.choose.rules.slips import may_be_slip
from halfhour.choose.rules.text_features import features, stems

NEIGHBOURS = 48
# Words in more official titles than this say too little to look neighbours up by.
COMMON = 4_000


@dataclass(frozen=True, slots=True)
class Query:
    """A cleaned title in stems, misspellings corrected."""

    plain: tuple[str, ...]
    full: tuple[str, ...]
    core: tuple[str, ...]
    second: tuple[str, ...]
    capitals: bool = False  # written in capitals throughout, as registers and filings do
    inside: tuple[str, ...] = ()  # what stands in brackets
    role: bool = True  # a word of it names somebody who does something


def is_capitals(title: str) -> bool:
    """Whether a title of some length is written in capitals ("CEO" is not)."""
    return title.isupper() and sum(sign.isalpha() for sign in title) > 6


def word_scores(model: WordModel, rows: Sequence[Sequence[str]]) -> Floats:
    """Log probability of each SOC code by the words alone; one row a title, empty rows are flat."""
    found = [features(list(row)) or [0] for row in rows]
    lengths = np.array([len(ids) for ids in found], dtype=np.int32)
    flat = np.fromiter((one for ids in found for one in ids), dtype=np.int32, count=int(lengths.sum()))
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    vectors = model.vectors[flat].astype(np.float32) * model.scales[flat][:, None]
    summed = np.add.reduceat(vectors, starts, axis=0) / np.sqrt(lengths)[:, None].astype(np.float32)
    logits = summed @ model.output + model.bias
    logits -= logits.max(axis=1, keepdims=True)
    return np.asarray(logits - np.log(np.exp(logits).sum(axis=1, keepdims=True)), dtype=np.float32)


class TitleIndex:
    """The official titles, ready to be looked up whole, by their words, by their end and by nearness."""

    def __init__(self, model: CodingModel) -> None:
        self.classes = len(model.socs)
        # Plain lists beside the arrays: single values are read from them far faster.
        self.start_list: list[int] = model.starts.tolist()
        self.code_list: list[int] = model.title_codes.tolist()
        self.weight_list: list[float] = model.title_weights.tolist()
        self.starts, self.title_codes, self.weights = model.starts, model.title_codes, model.title_weights
        places = {soc: place for place, soc in enumerate(model.socs)}
        self.class_of: Ints = np.array([places[code[:7]] for code in model.codes], dtype=np.int32)
        self.class_list: list[int] = self.class_of.tolist()
        self.exact = {title: place for place, title in enumerate(model.titles)}
        self.by_key: dict[str, list[int]] = {}
        self.word_ids: dict[str, int] = {}
        word_of: list[int] = []
        lengths: list[int] = []
        for place, title in enumerate(model.titles):
            words = dict.fromkeys(title.split())  # a set would come in another order each time
            self.by_key.setdefault(" ".join(sorted(words)), []).append(place)
            word_of += [self.word_ids.setdefault(word, len(self.word_ids)) for word in words]
            lengths.append(len(words))
        counts = np.bincount(word_of, minlength=len(self.word_ids))
        self.idf: Floats = np.log((len(model.titles) + 1) / (counts + 0.5)).astype(np.float32)
        order = np.argsort(np.array(word_of, dtype=np.int32), kind="stable")
        self.postings: Ints = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)[order]
        self.posting_starts = np.concatenate([[0], np.cumsum(counts)])
        squares = self.idf[np.array(word_of)] ** 2
        sums = np.bincount(
            np.repeat(np.arange(len(lengths)), lengths), weights=squares, minlength=len(lengths)
        )
        self.norms: Floats = np.sqrt(np.maximum(sums, 1e-6)).astype(np.float32)
        self._spelling: dict[tuple[str, int], list[str]] = {}
        for word, place in self.word_ids.items():
            if counts[place] > 1 and len(word) > 4:
                self._spelling.setdefault((word[0], len(word)), []).append(word)
        self._corrected: dict[str, str] = {}

    # -- spelling -----------------------------------------------------------------------------------------
    def corrected(self, word: str) -> str:
        """The official word meant by a misspelt one, the two a compound is made of, or the word as it is."""
        if word in self.word_ids or len(word) < 6 or word.isdigit():
            return word
        known = self._corrected.get(word)
        if known is None:
            if len(self._corrected) > 50_000:
                self._corrected.clear()
            known = self._corrected[word] = self._spell(word)
        return known

    def _spell(self, word: str) -> str:
        reach = 2 if len(word) > 8 else 1
        near = [
            choice
            for first in dict.fromkeys(word[:2])
            for length in range(len(word) - reach, len(word) + reach + 1)
            for choice in self._spelling.get((first, length), ())
        ]
        found = [
            one
            for one in process.extract(word, near, scorer=OSA.distance, score_cutoff=reach, limit=8)
            if may_be_slip(word, one[0], slips=int(one[1]), often=self._count(one[0]))
        ]
        if not found:
            return self._parted(word)
        # Of equally near words the commoner is meant: "enginer" is an engineer, not an engine.
        count = {choice: self._count(choice) for choice, _, _ in found}
        choice, distance, _ = min(found, key=lambda one: (one[1], -count[one[0]], one[0]))
        rivals = [other for other, far, _ in found if far == distance and other != choice]
        if distance == 2 and any(count[other] * 3 > count[choice] for other in rivals):
            return word
        return str(choice)

    def _parted(self, word: str) -> str:
        """Two known words written as one ("stockbroker"), with a space between; else the word as it is."""
        parts = [(word[:at], word[at:]) for at in range(4, len(word) - 3)]
        known = [
            part for part in parts if all(half in self.word_ids and self._count(half) > 4 for half in part)
        ]
        best = max(known, key=lambda part: min(self._count(half) for half in part), default=(word,))
        return " ".join(best)

    def _count(self, word: str) -> int:
        place = self.word_ids[word]
        return int(self.posting_starts[place + 1] - self.posting_starts[place])

    def query(self, title: Cleaned, raw: str = "", *, role: bool = True) -> Query:
        """The words to look up for a cleaned title; raw: the title as written, role: it names a doer."""

        def words(text: str) -> tuple[str, ...]:
            return tuple(" ".join(self.corrected(word) for word in stems(text)).split()) if text else ()

        second = words(title.second or title.inside)
        return Query(
            words(title.plain),
            words(title.full),
            words(title.core),
            second,
            capitals=is_capitals(raw),
            inside=words(title.inside),
            role=role,
        )

    # -- looking up ---------------------------------------------------------------------------------------
    def _share(
        self, places: Sequence[int], row: Floats, codes: dict[int, float], weight: float = 1.0
    ) -> None:
        """Add the share each SOC code has of these titles to row, and of each O*NET code to codes."""
        found: dict[int, float] = {}
        for place in places:
            for at in range(self.start_list[place], self.start_list[place + 1]):
                code = self.code_list[at]
                found[code] = found.get(code, 0.0) + self.weight_list[at]
        total = sum(found.values())
        for code, value in found.items():
            row[self.class_list[code]] += weight * value / total
            codes[code] = codes.get(code, 0.0) + 2 * weight * value / total

    def whole(self, words: Sequence[str], row: Floats, codes: dict[int, float]) -> bool:
        place = self.exact.get(" ".join(words))
        if place is None:
            return False
        self._share((place,), row, codes)
        return True

    def same_words(self, words: Sequence[str], row: Floats, codes: dict[int, float]) -> bool:
        places = self.by_key.get(" ".join(sorted(set(words))))
        if not places:
            return False
        self._share(places, row, codes)
        return True

    def ending(self, words: Sequence[str], row: Floats) -> float:
        """Look up the longest end of the title that is an official title; return its share of the words."""
        for cut in range(1, len(words)):
            place = self.exact.get(" ".join(words[cut:]))
            if place is not None:
                self._share((place,), row, {})
                return (len(words) - cut) / len(words)
        return 0.0

    def beginning(self, words: Sequence[str], row: Floats) -> float:
        """The same for the longest beginning ("Inspector, gear" begins with "Inspector")."""
        for cut in range(len(words) - 1, 0, -1):
            place = self.exact.get(" ".join(words[:cut]))
            if place is not None:
                self._share((place,), row, {})
                return cut / len(words)
        return 0.0

    def nearest(
        self, words: Sequence[str], best: Floats, votes: Floats | None, codes: dict[int, float]
    ) -> float:
        """Fill the best likeness (0 to 1) and the share of votes of each SOC code; return the highest likeness."""
        unknown = float(self.idf.max())
        known: list[int] = []
        square = 0.0
        for word in dict.fromkeys(words):
            place = self.word_ids.get(word)
            if place is None:
                square += unknown * unknown * 0.5
            else:
                known.append(place)
                square += float(self.idf[place]) ** 2
        if not known:
            return 0.0
        starts, ends = self.posting_starts[known], self.posting_starts[[place + 1 for place in known]]
        rare = [at for at in range(len(known)) if ends[at] - starts[at] <= COMMON] or [
            int(np.argmin(ends - starts))
        ]
        flat = np.concatenate([self.postings[starts[at] : ends[at]] for at in rare])
        weights = np.repeat(
            self.idf[[known[at] for at in rare]] ** 2, [int(ends[at] - starts[at]) for at in rare]
        )
        # Sorting the few postings is faster than counting over all titles.
        order = np.argsort(flat, kind="stable")
        flat, weights = flat[order], weights[order]
        firsts = np.flatnonzero(np.concatenate([[True], flat[1:] != flat[:-1]]))
        titles = flat[firsts]
        likeness = np.add.reduceat(weights, firsts) / (self.norms[titles] * math.sqrt(square))
        if len(titles) > NEIGHBOURS:
            top = np.argpartition(-likeness, NEIGHBOURS)[:NEIGHBOURS]
            titles, likeness = titles[top], likeness[top]
        counts = self.starts[titles + 1] - self.starts[titles]
        at = np.repeat(
            self.starts[titles] - np.concatenate([[0], np.cumsum(counts)[:-1]]), counts
        ) + np.arange(counts.sum())
        found = self.title_codes[at]
        classes = self.class_of[found]
        each = np.repeat(likeness, counts)
        np.maximum.at(best, classes, each)
        if votes is None:
            return float(likeness.max())
        power = each**4 * self.weights[at] / np.repeat(counts, counts)
        votes += np.bincount(classes, weights=power, minlength=self.classes).astype(np.float32)
        total = float(votes.sum())
        if total:
            votes /= total
        for code, value in zip(found.tolist(), power.tolist(), strict=True):
            codes[code] = codes.get(code, 0.0) + value / (total or 1.0)
        return float(likeness.max())
