"""A person as the import rules see them, and back: columns where there are some, `more` for the rest."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from types import SimpleNamespace
from typing import Any

from django.db.models import TextField
from django.db.models.functions import Cast

from halfhour.accounts.models import User
from halfhour.find.models import Person
from halfhour.find.rules.facts import Facts, Held
from halfhour.find.rules.incoming import Change

# Facts that have a column of the same meaning; organisation, addresses and "do not contact" need more than a copy.
COLUMNS = {
    "name": "name",
    "given": "given",
    "family": "family",
    "title": "title",
    "job_as_of": "job_as_of",
    "url": "url",
    "connected_on": "connected_on",
    "address": "postal_address",
    "school": "school",
    "note": "note",
}
IN_MORE = (
    "middle",
    "suffix",
    "called",
    "earlier_family",
    "grad_year",
    "first_message_on",
    "last_message_on",
)
DAYS = {"job_as_of", "connected_on", "first_message_on", "last_message_on"}
TUPLES = {"emails", "phones"}
_LENGTHS = {f.name: f.max_length for f in Person._meta.concrete_fields if f.max_length}
_FILLED = {**COLUMNS, "organisation": "organisation__name"}
_PLAIN = tuple(_FILLED)
_IN_ORDER = ("pk", "email", "phone", "do_not_contact_at", "typed_text", "more_text", *_FILLED.values())
_NOTHING: frozenset[str] = frozenset()
_AT_ONCE = 1000


def people_of(user: User, ids: Iterable[int] | None = None) -> Iterator[Held]:
    """Everyone here, for comparing with a file; one query. ids: only these, a thousand to a query.

    Most have nothing in their JSON, so only the rest is parsed.
    """
    plain_text = {"typed_text": Cast("typed", TextField()), "more_text": Cast("more", TextField())}
    rows = Person.objects.visible_to(user).current().annotate(**plain_text).values_list(*_IN_ORDER)
    if ids is None:
        yield from map(_held, rows.iterator(chunk_size=5000))
        return
    some = sorted(ids)
    for start in range(0, len(some), _AT_ONCE):
        yield from map(_held, rows.filter(pk__in=some[start : start + _AT_ONCE]))


def _held(row: Sequence[Any]) -> Held:
    """A row of _IN_ORDER."""
    pk, email, phone, do_not_contact_at, typed_text, more_text, *values = row
    told = {name: value for name, value in zip(_PLAIN, values, strict=True) if value}
    more = {} if more_text == "{}" else json.loads(more_text)
    if more:
        told |= {name: _back(name, more[name]) for name in IN_MORE if name in more}
    if email or "emails" in more:
        told["emails"] = tuple(filter(None, (email, *more.get("emails", ()))))
    if phone or "phones" in more:
        told["phones"] = tuple(filter(None, (phone, *more.get("phones", ()))))
    if do_not_contact_at is not None:
        told["do_not_contact"] = True
    return Held(pk, Facts(**told), _NOTHING if typed_text == "[]" else frozenset(json.loads(typed_text)))


def facts_of_person(person: Person) -> Facts:
    """The facts of one person whose organisation is loaded."""
    return held_person(person).facts


def as_json(facts: Facts, only: Iterable[str] | None = None) -> dict[str, Any]:
    """The facts that say something, as plain JSON."""
    names = only if only is not None else [f.name for f in fields(facts)]
    return {name: plain(getattr(facts, name)) for name in names if getattr(facts, name) or only is not None}


def as_facts(told: Mapping[str, Any]) -> Facts:
    """The facts that `as_json` made plain; what is no fact is passed over."""
    names = {f.name for f in fields(Facts)}
    return Facts(**{name: _back(name, value) for name, value in told.items() if name in names})


def held_person(person: Person) -> Held:
    """One person as the import rules see them; the organisation is loaded."""
    place = person.organisation.name if person.organisation else ""
    values = [
        place if column == "organisation__name" else getattr(person, column) for column in _FILLED.values()
    ]
    typed, more = json.dumps(person.typed), json.dumps(person.more)
    return _held((person.pk, person.email, person.phone, person.do_not_contact_at, typed, more, *values))


def changed(changes: Iterable[Change], before: Facts, after: Facts) -> dict[str, list[Any]]:
    """Field -> what it is and what it becomes, plain; with a new job goes the day it is known for."""
    found = {c.field: [plain(c.before), plain(c.after)] for c in changes}
    if found.keys() & {"title", "organisation"}:
        found["job_as_of"] = [plain(before.job_as_of), plain(after.job_as_of)]
    return found


def plain(value: object) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _back(name: str, value: Any) -> Any:
    if name in DAYS:
        return date.fromisoformat(value) if value else None
    return tuple(value) if name in TUPLES else value


class Draft(SimpleNamespace):
    """A person before there is a row: only what a file told."""

    more: dict[str, Any] = {}


def put(person: Person | Draft, values: Mapping[str, Any]) -> None:
    """Write facts in their JSON form on an unsaved person; the organisation is not among them."""
    for name, value in values.items():
        if name in COLUMNS:
            setattr(person, COLUMNS[name], _fit(COLUMNS[name], _back(name, value)))
        elif name in IN_MORE:
            person.more = _with(person.more, name, value)
        elif name in TUPLES:
            column = name.removesuffix("s")
            first, *rest = value or [""]
            setattr(person, column, _fit(column, first))
            person.more = _with(person.more, name, rest)


def _with(more: dict[str, Any], name: str, value: Any) -> dict[str, Any]:
    return {**more, name: value} if value else {k: v for k, v in more.items() if k != name}


def _fit(column: str, value: Any) -> Any:
    """Cut to what the column holds; a file may say anything."""
    length = _LENGTHS.get(column)
    return value[:length] if length and isinstance(value, str) else value
