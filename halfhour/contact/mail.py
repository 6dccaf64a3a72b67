"""This step's side of the mailbox: what may go, what has gone, and what an answer that came in does.

An answer stops what is planned; what it means is proposed and decided by the seeker.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, time

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.contact.actions.closing import thank_for_answer
from halfhour.contact.actions.replying import record_reply
from halfhour.contact.actions.sending import (
    allowed_or_refused,
    promise_day_or_refused,
    record_bounced,
    record_line,
    record_sent,
    right_or_refused,
)
from halfhour.contact.holidays_of import working_days_of
from halfhour.contact.models import Approach, Attempt, Channel, Reply
from halfhour.due import actions as due
from halfhour.history.actions import note
from halfhour.mail import actions as mail
from halfhour.mail.models import Incoming, Mailbox, Outgoing
from halfhour.mail.registry import Correspondent, awaits, corresponds
from halfhour.mail.rules.matching import Awaited
from halfhour.refused import Refused

THING = "contact.approach"
LETTER, LINE, THANKS = "letter", "line", "thanks"
CHECKED = "checked when it was sent"


def register() -> None:
    corresponds(
        THING,
        Correspondent(
            may_go=may_go,
            went=went,
            came_back=came_back,
            answered=answered,
            away=away,
            complained=complained,
            url=lambda approach_id: reverse("contact:approach", args=[approach_id]),
            label=names_of,
        ),
    )
    awaits(THING, who_may_answer)


@transaction.atomic
def send(approach: Approach, *, key: str, subject: str, body: str, because: str = "") -> Outgoing:
    """Put the letter on its way through the seeker's mailbox. The rules that hold a letter back hold here, too."""
    today = approach.owner.today
    allowed_or_refused(approach, today)
    right_or_refused(approach, subject, body, because)
    day = promise_day_or_refused(approach, today)
    if approach.promise_on != day:  # the day the text names is settled before it leaves
        approach.promise_on = day
        approach.save(update_fields=["promise_on"])
    extra = {"because": because.strip()[:300], "promise_on": day.isoformat() if day else ""}
    return _queue(approach, key, LETTER, subject, body, extra)


def send_line(approach: Approach, *, key: str, body: str) -> Outgoing:
    """Put a few words that are no letter on their way."""
    allowed_or_refused(approach, approach.owner.today)
    return _queue(approach, key, LINE, _subject_back(approach), body, {})


def send_thanks(approach: Approach, *, subject: str, body: str) -> Outgoing:
    """Put the thanks for a no on their way; once more only when they were taken back or refused."""
    before = Outgoing.objects.of(THING, approach.pk).filter(what=THANKS).exclude(over_at=None).count()
    return _queue(approach, f"{approach.pk}-{before}", THANKS, _subject_back(approach) or subject, body, {})


def _queue(
    approach: Approach, key: str, what: str, subject: str, body: str, extra: dict[str, str]
) -> Outgoing:
    person = approach.person
    last = Incoming.objects.of(THING, approach.pk).filter(owner=approach.owner, sure=True).last()
    return mail.queue(
        approach.owner,
        key=f"{what}-{key}"[:60],
        recipient=person.email,
        recipient_name=person.name,
        subject=subject,
        body=body,
        thing=THING,
        thing_id=approach.pk,
        what=what,
        extra=extra,
        zone=person.timezone,
        in_reply_to=last.message_id if last else "",
    )


def latest(approach: Approach) -> Outgoing | None:
    """The last message that was put on its way to them."""
    return Outgoing.objects.of(THING, approach.pk).filter(owner=approach.owner).last()


def with_mailbox(rows: "models.QuerySet[Approach]") -> "models.QuerySet[Approach]":
    """The same rows, each knowing whether its owner has connected a mailbox."""
    has = Mailbox.objects.filter(owner=models.OuterRef("owner"))
    return rows.annotate(has_mailbox=models.Exists(has))


def can_send(approach: Approach) -> bool:
    """Whether a letter can be sent to them from here."""
    if not approach.person.email:
        return False
    known = vars(approach).get("has_mailbox")
    return Mailbox.objects.filter(owner=approach.owner).exists() if known is None else bool(known)


def may_go(message: Outgoing) -> str:
    """Asked at the moment of sending: was anything heard, promised or forbidden meanwhile?"""
    approach = _approach(message.thing_id, message.owner)
    if approach is None:
        return _("You no longer ask this person.")
    if approach.person.do_not_contact_at is not None:
        return _("They asked to be left alone. Nothing more goes to them.")
    if approach.person.email.strip().lower() != message.recipient.lower():
        return _("Their address has changed since. Send it again to the new one.")
    if message.what == THANKS:
        return ""
    if approach.replies.filter(at__gt=message.made_at).exists():
        return _("They answered after you pressed Send. Read that first.")
    try:
        allowed_or_refused(approach, message.owner.today)
        if message.what == LETTER:
            day = promise_day_or_refused(approach, message.owner.today)
            if message.extra.get("promise_on", "") != (day.isoformat() if day else ""):
                return _(
                    "The day your letter names can no longer be promised. Choose another and send it again."
                )
    except Refused as why:
        return str(why)
    return ""


