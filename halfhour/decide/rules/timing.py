"""How a talk kept to its time, in words.

Source: a college career centre's page on informational interviews: keep to the time you scheduled, and say so when it is
over; going on is theirs to offer. Two minutes either way count as on time, a default of ours.
"""

ON_TIME_MINUTES = 2


def timing_words(agreed: int, actual: int | None, *, they_extended: bool = False) -> str:
    """Say how long it was against what was agreed, both in minutes. actual: None when it was not timed."""
    if actual is None:
        return f"{agreed} minutes agreed, not timed"
    over = actual - agreed
    if abs(over) <= ON_TIME_MINUTES:
        how = "on time" if over == 0 else "as good as on time"
        return f"{agreed} minutes agreed, {actual} held: {how}"
    if over < 0:
        return f"{agreed} minutes agreed, {actual} held: {-over} under"
    why = ", at their offer" if they_extended else ""
    return f"{agreed} minutes agreed, {actual} held: {over} over{why}"
