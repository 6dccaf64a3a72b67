"""Whom to ask first: the facts of a seeker's people, handed to the ranking rule."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.find.asked import asked_by
from halfhour.find.in_common import InCommon, in_common
from halfhour.find.models import Acquaintance, Common, NotIt, Person, Referral, Source
from halfhour.find.rules.ranking import Contact, Looking, Ranked, rank
from halfhour.find.rules.warmth import Connection

__all__ = ["Ranked", "looking_for", "ranked"]

_NAMED_BY = (Source.Kind.ACQUAINTANCE, Source.Kind.REFERRAL)
_READ = (
    *(
        "pk",
        "name",
        "title",
        "organisation__name",
        "occupation_id",
        "code_score",
        "code_by",
        "does_it",
        "level",
    ),
    *("association", "hometown"),
    *("relationship", "school", "email", "phone", "url", "postal_address", "organisation__telephone"),
    *("source__kind", "source__name", "source__may_mention", "candidate_id", "save_for_later"),
)


def ranked(
    user: User,
    candidate: Candidate,
    *,
    asked_on: Mapping[int, date] | None = None,
    asked_organisations: Mapping[str, date] | None = None,
    entry_level: str = "",
) -> list[Ranked]:
    """Everyone worth asking about one occupation of the shortlist, best first; see the ranking rule.

    asked_on: person id -> the day they were last asked; asked_organisations: where someone is being asked now. Left out,
    they are what the later steps tell. entry_level: the level to look for; left out, the seeker's own.
    """
    told = asked_by(user) if asked_on is None or asked_organisations is None else None
    people = asked_on if asked_on is not None else told.people if told else {}
    places = asked_organisations if asked_organisations is not None else told.organisations if told else {}
    looking = looking_for(user, candidate, places)
    if entry_level:
        looking = replace(looking, entry_level=entry_level)
    rows = possible(user, candidate, looking).values(*_READ, "is_marked", "is_not_it", "named_by")
    common = in_common(user)
    return rank((_contact(row, candidate, common, people) for row in rows.iterator(chunk_size=5000)), looking)


def looking_for(user: User, candidate: Candidate, asked_organisations: Mapping[str, date]) -> Looking:
    occupation = candidate.occupation
    close = occupation.facts.get("related", []) if occupation else []
    return Looking(
        code=candidate.occupation_id,
        name=candidate.words,
        entry_level=user.seeker.entry_level,
        related=frozenset(code for code, tier in close if tier.startswith("primary")),
        asked_organisations=asked_organisations,
    )


def possible(user: User, candidate: Candidate, looking: Looking) -> QuerySet[Person]:
    """Only people for whom anything speaks, found by index; whoever asked to be left alone is not among them."""
    marks = Acquaintance.objects.filter(person=OuterRef("pk"), candidate=candidate)
    not_it = NotIt.objects.filter(person=OuterRef("pk"), candidate=candidate)
    named = Referral.objects.filter(to=OuterRef("pk"), permission=Referral.Permission.YES)
    fits = Q(candidate=candidate) | Q(is_marked=True)
    if looking.code:
        fits |= Q(occupation__soc=looking.code[:7]) | Q(occupation__in=looking.related)
    people = Person.objects.visible_to(user).current().filter(do_not_contact_at=None)
    people = people.annotate(
        is_marked=Exists(marks), is_not_it=Exists(not_it), named_by=Subquery(named.values("by__name")[:1])
    )
    return people.filter(fits)


def _contact(
    row: Mapping[str, Any], candidate: Candidate, common: InCommon, asked: Mapping[int, date]
) -> Contact:
    about_this = row["candidate_id"] in (None, candidate.pk)
    named_by = row["named_by"] or ""
    if not named_by and row["source__may_mention"] and row["source__kind"] in _NAMED_BY:
        named_by = row["source__name"]
    reach = {
        "email": row["email"],
        "phone": row["phone"],
        "network": row["url"],
        "postal": row["postal_address"],
        "switchboard": row["organisation__telephone"],
    }
    place = row["organisation__name"] or ""
    return Contact(
        person_id=row["pk"],
        name=row["name"],
        title=row["title"],
        organisation=place,
        code=row["occupation_id"],
        code_score=1.0 if row["code_by"] == "seeker" else row["code_score"] or 0.0,
        does_it=_does_it(row, about_this),
        may_know=row["is_marked"],
        level=row["level"],
        connection=Connection(
            relationship=row["relationship"],
            named_by=named_by,
            shared_school=common.shared(Common.Kind.SCHOOL, row["school"]),
            shared_employer=common.shared(Common.Kind.EMPLOYER, place),
            association=common.shared(Common.Kind.ASSOCIATION, row["association"]),
            shared_place=common.shared(Common.Kind.PLACE, row["hometown"]),
        ),
        reach=tuple(way for way, known in reach.items() if known),
        how_found=row["source__kind"] is not None,
        asked_on=asked.get(row["pk"]),
        save_for_later=row["save_for_later"],
        listed_for_it=row["candidate_id"] == candidate.pk,
    )


def _does_it(row: Mapping[str, Any], about_this: bool) -> str:
    """What the seeker said about this person and this work; a "no" may be about this work alone."""
    said: str = row["does_it"]
    if about_this and said in (Person.DoesIt.YES, Person.DoesIt.PAST):
        return said
    if row["is_not_it"] or said == Person.DoesIt.NO:
        return Person.DoesIt.NO
    return said if about_this else ""
