"""Taking a whole import back."""

from typing import Any

from django.db import transaction
from django.db.models import ManyToOneRel, Q, QuerySet

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.find import held
from halfhour.find.actions.importing import CHANGED
from halfhour.find.actions.many import uncollected, update
from halfhour.find.actions.organisations import organisation_named
from halfhour.find.models import Import, ImportRow, Organisation, Pair, Person
from halfhour.history.actions import note
from halfhour.watch import Step, each

BATCH = 5000


def undo_import(user: User, written: Import) -> int:
    """Take back everything an import did; how many people were kept because something was done with them since.

    Added people go, with the organisations nobody else belongs to. Fields that were updated get their old values back
    where they still hold what the import wrote: what the seeker changed since stays.
    """
    with uncollected(), transaction.atomic():
        claimed = Import.objects.visible_to(user).filter(pk=written.pk, undone_at=None)
        if not claimed.exclude(written_at=None).update(undone_at=clock.now()):
            return 0
        return _take_back(user, written)


def _take_back(user: User, written: Import) -> int:
    _restore(user, written)
    kept = _keep_what_is_used(user, written)
    added = Person.objects.filter(owner=user, imported_by=written)
    places = list(added.exclude(organisation=None).values_list("organisation", flat=True).distinct())
    ImportRow.objects.filter(person__in=added.values("pk")).update(person=None)
    Pair.objects.filter(Q(one__in=added.values("pk")) | Q(other__in=added.values("pk"))).delete()
    added._raw_delete(added.db)  # nothing points to them any more, so there is nothing to collect
    for start in range(0, len(places), BATCH):
        _remove_if_empty(user, places[start : start + BATCH])
    note(user, "find.import_undone", written, kept=kept)
    return kept


def _restore(user: User, written: Import) -> None:
    updates = written.rows.filter(action=ImportRow.Action.UPDATE).exclude(person=None)
    people: dict[int, Person] = {}
    rows = updates.select_related("person__organisation").order_by("-line", "-pk")
    for row in each(Step.KEEPING, rows, of=written.updated):
        if row.person is None:
            continue
        person = people.setdefault(row.person.pk, row.person)  # two rows may be about one person
        now = held.as_json(held.facts_of_person(person), only=row.before)
        back: dict[str, Any] = {
            name: was for name, (was, wrote) in row.before.items() if now.get(name) == wrote
        }
        held.put(person, back)
        person.compared_at = None
        if "organisation" in back:
            person.organisation = organisation_named(user, back["organisation"])
        if "title" in back:
            person.coded_at, person.code_by = None, ""
        if "do_not_contact" in back:
            person.do_not_contact_at = None
    update(people.values(), CHANGED)


def _keep_what_is_used(user: User, written: Import) -> int:
    """Take out of the import whoever the seeker changed or answered about, and whoever a row of any step points to."""
    added = Person.objects.filter(owner=user, imported_by=written)
    touched = ~Q(swept_at=None) | ~Q(typed=[]) | Q(code_by="seeker") | Q(level_by="seeker")
    kept = added.filter(touched).update(imported_by=None)
    for pointing, column in _pointing_to(Person, leaving_out=(ImportRow, Pair)):
        kept += added.filter(pk__in=pointing.values(column)).update(imported_by=None)
    return kept


def _remove_if_empty(user: User, places: list[int]) -> None:
    mine = Organisation.objects.filter(owner=user, pk__in=places, website="", telephone="", note="")
    for pointing, column in _pointing_to(Organisation):
        mine = mine.exclude(pk__in=pointing.values(column))
    mine.delete()


def _pointing_to(
    model: type[Person] | type[Organisation], leaving_out: tuple[type, ...] = ()
) -> list[tuple[QuerySet, str]]:
    """The rows that point to this model, of every step, without this step knowing the later ones."""
    found = []
    for relation in model._meta.get_fields(include_hidden=True):
        if not isinstance(relation, ManyToOneRel) or relation.related_model in leaving_out:
            continue
        everyone = relation.related_model._base_manager.exclude(**{relation.field.name: None})
        found.append((everyone, relation.field.attname))
    return found
