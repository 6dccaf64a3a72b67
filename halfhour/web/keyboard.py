"""The single keys each page listens to, for the page that lists them."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from halfhour.contact.rules.resistance import CARDS


@dataclass(frozen=True)
class Key:
    """where: the page; key: as printed on the keyboard; does: what happens."""

    where: str | Promise
    key: str
    does: str | Promise


CALL, TALK, SWEEP = _("The call card"), _("During a talk"), _("Who of these could know?")
TRANSCRIPT = _("A transcript")
SAME = _("Bring contacts: the same person?")
KEYS: tuple[Key, ...] = (
    *(Key(CALL, card.key, card.they_say) for card in CARDS),
    Key(CALL, "Esc", _("close the answer")),
    Key(TALK, "a", _("answered, next question")),
    Key(TALK, "r", _("remember this")),
    Key(TALK, "n", _("a name")),
    Key(TALK, "t", _("turn it back")),
    Key(TALK, "o", _("they offered to continue")),
    Key(TALK, "w", _("write a note")),
    Key(SWEEP, "1 2 3", _("does this work: the first, second, third of your shortlist")),
    Key(SWEEP, "k", _("may know someone")),
    Key(SWEEP, "n", _("neither")),
    Key(SWEEP, "s", _("later")),
    Key(SWEEP, "Enter", _("keep it, and the next person")),
    Key(SAME, "s", _("the same person; with several beside it 1, 2 or 3")),
    Key(SAME, "n", _("someone else")),
    Key(SAME, "x", _("leave this row out")),
    Key(SAME, "l", _("later")),
    Key(TALK, "← →", _("another question, nothing marked")),
    Key(TRANSCRIPT, "j k", _("the next line, the one before")),
    Key(TRANSCRIPT, "s", _("keep the line as a statement")),
    Key(TRANSCRIPT, "t", _("build the thank-you on the line")),
)
