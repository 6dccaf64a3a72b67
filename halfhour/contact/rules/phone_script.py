"""What to say on the telephone, one card a step, in the order that people expect.

Source: Informational Interviewing Part 1, "Making Contact": say hello, ask if it is a good time to talk, say who you are
and how you got the name, explain that you would like to meet to learn more about the career. Voicemail: PIT.
"""

from dataclasses import dataclass
from datetime import date

from halfhour.choose.rules.occupation_words import work_of
from halfhour.contact.rules.call import OPENING_MAX_WORDS, Step
from halfhour.contact.rules.choice import Picker
from halfhour.contact.rules.day_style import weekday_and_date
from halfhour.contact.rules.draft import family_name, sentences
from halfhour.contact.rules.facts import Facts, Recipient
from halfhour.contact.rules.found_you import found_you, may_be_named, names_a_person
from halfhour.contact.rules.letter import formats_words, length_words, picker_for, why_sentence
from halfhour.contact.rules.own_words import about_me, upper_first


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to say. if_not: what to say when the answer is no, where that matters."""

    key: str
    heading: str
    words: str
    if_not: str = ""


TRIES = 8
_HELLO = ("Hello, is this {name}?", "Good day, am I speaking with {name}?", "Hello, may I speak with {name}?")
_GOOD_TIME = (
    "Is this a good time for two minutes?",
    "Do you have a moment just now?",
    "Have I called at a good moment?",
)
_BETTER_TIME = (
    "Of course. When would be a better time to call? Thank you, I will try again then.",
    "I understand. Which day and hour would suit you better? Thank you, goodbye until then.",
)
_LEARN = (
    "I would like to hear what {being} is like from someone who does it.",
    "I am finding out what {being} is really like.",
    "I would like to understand {work} a little better.",
)
_NOT_A_JOB = (
    "I am not calling about a job.",
    "It is information I am after, not a job.",
    "I am exploring the field, not applying.",
)
_LONG = (
    "Would you have {time} for me, {formats}?",
    "I would like to ask you for {time}, {formats}.",
    "{Time} would be plenty, {formats}.",
)
_WHEN = (
    "Would some time next week suit you, or is another day better? If not, a plain no is fine.",
    "When would be convenient for you? And please feel free to say no.",
    "Which day would suit you? If it does not fit at all, just say so.",
)

_WHEN_TO_CALL = (
    "When is a good time to call? And may I ask your name, so that I can thank you?",
    "Could you tell me when a call would suit? And may I ask your name, so that I can thank you?",
)


def draft_phone_script(facts: Facts, *, seed: str) -> tuple[Card, ...]:
    """Return the cards in their order; what is not known is left out of the words. All of it takes about 45 seconds.

    On the day that was promised, the caller says so.
    """
    cards: tuple[Card, ...] = ()
    for salt, with_fact in (*((n, True) for n in range(TRIES)), (0, False)):
        cards = _cards(facts, f"{seed}|call|{salt}", with_fact=with_fact)
        if len(script_text(cards).split()) <= OPENING_MAX_WORDS:
            break
    return cards


def _cards(facts: Facts, seed: str, *, with_fact: bool) -> tuple[Card, ...]:
    picker = picker_for(facts, seed)
    work = work_of(facts.ask.occupation)
    found = found_you(facts, picker, shortest=True)
    wrote = (
        "As I wrote, I am calling you today."
        if facts.ask.promise_on and facts.today == facts.ask.promise_on
        else ""
    )
    learn = picker.pick("learn", _LEARN).format(
        work=work.the_work if work else "your work", being=work.being if work else "your work"
    )
    why = why_sentence(facts, picker) if with_fact else ""
    time = length_words(facts.ask.minutes, picker)
    long = picker.pick("long", _LONG if facts.ask.minutes else _LONG[:1]).format(
        time=time, Time=upper_first(time), formats=formats_words(facts.ask.formats)
    )
    about = about_me(facts.sender.status)
    return (
        Card(
            Step.HELLO,
            "Say hello",
            picker.pick("hello", _HELLO).format(name=spoken_name(facts.recipient))
            if facts.recipient.name
            else "Hello.",
        ),
        Card(
            Step.GOOD_TIME,
            "Ask if it is a good time",
            picker.pick("good time", _GOOD_TIME),
            picker.pick("better", _BETTER_TIME),
        ),
        Card(
            Step.WHO,
            "Who you are",
            sentences(
                f"My name is {facts.sender.name}." if facts.sender.name else "", f"{about}." if about else ""
            ),
        ),
        Card(
            Step.HOW_FOUND,
            "How you got the name",
            sentences(wrote, f"{upper_first(found)}." if found else ""),
        ),
        Card(
            Step.WHY,
            "Why, and that it is not about a job",
            sentences(learn, why, picker.pick("not a job", _NOT_A_JOB)),
        ),
        Card(Step.HOW_LONG, "How long", long),
        Card(Step.WHEN, "When", picker.pick("when", _WHEN)),
    )


def script_text(cards: tuple[Card, ...]) -> str:
    """Return what is said, a step a paragraph, as the checker takes it (kind "call")."""
    return "\n\n".join(card.words for card in cards if card.words)


def spoken_name(recipient: Recipient) -> str:
    """Return "Ms Whitfield" when the title is known, else the whole name."""
    family = family_name(recipient)
    return f"{recipient.title} {family}" if recipient.title and family else recipient.name


def spelled(name: str) -> str:
    """Return the family name letter by letter: "L-I-N-D-Q-V-I-S-T"."""
    parts = name.split()
    return "-".join(parts[-1].upper()) if parts else ""


def voicemail(facts: Facts, *, seed: str, again_on: date | None = None) -> Card:
    """Return what to leave on a machine: name spelled, number, reason in one sentence, when I call again.

    again_on: the day of the next call; without it the promised day is named when it is still to come. On the last
    attempt no further day is named.
    """
    picker = Picker(f"{seed}|voicemail|{facts.recipient.name}")
    sender = facts.sender
    work = work_of(facts.ask.occupation)
    found = found_you(facts, picker, shortest=True)
    promised = (
        facts.ask.promise_on
        if facts.ask.promise_on and facts.today and facts.ask.promise_on > facts.today
        else None
    )
    day = None if facts.ask.final else again_on or promised
    reason = f"I would like to ask you for {length_words(facts.ask.minutes, picker)} about {work.being if work else 'your work'}; it is not about a job."
    return Card(
        "voicemail",
        "A machine answers",
        sentences(
            f"Hello {spoken_name(facts.recipient)}," if facts.recipient.name else "Hello,",
            f"this is {sender.name}, {spelled(sender.name)}." if sender.name else "",
            f"{upper_first(found)}." if found else "",
            reason,
            f"My number is {sender.phone}." if sender.phone else "",
            f"I will call again on {weekday_and_date(day, sender.locale)}." if day else "",
            "Thank you, goodbye.",
        ),
    )


def assistant(facts: Facts, *, seed: str) -> Card:
    """Return what to say to someone who answers for the person: advice, not a job, and when to try."""
    work = work_of(facts.ask.occupation)
    who = spoken_name(facts.recipient) or "the person I wrote to"
    about = f"about {work.being}" if work else "about this line of work"
    known = names_a_person(facts.source) and may_be_named(facts.source) and facts.recipient.name
    return Card(
        "assistant",
        "Somebody else answers",
        sentences(
            f"Hello, my name is {facts.sender.name}." if facts.sender.name else "Hello.",
            f"I would like to ask {who} for a little advice {about}; it is not about a job.",
            f"I have the name from {facts.source.name}." if known else "",
            Picker(f"{seed}|assistant|{facts.recipient.name}").pick("when", _WHEN_TO_CALL),
        ),
    )
