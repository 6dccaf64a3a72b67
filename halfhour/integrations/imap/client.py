"""A mailbox on its server, looked at and never changed: nothing is marked read, moved or deleted (RFC 9051).

Sizes are bounded whatever a server says about them. Certificates are always verified; a line without encryption
is refused.
"""

import imaplib
import re
import socket
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

STEP_SECONDS = 25.0
MAX_WHOLE = 25 * 1024 * 1024
MAX_HEAD = 64 * 1024
HEADS_AT_ONCE = 50


class Step(StrEnum):
    NAME = "name"
    CONNECT = "connect"
    CERTIFICATE = "certificate"
    ENCRYPTION = "encryption"
    SIGN_IN = "sign-in"
    FOLDER = "folder"
    READING = "reading"


class Failed(Exception):  # noqa: N818  # it says what happened; nothing here is an error of the program
    """The server or the line did not go along. for_now: signing in may work later with the same password."""

    def __init__(self, step: Step, said: str = "", *, for_now: bool = True) -> None:
        super().__init__(f"{step}: {said}")
        self.step, self.said, self.for_now = step, said[:300], for_now


class Security(StrEnum):
    TLS = "tls"
    STARTTLS = "starttls"


@dataclass(frozen=True, slots=True)
class Server:
    host: str
    port: int
    security: Security
    username: str
    password: str
    step_seconds: float = STEP_SECONDS


@dataclass(frozen=True, slots=True)
class Head:
    """One message as the server lists it. size: as the server says, in bytes; data: its header, cut at MAX_HEAD."""

    uid: int
    size: int
    data: bytes


class Inbox:
    """An opened, read-only folder. uid_validity: when it changes, every number means another message."""

    def __init__(self, box: Any) -> None:
        self._box = box
        self._client = box.client
        self.uid_validity = self._number("UIDVALIDITY")

    def _number(self, name: str) -> int:
        _, values = self._client.response(name)
        found = values[-1] if values else None
        return int(found) if found and bytes(found).isdigit() else 0

    def uids(self, *, after: int = 0, since: str = "") -> list[int]:
        """The numbers above `after`, in rising order; since: only what arrived on or after this day ("22-Nov-2026")."""
        words = [f"UID {after + 1}:*"] + ([f"SINCE {since}"] if since else [])
        data = self._said(self._client.uid("SEARCH", *words))
        found = {int(n) for line in data if line for n in bytes(line).split() if n.isdigit()}
        return sorted(n for n in found if n > after)  # "n:*" always names the last one, also when it is older

    def heads(self, uids: Sequence[int]) -> Iterator[Head]:
        """The headers of these messages, some at a time."""
        for at in range(0, len(uids), HEADS_AT_ONCE):
            some = ",".join(map(str, uids[at : at + HEADS_AT_ONCE]))
            self._client.allow(HEADS_AT_ONCE * (MAX_HEAD + 1024))
            items = f"(UID RFC822.SIZE BODY.PEEK[HEADER]<0.{MAX_HEAD}>)"
            heads = _heads(self._said(self._client.uid("FETCH", some, items)))
            yield from sorted(heads, key=lambda h: h.uid)

    def whole(self, uid: int) -> bytes:
        """One message, at most MAX_WHOLE bytes of it; empty when it is gone."""
        self._client.allow(MAX_WHOLE + 4096)
        data = self._said(self._client.uid("FETCH", str(uid), f"(UID BODY.PEEK[]<0.{MAX_WHOLE}>)"))
        return next((bytes(item[1]) for item in data if isinstance(item, tuple)), b"")

    def holds(self, message_id: str) -> bool:
        """Whether a message with this Message-ID is in the folder."""
        if re.search(r'[\r\n"\\]', message_id):
            return False
        data = self._said(self._client.uid("SEARCH", "HEADER", "Message-ID", f'"<{message_id}>"'))
        return any(bytes(line).split() for line in data if line)

    def wait(self, seconds: float) -> bool:
        """Until the server says that something is new, at most so long. False when it cannot say so (no IDLE)."""
        if "IDLE" not in self._client.capabilities:
            return False
        try:
            self._client.allow(65536)
            self._box.idle.wait(timeout=seconds)
        except (OSError, imaplib.IMAP4.error, Exception) as fault:
            raise Failed(Step.READING, _words(fault)) from fault
        return True

    def _said(self, answer: tuple[str, list[Any]]) -> list[Any]:
        kind, data = answer
        if kind != "OK":
            raise Failed(Step.READING, _words(data))
        return data


@contextmanager
def opened(server: Server, folder: str = "INBOX") -> Iterator[Inbox]:
    """Sign in and look at a folder. Everything a server or a line does wrong is raised as Failed."""
    box = _signed_in(server)
    try:
        try:
            box.folder.set(folder, readonly=True)
        except Exception as fault:  # imap-tools raises its own kinds
            raise Failed(Step.FOLDER, _words(fault)) from fault
        try:
            yield Inbox(box)
        except (imaplib.IMAP4.error, OSError, ValueError) as fault:
            raise Failed(Step.READING, _words(fault)) from fault
    finally:
        with suppress(Exception):  # a line that is down already cannot be left politely
            box.logout()
        with suppress(Exception):
            box.client.shutdown()


