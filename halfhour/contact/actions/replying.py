"""What they answered, in the seeker's judgement. Any answer stops everything planned; a name given becomes a person."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.db import transaction
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.contact.models import Approach, Reply
from halfhour.due import actions as due
from halfhour.find import actions as find
from halfhour.find.models import Person, Referral, Source
from halfhour.history.actions import note
from halfhour.refused import Refused

REFUSALS = (Reply.Kind.NO, Reply.Kind.NAMED_OTHER)


@dataclass(frozen=True)
class Named:
    """Someone they suggested instead. permission: a value of Referral.Permission."""

    name: str
    title: str = ""
    organisation: str = ""
    email: str = ""
    phone: str = ""
    permission: str = Referral.Permission.NOT_ASKED


@transaction.atomic
def record_reply(
    approach: Approach,
    *,
    key: str,
    kind: str,
    text: str = "",
    channel: str = "",
    on: date | None = None,
    call_back_on: date | None = None,
    named: Named | None = None,
) -> Reply:
    """They answered. The same key is the same answer; with other words it is another one, and no word is lost."""
    today = approach.owner.today
    if on is not None and on > today:
        raise Refused(_("That day has not come yet."))
    reply = write_reply(
        approach,
        key=_key_of(approach, key, kind, text),
        kind=kind,
        text=text,
        channel=channel,
        on=on or today,
        call_back_on=call_back_on,
    )
    if named is not None and named.name.strip():
        record_named(approach, named)
    due.refresh(approach)
    return reply


def _key_of(approach: Approach, key: str, kind: str, text: str) -> str:
    """The key, unless it belongs to an answer of another kind or in other words: then one made from these."""
    already = Reply.objects.filter(owner=approach.owner, key=key).first()
    if already is None or (already.kind == kind and already.text == text):
        return key
    return f"{key[:23]}-{sha256(f'{kind} {text}'.encode()).hexdigest()[:16]}"


def write_reply(
    approach: Approach,
    *,
    key: str,
    kind: str,
    on: date,
    text: str = "",
    channel: str = "",
    call_back_on: date | None = None,
) -> Reply:
    """One answer as a row, and what it stops. Part of a larger action, which refreshes what is due."""
    reply, made = Reply.objects.get_or_create(
        owner=approach.owner,
        key=key,
        defaults={
            "approach": approach,
            "kind": Reply.Kind(kind),
            "channel": channel,
            "at": clock.now(),
            "on": on,
            "call_back_on": call_back_on,
            "text": text,
        },
    )
    if not made:
        return reply
    approach.promises.filter(kept_on=None, released_on=None).update(released_on=on)
    note(approach.owner, "contact.answered", approach, reply=reply.pk, kind=reply.kind)
    if reply.kind == Reply.Kind.NEVER:
        leave_alone(approach)
    elif approach.closed_because == Approach.Closed.NO_CONTACT and reply.kind not in REFUSALS:
        approach.closed_at, approach.closed_because = None, ""  # they wrote after all
        approach.save(update_fields=["closed_at", "closed_because"])
    return reply


@transaction.atomic
def judge_again(reply: Reply, *, kind: str, call_back_on: date | None = None) -> Reply:
    """The seeker reads an answer otherwise than before. A wish to be left alone is not taken back here."""
    if reply.kind == Reply.Kind.NEVER:
        raise Refused(_("They asked to be left alone. That stands."))
    reply.kind, reply.call_back_on = Reply.Kind(kind), call_back_on
    reply.save(update_fields=["kind", "call_back_on"])
    note(reply.owner, "contact.answer_judged", reply.approach, reply=reply.pk, kind=reply.kind)
    if reply.kind == Reply.Kind.NEVER:
        leave_alone(reply.approach)
    due.refresh(reply.approach)
    return reply


@transaction.atomic
def record_named(approach: Approach, named: Named) -> Person:
    """Someone was named instead: a person of my list, with who named them; a refusal that became a name."""
    user, by = approach.owner, approach.person
    person = _person_called(user, named, besides=by)
    if person is None:
        source = find.add_source(
            user,
            kind=Source.Kind.REFERRAL,
            name=by.name,
            on=user.today,
            may_mention=named.permission == Referral.Permission.YES,
        )
        person = find.add_person(
            user,
            name=named.name,
            title=named.title,
            organisation=named.organisation,
            candidate=approach.candidate,
            source=source,
            email=named.email,
            phone=named.phone,
        )
    Referral.objects.update_or_create(
        by=by,
        to=person,
        defaults={
            "owner": user,
            "candidate": approach.candidate,
            "permission": named.permission,
            "on": user.today,
            "from_refusal": True,
        },
    )
    note(user, "contact.named_someone", approach, by=by.pk, to=person.pk)
    return person


def leave_alone(approach: Approach) -> None:
    """They asked to be left alone: closed for ever, in every approach to them."""
    find.leave_alone(approach.person, yes=True)
    for other in Approach.objects.filter(owner=approach.owner, person=approach.person, closed_at=None):
        other.closed_at, other.closed_because = clock.now(), Approach.Closed.DO_NOT_CONTACT
        other.save(update_fields=["closed_at", "closed_because"])
        due.refresh(other)
    approach.refresh_from_db(fields=["closed_at", "closed_because"])


def _person_called(user: User, named: Named, *, besides: Person) -> Person | None:
    people = Person.objects.visible_to(user).current().exclude(pk=besides.pk)
    if named.email.strip():
        return people.filter(email__iexact=named.email.strip()).first()
    same = people.filter(name__iexact=named.name.strip())
    if named.organisation.strip():
        same = same.filter(organisation__name__iexact=named.organisation.strip())
    return same.first() if same.count() == 1 else None
