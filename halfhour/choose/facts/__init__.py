"""The occupation facts the program carries: names, codes and numbers, read from the tables beside this file."""

from halfhour.choose.facts.factory import load_coder, load_search
from halfhour.choose.facts.loading import (
    education,
    employment_by_soc,
    knowledge,
    load_occupations,
    load_soc_names,
    load_titles,
    outlook,
    pay,
    related,
    releases,
    skills,
    technologies,
    work_styles,
    work_values,
)
from halfhour.choose.facts.sources import attribution_lines

__all__ = [
    "attribution_lines",
    "education",
    "employment_by_soc",
    "knowledge",
    "load_coder",
    "load_occupations",
    "load_search",
    "load_soc_names",
    "load_titles",
    "outlook",
    "pay",
    "related",
    "releases",
    "skills",
    "technologies",
    "work_styles",
    "work_values",
]
