"""Where one sentence ends and the next begins.

Source: a default of ours: full stops after titles, initials, months and hours end nothing; a list's lines stand alone.
"""

import re
from collections.abc import Iterator

_STOP = re.compile(r"[.!?]+[\"')\]]*(?=\s|$)|\n[ ]*\n\s*|\n(?=[ ]*(?:[-*•>]|\(?\d{1,2}[.)])[ ])|\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|mx|dr|prof|st|jr|sr|rev|hon|inc|ltd|co|corp|dept|univ|assoc|approx|ext|tel|vs|etc|e\.g|i\.e|a\.m|"
    r"p\.m|u\.s|u\.k|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|mt|ave|rd|blvd|b\.a|b\.s|m\.a|ph\.d)"
    r"|\b[a-z])\.$",
    re.IGNORECASE,
)
_HARD_WRAP = 45  # a line at least this long that ends without a stop was broken by the mail program


def split_sentences(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give (start, end) of each sentence between two offsets, without the space around it, in order."""
    first = start
    for stop in _STOP.finditer(source, start, end):
        mark = stop[0]
        if mark.startswith("\n"):
            if mark == "\n" and not _line_ends_here(source, start, stop.start(), end):
                continue
            yield from _trimmed(source, first, stop.start())
            first = stop.end()
            continue
        if mark == "." and _joins_on(source, stop.start(), stop.end(), end):
            continue
        yield from _trimmed(source, first, stop.end())
        first = stop.end()
    yield from _trimmed(source, first, end)


def _trimmed(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = source[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _joins_on(source: str, dot: int, after: int, end: int) -> bool:
    """Whether a full stop belongs to a shortened word, so that the sentence goes on."""
    following = source[after : min(end, after + 40)].lstrip()[:2]
    if following[:1].isdigit() and source[max(0, dot - 3) : dot].lower() == " no":
        return True
    if not _ABBREVIATION.search(source[max(0, dot - 8) : dot + 1]):
        return False
    if not following:
        return False
    word = re.search(r"([a-z.]+)\.$", source[max(0, dot - 8) : dot + 1], re.IGNORECASE)
    ends_often = word is not None and word[1].lower() in {
        "a.m",
        "p.m",
        "etc",
        "co",
        "inc",
        "ltd",
        "u.s",
        "u.k",
        "i",
    }
    return not (ends_often and following[0].isupper())


def _line_ends_here(source: str, start: int, newline: int, end: int) -> bool:
    """Whether a single line break ends a sentence: after a short line or before a list, not inside wrapped text."""
    line_start = max(source.rfind("\n", start, newline) + 1, start)
    following = source[newline + 1 : min(end, newline + 40)].lstrip(" ")[:1]
    return newline - line_start < _HARD_WRAP and not following.islower()


def word_set(words: str) -> frozenset[str]:
    """Return the words of a list written as one text."""
    return frozenset(words.split())
