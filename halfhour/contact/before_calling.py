"""What to have at hand before a call, for the list that comes in the morning: when they last heard, and how to begin."""

from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from halfhour.accounts.models import User
from halfhour.contact.facts_of import facts_of
from halfhour.contact.models import Approach
from halfhour.contact.rules.phone_script import draft_phone_script
from halfhour.contact.standings import askings_of
from halfhour.contact.timeline import timeline_of

BEFORE_A_CALL = frozenset(
    f"contact.{kind}" for kind in ("call_first", "promised_call", "try_again", "call_back", "call_introduced")
)


def before_calling(user: User, approach_ids: Iterable[int]) -> dict[int, list[str]]:
    """By approach: the last contact, if there was one, and the first sentence to say. For a handful of approaches."""
    mine = Approach.objects.visible_to(user).filter(pk__in=list(approach_ids))
    approaches = mine.select_related("person__organisation", "person__source", "candidate", "owner__seeker")
    found: dict[int, list[str]] = {}
    for pk, asking in askings_of(approaches, user.seeker, user.today).items():
        lines = []
        if happened := timeline_of(asking):
            last = happened[-1]
            day = f"{date_format(last.on, 'l')} {date_format(last.on, 'j F')}"
            lines.append(_("Last: %(day)s. %(what)s") % {"day": day, "what": last.text})
        facts = facts_of(asking.approach, asking=asking, earlier=False)
        cards = draft_phone_script(facts, seed=f"{user.pk}-{asking.approach.person_id}")
        if cards:
            lines.append(_("Begin: “%(words)s”") % {"words": cards[0].words})
        found[pk] = lines
    return found
