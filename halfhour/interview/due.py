"""What an agreed talk makes due: the confirmation a day or two before, and the talk on its day."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from halfhour.accounts.models import User
from halfhour.contact.holidays_of import working_days_of
from halfhour.contact.rules.meeting import confirm_on
from halfhour.due.days import day_ends, day_starts
from halfhour.due.lines import Line
from halfhour.due.models import Due
from halfhour.due.registry import Wanted
from halfhour.interview.models import Interview
from halfhour.interview.rules.formats import be_there_at, needs_confirmation
from halfhour.interview.words import day_in_words, local_start, plain_day, where

SOON = timedelta(hours=1)


def wanted_for_interview(interview: Interview) -> Iterator[Wanted]:
    if interview.cancelled_at or interview.missed_at or interview.ended_at:
        return
    seeker = interview.owner.seeker
    zone = seeker.timezone
    start = local_start(interview)
    on = start.date()
    yield Wanted(
        "interview.talk",
        due_at=min(day_starts(on, zone), interview.starts_at - SOON),
        overdue_at=interview.starts_at + timedelta(minutes=interview.minutes),
    )
    asked = interview.proposed.filter(decided_at=None).order_by("came_at").first()
    if asked is not None and not interview.started_at:
        yield Wanted("interview.answer", due_at=asked.came_at)
    if interview.started_at or interview.confirmed_at:
        return
    if not needs_confirmation(agreed_at=interview.agreed_at, start=interview.starts_at):
        return
    day = confirm_on(on, working_days_of(seeker, on), days_before=seeker.confirm_days)
    yield Wanted("interview.confirm", due_at=day_starts(day, zone), overdue_at=day_ends(day, zone))


def lines(user: User, rows: Sequence[Due], now: datetime) -> list[Line]:
    """The lines of Today for this step's rows; two queries, however many rows."""
    found = Interview.objects.visible_to(user).with_people().in_bulk({r.subject_id for r in rows})
    made = []
    for row in rows:
        interview = found.get(row.subject_id)
        if interview is None:
            continue
        interview.owner = user
        if (
            row.kind == "interview.confirm"
            and local_start(interview).date() <= now.astimezone(local_start(interview).tzinfo).date()
        ):
            continue  # on its day the talk itself stands there; nobody confirms at the door
        if row.kind == "interview.answer":
            line: Line | None = _answer(row, interview, now)
        elif row.kind == "interview.talk":
            line = _talk(row, interview, now)
        else:
            line = _confirm(row, interview, now, user)
        if line is not None:
            made.append(line)
    return made


def _talk(row: Due, interview: Interview, now: datetime) -> Line:
    name, start = interview.person.name, local_start(interview)
    at = date_format(start, "H:i")
    if interview.started_at is not None:
        return Line(
            kind=row.kind,
            due_at=row.due_at,
            overdue=False,
            overdue_at=None,
            person=name,
            shows_at=row.shows_at,
            text=_("Your talk with %(name)s is running.") % {"name": name},
            context=_("%(minutes)d minutes were agreed.") % {"minutes": interview.minutes},
            why=_("Keep to the time you asked for; they may offer more."),
            url=reverse("interview:live", args=[interview.pk]),
            action=_("Back to the talk"),
            headline=_("You are talking to %(name)s.") % {"name": name},
        )
    over = now > interview.starts_at + timedelta(minutes=interview.minutes)
    if over:
        return Line(
            kind=row.kind,
            due_at=row.due_at,
            overdue=True,
            overdue_at=row.overdue_at,
            person=name,
            shows_at=row.shows_at,
            text=_("Say whether the talk with %(name)s took place.") % {"name": name},
            context=_("It was set for %(day)s at %(at)s.") % {"day": plain_day(start.date()), "at": at},
            why=_("What they told you is fresh for a day. If it fell through, agree on another time."),
            url=reverse("interview:interview", args=[interview.pk]),
            action=_("Say how it went"),
            headline=_("Did you and %(name)s talk?") % {"name": name},
        )
    day = day_in_words(start.date(), now.astimezone(start.tzinfo).date())
    early = be_there_at(start, interview.format)
    context = where(interview)
    if early is not None:
        context += ". " + _("Be there at %(at)s.") % {"at": date_format(early, "H:i")}
    return Line(
        kind=row.kind,
        due_at=row.due_at,
        overdue=False,
        overdue_at=row.overdue_at,
        person=name,
        shows_at=row.shows_at,
        text=_("Talk to %(name)s at %(at)s, for %(minutes)d minutes.")
        % {"name": name, "at": at, "minutes": interview.minutes},
        context=context,
        why=_("%(minutes)d minutes, as agreed. You ask, they talk.") % {"minutes": interview.minutes},
        url=reverse("interview:interview", args=[interview.pk]),
        action=_("Open the talk"),
        headline=_("You talk to %(name)s %(day)s at %(at)s.") % {"name": name, "day": day, "at": at},
    )


def _answer(row: Due, interview: Interview, now: datetime) -> Line:
    name, start = interview.person.name, local_start(interview)
    day = day_in_words(start.date(), now.astimezone(start.tzinfo).date())
    return Line(
        kind=row.kind,
        due_at=row.due_at,
        overdue=False,
        person=name,
        shows_at=row.shows_at,
        text=_("Read what the calendar of %(name)s answered.") % {"name": name},
        context=_("About your talk %(day)s at %(at)s.") % {"day": day, "at": date_format(start, "H:i")},
        why=_("It may be a yes, a no or another time. Nothing changes before you say so."),
        url=reverse("interview:interview", args=[interview.pk]),
        action=_("Look"),
        headline=_("%(name)s answered your invitation.") % {"name": name},
    )


def _confirm(row: Due, interview: Interview, now: datetime, user: User) -> Line | None:
    if now >= interview.starts_at:
        return None
    name, start = interview.person.name, local_start(interview)
    day = day_in_words(start.date(), now.astimezone(start.tzinfo).date())
    at = date_format(start, "H:i")
    return Line(
        kind=row.kind,
        due_at=row.due_at,
        person=name,
        shows_at=row.shows_at,
        overdue=row.overdue_at is not None and now >= row.overdue_at,
        overdue_at=row.overdue_at,
        text=_("Confirm the talk with %(name)s.") % {"name": name},
        context=_("%(day)s at %(at)s, %(where)s")
        % {"day": plain_day(start.date()), "at": at, "where": where(interview)},
        why=_("A line one or two days before spares you both a wasted half hour."),
        url=reverse("interview:interview", args=[interview.pk]) + "#confirm",
        action=_("Write the confirmation"),
        headline=_("You talk to %(name)s %(day)s: confirm it now.") % {"name": name, "day": day},
    )
