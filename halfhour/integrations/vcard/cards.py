"""A fast reader of vCard 2.1, 3.0 and 4.0 (RFC 2426, RFC 6350, and what programs really write).

A file is cut into cards as bytes, so that a card in another code page, a photo, or a broken card does not touch its
neighbours. Heads of lines ("TEL;TYPE=CELL,VOICE") repeat, so each is understood once. Cards with quoted-printable values
or old code pages take a slower road with the same result.
"""

import base64
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass

from halfhour.integrations.text import decode
from halfhour.integrations.vcard.properties import TAKE, Card, Take

_EDGE = re.compile(rb":[ \t]*[vV][cC][aA][rR][dD][ \t]*(?=[\r\n]|\Z)")  # a colon first: photos hold none
_GLUED = re.compile(rb"(?i)(END:VCARD)(BEGIN:VCARD)")
_PRINTABLE = re.compile(rb"-[pP][rR][iI][nN][tT][aA][bB][lL][eE]")
_QUOTED_PARTS = re.compile(r'(?:[^;"]|"[^"]*"?)+')
_LIMIT_HEADS = 4_000
_LONG_CARD = 1024 * 1024
_MOST_TOLD = 20  # broken lines of one card
_PICTURE = re.compile(  # with its further lines, which vCard 2.1 may leave unfolded
    rb"\n(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[^\n]*(?:\n(?:[ \t][^\n]*|[A-Za-z0-9+/=]*\r?(?=\n)))*\n", re.I
)
_LONE_RETURN = re.compile(rb"\r(?=[A-Za-z][\w.-]*[;:])")  # ends a line where others end otherwise


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands before the colon. take: what to do with the value, None for a property that is not kept."""

    take: Take | None
    quoted: bool
    base64: bool
    charset: str


_OTHER = _Head(None, False, False, "")


def plain_bytes(data: bytes) -> bytes:
    """The same cards as bytes that hold ASCII line by line: byte order marks and UTF-16 resolved."""
    if (
        data[:2] in (b"\xff\xfe", b"\xfe\xff")
        or data[:4] == b"\x00\x00\xfe\xff"
        or data[:200].count(b"\x00") > 20
    ):
        return decode(data).data
    if b"\x00" in data:
        data = data.replace(b"\x00", b"")  # a stray zero in one card is no reason to lose the others
    if _GLUED.search(data):
        data = _GLUED.sub(rb"\1\r\n\2", data)
    if b"\xef\xbb\xbf" in data:
        data = data.replace(b"\xef\xbb\xbf", b"")  # joined files have a mark before each part
    if b"\r\r\n" in data:
        data = data.replace(b"\r\r\n", b"\r\n")
    if b"\r" not in data:
        return data
    return _LONE_RETURN.sub(b"\n", data) if b"\n" in data else data.replace(b"\r", b"\n")


def read_cards(data: bytes) -> Iterator[Card]:
    """Every card of a file in order. A card without its end is given too, with that noted; a card inside a card is not."""
    data = plain_bytes(data)
    heads: dict[str, _Head] = {}
    line, counted = 1, 0
    start = -1
    depth = 0
    inner: list[int] = []  # where cards inside this card begin and end
    for at, begins in _edges(data):
        if begins and start >= 0 and _holds_agent(data, at):
            if not depth:
                inner.append(at)
            depth += 1
            continue
        if not begins and depth:
            depth -= 1
            if not depth:
                inner.append(at + len(b"END:VCARD"))
            continue
        if start >= 0:
            line += data.count(b"\n", counted, start)
            counted = start
            yield _parse(_without(data, start, at, inner), line, heads, ended=not begins)
        start = at if begins else -1
        depth = 0
        inner = []
    if start >= 0:
        line += data.count(b"\n", counted, start)
        yield _parse(_without(data, start, len(data), inner), line, heads, ended=False)


def _without(data: bytes, start: int, end: int, inner: list[int]) -> bytes:
    """A card without the cards inside it, its lines still counted as they stand in the file."""
    if not inner:
        return data[start:end]
    pieces, at = [], start
    for begin, after in zip(inner[::2], [*inner[1::2], end], strict=False):
        pieces += [data[at:begin], b"\n" * data.count(b"\n", begin, after)]
        at = after
    return b"".join([*pieces, data[at:end]])


def _edges(data: bytes) -> Iterator[tuple[int, bool]]:
    """Where cards begin (True) and end (False): the places of the first letter of such lines."""
    for mark in _EDGE.finditer(data):
        colon = mark.start()
        line = data.rfind(b"\n", max(0, colon - 200), colon) + 1 or (0 if colon < 200 else -1)
        word = data[line:colon].strip().upper().rpartition(b".")[2] if line >= 0 else b""
        if word in (b"BEGIN", b"END"):
            yield line, word == b"BEGIN"


def _holds_agent(data: bytes, at: int) -> bool:
    """The line before says that the card to come is someone's agent (vCard 2.1 puts it inside)."""
    before = data[max(0, at - 80) : at].rstrip()
    last = before.rsplit(b"\n", 1)[-1].strip().upper()
    return last.startswith(b"AGENT") and last.endswith(b":")


