"""What an agreed talk makes due in this step: questions chosen, two working days before."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.rules.in_a_sentence import those_who
from halfhour.contact.holidays_of import working_days_of
from halfhour.contact.rules.meeting import PREPARE_WORKING_DAYS_BEFORE
from halfhour.due.days import day_starts
from halfhour.due.lines import Line
from halfhour.due.models import Due
from halfhour.due.registry import Wanted
from halfhour.prepare.models import Plan


def wanted_for_plan(plan: Plan) -> Iterator[Wanted]:
    """plan.talk_at is told by a later step; without a coming talk nothing is due."""
    if plan.talk_at is None or plan.ready_at is not None:
        return
    if plan.approach.talked_at is not None or plan.approach.closed_at is not None:
        return
    seeker = plan.owner.seeker
    day = plan.talk_at.astimezone(clock.zone_of(seeker.timezone)).date()
    calendar = working_days_of(seeker, day)
    for _before in range(PREPARE_WORKING_DAYS_BEFORE):
        day = calendar.on_or_before(day - timedelta(days=1))
    yield Wanted("prepare.plan", due_at=day_starts(day, seeker.timezone), overdue_at=plan.talk_at)


def lines(user: User, rows: Sequence[Due], now: datetime) -> list[Line]:
    """The lines of Today for this step's rows; one query, however many rows."""
    plans = (
        Plan.objects.visible_to(user)
        .select_related("approach__person", "approach__candidate")
        .in_bulk({r.subject_id for r in rows})
    )
    zone = clock.zone_of(user.seeker.timezone)
    made = []
    for row in rows:
        plan = plans.get(row.subject_id)
        if plan is None or plan.talk_at is None or now >= plan.talk_at:
            continue
        name, start = plan.approach.person.name, plan.talk_at.astimezone(zone)
        when = f"{date_format(start, 'l')} {date_format(start, 'j F')}, {date_format(start, 'H:i')}"
        made.append(
            Line(
                kind=row.kind,
                due_at=row.due_at,
                overdue=False,
                overdue_at=row.overdue_at,
                shows_at=row.shows_at,
                person=name,
                text=_("Choose your questions for %(name)s.") % {"name": name},
                context=_("%(when)s, %(minutes)d minutes about %(words)s")
                % {"when": when, "minutes": plan.minutes, "words": those_who(plan.approach.candidate.words)},
                why=_("A first set is ready. Ten minutes now decide what twenty minutes will tell you."),
                url=reverse("prepare:plan", args=[plan.approach_id]),
                action=_("Look at the questions"),
                headline=_("You talk to %(name)s soon: choose your questions.") % {"name": name},
            )
        )
    return made
