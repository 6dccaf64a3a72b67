"""A telephone call: what comes in which order, when one may call, and what each way it can end leads to.

Source: Informational Interviewing Part 1, "Making Contact": hello, is this a good time, who I am and how I got the name,
why I would like to meet. Hours 8 to 18 at the other end: Dartmouth (mind time zones and evenings). One log entry per
call is a default of ours; voicemail as an attempt: K-State.
"""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from halfhour.contact.rules.attempts import MAX_ATTEMPTS, Channel, ReplyKind, Result
from halfhour.contact.rules.working_days import WorkingDays

CALL_FROM = time(8)
CALL_UNTIL = time(18)
OPENING_MAX_WORDS = 110
REHEARSALS_SUGGESTED = 2


class Step(StrEnum):
    HELLO = "hello"
    GOOD_TIME = "good-time"
    WHO = "who"
    HOW_FOUND = "how-found"
    WHY = "why"
    HOW_LONG = "how-long"
    WHEN = "when"


ORDER: tuple[tuple[Step, str], ...] = (
    (Step.HELLO, "Say hello and their name."),
    (Step.GOOD_TIME, "Ask whether this is a good moment. If not: ask for a better one, thank them, and stop there."),
    (Step.WHO, "Say who you are, in one sentence."),
    (Step.HOW_FOUND, "Say how you came to their name."),
    (Step.WHY, "Say what you would like to learn from them, and that you want information, not a job."),
    (Step.HOW_LONG, "Name the minutes."),
    (Step.WHEN, "Offer two or three times, and let them choose another."),
)  # fmt: skip


class Outcome(StrEnum):
    REACHED_YES = "reached-yes"
    REACHED_LATER = "reached-later"
    REACHED_NO = "reached-no"
    ASSISTANT = "assistant"
    VOICEMAIL = "voicemail"
    NO_ANSWER = "no-answer"
    WRONG_NUMBER = "wrong-number"
    TALKED_NOW = "talked-now"
    CALL_BACK = "call-back"
    PHONE_INSTEAD = "phone-instead"


class Asks(StrEnum):
    """What the page asks for after the one tap."""

    NOTHING = "nothing"
    MEETING = "meeting"
    CALL_BACK_DAY = "call-back-day"
    OTHER_NAME = "other-name"
    NEXT_TRY_DAY = "next-try-day"
    NUMBER = "number"


@dataclass(frozen=True)
class Ending:
    """What one outcome is recorded as, and where it leads.

    reply: the answer it stands for, None when the person gave none. counts: it is one of the three attempts.
    opens_live: the talk happens now, so the live screen opens with the plan.
    """

    outcome: Outcome
    label: str
    channel: Channel
    result: Result
    reply: ReplyKind | None
    counts: bool
    asks: Asks
    leads_to: str
    opens_live: bool = False


ENDINGS: tuple[Ending, ...] = (
    Ending(Outcome.REACHED_YES, "They said yes", Channel.PHONE, Result.ANSWERED, ReplyKind.YES, False,
           Asks.MEETING, "Write down day, time, minutes and place while you still have them on the line."),
    Ending(Outcome.TALKED_NOW, "We are talking now", Channel.PHONE, Result.ANSWERED, ReplyKind.YES, False,
           Asks.NOTHING, "Your questions open at once, with the clock.", opens_live=True),
    Ending(Outcome.PHONE_INSTEAD, "Yes, but by telephone", Channel.PHONE, Result.ANSWERED, ReplyKind.PHONE_INSTEAD,
           False, Asks.MEETING, "The talk becomes a telephone talk; fifteen or twenty minutes do."),
    Ending(Outcome.CALL_BACK, "Call again on a day they named", Channel.PHONE, Result.ANSWERED, ReplyKind.LATER,
           False, Asks.CALL_BACK_DAY, "That day goes on your list. It uses up no attempt."),
    Ending(Outcome.REACHED_LATER, "Not now, perhaps later", Channel.PHONE, Result.ANSWERED, ReplyKind.LATER, False,
           Asks.CALL_BACK_DAY, "Without a day you will be reminded in about a month."),
    Ending(Outcome.REACHED_NO, "They said no", Channel.PHONE, Result.ANSWERED, ReplyKind.NO, False,
           Asks.OTHER_NAME, "Thank them. If they named someone, that person joins your list; the next name is ready."),
    Ending(Outcome.ASSISTANT, "Somebody else answered", Channel.PHONE, Result.ASSISTANT, None, False,
           Asks.NEXT_TRY_DAY, "Note their name and when to try. It uses up no attempt."),
    Ending(Outcome.VOICEMAIL, "I left a message", Channel.VOICEMAIL, Result.WAITING, None, True,
           Asks.NEXT_TRY_DAY, "It is an attempt. The day you named in the message becomes your next call."),
    Ending(Outcome.NO_ANSWER, "Nobody answered", Channel.PHONE, Result.NO_ANSWER, None, True,
           Asks.NOTHING, "It is an attempt. The next one may come five working days later."),
    Ending(Outcome.WRONG_NUMBER, "Wrong number", Channel.PHONE, Result.WRONG_NUMBER, None, False,
           Asks.NUMBER, "It uses up no attempt. Find the right number first."),
)  # fmt: skip

_BY_OUTCOME = {ending.outcome: ending for ending in ENDINGS}


def ending(outcome: Outcome) -> Ending:
    """Say what this way of ending a call is recorded as and leads to."""
    return _BY_OUTCOME[outcome]


def may_promise_another_call(attempts_made: int, *, max_attempts: int = MAX_ATTEMPTS) -> bool:
    """Say whether a message left now may name a day for the next call: the last attempt may not.

    attempts_made: counted before this one.
    """
    return attempts_made + 1 < max_attempts


def hours_warning(local: datetime, working_days: WorkingDays) -> str | None:
    """Say why this is not the hour to call, or None when it is.

    local: wall time where the person is; 8:00 is early enough, 18:00 is too late.
    """
    clock = f"{local:%H:%M}"
    if not working_days.is_one(local.date()):
        return f"It is {local:%A} there, no working day. Call on {working_days.on_or_after(local.date()):%A}."
    if local.time() < CALL_FROM:
        return f"It is {clock} where they are. Wait until {CALL_FROM:%H:%M}."
    if local.time() >= CALL_UNTIL:
        return (
            f"It is {clock} where they are. Call tomorrow, between {CALL_FROM:%H:%M} and {CALL_UNTIL:%H:%M}."
        )
    return None


def rehearsal_notice(rehearsals: int, *, stranger: bool) -> str | None:
    """Return a gentle line before the first call to a stranger; None once it was practised or for someone known."""
    if not stranger or rehearsals >= 1:
        return None
    return "Say it aloud once or twice before you dial. Two minutes of practice take most of the nerves away."


def opening_is_short(words_spoken: int) -> bool:
    """Say whether the opening can be said in about 45 seconds."""
    return words_spoken <= OPENING_MAX_WORDS
