"""Read every card of an address book server (CardDAV, RFC 6352), one way: nothing is ever written there.

From whatever address was typed (a server, an account, one address book) the address books are found as RFC 6764 and
RFC 6352 say: the address itself, its principal, its home, and the well-known place. Then each book's cards are asked for
by name, a hundred at a time.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit
from xml.sax.saxutils import escape

from halfhour.integrations.carddav.guarded import Answer, Server
from halfhour.integrations.refused import Refused

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element  # for its type only; defusedxml parses

MOST_SECONDS = 90.0
MOST_BOOKS = 20
MOST_CARDS = 50_000
AT_ONCE = 100
_D, _C = "{DAV:}", "{urn:ietf:params:xml:ns:carddav}"
_XMLNS = 'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"'
_WHERE = (
    f'<?xml version="1.0" encoding="utf-8"?><D:propfind {_XMLNS}><D:prop><D:resourcetype/><D:displayname/>'
    "<D:current-user-principal/><C:addressbook-home-set/></D:prop></D:propfind>"
).encode()
_NAMES = (
    f'<?xml version="1.0" encoding="utf-8"?><D:propfind {_XMLNS}><D:prop><D:resourcetype/><D:getetag/></D:prop></D:propfind>'
).encode()


@dataclass(frozen=True)
class Book:
    """One address book. url: in full, on the server that was typed. name: as its owner calls it."""

    url: str
    name: str


@dataclass(frozen=True)
class Pulled:
    """cards: everything as one vCard file. books: (name, cards) of each book that was read."""

    cards: bytes
    books: tuple[tuple[str, int], ...]


def pull(url: str, user: str, password: str, *, seconds: float = MOST_SECONDS) -> Pulled:
    """Every card of every address book found at an address. Refused, in one sentence, when there is none or no way in.

    seconds: everything stops after that long; nothing is read then.
    """
    server = Server(url, user, password, until=time.monotonic() + seconds)
    found = _books(server)
    if not found:
        raise Refused("there is no address book at this address", file=server.host)
    cards: list[str] = []
    told = []
    for book in found[:MOST_BOOKS]:
        before = len(cards)
        cards.extend(_cards(server, book, MOST_CARDS - len(cards)))
        told.append((book.name, len(cards) - before))
    if not cards:
        raise Refused("the address book is empty", file=server.host)
    return Pulled("\r\n".join(card.strip() for card in cards).encode() + b"\r\n", tuple(told))


@dataclass(frozen=True)
class _Found:
    """What one address says of itself."""

    url: str
    name: str
    is_book: bool
    homes: tuple[str, ...]
    principal: str


def _books(server: Server) -> list[Book]:
    tried: set[str] = set()
    waiting = [server.url, server.own("/.well-known/carddav")]
    while waiting and len(tried) < 8:
        url = waiting.pop(0)
        if url in tried:
            continue
        tried.add(url)
        here = _look(server, url, "0")
        books = [Book(f.url, f.name) for f in here if f.is_book]
        if books:
            return books
        homes = [server.own(home) for f in here for home in f.homes]
        for home in homes or [url]:
            beneath = [Book(f.url, f.name) for f in _look(server, home, "1") if f.is_book]
            if beneath:
                return beneath
        waiting[:0] = [server.own(f.principal) for f in here if f.principal]
    return []


def _look(server: Server, url: str, depth: str) -> list[_Found]:
    answer = server.ask("PROPFIND", url, depth=depth, body=_WHERE)
    if answer.status in (401, 403):
        raise Refused("the name or the password is not accepted", file=server.host)
    if answer.status >= 500:
        raise Refused("the server has a fault of its own; try again later", file=server.host)
    if answer.status != 207:
        return []
    found = []
    for href, prop in _responses(server, answer):
        full = server.own(href)
        kinds = {kind.tag for kind in prop.findall(f"{_D}resourcetype/*")}
        name = (prop.findtext(f"{_D}displayname") or "").strip() or _last_part(full)
        homes = tuple(h.text.strip() for h in prop.findall(f"{_C}addressbook-home-set/{_D}href") if h.text)
        principal = (prop.findtext(f"{_D}current-user-principal/{_D}href") or "").strip()
        found.append(_Found(full, name, f"{_C}addressbook" in kinds, homes, principal))
    return found


def _cards(server: Server, book: Book, most: int) -> Iterator[str]:
    """The cards of one book as text."""
    answer = server.ask("PROPFIND", book.url, depth="1", body=_NAMES)
    if answer.status != 207:
        raise Refused(f"the address book “{book.name}” cannot be read", file=server.host)
    hrefs = [
        href
        for href, prop in _responses(server, answer)
        if prop.find(f"{_D}resourcetype/{_D}collection") is None and server.own(href) != book.url
    ]
    if len(hrefs) > most:
        raise Refused(f"it holds more than {MOST_CARDS:,} cards, which is the limit", file=server.host)
    for start in range(0, len(hrefs), AT_ONCE):
        named = "".join(f"<D:href>{escape(href)}</D:href>" for href in hrefs[start : start + AT_ONCE])
        body = (
            f'<?xml version="1.0" encoding="utf-8"?><C:addressbook-multiget {_XMLNS}>'
            f"<D:prop><C:address-data/></D:prop>{named}</C:addressbook-multiget>"
        )
        answer = server.ask("REPORT", book.url, depth="1", body=body.encode())
        if answer.status != 207:
            raise Refused(f"the address book “{book.name}” cannot be read", file=server.host)
        for _href, prop in _responses(server, answer):
            card = prop.findtext(f"{_C}address-data") or ""
            if "BEGIN:VCARD" in card.upper():
                yield card


def _responses(server: Server, answer: Answer) -> Iterator[tuple[str, "Element"]]:
    """(address, its properties) of each part of an answer; parts that are not there are passed over."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        tree = fromstring(answer.body, forbid_dtd=True)
    except (DefusedXmlException, ParseError, ValueError, LookupError) as error:
        raise Refused("the server's answer is no address book's", file=server.host) from error
    for response in tree.iter(f"{_D}response"):
        href = (response.findtext(f"{_D}href") or "").strip()
        for status in response.findall(f"{_D}propstat"):
            prop = status.find(f"{_D}prop")
            if href and prop is not None and " 200" in (status.findtext(f"{_D}status") or " 200"):
                yield href, prop


def _last_part(url: str) -> str:
    return unquote(urlsplit(url).path.rstrip("/").rpartition("/")[2]) or "address book"
