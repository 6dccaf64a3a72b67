"""The shortlist: wondering, choosing a few, what I want in a job."""

from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from halfhour.accounts.actions import describe_myself
from halfhour.accounts.models import Aim, User
from halfhour.accounts.requests import SignedIn
from halfhour.choose import actions, facts
from halfhour.choose.forms import AddForm, DescribeForm, DropForm, GoalForm, OccupationForm, WantForm
from halfhour.choose.models import Candidate, Goal, InterestScore, Occupation, Reading, Want
from halfhour.choose.rules.in_a_sentence import those_who
from halfhour.choose.rules.shortlist import nudge
from halfhour.choose.views_interests import in_words
from halfhour.refused import Refused

MOST_HITS = 8
MOST_GUESSES = 5
MOST_GOALS = 12
# A talk of a later step that was held and is no practice.
HELD = Q(interviews__ended_at__isnull=False) & ~Q(interviews__kind="practice")


def hits_for(user: User, query: str) -> dict[str, Any]:
    """What `choose/_hits.html` needs: the occupations that these words could mean."""
    query = " ".join(query.split())[:200]
    found = facts.load_search().find(query, limit=MOST_HITS) if query else []
    mine = Candidate.objects.visible_to(user).open().filter(occupation__in=[h.code for h in found])
    words_of = dict(mine.values_list("occupation_id", "words")) if found else {}
    return {"query": query, "hits": [{"hit": h, "mine": words_of.get(h.code)} for h in found]}


def next_page(request: SignedIn, default: str) -> str:
    """Where the form asked to go afterwards, when that is a page of ours."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    fine = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return wanted if fine else default


def _unconfirmed(candidate: Candidate) -> bool:
    """Somebody mentioned it, and nobody has said yet which occupation it is."""
    return bool(candidate.discovered_by) and candidate.occupation_id is None


def guesses(candidates: list[Candidate]) -> dict[int, Any]:
    """For own words without an occupation the one they most likely mean, to be confirmed; by the row's number."""
    search = facts.load_search() if candidates else None
    found = {c.pk: search.find(c.words, limit=1) for c in candidates[:MOST_GUESSES]} if search else {}
    return {number: hits[0] for number, hits in found.items() if hits}


def unsaid(wanted: list[Want]) -> list[tuple[str, Any]]:
    """What a counsellor would help to clarify and nothing has been said about yet."""
    said = {want.kind for want in wanted}
    return [
        (kind.value, kind.label)
        for kind in Want.Kind
        if kind.value not in said and kind is not Want.Kind.OTHER
    ]


@require_GET
def index(request: SignedIn) -> HttpResponse:
    return _index(request, request.GET)


def _index(request: SignedIn, asked: QueryDict, status: int = 200, **forms: Any) -> HttpResponse:
    mine = list(
        Candidate.objects.visible_to(request.user)
        .select_related("occupation")
        .annotate(asked=Count("interviews__person", distinct=True, filter=HELD))
        .order_by("position", "pk")
    )
    shortlist = [c for c in mine if c.dropped_at is None]
    wanted = list(Want.objects.visible_to(request.user))
    goals = list(Goal.objects.visible_to(request.user)[:MOST_GOALS])
    about = asked.get("about", "") if asked.get("about", "") in Want.Kind.values else ""
    tops = [c for c in shortlist if c.parent_id is None or all(p.pk != c.parent_id for p in shortlist)]
    guessed = guesses([c for c in tops if c.occupation_id is None])
    return render(
        request,
        "choose/index.html",
        {
            **hits_for(request.user, asked.get("q", "")),
            "next": reverse("choose:index"),
            "shortlist": shortlist,
            "rows": [
                (c, [s for s in shortlist if s.parent_id == c.pk], guessed.get(c.pk))
                for c in tops
                if not _unconfirmed(c)
            ],
            "discovered": [(c, guessed.get(c.pk)) for c in tops if _unconfirmed(c)],
            "said": [those_who(c.words) for c in tops if not _unconfirmed(c)]
            or [those_who(c.words) for c in tops],
            "set_aside": [c for c in mine if c.dropped_at is not None],
            "nudge": nudge(len(tops)) if shortlist else None,
            "wants": wanted,
            "goal": goals[0] if goals else None,
            "earlier_goals": goals[1:],
            "readings": Reading.objects.visible_to(request.user).filter(read_at=None).count(),
            "want_form": WantForm(initial={"kind": about} if about else None),
            "unsaid": unsaid(wanted),
            "goal_form": GoalForm(),
            "aims": Aim.choices,
            "aim": request.user.seeker.aim,
            **forms,
        },
        status=status,
    )


@require_GET
def search(request: SignedIn) -> HttpResponse:
    """The hits alone, while somebody types."""
    shown = hits_for(request.user, request.GET.get("q", ""))
    return render(
        request, "choose/_hits.html", {**shown, "next": next_page(request, reverse("choose:index"))}
    )


@require_POST
def candidates(request: SignedIn) -> HttpResponse:
    form = AddForm(request.POST, user=request.user)
    if not form.is_valid():
        raise Refused(_("That occupation isn't in the list any more. Search for it once more."))
    added = actions.add_candidate(
        request.user,
        words=form.cleaned_data["words"],
        occupation=form.cleaned_data["occupation"],
        parent=form.cleaned_data["parent"],
    )
    messages.success(request, _("“%(words)s” is on your shortlist.") % {"words": added.words})
    return redirect(next_page(request, reverse("choose:index")))


