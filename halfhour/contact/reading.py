"""Reading a pasted answer: the person's own words, and a proposal of what they come to. The seeker decides."""

from dataclasses import dataclass
from datetime import date, time

from halfhour.contact.models import Reply
from halfhour.integrations.mail.intent import OutcomeKind, outcome
from halfhour.integrations.mail.reply_text import reply_text

OFFERS = {OutcomeKind.YES, OutcomeKind.OTHER_TIME}
NAMES_A_DAY = {OutcomeKind.LATER, OutcomeKind.NO_TIME, OutcomeKind.PHONE_INSTEAD}


@dataclass(frozen=True)
class Proposed:
    """words: what they wrote, without quotes and signature; phrase: the part it rests on; why: one sentence.

    meaning: the kind in words; day and at: what they offer for a talk, if it is one day still to come.
    """

    words: str
    kind: str
    why: str
    phrase: str
    call_back_on: date | None
    meaning: str = ""
    day: date | None = None
    at: time | None = None


def read_answer(text: str, *, today: date, now: date | None = None) -> Proposed:
    """today: the seeker's local date when it was written; now: when it is read, later or the same.

    "No time" is not a no: it asks for a better time, so it reads as later.
    """
    words = reply_text(text)
    now = now or today
    found = outcome(words, today=today)
    kind = Reply.Kind.LATER if found.kind is OutcomeKind.NO_TIME else Reply.Kind(found.kind.value)
    ahead = found.day if found.day and found.day >= now else None
    call_back_on = ahead if found.kind in NAMES_A_DAY and ahead and ahead > now else None
    offers = found.kind in OFFERS
    return Proposed(
        words,
        kind,
        found.why,
        found.phrase,
        call_back_on,
        str(kind.label),
        ahead if offers else call_back_on,
        found.at if offers and ahead else None,
    )
