"""The one way out: a row first, then a claim by one UPDATE, then the server, then the end as a dated fact.

A row that somebody has claimed and left is taken up again as long as its last dot has not gone out; after that it is
unknown, shown to its sender, and never sent again by itself. No network call happens inside a transaction.
"""

import logging
import secrets
from datetime import datetime, timedelta
from email.utils import make_msgid

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.due import actions as due
from halfhour.history.actions import note
from halfhour.integrations.smtp import client as smtp
from halfhour.mail import left_alone, letters, registry
from halfhour.mail.mailboxes import smtp_server, went_well, went_wrong
from halfhour.mail.models import Incoming, Mailbox, Outgoing
from halfhour.mail.rules.hours import next_working_moment
from halfhour.mail.rules.retries import next_try
from halfhour.mail.wording import refusal_in_words, trouble_in_words
from halfhour.refused import Refused

UNDO_SECONDS = 10
CLAIM_LASTS = timedelta(seconds=90)
ONE_AT_A_TIME = 20

log = logging.getLogger(__name__)


@transaction.atomic
def queue(
    owner: User,
    *,
    key: str,
    recipient: str,
    subject: str,
    body: str,
    recipient_name: str = "",
    thing: str = "",
    thing_id: int = 0,
    what: str = "",
    extra: dict[str, str] | None = None,
    zone: str = "",
    in_reply_to: str = "",
    calendar: str = "",
    automatic: bool = False,
    at_any_hour: bool = False,
) -> Outgoing:
    """Put one message on its way; it leaves after the seconds in which it can be undone. The same key is one message.

    zone: the recipient's, for their working hours; at_any_hour: it leaves now all the same.
    """
    already = Outgoing.objects.filter(owner=owner, key=key).first()
    if already is not None:
        return already
    mailbox = Mailbox.objects.filter(owner=owner).first()
    if mailbox is None:
        raise Refused(_("No mailbox is connected, so nothing can be sent from here."))
    if thing and Outgoing.objects.of(thing, thing_id).open().filter(owner=owner, what=what).exists():
        raise Refused(_("This is on its way already."))
    address = letters.checked_address(recipient)
    if thing and (why := left_alone.why_not(owner, address)):
        raise Refused(why)
    if not body.strip():
        raise Refused(_("There is no text to send."))
    now = clock.now()
    goes_at = now if at_any_hour else next_working_moment(now, clock.zone_of(zone or owner.seeker.timezone))
    message = Outgoing(
        owner=owner,
        key=key,
        thing=thing,
        thing_id=thing_id,
        what=what,
        extra=extra or {},
        recipient=address,
        recipient_name=letters.one_line(recipient_name)[:200],
        subject=letters.one_line(subject)[:300],
        body=letters.plain(body),
        calendar=calendar,
        automatic=automatic,
        in_reply_to=in_reply_to,
        message_id=make_msgid(domain=letters.domain_of(mailbox.address)).strip("<>"),
        made_at=now,
        send_after=max(goes_at, now + timedelta(seconds=UNDO_SECONDS)),
    )
    letters.as_bytes(message, mailbox)  # what cannot be written is refused before it is on its way
    try:
        with transaction.atomic():
            message.save()
    except IntegrityError:  # two windows at once
        other = Outgoing.objects.filter(owner=owner, key=key).first()
        if other is None:
            raise Refused(_("This is on its way already.")) from None
        return other
    note(owner, "mail.queued", message, of=thing, of_id=thing_id)
    return message


@transaction.atomic
def undo(message: Outgoing) -> bool:
    """Take it back while nobody has begun to send it. False when it was too late."""
    now = clock.now()
    taken = Outgoing.objects.open().filter(pk=message.pk, claimed_at=None, dot_at=None)
    done = taken.update(undone_at=now, over_at=now, told_at=now) == 1
    if done:
        note(message.owner, "mail.undone", message)
    return done


@transaction.atomic
def send_now(message: Outgoing) -> bool:
    """Not wait for their working hours."""
    waiting = Outgoing.objects.open().filter(pk=message.pk, claimed_at=None, dot_at=None)
    return waiting.update(send_after=clock.now()) == 1


