"""The header lines of a message: found, unfolded, decoded, taken apart.

Own code for speed and because hostile headers must neither raise nor take long: every pattern is bounded.
"""

import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from halfhour.integrations.mail.charsets import text_of

MAX_HEADER_BYTES = 256 * 1024
MAX_HEADERS = 1000
MAX_VALUE = 16_000
MAX_ADDRESSES = 200
MAX_IDS = 100

_LINE = re.compile(
    rb"([!-9;-~]{1,100})[ \t]{0,8}:[ \t]{0,8}([^\r\n]{0,16000}[^\n]{0,1}(?:\r?\n[ \t][^\n]{0,16000}){0,400})"
)
# A folded parameter whose line lost its leading blank.
_LOOSE = re.compile(rb"(?:boundary|charset|name|filename|format|report-type) ?=[^\r\n]{1,400}")
_RAW_WORD = re.compile(rb"=\?[^?\s]{1,60}\?[qQ]\?[^?]{0,4000}\?=")
_FOLD = re.compile(rb"\r?\n[ \t]+|\r")
_WORD = re.compile(r"=\?([^?\s]{1,60}?)(?:\*[^?\s]{0,20})?\?([bBqQ])\?([^?]{0,4000})\?=")
_BETWEEN = re.compile(r"(\?=)\s{1,100}(=\?[^?\s]{1,60}\?[bBqQ]\?)")
_ID = re.compile(r"<([^<>\s]{1,500})>")
_BARE_ID = re.compile(r"^[^\s<>@]{1,300}@[^\s<>@]{1,200}$")
_ADDRESS = re.compile(r"<([^<>]{0,500})>")


@dataclass(frozen=True, slots=True)
class Address:
    """name: decoded, may be empty. email: as written, lower-cased host only where it has one; may be empty."""

    name: str
    email: str


Headers = Mapping[str, list[str]]


def split_head(data: bytes, start: int, end: int) -> tuple[int, int]:
    """Return where the header bytes end and where the body begins, both within start..end.

    Text that does not begin with a header line has no headers: all of it is body.
    """
    if data[start : start + 1] in (b"\n",) or data[start : start + 2] == b"\r\n":
        return start, start + (1 if data[start : start + 1] == b"\n" else 2)
    if data[start : start + 5] == b"From " or data[start : start + 6] == b">From ":
        line = data.find(b"\n", start, end)
        start_of_headers = line + 1 if line >= 0 else end
    else:
        start_of_headers = start
    if not re.compile(rb"[!-9;-~]{1,100}[ \t]{0,8}:").match(data, start_of_headers, end):
        return start, start
    cut_short = data.find(b"\n--", start, min(end, start + MAX_HEADER_BYTES))
    unix = data.find(b"\n\n", start, end)
    if 0 <= cut_short < (unix if unix >= 0 else end) and data.find(b"\n\r\n", start, cut_short) < 0:
        return cut_short + 1, cut_short + 1  # a boundary line where a header should be
    dos = data.find(b"\r\n\r\n", start, end if unix < 0 else unix)
    if dos >= 0:
        return dos, dos + 4
    mixed = data.find(b"\n\r\n", start, end if unix < 0 else unix)
    if mixed >= 0:
        return mixed, mixed + 3
    return (unix, unix + 2) if unix >= 0 else (end, end)


def read_headers(data: bytes, start: int, end: int, *, otherwise: str = "") -> dict[str, list[str]]:
    """Return the headers between two offsets: lower-case name to its values, unfolded, not yet decoded.

    Raw bytes above ASCII are decoded at once: as UTF-8, else as `otherwise`.
    """
    headers: dict[str, list[str]] = {}
    count = 0
    at = start
    name = ""
    end = min(end, start + MAX_HEADER_BYTES)
    while at < end and count < MAX_HEADERS:
        found = _LINE.match(data, at, end)
        if found:
            value = _FOLD.sub(b" ", found[2][:MAX_VALUE]).strip()
            headers.setdefault(found[1].decode("ascii").lower(), []).append(_header_text(value, otherwise))
            count += 1
            at, name = found.end(), found[1].decode("ascii").lower()
        elif name and (loose := _LOOSE.match(data, at, end)):
            headers[name][-1] += " " + _header_text(loose[0], otherwise)
        line = data.find(b"\n", at, end)
        at = line + 1 if line >= 0 else end
    return headers


