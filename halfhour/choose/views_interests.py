"""Starting from what I like: thirty statements, or a result from elsewhere, to occupations with the reason."""

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
from halfhour.choose.rules.interests import score, suggest
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
    shown: dict[str, Any] = {
        "form": form,
        "scores_form": scores_form,
        "latest": latest,
        "suggested": suggestions(request.user, latest) if latest else [],
        "missing": sum(1 for name in form.errors if name in form.fields) if form.is_bound else 0,
    }
    wrong = bool(form.errors or scores_form.errors)
    return render(request, "choose/interests.html", shown, status=422 if wrong else 200)


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
