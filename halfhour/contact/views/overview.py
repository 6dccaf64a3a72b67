"""Everyone who is being asked, by what is next; the sample letters; the promised day as a calendar file."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from halfhour.contact.models import Approach
from halfhour.contact.rules.evidence import LINES
from halfhour.contact.rules.samples import SAMPLES
from halfhour.contact.rules.standing import Action, State
from halfhour.contact.standings import Asking, askings_of
from halfhour.contact.views.found import SignedIn
from halfhour.contact.wording import PROMISED, attempts_in_words, lead_of, sentence_of

AGREED = {State.ARRANGED, State.RESCHEDULED, State.NO_SHOW, State.HELD, State.RECORDED, State.KEPT_IN_TOUCH}
OVER = {State.REFUSED, State.CLOSED, State.CLOSED_NO_CONTACT, State.DO_NOT_CONTACT}
CLOSED_SHOWN = 100


@dataclass(frozen=True)
class Row:
    asking: Asking
    sentence: str
    next_words: str
    attempts: str
    waits: bool


@require_GET
def index(request: SignedIn) -> HttpResponse:
    user, today = request.user, request.user.today
    rows = Approach.objects.visible_to(user).select_related(
        "person__organisation", "person__source", "candidate"
    )
    under_way = list(rows.open())
    closed = list(rows.exclude(closed_at=None).order_by("-closed_at")[: CLOSED_SHOWN + 1])
    askings = askings_of([*under_way, *closed[:CLOSED_SHOWN]], user.seeker, today)
    groups = grouped([askings[a.pk] for a in [*under_way, *closed[:CLOSED_SHOWN]]], today)
    context = groups | {"more_closed": len(closed) > CLOSED_SHOWN, "any": bool(askings)}
    return render(request, "contact/index.html", context)


def grouped(askings: list[Asking], today: date) -> dict[str, Any]:
    """Now: something waits for the seeker. Waiting: it is somebody else's turn. Agreed: a talk. Over: the ends."""
    groups: dict[str, list[Row]] = {"now": [], "waiting": [], "agreed": [], "over": []}
    for asking in sorted(askings, key=_by_day):
        state, move = asking.standing.state, asking.standing.next
        waits = move is not None and (move.due_on <= today or state is State.REFUSED)
        row = Row(
            asking, sentence_of(asking, today), lead_of(asking, today), attempts_in_words(asking), waits
        )
        if state in AGREED:
            groups["agreed"].append(row)
        elif asking.approach.closed_at is not None or (state in OVER and not waits):
            groups["over"].append(row)
        else:
            groups["now" if waits else "waiting"].append(row)
    return groups


def _by_day(asking: Asking) -> tuple[bool, date, int]:
    """What somebody was promised first, then by day."""
    move = asking.standing.next
    promised = move is not None and move.action in {*PROMISED, Action.CALL_BACK, Action.CALL_TO_ARRANGE}
    return (not promised, move.due_on if move else date.max, asking.approach.pk)


@require_GET
def samples(request: SignedIn) -> HttpResponse:
    return render(request, "contact/samples.html", {"samples": SAMPLES, "evidence": LINES})
