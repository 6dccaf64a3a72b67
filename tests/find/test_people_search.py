"""Finding people while their name is being typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halfhour.find.rules.people_search import Findable, PeopleIndex, folded_text

PEOPLE = [
    Findable(1, "Maya Okafor", "Northlight Studio", "Lead Sound Designer"),
    Findable(2, "Tom Marsh", "Mayfield School", "Teacher"),
    Findable(3, "Ana D'Ávila-Núñez", "Banco Central", "Economist"),
    Findable(4, "May Marsh", "Acme", "Designer"),
    Findable(5, "Søren Kjær", "Acme", "Analyst"),
]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("may", [4, 1, 2], id="whole word, then beginning, then another field"),
        pytest.param("mars", [2, 4], id="beginning, in the given order"),
        pytest.param("tom mars", [2], id="two words"),
        pytest.param("marsh tom", [2], id="the other way round"),
        pytest.param("okafro", [1], id="two letters swapped"),
        pytest.param("maya okaf", [1], id="not finished"),
        pytest.param("maya ikaf", [1], id="slip, not finished"),
        pytest.param("xkafor", [1], id="slip in the first letter"),
        pytest.param("nunez", [3], id="accents and half a double name"),
        pytest.param("davila", [3], id="apostrophe"),
        pytest.param("SOREN KJAER", [5], id="other letters"),
        pytest.param("designer acme", [4], id="title and organisation"),
        pytest.param("xqz", [], id="short and unknown"),
        pytest.param("tom okafor", [], id="nobody has both"),
        pytest.param("  ", [1, 2, 3, 4, 5], id="nothing typed"),
    ],
)
def test_search(query: str, found: list[int]) -> None:
    assert PeopleIndex(PEOPLE).search(query) == found


def test_a_slip_that_is_another_word() -> None:
    people = [Findable(1, "Mark Lind"), Findable(2, "Mary Quist")]
    assert PeopleIndex(people).search("mark quist") == [2]


def test_limit() -> None:
    people = [Findable(n, f"Ann Number{n}") for n in range(50)]
    assert PeopleIndex(people).search("ann", limit=3) == [0, 1, 2]


def test_column_for_a_database() -> None:
    assert folded_text(PEOPLE[2]) == " ana davilanunez davila nunez banco central economist"


@given(st.text(max_size=30))
def test_any_query_is_answered(query: str) -> None:
    assert set(PeopleIndex(PEOPLE).search(query)) <= {1, 2, 3, 4, 5}
