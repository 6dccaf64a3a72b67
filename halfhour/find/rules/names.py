"""What the parts of a person's name are, and what two spellings of it have in common.

Own rules, a default of ours: registries write "Last (Maiden), First M., PhD", networks "First Last, MBA", people whatever
they like. Particles stay with the family name, degrees and generations come off, a second family name in brackets is
kept as the earlier one. A name written without blanks in Chinese, Japanese or Korean begins with the family name.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class NameParts:
    """Each part as written, without commas; "" where there is none. earlier: a maiden or former family name."""

    given: str = ""
    middle: str = ""
    family: str = ""
    suffix: str = ""
    prefix: str = ""
    earlier: str = ""
    called: str = ""


_PREFIXES_WORDS = """mr mrs ms miss mx dr prof professor rev reverend sir dame hon herr frau fr hr dipl-ing ing mag m mme
    mlle monsieur madame sr. sra srta don dona dott dottssa dr.med doctor dra capt captain lt col sgt
    maj gen pastor rabbi sheikh"""
_PREFIXES = frozenset(_PREFIXES_WORDS.split())
_GENERATIONS_WORDS = """jr sr ii iii iv v vi jnr snr junior senior 2nd 3rd 4th"""
_GENERATIONS = frozenset(_GENERATIONS_WORDS.split())
_DEGREES_WORDS = """phd mba md jd dds dvm msc bsc ma ba bs ms meng beng llb llm lld mph msw lcsw lmsw lmft rn np bsn msn
    dnp aprn fnp crna cpa cfa cfp cma cia cisa cissp pmp pe pg ra aia leed ap csm cspo psm pmi-acp
    shrm-cp shrm-scp sphr phr gphr pharmd edd psyd dpt dmd od do esq esquire mfa med mpa mpp mps mha
    mhsa mis mit msf mssp mtech btech bcom bba mres dphil frcs frcp facs fache faan cae cfre che ches
    mches rd rdn ldn lpc lpcc ncc cpcu clu chfc are pa-c pa otr otr/l ccc-slp ccc slp atc cscs ret usa
    usn usaf usmc itil acca ca aca fca cima mcips assoc fasla asla aicp chrp sc qc kc mbbs mrcp mrics
    frics ceng ieng mieng mimeche dipl phdc cand abd"""
_DEGREES = frozenset(_DEGREES_WORDS.split())
_PARTICLES_WORDS = """van von der den de del della di da das dos du la le les el al bin ibn ben bint abu ter ten te zu zum
    zur af av vd y e san santa santo st saint mac o' d' della dalla dello degli delle ap ab 't 's op aan
    in"""
_PARTICLES = frozenset(_PARTICLES_WORDS.split())
_LEADING_PARTICLES_WORDS = """van von der den de del della di da das dos du la le el al bin ibn ben bint abu ter ten te zu zum zur
    af av st san santa dalla dello degli 't op"""
_LEADING_PARTICLES = frozenset(_LEADING_PARTICLES_WORDS.split())
_BRACKETS = re.compile(r"[(\[{（【]([^()\[\]{}（）【】]*)[)\]}）】]|[\"“”«»]([^\"“”«»]+)[\"“”«»]")
_PRONOUN = re.compile(
    r"\b(she|he|they|her|him|his|them|hers|theirs|elle|il|sie|er|ella|él|ze|hij|zij)\b\s*/", re.I
)
_DASHED_TAIL = re.compile(r"\s+[-–—|•]\s+.*$")
_WIDE = re.compile(r"^[\u3400-\u9fff\uac00-\ud7a3\u3040-\u30ff]+$")
_DOUBLE_WIDE_WORDS = (
    """欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 司徒 东方 東方 皇甫 尉迟 公孙 令狐 남궁 선우 황보 제갈"""
)
_DOUBLE_WIDE = frozenset(_DOUBLE_WIDE_WORDS.split())
_NOT_NAME = re.compile(r"[^\w\s.,'’\-‐‑/()&·ʻ`´]", re.UNICODE)
_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "’": "'",
        "ʻ": "'",
        "`": "'",
        "´": "'",
    }
)


def split_name(text: str) -> NameParts:
    """A whole name in its parts. Empty text gives empty parts; one word alone is the given name."""
    text = text.strip()
    called = earlier = ""
    if "(" in text or '"' in text or "“" in text or "[" in text or "（" in text or "«" in text:
        text, called, earlier = _out_of_brackets(text)
    if not text.isascii():
        text = _NOT_NAME.sub(" ", text)
    if " - " in text or " – " in text or " | " in text or " — " in text or " • " in text:
        text = _DASHED_TAIL.sub("", text)
    if _WIDE.match(text):
        at = 2 if text[:2] in _DOUBLE_WIDE or (len(text) >= 4 and not "\uac00" <= text[0] <= "\ud7a3") else 1
        return NameParts(given=text[at:], family=text[:at], earlier=earlier, called=called)
    pieces = [p for p in (x.strip() for x in text.split(",")) if p]
    if not pieces:
        return NameParts(earlier=earlier, called=called)
    suffix: list[str] = []
    while len(pieces) > 1 and _is_suffix(pieces[-1]):
        suffix.insert(0, pieces.pop())
    if len(pieces) > 1:
        family_words, given_words = pieces[0].split(), pieces[1].split()
        suffix = [*pieces[2:], *suffix]
        _off_the_end(family_words, suffix)
        prefix = _off_the_front(given_words) or _off_the_front(family_words)
        _off_the_end(given_words, suffix)
        trailing = _particles_off(given_words)
        return NameParts(
            given=given_words[0] if given_words else "",
            middle=" ".join(given_words[1:]),
            family=" ".join([*trailing, *family_words]),
            suffix=", ".join(suffix),
            prefix=prefix,
            earlier=earlier,
            called=called,
        )
    words = pieces[0].split()
    prefix = _off_the_front(words)
    _off_the_end(words, suffix)
    if not words:
        return NameParts(suffix=", ".join(suffix), prefix=prefix, earlier=earlier, called=called)
    if len(words) == 1:
        return NameParts(
            given=words[0], suffix=", ".join(suffix), prefix=prefix, earlier=earlier, called=called
        )
    at = _family_from(words)
    return NameParts(
        given=words[0],
        middle=" ".join(words[1:at]),
        family=" ".join(words[at:]),
        suffix=", ".join(suffix),
        prefix=prefix,
        earlier=earlier,
        called=called,
    )


