"""A message as it goes over the line: plain text, right headers, nothing that anybody could have smuggled in."""

import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from django.utils.translation import gettext as _

from halfhour.mail.models import Mailbox, Outgoing
from halfhour.refused import Refused

ADDRESS = re.compile(
    r"[^\s@<>,;:\"()\[\]\\]{1,64}@(?:[^\s@<>,;:\"()\[\]\\.]{1,63}\.)+[^\s@<>,;:\"()\[\]\\.]{2,63}"
)
LINES = SMTP.clone(max_line_length=78)


def one_line(text: str) -> str:
    """Line ends and other control characters become spaces, so that a header stays one header."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def plain(text: str) -> str:
    """Line ends as one kind; other control characters have no place in a letter."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if c in "\n\t" or c.isprintable() or c == "\u00a0").strip() + "\n"


def checked_address(text: str) -> str:
    """One address and nothing else. Refused otherwise."""
    address = text.strip()
    if not ADDRESS.fullmatch(address) or len(address) > 254 or not address.isprintable():
        raise Refused(_("“%(address)s” is not an e-mail address.") % {"address": one_line(address)[:80]})
    return address


def domain_of(address: str) -> str:
    return address.rpartition("@")[2] or "localhost"


def as_bytes(message: Outgoing, mailbox: Mailbox) -> bytes:
    """The whole message (RFC 5322). The same row gives the same Message-ID and Date at every try."""
    mail = EmailMessage(policy=LINES)
    try:
        mail["From"] = Address(display_name=one_line(mailbox.name), addr_spec=mailbox.address)
        mail["To"] = Address(display_name=one_line(message.recipient_name), addr_spec=message.recipient)
    except (ValueError, IndexError) as fault:
        raise Refused(_("One of the two addresses cannot be used in mail.")) from fault
    mail["Subject"] = one_line(message.subject)
    mail["Date"] = format_datetime(message.made_at)
    mail["Message-ID"] = f"<{message.message_id}>"
    if message.in_reply_to and re.fullmatch(r"[^\s<>]+", message.in_reply_to):
        mail["In-Reply-To"] = f"<{message.in_reply_to}>"
        mail["References"] = f"<{message.in_reply_to}>"
    if message.automatic:
        mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's program answers it
    mail.set_content(message.body, cte="quoted-printable")
    if message.calendar:
        method = re.search(r"(?m)^METHOD:([A-Z]+)\s*$", message.calendar)
        mail.add_alternative(
            message.calendar,
            subtype="calendar",
            cte="base64",
            params={"method": method[1]} if method else {},
        )
    return mail.as_bytes()
