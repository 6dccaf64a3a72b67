"""The same person once: two entries side by side, one key for each answer, and what was joined, with the way back."""

from typing import Any

from django.contrib import messages
from django.db.models import Exists, F, OuterRef, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.accounts.requests import SignedIn
from halfhour.find import actions
from halfhour.find.models import Merge, Pair, Person, PersonQuerySet
from halfhour.refused import Refused

COMING = 8
JOINED_SHOWN = 10
BESIDE = (
    ("title", gettext_lazy("what they do")),
    ("organisation", gettext_lazy("where")),
    ("email", gettext_lazy("e-mail")),
    ("phone", gettext_lazy("telephone")),
    ("url", gettext_lazy("page")),
    ("school", gettext_lazy("school")),
    ("postal_address", gettext_lazy("address")),
    ("how_met", gettext_lazy("how you met")),
    ("note", gettext_lazy("my note")),
)


def waiting(user: User) -> Any:
    """Pairs of people who are both here, not yet told apart: the likeliest first, those put off at the end."""
    pairs = Pair.objects.visible_to(user).exclude(said=Pair.Said.TWO)
    pairs = pairs.filter(one__merged_into=None, other__merged_into=None)
    pairs = pairs.filter(one__removed_at=None, other__removed_at=None)
    put_off_last = (F("said_at").asc(nulls_first=True), "-score", "pk")  # PostgreSQL would put them first
    return pairs.order_by(*put_off_last).select_related(
        *(f"{who}__{what}" for who in ("one", "other") for what in ("organisation", "source", "occupation"))
    )


@require_GET
def duplicates(request: SignedIn) -> HttpResponse:
    """`?pair=` shows one pair, otherwise the likeliest."""
    pairs = waiting(request.user)
    wanted = request.GET.get("pair", "")
    listed = list(pairs[: COMING + 1])
    pair = get_object_or_404(pairs, pk=int(wanted)) if wanted.isdigit() else next(iter(listed), None)
    joined = Merge.objects.visible_to(request.user).filter(
        undone_at=None, at__gt=clock.now() - actions.MAY_BE_UNDONE
    )
    shown = {
        "pair": pair,
        "beside": beside(pair.one, pair.other) if pair else [],
        "coming": [other for other in listed if pair is None or other.pk != pair.pk][:COMING],
        "left": pairs.count() if listed else 0,
        "joined": joined.select_related("kept", "gone")[:JOINED_SHOWN],
        "uncompared": len(actions.uncompared(request.user)),
        "anyone": Person.objects.visible_to(request.user).current().exists(),
    }
    return render(request, "find/duplicates.html", shown)


def beside(one: Person, other: Person) -> list[dict[str, Any]]:
    """What is known of both, line by line; `same` where both say the same."""
    rows = []
    for name, label in BESIDE:
        left, right = (str(getattr(person, name) or "") for person in (one, other))
        if left or right:
            same = bool(left) and left.casefold() == right.casefold()
            rows.append({"label": label, "one": left, "other": right, "same": same})
    return rows


@require_POST
def deciding(request: SignedIn, pair_id: int) -> HttpResponse:
    """The same, two people, or later."""
    pair = get_object_or_404(
        Pair.objects.visible_to(request.user).select_related("one__owner", "other__owner"), pk=pair_id
    )
    names = {"one": pair.one.name, "other": pair.other.name}
    answer = request.POST.get("answer")
    if answer == "same":
        _join(request, pair.one, pair.other, pair.reasons)
    elif answer == "two":
        actions.two_people(pair.one, pair.other)
        messages.success(
            request,
            _("%(one)s and %(other)s stay two people. That is remembered.") % names,
        )
    else:
        actions.ask_later(pair.one, pair.other)
    return redirect("find:duplicates")


def _join(request: SignedIn, one: Person, other: Person, reasons: list[str]) -> Person | None:
    try:
        merge = actions.join_people(one, other, reasons=reasons)
    except Refused as refused:
        messages.error(request, str(refused))
        return None
    messages.success(
        request,
        _("%(name)s is one person now. For 30 days you can take that back.") % {"name": merge.kept.name},
    )
    return merge.kept


@require_POST
def joining(request: SignedIn, person_id: int) -> HttpResponse:
    """Two entries the program would not have put together: the seeker knows they are one."""
    mine = Person.objects.visible_to(request.user).current()
    one = get_object_or_404(mine, pk=person_id)
    other = request.POST.get("other", "")
    two = get_object_or_404(mine.exclude(pk=one.pk), pk=int(other) if other.isdigit() else 0)
    kept = _join(request, one, two, [])
    return redirect("find:person", (kept or one).pk)


@require_POST
def unjoining(request: SignedIn, merge_id: int) -> HttpResponse:
    merge = get_object_or_404(
        Merge.objects.visible_to(request.user).select_related("owner__seeker", "kept", "gone"), pk=merge_id
    )
    try:
        actions.undo_join(merge)
        names = {"one": merge.kept.name, "other": merge.gone.name}
        messages.success(request, _("%(one)s and %(other)s are two people again.") % names)
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("find:person", merge.kept_id)


def with_twice(people: PersonQuerySet) -> PersonQuerySet:
    """Bring along whether there is anything that `of_person` would tell."""
    pairs = Pair.objects.filter(Q(one=OuterRef("pk")) | Q(other=OuterRef("pk")), said=Pair.Said.WAITS)
    merges = Merge.objects.filter(kept=OuterRef("pk"), undone_at=None)
    return people.annotate(stands_twice=Exists(pairs) | Exists(merges))


def of_person(user: User, person: Person) -> dict[str, Any]:
    """For a person's page: the pairs that ask about them, and what was joined into them."""
    asks = waiting(user).filter(Q(one=person) | Q(other=person)).exclude(said=Pair.Said.LATER)
    joined = Merge.objects.visible_to(user).filter(kept=person, undone_at=None)
    return {
        "asks": [(pair, pair.other if pair.one_id == person.pk else pair.one) for pair in asks[:3]],
        "joined": [
            (merge, merge.at + actions.MAY_BE_UNDONE > clock.now())
            for merge in joined.select_related("gone__source")
        ],
    }
