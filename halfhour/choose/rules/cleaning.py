"""Turn a job title as people write it into the words that say which occupation it is.

Cuts employer, second role, requisition numbers, grades and terms of employment, and opens short forms. What
was cut is kept: it carries the level and often a second title. Source: a default of ours.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from halfhour.choose.rules.abbreviations import ABBREVIATIONS, BY_PLACE, SIGNED
from halfhour.choose.rules.leading import read_rank_at_end
from halfhour.choose.rules.level_words import MANAGED_THINGS, names_a_role
from halfhour.choose.rules.products import without_products


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _entries(text: str) -> frozenset[str]:
    return frozenset(entry.strip() for entry in text.replace("\n", " ").split(";") if entry.strip())


_QUOTES = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "´": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "−": "-",
        "‐": "-",
        "‑": "-",
    }
)
_ARROWS = re.compile(r"\s*(?:->|=>|→|➔|➜|»|>>)\s*")
_BARS = re.compile(r"\s*(?:\||•|·|;|//|\\|~|\*|(?<![cC])\+{2,}|:{2})\s*")
_DASH = re.compile(r"\s+-+\s*|\s*-+\s+|:\s+|--+|-(?=[A-Z]{2,}-)")
_BRACKETS = re.compile(r"[(\[{<]([^)\]}>]*)[)\]}>]?")
_AT = re.compile(r"\s+@+\s*|@+\s+|(?<=\w)@(?=[A-Z])")
_AT_WORD = re.compile(
    r"\s+(?:at|with|bei|chez|presso)\s+(?!law\b|large\b|risk\b|sea\b|home\b|arms\b|work\b|disabilities\b|special\b|height)",
    re.I,
)
_REQUISITION = re.compile(
    r"\b(?:req(?:uisition)?|job|ref|id|posting)\s*(?:id|no|nr|number)?\s*[#:.]?\s*\d[\w-]*|#\s*\w*\d\w*|\b\d{2}-\d{4}(?:\.\d\d)?\b|"
    r"\b[A-Z]{1,3}-?\d{3,}\b|\b\d{4,}\b",
    re.I,
)
_HOURS = re.compile(
    r"\$\s?\d[\d.,k]*(?:\s*(?:-|to)\s*\$?\d[\d.,k]*)?(?:\s*(?:/|per)\s*(?:hr|hour|yr|year))?", re.I
)
# What the Census index adds to a title to say who is not meant.
_EXCEPTION = re.compile(
    r"\b(?:exc|except|excluding)\b.*$|\b(?:less than|with) associate degree.*$|\bassociate degree or higher.*$|"
    r"\b(?:other specified|not specified|n\.?s\.?|n\.?e\.?c\.?)(?!\w)",
    re.I,
)
_SHIFT = re.compile(
    r"[-,(|/]\s*(?:day|night|evening|morning|swing|graveyard|overnight|weekend|rotating|1st|2nd|3rd|first|second|third)"
    r"s?\s+shifts?\b",
    re.I,
)
_INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_SIGNS = re.compile(r"[&+#./-]")
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")

GRADES: frozenset[str] = _words(
    """
i ii iii iv v vi vii viii ix 1 2 3 4 5 6 7 8 9 l1 l2 l3 l4 l5 l6 l7 l8 l9 ic1 ic2 ic3 ic4 ic5 ic6 e1 e2
e3 e4 e5 e6 e7 t1 t2 t3 p1 p2 p3 p4 p5 g1 g2 g3 g4 1st 2nd 3rd level lvl grade band tier step class mid
entry sr jr senior junior
"""
)
# Ranks that rarely change the occupation; cut unless nothing else would be left.
RANKS: frozenset[str] = _words(
    """
lead principal staff distinguished experienced intermediate advanced head
"""
)
TERMS: frozenset[str] = _words(
    """
