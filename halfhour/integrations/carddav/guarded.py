"""One request to an address book server that the seeker named, and to no other.

https only, or http to this very computer. The name and password go to the host that was typed: a redirect to another
host, port or scheme is refused. An answer stops at a size and at a moment, whatever the server sends.
"""

import base64
import http.client
import ipaddress
import ssl
import time
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urljoin, urlsplit

from halfhour.integrations.refused import Refused

MAX_ANSWER_BYTES = 64 * 1024 * 1024
WAIT_SECONDS = 20.0
MOST_REDIRECTS = 5
_PIECE = 64 * 1024
_MOVED = (301, 302, 303, 307, 308)


@dataclass(frozen=True)
class Answer:
    status: int
    url: str
    body: bytes = field(repr=False)


@dataclass
class Server:
    """The one server that is asked. url: what was typed. until: the moment (monotonic seconds) at which everything stops."""

    url: str
    user: str
    password: str = field(repr=False)
    until: float
    left_bytes: int = field(default_factory=lambda: MAX_ANSWER_BYTES)

    def __post_init__(self) -> None:
        self.url = checked(self.url)

    def ask(self, method: str, url: str, *, depth: str = "", body: bytes = b"") -> Answer:
        """One request, following redirects on the same server. Refused when it cannot be reached or leads elsewhere."""
        for _ in range(MOST_REDIRECTS):
            url = self.own(url)
            answer, moved = self._once(method, url, depth, body)
            if answer.status not in _MOVED or not moved:
                return answer
            url = urljoin(url, moved)
        raise Refused("the server sends from one address to the next without end", file=self.host)

    def own(self, href: str) -> str:
        """An address the server gave, in full. Refused when it is another server's."""
        full = urljoin(self.url, href)
        if _origin(urlsplit(full)) != _origin(urlsplit(self.url)):
            raise Refused(
                f"it leads to another server ({urlsplit(full).hostname or 'unknown'}), and your password is not sent there; "
                "give that address yourself if you trust it",
                file=self.host,
            )
        return full

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or ""

    def _once(self, method: str, url: str, depth: str, body: bytes) -> tuple[Answer, str]:
        left = self.until - time.monotonic()
        if left <= 0:
            raise Refused("the server takes too long; nothing was read", file=self.host)
        connection = _connection(urlsplit(url), min(WAIT_SECONDS, left))
        try:
            connection.request(method, _path(urlsplit(url)), body or None, self._headers(depth, body))
            response = connection.getresponse()
            data = b"" if response.status in _MOVED else self._body(response)
            return Answer(response.status, url, data), response.headers.get("Location", "")
        except ssl.SSLCertVerificationError as error:
            raise Refused(
                "its certificate is not valid, so it may not be who it says", file=self.host
            ) from error
        except TimeoutError as error:
            raise Refused("the server takes too long; nothing was read", file=self.host) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise Refused("the server cannot be reached; is the address right?", file=self.host) from error
        finally:
            connection.close()

    def _headers(self, depth: str, body: bytes) -> dict[str, str]:
        token = base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
        headers = {"Authorization": f"Basic {token}", "User-Agent": "Halfhour", "Accept-Encoding": "identity"}
        if depth:
            headers["Depth"] = depth
        if body:
            headers["Content-Type"] = "application/xml; charset=utf-8"
        return headers

    def _body(self, response: http.client.HTTPResponse) -> bytes:
        pieces = []
        while piece := response.read1(_PIECE):
            self.left_bytes -= len(piece)
            if self.left_bytes < 0:
                raise Refused(
                    f"the server sends more than {MAX_ANSWER_BYTES // 2**20} MB, which is the limit",
                    file=self.host,
                )
            if time.monotonic() > self.until:
                raise Refused("the server takes too long; nothing was read", file=self.host)
            pieces.append(piece)
        return b"".join(pieces)


def checked(url: str) -> str:
    """The address in full; without a scheme it is https. Refused when it is neither https nor this computer."""
    typed = url.strip()
    full = typed if "://" in typed else f"https://{typed}"
    try:
        parts = urlsplit(full)
        host, _port = parts.hostname, parts.port
    except ValueError:
        host, parts = None, urlsplit("")
    if (
        not host
        or parts.scheme not in ("https", "http")
        or any(c.isspace() or not c.isprintable() for c in full)
    ):
        raise Refused(
            "this is no address of a server; it looks like https://example.org/addressbooks/", file=typed
        )
    if parts.username or parts.password:
        raise Refused("leave the name and the password out of the address; they have fields of their own")
    if parts.scheme == "http" and not is_this_computer(host):
        raise Refused(
            "the address begins with http, so anyone on the way could read your password; use https",
            file=host,
        )
    return parts._replace(path=parts.path or "/", fragment="").geturl()


def host_of(url: str) -> str:
    """The server's name, for showing."""
    return urlsplit(checked(url)).hostname or ""


def is_this_computer(host: str) -> bool:
    if host.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _origin(parts: SplitResult) -> tuple[str, str, int]:
    return (
        parts.scheme,
        (parts.hostname or "").casefold(),
        parts.port or (443 if parts.scheme == "https" else 80),
    )


def _path(parts: SplitResult) -> str:
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _connection(parts: SplitResult, seconds: float) -> http.client.HTTPConnection:
    host = parts.hostname or ""
    if parts.scheme == "http":
        return http.client.HTTPConnection(host, parts.port or 80, timeout=seconds)
    return http.client.HTTPSConnection(
        host, parts.port or 443, timeout=seconds, context=ssl.create_default_context()
    )
