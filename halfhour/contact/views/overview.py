"""Everyone who is being asked, by what is next; the sample letters; the promised day as a calendar file."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from halfhour.contact.models import Approach, Channel
from halfhour.contact.rules.answer_rates import Asked, names_needed, of_the_next_ten, rates_by_route
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
    groups |= asked_so_far(list(askings.values()), user.seeker.enough_talks)
    context = groups | {"more_closed": len(closed) > CLOSED_SHOWN, "any": bool(askings)}
    return render(request, "contact/index.html", context)


@dataclass(frozen=True)
class Route:
    """How often one way of asking led to a talk. few, most: of the next ten, or None while too few have answered."""

    label: str
    yes: int
    asked: int
    few: int | None = None
    most: int | None = None


def asked_so_far(askings: list[Asking], enough: int) -> dict[str, Any]:
    """Answers by the way that was taken, and how many more names the talks that are still wanted likely need."""
    asked = [
        _asked(one)
        for one in askings
        if one.own_attempts or any(row.introduced_on for row in one.introductions)
    ]
    routes = []
    for route, found in rates_by_route(asked).items():
        few, most = of_the_next_ten(found) or (None, None)
        routes.append(Route(str(Channel(route).label), found.yes, found.asked, few, most))
    finished = [one for one in asked if one.finished]
    talks: dict[int, int] = {}
    for one in askings:
        agreed = one.standing.state in AGREED or one.approach.talked_at is not None
        talks[one.approach.candidate_id] = talks.get(one.approach.candidate_id, 0) + agreed
    wanted = sum(max(0, enough - held) for held in talks.values())
    needed = names_needed(wanted, yes=sum(one.said_yes for one in finished), asked=len(finished))
    return {"routes": routes, "wanted": wanted, "needed": needed if finished else None}


def _asked(one: Asking) -> Asked:
    state = one.standing.state
    said_yes = one.approach.arranged_at is not None or state in AGREED
    over = state in OVER or one.approach.closed_at is not None
    return Asked(_route(one).value, said_yes, finished=said_yes or over)


def _route(one: Asking) -> Channel:
    """An introduction that was made is the way; else what went out first."""
    if any(row.introduced_on for row in one.introductions):
        return Channel.INTRODUCTION
    sent = one.own_attempts
    return Channel(sent[0].channel) if sent else Channel(one.approach.channel or Channel.EMAIL)


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
