"""What becomes of each row of a file: added, an update, nothing new, a repeat, or a question to the seeker.

The rules are defaults of ours, from what people ask of neighbouring tools: the same file again changes nothing; empty
never overwrites full; what the seeker typed and the seeker's own note are never touched; of two jobs the newer one is
kept, and where the file gives no day the one that is here stays. Every decision says why in words.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any, Protocol

from halfhour.find.rules.facts import Facts, Held, Told, facts_of, organisation_key, phone_key
from halfhour.find.rules.names import fold_name


class Kind(StrEnum):
    """How sure it is that a row and a person are the same."""

    SAME = "same"
    ASK = "ask"
    NEW = "new"


class Judged(Protocol):
    """A row compared with the people here; duplicates.Match is one."""

    @property
    def verdict(self) -> Kind: ...
    @property
    def person_id(self) -> int | None: ...
    @property
    def reasons(self) -> tuple[str, ...]: ...


class Action(StrEnum):
    ADD = "add"
    UPDATE = "update"
    SKIP = "skip"
    MERGE = "merge"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Change:
    """One field that changes. before and after: text, a tuple of text, a day, a year or a flag, as in Facts."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of one row. line: of the row. person_id: whom it is about (UPDATE, SKIP, ASK).

    facts: for ADD what to write; for UPDATE, SKIP and ASK the person as they would be afterwards; for MERGE the row's own.
    changes: only for UPDATE and ASK. into_line: for MERGE, the row of this file it is joined to.
    told: for ASK what the file itself tells, with the rows joined to it: either answer needs it.
    """

    line: int
    action: Action
    reason: str
    facts: Facts
    person_id: int | None = None
    changes: tuple[Change, ...] = ()
    into_line: int | None = None
    told: Facts | None = None


_FILLED_WHEN_EMPTY = (
    "name",
    "given",
    "middle",
    "family",
    "suffix",
    "called",
    "earlier_family",
    "url",
    "connected_on",
    "address",
    "school",
    "grad_year",
)
_WORDS = {
    "name": "name", "given": "given name", "middle": "middle name", "family": "family name", "suffix": "suffix",
    "called": "the name they go by", "emails": "e-mail", "phones": "telephone", "organisation": "organisation", "title": "job title",
    "url": "web page", "connected_on": "day you connected", "address": "place", "school": "school", "grad_year": "year of graduation",
    "first_message_on": "day of your first message", "last_message_on": "day of your last message", "note": "note",
    "do_not_contact": "“do not contact”",
}  # fmt: skip


def plan_import(
    rows: Sequence[Told],
    judged: Sequence[Judged],
    held: Mapping[int, Held],
    *,
    repeats: Mapping[int, int] | None = None,
    as_of: date | None = None,
    facts: Sequence[Facts] | None = None,
    settled: Mapping[int, str] | None = None,
) -> list[Decision]:
    """One decision a row, in the rows' order; nothing is written.

    judged: one for each row. held: the people the judgements speak of, by id.
    repeats: index of a row -> index of the earlier row of this file that is the same person.
    facts: facts_of each row, when the caller has them already; as_of is then not used.
    settled: index of a row the seeker has left out before or is still asked about -> why it is left now.
    Two rows that are the same person here are joined, the first one carrying what both tell.
    """
    repeats = repeats or {}
    if facts is None:
        facts = [facts_of(r, as_of=as_of) for r in rows]
    leader: dict[int, int] = {}
    by_person: dict[int, int] = {}
    for index in range(len(rows)):
        first = repeats.get(index)
        person = judged[index].person_id if judged[index].verdict is Kind.SAME else None
        if first is None and person is not None:
            first = by_person.setdefault(person, index)
        leader[index] = leader[first] if first is not None and first != index else index
        if person is not None:
            by_person.setdefault(person, leader[index])
    joined = list(facts)
    judge = list(judged)
    for index, first in leader.items():
        if index != first:
            joined[first] = joined_facts(joined[first], facts[index])
            judge[first] = _stronger(judge[first], judged[index])
    decisions = []
    for index, row in enumerate(rows):
        first = leader[index]
        if first != index:
            why = f"the same person as line {rows[first].line} of this file"
            decisions.append(Decision(row.line, Action.MERGE, why, facts[index], into_line=rows[first].line))
        elif settled and index in settled and judge[index].verdict is not Kind.SAME:
            decisions.append(Decision(row.line, Action.SKIP, settled[index], joined[index]))
        else:
            decisions.append(decide(row.line, joined[index], judge[index], held))
    return decisions


def decide(line: int, told: Facts, judged: Judged, held: Mapping[int, Held]) -> Decision:
    """What becomes of one row, given whom it seems to be."""
    person = held.get(judged.person_id) if judged.person_id is not None else None
    if judged.verdict is Kind.NEW or person is None:
        return Decision(line, Action.ADD, _why_new(told, judged), told)
    after, changes, kept = updated(person, told)
    if judged.verdict is Kind.ASK:
        why = _why_ask(person, judged)
        return Decision(line, Action.ASK, why, after, person.person_id, tuple(changes), told=told)
    because = f" (the same person: {'; '.join(judged.reasons)})" if judged.reasons else ""
    if not changes:
        return Decision(
            line, Action.SKIP, "; ".join(["nothing new", *kept]) + because, after, person.person_id
        )
    return Decision(
        line,
        Action.UPDATE,
        "; ".join([*_told_changes(changes), *kept]) + because,
        after,
        person.person_id,
        tuple(changes),
    )


def updated(person: Held, told: Facts) -> tuple[Facts, list[Change], list[str]]:
    """A person with what the row adds: (the facts afterwards, what changed, what was kept against the file and why).

    Only job_as_of may move without being called a change: the file confirms the same job for a later day.
    """
    now, typed = person.facts, person.typed
    kept: list[str] = []
    new: dict[str, Any] = {}
    for name in _FILLED_WHEN_EMPTY:
        value = getattr(told, name)
        if value and not getattr(now, name) and name not in typed:
            new[name] = value
    if told.emails:
        new["emails"] = _with_others(now.emails, told.emails, str.lower)
    if told.phones:
        new["phones"] = _with_others(now.phones, told.phones, phone_key)
    if told.first_message_on:
        new["first_message_on"] = _earlier(now.first_message_on, told.first_message_on)
    if told.last_message_on:
        new["last_message_on"] = _later(now.last_message_on, told.last_message_on)
    if told.do_not_contact:
        new["do_not_contact"] = True
    if told.note:
        if not now.note and "note" not in typed:
            new["note"] = told.note
        elif told.note.strip() not in now.note:
            kept.append("your own note stays")
    if told.organisation or told.title:
        new.update(_job_after(now, told, typed, kept))
    new = {name: value for name, value in new.items() if value != getattr(now, name)}
    if not new:
        return now, [], kept
    changes = [Change(name, getattr(now, name), new[name]) for name in _WORDS if name in new]
    return replace(now, **new), changes, kept


def joined_facts(first: Facts, second: Facts) -> Facts:
    """Two rows of one file about one person: the first, with what only the second tells, and the newer job."""
    after, _, _ = updated(Held(0, first), second)
    return after


def _job_after(now: Facts, told: Facts, typed: frozenset[str], kept: list[str]) -> dict[str, Any]:
    """The fields of the job that the file may set: the newer job, or what is missing of the same one."""
    by_hand = bool(typed & {"organisation", "title"})
    whole = {"organisation": told.organisation, "title": told.title, "job_as_of": told.job_as_of}
    if not (now.organisation or now.title):
        return {} if by_hand else whole
    same_place = organisation_key(now.organisation) == organisation_key(told.organisation)
    same_title = fold_name(now.title) == fold_name(told.title)
    if (same_place or not told.organisation or not now.organisation) and (
        same_title or not told.title or not now.title
    ):
        later = _later(now.job_as_of, told.job_as_of) if same_place and same_title else now.job_as_of
        if by_hand:
            return {"job_as_of": later}
        return {
            "organisation": now.organisation or told.organisation,
            "title": now.title or told.title,
            "job_as_of": later,
        }
    here, there = _job(now), _job(told)
    if by_hand:
        kept.append(f"keeps {here}, which you wrote yourself (the file says {there})")
    elif told.job_as_of is None:
        kept.append(f"keeps {here}; the file says {there} but gives no day")
    elif now.job_as_of is not None and told.job_as_of <= now.job_as_of:
        kept.append(f"keeps {here}, known from a later day than {there}")
    elif not told.title or not told.organisation:
        kept.append(f"keeps {here}; the file only says {there}")
    else:
        return whole
    return {}


def _with_others(here: tuple[str, ...], told: tuple[str, ...], key: Callable[[str], str]) -> tuple[str, ...]:
    """What is here and then what is new, each spelled once."""
    known = {key(value) for value in here}
    added = []
    for value in told:
        if key(value) not in known:
            known.add(key(value))
            added.append(value)
    return (*here, *added)


def _job(facts: Facts) -> str:
    return " at ".join(p for p in (facts.title, facts.organisation) if p)


def _told_changes(changes: Sequence[Change]) -> list[str]:
    by_name = {c.field: c for c in changes}
    said = []
    job = [by_name[n] for n in ("title", "organisation") if n in by_name]
    new_job = any(c.before for c in job)
    if new_job:
        was = " at ".join(
            str(by_name[n].before) for n in ("title", "organisation") if n in by_name and by_name[n].before
        )
        now = " at ".join(str(by_name[n].after) for n in ("title", "organisation") if n in by_name)
        said.append(f"newer job: {now} (was {was})")
    added = [_WORDS[c.field] for c in changes if not (new_job and c.field in ("title", "organisation"))]
    if added:
        said.append(f"adds {_listed(added)}")
    return said


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _why_new(told: Facts, judged: Judged) -> str:
    if judged.reasons:
        return f"new: {'; '.join(judged.reasons)}"
    known = [
        w for w, v in (("name", told.name), ("e-mail address", told.emails), ("web page", told.url)) if v
    ]
    return f"new: nobody here has this {' or '.join(known) if known else 'number'}"


def _why_ask(person: Held, judged: Judged) -> str:
    return f"perhaps {person.facts.name or 'someone'} who is here already: {'; '.join(judged.reasons) or 'the same name'}"


_STRENGTH = {Kind.SAME: 2, Kind.ASK: 1, Kind.NEW: 0}


def _stronger(first: Judged, second: Judged) -> Judged:
    return second if _STRENGTH[second.verdict] > _STRENGTH[first.verdict] else first


def _earlier(one: date | None, two: date | None) -> date | None:
    return min((d for d in (one, two) if d), default=None)


def _later(one: date | None, two: date | None) -> date | None:
    return max((d for d in (one, two) if d), default=None)


@dataclass(frozen=True)
class Totals:
    """How many rows each action has, for the head of the preview."""

    by_action: Mapping[Action, int] = field(default_factory=dict)


def totals(decisions: Sequence[Decision]) -> Totals:
    found: dict[Action, int] = dict.fromkeys(Action, 0)
    for decision in decisions:
        found[decision.action] += 1
    return Totals(found)
