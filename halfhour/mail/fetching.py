"""Answers fetched from the inbox, each once, whatever the server does. Nothing on the server is changed.

The number of the last message read moves in the same transaction as the row it became, so a stop between the two
loses nothing and doubles nothing.
"""

import logging
import threading
from datetime import timedelta

from django.db import close_old_connections, transaction
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.integrations.imap import client as imap
from halfhour.mail import letters, outbox, reading
from halfhour.mail.mailboxes import imap_server, went_well, went_wrong
from halfhour.mail.models import Mailbox, Outgoing
from halfhour.mail.wording import trouble_in_words
from halfhour.refused import Refused

LOOKS_BACK = timedelta(days=14)  # at the first look, and when the server has renumbered everything
COPIES_BACK = timedelta(days=2)
PROVIDER_COPIES_WITHIN = timedelta(minutes=2)
GIVES_UP_AFTER = 3  # breaks at the same message
POLL_SECONDS = 60.0
SENDS_EVERY_SECONDS = 2.0
NEWLY_CONNECTED_SECONDS = 5.0
REST_SECONDS = (60.0, 120.0, 300.0)  # after a failure, growing

log = logging.getLogger(__name__)


def fetch(mailbox: Mailbox) -> int:
    """Read what is new; how many rows were kept. What goes wrong is noted with the mailbox, never raised."""
    try:
        with imap.opened(imap_server(mailbox)) as inbox:
            kept = read_on(mailbox, inbox)
        look_up_unknown(mailbox)
        keep_copies(mailbox)
    except imap.Failed as fault:
        said = trouble_in_words(fault.step.value, fault.said)
        wrong = fault.step is imap.Step.SIGN_IN and not fault.for_now
        went_wrong(mailbox, said, wrong_password=wrong)
        return 0
    except Refused as fault:
        went_wrong(mailbox, str(fault))
        return 0
    went_well(mailbox)
    Mailbox.objects.filter(pk=mailbox.pk).update(fetched_at=clock.now())
    return kept


def read_on(mailbox: Mailbox, inbox: imap.Inbox) -> int:
    """From the last message read to the newest one."""
    mailbox.refresh_from_db()
    since = ""
    if inbox.uid_validity != mailbox.uid_validity or not mailbox.last_uid:
        since = f"{mailbox_since(mailbox):%d-%b-%Y}"
        if inbox.uid_validity != mailbox.uid_validity:
            mailbox.uid_validity, mailbox.last_uid = inbox.uid_validity, 0
            mailbox.save(update_fields=["uid_validity", "last_uid"])
    expected = reading.expected_by(mailbox.owner, mailbox.address)
    kept = 0
    uids = inbox.uids(after=mailbox.last_uid, since=since)
    for at in range(0, len(uids), imap.HEADS_AT_ONCE):
        some = uids[at : at + imap.HEADS_AT_ONCE]
        for head in list(inbox.heads(some)):
            kept += read_one(mailbox, inbox, head, expected)
        pass_by(mailbox, some[-1])
    return kept


def mailbox_since(mailbox: Mailbox) -> object:
    """The day of the first look: two weeks before it was connected, and never further."""
    return (min(mailbox.connected_at, clock.now()) - LOOKS_BACK).date()


def read_one(mailbox: Mailbox, inbox: imap.Inbox, head: imap.Head, expected: reading.Expected) -> bool:
    """One message by its header, and the whole of it if it concerns somebody who was asked."""
    number = inbox.uid_validity
    try:
        if not reading.concerns(head.data, expected):
            return False
    except Exception as fault:
        log.warning("a header could not be read: %s", type(fault).__name__)
        with transaction.atomic():
            reading.set_aside(
                mailbox.owner, why=_("It could not be read."), uid=head.uid, uid_validity=number
            )
            pass_by(mailbox, head.uid)
        return True
    if head.size > imap.MAX_WHOLE:
        why = _("It is larger than 25 MB. Read it in your mail program.")
        with transaction.atomic():
            reading.set_aside(mailbox.owner, why=why, head=head.data, uid=head.uid, uid_validity=number)
            pass_by(mailbox, head.uid)
        return True
    data = whole_or_set_aside(mailbox, inbox, head)
    if data is None:
        return True
    with transaction.atomic():
        try:
            with transaction.atomic():
                row = reading.keep(data, expected, uid=head.uid, uid_validity=number)
        except Exception as fault:
            log.warning("a message could not be read: %s", type(fault).__name__)
            row = reading.set_aside(
                mailbox.owner,
                why=_("It could not be read."),
                head=head.data,
                uid=head.uid,
                uid_validity=number,
            )
        pass_by(mailbox, head.uid)
    return row is not None


