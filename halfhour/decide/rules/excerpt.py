"""Which few statements of a full cell to show first, so that a page stays readable and no side is left out.

Source: Connecticut (conflicting answers are shown side by side). How many fit into a cell is a default of ours.
"""

from collections.abc import Sequence

from halfhour.decide.rules.comparison import Statement


def excerpt(statements: Sequence[Statement], at_most: int) -> tuple[Statement, ...]:
    """Return at most so many statements in their order: each side and each voice is heard before anyone is heard twice.

    statements: those of one cell, oldest first.
    """
    if len(statements) <= at_most:
        return tuple(statements)
    chosen: list[int] = []
    sides: set[int] = set()
    for n, said in enumerate(statements):
        if said.stance and (side := 1 if said.stance > 0 else -1) not in sides:
            sides.add(side)
            chosen.append(n)
    voices = {statements[n].speaker for n in chosen}
    for n, said in enumerate(statements):
        if n not in chosen and said.speaker not in voices:
            voices.add(said.speaker)
            chosen.append(n)
    chosen += [n for n in range(len(statements)) if n not in set(chosen)]
    return tuple(statements[n] for n in sorted(chosen[:at_most]))
