"""Which file holds which table, and which column holds which value, in releases 27.0 to 31.0.

Files are found by a list of names and columns by their header, never by position: Excel and CSV files
carry extra columns, and 30.3 renamed several tables. Source: the O*NET data dictionaries of 27.0 to 31.0.
"""

from __future__ import annotations

import re

# The newest name first; a table may be spread over several files (skills since 30.3).
TABLES: dict[str, tuple[str, ...]] = {
    "occupations": ("occupation data",),
    "titles": ("job titles", "alternate titles"),
    "reported": ("sample of reported titles",),
    "tasks": ("task statements",),
    "interests": ("career interest types", "interests"),
    "work_styles": ("work styles",),
    "work_values": ("work values",),
    "skills": ("essential skills", "transferable skills", "skills"),
    "knowledge": ("knowledge",),
    "technologies": ("software skills", "technology skills"),
    "education": ("education", "education training and experience"),
    "training": ("training and experience",),
    "categories": (
        "education categories",
        "training and experience categories",
        "education training and experience categories",
    ),
    "job_zones": ("job zones",),
    "related": ("related occupations",),
}
# These tables are the union of all files found; of the others the newest name wins.
SPREAD = frozenset({"skills", "categories"})

COLUMNS: dict[str, tuple[str, ...]] = {
    "code": ("onet soc code", "onetsoc code"),
    "name": ("title",),
    "description": ("description",),
    "job_title": ("job title", "alternate title"),
    "short": ("short title",),
    "reported_title": ("reported job title", "job title"),
    "task_id": ("task id",),
    "task": ("task",),
    "task_type": ("task type",),
    "element": ("element name",),
    "scale": ("scale id",),
    "category": ("category",),
    "category_text": ("category description",),
    "value": ("data value",),
    "tech_name": ("workplace example", "example"),
    "tech_category": ("commodity title", "element name"),
    "hot": ("hot technology",),
    "in_demand": ("in demand",),
    "zone": ("job zone",),
    "related_code": ("related onet soc code", "related onetsoc code"),
    "tier": ("relatedness tier",),
    "index": ("index", "related index"),
}

_NOT_WORD = re.compile(r"[^a-z0-9]+")


def plain_name(text: str) -> str:
    """Fold a file or column name: lower case, one space between words, `O*NET` as `onet`."""
    return _NOT_WORD.sub(" ", text.lower().replace("o*net", "onet").replace("o_net", "onet")).strip()


def table_of(stem: str) -> tuple[str, int] | None:
    """Name the table a file holds and how preferred its name is (0 best); None for files not needed."""
    plain = plain_name(stem)
    for table, names in TABLES.items():
        if plain in names:
            return table, names.index(plain)
    return None
