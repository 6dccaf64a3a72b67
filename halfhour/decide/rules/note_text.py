"""The note that says what was decided: three or four sentences, nothing asked for.

Source: Yale, Carleton and Santa Clara (report back on what you did with the advice and what you decided); Informational
Interviewing Part 2 (a replacement for the résumé they saw). The wordings are our own and vary.
"""

from halfhour.contact.rules.choice import Picker
from halfhour.contact.rules.draft import Draft, first_that_fits, paragraphs, salutation, sentences, signature
from halfhour.contact.rules.facts import Facts

_AFTER_TALK = (
    "When we talked {when} I was still looking around. Now I have decided.",
    "You gave me your time {when}, so you should hear what came of it.",
    "Some time ago, {when}, you told me about your work. Here is what it led to.",
)
_AFTER_HELP = (
    "You helped me when I was asking people about their work, so you should hear what came of it.",
    "You opened a door for me when I was looking around. Now I have decided.",
)
_CHOICE = (
    "What I settled on: {choice}.",
    "My first choice is this: {choice}.",
    "This is what I am going for: {choice}.",
)
_OPEN = ("I have not settled on one occupation, and that is a result too: I know what I will look at next.",)
_ALTERNATE = ("The second on my list: {alternate}.", "And should that not work out: {alternate}.")
_SAID = ("What you told me had a part in it: “{said}”", "I kept thinking of one thing you said: “{said}”")
_RESUME = (
    "You were kind enough to look at my résumé; the one that fits the decision comes with this note, in place of the old one.",
    "You saw an earlier résumé of mine. Here is the one that replaces it.",
)
_THANKS = (
    "Thank you. It would have been a guess without people like you.",
    "Thank you for your part in it; I have not forgotten it.",
    "I am grateful, and there is nothing you need to do.",
)


def draft_decision_note(
    facts: Facts,
    *,
    seed: str,
    choice: str = "",
    alternate: str = "",
    talked: bool = True,
    new_resume: bool = False,
) -> Draft:
    """A note to one helper. facts: recipient, talk_on and, of what they said, what the decision cites.

    choice, alternate: in the seeker's words, empty when still open. talked: they talked with the seeker themselves.
    """
    picker = Picker(seed)
    if talked and facts.talk_on:
        opening = picker.pick("opening", _AFTER_TALK).format(when=f"in {facts.talk_on:%B}")
    else:
        opening = picker.pick("opening", _AFTER_HELP)
    chosen = picker.pick("choice", _CHOICE).format(choice=choice) if choice else _OPEN[0]
    second = picker.pick("alternate", _ALTERNATE).format(alternate=alternate) if choice and alternate else ""
    said = ""
    if facts.said:
        bare = facts.said[0].strip().strip("“”\"' ").rstrip(".")
        said = picker.pick("said", _SAID).format(said=bare + ".")
    body = paragraphs(
        salutation(facts.recipient),
        sentences(opening, chosen, second),
        said,
        picker.pick("resume", _RESUME) if new_resume else "",
        picker.pick("thanks", _THANKS),
        signature(facts, picker),
    )
    return Draft(first_that_fits("What I decided", "What came of our talk"), body)
