"""Practising a call: the other side answers, you choose what to say, and it leads somewhere.

Source: Informational Interviewing Part 1, "Making Contact": practise once or twice before calling, be prepared to meet
resistance, do not be too forceful. The people and their words are ours. One rehearsal is a credit, two are full (ours).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from halfhour.contact.rules.call import REHEARSALS_SUGGESTED, Outcome
from halfhour.contact.rules.characters import assistant, friendly, hurried, suspicious, talk_now, voicemail
from halfhour.contact.rules.characters.turn import Character, Choice, Turn
from halfhour.contact.rules.resistance import Heard, Offer, too_forceful

CHARACTERS: tuple[Character, ...] = (
    friendly.FRIENDLY,
    hurried.HURRIED,
    suspicious.SUSPICIOUS,
    assistant.ASSISTANT,
    voicemail.VOICEMAIL,
    talk_now.TALK_NOW,
)
BY_KEY = {character.key: character for character in CHARACTERS}

DEFAULT_WORDS = {
    "me": "(your name)",
    "spelled": "(your name, letter by letter)",
    "work": "this work",
    "minutes": "20",
    "number": "(your number)",
}
NAMED_AT_MOST = 3
WORDS_A_SECOND = 2.4


@dataclass(frozen=True)
class Feedback:
    """A calm look back. went_well, to_try: sentences, at most three each. finished: the call came to its end."""

    finished: bool
    outcome: Outcome | None
    went_well: tuple[str, ...]
    to_try: tuple[str, ...]
    seconds: int


def next_turn(character: Character, turn: str, choice: str) -> Turn:
    """Return what the other side does after a choice. Raises KeyError for a turn or choice that does not exist."""
    chosen = next((c for c in character.turn(turn).choices if c.key == choice), None)
    if chosen is None:
        raise KeyError(f"no choice {choice!r} at {turn!r}")
    return character.turn(chosen.to)


def walk(character: Character, choices: Sequence[str]) -> tuple[list[Turn], list[Choice]]:
    """Replay a rehearsal from its start: the turns heard, and the choices made. Raises KeyError as `next_turn`."""
    turns, made = [character.turn(character.start)], []
    for key in choices:
        here = turns[-1]
        turns.append(next_turn(character, here.key, key))
        made.append(next(c for c in here.choices if c.key == key))
    return turns, made


def feedback(
    character: Character, choices: Sequence[str], words: Mapping[str, str] | None = None
) -> Feedback:
    """Say what went well in a rehearsal and what to try next time.

    choices: the keys chosen so far, from the first turn on. seconds is an estimate of the seeker's own speaking time.
    """
    turns, made = walk(character, choices)
    last = turns[-1]
    well = [c.good for c in made if c.good]
    to_try = [c.clumsy for c in made if c.clumsy]
    if not to_try and any(t.heard and c.card is t.heard for t, c in zip(turns, made, strict=False)):
        well.append("You answered the difficult sentence without pressing.")
    forceful = _too_forceful(turns, made)
    if forceful and not any(c.clumsy and c.offer is not Offer.NOTHING for c in made):
        to_try.append(forceful)
    if last.note:
        (to_try if to_try else well).append(last.note)
    spoken = sum(len(fill(c.says, words).split()) for c in made)
    return Feedback(
        last.outcome is not None,
        last.outcome,
        tuple(fill(line, words) for line in well[:NAMED_AT_MOST]),
        tuple(fill(line, words) for line in to_try[:NAMED_AT_MOST]),
        round(spoken / WORDS_A_SECOND),
    )


def _too_forceful(turns: Sequence[Turn], made: Sequence[Choice]) -> str | None:
    refused_at = next((n for n, t in enumerate(turns) if t.heard is Heard.CLEAR_NO), None)
    if refused_at is None:
        return too_forceful([c.offer for c in made])
    before, after = made[:refused_at], made[refused_at:]
    return too_forceful([c.offer for c in after], clear_no=True) or too_forceful([c.offer for c in before])


def spell(name: str) -> str:
    """Return a name as it is spelled aloud: M-A-Y-A, then the next word."""
    return ", ".join("-".join(word.upper()) for word in name.split())


def fill(text: str, words: Mapping[str, str] | None = None) -> str:
    """Put the seeker's own words into a text; what is missing gets a stand-in that reads as one.

    words: any of me, work, minutes, number; {spelled} follows from me.
    """
    given = {key: value for key, value in (words or {}).items() if value}
    if "me" in given:
        given = {"spelled": spell(given["me"]), **given}
    for slot, value in {**DEFAULT_WORDS, **given}.items():
        text = text.replace("{" + slot + "}", value)
    return text


def cards_met(character: Character) -> frozenset[Heard]:
    """Return the resistance cards that can come up with this character."""
    return frozenset(t.heard for t in character.turns if t.heard)


def credit(rehearsals: int) -> float:
    """Return how well prepared one is by rehearsals alone: none 0, one a half, two or more 1."""
    return min(1.0, rehearsals / REHEARSALS_SUGGESTED)
