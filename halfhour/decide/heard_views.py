"""What was heard: one occupation on one page, its answers person by person, ways to try it, and the mirror of strengths."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from halfhour.accounts.actions import describe_myself
from halfhour.accounts.requests import SignedIn
from halfhour.choose.models import Candidate
from halfhour.decide.answers import grid_of
from halfhour.decide.heard import heard_about
from halfhour.decide.next_step import IN_WORDS, candidates_with_reading, next_step_of
from halfhour.decide.strengths import mirror_of
from halfhour.record.models import Opportunity


@require_GET
def heard(request: SignedIn, candidate_id: int) -> HttpResponse:
    mine = candidates_with_reading(request.user).select_related("occupation", "judgement", "parent")
    told = heard_about(request.user, get_object_or_404(mine, pk=candidate_id))
    step = next_step_of(request.user, told)
    return render(
        request, "decide/heard.html", {"heard": told, "next": step, "next_words": IN_WORDS[step.step]}
    )


@require_GET
def answers(request: SignedIn, candidate_id: int) -> HttpResponse:
    candidate = get_object_or_404(Candidate.objects.visible_to(request.user), pk=candidate_id)
    return render(request, "decide/answers.html", {"candidate": candidate, "grid": grid_of(candidate)})


@require_GET
def strengths(request: SignedIn) -> HttpResponse:
    return render(request, "decide/strengths.html", {"mirror": mirror_of(request.user)})


@require_POST
def confidence(request: SignedIn) -> HttpResponse:
    """Whether to be asked how sure one feels, before and after each talk."""
    wanted = request.POST.get("asked") == "yes"
    describe_myself(request.user, asks_confidence=wanted)
    messages.success(
        request,
        _("You will be asked again before and after each talk.")
        if wanted
        else _("You will not be asked any more. What you said so far is kept and no longer shown."),
    )
    return redirect("decide:strengths")


@require_GET
def opportunities(request: SignedIn) -> HttpResponse:
    """Ways to try the work, by kind: ideas, no applications."""
    kind = request.GET.get("kind", "")
    every = list(
        Opportunity.objects.visible_to(request.user)
        .select_related("interview__person", "interview__candidate")
        .order_by("interview__on", "pk")
    )
    counts = [
        (value, label, sum(o.kind == value for o in every)) for value, label in Opportunity.Kind.choices
    ]
    shown = [o for o in every if not kind or o.kind == kind]
    label = dict(Opportunity.Kind.choices).get(kind, "")
    return render(
        request,
        "decide/opportunities.html",
        {
            "shown": shown,
            "counts": counts,
            "kind": kind if label else "",
            "kind_label": label,
            "in_all": len(every),
        },
    )
