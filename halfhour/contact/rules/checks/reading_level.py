"""How many years of school a text asks of its reader.

Source: Flesch and Kincaid's grade (0.39 words a sentence + 11.8 syllables a word - 15.59); Boomerang: simple wording is
answered more. Names and numbers count as easy words, since nobody can write them more simply.
"""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_][\w'-]*")
_VOWELS = re.compile(r"[aeiouy]+")
FEWEST_WORDS = 30


def grade(sentences: Iterable[str]) -> float:
    """Return the school year a text asks for; 0 when it is too short to say (under 30 words)."""
    words = syllables = count = 0
    for sentence in sentences:
        found = list(_WORD.finditer(sentence))
        if len(found) < 3:
            continue
        count += 1
        words += len(found)
        syllables += sum(_syllables(one[0], is_first=n == 0) for n, one in enumerate(found))
    if words < FEWEST_WORDS or not count:
        return 0.0
    return 0.39 * words / count + 11.8 * syllables / words - 15.59


def _syllables(word: str, *, is_first: bool) -> int:
    if word[0].isupper() and not is_first:
        return 1
    low = word.lower()
    if low.endswith("'s"):
        low = low[:-2]
    count = len(_VOWELS.findall(low))
    if low.endswith("e") and not low.endswith(("le", "ee", "ie")) and count > 1:
        count -= 1
    if low.endswith("ed") and not low.endswith(("ted", "ded")) and count > 1:
        count -= 1
    return max(count, 1)
