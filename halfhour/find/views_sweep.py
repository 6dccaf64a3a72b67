"""The sweep: who of my own people does this, and who might know someone? One person after the other."""

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from halfhour.accounts.models import User
from halfhour.accounts.requests import SignedIn
from halfhour.choose.models import Candidate
from halfhour.find import actions
from halfhour.find.forms import SweepForm
from halfhour.find.models import Acquaintance, NotIt, Person
from halfhour.find.rules.sweep_order import Known, in_order
from halfhour.find.views import shortlist_of

NEXT_SHOWN = 8


@require_GET
def sweep(request: SignedIn) -> HttpResponse:
    """`?person=` shows one again; `?after=` leaves out how many were put off in this round."""
    shortlist = shortlist_of(request.user)
    after = int(a) if (a := request.GET.get("after", "")).isdigit() else 0
    order = waiting(request.user, shortlist) if shortlist else []
    mine = Person.objects.visible_to(request.user).current().select_related("organisation", "occupation")
    wanted = request.GET.get("person", "")
    if wanted.isdigit():
        who: Person | None = get_object_or_404(mine, pk=int(wanted))
        coming: list[int] = order[after : after + NEXT_SHOWN]
    else:
        shown = order[after : after + 1 + NEXT_SHOWN]
        people = mine.in_bulk(shown)
        who = people.get(shown[0]) if shown else None
        coming = shown[1:]
    next_people = [p for pk in coming if (p := people.get(pk))] if not wanted.isdigit() else []
    return render(
        request,
        "find/sweep.html",
        {
            "shortlist": shortlist,
            "person": who,
            "coming": next_people,
            "left": max(0, len(order) - after),
            "after": after,
            "marked": set(
                Acquaintance.objects.filter(person=who).values_list("candidate", flat=True) if who else []
            ),
            "ruled_out": bool(who)
            and NotIt.objects.filter(person=who, candidate__in=shortlist).count() == len(shortlist),
            "last": request.GET.get("last", ""),
            "anyone": bool(order) or Person.objects.visible_to(request.user).current().exists(),
        },
    )


def waiting(user: User, shortlist: list[Candidate]) -> list[int]:
    """Everyone not yet asked about for the whole shortlist, the most useful first."""
    newest = max(c.added_at for c in shortlist)
    rows = (
        Person.objects.visible_to(user)
        .current()
        .filter(do_not_contact_at=None)
        .filter(Q(swept_at=None) | Q(swept_at__lt=newest))  # an occupation that came since is asked about
        .values_list("pk", "occupation", "relationship", "school", "connected_on", "title")
    )
    school = user.seeker.school.strip().casefold()
    codes = {c.occupation_id[:7] for c in shortlist if c.occupation_id}
    close = {
        code[:7]
        for c in shortlist
        if c.occupation
        for code, tier in c.occupation.facts.get("related", [])
        if tier.startswith("primary")
    }
    known = (
        Known(
            pk,
            code,
            relationship,
            bool(school) and their_school.strip().casefold() == school,
            on,
            bool(title),
        )
        for pk, code, relationship, their_school, on, title in rows.iterator(chunk_size=5000)
    )
    return in_order(known, codes, close)


@require_POST
def answers(request: SignedIn, person_id: int) -> HttpResponse:
    who = get_object_or_404(Person.objects.visible_to(request.user).current(), pk=person_id)
    shortlist = shortlist_of(request.user)
    after = a if (a := request.POST.get("after", "")).isdigit() else "0"
    if "later" in request.POST:
        return redirect(f"{reverse('find:sweep')}?after={int(after) + 1}")
    form = SweepForm(request.POST, shortlist=shortlist)
    if "neither" in request.POST:
        actions.answer_sweep(who, not_it=shortlist, may_know=())
    elif form.is_valid():
        by_pk = {str(c.pk): c for c in shortlist}
        does = form.cleaned_data["does"]
        does_it: str | None = None
        if does and does != "none":
            does_it = Person.DoesIt.PAST if form.cleaned_data["past"] else Person.DoesIt.YES
        knows = [by_pk[pk] for pk in form.cleaned_data["knows"]]
        not_it = shortlist if does == "none" else ()
        actions.answer_sweep(who, does_it=does_it, candidate=by_pk.get(does), may_know=knows, not_it=not_it)
        if knows:
            messages.success(request, _("Asking %(name)s now stands on Today.") % {"name": who.name})
    return redirect(f"{reverse('find:sweep')}?after={after}&last={who.pk}")
