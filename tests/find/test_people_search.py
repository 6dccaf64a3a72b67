"""Finding people while their name is being typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halfhour.find.rules.people_search import Findable, PeopleIndex, words_of

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


@given(st.text(max_size=30))
def test_any_query_is_answered(query: str) -> None:
    assert set(PeopleIndex(PEOPLE).search(query)) <= {1, 2, 3, 4, 5}


@given(
    st.lists(st.sampled_from(["Ann", "Anna", "Lee", "Leeds", "Tom", "Tim", "Otto"]), min_size=2, max_size=3),
    st.data(),
)
def test_every_typed_beginning_is_in_whoever_is_found_and_nobody_is_missed(
    names: list[str], data: st.DataObject
) -> None:
    words = ["Ann", "Anna", "Lee", "Leeds", "Tom", "Tim", "Otto", "Olga"]
    people = [
        Findable(n, f"{words[n % 8]} {words[(n * 3 + 1) % 8]}", words[(n * 5 + 2) % 8], "Nurse")
        for n in range(40)
    ]
    typed = [name[: data.draw(st.integers(1, len(name)))].lower() for name in names]

    def fits(person: Findable) -> bool:
        has = words_of(f"{person.name} {person.organisation} {person.title}")
        return all(any(word.startswith(t) for word in has) for t in typed)

    expected = {person.person_id for person in people if fits(person)}
    if expected:
        assert set(PeopleIndex(people).search(" ".join(typed), limit=50)) == expected
