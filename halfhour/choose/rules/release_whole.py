"""Whether the tables of an official release are whole: a file cut short names far fewer occupations than the others.

In the releases 27.0 to 29.3 every table about occupations names at least nine in ten of those the fullest one names.
That less than three in four means a cut file is a default of ours.
"""

from __future__ import annotations

from collections.abc import Mapping

ENOUGH = 0.75
RATED = 500  # every release rates several hundred occupations; below this nothing can be told


def cut_table(named: Mapping[str, int]) -> str | None:
    """The table that seems cut short, or None; named: how many occupations each table names, 0 for one not there."""
    fullest = max(named.values(), default=0)
    if fullest < RATED:
        return None
    return next((table for table, count in named.items() if 0 < count < ENOUGH * fullest), None)
