"""Are the people asked different enough from one another?

Source: What Color Is Your Parachute? For Teens (talk to the youngest in the job too, not only to the successful seniors that
others suggest). Fifteen years, and the other signs of sameness, are defaults of ours.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

LONG_YEARS = 15
FROM_PEOPLE = 3
FROM_PEOPLE_SMALL = 2


@dataclass(frozen=True)
class Voice:
    """One person heard. size: small, medium or large; route_in: such as degree or apprenticeship; empty when unknown."""

    name: str
    years_in_job: int | None = None
    organisation: str = ""
    size: str = ""
    level: str = ""
    route_in: str = ""
    led_by: str = ""


def spread_hints(voices: Sequence[Voice]) -> tuple[str, ...]:
    """Return hints on whom to look for next when everyone heard so far is alike; empty when they differ.

    Only what is known of everyone counts; one unknown among them is no hint.
    """
    count = len(voices)
    if count < FROM_PEOPLE_SMALL:
        return ()
    hints = []
    years = [v.years_in_job for v in voices]
    known = [y for y in years if y is not None]
    if count >= FROM_PEOPLE and len(known) == count and min(known) > LONG_YEARS:
        hints.append(
            f"All {count} have done this for more than {LONG_YEARS} years. Ask someone who began in the last two."
        )
    if organisation := _same(voices, lambda v: v.organisation, FROM_PEOPLE_SMALL):
        hints.append(f"Everyone so far works at {organisation}. The same work may be different elsewhere.")
    if size := _same(voices, lambda v: v.size, FROM_PEOPLE):
        other = "small" if size == "large" else "large"
        hints.append(f"All of them work at {size} places. Hear one from a {other} one.")
    if _same(voices, lambda v: v.level, FROM_PEOPLE) in {"senior", "manages", "heads"}:
        hints.append("All of them are well ahead of where you would start. Look for one near the beginning.")
    if route := _same(voices, lambda v: v.route_in, FROM_PEOPLE):
        hints.append(
            f"All of them came in the same way ({route}). Ask each whom they know who came by another."
        )
    if name := _same(voices, lambda v: v.led_by, FROM_PEOPLE):
        hints.append(
            f"All of them came to you through {name}. A name from somewhere else brings another view."
        )
    return tuple(hints)


def _same(voices: Sequence[Voice], what: Callable[[Voice], str], from_people: int) -> str:
    values = {what(v) for v in voices}
    return values.pop() if len(voices) >= from_people and len(values) == 1 else ""
