"""How a way of saying something becomes a pattern, and whether a "not" stands before it.

Source: a default of ours. Every gap is bounded, so that no text can make a pattern slow.
"""

import re
from collections.abc import Iterable, Iterator

from halfhour.contact.rules.message import Span

_PARTS = {
    "<IM>": r"(?:i am|i'm|im)",
    "<IVE>": r"(?:i have|i've|ive)",
    "<ID>": r"(?:i would|i'd|id)",
    "<ILL>": r"(?:i will|i'll|ill|i shall)",
    "<ADV>": r"(?:(?:\w+ly |very much |also |really |still |just |simply |now |currently )?)",
    "<A>": r"(?:(?:an? |the |any |some |my |your |our |their |his |her |this |that |these |those )?)",
    "<W1>": r"(?:(?:[\w'-]+ ){0,1}?)",
    "<W2>": r"(?:(?:[\w'-]+,? ){0,2}?)",
    "<W3>": r"(?:(?:[\w'-]+,? ){0,3}?)",
    "<W4>": r"(?:(?:[\w'-]+,? ){0,4}?)",
    "<W6>": r"(?:(?:[\w'-]+,? ){0,6}?)",
    "<CV>": r"(?:r[eé]sum[eé]s?|resumes?|c\.?v\.?s?|curriculum vitae|curricula vitae)(?![\w'])",
    "<JOB>": (
        r"(?:jobs?|positions?|openings?|vacanc(?:y|ies)|internships?|placements?|employment|apprenticeships?|"
        r"traineeships?|roles?|posts?|hire|hiring|hired)\b"
    ),
    "<NUM>": (
        r"(?:\d{1,3}|five|ten|twelve|fifteen|twenty|twenty[- ]five|thirty|forty|forty[- ]five|fifty|sixty|ninety)"
    ),
}

_NEGATION = re.compile(
    r"\b(?:not|never|no|nor|neither|without|rather than|instead of|as opposed to|far from|isn't|aren't|wasn't|won't|"
    r"wouldn't|don't|doesn't|didn't|can't|cannot|shan't|needn't|need not|mustn't|shouldn't|ain't|hardly|scarcely|nothing|none|no longer|"
    r"nowhere near|(?:years?|months?|long way|miles) (?:away )?from|too (?:early|soon) (?:for|to)|isnt|dont|wont)\b"
)
_VOID = re.compile(
    r"\b(?:hesitate|forget|not only|not just|why not|wouldn't mind|not mind|don't mind|can't wait|cannot wait|couldn't help|"
    r"no doubt|without doubt|nothing (?:more|better)|no matter|not sure|don't know|not to mention)\b"
)
_CLAUSE_BREAK = re.compile(
    r"[;:.!?]|\s-\s|\b(?:but|however|although|though|yet|if|unless|because|while|still|instead,|so that)\b|"
    r",(?= ?(?:and |so |just |then )?(?:i|i'd|i'm|i'll|i've|please|could|would|can|let|we|you|do)\b)|\band (?:i|i'd|i'm|i'll|i've|please|could|would)\b"
)


def patterns(*ways: str) -> re.Pattern[str]:
    """Join ways of saying one thing. `<IM>`, `<JOB>` and the like stand for parts that many share."""
    joined = "|".join(f"(?:{way})" for way in ways)
    for name, part in _PARTS.items():
        joined = joined.replace(name, part)
    return re.compile(rf"(?<![\w'])(?:{joined})")


def is_negated(low: str, at: int) -> bool:
    """Whether, in the same clause and within seven words before an offset, something says "not"."""
    first = max(0, at - 90)
    before = low[first:at]
    for stop in _CLAUSE_BREAK.finditer(low[first : at + 12]):
        if stop.end() <= len(before) and not before.startswith("instead", stop.start()):
            before = " " * stop.end() + before[stop.end() :]
    found = next(reversed(list(_NEGATION.finditer(before))), None)
    if found is None or _VOID.search(before, max(0, found.start() - 12)):
        return False
    return len(before[found.end() :].split()) <= 7


def matches(pattern: re.Pattern[str], sentences: Iterable[Span]) -> Iterator[tuple[Span, re.Match[str]]]:
    """Give every place of a pattern, sentence by sentence."""
    for one in sentences:
        for found in pattern.finditer(one.low):
            yield one, found


def unnegated(pattern: re.Pattern[str], sentences: Iterable[Span]) -> Iterator[tuple[Span, re.Match[str]]]:
    """Give the places of a pattern that no "not" takes back."""
    for one, found in matches(pattern, sentences):
        if not is_negated(one.low, found.start()):
            yield one, found


def place(one: Span, found: re.Match[str]) -> tuple[int, int]:
    """Return the offsets of a match in the text as it was given."""
    return one.start + found.start(), one.start + found.end()


def any_in(pattern: re.Pattern[str], sentences: Iterable[Span]) -> Span | None:
    """Return the first sentence in which a pattern is found, or None."""
    return next((one for one in sentences if pattern.search(one.low)), None)
