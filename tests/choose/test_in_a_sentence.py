"""Own words inside our sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halfhour.choose.rules.in_a_sentence import those_who

CASES = {
    "ux designer": "UX designers",
    "UX Designer": "UX designers",
    "Nurse": "nurses",
    "Registered nurse": "registered nurses",
    "secretary": "secretaries",
    "game sound designer": "game sound designers",
    "fireman": "firemen",
    "midwife": "midwives",
    "coach": "coaches",
    "it manager": "IT managers",
    "Sound Engineering Technicians": "sound engineering technicians",
    "nursing": "nursing",
    "music": "music",
    "makes game sounds": "“makes game sounds”",
    "works with horses": "“works with horses”",
    "rn": "RNs",
    "French teacher": "French teachers",
    "UI/UX designer": "UI/UX designers",
    "": "",
}


@pytest.mark.parametrize(("words", "said"), CASES.items(), ids=CASES.keys())
def test_in_a_sentence(words: str, said: str) -> None:
    assert those_who(words) == said


@given(st.text(max_size=60))
def test_any_words_get_an_answer_and_nothing_is_lost(words: str) -> None:
    said = those_who(words)
    assert len(said.split()) == len(words.split())
