"""A file of people, read and shown before anything is written.

The rows wait in the database between preview and writing, not in the file: a page of the preview is then one query
however long the file was, and what is written is exactly what was shown.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.find import held
from halfhour.find.actions.columns import Table, read_table
from halfhour.find.actions.comparing import nicknames, other_entries_of
from halfhour.find.actions.left_alone import stop_left_alone
from halfhour.find.actions.many import insert, uncollected
from halfhour.find.actions.questions import AskedBefore, asked_before
from halfhour.find.models import Common, Import, ImportRow, Person
from halfhour.find.rules.duplicates import Index, Match, repeats
from halfhour.find.rules.evidence import Record, record_of
from halfhour.find.rules.facts import Facts, Held, facts_of, fingerprint
from halfhour.find.rules.incoming import Action, Decision, plan_import
from halfhour.integrations.contacts import FileKind, OwnProfile, ReadFile
from halfhour.integrations.pasted.reader import read_pasted
from halfhour.integrations.refused import shown_name
from halfhour.refused import Refused
from halfhour.watch import Step, each

_MESSAGES_ALONE = gettext_lazy(
    "%(file)s only holds who wrote to whom and when; that is no list of contacts. It tells how long you have known "
    "someone, together with your connections: drop the whole ZIP from LinkedIn, with Connections.csv in it."
)


def read_file(
    user: User,
    *,
    name: str,
    data: bytes,
    columns: Mapping[int, str] | None = None,
    first_row: bool | None = None,
    ask_columns: bool = True,
) -> Import:
    """Read a file and say what each row would become; no person is written.

    columns: the seeker's word on what the columns of a table are, place -> field; first_row: on whether it heads them.
    ask_columns: a table of which any column is only guessed waits with `to_map`; False: one whose names are only guessed.
    A preview that was never written gives way to the new one. Refused, with one plain sentence, when it can't be read.
    """
    with uncollected():
        return _read_file(user, name, data, columns, first_row, ask_columns)


def read_pasted_list(user: User, text: str) -> Import:
    """Names pasted one a line, shown like a file. Refused when there is no line."""
    read = read_pasted(text)
    with uncollected():
        return _compared(user, _("Pasted list"), text.encode(), Table((), read), read)


def _read_file(
    user: User,
    name: str,
    data: bytes,
    columns: Mapping[int, str] | None,
    first_row: bool | None,
    ask_columns: bool,
) -> Import:
    table = read_table(user, name, data, said=columns, first_row=first_row)
    read = table.read
    guessed = table.unsure if ask_columns else table.names_unsure
    if read is None or (guessed and not columns):
        return _stage_unread(user, name, data, table)
    if read.kind is FileKind.LINKEDIN_MESSAGES:
        raise Refused(_MESSAGES_ALONE % {"file": shown_name(name)})
    return _compared(user, name, data, table, read)


def _compared(user: User, name: str, data: bytes, table: Table, read: ReadFile) -> Import:
    """Hold everyone who was read against everyone here, and keep what each row would become.

    Of the people here only those are kept in memory who share something with a row, and only the facts of those a row
    may be about: a long file into a long list would take half a gigabyte otherwise.
    """
    known_as = nicknames()
    told = [facts_of(row, as_of=read.as_of) for row in read.rows]
    records = [record_of(facts, known_as) for facts in told]
    asked = asked_before(user)
    matches = _matches(user, told, records, asked)
    people = {p.person_id: p for p in held.people_of(user, {m.person_id for m in matches if m.person_id})}
    decisions = plan_import(
        read.rows,
        matches,
        people,
        repeats=repeats(told, records=records),
        as_of=read.as_of,
        facts=told,
        settled=asked.settled(told),
    )
    decisions = stop_left_alone(user, told, decisions)
    return _stage(user, name, data, table, read, _rows(decisions, matches, told, read, people))


def _matches(user: User, told: Sequence[Facts], records: Sequence[Record], asked: AskedBefore) -> list[Match]:
    """Whom each row seems to be among everyone here."""
    in_all = Person.objects.visible_to(user).current().count()
    here = ((person.person_id, person.facts) for person in held.people_of(user))
    index = Index(nicknames=nicknames(), near=records)
    for person_id, facts in chain(each(Step.GOING_THROUGH, here, of=in_all), other_entries_of(user)):
        index.add(person_id, facts)
    rows = each(Step.COMPARING, told, of=len(told))
    return list(index.matches(rows, records, known=asked.people))


def _stage_unread(user: User, name: str, data: bytes, table: Table) -> Import:
    """A table whose columns have to be told first: nothing of it is shown but the columns."""
    kind = table.read.kind if table.read else FileKind.SPREADSHEET
    told = {"unread": True, "reason": table.reason, "first_row": table.first_row, "columns": _columns(table)}
    return _stage_with(user, name, data, kind, told, [])


def _stage(
    user: User, name: str, data: bytes, table: Table, read: ReadFile, rows: Iterable[dict[str, Any]]
) -> Import:
    told: dict[str, Any] = {"notes": read.notes, "counts": dict(read.counts)}
    if read.owner is not None:
        told["own"] = _own_path(read.owner)
    if read.columns and read.kind is FileKind.SPREADSHEET:
        told |= {"columns": _columns(table), "first_row": table.first_row, "remembered": table.remembered}
    return _stage_with(user, name, data, read.kind, told, rows)


def _own_path(owner: OwnProfile) -> dict[str, list[str]]:
    """Where the seeker worked and studied, as their export says, by the kind of thing that may be shared."""
    return {
        Common.Kind.EMPLOYER: list(dict.fromkeys(job.organisation for job in owner.jobs if job.organisation)),
        Common.Kind.SCHOOL: list(dict.fromkeys(s.organisation for s in owner.studies if s.organisation)),
    }


def own_path(file: Import) -> list[str]:
    """The employers, then the schools, that the seeker's own export names."""
    told = file.told.get("own", {})
    return [name for kind in (Common.Kind.EMPLOYER, Common.Kind.SCHOOL) for name in told.get(kind, [])]


