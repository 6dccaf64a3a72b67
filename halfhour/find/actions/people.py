"""One person: typed in ten seconds, described, left alone, removed."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.due.actions import refresh
from halfhour.find.actions.left_alone import mark_left_alone
from halfhour.find.actions.organisations import organisation_named
from halfhour.find.models import Acquaintance, Organisation, Person, Referral, Source
from halfhour.find.rules.names import split_name
from halfhour.history.actions import note
from halfhour.refused import Refused

# Columns whose text the import rules know under another name.
TYPED_AS = {"email": "emails", "phone": "phones", "postal_address": "address"}


@transaction.atomic
def add_person(
    user: User,
    *,
    name: str,
    title: str = "",
    organisation: str = "",
    candidate: Candidate | None = None,
    source: Source | None = None,
    **facts: Any,
) -> Person:
    """Note a person by hand. The same name, work and place again give the row that is there (a double click).

    facts: further columns of Person, such as relationship, email, phone, url, note, how_met, does_it.
    """
    name = " ".join(name.split())
    if not name:
        raise Refused(_("A person needs a name, even if it is only a first name."))
    place = organisation_named(user, organisation)
    here = Person.objects.visible_to(user).current()
    same = here.filter(name__iexact=name, title__iexact=title.strip(), organisation=place).first()
    if same is not None:
        return same
    person = Person(owner=user, name=name, organisation=place, candidate=candidate, source=source)
    person.added_at = clock.now()
    _name_parts(person)
    _set(person, {"title": title, **facts})
    person.typed = _typed(person.typed, ["name", *(["organisation"] if place else [])])
    mark_left_alone(person)
    person.save()
    note(user, "find.added", person, source=source.kind if source else None)
    refresh(person)
    return person


@transaction.atomic
def describe_person(person: Person, *, organisation: str | None = None, **facts: Any) -> Person:
    """Change what is known of a person. Imports leave what was typed here; a new title is read by the coder again."""
    title = person.title
    if "name" in facts and facts["name"] != person.name:
        person.name = " ".join(facts["name"].split())
        _name_parts(person)
        person.typed = _typed(person.typed, ["name"])
    facts.pop("name", None)
    if organisation is not None:
        place = organisation_named(person.owner, organisation)
        if place != person.organisation:
            person.organisation = place
            person.typed = _typed(person.typed, ["organisation"])
    _set(person, facts)
    if person.title != title:
        person.coded_at, person.code_by = None, ""
    person.compared_at = None
    person.save()
    note(person.owner, "find.described", person)
    refresh(person)
    return person


@transaction.atomic
def add_source(
    user: User,
    *,
    kind: str,
    name: str = "",
    detail: str = "",
    on: date | None = None,
    terms: str = "",
    may_mention: bool = True,
) -> Source:
    """How a name was found. The same words give the same source, so one directory has one row."""
    found, _made = Source.objects.get_or_create(
        owner=user,
        kind=kind,
        name=" ".join(name.split()),
        detail=detail.strip(),
        on=on,
        defaults={"terms": terms.strip(), "may_mention": may_mention},
    )
    return found


@transaction.atomic
def note_referral(by: Person, to: Person, *, candidate: Candidate | None, permitted: bool) -> Referral:
    """Someone named someone; whether their name may be said."""
    may = Referral.Permission.YES if permitted else Referral.Permission.NOT_ASKED
    found, made = Referral.objects.get_or_create(
        by=by,
        to=to,
        defaults={"owner": by.owner, "candidate": candidate, "permission": may, "on": by.owner.today},
    )
    if made:
        note(by.owner, "find.named", found, by=by.pk, to=to.pk)
    return found


@transaction.atomic
def leave_alone(person: Person, *, yes: bool) -> Person:
    """They asked not to be contacted: nothing goes to them, from any step. Taking it back is by hand, too."""
    if yes != (person.do_not_contact_at is not None):
        person.do_not_contact_at = clock.now() if yes else None
        person.typed = _typed(person.typed, ["do_not_contact"])
        person.save(update_fields=["do_not_contact_at", "typed"])
        note(person.owner, "find.leave_alone" if yes else "find.may_be_contacted", person)
        refresh_all(person)
    return person


@transaction.atomic
def remove_person(person: Person) -> None:
    """Take a person off every list. What was asked and said stays where it is."""
    if person.removed_at is None:
        person.removed_at = clock.now()
        person.save(update_fields=["removed_at"])
        note(person.owner, "find.removed", person)
        refresh_all(person)


@transaction.atomic
def describe_organisation(place: Organisation, **facts: Any) -> Organisation:
    """Change what is known of an organisation: website, telephone (its switchboard), note."""
    for column, value in facts.items():
        setattr(place, column, value)
    place.save(update_fields=list(facts))
    note(place.owner, "find.organisation_described", place)
    return place


def refresh_all(person: Person) -> None:
    refresh(person)
    for asked in Acquaintance.objects.filter(person=person):
        refresh(asked)


def _name_parts(person: Person) -> None:
    parts = split_name(person.name)
    person.given, person.family = parts.given[:100], parts.family[:100]


def _set(person: Person, facts: dict[str, Any]) -> None:
    changed = []
    for column, value in facts.items():
        value = value.strip() if isinstance(value, str) else value
        if getattr(person, column) != value:
            setattr(person, column, value)
            changed.append(TYPED_AS.get(column, column))
    person.typed = _typed(person.typed, changed)


def _typed(before: list[str], more: list[str]) -> list[str]:
    return sorted({*before, *more})
