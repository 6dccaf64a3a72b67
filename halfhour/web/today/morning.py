"""What is due, by mail in the morning, to oneself: with what was promised, the number, the last contact and how to begin.

Off until the seeker asks for it. One message a day whatever the clock does: its key is the day. It goes into the outbox
like every other; nothing here says that it was sent.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from halfhour import clock
from halfhour.contact.before_calling import BEFORE_A_CALL, before_calling
from halfhour.due.lines import Line
from halfhour.due.models import Due
from halfhour.mail import outbox
from halfhour.mail.models import Mailbox
from halfhour.refused import Refused
from halfhour.web.today import agenda

MOST_CALLS = 20
FROM, UNTIL = time(7), time(20)  # a computer that wakes late still tells; at night nobody is told


def send_lists() -> None:
    """For the tick: put today's list on its way for everyone who wants it and has not got it yet."""
    for box in Mailbox.objects.exclude(owner__morning=None).select_related("owner__seeker", "owner__morning"):
        send_list(box)


def send_list(box: Mailbox) -> bool:
    user, now = box.owner, clock.now()
    here = now.astimezone(clock.zone_of(user.seeker.timezone))
    if not FROM <= here.time() < UNTIL or box.owner.morning.since > now - timedelta(hours=1):
        return False
    first, more = agenda.most_urgent(list(Due.objects.visible_to(user).open().by(now)), now)
    lines = agenda.lines_of(user, first, now)
    if not lines:
        return False
    try:
        outbox.queue(
            user,
            key=f"morning-{here.date().isoformat()}",
            recipient=box.address,
            subject=subject_of(lines),
            body=text_of(lines, here, more, before_calling(user, calls_in(lines))),
            what="morning",
            automatic=True,
            at_any_hour=True,
        )
    except Refused:
        return False
    return True


def subject_of(lines: list[Line]) -> str:
    first = lines[0].headline or lines[0].text
    return _("Today: %(first)s") % {"first": first.rstrip(".")}


def calls_in(lines: Sequence[Line]) -> list[int]:
    """The approaches whose line asks for a call, at most as many as anyone makes in a day."""
    calls = [line.subject_id for line in lines if line.kind in BEFORE_A_CALL and line.subject_id]
    return calls[:MOST_CALLS]


def text_of(
    lines: list[Line], here: datetime, more: int = 0, at_hand: Mapping[int, Sequence[str]] | None = None
) -> str:
    """Each line with its context and its reason; plain text, no address of the program in it.

    more: how many things are due beyond these lines; at_hand: by approach, what to have at hand before a call.
    """
    due = len(lines) + more
    count = ngettext("%(n)d thing is due.", "%(n)d things are due.", due) % {"n": due}
    parts = [f"{date_format(here, 'l j F')}. {count}"]
    for line in lines:
        late = _(" (late)") if line.overdue else ""
        further = (at_hand or {}).get(line.subject_id or 0, ()) if line.kind in BEFORE_A_CALL else ()
        told = [_in(text) for text in (line.context, line.why, *further)]
        parts.append("\n".join(filter(None, [f"* {line.text.rstrip('.')}{late}", *told])))
    if more:
        left = ngettext("%(n)d more follows on Today.", "%(n)d more follow on Today.", more) % {"n": more}
        parts.append(left)
    parts.append(_("You asked for this list under “Your data”; you can stop it there."))
    return "\n\n".join(parts)


def _in(text: str) -> str:
    return f"  {text}" if text else ""
