"""What the page of one talk shows, before it and after it."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.interview import mail, words
from halfhour.interview.actions import MAY_GO_ON
from halfhour.interview.confirming import confirmation_of
from halfhour.interview.home import home_of
from halfhour.interview.invitations import waiting_for
from halfhour.interview.models import Interview
from halfhour.interview.other_calendar import conflict_of
from halfhour.interview.rules import clock as talk_clock
from halfhour.interview.rules.formats import RULES, be_there_at, buffer_warning, confirm_window
from halfhour.mail.models import Mailbox
from halfhour.prepare.models import PlanLine
from halfhour.prepare.page import sheet_page
from halfhour.prepare.rules.question import Format

NEAR = timedelta(hours=12)


def describe_talk(talk: Interview) -> dict[str, Any]:
    now, start = clock.now(), words.local_start(talk)
    page: dict[str, Any] = {
        "talk": talk,
        "start": start,
        "day": words.day_in_words(start.date(), talk.owner.today),
        "theirs": words.their_time(talk),
        "where": words.where(talk),
        "no_place": words.needs_a_place(talk),
        "home": home_of(talk.owner),
        "waiting": waiting_for(talk),
        "both_changed": conflict_of(talk),
    }
    if talk.ended_at is not None:
        return page | _after(talk)
    plan = getattr(talk.approach, "plan", None) if talk.approach else None
    page |= {
        "unsaid": talk.started_at is None and now > talk.starts_at + timedelta(minutes=talk.minutes),
        "agreed_end": (talk.starts_at + timedelta(minutes=talk.minutes)).isoformat(),
        "be_there": be_there_at(start, talk.format),
        "buffer": neighbours(talk),
        "bring": bring(talk),
        "plan": plan,
        "plan_words": _plan_words(plan),
    }
    return page | _confirmation(talk)


def _after(talk: Interview) -> dict[str, Any]:
    return {
        "run": talk_clock.actual_run(
            started_at=talk.started_at or talk.starts_at,
            ended_at=talk.ended_at or talk.starts_at,
            agreed_minutes=talk.minutes,
            extended_at=talk.extended_at,
        ),
        "may_go_on": talk.kind == Interview.Kind.INTERVIEW
        and talk.ended_at is not None
        and clock.now() - talk.ended_at <= MAY_GO_ON,
    }


def _plan_words(plan: Any) -> str:
    if plan is None:
        return ""
    musts = plan.lines.filter(stage=PlanLine.Stage.CORE, must=True).count()
    if plan.ready_at is not None:
        return _("%(n)d questions are ready.") % {"n": musts}
    return _("A first set of %(n)d questions waits for your eye.") % {"n": musts}


def _confirmation(talk: Interview) -> dict[str, Any]:
    first, last = confirm_window(talk.starts_at)
    zone = clock.zone_of(talk.owner.seeker.timezone)
    now = clock.now()
    return {
        "confirmation": confirmation_of(talk),
        "confirm_now": now >= first,
        "may_send": "@" in talk.person.email and Mailbox.objects.filter(owner=talk.owner).exists(),
        "invited": mail.latest(talk),
        "confirm_words": _("One or two days before: between %(first)s and %(last)s.")
        % {"first": _moment(first.astimezone(zone)), "last": _moment(last.astimezone(zone))},
    }


def _moment(at: Any) -> str:
    return f"{words.date_format(at, 'l j F')}, {words.date_format(at, 'H:i')}"


def bring(talk: Interview) -> list[str]:
    """The checklist of this way of meeting, with what was chosen about the résumé."""
    things = list(RULES[Format(talk.format)].bring)
    chosen = getattr(talk.approach, "resume_choice", None) if talk.approach else None
    if chosen is not None:
        things = [t for t in things if "résumé" not in t]
        things.append(_("Your résumé: %(choice)s") % {"choice": chosen.get_choice_display()})
    return things


def neighbours(talk: Interview) -> str:
    """A warning when another talk of mine is too close; empty when there is room."""
    others = (
        Interview.objects.visible_to(talk.owner)
        .standing()
        .filter(ended_at=None, starts_at__range=(talk.starts_at - NEAR, talk.starts_at + NEAR))
        .exclude(pk=talk.pk)
    )
    return (
        buffer_warning(talk.starts_at, talk.minutes, list(others.values_list("starts_at", "minutes"))) or ""
    )


def sheet_of(talk: Interview) -> dict[str, Any]:
    """The printed sheet with the talk's own time, place and checklist."""
    page = sheet_page(talk.approach) if talk.approach else {"person": talk.person, "minutes": talk.minutes}
    start = words.local_start(talk)
    return page | {
        "talk": talk,
        "when": start,
        "where": words.where(talk),
        "theirs": words.their_time(talk),
        "be_there": be_there_at(start, talk.format),
        "bring": bring(talk),
        "minutes": talk.minutes,
        "time_sentence": talk_clock.time_sentence(talk.minutes, talk.owner.seeker.time_sentence),
    }
