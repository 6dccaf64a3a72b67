"""What to say to a switchboard when only the organisation is known: whom to ask for, and that it is not about a job.

Source: Informational Interviewing Part 1, "Deciding Whom to Interview": call an organisation and ask to speak with human
resources or another appropriate office; for a graphic designer, the design department.
"""

from dataclasses import dataclass

from halfhour.choose.rules.occupation_words import Work, WorkKind, with_article, work_of
from halfhour.contact.rules.departments import department_for
from halfhour.contact.rules.draft import sentences
from halfhour.contact.rules.facts import Facts
from halfhour.contact.rules.own_words import about_me
from halfhour.contact.rules.phone_script import Card


@dataclass(frozen=True, slots=True)
class OrganisationCall:
    """department: a suggestion the seeker may change. cards: in the order they are said."""

    department: str
    cards: tuple[Card, ...]


WHO = "My name is …, and I am finding out what this work is really like."


def draft_organisation_call(
    facts: Facts, *, code: str = "", department: str = "", seed: str = ""
) -> OrganisationCall:
    """Return the script. facts.recipient.organisation is called; code: the occupation's code, if it is known.

    department: what the seeker chose instead of the suggestion. seed changes nothing yet; it is there as in every draft.
    """
    work = work_of(facts.ask.occupation)
    office = department.strip() or department_for(code, facts.ask.occupation) or "human resources department"
    name = facts.sender.name
    about = about_me(facts.sender.status)
    org = facts.recipient.organisation
    cards = (
        Card("hello", "Say hello", f"Hello, is this {org}?" if org else "Hello."),
        Card(
            "good-time",
            "Ask if it is a good time",
            "Do you have a minute for a short question?",
            "Of course. When would be a better time to call? Thank you.",
        ),
        Card(
            "who",
            "Who you are",
            sentences(f"My name is {name}." if name else "", f"{about}." if about else "") or WHO,
        ),
        Card(
            "ask-for",
            "Whom you ask for",
            f"I would like to talk for {facts.ask.minutes or 20} minutes with {_one_of(work)}, to hear what the work is like. It is not about a job.",
        ),
        Card(
            "department",
            "Which department",
            f"Could you put me through to the {office}, or tell me whom to ask there?",
            "Is there another office that would know?",
        ),
        Card(
            "name",
            "Keep what you are told",
            "May I note the name and the extension, and how it is spelled? And may I say that you gave it to me?",
        ),
        Card("thanks", "Thank them", "Thank you. May I ask your name, too?"),
    )
    return OrganisationCall(office, cards)


def _one_of(work: Work | None) -> str:
    """Return "a graphic designer", "someone in nursing", "one of your chefs and head cooks"."""
    if work is None:
        return "someone who does this work"
    if work.kind is WorkKind.PERSON:
        return f"{with_article(work.words)} in your organisation"
    if work.kind is WorkKind.PEOPLE:
        return f"one of your {work.plural}"
    return f"someone in {work.words}" if work.kind is WorkKind.FIELD else f"someone who {work.words}"