def candidate(request: SignedIn, candidate_id: int) -> HttpResponse:
    """One occupation of the shortlist: what I call it, what I expect, its specialties, setting it aside."""
    mine = Candidate.objects.visible_to(request.user).select_related("occupation", "parent")
    item = get_object_or_404(mine, pk=candidate_id)
    form = DescribeForm(request.POST or None, initial={"words": item.words, "expectation": item.expectation})
    if request.method == "POST" and form.is_valid():
        try:
            actions.describe_candidate(item, **form.cleaned_data)
        except Refused as no:
            form.add_error("words", str(no))
        else:
            messages.success(request, _("Saved."))
            return redirect("choose:candidate", item.pk)
    query = request.GET.get("q", "" if item.occupation_id else item.words)
    shown = {
        **hits_for(request.user, query),
        "candidate": item,
        "form": form,
        "drop_form": DropForm(),
        "specialties": item.specialties.open().order_by("position", "pk"),
    }
    return render(request, "choose/candidate.html", shown, status=422 if form.errors else 200)


def _mine(request: SignedIn, candidate_id: int) -> Candidate:
    return get_object_or_404(Candidate.objects.visible_to(request.user), pk=candidate_id)


@require_POST
def coding(request: SignedIn, candidate_id: int) -> HttpResponse:
    item = _mine(request, candidate_id)
    form = OccupationForm(request.POST)
    if not form.is_valid():
        raise Refused(_("That occupation isn't in the list any more. Search for it once more."))
    chosen: Occupation | None = form.cleaned_data["occupation"]
    actions.say_which_occupation(item, occupation=chosen)
    if chosen:
        messages.success(
            request, _("“%(words)s” now stands for %(name)s.") % {"words": item.words, "name": chosen.name}
        )
    return redirect("choose:candidate", item.pk)


@require_POST
def dropping(request: SignedIn, candidate_id: int) -> HttpResponse:
    item = _mine(request, candidate_id)
    form = DropForm(request.POST)
    if form.is_valid():
        actions.drop_candidate(item, because=form.cleaned_data["because"])
        messages.success(
            request, _("“%(words)s” was set aside. Nothing about it is deleted.") % {"words": item.words}
        )
    return redirect("choose:index")


@require_POST
def taking_back(request: SignedIn, candidate_id: int) -> HttpResponse:
    item = _mine(request, candidate_id)
    actions.add_candidate(request.user, words=item.words, occupation=item.occupation)
    messages.success(request, _("“%(words)s” is on your shortlist again.") % {"words": item.words})
    return redirect("choose:index")


@require_POST
def moving(request: SignedIn, candidate_id: int) -> HttpResponse:
    actions.move_candidate(_mine(request, candidate_id), up=request.POST.get("to") == "up")
    return redirect("choose:index")


@require_POST
def wants(request: SignedIn) -> HttpResponse:
    form = WantForm(request.POST)
    if not form.is_valid():
        return _index(request, request.GET, status=422, want_form=form)
    actions.add_want(request.user, **form.cleaned_data)
    messages.success(request, _("Noted. It will be a row when you compare."))
    return redirect(reverse("choose:index") + "#wants")


@require_POST
def want_removal(request: SignedIn, want_id: int) -> HttpResponse:
    actions.remove_want(get_object_or_404(Want.objects.visible_to(request.user), pk=want_id))
    messages.success(request, _("Taken off the list of what you want."))
    return redirect(reverse("choose:index") + "#wants")


@require_POST
def aim(request: SignedIn) -> HttpResponse:
    """Which of the two questions somebody comes with; the suggested questions follow it."""
    wanted = request.POST.get("aim", "")
    if wanted not in Aim.values:
        raise Refused(_("Choose one of the two questions."))
    describe_myself(request.user, aim=wanted)
    if wanted == Aim.HOW_IN:
        messages.success(
            request, _("Noted. Your questions will ask first how people got in and what it takes.")
        )
    else:
        messages.success(
            request, _("Noted. Your questions will ask first what the work is like from day to day.")
        )
    return redirect("choose:index")


@require_POST
def goals(request: SignedIn) -> HttpResponse:
    form = GoalForm(request.POST)
    if not form.is_valid():
        return _index(request, request.GET, status=422, goal_form=form)
    actions.set_goal(request.user, text=form.cleaned_data["text"])
    messages.success(request, _("Saved, with today's date."))
    return redirect(reverse("choose:index") + "#goal")


@require_GET
def profile(request: SignedIn) -> HttpResponse:
    """One page to print and bring to a counsellor: what they help to clarify, said or with room to write."""
    wanted = list(Want.objects.visible_to(request.user))
    mine = Candidate.objects.visible_to(request.user).select_related("occupation")
    latest = InterestScore.objects.visible_to(request.user).first()
    return render(
        request,
        "choose/profile.html",
        {
            "parts": [
                (kind.label, lines)
                for kind in Want.Kind
                if (lines := [w for w in wanted if w.kind == kind.value]) or kind is not Want.Kind.OTHER
            ],
            "candidates": list(mine.order_by("dropped_at", "position", "pk")),
            "goals": Goal.objects.visible_to(request.user),
            "interests": in_words(latest.scores) if latest else [],
        },
    )
