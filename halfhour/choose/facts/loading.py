"""Load the embedded facts, each table on its first use."""

from __future__ import annotations

from functools import cache

from halfhour.choose.facts.combined import COMBINED, published_code
from halfhour.choose.facts.sources import SOURCES
from halfhour.choose.facts.tables import number, read_table, whole
from halfhour.choose.facts.values import (
    EducationShare,
    Occupation,
    Outlook,
    Pay,
    Rating,
    RelatedOccupation,
    Source,
    TechnologyFact,
    Title,
    TitleKind,
)

# Our own short names for the twelve answers of the O*NET education question.
EDUCATION_NAMES = (
    "Less than high school",
    "High school",
    "Certificate after high school",
    "Some college",
    "Associate degree",
    "Bachelor's degree",
    "Certificate after a bachelor's degree",
    "Master's degree",
    "Certificate after a master's degree",
    "Professional degree",
    "Doctoral degree",
    "Post-doctoral training",
)
ONET_RELEASE = next(source.release for source in SOURCES if source.key == "onet")


def releases() -> tuple[Source, ...]:
    return SOURCES


@cache
def load_occupations() -> tuple[Occupation, ...]:
    """All 1,016 O*NET-SOC occupations by code."""
    header, rows = read_table("occupations")
    kinds = header[4:]
    return tuple(
        Occupation(
            code=row[0],
            soc=row[0][:7],
            name=row[1],
            has_data=row[2] == "1",
            job_zone=whole(row[3]),
            job_zone_release=ONET_RELEASE,
            riasec=tuple(
                Rating(kind, float(cell)) for kind, cell in zip(kinds, row[4:], strict=True) if cell
            ),
        )
        for row in rows
    )


@cache
def load_soc_names() -> dict[str, str]:
    """The 867 detailed SOC 2018 codes and their names."""
    return {code: name for code, name in read_table("soc")[1]}  # noqa: C416 - rows are lists, not pairs


@cache
def load_titles() -> tuple[Title, ...]:
    """Every job title with its codes, in alphabetical order."""
    kinds = {kind.value: kind for kind in TitleKind}
    return tuple(
        Title(title, tuple((kinds[pair[0]], pair[1:]) for pair in codes.split(" ")))
        for title, codes in read_table("titles")[1]
    )


@cache
def _ratings(table: str) -> dict[str, tuple[Rating, ...]]:
    header, rows = read_table(table)
    return {
        row[0]: tuple(
            Rating(name, float(cell)) for name, cell in zip(header[1:], row[1:], strict=True) if cell
        )
        for row in rows
    }


def work_styles(code: str) -> tuple[Rating, ...]:
    """Importance 1 to 5 of sixteen work styles; empty for codes without data."""
    return _ratings("work_styles").get(code, ())


def work_values(code: str) -> tuple[Rating, ...]:
    """Extent 1 to 7 of six work values (last published in 30.2)."""
    return _ratings("work_values").get(code, ())


def skills(code: str) -> tuple[Rating, ...]:
    """Importance 1 to 5 of 35 skills."""
    return _ratings("skills").get(code, ())


def knowledge(code: str) -> tuple[Rating, ...]:
    """Importance 1 to 5 of 33 areas of knowledge."""
    return _ratings("knowledge").get(code, ())


@cache
def _education() -> dict[str, tuple[EducationShare, ...]]:
    return {
        row[0]: tuple(
            EducationShare(level, EDUCATION_NAMES[level - 1], float(cell))
            for level, cell in enumerate(row[1:], 1)
            if cell
        )
        for row in read_table("education")[1]
    }


def education(code: str) -> tuple[EducationShare, ...]:
    """How many percent say which education is required; empty when not surveyed."""
    return _education().get(code, ())


@cache
def _technologies() -> dict[str, tuple[TechnologyFact, ...]]:
    found: dict[str, list[TechnologyFact]] = {}
    for name, category, hot, codes in read_table("technologies")[1]:
        for code in codes.split(" "):
            fact = TechnologyFact(name, category, hot == "1", code.endswith("*"))
            found.setdefault(code.rstrip("*"), []).append(fact)
    order = {True: 0, False: 1}
    return {
        code: tuple(
            sorted(facts, key=lambda fact: (order[fact.in_demand], order[fact.hot], fact.name.lower()))
        )
        for code, facts in found.items()
    }


def technologies(code: str) -> tuple[TechnologyFact, ...]:
    """Technology names, those in demand first, then the hot ones."""
    return _technologies().get(code, ())


@cache
def _related() -> dict[str, tuple[RelatedOccupation, ...]]:
    header, rows = read_table("related")
    return {
        row[0]: tuple(
            RelatedOccupation(code, tier)
            for tier, cell in zip(header[1:], row[1:], strict=True)
            for code in cell.split(" ")
            if code
        )
        for row in rows
    }


def related(code: str) -> tuple[RelatedOccupation, ...]:
    """Related occupations, the closest first."""
    return _related().get(code, ())


@cache
def _pay() -> dict[str, Pay]:
    header, rows = read_table("pay")
    found: dict[str, Pay] = {}
    for row in rows:
        cell = dict(zip(header, row, strict=True))
        found[row[0]] = Pay(
            published_code=row[0],
            employment=whole(cell["employment"]),
            annual_mean=whole(cell["annual_mean"]),
            annual_p10=whole(cell["annual_p10"]),
            annual_p25=whole(cell["annual_p25"]),
            annual_median=whole(cell["annual_median"]),
            annual_p75=whole(cell["annual_p75"]),
            annual_p90=whole(cell["annual_p90"]),
            hourly_median=number(cell["hourly_median"]),
        )
    return found


def pay(code: str) -> Pay | None:
    """National pay of an O*NET-SOC or SOC code; None where nothing is published (the military, for one)."""
    soc = code[:7]
    return _pay().get(soc) or _pay().get(published_code(soc))


@cache
def _outlook() -> dict[str, Outlook]:
    header, rows = read_table("projections")
    found: dict[str, Outlook] = {}
    for row in rows:
        cell = dict(zip(header, row, strict=True))
        wage = cell["median_annual_wage_2024"]
        found[row[0]] = Outlook(
            published_code=row[0],
            employment_2024_thousands=number(cell["employment_2024_thousands"]),
            employment_2034_thousands=number(cell["employment_2034_thousands"]),
            change_thousands=number(cell["change_thousands"]),
            change_percent=number(cell["change_percent"]),
            openings_thousands_per_year=number(cell["openings_thousands_per_year"]),
            median_annual_wage_2024=whole(wage.lstrip(">=$")),
            median_is_at_least=wage.startswith(">="),
            typical_entry_education=cell["typical_entry_education"],
            work_experience=cell["work_experience"],
            on_the_job_training=cell["on_the_job_training"],
        )
    return found


def outlook(code: str) -> Outlook | None:
    """The ten-year projection of an O*NET-SOC or SOC code."""
    soc = code[:7]
    return _outlook().get(soc) or _outlook().get(published_code(soc))


@cache
def employment_by_soc() -> dict[str, float]:
    """Employment of each detailed SOC code; a combined code's figure is shared evenly by its parts."""
    found: dict[str, float] = {}
    for soc in load_soc_names():
        figures = pay(soc)
        projected = outlook(soc)
        total = float(figures.employment) if figures and figures.employment else 0.0
        code = figures.published_code if figures else soc
        if not total and projected and projected.employment_2024_thousands:
            total, code = projected.employment_2024_thousands * 1000, projected.published_code
        found[soc] = total / len(COMBINED.get(code, (code,)))
    return found
