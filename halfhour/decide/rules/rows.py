"""Which rows of the comparison matter before one stops: what everyone is asked about, and the seeker's own wants.

Source: the fixed core of questions (day-to-day, path and ways in, environment, frustrations, change), Informational
Interviewing Part 1 and its second part ("think about what you want in a job"). Pay and the first year are a default of ours.
"""

from collections.abc import Sequence

from halfhour.choose.rules.criteria import Criterion, Group

KEY_ROWS = (
    "tasks",
    "routes",
    "setting",
    "hours",
    "frustrations",
    "satisfaction",
    "entry_level",
    "pay",
    "trends",
)


def rows_that_matter(criteria: Sequence[Criterion]) -> dict[str, str]:
    """Code to words inside a sentence: every want (in quotes: it is the seeker's own wording), every key row, in their order."""
    return {
        c.code: f"“{c.label}”" if c.group is Group.WANTS else c.about
        for c in criteria
        if c.group is Group.WANTS or c.code in KEY_ROWS
    }
