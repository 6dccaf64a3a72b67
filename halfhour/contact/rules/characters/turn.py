"""What a rehearsal is made of: characters, turns, choices. Plain data.

Source: Informational Interviewing Part 1, "Making Contact" (practise before calling); the form is ours.
"""

from dataclasses import dataclass, replace
from functools import cached_property

from halfhour.contact.rules.call import Outcome
from halfhour.contact.rules.resistance import Heard, Offer


@dataclass(frozen=True)
class Choice:
    """Something the seeker may say. clumsy: why it has a consequence, empty when it does not. good: what it did well.

    card: the resistance card it answers with.
    """

    key: str
    says: str
    to: str
    clumsy: str = ""
    good: str = ""
    card: Heard | None = None
    offer: Offer = Offer.NOTHING


@dataclass(frozen=True)
class Turn:
    """What the other side says or does. outcome: set at the end of the call; then there are no choices.

    sound: what is heard besides words, shown and not spoken.
    """

    key: str
    says: str
    choices: tuple[Choice, ...] = ()
    heard: Heard | None = None
    outcome: Outcome | None = None
    note: str = ""
    sound: str = ""


@dataclass(frozen=True)
class Character:
    key: str
    name: str
    about: str
    start: str
    turns: tuple[Turn, ...]

    @cached_property
    def _by_key(self) -> dict[str, Turn]:
        return {turn.key: turn for turn in self.turns}

    def turn(self, key: str) -> Turn:
        return self._by_key[key]


def say(
    says: str,
    to: str,
    *,
    clumsy: str = "",
    good: str = "",
    card: Heard | None = None,
    offer: Offer = Offer.NOTHING,
) -> Choice:
    return Choice("", says, to, clumsy, good, card, offer)


def turn(key: str, says: str, *choices: Choice, heard: Heard | None = None, sound: str = "") -> Turn:
    """One turn; its choices get the keys a, b, c."""
    keyed = tuple(replace(choice, key="abcdef"[n]) for n, choice in enumerate(choices))
    return Turn(key, says, keyed, heard, sound=sound)


def end(key: str, says: str, outcome: Outcome, note: str, *, sound: str = "") -> Turn:
    return Turn(key, says, outcome=outcome, note=note, sound=sound)
