"""What people who helped are told once a decision is made: what was chosen, what their words did, and thanks.

Source: Yale, Carleton (tell people what you did with their advice and what you decided); Informational Interviewing Part
2: who saw an old résumé is sent the final one.
"""

from halfhour.contact.rules.choice import Picker
from halfhour.contact.rules.draft import Draft, first_that_fits, paragraphs, salutation, sentences, signature
from halfhour.contact.rules.facts import Facts
from halfhour.contact.rules.own_words import lower_first

_CHOSEN = (
    "You helped me with a decision, and I would like you to know how it came out: {choice}.",
    "When we talked I was still choosing. Now I have decided: {choice}.",
    "I promised to tell you what came of our talk. I have decided: {choice}.",
)
_OTHERWISE = (
    "When we talked I was still choosing. I have decided against it, and that is a good result: {choice}.",
    "Our talk helped me to see in time that this work is not for me. My decision: {choice}.",
)
_AGAINST = (
    "When we talked I was still choosing. I have decided against {work}, in good time, and our talk is why.",
    "You helped me with a decision, and I would like you to know how it came out: it will not be {work}."
    " That is a good result, and I would not have it without our talk.",
)
_SAID = (
    "What you told me had its part in it: “{said}”",
    "One thing you said counted more than you may think: “{said}”",
)
_RESUME = (
    "You once read an old version of my résumé, so I enclose the one I use now; nothing is asked with it.",
)
_THANKS = (
    "Thank you for your time and your frankness.",
    "Thank you again. It helped more than I could say at the time.",
)


def draft_decision_note(
    facts: Facts,
    *,
    choice: str,
    seed: str,
    other_than_theirs: bool = False,
    saw_old_resume: bool = False,
    against: str = "",
) -> Draft:
    """Write the note. choice: the decision in the seeker's words. facts.said: what they told me, the first is quoted.

    other_than_theirs: the choice is not this person's occupation. saw_old_resume: the current one goes with the note.
    against: this person's own work, such as "a veterinarian's work", when all that is decided is to turn away from it.
    """
    picker = Picker(f"{seed}|decided|{facts.recipient.name}")
    words = lower_first(choice.strip().rstrip("."))
    chosen = picker.pick("chosen", _OTHERWISE if other_than_theirs else _CHOSEN).format(choice=words)
    if against:
        chosen = picker.pick("against", _AGAINST).format(work=against)
    said = facts.said[0].strip().strip("“”\"' ") if facts.said else ""
    quoted = (
        picker.pick("said", _SAID).format(said=said if said.endswith((".", "!", "?")) else f"{said}.")
        if said
        else ""
    )
    body = paragraphs(
        salutation(facts.recipient),
        sentences(chosen, quoted),
        sentences(_RESUME[0] if saw_old_resume else "", picker.pick("thanks", _THANKS)),
        signature(facts, picker),
    )
    return Draft(first_that_fits("What I decided, and thanks"), body)