def went(message: Outgoing) -> None:
    """It has gone: what "I sent it" does, with the same words."""
    approach = _approach(message.thing_id, message.owner)
    if approach is None:
        return
    key = f"mail-{message.pk}"
    if message.what == THANKS:
        thank_for_answer(approach)
        return
    try:
        with transaction.atomic():
            if message.what == LINE:
                record_line(approach, key=key, body=message.body, channel=Channel.EMAIL)
            else:
                record_sent(
                    approach,
                    key=key,
                    subject=message.subject,
                    body=message.body,
                    channel=Channel.EMAIL,
                    because=message.extra.get("because") or CHECKED,
                )
    except Refused:  # it is out, whatever became of the rules in these seconds
        _plain_attempt(approach, message, key)


def _plain_attempt(approach: Approach, message: Outgoing, key: str) -> None:
    today = message.owner.today
    Attempt.objects.get_or_create(
        owner=message.owner,
        key=key,
        defaults={
            "approach": approach,
            "channel": Channel.EMAIL,
            "at": clock.now(),
            "on": today,
            "subject": message.subject[:200],
            "body": message.body.strip(),
            "answer_due_on": working_days_of(message.owner.seeker, today).add(today, 5),
        },
    )
    due.refresh(approach)


def came_back(message: Outgoing, why: str) -> None:
    """Refused at the door or returned later: the address is wrong, and that is no attempt."""
    approach = _approach(message.thing_id, message.owner)
    if approach is None or message.what == THANKS:
        return
    key = f"mail-{message.pk}"
    attempt = Attempt.objects.filter(owner=message.owner, key=key).first()
    if attempt is None:
        went(message)
        attempt = Attempt.objects.filter(owner=message.owner, key=key).first()
    if attempt is not None and not attempt.result:
        attempt.note = why[:1000]
        attempt.save(update_fields=["note"])
        record_bounced(attempt)


def answered(row: Incoming) -> None:
    """They wrote: it stops what is planned, and waits for the seeker to say what it means."""
    approach = _approach(row.thing_id, row.owner)
    if approach is None:
        return
    zone = clock.zone_of(row.owner.seeker.timezone)
    record_reply(
        approach,
        key=f"mail-{row.pk}",
        kind=Reply.Kind.UNCLEAR,
        text=row.words or row.text,
        channel=Channel.EMAIL,
        on=min(row.arrived_at.astimezone(zone).date(), row.owner.today),
    )


def away(row: Incoming) -> None:
    """They are away until a day, and the seeker lets what was promised before it wait until then."""
    approach = _approach(row.thing_id, row.owner)
    if approach is None or row.returns_on is None:
        return
    day = working_days_of(row.owner.seeker, row.owner.today).on_or_after(row.returns_on)
    approach.promises.filter(kept_on=None, released_on=None, on__lt=day).update(on=day)
    approach.attempts.filter(result="", answer_due_on__lt=day).update(answer_due_on=day)
    note(row.owner, "contact.away", approach, until=day)
    due.refresh(approach)


def complained(row: Incoming) -> None:
    """A complaint is the wish to be left alone."""
    approach = _approach(row.thing_id, row.owner)
    if approach is not None:
        record_reply(approach, key=f"mail-{row.pk}", kind=Reply.Kind.NEVER, channel=Channel.EMAIL)


def who_may_answer(user: User) -> Iterable[Awaited]:
    """Everyone who was written to by e-mail, from here or from elsewhere."""
    rows = (
        Approach.objects.visible_to(user)
        .filter(attempts__channel=Channel.EMAIL)
        .distinct()
        .select_related("person")
        .prefetch_related("attempts")
    )
    for approach in rows:
        wrote = [a for a in approach.attempts.all() if a.channel == Channel.EMAIL]
        since = datetime.combine(min(a.on for a in wrote), time.min, UTC)
        yield Awaited(
            thing=(THING, approach.pk),
            name=approach.person.name,
            emails=frozenset({approach.person.email, *approach.person.more.get("emails", ())} - {""}),
            subjects=frozenset(a.subject for a in wrote if a.subject),
            since=since,
        )


def names_of(user: User, ids: Iterable[int]) -> dict[int, str]:
    rows = Approach.objects.visible_to(user).filter(pk__in=list(ids))
    return dict(rows.values_list("pk", "person__name"))


def _subject_back(approach: Approach) -> str:
    """Re: what the conversation is called."""
    last = approach.attempts.exclude(subject="").last()
    if last is None:
        return ""
    return last.subject if last.subject.lower().startswith("re:") else f"Re: {last.subject}"


def _approach(approach_id: int, owner: User) -> Approach | None:
    approach = (
        Approach.objects.visible_to(owner)
        .select_related("person__organisation", "person__source", "candidate__occupation")
        .filter(pk=approach_id)
        .first()
    )
    if approach is not None:
        approach.owner = approach.person.owner = owner
    return approach
