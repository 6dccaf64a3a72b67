"""What a seeker does with their mailbox: connect it, try it, take it away; and say what an unsure message is."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.due import actions as due
from halfhour.history.actions import note
from halfhour.integrations.imap import client as imap
from halfhour.integrations.smtp import client as smtp
from halfhour.mail import registry
from halfhour.mail.letters import checked_address
from halfhour.mail.models import Incoming, Mailbox, Outgoing
from halfhour.mail.outbox import queue, resolve, send_now, undo
from halfhour.mail.passwords import locked
from halfhour.mail.wording import trouble_in_words
from halfhour.refused import Refused

__all__ = [
    "Connection",
    "Tried",
    "connect",
    "disconnect",
    "is_answer",
    "is_no_answer",
    "queue",
    "resolve",
    "seen",
    "send_now",
    "takes_absence",
    "try_out",
    "undo",
]


@dataclass(frozen=True)
class Connection:
    """What the form tells: where to send and, when `reads`, where to fetch. password: in the clear, kept nowhere."""

    address: str
    name: str
    password: str
    provider: str
    smtp: tuple[str, int, str]
    imap: tuple[str, int, str]
    reads: bool
    username: str = ""
    daily_limit: int = 20


@dataclass(frozen=True)
class Tried:
    """One step of the test. what: in the words of the page; well: None when it was not reached."""

    what: str
    well: bool | None
    says: str = ""


def try_out(told: Connection) -> list[Tried]:
    """Sign in to both servers and send nothing. The first step that fails is named; those after it were not reached."""
    steps = [_try_sending(told)]
    if told.reads:
        steps.append(_try_reading(told) if steps[0].well else Tried(_("Fetching answers"), None))
    return steps


def _try_sending(told: Connection) -> Tried:
    host, port, security = told.smtp
    server = smtp.Server(host, port, smtp.Security(security), told.username or told.address, told.password)
    said = smtp.try_sign_in(server)
    if said.end is smtp.End.ACCEPTED:
        return Tried(_("Sending"), True, _("Signed in to %(host)s. Letters can leave.") % {"host": host})
    return Tried(_("Sending"), False, f"{host}: {trouble_in_words(said.step.value, said.said)}")


def _try_reading(told: Connection) -> Tried:
    host, port, security = told.imap
    server = imap.Server(host, port, imap.Security(security), told.username or told.address, told.password)
    try:
        with imap.opened(server) as inbox:
            inbox.uids(after=2**31)
    except imap.Failed as fault:
        words = trouble_in_words(fault.step.value, fault.said)
        return Tried(_("Fetching answers"), False, f"{host}: {words}")
    return Tried(
        _("Fetching answers"), True, _("Signed in to %(host)s and looked at the inbox.") % {"host": host}
    )


def connect(owner: User, told: Connection) -> Mailbox:
    """Try it, then keep it. Refused, naming the step, when it does not work. What waited goes out now."""
    address = checked_address(told.address)
    for step in try_out(told):
        if not step.well:
            raise Refused(step.says)
    sent = _sent_folder(told) if told.reads else ""
    return _keep(owner, told, address, sent)


def _sent_folder(told: Connection) -> str:
    host, port, security = told.imap
    server = imap.Server(host, port, imap.Security(security), told.username or told.address, told.password)
    try:
        return imap.sent_folder(server)[:200]
    except imap.Failed:
        return ""


@transaction.atomic
def _keep(owner: User, told: Connection, address: str, sent_folder: str) -> Mailbox:
    now = clock.now()
    before = Mailbox.objects.filter(owner=owner).first()
    same = before is not None and before.imap_host == told.imap[0] and before.address == address
    mailbox, _made = Mailbox.objects.update_or_create(
        owner=owner,
        defaults={
            "address": address,
            "name": told.name.strip()[:200],
            "provider": told.provider,
            "username": told.username or address,
            "password": locked(told.password),
            "smtp_host": told.smtp[0],
            "smtp_port": told.smtp[1],
            "smtp_security": told.smtp[2],
            "reads": told.reads,
            "imap_host": told.imap[0] if told.reads else "",
            "imap_port": told.imap[1],
            "imap_security": told.imap[2],
            "sent_folder": sent_folder,
            "daily_limit": told.daily_limit,
            "connected_at": before.connected_at if before and same else now,
            "wrong_passwords": 0,
            "trouble": "",
            "trouble_at": None,
            **({} if same else {"uid_validity": 0, "last_uid": 0}),
        },
    )
    waiting = Outgoing.objects.open().filter(owner=owner, dot_at=None, tries__gt=0)
    waiting.update(send_after=now)
    due.refresh(mailbox)
    note(owner, "mail.connected", mailbox, reads=told.reads)
    return mailbox


@transaction.atomic
def disconnect(owner: User) -> None:
    """Forget the mailbox and its password. What still waited does not go out."""
    mailbox = Mailbox.objects.filter(owner=owner).first()
    if mailbox is None:
        return
    now = clock.now()
    waiting = Outgoing.objects.open().filter(owner=owner, dot_at=None, claimed_at=None)
    waiting.update(held_back_at=now, over_at=now, why=_("The mailbox was disconnected."))
    Mailbox.objects.filter(pk=mailbox.pk).update(wrong_passwords=0)
    mailbox.refresh_from_db()
    due.refresh(mailbox)
    note(owner, "mail.disconnected", mailbox)
    mailbox.delete()


@transaction.atomic
def is_answer(row: Incoming) -> Incoming:
    """The seeker says that an unsure message is an answer to what they asked."""
    now = clock.now()
    if (
        Incoming.objects.filter(pk=row.pk, decided_at=None).update(decided_at=now, sure=True, told_at=now)
        == 1
    ):
        row.refresh_from_db()
        registry.correspondent_of(row.thing).answered(row)
        due.refresh(row)
        note(row.owner, "mail.answer", row, of=row.thing, of_id=row.thing_id)
    return row


@transaction.atomic
def is_no_answer(row: Incoming) -> None:
    """It is about something else; it changes nothing."""
    if Incoming.objects.filter(pk=row.pk, decided_at=None).update(decided_at=clock.now()) == 1:
        row.refresh_from_db()
        due.refresh(row)
        note(row.owner, "mail.no_answer", row)


seen = is_no_answer


@transaction.atomic
def takes_absence(row: Incoming) -> None:
    """The seeker lets an absence move what was planned."""
    if Incoming.objects.filter(pk=row.pk, decided_at=None).update(decided_at=clock.now()) == 1:
        row.refresh_from_db()
        registry.correspondent_of(row.thing).away(row)
        due.refresh(row)
        note(row.owner, "mail.absence", row, of=row.thing, of_id=row.thing_id, until=row.returns_on)
