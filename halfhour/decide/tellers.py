"""Who could still speak about each occupation: talks already agreed first, then people known to do the work."""

from django.db.models import Exists, F, OuterRef, Q

from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact.models import Approach
from halfhour.find.models import Person
from halfhour.find.rules.ranking import SURE
from halfhour.interview.models import Interview

COULD_TELL = 3
COULD_TELL_LOOKED_AT = 300


def could_tell(user: User, candidates: list[Candidate], interviews: list[Interview]) -> dict[int, list[str]]:
    """Who could still speak about each occupation: talks already agreed first, then people known to do the work."""
    names: dict[int, list[str]] = {c.pk: [] for c in candidates}
    heard = {t.person_id for t in interviews if t.ended_at is not None}
    coming = [t for t in interviews if t.ended_at is None]
    for talk in coming:
        names.get(talk.candidate_id, []).append(talk.person.name)
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
    for candidate_id, soc, name in known_first.values_list("candidate", "occupation__soc", "name")[
        :COULD_TELL_LOOKED_AT
    ]:
        for candidate in candidates:
            listed = candidate_id == candidate.pk or (
                candidate_id is None and soc and soc == soc_of(candidate)
            )
            if listed and len(names[candidate.pk]) < COULD_TELL:
                names[candidate.pk].append(name)
    return names


def soc_of(candidate: Candidate) -> str:
    return candidate.occupation.soc if candidate.occupation else ""
