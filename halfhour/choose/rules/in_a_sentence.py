"""An occupation in the seeker's own words inside a sentence: "You wonder about UX designers and nursing."

Own words are kept as typed; only where they stand in a sentence of ours are initialisms written in capitals and
those who do the work named in the plural. A default of ours.
"""

from __future__ import annotations

import re

from halfhour.choose.rules.level_words import names_a_role

_INITIALISMS = frozenset(
    [
        "ux",
        "ui",
        "it",
        "qa",
        "hr",
        "pr",
        "rn",
        "lpn",
        "cna",
        "emt",
        "er",
        "icu",
        "seo",
        "sem",
        "cpa",
        "cfo",
        "ceo",
        "cto",
        "coo",
        "cio",
        "crm",
        "erp",
        "sap",
        "sql",
        "php",
        "ios",
        "css",
        "html",
        "gis",
        "cad",
        "cnc",
        "hvac",
        "tv",
        "dj",
        "mri",
        "ct",
        "ai",
        "ml",
        "nlp",
        "ngo",
        "esl",
        "k12",
        "ot",
        "pt",
        "ehs",
        "esg",
        "b2b",
        "b2c",
        "api",
        "aws",
        "bi",
        "vfx",
        "sfx",
        "cgi",
        "ar",
        "vr",
        "mba",
        "phd",
        "vet-tech",
        "usa",
        "uk",
        "us",
        "eu",
        "un",
        "nasa",
    ]
)
_WHOLE = frozenset(("dj", "vj", "mc", "rn", "emt", "cpa", "cna", "lpn"))
_DOES = re.compile(
    r"^(?:someone who|somebody who|who|makes|helps|builds|designs|writes|works|runs|teaches|looks|cares|fixes|repairs|plans|grows|"
    r"keeps|tests|records|does|edits|draws|sells|cooks|restores|translates|drives|studies|manages|develops|treats|being|is)\b",
    re.I,
)
_PLURAL_NOW = re.compile(r"(?:[^s]s|men|people)$", re.I)


def those_who(words: str) -> str:
    """ "ux designer" -> "UX designers", "Nurse" -> "nurses", "nursing" -> "nursing", "makes game sounds" -> in quotes."""
    text = " ".join(words.split())
    if not text:
        return ""
    if _DOES.match(text):
        return f"“{text}”"
    parts = [_cased(word) for word in text.split(" ")]
    last = parts[-1]
    role = names_a_role(last.lower()) or last.lower() in _WHOLE
    if role and not _PLURAL_NOW.search(last) and "," not in text:
        parts[-1] = plural_of(last)
    return " ".join(parts)


def _cased(word: str) -> str:
    bare = word.strip("()/,.").lower()
    if "/" in word:
        return "/".join(_cased(part) for part in word.split("/"))
    if bare in _INITIALISMS:
        return word.upper() if word.islower() else word
    mixed = any(sign.isupper() for sign in word[1:])
    return word if mixed or any(sign.isdigit() for sign in word) or bare in _NAMES else word.lower()


_NAMES = frozenset(
    [
        "english",
        "french",
        "german",
        "spanish",
        "latin",
        "italian",
        "chinese",
        "japanese",
        "arabic",
        "java",
        "python",
        "react",
        "salesforce",
        "excel",
    ]
)


def plural_of(word: str) -> str:
    """Several of the one that a word names: "woman" -> "women"."""
    low = word.lower()
    if low.endswith(("man", "woman")) and not low.endswith("human"):
        return word[:-2] + "en"
    if low.endswith("person"):
        return word[:-6] + "people"
    if low.endswith("y") and low[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    if low.endswith("wife"):
        return word[:-2] + "ves"
    return word + ("es" if low.endswith(("s", "ch", "sh", "x")) else "s")
