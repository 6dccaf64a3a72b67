"""The ways to reach one person, which of them are open now, and which to take first.

Source: Informational Interviewing Part 1, "Making Contact": an introduction by an acquaintance, a letter or e-mail, the
telephone; some want something in writing before a call. Dartmouth (Thayer): use the way they like best. That a message on the network they came from and the
organisation's switchboard stand beside them, and that the warmest way comes first, is a default of ours.
"""

from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    INTRODUCTION = "introduction"
    EMAIL = "email"
    NETWORK = "network"
    LETTER = "letter"
    PHONE = "phone"
    SWITCHBOARD = "switchboard"


IN_WRITING = (Way.EMAIL, Way.NETWORK, Way.LETTER)
SPOKEN = (Way.PHONE, Way.SWITCHBOARD)


@dataclass(frozen=True)
class Reach:
    """What is known about reaching a person.

    introducer: an acquaintance who may ask for me; asks_first: they said that they would. known: we have met;
    prefers: the way they like best, when they said so.
    """

    email: bool = False
    phone: bool = False
    postal_address: bool = False
    network: bool = False
    organisation: bool = False
    switchboard: bool = False
    introducer: bool = False
    asks_first: bool = False
    known: bool = False
    prefers: Way | None = None


@dataclass(frozen=True)
class Open:
    """One way; `ready` is false while an address, a number or a name for it is missing."""

    way: Way
    ready: bool


def ways_to_reach(reach: Reach) -> tuple[Open, ...]:
    """Return every way that makes sense, best first; those that are not ready stand after those that are.

    Someone I know: simply by telephone or a line. A stranger: an introduction, else in writing first, then the call.
    The switchboard is a way only where the organisation is known and no number of the person's own is.
    """
    ready = {
        Way.INTRODUCTION: reach.introducer,
        Way.EMAIL: reach.email,
        Way.NETWORK: reach.network,
        Way.LETTER: reach.postal_address,
        Way.PHONE: reach.phone,
        Way.SWITCHBOARD: reach.switchboard,
    }
    order = [Way.INTRODUCTION, *IN_WRITING, *SPOKEN]
    if reach.known:
        order = [Way.PHONE, *IN_WRITING, Way.INTRODUCTION, Way.SWITCHBOARD]
    if reach.phone or not reach.organisation:
        order.remove(Way.SWITCHBOARD)
    liked = sorted(order, key=lambda way: way is not reach.prefers)
    return tuple(sorted((Open(way, ready[way]) for way in liked), key=lambda o: not o.ready))


def first_way(reach: Reach) -> Way | None:
    """Return the way to take first, or None when nothing is known yet that leads to them.

    For a stranger that is writing, and the call comes after; an introduction when it was promised or is the only way.
    What they like best goes before that, but not before somebody who said they would ask first.
    """
    ready = [o.way for o in ways_to_reach(reach) if o.ready]
    if reach.asks_first and reach.introducer:
        return Way.INTRODUCTION
    if reach.prefers in ready:
        return reach.prefers
    if reach.known or reach.asks_first:
        return next(iter(ready), None)
    written = [way for way in ready if way in IN_WRITING]
    return next(iter([*written, *ready]), None)
