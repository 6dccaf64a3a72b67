"""Getting the one thing a page is about; what is not yours does not exist."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django_htmx.middleware import HtmxDetails

from halfhour.accounts.models import User
from halfhour.contact.facts_of import with_who_named_them
from halfhour.contact.mail import with_mailbox
from halfhour.contact.models import Approach
from halfhour.find.models import Person


class SignedIn(HttpRequest):
    """A request that has passed the gate: it has a user, and the details htmx sends."""

    user: User
    htmx: HtmxDetails


def approach_of(request: SignedIn, approach_id: int) -> Approach:
    rows = Approach.objects.visible_to(request.user).select_related(
        "person__organisation", "person__source", "candidate__occupation"
    )
    approach = get_object_or_404(with_mailbox(with_who_named_them(rows)), pk=approach_id)
    approach.owner = approach.person.owner = request.user  # with the seeker, which every rule asks for
    return approach


def person_of(request: SignedIn, person_id: int) -> Person:
    people = Person.objects.visible_to(request.user).current()
    person = get_object_or_404(
        people.select_related("organisation", "source", "candidate__occupation"), pk=person_id
    )
    person.owner = request.user
    return person
