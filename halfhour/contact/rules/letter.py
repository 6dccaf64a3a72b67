"""How a request is written as a letter or an e-mail, from one set of facts.

Source: Informational Interviewing Part 1, "Making Contact": who you are, why you want to meet, how long it takes, how you
found the name, and the day you will telephone; 60 to 100 words: SFU and Boomerang.
"""

import re

from halfhour.choose.rules.occupation_words import Work, WorkKind, work_of
from halfhour.contact.rules.checks.length import EMAIL_AIM, HARDEST_GRADE
from halfhour.contact.rules.checks.reading_level import grade
from halfhour.contact.rules.choice import Picker
from halfhour.contact.rules.day_style import weekday_and_date
from halfhour.contact.rules.draft import (
    Draft,
    first_that_fits,
    head_of_letter,
    on_paper,
    paragraphs,
    salutation,
    sentences,
    signature,
)
from halfhour.contact.rules.facts import Facts, Focus, Situation, SourceKind
from halfhour.contact.rules.found_you import may_be_named, names_a_person, opening_sentence
from halfhour.contact.rules.letter_ways import (
    ASK_HEADS,
    ASK_LINKS,
    ASK_WHEN,
    CALL_HEADS,
    NO_IF,
    NO_IF_AT,
    NO_THEN,
    NO_TURNED,
    NOT_A_JOB,
    PROMISE_TAILS,
    PURPOSE,
    PURPOSE_CHANGER,
    PURPOSE_LEAVER,
    PURPOSE_RETURNING,
    TOPICS_BACK,
    TOPICS_CHANGE,
    TOPICS_CHOICE,
    TOPICS_ORGANISATION,
    TOPICS_PATH,
    TOPICS_POSITION,
    WHY_NOUN,
    WHY_OTHER,
    WHY_YOU,
    WRITE_HEADS,
)
from halfhour.contact.rules.message import read_message
from halfhour.contact.rules.own_words import FactKind, about_me, fact_about, upper_first
from halfhour.contact.rules.promises import PromiseKind

_MORE_PURPOSE = {
    Situation.CAREER_CHANGER: PURPOSE_CHANGER * 3,
    Situation.RETURNING: PURPOSE_RETURNING * 3,
    Situation.SCHOOL_LEAVER: PURPOSE_LEAVER * 3,
}
TOPICS_OF = {
    Situation.CAREER_CHANGER: TOPICS_CHANGE,
    Situation.RETURNING: TOPICS_BACK,
    Situation.SCHOOL_LEAVER: TOPICS_CHOICE,
    Situation.STUDENT: TOPICS_CHOICE,
}
DEFAULT_FORMATS = ("in person", "by phone")
TRIES = 24
# Where the name came from belongs to this person alone, so that the first sentence need not name the organisation.
_OWN_STORY = {SourceKind.ARTICLE, SourceKind.EVENT, SourceKind.ORGANISATION_CALL}


def draft_letter(facts: Facts, *, seed: str) -> Draft:
    """Write the request. The same facts and seed give the same words; what is not known is left out.

    seed: something that stays the same for one seeker and one person, such as the person's id. facts.earlier: sentences
    used there are avoided where another way of saying it is at hand. Of several ways the first short one is taken.
    """
    best: tuple[float, Draft] | None = None
    for salt in range(TRIES):
        draft = _one_draft(facts, f"{seed}|{salt}")
        cost = _too_long_or_hard(draft.body)
        if best is None or cost < best[0]:
            best = (cost, draft)
        if cost <= 0:
            break
    assert best is not None
    return best[1]


