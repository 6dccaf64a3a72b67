"""The same person once: whom a row of a file is among the people who are here, and which rows of one file are one person.

A default of ours. Rows are compared only with people who share a telling key (an address, a number, a page, a name, a
name with an organisation). What they share is weighed (evidence.py) and turned into the chance that they are one person.
From a chance at which 995 of 1,000 joins are right (measured on made-up worlds of 3,000 to 180,000 records) they are joined
by themselves; between that and a half the seeker is asked. In a list of more than 20,000 people a name alone is never
enough: three in five pairs with the same name are two people there.
"""

import gc
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import exp, log

from halfhour.find.rules.evidence import (
    Record,
    Shares,
    reasons_for,
    record_of,
    same_place_of_work,
    weigh,
)
from halfhour.find.rules.facts import Facts, fingerprint
from halfhour.find.rules.incoming import Kind

SAME_FROM = 0.97  # gives 0.998 right in a world of 180,000 records, more in small ones; the chance is on the careful side
ASK_FROM = 0.5
NAME_ALONE_FROM = 0.995
NAME_ALONE_UP_TO_PEOPLE = 20_000

# A family name or a given name alone is a key while no more people than this bear it.
_SMALL_BLOCK = 25
_BLOCK = 400  # a key shared by more people than this tells nothing
_LOOKED_AT = 50  # how many people of the same name are looked at for one who is the same in everything
_MOST_ASKED = 5  # pairs a person
_FEW_PEOPLE = 60  # the least number of people a chance is reckoned against
_TOO_MANY: list[int] = []  # stands for the holders of a key that tells nothing