def _header_text(value: bytes, otherwise: str) -> str:
    if value.isascii():
        return value.decode("ascii")
    # Raw bytes inside an encoded word are in the word's own charset: let the word be decoded as one.
    escaped = _RAW_WORD.sub(
        lambda m: re.sub(rb"[\x80-\xff]", lambda b: b"=%02X" % b.group()[0], m.group()), value
    )
    return text_of(escaped, otherwise=otherwise)


def first(headers: Headers, name: str) -> str:
    """Return the first value of a header, empty when it is not there."""
    values = headers.get(name)
    return values[0] if values else ""


def last(headers: Headers, name: str) -> str:
    """Return the last value: of two content types the nearer one to the body counts."""
    values = headers.get(name)
    return values[-1] if values else ""


def decode_words(value: str) -> str:
    """Decode RFC 2047 words; what cannot be decoded stays as it was written."""
    if "=?" not in value:
        return value
    value = _BETWEEN.sub(r"\1\2", _BETWEEN.sub(r"\1\2", value[:MAX_VALUE]))
    out: list[str] = []
    at = 0
    pending: list[bytes] = []
    charset = ""
    for found in _WORD.finditer(value):
        raw = _word_bytes(found[2], found[3])
        if raw is None:
            continue
        apart = found.start() > at
        if pending and (apart or found[1].lower() != charset):
            out.append(text_of(b"".join(pending), charset))
            pending = []
        if apart:
            out.append(value[at : found.start()])
        pending.append(raw)
        charset = found[1].lower()
        at = found.end()
    if pending:
        out.append(text_of(b"".join(pending), charset))
    out.append(value[at:])
    return "".join(out)


def _word_bytes(how: str, coded: str) -> bytes | None:
    raw = coded.encode("utf-8", "replace")
    if how in "qQ":
        return binascii.a2b_qp(raw.replace(b"_", b" "), header=False)
    return unbase64(raw)


def unbase64(raw: bytes) -> bytes:
    """Decode base64 however broken: foreign bytes are skipped, the first padding ends it, a rest is padded."""
    clean = re.sub(rb"[^A-Za-z0-9+/=]", b"", raw)
    stop = clean.find(b"=")
    if 0 <= stop < len(clean) - 2 and clean[stop:].strip(b"="):
        pieces = re.split(rb"=+", clean)
        return (
            b"".join(unbase64(piece) for piece in pieces[:50] if piece)
            if _is_joined(pieces)
            else unbase64(pieces[0])
        )
    clean = clean.rstrip(b"=")
    clean = clean[: len(clean) - 1] if len(clean) % 4 == 1 else clean
    return binascii.a2b_base64(clean + b"=" * (-len(clean) % 4))


def _is_joined(pieces: list[bytes]) -> bool:
    """Several padded pieces one behind the other, each of whole groups of four: some programs send that."""
    return len(pieces) > 2 and all(len(piece) % 4 != 1 and len(piece) > 20 for piece in pieces if piece)


def parameters(value: str) -> tuple[str, dict[str, str]]:
    """Take `text/plain; charset="x"; name*0=..` apart: the value in lower case and its parameters."""
    main, _, rest = value[:MAX_VALUE].partition(";")
    found: dict[str, str] = {}
    pieces: dict[str, dict[int, tuple[str, bool]]] = {}
    pattern = re.compile(
        r"\s{0,20};?\s{0,20}([^\s=;\"*]{1,60})(\*\d{1,3})?(\*)?\s{0,20}=\s{0,20}(?:\"((?:[^\"\\]|\\.){0,4000})\"?|([^\s;]{0,4000}))"
    )
    at = 0
    for _ in range(60):
        match = pattern.match(rest, at)
        if not match:
            semicolon = rest.find(";", at)
            if semicolon < 0:
                break
            at = semicolon + 1
            continue
        name = match[1].lower()
        quoted = match[4]
        text = re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else match[5]
        if match[2]:
            pieces.setdefault(name, {})[int(match[2][1:])] = (text, bool(match[3]))
        elif match[3]:
            found[name] = _extended(text)
        else:
            found.setdefault(name, decode_words(text))
        at = max(match.end(), at + 1)
    for name, parts in pieces.items():
        joined = "".join(parts[n][0] for n in sorted(parts))
        found.setdefault(name, _extended(joined) if any(p[1] for p in parts.values()) else joined)
    return main.strip().lower(), found


