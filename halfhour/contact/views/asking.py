"""Beginning to ask someone: about which work, by which way, how long, why them; and who I am, the first time."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from halfhour.accounts import actions as accounts
from halfhour.choose.models import Candidate
from halfhour.contact import actions
from halfhour.contact.forms import LONG_MINUTES, WAY_WORDS, AboutYouForm, AddressForm, AskForm, ChangeForm
from halfhour.contact.models import Approach, Channel
from halfhour.contact.reach import KNOWN, introducers_for, reach_of, will_ask_first
from halfhour.contact.rules.evidence import lines_for
from halfhour.contact.rules.ways import Way, first_way, ways_to_reach
from halfhour.contact.views.found import SignedIn, approach_of, person_of
from halfhour.find.models import Person, Referral, Source
from halfhour.find.rules.ranking import Role
from halfhour.refused import Refused

CHANNELS = {
    Way.INTRODUCTION: Channel.INTRODUCTION,
    Way.EMAIL: Channel.EMAIL,
    Way.NETWORK: Channel.NETWORK,
    Way.LETTER: Channel.LETTER,
    Way.PHONE: Channel.PHONE,
    Way.SWITCHBOARD: Channel.PHONE,
}
FOUND = {
    "email": Way.EMAIL.value,
    "phone": Way.PHONE.value,
    "switchboard": Way.SWITCHBOARD.value,
    "postal_address": Way.LETTER.value,
    "url": Way.NETWORK.value,
}
PAGES = {Channel.INTRODUCTION: "contact:introductions", Channel.PHONE: "contact:call"}


@require_http_methods(["GET", "POST"])
def ask(request: SignedIn, person_id: int) -> HttpResponse:
    person = person_of(request, person_id)
    already = Approach.objects.visible_to(request.user).open().filter(person=person).first()
    if already is not None:
        return redirect("contact:approach", already.pk)
    candidates = list(Candidate.objects.visible_to(request.user).shortlist())
    introducers = introducers_for(request.user, person, candidates)
    reach = reach_of(person, introducers, asks_first=will_ask_first(person))
    ways = ways_to_reach(reach)
    form = AskForm(
        request.POST or None,
        candidates=Candidate.objects.visible_to(request.user).shortlist(),
        ways=[(o.way.value, WAY_WORDS[o.way][0]) for o in ways],
        initial=_initial(request, person, candidates, first_way(reach)),
    )
    seeker = request.user.seeker
    missing = not (seeker.name and seeker.about and seeker.email)
    about = AboutYouForm(request.POST or None, instance=seeker, prefix="me") if missing else None
    if request.method == "POST" and form.is_valid() and (about is None or about.is_valid()):
        try:
            approach = _opened(request, person, form.cleaned_data, about)
        except Refused as why:
            form.add_error(None, str(why))
        else:
            if approach.minutes > LONG_MINUTES:
                messages.info(
                    request, _("An hour is a lot to ask of a stranger; twenty or thirty minutes is usual.")
                )
            if request.POST.get("then") == "practise":
                return redirect("contact:rehearsal", approach.pk)
            return redirect(PAGES.get(Channel(approach.channel), "contact:approach"), approach.pk)
    shown = [_shown(o.way, ready=o.ready, person=person, introducers=introducers) for o in ways]
    if form.is_bound and form["found_value"].value():  # typed here, though not kept yet
        for one in shown:
            if FOUND.get(str(form["found_kind"].value())) == one["way"]:
                one |= {"known": form["found_value"].value(), "ready": True}
    warning = actions.organisation_warning(request.user, person, request.user.today)
    context = {
        "person": person,
        "form": form,
        "about": about,
        "candidates": candidates,
        "ways": shown,
        "chosen": form["way"].value(),
        "warning": warning,
        "introducers": introducers,
        "calming": lines_for("channel"),
        "easier": _easier(person, form["candidate"].value(), candidates),
    }
    return render(request, "contact/ask.html", context)


@require_http_methods(["GET", "POST"])
def change(request: SignedIn, approach_id: int) -> HttpResponse:
    """Why them, how long, by which way: changed once, letter and call card follow."""
    asked = approach_of(request, approach_id)
    initial = {
        "why_person": asked.why_person,
        "minutes": asked.minutes,
        "focus": asked.focus.split(","),
        "channel": asked.channel,
    }
    form = ChangeForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        actions.change_ask(asked, **{**told, "focus": ",".join(told["focus"])})
        messages.success(request, _("Changed. Texts you have not edited say it this way now."))
        return redirect("contact:approach", asked.pk)
    return render(request, "contact/change.html", {"approach": asked, "person": asked.person, "form": form})


@require_POST
def addresses(request: SignedIn, person_id: int) -> HttpResponse:
    """An address or number was found; back to where it was wanted."""
    person = person_of(request, person_id)
    form = AddressForm(request.POST)
    if form.is_valid():
        try:
            actions.note_address(person, **form.cleaned_data)
            messages.success(request, _("Noted, with where you found it."))
        except Refused as why:
            messages.error(request, str(why))
    else:
        messages.error(request, _("An address needs its value and where you found it."))
    approach = Approach.objects.visible_to(request.user).open().filter(person=person).first()
    if approach is None:
        return redirect("contact:ask", person.pk)
    wanted_here = request.POST.get("then") == "call"
    return redirect("contact:call" if wanted_here else "contact:approach", approach.pk)


@dataclass(frozen=True)
class Easier:
    """Somebody on the list who is easier to ask first, and why."""

    person: Person
    reason: str


def _easier(person: Person, candidate_id: Any, candidates: list[Candidate]) -> Easier | None:
    """The first name of the list when it is a warmer one than this; None when one begins with the easiest already."""
    candidate = next((c for c in candidates if str(c.pk) == str(candidate_id)), None)
    if candidate is None or person.relationship in KNOWN:
        return None
    names = [r for r in actions.ranked_people(person.owner, candidate) if r.role <= Role.MAY_DO_IT]
    if not names or names[0].person_id == person.pk:
        return None
    mine = next((r for r in names if r.person_id == person.pk), None)
    if mine is not None and mine.warmth >= names[0].warmth:
        return None
    first = Person.objects.visible_to(person.owner).get(pk=names[0].person_id)
    return Easier(first, names[0].reasons[0] if names[0].reasons else "")


@transaction.atomic
def _opened(request: SignedIn, person: Person, told: dict[str, Any], about: AboutYouForm | None) -> Approach:
    """Refused before anything is written, or everything is."""
    if about is not None:
        accounts.describe_myself(request.user, **about.cleaned_data)
    if told["found_value"]:
        actions.note_address(
            person, kind=told["found_kind"], value=told["found_value"], found_at=told["found_at"]
        )
    return actions.open_approach(
        request.user,
        person,
        told["candidate"],
        channel=CHANNELS[Way(told["way"])],
        minutes=told["minutes"],
        focus=",".join(told["focus"]),
        why_person=told["why_person"],
        anyway=told["anyway"],
    )


def _initial(
    request: SignedIn, person: Person, candidates: list[Candidate], way: Way | None
) -> dict[str, Any]:
    candidate: Any = request.GET.get("for") or person.candidate_id
    if not candidate:
        same = [c.pk for c in candidates if c.occupation_id and c.occupation_id == person.occupation_id]
        candidate = same[0] if same else (candidates[0].pk if len(candidates) == 1 else None)
    told = (
        Referral.objects.filter(to=person)
        .exclude(why="")
        .order_by("-on")
        .values_list("why", flat=True)
        .first()
    )
    return {
        "candidate": candidate,
        "way": way or Way.EMAIL,
        "minutes": request.user.seeker.minutes,
        "why_person": told or "",
    }


def _network_of(person: Person) -> str:
    """The network's name, where the source tells it."""
    source = person.source
    return source.name if source is not None and source.kind == Source.Kind.NETWORK else ""


def _shown(way: Way, *, ready: bool, person: Person, introducers: list[Person]) -> dict[str, Any]:
    """One way as the page shows it: what it is, what it costs, and what is known for it."""
    organisation = person.organisation
    known = {
        Way.INTRODUCTION: _("ask %(name)s") % {"name": introducers[0].name} if introducers else "",
        Way.EMAIL: person.email,
        Way.NETWORK: person.url or _network_of(person) or _("the network you know them from"),
        Way.LETTER: _("postal address known"),
        Way.PHONE: person.phone,
        Way.SWITCHBOARD: f"{organisation.name}, {organisation.telephone}" if organisation else "",
    }
    lacks = {
        Way.INTRODUCTION: _("nobody marked yet who may know them"),
        Way.EMAIL: _("no address yet"),
        Way.NETWORK: _("not known where they can be found"),
        Way.LETTER: _("no postal address yet"),
        Way.PHONE: _("no number yet"),
        Way.SWITCHBOARD: _("no number of %(name)s yet") % {"name": organisation.name if organisation else ""},
    }
    label, cost = WAY_WORDS[way]
    return {
        "way": way.value,
        "label": label,
        "cost": cost,
        "known": known[way] if ready else lacks[way],
        "ready": ready,
    }
