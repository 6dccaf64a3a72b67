"""The two small pictures of an occupation page, as numbers for a drawing 300 wide."""

from collections.abc import Mapping
from dataclasses import dataclass

WIDTH = 300
MARGIN = 6
LABEL = 64  # room for a figure in words
YEAR = 36  # room for the year before a bar


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

    @property
    def middle_label(self) -> float:
        """Where the words over the middle are centred, so that they stay inside the picture."""
        return min(max(self.middle[1], LABEL / 2), WIDTH - LABEL / 2)


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

    @property
    def now_label(self) -> float:
        return YEAR + self.now_length + MARGIN

    @property
    def later_label(self) -> float:
        return YEAR + self.later_length + MARGIN


def outlook_picture(outlook: Mapping[str, float | None] | None) -> OutlookPicture | None:
    now, later = (outlook or {}).get("now"), (outlook or {}).get("later")
    if not now or later is None:
        return None
    most = max(now, later)
    longest = WIDTH - YEAR - LABEL - MARGIN
    return OutlookPicture(now, round(now / most * longest, 1), later, round(later / most * longest, 1))
