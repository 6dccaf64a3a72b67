"""Organisations where an occupation is done: listed without a name, and the name a call gives."""

from django.db import transaction
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.find.actions.organisations import organisation_named
from halfhour.find.actions.people import add_person, add_source
from halfhour.find.models import Listing, Organisation, Person, Source
from halfhour.history.actions import note
from halfhour.refused import Refused


@transaction.atomic
def list_organisation(
    user: User, candidate: Candidate, *, name: str, department: str = "", telephone: str = ""
) -> Listing:
    """Put an organisation on the list of an occupation, to be called and asked for a name. Once for each occupation."""
    place = organisation_named(user, name)
    if place is None:
        raise Refused(_("An organisation needs a name."))
    if telephone.strip() and telephone.strip() != place.telephone:
        place.telephone = telephone.strip()
        place.save(update_fields=["telephone"])
    listing, made = Listing.objects.get_or_create(
        organisation=place, candidate=candidate, defaults={"owner": user, "added_at": clock.now()}
    )
    if department.strip() and department.strip() != listing.department:
        listing.department = department.strip()
        listing.save(update_fields=["department"])
    if made:
        note(user, "find.organisation_listed", listing, candidate=candidate.pk)
    return listing


@transaction.atomic
def unlist_organisation(listing: Listing) -> None:
    note(listing.owner, "find.organisation_unlisted", listing, candidate=listing.candidate_id)
    listing.delete()


@transaction.atomic
def named_by_call(
    place: Organisation,
    *,
    name: str,
    extension: str = "",
    title: str = "",
    said_by: str = "",
    candidate: Candidate | None = None,
) -> Person:
    """A call to an organisation gave a name: the person, with the number to ask for them and how they were found."""
    owner = place.owner
    source = add_source(
        owner,
        kind=Source.Kind.ORGANISATION_CALL,
        name=place.name,
        detail=said_by.strip() or _("the switchboard"),
        on=owner.today,
    )
    return add_person(
        owner,
        name=name,
        title=title,
        organisation=place.name,
        candidate=candidate,
        source=source,
        phone=_number(place.telephone, extension.strip()),
        address_from=_("a call to %(place)s") % {"place": place.name} if extension.strip() else "",
    )


def _number(telephone: str, extension: str) -> str:
    """An extension goes behind the switchboard's number; a whole number stands alone."""
    digits = sum(c.isdigit() for c in extension)
    if not extension or digits > 6:
        return extension
    bare = extension.lower().removeprefix("extension").removeprefix("ext").strip(" .:")
    return f"{telephone} ext. {bare}".strip() if telephone else f"ext. {bare}"