def family_only(text: str) -> tuple[str, str, str]:
    """A family name field that may carry more: (family, suffix, earlier name)."""
    if not ("," in text or "(" in text or " " in text or "." in text):
        return text.strip(), "", ""
    earlier = ""
    if "(" in text or '"' in text or "[" in text or "（" in text:
        text, _, earlier = _out_of_brackets(text)
        earlier = earlier or ""
    pieces = [p.strip() for p in text.split(",")]
    suffix = [p for p in pieces[1:] if p]
    words = pieces[0].split()
    _off_the_end(words, suffix)
    return " ".join(words), ", ".join(suffix), earlier


@lru_cache(maxsize=200_000)
def fold_name(text: str) -> str:
    """Lower case, accents gone, letters only: "D'Ávila-Núñez" and "davilanunez" are the same."""
    if text.isascii():
        low = text.lower()
        return low if low.isalpha() else "".join(c for c in low if c.isalnum())
    flat = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(c for c in flat if c.isalnum() and not unicodedata.combining(c))


def make_nicknames(groups: Iterable[tuple[str, Iterable[str]]]) -> dict[str, frozenset[str]]:
    """(formal name, its nicknames) pairs as one table: folded spelling -> the formal names it may stand for.

    Every formal name stands for itself, so two spellings can be one person's when their sets meet.
    """
    table: dict[str, set[str]] = {}
    for formal, short in groups:
        root = fold_name(formal)
        table.setdefault(root, set()).add(root)
        for nickname in short:
            table.setdefault(fold_name(nickname), set()).add(root)
    return {k: frozenset(v | {k}) for k, v in table.items()}


def may_be_same_given(first: str, second: str, nicknames: Mapping[str, frozenset[str]]) -> bool:
    """Two folded given names that one person may use: equal, an initial of the other, or nickname and formal name."""
    if first == second:
        return True
    if not first or not second:
        return False
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    one, two = nicknames.get(first), nicknames.get(second)
    if one is None and two is None:
        return False
    return not (one or frozenset((first,))).isdisjoint(two or frozenset((second,)))


def _out_of_brackets(text: str) -> tuple[str, str, str]:
    called = earlier = ""
    for match in _BRACKETS.finditer(text):
        inner = (match[1] or match[2] or "").strip()
        if not inner or "/" in inner or _PRONOUN.match(inner):
            continue
        before = text[: match.start()].strip()
        after = text[match.end() :].strip()
        if match[2] or (before and after and not after.startswith(",")):
            called = called or inner
        elif inner.lower().startswith(("née ", "nee ", "geb ", "geb. ", "born ", "formerly ")):
            earlier = inner.split(" ", 1)[1]
        elif inner[:1].isupper() and not _is_suffix(inner) and len(inner.split()) <= 2:
            earlier = inner
    return " ".join(_BRACKETS.sub(" ", text).split()).replace(" ,", ","), called, earlier


def _bare(word: str) -> str:
    return word.lower().replace(".", "").strip("-'")


def _is_suffix(piece: str) -> bool:
    words = piece.split()
    return (
        bool(words)
        and all(
            _bare(w) in _GENERATIONS or _bare(w) in _DEGREES or not any(c.isalpha() for c in w)
            for w in words[:1]
        )
        and len(words) <= 4
    )


def _off_the_front(words: list[str]) -> str:
    off = []
    while len(words) > 1 and _bare(words[0]) in _PREFIXES and len(_bare(words[0])) != 1:
        off.append(words.pop(0))
    return " ".join(off)


def _off_the_end(words: list[str], suffix: list[str]) -> None:
    while len(words) > 1:
        last = words[-1]
        bare = _bare(last)
        is_generation = bare in _GENERATIONS and (len(bare) > 1 or len(words) > 2)
        is_degree = (
            bare in _DEGREES
            and (
                last.isupper()
                or "." in last
                or bare in ("phd", "pharmd", "edd", "psyd", "dphil", "mtech", "btech", "bcom")
            )
            and len(bare) > 1
        )
        if not (is_generation or is_degree) or (
            len(words) == 2 and not is_generation and "." not in last and len(bare) <= 2
        ):
            return
        suffix.insert(0, words.pop())


def _particles_off(words: list[str]) -> list[str]:
    """ "Beethoven, Ludwig van": the particle at the end of the given names belongs to the family name."""
    off: list[str] = []
    while len(words) > 1 and words[-1].lower() in _LEADING_PARTICLES:
        off.insert(0, words.pop())
    return off


def _family_from(words: list[str]) -> int:
    for at in range(1, len(words) - 1):
        if words[at].lower() in _LEADING_PARTICLES and not words[at].isupper():
            return at
    return len(words) - 1
