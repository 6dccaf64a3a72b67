"""Reading a pasted answer: the person's own words, and a proposal of what they come to. The seeker decides."""

from dataclasses import dataclass
from datetime import date

from halfhour.contact.models import Reply
from halfhour.integrations.mail.intent import OutcomeKind, outcome
from halfhour.integrations.mail.reply_text import reply_text

NAMES_A_DAY = {OutcomeKind.LATER, OutcomeKind.NO_TIME, OutcomeKind.PHONE_INSTEAD}


@dataclass(frozen=True)
class Proposed:
    """words: what they wrote, without quotes and signature; phrase: the part it rests on; why: one sentence."""

    words: str
    kind: str
    why: str
    phrase: str
    call_back_on: date | None


def read_answer(text: str, *, today: date) -> Proposed:
    """today: the seeker's local date. "No time" is not a no: it asks for a better time, so it reads as later."""
    words = reply_text(text)
    found = outcome(words, today=today)
    kind = Reply.Kind.LATER if found.kind is OutcomeKind.NO_TIME else Reply.Kind(found.kind.value)
    day = found.day if found.kind in NAMES_A_DAY and found.day and found.day > today else None
    return Proposed(words, kind, found.why, found.phrase, day)
