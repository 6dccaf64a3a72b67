"""Rows that may be someone who is here already: the same, someone else, or left out. Nobody is asked twice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.due.actions import refresh
from halfhour.find import held
from halfhour.find.actions.importing import change, keep_apart, new_person, source_of
from halfhour.find.actions.organisations import Organisations
from halfhour.find.models import Import, ImportRow, Person
from halfhour.find.rules.facts import Facts, fingerprint
from halfhour.find.rules.incoming import updated
from halfhour.history.actions import note
from halfhour.refused import Refused

ASK = ImportRow.Action.ASK
SAME, OTHER, SKIP = "same", "other", "skip"
COUNTED = {
    ImportRow.Action.ADD: "added",
    ImportRow.Action.UPDATE: "updated",
    ImportRow.Action.SKIP: "skipped",
}


@dataclass(frozen=True)
class AskedBefore:
    """Rows of earlier files that asked. people: fingerprint -> whom the row was said to be. left: fingerprint -> why it is left."""

    people: Mapping[str, int] = field(default_factory=dict)
    left: Mapping[str, str] = field(default_factory=dict)

    def settled(self, told: Sequence[Facts]) -> dict[int, str]:
        """Index of each row that is left without asking again -> why."""
        if not self.left:
            return {}
        marks = ((index, self.left.get(fingerprint(facts))) for index, facts in enumerate(told))
        return {index: why for index, why in marks if why}


def asked_before(user: User) -> AskedBefore:
    """What the seeker has answered about rows of files that are written and not taken back; one query."""
    rows = ImportRow.objects.filter(
        import_file__owner=user, import_file__undone_at=None, import_file__written_at__isnull=False
    ).exclude(fingerprint="")
    people: dict[str, int] = {}
    left: dict[str, str] = {}
    for mark, action, person, file in rows.values_list(
        "fingerprint", "action", "person", "import_file__file_name"
    ).order_by("pk"):
        if action == ASK:
            left[mark] = _("the question of %(file)s about this row is still open") % {"file": file}
        elif person is not None:
            people[mark] = person
        elif action == ImportRow.Action.SKIP:
            left[mark] = _("you left this row out before, in %(file)s") % {"file": file}
    return AskedBefore(people, left)


def open_questions(user: User) -> QuerySet[ImportRow]:
    """Rows that wait for an answer, of files that are written or looked at, in the order of the files."""
    rows = ImportRow.objects.filter(import_file__owner=user, import_file__undone_at=None, action=ASK)
    return rows.order_by("import_file", "line", "pk")


@transaction.atomic
def answer_row(
    user: User, row: ImportRow, *, same_as: Person | None = None, leave_out: bool = False
) -> ImportRow:
    """Answer "is this someone who is here already?": same as that person, left out, or (without either) someone else.

    Before the file is written the answer waits with the row; after, it is carried out at once. A second answer changes
    nothing. Refused when the file was taken back.
    """
    row = ImportRow.objects.select_for_update().select_related("import_file").get(pk=row.pk)
    if row.action != ASK:
        return row
    file = row.import_file
    if file.undone_at is not None:
        raise Refused(_("%(file)s was taken back, so nothing of it is asked any more.") % {"file": file})
    before: dict[str, Any] = {}
    if leave_out:
        action, person, said = ImportRow.Action.SKIP, None, _("you left it out")
    elif same_as is None:
        action, person, said = ImportRow.Action.ADD, None, _("you said they are two people")
    else:
        before = _changes(same_as, held.as_facts(row.values))
        person, said = same_as, _("you said they are the same")
        action = ImportRow.Action.UPDATE if before else ImportRow.Action.SKIP
    row.action, row.person, row.before = action, person, before
    row.reason = f"{said}; {row.reason}"[:300]
    row.save(update_fields=["action", "person", "before", "reason"])
    if file.written_at is not None:
        _carry_out(user, row)
    return row


@transaction.atomic
def ask_again(user: User, row: ImportRow) -> None:
    """Take an answer back while the file isn't written."""
    fresh = ImportRow.objects.filter(
        pk=row.pk, import_file__owner=user, import_file__written_at=None
    ).exclude(fingerprint="")
    for found in fresh:
        found.action, found.before = ASK, {}
        found.reason = found.reason.partition("; ")[2] or found.reason
        found.person_id = found.values["perhaps"][0]
        found.save(update_fields=["action", "before", "reason", "person"])


def _changes(person: Person, told: Facts) -> dict[str, list[Any]]:
    here = held.held_person(person)
    after, changes, _kept = updated(here, told)
    return held.changed(changes, here.facts, after)


def _carry_out(user: User, row: ImportRow) -> None:
    file = row.import_file
    organisations = Organisations(user)
    if row.action == ImportRow.Action.ADD:
        organisations.make([row.values.get("organisation", "")])
        row.person = Person.objects.create(
            owner=user,
            imported_by=file,
            added_at=clock.now(),
            source=source_of(user, file),
            **new_person(row.values, organisations),
        )
        keep_apart(user, row)
    elif row.person is not None and row.before:
        organisations.make([row.before["organisation"][1]] if "organisation" in row.before else [])
        change(row.person, row.before, organisations)
        row.person.save()
    if row.person is not None:
        note(user, "find.question_answered", row.person, import_id=file.pk)
        refresh(row.person)
        joined = file.rows.filter(action=ImportRow.Action.MERGE, person=None, values__into_line=row.line)
        joined.update(person=row.person, values={})
    row.values = {}
    row.save(update_fields=["person", "values"])
    column = COUNTED[ImportRow.Action(row.action)]
    Import.objects.filter(pk=file.pk).update(**{column: F(column) + 1})
