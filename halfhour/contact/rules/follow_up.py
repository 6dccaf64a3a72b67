"""A second message to someone who has not answered: the same small request, and a word that it is the second.

Source: Carleton and Duke on Dalton's 3B7 (write again after a week). That
it repeats who writes and what is asked, so that nobody has to look for the first one, is a default of ours.
"""

import re
from datetime import date

from halfhour.contact.rules.day_style import weekday_and_date
from halfhour.contact.rules.draft import Draft
from halfhour.contact.rules.facts import Facts
from halfhour.contact.rules.promises import PromiseKind

_GREETING = re.compile(r"[^\n,]{2,80},\s+")
_INTRODUCTION = re.compile(r"[^\n,]{2,80},\n+[^\n]+\n\n")
WROTE = (
    "I wrote to you on {day} and know how full a week can be, so here is my question once more.",
    "My message of {day} may have gone under; this is the same small request.",
    "On {day} I wrote to you about a short talk, and I would still be glad of it.",
)
CALLED = (
    "I tried to reach you by telephone on {day}, and writing may suit you better.",
    "On {day} I called and did not reach you, so I am writing instead.",
)
SHORT = ("I wrote on {day}; once more, in case it went under.", "This follows my message of {day}.")
SORRY = "I said I would {do} on {day} and did not; I am sorry."
SUBJECT = "Once more: {subject}"
SUBJECT_LIMIT = 60


def draft_follow_up(
    first: Draft,
    facts: Facts,
    *,
    wrote_on: date | None = None,
    called_on: date | None = None,
    missed: tuple[date, PromiseKind] | None = None,
    turn: int = 0,
) -> Draft:
    """Put one sentence into a first message that makes it a second one: after who writes, before what is asked.

    first: a complete first message, freshly worded. wrote_on, called_on: the last message, the last call nobody took;
    the later one is named. missed: a promised day that went by. turn: 0, 1, 2 ... walks through the wordings.
    """
    opening = _opening(
        facts, wrote_on=wrote_on, called_on=called_on, missed=missed, turn=turn, short=not first.subject
    )
    found = _INTRODUCTION.match(first.body) or _GREETING.match(first.body)
    if not opening or found is None:
        return first
    body = first.body[: found.end()] + opening + " " + first.body[found.end() :]
    subject = SUBJECT.format(subject=_continued(first.subject, facts)) if first.subject else ""
    return Draft(subject=subject if len(subject) <= SUBJECT_LIMIT else first.subject, body=body)


def _continued(subject: str, facts: Facts) -> str:
    """The subject after a colon: its first letter small, but for "I" and a name."""
    word = (re.findall(r"[\w’']+", subject) or [""])[0]
    names = f"{facts.source.name} {facts.recipient.name} {facts.recipient.organisation} {facts.sender.name} {facts.sender.school}"
    keeps = word in {"I", "I’m", "I'm"} or word in names.split() or word[1:].isupper()
    return subject if keeps else subject[:1].lower() + subject[1:]


def _opening(
    facts: Facts,
    *,
    wrote_on: date | None,
    called_on: date | None,
    missed: tuple[date, PromiseKind] | None,
    turn: int,
    short: bool,
) -> str:
    locale = facts.sender.locale
    if missed is not None:
        do = "call you" if missed[1] is PromiseKind.CALL else "write to you again"
        return SORRY.format(do=do, day=weekday_and_date(missed[0], locale))
    last = max((d for d in (wrote_on, called_on) if d is not None), default=None)
    if last is None:
        return ""
    wordings = SHORT if short else (CALLED if called_on == last and wrote_on != last else WROTE)
    return wordings[turn % len(wordings)].format(day=weekday_and_date(last, locale))
