"""How a school's office or an association's administrator is asked for people who are willing to talk.

Source: Informational Interviewing Part 1, "Deciding Whom to Interview": career centres and alumni offices keep lists of
graduates who have agreed to be asked; association administrators often know members who are especially willing.
"""

from halfhour.choose.rules.occupation_words import Work, WorkKind, work_of
from halfhour.contact.rules.choice import Picker
from halfhour.contact.rules.draft import Draft, first_that_fits, paragraphs, salutation, sentences, signature
from halfhour.contact.rules.facts import Facts
from halfhour.contact.rules.own_words import about_me, upper_first

_GRADUATES = (
    "Do you know graduates who are {people} and have agreed to be asked about their work?",
    "Is there a list of graduates, or of others who help you, among them {people}, who are glad to talk about their work?",
    "Could you tell me of one or two graduates, {people} if possible, who have said that they may be asked?",
)
_MEMBERS = (
    "Do you know one or two members who are especially willing to talk with beginners?",
    "Is there a member or two who like to be asked about their work?",
    "Could you name one or two members who are glad to talk with newcomers to the field?",
)
_PLAN = (
    "I would ask each of them for {time}, by phone or in person. It is information I am after, not a job.",
    "What I have in mind is a talk of {time} with each, by phone or in person; I am exploring, not applying.",
)
_CARE = (
    "I would gladly leave it to you to ask them first, and I will tell you what came of it.",
    "If you would rather ask them first, that suits me well. I will let you know how the talks went.",
)
_NO = (
    "If this is not something your office does, a one-line no is fine.",
    "If you cannot help with this, just say so; I will understand.",
)


def draft_school_office(facts: Facts, *, seed: str) -> Draft:
    """Write to one's own school's career or alumni office. facts.recipient: the office, by name or organisation."""
    school = facts.sender.school
    asked = (
        picker_of(facts, seed).pick("ask", _GRADUATES).format(people=_people(work_of(facts.ask.occupation)))
    )
    return _draft(
        facts,
        seed,
        asked,
        first_that_fits(
            f"Graduates who are {_people(work_of(facts.ask.occupation))}?",
            "Graduates I could ask about their work?",
        ),
        school,
    )


def draft_administrator(facts: Facts, *, seed: str) -> Draft:
    """Write to the administrator of an association. facts.recipient.organisation: the association."""
    asked = picker_of(facts, seed).pick("ask", _MEMBERS)
    return _draft(facts, seed, asked, first_that_fits("Members who like to be asked about their work?"), "")


def picker_of(facts: Facts, seed: str) -> Picker:
    return Picker(f"{seed}|office|{facts.recipient.organisation}|{facts.recipient.name}", facts.earlier)


def _draft(facts: Facts, seed: str, asked: str, subject: str, school: str) -> Draft:
    picker = picker_of(facts, seed)
    about = about_me(facts.sender.status)
    work = work_of(facts.ask.occupation)
    wish = (
        f"I would like to hear what {work.the_work} is like from people who do it."
        if work
        else "I would like to hear from people what their work is like."
    )
    at_school = (
        f", and I belong to {school}" if school and school.lower() not in facts.sender.status.lower() else ""
    )
    who = f"My name is {facts.sender.name}{at_school}." if facts.sender.name else ""
    time = f"{facts.ask.minutes} minutes" if facts.ask.minutes else "20 minutes"
    body = paragraphs(
        _greeting(facts),
        sentences(who, f"{upper_first(about)}." if about else "", wish),
        sentences(asked, picker.pick("plan", _PLAN).format(time=time)),
        sentences(picker.pick("care", _CARE), picker.pick("no", _NO)),
        signature(facts, picker),
    )
    return Draft(subject, body)


def _greeting(facts: Facts) -> str:
    if facts.recipient.name:
        return salutation(facts.recipient)
    return f"Dear {facts.recipient.organisation} team," if facts.recipient.organisation else "Hello,"


def _people(work: Work | None) -> str:
    if work is None:
        return "people in the field"
    return "people in that work" if work.kind is WorkKind.DOING else work.people
