"""The later words to an acquaintance who was asked to ask: the one reminder, and how it ended when no talk came of it.

Source: Informational Interviewing Part 1, "Making Contact" (the friend asks, then you call); Yale (tell whoever referred
you how it went). A single reminder, and news within five working days, are defaults of ours.
"""

from dataclasses import replace
from datetime import date
from enum import StrEnum

from halfhour.choose.rules.occupation_words import work_of
from halfhour.contact.rules.approach import Introduction
from halfhour.contact.rules.checker import check
from halfhour.contact.rules.choice import Picker
from halfhour.contact.rules.draft import Draft, paragraphs, sentences, signature
from halfhour.contact.rules.facts import Facts, Recipient
from halfhour.contact.rules.finding import Result, result_of
from halfhour.contact.rules.introduction import greeting, pronouns
from halfhour.contact.rules.standing import State
from halfhour.contact.rules.working_days import WorkingDays

NEWS_WORKING_DAYS = 5
OVER = {State.REFUSED, State.CLOSED, State.CLOSED_NO_CONTACT, State.DO_NOT_CONTACT}
OF_A_TALK = {"Y-01", "Y-02", "Y-03", "Y-05", "L-12"}  # what a thank-you for a talk holds; here none was held


class Ended(StrEnum):
    """How asking somebody ended without a talk."""

    NO = "no"
    SILENCE = "silence"
    LEFT = "left"


_REMIND = (
    "A short word about {name}, whom I asked you about some days ago. There is no hurry.",
    "May I come back once to my question about {name}? There is no hurry at all.",
    "I only want to ask whether my note about {name} reached you. Please take the time you need.",
)
_REMIND_NO = (
    "If you would rather not ask, a plain no is fine, and I will not ask again.",
    "If it does not suit you, just say so; I will not come back to it.",
)
_REMIND_MYSELF = (
    "In that case, may I mention your name if I write to {them} myself?",
    "Would it then be all right to mention you if I write on my own?",
)
_ASKED = (
    "Thank you for asking {name} for me.",
    "Thank you again for speaking to {name} for me.",
    "Thank you for going to {name} on my behalf.",
)
_WILLING = (
    "Thank you for being willing to ask {name} for me.",
    "Thank you for offering to help with {name}.",
)
_ENDED = {
    Ended.NO: (
        "It will not come to a talk: {they} would rather not, and that is quite all right.",
        "It turned out that it does not suit {them}, which is an ordinary answer and a kind one to give plainly.",
    ),
    Ended.SILENCE: (
        "In the end I did not reach {them}, so I leave it there. That happens, and it is no trouble.",
        "I tried a few times and could not reach {them}. Messages get buried; I will not press.",
    ),
    Ended.LEFT: (
        "I have decided not to pursue it for now, so nothing more is needed from you.",
        "For now I leave it there; it was my own decision.",
    ),
}
_GOES_ON = (
    "I am going on with other people who do {work}. Your help got me started.",
    "I am asking others about {work} now, and I have not forgotten who helped.",
)


def draft_reminder(facts: Facts, *, introducer: Recipient, seed: str) -> Draft:
    """The one friendly reminder, with an easy way out. facts.recipient is the person one would like to meet."""
    picker = Picker(f"{seed}|remind|{introducer.name}")
    words = _words(facts)
    body = paragraphs(
        greeting(introducer),
        picker.pick("remind", _REMIND).format(**words),
        sentences(picker.pick("no", _REMIND_NO), picker.pick("myself", _REMIND_MYSELF).format(**words)),
        signature(facts, picker),
    )
    return Draft(f"About {facts.recipient.name}, once more", body)


def draft_news(facts: Facts, *, introducer: Recipient, ended: Ended, asked: bool, seed: str) -> Draft:
    """Thanks and how it ended. asked: the acquaintance did speak to them. facts.recipient as for the reminder."""
    picker = Picker(f"{seed}|news|{introducer.name}")
    words = _words(facts)
    body = paragraphs(
        greeting(introducer),
        picker.pick("thanks", _ASKED if asked else _WILLING).format(**words),
        picker.pick("ended", _ENDED[ended]).format(**words),
        picker.pick("goes on", _GOES_ON).format(**words),
        signature(facts, picker),
    )
    return Draft(f"About {facts.recipient.name}: thank you", body)


def check_news(text: Draft, facts: Facts, *, introducer: Recipient, today: date) -> Result:
    """Hold such news against the rules of a thank-you, but for what only a talk can give: their words and their use."""
    told = check(
        "thanks",
        text.text,
        replace(facts, recipient=introducer, said=(), named=(), talk_on=None),
        today=today,
    )
    kept = [
        one for one in told.findings if one.rule not in OF_A_TALK and one.message != "Say when you talked."
    ]
    return result_of(kept, told.skipped, [rule for rule in told.passed if rule not in OF_A_TALK])


def news_due_on(
    introduction: Introduction, state: State, *, over_on: date, talked: bool, working_days: WorkingDays
) -> date | None:
    """Return by when the acquaintance should hear how it ended, or None while nothing is owed.

    Owed to everyone who was asked and did not decline, once asking is over without a talk; after a talk the news is
    told with what the talk brought.
    """
    if talked or state not in OVER or introduction.declined_on or introduction.told_on:
        return None
    return working_days.add(over_on, NEWS_WORKING_DAYS)


def _words(facts: Facts) -> dict[str, str]:
    they, them = pronouns(facts.recipient.pronoun)
    work = work_of(facts.ask.occupation)
    return {
        "name": facts.recipient.name,
        "they": they,
        "them": them,
        "work": work.the_work if work else "this work",
    }