def _one_draft(facts: Facts, seed: str) -> Draft:
    picker = picker_for(facts, seed)
    told_at_once = tells_status_at_once(facts) and (
        facts.source.kind not in _OWN_STORY or picker.pick("shape", ("short", "long")) == "short"
    )
    if told_at_once:
        first = picker.fresh(lambda p: opening_sentence(facts, p, with_status=True))
    else:
        first = sentences(
            picker.fresh(lambda p: opening_sentence(facts, p)),
            picker.fresh(lambda p: purpose_sentence(facts, p)),
        )
    why = picker.fresh(lambda p: why_sentence(facts, p))
    ask = picker.fresh(lambda p: ask_sentence(facts, p, with_topic=told_at_once))
    parts = (
        first,
        sentences(why, ask, picker.pick("not a job", NOT_A_JOB)),
        sentences(
            picker.fresh(lambda p: easy_no_sentence(facts, p, before=f"{first} {why} {ask}")),
            picker.fresh(lambda p: promise_sentence(facts, p)),
        ),
    )
    body = paragraphs(salutation(facts.recipient), *parts, signature(facts, picker, formal=on_paper(facts)))
    if on_paper(facts):
        return Draft("", paragraphs(head_of_letter(facts), body))
    return Draft(subject_line(facts, picker), body)


def _too_long_or_hard(body: str) -> float:
    """Return how far a body is above what is read easily; 0 or less is good."""
    message = read_message(body)
    return max(
        message.words - EMAIL_AIM,
        10 * (grade([one.text for one in message.sentences]) - HARDEST_GRADE + 0.3),
    )


def tells_status_at_once(facts: Facts) -> bool:
    """Whether the line about oneself fits into the first sentence: short, and of one piece."""
    about = about_me(facts.sender.status)
    fits = about.startswith("I") and len(about.split()) <= 15 and not re.search(r"[,;.]", about)
    return fits and work_of(facts.ask.occupation) is not None


def picker_for(facts: Facts, seed: str) -> Picker:
    """Return the choices that belong to this person; changing minutes or the day changes no other sentence."""
    return Picker(f"{seed}|{facts.recipient.name}|{facts.recipient.organisation}", facts.earlier)


def purpose_sentence(facts: Facts, picker: Picker) -> str:
    """Say what the writer does and what work it is about."""
    about = about_me(facts.sender.status)
    work = work_of(facts.ask.occupation)
    if work is None:
        return f"{about}." if about else ""
    org = facts.recipient.organisation
    ways = PURPOSE + _MORE_PURPOSE.get(facts.sender.situation, ())
    spend = (
        f"how {work.people} spends a week"
        if work.kind is WorkKind.DOING
        else f"how {work.people} spend their weeks"
    )
    at = picker.pick("at", (f" at {org}", f" at a place like {org}")) if org else ""
    purpose = picker.pick("purpose", ways).format(spend=spend, at=at, **_words_of(work))
    return f"{about}, and {purpose}." if about else f"{upper_first(purpose)}."


def why_sentence(facts: Facts, picker: Picker) -> str:
    """Say why this very person: the seeker's own sentence as it stands, or the noted fact in a sentence."""
    own = facts.ask.why_sentence.strip()
    if own:
        return own if own.endswith((".", "!", "?")) else f"{own}."
    kind, fact = fact_about(facts.ask.why_person)
    if not fact:
        return ""
    if kind is FactKind.SENTENCE:
        return f"{fact}."
    if kind is FactKind.NOUN:
        return picker.pick("why", WHY_NOUN).format(fact=fact, Fact=upper_first(fact))
    if kind is FactKind.YOU_DID:
        return picker.pick("why", WHY_YOU).format(you=fact)
    return picker.pick("why", WHY_OTHER).format(fact=fact)


def length_words(minutes: int | None, picker: Picker) -> str:
    """Return "20 minutes", "half an hour" now and then for 30, and "a short talk" when no number is noted."""
    if minutes is None:
        return "a short talk"
    return picker.pick("half", ("30 minutes", "half an hour")) if minutes == 30 else f"{minutes} minutes"


def formats_words(formats: tuple[str, ...]) -> str:
    """Return "in person or by phone"."""
    given = tuple(one.strip() for one in formats if one.strip()) or DEFAULT_FORMATS
    return given[0] if len(given) == 1 else f"{', '.join(given[:-1])} or {given[-1]}"


