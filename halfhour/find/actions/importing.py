"""Writing a file of people that was previewed: all of it in one transaction, or nothing."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.find import held
from halfhour.find.actions.many import insert, point
from halfhour.find.actions.organisations import Organisations
from halfhour.find.models import Import, ImportRow, Person, Source
from halfhour.history.actions import note
from halfhour.integrations.contacts import FileKind
from halfhour.refused import Refused

NETWORKS = {FileKind.LINKEDIN.value: "LinkedIn", FileKind.LINKEDIN_MESSAGES.value: "LinkedIn"}


@transaction.atomic
def write_import(user: User, staged: Import) -> Import:
    """Write a previewed file, all of it or nothing. A second click changes nothing; questions left open become new people."""
    claimed = Import.objects.visible_to(user).filter(pk=staged.pk, written_at=None)
    if not claimed.update(written_at=clock.now()):
        return Import.objects.visible_to(user).get(pk=staged.pk)
    staged.rows.filter(action=ImportRow.Action.ASK).update(
        action=ImportRow.Action.ADD, person=None, before={}
    )
    _check_people_are_here(staged)
    organisations = Organisations(user)
    added = list(staged.rows.filter(action=ImportRow.Action.ADD).order_by("line", "pk"))
    organisations.make(row.values.get("organisation", "") for row in added)
    insert(
        Person,
        (_new_person(row, organisations) for row in added),
        owner=user,
        imported_by=staged,
        added_at=clock.now(),
        source=_source_of(user, staged) if added else None,
    )
    ids = Person.objects.filter(imported_by=staged).order_by("pk").values_list("pk", flat=True)
    point(ImportRow, "person", zip(ids, (row.pk for row in added), strict=True))
    _update(staged, organisations)
    point(ImportRow, "person", _merged(staged))
    tally = Counter(staged.rows.values_list("action", flat=True))
    staged.rows.update(values={})
    staged = Import.objects.get(pk=staged.pk)
    staged.added, staged.updated = tally[ImportRow.Action.ADD], tally[ImportRow.Action.UPDATE]
    staged.merged, staged.skipped = tally[ImportRow.Action.MERGE], tally[ImportRow.Action.SKIP]
    staged.save(update_fields=["added", "updated", "merged", "skipped"])
    note(user, "find.imported", staged, added=staged.added, updated=staged.updated)
    return staged


def _check_people_are_here(staged: Import) -> None:
    """People can be removed between preview and writing; then the preview no longer says what would happen."""
    gone = staged.rows.filter(action=ImportRow.Action.UPDATE).exclude(
        person__removed_at=None, person__isnull=False
    )
    if gone.exists():
        raise Refused(_("Someone in this file was removed since it was read. Drop the file once more."))


def _new_person(row: ImportRow, organisations: Organisations) -> dict[str, Any]:
    person = held.Draft()
    held.put(person, row.values)
    person.organisation_id = organisations.id_of(row.values.get("organisation", ""))
    person.do_not_contact_at = clock.now() if row.values.get("do_not_contact") else None
    return vars(person)


def _source_of(user: User, staged: Import) -> Source | None:
    """Everyone from a network's export was found there; an address book says nothing about how."""
    network = NETWORKS.get(staged.kind)
    if network is None:
        return None
    return Source.objects.get_or_create(owner=user, kind=Source.Kind.NETWORK, name=network, detail="")[0]


def _update(staged: Import, organisations: Organisations) -> None:
    rows = list(staged.rows.filter(action=ImportRow.Action.UPDATE).select_related("person"))
    organisations.make(row.before["organisation"][1] for row in rows if "organisation" in row.before)
    people: dict[int, Person] = {}
    for row in rows:
        if row.person is None:
            continue
        person = people.setdefault(row.person.pk, row.person)  # two rows may be about one person
        after = {name: becomes for name, (_was, becomes) in row.before.items()}
        held.put(person, after)
        if "organisation" in after:
            person.organisation_id = organisations.id_of(after["organisation"])
        if after.get("do_not_contact"):
            person.do_not_contact_at = person.do_not_contact_at or clock.now()
        if "title" in after:
            person.coded_at, person.code_by = None, ""
    changed = [*held.COLUMNS.values(), "email", "phone", "more", "organisation"]
    changed += ["do_not_contact_at", "coded_at", "code_by"]
    Person.objects.bulk_update(people.values(), changed, batch_size=100)


def _merged(staged: Import) -> Iterator[tuple[int, int]]:
    """(person, row) for rows that were joined to an earlier row of the file."""
    person_on = dict(staged.rows.exclude(person=None).values_list("line", "person"))
    for row in staged.rows.filter(action=ImportRow.Action.MERGE).only("pk", "values"):
        person = person_on.get(row.values.get("into_line"))
        if person:
            yield person, row.pk
