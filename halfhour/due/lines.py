"""The shape of one line on Today; each step's `due.py` makes them for its own rows."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Line:
    """One thing to do, ready to be shown.

    text: what to do, beginning with a verb and naming the person; context: what helps to do it (attempt, number,
    who may be mentioned); why: the reason, for the margin; action and url: the one button; person: a name or "".
    headline: the sentence the page may open with when this line comes first, such as "You promised Dana a call today."
    """

    kind: str
    due_at: datetime
    overdue: bool
    text: str
    why: str
    url: str
    action: str
    person: str = ""
    context: str = ""
    headline: str = ""
    overdue_at: datetime | None = None
    shows_at: datetime | None = None  # the row's; left out, it stands on Today from due_at
    subject_id: int | None = None  # the row's, where something more is told about it elsewhere