def ask_sentence(facts: Facts, picker: Picker, *, with_topic: bool) -> str:
    """Ask for one thing, a short talk, and leave the choice of how, or of how and when."""
    head = picker.pick("ask", ASK_HEADS)
    time = length_words(facts.ask.minutes, picker)
    formats = formats_words(facts.ask.formats)
    if not with_topic:
        return f"{head.format(time=time, formats=f', {formats}')}, {picker.pick('when', ASK_WHEN)}?"
    link = picker.pick("link", ASK_LINKS).format(topic=topic_of(facts, picker))
    if facts.ask.minutes is None:
        link = link.replace("for a talk about", "about").replace("to talk about", "about")
    if len(facts.ask.formats) == 1:
        formats = f"{formats}, {picker.pick('when', ASK_WHEN)}"
    if picker.pick("order", ("formats first", "topic first")) == "formats first":
        return f"{head.format(time=time, formats=f', {formats},')} {link}?"
    return f"{head.format(time=time, formats='')} {link}, {formats}?"


def topic_of(facts: Facts, picker: Picker) -> str:
    """Return what the talk is to be about, by its focus."""
    org, work = facts.recipient.organisation, work_of(facts.ask.occupation)
    ways = TOPICS_POSITION + TOPICS_OF.get(facts.sender.situation, ()) * 2
    if facts.ask.focus is Focus.ORGANISATION and org:
        ways = TOPICS_ORGANISATION
    elif facts.ask.focus is Focus.CAREER_PATH:
        ways = TOPICS_PATH
    return picker.pick("topic", ways).format(org=org, **_words_of(work))


def _words_of(work: Work | None) -> dict[str, str]:
    """The occupation in every form the ways ask for."""
    if work is None:
        here = {"work": "your work", "people": "people in your work", "being": "doing your work"}
        return here | {
            "becoming": "choosing your work",
            "became": "came to your work",
            "as_one": "in your work",
        }
    return {
        "work": work.the_work,
        "people": work.people,
        "being": work.being,
        "becoming": work.becoming,
        "became": work.became,
        "as_one": work.as_one,
    }


def easy_no_sentence(facts: Facts, picker: Picker, *, before: str = "") -> str:
    """Make it easy to say no, with words for it. before: the sentences that stand before; no organisation is named twice."""
    org = facts.recipient.organisation
    names_it = bool(org) and facts.ask.focus is not Focus.ORGANISATION and org not in before
    condition = picker.pick("no if", NO_IF_AT if names_it else NO_IF).format(org=org)
    if picker.pick("no order", ("condition first", "condition first", "answer first")) == "answer first":
        return picker.pick("no turned", NO_TURNED).format(if_=condition[0].lower() + condition[1:])
    return f"{condition}, {picker.pick('no then', NO_THEN)}."


def promise_sentence(facts: Facts, picker: Picker) -> str:
    """Name the day on which the writer will call, or write again where no number is known."""
    if facts.ask.promise_on is None:
        return ""
    day = weekday_and_date(facts.ask.promise_on, facts.sender.locale)
    heads = CALL_HEADS if promises_a_call(facts) else WRITE_HEADS
    tail = picker.pick("promise tail", PROMISE_TAILS).format(time=length_words(facts.ask.minutes, picker))
    return f"{picker.pick('promise', heads).format(day=day)} {tail}."


def promises_a_call(facts: Facts) -> bool:
    return facts.ask.promise_kind is PromiseKind.CALL and facts.recipient.phone_known is not False


def subject_line(facts: Facts, picker: Picker) -> str:
    """Return a subject of at most 60 characters whose first 30 carry the point."""
    work = work_of(facts.ask.occupation)
    minutes = f"{facts.ask.minutes} minutes" if facts.ask.minutes else "A short talk"
    person = facts.source.name if names_a_person(facts.source) and may_be_named(facts.source) else ""
    referred = f"{person} suggested I write" if person else ""
    org = facts.recipient.organisation
    about = ""
    if work:
        ways = [
            f"{minutes} about {work.the_work}?",
            f"A question about {work.the_work}",
            f"Learning about {work.the_work}",
        ]
        if org:
            ways.append(f"{upper_first(work.the_work)} at {org}: {minutes}?")
        about = picker.pick("subject", [way for way in ways if len(way) <= 60] or ways)
    return first_that_fits(
        referred, about, f"{minutes} about {work.short}?" if work else "", f"{minutes} about your work?"
    )
