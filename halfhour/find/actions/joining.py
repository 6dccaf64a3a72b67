"""Two entries of one person become one, and for 30 days can become two again."""

import json
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from django.core import serializers
from django.db import models, transaction
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.due.actions import refresh, rewrite
from halfhour.due.registry import providers_of
from halfhour.find.hanging import Link, hangs_on, links, unique_sets
from halfhour.find.models import Merge, Pair, Person
from halfhour.find.rules.joining import Entry, joined, kept_of
from halfhour.history.actions import note
from halfhour.refused import Refused

MAY_BE_UNDONE = timedelta(days=30)
SEEKER, PROGRAM = "seeker", "program"


@transaction.atomic
def join_people(one: Person, other: Person, *, by: str = SEEKER, reasons: Iterable[str] = ()) -> Merge:
    """Make two entries one: everything that hangs on the one that goes follows to the one that stays.

    Joined already: that merge again (a double click). Refused while both are being asked.
    """
    owner = one.owner
    done = Merge.objects.filter(owner=owner, undone_at=None, kept__in=(one, other), gone__in=(one, other))
    if earlier := done.first():
        return earlier
    here = Person.objects.visible_to(owner).current().filter(pk__in={one.pk, other.pk})
    entries = {entry.person_id: entry for entry in map(_entry, here.select_related("source"))}
    if len(entries) < 2:
        raise Refused(_("One of the two is not on your list any more. Nothing was changed."))
    first, second = kept_of(*entries.values())
    kept, gone = (Person.objects.get(pk=entry.person_id) for entry in (first, second))
    _refuse_two_open(kept, gone)
    was = _columns(kept)
    for column, value in joined(first, second).items():
        setattr(kept, column, value)
    kept.compared_at = None
    kept.save()
    told: dict[str, Any] = {
        "columns": _changed(was, _columns(kept)),
        "moved": [],
        "dropped": [],
        "filled": [],
    }
    gone.merged_into = kept
    gone.save(update_fields=["merged_into"])
    for link in links():
        for row in link.rows(gone):
            _follow(link, row, kept, told)
    merge = Merge.objects.create(
        owner=owner, kept=kept, gone=gone, by=by, reasons=list(reasons), told=told, at=clock.now()
    )
    note(owner, "find.joined", kept, gone=gone.pk, by=by)
    _refresh(kept, gone)
    return merge


@transaction.atomic
def undo_join(merge: Merge) -> Merge:
    """Make them two again, each as it was; what the seeker changed on the joined one since stays there.

    A wish to be left alone that came since holds for both: nobody knows which of the two it was.
    """
    if merge.undone_at is not None:
        return merge
    if clock.now() > merge.at + MAY_BE_UNDONE:
        raise Refused(_("They were joined more than 30 days ago. It can't be taken back any more."))
    kept, gone = merge.kept, merge.gone
    if kept.merged_into_id is not None:
        raise Refused(
            _("%(name)s was joined with a further entry since. Take that back first.") % {"name": kept.name}
        )
    wish = kept.do_not_contact_at
    came_since = wish is not None and wish > merge.at
    _put_back(kept, merge.told["columns"])
    kept.compared_at = None
    kept.save()
    gone.merged_into = None
    gone.do_not_contact_at = gone.do_not_contact_at or (wish if came_since else None)
    gone.compared_at = None
    gone.save(update_fields=["merged_into", "do_not_contact_at", "compared_at"])
    by_name = {link.name: link for link in links()}
    for label, column, pk in merge.told["moved"]:
        link = by_name[(label, column)]
        link.rows(kept).filter(pk=pk).update(**{column: gone})
    for label, pk, changed in merge.told["filled"]:
        model = next(link.model for link in by_name.values() if link.name[0] == label)
        if (twin := model._base_manager.filter(pk=pk).first()) is not None:
            _put_back(twin, changed)
            twin.save()
    for row in serializers.deserialize("json", f"[{','.join(merge.told['dropped'])}]"):
        row.save()
    merge.undone_at = clock.now()
    merge.save(update_fields=["undone_at"])
    two_people(kept, gone)
    note(merge.owner, "find.join_undone", kept, gone=gone.pk)
    _refresh(kept, gone)
    return merge


@transaction.atomic
def two_people(one: Person, other: Person) -> Pair:
    """The seeker says that these are two people; it is never asked again."""
    return _say(one, other, Pair.Said.TWO)


