"""Who is still owed a word: those who led to a talk, those whose advice was followed, and everyone after about three months.

Source: Yale (tell whoever referred you how it went), Carleton, Schofield (advice and offers become commitments), Santa Clara
(every few months). Within a week, and three months, are defaults of ours.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

NEWS_WITHIN_DAYS = 7
KEEP_IN_TOUCH_DAYS = 90

_WHY = {
    "introduced": "{helper} asked {person} for you.",
    "named": "{helper} gave you the name of {person}.",
}


@dataclass(frozen=True)
class Helper:
    """Someone who led to a talk. how: "introduced" or "named"."""

    person_id: int
    name: str
    how: str


@dataclass(frozen=True)
class News:
    """How it went, owed to one helper."""

    helper: Helper
    due_on: date
    why: str


@dataclass(frozen=True)
class AdviceDone:
    """Advice that was followed. told_on: the day its giver heard of it."""

    text: str
    done_on: date | None
    told_on: date | None = None


def news_owed(
    helpers: Iterable[Helper], *, talked_to: str, held_on: date, told: Collection[int] = ()
) -> list[News]:
    """List the news still owed because of one held talk, in the order of the helpers.

    told: ids of those who have heard. Someone who introduced and named is told once, for the introduction.
    """
    first: dict[int, Helper] = {}
    for helper in helpers:
        if helper.person_id not in first or helper.how == "introduced":
            first[helper.person_id] = helper
    due_on = held_on + timedelta(days=NEWS_WITHIN_DAYS)
    return [
        News(helper, due_on, _WHY[helper.how].format(helper=helper.name, person=talked_to))
        for helper in first.values()
        if helper.person_id not in told
    ]


def advice_to_report(advice: Iterable[AdviceDone]) -> list[tuple[AdviceDone, date]]:
    """List the advice whose giver has not heard that it was followed, each with its day, earliest first."""
    owed = [(a, a.done_on + timedelta(days=NEWS_WITHIN_DAYS)) for a in advice if a.done_on and not a.told_on]
    return sorted(owed, key=lambda item: item[1])


def next_touch(last_on: date, *, after_days: int = KEEP_IN_TOUCH_DAYS) -> date:
    """Return the day for the next few lines to somebody, about three months after the last."""
    return last_on + timedelta(days=after_days)
