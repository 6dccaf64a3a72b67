"""Starting from what I like: thirty statements, or a result from elsewhere, to occupations with the reason."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from halfhour.accounts.models import User
from halfhour.accounts.requests import SignedIn
from halfhour.choose import actions, facts
from halfhour.choose.forms import InventoryForm, RefusalForm, ScoresForm
from halfhour.choose.models import Candidate, InterestScore, Occupation
from halfhour.choose.rules.interests import IN_WORDS, score, suggest
from halfhour.refused import Refused

INVENTORY = "inventory"
SHOWN = 20


def interests(request: SignedIn) -> HttpResponse:
    """The thirty statements, and what the latest answers suggest. What was ticked stays when one is missing."""
    form = InventoryForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        result = score(form.cleaned_data) or {}
        actions.record_interests(request.user, scores=result, how=INVENTORY)
        messages.success(request, _("Here is what fits your answers, with the reason for each."))
        return redirect("choose:interests")
    return _page(request, form, ScoresForm())


@require_POST
def results(request: SignedIn) -> HttpResponse:
    """A result of another test, typed in."""
    form = ScoresForm(request.POST)
    if not form.is_valid():
        return _page(request, InventoryForm(), form)
    said = form.cleaned_data
    actions.record_interests(request.user, scores=said["scores"], how=said["how"])
    return redirect("choose:interests")


@require_POST
def refusals(request: SignedIn) -> HttpResponse:
    """Not for me, because: it is not suggested again, and the reason stays."""
    form = RefusalForm(request.POST)
    if not form.is_valid():
        raise Refused(_("That occupation isn't in the list any more."))
    actions.not_for_me(request.user, **form.cleaned_data)
    messages.success(request, _("It won't be suggested again. You find it under “Set aside”."))
    return redirect("choose:interests")


def _page(request: SignedIn, form: InventoryForm, scores_form: ScoresForm) -> HttpResponse:
    latest = InterestScore.objects.visible_to(request.user).first()
    missing = [name for name in form.fields if name in form.errors] if form.is_bound else []
    shown: dict[str, Any] = {
        "form": form,
        "scores_form": scores_form,
        "latest": latest,
        "suggested": suggestions(request.user, latest) if latest else [],
        "numbers": in_words(latest.scores) if latest else [],
        "missing": len(missing),
        "first_missing": f"{form[missing[0]].auto_id}_0" if missing else "",
    }
    wrong = bool(form.errors or scores_form.errors)
    return render(request, "choose/interests.html", shown, status=422 if wrong else 200)


def in_words(scores: Mapping[str, int]) -> list[tuple[str, str, int, float]]:
    """The six numbers, the highest first: name, what it means, 0 to 100, and the length of its bar."""
    ordered = sorted(scores.items(), key=lambda pair: -pair[1])
    return [(name, IN_WORDS.get(name, ""), value, value * 2.4) for name, value in ordered]


def suggestions(user: User, latest: InterestScore) -> list[dict[str, Any]]:
    """The best fitting occupations, without those already chosen or set aside."""
    known = set(
        Candidate.objects.visible_to(user).exclude(occupation=None).values_list("occupation", flat=True)
    )
    published = {
        o.code: [rating.value for rating in o.riasec]
        for o in facts.load_occupations()
        if o.riasec and o.code not in known
    }
    found = suggest(latest.scores, published, limit=SHOWN)
    rows = Occupation.objects.only("code", "name", "median_pay").in_bulk([s.code for s in found])
    return [{"occupation": rows[s.code], "reason": s.reason} for s in found if s.code in rows]
