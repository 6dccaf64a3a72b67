"""How many occupations to carry along, and the nudge when there are too few or too many.

Source: "Whom do you choose?": identify a few possible occupations, then choose people. That a few means two to
five is a default of ours; it is a hint and stops nobody.
"""

from enum import StrEnum

FEWEST = 2
MOST = 5


class Nudge(StrEnum):
    ADD_ANOTHER = "add another"
    NARROW = "narrow down"


def nudge(count: int) -> Nudge | None:
    """What to hint at for this many occupations; None when it is a few, or none at all yet."""
    if count == 0 or FEWEST <= count <= MOST:
        return None
    return Nudge.ADD_ANOTHER if count < FEWEST else Nudge.NARROW
