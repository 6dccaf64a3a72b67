"""Find occupations while somebody types: a name, a job title, the beginning of one, or their own words.

Every word may be misspelt and the last may be unfinished. Names count more than job titles, common occupations
a little more than rare ones. A default of ours.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from halfhour.choose.rules.cleaning import STOP, opened, plain_words, stem
from halfhour.choose.rules.coding_model import CodingModel
from halfhour.choose.rules.everyday_words import EMPTY, neighbours
from halfhour.choose.rules.text_features import canon
from halfhour.choose.rules.views import TitleIndex, word_scores

PREFIX_WORDS = 300  # a one-letter beginning matches thousands of words; the commonest are enough
LOOKED_AT = 160  # titles weighed for one query
UNFINISHED, RELATED, MISSPELT = 0.8, 0.55, 0.7


@dataclass(frozen=True, slots=True)
class Hit:
    code: str  # O*NET-SOC
    name: str
    matched_title: str
    why: str


@dataclass(frozen=True, slots=True)
class _Token:
    """One typed word and the title words it may stand for, with the likeness of each."""

    word: str
    ids: tuple[int, ...]
    likeness: tuple[float, ...]


class OccupationSearch:
    """Searches one model's titles; built once, then each query takes a few milliseconds."""

    def __init__(self, model: CodingModel, index: TitleIndex | None = None) -> None:
        self.model = model
        self.index = index or TitleIndex(model)
        self.words = sorted(self.index.word_ids)
        counts = np.diff(self.index.posting_starts)
        self.counts = [int(counts[self.index.word_ids[word]]) for word in self.words]
        self.prior_list: list[float] = (np.log10(model.employment + 1_000) - 4.5).tolist()
        self.general = {soc: at for at, soc in reversed(list(enumerate(self.index.class_list)))}
        self.code_names = {canon(name): at for at, name in reversed(list(enumerate(model.names)))}

    def find(self, query: str, limit: int = 8) -> list[Hit]:
        """The best occupations for what was typed so far, the likeliest first; an empty query finds nothing."""
        typed = plain_words(query[:200])
        if not typed:
            return []
        unfinished = not query[-1:].isspace()
        tokens = self._tokens(typed, unfinished)
        scores: dict[int, float] = {}
        found: dict[int, tuple[float, int]] = {}
        if tokens:
            self._weigh(tokens, scores, found)
        self._add_word_model(typed, tokens, scores)
        whole = self.code_names.get(canon(query))
        if whole is not None:
            scores[whole] = scores.get(whole, 0.0) + 3.0
        ranked = sorted(scores, key=lambda code: (-scores[code], code))[:limit]
        return [self._hit(code, found.get(code), tokens) for code in ranked]

    # -- words --------------------------------------------------------------------------------------------
    def _tokens(self, typed: Sequence[str], unfinished: bool) -> list[_Token]:
        tokens: list[_Token] = []
        meaning = [word for word in typed if word not in EMPTY and word not in STOP] or list(typed)
        for word in meaning:
            last = unfinished and word == typed[-1]
            forms = (
                [stem(form) for form in opened([word])]
                if not last
                else [stem(word), *map(stem, opened([word]))]
            )
            for form in dict.fromkeys(forms):
                token = self._token(word, form, last)
                if token.ids and not any(token.ids == other.ids for other in tokens):
                    tokens.append(token)
        return tokens

    def _token(self, word: str, form: str, last: bool) -> _Token:
        alike: dict[int, float] = {}
        ids = self.index.word_ids
        if form in ids:
            alike[ids[form]] = 1.0
        if last:
            for other in self._beginning(word):
                alike.setdefault(ids[other], UNFINISHED)
        for other in neighbours(form):
            if other in ids:
                alike.setdefault(ids[other], RELATED)
        if not alike:
            corrected = self.index.corrected(form)
            if corrected in ids:
                alike[ids[corrected]] = MISSPELT
            elif last and len(word) > 4:
                # An unfinished word with an error in it: the same beginning but for its last two letters.
                for other in self._beginning(word[:-2]):
                    alike.setdefault(ids[other], 0.4)
        return _Token(word, tuple(alike), tuple(alike.values()))

    def _beginning(self, start: str) -> list[str]:
        first = bisect_left(self.words, start)
        last = bisect_left(self.words, start + "\uffff")
        if last - first <= PREFIX_WORDS:
            return self.words[first:last]
        common = sorted(range(first, last), key=lambda at: -self.counts[at])[:PREFIX_WORDS]
        return [self.words[at] for at in common]

    # -- titles -------------------------------------------------------------------------------------------
    def _weigh(
        self, tokens: Sequence[_Token], scores: dict[int, float], found: dict[int, tuple[float, int]]
    ) -> None:
        """Score the titles that share words with the query, and give each code its best title's score."""
        index = self.index
        total = np.zeros(len(self.model.titles), dtype=np.float32)
        weight_sum = 0.0
        for token in tokens:
            part = np.zeros(len(self.model.titles), dtype=np.float32)
            weight = max(float(index.idf[at]) for at in token.ids) if len(token.ids) < 4 else 5.0
            for at, likeness in sorted(zip(token.ids, token.likeness, strict=True), key=lambda pair: pair[1]):
                part[index.postings[index.posting_starts[at] : index.posting_starts[at + 1]]] = likeness
            total += part * weight
            weight_sum += weight
        covered = total / weight_sum
        # The share of the query that is in the title, then a little for the share of the title in the query.
        score = covered**1.5 + 0.35 * np.minimum(total / np.maximum(index.norms * 2.0, 1.0), 1.0) * covered
        if len(score) > LOOKED_AT:
            top = np.argpartition(-score, LOOKED_AT)[:LOOKED_AT]
        else:
            top = np.arange(len(score))
        order = top[np.argsort(-score[top], kind="stable")]
        least = max(0.05, 0.3 * float(score[order[0]])) if len(order) else 0.0
        for title, value in zip(order.tolist(), score[order].tolist(), strict=True):
            if value < least:
                break
            for at in range(index.start_list[title], index.start_list[title + 1]):
                code = index.code_list[at]
                named = index.weight_list[
                    at
                ]  # 5 for the occupation's own name, 2 for reported titles, else 1
                better = value * (1.0 + 0.05 * named) + 0.04 * self.prior_list[index.class_list[code]]
                known = scores.get(code)
                if known is None or better > known:
                    found[code] = (better, title)
                    scores[code] = better
                else:
                    scores[code] = known + 0.01 * value

    def _add_word_model(
        self, typed: Sequence[str], tokens: Sequence[_Token], scores: dict[int, float]
    ) -> None:
        """Let the coder's words speak too; they know kin that share no word."""
        if not tokens or sum(len(word) for word in typed) < 4:
            return
        words = [
            stem(word) for word in opened([word for word in typed if word not in EMPTY and word not in STOP])
        ]
        for word in list(words):
            words += neighbours(word)[:1]
        likely = np.exp(word_scores(self.model.words, [words])[0])
        for soc in np.argsort(-likely)[:6].tolist():
            general = self.general[soc]
            scores[general] = scores.get(general, 0.0) + 0.35 * float(likely[soc])

    def _hit(self, code: int, best: tuple[float, int] | None, tokens: Sequence[_Token]) -> Hit:
        name = self.model.names[code]
        if best is None:
            return Hit(self.model.codes[code], name, "", "Near to the words you typed")
        shown = self.model.shown[best[1]]
        if canon(shown) == canon(name):
            return Hit(self.model.codes[code], name, name, "The name of the occupation")
        return Hit(self.model.codes[code], name, shown, f"Also called “{shown}”")
