"""Releases in order, and successors."""

import pytest

from halfhour.choose.rules.release_order import successor, version

NAMES = {"15-1252.00": "Software Developers", "29-1141.00": "Registered Nurses", "29-1141.09": "Acute Care Nurses", "51-2090.05": "Assemblers"}  # fmt: skip


@pytest.mark.parametrize(
    ("older", "newer"), [("29.3", "30.2"), ("27.0", "31.0"), ("30.2", "30.3"), ("9.9", "10.0")]
)
def test_order(older: str, newer: str) -> None:
    assert version(older) < version(newer)


@pytest.mark.parametrize(
    ("code", "name", "found"),
    [
        ("29-1141.01", "Acute Care Nurses", "29-1141.09"),
        ("29-1141.02", "Advanced Nurses", "29-1141.00"),
        ("51-2090.01", "Gone", "51-2090.05"),
        ("55-1011.00", "Gone", None),
    ],
    ids=["same name", "general code", "the only one of it", "nobody"],
)
def test_successor(code: str, name: str, found: str | None) -> None:
    assert successor(code, name, NAMES) == found
