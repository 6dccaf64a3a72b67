"""Practising a call: each one that came to its end is counted."""

from django.db import transaction

from halfhour import clock
from halfhour.contact.models import Approach, Rehearsal
from halfhour.contact.rules.rehearsal import BY_KEY
from halfhour.history.actions import note


@transaction.atomic
def record_rehearsal(approach: Approach, *, key: str, character: str, seconds: int) -> Rehearsal:
    """A rehearsal was finished. The same key is the same rehearsal."""
    row, made = Rehearsal.objects.get_or_create(
        owner=approach.owner,
        key=key,
        defaults={
            "approach": approach,
            "character": BY_KEY[character].key,
            "seconds": seconds,
            "at": clock.now(),
        },
    )
    if made:
        note(approach.owner, "contact.rehearsed", approach, character=character)
    return row