def whole_or_set_aside(mailbox: Mailbox, inbox: imap.Inbox, head: imap.Head) -> bytes | None:
    """The whole message. One at which the line breaks three times is listed, and the next one is read."""
    if mailbox.stuck_uid == head.uid and mailbox.stuck_times >= GIVES_UP_AFTER:
        with transaction.atomic():
            reading.set_aside(
                mailbox.owner,
                uid=head.uid,
                uid_validity=inbox.uid_validity,
                why=_("The line broke off each time it was fetched. Read it in your mail program."),
                head=head.data,
            )
            pass_by(mailbox, head.uid)
        return None
    try:
        return inbox.whole(head.uid)
    except Exception:
        times = mailbox.stuck_times + 1 if mailbox.stuck_uid == head.uid else 1
        mailbox.stuck_uid, mailbox.stuck_times = head.uid, times
        mailbox.save(update_fields=["stuck_uid", "stuck_times"])
        raise


def pass_by(mailbox: Mailbox, uid: int) -> None:
    """This one is done. The number only ever grows."""
    if uid > mailbox.last_uid:
        Mailbox.objects.filter(pk=mailbox.pk, last_uid__lt=uid).update(last_uid=uid)
        mailbox.last_uid = uid


def look_up_unknown(mailbox: Mailbox) -> int:
    """Messages whose sending broke off after the last dot: the Sent folder knows, where the provider keeps copies."""
    unknown = Outgoing.objects.open().filter(owner=mailbox.owner, unknown_at__isnull=False)
    rows = list(unknown[:20])
    if not rows or not mailbox.sent_folder:
        return 0
    found = 0
    with imap.opened(imap_server(mailbox), mailbox.sent_folder) as sent:
        arrived = [row for row in rows if sent.holds(row.message_id)]
    for row in arrived:
        outbox.resolve(row, arrived=True)
        found += 1
    return found


def keep_copies(mailbox: Mailbox) -> int:
    """What has gone out lies in the Sent folder, too. Most providers see to that; where none came, it is put there."""
    if not mailbox.sent_folder:
        return 0
    now, put = clock.now(), 0
    gone = Outgoing.objects.filter(owner=mailbox.owner, copied_at=None, automatic=False)
    gone = gone.filter(sent_at__range=(now - COPIES_BACK, now - PROVIDER_COPIES_WITHIN))
    for row in gone.order_by("sent_at")[:20]:
        data = letters.as_bytes(row, mailbox)
        put += imap.put_copy(imap_server(mailbox), mailbox.sent_folder, row.message_id, data)
        Outgoing.objects.filter(pk=row.pk).update(copied_at=now)
    return put


class Sender(threading.Thread):
    """Sends what is due, a look every two seconds; the rows are the truth, so missing a look loses nothing."""

    def __init__(self) -> None:
        super().__init__(name="post", daemon=True)
        self._stopped = threading.Event()

    def stop(self) -> None:
        self._stopped.set()

    def run(self) -> None:
        while not self._stopped.is_set():
            try:
                outbox.send_due()
            except Exception:
                log.exception("sending met a fault and goes on")
            finally:
                close_old_connections()
            self._stopped.wait(SENDS_EVERY_SECONDS)


class Fetcher(threading.Thread):
    """One thread beside the server: waits for news (IDLE) where the server can, else looks every minute."""

    def __init__(self) -> None:
        super().__init__(name="mail", daemon=True)
        self._stopped = threading.Event()

    def stop(self) -> None:
        """It may hang in a read; being a daemon it does not keep the program from ending."""
        self._stopped.set()

    def run(self) -> None:
        failures = 0
        while not self._stopped.is_set():
            try:
                fine = self._round()
            except Exception:
                log.exception("fetching met a fault and goes on")
                fine = False
            finally:
                close_old_connections()
            failures = 0 if fine else failures + 1
            rest = POLL_SECONDS if fine else REST_SECONDS[min(failures, len(REST_SECONDS)) - 1]
            self._stopped.wait(rest if not (fine and self._waited) else 1.0)

    _waited = False

    def _round(self) -> bool:
        """Look once; with one mailbox, wait for news on the same line. True when nothing went wrong."""
        self._waited = False
        fine = True
        mailboxes = [
            m for m in Mailbox.objects.select_related("owner__seeker").filter(reads=True) if not m.stopped
        ]
        for mailbox in mailboxes:
            fetch(mailbox)
            mailbox.refresh_from_db()
            outbox.tell_the_steps()
            fine = fine and not mailbox.trouble
        if not mailboxes:  # one that is connected now is read soon
            self._stopped.wait(NEWLY_CONNECTED_SECONDS)
            self._waited = True
        if len(mailboxes) == 1 and fine and not self._stopped.is_set():
            self._waited = self._wait_for_news(mailboxes[0])
        return fine

    def _wait_for_news(self, mailbox: Mailbox) -> bool:
        close_old_connections()
        try:
            with imap.opened(imap_server(mailbox)) as inbox:
                return inbox.wait(POLL_SECONDS)
        except (imap.Failed, Refused):
            return False
