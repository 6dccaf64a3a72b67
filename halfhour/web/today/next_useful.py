"""The next useful thing when nothing is due: gathers the facts of every step and points to one page."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact.models import Approach
from halfhour.decide.models import Judgement
from halfhour.find.models import Person
from halfhour.record.models import Debrief, Leaning

SETTLED = {Judgement.Outcome.CHANGED_COURSE, Judgement.Outcome.CONFIRMED}


@dataclass(frozen=True)
class Suggestion:
    """why: one sentence; action: the button; url: where it leads."""

    why: str
    action: str
    url: str


def next_useful(user: User) -> Suggestion | None:
    """One suggestion, in the order of the method. None when every occupation on the shortlist is being asked about."""
    shortlist = list(Candidate.objects.visible_to(user).open()[:6])
    if not shortlist:
        return Suggestion(
            _("Begin with the work you wonder about; the rest follows from it."),
            _("Choose an occupation"),
            reverse("choose:index"),
        )
    if not Person.objects.visible_to(user).current().exists():
        return Suggestion(
            _(
                "The easiest people to ask are the ones you already know. Bring your contacts or type one person; if you "
                "know nobody, a school's office may."
            ),
            _("Bring my contacts"),
            reverse("find:index"),
        )
    judged = dict(Judgement.objects.visible_to(user).values_list("candidate", "outcome"))
    leaning = leanings(user)
    for candidate in shortlist:
        if candidate.pk not in judged and leaning.get(candidate.pk) == Leaning.DROP:
            return Suggestion(
                _(
                    "After your last talk you leaned towards dropping “%(work)s”. Say what became of it, or hear one more."
                )
                % {"work": candidate.words},
                _("Say what became of it"),
                reverse("decide:verdict", args=[candidate.pk]),
            )
    asked = set(Approach.objects.visible_to(user).open().values_list("candidate", flat=True))
    for candidate in shortlist:
        if candidate.pk not in asked and judged.get(candidate.pk) not in SETTLED:
            return Suggestion(
                _("Nobody is being asked about “%(work)s” yet.") % {"work": candidate.words},
                _("See whom to ask first"),
                f"{reverse('find:index')}?for={candidate.pk}",
            )
    return None


def leanings(user: User) -> dict[int, str]:
    """Where the latest talk about each occupation left the seeker."""
    noted = Debrief.objects.visible_to(user).exclude(leaning="").order_by("interview__on", "pk")
    return dict(noted.values_list("interview__candidate", "leaning"))
