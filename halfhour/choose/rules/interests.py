"""A short interest inventory and what it says about occupations.

Source: Holland's six interest types, as O*NET publishes them for each occupation (scale OI, 1 to 7). The thirty
statements and the scoring are our own: five statements a type, each answered 0 (not at all) to 4 (very much); a type's
score is its sum times five, 0 to 100.

Limits, said on the page: thirty answers on one day are a starting point for talking to people, no measurement of you;
they say nothing about ability, pay or chances.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

TYPES = ("Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional")
HIGHEST_ANSWER = 4
IN_WORDS = {
    "Realistic": "working with your hands and with things",
    "Investigative": "finding out how things work",
    "Artistic": "making something of your own",
    "Social": "helping and teaching people",
    "Enterprising": "leading and persuading",
    "Conventional": "keeping things exact and in order",
}


@dataclass(frozen=True)
class Item:
    """One statement. id stays the same for good; type is one of TYPES."""

    id: str
    type: str
    text: str


# Asked in turn, one of each type, so no type stands together.
_TEXTS = {
    "Realistic": (
        "Repair something that everyone else wanted to throw away",
        "Work outdoors for most of the day",
        "Build a thing that people then use",
        "Run a machine and know by its sound that it is well",
        "Move, carry and set up until the place is ready",
    ),
    "Investigative": (
        "Keep at a puzzle until you know why",
        "Read about a discovery to the end, figures included",
        "Test an idea and find out that it was wrong",
        "Look for the pattern in a pile of numbers",
        "Learn how a body, a star or a program works inside",
    ),
    "Artistic": (
        "Make something up that was not there before",
        "Choose the colours, the sound or the words until they are right",
        "Perform, or show your work to people",
        "Work without anyone telling you how it should look",
        "Notice how a film, a room or a page was made",
    ),
    "Social": (
        "Explain something until the other person has it",
        "Listen to someone who has a hard time",
        "Look after someone who cannot do it alone",
        "Help a group get along",
        "Show a newcomer around",
    ),
    "Enterprising": (
        "Talk someone into giving it a try",
        "Decide when nobody else wants to",
        "Sell something you believe in",
        "Start something and find the people for it",
        "Speak for a group in front of others",
    ),
    "Conventional": (
        "Bring order into a mess of papers or files",
        "Check every line until nothing is wrong",
        "Plan an event down to the last list",
        "Keep accounts that add up",
        "Work by clear rules that everyone can follow",
    ),
}
ITEMS: tuple[Item, ...] = tuple(
    Item(f"{kind[0].lower()}{n + 1}", kind, _TEXTS[kind][n]) for n in range(5) for kind in TYPES
)


@dataclass(frozen=True)
class Suggested:
    """An occupation in its place: the correlation of the two profiles (-1 to 1) and the reason in words."""

    code: str
    fit: float
    reason: str


def score(answers: Mapping[str, int]) -> dict[str, int] | None:
    """The six scores, 0 to 100, from answers by item id. None while an item is unanswered.

    ValueError for an answer outside 0 to 4.
    """
    if any(item.id not in answers for item in ITEMS):
        return None
    if any(not 0 <= answers[item.id] <= HIGHEST_ANSWER for item in ITEMS):
        raise ValueError("answers go from 0 to 4")
    step = 100 // (5 * HIGHEST_ANSWER)
    return {kind: step * sum(answers[i.id] for i in ITEMS if i.type == kind) for kind in TYPES}


def from_letters(letters: str) -> dict[str, int]:
    """Six scores from a result told in letters, the strongest first: "SAE", "r-i-c". ValueError for anything else.

    The first counts 100, the second 80, the third 60, the fourth 40; types not named count 20. A default of ours: the
    letters tell an order and no distances.
    """
    named = [letter for letter in letters.upper() if letter.isalpha()]
    kinds = {kind[0]: kind for kind in TYPES}
    if not named or len(named) > 4 or len(set(named)) != len(named) or any(one not in kinds for one in named):
        raise ValueError("one to four different letters out of R I A S E C, the strongest first")
    places = {kinds[letter]: 100 - 20 * place for place, letter in enumerate(named)}
    return {kind: places.get(kind, 20) for kind in TYPES}


def suggest(
    scores: Mapping[str, float], occupations: Mapping[str, Sequence[float]], *, limit: int = 20
) -> list[Suggested]:
    """Occupations whose published interests are shaped most like these scores, best first.

    occupations: code -> six figures in the order of TYPES. A flat profile (all answers alike) suggests nothing, because
    then any order would be chance.
    """
    mine = [float(scores[kind]) for kind in TYPES]
    if max(mine) == min(mine):
        return []
    found = []
    for code, theirs in occupations.items():
        if len(theirs) == len(TYPES) and max(theirs) > min(theirs):
            found.append((correlation(mine, theirs), code, theirs))
    found.sort(key=lambda f: (-f[0], f[1]))
    return [Suggested(code, round(fit, 3), reason(mine, theirs)) for fit, code, theirs in found[:limit]]


def reason(mine: Sequence[float], theirs: Sequence[float]) -> str:
    """What both profiles have high, in words."""
    high = sorted(range(len(TYPES)), key=lambda n: -(rank_share(mine, n) + rank_share(theirs, n)))[:2]
    first, second = (IN_WORDS[TYPES[n]] for n in high)
    return f"It asks for {first} and {second}, as your answers do."


def rank_share(values: Sequence[float], n: int) -> float:
    low, high = min(values), max(values)
    return (values[n] - low) / (high - low)


def correlation(a: Sequence[float], b: Sequence[float]) -> float:
    """Pearson's coefficient; both must vary."""
    mean_a, mean_b = sum(a) / len(a), sum(b) / len(b)
    da, db = [x - mean_a for x in a], [x - mean_b for x in b]
    return sum(x * y for x, y in zip(da, db, strict=True)) / sqrt(
        sum(x * x for x in da) * sum(y * y for y in db)
    )
