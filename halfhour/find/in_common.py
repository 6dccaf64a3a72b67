"""What the seeker has in common with people: schools, employers, associations, places they are from."""

from collections import defaultdict
from collections.abc import Iterable

from halfhour.accounts.models import User
from halfhour.find.models import Common
from halfhour.find.rules.facts import organisation_key


class InCommon:
    """The seeker's own, for comparing: case, accents and "Inc." make no difference."""

    def __init__(self, mine: Iterable[tuple[str, str]]) -> None:
        self._mine: dict[str, set[str]] = defaultdict(set)
        for kind, name in mine:
            if key := organisation_key(name):
                self._mine[kind].add(key)

    def shared(self, kind: str, theirs: str) -> str:
        """Their school, employer, association or place when it is mine too, else nothing."""
        return theirs if theirs and organisation_key(theirs) in self._mine.get(kind, ()) else ""


def in_common(user: User) -> InCommon:
    mine = list(Common.objects.visible_to(user).values_list("kind", "name"))
    return InCommon([*mine, (Common.Kind.SCHOOL, user.seeker.school)])
