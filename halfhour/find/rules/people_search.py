"""Find people while their name is being typed, forgiving a slip of the finger.

A default of ours. Every word typed must begin a word of the person's name, organisation or title, in any order; a word
that begins nothing is taken as mistyped by one letter. People whose name fits come first, whole words before beginnings,
then the order in which the people were given (give the likeliest first).

Design: words are kept in a sorted list, so a beginning is a slice of it; each word holds the places of its people in the
given order. One typed word needs the first places of each word in the slice; of several words the rarest gives the people,
whose text is then tested for the others. Mistyped words are compared with the beginnings of the vocabulary at one length.
A list of 5,000 people is built in about 40 ms and one of 100,000 in about a second, to be kept in memory by the caller and
renewed when people change.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from halfhour.find.rules.names import fold_name

_LEAST_FORGIVEN = 4  # a word shorter than this is taken as typed
_BROAD = 20_000
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Findable:
    """One person as the search sees them."""

    person_id: int
    name: str
    organisation: str = ""
    title: str = ""


def words_of(text: str) -> list[str]:
    """The folded words of a text: "D'Ávila-Núñez, Ana" gives davila, nunez, davilanunez and ana."""
    found: list[str] = []
    for piece in text.replace("/", " ").replace(",", " ").split():
        whole = fold_name(piece)
        if whole:
            found.append(whole)
        if "-" in piece or "‐" in piece or "." in piece:
            found.extend(
                w
                for w in (fold_name(p) for p in piece.replace("‐", "-").replace(".", "-").split("-"))
                if w and w != whole
            )
    return found


class PeopleIndex:
    """People ready to be searched; their order is the order of equals in the answer."""

    def __init__(self, people: Iterable[Findable]) -> None:
        self._ids: list[int] = []
        self._name_words: list[tuple[str, ...]] = []
        self._texts: list[str] = []
        by_name: dict[str, list[int]] = {}
        by_other: dict[str, list[int]] = {}
        for place, person in enumerate(people):
            names = tuple(dict.fromkeys(words_of(person.name)))
            self._ids.append(person.person_id)
            self._name_words.append(names)
            others = dict.fromkeys(words_of(f"{person.organisation} {person.title}"))
            self._texts.append(" ".join(("", *names, *others)))
            for word in names:
                by_name.setdefault(word, []).append(place)
            for word in others:
                if word not in names:
                    by_other.setdefault(word, []).append(place)
        self._by_name = by_name
        self._by_other = by_other
        self._vocabulary = sorted({*by_name, *by_other})
        self._beginnings: dict[int, tuple[dict[str, list[str]], dict[str, list[str]]]] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def search(self, query: str, *, limit: int = 20) -> list[int]:
        """Ids of the people who fit, best first, at most `limit`. An empty query gives the first people."""
        typed = list(dict.fromkeys(words_of(query)))[:_MOST_WORDS]
        if not typed:
            return self._ids[:limit]
        choices = [self._meant(word) for word in typed]
        found = self._together(typed, choices, limit)
        if not found:
            choices = [self._meant(word) or self._corrected(word) for word in typed]
            found = self._together(typed, choices, limit)
        if not found and len(typed) > 1:
            found = self._with_one_corrected(typed, choices, limit)
        return [self._ids[place] for place in found]

    def _meant(self, word: str) -> list[str]:
        """Words of the vocabulary that begin so."""
        start = bisect_left(self._vocabulary, word)
        end = bisect_left(self._vocabulary, word + "\U0010ffff", start)
        return self._vocabulary[start:end]

    def _corrected(self, word: str) -> list[str]:
        """Words whose beginning is one slip away from what was typed; whole words one slip away when there are some."""
        if len(word) < _LEAST_FORGIVEN:
            return []
        found: dict[str, None] = dict.fromkeys((word[1:], word[1] + word[0] + word[2:]))
        for length in (len(word), len(word) + 1, len(word) - 1):
            by_first, by_rest = self._beginnings_of(length)
            same_first = by_first.get(word[0], ())
            near = extract(word, same_first, scorer=OSA.distance, score_cutoff=1, limit=None)
            found.update(dict.fromkeys(beginning for beginning, _, _ in near))
            if length >= len(word):  # the slip was in the first letter: another one, or none
                found.update(dict.fromkeys(by_rest.get(word[1:] if length == len(word) else word, ())))
        return list(dict.fromkeys(w for beginning in found for w in self._meant(beginning)))

    def _beginnings_of(self, length: int) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        """The distinct beginnings of that length in the vocabulary, by their first letter and by all but the first."""
        known = self._beginnings.get(length)
        if known is None:
            by_first: dict[str, list[str]] = {}
            by_rest: dict[str, list[str]] = {}
            for beginning in dict.fromkeys(w[:length] for w in self._vocabulary if len(w) >= length):
                by_first.setdefault(beginning[0], []).append(beginning)
                by_rest.setdefault(beginning[1:], []).append(beginning)
            known = self._beginnings[length] = (by_first, by_rest)
        return known

    def _with_one_corrected(
        self, typed: Sequence[str], choices: Sequence[list[str]], limit: int
    ) -> list[int]:
        """Each word exists but no one has them all: perhaps one of them is a slip that makes another word."""
        for at in range(len(typed) - 1, -1, -1):
            other = list(choices)
            other[at] = self._corrected(typed[at])
            found = self._together(typed, other, limit)
            if found:
                return found
        return []

    def _together(self, typed: Sequence[str], choices: Sequence[list[str]], limit: int) -> list[int]:
        if not all(choices):
            return []
        if len(choices) == 1:
            return self._one_word(typed[0], choices[0], limit)
        rarest, *others = sorted(range(len(choices)), key=lambda n: self._count(choices[n]))
        met = self._places(choices[rarest])
        for n in others:
            met = self._also(met, typed[n], choices[n])
        if len(met) > _BROAD:
            met = set(nsmallest(_BROAD, met))
        allowed = [set(words) for words in choices]
        return nsmallest(limit, met, key=lambda place: (self._misfit(place, typed, allowed), place))

    def _one_word(self, typed: str, words: list[str], limit: int) -> list[int]:
        """The first people of each fitting word, those with the word in their name before the others."""
        exact = self._by_name.get(typed, [])[:limit]
        found = list(exact)
        for table in (self._by_name, self._by_other):
            if len(found) >= limit:
                break
            heads = {p for w in words if w in table for p in table[w][: limit * 2]}
            found.extend(nsmallest(limit - len(found), heads.difference(found)))
        if typed not in self._by_name and words and not words[0].startswith(typed):
            found.sort(key=lambda place: (self._misfit(place, (typed,), (set(words),)), place))
        return found

    def _count(self, words: Sequence[str]) -> int:
        by_name, by_other = self._by_name, self._by_other
        return sum(len(by_name.get(w, ())) + len(by_other.get(w, ())) for w in words)

    def _also(self, places: set[int], typed: str, words: Sequence[str]) -> set[int]:
        """Those of the places that have one of the words, too. A beginning is looked for in each one's text: the words
        that begin with a single letter stand with half of all people, and no set of those is made.
        """
        if all(word.startswith(typed) for word in words):
            texts, beginning = self._texts, f" {typed}"
            return {place for place in places if beginning in texts[place]}
        return places.intersection(self._places(words))

    def _places(self, words: Sequence[str]) -> set[int]:
        found: set[int] = set()
        found.update(*(self._by_name.get(w, ()) for w in words), *(self._by_other.get(w, ()) for w in words))
        return found

    def _misfit(self, place: int, typed: Sequence[str], allowed: Sequence[set[str]]) -> int:
        """0 when every typed word is a whole word of the name; more for beginnings, slips and other fields."""
        names = self._name_words[place]
        total = 0
        for word, fitting in zip(typed, allowed, strict=True):
            if word in names:
                continue
            near = [w for w in names if w in fitting]
            if not near:
                total += 20
            elif any(w.startswith(word) for w in near):
                total += 1
            else:
                total += 2 + min(abs(len(w) - len(word)) for w in near)
        return total