@transaction.atomic
def resolve(message: Outgoing, *, arrived: bool) -> Outgoing:
    """What was unknown has been looked up: in the Sent folder, or by its sender. Not arrived may be sent anew."""
    now = clock.now()
    ends = {"sent_at": message.dot_at or now} if arrived else {"given_up_at": now}
    why = "" if arrived else _("You said that it did not arrive.")
    still = Outgoing.objects.filter(pk=message.pk, over_at=None, unknown_at__isnull=False)
    if still.update(over_at=now, why=why, **ends) == 1:
        note(message.owner, "mail.resolved", message, arrived=arrived)
    message.refresh_from_db()
    due.refresh(message)
    return message


def send_due() -> int:
    """Send what is due, one message after the other; how many were handed over. Safe in several processes at once."""
    notice_what_was_left()
    sent = 0
    for _turn in range(ONE_AT_A_TIME):
        message = claim_next()
        if message is None:
            break
        sent += send(message)
    tell_the_steps()
    return sent


def notice_what_was_left() -> int:
    """A claim that ended after the last dot and before its answer was written down is unknown from now on."""
    now = clock.now()
    left = Outgoing.objects.open().filter(unknown_at=None, dot_at__lt=now - CLAIM_LASTS)
    rows = list(left.select_related("owner")[:200])
    for row in rows:
        _unknown(row, _("Halfhour stopped while it was being sent, or a backup was put back."))
    return len(rows)


@transaction.atomic
def _unknown(message: Outgoing, why: str) -> None:
    still = Outgoing.objects.open().filter(pk=message.pk, unknown_at=None)
    if still.update(unknown_at=clock.now(), why=why[:400]) == 1:
        message.refresh_from_db()
        due.refresh(message)


def hold_after_restore() -> int:
    """What waited in a store that was put back may have gone out since: its sender looks first. How many to look at."""
    Outgoing.objects.open().filter(dot_at=None).update(dot_at=clock.now())
    return Outgoing.objects.open().count()


def claim_next() -> Outgoing | None:
    """Take the next message that may go now, by one UPDATE that changes exactly one row."""
    now = clock.now()
    waiting = (
        Outgoing.objects.open()
        .filter(send_after__lte=now, dot_at=None)
        .filter(Q(claimed_at=None) | Q(claimed_at__lt=now - CLAIM_LASTS))
        .order_by("send_after", "pk")
    )
    spent: set[int] = set()
    for row in waiting.select_related("owner__seeker")[:200]:
        if row.owner_id in spent:
            continue
        if not _claim(row, now):
            spent.add(row.owner_id) if not _may_send_today(row.owner, now) else None
            continue
        return Outgoing.objects.select_related("owner__seeker").get(pk=row.pk)
    return None


@transaction.atomic
def _claim(row: Outgoing, now: datetime) -> bool:
    mailbox = Mailbox.objects.select_for_update().filter(owner=row.owner_id).first()
    if mailbox is None or mailbox.stopped or not _may_send_today(row.owner, now, mailbox):
        return False
    free = Outgoing.objects.open().filter(pk=row.pk, dot_at=None, claim=row.claim, send_after__lte=now)
    return free.update(claim=secrets.token_urlsafe(12), claimed_at=now) == 1


def _may_send_today(owner: User, now: datetime, mailbox: Mailbox | None = None) -> bool:
    mailbox = mailbox or Mailbox.objects.filter(owner=owner).first()
    return mailbox is not None and not mailbox.stopped and sent_today(owner, now) < mailbox.daily_limit


def sent_today(owner: User, now: datetime) -> int:
    """How many have gone out, or are going out, on this day of the seeker."""
    here = now.astimezone(clock.zone_of(owner.seeker.timezone))
    began = here.replace(hour=0, minute=0, second=0, microsecond=0)
    gone = Q(dot_at__gte=began) | Q(over_at=None, dot_at=None, claimed_at__gte=now - CLAIM_LASTS)
    return Outgoing.objects.filter(gone, owner=owner).count()


def send(message: Outgoing) -> bool:
    """Hand one claimed message over. True when the server took it."""
    if why := not_now(message):
        _hold_back(message, why)
        return False
    mailbox = Mailbox.objects.filter(owner=message.owner).first()
    if mailbox is None:
        _release(message, "")
        return False
    try:
        server = smtp_server(mailbox)
        data = letters.as_bytes(message, mailbox)
    except Refused as fault:
        went_wrong(mailbox, str(fault))
        _release(message, str(fault))
        return False

    def still_mine() -> bool:
        """The last moment: the claim is still this one's, and nobody answered meanwhile."""
        if not_now(message):
            return False
        mine = Outgoing.objects.open().filter(pk=message.pk, claim=message.claim, dot_at=None)
        return mine.update(dot_at=clock.now()) == 1

    told = smtp.submit(
        server,
        sender=mailbox.address,
        recipient=message.recipient,
        data=data,
        before_last_dot=still_mine,
    )
    return write_down(message, mailbox, told)


