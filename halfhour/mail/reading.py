"""One message as bytes into one row: who wrote it, whose answer it is, and what it is sure of.

Only what has to do with somebody who was asked is kept; everything else in the mailbox is looked at by its header
and forgotten.
"""

import hashlib
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.due import actions as due
from halfhour.history.actions import note
from halfhour.integrations.mail.classify import Classified, Writer, classify
from halfhour.integrations.mail.intent import Intent, intent
from halfhour.integrations.mail.reader import MailMessage, read_mail
from halfhour.integrations.mail.reply_text import own_words
from halfhour.mail import registry
from halfhour.mail.models import Incoming, Mailbox, Outgoing
from halfhour.mail.rules.addresses import same_box
from halfhour.mail.rules.matching import Awaited, Match, Seen, match

LONGEST_KEPT = 200_000
LONGEST_WORDS = 20_000
REMEMBERS = timedelta(days=400)
CLOCKS_DIFFER = timedelta(days=1)

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Expected:
    """Whose answers are waited for. own: the seeker's mailboxes. ours: Message-ID -> (thing, address it went to)."""

    owner: User
    own: frozenset[str]
    awaited: Sequence[Awaited]
    ours: Mapping[str, tuple[tuple[str, int], str]]


def expected_by(owner: User, own_address: str) -> Expected:
    sent = Outgoing.objects.filter(owner=owner, made_at__gte=clock.now() - REMEMBERS).exclude(dot_at=None)
    rows = sent.values_list("message_id", "thing", "thing_id", "recipient")
    ours = {message_id: ((thing, thing_id), address) for message_id, thing, thing_id, address in rows}
    mailbox = Mailbox.objects.filter(owner=owner).first()
    mine = (own_address, owner.seeker.email, mailbox.username if mailbox else "")
    own = frozenset(same_box(address) for address in mine) - {""}
    return Expected(owner, own, registry.awaited_by(owner), ours)


def concerns(head: bytes, expected: Expected) -> bool:
    """By its header alone: whether the whole message is worth fetching. Reports are, as their ids lie further in."""
    message = read_mail(head + b"\r\n\r\n")
    if whose(message, expected, clock.now()) is not None:
        return True
    report = message.header("content-type").lower().startswith("multipart/report")
    daemon = bool(message.senders) and message.senders[0].email.lower().startswith(
        ("mailer-daemon@", "postmaster@")
    )
    nobody = message.header("return-path").strip() == "<>" or bool(message.header("x-failed-recipients"))
    return report or daemon or nobody


def keep(
    data: bytes,
    expected: Expected,
    *,
    uid: int = 0,
    uid_validity: int = 0,
    arrived_at: datetime | None = None,
) -> Incoming | None:
    """Read one message and keep it, once. None when it concerns nobody, or is kept already."""
    arrived_at = arrived_at or clock.now()
    message = read_mail(data)
    found = classify(message)
    matched = whose(message, expected, arrived_at, found)
    if matched is None:
        return None
    about = _about(found, message, expected.owner)
    text = message.text.replace("\x00", "")  # no database keeps it
    row = Incoming(
        owner=expected.owner,
        uid=uid,
        uid_validity=uid_validity,
        message_id=message.message_id[:500],
        digest=_digest(message),
        arrived_at=_when(message, arrived_at),
        sender=_sender(message)[:254],
        sender_name=message.senders[0].name[:200] if message.senders else "",
        subject=message.subject[:300],
        words=own_words(text)[:LONGEST_WORDS],
        text=text[:LONGEST_KEPT],
        calendar="\n".join(c.decode("utf-8", "replace") for c in message.calendars[:1]),
        writer=found.writer.value,
        hard=bool(found.hard),
        reason=(found.reason or "")[:300],
        returns_on=found.returns_on,
        thing=matched.thing[0],
        thing_id=matched.thing[1],
        answers=about,
        how=matched.how.value,
        sure=matched.sure,
    )
    return _stored(row, message.calendars)


