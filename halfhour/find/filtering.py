"""Which of my people are wanted: those of an occupation, a level, an organisation, a source, asked or not."""

from collections.abc import Mapping
from functools import cached_property

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from halfhour.accounts.models import Level, User
from halfhour.choose.models import Candidate
from halfhour.find.asked import asked_by
from halfhour.find.models import Organisation, PersonQuerySet, Source

NOT_KNOWN = "unknown"
NONE = "none"


class Chosen:
    """What is asked of the list. said: the names and values of the address that mean something; false when none does."""

    def __init__(self, told: Mapping[str, str], user: User) -> None:
        self._user = user
        work, at = told.get("work", ""), told.get("at", "")
        self.work = next((c for c in self.shortlist if str(c.pk) == work), None) if work else None
        places = Organisation.objects.visible_to(user)
        self.organisation = places.filter(pk=int(at)).first() if at.isdigit() else None
        said = {
            "work": work if self.work or work == NOT_KNOWN else "",
            "level": told.get("level", "") if told.get("level") in Level.values else "",
            "source": told.get("source", "") if told.get("source") in (*Source.Kind.values, NONE) else "",
            "asked": told.get("asked", "") if told.get("asked") in ("yes", "no") else "",
            "at": at if self.organisation else "",
        }
        self.said = {name: value for name, value in said.items() if value}

    def __bool__(self) -> bool:
        return bool(self.said)

    @cached_property
    def shortlist(self) -> list[Candidate]:
        """Read when it is needed: not with every key press."""
        return list(Candidate.objects.visible_to(self._user).shortlist())

    levels = Level.choices
    sources = (*Source.Kind.choices, (NONE, _("not noted")))

    def among(self, people: PersonQuerySet) -> PersonQuerySet:
        """Those of the people who fit everything chosen."""
        said = self.said
        if self.work is not None:
            fits = Q(candidate=self.work)
            if self.work.occupation is not None:
                fits |= Q(occupation__soc=self.work.occupation.soc)
            people = people.filter(fits)
        elif "work" in said:
            people = people.filter(occupation=None, candidate=None)
        if "level" in said:
            people = people.filter(level=said["level"])
        if "source" in said:
            found = Q(source=None) if said["source"] == NONE else Q(source__kind=said["source"])
            people = people.filter(found)
        if self.organisation is not None:
            people = people.filter(organisation=self.organisation)
        if "asked" in said:
            asked = Q(pk__in=list(asked_by(self._user).people))
            people = people.filter(asked if said["asked"] == "yes" else ~asked)
        return people
