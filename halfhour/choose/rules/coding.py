"""Which occupation a job title names: up to five codes with the probability that each is right, or none.

A learned correction wins, then titles that name no occupation are declined, then our reviewed overrides and the
mixed views decide. Source: a default of ours; the codes are O*NET-SOC.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from halfhour.choose.rules.calibration import CALIBRATION, Calibration, calibrated
from halfhour.choose.rules.cleaning import Cleaned, clean, normal
from halfhour.choose.rules.coding_model import CodingModel
from halfhour.choose.rules.declining import (
    NO_ROLE,
    NOTHING_KNOWN,
    UNSURE,
    VAGUE,
    has_role,
    is_only_rank,
    why_decline,
)
from halfhour.choose.rules.filings import filing_shares
from halfhour.choose.rules.level import Level, level_of
from halfhour.choose.rules.level_words import names_a_role
from halfhour.choose.rules.overrides import Overrides, shares
from halfhour.choose.rules.reranking import Views, logits
from halfhour.choose.rules.subjects import taught, treated
from halfhour.choose.rules.text_features import canon
from halfhour.choose.rules.views import Query

BATCH = 256
SHOWN = 5
# A vice president does what the title names after it, and heads a part of the organisation.
RANK_OF_VICE_PRESIDENTS = ("11-1021", "11-1011")
# Places in the title features of `reranking`.
UNKNOWN_SHARE, SUREST = 8, 9
REMEMBERED = 50_000  # answers kept, so that a title many people carry is worked out once


@dataclass(frozen=True, slots=True)
class Candidate:
    code: str  # O*NET-SOC
    name: str
    score: float  # the calibrated probability, 0 to 1, that this code is right


@dataclass(frozen=True, slots=True)
class Coded:
    """codes: at most five, the likeliest first, no two of the same SOC code; empty when declined."""

    title: str
    codes: tuple[Candidate, ...]
    level: Level
    reason: str
    declined: bool


@dataclass(frozen=True, slots=True)
class Mixture:
    """The few numbers tuned on the development titles."""

    prior: float = 0.6  # weight of log10 employment on top of the fitted mixing
    filings: float = 0.6  # weight of log10 of the share among filings, for titles in capitals
    unknown_least: float = 0.5  # a title of unknown words only is declined when its pieces say less than this
    roleless_least: float = 0.5  # the same for a title without a word for a doer
    field: float = 0.9  # the share of the code of a subject taught or of a medical specialty
    inside: float = 0.5  # the share of an official title that stands in brackets
    vice: float = 0.2  # the share of the rank itself in a vice president's title
    least: float = 0.18  # the best candidate must be at least this likely
    wanted: float = 0.5  # added to the log odds of the occupations the user looks for
    calibration: Calibration = CALIBRATION


class Coder:
    """Codes titles against one model; holds no files and may be shared by threads that only call `code`."""

    def __init__(
        self, model: CodingModel, overrides: Mapping[str, tuple[str, ...]], mixture: Mixture | None = None
    ) -> None:
        self.model = model
        self.mixture = mixture or Mixture()
        self.views = Views(model)
        self.filings = filing_shares(model.socs)
        self.place = {soc: at for at, soc in enumerate(model.socs)}
        self.code_place = {code: at for at, code in enumerate(model.codes)}
        self.name = dict(zip(model.codes, model.names, strict=True))
        self.by_soc: dict[int, list[int]] = {}
        for at, soc in enumerate(self.views.index.class_of.tolist()):
            self.by_soc.setdefault(soc, []).append(at)
        self.overrides = Overrides(overrides)
        self._remembered: dict[tuple[Query, frozenset[str]], tuple[tuple[Candidate, ...], str]] = {}

    def code(
        self,
        titles: Sequence[str],
        *,
        targets: frozenset[str] = frozenset(),
        corrections: Mapping[str, str] | None = None,
    ) -> list[Coded]:
        """Code titles as people write them, one answer each, in order.

        targets: O*NET-SOC or SOC codes the user looks for; they get a small advantage where a title is unclear.
        corrections: normal(title) -> code, learned from the user; they win over everything.
        """
        wanted = frozenset(code[:7] for code in targets)
        answers: dict[int, Coded] = {}
        waiting: dict[Query, list[tuple[int, Cleaned]]] = {}
        index = self.views.index
        for at, title in enumerate(titles):
            right = corrections.get(normal(title)) if corrections else None
            if right in self.name:
                answers[at] = self._corrected(title, right)
                continue
            cleaned = clean(title)
            why = why_decline(cleaned, knows=self._knows, corrected=index.corrected)
            if why:
                answers[at] = Coded(title, (), level_of(title).level, why, True)
            else:
                waiting.setdefault(index.query(cleaned, title, role=has_role(cleaned)), []).append(
                    (at, cleaned)
                )
        fresh = [query for query in waiting if (query, wanted) not in self._remembered]
        if len(self._remembered) + len(fresh) > REMEMBERED:
            self._remembered.clear()
            fresh = list(waiting)
        for start in range(0, len(fresh), BATCH):
            batch = fresh[start : start + BATCH]
            for query, answer in zip(batch, self._mixed(batch, wanted), strict=True):
                self._remembered[query, wanted] = answer
        for query, places in waiting.items():
            found, reason = self._remembered[query, wanted]
            for at, _ in places:
                answers[at] = self._answer(titles[at], found, reason)
        return [answers[at] for at in range(len(titles))]

    def _knows(self, text: str) -> bool:
        form = canon(text)
        return form in self.views.index.exact or form in self.overrides

    def _corrected(self, title: str, code: str) -> Coded:
        level = level_of(title, code, sure=True).level
        return Coded(
            title, (Candidate(code, self.name[code], 1.0),), level, "You coded this title yourself.", False
        )

    def _answer(self, title: str, found: tuple[Candidate, ...], reason: str) -> Coded:
        if not found:
            return Coded(title, (), level_of(title).level, reason, True)
        best = found[0]
        return Coded(title, found, level_of(title, best.code, sure=best.score >= 0.5).level, reason, False)

    # -- the mixing ---------------------------------------------------------------------------------------
    def _mixed(
        self, queries: Sequence[Query], wanted: frozenset[str]
    ) -> list[tuple[tuple[Candidate, ...], str]]:
        seen = self.views.see(queries)
        score, none = logits(self.model.rerank, seen)
        score = score + self.mixture.prior * self.views.prior[seen.candidates]
        capitals = np.array([query.capitals for query in queries], dtype=np.float32)[:, None]
        score = score + self.mixture.filings * math.log(10) * capitals * self.filings[seen.candidates]
        if wanted:
            places = [self.place[soc] for soc in wanted if soc in self.place]
            score = score + self.mixture.wanted * np.isin(seen.candidates, places)
        both = np.concatenate([score, none[:, None]], axis=1)
        chance = np.exp(both - both.max(axis=1, keepdims=True))
        chance /= chance.sum(axis=1, keepdims=True)
        results: list[tuple[tuple[Candidate, ...], str]] = []
        for row, query in enumerate(queries):
            likely = dict(zip(seen.candidates[row].tolist(), chance[row, :-1].tolist(), strict=True))
            picked, whole, reason = self._overridden(query, likely, seen.codes[row])
            title = seen.title_features[row]
            top = sorted(likely.items(), key=lambda pair: (-pair[1], pair[0]))[:SHOWN]
            if not picked and title[UNKNOWN_SHARE] == 1 and title[SUREST] < self.mixture.unknown_least:
                results.append(((), NOTHING_KNOWN))
            elif not picked and is_only_rank(query.full, is_known=self.views.index.word_ids.__contains__):
                results.append(((), VAGUE))
            elif not picked and not query.role and top[0][1] < self.mixture.roleless_least:
                results.append(((), NO_ROLE))
            elif not picked and top[0][1] < self.mixture.least:
                results.append(((), UNSURE))
            else:
                scores = calibrated(
                    [(self.model.socs[at], value) for at, value in top],
                    query.capitals,
                    self.mixture.calibration,
                    listed=whole,
                )
                shown = tuple(
                    self._candidate(at, value, seen.codes[row])
                    for (at, _), value in zip(top, scores, strict=True)
                )
                results.append((shown, reason or self._why(query, title)))
        return results

    def _overridden(
        self, query: Query, likely: dict[int, float], evidence: dict[int, float]
    ) -> tuple[bool, bool, str]:
        """Mix our own reviewed codes into the likelihoods; say whether, whether for the whole title, and why."""
        exact = self.views.index.exact
        known = " ".join(query.full) in exact or " ".join(query.core) in exact
        line = self.overrides.find(query.plain, query.full, query.core, known=known)
        if "vice" in query.plain or "vp" in query.plain:
            self._add(likely, RANK_OF_VICE_PRESIDENTS, self.mixture.vice)
        if not known and (line is None or line.share < self.overrides.trust.whole):
            named = self._named_beside(query)
            if named:
                self._add(likely, (named[0],), named[1])
                return True, False, named[2]
        if line is None:
            return False, False, ""
        self._add(likely, line.codes, line.share)
        for code in line.codes:
            if len(code) == 10:
                place = self.code_place[code]
                evidence[place] = evidence.get(place, 0.0) + 10 * line.share
        return True, line.share == self.overrides.trust.whole, f"“{line.words}” is on our reviewed list."

    def _named_beside(self, query: Query) -> tuple[str, float, str] | None:
        """A code the title names beside its head: the subject taught, the specialty, or an official title in brackets."""
        field = taught(query.full) or treated(query.full)
        if field:
            return field, self.mixture.field, "The field it names has a code of its own."
        inside = " ".join(query.inside)
        if len(query.inside) < 2 or query.inside == query.full or not names_a_role(query.inside[-1]):
            return None
        place = self.views.index.exact.get(inside)
        if place is None:
            return None
        index = self.views.index
        rows = range(index.start_list[place], index.start_list[place + 1])
        best = max(rows, key=lambda row: (index.weight_list[row], -row))
        return (
            self.model.codes[index.code_list[best]],
            self.mixture.inside,
            f"“{inside}” is an official title.",
        )

    def _add(self, likely: dict[int, float], codes: Sequence[str], share: float) -> None:
        """Give this share of the likelihood to the codes, and what is left to the others as before."""
        for at in likely:
            likely[at] *= 1 - share
        for code, part in zip(codes, shares(codes), strict=True):
            at = self.place[code[:7]]
            likely[at] = likely.get(at, 0.0) + share * part

    def _candidate(self, soc: int, value: float, evidence: dict[int, float]) -> Candidate:
        """The O*NET-SOC code of a SOC code: the one the title speaks for, else the general one."""
        places = self.by_soc[soc]
        general = places[0]  # codes are in order: ".00" comes first
        best = max(places, key=lambda at: (evidence.get(at, 0.0), -at))
        if evidence.get(best, 0.0) < 0.3 or evidence.get(best, 0.0) < 2 * evidence.get(general, 0.0):
            best = general
        code = self.model.codes[best]
        return Candidate(code, self.name[code], round(min(value, 0.99), 3))

    def _why(self, query: Query, title: np.ndarray) -> str:
        if title[0] or title[1]:
            return f"“{' '.join(query.full)}” is an official title."
        if title[2] or title[3]:
            return f"“{' '.join(query.core)}” is an official title."
        if title[6] > 0.8:
            return "An official title is nearly the same."
        if title[4] > 0 or title[5] > 0:
            return "Part of it is an official title; the other words were weighed."
        return "Closest by its words."
