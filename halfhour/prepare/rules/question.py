"""What a question carries: topic, stage, kind, minutes, probes, the criterion it fills.

Source: Informational Interviewing Part 1 (what to find out) and Part 2 (composing the questions); the four stages come from
an interview handbook (introductory, need-to-know, further leads, obliging), follow-ups from Huang et al.
"""

from dataclasses import dataclass
from enum import StrEnum


class Topic(StrEnum):
    OPENING = "Q0"
    DAY_TO_DAY = "Q1"
    PATH = "Q2"
    WAYS_IN = "Q3"
    ENVIRONMENT = "Q4"
    ORGANISATION = "Q5"
    FIT = "Q6"
    JOYS = "Q7"
    ENTRY = "Q8"
    PAY = "Q9"
    TRENDS = "Q10"
    RELATED = "Q11"
    LIFE = "Q12"
    TRY_IT = "Q13"
    SOURCES = "Q14"
    ABOUT_ME = "Q15"
    RESUME = "Q16"
    REFERRAL = "Q17"
    CLOSING = "Q18"
    PROBE = "QP"


class Stage(StrEnum):
    OPEN = "open"
    CORE = "core"
    LEADS = "leads"
    CLOSE = "close"


class Kind(StrEnum):
    FACT = "fact"
    STORY = "story"
    OPINION = "opinion"
    ADVICE = "advice"
    REFLECTION = "reflection"


class Aim(StrEnum):
    WHICH_WORK = "which-work"
    GET_IN = "get-in"


class Focus(StrEnum):
    POSITION = "position"
    ORGANISATION = "organisation"
    CAREER_PATH = "career_path"


class Format(StrEnum):
    VISIT = "visit"
    PHONE = "phone"
    VIDEO = "video"


ANY_FORMAT = frozenset(Format)
AT_A_DISTANCE = frozenset({Format.PHONE, Format.VIDEO})


@dataclass(frozen=True)
class Question:
    """One question of the bank.

    criterion: code of the comparison row it fills, empty when none. field: the debrief field its answer goes to.
    look_up: key of the published fact that already answers it, empty when it cannot be looked up; then `sharper` asks
    for the local or personal version. sensitive: asked of everyone alike, as a range or as what to expect.
    aim, focus: where it is especially useful; empty means everywhere.
    """

    id: str
    text: str
    topic: Topic
    stage: Stage
    kind: Kind
    criterion: str = ""
    field: str = ""
    minutes: int = 3
    probes: tuple[str, ...] = ()
    look_up: str = ""
    sharper: str = ""
    sensitive: bool = False
    formats: frozenset[Format] = ANY_FORMAT
    aim: frozenset[Aim] = frozenset()
    focus: frozenset[Focus] = frozenset()


@dataclass(frozen=True)
class Group:
    """What the questions of one topic have in common."""

    topic: Topic
    stage: Stage
    field: str
    criterion: str = ""
    focus: frozenset[Focus] = frozenset()
    aim: frozenset[Aim] = frozenset()
    sensitive: bool = False

    def ask(
        self,
        id: str,
        kind: Kind,
        text: str,
        *probes: str,
        criterion: str | None = None,
        minutes: int = 3,
        look_up: str = "",
        sharper: str = "",
        formats: frozenset[Format] = ANY_FORMAT,
        focus: frozenset[Focus] | None = None,
        aim: frozenset[Aim] | None = None,
        field: str | None = None,
    ) -> Question:
        return Question(
            id=id,
            text=text,
            topic=self.topic,
            stage=self.stage,
            kind=kind,
            criterion=self.criterion if criterion is None else criterion,
            field=self.field if field is None else field,
            minutes=minutes,
            probes=probes,
            look_up=look_up,
            sharper=sharper,
            sensitive=self.sensitive,
            formats=formats,
            aim=self.aim if aim is None else aim,
            focus=self.focus if focus is None else focus,
        )
