"""Honest words for a promise that was not kept, and for a talk that has to be moved.

Source: Schofield (offers become commitments); a reschedule by the seeker with two other times, at most once, is a default
of ours.
"""

from collections.abc import Sequence
from datetime import date

from halfhour.choose.rules.occupation_words import work_of
from halfhour.contact.rules.choice import Picker
from halfhour.contact.rules.day_style import weekday_and_date
from halfhour.contact.rules.draft import Draft, first_that_fits, paragraphs, salutation, sentences, signature
from halfhour.contact.rules.facts import Facts
from halfhour.contact.rules.promises import PromiseKind

_LATE_NEW = ("{Again} on {day}.", "This time I will keep it: {again} on {day}.")
_MOVE = (
    "I have to move our talk on {day}, and I am sorry to ask it of you.",
    "I am sorry: I cannot keep our appointment on {day}, and would like to move it.",
)
_OPTIONS = ("Would {first} or {second} suit you instead?", "Could it be {first}, or {second}?")


def broken_promise_line(promised_on: date, kind: PromiseKind, *, locale: str) -> str:
    """Return one plain sentence that owns up to a call or a line that did not come on its day."""
    did = "call you" if kind is PromiseKind.CALL else "write to you again"
    return f"I said I would {did} on {weekday_and_date(promised_on, locale)} and did not; I am sorry."


def draft_broken_promise(facts: Facts, *, promised_on: date, kind: PromiseKind, seed: str) -> Draft:
    """Write a short message after a missed promise: sorry, the same small request, the new day if there is one."""
    picker = Picker(f"{seed}|sorry|{facts.recipient.name}", facts.earlier)
    work = work_of(facts.ask.occupation)
    time = f"{facts.ask.minutes} minutes" if facts.ask.minutes else "a short talk"
    about = f" about {work.the_work}" if work else ""
    calls = facts.ask.promise_kind is PromiseKind.CALL and facts.recipient.phone_known is not False
    again = "I will call you" if calls else "I will write again"
    new = ""
    if facts.ask.promise_on is not None and not facts.ask.final:
        day = weekday_and_date(facts.ask.promise_on, facts.sender.locale)
        new = picker.pick("new", _LATE_NEW).format(again=again, Again=again, day=day)
    body = paragraphs(
        salutation(facts.recipient),
        sentences(
            broken_promise_line(promised_on, kind, locale=facts.sender.locale),
            f"My question still stands: would you have {time} for a talk{about}, whenever suits you?"
            if facts.ask.minutes
            else f"My question still stands: may I ask you for {time}{about}, whenever suits you?",
        ),
        sentences("It is about information, not a job.", "A one-line no is completely fine.", new),
        signature(facts, picker),
    )
    return Draft(
        first_that_fits(
            "I did not call as I said" if kind is PromiseKind.CALL else "I did not write as I said"
        ),
        body,
    )


def draft_reschedule(
    facts: Facts, *, agreed_on: date, options: Sequence[str], seed: str, reason: str = ""
) -> Draft:
    """Ask to move an agreed talk, with other times. options: two times in words; one or none will do."""
    picker = Picker(f"{seed}|move|{facts.recipient.name}")
    day = weekday_and_date(agreed_on, facts.sender.locale)
    if len(options) >= 2:
        asked = picker.pick("options", _OPTIONS).format(first=options[0], second=options[1])
    elif options:
        asked = f"Would {options[0]} suit you instead?"
    else:
        asked = "Which day would suit you instead?"
    body = paragraphs(
        salutation(facts.recipient),
        sentences(
            picker.pick("move", _MOVE).format(day=day),
            f"{reason.strip().rstrip('.')}." if reason.strip() else "",
        ),
        sentences(
            asked,
            "If neither fits, I will gladly take a time you name." if len(options) > 1 else "",
            "It will not happen a second time.",
        ),
        signature(facts, picker),
    )
    return Draft(first_that_fits(f"Moving our talk on {day}", "Moving our talk"), body)
