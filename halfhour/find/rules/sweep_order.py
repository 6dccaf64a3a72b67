"""Of whom to ask first "do they do this, or might they know someone?", when going through one's own people.

Source: "Whom do you choose?": begin with people you already know; they may do the job or know someone who does. The
order is a default of ours: a title that reads as the work, work close to it, then whoever is near to the seeker, then
the latest acquaintance. Nobody is left out.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date

from halfhour.find.rules.warmth import STRENGTH


@dataclass(frozen=True, slots=True)
class Known:
    """Someone the seeker knows. code: O*NET-SOC or None; connected_on: when they got to know each other."""

    person_id: int
    code: str | None = None
    relationship: str = ""
    same_school: bool = False
    connected_on: date | None = None
    has_title: bool = True


def in_order(people: Iterable[Known], wanted: Container[str], close: Container[str]) -> list[int]:
    """Person ids, the most useful to ask about first. wanted, close: six-digit codes ("27-4014")."""
    return [p.person_id for p in sorted(people, key=lambda p: _place(p, wanted, close))]


def _place(person: Known, wanted: Container[str], close: Container[str]) -> tuple[int, float, bool, int, int]:
    code = (person.code or "")[:7]
    nearness = 0 if code and code in wanted else 1 if code and code in close else 2
    warm = STRENGTH.get(person.relationship, STRENGTH[""]) + 0.5 * person.same_school
    since = person.connected_on.toordinal() if person.connected_on else 0
    return nearness, -warm, not person.has_title, -since, person.person_id
