"""The two small pictures of an occupation page, as numbers for a drawing 300 wide."""

from collections.abc import Mapping
from dataclasses import dataclass

WIDTH = 300
MARGIN = 6


@dataclass(frozen=True)
class PayPicture:
    """Where pay lies, from what a tenth earn less than to what a tenth earn more than. US dollars a year.

    ends: p10 and p90; box: p25 and p75; each as (dollars, place from the left).
    """

    low: tuple[int, float]
    box_low: tuple[int, float]
    middle: tuple[int, float]
    box_high: tuple[int, float]
    high: tuple[int, float]

    @property
    def box_width(self) -> float:
        return round(self.box_high[1] - self.box_low[1], 1)


def pay_picture(pay: Mapping[str, int | None] | None) -> PayPicture | None:
    """None when one of the five figures is not published: then only those that are can be listed."""
    figures = [(pay or {}).get(key) for key in ("p10", "p25", "median", "p75", "p90")]
    if pay is None or any(f is None for f in figures):
        return None
    dollars = [int(f or 0) for f in figures]
    span = max(dollars[-1] - dollars[0], 1)
    places = [round(MARGIN + (d - dollars[0]) / span * (WIDTH - 2 * MARGIN), 1) for d in dollars]
    return PayPicture(*zip(dollars, places, strict=True))


@dataclass(frozen=True)
class OutlookPicture:
    """Jobs now and in ten years as two bars; thousands of jobs, and lengths."""

    now: float
    now_length: float
    later: float
    later_length: float


def outlook_picture(outlook: Mapping[str, float | None] | None) -> OutlookPicture | None:
    now, later = (outlook or {}).get("now"), (outlook or {}).get("later")
    if not now or later is None:
        return None
    most = max(now, later)
    return OutlookPicture(now, round(now / most * WIDTH, 1), later, round(later / most * WIDTH, 1))
