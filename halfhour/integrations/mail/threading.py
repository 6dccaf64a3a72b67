"""Which messages belong to one conversation.

Ids decide (References, In-Reply-To, and for reports the ids inside their parts). A reply that lost all ids is
attached by subject only together with the same two correspondents, and only to a conversation whose last word
came from the other side: people send one subject to many strangers, so a subject alone never joins anything.

Only the few header fields needed are looked at, so that a whole mailbox takes well under a second.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from halfhour.integrations.mail.delivery import ids_in_parts
from halfhour.integrations.mail.headers import decode_words

MAX_HEAD = 64 * 1024
MUCH_OLDER = 3
MAX_REPLY_DISTANCE = 20_000  # messages between a question and an answer that kept no id

_VALUE = rb"):([^\n]{0,8000}(?:\n[ \t][^\n]{0,4000}){0,60})"
_FIELDS = re.compile(
    rb"\n([Mm]essage-[Ii][Dd]|[Rr]eferences|[Ii]n-[Rr]eply-[Tt]o|[Ss]ubject|[Ff]rom|[Tt]o" + _VALUE
)
_FIELDS_ANY_CASE = re.compile(rb"(?i)\n(message-id|references|in-reply-to|subject|from|to" + _VALUE)
_ID = re.compile(rb"<([^<>\s]{1,500})>")
_ADDRESS = re.compile(rb"([^\s<>,;:\"()]{1,100}@[^\s<>,;:\"()]{1,150})")
_DAEMON = re.compile(rb"(?i)mailer-daemon|postmaster@|mail delivery (?:sub)?system|<>")
_PREFIX = re.compile(
    r"^(?:\s{0,4}(?:\[[^\[\]]{0,40}\]|(?:re|aw|sv|antw|antwort|ref|rif|vs|odp|odpoved|res|ynt|atb|r|tr|wg|fw|fwd|rv|enc|doorst|vl|vb|pd|i|ri|回复|答复|转发|返信|ответ)(?:\[\d{1,3}\]|\(\d{1,3}\)|\^\d{1,3})?\s?[:：]|"
    r"(?:automatic reply|auto(?:matische)?[- ]?(?:reply|antwort)|out of office|automatisch antwoord|r[ée]ponse automatique|respuesta autom[áa]tica|risposta automatica|abwesenheit(?:snotiz)?|accepted|declined|tentative|zugesagt|abgelehnt|accept[ée]|refus[ée]|canceled|cancelled)\s?[:：])\s{0,4})+",
    re.IGNORECASE,
)


class Head(NamedTuple):
    """What of a message decides its conversation. ids without angles; pair: the two addresses, sorted.

    answers: its subject carries a reply mark. subject: without such marks, lower case.
    """

    message_id: bytes
    ids: tuple[bytes, ...]
    subject: str
    answers: bool
    sender: bytes
    pair: tuple[bytes, ...]


def head_of(data: bytes) -> Head:
    """Read the few fields of one message; never raises. Only the first MAX_HEAD bytes are looked at."""
    end = data.find(b"\n\n", 0, MAX_HEAD)
    dos = data.find(b"\n\r\n", 0, MAX_HEAD if end < 0 else end)
    end = dos if dos >= 0 else end if end >= 0 else min(len(data), MAX_HEAD)
    head = b"\n" + data[:end]
    fields: dict[bytes, bytes] = {}
    for name, value in _FIELDS.findall(head):
        fields.setdefault(name.lower(), value)
    if b"from" not in fields or b"message-id" not in fields:
        for name, value in _FIELDS_ANY_CASE.findall(head):
            fields.setdefault(name.lower(), value)
    got = fields.get
    own = _ID.search(got(b"message-id", b""))
    ids = _ID.findall(got(b"references", b"") + got(b"in-reply-to", b""))
    sender_field = got(b"from", b"")
    if not ids and _may_be_report(sender_field, head):
        ids = [i.encode("utf-8", "replace") for i in ids_in_parts(data)]
    subject, answers = subject_key(got(b"subject", b""))
    sender = _address(sender_field)
    return Head(
        own[1] if own else b"", tuple(ids), subject, answers, sender, _pair(sender, _address(got(b"to", b"")))
    )


def _may_be_report(sender: bytes, head: bytes) -> bool:
    if _DAEMON.search(sender):
        return True
    low = head.lower()
    return b"\nx-failed-recipients:" in low or b"multipart/report" in low


def conversations(heads: Sequence[Head]) -> list[int]:
    """Number the conversation of each message, in the order of arrival; equal numbers belong together.

    heads: oldest first. Two messages with the same id and other text are two messages of one conversation.
    """
    above = list(range(len(heads)))
    by_id: dict[bytes, int] = {}
    for at, head in enumerate(heads):
        for known in (head.message_id, *head.ids):
            if known:
                other = by_id.setdefault(known, at)
                if other != at:
                    _join(above, at, other)
    _attach_without_ids(heads, above, {head.message_id for head in heads if head.message_id})
    return [_root(above, at) for at in range(len(heads))]


@lru_cache(maxsize=8192)
def subject_key(raw: bytes) -> tuple[str, bool]:
    """Return a subject without reply and list marks, and whether it carried a reply mark."""
    text = " ".join(raw.decode("utf-8", "replace").split())
    if "=?" in text:
        text = " ".join(decode_words(text).split())
    text = text.lower()
    found = _PREFIX.match(text) if ":" in text or "：" in text or text.startswith("[") else None
    if not found:
        return text, False
    return text[found.end() :], any(mark in found[0] for mark in (":", "："))


def _attach_without_ids(heads: Sequence[Head], above: list[int], known: set[bytes]) -> None:
    """Give a home to replies none of whose ids anybody has seen."""
    last_word: dict[tuple[str, tuple[bytes, ...]], dict[int, int]] = {}
    for at, head in enumerate(heads):
        if len(head.pair) < 2 or not head.subject:
            continue
        key = (head.subject, head.pair)
        open_ones = last_word.setdefault(key, {})
        if head.answers and not any(i in known for i in head.ids):
            home = _home(heads, open_ones, at)
            if home is not None:
                _join(above, at, home)
        root = _root(above, at)
        for other in [r for r in open_ones if _root(above, r) == root]:
            del open_ones[other]
        open_ones[root] = at


def _home(heads: Sequence[Head], open_ones: dict[int, int], at: int) -> int | None:
    """The one conversation of these two on this subject that waits for this sender; None when several do.

    Of several the latest is meant when the others are MUCH_OLDER times as far back; otherwise it cannot be
    known, so the message stays alone and a person is asked.
    """
    near = [last for last in open_ones.values() if last != at and at - last <= MAX_REPLY_DISTANCE]
    waiting = sorted(last for last in near if heads[last].sender != heads[at].sender) or sorted(near)
    if not waiting or (len(waiting) > 1 and (at - waiting[-1]) * MUCH_OLDER > at - waiting[-2]):
        return None
    return waiting[-1]


def _address(field: bytes) -> bytes:
    angle = field.rfind(b"<")
    if angle >= 0:
        inside = field[angle + 1 : field.find(b">", angle)].lower()
        if b"@" in inside and b" " not in inside:
            return inside[:320]
    found = _ADDRESS.search(field)
    return found[1].lower() if found else b""


def _pair(one: bytes, other: bytes) -> tuple[bytes, ...]:
    if not one or not other or one == other:
        return ()
    return (one, other) if one < other else (other, one)


def _root(above: list[int], at: int) -> int:
    while above[at] != at:
        above[at] = above[above[at]]
        at = above[at]
    return at


def _join(above: list[int], one: int, other: int) -> None:
    a, b = _root(above, one), _root(above, other)
    if a != b:
        above[max(a, b)] = min(a, b)


def heads_of(messages: Iterable[bytes]) -> list[Head]:
    """Read the heads of many messages."""
    return [head_of(data) for data in messages]
