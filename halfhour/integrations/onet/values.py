"""What one O*NET release says, as plain values.

Every table may be empty: releases carry different ones, and `missing` names those not found.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from halfhour.refused import Refused

__all__ = [
    "OccupationText",
    "Ratings",
    "Refused",
    "Related",
    "Release",
    "Share",
    "TaskText",
    "Technology",
    "TitleText",
]


@dataclass(frozen=True, slots=True)
class OccupationText:
    code: str  # O*NET-SOC, eight digits: "15-1252.00"
    name: str
    description: str  # empty when the release at hand has no Occupation Data


@dataclass(frozen=True, slots=True)
class TitleText:
    code: str
    title: str
    short: str  # the short form the publisher gives, often empty


@dataclass(frozen=True, slots=True)
class TaskText:
    code: str
    task_id: str
    text: str
    kind: str  # "Core", "Supplemental" or empty


@dataclass(frozen=True, slots=True)
class Technology:
    code: str
    name: str
    category: str
    hot: bool
    in_demand: bool


@dataclass(frozen=True, slots=True)
class Share:
    """How many percent of an occupation's workers gave this answer category."""

    code: str
    scale: str  # RL education, RW related experience, PT on-site training, OJ on-the-job training
    category: int
    percent: float


@dataclass(frozen=True, slots=True)
class Related:
    code: str
    related: str
    tier: str
    index: int  # 1 is the closest


Ratings = dict[str, dict[str, float]]  # code -> element name -> value


@dataclass(frozen=True)
class Release:
    """One release, read completely.

    zone_levels is 5 before release 30.2 and 4 since: zones of different frameworks must not be compared.
    style_scale is IM (importance 1 to 5) up to 29.x and WI (impact -3 to +3) since 30.
    """

    number: str  # "29.3"
    form: str  # "text", "excel" or "csv"
    occupations: tuple[OccupationText, ...] = ()
    titles: tuple[TitleText, ...] = ()
    reported: tuple[TitleText, ...] = ()
    tasks: tuple[TaskText, ...] = ()
    technologies: tuple[Technology, ...] = ()
    shares: tuple[Share, ...] = ()
    related: tuple[Related, ...] = ()
    job_zones: dict[str, int] = field(default_factory=dict)
    zone_levels: int = 5
    interests: Ratings = field(default_factory=dict)
    work_styles: Ratings = field(default_factory=dict)
    style_scale: str = "IM"
    work_values: Ratings = field(default_factory=dict)
    skills: Ratings = field(default_factory=dict)
    knowledge: Ratings = field(default_factory=dict)
    category_names: dict[tuple[str, int], str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    skipped_rows: int = 0  # rows whose code was not an O*NET-SOC code
