"""The connected mailbox: its two servers, and what is remembered when one of them says no."""

from django.db.models import F

from halfhour import clock
from halfhour.due import actions as due
from halfhour.integrations.imap import client as imap
from halfhour.integrations.smtp import client as smtp
from halfhour.mail.models import Mailbox
from halfhour.mail.passwords import unlocked


def smtp_server(mailbox: Mailbox) -> smtp.Server:
    """Refused when the password cannot be read."""
    return smtp.Server(
        mailbox.smtp_host,
        mailbox.smtp_port,
        smtp.Security(mailbox.smtp_security),
        mailbox.username,
        unlocked(mailbox.password),
    )


def imap_server(mailbox: Mailbox) -> imap.Server:
    """Refused when the password cannot be read."""
    return imap.Server(
        mailbox.imap_host,
        mailbox.imap_port,
        imap.Security(mailbox.imap_security),
        mailbox.username,
        unlocked(mailbox.password),
    )


def went_wrong(mailbox: Mailbox, why: str, *, wrong_password: bool = False) -> None:
    rows = Mailbox.objects.filter(pk=mailbox.pk, password=mailbox.password)
    rows.update(
        trouble=why[:400],
        trouble_at=clock.now(),
        wrong_passwords=F("wrong_passwords") + (1 if wrong_password else 0),
    )
    mailbox.refresh_from_db()
    if mailbox.stopped:
        due.refresh(mailbox)


def went_well(mailbox: Mailbox) -> None:
    Mailbox.objects.filter(pk=mailbox.pk).update(trouble="", trouble_at=None, wrong_passwords=0)
