"""How a seeker's own words fit into a sentence: the line about oneself, and the fact about the person.

Source: a default of ours; what people type is a noun, a clause or a whole sentence, and a draft must read well with each.
"""

import re
from enum import StrEnum

from halfhour.choose.rules.occupation_words import with_article
from halfhour.contact.rules.sentences import word_set

_PLAIN_STARTS = word_set(
    "in at on currently now about halfway between back retired self-employed unemployed nearly almost just one originally "
    "finished newly still part-way most near"
)
_FIRST_PERSON = word_set(
    "work study teach run manage drive serve sell make repair fix build write cook coach tutor nurse graduated left finished worked taught "
    "studied ran served spent trained retired qualified have had keep look care program design attend grew own farm"
)
_ADJECTIVES = word_set(
    "first second third fourth final last senior junior sophomore freshman student high college university former career graduate recent "
    "part-time full-time registered primary secondary sixth apprentice nurse teacher accountant high-school first-year second-year "
    "third-year fourth-year final-year first-generation mature returning undergraduate postgraduate school retired trainee qualified "
    "working stay-at-home single young middle-aged long-time bookkeeper barista waiter waitress carpenter electrician mechanic paralegal "
    "librarian engineer designer writer editor developer software marketing sales office bank shop home chemistry biology history"
)
_KEEP_CAPITAL = re.compile(r"^(?:I\b|[A-Z]{2,}|[A-Z][\w'-]*\.)")


def lower_first(text: str) -> str:
    """Return the text with a small first letter, unless it begins a name, an initialism or "I"."""
    first = text.split(" ", 1)[0].strip(",").lower()
    if not text or _KEEP_CAPITAL.match(text) or not text[0].isupper():
        return text
    common = first in _ADJECTIVES | _PLAIN_STARTS | _FIRST_PERSON | _LITTLE or first.endswith(
        ("ing", "ly", "-year")
    )
    return text[0].lower() + text[1:] if common else text


_LITTLE = word_set(
    "your you the a an my their his her its how that this these those who what when where they he she it our"
)


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


_STATES = word_set("retired self-employed unemployed finished newly nearly almost")
_AFTER_STATE = word_set(
    "from after since and now in at but for with done finished through a an the retired qualified graduated"
)


def about_me(status: str) -> str:
    """Turn the line about oneself into "I am ..." without its full stop; empty stays empty."""
    text = status.strip().rstrip(".! ")
    if not text:
        return ""
    first = text.split(" ", 1)[0].strip(",").lower()
    if first in {"i", "i'm", "i’m"}:
        return text
    if first in {"am", "was"}:
        return f"I {lower_first(text)}"
    text = lower_first(text)
    if first in _STATES and len(text.split()) > 1 and text.split()[1] not in _AFTER_STATE:
        return f"I am {with_article(text)}"  # "retired history teacher"
    if first in {"a", "an", "the"} | _PLAIN_STARTS or (
        first.endswith("ing") and first not in {"nursing", "engineering", "accounting"}
    ):
        return f"I am {text}"
    if first in _FIRST_PERSON and first not in {"nurse", "coach", "tutor", "cook"}:
        return f"I {text}"
    return f"I am {with_article(text)}"


class FactKind(StrEnum):
    """What a fact about a person was typed as."""

    SENTENCE = "sentence"
    NOUN = "noun"
    YOU_DID = "you did"
    OTHER = "other"


_YOU = re.compile(r"^(?:that )?(?:you|you've|you have)\b", re.IGNORECASE)
_DID = re.compile(
    r"^(?:\w+ed|made|built|wrote|led|ran|gave|moved|began|became|taught|grew|drew|won|spoke|left|went|came|took|kept|did|set|spent|started|runs|leads|teaches|designs|works|makes|builds|writes|wrote|switched|swapped)\b",
    re.IGNORECASE,
)


def fact_about(text: str) -> tuple[FactKind, str]:
    """Say how a fact was typed and return it ready for the middle of a sentence, without its full stop."""
    words = re.sub(r"\s+", " ", text.strip())
    ended = words.endswith((".", "!", "?"))
    words = words.rstrip(".! ")
    if not words:
        return FactKind.OTHER, ""
    if ended and len(words.split()) > 4 and not words[0].islower():
        return FactKind.SENTENCE, words
    if re.match(r"I(?:'| |’)", words) and len(words.split()) > 3:
        return FactKind.SENTENCE, words
    if _YOU.match(words):
        return FactKind.YOU_DID, re.sub(r"^that ", "", lower_first(words), flags=re.IGNORECASE)
    if re.match(r"(?:your|the|a|an|his|her|their|how|what|that)\b", words, re.IGNORECASE) or re.match(
        r"[A-Z][\w&'-]*(?: [A-Z][\w&'-]*)*(?:'s|’s) ", words
    ):
        noun = lower_first(words)
        return FactKind.NOUN, re.sub(r"^(?:his|her|their) ", "your ", noun)
    if _DID.match(words):
        return FactKind.YOU_DID, "you " + _second_person(lower_first(words))
    return FactKind.OTHER, lower_first(words)


def _second_person(words: str) -> str:
    """ "runs a bakery" is said to its baker as "run a bakery"."""
    first, _, rest = words.partition(" ")
    forms = {
        "runs": "run",
        "leads": "lead",
        "teaches": "teach",
        "designs": "design",
        "works": "work",
        "makes": "make",
        "builds": "build",
        "writes": "write",
    }
    return f"{forms.get(first, first)} {rest}".strip()
