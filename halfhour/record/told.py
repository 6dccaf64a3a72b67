"""What a debrief tells, row by row. `row` is the id of the row it changes; without one, equal words are the same row."""

from dataclasses import dataclass
from datetime import date

from halfhour.choose.models import Candidate

SURE, FAIRLY_SURE, UNSURE = 90, 70, 40


@dataclass(frozen=True)
class AnswerTold:
    """One planned question. Words with a criterion become a finding."""

    question: str
    state: str = "answered"
    words: str = ""
    criterion: str = ""
    stance: int | None = None
    quote: bool = False
    confidence: int = FAIRLY_SURE
    topic: str = ""


@dataclass(frozen=True)
class StatementTold:
    """Something they said that no planned question asked for."""

    criterion: str
    text: str
    stance: int | None = None
    quote: bool = False
    confidence: int = FAIRLY_SURE
    row: int | None = None


@dataclass(frozen=True)
class PersonTold:
    """Someone they named. permission: yes, no or not_asked; first: me or them."""

    name: str
    permission: str
    why: str = ""
    title: str = ""
    organisation: str = ""
    candidate: Candidate | None = None
    how_to_reach: str = ""
    email: str = ""
    phone: str = ""
    first: str = "me"
    row: int | None = None


@dataclass(frozen=True)
class StepTold:
    job: str
    organisation: str = ""
    years: str = ""
    how: str = ""
    row: int | None = None


@dataclass(frozen=True)
class WayTold:
    kind: str
    text: str = ""
    row: int | None = None


@dataclass(frozen=True)
class OpportunityTold:
    kind: str
    text: str
    organisation: str = ""
    when: str = ""
    row: int | None = None


@dataclass(frozen=True)
class QualityTold:
    strength: bool
    text: str
    evidence: str = ""
    row: int | None = None


@dataclass(frozen=True)
class AdviceTold:
    """kind: advice, offer or promise; by: until when."""

    kind: str
    text: str
    by: date | None = None
    row: int | None = None