def _extended(text: str) -> str:
    """Decode RFC 2231: charset'language'percent-encoded."""
    charset, _, rest = text.partition("'")
    _, mark, coded = rest.partition("'")
    if not mark:
        charset, coded = "", text
    raw = re.sub(rb"%([0-9A-Fa-f]{2})", lambda m: bytes([int(m[1], 16)]), coded.encode("utf-8", "replace"))
    return text_of(raw, charset)


def addresses(value: str) -> tuple[Address, ...]:
    """Return the people of an address header, at most MAX_ADDRESSES; broken ones as far as they can be read."""
    out = []
    for piece in _split_addresses(value[:MAX_VALUE]):
        found = _ADDRESS.search(piece)
        if found:
            name, email = piece[: found.start()], found[1]
        else:
            bare, comment = _without_comment(piece)
            name, email = (comment, bare) if "@" in bare else (bare, "")
        name = re.sub(r"\\(.)", r"\1", name.strip().strip('"').strip("'")) if name else ""
        email = _clean_address(email)
        if email or name:
            out.append(Address(decode_words(name).strip().strip('"'), email))
        if len(out) >= MAX_ADDRESSES:
            break
    return tuple(out)


def _without_comment(piece: str) -> tuple[str, str]:
    """Take the comments out, innermost first; the last one taken is the outermost, often the name."""
    comment = ""
    for _ in range(8):
        found = re.search(r"\(([^()]{0,500})\)", piece)
        if not found:
            break
        comment = found[1]
        piece = piece[: found.start()] + piece[found.end() :]
    return piece, comment


def _clean_address(email: str) -> str:
    email = email.strip().strip('"').strip("'").strip()
    email = email.removeprefix("mailto:")
    if email.startswith("@") and ":" in email:  # an old source route
        email = email.rsplit(":", 1)[1]
    return re.sub(r"\s+", "", email)[:320]


def _split_addresses(value: str) -> list[str]:
    """Split at the commas and semicolons outside quotes, angles and comments; the name of a group is dropped."""
    pieces: list[str] = []
    start = depth = 0
    quoted = angled = False
    for at, character in enumerate(value):
        if character == '"' and (at == 0 or value[at - 1] != "\\"):
            quoted = not quoted
        elif quoted:
            continue
        elif character == "(":
            depth += 1
        elif character == ")":
            depth = max(0, depth - 1)
        elif character == "<":
            angled = True
        elif character == ">":
            angled = False
        elif depth or angled:
            continue
        elif character in ",;":
            pieces.append(value[start:at])
            start = at + 1
        elif character == ":" and "@" not in value[start:at]:
            start = at + 1
    pieces.append(value[start:])
    return [piece for piece in pieces if piece.strip()]


def message_ids(value: str) -> tuple[str, ...]:
    """Return the message ids of a header without their angles, in order, each once, at most MAX_IDS."""
    value = value[: MAX_VALUE * 2]
    ids = _ID.findall(value)
    if not ids and value:
        ids = [word for word in value.split() if _BARE_ID.match(word)]
    return tuple(dict.fromkeys(ids[-MAX_IDS:]))


def moment(value: str) -> datetime | None:
    """Return the instant of a Date header in UTC; None when it is missing, impossible or before 1971."""
    try:
        at = parsedate_to_datetime(re.sub(r"\([^()]{0,100}\)", "", value[:200]).strip())
        at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return at if at.year > 1970 else None
