"""What the mailbox page shows: how letters travel, what is on its way, what came in and waits for a word."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.mail import registry
from halfhour.mail.models import Incoming, Mailbox, NobodyAt, Outgoing, State
from halfhour.mail.outbox import sent_today

MOST_SHOWN = 50
FAILED_SHOWN = timedelta(days=14)
STATES = {
    State.WAITING: _("goes out soon"),
    State.GOING: _("is going out now"),
    State.RETRYING: _("was not taken yet, and is tried again"),
    State.UNKNOWN: _("may or may not have arrived"),
    State.SENT: _("was sent"),
    State.REFUSED: _("was refused"),
    State.GIVEN_UP: _("did not go out"),
    State.HELD_BACK: _("was held back"),
    State.UNDONE: _("was taken back"),
}


def page_of(user: User) -> dict[str, Any]:
    mailbox = Mailbox.objects.visible_to(user).first()
    out = Outgoing.objects.visible_to(user)
    still = list(out.open()[: 2 * MOST_SHOWN])
    going = [row for row in still if row.unknown_at is None]
    unknown = [row for row in still if row.unknown_at is not None]
    ended = out.filter(sent_at=None, undone_at=None, over_at__gt=clock.now() - FAILED_SHOWN)
    failed = list(ended.order_by("-over_at")[:5])
    came = Incoming.objects.visible_to(user).filter(decided_at=None)
    asks = came.filter(~Q(set_aside_why="") | Q(sure=False, writer="human") | Q(returns_on__gt=user.today))
    undecided = list(asks[: 2 * MOST_SHOWN])
    aside = [row for row in undecided if row.set_aside_why]
    unsure = [row for row in undecided if row.writer == "human" and not row.sure and not row.set_aside_why]
    away = [row for row in undecided if row.writer == "auto-reply" and row.returns_on and row.how != "name"]
    labels = labels_of(user, [*going, *unknown, *failed, *unsure, *away])
    return {
        "mailbox": mailbox,
        "going": [shown(row, labels) for row in going],
        "unknown": [shown(row, labels) for row in unknown],
        "failed": [shown(row, labels) for row in failed],
        "unsure": [shown(row, labels) for row in unsure],
        "away": [shown(row, labels) for row in away],
        "aside": aside,
        "left_alone": list(NobodyAt.objects.visible_to(user)),
        "sent_today": sent_today(user, clock.now()) if mailbox else 0,
    }


def labels_of(user: User, rows: Iterable[Outgoing | Incoming]) -> dict[tuple[str, int], str]:
    """What each thing is called, one question a kind of thing."""
    ids: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        if row.thing:
            ids[row.thing].add(row.thing_id)
    return {
        (thing, thing_id): label
        for thing, some in ids.items()
        for thing_id, label in registry.correspondent_of(thing).label(user, some).items()
    }


def shown(row: Outgoing | Incoming, labels: dict[tuple[str, int], str]) -> dict[str, Any]:
    url = registry.correspondent_of(row.thing).url(row.thing_id) if row.thing else ""
    state = STATES[row.state] if isinstance(row, Outgoing) else ""
    return {"row": row, "label": labels.get((row.thing, row.thing_id), ""), "url": url, "state": state}