def write_down(message: Outgoing, mailbox: Mailbox, told: smtp.Told) -> bool:
    """The end of one try as a fact, only if the claim is still ours."""
    now = clock.now()
    mine = Outgoing.objects.filter(pk=message.pk, claim=message.claim, over_at=None)
    said = " ".join(filter(None, [str(told.code or ""), told.said]))
    if told.end is smtp.End.ACCEPTED:
        mine.update(sent_at=now, over_at=now, why="")
        went_well(mailbox)
        return True
    if told.end is smtp.End.UNKNOWN:
        _unknown(message, said)
    elif told.end is smtp.End.WITHDRAWN:
        if why := not_now(message):
            _hold_back(message, why)
    elif told.wrong_password or told.step in MAILBOX_STEPS:
        went_wrong(mailbox, trouble_in_words(told.step.value, told.said), wrong_password=told.wrong_password)
        _try_again_later(message, said, line_down=True)
    elif told.end is smtp.End.REFUSED:
        mine.update(refused_at=now, over_at=now, dot_at=None, why=refusal_in_words(told.code, told.said))
    else:
        _try_again_later(message, said)
    return False


MAILBOX_STEPS = {
    smtp.Step.NAME,
    smtp.Step.CONNECT,
    smtp.Step.CERTIFICATE,
    smtp.Step.ENCRYPTION,
    smtp.Step.GREETING,
    smtp.Step.SIGN_IN,
}


def _try_again_later(message: Outgoing, said: str, *, line_down: bool = False) -> None:
    now, tries = clock.now(), message.tries + 1
    mine = Outgoing.objects.filter(pk=message.pk, claim=message.claim, over_at=None)
    again = next_try(message.made_at, now, tries, line_down=line_down)
    if again is None:
        mine.update(given_up_at=now, over_at=now, dot_at=None, tries=tries, why=said[:400])
    else:
        mine.update(send_after=again, tries=tries, claim="", claimed_at=None, dot_at=None, why=said[:400])


def _release(message: Outgoing, why: str) -> None:
    mine = Outgoing.objects.filter(pk=message.pk, claim=message.claim, over_at=None)
    mine.update(claim="", claimed_at=None, send_after=clock.now() + timedelta(minutes=5), why=why[:400])


def _hold_back(message: Outgoing, why: str) -> None:
    now = clock.now()
    mine = Outgoing.objects.filter(pk=message.pk, claim=message.claim, over_at=None, dot_at=None)
    mine.update(held_back_at=now, over_at=now, why=why[:400])


def not_now(message: Outgoing) -> str:
    """Why it must not go after all: they answered, or the step's own rules say no. Empty when it may."""
    if not message.thing:
        return ""
    if why := left_alone.why_not(message.owner, message.recipient):
        return why
    came = Incoming.objects.of(message.thing, message.thing_id).filter(
        owner=message.owner_id, writer=Incoming.Writer.HUMAN, arrived_at__gt=message.made_at
    )
    if came.filter(Q(sure=True) | Q(decided_at=None, how="address")).exists():
        return _("They wrote after you pressed Send. Read that first.")
    fresh = Outgoing.objects.select_related("owner__seeker").filter(pk=message.pk).first()
    return registry.correspondent_of(message.thing).may_go(fresh) if fresh else _("It is gone.")


def tell_the_steps() -> None:
    """Tell each step how its messages ended, once, in the same transaction as what it writes."""
    for row in Outgoing.objects.filter(told_at=None, over_at__isnull=False).order_by("over_at", "pk")[:100]:
        try:
            with transaction.atomic():
                if Outgoing.objects.filter(pk=row.pk, told_at=None).update(told_at=clock.now()) != 1:
                    continue
                step = registry.correspondent_of(row.thing)
                if row.sent_at is not None:
                    step.went(row)
                elif row.refused_at is not None:
                    step.came_back(row, row.why)
                note(row.owner, f"mail.{row.state}", row, of=row.thing, of_id=row.thing_id)
        except Exception:
            log.exception("a step could not be told how message %s ended; it is tried again", row.pk)
