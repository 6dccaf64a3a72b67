"""Which label a short answer gets: the order in which its words are weighed.

A wish not to be written to comes first, then a cancellation, a refusal, a move, then what is said about the
time; a yes comes last and only when no word of refusal, doubt or condition stands anywhere in the text.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from halfhour.integrations.mail import intent_words as words
from halfhour.integrations.mail import outcome_words as others
from halfhour.integrations.mail import time_words as times


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


@dataclass(frozen=True, slots=True)
class Found:
    """A label and the place of the words it rests on, in the folded text."""

    intent: Intent
    start: int = 0
    end: int = 0


_GREETING = re.compile(
    r"^\W*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|hallo|guten (?:tag|morgen|abend)|liebe[rs]?(?! (?:am|um|erst|nach|vor|im|in|an|spater|fruher|heute|morgen|nicht|mit|per|kein|montag|dienstag|mittwoch|donnerstag|freitag)\b)|sehr geehrte[rs]?|moin|bonjour|bonsoir|salut|cher|chere|hola|buen[oa]s (?:dias|tardes|noches)|estimad[oa]|querid[oa]|ciao|buongiorno|ola|bom dia|beste|geachte)\b[^.!?\n]{0,40}?(?:[,!\n]|$)"
)
_CLAUSES = re.compile(
    r"[.!?;\n]+(?= |\n|$|\")|(?<=[a-z)]),(?= )|\s-+\s|\b(?:but|however|although|though|aber|mais|pero)\b"
)
_SENTENCES = re.compile(r"[!?;\n]+|\.(?=\s|$)")


SHORT_NO_WORDS = 12


def find_intent(text: str) -> Found:
    """Label a folded text (`folding.fold`) that holds only the person's own words."""
    if not text.strip():
        return Found(Intent.UNCLEAR)
    never = words.NEVER.search(text)
    if never:
        return Found(Intent.DO_NOT_CONTACT, *never.span())
    rest = _blank(_GREETING, text)
    return _about_the_talk(rest, _blank(times.HARMLESS, rest))


def _about_the_talk(rest: str, bare: str) -> Found:
    """rest: the text without its greeting. bare: also without phrases that only sound like a no."""
    moved = words.RESCHEDULE.search(rest)
    called_off = words.CANCEL.search(bare)
    if called_off and not moved:
        return Found(Intent.CANCEL, *called_off.span())
    no = words.NO.search(bare) or words.NO_TOO.search(bare)
    if no:
        return _refused(bare, no)
    if moved:
        return Found(Intent.RESCHEDULE, *moved.span())
    return _yes_after_all(bare) or _about_the_time(rest, bare)


def _yes_after_all(bare: str) -> Found | None:
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
    return None if times.LATER.search(bare, yes.end()) else Found(Intent.ACCEPT, *yes.span())


def _refused(bare: str, no: re.Match[str]) -> Found:
    """A refusal; one that names a time or another way is a refusal of that time only when it says so itself."""
    later = times.LATER.search(bare, no.end())
    if later and not words.NO_FIRMLY.search(bare) and _same_or_next(bare, no.end(), later.start()):
        return Found(Intent.LATER, *later.span())
    return Found(Intent.DECLINE, *no.span())


def _same_or_next(text: str, start: int, end: int) -> bool:
    return len(_SENTENCES.findall(text, start, end)) <= 1


def _about_the_time(rest: str, bare: str) -> Found:
    unknown = times.NOT_KNOWN_YET.search(bare)
    if unknown:
        return Found(Intent.LATER, *unknown.span())
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
        day
        or words.PERIOD_RE.search(rest)
        or re.search(r"\b(?:different|other|earlier|later)\b|\brather than \d", bare)
    ):
        return Found(Intent.COUNTER, *counter.span())
    if negative:
        return Found(Intent.LATER, *later.span()) if later else _negative(bare, rest, negative)
    if later and not _later_is_only_a_day(bare, later):
        return Found(Intent.LATER, *later.span())
    return _positive(rest, bare, ask)


def _later_is_only_a_day(bare: str, later: re.Match[str]) -> bool:
    """ "Next month" or "in two weeks" alone is no delay when the text agrees or offers that time."""
    only_period = words.PERIOD_RE.fullmatch(later.group().strip()) is not None
    return only_period and (is_yes(bare) or times.ASK_TIMES.search(bare) is not None or "?" in bare)


def _time_refused(
    bare: str,
    cannot: re.Match[str] | None,
    not_then: re.Match[str] | None,
    counter: re.Match[str] | None,
    later: re.Match[str] | None,
) -> Found:
    refusal = not_then or cannot
    if refusal is None:
        return Found(Intent.UNCLEAR)
    alternative = _alternative(bare, refusal)
    if alternative:
        return Found(Intent.COUNTER, *alternative.span())
    if counter and not_then is None and counter.start() > refusal.start():
        return Found(Intent.COUNTER, *counter.span())
    if later and not not_then:
        return Found(Intent.LATER, *later.span())
    if later and times.NOT_NOW.search(bare):
        return Found(Intent.LATER, *later.span())
    if not_then or words.WHEN_RE.search(bare) or times.ASK_TIMES.search(bare) or times.BUT_YES.search(bare):
        return Found(Intent.DECLINE_TIME, *refusal.span())
    if times.NOT_FREE.search(bare) and not others.NO_TIME.search(bare):
        return Found(Intent.DECLINE_TIME, *refusal.span())
    return Found(Intent.DECLINE, *refusal.span())


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
    return [(a, b) for a, b in pairwise(cuts) if text[a:b].strip()]


