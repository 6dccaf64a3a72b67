"""Which of two O*NET releases is the newer, and which occupation takes the place of one that is gone.

A default of ours; the codes are O*NET-SOC.
"""

from __future__ import annotations

from collections.abc import Mapping


def version(number: str) -> tuple[int, ...]:
    """ "30.3" as (30, 3), to compare; parts that are no number count 0."""
    return tuple(int(part) if part.isdigit() else 0 for part in number.split("."))


def successor(code: str, name: str, names: Mapping[str, str]) -> str | None:
    """The code of a release (code -> name) that stands for one it no longer has; None when that is not sure.

    The same name under another code; else the general code of the same SOC code; else the only one of it.
    """
    same = [other for other, told in names.items() if told.casefold() == name.casefold()]
    if len(same) == 1:
        return same[0]
    general = f"{code[:7]}.00"
    if general in names and general != code:
        return general
    kin = [other for other in names if other.startswith(code[:7])]
    return kin[0] if len(kin) == 1 else None
