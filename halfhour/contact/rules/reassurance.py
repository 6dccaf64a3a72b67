"""The few lines to someone who thinks a job is wanted: one reassurance, the same small request, an easy no.

Source: Informational Interviewing Part 1, "Making Contact": reassure them that you are only exploring careers, without
being forceful. The answer itself is that of the resistance card.
"""

from halfhour.contact.rules.draft import Draft
from halfhour.contact.rules.facts import Facts
from halfhour.contact.rules.resistance import Heard, answer_for


def draft_reassurance(facts: Facts, *, turn: int) -> Draft:
    """Return the lines; `turn` (0, 1, 2 ...) walks through the wordings of the card."""
    name = facts.recipient.name
    greeting = f"{facts.recipient.title} {name.split(' ')[-1]}" if facts.recipient.title else name
    minutes = f"{facts.ask.minutes} minutes" if facts.ask.minutes else "A short talk"
    lines = (
        f"Dear {greeting},",
        f"Thank you for your answer. {answer_for(Heard.HIRING, turn=turn)}",
        f"{minutes} at a time that suits you would help me a great deal. If not, a one-line no is completely fine.",
        f"With kind regards,\n{facts.sender.name}",
    )
    return Draft(subject="", body="\n\n".join(lines))
