"""Drafts of thanks: to the person who talked, quoting something they said, and of news to whoever led there.

Source: Bolles, Yale, RCEL and Hampshire: prompt, short, one specific thing they said, what will be done with it, nothing
asked for. The wordings are our own and vary, so two people who know each other do not get the same note.
"""

from collections.abc import Sequence

from halfhour.contact.rules.choice import Picker
from halfhour.contact.rules.day_style import weekday_and_date
from halfhour.contact.rules.draft import Draft, first_that_fits, paragraphs, salutation, sentences, signature
from halfhour.contact.rules.facts import Facts
from halfhour.contact.rules.introduction import greeting

_OPENINGS = (
    "Thank you for the talk {when}.",
    "Thank you for taking the time to talk with me {when}.",
    "I am still thinking about our talk {when}; thank you for it.",
    "Thank you for your time {when}, and for answering so openly.",
)
_LATE_OPENINGS = (
    "This comes later than it should, and I mean it all the same: thank you for the talk {when}.",
    "I should have written sooner. Thank you for the talk {when}.",
)
_SAID = (
    "What stays with me is what you told me: “{said}”",
    "One thing you said keeps coming back to me: “{said}”",
    "I wrote down one thing word for word: “{said}”",
    "You told me: “{said}” That is what I had been hoping to hear from someone who does the work.",
)
_USE = ("Because of it, {use}.", "So {use}.", "What I make of it: {use}.")
_NAMED = (
    "Thank you also for naming {names}; I will get in touch this week and let you know how it goes.",
    "I will write to {names}, as you suggested, and tell you how it went.",
)
_PROMISED = ("And as promised: {promised}.", "I have not forgotten what I promised: {promised}.")
_OFFERED = (
    "Thank you for the offer: {offered}. I would like to come back to it.",
    "I have not forgotten your offer: {offered}.",
)
_LAST = (
    "You made the work much clearer to me.",
    "It was generous of you to tell me how it really is.",
    "I know far better now what such a week feels like.",
)
_NEWS = (
    "I talked with {name} {when}. Thank you for making that possible.",
    "You helped me to a talk with {name}, and it took place {when}. Thank you.",
    "A short word on what came of your help: {when} I talked with {name}.",
)
_NEWS_SAID = (
    "The thing I will remember is this: “{said}”",
    "What I take away: “{said}”",
    "They told me: “{said}”",
)


def draft_thanks(
    facts: Facts,
    *,
    seed: str,
    use: str = "",
    promised: Sequence[str] = (),
    offered: Sequence[str] = (),
    late: bool = False,
) -> Draft:
    """A thank-you for a talk. What is not known is left out; without anything they said, the checker asks for it.

    facts: recipient is the person; said: what they told me, the first is quoted; named: people they suggested; talk_on.
    use: what I will do with it, in my words. promised: what I said I would do; offered: what they offered. late: past 48 hours.
    """
    picker = Picker(seed)
    opening = picker.pick("opening", _LATE_OPENINGS if late else _OPENINGS).format(when=when(facts))
    said = picker.pick("said", _SAID).format(said=quoted(facts.said[0])) if facts.said else ""
    used = picker.pick("use", _USE).format(use=clause(use)) if use.strip() else ""
    named = picker.pick("named", _NAMED).format(names=listed(facts.named)) if facts.named else ""
    kept = (
        picker.pick("promised", _PROMISED).format(promised=listed([clause(p) for p in promised]))
        if promised
        else ""
    )
    taken = (
        picker.pick("offered", _OFFERED).format(offered=listed([clause(o) for o in offered]))
        if offered
        else ""
    )
    body = paragraphs(
        salutation(facts.recipient),
        sentences(opening, said, used),
        sentences(named, kept, taken),
        picker.pick("last", _LAST),
        signature(facts, picker),
    )
    return Draft(first_that_fits("Thank you for our talk", "Thank you"), body)


def draft_introducer_thanks(
    facts: Facts, *, talked_to: str, seed: str, use: str = "", familiar: bool = False
) -> Draft:
    """News for whoever introduced the person or gave their name: it took place, and one thing it brought.

    facts: recipient is the helper; said and talk_on are those of the talk. use: what I will do with it, in my words.
    familiar: the helper is somebody I know, who is greeted as in the note that asked them.
    """
    picker = Picker(seed)
    news = picker.pick("news", _NEWS).format(name=talked_to, when=when(facts))
    said = picker.pick("said", _NEWS_SAID).format(said=quoted(facts.said[0])) if facts.said else ""
    thanks = picker.pick(
        "thanks",
        ("It came about through you.", "I owe you that one.", "Thank you for opening that door."),
    )
    used = picker.pick("use", _USE).format(use=clause(use)) if use.strip() else ""
    hello = greeting(facts.recipient) if familiar else salutation(facts.recipient)
    body = paragraphs(hello, sentences(news, said, used), thanks, signature(facts, picker))
    return Draft(first_that_fits(f"My talk with {talked_to}", "How it went"), body)


def when(facts: Facts) -> str:
    return f"on {weekday_and_date(facts.talk_on, facts.sender.locale)}" if facts.talk_on else "the other day"


def quoted(text: str) -> str:
    """What they said, as it stands between quotation marks: without marks of its own, ended like a sentence."""
    bare = text.strip().strip("“”\"' ")
    return bare if bare.endswith((".", "!", "?", "…")) else bare + "."


def clause(text: str) -> str:
    """The writer's words inside a sentence: no full stop, and no capital but I and names kept as typed."""
    bare = text.strip().rstrip(".")
    first = bare.split(" ")[0]
    return (
        bare
        if first in {"I", "I'm", "I’m", "I'll", "I’ll"} or not first.istitle()
        else bare[0].lower() + bare[1:]
    )


def listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
