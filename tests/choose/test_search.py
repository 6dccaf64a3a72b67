"""Occupations found while typing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halfhour.choose.facts import load_search

WITHIN_THREE = {
    "ux designer": "15-1255.00",
    "ux des": "15-1255.00",
    "softw": "15-1252.00",
    "nurs": "29-1141.00",
    "makes sound for games": "27-4014.00",
    "teaches kids": "25-2011.00",
    "accountnt": "13-2011.00",
    "enginer mech": "17-2141.00",
    "someone who fixes planes": "49-3011.00",
    "help animals": "31-9096.00",
    "draws cartoons": "27-1014.00",
    "dentsit": "29-1021.00",
    "physical ther": "29-1123.00",
    "vet": "29-1131.00",
    "hr": "13-1071.00",
    "RN": "29-1141.00",
    "lawyer": "23-1011.00",
    "Data Scientists": "15-2051.00",
    "pilot": "53-2012.00",
    "chef": "35-1011.00",
}


@pytest.mark.parametrize(("query", "code"), WITHIN_THREE.items(), ids=WITHIN_THREE.keys())
def test_is_among_the_first_three(query: str, code: str) -> None:
    assert code in [hit.code for hit in load_search().find(query)[:3]]


def test_the_own_name_comes_first_and_says_so() -> None:
    hit = load_search().find("software developers")[0]
    assert (hit.code, hit.name, hit.why) == (
        "15-1252.00",
        "Software Developers",
        "The name of the occupation",
    )


def test_another_title_is_named() -> None:
    hit = next(hit for hit in load_search().find("barber") if hit.code == "39-5011.00")
    assert hit.matched_title
    assert hit.why in {"The name of the occupation", f"Also called “{hit.matched_title}”"}


@pytest.mark.parametrize("query", ["", "   ", "!!!", "\x00"])
def test_nothing_is_found_for_nothing(query: str) -> None:
    assert load_search().find(query) == []


def test_the_limit_is_kept_and_codes_differ() -> None:
    hits = load_search().find("engineer", limit=5)
    assert len(hits) == 5
    assert len({hit.code for hit in hits}) == 5


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_searched(query: str) -> None:
    assert len(load_search().find(query)) <= 8
