"""What occupations are compared by: the rows of the comparison, and the seeker's own wants among them.

Source: Informational Interviewing Part 1: what interviews can help with (realities, fit, ways to prepare, opportunities), and
what a counsellor helps to clarify (interests, favourite skills, goals for earnings, work setting, future education).
The list of rows is a default of ours.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    WANTS = "What I want"
    REALITY = "Reality"
    FIT = "Fit"
    CONDITIONS = "Conditions"
    WAY_IN = "Way in"
    RETURN = "Return"
    FUTURE = "Future"
    ACCESS = "Access"
    ORGANISATION = "Organisation"
    EVIDENCE = "Evidence"


@dataclass(frozen=True)
class Criterion:
    """One row. topics: codes of the question topics that fill it. published: key of the published facts beside it.

    counted: the row is counted from the conversations and carries no statements. near: for a want, the rows whose
    statements also bear on it. must: the seeker cannot do without it.
    """

    code: str
    group: Group
    label: str
    topics: tuple[str, ...] = ()
    published: str = ""
    counted: bool = False
    near: tuple[str, ...] = ()
    must: bool = False

    @property
    def about(self) -> str:
        """The row inside a sentence: "nobody has spoken about hours yet"."""
        return _ABOUT.get(self.code, self.label)


@dataclass(frozen=True)
class Want:
    """Something the seeker wants in a job. kind: interests, skills, personality, earnings, setting, education, other."""

    id: str
    kind: str
    text: str
    must: bool = False


CRITERIA: tuple[Criterion, ...] = (
    Criterion("tasks", Group.REALITY, "Day-to-day tasks", ("Q1",), "tasks"),
    Criterion("frustrations", Group.REALITY, "Frustrations", ("Q7", "Q1")),
    Criterion("surprises", Group.REALITY, "What surprised me", ("Q1",)),
    Criterion("interests", Group.FIT, "Fits my interests", ("Q6",), "interests"),
    Criterion("skills", Group.FIT, "Fits my skills", ("Q6", "Q1"), "skills"),
    Criterion("personality", Group.FIT, "Fits how I am", ("Q6",), "styles"),
    Criterion("setting", Group.CONDITIONS, "Place and setting", ("Q4",)),
    Criterion("hours", Group.CONDITIONS, "Hours and how predictable they are", ("Q12", "Q4")),
    Criterion("travel", Group.CONDITIONS, "Travel and the way to work", ("Q4", "Q12")),
    Criterion("load", Group.CONDITIONS, "Physical and emotional load", ("Q4", "Q1")),
    Criterion("people_contact", Group.CONDITIONS, "Contact with people", ("Q4", "Q1", "Q6")),
    Criterion("autonomy", Group.CONDITIONS, "Freedom to decide", ("Q4", "Q1", "Q8")),
    Criterion("training", Group.WAY_IN, "Training: how long, what it costs", ("Q3",), "training"),
    Criterion("education", Group.WAY_IN, "Education asked for", ("Q3",), "education"),
    Criterion("routes", Group.WAY_IN, "Different ways in", ("Q3", "Q2")),
    Criterion("entry_level", Group.WAY_IN, "What the first year is like", ("Q8",)),
    Criterion("gaps", Group.WAY_IN, "What I still lack", ("Q15", "Q3")),
    Criterion("pay", Group.RETURN, "Pay, at the start and later", ("Q9",), "pay"),
    Criterion("security", Group.RETURN, "Security", ("Q9",)),
    Criterion("satisfaction", Group.RETURN, "What makes it worth it", ("Q7",), "values"),
    Criterion("outlook", Group.FUTURE, "Outlook", ("Q10",), "outlook"),
    Criterion("trends", Group.FUTURE, "What is changing", ("Q10",)),
    Criterion("next_moves", Group.FUTURE, "Where people move next", ("Q11", "Q2"), "related"),
    Criterion("specialties", Group.FUTURE, "Specialties", ("Q11",)),
    Criterion("people_known", Group.ACCESS, "People I know now", ("Q17",)),
    Criterion("try_it", Group.ACCESS, "Ways to try it", ("Q13", "Q15")),
    Criterion("organisation", Group.ORGANISATION, "Places to work at", ("Q5",)),
    Criterion("conversations", Group.EVIDENCE, "Conversations held", counted=True),
    Criterion("spread", Group.EVIDENCE, "Spread of those asked", counted=True),
    Criterion("agreement", Group.EVIDENCE, "Do they agree", counted=True),
    Criterion("published", Group.EVIDENCE, "Published figures", counted=True),
    Criterion("age", Group.EVIDENCE, "Age of what I know", counted=True),
)
BY_CODE = {c.code: c for c in CRITERIA}

_ABOUT = {
    "tasks": "the daily tasks",
    "frustrations": "the frustrations",
    "surprises": "what surprises people",
    "interests": "your interests",
    "skills": "your skills",
    "personality": "who fits",
    "setting": "the place",
    "hours": "hours",
    "travel": "travel",
    "load": "the load",
    "people_contact": "contact with people",
    "autonomy": "how much you decide yourself",
    "training": "training",
    "education": "education",
    "routes": "other ways in",
    "entry_level": "the first year",
    "gaps": "what you still lack",
    "pay": "pay",
    "security": "security",
    "satisfaction": "what makes it worth it",
    "outlook": "the outlook",
    "trends": "what is changing",
    "next_moves": "where people move next",
    "specialties": "specialties",
    "people_known": "other people to ask",
    "try_it": "ways to try it",
    "organisation": "good places to work at",
    "conversations": "conversations",
    "spread": "the spread of those asked",
    "agreement": "whether they agree",
    "published": "published figures",
    "age": "the age of what you know",
}

_KIND_NEAR = {
    "interests": ("interests",),
    "skills": ("skills",),
    "personality": ("personality",),
    "earnings": ("pay",),
    "setting": ("setting",),
    "education": ("education", "training"),
    "other": (),
}
_WORDS_NEAR: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("hours", re.compile(r"\b(nights?|evenings?|weekends?|shifts?|hours|overtime|part.time|full.time|flexib\w*|days? off|holidays?|"
                         r"predictab\w*)\b", re.I)),
    ("travel", re.compile(r"\b(travel\w*|commut\w*|abroad|on the road|drive|driving|move away|relocat\w*)\b", re.I)),
    ("setting", re.compile(r"\b(home|remote\w*|office|outdoors?|outside|indoors?|workshop|studio|quiet|laborator\w*|lab|nature|city|"
                           r"countryside)\b", re.I)),
    ("people_contact", re.compile(r"\b(people|customers?|clients?|team|colleagues|alone|patients?|children|public|help\w* others)\b",
                                  re.I)),
    ("autonomy", re.compile(r"\b(independen\w*|autonom\w*|freedom|own (decisions?|boss|ideas|projects?)|decide)\b", re.I)),
    ("load", re.compile(r"\b(stress\w*|calm|heavy|lifting|physical\w*|sitting|standing|on my feet|emotional\w*|pressure|pace)\b", re.I)),
    ("security", re.compile(r"\b(secur\w*|safe job|stable|stability|permanent|lay.?offs?)\b", re.I)),
    ("pay", re.compile(r"\b(pay|paid|salary|wages?|earn\w*|money|income)\b", re.I)),
    ("education", re.compile(r"\b(degree|study|studies|college|university|school|years of|licen[cs]e|apprentice\w*)\b", re.I)),
    ("outlook", re.compile(r"\b(future|growing|demand|outlook)\b", re.I)),
    ("tasks", re.compile(r"\b(hands|making things|build\w*|creat\w*|writ\w*|draw\w*|design\w*|variety|varied|routine)\b", re.I)),
)  # fmt: skip


def want_code(id: str | int) -> str:
    """Return the code of a want's own row."""
    return f"want-{id}"


def near_of(want: Want) -> tuple[str, ...]:
    """Return the rows whose questions and statements bear on a want: by its words first, then by its kind."""
    by_words = [code for code, pattern in _WORDS_NEAR if pattern.search(want.text)]
    return tuple(dict.fromkeys([*by_words, *_KIND_NEAR.get(want.kind, ())]))


def criteria_for(wants: Iterable[Want] = ()) -> tuple[Criterion, ...]:
    """Return every row of the comparison: the wants first (those that must be, before the rest), then the fixed ones."""
    ordered = sorted(wants, key=lambda w: not w.must)
    mine = tuple(
        Criterion(want_code(w.id), Group.WANTS, w.text, near=near_of(w), must=w.must) for w in ordered
    )
    return mine + CRITERIA


def criteria_of_topic(topic: str) -> tuple[Criterion, ...]:
    """Return the rows a question topic can fill, the one it mainly fills first."""
    found = [c for c in CRITERIA if topic in c.topics]
    return tuple(sorted(found, key=lambda c: c.topics.index(topic)))
