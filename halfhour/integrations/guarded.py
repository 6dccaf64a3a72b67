"""Asking a web server whose address somebody typed, without being led elsewhere (ASVS 1.3.6).

The name is resolved once and the checked address is the one connected to; every redirect is checked again; private
addresses only after an explicit yes, the link-local ones never. Size and time have an end whatever the server does.
"""

import base64
import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

LARGEST_BYTES = 5 * 2**20
LONGEST_SECONDS = 20.0
MOST_REDIRECTS = 3
BLOCK = 65536
REDIRECTS = {301, 302, 303, 307, 308}


class NotAsked(Exception):  # noqa: N818  # it says what happened; nothing here is an error of the program
    """Nothing was got. The message is one plain sentence; `for_now` when trying again later may help."""

    def __init__(self, why: str, *, for_now: bool = False) -> None:
        super().__init__(why)
        self.for_now = for_now


@dataclass(frozen=True, slots=True)
class Answered:
    """status: of HTTP. headers: names in lower case. url: where the answer came from after redirects."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str


@dataclass(frozen=True, slots=True)
class Asking:
    """user, password: sent only to the host asked first. private_ok: the seeker said yes to an address in the own network."""

    private_ok: bool = False
    user: str = ""
    password: str = field(default="", repr=False)
    seconds: float = LONGEST_SECONDS
    largest_bytes: int = LARGEST_BYTES


def ask(
    method: str, url: str, how: Asking, *, headers: Mapping[str, str] | None = None, body: bytes = b""
) -> Answered:
    """Ask and give the answer, whatever its status. NotAsked when it may not be asked or does not answer in time."""
    ends_at = time.monotonic() + how.seconds
    first = _parts(url)
    for _hop in range(MOST_REDIRECTS + 1):
        same = _parts(url)[:3] == first[:3]
        answer = _once(method, url, how, {**(headers or {}), **(_signed(how) if same else {})}, body, ends_at)
        if answer.status not in REDIRECTS or not answer.headers.get("location"):
            return answer
        url = urljoin(url, answer.headers["location"])
        if first[0] == "https" and _parts(url)[0] != "https":
            raise NotAsked("The server leads from a safe address to one that is not.")
    raise NotAsked("The server leads from one address to the next without an end.")


def _signed(how: Asking) -> dict[str, str]:
    if not how.user:
        return {}
    token = base64.b64encode(f"{how.user}:{how.password}".encode()).decode("ascii")
    return {"Authorization": f"Basic {token}"}


def checked_addresses(url: str, *, private_ok: bool) -> tuple[str, int, bool, list[str]]:
    """(host, port, whether it is https, addresses that may be connected to). NotAsked when there are none."""
    scheme, host, port, signed = _parts(url)
    if scheme not in ("http", "https") or not host or signed:
        raise NotAsked("The address has to begin with https:// and name a server.")
    secure = scheme == "https"
    port = port or (443 if secure else 80)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as wrong:
        raise NotAsked(f"There is no server with the name {host}.", for_now=True) from wrong
    addresses = list(dict.fromkeys(str(info[4][0]) for info in found))
    kinds = {_kind(address) for address in addresses}
    if "never" in kinds:
        raise NotAsked("This address is not one of a calendar or contacts server.")
    if "private" in kinds and not private_ok:
        raise NotAsked("This address is in your own network. Say that this is meant, and try again.")
    if not secure and "public" in kinds:
        raise NotAsked("The address has to begin with https://, or the password could be read on the way.")
    return host, port, secure, addresses


def _parts(url: str) -> tuple[str, str, int | None, bool]:
    """(scheme, host, port, whether a name or password stands in it)."""
    try:
        parts = urlsplit(url)
        return parts.scheme, parts.hostname or "", parts.port, bool(parts.username or parts.password)
    except ValueError as wrong:
        raise NotAsked("This is no web address.") from wrong


def _kind(address: str) -> str:
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        ip = ip.ipv4_mapped or ip.sixtofour or ip
    if ip.is_multicast or ip.is_unspecified or (ip.is_link_local and not ip.is_loopback):
        return "never"
    return "public" if ip.is_global else "private"


def _once(
    method: str, url: str, how: Asking, headers: Mapping[str, str], body: bytes, ends_at: float
) -> Answered:
    host, port, secure, addresses = checked_addresses(url, private_ok=how.private_ok)
    parts = urlsplit(url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        line = _connect(host, port, secure, addresses[0], ends_at)
        with line:
            line.request(method, path, body=body or None, headers={"Accept-Encoding": "identity", **headers})
            answer = line.getresponse()
            told = {name.lower(): value for name, value in answer.getheaders()}
            if told.get("content-encoding", "identity").lower() != "identity":
                raise NotAsked("The server answers in a packed form that was not asked for.")
            return Answered(answer.status, told, _read(line, answer, how.largest_bytes, ends_at), url)
    except ssl.SSLCertVerificationError as wrong:
        raise NotAsked("The server's certificate is not right for this address.") from wrong
    except (TimeoutError, ssl.SSLError, http.client.HTTPException, OSError, ValueError) as wrong:
        late = isinstance(wrong, TimeoutError) or time.monotonic() >= ends_at
        why = (
            "The server does not answer in time."
            if late
            else f"The server cannot be reached ({type(wrong).__name__})."
        )
        raise NotAsked(why, for_now=True) from wrong


class _Line(http.client.HTTPConnection):
    """A connection whose socket is made elsewhere, to an address that was checked."""

    def __enter__(self) -> "_Line":
        return self

    def __exit__(self, *_fault: object) -> None:
        self.close()


def _connect(host: str, port: int, secure: bool, address: str, ends_at: float) -> _Line:
    line = _Line(host, port)
    plain = socket.create_connection((address, port), timeout=_left(ends_at))
    if secure:
        line.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
    else:
        line.sock = plain
    return line


def _read(line: _Line, answer: http.client.HTTPResponse, largest: int, ends_at: float) -> bytes:
    parts: list[bytes] = []
    size = 0
    while True:
        left = _left(ends_at)
        if line.sock is not None:
            line.sock.settimeout(left)
        block = answer.read1(BLOCK)
        if not block:
            return b"".join(parts)
        size += len(block)
        if size > largest:
            raise NotAsked("The server's answer is larger than a calendar is.")
        parts.append(block)


def _left(ends_at: float) -> float:
    left = ends_at - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
