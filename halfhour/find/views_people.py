"""One person: typed in ten seconds, looked at, corrected."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from halfhour.accounts.models import Level
from halfhour.accounts.requests import SignedIn
from halfhour.choose import facts
from halfhour.find import actions
from halfhour.find.forms import PERSON_FIELDS, CodingForm, PersonForm
from halfhour.find.models import Acquaintance, Person, Referral
from halfhour.find.rules.routes import is_route
from halfhour.find.views_duplicates import of_person, with_twice

MOST_HITS = 8


def new_person(request: SignedIn) -> HttpResponse:
    """Someone typed by hand. `?for=` is the occupation they do; `?by=` the person who named them, `?named_by=` a name."""
    by = _named_by(request)
    name = by.name if by else request.GET.get("named_by", "")[:200]
    start = {"candidate": request.GET.get("for"), "source_name": name}
    if start["source_name"]:
        start["source_kind"] = "acquaintance"
    form = PersonForm(request.POST or None, user=request.user, initial=start)
    if request.method == "POST" and form.is_valid():
        found = form.source()
        source = actions.add_source(request.user, **found) if found else None
        said = form.person()
        does_it = Person.DoesIt.YES if said["candidate"] else ""
        added = actions.add_person(request.user, **said, source=source, does_it=does_it)
        if by is not None and by != added:
            actions.note_referral(
                by, added, candidate=said["candidate"], permitted=bool(found and found["may_mention"])
            )
        actions.code_people(request.user, limit=20)
        messages.success(request, _("%(name)s is on your list.") % {"name": added.name})
        if "another" in request.POST:
            return redirect("find:new_person")
        return redirect("find:person", added.pk)
    return render(request, "find/new_person.html", {"form": form}, status=422 if form.errors else 200)


def _named_by(request: SignedIn) -> Person | None:
    by = request.GET.get("by", "")
    mine = Person.objects.visible_to(request.user).current()
    return get_object_or_404(mine, pk=int(by)) if by.isdigit() else None


def _mine(request: SignedIn, person_id: int) -> Any:
    mine = with_twice(Person.objects.visible_to(request.user))
    return get_object_or_404(
        mine.select_related("organisation", "occupation", "source", "candidate"), pk=person_id
    )


def person(request: SignedIn, person_id: int) -> HttpResponse:
    who = _mine(request, person_id)
    if who.merged_into_id is not None:
        return redirect("find:person", actions.survivor_of(who).pk)
    form = PersonForm(request.POST or None, user=request.user, initial=_as_typed(who))
    if request.method == "POST" and form.is_valid():
        found = form.source()
        said = form.person()
        if found is not None:
            said["source"] = actions.add_source(request.user, **found)
        if said["candidate"] and said["candidate"] != who.candidate:
            said["does_it"] = Person.DoesIt.YES
        actions.describe_person(who, **said)
        messages.success(request, _("Saved."))
        return redirect("find:person", who.pk)
    query = " ".join(request.GET.get("q", "").split())[:200]
    route = who.does_it != Person.DoesIt.YES and is_route(who.title, who.occupation_id)
    marks = list(Acquaintance.objects.visible_to(request.user).filter(person=who).select_related("candidate"))
    shown: dict[str, Any] = {
        "person": who,
        "form": form,
        "coded": actions.proposals(request.user, who) if not who.removed_at else None,
        "query": query,
        "hits": facts.load_search().find(query, limit=MOST_HITS) if query else [],
        "levels": Level.choices,
        "marks": marks,
        "route": route,
        "asks_for_a_name": route
        or (who.does_it not in ("yes", "past") and any(not m.answered_on for m in marks)),
        "twice": of_person(request.user, who) if who.stands_twice else {},
        "named_by": Referral.objects.visible_to(request.user).filter(to=who).select_related("by"),
    }
    return render(request, "find/person.html", shown, status=422 if form.errors else 200)


def _as_typed(who: Person) -> dict[str, Any]:
    typed = {name: getattr(who, name) for name in PERSON_FIELDS}
    typed["organisation"] = who.organisation.name if who.organisation else ""
    if who.source:
        typed |= {
            "source_kind": who.source.kind,
            "source_name": who.source.name,
            "source_detail": who.source.detail,
            "source_on": who.source.on,
            "source_terms": who.source.terms,
            "may_mention": who.source.may_mention,
        }
    return typed


@require_POST
def coding(request: SignedIn, person_id: int) -> HttpResponse:
    """Confirm or correct the occupation or the level with one click."""
    who = _mine(request, person_id)
    form = CodingForm(request.POST)
    if form.is_valid():
        chosen = form.cleaned_data["occupation"]
        if chosen is not None or form.cleaned_data["none_of_them"]:
            actions.correct_occupation(who, occupation=chosen)
            messages.success(
                request,
                _("Noted, and remembered for everyone with the title “%(title)s”.") % {"title": who.title}
                if who.title
                else _("Noted."),
            )
        if form.cleaned_data["level"]:
            actions.correct_level(who, level=form.cleaned_data["level"])
            messages.success(request, _("Level noted."))
    return redirect("find:person", who.pk)


@require_POST
def contact_wish(request: SignedIn, person_id: int) -> HttpResponse:
    who = _mine(request, person_id)
    actions.leave_alone(who, yes=request.POST.get("leave_alone") == "yes")
    messages.success(
        request,
        _("%(name)s will be left alone.") % {"name": who.name}
        if who.do_not_contact_at
        else _("%(name)s may be asked again.") % {"name": who.name},
    )
    return redirect("find:person", who.pk)


@require_POST
def removal(request: SignedIn, person_id: int) -> HttpResponse:
    who = _mine(request, person_id)
    actions.remove_person(who)
    messages.success(request, _("%(name)s is off your lists.") % {"name": who.name})
    return redirect("find:people")


@require_POST
def asking(request: SignedIn, acquaintance_id: int) -> HttpResponse:
    """I asked them whom they know; or they answered."""
    marks = Acquaintance.objects.visible_to(request.user).select_related(
        "owner__seeker", "person", "candidate"
    )
    mark = get_object_or_404(marks, pk=acquaintance_id)
    today = request.user.today
    answered = today if request.POST.get("answered") else None
    actions.mark_asked(mark, asked_on=today, answered_on=answered)
    messages.success(
        request, _("Noted. When they name someone, add that person with their name as the source.")
    )
    return redirect("find:person", mark.person_id)
