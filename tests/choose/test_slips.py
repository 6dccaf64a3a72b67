"""Slips of the fingers are mended; words of their own are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halfhour.choose.facts import load_coder
from halfhour.choose.rules.slips import is_kin, may_be_slip

MENDED = {
    "enginer": "engineer",
    "enginere": "engineer",
    "administrtaor": "administrator",
    "techncian": "technician",
    "mechnical": "mechanical",
    "devloper": "developer",
    "superviser": "supervisor",
    "organisation": "organization",
}
LEFT = ("allocation", "perception", "solver", "competing", "retailing", "permission", "across", "linked")


@pytest.mark.parametrize(("typed", "meant"), MENDED.items(), ids=MENDED.keys())
def test_a_slip_is_read_as_meant(typed: str, meant: str) -> None:
    assert load_coder().views.index.corrected(typed) == meant


@pytest.mark.parametrize("word", LEFT)
def test_a_word_of_its_own_is_not_read_as_another(word: str) -> None:
    read = load_coder().views.index.corrected(word)
    assert read == word or is_kin(word, read)


def test_a_compound_is_read_as_its_two_words() -> None:
    assert load_coder().views.index.corrected("stockbroker") == "stock broker"
    (coded,) = load_coder().code(["Stockbroker"])
    assert coded.codes[0].code[:7] == "41-3031"


def test_kinds_of_slips() -> None:
    assert may_be_slip("mangaer", "manager", slips=1, often=1)
    assert may_be_slip("amnager", "manager", slips=1, often=1)
    assert not may_be_slip("banager", "manager", slips=1, often=1)
    assert not may_be_slip("location", "allocation", slips=2, often=99)
    assert is_kin("painted", "painter")
    assert not is_kin("emission", "permission")


@given(st.text("abcdefgh", min_size=2, max_size=12), st.text("abcdefgh", min_size=2, max_size=12))
def test_any_two_words_can_be_compared(one: str, other: str) -> None:
    assert may_be_slip(one, other, slips=1, often=1) in (True, False)
