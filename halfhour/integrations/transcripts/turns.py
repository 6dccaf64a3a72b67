"""What every layout of a transcript gives: who said what, in order."""

import html
import re
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Turn:
    """Something said without a break. speaker: None when the file does not say. starts_seconds: from the beginning."""

    speaker: str | None
    text: str
    starts_seconds: float | None = None


@dataclass(frozen=True)
class Transcript:
    """layout: "vtt", "srt", "sbv", "text" or "json". problems: (line, reason) for what was left out."""

    layout: str
    turns: list[Turn]
    problems: list[tuple[int, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def speakers(self) -> list[str]:
        """Everyone who speaks, in order of the first word."""
        return list(dict.fromkeys(t.speaker for t in self.turns if t.speaker))


_TAG = re.compile(r"</?(?:[a-zA-Z][\w-]*(?:\.[^\s<>]*)?(?:\s[^<>]*)?|\d[\d:.]*)>|\{\\[^{}]*\}")
_NAME_PREFIX = re.compile(
    r"^\s*(?:>>+\s*)?(?:\*\*|__)?(?:[\[(](?P<boxed>[^\[\]()]{1,40})[\])]|(?P<plain>[^\W\d_][^:：<>{}*]{0,47}?))(?:\*\*|__)?\s*[:：](?:\*\*|__)?(?!//|\d\d\b)\s*(?P<rest>.*)$",
    re.S,
)
_NOT_NAMES = frozenset(
    w.strip()
    for w in [
        "note",
        "notes",
        "title",
        "date",
        "time",
        "topic",
        "subject",
        "location",
        "duration",
        "attendees",
        "participants",
        "agenda",
        "transcript",
        "meeting",
        "recording",
        "summary",
        "http",
        "https",
        "example",
        "for example",
        "language",
        "kind",
        "style",
        "ps",
        "p.s",
        "re",
        "action items",
        "warning",
        "question",
        "answer",
        "remember",
        "tip",
        "host",
        "organizer",
        "invitees",
        "meeting title",
        "start time",
        "end time",
        "recorded",
        "transcribed by",
        "source",
        "url",
        "link",
        "file",
        "chapter",
        "keywords",
        "speakers",
        "present",
        "absent",
        "datum",
        "teilnehmer",
        "ort",
        "thema",
    ]
)
_SMALL_WORDS = frozenset(
    [
        "the",
        "and",
        "is",
        "are",
        "was",
        "that",
        "this",
        "it",
        "so",
        "but",
        "because",
        "to",
        "you",
        "we",
        "i",
        "they",
        "said",
        "have",
        "here's",
        "what",
    ]
)


_ABBREVIATED = re.compile(r"\b(?:(?i:Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr)|[A-Z])\.")
_DAY = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b"
    r"|^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? .*\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b",
    re.I,
)


def plain_text(raw: str) -> str:
    """Words without tags, marks and entities, one line."""
    return " ".join(html.unescape(_TAG.sub("", raw)).replace("\u200b", "").split())


def split_prefix(text: str) -> tuple[str | None, str]:
    """("Name", rest) of "Name: rest"; (None, text) when what stands before the colon is no name."""
    found = _NAME_PREFIX.match(text)
    if found is None:
        return None, text
    name = (found["boxed"] or found["plain"] or "").strip(" *_-–•")
    return (name, found["rest"].strip()) if is_name(name) else (None, text)


def is_name(text: str) -> bool:
    """Short enough for a name, beginning as one does, and not a label such as "Date"."""
    words = text.split()
    if not words or len(words) > 6 or len(text) > 48 or text.casefold().strip(".") in _NOT_NAMES:
        return False
    if any(c in text for c in '.!?;"“”') and not _ABBREVIATED.search(text):
        return False
    if _DAY.search(text):
        return False
    first = words[0].lstrip("@(")
    if not first or not (
        first[0].isupper()
        or not first[0].isascii()
        or first.casefold().startswith(("speaker", "interview", "user"))
    ):
        return False
    lowered = sum(w[0].islower() for w in words if w[0].isalpha())
    return len(words) == 1 or (
        lowered <= len(words) / 2 and not (set(text.casefold().split()) & _SMALL_WORDS)
    )
