"""Which of several ways of saying a thing a draft takes: the same for the same person, another for the next.

Source: a default of ours; letters that share their sentences read like a form.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b

from halfhour.contact.rules.sentences import split_sentences

MOST_TRIES = 24


class Picker:
    """Picks by a seed and the name of a place in the text. No two places depend on each other.

    earlier: texts sent before; `fresh` avoids their sentences.
    """

    def __init__(self, seed: str, earlier: Iterable[str] = ()) -> None:
        self.seed = seed
        self.used = frozenset(
            bare(text[a:b]) for text in earlier for a, b in split_sentences(text, 0, len(text))
        )
        self.attempt = 0

    def pick(self, place: str, ways: Sequence[str]) -> str:
        """Return one of the ways; raises ValueError when there is none."""
        if not ways:
            raise ValueError(f"nothing to choose from for {place}")
        digest = blake2b(f"{self.seed}|{place}|{self.attempt}".encode(), digest_size=8).digest()
        return ways[int.from_bytes(digest, "big") % len(ways)]

    def fresh(self, make: Callable[["Picker"], str]) -> str:
        """Return a sentence that no earlier text holds, if one of the first tries gives it; else the last try."""
        sentence = ""
        for self.attempt in range(MOST_TRIES):
            sentence = make(self)
            if bare(sentence) not in self.used:
                break
        self.attempt = 0
        return sentence


def bare(sentence: str) -> str:
    """Return a sentence's words alone, to see whether two are the same."""
    return " ".join(re.findall(r"[^\W_]+", sentence.lower()))
