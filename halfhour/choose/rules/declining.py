"""When a title is not coded at all: it names no occupation, or only a rank, or nothing in it is known.

A wrong code wastes a conversation; saying nothing asks the user, who knows. A default of ours.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from halfhour.choose.rules.cleaning import STOP, TERMS, Cleaned
from halfhour.choose.rules.level_words import names_a_role
from halfhour.choose.rules.not_occupations import (
    EMPLOYER_BEGINNINGS,
    EMPLOYER_ENDINGS,
    EMPLOYERS,
    NOT_AN_OCCUPATION,
    SURE_EMPLOYER_ENDINGS,
    TOO_VAGUE,
    is_not_yet,
    is_outside_work,
    is_private,
    is_slogan,
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that stay no occupation in any combination with each other.
STANDING = _words(
    """
owner owners coowner founder cofounder founding entrepreneur proprietor investor retired student
volunteer graduate freelancer freelance unemployed self employed business small sole member partner
mother father mom dad husband wife friend son daughter brother sister freshman sophomore undergraduate candidate
"""
)

# Ranks that need a known word beside them: "Director Acme" says no more than "Director".
RANK_ALONE = _words(
    """
manager director associate partner consultant analyst leader executive supervisor member head founder owner chair
professional master ambassador servant specialist expert chief
"""
)

NO_OCCUPATION = "This names no occupation."
VAGUE = "This says how high, not which work."
EMPLOYER = "This looks like the name of an employer or a school."
SLOGAN = "This is a motto rather than a title."
NOTHING_KNOWN = "No word of this title is known."
UNSURE = "No occupation is likely enough."
NO_ROLE = "No word of this title says what somebody does."


def why_decline(
    title: Cleaned, *, knows: Callable[[str], bool], corrected: Callable[[str], str]
) -> str | None:
    """The reason not to code this title, or None.

    knows: whether a text is an official title as it stands; corrected: a word with its spelling mended.
    """
    if not title.full or not any(sign.isalpha() for sign in title.full):
        return NO_OCCUPATION
    forms = [
        _bare(title.plain),
        _bare(title.full),
        " ".join(corrected(word) for word in _bare(title.plain).split()),
    ]
    # Every comma or slash part counts: "Owner, Founder" is declined, "Dentist, Owner" is not.
    if any(form in NOT_AN_OCCUPATION for form in forms) or _all_parts(forms[2], NOT_AN_OCCUPATION):
        return None if title.second and not _nothing(title.second) else NO_OCCUPATION
    if any(form in TOO_VAGUE for form in (title.plain, title.full, forms[2])) or _all_parts(
        forms[2], TOO_VAGUE | NOT_AN_OCCUPATION
    ):
        return None if title.second and not _nothing(title.second) else VAGUE
    if is_slogan(title.plain) and not knows(title.full) and not knows(title.core):
        return SLOGAN
    words = title.plain.split()
    official = knows(title.full) or knows(title.plain)
    if is_not_yet(title.plain) or (not official and is_private(title.plain)):
        return NO_OCCUPATION
    if not official and is_outside_work(title.plain) and not has_role(title, besides=STANDING):
        return NO_OCCUPATION
    if title.plain in EMPLOYERS or (not official and _is_employer(words)):
        return EMPLOYER
    if len(title.plain) < 2 or all(len(word) == 1 for word in words):
        return NO_OCCUPATION
    return None


def is_only_rank(words: Sequence[str], *, is_known: Callable[[str], bool]) -> bool:
    """Whether the known words say the rank only: "Director Acme" where Acme is no word of any title."""
    known = [word for word in words if is_known(word)]
    return bool(known) and len(known) < len(words) and all(word in RANK_ALONE for word in known)


def has_role(title: Cleaned, *, besides: frozenset[str] = frozenset()) -> bool:
    """Whether any word, besides these, names somebody who does something."""
    words = (*title.plain.split(), *title.full.split())
    return any(names_a_role(word) for word in words if word not in besides)


def _is_employer(words: list[str]) -> bool:
    if words[-1] in SURE_EMPLOYER_ENDINGS and len(words) > 1:
        return True
    if any(names_a_role(word) for word in words):
        return False
    begins = " ".join(words).startswith(EMPLOYER_BEGINNINGS)
    return len(words) > 1 and (begins or words[-1] in EMPLOYER_ENDINGS)


def _bare(text: str) -> str:
    words = [
        word
        for word in text.split()
        if word not in {"the", "a", "an", "currently", "now", "proud", "happily"}
    ]
    return " ".join(words)


def _all_parts(text: str, declined: frozenset[str]) -> bool:
    """ "Founder and owner", "owner founder": nothing but declined titles side by side."""
    parts = [part.strip() for part in text.split(" and ")]
    if len(parts) > 1:
        return all(part in declined for part in parts if part)
    words = text.split()
    return 1 < len(words) <= 4 and all(word in STANDING or word in STOP or word in TERMS for word in words)


def _nothing(text: str) -> bool:
    return text in NOT_AN_OCCUPATION or text in TOO_VAGUE
