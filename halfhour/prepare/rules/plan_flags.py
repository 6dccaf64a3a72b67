"""What is wrong with a plan: too much, a missing subject, an uncovered wish, something one could look up.

Source: the first seed (ask about tasks, environment, education), Informational Interviewing Part 1 (the more you research the
better the questions), Part 2 (questions find out what you want in a job); Eastern, Bethel (do not ask what you could
look up). Sizes by length are defaults of ours inside Rochester's five to ten for half an hour.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from halfhour.prepare.rules.bank import BY_ID
from halfhour.prepare.rules.question import Stage, Topic

SIZES: tuple[tuple[int, int, int], ...] = ((15, 3, 4), (20, 5, 6), (30, 6, 8), (40, 8, 10), (60, 10, 14))


class FlagKind(StrEnum):
    OVERLOAD = "overload"
    MISSING_TOPIC = "missing-topic"
    UNCOVERED_WANT = "uncovered-want"
    LOOK_UP = "look-up"
    NO_QUESTIONS = "no-questions"


@dataclass(frozen=True)
class Flag:
    """line: index into the plan's lines when the flag is about one. alternative: a better wording, or empty."""

    kind: FlagKind
    text: str
    line: int | None = None
    alternative: str = ""


@dataclass(frozen=True)
class Wish:
    """A want of the seeker. code: its own comparison row; near: criteria whose questions test it."""

    code: str
    text: str
    near: tuple[str, ...] = ()


class Planned(Protocol):
    """What a flag needs to know of a line."""

    @property
    def question_id(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def topic(self) -> str: ...
    @property
    def stage(self) -> Stage: ...
    @property
    def criterion(self) -> str: ...
    @property
    def minutes(self) -> int: ...
    @property
    def must(self) -> bool: ...


@dataclass(frozen=True)
class Subject:
    """One of the three subjects of every talk, and how it is recognised in a question of the seeker's own."""

    name: str
    topics: frozenset[Topic]
    words: re.Pattern[str]


SUBJECTS = (
    Subject("the tasks", frozenset({Topic.DAY_TO_DAY}),
            re.compile(r"\b(day|week|tasks?|do you do|spend your time|hands)\b", re.I)),
    Subject("the environment", frozenset({Topic.ENVIRONMENT, Topic.ORGANISATION}),
            re.compile(r"\b(place|environment|around you|office|hours|organi[sz]ation|company|culture|pace)\b", re.I)),
    Subject("the education", frozenset({Topic.WAYS_IN}),
            re.compile(r"\b(train\w*|educat\w*|degrees?|stud(y|ied)|learn\w*|prepar\w*|licen[cs]\w*|courses?|schools?)\b", re.I)),
)  # fmt: skip

LOOK_UP_WORDS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("education", re.compile(r"\b(which|what) (degree|education|qualification|training)\b.*\b(need|required?|usual|typical)|"
                             r"\bdo (i|you) need a degree\b", re.I), BY_ID["degree-needed"].sharper),
    ("pay", re.compile(r"\b(salary|pay|earn|wage|paid)\b", re.I), BY_ID["range-beginner"].sharper),
    ("outlook", re.compile(r"\b(outlook|demand|prospects|grow(ing|th)?|openings)\b", re.I), BY_ID["shortage"].sharper),
    ("tasks", re.compile(r"\bwhat (are|is) (the|your) (main )?(tasks?|duties|job)\b|\bwhat does an? .* do\b", re.I),
     BY_ID["tasks-list"].sharper),
    ("skills", re.compile(r"\b(which|what) skills\b", re.I), BY_ID["daily-skills"].sharper),
    ("technologies", re.compile(r"\b(which|what) (software|tools|programs|programmes|technolog\w+)\b", re.I), BY_ID["tools"].sharper),
    ("organisation", re.compile(r"\bwhat does (your|the) (company|organi[sz]ation|firm) do\b|\bhow many (people|employees)\b", re.I),
     BY_ID["how-it-lives"].sharper),
)  # fmt: skip


