"""Rows into the facts that letters, scripts and the checker are made from: one set for all of them."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery

from halfhour.accounts.models import Seeker
from halfhour.contact.models import Approach, ApproachQuerySet, Attempt, Channel, Introduction
from halfhour.contact.promising import promise_day_of
from halfhour.contact.rules import facts as letters
from halfhour.contact.rules.promises import PromiseKind
from halfhour.contact.standings import Asking, number_of
from halfhour.find.models import Person, Referral, Source

SITUATIONS = {
    "student": letters.Situation.STUDENT,
    "changer": letters.Situation.CAREER_CHANGER,
    "leaver": letters.Situation.SCHOOL_LEAVER,
    "returning": letters.Situation.RETURNING,
}
CHANNELS = {Channel.LETTER: letters.Channel.PAPER, Channel.NETWORK: letters.Channel.NETWORK}
_OF_MY_OWN_LIST = {Source.Kind.NETWORK, Source.Kind.OTHER}  # of a file; a directory's file is a directory
FOCUSES = {"position", "organisation", "career_path"}
EARLIER = 20  # how many of the last texts a new one is compared with


def facts_of(
    approach: Approach, today: date | None = None, asking: Asking | None = None, *, earlier: bool = True
) -> letters.Facts:
    """What is known for this approach's texts. An approach that is not saved yet will do.

    earlier: with the texts sent to others lately; a telephone script has no use for them.
    """
    seeker = approach.owner.seeker
    return letters.Facts(
        sender=sender_of(seeker),
        recipient=recipient_of(approach.person, phone_known=bool(number_of(approach))),
        source=source_of(approach, asking),
        ask=ask_of(approach, today or approach.owner.today),
        earlier=earlier_texts(approach) if earlier else (),
        today=today or approach.owner.today,
    )


def sender_of(seeker: Seeker) -> letters.Sender:
    return letters.Sender(
        name=seeker.name,
        status=seeker.about,
        phone=seeker.phone,
        email=seeker.email,
        school=seeker.school,
        postal_address=seeker.postal_address,
        situation=SITUATIONS.get(seeker.situation, letters.Situation.OTHER),
        locale=f"en-{seeker.country.upper()}",
    )


def recipient_of(person: Person, *, phone_known: bool | None = None) -> letters.Recipient:
    return letters.Recipient(
        name=person.name,
        title=person.salutation,
        organisation=person.organisation.name if person.organisation else "",
        job_title=person.title,
        phone_known=bool(person.phone) if phone_known is None else phone_known,
        pronoun=person.pronoun,
        email=person.email,
        postal_address=person.postal_address,
    )


def source_of(approach: Approach, asking: Asking | None = None) -> letters.Source:
    """How I found them: the acquaintance who has asked for me, else who named them, else the noted source."""
    if approach.pk and (introduced := _introduced(approach, asking)):
        return letters.Source(
            kind=letters.SourceKind.ACQUAINTANCE,
            name=introduced.introducer.name,
            may_mention=introduced.may_mention is not False,
        )
    source = approach.person.source
    named = named_by(approach)
    if named is not None and _says_more(named, source):
        return letters.Source(
            kind=letters.SourceKind.REFERRAL, name=named.by, may_mention=named.permitted, on=named.on
        )
    if source is None:
        return letters.Source()
    return letters.Source(
        kind=letters.SourceKind(source.kind),
        name=source.name,
        may_mention=source.may_mention,
        detail=source.detail,
        on=source.on,
        imported=approach.person.imported_by_id is not None and source.kind in _OF_MY_OWN_LIST,
    )


@dataclass(frozen=True)
class NamedBy:
    """Who named this person last, and whether the name may be said."""

    by: str
    permitted: bool
    on: date


def with_who_named_them(approaches: ApproachQuerySet) -> ApproachQuerySet:
    """Bring along in the same query what `named_by` needs."""
    last = Referral.objects.filter(to=OuterRef("person")).order_by("-on", "-pk")
    return approaches.annotate(
        last_named_by=Subquery(last.values("by__name")[:1]),
        last_named_permission=Subquery(last.values("permission")[:1]),
        last_named_on=Subquery(last.values("on")[:1]),
    )


def named_by(approach: Approach) -> NamedBy | None:
    row: Any = approach  # with the columns of `with_who_named_them`, or without
    if hasattr(row, "last_named_by"):
        by, permission, on = row.last_named_by, row.last_named_permission, row.last_named_on
    else:
        rows = Referral.objects.filter(to=approach.person_id).order_by("-on", "-pk")
        by, permission, on = rows.values_list("by__name", "permission", "on").first() or (None, "", None)
    return NamedBy(by, permission == Referral.Permission.YES, on) if by else None


def _says_more(named: NamedBy, source: Source | None) -> bool:
    """Whether who named them belongs in the letter, rather than the noted source: a name that may be said beats a list."""
    if source is None or source.kind == Source.Kind.REFERRAL:
        return True
    named_by_source = letters.SourceKind(source.kind).is_a_person and source.may_mention
    return named.permitted and not named_by_source


def ask_of(approach: Approach, today: date) -> letters.Ask:
    focus = approach.focus.split(",")[0].strip().replace(" ", "_")
    return letters.Ask(
        minutes=approach.minutes,
        occupation=approach.candidate.name,
        why_person=approach.why_person,
        focus=letters.Focus(focus) if focus in FOCUSES else None,
        promise_on=promise_day_of(approach, today),
        promise_kind=promise_kind_of(approach),
        channel=CHANNELS.get(Channel(approach.channel or Channel.EMAIL), letters.Channel.EMAIL),
    )


def promise_kind_of(approach: Approach) -> PromiseKind:
    """A call where there is a number to call; another line where there is none, and on a network."""
    by_call = number_of(approach) and approach.channel != Channel.NETWORK
    return PromiseKind.CALL if by_call else PromiseKind.WRITE


def earlier_texts(approach: Approach) -> tuple[str, ...]:
    """What the seeker sent to others lately, so that no letter is a copy."""
    sent = Attempt.objects.filter(owner=approach.owner).exclude(body="").order_by("-at")
    sent = sent.exclude(approach__person=approach.person_id)
    return tuple(sent.values_list("body", flat=True)[:EARLIER])


def without_promise(facts: letters.Facts) -> letters.Facts:
    """The same facts for a last attempt, which names no further day."""
    return replace(facts, ask=replace(facts.ask, promise_on=None, final=True))


def _introduced(approach: Approach, asking: Asking | None) -> Introduction | None:
    rows = asking.introductions if asking else approach.introductions.select_related("introducer")
    done = [(row.introduced_on, row.pk, row) for row in rows if row.introduced_on is not None]
    return max(done)[2] if done else None
