"""How a request is written into the message box of a professional network: at most 400 characters.

Source: LinkedIn (messages under 400 characters are answered more); who, how found, why, how long, not a job, and that I
will write again on a day.
"""

from halfhour.choose.rules.occupation_words import work_of
from halfhour.contact.rules.checks.length import NETWORK_AIM
from halfhour.contact.rules.choice import Picker
from halfhour.contact.rules.day_style import weekday_and_date
from halfhour.contact.rules.draft import Draft, family_name
from halfhour.contact.rules.facts import Ask, Facts, Recipient, Source
from halfhour.contact.rules.found_you import found_you
from halfhour.contact.rules.letter import picker_for
from halfhour.contact.rules.own_words import FactKind, about_me, fact_about, lower_first, upper_first

_NOT_A_JOB = (
    "I am exploring, not applying.",
    "It is information I am after, not a job.",
    "I only want to learn; I am not applying.",
    "This is not about a job.",
)
_ASK = (
    "Would you have {time} to tell me what {work} is like?",
    "Could I ask you about {work} for {time}?",
    "Might you spare {time} to talk about {work}?",
    "May I ask you for {time} on what {work} is like?",
)
_AGAIN = (
    "I will write again on {day}.",
    "I will send one more line on {day}.",
    "On {day} I will write once more.",
)
_WHY = ("{Fact} made me curious.", "{Fact} made me write to you.", "I would like to ask about {fact}.")
_WHY_YOU = ("I noticed that {you}.", "I understand that {you}.")


def draft_network_message(facts: Facts, *, seed: str) -> Draft:
    """Write the message; parts are shortened, then left out from the least needed on, until it fits."""
    picker = picker_for(facts, seed)
    for level in range(6):
        body = _message(facts, picker, level)
        if len(body) <= NETWORK_AIM:
            break
    return Draft("", body)


def _message(facts: Facts, picker: Picker, level: int) -> str:
    """level: 0 says everything; each next one is shorter. What the rules ask for is kept to the end."""
    name = _short_name(facts.sender.name) if level >= 3 else facts.sender.name
    about = about_me(facts.sender.status)
    if name and about.startswith("I am "):
        who = f"I am {name}, {about.removeprefix('I am ')}"
    else:
        who = f"I am {name}, and {about}" if name and about else f"I am {name}" if name else about
    found = picker.fresh(lambda p: found_you(_plainer(facts, level), p, shortest=level >= 2))
    parts = [
        _greeting(facts.recipient),
        f"{who}." if who else "",
        f"{upper_first(found)}." if found else "",
        picker.fresh(lambda p: _why(facts, p)) if level < 5 else "",
        picker.fresh(lambda p: _ask(facts, p, shortest=level >= 4)),
        min(_NOT_A_JOB, key=len) if level >= 1 else picker.pick("not a job", _NOT_A_JOB),
        picker.fresh(lambda p: _again(facts, p)),
        name if level == 0 and not who else "",
    ]
    return " ".join(part for part in parts if part)


def _short_name(name: str) -> str:
    parts = name.split()
    return f"{parts[0]} {parts[-1]}" if len(parts) > 2 else name


def _plainer(facts: Facts, level: int) -> Facts:
    """Take the side remarks out of how the name was found."""
    if level < 3:
        return facts
    source = Source(
        facts.source.kind, facts.source.name, facts.source.may_mention, imported=facts.source.imported
    )
    recipient = Recipient(name=facts.recipient.name)
    return Facts(sender=facts.sender, recipient=recipient, source=source, ask=Ask(channel=facts.ask.channel))


def _greeting(recipient: Recipient) -> str:
    family = family_name(recipient)
    if recipient.title and family:
        return f"Dear {recipient.title} {family},"
    return f"Dear {recipient.name}," if recipient.name else "Hello,"


def _why(facts: Facts, picker: Picker) -> str:
    own = facts.ask.why_sentence.strip()
    if own:
        return own
    kind, fact = fact_about(facts.ask.why_person)
    if not fact:
        return ""
    if kind is FactKind.NOUN:
        return picker.pick("why", _WHY).format(fact=fact, Fact=upper_first(fact))
    if kind is FactKind.YOU_DID:
        return picker.pick("why", _WHY_YOU).format(you=fact)
    return (
        f"{fact}." if kind is FactKind.SENTENCE else f"I would like to ask about this: {lower_first(fact)}."
    )


def _ask(facts: Facts, picker: Picker, *, shortest: bool) -> str:
    work = work_of(facts.ask.occupation)
    time = f"{facts.ask.minutes} minutes" if facts.ask.minutes else "a short talk"
    if work is None:
        return (
            f"Would you have {time} to tell me about your work?"
            if facts.ask.minutes
            else "Could we talk about your work?"
        )
    what = work.short if shortest else work.being
    if facts.ask.minutes is None:
        return f"Could we talk about what {what} is like?"
    return (min(_ASK, key=len) if shortest else picker.pick("ask", _ASK)).format(time=time, work=what)


def _again(facts: Facts, picker: Picker) -> str:
    if facts.ask.promise_on is None:
        return ""
    return picker.pick("again", _AGAIN).format(
        day=weekday_and_date(facts.ask.promise_on, facts.sender.locale)
    )
