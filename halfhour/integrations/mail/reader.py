"""A message as bytes, read into plain values: who, when, about what, which words, what hangs on it.

Never raises and never loads anything from elsewhere; a message that is more than the limits is read in part
and says so (`cut`).
"""

from dataclasses import dataclass, field
from datetime import datetime
from email.utils import unquote

from halfhour.integrations.mail.headers import (
    Address,
    Headers,
    addresses,
    decode_words,
    first,
    last,
    message_ids,
    moment,
    parameters,
    read_headers,
    split_head,
)
from halfhour.integrations.mail.html_text import html_text
from halfhour.integrations.mail.mime import Part, parts_of

MAX_BYTES = 30 * 1024 * 1024
MAX_TEXT = 1_000_000


@dataclass(frozen=True, slots=True)
class Attachment:
    """What hangs on a message. name: safe for one line, may be empty. size: bytes as sent, still encoded."""

    name: str
    kind: str
    size: int


@dataclass(frozen=True, slots=True)
class MailMessage:
    """A message in plain values.

    sent_at: the Date header as a UTC instant, None when missing or impossible. message_id, references,
    in_reply_to: without angles. text: the body as text, made from HTML when there is no plain one. texts: all
    inline texts of the message itself. unsafe_html: as it came; only `html_text.safe_html` of it may be shown.
    parts: every leaf, also those of contained messages (their path holds "message/rfc822").
    """

    subject: str
    senders: tuple[Address, ...]
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    reply_to: tuple[Address, ...]
    sent_at: datetime | None
    message_id: str
    references: tuple[str, ...]
    in_reply_to: tuple[str, ...]
    text: str
    texts: tuple[str, ...]
    unsafe_html: str
    attachments: tuple[Attachment, ...]
    calendars: tuple[bytes, ...]
    headers: Headers
    parts: tuple[Part, ...] = field(repr=False)
    cut: bool

    def header(self, name: str) -> str:
        """Return the first value of a header, decoded; empty when it is not there."""
        return decode_words(first(self.headers, name.lower()))


def read_mail(data: bytes) -> MailMessage:
    """Read one message of any size (MAX_BYTES are looked at). Never raises on bad mail."""
    cut = len(data) > MAX_BYTES
    data = data[:MAX_BYTES]
    start = len(data) - len(data.lstrip(b"\r\n")) if data[:2].strip() == b"" else 0
    start += 3 if data[start : start + 3] == b"\xef\xbb\xbf" else 0
    if b"\n" not in data[:20_000] and b"\r" in data[:20_000]:
        data = data.replace(b"\r", b"\n")  # line ends of old Macs
    head, body = split_head(data, start, len(data))
    headers = read_headers(data, start, head)
    charset = parameters(last(headers, "content-type"))[1].get("charset", "")
    if charset and any("\ufffd" in value for values in headers.values() for value in values):
        headers = read_headers(data, start, head, otherwise=charset)
    parts = tuple(parts_of(data, headers, body, len(data)))
    own = [part for part in parts if "message/rfc822" not in part.path]
    texts = tuple(t for p in own if (t := _plain(p)) is not None)
    source = next((p.text(MAX_TEXT) for p in own if p.kind == "text/html" and p.inline), "")
    return MailMessage(
        subject=" ".join(decode_words(first(headers, "subject")).split()),
        senders=addresses(first(headers, "from")),
        to=addresses(", ".join(headers.get("to", ())[:5])),
        cc=addresses(", ".join(headers.get("cc", ())[:5])),
        reply_to=addresses(first(headers, "reply-to")),
        sent_at=moment(first(headers, "date")),
        message_id=next(
            iter(message_ids(first(headers, "message-id"))),
            unquote(first(headers, "message-id").strip())[:500],
        ),
        references=message_ids(" ".join(headers.get("references", ())[:3])),
        in_reply_to=message_ids(first(headers, "in-reply-to")),
        text=_body(texts, source),
        texts=texts,
        unsafe_html=source,
        attachments=tuple(Attachment(p.name, p.kind, p.end - p.start) for p in own if _hangs_on(p)),
        calendars=tuple(p.content(1_000_000) for p in own if p.kind in ("text/calendar", "application/ics"))[
            :5
        ],
        headers=headers,
        parts=parts,
        cut=cut,
    )


def _plain(part: Part) -> str | None:
    if (
        part.kind == "text/plain"
        and part.inline
        and (not part.name or part.path[-1:] != ("multipart/mixed",))
    ):
        return part.text(MAX_TEXT)
    return None


def _body(texts: tuple[str, ...], source: str) -> str:
    plain = texts[0] if texts else ""
    return plain if plain.strip() or not source else html_text(source)


def _hangs_on(part: Part) -> bool:
    return not part.inline or bool(part.name) or not part.kind.startswith("text/")