def _negative(bare: str, rest: str, negative: re.Match[str]) -> Found:
    """Some negation that no pattern explains: never a yes."""
    if re.match(r"\W*(?:no|nope|nah|nein|non)\b", bare) and (
        words.DAY_RE.search(rest) or words.TIME_RE.search(rest)
    ):
        return Found(Intent.COUNTER, *negative.span())
    if (
        times.ASK_TIMES.search(bare)
        and "?" in rest
        and not re.search(r"\b(?:no|nein|non|nope|never)\b", bare)
    ):
        return Found(Intent.ASK_TIMES, *negative.span())
    own = words.I_DO_NOT.search(bare)
    if own and "?" not in rest and len(rest) < 300:
        return Found(Intent.DECLINE, *own.span())
    if _is_a_short_no(bare, rest, negative):
        return Found(Intent.DECLINE, *negative.span())
    return Found(Intent.UNCLEAR, *negative.span())


def _is_a_short_no(bare: str, rest: str, negative: re.Match[str]) -> bool:
    """A few words with a denial, that ask nothing and name no day, refuse; also in languages with few words here."""
    if len(rest.split()) > SHORT_NO_WORDS or "?" in rest or words.WHEN_RE.search(rest):
        return False
    foreign = not re.search(r"\b(?:the|this|that|is|are|your|you|my|it|of|for|to|and)\b", rest)
    opens = re.match(r"\W*(?:no|nope|nah|nein|non|nej|nei|nee|nie|nao|ei)\b", bare) is not None
    return (foreign or opens) and not times.NOT_UNDERSTOOD.search(bare)


def _positive(rest: str, bare: str, ask: re.Match[str] | None) -> Found:
    day = words.DAY_RE.search(rest)
    hour = words.TIME_RE.search(rest)
    period = words.PERIOD_RE.search(rest)
    link = times.BOOK_LINK.search(rest)
    if link:
        return Found(Intent.PROPOSE, *link.span())
    meet = times.ASK_TO_MEET.search(rest)
    conditional = times.BUT.search(bare) and not times.BUT_YES.search(bare)
    yes = times.YES_STRONG.search(rest)
    foreign = others.NOT_ABOUT_IT.search(rest)
    if others.THINKS_JOB.search(rest) and not yes:
        return Found(Intent.UNCLEAR)
    if ask and not (day and _offers_day(rest, ask)):
        return Found(Intent.ASK_TIMES, *ask.span())
    if conditional or foreign:
        return Found(Intent.UNCLEAR)
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
) -> Found:
    question = "?" in rest or re.match(
        r"\W*(?:can|could|may|shall|should|would|will|wanna|want|are|do|does|is|got|have|how|what)\b", rest
    )
    weak = yes is not None and yes.group().strip(" ,.!") in ("sure", "ok", "okay")
    when = day or hour
    if yes and when and _asks(rest, when.start()):
        return Found(Intent.PROPOSE, *when.span())
    if yes and not (weak and day and len(rest) < 40) and not (question and meet and (day or period)):
        return Found(Intent.ACCEPT, *yes.span())
    if times.TIME_FITS.match(rest):
        return Found(Intent.ACCEPT, 0, len(rest))
    if when and times.OFFERS.search(rest):
        return Found(Intent.PROPOSE, *when.span())
    if day and times.ONLY_WHEN.match(rest):
        return Found(Intent.PROPOSE, *day.span())
    if meet and question:
        plain = re.match(
            r"\W*(?:are you available|do you have (?:any )?(?:time|availability)|can you do)\b", rest
        )
        offered = plain and (not period or "can you do" in rest)
        return Found(Intent.PROPOSE if offered else Intent.ASK_TIMES, *meet.span())
    alone = [bare[a:b] for a, b in _spans(bare)]
    fits = next((c for c in alone if times.YES_ALONE.match(c.strip())), None)
    if fits and (len(bare) < 160):
        start = bare.find(fits)
        return Found(Intent.ACCEPT, start, start + len(fits))
    if yes:
        return Found(Intent.ACCEPT, *yes.span())
    if period and times.OFFERS.search(rest) and len(rest.split()) <= 12:
        return Found(Intent.PROPOSE, *period.span())
    return Found(Intent.UNCLEAR)


def _asks(text: str, place: int) -> bool:
    """Say whether the sentence around a place is a question: "maybe Thursday at 5?"."""
    end = _SENTENCES.search(text, place)
    return end is not None and "?" in end.group()


def is_yes(bare: str) -> bool:
    """Say whether a text agrees and no word in it denies."""
    return times.YES_STRONG.search(bare) is not None and times.NEGATION.search(bare) is None


def without_harmless(text: str) -> str:
    """Blank out what only sounds like a no ("no problem")."""
    return _blank(times.HARMLESS, text)


def _blank(pattern: re.Pattern[str], text: str) -> str:
    """Put blanks over what the pattern finds, so that offsets stay."""
    return pattern.sub(lambda found: " " * len(found.group()), text)
