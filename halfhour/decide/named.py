"""Who the people are whom a decision names: what they do, where, and how far things stand with them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from halfhour.decide.small import Small
from halfhour.decide.tellers import Teller, teller_of
from halfhour.interview.models import Interview


@dataclass(frozen=True)
class Named:
    """One person. stands: such as "talked on 17 November 2026", or "not asked yet"."""

    name: str
    role: str
    stands: str

    @property
    def words(self) -> str:
        return ", ".join(filter(None, (self.name, self.role, self.stands)))


@dataclass(frozen=True)
class Asking:
    """How far asking one person has come. asked_on: of the first letter or call; call_on: a promise not yet kept."""

    asked_on: date | None
    call_on: date | None
    closed: bool


def askings_of(small: Mapping[str, list[Small]]) -> dict[int, Asking]:
    """By person. small: the parts "approach" (ref: the person), "sent" and "promise" (ref: the approach)."""
    first: dict[int, date] = {}
    for row in small["sent"]:
        if row.day and (row.ref not in first or row.day < first[row.ref]):
            first[row.ref] = row.day
    call = {row.ref: row.day for row in small["promise"] if not row.a and not row.b}
    return {row.ref: Asking(first.get(row.pk), call.get(row.pk), bool(row.a)) for row in small["approach"]}


def named_in(
    texts: Iterable[str],
    talks: Sequence[Interview],
    tellers: Iterable[Teller],
    askings: Mapping[int, Asking],
) -> list[Named]:
    """Everyone the texts call by full or first name, in the order of the talks, then of those who could tell."""
    words = " ".join(texts)
    people = {t.person_id: t for t in [*(teller_of(talk) for talk in talks), *tellers]}
    held = {talk.person_id: talk.on for talk in talks}
    given = [t.name.split()[0] for t in people.values() if t.name]
    found = []
    for person in people.values():
        first = person.name.split()[0] if person.name else ""
        called = [person.name, *([first] if given.count(first) == 1 else [])]
        if any(name and re.search(rf"\b{re.escape(name)}\b", words) for name in called):
            found.append(Named(person.name, person.role, stands(person, held, askings)))
    return found


def stands(person: Teller, held: Mapping[int, date], askings: Mapping[int, Asking]) -> str:
    """How far things are with one person, in a few words."""
    if on := held.get(person.person_id):
        return _("talked on %(day)s") % {"day": day(on)}
    if person.on:
        return _("a talk is agreed for %(day)s") % {"day": day(person.on)}
    asking = askings.get(person.person_id)
    if asking is None or asking.asked_on is None:
        return _("not asked yet")
    asked = _("asked on %(day)s") % {"day": day(asking.asked_on)}
    if asking.closed:
        return _("%(asked)s, and it came to nothing") % {"asked": asked}
    if asking.call_on:
        return _("%(asked)s and told to expect my call on %(day)s") % {
            "asked": asked,
            "day": day(asking.call_on),
        }
    return _("%(asked)s, no answer yet") % {"asked": asked}


def day(on: date) -> str:
    return date_format(on, "j F Y")
