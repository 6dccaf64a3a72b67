"""Today: the open due rows of one person as lines, most urgent first, for the page, the command and the digest."""

import importlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.due.lines import Line
from halfhour.due.models import Due
from halfhour.steps import STEPS
from halfhour.web.your_data import retention

STRIP_DAYS = 14
MOST_AT_ONCE = 60  # nobody does more in a day; the rest follows as these are done
FAR = timedelta(days=3650)


@dataclass(frozen=True)
class StripDay:
    """One day of the two-week strip. promises and talks: what falls on it, in words."""

    on: date
    today: bool
    off: bool
    promises: tuple[str, ...]
    talks: tuple[str, ...]


def lines_due(user: User, by: datetime) -> list[Line]:
    """What stands on Today at this instant: overdue first, then by when it becomes late, then by when it was due."""
    return lines_of(user, list(Due.objects.visible_to(user).open().by(by)), by)


def lines_of(user: User, rows: Sequence[Due], now: datetime) -> list[Line]:
    by_step: dict[str, list[Due]] = defaultdict(list)
    for row in rows:
        by_step[row.step].append(row)
    lines: list[Line] = []
    for name in (*(step.name for step in STEPS), "mail"):
        if by_step[name]:
            lines += importlib.import_module(f"halfhour.{name}.due").lines(user, by_step[name], now)
    return sorted(lines, key=urgency)


def most_urgent(rows: Sequence[Due], now: datetime) -> tuple[list[Due], int]:
    """The first of these rows in the order of Today, and how many are left."""
    wait = [row for row in rows if row.kind != retention.KIND]
    wait.sort(key=lambda row: (not is_late(row, now), row.overdue_at or row.due_at + FAR, row.due_at))
    return wait[:MOST_AT_ONCE], len(wait[MOST_AT_ONCE:])


def is_late(row: Due, now: datetime) -> bool:
    return row.overdue_at is not None and row.overdue_at <= now


def urgency(line: Line) -> tuple[bool, datetime, datetime]:
    return (not line.overdue, line.overdue_at or line.due_at + FAR, line.due_at)


def page(user: User, now: datetime) -> dict[str, Any]:
    """Everything Today shows, from one look at the due rows of the next two weeks."""
    zone = clock.zone_of(user.seeker.timezone)
    today = now.astimezone(zone).date()
    rows = list(Due.objects.visible_to(user).open().by(now + timedelta(days=STRIP_DAYS)))
    first, more = most_urgent([row for row in rows if row.shows_at <= now], now)
    coming, _later = most_urgent([row for row in rows if row.shows_at > now], now)
    every = lines_of(user, [*first, *coming], now)
    lines = [line for line in every if (line.shows_at or line.due_at) <= now]
    strip = strip_of(every, today, zone)
    return {
        "lines": [
            {**vars(line), "text": line.text.rstrip("."), "when": when(line, now, zone)} for line in lines
        ],
        "headline": lines[0].headline or lines[0].text + "." if lines else quiet_headline(every, now),
        "lead": lead(
            lines,
            today,
            coming=next((line for line in every if line not in lines), None),
            zone=zone,
            more=more,
        ),
        "more": more,
        "strip": strip,
        "strip_used": bool(every),
        "time_over": retention.waiting(user, rows),
    }


def when(line: Line, now: datetime, zone: Any) -> str:
    """late; today; by 10:30 tomorrow; when you like. A day before it is due, the due time counts, after it the late one."""
    if line.overdue:
        return _("late")
    if line.overdue_at is None:
        return _("when you like")
    today = now.astimezone(zone).date()
    late = (line.due_at if line.due_at > now else line.overdue_at).astimezone(zone)
    last = (late - timedelta(seconds=1)).date()
    hour = "" if (late.hour, late.minute) == (0, 0) else f" {date_format(late, 'H:i')}"
    if last == today:
        return _("today") if not hour else _("by%(hour)s today") % {"hour": hour}
    if last == today + timedelta(days=1):
        return _("by%(hour)s tomorrow") % {"hour": hour} if hour else _("by tomorrow")
    return _("by %(day)s") % {"day": date_format(last, "j M")}


def lead(lines: Sequence[Line], today: date, *, coming: Line | None, zone: Any, more: int = 0) -> str:
    """more: how many wait beyond these lines. Monday 23 November. 2 things wait. With nothing due, what comes next and when."""
    day = f"{date_format(today, 'l j F')}."
    late = sum(line.overdue for line in lines)
    rest = len(lines) - late + more
    parts = []
    if late:
        parts.append(ngettext("%(n)d thing is late", "%(n)d things are late", late) % {"n": late})
    if rest:
        parts.append(ngettext("%(n)d thing waits", "%(n)d things wait", rest) % {"n": rest})
    if not parts and coming is not None:
        on = date_format(coming.due_at.astimezone(zone), "l j F")
        return _("%(day)s Next: %(text)s, %(on)s.") % {"day": day, "text": coming.text.rstrip("."), "on": on}
    if not parts:
        return _("%(day)s Nothing waits for you.") % {"day": day}
    return f"{day} {', '.join(parts)}."


def quiet_headline(coming: Sequence[Line], now: datetime) -> str:
    if coming:
        return _("Nothing is due today.")
    return _("Here is the next useful thing.")


def strip_of(lines: Sequence[Line], today: date, zone: Any) -> list[StripDay]:
    """The next two weeks. What is late or has no day of its own stands on today."""
    promises: dict[date, list[str]] = defaultdict(list)
    talks: dict[date, list[str]] = defaultdict(list)
    for line in lines:
        on = max(line.due_at.astimezone(zone).date(), today)
        (talks if line.kind == "interview.talk" else promises)[on].append(line.text.rstrip("."))
    days = [today + timedelta(days=n) for n in range(STRIP_DAYS)]
    return [StripDay(d, d == today, d.weekday() >= 5, tuple(promises[d]), tuple(talks[d])) for d in days]
