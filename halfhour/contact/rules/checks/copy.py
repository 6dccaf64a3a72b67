"""Whether a text repeats a message the seeker sent before.

L-13. Source: a default of ours; form letters are deleted, and the reason for writing should not be the last one's.
"""

import re
from functools import lru_cache

from halfhour.contact.rules.checks.not_a_job import STATED
from halfhour.contact.rules.checks.phrases import patterns
from halfhour.contact.rules.checks.view import Judged, Skip, View, should
from halfhour.contact.rules.checks.why import tells_why
from halfhour.contact.rules.message import Message, Span, read_message

SHINGLE = 4
MOST_SHARED = 0.55
EARLIER_READ = 200
_WORD = re.compile(r"[a-z0-9']+")
_WHY = patterns(r"(?:because|your|you've|you (?:moved|wrote|said|gave|built|made|started))\b")


def check_copy(view: View) -> Judged:
    earlier = view.facts.earlier[-EARLIER_READ:]
    if not earlier:
        yield Skip("L-13")
        return
    mine = _own(view.message)
    shingles = {one for sentence in mine for one in _shingles(sentence.low)}
    if not shingles:
        return
    sentences = {_bare(one.low): one for one in mine if len(one.low.split()) >= 7}
    for text in earlier:
        theirs, said = _read_earlier(text)
        shared = len(shingles & theirs) / len(shingles)
        if shared > MOST_SHARED:
            words = (
                f"{shared:.0%} of this is the same as a message you sent before. Write it for this person."
            )
            yield should("L-13", words)
            return
        for same in (sentences[one] for one in sentences.keys() & said):
            if tells_why(same) or _WHY.search(same.low):
                yield should("L-13", "You wrote this sentence to someone else.", same)
                return


@lru_cache(maxsize=2 * EARLIER_READ)
def _read_earlier(text: str) -> tuple[frozenset[tuple[str, ...]], frozenset[str]]:
    """Return the word groups and the sentences of a message sent before; while one types, they do not change."""
    theirs = _own(read_message(text))
    return frozenset(one for sentence in theirs for one in _shingles(sentence.low)), frozenset(
        _bare(one.low) for one in theirs
    )


def _own(message: Message) -> list[Span]:
    """Return the sentences that ought to differ: all but the clause about no job."""
    return [one for one in message.sentences if not STATED.search(one.low) or len(one.low.split()) > 14]


def _bare(low: str) -> str:
    return " ".join(_WORD.findall(low))


def _shingles(low: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(low)
    return {tuple(words[n : n + SHINGLE]) for n in range(max(1, len(words) - SHINGLE + 1))}