def fewest_musts(minutes: int) -> int:
    return _size(minutes)[1]


def most_musts(minutes: int) -> int:
    """Return how many must questions of the middle part fit into a talk of this length."""
    return _size(minutes)[2]


def _size(minutes: int) -> tuple[int, int, int]:
    return next((row for row in SIZES if minutes <= row[0]), SIZES[-1])


def size_hint(minutes: int) -> str:
    """Say in words how many questions suit the length."""
    _, low, high = _size(minutes)
    return f"{minutes} minutes hold about {low} to {high} questions. What does not fit waits below as “if there is time”."


def look_up_flag(text: str, question_id: str, known_facts: Collection[str]) -> tuple[str, str] | None:
    """Return (fact key, sharper wording) when the seeker already knows what this question asks for, or None."""
    question = BY_ID.get(question_id)
    if question:
        if question.look_up and question.look_up in known_facts and question.text == text:
            return question.look_up, question.sharper
        return None
    for fact, pattern, sharper in LOOK_UP_WORDS:
        if fact in known_facts and pattern.search(text) and text != sharper:
            return fact, sharper
    return None


def flags_of(
    lines: Sequence[Planned], *, minutes: int, wants: Sequence[Wish] = (), known_facts: Collection[str] = ()
) -> tuple[Flag, ...]:
    """Flag a plan. Own questions are recognised by their words, those of the bank by their topic."""
    if not any(line.stage in {Stage.CORE, Stage.LEADS} for line in lines):
        return (Flag(FlagKind.NO_QUESTIONS, "There is no question yet. Choose at least one."),)
    flags = []
    musts = [line for line in lines if line.must]
    in_the_middle = sum(line.stage is Stage.CORE for line in musts)
    planned = sum(line.minutes for line in musts)
    if in_the_middle > most_musts(minutes):
        words = (
            f"{in_the_middle} questions for {minutes} minutes, about {planned} minutes of answers. "
            f"{most_musts(minutes)} are enough: move the others to “if there is time”."
        )
        flags.append(Flag(FlagKind.OVERLOAD, words))
    elif planned > minutes:
        words = f"About {planned} minutes of answers for a talk of {minutes}: move one question to “if there is time”."
        flags.append(Flag(FlagKind.OVERLOAD, words))
    flags += [
        Flag(
            FlagKind.MISSING_TOPIC,
            f"No question about {s.name}. Tasks, environment and education belong to every talk.",
        )
        for s in SUBJECTS
        if not any(_is_about(line, s) for line in lines)
    ]
    asked_about = {line.criterion for line in lines if line.criterion}
    flags += [
        Flag(FlagKind.UNCOVERED_WANT, f"Not covered: “{want.text}”. No question finds out about it.")
        for want in wants
        if not {want.code, *want.near} & asked_about and not _mentions(lines, want)
    ]
    for number, line in enumerate(lines):
        known = look_up_flag(line.text, line.question_id, known_facts)
        if known:
            flags.append(
                Flag(
                    FlagKind.LOOK_UP,
                    "You already know this. Ask for what only they can tell.",
                    number,
                    known[1],
                )
            )
    return tuple(flags)


def _is_about(line: Planned, subject: Subject) -> bool:
    if line.topic:
        return line.topic in subject.topics
    return subject.words.search(line.text) is not None


def _mentions(lines: Sequence[Planned], want: Wish) -> bool:
    words = [w for w in re.findall(r"[a-z]{3,}", want.text.lower()) if w not in _EMPTY_WORDS]
    return bool(words) and any(
        not line.question_id and all(w in line.text.lower() for w in words) for line in lines
    )


_EMPTY_WORDS = frozenset(
    {
        "the",
        "and",
        "for",
        "not",
        "too",
        "any",
        "all",
        "own",
        "with",
        "that",
        "this",
        "some",
        "more",
        "less",
        "have",
        "want",
        "work",
        "from",
    }
)
