"""An occupation in words that fit a sentence: "a game sound designer's work", "game sound designers", "people in nursing".

Source: a default of ours; what people type is a person, several, a field or what somebody does, and a sentence must read
well with each.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from halfhour.choose.rules.in_a_sentence import plural_of


def with_article(noun: str) -> str:
    """Put "a" or "an" before a noun, by sound."""
    low = noun.lower()
    silent = low.startswith(("hour", "honest", "honour", "honor", "heir"))
    you = low.startswith(("uni", "use", "usu", "eu", "one", "once", "ut", "ux"))
    letters = bool(re.match(r"[FHLMNRSX][A-Z]+\b", noun))
    return f"{'an' if letters or silent or (low[:1] in 'aeiou' and not you) else 'a'} {noun}"


class WorkKind(StrEnum):
    PERSON = "person"
    PEOPLE = "people"
    FIELD = "field"
    DOING = "doing"


@dataclass(frozen=True)
class Work:
    """An occupation in words that fit a sentence. words: as used in the middle of one."""

    kind: WorkKind
    words: str
    plural: str

    @property
    def the_work(self) -> str:
        """What is done: "a game sound designer's work", "work in nursing"."""
        if self.kind is WorkKind.PERSON:
            return f"{with_article(self.words)}'s work"
        if self.kind is WorkKind.FIELD:
            return f"work in {self.words}"
        if self.kind is WorkKind.DOING:
            return f"the work of someone who {self.words}"
        return f"the work of {self.plural}"

    @property
    def people(self) -> str:
        """Those who do it: "game sound designers", "people in nursing"."""
        if self.kind is WorkKind.FIELD:
            return f"people in {self.words}"
        if self.kind is WorkKind.DOING:
            return f"someone who {self.words}"
        return self.plural

    @property
    def being(self) -> str:
        """Doing it: "being a game sound designer", "working in nursing"."""
        if self.kind is WorkKind.PERSON:
            return f"being {with_article(self.words)}"
        return f"working in {self.words}" if self.kind is WorkKind.FIELD else self.the_work

    @property
    def becoming(self) -> str:
        """Beginning it: "becoming a game sound designer", "going into nursing"."""
        if self.kind is WorkKind.PERSON:
            return f"becoming {with_article(self.words)}"
        return f"going into {self.words}" if self.kind is WorkKind.FIELD else f"choosing {self.the_work}"

    @property
    def became(self) -> str:
        """Having begun it: "became a game sound designer", "got into nursing"."""
        if self.kind is WorkKind.PERSON:
            return f"became {with_article(self.words)}"
        return f"got into {self.words}" if self.kind is WorkKind.FIELD else f"came to {self.the_work}"

    @property
    def as_one(self) -> str:
        """Within it: "as a game sound designer", "in nursing"."""
        if self.kind is WorkKind.PERSON:
            return f"as {with_article(self.words)}"
        return f"in {self.words}" if self.kind is WorkKind.FIELD else f"in {self.the_work}"

    @property
    def short(self) -> str:
        """The shortest name, for a subject line."""
        if self.kind is WorkKind.PERSON:
            return f"being {with_article(self.words)}"
        return self.words if self.kind is WorkKind.FIELD else self.the_work


_PERSON_ENDING = re.compile(
    r"(?:er|or|ist|ian|ant|ent|eer|man|woman|person|nurse|clerk|chef|pilot|coach|guide|vet|cook|judge|agent|aide|smith|wright|host|scientist|tech|analyst|midwife|counsel|potter|diplomat|surveyor)$"
)
_FIELD_ENDING = re.compile(
    r"(?:ing|ology|ics|ture|tion|ment|ance|ence|graphy|try|law|care|design|science|sciences|therapy|work|media|arts?|finance|policy|health|it|sport|sports|trade|trades|music|film|theatre|theater|fashion|sales|tech|games?|data|logistics|philosophy|ity|ism|nomy|ery|ure)$"
)
_NOT_PLURAL = re.compile(
    r"(?:ss|ics|us|is|sales|news|sports|arts|logistics|games|sciences|trades|operations|resources)$"
)


def work_of(occupation: str) -> Work | None:
    """Read an occupation in own words or in the words of a classification; None when nothing is given."""
    text = re.sub(r"\s*\([^)]*\)", "", occupation.strip().rstrip(".")).strip()
    text = re.sub(r",? (?:all other|other|except .*)$", "", text, flags=re.IGNORECASE)
    if not text:
        return None
    words = " ".join(_small(word) for word in text.split())
    first, last = words.split()[0], re.split(r"[ ,/]+", words)[-1].lower()
    words = re.sub(r"^(?:an?|the) ", "", words)
    if first in {
        "makes",
        "helps",
        "builds",
        "designs",
        "writes",
        "works",
        "runs",
        "teaches",
        "looks",
        "cares",
        "fixes",
        "repairs",
        "plans",
        "grows",
        "keeps",
        "tests",
        "records",
        "does",
        "edits",
        "draws",
        "sells",
        "cooks",
        "restores",
        "translates",
        "drives",
        "studies",
        "manages",
        "develops",
        "programs",
        "treats",
        "is",
    } or first.startswith("who"):
        return Work(WorkKind.DOING, words.removeprefix("who "), words)
    if re.search(r",| and ", words) or (last.endswith("s") and not _NOT_PLURAL.search(last)):
        singular = _singular(words)
        if singular is None:
            return Work(WorkKind.PEOPLE, words, words)
        return Work(WorkKind.PERSON, singular, words)
    if _FIELD_ENDING.search(last) and not re.search(r"(?:assistant|consultant)$", last):
        return Work(WorkKind.FIELD, words, words)
    if _PERSON_ENDING.search(last):
        return Work(WorkKind.PERSON, words, _several(words))
    return Work(WorkKind.FIELD, words, words)


def _small(word: str) -> str:
    """Take capitals off, as in a classification's names, but not off initialisms."""
    return (
        word
        if re.search(r"[A-Z].*[A-Z]|\d", word) or word in {"English", "French", "German", "Spanish", "Latin"}
        else word.lower()
    )


def _singular(words: str) -> str | None:
    """Return one of several, or None where "and" or a comma joins several kinds."""
    if re.search(r",| and ", words):
        return None
    last = words.split()[-1]
    if last.endswith("ies"):
        return words[:-3] + "y"
    if last.endswith("men"):
        return words[:-2] + "an"
    return words[:-2] if last.endswith(("sses", "ches", "shes")) else words[:-1]


def _several(words: str) -> str:
    *before, last = words.split()
    return " ".join([*before, plural_of(last)])
