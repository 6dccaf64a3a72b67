"""What became of a call: one tap each; the rule about calls says what it is recorded as and where it leads."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.contact.actions.closing import close_when_over
from halfhour.contact.actions.replying import write_reply
from halfhour.contact.actions.sending import allowed_or_refused, keep_promises, promise
from halfhour.contact.holidays_of import working_days_of
from halfhour.contact.models import Approach, Attempt, Promise, Reply
from halfhour.contact.rules.attempts import ANSWER_WORKING_DAYS, Result
from halfhour.contact.rules.call import Outcome, ending, may_promise_another_call
from halfhour.contact.rules.promises import refuse_day
from halfhour.contact.standings import Asking, asking_of
from halfhour.due import actions as due
from halfhour.history.actions import note
from halfhour.refused import Refused

RESULTS = {
    Result.WAITING: Attempt.Result.WAITING,
    Result.ANSWERED: Attempt.Result.ANSWERED,
    Result.ASSISTANT: Attempt.Result.ASSISTANT,
    Result.NO_ANSWER: Attempt.Result.NO_ANSWER,
    Result.WRONG_NUMBER: Attempt.Result.WRONG_NUMBER,
}


@transaction.atomic
def record_call(
    approach: Approach,
    *,
    key: str,
    outcome: str,
    on: date | None = None,
    note_text: str = "",
) -> Attempt:
    """A call has ended in one of the ways of `contact.rules.call.Outcome`. The same key is the same call."""
    already = Attempt.objects.filter(owner=approach.owner, key=key).first()
    if already is not None:
        return already
    end = ending(Outcome(outcome))
    today = approach.owner.today
    on = on or today
    allowed_or_refused(approach, on)
    attempt = Attempt.objects.create(
        owner=approach.owner,
        approach=approach,
        key=key,
        channel=end.channel.value,
        at=clock.now(),
        on=on,
        result=RESULTS[end.result],
        answer_due_on=_answer_due(approach, on) if end.result is Result.WAITING else None,
        note=note_text,
    )
    keep_promises(approach, attempt)
    if end.reply is not None:
        kind = end.reply.value.replace("-", "_")
        write_reply(approach, key=f"call-{key}"[:40], kind=kind, channel=end.channel.value, on=on)
    note(approach.owner, "contact.called", approach, attempt=attempt.pk, outcome=end.outcome.value)
    close_when_over(approach)
    due.refresh(approach)
    return attempt


@transaction.atomic
def promise_another_call(attempt: Attempt, on: date) -> Promise:
    """The message left on the machine named a day for the next call. Refused on the last attempt."""
    approach = attempt.approach
    if why := refuse_another_call(attempt, on):
        raise Refused(why)
    made = promise(attempt, on, kind=Promise.Kind.CALL)
    if made.on != on:
        raise Refused(_("You named %(day)s in your message; that stands.") % {"day": f"{made.on:%A %-d %B}"})
    attempt.answer_due_on = on
    attempt.save(update_fields=["answer_due_on"])
    note(approach.owner, "contact.promised", approach, attempt=attempt.pk, on=on)
    due.refresh(approach)
    return made


def refuse_another_call(attempt: Attempt, on: date) -> str | None:
    approach = attempt.approach
    if not another_call_may_follow(approach):
        return _("That was the last attempt, so no further day is named.")
    calendar = working_days_of(approach.owner.seeker, attempt.on)
    return refuse_day(on, sent_on=attempt.on, working_days=calendar)


def another_call_may_follow(approach: Approach, asking: Asking | None = None) -> bool:
    """Whether the attempt just made leaves room for one more."""
    asking = asking or asking_of(approach)
    return may_promise_another_call(asking.standing.attempts - 1, max_attempts=asking.allowed_attempts)


@transaction.atomic
def name_call_back_day(reply: Reply, on: date) -> Reply:
    """They said when to call again."""
    if on < reply.on:
        raise Refused(_("That day is already over."))
    reply.call_back_on = on
    reply.save(update_fields=["call_back_on"])
    note(reply.owner, "contact.call_back_named", reply.approach, reply=reply.pk, on=on)
    due.refresh(reply.approach)
    return reply


@transaction.atomic
def note_assistant(attempt: Attempt, *, words: str) -> Attempt:
    """Who answered the telephone, and when they said to try."""
    attempt.note = words.strip()
    attempt.save(update_fields=["note"])
    return attempt


def _answer_due(approach: Approach, on: date) -> date:
    return working_days_of(approach.owner.seeker, on).add(on, ANSWER_WORKING_DAYS)
