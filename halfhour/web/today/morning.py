"""What is due, by mail in the morning, to oneself: with what was promised, the number, and the reason of each line.

Off until the seeker asks for it. One message a day whatever the clock does: its key is the day. It goes into the outbox
like every other; nothing here says that it was sent.
"""

from datetime import datetime, time, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from halfhour import clock
from halfhour.due.lines import Line
from halfhour.due.models import Due
from halfhour.mail import outbox
from halfhour.mail.models import Mailbox
from halfhour.refused import Refused
from halfhour.web.today import agenda

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
            body=text_of(lines, here, more),
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


def text_of(lines: list[Line], here: datetime, more: int = 0) -> str:
    """Each line with its context and its reason; plain text, no address of the program in it.

    more: how many things are due beyond these lines.
    """
    due = len(lines) + more
    count = ngettext("%(n)d thing is due.", "%(n)d things are due.", due) % {"n": due}
    parts = [f"{date_format(here, 'l j F')}. {count}"]
    for line in lines:
        late = _(" (late)") if line.overdue else ""
        parts.append(
            "\n".join(filter(None, [f"* {line.text.rstrip('.')}{late}", _in(line.context), _in(line.why)]))
        )
    if more:
        left = ngettext("%(n)d more follows on Today.", "%(n)d more follow on Today.", more) % {"n": more}
        parts.append(left)
    parts.append(_("You asked for this list under “Your data”; you can stop it there."))
    return "\n\n".join(parts)


def _in(text: str) -> str:
    return f"  {text}" if text else ""