def sent_folder(server: Server) -> str:
    """The folder that keeps what was sent (RFC 6154), or the one that is usually called so; empty when none is."""
    box = _signed_in(server)
    try:
        folders = box.folder.list()
    except Exception as fault:
        raise Failed(Step.FOLDER, _words(fault)) from fault
    finally:
        with suppress(Exception):
            box.logout()
    marked = [f.name for f in folders if any(flag.lower() == "\\sent" for flag in f.flags)]
    called = [
        f.name for f in folders if re.fullmatch(r"(?i)(.*[./])?sent([ -](items|mail|messages))?", f.name)
    ]
    return next(iter(marked or called), "")


def put_copy(server: Server, folder: str, message_id: str, data: bytes) -> bool:
    """Put a message, marked as read, into a folder that does not hold it yet. True when it was put there."""
    with opened(server, folder) as inbox:
        if inbox.holds(message_id):
            return False
    box = _signed_in(server)
    try:
        box.append(data, folder, dt=None, flag_set=["\\Seen"])
    except Exception as fault:  # imap-tools raises its own kinds
        raise Failed(Step.FOLDER, _words(fault)) from fault
    finally:
        with suppress(Exception):
            box.logout()
    return True


def _signed_in(server: Server) -> Any:
    from imap_tools import MailBox, MailBoxStartTls
    from imap_tools.errors import MailboxLoginError, MailboxStarttlsError

    class Direct(MailBox):
        def _get_mailbox_client(self) -> imaplib.IMAP4:
            return _BoundedTls(
                server.host,
                server.port,
                ssl_context=ssl.create_default_context(),
                timeout=server.step_seconds,
            )

    class Upgraded(MailBoxStartTls):
        def _get_mailbox_client(self) -> imaplib.IMAP4:
            client = _Bounded(server.host, server.port, timeout=server.step_seconds)
            client.starttls(ssl.create_default_context())
            return client

    step = Step.CONNECT
    try:
        kind = Direct if server.security is Security.TLS else Upgraded
        box = kind(server.host, server.port)
        step = Step.SIGN_IN
        if server.username.isascii() and server.password.isascii():
            box.login(server.username, server.password, initial_folder=None)
        else:
            box.login_utf8(server.username, server.password, initial_folder=None)
        return box
    except MailboxLoginError as fault:
        said = _words(fault)
        busy = re.search(r"(?i)\[(unavailable|inuse|limit)|try again|temporar", said)
        raise Failed(Step.SIGN_IN, said, for_now=bool(busy)) from fault
    except MailboxStarttlsError as fault:
        raise Failed(Step.ENCRYPTION, _words(fault)) from fault
    except ssl.SSLCertVerificationError as fault:
        raise Failed(Step.CERTIFICATE, fault.verify_message or str(fault)) from fault
    except ssl.SSLError as fault:
        raise Failed(Step.ENCRYPTION, str(fault)) from fault
    except (socket.gaierror, UnicodeError) as fault:
        raise Failed(Step.NAME, str(fault)) from fault
    except imaplib.IMAP4.error as fault:
        words = _words(fault)
        wrong = step is Step.SIGN_IN and not isinstance(fault, imaplib.IMAP4.abort)
        stripped = step is Step.CONNECT and "TLS" in words
        raise Failed(Step.ENCRYPTION if stripped else step, words, for_now=not wrong) from fault
    except (OSError, ValueError) as fault:
        raise Failed(step, _words(fault)) from fault


class _Limits:
    """How many bytes one command may bring; a server that announces more is cut off."""

    budget = 4 * 1024 * 1024

    def allow(self, size: int) -> None:
        self.budget = size

    def take(self, size: int) -> None:
        self.budget -= size
        if self.budget < 0:
            raise imaplib.IMAP4.abort("the server sends more than was asked for")


class _Bounded(_Limits, imaplib.IMAP4):
    def read(self, size: int) -> bytes:
        self.take(size)
        return super().read(size)


class _BoundedTls(_Limits, imaplib.IMAP4_SSL):
    def read(self, size: int) -> bytes:
        self.take(size)
        return super().read(size)


def _heads(data: list[Any]) -> Iterator[Head]:
    """Pull UID, size and header out of a FETCH answer; the order of the items is the server's choice."""
    for at, item in enumerate(data):
        if not isinstance(item, tuple):
            continue
        after = data[at + 1] if at + 1 < len(data) and isinstance(data[at + 1], bytes) else b""
        told = bytes(item[0]) + b" " + after
        uid, size = re.search(rb"UID (\d+)", told), re.search(rb"RFC822\.SIZE (\d+)", told)
        if uid:
            yield Head(int(uid[1]), int(size[1]) if size else 0, bytes(item[1]))


def _words(fault: object) -> str:
    text = fault if isinstance(fault, str) else str(fault)
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:300]
