"""Whether one word is another with a slip of the fingers in it, rather than a word of its own.

"Enginer" and "mangaer" are slips; "allocation" is no slip for "location", nor "solver" for "silver". A default of
ours: letters left out, doubled or swapped, a neighbouring key, one vowel for another; and a changed ending, where
two words of one family ("painted", "painter") do each other's work.
"""

from __future__ import annotations

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEAR = {
    sign: frozenset(row[max(0, at - 1) : at] + row[at + 1 : at + 2])
    for row in _ROWS
    for at, sign in enumerate(row)
}
_VOWELS = frozenset("aeiouy")
_SOUND_ALIKE = frozenset({"cs", "sc", "ck", "kc", "sz", "zs", "mn", "nm", "ie", "ei"})
# Everyday words one slip away from a word of official titles.
_OF_THEIR_OWN = frozenset(
    [
        "infraction",
        "wonder",
        "playing",
        "confidence",
        "better",
        "certain",
        "firing",
        "intubation",
        "readability",
        "stranger",
        "faster",
        "limitation",
        "breach",
        "contacting",
        "experiential",
        "conversation",
        "qualitative",
        "proceeding",
        "creating",
        "create",
        "prosecution",
        "standing",
        "sticking",
        "reorder",
        "hosting",
        "sledge",
        "warming",
        "feeling",
        "convert",
        "conversion",
        "promise",
        "trapping",
        "sending",
        "sender",
        "parser",
        "perform",
        "relaxation",
        "faulty",
        "respiration",
        "prediction",
        "differ",
        "simple",
        "addition",
        "previous",
        "leading",
        "allegation",
        "trowel",
        "clarification",
        "counteract",
        "indication",
        "proportion",
        "marital",
        "leaning",
        "tabular",
        "mopping",
        "competing",
        "detonating",
        "calculation",
        "scouting",
        "sharing",
        "solver",
        "potable",
        "conducting",
        "winner",
        "winning",
        "context",
        "emotion",
        "emotional",
        "routine",
        "cancel",
        "concern",
        "interval",
        "collect",
        "construct",
        "cheating",
        "calling",
        "coming",
        "grounding",
        "passing",
        "please",
        "camping",
        "storing",
        "staging",
        "stacking",
        "reading",
        "rating",
        "raising",
        "rising",
        "saving",
        "serving",
        "caring",
        "daring",
        "sailing",
        "selling",
        "telling",
        "willing",
        "killing",
        "bidding",
        "binding",
        "biking",
        "hiking",
        "boxing",
        "mixing",
        "fixing",
        "making",
        "taking",
        "baking",
        "waking",
        "walking",
        "talking",
        "working",
        "parking",
        "packing",
    ]
)
_LONG = 10  # only words this long may hold two slips
_OFTEN = 8  # and only of words in so many official titles


def may_be_slip(typed: str, meant: str, *, slips: int, often: int) -> bool:
    """Whether typed may stand for meant (neither empty).

    slips: the edits between them, 1 or 2; often: official titles with the word meant.
    """
    if typed == meant or typed in _OF_THEIR_OWN:
        return typed == meant
    if typed[0] != meant[0]:
        return typed[:2] == meant[1::-1] and typed[2:] == meant[2:]
    if is_kin(typed, meant):
        return True
    if slips == 1:
        return _one_slip(typed, meant)
    return len(typed) >= _LONG and often >= _OFTEN and typed[-2:] == meant[-2:]


def is_kin(one: str, other: str) -> bool:
    """Whether two words differ only by their ends."""
    same = _alike(one, other)
    return same >= max(5, min(len(one), len(other)) - 2)


def _one_slip(typed: str, meant: str) -> bool:
    at = _alike(typed, meant)
    if len(typed) < len(meant):
        return True  # a letter is missing
    if len(typed) > len(meant):
        # A letter too many is its neighbour once more, or beside it on the keyboard.
        near = typed[at - 1 : at] + typed[at + 1 : at + 2]
        return typed[at] in near or any(sign in _NEAR.get(typed[at], ()) for sign in near)
    if typed[at + 1 :] != meant[at + 1 :]:
        return True  # two letters in the other order
    wrong, right = typed[at], meant[at]
    return (
        right in _NEAR.get(wrong, ())
        or (wrong in _VOWELS and right in _VOWELS)
        or wrong + right in _SOUND_ALIKE
    )


def _alike(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
