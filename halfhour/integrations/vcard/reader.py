"""Read an address book of vCards: every card that tells of a person, and the reason for every one that does not."""

import re
from collections.abc import Iterable

from halfhour.integrations.columns import find_emails, is_linkedin_page
from halfhour.integrations.contacts import ContactRow, FileKind, Problem, ReadFile, count
from halfhour.integrations.dates import parse_day
from halfhour.integrations.refused import Refused
from halfhour.integrations.vcard.cards import read_cards
from halfhour.integrations.vcard.properties import Card
from halfhour.watch import Step, each

MAX_BYTES = 64 * 1024 * 1024
MAX_CARDS = 150_000
_TOO_MANY = f"it has more than {MAX_CARDS:,} cards, which is the limit; please split it"
_BEGIN = re.compile(rb"(?im)^[ \t]*BEGIN[ \t]*:[ \t]*VCARD")


def looks_like_vcard(data: bytes) -> bool:
    """A card begins within the first part of the file, whatever its code page."""
    head = data[:65536]
    return bool(
        _BEGIN.search(head) or _BEGIN.search(head.replace(b"\x00", b"").lstrip(b"\xff\xfe\xef\xbb\xbf"))
    )


def check_size(size: int, *, file: str) -> None:
    """Refused before reading when it is larger than any address book. size: in bytes."""
    if size > MAX_BYTES:
        raise Refused(
            f"it is {size // 2**20} MB; the limit for an address book is {MAX_BYTES // 2**20} MB; without photos it is smaller",
            file=file,
        )


def read(data: bytes, *, file: str) -> ReadFile:
    """Everyone in the file. Refused when it is too large or holds no card with a name, an address or a number."""
    check_size(len(data), file=file)
    if data.count(b"BEGIN:VCARD") > MAX_CARDS:
        raise Refused(_TOO_MANY, file=file)
    in_all = data.count(b"BEGIN:VCARD")
    return people_of(each(Step.READING, read_cards(data), of=in_all), file=file, encoding=_encoding(data))


def people_of(cards: Iterable[Card], *, file: str, encoding: str) -> ReadFile:
    """Everyone the cards tell of. Refused when they tell of nobody."""
    rows: list[ContactRow] = []
    problems: list[Problem] = []
    number = 0
    for number, card in enumerate(cards, 1):
        if number > MAX_CARDS:
            raise Refused(_TOO_MANY, file=file)
        row = row_of(card)
        problems.extend(Problem(at, f"card {number}: {reason}", skipped=False) for at, reason in card.broken)
        if row is None:
            problems.append(Problem(card.line, f"card {number}: {_why_not(card)}"))
        else:
            rows.append(row)
    if not number:
        raise Refused("there is no card in it", file=file)
    if not rows:
        raise Refused(
            f"none of its {number} cards tells of a person"
            if number > 1
            else f"its only card is no person: {problems[-1].reason}",
            file=file,
        )
    newest = max((r.as_of for r in rows if r.as_of), default=None)
    return ReadFile(FileKind.VCARD, rows, problems, count(rows, problems), as_of=newest, encoding=encoding)


def _encoding(data: bytes) -> str:
    return "utf-16" if b"\x00" in data[:200] else "utf-8"


def row_of(card: Card) -> ContactRow | None:
    """A card as a person; None for groups and for cards that say neither who nor how to reach them."""
    if card.kind in ("group", "location"):
        return None
    family, given, middle, prefixes, suffixes = card.n[0] if card.n else ("", "", (), (), ())
    name = card.fn[0] if card.fn else " ".join(p for p in (given, *middle, family) if p)
    emails = tuple(dict.fromkeys(a for e in card.emails for a in (find_emails(e) or [])))
    phones = tuple(
        dict.fromkeys(p.replace(";ext=", " ext. ") for p in card.phones if any(c.isdigit() for c in p))
    )
    org = card.org[0] if card.org else []
    if not name:
        if not (emails or phones or org):
            return None
        name = "" if emails or phones else org[0]
    pages = [u for u in card.urls if u]
    return ContactRow(
        line=card.line,
        given=given,
        family=family,
        name=" ".join(name.split()),
        emails=emails,
        phones=phones,
        organisation=org[0] if org else "",
        title=card.title[0] if card.title else card.role[0] if card.role else "",
        url=next((u for u in pages if is_linkedin_page(u)), pages[0] if pages else ""),
        note="\n".join(card.notes),
        address=_address(card.addresses[0]) if card.addresses else "",
        middle=" ".join(middle),
        prefix=" ".join(prefixes),
        suffix=", ".join(suffixes),
        nickname=card.nickname,
        department=org[1] if len(org) > 1 else "",
        as_of=parse_day(card.revised[:10]) if card.revised else None,
        extra=_extra(card),
    )


def _extra(card: Card) -> tuple[tuple[str, str], ...]:
    found = []
    if card.birthday:
        found.append(("birthday", card.birthday))
    if card.categories:
        found.append(("categories", ", ".join(card.categories)))
    return tuple(found)


def _address(parts: list[str]) -> str:
    return " ".join(", ".join(p for p in parts if p).split())


def _why_not(card: Card) -> str:
    if card.kind in ("group", "location"):
        return f"a {card.kind}, not a person"
    return "neither a name nor an e-mail address nor a telephone number"
