"""The properties of a vCard that tell of a person, each with the way its value is taken (RFC 2426, RFC 6350)."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

_ESCAPE = re.compile(r"\\(.)", re.S)
_UNESCAPED = {"n": "\n", "N": "\n"}

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


TAKE: dict[str, Take] = {
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
