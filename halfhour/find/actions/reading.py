"""A file of people, read and shown before anything is written.

The rows wait in the database between preview and writing, not in the file: a page of the preview is then one query
however long the file was, and what is written is exactly what was shown.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.find import held
from halfhour.find.actions.many import insert
from halfhour.find.models import Import, ImportRow
from halfhour.find.rules.duplicates import Index, repeats
from halfhour.find.rules.facts import Held, facts_of
from halfhour.find.rules.incoming import Action, Decision, plan_import
from halfhour.find.rules.names import make_nicknames
from halfhour.integrations.contacts import ContactRow, ReadFile
from halfhour.integrations.contacts_files import read_contacts
from halfhour.integrations.given_names import nickname_pairs


def read_file(user: User, *, name: str, data: bytes) -> Import:
    """Read a file and say what each row would become; no person is written.

    A preview that was never written gives way to the new one. Refused, with one plain sentence, when it can't be read.
    """
    read = read_contacts(name, data)
    people = {person.person_id: person for person in held.people_of(user)}
    nicknames = _nicknames()
    index = Index(((person.person_id, person.facts) for person in people.values()), nicknames=nicknames)
    told = [facts_of(row, as_of=read.as_of) for row in read.rows]
    decisions = plan_import(
        read.rows, index.match(told), people, repeats=repeats(told, nicknames=nicknames), as_of=read.as_of
    )
    return _stage(user, name, data, read, list(_rows(decisions, read, people)))


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    return make_nicknames(nickname_pairs())


@transaction.atomic
def _stage(user: User, name: str, data: bytes, read: ReadFile, rows: list[dict[str, Any]]) -> Import:
    for old in Import.objects.visible_to(user).filter(written_at=None):
        _forget(old)
    tally = Counter(row["action"] for row in rows)
    staged = Import.objects.create(
        owner=user,
        file_name=name[-255:],
        kind=read.kind.value,
        digest=hashlib.sha256(data).hexdigest(),
        read=len(rows),
        added=tally[Action.ADD],
        updated=tally[Action.UPDATE],
        merged=tally[Action.MERGE],
        skipped=tally[Action.SKIP],
        told={"notes": read.notes, "counts": dict(read.counts), "columns": _columns(read)},
        previewed_at=clock.now(),
    )
    insert(ImportRow, rows, import_file=staged)
    return staged


def _rows(
    decisions: Sequence[Decision], read: ReadFile, people: Mapping[int, Held]
) -> Iterator[dict[str, Any]]:
    remarks = {p.line: p.reason for p in read.problems if not p.skipped}
    for decision, row in zip(decisions, read.rows, strict=True):
        remark = remarks.get(decision.line)
        reason = f"{decision.reason} ({remark})" if remark else decision.reason
        yield {
            "line": decision.line,
            "action": decision.action.value,
            "reason": reason[:300],
            "values": _values(decision, row, read),
            "before": _changes(decision, people),
            "person_id": decision.person_id,
        }
    for problem in read.problems:
        if problem.skipped:
            yield {"line": problem.line, "action": Action.SKIP.value, "reason": problem.reason[:300]}


def _changes(decision: Decision, people: Mapping[int, Held]) -> dict[str, list[Any]]:
    """Field -> what it is and what it becomes; with a new job goes the day it is known for."""
    changes = {c.field: [held.plain(c.before), held.plain(c.after)] for c in decision.changes}
    person = people.get(decision.person_id or 0)
    if person is not None and changes.keys() & {"title", "organisation"}:
        days = (person.facts.job_as_of, decision.facts.job_as_of)
        changes["job_as_of"] = [held.plain(day) for day in days]
    return changes


def _values(decision: Decision, row: ContactRow, read: ReadFile) -> dict[str, Any]:
    """What writing the row needs, and what the preview shows of it."""
    if decision.action is Action.ADD:
        return held.as_json(decision.facts)
    if decision.action is Action.ASK:  # "they are two people" will need the row's own facts
        return held.as_json(facts_of(row, as_of=read.as_of))
    if decision.action is Action.MERGE:
        return {"name": decision.facts.name, "into_line": decision.into_line}
    return {}


def _columns(read: ReadFile) -> list[list[str]]:
    return [[c.heading, c.field] for c in read.columns] if read.needs_mapping else []


@transaction.atomic
def answer_row(row: ImportRow, *, same: bool) -> ImportRow:
    """Answer "is this the person who is here already?" before the file is written."""
    if row.action != ImportRow.Action.ASK:
        return row
    row.action = ImportRow.Action.UPDATE if same else ImportRow.Action.ADD
    row.reason = (
        _("you said they are the same; ") if same else _("you said they are two people; ")
    ) + row.reason
    row.reason = row.reason[:300]
    if not same:
        row.person, row.before = None, {}
    row.save(update_fields=["action", "reason", "person", "before"])
    return row


@transaction.atomic
def discard_import(user: User, staged: Import) -> None:
    """Forget a preview that was not written."""
    fresh = Import.objects.visible_to(user).filter(pk=staged.pk, written_at=None).first()
    if fresh is not None:
        _forget(fresh)


def _forget(staged: Import) -> None:
    staged.rows.all()._raw_delete(staged.rows.all().db)
    staged.delete()
