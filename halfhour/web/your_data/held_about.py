"""What is held about each person: where it came from, the last contact, and the day on which erasing is proposed."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.contact.models import Attempt, Reply
from halfhour.find.models import Person
from halfhour.find.rules.retention import expires_on
from halfhour.interview.models import Interview
from halfhour.privacy.actions import kept_people
from halfhour.thank.models import Thanks

Contact = tuple[datetime, str]  # when, and the kind of an answer ("" for everything else)
NO = {Reply.Kind.NO, Reply.Kind.NEVER}


@dataclass(frozen=True)
class HeldAbout:
    """came_from: in words. added_on, last_contact_on, expires_on: local days. kept: by hand, past that day."""

    person: Person
    came_from: str
    added_on: date
    last_contact_on: date | None
    expires_on: date
    kept: bool


def held_about(user: User, person: Person) -> HeldAbout:
    zone = clock.zone_of(user.seeker.timezone)
    contacts = _contacts(user, person)
    return _held(person, contacts.get(person.pk, []), zone, person.pk in kept_people(user))


def over(user: User, limit: int | None = None) -> tuple[list[HeldAbout], int]:
    """Whose time here is over today, the longest first and no more than the limit; and how many they are in all.

    Four queries, however many people there are.
    """
    zone, contacts = clock.zone_of(user.seeker.timezone), _contacts(user)
    gone = expired(user, contacts)
    first = [pk for _day, pk in gone[:limit]]
    people = Person.objects.visible_to(user).select_related("source", "imported_by").in_bulk(first)
    return [_held(people[pk], contacts.get(pk, []), zone, False) for pk in first], len(gone)


def expired(user: User, contacts: dict[int, list[Contact]] | None = None) -> list[tuple[date, int]]:
    """(day, number) of everyone whose time here is over today and who is not kept by hand, the longest first."""
    zone, today, kept = clock.zone_of(user.seeker.timezone), user.today, kept_people(user)
    contacts = _contacts(user) if contacts is None else contacts
    here = Person.objects.visible_to(user).filter(merged_into=None).order_by()
    days = (
        (_expires(added_at, contacts.get(pk, []), zone)[1], pk)
        for pk, added_at in here.values_list("pk", "added_at")
        if pk not in kept
    )
    return sorted((day, pk) for day, pk in days if day <= today)


def _contacts(user: User, person: Person | None = None) -> dict[int, list[Contact]]:
    """Every contact by person, in one query."""
    talks = Interview.objects.visible_to(user).held()
    parts = [
        _facts(Attempt.objects.visible_to(user), "approach__person", "at", person),
        _facts(Reply.objects.visible_to(user), "approach__person", "at", person, kind=F("kind")),
        _facts(talks, "person", "ended_at", person),
        _facts(Thanks.objects.visible_to(user).exclude(sent_at=None), "person", "sent_at", person),
    ]
    found: dict[int, list[Contact]] = defaultdict(list)
    for pk, at, kind in parts[0].union(*parts[1:], all=True):
        found[pk].append((at, kind))
    return found


def _facts(rows: QuerySet, of: str, at: str, person: Person | None, kind: Any = None) -> QuerySet:
    if person is not None:
        rows = rows.filter(**{of: person})
    told = Value("") if kind is None else kind
    columns = {"who": F(of), "moment": F(at), "answer": Cast(told, CharField())}
    return rows.order_by().annotate(**columns).values_list("who", "moment", "answer")


def _expires(added_at: datetime, contacts: list[Contact], zone: ZoneInfo) -> tuple[date | None, date]:
    """(day of the last contact, day on which erasing is proposed)."""
    last = max((at for at, _kind in contacts), default=None)
    answers = sorted((at, kind) for at, kind in contacts if kind)
    last_on = last.astimezone(zone).date() if last else None
    return last_on, expires_on(
        added_on=added_at.astimezone(zone).date(),
        last_contact_on=last_on,
        said_no=bool(answers) and answers[-1][1] in NO,
    )


def _held(person: Person, contacts: list[Contact], zone: ZoneInfo, kept: bool) -> HeldAbout:
    added_on = person.added_at.astimezone(zone).date()
    last_on, expires = _expires(person.added_at, contacts, zone)
    return HeldAbout(person, came_from(person, added_on), added_on, last_on, expires, kept)


def came_from(person: Person, added_on: date) -> str:
    """Where the data came from, in a sentence; it is also what a first letter can say (GDPR Art. 14)."""
    on = f"{added_on:%Y-%m-%d}"
    if person.imported_by is not None:
        return _("from the file %(file)s, read on %(on)s") % {"file": person.imported_by.file_name, "on": on}
    if person.source is not None and person.source.name:
        found = {"kind": person.source.get_kind_display(), "name": person.source.name, "on": on}
        return _("%(kind)s: %(name)s; noted on %(on)s") % found
    return _("noted by hand on %(on)s") % {"on": on}
