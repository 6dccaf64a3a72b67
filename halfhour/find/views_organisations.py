"""Organisations: who is there, whom to ask for, and the name a call gave; and what I share with people."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from halfhour.accounts.requests import SignedIn
from halfhour.find import actions, departments
from halfhour.find.forms import CommonForm, ListingForm, NamedByCallForm, OrganisationForm
from halfhour.find.models import Common, Listing, Organisation

PEOPLE_SHOWN = 50


def organisation(request: SignedIn, organisation_id: int) -> HttpResponse:
    place = get_object_or_404(Organisation.objects.visible_to(request.user), pk=organisation_id)
    start = {"telephone": place.telephone, "website": place.website, "note": place.note}
    form = OrganisationForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        actions.describe_organisation(place, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("find:organisation", place.pk)
    return _shown(
        request, place, form, NamedByCallForm(user=request.user, initial={"work": request.GET.get("for")})
    )


@require_POST
def named(request: SignedIn, organisation_id: int) -> HttpResponse:
    """The call gave a name."""
    places = Organisation.objects.visible_to(request.user).select_related("owner__seeker")
    place = get_object_or_404(places, pk=organisation_id)
    form = NamedByCallForm(request.POST, user=request.user)
    if not form.is_valid():
        return _shown(request, place, OrganisationForm(initial={"telephone": place.telephone}), form)
    said = form.cleaned_data
    person = actions.named_by_call(
        place,
        name=said["given_name"],
        extension=said["extension"],
        title=said["what"],
        said_by=said["said_by"],
        candidate=said["work"],
    )
    actions.code_people(request.user, limit=20)
    messages.success(request, _("%(name)s is on your list.") % {"name": person.name})
    return redirect("find:person", person.pk)


def _shown(
    request: SignedIn, place: Organisation, form: OrganisationForm, named_form: NamedByCallForm
) -> HttpResponse:
    mine = place.people.current().select_related("occupation")
    people = list(mine.order_by("family", "given")[: PEOPLE_SHOWN + 1])
    listings = place.listings.select_related("candidate__occupation")
    return render(
        request,
        "find/organisation.html",
        {
            "organisation": place,
            "form": form,
            "named_form": named_form,
            "people": people[:PEOPLE_SHOWN],
            "more": len(people) > PEOPLE_SHOWN,
            "told": place.people.filter(
                interviews__ended_at__isnull=False
            ).exists(),  # a talk of a later step
            "listings": [(one, one.department or departments.suggested(one.candidate)) for one in listings],
        },
        status=422 if form.errors or named_form.errors else 200,
    )


@require_POST
def listings(request: SignedIn) -> HttpResponse:
    """An organisation goes on the list of an occupation."""
    form = ListingForm(request.POST, user=request.user)
    if not form.is_valid():
        for errors in form.errors.values():
            messages.error(request, str(errors[0]))
        return redirect("find:index")
    said = form.cleaned_data
    listing = actions.list_organisation(
        request.user,
        said["candidate"],
        name=said["name"],
        department=said["department"],
        telephone=said["telephone"],
    )
    messages.success(
        request,
        _("%(name)s is on the list for %(work)s.")
        % {"name": listing.organisation.name, "work": listing.candidate.words},
    )
    return redirect("find:organisation", listing.organisation_id)


@require_POST
def unlisting(request: SignedIn, listing_id: int) -> HttpResponse:
    listing = get_object_or_404(
        Listing.objects.visible_to(request.user).select_related("organisation"), pk=listing_id
    )
    actions.unlist_organisation(listing)
    messages.success(request, _("%(name)s is off the list.") % {"name": listing.organisation.name})
    return redirect("find:organisation", listing.organisation_id)


def common(request: SignedIn) -> HttpResponse:
    """What I share with people: a school, an employer, an association, a place."""
    form = CommonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.add_common(request.user, **form.cleaned_data)
        messages.success(request, _("Noted. Whoever shares it now says so on the list."))
        return redirect("find:common")
    mine = Common.objects.visible_to(request.user)
    shown = {"form": form, "mine": mine, "school": request.user.seeker.school}
    return render(request, "find/common.html", shown, status=422 if form.errors else 200)


@require_POST
def common_removal(request: SignedIn, common_id: int) -> HttpResponse:
    actions.remove_common(get_object_or_404(Common.objects.visible_to(request.user), pk=common_id))
    messages.success(request, _("Taken off."))
    return redirect("find:common")
