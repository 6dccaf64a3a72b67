"""Turn the mixed likelihoods into probabilities that hold: of titles scored 0.8, eight in ten are right.

The mixing is fitted on official titles, and people's titles are harder. The line for plain titles was fitted on
official titles the views had not seen, as published and dressed up; the others were measured on the development
titles: lines of our reviewed list are righter than they say, and titles in capitals come from registers and filings,
whose codes were often chosen for other reasons than the title, most of all in office and technical work and for the
general titles our list is about ("PROJECT ENGINEER"). A filing that is not written in capitals cannot be told from
a contact's title, and gets a score that is too high. A default of ours.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

OFFICE_GROUPS = frozenset({"11", "13", "15", "17", "19", "25", "27", "41"})


@dataclass(frozen=True, slots=True)
class Line:
    """Log odds out = shift + slope x log odds in."""

    shift: float
    slope: float

    def at(self, likely: float) -> float:
        likely = min(max(likely, 0.005), 0.995)
        odds = self.shift + self.slope * math.log(likely / (1 - likely))
        return 1 / (1 + math.exp(-odds))


@dataclass(frozen=True, slots=True)
class Calibration:
    plain: Line = Line(0.0, 1.0)
    listed: Line = Line(0.0, 1.0)
    capitals_office: Line = Line(0.0, 1.0)
    capitals_other: Line = Line(0.0, 1.0)
    capitals_listed: Line = Line(0.0, 1.0)

    def line(self, soc: str, capitals: bool, listed: bool) -> Line:
        if not capitals:
            return self.listed if listed else self.plain
        if listed and soc[:2] in OFFICE_GROUPS:
            return self.capitals_listed
        return self.capitals_office if soc[:2] in OFFICE_GROUPS else self.capitals_other


CALIBRATION = Calibration(
    plain=Line(-0.1, 1.0),
    listed=Line(0.6, 1.0),
    capitals_office=Line(-0.95, 0.5),
    capitals_other=Line(-0.3, 0.5),
    capitals_listed=Line(-1.6, 0.5),
)


def calibrated(
    likely: Sequence[tuple[str, float]], capitals: bool, calibration: Calibration, *, listed: bool = False
) -> list[float]:
    """The probabilities of candidates (SOC code, likelihood), the likeliest first; their order stays.

    capitals: how the title was written; listed: a line of our reviewed list says the whole title. The first is read off its line; the others share what it leaves, in proportion.
    """
    if not likely:
        return []
    soc, top = likely[0]
    first = calibration.line(soc, capitals, listed).at(top)
    scale = (1 - first) / max(1 - top, 1e-6)
    return [first, *(min(first, value * scale) for _, value in likely[1:])]