def _parse(raw: bytes, line: int, heads: dict[str, _Head], *, ended: bool) -> Card:
    card = Card(line)
    if len(raw) > _LONG_CARD:
        raw = _PICTURE.sub(b"\n", raw)
        if len(raw) > _LONG_CARD:
            raw = raw[:_LONG_CARD]
            card.broken += ((line, "the card is very long; only its beginning was read"),)
    quoted = _PRINTABLE.search(raw) is not None
    if raw.isascii():
        text, mapped = raw.decode("ascii"), False
    else:
        mapped = b"CHARSET" in raw or b"charset" in raw or b"Charset" in raw
        try:
            text = raw.decode("utf-8")
            mapped = mapped and not _only_utf8(raw)
        except UnicodeDecodeError:
            mapped = True
        if mapped:
            text = raw.decode("latin-1")
    text = text.replace("\r\n", "\n")
    if quoted:
        lines = _unfold_quoted(text)
    else:
        if "\n " in text:
            text = text.replace("\n ", "")
        if "\n\t" in text:
            text = text.replace("\n\t", "")
        lines = text.split("\n")
    _fill(card, lines, heads, mapped)
    if not ended:
        card.broken += ((line, "the card has no end (END:VCARD is missing)"),)
    return card


def _only_utf8(raw: bytes) -> bool:
    return all(
        c.strip(b'"').upper().replace(b"-", b"") == b"UTF8"
        for c in re.findall(rb"(?i)charset=([\w\"-]+)", raw)
    )


def _unfold_quoted(text: str) -> list[str]:
    """Unfold a card in which quoted-printable values go on after a "=" at the end of a line."""
    lines: list[str] = []
    pieces: list[str] = []
    open_value = printable = False
    for raw in text.split("\n"):
        if open_value:
            pieces[-1] = pieces[-1][:-1]
            pieces.append(raw)
        elif raw[:1] in (" ", "\t") and pieces:
            pieces.append(raw[1:])
        else:
            lines.append("".join(pieces))
            pieces = [raw]
            printable = "PRINTABLE" in raw.partition(":")[0].upper()
        open_value = printable and pieces[-1].endswith("=")
    return [*lines[1:], "".join(pieces)]


def _fill(card: Card, lines: list[str], heads: dict[str, _Head], mapped: bool) -> None:
    labels_encoded = False
    for number, line in enumerate(lines[1:], 1):
        left, colon, value = line.partition(":")
        head = heads.get(left)
        if head is None:
            if not colon:
                if line.strip() and not labels_encoded and len(card.broken) < _MOST_TOLD:
                    card.broken += (
                        (card.line + number, f"“{line.strip()[:40]}” is no line of a card; it was left out"),
                    )
                continue
            if '"' in left and left.count('"') % 2:
                left, value = _split_quoted(line)
            head = _understood(left)
            if len(heads) < _LIMIT_HEADS and '"' not in left:
                heads[left] = head
        labels_encoded = head.base64
        take = head.take
        if take is None or not value:
            continue
        if head.quoted or head.base64 or mapped:
            value = _recoded(value, head, mapped)
        take(card, value)


def _split_quoted(line: str) -> tuple[str, str]:
    inside = False
    for at, c in enumerate(line):
        if c == '"':
            inside = not inside
        elif c == ":" and not inside:
            return line[:at], line[at + 1 :]
    left, _, value = line.partition(":")
    return left, value


def _understood(left: str) -> _Head:
    parts = _QUOTED_PARTS.findall(left)
    if not parts:
        return _OTHER
    name = parts[0].strip().rpartition(".")[2].upper()
    quoted = encoded = False
    charset = ""
    for part in parts[1:]:
        key, eq, value = part.strip().partition("=")
        value = (value if eq else key).strip().strip('"')
        key = key.strip().upper() if eq else "TYPE"
        if key in ("ENCODING", "TYPE"):
            upper = value.upper()
            quoted = quoted or upper == "QUOTED-PRINTABLE"
            encoded = encoded or upper == "BASE64" or (key == "ENCODING" and upper == "B")
        elif key == "CHARSET":
            charset = value
    return _Head(TAKE.get(name), quoted, encoded, charset)


def _recoded(value: str, head: _Head, mapped: bool) -> str:
    """The value's bytes read in the code page its line names, else as UTF-8, else as Windows-1252."""
    raw = value.encode("latin-1" if mapped else "utf-8", "replace")
    if head.quoted:
        raw = quopri.decodestring(raw)
    elif head.base64:
        try:
            raw = base64.b64decode(raw, validate=True)
        except ValueError:
            return ""
    for charset in (head.charset, "utf-8", "cp1252"):
        if charset:
            try:
                return raw.decode(charset).replace("\r\n", "\n")
            except (UnicodeDecodeError, LookupError):
                continue
    return raw.decode("latin-1")
