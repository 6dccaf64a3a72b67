"""An introduction: an acquaintance asks first. It is a route of its own, and no attempt on the person."""

from django.db import transaction
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.contact.actions.sending import NotYetRight
from halfhour.contact.facts_of import facts_of, recipient_of
from halfhour.contact.models import Approach, Channel, Introduction, Override
from halfhour.contact.rules.checker import check
from halfhour.contact.rules.draft import Draft
from halfhour.contact.rules.finding import Result, Severity
from halfhour.contact.rules.introducer_words import check_news
from halfhour.due import actions as due
from halfhour.find import actions as find
from halfhour.find.models import Acquaintance, Person
from halfhour.history.actions import note
from halfhour.refused import Refused

AGREED, INTRODUCED, DECLINED = "agreed", "introduced", "declined"


@transaction.atomic
def ask_introducer(
    approach: Approach, introducer: Person, *, body: str, subject: str = "", because: str = ""
) -> Introduction:
    """The note to the introducer has gone out. Asking the same one twice is asking once.

    because: why it may go although the checker holds it back; kept with each broken rule. Without words (asked in
    person) there is nothing to check.
    """
    if introducer.pk == approach.person_id:
        raise Refused(_("Nobody can introduce you to themselves."))
    if introducer.do_not_contact_at is not None:
        raise Refused(_("%(name)s asked to be left alone. Nothing goes to them.") % {"name": introducer.name})
    if approach.closed_at is not None or approach.person.do_not_contact_at is not None:
        raise Refused(_("Asking %(name)s is over.") % {"name": approach.person.name})
    if not approach.introductions.filter(introducer=introducer).exists():
        _right_or_reason(approach, note_checked(approach, subject, body), body, because)
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


@transaction.atomic
def tell_introducer(
    introduction: Introduction, *, subject: str = "", body: str = "", because: str = ""
) -> Introduction:
    """Whoever was asked has heard how it ended, with thanks. Twice is once; without words it was told in person."""
    if introduction.told_how_it_went_on is None:
        _right_or_reason(introduction.approach, news_checked(introduction, subject, body), body, because)
        introduction.told_how_it_went_on = introduction.owner.today
        introduction.told = body.strip()
        introduction.save(update_fields=["told_how_it_went_on", "told"])
        note(introduction.owner, "contact.introducer_told", introduction.approach)
    due.refresh(introduction.approach)
    return introduction


@transaction.atomic
def note_introducer_heard(approach: Approach, introducer: Person) -> None:
    """A later step told them how the talk went."""
    heard = approach.introductions.filter(introducer=introducer, told_how_it_went_on=None)
    if heard.update(told_how_it_went_on=approach.owner.today):
        due.refresh(approach)


def note_checked(approach: Approach, subject: str, body: str) -> Result:
    """What the checker says of the note to an acquaintance."""
    whole = Draft(subject, body).text
    return check("introduction", whole, facts_of(approach, earlier=False), today=approach.owner.today)


def news_checked(introduction: Introduction, subject: str, body: str) -> Result:
    """What the checker says of the news that ends an introduction."""
    approach = introduction.approach
    return check_news(
        Draft(subject, body),
        facts_of(approach, earlier=False),
        introducer=recipient_of(introduction.introducer),
        today=approach.owner.today,
    )


def _right_or_reason(approach: Approach, result: Result, body: str, because: str) -> None:
    """Words that break a rule go only for a reason, which is kept."""
    if result.ok or not body.strip():
        return
    if not because.strip():
        raise NotYetRight(result)
    for rule in sorted({f.rule for f in result.findings if f.severity is Severity.MUST}):
        Override.objects.create(
            owner=approach.owner, approach=approach, rule=rule, reason=because.strip()[:300], at=clock.now()
        )


def _marked(introduction: Introduction) -> list[Acquaintance]:
    """The "may know someone" mark that asking this introducer answers."""
    return list(
        Acquaintance.objects.filter(
            owner=introduction.owner,
            person=introduction.introducer,
            candidate=introduction.approach.candidate,
        )
    )