@transaction.atomic
def keep_own_path(user: User, file: Import) -> int:
    """Note the employers and schools of the seeker's own export, so that people from there are seen; how many are new."""
    new = 0
    for kind, names in file.told.get("own", {}).items():
        for name in names:
            _row, made = Common.objects.get_or_create(owner=user, kind=kind, name=name[:200])
            new += made
    return new


@transaction.atomic
def _stage_with(
    user: User, name: str, data: bytes, kind: FileKind, told: dict[str, Any], rows: Iterable[dict[str, Any]]
) -> Import:
    for old in Import.objects.visible_to(user).filter(written_at=None):
        _forget(old)
    staged = Import.objects.create(
        owner=user,
        file_name=name[-255:],
        kind=kind.value,
        digest=hashlib.sha256(data).hexdigest(),
        told=told,
        file=data if "columns" in told else None,
        previewed_at=clock.now(),
    )
    tally: Counter[str] = Counter()
    insert(ImportRow, _counted(rows, tally), import_file=staged)
    staged.read = tally.total()
    staged.added, staged.updated = tally[Action.ADD], tally[Action.UPDATE]
    staged.merged, staged.skipped = tally[Action.MERGE], tally[Action.SKIP]
    staged.save(update_fields=["read", "added", "updated", "merged", "skipped"])
    return staged


def _counted(rows: Iterable[dict[str, Any]], tally: Counter[str]) -> Iterator[dict[str, Any]]:
    for row in rows:
        tally[row["action"]] += 1
        yield row


def _rows(
    decisions: Sequence[Decision],
    matches: Sequence[Match],
    told: Sequence[Facts],
    read: ReadFile,
    people: Mapping[int, Held],
) -> Iterator[dict[str, Any]]:
    remarks: dict[int, str] = {}
    for problem in read.problems:
        if not problem.skipped:
            before = remarks.get(problem.line)
            remarks[problem.line] = f"{before}; {problem.reason}" if before else problem.reason
    together = zip(decisions, matches, told, strict=True)
    for decision, match, facts in each(Step.NOTING, together, of=len(decisions)):
        remark = remarks.get(decision.line)
        reason = f"{decision.reason} ({remark})" if remark else decision.reason
        yield {
            "line": decision.line,
            "action": decision.action.value,
            "reason": reason[:300],
            "values": _values(decision, match),
            "before": _changes(decision, people),
            "person_id": decision.person_id,
            "fingerprint": fingerprint(facts) if decision.told else "",
        }
    for problem in read.problems:
        if problem.skipped:
            yield {"line": problem.line, "action": Action.SKIP.value, "reason": problem.reason[:300]}


def _changes(decision: Decision, people: Mapping[int, Held]) -> dict[str, list[Any]]:
    person = people.get(decision.person_id or 0)
    before = person.facts if person else decision.facts
    return held.changed(decision.changes, before, decision.facts)


def _values(decision: Decision, match: Match) -> dict[str, Any]:
    """What writing the row needs, and what the preview shows of it."""
    if decision.action is Action.ADD:
        return held.as_json(decision.facts)
    if decision.told is not None:
        others = match.others if match.person_id == decision.person_id else ()
        return {**held.as_json(decision.told), "perhaps": [decision.person_id, *others]}
    if decision.action is Action.MERGE:
        return {"name": decision.facts.name, "into_line": decision.into_line}
    if decision.person_id is None:
        return {"name": decision.facts.name}
    return {}


def _columns(table: Table) -> list[dict[str, Any]]:
    return [
        {"index": c.index, "heading": c.heading, "field": c.field, "sure": c.sure, "samples": list(c.samples)}
        for c in table.columns
    ]


def read_again(user: User, staged: Import, *, columns: Mapping[int, str], first_row: bool | None) -> Import:
    """Read a file that waits once more, with its columns as the seeker says; the new preview takes its place."""
    fresh = Import.objects.visible_to(user).filter(pk=staged.pk, written_at=None).exclude(file=None).first()
    if fresh is None or fresh.file is None:
        raise Refused(_("This file is not waiting any more. Drop it once more."))
    return read_file(user, name=fresh.file_name, data=bytes(fresh.file), columns=columns, first_row=first_row)


@transaction.atomic
def discard_import(user: User, staged: Import) -> None:
    """Forget a preview that was not written."""
    fresh = Import.objects.visible_to(user).filter(pk=staged.pk, written_at=None).first()
    if fresh is not None:
        _forget(fresh)


def _forget(staged: Import) -> None:
    staged.rows.all()._raw_delete(staged.rows.all().db)
    staged.delete()
