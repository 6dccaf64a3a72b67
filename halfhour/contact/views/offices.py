"""Where no person is known: the call to an organisation, and letters to offices that know willing people."""

import re
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from halfhour.choose.models import Candidate
from halfhour.contact import actions
from halfhour.contact.facts_of import sender_of
from halfhour.contact.forms import GivenForm, OfficeForm, OrganisationCallForm
from halfhour.contact.models import OfficeLetter, OrganisationCall
from halfhour.contact.rules.draft import Draft
from halfhour.contact.rules.facts import Ask, Facts, Recipient
from halfhour.contact.rules.handover import mailto_url
from halfhour.contact.rules.organisation_call import draft_organisation_call
from halfhour.contact.rules.school_office import draft_administrator, draft_school_office
from halfhour.contact.views.found import SignedIn
from halfhour.find.models import Organisation, Referral
from halfhour.refused import Refused

OFFICES_SHOWN = 50


@require_http_methods(["GET", "POST"])
def organisation_call(request: SignedIn, organisation_id: int) -> HttpResponse:
    """Whom to ask for, what to say, and how it ended."""
    places = Organisation.objects.visible_to(request.user)
    place = get_object_or_404(places, pk=organisation_id)
    place.owner = request.user
    candidates = list(Candidate.objects.visible_to(request.user).shortlist().select_related("occupation"))
    wanted = request.POST.get("for") or request.GET.get("for") or ""
    candidate = next((c for c in candidates if str(c.pk) == wanted), candidates[0] if candidates else None)
    form = OrganisationCallForm(request.POST or None)
    if request.method == "POST" and candidate is not None and form.is_valid():
        told = form.cleaned_data
        given = actions.Given(
            name=told["name"], title=told["title"], extension=told["extension"], said_by=told["said_by"]
        )
        try:
            row = actions.record_organisation_call(
                place,
                candidate,
                key=told["key"],
                outcome=told["outcome"],
                office=told["office"],
                note_text=told["note"],
                given=given,
            )
        except Refused as why:
            form.add_error(None, str(why))
        else:
            return _after_the_call(request, row, candidate)
    calls = list(place.calls.select_related("person", "candidate"))
    return render(request, "contact/organisation_call.html", _card(place, candidate, candidates, calls, form))


def _after_the_call(request: SignedIn, row: OrganisationCall, candidate: Candidate) -> HttpResponse:
    if row.person is not None:
        messages.success(request, _("%(name)s is on your list.") % {"name": row.person.name})
        return redirect(f"{reverse('contact:ask', args=[row.person_id])}?for={candidate.pk}")
    said = {
        OrganisationCall.Outcome.OFFICE: _("Noted. The script below now asks for that office."),
        OrganisationCall.Outcome.REFUSED: _("Noted. Others will be willing; take the next organisation."),
    }
    messages.success(
        request, said.get(OrganisationCall.Outcome(row.outcome), _("Noted. Try again another day."))
    )
    return redirect(f"{reverse('contact:organisation_call', args=[row.organisation_id])}?for={candidate.pk}")


def _card(
    place: Organisation,
    candidate: Candidate | None,
    candidates: list[Candidate],
    calls: list[OrganisationCall],
    form: OrganisationCallForm,
) -> dict[str, Any]:
    mine = [c for c in calls if candidate is not None and c.candidate_id == candidate.pk]
    named = next((c.office for c in reversed(mine) if c.office), "")
    seeker = place.owner.seeker
    facts = Facts(
        sender=sender_of(seeker),
        recipient=Recipient(organisation=place.name),
        ask=Ask(minutes=seeker.minutes, occupation=candidate.name if candidate else ""),
    )
    script = draft_organisation_call(
        facts, code=(candidate.occupation_id or "") if candidate else "", department=named
    )
    key = form["key"].value() if form.is_bound else f"organisation-{place.pk}-{len(calls)}"
    return {
        "organisation": place,
        "candidate": candidate,
        "candidates": candidates,
        "script": script,
        "dial": re.sub(r"[^0-9+]", "", place.telephone),
        "calls": calls,
        "form": form,
        "key": key,
        "refused": bool(mine) and mine[-1].outcome == OrganisationCall.Outcome.REFUSED,
    }


@require_http_methods(["GET", "POST"])
def offices(request: SignedIn) -> HttpResponse:
    """Offices that were written to, and a letter to a new one. GET with a kind shows the letter; POST: it has gone out."""
    seeker = request.user.seeker
    candidates = Candidate.objects.visible_to(request.user).shortlist()
    data = request.POST or (request.GET if "office" in request.GET else None)
    start = {"kind": OfficeLetter.Kind.SCHOOL, "office": seeker.school, "candidate": request.GET.get("for")}
    form = OfficeForm(data, candidates=candidates, initial=start)
    text: dict[str, Any] = {}
    if form.is_bound and form.is_valid():
        told = form.cleaned_data
        if request.method == "POST":
            row = actions.record_office_letter(
                request.user,
                told["candidate"],
                key=request.POST.get("key", "")[:40],
                kind=told["kind"],
                office=told["office"],
                name=told["name"],
                email=told["email"],
                subject=request.POST.get("subject", "")[:200],
                body=request.POST.get("body", "")[:20_000],
            )
            messages.success(request, _("Noted. When they name somebody, write the names down here."))
            return redirect("contact:office", row.pk)
        text = _letter(request, told)
    rows = OfficeLetter.objects.visible_to(request.user).select_related("person", "candidate")
    context = {"form": form, "rows": rows.order_by("-at")[:OFFICES_SHOWN], "candidates": candidates, **text}
    return render(request, "contact/offices.html", context)


def _letter(request: SignedIn, told: dict[str, Any]) -> dict[str, Any]:
    seeker = request.user.seeker
    facts = Facts(
        sender=sender_of(seeker),
        recipient=Recipient(name=told["name"].strip(), organisation=told["office"].strip()),
        ask=Ask(minutes=seeker.minutes, occupation=told["candidate"].name),
    )
    write = draft_school_office if told["kind"] == OfficeLetter.Kind.SCHOOL else draft_administrator
    draft: Draft = write(facts, seed=f"{request.user.pk}-{told['office']}")
    made = OfficeLetter.objects.visible_to(request.user).count()
    return {
        "draft": draft,
        "key": f"office-{made}",
        "mailto": mailto_url(told["email"], draft.subject, draft.body) if told["email"].strip() else None,
    }


@require_http_methods(["GET", "POST"])
def office(request: SignedIn, letter_id: int) -> HttpResponse:
    """What was written to one office, and the names it gave."""
    rows = OfficeLetter.objects.visible_to(request.user).select_related("person__organisation", "candidate")
    letter = get_object_or_404(rows, pk=letter_id)
    letter.owner = request.user
    form = GivenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = actions.record_given_by_office(letter, actions.Given(**form.cleaned_data))
        messages.success(request, _("%(name)s is on your list.") % {"name": person.name})
        return redirect("contact:office", letter.pk)
    named = Referral.objects.filter(by=letter.person_id).select_related("to").order_by("pk")
    return render(request, "contact/office.html", {"letter": letter, "form": form, "named": named})
