"""When to hint at another occupation, and when to narrow down."""

import pytest

from halfhour.choose.rules.shortlist import Nudge, nudge


@pytest.mark.parametrize(
    ("count", "hint"),
    [(0, None), (1, Nudge.ADD_ANOTHER), (2, None), (5, None), (6, Nudge.NARROW), (8, Nudge.NARROW)],
)
def test_nudge(count: int, hint: Nudge | None) -> None:
    assert nudge(count) is hint
