"""The readers of mail and calendar in the shapes the shared corpora are scored in; it decides nothing itself."""

from typing import Any

from halfhour.integrations.ical import occurrences as when
from halfhour.integrations.ical.itip import apply_itip as apply
from halfhour.integrations.ical.reader import read_ics as read_calendar
from halfhour.integrations.mail.classify import classify
from halfhour.integrations.mail.intent import intent
from halfhour.integrations.mail.reader import read_mail as read_message
from halfhour.integrations.mail.reply_text import reply_text
from halfhour.integrations.refused import Refused

__all__ = [
    "Refused",
    "apply_itip",
    "classify_mail",
    "intent",
    "occurrences",
    "read_ics",
    "read_mail",
    "reply_text",
]


def read_ics(data: bytes) -> dict[str, Any]:
    """bytes -> method and events. Raises Refused."""
    file = read_calendar(data)
    return {"method": file.method or None, "events": [_event(event) for event in file.events]}


def _event(event: Any) -> dict[str, Any]:
    return {
        "uid": event.uid or None,
        "summary": event.summary or None,
        "status": event.status or None,
        "sequence": event.sequence,
        "start": event.start.written() if event.start else None,
        "end": event.end.written() if event.end else None,
        "organizer": event.organizer or None,
        "attendees": [[a.email, a.status] for a in event.attendees],
        "recurring": event.recurring,
    }


def classify_mail(data: bytes) -> dict[str, Any]:
    """bytes -> class, status, hard, reason, and for an absence the day of return."""
    found = classify(data)
    return {
        "class": found.writer.value,
        "status": found.status,
        "hard": found.hard,
        "reason": found.reason,
        "returns_on": found.returns_on.isoformat() if found.returns_on else None,
    }


def read_mail(data: bytes) -> dict[str, Any]:
    """bytes -> subject, sender addresses (None for a sender without one), text."""
    message = read_message(data)
    return {
        "subject": message.subject,
        "from": [a.email or None for a in message.senders],
        "text": message.text,
    }


def occurrences(data: bytes) -> list[str]:
    """bytes -> the first wall times of the file's events, in order. Raises Refused."""
    return [
        (happening.start.local.isoformat() if happening.start.local else f"{happening.start.day}T00:00:00")
        for happening in when.occurrences(data).times
    ]


def apply_itip(message: bytes, stored: bytes | None) -> bytes | None:
    """(message, stored event) -> what is stored afterwards, None when nothing is."""
    return apply(message, stored).calendar
