"""The map of who led to whom: where each person stands and which lines join them.

Everyone has one place: under the person who led there first, so the map is a tree from the seeker outwards. A second
way to the same person is listed beside the picture, not drawn. The layout is a default of ours.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """`by` led to `to`; smaller order came first. Ids of people; by None: the seeker found them without help."""

    by: int | None
    to: int
    order: int


@dataclass(frozen=True)
class Place:
    """column: steps away from the seeker, from 1; row: from the top, from 0. Leaves stand on whole rows."""

    person_id: int
    column: int
    row: float
    parent: int | None


def places(links: Iterable[Link]) -> list[Place]:
    """A place for everyone in the links, parents before children. Circles are cut where they would close."""
    parent: dict[int, int | None] = {}
    children: dict[int | None, list[int]] = defaultdict(list)
    everyone = sorted(links, key=lambda link: link.order)
    for link in everyone:
        if link.to not in parent and not leads_back(link, parent):
            parent[link.to] = link.by
    for link in everyone:  # someone who only ever led to others was found by the seeker
        if link.by is not None and link.by not in parent:
            parent[link.by] = None
    for person, by in parent.items():
        children[by].append(person)
    made: list[Place] = []
    next_row = 0.0

    def put(person: int, column: int) -> float:
        nonlocal next_row
        at = len(made)
        made.append(Place(person, column, 0.0, parent[person]))
        rows = [put(child, column + 1) for child in children[person]]
        if rows:
            row = (rows[0] + rows[-1]) / 2
        else:
            row, next_row = next_row, next_row + 1
        made[at] = Place(person, column, row, parent[person])
        return row

    for root in children[None]:
        put(root, 1)
    return made


def leads_back(link: Link, parent: Mapping[int, int | None]) -> bool:
    """Whether the new line would close a circle."""
    at: int | None = link.by
    while at is not None:
        if at == link.to:
            return True
        at = parent.get(at)
    return False
