"""Who could still speak about each occupation: talks already agreed first, then people known to do the work."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext as _

from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact.models import Approach
from halfhour.find.models import Person
from halfhour.find.rules.ranking import SURE
from halfhour.interview.models import Interview

COULD_TELL = 3
COULD_TELL_LOOKED_AT = 300


@dataclass(frozen=True)
class Teller:
    """Someone who could still speak about it. on: the day a talk is agreed for."""

    person_id: int
    name: str
    title: str
    organisation: str
    on: date | None = None

    def __str__(self) -> str:
        return self.name

    @property
    def role(self) -> str:
        """What they do and where, as far as it is known."""
        if self.title and self.organisation:
            return _("%(title)s at %(place)s") % {"title": self.title, "place": self.organisation}
        return self.title or self.organisation


def could_tell(
    user: User, candidates: list[Candidate], interviews: list[Interview]
) -> dict[int, list[Teller]]:
    """At most three for each occupation, by its id; talks already agreed always stand there."""
    found: dict[int, list[Teller]] = {c.pk: [] for c in candidates}
    heard = {t.person_id for t in interviews if t.ended_at is not None}
    coming = [t for t in interviews if t.ended_at is None]
    for talk in coming:
        found.get(talk.candidate_id, []).append(teller_of(talk))
    agreed = {t.person_id for t in coming}
    doing = Q(candidate__in=candidates) | Q(
        occupation__soc__in=[soc_of(c) for c in candidates], code_score__gte=SURE
    )
    people = Person.objects.visible_to(user).current().filter(doing, do_not_contact_at=None, route_only=False)
    people = people.exclude(does_it=Person.DoesIt.NO).exclude(pk__in=heard | agreed)
    closed = Approach.objects.filter(person=OuterRef("pk")).exclude(closed_because="")
    known_first = people.exclude(Exists(closed)).order_by(
        F("candidate").asc(nulls_last=True), "-code_score", "pk"
    )
    values = known_first.values_list(
        "candidate", "occupation__soc", "pk", "name", "title", "organisation__name"
    )
    for candidate_id, soc, pk, name, title, place in values[:COULD_TELL_LOOKED_AT]:
        for candidate in candidates:
            listed = candidate_id == candidate.pk or (
                candidate_id is None and soc and soc == soc_of(candidate)
            )
            if listed and len(found[candidate.pk]) < COULD_TELL:
                found[candidate.pk].append(Teller(pk, name, title, place or ""))
    return found


def teller_of(talk: Interview) -> Teller:
    person = talk.person
    place = person.organisation.name if person.organisation else ""
    return Teller(person.pk, person.name, person.title, place, talk.on)


def soc_of(candidate: Candidate) -> str:
    return candidate.occupation.soc if candidate.occupation else ""