remote hybrid onsite wfh fulltime parttime contract contractual contractor temporary temp seasonal
freelance interim acting casual perdiem prn permanent perm fte w2 c2c corp2corp contingent ft shift
shifts overnight overnights weekend weekends weekdays evening evenings days nights am current present
currently former formerly ex retired self employed aspiring certified licensed registered bilingual
multilingual urgent urgently immediate hiring needed wanted opening openings usa uk us emea apac latam
amer dach nyc sf bay area nationwide worldwide global globally international north america europe asia
pacific various multiple new mid level phd mba msc bsc msn pmp cissp
"""
)
# Words of TERMS that do name the work in some titles; they are only cut outside the first part.
_SOFT_TERMS = _words(
    """
contract contractor global international certified licensed registered area shift new present current
days weekend self bay mid opening seasonal contingent multiple freelance employed north asia pacific
europe america
"""
)
# Before a comma these say the rank only; the work is named after it ("Director, Brand Media").
RANK_NAMES: frozenset[str] = _entries(
    """
manager; director; vice president; senior vice president; executive vice president;
assistant vice president; president; associate director; assistant director; managing director;
executive director; supervisor; analyst; specialist; consultant; associate; coordinator; officer;
administrator; engineer; technician; designer; developer; scientist; researcher; executive; partner;
member; teacher; instructor; professor; lecturer; assistant professor; associate professor; faculty;
advisor; adviser; representative; assistant; operator; inspector; agent; clerk; intern; trainee;
apprentice; helper; team leader; leader; program manager; project manager; general manager; chief;
deputy; assistant manager; associate manager; counsel; planner; physician; doctor; attending physician;
resident physician; nurse; registered nurse; attorney; lawyer; tutor; writer; editor; producer; scholar;
"""
)
_VICE = _words(
    """
vice president executive senior assistant associate deputy group regional global corporate first
"""
)
# Ends of a part that tell a rank, or the other half of a vice president's title.
_DIRECTS = _words("director president head chief officer partner owner founder member executive")
TWO_IN_ONE = {
    ("post", "doctoral"): "postdoctoral",
    ("post", "doctorate"): "postdoctoral",
    ("post", "doc"): "postdoc",
    ("data", "base"): "database",
    ("soft", "ware"): "software",
    ("hard", "ware"): "hardware",
    ("web", "site"): "website",
    ("net", "work"): "network",
    ("fire", "wall"): "firewall",
    ("main", "frame"): "mainframe",
    ("middle", "ware"): "middleware",
    ("firm", "ware"): "firmware",
    ("semi", "conductor"): "semiconductor",
    ("bio", "statistician"): "biostatistician",
    ("bio", "informatics"): "bioinformatics",
    ("tele", "communications"): "telecommunications",
}
STOP: frozenset[str] = _words(
    """
a an and as at by de for from in la of on or per the to with und et y e n ns nec other
"""
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """One title, taken apart. All texts are lower-case words with one space between them."""

    plain: str  # everything, short forms not opened
    full: str  # first title with its modifiers, short forms opened, grades and terms cut
    core: str  # the first part alone, the same way; usually ends with the word that names the occupation
    second: str  # a second title ("Nurse | Author", "Engineer -> Product Manager"), may be empty
    inside: str  # what stood in brackets, opened
    grades: tuple[str, ...]  # cut words that carry a level
    employer: str  # what stood after "@" or "at"


def plain_words(text: str) -> list[str]:
    """Lower-case words of a text, accents and signs gone; C++, C#, R&D and the like survive as words."""
    return list(_plain_words(text))


@lru_cache(maxsize=16_384)
def _plain_words(text: str) -> tuple[str, ...]:
    if text.isascii():
        lowered = text.lower()
    else:
        lowered = unicodedata.normalize("NFKD", text.translate(_QUOTES)).lower()
        lowered = "".join(sign for sign in lowered if not unicodedata.combining(sign))
    if "." in lowered:
        lowered = _INITIALS.sub(lambda found: found.group().replace(".", "") + " ", lowered)
    if _SIGNS.search(lowered):
        for sign, word in SIGNED:
            if sign in lowered:
                lowered = re.sub(rf"(?<![a-z0-9]){re.escape(sign)}(?![a-z0-9])", f" {word} ", lowered)
    words = _WORD.findall(lowered.replace("&", " and "))
    return (
        tuple(word.replace("'s", "s").replace("'", "") for word in words) if "'" in lowered else tuple(words)
    )


