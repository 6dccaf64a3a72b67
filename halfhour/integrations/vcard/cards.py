"""A fast reader of vCard 2.1, 3.0 and 4.0 (RFC 2426, RFC 6350, and what programs really write).

A file is cut into cards as bytes, so that a card in another code page, a photo, or a broken card does not touch its
neighbours. Heads of lines ("TEL;TYPE=CELL,VOICE") repeat, so each is understood once. Cards with quoted-printable values
or old code pages take a slower road with the same result.
"""

import quopri
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from halfhour.integrations.text import decode

_EDGE = re.compile(rb":[ \t]*[vV][cC][aA][rR][dD][ \t]*(?=[\r\n]|\Z)")  # a colon first: photos hold none
_PRINTABLE = re.compile(rb"-[pP][rR][iI][nN][tT][aA][bB][lL][eE]")
_ESCAPE = re.compile(r"\\(.)", re.S)
_UNESCAPED = {"n": "\n", "N": "\n"}
_QUOTED_PARTS = re.compile(r'(?:[^;"]|"[^"]*"?)+')
_LIMIT_HEADS = 4_000

Name = tuple[str, str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]


@dataclass(slots=True)
class Card:
    """One card's values, unescaped, in the order of the file; nothing is judged here.

    line: of BEGIN, 1-based. n: (family, given, additional, prefixes, suffixes) each. org: parts, empty ones at the end left out.
    broken: what was wrong with single lines, as (line, reason).
    """

    line: int
    version: str = ""
    fn: list[str] = field(default_factory=list)
    n: list[Name] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    org: list[list[str]] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    role: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    addresses: tuple[list[str], ...] = ()
    nickname: str = ""
    revised: str = ""
    kind: str = ""
    birthday: str = ""
    categories: tuple[str, ...] = ()
    broken: tuple[tuple[int, str], ...] = ()


Take = Callable[[Card, str], None]


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
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:4] == b"\x00\x00\xfe\xff" or b"\x00" in data[:200]:
        return decode(data).data
    data = data.removeprefix(b"\xef\xbb\xbf")
    return data.replace(b"\r\r\n", b"\r\n") if b"\r\r\n" in data else data


def read_cards(data: bytes) -> Iterator[Card]:
    """Every card of a file in order. A card without its end is given too, with that noted; a card inside a card is not."""
    data = plain_bytes(data)
    if b"\r" in data and b"\n" not in data:
        data = data.replace(b"\r", b"\n")
    heads: dict[str, _Head] = {}
    line, counted = 1, 0
    start = -1
    depth = 0
    for at, begins in _edges(data):
        if begins and start >= 0 and _holds_agent(data, at):
            depth += 1
            continue
        if not begins and depth:
            depth -= 1
            continue
        if start >= 0:
            line += data.count(b"\n", counted, start)
            counted = start
            yield _parse(data[start:at], line, heads, ended=not begins)
        start = at if begins else -1
        depth = 0
    if start >= 0:
        line += data.count(b"\n", counted, start)
        yield _parse(data[start:], line, heads, ended=False)


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
    open_value = False
    for raw in text.split("\n"):
        if open_value:
            lines[-1] = lines[-1][:-1] + raw
        elif raw[:1] in (" ", "\t") and lines:
            lines[-1] += raw[1:]
        else:
            lines.append(raw)
        current = lines[-1]
        open_value = current.endswith("=") and "PRINTABLE" in current.partition(":")[0].upper()
    return lines


def _fill(card: Card, lines: list[str], heads: dict[str, _Head], mapped: bool) -> None:
    labels_base64 = False
    for number, line in enumerate(lines[1:], 1):
        left, colon, value = line.partition(":")
        head = heads.get(left)
        if head is None:
            if not colon:
                if line.strip() and not labels_base64:
                    card.broken += (
                        (card.line + number, f"“{line.strip()[:40]}” is no line of a card; it was left out"),
                    )
                continue
            if '"' in left and left.count('"') % 2:
                left, value = _split_quoted(line)
            head = _understood(left)
            if len(heads) < _LIMIT_HEADS and '"' not in left:
                heads[left] = head
        labels_base64 = head.base64
        take = head.take
        if take is None or not value:
            continue
        if head.quoted or mapped:
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
    quoted = base64 = False
    charset = ""
    for part in parts[1:]:
        key, eq, value = part.strip().partition("=")
        value = (value if eq else key).strip().strip('"')
        key = key.strip().upper() if eq else "TYPE"
        if key in ("ENCODING", "TYPE"):
            upper = value.upper()
            quoted = quoted or upper == "QUOTED-PRINTABLE"
            base64 = base64 or upper == "BASE64" or (key == "ENCODING" and upper == "B")
        elif key == "CHARSET":
            charset = value
    return _Head(None if base64 else _TAKE.get(name), quoted, base64, charset)


