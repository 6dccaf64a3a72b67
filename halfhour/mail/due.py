"""What the mailbox makes due, and the words Today shows: a message nobody has judged, a letter nobody knows about."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from halfhour.accounts.models import User
from halfhour.due.lines import Line
from halfhour.due.models import Due
from halfhour.due.registry import Wanted
from halfhour.mail.models import Incoming, Mailbox, Outgoing

LOOK, UNKNOWN, PASSWORD = "mail.look", "mail.unknown", "mail.password"


def wanted_for_incoming(row: Incoming) -> Iterator[Wanted]:
    asked = row.writer == Incoming.Writer.HUMAN and not row.sure
    absent = row.writer == Incoming.Writer.AUTO and row.returns_on is not None and row.how != "name"
    if row.decided_at is None and (asked or absent) and not row.set_aside_why:
        yield Wanted(LOOK, row.arrived_at)


def wanted_for_outgoing(row: Outgoing) -> Iterator[Wanted]:
    if row.unknown_at is not None and row.over_at is None:
        yield Wanted(UNKNOWN, row.unknown_at)


def wanted_for_mailbox(mailbox: Mailbox) -> Iterator[Wanted]:
    if mailbox.stopped and mailbox.trouble_at is not None:
        yield Wanted(PASSWORD, mailbox.trouble_at)


def lines(user: User, rows: Sequence[Due], now: datetime) -> list[Line]:
    """One line for each kind, however many there are: the mailbox page lists them."""
    count = Counter(row.kind for row in rows)
    first = {kind: min(row.due_at for row in rows if row.kind == kind) for kind in count}
    shows = {kind: min(row.shows_at for row in rows if row.kind == kind) for kind in count}
    texts = {
        LOOK: (
            ngettext("Look at a message that came in", "Look at %(n)d messages that came in", count[LOOK]),
            _("It may be an answer, or says that they are away. Nothing is assumed."),
        ),
        UNKNOWN: (
            ngettext("See whether a letter arrived", "See whether %(n)d letters arrived", count[UNKNOWN]),
            _("The line broke at the very end. Nothing is sent twice by itself."),
        ),
        PASSWORD: (
            _("Put your mail password in again"),
            _("It was not accepted three times, so your letters wait here."),
        ),
    }
    url = reverse("mail:index")
    return [
        Line(
            kind=kind,
            due_at=first[kind],
            overdue=False,
            text=texts[kind][0] % {"n": n},
            why=texts[kind][1],
            url=url,
            action=_("Look"),
            shows_at=shows[kind],
        )
        for kind, n in count.items()
        if kind in texts
    ]
