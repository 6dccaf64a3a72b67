"""Mix the views of a title into one probability for each candidate occupation.

The weights are plain numbers, fitted on official titles that the views had not seen. A default of ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from halfhour.choose.rules.coding_model import CodingModel, Floats, Ints, RerankModel
from halfhour.choose.rules.views import Query, TitleIndex, word_scores


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CANDIDATES = 20
# Words that name the rank of the occupation itself, and the SOC codes that go with them.
_MANAGES = _words(
    """
manager director president head chief superintendent officer administrator executive
"""
)
_SUPERVISES = _words(
    """
supervisor foreman boss superintendent forewoman overseer leader captain sergeant
"""
)
_HELPS = _words(
    """
helper apprentice aide assistant trainee laborer
"""
)
_TEACHES = _words(
    """
teacher professor instructor lecturer faculty tutor
"""
)


@dataclass(frozen=True)
class Seen:
    """The views of a batch: by candidate (titles x candidates x features), by title, and the candidates."""

    candidates: Ints
    features: Floats
    title_features: Floats
    codes: list[dict[int, float]]  # evidence for single O*NET-SOC codes


class Views:
    """Computes the views of titles against one model."""

    def __init__(self, model: CodingModel) -> None:
        self.model = model
        self.index = TitleIndex(model)
        self.prior: Floats = np.log10(model.employment + 1_000).astype(np.float32) - 4.5
        counts = np.bincount(self.index.class_of[model.title_codes], minlength=len(model.socs))
        self.size: Floats = np.log10(counts + 1.0).astype(np.float32) - 1.8
        self.manages: Floats = np.array([soc[:2] == "11" for soc in model.socs], dtype=np.float32)
        first_line = [
            model.names[model.codes.index(soc + ".00")].startswith("First-Line") for soc in model.socs
        ]
        self.supervises: Floats = np.array(first_line, dtype=np.float32)
        helps = [soc.startswith("47-301") or soc in {"49-9098", "51-9198", "53-7062"} for soc in model.socs]
        self.helps: Floats = np.array(helps, dtype=np.float32)
        self.teaches: Floats = np.array([soc[:3] == "25-" for soc in model.socs], dtype=np.float32)

    def see(self, queries: Sequence[Query]) -> Seen:
        """Look at a batch of titles (a few hundred at a time)."""
        count, classes = len(queries), self.index.classes
        full = word_scores(self.model.words, [query.full for query in queries])
        core = full.copy()
        other = [at for at, query in enumerate(queries) if query.core != query.full and query.core]
        if other:
            core[other] = word_scores(self.model.words, [queries[at].core for at in other])
        second = full.copy()
        other = [at for at, query in enumerate(queries) if query.second]
        if other:
            second[other] = word_scores(self.model.words, [queries[at].second for at in other])
        raw, cleaned, whole_core, keyed, ending, beginning, best, votes, core_best = np.zeros(
            (9, count, classes), dtype=np.float32
        )
        title = np.zeros((count, 11), dtype=np.float32)
        codes: list[dict[int, float]] = []
        for at, query in enumerate(queries):
            evidence: dict[int, float] = {}
            index = self.index
            title[at, 0] = index.whole(query.plain, raw[at], evidence)
            title[at, 1] = index.whole(query.full, cleaned[at], evidence)
            title[at, 2] = index.whole(query.core, whole_core[at], evidence)
            title[at, 3] = index.same_words(query.full, keyed[at], evidence)
            title[at, 4] = index.ending(query.core, ending[at])
            title[at, 5] = index.beginning(query.core, beginning[at])
            title[at, 6] = index.nearest(query.full, best[at], votes[at], evidence)
            if query.core != query.full:
                index.nearest(query.core, core_best[at], None, {})
            else:
                core_best[at] = best[at]
            title[at, 7] = min(len(query.full), 8) / 8
            title[at, 8] = sum(word not in index.word_ids for word in query.full) / max(1, len(query.full))
            codes.append(evidence)
        title[:, 9] = np.exp(full.max(axis=1))
        title[:, 10] = np.exp(core.max(axis=1))
        mixed = (
            full
            + 0.5 * core
            + 3 * best
            + 2 * votes
            + 4 * raw
            + 3 * cleaned
            + 2 * whole_core
            + 3 * keyed
            + ending
        )
        candidates = np.argpartition(-mixed, CANDIDATES, axis=1)[:, :CANDIDATES].astype(np.int32)
        ranks = np.array([_rank_words(query) for query in queries], dtype=np.float32)

        def take(view: Floats) -> Floats:
            return np.take_along_axis(view, candidates, axis=1)

        per_candidate = [
            take(full),
            take(core),
            take(second),
            np.exp(take(full)),
            np.exp(take(core)),
            take(raw),
            take(cleaned),
            take(whole_core),
            take(keyed),
            take(ending),
            take(ending) * title[:, 4:5],
            take(beginning),
            take(beginning) * title[:, 5:6],
            take(best),
            take(best) - title[:, 6:7],
            take(votes),
            take(core_best),
            self.prior[candidates],
            self.size[candidates],
            self.manages[candidates] * ranks[:, :1],
            self.manages[candidates] * (1 - ranks[:, :1]),
            self.supervises[candidates] * ranks[:, 1:2],
            self.supervises[candidates] * (1 - ranks[:, 1:2]),
            self.helps[candidates] * ranks[:, 2:3],
            self.teaches[candidates] * ranks[:, 3:4],
            *(np.repeat(title[:, at : at + 1], CANDIDATES, axis=1) for at in range(title.shape[1])),
        ]
        return Seen(candidates, np.stack(per_candidate, axis=2).astype(np.float32), title, codes)


def _rank_words(query: Query) -> tuple[float, float, float, float]:
    words = set(query.full)
    return (
        float(bool(words & _MANAGES)),
        float(bool(words & _SUPERVISES)),
        float(bool(words & _HELPS)),
        float(bool(words & _TEACHES)),
    )


def logits(model: RerankModel, seen: Seen) -> tuple[Floats, Floats]:
    """The raw scores of the candidates (titles x candidates) and of "none of these" (titles)."""
    scaled = (seen.features - model.mean) / model.spread
    hidden = np.maximum(scaled @ model.hidden + model.hidden_bias, 0)
    none = (seen.title_features - model.none_mean) / model.none_spread @ model.none + model.none_bias
    return np.asarray(hidden @ model.out, dtype=np.float32), np.asarray(none, dtype=np.float32)
