"""What a talk makes due in this step: writing it down the same day, and what was promised by a day."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.rules.in_a_sentence import those_who
from halfhour.due.days import day_ends, day_starts
from halfhour.due.lines import Line
from halfhour.due.models import Due
from halfhour.due.registry import Wanted
from halfhour.interview.models import Interview
from halfhour.record.models import Advice, Debrief
from halfhour.record.rules.debrief import due_on


def wanted_for_interview(interview: Interview) -> Iterator[Wanted]:
    """Due from the end of the talk, overdue when its local day is over; never for practice."""
    if interview.ended_at is None or interview.kind == Interview.Kind.PRACTICE:
        return
    if Debrief.objects.filter(interview=interview, recorded_at__isnull=False).exists():
        return
    zone = interview.owner.seeker.timezone
    ended_on = interview.ended_at.astimezone(clock.zone_of(zone)).date()
    yield Wanted("record.debrief", due_at=interview.ended_at, overdue_at=day_ends(due_on(ended_on), zone))


def wanted_for_advice(advice: Advice) -> Iterator[Wanted]:
    """What I promised or mean to do by a day."""
    if advice.by is None or advice.done_at is not None or advice.kind == Advice.Kind.OFFER:
        return
    zone = advice.owner.seeker.timezone
    yield Wanted("record.advice", due_at=day_starts(advice.by, zone), overdue_at=day_ends(advice.by, zone))


def lines(user: User, rows: Sequence[Due], now: datetime) -> list[Line]:
    """The lines of Today for this step's rows; three queries, however many rows."""
    talks = Interview.objects.visible_to(user).select_related("person", "candidate")
    by_talk = talks.in_bulk({r.subject_id for r in rows if r.kind == "record.debrief"})
    advice = Advice.objects.visible_to(user).select_related("interview__person")
    by_advice = advice.in_bulk({r.subject_id for r in rows if r.kind == "record.advice"})
    made = []
    for row in rows:
        if row.kind == "record.debrief" and row.subject_id in by_talk:
            made.append(_debrief(row, by_talk[row.subject_id], now))
        elif row.kind == "record.advice" and row.subject_id in by_advice:
            made.append(_advice(row, by_advice[row.subject_id], now))
    return made


def _is_overdue(row: Due, now: datetime) -> bool:
    return row.overdue_at is not None and now >= row.overdue_at


def _debrief(row: Due, talk: Interview, now: datetime) -> Line:
    name = talk.person.name
    return Line(
        kind=row.kind,
        due_at=row.due_at,
        overdue=_is_overdue(row, now),
        overdue_at=row.overdue_at,
        shows_at=row.shows_at,
        person=name,
        text=_("Write down what %(name)s told you.") % {"name": name},
        context=_("%(minutes)s minutes about %(words)s on %(day)s; ten minutes are enough")
        % {
            "minutes": talk.actual_minutes,
            "words": those_who(talk.candidate.words),
            "day": f"{date_format(talk.on, 'l')} {date_format(talk.on, 'j F')}",
        },
        why=_("Today you still hear their words. Half of it can wait; it is saved as you go."),
        url=reverse("record:debrief", args=[talk.pk]),
        action=_("Write it down"),
        headline=_("You talked to %(name)s: write it down while you hear it.") % {"name": name},
    )


def _advice(row: Due, advice: Advice, now: datetime) -> Line:
    name = advice.interview.person.name
    promised = advice.kind == Advice.Kind.PROMISE
    return Line(
        kind=row.kind,
        due_at=row.due_at,
        overdue=_is_overdue(row, now),
        overdue_at=row.overdue_at,
        shows_at=row.shows_at,
        person=name,
        text=advice.text,
        context=_("You promised %(name)s.") % {"name": name}
        if promised
        else _("%(name)s advised it.") % {"name": name},
        why=_("Advice that was followed is the best thank-you."),
        url=reverse("record:index") + "#promises",
        action=_("See what you meant to do"),
        headline=_("You promised %(name)s something for today.") % {"name": name} if promised else "",
    )
