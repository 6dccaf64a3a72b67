"""Writing a file of people that was previewed: all of it in one transaction, or nothing."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.find import held
from halfhour.find.actions.many import insert, point, uncollected, update
from halfhour.find.actions.organisations import Organisations
from halfhour.find.models import Import, ImportRow, Pair, Person, Source
from halfhour.history.actions import note
from halfhour.integrations.contacts import FileKind
from halfhour.refused import Refused
from halfhour.watch import Step, each

CHANGED = (  # every field of a person that a file may change
    *held.COLUMNS.values(),
    *("email", "phone", "more", "organisation", "do_not_contact_at", "coded_at", "code_by", "compared_at"),
)
NETWORKS = {FileKind.LINKEDIN.value: "LinkedIn", FileKind.LINKEDIN_MESSAGES.value: "LinkedIn"}


def write_import(user: User, staged: Import) -> Import:
    """Write a previewed file, all of it or nothing. A second click changes nothing.

    A row that asks whether two are the same person stays a question: nobody is added or changed until it is answered.
    """
    if staged.to_map:
        raise Refused(_("First say which column of %(file)s is what.") % {"file": staged.file_name})
    with uncollected(), transaction.atomic():
        claimed = Import.objects.visible_to(user).filter(pk=staged.pk, written_at=None)
        if not claimed.update(written_at=clock.now()):
            return Import.objects.visible_to(user).get(pk=staged.pk)
        return _write(user, staged)


def _write(user: User, staged: Import) -> Import:
    _check_people_are_here(staged)
    organisations = Organisations(user)
    added = list(
        staged.rows.filter(action=ImportRow.Action.ADD).order_by("line", "pk").values_list("pk", "values")
    )
    organisations.make(values.get("organisation", "") for _pk, values in added)
    insert(
        Person,
        (new_person(values, organisations) for _pk, values in each(Step.KEEPING, added, of=len(added))),
        owner=user,
        imported_by=staged,
        added_at=clock.now(),
        source=source_of(user, staged) if added else None,
    )
    ids = Person.objects.filter(imported_by=staged).order_by("pk").values_list("pk", flat=True)
    point(ImportRow, "person", zip(ids, (pk for pk, _values in added), strict=True))
    _update(staged, organisations)
    point(ImportRow, "person", _merged(staged))
    for row in staged.rows.filter(action=ImportRow.Action.ADD).exclude(fingerprint="").exclude(person=None):
        keep_apart(user, row)
    tally = Counter(staged.rows.values_list("action", flat=True))
    waiting = Q(action=ImportRow.Action.ASK) | Q(action=ImportRow.Action.MERGE, person=None)
    staged.rows.exclude(waiting).update(values={})
    staged = Import.objects.get(pk=staged.pk)
    staged.added, staged.updated = tally[ImportRow.Action.ADD], tally[ImportRow.Action.UPDATE]
    staged.merged, staged.skipped = tally[ImportRow.Action.MERGE], tally[ImportRow.Action.SKIP]
    staged.file = None
    staged.save(update_fields=["added", "updated", "merged", "skipped", "file"])
    note(user, "find.imported", staged, added=staged.added, updated=staged.updated)
    return staged


def _check_people_are_here(staged: Import) -> None:
    """People can be removed between preview and writing; then the preview no longer says what would happen."""
    gone = staged.rows.filter(action=ImportRow.Action.UPDATE).exclude(
        person__removed_at=None, person__isnull=False
    )
    if gone.exists():
        raise Refused(_("Someone in this file was removed since it was read. Drop the file once more."))


def new_person(values: Mapping[str, Any], organisations: Organisations) -> dict[str, Any]:
    """The attributes of the person that the values of a row tell of."""
    person = held.Draft()
    held.put(person, values)
    person.organisation_id = organisations.id_of(values.get("organisation", ""))
    person.do_not_contact_at = clock.now() if values.get("do_not_contact") else None
    return vars(person)


def source_of(user: User, staged: Import) -> Source | None:
    """Everyone from a network's export was found there; an address book says nothing about how."""
    network = NETWORKS.get(staged.kind)
    if network is None:
        return None
    return Source.objects.get_or_create(owner=user, kind=Source.Kind.NETWORK, name=network, detail="")[0]


def _update(staged: Import, organisations: Organisations) -> None:
    rows = list(staged.rows.filter(action=ImportRow.Action.UPDATE).select_related("person"))
    organisations.make(row.before["organisation"][1] for row in rows if "organisation" in row.before)
    people: dict[int, Person] = {}
    for row in each(Step.KEEPING, rows, of=len(rows)):
        if row.person is None:
            continue
        person = people.setdefault(row.person.pk, row.person)  # two rows may be about one person
        change(person, row.before, organisations)
    update(people.values(), CHANGED)


def keep_apart(user: User, row: ImportRow) -> None:
    """Remember that the new person of this row is none of those it could have been."""
    for other in Person.objects.visible_to(user).filter(pk__in=row.values.get("perhaps", ())):
        one, two = sorted((other.pk, row.person_id or 0))
        said = {"said": Pair.Said.TWO, "said_at": clock.now()}
        Pair.objects.update_or_create(owner=user, one_id=one, other_id=two, defaults=said)


def change(person: Person, before: dict[str, list[Any]], organisations: Organisations) -> None:
    """Set what a row changes on a person that is not saved yet; the organisations are there."""
    after = {name: becomes for name, (_was, becomes) in before.items()}
    held.put(person, after)
    if "organisation" in after:
        person.organisation_id = organisations.id_of(after["organisation"])
    if after.get("do_not_contact"):
        person.do_not_contact_at = person.do_not_contact_at or clock.now()
    if "title" in after:
        person.coded_at, person.code_by = None, ""
    person.compared_at = None


def _merged(staged: Import) -> Iterator[tuple[int, int]]:
    """(person, row) for rows that were joined to an earlier row of the file, unless that one still is a question."""
    settled = staged.rows.exclude(person=None).exclude(action=ImportRow.Action.ASK)
    person_on = dict(settled.values_list("line", "person"))
    joined = staged.rows.filter(action=ImportRow.Action.MERGE)
    for row, line in joined.values_list("pk", "values__into_line"):
        if person := person_on.get(line):
            yield person, row
