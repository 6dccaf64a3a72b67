"""Keeping the due rows true to the facts: every action rewrites the rows of what it touched."""

from collections.abc import Iterable
from datetime import datetime

from django.db import models

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.due.models import Due
from halfhour.due.registry import Wanted, providers_of


def rewrite(owner: User, thing: models.Model, wanted: Iterable[Wanted], *, step: str) -> None:
    """Make the open due rows of one thing, of one step, exactly those wanted.

    A row no longer wanted is marked done, one wanted again is opened again. Call it inside the action's transaction.
    """
    subject, now = thing._meta.label_lower, clock.now()
    by_kind = {w.kind: w for w in wanted}
    rows = Due.objects.filter(owner=owner, subject=subject, subject_id=thing.pk, kind__startswith=f"{step}.")
    for row in rows:
        want = by_kind.pop(row.kind, None)
        if want is None:
            if row.done_at is None:
                row.done_at = now
                row.save(update_fields=["done_at"])
        elif (times(row), row.done_at) != (times(want), None):
            (row.shows_at, row.due_at, row.overdue_at), row.done_at = times(want), None
            row.save(update_fields=["shows_at", "due_at", "overdue_at", "done_at"])
    Due.objects.bulk_create(fresh(owner, subject, thing.pk, want) for want in by_kind.values())


def times(of: Due | Wanted) -> tuple[datetime, datetime, datetime | None]:
    return (of.shows_at or of.due_at, of.due_at, of.overdue_at)


def fresh(owner: User, subject: str, subject_id: int, want: Wanted) -> Due:
    shows_at, due_at, overdue_at = times(want)
    return Due(
        owner=owner,
        kind=want.kind,
        subject=subject,
        subject_id=subject_id,
        shows_at=shows_at,
        due_at=due_at,
        overdue_at=overdue_at,
    )


def refresh(thing: models.Model) -> None:
    """Rewrite the due rows of one thing, for every step that has something to say about it.

    Later steps take part without earlier ones knowing them: ending a talk makes the debrief and the thank-you due.
    """
    for step, wanted in providers_of(thing._meta.label_lower):
        rewrite(thing.owner, thing, wanted(thing), step=step)  # type: ignore[attr-defined]  # every step's row has one
