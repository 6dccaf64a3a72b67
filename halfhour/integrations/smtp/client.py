"""One message to one mail server, step by step, so that it is known how far it came (RFC 5321).

The last dot decides: before it nothing was delivered and the message may be tried again; a server that falls
silent after it may have the message or not, and nobody can know from here. Certificates are always verified and
nothing ever goes over a line that is not encrypted.
"""

import select
import smtplib
import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum

STEP_SECONDS = 25.0
WHOLE_SECONDS = 55.0
BREATH_SECONDS = 0.1  # before the last dot: long enough to notice a line that was dropped
LONGEST_ANSWER = 300


class Step(StrEnum):
    """How far it came."""

    NAME = "name"
    CONNECT = "connect"
    CERTIFICATE = "certificate"
    ENCRYPTION = "encryption"
    GREETING = "greeting"
    SIGN_IN = "sign-in"
    SENDER = "sender"
    RECIPIENT = "recipient"
    TEXT = "text"
    LAST_DOT = "last-dot"
    DONE = "done"


class End(StrEnum):
    """ACCEPTED: theirs now. LATER: not delivered, may be tried again. REFUSED: not delivered, and never will be.
    UNKNOWN: the last dot went out and no answer came. WITHDRAWN: the caller said no before the last dot."""

    ACCEPTED = "accepted"
    LATER = "later"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    WITHDRAWN = "withdrawn"


class Security(StrEnum):
    """TLS from the first byte (port 465), or STARTTLS (port 587). There is no third."""

    TLS = "tls"
    STARTTLS = "starttls"


@dataclass(frozen=True, slots=True)
class Server:
    """Where to hand a message in, and as whom."""

    host: str
    port: int
    security: Security
    username: str
    password: str
    step_seconds: float = STEP_SECONDS
    whole_seconds: float = WHOLE_SECONDS


@dataclass(frozen=True, slots=True)
class Told:
    """What the server said. code: its three digits, 0 when it said nothing; said: one line of theirs, cut."""

    end: End
    step: Step
    code: int = 0
    said: str = ""

    @property
    def wrong_password(self) -> bool:
        """Whether the server turned down name and password (534, 535 and their like), not only for now."""
        return self.step is Step.SIGN_IN and 500 <= self.code < 600


class _Stopped(Exception):  # noqa: N818  # a way out of the talk, not an error
    """Leaves the talk at the step it came to."""

    def __init__(self, told: Told) -> None:
        super().__init__(told.said)
        self.told = told


def try_sign_in(server: Server) -> Told:
    """Connect and sign in, send nothing. ACCEPTED at DONE when all is well."""
    return _talk(server, lambda smtp: Told(End.ACCEPTED, Step.DONE))


def submit(
    server: Server, *, sender: str, recipient: str, data: bytes, before_last_dot: Callable[[], bool]
) -> Told:
    """Hand in one message for one recipient. Never raises for what a server or a line does.

    data: the whole message. before_last_dot: called when everything but the dot has gone out; False takes it back.
    """

    def hand_in(smtp: smtplib.SMTP) -> Told:
        _expect(Step.SENDER, smtp.mail(sender, [f"SIZE={len(data)}"] if smtp.has_extn("size") else []))
        _expect(Step.RECIPIENT, smtp.rcpt(recipient))
        smtp.putcmd("data")
        _expect(Step.TEXT, smtp.getreply(), wanted=354)
        sock = smtp.sock
        assert sock is not None
        sock.sendall(_dotted(data))
        if _line_is_gone(sock):
            return _last_words(smtp)
        if not before_last_dot():
            return Told(End.WITHDRAWN, Step.TEXT)
        return _dot(smtp, sock)

    return _talk(server, hand_in)


def _dot(smtp: smtplib.SMTP, sock: socket.socket) -> Told:
    try:
        sock.sendall(b".\r\n")
    except OSError as fault:  # it was not even handed to the line
        return Told(End.LATER, Step.TEXT, 0, str(fault))
    try:
        code, said = smtp.getreply()
    except (OSError, smtplib.SMTPException) as fault:
        return Told(End.UNKNOWN, Step.LAST_DOT, 0, str(fault))
    return _judged(Step.LAST_DOT, code, said) or Told(End.ACCEPTED, Step.DONE, code, _line(said))


