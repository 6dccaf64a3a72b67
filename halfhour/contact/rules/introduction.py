"""How an acquaintance is asked for an introduction: a note, and a paragraph that can be forwarded as it stands.

Source: Informational Interviewing Part 1, "Making Contact": someone you know might make the initial request for you, then
you call to arrange the time; the double opt-in guides (the other person is asked first).
"""

from dataclasses import dataclass, replace

from halfhour.choose.rules.occupation_words import work_of
from halfhour.contact.rules.choice import Picker
from halfhour.contact.rules.draft import (
    Draft,
    contact_line,
    first_name,
    first_that_fits,
    paragraphs,
    salutation,
    sentences,
    signature,
)
from halfhour.contact.rules.facts import Facts, Recipient
from halfhour.contact.rules.letter import ask_sentence, length_words, purpose_sentence, why_sentence
from halfhour.contact.rules.letter_ways import NOT_A_JOB

_FIRST = (
    "Would you ask {them} whether {they} would talk with me for {time}? Please ask first, before you pass on an address or copy us both.",
    "Could you ask {them} first whether {they} would be willing to talk with me for {time}, before any address changes hands?",
    "Would you be willing to ask {them} if {they} would give me {time}? Only once {they} agree{s} should anyone be copied or a number passed on.",
)
_ABOUT = (
    "I am trying to find out what {work} is really like, and {name}{at} does just that.",
    "You know {name}{at}, who does the work I have been wondering about: {work}.",
    "I have been thinking about {work}, and {name}{at} is the person I would most like to ask.",
)
_BELOW = (
    "Here is a short paragraph that you can forward as it is:",
    "The paragraph below is written so that you can forward it unchanged:",
    "To save you the writing, here are some lines to pass on just as they are:",
)
_AFTER = (
    "If {they} agree{s}, I will call {them} to arrange a time, so nothing more is left for you to do.",
    "Once {they} {have} said yes, I will get in touch and arrange the time myself.",
    "If it is a yes, I will take it from there and call to set up a time.",
)
_NO = (
    "If you would rather not ask, just say so; I will understand. May I then mention your name if I write to {them} myself?",
    "If this does not suit you, a plain no is fine. In that case, may I use your name when I write myself?",
    "Please feel free to say no. If so, would it be all right to mention you if I write to {them} on my own?",
)
_REPORT = (
    "Either way, I will let you know how it went.",
    "Whatever comes of it, I will tell you how it went.",
    "And I will report back to you afterwards.",
)
_EASY = (
    "A plain no is fine too.",
    "If it does not fit, a one-line no is fine.",
    "Should it not suit you, I will understand.",
)


@dataclass(frozen=True, slots=True)
class Introduction:
    """note: the whole message to the acquaintance. forwardable: the paragraph inside it that travels on."""

    note: Draft
    forwardable: str

    @property
    def text(self) -> str:
        return self.note.text


def draft_introduction(facts: Facts, *, introducer: Recipient, seed: str) -> Introduction:
    """Write the note and the paragraph. facts.recipient is the person one would like to meet."""
    picker = Picker(f"{seed}|{introducer.name}|{facts.recipient.name}", facts.earlier)
    paragraph = forwardable_paragraph(facts, picker)
    words = _words(facts, picker)
    work = work_of(facts.ask.occupation)
    about = picker.pick("about", _ABOUT).format(**words) if work and facts.recipient.name else ""
    body = paragraphs(
        greeting(introducer),
        sentences(about, picker.pick("first", _FIRST).format(**words)),
        picker.pick("below", _BELOW),
        paragraph,
        sentences(
            picker.pick("after", _AFTER).format(**words),
            picker.pick("no", _NO).format(**words),
            picker.pick("report", _REPORT),
        ),
        signature(facts, picker),
    )
    subject = first_that_fits(
        f"Would you ask {facts.recipient.name} for me?" if facts.recipient.name else "",
        "A small favour: an introduction",
    )
    return Introduction(Draft(subject, body), paragraph)


def forwardable_paragraph(facts: Facts, picker: Picker) -> str:
    """Return the lines about the seeker, addressed to the person they would like to meet."""
    name = facts.sender.name
    contact = contact_line(facts)
    with_topic = bool(facts.ask.occupation)
    return sentences(
        f"My name is {name}." if name else "",
        purpose_sentence(facts, picker),
        why_sentence(facts, picker),
        ask_sentence(facts, picker, with_topic=with_topic),
        picker.pick("not a job", NOT_A_JOB),
        picker.pick("easy", _EASY),
        f"{name}, {contact}" if name and contact else contact,
    )


_BACK = (
    "Please think no more about asking {name}{at} for me; I know how such things go.",
    "It is quite all right that nothing came of asking {name}{at}. Please put it out of your mind.",
)
_MYSELF = (
    "I will write to {them} myself now, without your name unless you tell me that I may use it.",
    "I will try the direct way now. Your name stays out of it unless you say that I may mention it.",
)
_GRATEFUL = ("Thank you for being willing to help. I will tell you what comes of it.",)


def draft_hand_back(facts: Facts, *, introducer: Recipient, seed: str) -> Draft:
    """Take a request back that has stalled: no blame, the name left out, news promised. To be sent after one reminder."""
    picker = Picker(f"{seed}|back|{introducer.name}|{facts.recipient.name}", facts.earlier)
    words = _words(facts, picker)
    body = paragraphs(
        greeting(introducer),
        sentences(picker.pick("back", _BACK).format(**words), picker.pick("myself", _MYSELF).format(**words)),
        picker.pick("grateful", _GRATEFUL),
        signature(facts, picker),
    )
    return Draft(
        first_that_fits(
            f"About {facts.recipient.name}: all is well" if facts.recipient.name else "", "All is well"
        ),
        body,
    )


def greeting(introducer: Recipient) -> str:
    """An acquaintance is greeted by the first name, unless a title is noted."""
    if introducer.title or not introducer.name:
        return salutation(introducer)
    return salutation(replace(introducer, name=first_name(introducer.name)))


def _words(facts: Facts, picker: Picker) -> dict[str, str]:
    they, them = pronouns(facts.recipient.pronoun)
    single = they in {"she", "he"}
    work = work_of(facts.ask.occupation)
    org = facts.recipient.organisation
    return {
        "they": they,
        "them": them,
        "s": "s" if single else "",
        "have": "has" if single else "have",
        "time": length_words(facts.ask.minutes, picker),
        "work": work.the_work if work else "",
        "name": facts.recipient.name,
        "at": f" at {org}" if org else "",
    }


def pronouns(noted: str) -> tuple[str, str]:
    """Return ("she", "her"), ("he", "him") or ("they", "them"), from "she", "she/her" and the like."""
    first = noted.lower().split("/")[0].strip()
    return {"she": ("she", "her"), "her": ("she", "her"), "he": ("he", "him"), "him": ("he", "him")}.get(
        first, ("they", "them")
    )
