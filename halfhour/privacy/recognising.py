"""By what someone is recognised without their words being kept: keyed digests of addresses, numbers and names.

The key lies in a file of the data folder, beside the database and not in it. A name alone is no sign; with the same
organisation it is.
"""

import hashlib
import hmac
import unicodedata
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

LAST_DIGITS = 9  # of a telephone number; country codes and zeros before them differ from file to file
FEWEST_DIGITS = 7


def signs(
    *,
    emails: Iterable[str] = (),
    phones: Iterable[str] = (),
    urls: Iterable[str] = (),
    name: str = "",
    organisation: str = "",
) -> Iterator[tuple[str, str]]:
    """(kind, plain form) of everything that tells this person from others."""
    for email in emails:
        if "@" in email:
            yield "email", email.strip().casefold()
    for phone in phones:
        digits = "".join(c for c in phone if c.isascii() and c.isdigit())
        if len(digits) >= FEWEST_DIGITS:
            yield "phone", digits[-LAST_DIGITS:]
    for url in urls:
        if plain := _plain_url(url):
            yield "url", plain
    if name.strip() and organisation.strip():
        yield "name", f"{_plain(name)}|{_plain(organisation)}"


def digest(kind: str, plain: str, salt: str) -> str:
    return hmac.new(salt.encode(), f"{kind}:{plain}".encode(), hashlib.sha256).hexdigest()


def _plain_url(url: str) -> str:
    text = url.strip()
    parts = urlsplit(text if "//" in text else f"//{text}")
    host, path = (parts.netloc or "").casefold().removeprefix("www."), parts.path.rstrip("/").casefold()
    return f"{host}{path}" if host and path else ""


def _plain(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in spread if not unicodedata.combining(c)).split())
