"""The few lines after a no: thanks, and once, when it was not a clear no, the question for another name.

Source: Informational Interviewing Part 1, "Making Contact": ask whether they know of anyone else who might be able to
help; do not be too forceful. After a clear no there are only thanks.
"""

from halfhour.choose.rules.occupation_words import work_of
from halfhour.contact.rules.choice import Picker
from halfhour.contact.rules.draft import Draft, first_that_fits, paragraphs, salutation, sentences, signature
from halfhour.contact.rules.facts import Facts

_THANKS = (
    "Thank you for letting me know so plainly. That is quite all right.",
    "Thank you for your answer; I understand completely.",
    "Thank you for taking the time to answer. I quite understand.",
)
_NAME = (
    "If someone else comes to mind who might talk with me about {work}, I would be glad of the name. If not, nothing more is needed.",
    "Should you think of someone else I might ask about {work}, a name would help me. No answer is needed otherwise.",
    "Is there perhaps someone else I might ask about {work}? If nobody comes to mind, please leave it at that.",
)
_WISH = ("I wish you all the best.", "With good wishes for your work.")


def draft_refusal_thanks(facts: Facts, *, seed: str, clear_no: bool = False) -> Draft:
    """Write the thanks. clear_no: nothing is asked any more."""
    picker = Picker(f"{seed}|refused|{facts.recipient.name}", facts.earlier)
    work = work_of(facts.ask.occupation)
    name = (
        ""
        if clear_no
        else picker.fresh(lambda p: p.pick("name", _NAME).format(work=work.the_work if work else "this work"))
    )
    body = paragraphs(
        salutation(facts.recipient),
        sentences(picker.pick("thanks", _THANKS), name),
        "" if name else picker.pick("wish", _WISH),
        signature(facts, picker),
    )
    return Draft(first_that_fits("Thank you for your answer"), body)
