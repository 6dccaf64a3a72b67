"""Whether a text repeats a message the seeker sent before.

L-13. Source: a default of ours; form letters are deleted, and the reason for writing should not be the last one's.
"""

import re

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
        theirs = _own(read_message(text))
        shared = len(shingles & {one for sentence in theirs for one in _shingles(sentence.low)}) / len(
            shingles
        )
        if shared > MOST_SHARED:
            yield should(
                "L-13",
                f"{shared:.0%} of this is the same as a message you sent before. Write it for this person.",
            )
            return
        for sentence in theirs:
            same = sentences.get(_bare(sentence.low))
            if same is not None and (tells_why(same) or _WHY.search(same.low)):
                yield should("L-13", "You wrote this sentence to someone else.", same)
                return


def _own(message: Message) -> list[Span]:
    """Return the sentences that ought to differ: all but the clause about no job."""
    return [one for one in message.sentences if not STATED.search(one.low) or len(one.low.split()) > 14]


def _bare(low: str) -> str:
    return " ".join(_WORD.findall(low))


def _shingles(low: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(low)
    return {tuple(words[n : n + SHINGLE]) for n in range(max(1, len(words) - SHINGLE + 1))}
