"""What a short answer to a request for a talk means: a label, and what to propose to the person who asked.

Cautious by rule: one word of refusal, doubt or condition is enough that nothing is read as a yes. What is not
clear stays `unclear`, and a person reads it. Quoted lines never count.
"""

import re
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from halfhour.integrations.mail import outcome_words as others
from halfhour.integrations.mail.clock_words import said_clock
from halfhour.integrations.mail.days import first_day, first_time
from halfhour.integrations.mail.folding import Folded, fold
from halfhour.integrations.mail.intent_rules import Found, Intent, find_intent, is_yes, without_harmless
from halfhour.integrations.mail.reply_text import own_words

__all__ = ["Intent", "Outcome", "OutcomeKind", "intent", "outcome"]

MAX_CHARACTERS = 6000  # a short answer; of a long one its beginning decides
_SENTENCES = re.compile(r"[!?;\n]+|\.(?=\s|$)")


class OutcomeKind(StrEnum):
    """What to propose to the seeker; nothing is done before the seeker says so."""

    YES = "yes"
    OTHER_TIME = "other_time"
    LATER = "later"
    PHONE_INSTEAD = "phone_instead"
    NAMED_OTHER = "named_other"
    THINKS_JOB = "thinks_job"
    NO_TIME = "no_time"
    NO = "no"
    NEVER = "never"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Outcome:
    """kind: the proposal. why: one sentence for the page. phrase: their words it rests on, may be empty.

    day: the one day they name, local, None when none or not certain. at: the hour they name, if any.
    clock: on whose clock that hour is, as `clock_words.said_clock` says.
    """

    kind: OutcomeKind
    why: str
    phrase: str = ""
    day: date | None = None
    at: time | None = None
    clock: str = ""


_MEANS = {
    Intent.ACCEPT: OutcomeKind.YES,
    Intent.PROPOSE: OutcomeKind.YES,
    Intent.DECLINE_TIME: OutcomeKind.OTHER_TIME,
    Intent.COUNTER: OutcomeKind.OTHER_TIME,
    Intent.ASK_TIMES: OutcomeKind.OTHER_TIME,
    Intent.RESCHEDULE: OutcomeKind.OTHER_TIME,
    Intent.LATER: OutcomeKind.LATER,
    Intent.DECLINE: OutcomeKind.NO,
    Intent.CANCEL: OutcomeKind.NO,
    Intent.DO_NOT_CONTACT: OutcomeKind.NEVER,
    Intent.UNCLEAR: OutcomeKind.UNCLEAR,
}
_WHY = {
    Intent.ACCEPT: "They agree.",
    Intent.PROPOSE: "They offer a time.",
    Intent.DECLINE_TIME: "That time does not suit them.",
    Intent.COUNTER: "They would rather have another time.",
    Intent.ASK_TIMES: "They ask when it would suit you.",
    Intent.RESCHEDULE: "They want to move it.",
    Intent.LATER: "They will know later.",
    Intent.DECLINE: "They say no.",
    Intent.CANCEL: "They call it off.",
    Intent.DO_NOT_CONTACT: "They ask not to be written to again.",
    Intent.UNCLEAR: "This needs your own reading.",
}


def intent(text: str) -> str:
    """Return the label of a short answer, one of the values of `Intent`.

    text: the answer without the message it answers (`reply_text`); quoted lines in it are left out.
    """
    return find_intent(fold(_words_of(text)).text).intent.value


def outcome(text: str, *, today: date | None = None) -> Outcome:
    """Say what to propose to the seeker about an answer, why, and on which of their words it rests.

    text: as for `intent`. today: the seeker's local date; without it no day is read from "Thursday".
    """
    folded = fold(_words_of(text))
    found = find_intent(folded.text)
    day = first_day(folded, today=today)
    hour = first_time(folded)
    kind, why, start, end = _outcome(folded.text, found)
    return Outcome(kind, why, _phrase(folded, start, end), day, hour, said_clock(folded))


def _words_of(text: str) -> str:
    own = own_words(text)[:MAX_CHARACTERS]
    return re.sub(r"[ \t]+", " ", own)


def _phrase(folded: Folded, start: int, end: int) -> str:
    """Return the sentence around the words that decided, at most 200 characters."""
    if start >= end:
        return ""
    before = [m.end() for m in _SENTENCES.finditer(folded.text, 0, start)]
    after = _SENTENCES.search(folded.text, end)
    first = before[-1] if before else 0
    last = after.start() if after else len(folded.text)
    sentence = " ".join(folded.quote(first, last).split())
    return sentence if len(sentence) <= 200 else f"{sentence[:199]}…"


def _outcome(text: str, found: Found) -> tuple[OutcomeKind, str, int, int]:
    label = found.intent
    here = (found.start, found.end)
    if label == Intent.DO_NOT_CONTACT:
        return OutcomeKind.NEVER, _WHY[label], *here
    agreed = label in (Intent.ACCEPT, Intent.PROPOSE)
    asks_when = label == Intent.ASK_TIMES and is_yes(without_harmless(text))
    job = others.THINKS_JOB.search(text)
    if job and not ((agreed or asks_when) and others.WILLING_TO_TALK.search(text)):
        return OutcomeKind.THINKS_JOB, "They seem to think you want a job.", *job.span()
    other = others.SOMEONE_ELSE.search(text)
    if other and label == Intent.DECLINE and other.group().endswith("else"):
        other = None  # "ask someone else" names nobody
    if other and label != Intent.LATER and (not (agreed or asks_when) or others.RATHER_THEM.search(text)):
        return OutcomeKind.NAMED_OTHER, "They name somebody else to ask.", *other.span()
    phone = others.PHONE.search(text)
    if phone and _means_the_phone(text, label):
        return OutcomeKind.PHONE_INSTEAD, "They would rather talk on the telephone.", *phone.span()
    no_time = others.NO_TIME.search(text)
    if no_time and label in (Intent.DECLINE, Intent.UNCLEAR):
        return OutcomeKind.NO_TIME, "They say they have no time.", *no_time.span()
    if asks_when:
        return OutcomeKind.YES, "They agree and ask when it would suit you.", *here
    return _MEANS[label], _WHY[label], *here


def _means_the_phone(text: str, label: Intent) -> bool:
    if others.NO_PHONE.search(text):
        return False
    if label in (Intent.DECLINE, Intent.CANCEL, Intent.LATER):
        return others.PHONE_AFTER_ALL.search(text) is not None and label != Intent.LATER
    return True
