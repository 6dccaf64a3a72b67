"""What the second step makes due: asking someone who may know a person doing the work."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.rules.in_a_sentence import those_who
from halfhour.due.days import day_starts
from halfhour.due.lines import Line
from halfhour.due.models import Due
from halfhour.due.registry import Wanted
from halfhour.find.models import Acquaintance

ASK_ACQUAINTANCE = "find.ask_acquaintance"


def wanted_for_acquaintance(acquaintance: Acquaintance) -> Iterable[Wanted]:
    """From the day of the mark until they were asked. It is never late: asking a favour waits for a good moment."""
    person = acquaintance.person
    gone = person.removed_at or person.do_not_contact_at or acquaintance.candidate.dropped_at
    if acquaintance.taken_back or acquaintance.asked_on is not None or gone:
        return
    zone = acquaintance.owner.seeker.timezone
    marked_on = acquaintance.marked_at.astimezone(clock.zone_of(zone)).date()
    yield Wanted(ASK_ACQUAINTANCE, day_starts(marked_on, zone))


def lines(user: User, rows: Sequence[Due], now: datetime) -> list[Line]:
    """Two sentences and a button for each acquaintance; one query for all of them."""
    marked = Acquaintance.objects.visible_to(user).select_related("person", "candidate")
    by_pk = marked.in_bulk([row.subject_id for row in rows])
    found = []
    for row in rows:
        known = by_pk.get(row.subject_id)
        if known is None:
            continue
        names = {
            "person": known.person.name,
            "work": known.candidate.words,
            "them": those_who(known.candidate.words),
        }
        found.append(
            Line(
                kind=row.kind,
                due_at=row.due_at,
                overdue_at=row.overdue_at,
                shows_at=row.shows_at,
                overdue=row.overdue_at is not None and row.overdue_at <= now,
                text=_("Ask %(person)s who they know: %(work)s") % names,
                why=_(
                    "You said they might know someone. People answer a friend of a friend more readily than a stranger."
                ),
                url=reverse("find:person", args=[known.person_id]) + "#may-know",
                action=_("Ask them"),
                person=known.person.name,
                headline=_("%(person)s might know someone who could tell you about %(them)s.") % names,
            )
        )
    return found
