import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halfhour.contact.rules.call import Outcome
from halfhour.contact.rules.characters.turn import Character, Turn
from halfhour.contact.rules.rehearsal import (
    BY_KEY,
    CHARACTERS,
    cards_met,
    credit,
    feedback,
    fill,
    next_turn,
    spell,
    walk,
)
from halfhour.contact.rules.resistance import Heard

WORDS = {"me": "Maya Lind", "work": "sound design", "minutes": "20", "number": "0151 234"}
EVERYONE = pytest.mark.parametrize("character", CHARACTERS, ids=lambda c: c.key)


def reachable(character: Character) -> set[str]:
    seen, to_see = {character.start}, [character.start]
    while to_see:
        for choice in character.turn(to_see.pop()).choices:
            if choice.to not in seen:
                seen.add(choice.to)
                to_see.append(choice.to)
    return seen


def ways(character: Character, turn: Turn) -> list[list[str]]:
    """Every way from a turn to an end, as choice keys."""
    if turn.outcome:
        return [[]]
    return [[c.key, *rest] for c in turn.choices for rest in ways(character, character.turn(c.to))]


def test_six_characters() -> None:
    assert [c.key for c in CHARACTERS] == [
        "friendly",
        "hurried",
        "suspicious",
        "assistant",
        "voicemail",
        "talk-now",
    ]
    assert set(BY_KEY) == {c.key for c in CHARACTERS}


@EVERYONE
def test_at_least_eight_turns_all_of_them_reachable(character: Character) -> None:
    keys = [t.key for t in character.turns]
    assert len(keys) == len(set(keys))
    assert reachable(character) == set(keys)
    assert sum(t.outcome is None for t in character.turns) >= 8


@EVERYONE
def test_every_turn_branches_or_ends(character: Character) -> None:
    for turn in character.turns:
        assert (len(turn.choices) >= 2) is (turn.outcome is None), turn.key
        assert len({c.key for c in turn.choices}) == len(turn.choices)
        assert turn.says or turn.sound, turn.key
        assert bool(turn.note) is (turn.outcome is not None), turn.key


@EVERYONE
def test_no_way_goes_round_in_circles(character: Character) -> None:
    found = ways(character, character.turn(character.start))
    assert len(found) >= 8
    assert max(len(way) for way in found) <= 14
    assert len({walk(character, way)[0][-1].outcome for way in found}) >= 2


@EVERYONE
def test_a_clumsy_move_has_its_consequence(character: Character) -> None:
    clumsy = [(t, c) for t in character.turns for c in t.choices if c.clumsy]
    assert len(clumsy) >= 5
    for turn, choice in clumsy:
        assert choice.to not in {c.to for c in turn.choices if not c.clumsy}, (turn.key, choice.says)
        assert not choice.good


def test_every_resistance_card_comes_up_and_can_be_answered() -> None:
    assert frozenset.union(*(cards_met(c) for c in CHARACTERS)) == frozenset(Heard)
    for character in CHARACTERS:
        for turn in character.turns:
            for choice in turn.choices:
                if choice.card and turn.heard is not None and choice.card is turn.heard:
                    assert not choice.clumsy or choice.card is Heard.REALLY_NO_TIME
    answered = {
        c.card for character in CHARACTERS for t in character.turns for c in t.choices if c.card is t.heard
    }
    assert answered >= set(Heard) - {Heard.REALLY_NO_TIME}
    assert {c.card for character in CHARACTERS for t in character.turns for c in t.choices} - {None} == set(
        Heard
    )


@EVERYONE
def test_a_good_call_can_be_made_with_each(character: Character) -> None:
    clean = [
        way
        for way in ways(character, character.turn(character.start))
        if not any(c.clumsy for c in walk(character, way)[1])
    ]
    best = [feedback(character, way, WORDS) for way in clean]
    assert any(f.went_well and not f.to_try for f in best)
    assert {f.outcome for f in best} & {Outcome.REACHED_YES, Outcome.PHONE_INSTEAD, Outcome.TALKED_NOW}


@EVERYONE
def test_all_words_are_plain_and_filled(character: Character) -> None:
    for turn in character.turns:
        texts = [
            turn.says,
            turn.note,
            turn.sound,
            *(t for c in turn.choices for t in (c.says, c.clumsy, c.good)),
        ]
        for text in texts:
            filled = fill(text, WORDS)
            assert "{" not in filled
            assert "Oops" not in filled
        assert not re.search("!", turn.note)


def test_pressing_on_after_a_clear_no_is_said() -> None:
    found = feedback(BY_KEY["hurried"], ["a", "a", "c", "b"], WORDS)
    assert found.outcome is Outcome.REACHED_NO
    assert any("After a clear no" in line for line in found.to_try)


def test_two_alternatives_in_one_call_are_said() -> None:
    found = feedback(BY_KEY["hurried"], ["a", "a", "a", "b"], WORDS)
    assert any("second alternative" in line for line in found.to_try)


def test_a_clean_call_is_praised() -> None:
    found = feedback(BY_KEY["friendly"], ["a", "a", "a", "a", "a"], WORDS)
    assert (found.finished, found.outcome, found.to_try) == (True, Outcome.REACHED_YES, ())
    assert len(found.went_well) == 3
    assert 10 < found.seconds < 60


def test_an_unfinished_rehearsal_has_no_outcome() -> None:
    found = feedback(BY_KEY["friendly"], ["c"])
    assert (found.finished, found.outcome) == (False, None)
    assert found.to_try == ("Say your name at once; nobody likes to guess who is calling.",)


def test_a_wrong_choice_is_refused() -> None:
    friendly = BY_KEY["friendly"]
    assert next_turn(friendly, "pick-up", "a").key == "go-ahead"
    with pytest.raises(KeyError, match="no choice"):
        next_turn(friendly, "pick-up", "z")
    with pytest.raises(KeyError):
        next_turn(friendly, "nowhere", "a")


def test_words_of_my_own() -> None:
    assert fill("{me}: {spelled}, about {work}", WORDS) == "Maya Lind: M-A-Y-A, L-I-N-D, about sound design"
    assert fill("{me}, {number}", {"me": ""}) == "(your name), (your number)"
    assert spell("Al") == "A-L"
    assert [credit(n) for n in range(4)] == [0, 0.5, 1, 1]


@given(st.sampled_from(CHARACTERS), st.data())
def test_any_walk_ends_and_is_fed_back(character: Character, data: st.DataObject) -> None:
    choices: list[str] = []
    turn = character.turn(character.start)
    while turn.choices:
        choices.append(data.draw(st.sampled_from([c.key for c in turn.choices])))
        turn = next_turn(character, turn.key, choices[-1])
    found = feedback(character, choices, WORDS)
    assert found.finished
    assert found.went_well or found.to_try
    made = walk(character, choices)[1]
    assert bool(found.to_try) or not any(c.clumsy for c in made)
