"""The eight steps of the method, in order.

The menu, INSTALLED_APPS, the addresses, the docs index and the allowed order of imports are read from here.
Source: Informational Interviewing Part 1: whom to choose, whom to ask, contact, prepare, conduct, afterward.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Step:
    """name: the folder and the address; label: the menu; question: what its page answers."""

    number: int
    name: str
    label: str | Promise
    question: str | Promise

    @property
    def app(self) -> str:
        return f"halfhour.{self.name}"


STEPS = (
    Step(1, "choose", _("Choose"), _("Which occupations do I want to know about?")),
    Step(2, "find", _("Find"), _("Who does that, and how do I know them?")),
    Step(3, "contact", _("Contact"), _("What do I send or say, and when?")),
    Step(4, "prepare", _("Prepare"), _("What do I ask in twenty or thirty minutes?")),
    Step(5, "interview", _("Interview"), _("What now, and how long still?")),
    Step(6, "record", _("Record"), _("What did I learn?")),
    Step(7, "thank", _("Thank"), _("Whom do I owe thanks or news?")),
    Step(8, "decide", _("Decide"), _("What do I know, what is missing, which one?")),
)

# Rooms every step may use; they know no step.
ROOMS = ("accounts", "history", "due", "privacy", "mail", "integrations")
