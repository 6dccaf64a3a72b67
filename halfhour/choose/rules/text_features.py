"""Words and pieces of words of a title as numbers of a table of fixed size.

A title's features are its words, pairs of neighbouring words and the three to five letter pieces of each word,
so that misspelt and unseen words still land near their kin. The hash is CRC-32, the same on every machine.
"""

from __future__ import annotations

from functools import lru_cache
from zlib import crc32

from halfhour.choose.rules.cleaning import STOP, opened, plain_words, stem

BUCKETS = 1 << 16


def stems(text: str) -> list[str]:
    """The stems of a cleaned text, in order, small words left out unless nothing else is there."""
    words = text.split()
    return [stem(word) for word in words if word not in STOP] or words


def canon(text: str) -> str:
    """The form in which titles are compared word for word."""
    return " ".join(stems(" ".join(opened(plain_words(text)))))


@lru_cache(maxsize=65_536)
def word_features(word: str) -> tuple[int, ...]:
    """The word itself and its three to five letter pieces, beginning and end marked."""
    marked = f"<{word}>".encode()
    ids = [crc32(b"w" + marked) % BUCKETS]
    if len(word) > 2:
        for size in (3, 4, 5):
            ids += [crc32(marked[at : at + size]) % BUCKETS for at in range(len(marked) - size + 1)]
    return tuple(ids)


@lru_cache(maxsize=131_072)
def pair_feature(first: str, second: str) -> int:
    return crc32(f"{first} {second}".encode()) % BUCKETS


def features(words: list[str]) -> list[int]:
    """All features of a list of stems; the last word counts a second time as the likely head."""
    ids: list[int] = []
    for word in words:
        ids += word_features(word)
    for place in range(len(words) - 1):
        ids.append(pair_feature(words[place], words[place + 1]))
    if words:
        ids.append(pair_feature(words[-1], "$"))
        ids.append(pair_feature("^", words[0]))
    return ids
