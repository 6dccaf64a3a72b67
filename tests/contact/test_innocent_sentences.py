"""What honest people write besides holds no letter back: plain sentences put into drafts of every kind of facts, and into the samples."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halfhour.contact.rules.checker import check
from halfhour.contact.rules.facts import Channel, Facts
from halfhour.contact.rules.finding import Severity
from halfhour.contact.rules.letter import draft_letter
from halfhour.contact.rules.samples import SAMPLES, Sample
from tests.contact.letters.tables import planted, with_sentence
from tests.contact.test_drafts import _ROWS, TODAY, facts_of

INNOCENT = [
    text for name in ("plain", "dev", "aside9", "aside10") for _, text in planted(f"innocent_{name}.txt")
]
LETTERS = [one for one in SAMPLES if one.kind == "letter"]


def musts(text: str, facts: Facts | None, today: date) -> set[str]:
    """What holds a letter back but for its length, which one more sentence may well exceed."""
    found = check("letter", text, facts, today=today).findings
    return {one.rule for one in found if one.severity is Severity.MUST} - {"L-12"}


@pytest.mark.parametrize("number", range(len(_ROWS)))
def test_no_plain_sentence_holds_a_draft_back(number: int) -> None:
    facts = facts_of(number)
    draft = draft_letter(facts, seed=f"innocent-{number}").text
    held = {one: musts(with_sentence(draft, one)[0], facts, TODAY) for one in INNOCENT[number :: len(_ROWS)]}
    assert {one: found for one, found in held.items() if found} == {}


@pytest.mark.parametrize("sample", LETTERS, ids=lambda one: one.key)
def test_no_plain_sentence_holds_a_sample_back(sample: Sample) -> None:
    held = {
        words: musts(with_sentence(sample.text, words)[0], sample.facts, sample.written_on)
        for words in INNOCENT[::3]
    }
    assert {words: found for words, found in held.items() if found} == {}


@settings(max_examples=30, deadline=None)
@given(
    st.integers(0, len(_ROWS) - 1),
    st.integers(0, 999),
    st.lists(st.sampled_from(INNOCENT), min_size=1, max_size=3, unique=True),
    st.sampled_from([Channel.EMAIL, Channel.PAPER]),
)
def test_nor_do_several_of_them_at_once(
    number: int, seed: int, sentences: list[str], channel: Channel
) -> None:
    facts = facts_of(number, channel)
    text = draft_letter(facts, seed=str(seed)).text
    for one in sentences:
        text = with_sentence(text, one)[0]
    assert musts(text, facts, TODAY) == set()
