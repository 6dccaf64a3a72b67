"""How a seeker's own words fit into a sentence: the line about oneself, the occupation, the fact about the person.

Source: a default of ours; what people type is a noun, a clause or a whole sentence, and a draft must read well with each.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

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


def with_article(noun: str) -> str:
    """Put "a" or "an" before a noun, by sound."""
    low = noun.lower()
    silent = low.startswith(("hour", "honest", "honour", "honor", "heir"))
    you = low.startswith(("uni", "use", "usu", "eu", "one", "once", "ut", "ux"))
    letters = bool(re.match(r"[FHLMNRSX][A-Z]+\b", noun))
    return f"{'an' if letters or silent or (low[:1] in 'aeiou' and not you) else 'a'} {noun}"


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
        return Work(WorkKind.PERSON, words, _plural(words))
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


def _plural(words: str) -> str:
    last = words.split()[-1]
    if last.endswith(("man", "woman")) and not last.endswith("human"):
        return words[:-2] + "en"
    if re.search(r"[^aeiou]y$", last):
        return words[:-1] + "ies"
    if last.endswith("wife"):
        return words[:-2] + "ves"
    return words + ("es" if last.endswith(("s", "ch", "sh", "x")) else "s")


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