def normal(text: str) -> str:
    """The key under which titles are compared, and corrections are learned."""
    return " ".join(plain_words(text))


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Take the plural off a word, roughly and always the same way."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ics")):
        return word[:-1]
    if len(word) > 5 and word.endswith("men"):
        return word[:-3] + "man"
    return word


def joined(words: list[str]) -> list[str]:
    """Words that are written in one or in two: "post doctoral", "data base"."""
    result: list[str] = []
    for word in words:
        whole = TWO_IN_ONE.get((result[-1], word)) if result else None
        if whole:
            result[-1] = whole
        else:
            result.append(word)
    return result


def opened(words: list[str]) -> list[str]:
    """Open the short forms; the reading of a few depends on whether a word follows."""
    result: list[str] = []
    for place, word in enumerate(words):
        if word in BY_PLACE:
            rest = [later for later in words[place + 1 :] if later not in GRADES]
            result += BY_PLACE[word][1 if rest else 0].split()
        elif word in ABBREVIATIONS:
            result += ABBREVIATIONS[word].split()
        else:
            result.append(word)
    return result


def cut_words(words: list[str], *, first: bool) -> tuple[list[str], list[str]]:
    """Part the words into those kept and the grades and terms cut; at least one word is kept if any names work."""
    kept: list[str] = []
    cut: list[str] = []
    for word in _led(words):
        term = word in TERMS and not (first and word in _SOFT_TERMS)
        (cut if word in GRADES or term or word.isdigit() else kept).append(word)
    # "Member of technical staff" is a title, not a rank.
    ranked = [word for word in kept if word not in RANKS or (word == "staff" and "technical" in kept)]
    if ranked and any(word not in STOP for word in ranked):
        cut += [word for word in kept if word in RANKS and word not in ranked]
        kept = ranked
    if not kept:
        kept = [word for word in words if word not in GRADES and not word.isdigit()] or words
    while len(kept) > 1 and kept[0] in STOP:
        kept.pop(0)
    while len(kept) > 1 and kept[-1] in STOP:
        kept.pop()
    return kept, cut


def _led(words: list[str]) -> list[str]:
    """Read "head of sales" and "sales head" as manager, and the rank at the end as the person meant."""
    result = read_rank_at_end(words, GRADES)
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else ""
        last = all(later in GRADES for later in words[place + 1 :])
        if word == "head" and place + len(words) > 1 and (following in {"of", "for"} or last):
            result[place] = "manager"
    return result


