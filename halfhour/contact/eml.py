"""A letter as a mail file (RFC 5322) that a mail program opens as a new message, ready to be looked at and sent."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from halfhour.accounts.models import Seeker
from halfhour.contact.models import Approach


def as_eml(approach: Approach, subject: str, body: str) -> bytes:
    """The file's bytes. "X-Unsent: 1" makes Outlook and others open it for writing; it has no Date and no Message-ID.

    An address that mail does not allow is left out, so that the seeker types it.
    """
    person = approach.person
    return message_file(
        approach.owner.seeker, name=person.name, email=person.email, subject=subject, body=body
    )


def message_file(seeker: Seeker, *, name: str, email: str, subject: str, body: str) -> bytes:
    """The same to anyone: name and email are the recipient's."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    if sender := _address(seeker.name, seeker.email):
        message["From"] = sender
    if recipient := _address(name, email):
        message["To"] = recipient
    message["Subject"] = " ".join(subject.split())
    message.set_content(body.replace("\r\n", "\n"), cte="quoted-printable")
    return message.as_bytes()


def _address(name: str, email: str) -> Address | None:
    try:
        return (
            Address(display_name=" ".join(name.split()), addr_spec=email.strip()) if email.strip() else None
        )
    except (ValueError, IndexError):
        return None
