"""Which releases the embedded facts come from, and the words their licences ask for."""

from __future__ import annotations

from halfhour.choose.facts.values import Source

PRODUCT = "Halfhour"
_USDOL = "U.S. Department of Labor, Employment and Training Administration (USDOL/ETA)"
_BLS = "U.S. Bureau of Labor Statistics"
_CC_BY = "Creative Commons Attribution 4.0 International"
_PUBLIC = "Public domain (work of the US government)"

SOURCES: tuple[Source, ...] = (
    Source(
        "onet",
        "O*NET Database: occupations, interests, job zones, education, work styles and values, skills, knowledge, "
        "technologies, related occupations",
        "29.3",
        "May 2025",
        _USDOL,
        _CC_BY,
        "https://www.onetcenter.org/database.html",
    ),
    Source(
        "onet_titles",
        "O*NET Database: job titles and reported titles",
        "30.3",
        "2026",
        _USDOL,
        _CC_BY,
        "https://www.onetcenter.org/database.html",
    ),
    Source(
        "oews",
        "Occupational Employment and Wage Statistics: employment and pay, national, all industries",
        "May 2025",
        "published 15 May 2026",
        _BLS,
        _PUBLIC,
        "https://www.bls.gov/oes/",
    ),
    Source(
        "ep",
        "Employment Projections, Table 1.2: outlook, typical entry education, experience and training",
        "2024-34",
        "2025",
        _BLS,
        _PUBLIC,
        "https://www.bls.gov/emp/",
    ),
    Source(
        "soc",
        "2018 Standard Occupational Classification: codes, names and direct match titles",
        "2018",
        "2018",
        _BLS,
        _PUBLIC,
        "https://www.bls.gov/soc/2018/",
    ),
    Source(
        "census",
        "Alphabetical Index of Occupations, the part with detailed SOC codes",
        "2018",
        "2018",
        "U.S. Census Bureau",
        _PUBLIC,
        "https://www.census.gov/topics/employment/industry-occupation.html",
    ),
)


def attribution_lines(onet_releases: tuple[str, ...] = ("29.3", "30.3")) -> tuple[str, ...]:
    """The sentences that the data's licences ask for, with the O*NET releases used.

    Pass the releases that are really shown, for instance the one the user added.
    """
    numbers = " and ".join(onet_releases)
    plural = "Databases" if len(onet_releases) > 1 else "Database"
    return (
        f"This product includes information from the O*NET {numbers} {plural} by the U.S. Department of Labor, "
        "Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. "
        f"O*NET® is a trademark of USDOL/ETA. {PRODUCT} has modified all or some of this information. "
        "USDOL/ETA has not approved, endorsed, or tested these modifications.",
        "Pay and employment: Occupational Employment and Wage Statistics, May 2025, U.S. Bureau of Labor Statistics.",
        "Outlook: Employment Projections 2024-34, U.S. Bureau of Labor Statistics.",
        "Further titles: 2018 SOC direct match titles (U.S. Bureau of Labor Statistics) and the 2018 alphabetical "
        "index of occupations (U.S. Census Bureau).",
    )
