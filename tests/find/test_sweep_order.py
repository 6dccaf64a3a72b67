"""In which order one's own people come up in the sweep."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from halfhour.find.rules.sweep_order import Known, in_order

WANTED, CLOSE = {"27-4014"}, {"27-4011"}


def test_the_work_itself_then_close_to_it_then_the_nearest_people() -> None:
    people = [
        Known(1, "29-1141.00", "online"),
        Known(2, "29-1141.00", "teacher"),
        Known(3, "27-4011.00", "stranger"),
        Known(4, "27-4014.00", "stranger"),
        Known(5, None, "online", same_school=True),
    ]
    assert in_order(people, WANTED, CLOSE) == [4, 3, 2, 5, 1]


def test_the_latest_acquaintance_first_among_equals() -> None:
    people = [Known(1, connected_on=date(2020, 1, 1)), Known(2), Known(3, connected_on=date(2025, 1, 1))]
    assert in_order(people, WANTED, CLOSE) == [3, 1, 2]


def test_someone_without_a_title_comes_after_someone_with_one() -> None:
    assert in_order([Known(1, has_title=False), Known(2)], WANTED, CLOSE) == [2, 1]


@given(st.lists(st.builds(Known, st.integers(1, 10**6), st.sampled_from([None, "27-4014.00", "11-1011.00"]))))
def test_nobody_is_left_out(people: list[Known]) -> None:
    assert sorted(in_order(people, WANTED, CLOSE)) == sorted(p.person_id for p in people)
