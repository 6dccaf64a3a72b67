"""The embedded facts about occupations as plain values. An absent figure is None, never zero."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TitleKind(StrEnum):
    """Where a pair of title and code comes from."""

    NAME = "N"  # the occupation's own name
    REPORTED = "R"  # reported by people who work in it
    OTHER = "T"  # O*NET job title (called alternate title before 30.3)
    SHORT = "S"  # its short form
    DIRECT = "D"  # SOC direct match title: belongs to one SOC code
    CENSUS = "C"  # Census Bureau's alphabetical index


@dataclass(frozen=True, slots=True)
class Title:
    """One job title and the occupations it is a title of.

    codes: (kind, code); the code is O*NET-SOC ("15-1252.00") or, for DIRECT and CENSUS, SOC ("15-1252").
    """

    title: str
    codes: tuple[tuple[TitleKind, str], ...]


@dataclass(frozen=True, slots=True)
class Rating:
    name: str
    value: float


@dataclass(frozen=True, slots=True)
class TechnologyFact:
    name: str
    category: str
    hot: bool
    in_demand: bool


@dataclass(frozen=True, slots=True)
class EducationShare:
    level: int  # 1 (less than high school) to 12 (post-doctoral training)
    name: str
    percent: float


@dataclass(frozen=True, slots=True)
class RelatedOccupation:
    code: str
    tier: str  # "primary_short", "primary_long" or "supplemental"


@dataclass(frozen=True, slots=True)
class Pay:
    """National pay in US dollars a year, all industries. A figure that is not published is None."""

    published_code: str  # one of the combined codes where BLS publishes several occupations together
    employment: int | None
    annual_mean: int | None
    annual_p10: int | None
    annual_p25: int | None
    annual_median: int | None
    annual_p75: int | None
    annual_p90: int | None
    hourly_median: float | None


@dataclass(frozen=True, slots=True)
class Outlook:
    """Employment Projections 2024 to 2034."""

    published_code: str
    employment_2024_thousands: float | None
    employment_2034_thousands: float | None
    change_thousands: float | None
    change_percent: float | None
    openings_thousands_per_year: float | None
    median_annual_wage_2024: int | None
    median_is_at_least: bool  # the highest wages are published as "this much or more"
    typical_entry_education: str
    work_experience: str
    on_the_job_training: str


@dataclass(frozen=True, slots=True)
class Occupation:
    """One O*NET-SOC occupation.

    job_zone belongs to the framework of job_zone_release (five zones in 29.3) and must not be compared
    with zones of 30.2 and later. has_data is False for the 93 codes that have a name and titles only.
    """

    code: str
    soc: str
    name: str
    has_data: bool
    job_zone: int | None
    job_zone_release: str
    riasec: tuple[Rating, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One release the facts come from."""

    key: str
    name: str
    release: str
    dated: str
    publisher: str
    terms: str
    address: str
