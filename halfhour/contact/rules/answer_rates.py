"""How often people answer, by the way they were asked, and how many more names that means.

Source: Informational Interviewing Part 1 (if some are not willing, others will be). Honest small numbers, "5 of 17" with a
range, are a default of ours; the range is Wilson's score interval at 95 percent.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, sqrt

Z = 1.959964
MANY = 50


@dataclass(frozen=True)
class Asked:
    """One person asked. route: such as introduction, letter, email, network, phone. finished: the answer is in or overdue."""

    route: str
    said_yes: bool
    finished: bool = True


@dataclass(frozen=True)
class Rate:
    """low, high: from 0 to 1; with nobody asked they are 0 and 1. words: "5 of 17; likely 13 to 53 in a hundred"."""

    yes: int
    asked: int
    low: float
    high: float
    words: str

    @property
    def low_percent(self) -> int:
        return round(self.low * 100)

    @property
    def high_percent(self) -> int:
        return round(self.high * 100)


FEWEST_TO_JUDGE_BY = 5


def of_the_next_ten(one: Rate) -> tuple[int, int] | None:
    """Return how many of the next ten will likely say yes, from and to; None while too few have answered."""
    if one.asked < FEWEST_TO_JUDGE_BY:
        return None
    return int(one.low * 10), ceil(one.high * 10)


@dataclass(frozen=True)
class NamesNeeded:
    """How many more names are likely needed. most is None when the range has no sensible end."""

    likely: int
    fewest: int
    most: int | None
    words: str


def wilson(yes: int, asked: int) -> tuple[float, float]:
    """Return the range in which the true share lies, most likely. Raises ValueError unless 0 <= yes <= asked."""
    if not 0 <= yes <= asked:
        raise ValueError("more answers than people asked")
    if asked == 0:
        return 0.0, 1.0
    share = yes / asked
    middle = share + Z * Z / (2 * asked)
    half = Z * sqrt(share * (1 - share) / asked + Z * Z / (4 * asked * asked))
    scale = 1 + Z * Z / asked
    return max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale)


def rate(yes: int, asked: int) -> Rate:
    """Return the rate with its range in words."""
    low, high = wilson(yes, asked)
    if asked == 0:
        return Rate(0, 0, low, high, "nobody asked yet")
    words = f"{yes} of {asked}; likely {round(low * 100)} to {round(high * 100)} in a hundred"
    return Rate(yes, asked, low, high, words)


def rates_by_route(asked: Iterable[Asked]) -> dict[str, Rate]:
    """Return the rate of each route, most used first; people whose answer is still open are left out."""
    counts: dict[str, list[int]] = {}
    for one in asked:
        if one.finished:
            count = counts.setdefault(one.route, [0, 0])
            count[0] += one.said_yes
            count[1] += 1
    ordered = sorted(counts.items(), key=lambda item: (-item[1][1], item[0]))
    return {route: rate(yes, total) for route, (yes, total) in ordered}


def names_needed(talks_wanted: int, *, yes: int, asked: int) -> NamesNeeded:
    """Say how many more people have to be asked for so many more talks, judged by the answers so far.

    The likely figure counts one yes and one no more than were given, so that a first answer does not settle it.
    """
    if talks_wanted <= 0:
        return NamesNeeded(0, 0, 0, "no more names are needed")
    low, high = wilson(yes, asked)
    likely = ceil(talks_wanted * (asked + 2) / (yes + 1))
    fewest = ceil(talks_wanted / high)
    most = ceil(talks_wanted / low) if low > 0 and talks_wanted / low <= MANY else None
    talks = "one more talk" if talks_wanted == 1 else f"{talks_wanted} more talks"
    if asked == 0:
        return NamesNeeded(
            likely,
            fewest,
            None,
            f"for {talks} have about {likely} names ready; you have no answers yet to judge by",
        )
    until = f"{fewest} to {most}" if most else f"{fewest} or many more"
    return NamesNeeded(likely, fewest, most, f"for {talks} about {likely} more names ({until})")
