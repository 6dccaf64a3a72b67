"""The map's layout: parents before children, circles cut, everyone in one place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halfhour.thank.rules.tree import Link, places


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([], []),
        ([Link(None, 1, 0)], [(1, 1, 0.0, None)]),
        (
            [Link(None, 1, 0), Link(1, 2, 1), Link(1, 3, 2)],
            [(1, 1, 0.5, None), (2, 2, 0.0, 1), (3, 2, 1.0, 1)],
        ),
        ([Link(1, 2, 0), Link(2, 1, 1)], [(1, 1, 0.0, None), (2, 2, 0.0, 1)]),
    ],
    ids=["nobody", "one found alone", "one named two", "a circle is cut"],
)
def test_places(links: list[Link], expected: list[tuple[int, int, float, int | None]]) -> None:
    assert [(p.person_id, p.column, p.row, p.parent) for p in places(links)] == expected


people = st.integers(1, 12)


@given(st.lists(st.tuples(st.none() | people, people), max_size=40))
def test_everyone_has_exactly_one_place_and_parents_come_first(pairs: list[tuple[int | None, int]]) -> None:
    put = places([Link(by, to, n) for n, (by, to) in enumerate(pairs) if by != to])
    ids = [p.person_id for p in put]
    assert sorted(ids) == sorted({i for by, to in pairs if by != to for i in (by, to) if i is not None})
    for at, place in enumerate(put):
        assert place.parent is None or place.parent in ids[:at]
