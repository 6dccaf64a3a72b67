"""What the live screen shows: the opening, then one question at a time, beside the clock."""

import math
from dataclasses import dataclass
from datetime import datetime

from halfhour.interview.models import Interview, Mark
from halfhour.interview.rules import clock as talk_clock
from halfhour.interview.rules.clock import Cue
from halfhour.prepare.models import PlanLine
from halfhour.prepare.planning import opening_of, probes_of
from halfhour.prepare.rules.question import Topic

AROUND = 2 * math.pi * 54  # the dial's circle as it is drawn
TURN_BACK = (
    "But enough about me. How was that for you?",
    "What did you do, when you stood there?",
    "I would rather hear your side: what came next?",
)


@dataclass(frozen=True)
class LiveQuestion:
    id: int
    text: str
    probes: tuple[str, ...]
    must: bool
    asks_for_names: bool
    answered: bool


@dataclass(frozen=True)
class LiveScreen:
    """questions: in the plan's order; current: the one in large type, None when none is left or none was asked for."""

    opening: tuple[str, ...]
    questions: tuple[LiveQuestion, ...]
    current: LiveQuestion | None
    face: talk_clock.Face
    last_question: str
    time_sentence: str
    turn_back: tuple[str, ...]
    started_ms: int | None
    now_ms: int
    cue_minutes: int

    @property
    def left(self) -> str:
        """The words in the dial, as the script writes them too."""
        seconds = self.face.left_seconds
        return f"{math.ceil(seconds / 60)} min" if seconds > 0 else f"+{-seconds // 60} min"

    @property
    def passed(self) -> str:
        """The dash pattern of the dial's arc."""
        return f"{self.face.share * AROUND:.1f} {AROUND:.1f}"

    @property
    def cue(self) -> str:
        said = {Cue.LAST_QUESTION: self.last_question, Cue.TIME: self.time_sentence}
        return said.get(self.face.cue, "")

    @property
    def may_extend(self) -> bool:
        return self.face.cue in {Cue.LAST_QUESTION, Cue.TIME}

    @property
    def referral(self) -> LiveQuestion | None:
        """The question for further names, while it has not been answered."""
        return next((q for q in self.questions if q.asks_for_names and not q.answered), None)

    @property
    def referral_waits(self) -> bool:
        return self.may_extend and self.referral is not None and self.referral != self.current


def live_screen(talk: Interview, *, now: datetime, shown: int | None = None) -> LiveScreen:
    """shown: the question asked for; None gives the first that is not answered, an unknown one (0) none."""
    questions = questions_of(talk)
    current = next((q for q in questions if q.id == shown), None)
    if shown is None:
        current = next((q for q in questions if not q.answered), None)
    return LiveScreen(
        opening=opening_of(talk.approach, talk.minutes) if talk.approach else (),
        questions=questions,
        current=current,
        face=talk_clock.face(
            started_at=talk.started_at, minutes=talk.minutes, now=now, extended_at=talk.extended_at
        ),
        last_question=talk_clock.last_question_sentence(),
        time_sentence=talk_clock.time_sentence(talk.minutes, talk.owner.seeker.time_sentence),
        turn_back=TURN_BACK,
        started_ms=_milliseconds(talk.started_at) if talk.started_at else None,
        now_ms=_milliseconds(now),
        cue_minutes=talk_clock.last_question_minutes(talk.minutes),
    )


def questions_of(talk: Interview) -> tuple[LiveQuestion, ...]:
    """The plan's questions after the opening: musts first within their stage, as on paper."""
    marked = talk.marks.filter(kind=Mark.Kind.ANSWERED).values_list("plan_line", flat=True)
    answered = set(marked)
    plan = getattr(talk.approach, "plan", None) if talk.approach else None
    lines = [line for line in plan.lines.all() if line.stage != PlanLine.Stage.OPEN] if plan else []
    order = list(PlanLine.Stage.values)
    lines.sort(key=lambda line: (order.index(line.stage), not line.must, line.position))
    return tuple(
        LiveQuestion(
            id=line.pk,
            text=line.text,
            probes=probes_of(line),
            must=line.must,
            asks_for_names=line.topic == Topic.REFERRAL,
            answered=line.pk in answered,
        )
        for line in lines
    )


def next_after(questions: tuple[LiveQuestion, ...], line: int | None) -> int | None:
    """The next question not yet answered, from this one on, musts before the rest; None when none is left."""
    order = [q.id for q in questions]
    at = order.index(line) + 1 if line in order else 0
    left = [q for q in (*questions[at:], *questions[:at]) if not q.answered and q.id != line]
    return next((q.id for q in left if q.must), left[0].id if left else None)


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
