"""What a short answer to a request for a talk means: a label, and what to propose to the person who asked.

Cautious by rule: one word of refusal, doubt or condition is enough that nothing is read as a yes. What is not
clear stays `unclear`, and a person reads it. Quoted lines never count.
"""

import re
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from halfhour.integrations.mail import intent_words as words
from halfhour.integrations.mail import outcome_words as others
from halfhour.integrations.mail import time_words as times
from halfhour.integrations.mail.days import first_day, first_time
from halfhour.integrations.mail.folding import Folded, fold
from halfhour.integrations.mail.reply_text import own_words

MAX_CHARACTERS = 6000  # a short answer; of a long one its beginning decides


class Intent(StrEnum):
    """The labels of short answers to a proposal to meet."""

    ACCEPT = "accept"
    DECLINE = "decline"
    DECLINE_TIME = "decline-time"
    COUNTER = "counter"
    PROPOSE = "propose"
    ASK_TIMES = "ask-times"
    LATER = "later"
    CANCEL = "cancel"
    RESCHEDULE = "reschedule"
    DO_NOT_CONTACT = "do-not-contact"
    UNCLEAR = "unclear"


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
    """

    kind: OutcomeKind
    why: str
    phrase: str = ""
    day: date | None = None
    at: time | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    intent: Intent
    start: int = 0
    end: int = 0


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
_GREETING = re.compile(
    r"^\W*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|hallo|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|moin|bonjour|bonsoir|salut|cher|chere|hola|buen[oa]s (?:dias|tardes|noches)|estimad[oa]|querid[oa]|ciao|buongiorno|ola|bom dia|beste|geachte)\b[^.!?\n]{0,40}?(?:[,!\n]|$)"
)
_CLAUSES = re.compile(
    r"[.!?;\n]+(?= |\n|$|\")|(?<=[a-z)]),(?= )|\s-+\s|\b(?:but|however|although|though|aber|mais|pero)\b"
)
_SENTENCES = re.compile(r"[!?;\n]+|\.(?=\s|$)")


def intent(text: str) -> str:
    """Return the label of a short answer, one of the values of `Intent`.

    text: the answer without the message it answers (`reply_text`); quoted lines in it are left out.
    """
    return _intent(fold(_words_of(text))).intent.value


def outcome(text: str, *, today: date | None = None) -> Outcome:
    """Say what to propose to the seeker about an answer, why, and on which of their words it rests.

    text: as for `intent`. today: the seeker's local date; without it no day is read from "Thursday".
    """
    folded = fold(_words_of(text))
    found = _intent(folded)
    day = first_day(folded, today=today)
    hour = first_time(folded)
    kind, why, start, end = _outcome(folded.text, found)
    return Outcome(kind, why, _phrase(folded, start, end), day, hour)


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


def _outcome(text: str, found: _Found) -> tuple[OutcomeKind, str, int, int]:
    label = found.intent
    if label == Intent.DO_NOT_CONTACT:
        return OutcomeKind.NEVER, _WHY[label], found.start, found.end
    willing = label in (Intent.ACCEPT, Intent.PROPOSE) or (
        label in (Intent.ASK_TIMES, Intent.COUNTER) and _is_yes(_without_harmless(text))
    )
    job = others.THINKS_JOB.search(text)
    other = others.SOMEONE_ELSE.search(text)
    phone = others.PHONE.search(text)
    refused = label in (Intent.DECLINE, Intent.CANCEL)
    if job and not willing:
        return OutcomeKind.THINKS_JOB, "They seem to think you want a job.", *job.span()
    if other and not willing and label != Intent.LATER:
        return OutcomeKind.NAMED_OTHER, "They name somebody else to ask.", *other.span()
    if phone and (not refused or others.PHONE_AFTER_ALL.search(text)) and not others.NO_PHONE.search(text):
        return OutcomeKind.PHONE_INSTEAD, "They would rather talk on the telephone.", *phone.span()
    no_time = others.NO_TIME.search(text)
    if no_time and label in (Intent.DECLINE, Intent.LATER, Intent.DECLINE_TIME, Intent.UNCLEAR):
        if label in (Intent.DECLINE, Intent.UNCLEAR):
            return OutcomeKind.NO_TIME, "They say they have no time.", *no_time.span()
    if label in (Intent.ASK_TIMES, Intent.COUNTER) and willing and label == Intent.ASK_TIMES:
        return OutcomeKind.YES, "They agree and ask when it would suit you.", found.start, found.end
    return _MEANS[label], _WHY[label], found.start, found.end


def _intent(folded: Folded) -> _Found:
    text = folded.text.strip()
    if not text:
        return _Found(Intent.UNCLEAR)
    text = folded.text
    for label, pattern in ((Intent.DO_NOT_CONTACT, words.NEVER),):
        found = pattern.search(text)
        if found:
            return _Found(label, *found.span())
    rest = _blank(_GREETING, text)
    open_text = _without_harmless(rest)
    return _about_the_talk(rest, open_text)


def _about_the_talk(rest: str, bare: str) -> _Found:
    """rest: the text without its greeting. bare: also without phrases that only sound like a no."""
    moved = words.RESCHEDULE.search(rest)
    called_off = words.CANCEL.search(bare)
    if called_off and not moved:
        return _Found(Intent.CANCEL, *called_off.span())
    no = words.NO.search(bare) or words.NO_TOO.search(bare)
    if no:
        return _refused(bare, no)
    if moved:
        return _Found(Intent.RESCHEDULE, *moved.span())
    return _yes_after_all(rest, bare) or _about_the_time(rest, bare)


def _yes_after_all(rest: str, bare: str) -> _Found | None:
    """ "We are not hiring, but I am happy to talk": agreed, when nothing after it takes it back."""
    yes = times.BUT_YES.search(bare)
    if not yes or times.NEGATION.search(bare, yes.end()) or times.BUT.search(bare, yes.end()):
        return None
    if (
        words.NO.search(bare)
        or others.SOMEONE_ELSE.search(bare)
        or times.CANNOT.search(bare)
        or times.NOT_THEN.search(bare)
    ):
        return None
    return None if times.LATER.search(bare, yes.end()) else _Found(Intent.ACCEPT, *yes.span())


def _refused(bare: str, no: re.Match[str]) -> _Found:
    """A refusal; one that names a time or another way is a refusal of that time only when it says so itself."""
    later = times.LATER.search(bare, no.end())
    if later and not words.NO_FIRMLY.search(bare) and _same_or_next(bare, no.end(), later.start()):
        return _Found(Intent.LATER, *later.span())
    return _Found(Intent.DECLINE, *no.span())


def _same_or_next(text: str, start: int, end: int) -> bool:
    return len(_SENTENCES.findall(text, start, end)) <= 1


def _about_the_time(rest: str, bare: str) -> _Found:
    cannot = times.CANNOT.search(bare)
    not_then = times.NOT_THEN.search(bare)
    counter = times.COUNTER.search(bare)
    later = times.LATER.search(bare)
    ask = times.ASK_TIMES.search(bare)
    day = words.DAY_RE.search(rest) or words.TIME_RE.search(rest)
    negative = times.NEGATION.search(bare)
    if cannot or not_then:
        return _time_refused(bare, cannot, not_then, counter, later)
    if counter and (
        day or words.PERIOD_RE.search(rest) or re.search(r"\b(?:different|other|earlier|later)\b", bare)
    ):
        return _Found(Intent.COUNTER, *counter.span())
    if negative:
        return _Found(Intent.LATER, *later.span()) if later else _negative(bare, rest, negative)
    if later and not _later_is_only_a_day(bare, later):
        return _Found(Intent.LATER, *later.span())
    return _positive(rest, bare, ask)


def _later_is_only_a_day(bare: str, later: re.Match[str]) -> bool:
    """ "Next month" or "in two weeks" alone is no delay when the text agrees or offers that time."""
    only_period = words.PERIOD_RE.fullmatch(later.group().strip()) is not None
    return only_period and (_is_yes(bare) or times.ASK_TIMES.search(bare) is not None or "?" in bare)


def _time_refused(
    bare: str,
    cannot: re.Match[str] | None,
    not_then: re.Match[str] | None,
    counter: re.Match[str] | None,
    later: re.Match[str] | None,
) -> _Found:
    refusal = not_then or cannot
    if refusal is None:  # one of the two is there
        return _Found(Intent.UNCLEAR)
    alternative = _alternative(bare, refusal)
    if alternative:
        return _Found(Intent.COUNTER, *alternative.span())
    if counter and not_then is None and counter.start() > refusal.start():
        return _Found(Intent.COUNTER, *counter.span())
    if later and not not_then:
        return _Found(Intent.LATER, *later.span())
    if later and times.NOT_NOW.search(bare):
        return _Found(Intent.LATER, *later.span())
    if not_then or words.WHEN_RE.search(bare) or times.ASK_TIMES.search(bare) or times.BUT_YES.search(bare):
        return _Found(Intent.DECLINE_TIME, *refusal.span())
    if times.NOT_FREE.search(bare) and not others.NO_TIME.search(bare):
        return _Found(Intent.DECLINE_TIME, *refusal.span())
    return _Found(Intent.DECLINE, *refusal.span())


def _alternative(bare: str, refusal: re.Match[str]) -> re.Match[str] | None:
    """A day or hour offered in a clause of its own, away from the refusal."""
    for start, end in _spans(bare):
        if start <= refusal.start() < end:
            continue
        clause = bare[start:end]
        day = words.DAY_RE.search(clause) or words.TIME_RE.search(clause)
        if day and not times.NEGATION.search(clause) and times.OFFERS.search(clause):
            return re.compile(re.escape(clause.strip())).search(bare, start) if clause.strip() else None
    return None


def _spans(text: str) -> list[tuple[int, int]]:
    cuts = [0, *(m.end() for m in _CLAUSES.finditer(text)), len(text)]
    return [(a, b) for a, b in zip(cuts, cuts[1:], strict=False) if text[a:b].strip()]


def _negative(bare: str, rest: str, negative: re.Match[str]) -> _Found:
    """Some negation that no pattern explains: never a yes."""
    if re.match(r"\W*(?:no|nope|nah|nein|non)\b", bare) and (
        words.DAY_RE.search(rest) or words.TIME_RE.search(rest)
    ):
        return _Found(Intent.COUNTER, *negative.span())
    if (
        times.ASK_TIMES.search(bare)
        and "?" in rest
        and not re.search(r"\b(?:no|nein|non|nope|never)\b", bare)
    ):
        return _Found(Intent.ASK_TIMES, *negative.span())
    own = words.I_DO_NOT.search(bare)
    if own and "?" not in rest and len(rest) < 300:
        return _Found(Intent.DECLINE, *own.span())
    return _Found(Intent.UNCLEAR, *negative.span())


def _positive(rest: str, bare: str, ask: re.Match[str] | None) -> _Found:
    day = words.DAY_RE.search(rest)
    hour = words.TIME_RE.search(rest)
    period = words.PERIOD_RE.search(rest)
    if times.BOOK_LINK.search(rest):
        found = times.BOOK_LINK.search(rest)
        return _Found(Intent.PROPOSE, *found.span()) if found else _Found(Intent.UNCLEAR)
    meet = times.ASK_TO_MEET.search(rest)
    conditional = times.BUT.search(bare) and not times.BUT_YES.search(bare)
    yes = times.YES_STRONG.search(rest)
    foreign = others.NOT_ABOUT_IT.search(rest)
    if others.THINKS_JOB.search(rest) and not yes:
        return _Found(Intent.UNCLEAR)
    if ask and not (day and _offers_day(rest, ask)):
        return _Found(Intent.ASK_TIMES, *ask.span())
    if conditional or foreign:
        return _Found(Intent.UNCLEAR)
    return _yes_or_offer(rest, bare, yes, meet, day, hour, period)


def _offers_day(rest: str, ask: re.Match[str]) -> bool:
    """ "What about Tuesday" and "how does Friday look" offer; "what time on Friday" asks."""
    return bool(
        re.match(
            r"\W*(?:how|what)(?:'s|s| is| about| does| would)? (?:this |next |the )?(?:" + words.DAY + ")",
            ask.group(),
        )
    ) or bool(
        re.search(r"\b(?:how|what) about\b|\bhow (?:does|is|would|about)\b|\bwhats? (?:this|next)\b", rest)
    )


def _yes_or_offer(
    rest: str,
    bare: str,
    yes: re.Match[str] | None,
    meet: re.Match[str] | None,
    day: re.Match[str] | None,
    hour: re.Match[str] | None,
    period: re.Match[str] | None,
) -> _Found:
    question = "?" in rest or re.match(
        r"\W*(?:can|could|may|shall|should|would|will|wanna|want|are|do|does|is|got|have|how|what)\b", rest
    )
    weak = re.match(r"\W*(?:sure|ok|okay)\b", rest)
    weak = weak and yes and yes.group().strip(" ,.!") in ("sure", "ok", "okay")
    if yes and not (weak and day and len(rest) < 40) and not (question and meet and (day or period)):
        return _Found(Intent.ACCEPT, *yes.span())
    if times.TIME_FITS.match(rest):
        return _Found(Intent.ACCEPT, 0, len(rest))
    if (day or hour) and times.OFFERS.search(rest):
        if day or hour:
            when = day or hour
            return _Found(Intent.PROPOSE, *when.span()) if when else _Found(Intent.UNCLEAR)
    if day and times.ONLY_WHEN.match(rest):
        return _Found(Intent.PROPOSE, *day.span())
    if meet and question:
        plain = re.match(
            r"\W*(?:are you available|do you have (?:any )?(?:time|availability)|can you do)\b", rest
        )
        offered = plain and (not period or "can you do" in rest)
        return _Found(Intent.PROPOSE if offered else Intent.ASK_TIMES, *meet.span())
    alone = [bare[a:b] for a, b in _spans(bare)]
    fits = next((c for c in alone if times.YES_ALONE.match(c.strip())), None)
    if fits and (len(bare) < 160):
        start = bare.find(fits)
        return _Found(Intent.ACCEPT, start, start + len(fits))
    if yes:
        return _Found(Intent.ACCEPT, *yes.span())
    if period and times.OFFERS.search(rest) and len(rest.split()) <= 12:
        return _Found(Intent.PROPOSE, *period.span())
    return _Found(Intent.UNCLEAR)


def _is_yes(bare: str) -> bool:
    return times.YES_STRONG.search(bare) is not None and times.NEGATION.search(bare) is None


def _without_harmless(text: str) -> str:
    return _blank(times.HARMLESS, text)


def _blank(pattern: re.Pattern[str], text: str) -> str:
    """Put blanks over what the pattern finds, so that offsets stay."""
    return pattern.sub(lambda found: " " * len(found.group()), text)