def _recoded(value: str, head: _Head, mapped: bool) -> str:
    """The value's bytes read in the code page its line names, else as UTF-8, else as Windows-1252."""
    raw = value.encode("latin-1" if mapped else "utf-8", "replace")
    if head.quoted:
        raw = quopri.decodestring(raw)
    for charset in (head.charset, "utf-8", "cp1252"):
        if charset:
            try:
                return raw.decode(charset).replace("\r\n", "\n")
            except (UnicodeDecodeError, LookupError):
                continue
    return raw.decode("latin-1")


def _take_fn(card: Card, value: str) -> None:
    text = _text(value)
    if text:
        card.fn.append(text)


def _take_n(card: Card, value: str) -> None:
    """N in its five parts. From 3.0 on a comma parts several values; 2.1 knows no such list."""
    if "\\" not in value and "," not in value:
        plain = value.split(";", 5)
        plain += [""] * (5 - len(plain))
        family, given, *rest = (p.strip() for p in plain[:5])
        middle, prefix, suffix = (_one(r) for r in rest)
    else:
        lists = card.version != "2.1"
        parts = _split(value, ";")
        parts += [""] * (5 - len(parts))
        family, given = _words(parts[0], lists), _words(parts[1], lists)
        middle, prefix, suffix = (_listed(p, lists) for p in parts[2:5])
    if family or given or middle or prefix or suffix:
        card.n.append((family, given, middle, prefix, suffix))


def _one(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _take_email(card: Card, value: str) -> None:
    text = _text(value)
    if text:
        card.emails.append(text[7:] if text[:7].lower() == "mailto:" else text)


def _take_tel(card: Card, value: str) -> None:
    text = _text(value)
    if text:
        card.phones.append(text[4:] if text[:4].lower() == "tel:" else text)


def _take_org(card: Card, value: str) -> None:
    parts = [_text(p) for p in _split(value, ";")]
    while parts and not parts[-1]:
        parts.pop()
    if parts:
        card.org.append(parts)


def _take_title(card: Card, value: str) -> None:
    text = _text(value)
    if text:
        card.title.append(text)


def _take_version(card: Card, value: str) -> None:
    card.version = value.strip()


def _take_note(card: Card, value: str) -> None:
    text = _text(value)
    if text:
        card.notes += (text,)


def _take_adr(card: Card, value: str) -> None:
    parts = [_text(p) for p in _split(value, ";")]
    if any(parts):
        card.addresses += (parts,)


def _take_url(card: Card, value: str) -> None:
    text = _text(value)
    if text:
        card.urls += (text,)


def _take_role(card: Card, value: str) -> None:
    text = _text(value)
    if text:
        card.role += (text,)


def _take_nickname(card: Card, value: str) -> None:
    card.nickname = card.nickname or _text(value)


def _take_revised(card: Card, value: str) -> None:
    card.revised = _text(value)


def _take_kind(card: Card, value: str) -> None:
    card.kind = _text(value).lower()


def _take_birthday(card: Card, value: str) -> None:
    card.birthday = card.birthday or _text(value)


def _take_categories(card: Card, value: str) -> None:
    card.categories += tuple(p for p in (_text(x) for x in _split(value, ",")) if p)


_TAKE: dict[str, Take] = {
    "FN": _take_fn,
    "N": _take_n,
    "EMAIL": _take_email,
    "TEL": _take_tel,
    "ORG": _take_org,
    "TITLE": _take_title,
    "VERSION": _take_version,
    "NOTE": _take_note,
    "ADR": _take_adr,
    "URL": _take_url,
    "X-SOCIALPROFILE": _take_url,
    "X-LINKEDIN": _take_url,
    "ROLE": _take_role,
    "NICKNAME": _take_nickname,
    "REV": _take_revised,
    "KIND": _take_kind,
    "X-ADDRESSBOOKSERVER-KIND": _take_kind,
    "BDAY": _take_birthday,
    "CATEGORIES": _take_categories,
}


def _text(value: str) -> str:
    if "\\" in value:
        value = _ESCAPE.sub(lambda m: _UNESCAPED.get(m[1], m[1]), value)
    return value.strip()


def _split(value: str, mark: str) -> list[str]:
    """Parts between marks that no backslash precedes, still escaped."""
    if "\\" not in value:
        return value.split(mark)
    parts: list[str] = []
    current: list[str] = []
    escaped = False
    for c in value:
        if escaped:
            current.append(c)
            escaped = False
        elif c == "\\":
            current.append(c)
            escaped = True
        elif c == mark:
            parts.append("".join(current))
            current = []
        else:
            current.append(c)
    parts.append("".join(current))
    return parts


def _words(part: str, lists: bool) -> str:
    if lists and "," in part:
        return " ".join(t for t in (_text(x) for x in _split(part, ",")) if t)
    return _text(part)


def _listed(part: str, lists: bool) -> tuple[str, ...]:
    if lists and "," in part:
        return tuple(t for t in (_text(x) for x in _split(part, ",")) if t)
    text = _text(part)
    return (text,) if text else ()
