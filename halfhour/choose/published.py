"""The published facts of an occupation in the shape they are stored in, and what each of them comes from.

Only what a page shows is stored: the ten most important skills, not all thirty-five. Figures that are not
published are absent, never zero.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from halfhour.choose import facts
from halfhour.choose.facts.values import Rating, TitleKind
from halfhour.choose.models import Occupation

LAYOUT = 1  # raise it when the stored shape changes, so the facts are loaded again
MOST_RATINGS = 10
MOST_TITLES = 24
EDUCATION_LEVELS = 12
MOST_TECHNOLOGIES = 30
IMPORTANT = 3.0  # on O*NET's scale of importance from 1 to 5: important
_TITLE_ORDER = {TitleKind.REPORTED: 0, TitleKind.OTHER: 1, TitleKind.DIRECT: 2}


def stamp() -> str:
    """Which facts, in which shape; stored in every row, so a newer program sees that its rows are old."""
    return f"embedded {LAYOUT}: " + " ".join(f"{s.key} {s.release}" for s in facts.releases())


def sources() -> dict[str, str]:
    """Key of a table -> the name and release to show beside its figures."""
    by_key = {s.key: s for s in facts.releases()}
    return {
        "onet": f"O*NET {by_key['onet'].release}",
        "titles": f"O*NET {by_key['onet_titles'].release}",
        "pay": f"OEWS, {by_key['oews'].release}",
        "outlook": f"Employment Projections {by_key['ep'].release}",
    }


def rows() -> list[Occupation]:
    """Every embedded occupation as an unsaved row."""
    release = embedded_release()
    titles, mark = _titles(), stamp()
    found = []
    for item in facts.load_occupations():
        pay = facts.pay(item.code)
        found.append(
            Occupation(
                code=item.code,
                soc=item.soc,
                name=item.name,
                release=release,
                has_data=item.has_data,
                job_zone=item.job_zone,
                median_pay=pay.annual_median if pay else None,
                facts={
                    "stamp": mark,
                    "job_zone_release": item.job_zone_release,
                    "interests": _pairs(item.riasec),
                    "titles": titles.get(item.code, []),
                    **_figures(item.code),
                },
            )
        )
    return found


def _figures(code: str) -> dict[str, Any]:
    pay, outlook = facts.pay(code), facts.outlook(code)
    technologies = facts.technologies(code)
    return {
        "pay": pay
        and {
            "code": pay.published_code,
            "employment": pay.employment,
            "p10": pay.annual_p10,
            "p25": pay.annual_p25,
            "median": pay.annual_median,
            "p75": pay.annual_p75,
            "p90": pay.annual_p90,
        },
        "outlook": outlook
        and {
            "code": outlook.published_code,
            "now": outlook.employment_2024_thousands,
            "later": outlook.employment_2034_thousands,
            "change": outlook.change_percent,
            "openings": outlook.openings_thousands_per_year,
            "entry": outlook.typical_entry_education,
            "experience": outlook.work_experience,
            "training": outlook.on_the_job_training,
        },
        "education": [[e.name, e.percent] for e in facts.education(code)],
        "skills": _highest(facts.skills(code)),
        "knowledge": _highest(facts.knowledge(code)),
        "styles": _highest(facts.work_styles(code)),
        "values": _highest(facts.work_values(code)),
        "technologies": [[t.name, t.category, t.in_demand] for t in technologies[:MOST_TECHNOLOGIES]],
        "technologies_in_all": len(technologies),
        "related": [[r.code, r.tier] for r in facts.related(code)],
    }


def _pairs(ratings: Iterable[Rating]) -> list[list[str | float]]:
    return [[r.name, r.value] for r in ratings]


def _highest(ratings: Iterable[Rating]) -> list[list[str | float]]:
    return highest((r.name, r.value) for r in ratings)


def highest(ratings: Iterable[tuple[str, float]], *, least: float = IMPORTANT) -> list[list[str | float]]:
    """The most important of (name, value), the first the most."""
    best = sorted((pair for pair in ratings if pair[1] >= least), key=lambda pair: -pair[1])
    return [list(pair) for pair in best[:MOST_RATINGS]]


def education_levels() -> dict[int, str]:
    """Our words for the publisher's levels of education, by their number."""
    found: dict[int, str] = {}
    for item in facts.load_occupations():
        found.update((e.level, e.name) for e in facts.education(item.code))
        if len(found) == EDUCATION_LEVELS:
            break
    return found


def embedded_release() -> str:
    return next(s.release for s in facts.releases() if s.key == "onet")


def title_release() -> str:
    return next(s.release for s in facts.releases() if s.key == "onet_titles")


def ordered_titles(
    reported: Iterable[tuple[str, str]], others: Iterable[tuple[str, str]]
) -> dict[str, list[str]]:
    """The titles to show of each code, from (code, title): those people reported first, then the shorter first."""
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for place, rows in enumerate((reported, others)):
        for code, title in rows:
            found[code].append((place, len(title), title))
    return {
        code: list(dict.fromkeys(t for _, _, t in sorted(every)))[:MOST_TITLES]
        for code, every in found.items()
    }


def _titles() -> dict[str, list[str]]:
    """The titles of each occupation, those that people in it reported first."""
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for title in facts.load_titles():
        for kind, code in title.codes:
            if kind in _TITLE_ORDER and len(code) == 10:
                found[code].append((_TITLE_ORDER[kind], len(title.title), title.title))
    return {
        code: list(dict.fromkeys(text for _, _, text in sorted(all_of_it)))[:MOST_TITLES]
        for code, all_of_it in found.items()
    }
