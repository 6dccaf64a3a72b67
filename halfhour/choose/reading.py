"""What a seeker reads, and the associations and magazines they hear of: added, read, noted, taken off."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate, Reading
from halfhour.history.actions import note as remember
from halfhour.refused import Refused


@transaction.atomic
def add_reading(
    user: User, *, kind: str, title: str, candidate: Candidate | None = None, by: str = "", address: str = ""
) -> Reading:
    """Put something on the reading list; the same title again fills in what was missing."""
    title = " ".join(title.split())[:300]
    if not title:
        raise Refused(_("Write its title or its name."))
    mine = Reading.objects.visible_to(user).filter(kind=kind, candidate=candidate)
    found = mine.filter(title__iexact=title).first()
    if found is None:
        found = Reading.objects.create(
            owner=user,
            kind=kind,
            candidate=candidate,
            title=title,
            by=by,
            address=address,
            added_at=clock.now(),
        )
        remember(user, "choose.reading_added", found, kind=kind)
    elif by or address:
        found.by, found.address = by or found.by, address or found.address
        found.save(update_fields=["by", "address"])
    return found


@transaction.atomic
def hear_of(
    candidate: Candidate, *, kind: str, titles: Sequence[str], told_by: str, told_by_person: int | None = None
) -> list[Reading]:
    """What somebody named in a talk about this occupation goes on its list, with who named it.

    What the same person named before and no longer does goes again, unless it was read or has a note: called with the
    whole list each time a debrief is saved, this leaves exactly what the debrief says.
    """
    wanted = list(
        dict.fromkeys(" ".join(title.split())[:300] for title in titles if title and not title.isspace())
    )
    here = {r.title.casefold(): r for r in candidate.readings.filter(kind=kind)}
    found = []
    for title in wanted:
        row = here.pop(title.casefold(), None)
        if row is None:
            row = add_reading(candidate.owner, kind=kind, title=title, candidate=candidate)
            row.told_by, row.told_by_person = told_by[:200], told_by_person
            row.save(update_fields=["told_by", "told_by_person"])
        found.append(row)
    for row in here.values():
        theirs = row.told_by == told_by and row.told_by_person == told_by_person
        if told_by and theirs and row.read_at is None and not row.note:
            row.delete()
    return found


@transaction.atomic
def note_reading(reading: Reading, *, read: bool, note: str) -> Reading:
    """Say that it was read, or not yet, and what to remember of it."""
    if read and reading.read_at is None:
        reading.read_at = clock.now()
    elif not read:
        reading.read_at = None
    reading.note = note.strip()
    reading.save(update_fields=["read_at", "note"])
    remember(reading.owner, "choose.reading_noted", reading, read=read)
    return reading


@transaction.atomic
def remove_reading(reading: Reading) -> None:
    remember(reading.owner, "choose.reading_removed", reading)
    reading.delete()
