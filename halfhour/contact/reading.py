"""Reading a pasted answer: the person's own words, and a proposal of what they come to. The seeker decides."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.contact.models import Reply
from halfhour.contact.rules.working_days import in_words
from halfhour.integrations.mail.classify import Writer, classify
from halfhour.integrations.mail.clock_words import READERS_OWN
from halfhour.integrations.mail.intent import OutcomeKind, outcome
from halfhour.integrations.mail.reader import read_mail
from halfhour.integrations.mail.reply_text import own_words, reply_text

OFFERS = {OutcomeKind.YES, OutcomeKind.OTHER_TIME}
NAMES_A_DAY = {OutcomeKind.LATER, OutcomeKind.NO_TIME, OutcomeKind.PHONE_INSTEAD}


@dataclass(frozen=True)
class Proposed:
    """words: what they wrote, without quotes and signature; phrase: the part it rests on; why: one sentence.

    meaning: the kind in words; day and at: what they offer for a talk, if it is one day still to come.
    clock: on whose clock, as `clock_words.said_clock` says.
    """

    words: str
    kind: str
    why: str
    phrase: str
    call_back_on: date | None
    meaning: str = ""
    day: date | None = None
    at: time | None = None
    clock: str = ""

    def zone(self, theirs: str, mine: str) -> str:
        """The zone of the hour they named: the one they said, else their own where it is known, else mine."""
        if self.clock == READERS_OWN:
            return mine
        return self.clock or theirs or mine

    def on_my_clock(self, theirs: str, mine: str) -> datetime | None:
        """The hour they offer as my own clock shows it; None without a day and an hour."""
        if self.day is None or self.at is None:
            return None
        there = datetime.combine(self.day, self.at, clock.zone_of(self.zone(theirs, mine)))
        return there.astimezone(clock.zone_of(mine))


@dataclass(frozen=True)
class Dropped:
    """A mail file: its text when a person wrote it, the day it was written, and a remark when a program did."""

    text: str
    on: date
    remark: str = ""


def dropped_answer(data: bytes, today: date) -> Dropped:
    """Read a message that was saved as a file. An automatic answer or a report is no answer and says so."""
    message = read_mail(data)
    written = message.sent_at.date() if message.sent_at else today
    on = written if written <= today else today
    found = classify(message)
    if found.writer is Writer.HUMAN:
        return Dropped(own_words(message.text), on)
    if found.writer is Writer.AUTO_REPLY:
        back = found.returns_on
        remark = _("This is an automatic answer, not theirs. Nothing was noted.")
        if back is not None:
            remark = _("This is an automatic answer: they are back on %(day)s. Nothing was noted.") % {
                "day": in_words(back)
            }
        return Dropped("", on, remark)
    return Dropped("", on, _("This is a report of the mail system, not an answer. Nothing was noted."))


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
        found.clock,
    )