@transaction.atomic
def ask_later(one: Person, other: Person) -> Pair:
    """The seeker doesn't know yet; the pair goes to the end of the list."""
    return _say(one, other, Pair.Said.LATER)


def _say(one: Person, other: Person, said: str) -> Pair:
    first, second = sorted((one, other), key=lambda person: person.pk)
    pair, _made = Pair.objects.update_or_create(
        owner=one.owner, one=first, other=second, defaults={"said": said, "said_at": clock.now()}
    )
    return pair


def survivor_of(person: Person) -> Person:
    """The entry that a joined one lives on in; the person themself when it was never joined."""
    while person.merged_into is not None:
        person = person.merged_into
    return person


def _entry(person: Person) -> Entry:
    return Entry(
        person_id=person.pk,
        columns={f.attname: getattr(person, f.attname) for f in Person._meta.concrete_fields},
        source_kind=person.source.kind if person.source else "",
        source_may_be_named=person.source.may_mention if person.source else True,
        hangs_on=hangs_on(person),
    )


def _refuse_two_open(kept: Person, gone: Person) -> None:
    """Of some rows only one may be open for a person; which of the two goes on is for the seeker to say."""
    for link in links():
        for names, condition in unique_sets(link):
            if condition is None or names != (link.field.name,):
                continue
            both = link.model._base_manager.filter(condition, **{f"{link.field.name}__in": (kept, gone)})
            if both.count() > 1:
                raise Refused(
                    _(
                        "You are asking both of them now, and one person is asked once. Set one of the two aside, "
                        "then say again that they are the same."
                    )
                )


def _follow(link: Link, row: Any, kept: Person, told: dict[str, list[Any]]) -> None:
    """Point one row to the one that stays. A row of which there may be only one fills the gaps of the one that is there."""
    before = serializers.serialize("json", [row])[1:-1]
    setattr(row, link.field.name, kept)
    twin = _twin(link, row)
    if twin is None and not _points_to_itself(row):
        row.save(update_fields=[link.field.name])
        told["moved"].append([*link.name, row.pk])
        return
    told["dropped"].append(before)
    if twin is not None:
        was = _columns(twin)
        _fill(twin, row)
        twin.save()
        told["filled"].append([link.name[0], twin.pk, _changed(was, _columns(twin))])
    for step, _wanted in providers_of(link.name[0]):
        rewrite(kept.owner, row, (), step=step)
    row.delete()


def _twin(link: Link, row: Any) -> Any:
    for names, condition in unique_sets(link):
        values = {name: getattr(row, _field(row, name).attname) for name in names}
        if condition is None and None not in values.values():
            twin = link.model._base_manager.filter(**values).exclude(pk=row.pk).first()
            if twin is not None:
                return twin
    return None


def _points_to_itself(row: Any) -> bool:
    """Someone who named themself, under their other entry."""
    people = [getattr(row, f.attname) for f in row._meta.concrete_fields if f.related_model is Person]
    return len(people) > 1 and len(set(people)) == 1


def _fill(twin: Any, row: Any) -> None:
    for field in row._meta.concrete_fields:
        if not field.primary_key and getattr(twin, field.attname) in (None, ""):
            setattr(twin, field.attname, getattr(row, field.attname))


def _columns(row: models.Model) -> dict[str, Any]:
    """Every column in its JSON form."""
    told: dict[str, Any] = json.loads(serializers.serialize("json", [row]))[0]["fields"]
    return told


def _field(row: models.Model, name: str) -> models.Field:
    return next(field for field in row._meta.concrete_fields if field.name == name)


def _changed(was: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, list[Any]]:
    return {name: [was[name], now[name]] for name in was if was[name] != now[name] and name != "compared_at"}


def _put_back(row: models.Model, changed: Mapping[str, Any]) -> None:
    """Give columns their old values where they still hold what joining wrote."""
    now = _columns(row)
    for name, (was, wrote) in changed.items():
        if now.get(name) == wrote:
            field = _field(row, name)
            setattr(row, field.attname, field.to_python(was))


def _refresh(*people: Person) -> None:
    for person in people:
        refresh(person)
        for link in links():
            for row in link.rows(person) if providers_of(link.name[0]) else ():
                refresh(row)
