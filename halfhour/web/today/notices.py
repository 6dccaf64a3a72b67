"""What this computer may show as a notification while a page is open: what came to stand on Today since it was last shown.

Off until the seeker asks for it. However long the computer slept it is one summary; nothing comes at night, nor while they
talk to somebody. Nothing here says that it was shown: the page does, once it was.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from halfhour import clock
from halfhour.accounts.actions import describe_myself
from halfhour.accounts.models import Notices, User
from halfhour.due.lines import Line
from halfhour.due.models import Due
from halfhour.interview.models import Interview
from halfhour.web.today import agenda
from halfhour.web.today.morning import FROM, UNTIL

TALK_SOON = timedelta(minutes=30)
RUNS_ON = timedelta(hours=1)  # past the agreed end, before a talk that nobody ended counts as over
WENT_BACK = timedelta(days=1)  # how far to look when the clock went back behind what was shown
LONGEST = timedelta(hours=12)  # of one talk, with whatever was added


@dataclass(frozen=True)
class Notice:
    """title and body: two short texts; until: the instant they are true for."""

    title: str
    body: str
    until: datetime


def wish(user: User, kind: Notices) -> None:
    """Turn them on or off. What stands on Today already is not told again."""
    describe_myself(user, notices=kind, told_until=clock.now() if kind else None)


def shown(user: User, until: datetime) -> None:
    """It was on the screen: what stood on Today by then is not told again. Another window may have been first."""
    seeker, now = user.seeker, clock.now()
    told = seeker.told_until
    if told is not None and until <= now and not until <= told <= now:
        seeker.told_until = until
        seeker.save(update_fields=["told_until"])


def waiting(user: User, now: datetime) -> Notice | None:
    """What to show now; None when there is nothing, at night, or during a talk."""
    seeker = user.seeker
    here = now.astimezone(clock.zone_of(seeker.timezone))
    if not seeker.notices or seeker.told_until is None or not FROM <= here.time() < UNTIL:
        return None
    since = seeker.told_until if seeker.told_until <= now else now - WENT_BACK
    near = list(
        Interview.objects.visible_to(user)
        .standing()
        .filter(ended_at=None, starts_at__gt=now - LONGEST, starts_at__lte=now + TALK_SOON)
        .select_related("person")
    )
    if any(is_running(talk, now) for talk in near):
        return None
    rows = Due.objects.visible_to(user).open().by(now)
    fresh = Q(shows_at__gt=since) | Q(overdue_at__gt=since, overdue_at__lte=now)
    first, more = agenda.most_urgent(list(rows.filter(fresh)), now)
    lines = agenda.lines_of(user, first, now)
    soon = [talk for talk in near if talk.starts_at > now and talk.starts_at - TALK_SOON > since]
    other = [line for line in lines if not (soon and line.kind == "interview.talk")]
    if seeker.notices == Notices.NAMES:
        body = first_and_more(
            [*(begins(talk, here, names=True) for talk in soon), *map(headline, other)], more
        )
    else:
        waits = len(other) + more
        count = ngettext("%(n)d thing waits for you.", "%(n)d things wait for you.", waits) % {"n": waits}
        told = [*(begins(talk, here, names=False) for talk in soon), *([count] if waits else [])]
        body = " ".join(told)
    return Notice("Halfhour", body, now) if body else None


def headline(line: Line) -> str:
    return line.headline or line.text


def first_and_more(told: list[str], more: int) -> str:
    """The first of them, and how many more there are; more: beyond these."""
    if len(told) + more < 2:
        return "".join(told)
    rest = len(told) - 1 + more
    others = ngettext("And %(n)d more thing waits.", "And %(n)d more things wait.", rest) % {"n": rest}
    return f"{told[0].rstrip('.')}. {others}"


def is_running(talk: Interview, now: datetime) -> bool:
    """They talk, or it is the agreed time for it."""
    begun = talk.started_at or talk.starts_at
    return begun <= now < talk.agreed_end_at + (RUNS_ON if talk.started_at else timedelta(0))


def begins(talk: Interview, here: datetime, *, names: bool) -> str:
    at = date_format(talk.starts_at.astimezone(here.tzinfo), "H:i")
    if names:
        return _("You talk to %(name)s at %(at)s.") % {"name": talk.person.name, "at": at}
    return _("A talk begins at %(at)s.") % {"at": at}