def _talk(server: Server, then: Callable[[smtplib.SMTP], Told]) -> Told:
    """Connect, encrypt, sign in, and do the rest; every fault becomes the step it happened at."""
    at = Step.CONNECT
    smtp = _unconnected(server)
    clock = threading.Timer(server.whole_seconds, _hang_up, [smtp])
    clock.daemon = True
    clock.start()
    try:
        greeted, greeting = smtp.connect(server.host, server.port)
        if greeted != 220:
            raise smtplib.SMTPConnectError(greeted, greeting)
        at = Step.ENCRYPTION
        if server.security is Security.STARTTLS:
            _encrypt(smtp, server)
        else:
            _expect(Step.GREETING, smtp.ehlo())
        at = Step.SIGN_IN
        _sign_in(smtp, server)
        at = Step.SENDER
        told = then(smtp)
        with suppress(OSError, smtplib.SMTPException):
            if told.end is not End.UNKNOWN and told.end is not End.WITHDRAWN and told.step is not Step.TEXT:
                smtp.quit()
        return told
    except _Stopped as stopped:
        return stopped.told
    except smtplib.SMTPAuthenticationError as fault:
        code, said = fault.smtp_code, _line(fault.smtp_error)
        return Told(End.LATER if 400 <= code < 500 else End.REFUSED, Step.SIGN_IN, code, said)
    except smtplib.SMTPNotSupportedError as fault:
        return Told(End.REFUSED, at, 0, str(fault))
    except smtplib.SMTPResponseException as fault:
        step = Step.GREETING if isinstance(fault, smtplib.SMTPConnectError) else at
        return Told(End.LATER, step, fault.smtp_code, _line(fault.smtp_error))
    except ssl.SSLCertVerificationError as fault:
        return Told(End.LATER, Step.CERTIFICATE, 0, fault.verify_message or str(fault))
    except ssl.SSLError as fault:
        return Told(End.LATER, Step.ENCRYPTION, 0, str(fault))
    except (socket.gaierror, UnicodeError) as fault:
        return Told(End.LATER, Step.NAME, 0, str(fault))
    except (OSError, smtplib.SMTPException, ValueError) as fault:
        return Told(End.LATER, at, 0, str(fault) or type(fault).__name__)
    finally:
        clock.cancel()
        with suppress(OSError):
            smtp.close()


def _unconnected(server: Server) -> smtplib.SMTP:
    """The client before it connects, so that the clock runs from the first byte on."""
    me = "localhost"  # says nothing about this computer
    smtp = (
        smtplib.SMTP_SSL(local_hostname=me, timeout=server.step_seconds, context=ssl.create_default_context())
        if server.security is Security.TLS
        else smtplib.SMTP(local_hostname=me, timeout=server.step_seconds)
    )
    smtp._host = server.host  # type: ignore[attr-defined]  # smtplib checks the certificate against this name
    return smtp


def _encrypt(smtp: smtplib.SMTP, server: Server) -> None:
    """Go over to TLS. A server, or somebody between, that takes the offer away gets nothing (RFC 8314)."""
    _expect(Step.GREETING, smtp.ehlo())
    if not smtp.has_extn("starttls"):
        raise _Stopped(Told(End.LATER, Step.ENCRYPTION, 0, "the server offers no encryption"))
    code, said = smtp.starttls(context=ssl.create_default_context())
    _expect(Step.ENCRYPTION, (code, said))
    _expect(Step.GREETING, smtp.ehlo())


def _sign_in(smtp: smtplib.SMTP, server: Server) -> None:
    """One try with one mechanism: each failed one counts towards the lock of a mailbox."""
    offered = smtp.esmtp_features.get("auth", "").upper().split()
    smtp.user, smtp.password = server.username, server.password
    if "PLAIN" in offered:
        smtp.auth("PLAIN", smtp.auth_plain)
    elif "LOGIN" in offered:
        smtp.auth("LOGIN", smtp.auth_login)
    else:
        raise _Stopped(Told(End.LATER, Step.SIGN_IN, 0, "the server offers no sign-in with a password"))


def _expect(step: Step, answer: tuple[int, bytes], *, wanted: int = 0) -> None:
    code, said = answer
    told = _judged(step, code, said)
    if told is not None or (wanted and code != wanted):
        raise _Stopped(told or Told(End.LATER, step, code, _line(said)))


def _judged(step: Step, code: int, said: bytes) -> Told | None:
    """None when it went well; 4xx is for now, 5xx for good; an answer that is no answer is a lost line."""
    if 200 <= code < 400:
        return None
    if 500 <= code < 600:
        return Told(End.REFUSED, step, code, _line(said))
    if 400 <= code < 500:
        return Told(End.LATER, step, code, _line(said))
    unknown = step is Step.LAST_DOT
    return Told(End.UNKNOWN if unknown else End.LATER, step, max(code, 0), _line(said))


def _dotted(data: bytes) -> bytes:
    """Lines end in CR LF, a dot at a line's beginning is doubled (RFC 5321 section 4.5.2); no last dot."""
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    if lines and lines[-1] == b"":
        lines.pop()
    return b"".join((b"." + line if line.startswith(b".") else line) + b"\r\n" for line in lines)


def _line_is_gone(sock: socket.socket) -> bool:
    """Whether the server said or did something while it should listen: then the line is dropped, or will be."""
    readable, _, _ = select.select([sock], [], [], BREATH_SECONDS)
    return bool(readable)


def _last_words(smtp: smtplib.SMTP) -> Told:
    """What a server said that hung up in the middle. Without the last dot nothing was delivered."""
    try:
        code, said = smtp.getreply()
    except (OSError, smtplib.SMTPException) as fault:
        return Told(End.LATER, Step.TEXT, 0, str(fault))
    told = _judged(Step.TEXT, code, said)
    return replace(told, step=Step.TEXT) if told else Told(End.LATER, Step.TEXT, code, _line(said))


def _hang_up(smtp: smtplib.SMTP) -> None:
    """A server that drips its answers byte by byte is cut off."""
    with suppress(OSError, AttributeError):
        sock = smtp.sock
        if sock is not None:
            sock.shutdown(socket.SHUT_RDWR)


def _line(said: bytes | str) -> str:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:LONGEST_ANSWER]