def clean(title: str) -> Cleaned:
    """Take one title apart. Any text is accepted, however odd; an empty one gives empty parts."""
    text = unicodedata.normalize("NFKC", title[:400]).translate(_QUOTES)
    plain = normal(text)
    text = _HOURS.sub(" ", _REQUISITION.sub(" ", text))
    shorter = _EXCEPTION.sub(" ", _SHIFT.sub(" ", text))
    text = shorter if plain_words(shorter) else text
    text, employer = _split_once(text, _AT)
    if not employer:
        text, employer = _split_once(text, _AT_WORD)
    roles = [part for part in _ARROWS.split(text) if part.strip()]
    roles = [part for role in roles for part in _BARS.split(role) if plain_words(part)]
    if not roles:
        return Cleaned(plain, plain, plain, "", "", (), normal(employer))
    first, *others = roles
    inside = [normal(found) for found in _BRACKETS.findall(first)]
    parts = [part for part in _DASH.split(_BRACKETS.sub(" ", first)) if plain_words(part)]
    pieces = [piece for part in parts or [first] for piece in part.split(",") if plain_words(piece)] or [
        first
    ]
    cut_all: list[str] = []
    kept_all: list[list[str]] = []
    for place, piece in enumerate(pieces):
        kept, cut = cut_words(opened(without_products(joined(plain_words(piece)))), first=place == 0)
        cut_all += cut
        if place == 0 or any(word not in GRADES and word not in TERMS and word not in STOP for word in kept):
            kept_all.append(kept)
    kept_all = _doer_first(kept_all)
    core = kept_all[0]
    if len(kept_all) > 1 and all(word in GRADES | RANKS | TERMS or word in STOP for word in core):
        kept_all.pop(0)
        core = kept_all[0]
    elif _is_bank_rank(core) and any(_is_worker(words) for words in kept_all[1:]):
        # "VP, Software Engineer": in a bank the first part is a rank and the second the work.
        kept_all = [words for words in kept_all[1:] if _is_worker(words)][:1]
        core = kept_all[0]
    inner = [word for text in inside for word in cut_words(opened(text.split()), first=False)[0]]
    # "Engineer (Software)": the bracket names the work of a bare rank.
    if inner and " ".join(core) in RANK_NAMES and not {core[-1], *RANKS} & set(inner):
        core = kept_all[0] = [*inner, *core]
    full = [*(word for words in kept_all[1:] for word in words), *core]
    if len(kept_all) > 1 and " ".join(core) in RANK_NAMES:
        core = full
    full, core = _vice(full), _vice(core)
    return Cleaned(
        plain=plain,
        full=" ".join(full),
        core=" ".join(core),
        second=" ".join(cut_words(opened(plain_words(others[0])), first=True)[0]) if others else "",
        inside=" ".join(inner),
        grades=tuple(cut_all),
        employer=normal(employer),
    )


def _is_bank_rank(words: list[str]) -> bool:
    return words[-2:] == ["vice", "president"] and all(word in _VICE for word in words)


def _is_worker(words: list[str]) -> bool:
    """Whether a part of a title is a title of its own: it ends with a doer who is more than a rank."""
    if words[-1] == "manager":
        return len(words) > 1 and words[-2] in MANAGED_THINGS
    return len(words) > 1 and words[-1] not in _DIRECTS and names_a_role(words[-1])


def _doer_first(parts: list[list[str]]) -> list[list[str]]:
    """ "Finance - Analyst": the part that ends with a doer comes first, where the first part has none."""
    if any(names_a_role(stem(word)) for word in parts[0]):
        return parts
    place = next((at for at, words in enumerate(parts) if names_a_role(words[-1])), 0)
    return [parts[place], *parts[:place], *parts[place + 1 :]]


def _vice(words: list[str]) -> list[str]:
    """ "Vice president of sales" does the work of a director of sales; alone it stays what it is."""
    text = " ".join(words)
    if "vice president" not in text or all(word in STOP or word in _VICE for word in words):
        return words
    rest = re.sub(
        r"\b(?:executive |senior |assistant |associate |deputy |group )?vice president\b", " director ", text
    ).split()
    if rest.count("director") == 1 and rest[-1] == "director":
        return rest
    if "manager" in rest or rest.count("director") > 1:
        rest = [
            word for place, word in enumerate(rest) if word != "director" or "director" in rest[place + 1 :]
        ] or rest
    return rest


def _split_once(text: str, pattern: re.Pattern[str]) -> tuple[str, str]:
    parts = pattern.split(text, maxsplit=1)
    if len(parts) == 2 and plain_words(parts[0]):
        # "Engineer @ Acme | Speaker": the second role after the employer stays.
        rest = _BARS.split(parts[1], maxsplit=1)
        return (f"{parts[0]} | {rest[1]}" if len(rest) == 2 else parts[0]), rest[0]
    return text, ""


def word_key(text: str) -> str:
    """The words without order, plurals and small words: "Engineer, station" and "Station engineers" are one."""
    return " ".join(sorted({stem(word) for word in text.split() if word not in STOP}))
