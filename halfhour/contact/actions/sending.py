"""What went out in writing. Nothing is sent from here: "I sent it" is the seeker's own word, and it locks the promise."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.contact import texts
from halfhour.contact.facts_of import promise_kind_of
from halfhour.contact.holidays_of import working_days_of
from halfhour.contact.models import Approach, Attempt, Channel, Override, Promise
from halfhour.contact.promising import promise_day_of
from halfhour.contact.rules.attempts import ANSWER_WORKING_DAYS, Permission, may_attempt
from halfhour.contact.rules.attempts import Channel as RuleChannel
from halfhour.contact.rules.finding import Result, Severity
from halfhour.contact.rules.promises import keeps, refuse_day, unkept
from halfhour.contact.standings import Asking, asking_of, promise_value
from halfhour.due import actions as due
from halfhour.history.actions import note
from halfhour.mail import left_alone
from halfhour.refused import Refused


class NotYetRight(Refused):
    """The text breaks a rule that holds it back. `result` says which; a reason lets it go all the same."""

    def __init__(self, result: Result) -> None:
        super().__init__(_("Something in the text should be put right first, or say why it may go as it is."))
        self.result = result


@transaction.atomic
def record_sent(
    approach: Approach,
    *,
    key: str,
    subject: str,
    body: str,
    channel: str = "",
    on: date | None = None,
    because: str = "",
) -> Attempt:
    """The text has gone out on `on` (today when not said); its promised day is now a promise.

    because: why it may go although the checker holds it back; kept with each broken rule. The same key is one letter.
    """
    already = Attempt.objects.filter(owner=approach.owner, key=key).first()
    if already is not None:
        return already
    today = approach.owner.today
    on = on or today
    if on > today:
        raise Refused(_("That day has not come yet."))
    allowed_or_refused(approach, on)
    body = body.replace("\r\n", "\n").strip()
    result = right_or_refused(approach, subject, body, because)
    promise_on = promise_day_or_refused(approach, on)
    attempt = Attempt.objects.create(
        owner=approach.owner,
        approach=approach,
        key=key,
        channel=channel or _channel_of(approach),
        at=clock.now(),
        on=on,
        subject=subject,
        body=body,
        answer_due_on=promise_on or _answer_due(approach, on),
    )
    for rule in sorted({f.rule for f in result.findings if f.severity is Severity.MUST}):
        Override.objects.create(
            owner=approach.owner, approach=approach, rule=rule, reason=because.strip()[:300], at=clock.now()
        )
    approach.drafts.update(edited=False)  # what was sent is kept with the attempt; the next text is a new one
    approach.promise_on = None  # from here on the promise says the day
    approach.save(update_fields=["promise_on"])
    keep_promises(approach, attempt)
    if promise_on is not None:
        promise(attempt, promise_on, kind=promise_kind_of(approach))
    note(
        approach.owner,
        "contact.sent",
        approach,
        attempt=attempt.pk,
        channel=attempt.channel,
        promised=promise_on,
    )
    due.refresh(approach)
    return attempt


@transaction.atomic
def record_line(approach: Approach, *, key: str, body: str, channel: str = "") -> Attempt:
    """A few words went out that are no letter: the reassurance that no job is wanted, an answer to a question.

    What may never be in a message holds here too.
    """
    already = Attempt.objects.filter(owner=approach.owner, key=key).first()
    if already is not None:
        return already
    today = approach.owner.today
    allowed_or_refused(approach, today)
    asks_for_job = [f for f in texts.checked(approach, "", body).findings if f.rule == "NOJOB"]
    if asks_for_job:
        raise Refused(asks_for_job[0].message)
    attempt = Attempt.objects.create(
        owner=approach.owner,
        approach=approach,
        key=key,
        channel=channel or _channel_of(approach),
        at=clock.now(),
        on=today,
        body=body.strip(),
        answer_due_on=_answer_due(approach, today),
    )
    keep_promises(approach, attempt)
    note(approach.owner, "contact.wrote", approach, attempt=attempt.pk)
    due.refresh(approach)
    return attempt


@transaction.atomic
def record_bounced(attempt: Attempt) -> Attempt:
    """It came back: the address is wrong. That is no attempt, and what it promised never reached them."""
    if attempt.result:
        raise Refused(_("You have already noted how this one ended."))
    attempt.result = Attempt.Result.BOUNCED
    attempt.save(update_fields=["result"])
    attempt.promises.filter(kept_on=None).delete()
    approach = attempt.approach
    approach.address_fixed_on = None
    approach.save(update_fields=["address_fixed_on"])
    note(attempt.owner, "contact.bounced", approach, attempt=attempt.pk)
    due.refresh(approach)
    return attempt


def permission_for(approach: Approach, on: date, asking: Asking | None = None) -> Permission:
    """Whether one more outgoing contact is allowed, and whether it comes too soon."""
    seeker, today = approach.owner.seeker, approach.owner.today
    asking = asking or asking_of(approach, today)
    found = asking.facts
    waits = unkept(found.promises, found.attempts, found.replies)
    return may_attempt(
        found.attempts,
        found.replies,
        on=on,
        today=today,
        working_days=working_days_of(seeker, today),
        do_not_contact=found.do_not_contact_on is not None,
        contact=asking.contact,
        max_attempts=found.max_attempts,
        extra_attempts=found.extra_attempts,
        promised_on=waits.on if waits else None,
    )


def allowed_or_refused(approach: Approach, on: date) -> None:
    if approach.closed_at is not None:
        raise Refused(
            _("Asking %(name)s is closed. Open it again by hand, with a reason, to go on.")
            % {"name": approach.person.name}
        )
    permission = permission_for(approach, on)
    if not permission.allowed:
        raise Refused(permission.why)
    place = approach.person.organisation
    if why := left_alone.why_not(approach.owner, approach.person.email, place.name if place else ""):
        raise Refused(why)


def promise(attempt: Attempt, on: date, *, kind: str) -> Promise:
    """Give a promise with this contact; what was promised before and not kept is left as it was."""
    made, _made = Promise.objects.get_or_create(
        owner=attempt.owner, approach=attempt.approach, attempt=attempt, defaults={"on": on, "kind": kind}
    )
    return made


def keep_promises(approach: Approach, attempt: Attempt) -> None:
    """An outgoing contact on or after a promised day keeps that promise, when it is of its kind."""
    attempts = {a.pk: a for a in approach.attempts.all()}
    for row in approach.promises.filter(kept_on=None, released_on=None).exclude(attempt=attempt):
        if keeps(promise_value(row, attempts), RuleChannel(attempt.channel), attempt.on):
            row.kept_on = attempt.on
            row.save(update_fields=["kept_on"])


def right_or_refused(approach: Approach, subject: str, body: str, because: str) -> Result:
    """What the checker says of the text. NotYetRight when it holds it back and there is no reason to go all the same."""
    result = texts.checked(approach, subject, body)
    if not result.ok and not because.strip():
        raise NotYetRight(result)
    return result


def promise_day_or_refused(approach: Approach, on: date) -> date | None:
    """The day the text names, when this attempt may name one; it must be a day that can be promised on `on`."""
    if not texts.may_promise(approach):
        return None
    day = promise_day_of(approach, approach.owner.today)
    if why := refuse_day(day, sent_on=on, working_days=working_days_of(approach.owner.seeker, on)):
        raise Refused(why)
    return day


def _answer_due(approach: Approach, on: date) -> date:
    return working_days_of(approach.owner.seeker, on).add(on, ANSWER_WORKING_DAYS)


def _channel_of(approach: Approach) -> str:
    return approach.channel if approach.channel in texts.WRITTEN else Channel.EMAIL
