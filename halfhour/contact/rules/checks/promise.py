"""Whether a letter ends with a day on which the writer will call, or write again, and whether that day can be kept.

L-08. Source: Informational Interviewing Part 1, "Making Contact": in the last part, state that you will telephone for a
response on a particular day. Working days only; 3 to 10 of them is a default of ours.
"""

import re
from datetime import date

from halfhour.contact.rules.checks.phrases import is_negated, patterns
from halfhour.contact.rules.checks.view import Judged, Skip, View, must, should
from halfhour.contact.rules.day_words import SaidDay, said_days
from halfhour.contact.rules.message import Span
from halfhour.contact.rules.promises import EARLIEST_WORKING_DAYS, LATEST_WORKING_DAYS, PromiseKind
from halfhour.contact.rules.working_days import WorkingDays

_I = r"(?:<ILL>|i am going to|i'm going to|i plan to|i intend to|i am planning to|i'd like to|i would like to|i'd|i would|i mean to|i hope to|i promise to|i am|i'm|let me|may i|i can|i shall|i propose to|i want to|my plan is to|expect)"
CALL = patterns(
    rf"{_I} <ADV>(?:<W3>)(?:call|calling|phone|phoning|telephone|telephoning|ring|ringing|dial|give you(?:r office|r studio|r desk)? a (?:<W1>)(?:call|ring|bell|buzz)|giving you a (?:call|ring)|reach you by (?:phone|telephone)|try you(?:r office|r desk|r line)?|be on the phone|pick up the (?:phone|telephone)|be in touch by (?:phone|telephone)|follow up (?:<W2>)(?:by|with a) (?:<W1>)(?:phone|telephone|call)|be calling|be phoning|be ringing|make (?:a|the|that|one) (?:<W1>)(?:call|phone call))\b",
    r"(?:expect|look (?:out )?for) (?:<W2>)(?:call|ring) from me",
    r"(?:my|a) (?:<W1>)(?:call|phone call|telephone call) (?:will|comes|follows|on)",
    r"you will hear from me (?:<W2>)by (?:phone|telephone)",
)
WRITE = patterns(
    rf"{_I} <ADV>(?:<W3>)(?:write|writing|email|e-mail|emailing|message|messaging|follow up|following up|check (?:in|back)|checking (?:in|back)|drop you (?:a|another) (?:<W1>)(?:line|note|message)|send (?:you )?(?:a|another|one more) (?:<W2>)(?:note|message|line|email|e-mail|reminder)|"
    r"be (?:back )?in touch|get (?:back )?in touch|get back|come back|ask again|try again|reach out|ping|text|nudge|reconnect|touch base|contact you|return|look in)\b",
    r"you(?:'ll| will) (?:<W1>)hear from me (?:again|on|next|once)?",
    r"(?:my|a) (?:<W1>)(?:second|next|short|follow-up|reminder) (?:<W1>)(?:note|message|line|email) (?:will|comes|follows)",
)
_ANY_DAY = date(2000, 1, 1)


def _promised(sentences: tuple[Span, ...]) -> list[tuple[Span, bool]]:
    """Return the sentences that promise to call (True) or to write (False); "I am writing to" is none."""
    found: list[tuple[Span, bool]] = []
    for one in sentences:
        call = CALL.search(one.low)
        write = WRITE.search(one.low)
        if call and not is_negated(one.low, call.start()) and not _only_asks_to_talk(one.low, call):
            found.append((one, True))
        elif (
            write
            and not is_negated(one.low, write.start())
            and not re.search(
                r"(?:<?i am|i'm) (?:\w+ )?(?:writing|reaching out|emailing|messaging|contacting)", write[0]
            )
        ):
            found.append((one, False))
    return found


def promises_contact(one: Span) -> bool:
    """Whether a sentence is the promise itself, and asks for nothing: it names a day and no length of time."""
    return bool(_promised((one,))) and "minute" not in one.low and "hour" not in one.low


def _only_asks_to_talk(low: str, found: re.Match[str]) -> bool:
    """Whether "call" is the talk itself, as in "I would like to call you for 20 minutes"."""
    return (
        bool(re.match(r"(?:i'd|i would|i hope to|may i|i can|i want to)", found[0]))
        and "minute" in low
        and not any(True for _ in said_days(low, _ANY_DAY))
    )


def check_promise(view: View) -> Judged:
    promises = _promised(view.message.sentences)
    if view.facts.ask.final and not promises:
        yield Skip("L-08")
        return
    grave = must if view.facts.recipient.phone_known and not view.is_network else should
    will_call = (
        view.facts.ask.promise_kind is PromiseKind.CALL and view.facts.recipient.phone_known is not False
    )
    what = "call" if will_call and not view.is_network else "write again"
    if not promises:
        yield grave("L-08", f"End with the day you will {what}: a weekday with its date.")
        return
    dated = [(one, call, day) for one, call in promises for day in _days_near(view, one)]
    if not dated:
        yield grave("L-08", f"Name the day you will {what}: a weekday with its date.", promises[-1][0])
        return
    one, call, day = next((each for each in reversed(dated) if each[2].on), dated[-1])
    place = (one.start + day.start, one.start + day.end)
    if day.on is None:
        yield grave("L-08", "Add the date to the weekday, so that the day is certain.", place)
        return
    if day.weekday is None:
        yield should("L-08", f"Add the weekday: {day.on:%A}.", place)
    yield from _judge_day(view, day, day.on, place)
    if (
        not call
        and view.facts.recipient.phone_known
        and not view.is_network
        and view.facts.ask.promise_kind is PromiseKind.CALL
    ):
        yield should("L-08", "Their telephone number is known: say that you will call.", one)
    if one.end < _last_third(view):
        yield should("L-08", "The day you will call belongs at the end.", one)


def _days_near(view: View, one: Span) -> list[SaidDay]:
    return list(said_days(one.low, view.today))


def _last_third(view: View) -> int:
    body = view.message.body
    return body.start + (body.end - body.start) // 3


def _judge_day(view: View, day: SaidDay, on: date, place: tuple[int, int]) -> Judged:
    noted = view.facts.ask.promise_on
    if noted is not None and on != noted:
        yield must("L-08", f"The text says {_words(on)}; {_words(noted)} was noted.", place)
    if not day.agrees:
        yield must("L-08", f"{on.day} {on:%B %Y} is a {on:%A}. Correct the weekday or the date.", place)
        return
    working = WorkingDays(view.holidays)
    if on < view.today:
        yield must("L-08", f"{_words(on)} is already past.", place)
    elif on == view.today:
        yield must("L-08", "Leave them time to look at their week: the day cannot be today.", place)
    elif on.weekday() in working.weekend:
        yield must("L-08", f"{_words(on)} is not a working day.", place)
    elif not working.is_one(on):
        yield must("L-08", f"{_words(on)} is a public holiday.", place)
    elif on < working.add(view.today, EARLIEST_WORKING_DAYS):
        yield should("L-08", "That is soon: three working days or more leave time to look at a diary.", place)
    elif on > working.add(view.today, LATEST_WORKING_DAYS):
        yield should(
            "L-08", "That is far off: within ten working days they still remember your letter.", place
        )


def _words(on: date) -> str:
    return f"{on:%A} {on.day} {on:%B}"