def set_aside(owner: User, *, uid: int, uid_validity: int, why: str, head: bytes = b"") -> Incoming | None:
    """A message that is too large or cannot be read is listed with the reason, and the others go on."""
    message = read_mail(head[:65536] + b"\r\n\r\n") if head else read_mail(b"")
    row = Incoming(
        owner=owner,
        uid=uid,
        uid_validity=uid_validity,
        message_id=message.message_id[:500],
        digest=hashlib.sha256(head or f"{uid_validity}/{uid}".encode()).hexdigest(),
        arrived_at=clock.now(),
        sender=_sender(message)[:254],
        sender_name=message.senders[0].name[:200] if message.senders else "",
        subject=message.subject[:300],
        set_aside_why=why[:300],
    )
    return _stored(row, ())


def _stored(row: Incoming, calendars: Sequence[bytes]) -> Incoming | None:
    try:
        with transaction.atomic():
            row.save()
            note(row.owner, "mail.came", row, of=row.thing, of_id=row.thing_id, writer=row.writer)
            ours = [_read_calendar(row, part) for part in calendars]
            if any(ours) and intent(row.words) != Intent.DO_NOT_CONTACT:
                row.decided_at = row.told_at = clock.now()  # it is asked and answered at the talk
                row.save(update_fields=["decided_at", "told_at"])
            tell(row)
            due.refresh(row)
    except IntegrityError:  # the same message again: another poll, another folder number, another process
        return None
    return row


def _read_calendar(row: Incoming, part: bytes) -> bool:
    """Whether a step took this calendar part for its own."""
    try:
        with transaction.atomic():
            taken = [reader(row, part) for reader in registry.calendar_readers()]
            return any(taken)
    except Exception:
        log.exception("the calendar part of message %s could not be read", row.pk)
        return False


def tell(row: Incoming) -> None:
    """Tell the step what counts without a question: a sure answer of a person, and what the mail system reports.

    A report counts only when it names a message of ours, so that a forged one blocks nobody.
    """
    step = registry.correspondent_of(row.thing)
    if row.told_at is not None or row.set_aside_why:
        return
    ours = row.answers is not None
    if row.writer == Incoming.Writer.HUMAN and row.sure:
        step.answered(row)
    elif row.writer == Incoming.Writer.BOUNCE and row.hard and ours:
        step.came_back(row.answers, row.reason or _("Their mail server sent it back."))
    elif row.writer == Incoming.Writer.FEEDBACK and ours:
        step.complained(row)
    else:
        return
    row.told_at = clock.now()
    row.save(update_fields=["told_at"])


def whose(
    message: MailMessage, expected: Expected, arrived_at: datetime, found: Classified | None = None
) -> Match | None:
    """To what it is an answer. A report is about the message of ours that it names, whoever sends it."""
    ids = (*message.references, *message.in_reply_to)
    if found is not None and found.writer in (Writer.BOUNCE, Writer.FEEDBACK, Writer.DELIVERED):
        ids = (*found.original_ids, *ids)
        known = next((one for one in ids if one in expected.ours), None)
        if known is None:
            return None
        thing, address = expected.ours[known]
        return match(Seen(address, "", "", (known,), arrived_at), (), {known: (thing, address)})
    if same_box(_sender(message)) in expected.own:
        return None  # what the seeker wrote is nobody's answer
    seen = Seen(
        sender=_sender(message),
        sender_name=message.senders[0].name if message.senders else "",
        subject=message.subject,
        ids=ids,
        arrived_at=arrived_at + CLOCKS_DIFFER,
    )
    return match(seen, expected.awaited, expected.ours)


def _about(found: Classified, message: MailMessage, owner: User) -> Outgoing | None:
    ids = [*found.original_ids, *message.references, *message.in_reply_to]
    return Outgoing.objects.filter(owner=owner, message_id__in=ids[:50]).order_by("-made_at").first()


def _sender(message: MailMessage) -> str:
    """The first that is an address: "Whitfield, Dana <dana@...>" without quotes names two senders."""
    return next((one.email.strip() for one in message.senders if "@" in one.email), "")


def _when(message: MailMessage, arrived_at: datetime) -> datetime:
    """The time it was sent when that is believable, else when it arrived."""
    sent = message.sent_at
    if sent is None or sent > arrived_at or sent < arrived_at - timedelta(days=60):
        return arrived_at.astimezone(UTC)
    return sent


def _digest(message: MailMessage) -> str:
    """The same words under the same id are the same message; other words under it are another."""
    told = "\n".join([message.subject, _sender(message), message.text, str(message.sent_at)])
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()
