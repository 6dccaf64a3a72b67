"""The next step for one occupation, from what is stored: for its page and for the command line."""

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate, Known, Reading
from halfhour.contact.holidays_of import working_days_of
from halfhour.contact.models import Approach
from halfhour.decide.heard import Heard
from halfhour.decide.models import Judgement
from halfhour.decide.rules.next_step import NextStep, OccupationFacts, Step, Underway, next_for_occupation
from halfhour.due.models import Due

IN_WORDS = {
    Step.CHOOSE_OCCUPATION: _("Say which occupation it is"),
    Step.READ_ABOUT_IT: _("Read about it"),
    Step.SAY_WHAT_YOU_EXPECT: _("Say what you expect"),
    Step.FIND_NAMES: _("Find people who do it"),
    Step.ASK_SOMEONE: _("Ask someone"),
    Step.FOLLOW_UP: _("Go on with whom you asked"),
    Step.DECIDE: _("Say what became of it"),
    Step.NOTHING: _("Nothing"),
}


def candidates_with_reading(user: User) -> QuerySet[Candidate]:
    """The occupations of one person, each with `has_read`: a text read or a fact marked as known."""
    known = Known.objects.filter(candidate=OuterRef("pk"))
    read = Reading.objects.filter(candidate=OuterRef("pk")).exclude(read_at=None)
    return Candidate.objects.visible_to(user).annotate(has_read=Exists(known) | Exists(read))


def next_step_of(user: User, heard: Heard) -> NextStep:
    """One query. heard: of a candidate from `candidates_with_reading`; whoever is being asked is no further name.

    A line of expectation, a text read or a fact marked as known counts as having read about it.
    """
    candidate, stop = heard.candidate, heard.stop
    agreed = [Underway(t.name, t.on) for t in heard.could_tell if t.on is not None]
    waiting = (*underway(user, candidate), *agreed)
    asked = {w.person for w in waiting}
    names = [t.name for t in heard.could_tell if t.on is None and t.name not in asked]
    return next_for_occupation(
        OccupationFacts(
            name=candidate.words,
            coded=candidate.occupation_id is not None or candidate.parent_id is not None,
            read=candidate.has_read or bool(candidate.expectation),  # type: ignore[attr-defined]  # annotated
            expectation=bool(candidate.expectation),
            names=len(names),
            first_name=names[0] if names else "",
            underway=waiting,
            talks=stop.talks,
            talks_needed=stop.needed,
            enough=stop.enough,
            judged=heard.judgement is not None and heard.judgement.outcome != Judgement.Outcome.NEED_MORE,
            dropped=candidate.dropped_at is not None,
        ),
        today=user.today,
        working_days=working_days_of(user.seeker, user.today),
    )


def underway(user: User, candidate: Candidate) -> list[Underway]:
    """Everyone who is being asked about it, with the day of the next move."""
    zone = clock.zone_of(user.seeker.timezone)
    approaches = Approach.objects.visible_to(user).open().filter(candidate=candidate)
    name = approaches.filter(pk=OuterRef("subject_id")).values("person__name")[:1]
    rows = (
        Due.objects.visible_to(user)
        .open()
        .filter(subject="contact.approach", subject_id__in=approaches.values("pk"))
        .annotate(person=Subquery(name))
    )
    return [Underway(row.person, row.due_at.astimezone(zone).date()) for row in rows]
