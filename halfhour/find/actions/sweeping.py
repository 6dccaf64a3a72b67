"""Going through one's own people: do they do this work, and might they know someone who does?"""

from collections.abc import Collection
from datetime import date

from django.db import transaction

from halfhour import clock
from halfhour.choose.models import Candidate
from halfhour.due.actions import refresh
from halfhour.find.models import Acquaintance, NotIt, Person
from halfhour.history.actions import note


@transaction.atomic
def answer_sweep(
    person: Person,
    *,
    does_it: str | None = None,
    candidate: Candidate | None = None,
    may_know: Collection[Candidate] | None = None,
    not_it: Collection[Candidate] = (),
) -> Person:
    """Keep the answers to the two questions about one person. None leaves an answer as it is.

    does_it: a value of Person.DoesIt; candidate: which occupation, with "yes" and "past". may_know: for exactly which
    occupations they might know someone; each makes asking them due. not_it: which occupations they do not do; one that
    comes to the shortlist later is asked about then.
    """
    if not_it and person.candidate in not_it:
        does_it = Person.DoesIt.UNKNOWN if does_it is None else does_it
    if does_it is not None:
        person.does_it = does_it
        person.candidate = candidate if does_it in (Person.DoesIt.YES, Person.DoesIt.PAST) else None
    if may_know is not None:
        _mark(person, may_know)
    for work in not_it:
        NotIt.objects.get_or_create(
            person=person, candidate=work, defaults={"owner": person.owner, "at": clock.now()}
        )
    if does_it in (Person.DoesIt.YES, Person.DoesIt.PAST):
        NotIt.objects.filter(person=person, candidate=candidate).delete()
    person.swept_at = clock.now()
    person.save(update_fields=["does_it", "candidate", "swept_at"])
    note(person.owner, "find.swept", person, does_it=person.does_it, may_know=len(may_know or ()))
    refresh(person)
    return person


def _mark(person: Person, wanted: Collection[Candidate]) -> None:
    marks = {
        mark.candidate_id: mark
        for mark in Acquaintance.objects.filter(person=person).select_related("candidate")
    }
    for candidate in wanted:
        if marks.pop(candidate.pk, None) is None:
            refresh(
                Acquaintance.objects.create(
                    owner=person.owner, person=person, candidate=candidate, marked_at=clock.now()
                )
            )
    for mark in marks.values():
        if mark.asked_on is None:
            mark.taken_back = True
            refresh(mark)
            mark.delete()


@transaction.atomic
def mark_asked(
    acquaintance: Acquaintance, *, asked_on: date | None = None, answered_on: date | None = None
) -> Acquaintance:
    """The acquaintance was asked, or answered; dates already there stay."""
    acquaintance.asked_on = acquaintance.asked_on or asked_on
    acquaintance.answered_on = acquaintance.answered_on or answered_on
    acquaintance.save(update_fields=["asked_on", "answered_on"])
    note(acquaintance.owner, "find.acquaintance_asked", acquaintance)
    refresh(acquaintance)
    return acquaintance
