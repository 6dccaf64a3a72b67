"""How sure the seeker felt before and after each talk, and what that comes to.

Source: Informational Interviewing Part 1: the talks polish communication and build confidence and poise before real job
interviews. From three talks on, and the words, are defaults of ours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import mean

ENOUGH_TALKS = 3
CLEAR_POINTS = 8


@dataclass(frozen=True)
class Point:
    """One talk. before, after: 0 to 100, None when not said."""

    name: str
    on: date
    before: int | None
    after: int | None


@dataclass(frozen=True)
class Trend:
    """points: the talks for which something was said, oldest first. words: what it comes to, empty under three of them."""

    points: tuple[Point, ...]
    words: str

    @property
    def missing(self) -> int:
        """How many more talks until there is something to see."""
        return max(0, ENOUGH_TALKS - len(self.points))


def trend_of(points: Sequence[Point]) -> Trend:
    """Say how the confidence went over the talks; talks without any figure are left out."""
    known = tuple(p for p in points if p.before is not None or p.after is not None)
    if len(known) < ENOUGH_TALKS:
        return Trend(known, "")
    parts = []
    going_in = [p.before for p in known if p.before is not None]
    if len(going_in) > 1:
        parts.append(moved("Before a talk", going_in[0], going_in[-1]))
    lifts = [p.after - p.before for p in known if p.before is not None and p.after is not None]
    if lifts:
        usual = round(mean(lifts))
        if usual >= CLEAR_POINTS:
            parts.append(f"A talk itself usually lifted it by {usual}.")
        elif usual <= -CLEAR_POINTS:
            parts.append(f"After a talk it was usually {-usual} lower; look at which ones.")
        else:
            parts.append("A talk itself changed it little.")
    return Trend(known, " ".join(parts))


def moved(when: str, first: int, last: int) -> str:
    if last - first >= CLEAR_POINTS:
        return f"{when} you now feel surer than at the first one: {last} of 100, after {first}."
    if first - last >= CLEAR_POINTS:
        return f"{when} you now feel less sure than at the first one: {last} of 100, after {first}. That happens when the talks get bigger."
    return f"{when} you feel about as sure as at the first one: {last} of 100."