@contextmanager
def _no_collection() -> Iterator[None]:
    """Looking for garbage among a million new objects that all stay would take half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@dataclass(frozen=True, slots=True)
class Match:
    """Whom one row seems to be. row: its index. score: the chance, 0 to 1. person_id: None when the verdict is NEW.

    others: further people it may be, likeliest first, for the question.
    """

    row: int
    person_id: int | None
    score: float
    reasons: tuple[str, ...]
    verdict: Kind
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Likely:
    """Two people here who may be one. one: the smaller id; score: the chance, 0 to 1; certain: joined without asking."""

    one: int
    other: int
    score: float
    certain: bool
    reasons: tuple[str, ...]


class Index:
    """The people who are here, ready to be compared with. Add people as they come; shares follow.

    near: rows that will be compared. Then only people who share a key with one of them are kept; the others are counted,
    because how common a name is shows in everyone. A large list takes a fraction of the memory so.
    """

    def __init__(
        self,
        people: Iterable[tuple[int, Facts]] = (),
        *,
        nicknames: Mapping[str, frozenset[str]] | None = None,
        near: Iterable[Record] | None = None,
    ) -> None:
        self._nicknames = nicknames or {}
        self._wanted = None if near is None else {key for record in near for key in _looked_for(record)}
        self._records: list[Record] = []
        self._ids: list[int] = []
        self._everyone: set[int] = set()
        self._count = 0
        self._shares = Shares()
        self._keys: dict[str, int | list[int]] = {}  # most keys have one holder and need no list
        with _no_collection():
            for person_id, facts in people:
                self.add(person_id, facts)

    def __len__(self) -> int:
        return self._count

    def add(self, person_id: int, facts: Facts) -> None:
        """One more person; two entries of one id are two ways the person is written."""
        self.add_record(person_id, record_of(facts, self._nicknames))

    def add_record(self, person_id: int, record: Record) -> None:
        """One more person whose facts are folded already."""
        self._count += 1
        self._everyone.add(person_id)
        self._shares.add(record)
        filed_under = _keys_of(record)
        if self._wanted is not None:
            filed_under = [key for key in filed_under if key in self._wanted]
            if not filed_under:
                return
        place = len(self._records)
        self._records.append(record)
        self._ids.append(person_id)
        keys = self._keys
        for key in filed_under:
            held = keys.get(key)
            if held is None:
                keys[key] = place
            elif isinstance(held, int):
                keys[key] = [held, place]
            elif held is not _TOO_MANY:
                held.append(place)
                if len(held) > (_SMALL_BLOCK if key[0] in "fg" else _BLOCK):
                    keys[key] = _TOO_MANY

    def scored(self, facts: Facts) -> list[tuple[float, int, int]]:
        """Everyone who shares a key, as (chance, person id, place in the index), likeliest first."""
        return self._scored(record_of(facts, self._nicknames))

    def match(
        self,
        rows: Sequence[Facts],
        *,
        dismissed: Collection[tuple[int, int]] = (),
        known: Mapping[str, int] | None = None,
    ) -> list[Match]:
        """One Match a row, in order; see `matches`."""
        records = (record_of(facts, self._nicknames) for facts in rows)
        return list(self.matches(rows, records, dismissed=dismissed, known=known))

    def matches(
        self,
        rows: Iterable[Facts],
        records: Iterable[Record],
        *,
        dismissed: Collection[tuple[int, int]] = (),
        known: Mapping[str, int] | None = None,
    ) -> Iterator[Match]:
        """One Match a row, as they are found. records: the same rows, folded.

        dismissed: (row, person id) pairs the seeker has said are two people.
        known: fingerprint of a row of an earlier import -> the person it became; such a row is that person again.
        """
        for number, (facts, record) in enumerate(zip(rows, records, strict=True)):
            person_id = known.get(fingerprint(facts)) if known else None
            if person_id in self._everyone and (number, person_id) not in dismissed:
                yield Match(number, person_id, 1.0, ("this very row was imported before",), Kind.SAME)
                continue
            scored = self._scored(record)
            if dismissed:
                scored = [s for s in scored if (number, s[1]) not in dismissed]
            yield self._judged(number, record, scored)

    def pairs(self) -> Iterator[tuple[float, int, int]]:
        """Every pair of people here that shares a key, as (chance, id of the later one, id of the earlier one)."""
        for place, record in enumerate(self._records):
            for score, other_id, _ in self._scored(record, before=place):
                yield score, self._ids[place], other_id

    def repeats(self) -> dict[int, int]:
        """Who is certainly someone added before: id -> the earlier id."""
        found: dict[int, int] = {}
        for place, record in enumerate(self._records):
            for score, other_id, other in self._scored(record, before=place):
                if score < SAME_FROM:
                    break
                earlier = self._records[other]
                if (
                    other < place
                    and self._enough(record, earlier, score)
                    and not _is_homonym(record, earlier)
                ):
                    found[self._ids[place]] = found.get(other_id, other_id)
                    break
        return found

    def likely(self, ids: Collection[int] | None = None) -> list[Likely]:
        """Pairs that the seeker should be asked about or that are certain, likeliest first; each pair once.

        ids: only pairs with one of these people. At most five pairs a person: a long list of namesakes is no help.
        """
        best: dict[tuple[int, int], tuple[float, int, int]] = {}
        with _no_collection():
            for place, record in enumerate(self._records):
                person_id = self._ids[place]
                if ids is not None and person_id not in ids:
                    continue
                taken: set[int] = set()
                for score, other_id, other in self._scored(record, before=place if ids is None else None):
                    if score < ASK_FROM or len(taken) == _MOST_ASKED:
                        break
                    if other_id == person_id or other_id in taken:
                        continue
                    taken.add(other_id)
                    pair = (min(person_id, other_id), max(person_id, other_id))
                    best[pair] = max(best.get(pair, (0.0, 0, 0)), (score, place, other))
        found = []
        for (one, two), (score, place, other) in best.items():
            a, b = self._records[place], self._records[other]
            certain = score >= SAME_FROM and self._enough(a, b, score) and not _is_homonym(a, b)
            found.append(Likely(one, two, score, certain, reasons_for(a, b)))
        found.sort(key=lambda pair: (-pair.score, pair.one, pair.other))
        return found

    def _scored(self, record: Record, *, before: int | None = None) -> list[tuple[float, int, int]]:
        """(chance, id, place) of those who share a key, likeliest first; before: only those added earlier."""
        keys, records, shares = self._keys, self._records, self._shares
        candidates: set[int] = set()
        for key in _looked_for(record):
            held = keys.get(key)
            if held is None:
                continue
            if isinstance(held, int):
                candidates.add(held)
            else:
                candidates.update(held)
        if before is not None:
            candidates = {place for place in candidates if place < before}
        if not candidates:
            return []
        prior = log(0.5 / max(self._count, _FEW_PEOPLE))
        scored = []
        for place in candidates:
            total = prior + weigh(record, records[place], shares)
            if total > -3.0:
                scored.append((1.0 / (1.0 + exp(-total)) if total < 50 else 1.0, self._ids[place], place))
        scored.sort(reverse=True)
        return scored

    def _judged(self, number: int, record: Record, scored: list[tuple[float, int, int]]) -> Match:
        best: dict[int, tuple[float, int]] = {}
        for score, person_id, place in scored:
            best.setdefault(person_id, (score, place))
        ranked = sorted(best.items(), key=lambda item: -item[1][0])
        if ranked and ranked[0][1][0] < SAME_FROM:
            for person_id, (score, place) in ranked[:_LOOKED_AT]:
                if record == self._records[place] and record.family:
                    return Match(
                        number, person_id, score, ("everything the row tells is the same",), Kind.SAME
                    )
        if not ranked or ranked[0][1][0] < ASK_FROM:
            return Match(number, None, ranked[0][1][0] if ranked else 0.0, (), Kind.NEW)
        person_id, (score, place) = ranked[0]
        other = self._records[place]
        others = tuple(i for i, (s, _) in ranked[1:6] if s >= ASK_FROM)
        rival = ranked[1][1][0] if len(ranked) > 1 else 0.0
        sure = score >= SAME_FROM and rival < SAME_FROM and self._enough(record, other, score)
        verdict = Kind.SAME if sure or (score >= SAME_FROM and _has_own_key(record, other)) else Kind.ASK
        return Match(number, person_id, score, reasons_for(record, other), verdict, others)

    def _enough(self, a: Record, b: Record, score: float) -> bool:
        """More than the name agrees, or the name is so rare and the list so short that it will do."""
        if has_more_than_name(a, b):
            return True
        return score >= NAME_ALONE_FROM and self._count <= NAME_ALONE_UP_TO_PEOPLE


def has_more_than_name(a: Record, b: Record) -> bool:
    return (
        _has_own_key(a, b)
        or same_place_of_work(a, b)
        or bool(a.title and a.title == b.title)
        or bool(a.place and a.place == b.place)
        or bool(a.middle and a.middle == b.middle)
        or bool(a.year and a.year == b.year)
    )


def _has_own_key(a: Record, b: Record) -> bool:
    return (
        bool(a.page and a.page == b.page)
        or not a.emails.isdisjoint(b.emails)
        or not a.phones.isdisjoint(b.phones)
    )


def repeats(
    rows: Sequence[Facts],
    *,
    nicknames: Mapping[str, frozenset[str]] | None = None,
    records: Iterable[Record] | None = None,
) -> dict[int, int]:
    """Rows of one file that are an earlier row's person for certain: index -> index of that earlier row.

    records: the same rows, folded, when the caller has them already.
    """
    if records is None:
        return Index(enumerate(rows), nicknames=nicknames).repeats()
    index = Index()
    for place, record in enumerate(records):
        index.add_record(place, record)
    return index.repeats()


def _is_homonym(a: Record, b: Record) -> bool:
    """Two rows of one file with different addresses or pages are two entries the owner made on purpose."""
    return not _has_own_key(a, b) and bool(
        (a.emails and b.emails) or (a.phones and b.phones) or (a.page and b.page)
    )


def _keys_of(r: Record) -> list[str]:
    """What a person is filed under."""
    given, family, organisation = r.given, r.family, r.organisation
    keys = [f"e{email}" for email in r.emails]
    keys += [f"p{phone}" for phone in r.phones if len(phone) >= 6]
    if r.page:
        keys.append(f"u{r.page}")
    if family:
        keys.append(f"f{family}")
        keys.append(f"n{family} {given}")
    for other in r.other_families:
        keys.append(f"n{other} {given}")
    if len(given) > 1:
        keys.append(f"g{given}")
    if organisation:
        if given:
            keys.append(f"o{organisation} {given}")
        if family:
            keys.append(f"w{organisation} {family}")
    return keys


def _looked_for(r: Record) -> list[str]:
    """Where to look for a person: the same keys, and every formal or short form of the given name."""
    keys = _keys_of(r)
    if r.family:
        keys += [f"n{r.family} {root}" for root in r.roots if root != r.given]
        if len(r.given) > 1:
            keys.append(f"n{r.family} {r.given[0]}")
    return keys
