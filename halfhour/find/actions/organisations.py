"""Organisations by name while many people are written: case, accents and "Inc." do not make a second one."""

from collections.abc import Iterable

from halfhour.accounts.models import User
from halfhour.find.models import Organisation
from halfhour.find.rules.facts import organisation_key

LONGEST = 200


class Organisations:
    def __init__(self, user: User) -> None:
        self.user = user
        mine = Organisation.objects.visible_to(user).order_by("-pk").values_list("name", "pk")
        self._ids = {organisation_key(name): pk for name, pk in mine}

    def make(self, names: Iterable[str]) -> None:
        """Make those that are not there yet, in one statement."""
        missing: dict[str, str] = {}
        for name in names:
            name = " ".join(name.split())[:LONGEST]
            key = organisation_key(name)
            if key and key not in self._ids:
                missing.setdefault(key, name)
        made = [Organisation(owner=self.user, name=name) for name in missing.values()]
        Organisation.objects.bulk_create(made, batch_size=1000)
        self._ids |= {key: row.pk for key, row in zip(missing, made, strict=True)}

    def id_of(self, name: str) -> int | None:
        """The organisation of this name, None for none; `make` has been called with it."""
        return self._ids.get(organisation_key(" ".join(name.split())[:LONGEST]))


def organisation_named(user: User, name: str) -> Organisation | None:
    """One organisation by name, made when it is new; None for an empty name."""
    name = " ".join(name.split())[:LONGEST]
    if not name:
        return None
    found = Organisation.objects.visible_to(user).filter(name__iexact=name).first()
    return found or Organisation.objects.create(owner=user, name=name)
