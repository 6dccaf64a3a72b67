"""Every number of the method in one place: what it is, where it comes from, and whether it may be changed.

Each number's home stays its rule; this list reads it there, so that the page cannot say something else than what happens.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from halfhour.contact.rules import attempts, promises, states
from halfhour.contact.rules.checks import length
from halfhour.interview.rules import clock, formats
from halfhour.thank.rules import times


@dataclass(frozen=True)
class Number:
    """One number that stays as it is. value: in words; source: where it comes from."""

    name: str | Promise
    value: str | Promise
    source: str | Promise


OURS = _("a default of ours")
FIXED: tuple[Number, ...] = (
    Number(
        _("Words of an e-mail"),
        _("up to %(aim)d; a note above %(warn)d, not sent above %(block)d")
        % {"aim": length.EMAIL_AIM, "warn": length.EMAIL_WARN, "block": length.EMAIL_BLOCK},
        _("SFU and Dalton; Boomerang; Reyes-Simpe. The last number is ours"),
    ),
    Number(
        _("Characters of a network message"),
        _("up to %(aim)d; a note above %(warn)d") % {"aim": length.NETWORK_AIM, "warn": length.NETWORK_WARN},
        _("LinkedIn’s figures on messages"),
    ),
    Number(_("Words of a paper letter"), _("up to %d, one page") % length.PAPER_WARN, OURS),
    Number(
        _("Characters of a subject line"),
        _("up to %(most)d, the first %(seen)d carry the point")
        % {"most": length.SUBJECT_LONGEST, "seen": length.SUBJECT_SEEN},
        _("Boomerang; what telephones show"),
    ),
    Number(
        _("Reading level"),
        _("a note above grade %d") % length.HARDEST_GRADE,
        _("Boomerang; the grade is ours"),
    ),
    Number(
        _("A second name at the same employer"),
        _("after %d working days") % promises.SECOND_NAME_WORKING_DAYS,
        _("Duke on Dalton"),
    ),
    Number(
        _("Between two attempts"),
        _("the promised call, else %d working days") % attempts.MIN_GAP_WORKING_DAYS,
        _("Duke; Carleton"),
    ),
    Number(
        _("The call after an introduction"),
        _("within %d working days") % states.CALL_AFTER_INTRODUCTION_WORKING_DAYS,
        OURS,
    ),
    Number(
        _("The last question, the time sentence"),
        _("%d minutes before the agreed end, and at it") % clock.LAST_QUESTION_MINUTES,
        _("an interview handbook; the college page"),
    ),
    Number(_("Be there"), _("%d minutes early") % formats.EARLY_MINUTES, _("NCSU; Pomona")),
    Number(_("Between two talks"), _("%d minutes free") % formats.BUFFER_MINUTES, _("Lawrence")),
    Number(_("Writing it down"), _("the same day"), _("the college page; Santa Clara")),
    Number(_("A thank-you is overdue"), _("after %d hours") % times.OVERDUE_HOURS, _("Merrimack; Berkeley")),
)
