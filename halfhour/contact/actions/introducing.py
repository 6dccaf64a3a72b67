"""An introduction: an acquaintance asks first. It is a route of its own, and no attempt on the person."""

from django.db import transaction
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.contact.models import Approach, Channel, Introduction
from halfhour.due import actions as due
from halfhour.find import actions as find
from halfhour.find.models import Acquaintance, Person
from halfhour.history.actions import note
from halfhour.refused import Refused

AGREED, INTRODUCED, DECLINED = "agreed", "introduced", "declined"


@transaction.atomic
def ask_introducer(approach: Approach, introducer: Person, *, body: str) -> Introduction:
    """The note to the introducer has gone out. Asking the same one twice is asking once."""
    if introducer.pk == approach.person_id:
        raise Refused(_("Nobody can introduce you to themselves."))
    if introducer.do_not_contact_at is not None:
        raise Refused(_("%(name)s asked to be left alone. Nothing goes to them.") % {"name": introducer.name})
    if approach.closed_at is not None or approach.person.do_not_contact_at is not None:
        raise Refused(_("Asking %(name)s is over.") % {"name": approach.person.name})
    introduction, made = Introduction.objects.get_or_create(
        approach=approach,
        introducer=introducer,
        defaults={
            "owner": approach.owner,
            "asked_on": approach.owner.today,
            "asked_at": clock.now(),
            "body": body,
        },
    )
    if made:
        if not approach.channel:
            approach.channel = Channel.INTRODUCTION
            approach.save(update_fields=["channel"])
        for asked in _marked(introduction):
            find.mark_asked(asked, asked_on=approach.owner.today)
        note(approach.owner, "contact.introducer_asked", approach, introducer=introducer.pk)
    due.refresh(approach)
    return introduction


@transaction.atomic
def remind_introducer(introduction: Introduction) -> Introduction:
    """One friendly reminder has gone out; there is no second."""
    if introduction.reminded_on is None:
        introduction.reminded_on = introduction.owner.today
        introduction.save(update_fields=["reminded_on"])
        note(introduction.owner, "contact.introducer_reminded", introduction.approach)
    due.refresh(introduction.approach)
    return introduction


@transaction.atomic
def record_introduction(
    introduction: Introduction, *, outcome: str, may_mention: bool | None = None
) -> Introduction:
    """What the introducer answered or did: agreed, introduced (they have asked, I may call) or declined.

    may_mention: whether their name may be used; None leaves it as it was.
    """
    today = introduction.owner.today
    if outcome == AGREED:
        introduction.agreed_on = introduction.agreed_on or today
    elif outcome == INTRODUCED:
        introduction.introduced_on = introduction.introduced_on or today
        introduction.introduced_at = introduction.introduced_at or clock.now()
    elif outcome == DECLINED:
        introduction.declined_on = introduction.declined_on or today
    else:
        raise Refused(_("An introducer agrees, introduces or declines."))
    if may_mention is not None:
        introduction.may_mention = may_mention
    introduction.save()
    if outcome != AGREED:
        for asked in _marked(introduction):
            find.mark_asked(asked, answered_on=today)
    note(introduction.owner, f"contact.introducer_{outcome}", introduction.approach)
    due.refresh(introduction.approach)
    return introduction


def _marked(introduction: Introduction) -> list[Acquaintance]:
    """The "may know someone" mark that asking this introducer answers."""
    return list(
        Acquaintance.objects.filter(
            owner=introduction.owner,
            person=introduction.introducer,
            candidate=introduction.approach.candidate,
        )
    )
