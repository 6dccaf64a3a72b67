"""Who or what wrote a message: a person, a program answering for one, or the mail system about one of ours.

Automatic answers and reports never count as an answer and are never answered. A complaint (RFC 5965) is the
wish not to be written to again.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from halfhour.integrations.mail import delivery_words as words
from halfhour.integrations.mail.absence import looks_automatic, returns_on
from halfhour.integrations.mail.delivery import (
    FailedRecipient,
    original_ids,
    recipients_of,
    report_groups,
    report_text,
)
from halfhour.integrations.mail.reader import MailMessage, read_mail
from halfhour.integrations.mail.reply_text import own_words


class Writer(StrEnum):
    """Sorts of message. DELIVERED: a report that all went well; FEEDBACK: a complaint."""

    HUMAN = "human"
    AUTO_REPLY = "auto-reply"
    BOUNCE = "bounce"
    FEEDBACK = "feedback"
    DELIVERED = "delivered"


@dataclass(frozen=True, slots=True)
class Classified:
    """recipients, hard, status, reason, original_ids: of a report. returns_on: of an absence, if it names a day.

    hard: for any recipient; None for what is no failure. original_ids: of our message the report is about.
    """

    writer: Writer
    recipients: tuple[FailedRecipient, ...] = ()
    hard: bool | None = None
    status: str = ""
    reason: str = ""
    original_ids: tuple[str, ...] = ()
    returns_on: date | None = None


def classify(message: MailMessage | bytes) -> Classified:
    """Tell people, automatic answers and reports apart. Never raises."""
    message = read_mail(message) if isinstance(message, bytes) else message
    if is_complaint(message):
        return Classified(Writer.FEEDBACK, original_ids=original_ids(message))
    actions = {g.get("action", "").split(" ")[0].strip("();,").lower() for g in report_groups(message)} - {""}
    if actions and actions <= {"delivered", "relayed", "expanded", "deliverable"}:
        return Classified(Writer.DELIVERED, original_ids=original_ids(message))
    if is_read_receipt(message):
        return Classified(Writer.AUTO_REPLY, original_ids=original_ids(message))
    if actions or is_failure_report(message):
        found = recipients_of(message)
        worst = next((r for r in found if r.hard), found[0])
        return Classified(
            Writer.BOUNCE,
            found,
            any(r.hard for r in found),
            worst.status,
            worst.reason,
            original_ids(message),
        )
    if looks_automatic(message):
        day = message.sent_at.date() if message.sent_at else None
        text = f"{message.subject}\n\n{own_words(message.text)}"
        return Classified(Writer.AUTO_REPLY, returns_on=returns_on(text, written_on=day))
    return Classified(Writer.HUMAN)


def is_complaint(message: MailMessage) -> bool:
    """Say whether this is an abuse report, in the standard form or in an old one."""
    own = [p for p in message.parts if "message/rfc822" not in p.path]
    if any(p.kind == "message/feedback-report" for p in own):
        return True
    if "feedback-report" in message.header("content-type").lower():
        return True
    subject = re.search(
        r"(?i)^(?:e-?mail feedback report|complaint about message|abuse report|\[?spam complaint|opt-?out notification)",
        message.subject,
    )
    body = re.search(
        r"(?i)this is an? (?:e-?mail )?(?:abuse|spam|opt-?out|complaint|unsubscribe) (?:report|feedback)|complaintFeedbackType|\"notificationType\" ?: ?\"Complaint\"",
        message.text[:3000],
    )
    return bool(subject or body)


def is_read_receipt(message: MailMessage) -> bool:
    """Say whether a program reports that our message was shown (RFC 8098)."""
    return any(
        p.kind == "message/disposition-notification" and "message/rfc822" not in p.path for p in message.parts
    )


def is_failure_report(message: MailMessage) -> bool:
    """Weigh the signs of a failure report that has no machine-readable part: three points decide."""
    sender = message.senders[0] if message.senders else None
    path = message.header("return-path").strip()
    report = report_text(message)[len(message.subject) :][:6000]
    points = 0
    if any(
        p.kind in ("message/delivery-status", "message/global-delivery-status")
        for p in message.parts
        if "message/rfc822" not in p.path
    ):
        points += 4
    if message.header("x-failed-recipients"):
        points += 4
    daemon = sender is not None and bool(
        words.DAEMON.match(sender.email) or words.DAEMON_NAME.search(sender.name)
    )
    points += 2 if daemon else 0
    points += 1 if path == "<>" else 0
    points += 2 if words.SUBJECT.search(message.subject[:300]) else 0
    if words.BODY.search(report):
        points += 2 if daemon or path == "<>" or words.SMTP_ERROR.search(report) else 1
    points += 1 if words.SMTP_ERROR.search(report) else 0
    returned = any(
        p.kind in ("message/rfc822", "text/rfc822-headers") for p in message.parts
    ) or words.ORIGINAL.search(message.text[:20_000])
    points += 1 if returned and points >= 2 else 0
    return points >= 3 and (daemon or path in ("", "<>") or points >= 4)
