"""What is known about reaching one person, and who could introduce me."""

from collections.abc import Sequence

from django.db.models import Q

from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact.rules.ways import Reach, Way
from halfhour.find.models import Person, Referral, Source

KNOWN = {
    Person.Relationship.FAMILY,
    Person.Relationship.FRIEND,
    Person.Relationship.TEACHER,
    Person.Relationship.COLLEAGUE,
    Person.Relationship.CLASSMATE,
    Person.Relationship.NEIGHBOUR,
    Person.Relationship.ACQUAINTANCE,
}


def reach_of(person: Person, introducers: Sequence[Person], *, asks_first: bool = False) -> Reach:
    """asks_first: whoever named this person said that they would ask first."""
    organisation, source = person.organisation, person.source
    from_network = source is not None and source.kind == Source.Kind.NETWORK
    return Reach(
        email=bool(person.email),
        phone=bool(person.phone),
        postal_address=bool(person.postal_address),
        network=bool(person.url) or from_network or person.connected_on is not None,
        organisation=organisation is not None,
        switchboard=bool(organisation and organisation.telephone),
        introducer=bool(introducers),
        asks_first=asks_first,
        known=person.relationship in KNOWN,
        prefers=Way(person.prefers) if person.prefers else None,
    )


def introducers_for(user: User, person: Person, candidates: Sequence[Candidate]) -> list[Person]:
    """People of my list who may put in a word: whoever the name came from, who named them, whom I know where they work,
    who may know someone."""
    wanted = Q(referrals_made__to=person)
    if person.source is not None and person.source.kind == Source.Kind.ACQUAINTANCE and person.source.name:
        wanted |= Q(name=person.source.name)
    if person.organisation_id is not None:
        wanted |= Q(organisation=person.organisation_id, relationship__in=KNOWN)
    about = [c.pk for c in candidates if person.candidate_id in (None, c.pk)]
    wanted |= Q(may_know__candidate__in=about, may_know__answered_on=None)
    people = Person.objects.visible_to(user).current().filter(wanted, do_not_contact_at=None)
    return list(people.exclude(pk=person.pk).order_by("name").distinct()[:20])


def will_ask_first(person: Person) -> bool:
    return Referral.objects.filter(to=person, first=Referral.First.THEM).exists()
