# ruff: noqa: N802  # handler methods carry the names aiosmtpd calls
"""Mail servers for the tests, on this machine only: SMTP with faults when asked, and IMAP by Dovecot."""

import asyncio
import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes
from pathlib import Path
from typing import Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.conftest import MONDAY

HOST = "127.0.0.1"
ARRIVES = MONDAY.timestamp()
USER, PASSWORD = "maya@example.org", "abcdefghijklmnop"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def authority() -> trustme.CA:
    return trustme.CA()


def server_context(ca: trustme.CA, *names: str, expired: bool = False) -> ssl.SSLContext:
    import datetime

    until = datetime.datetime(2020, 1, 1) if expired else None
    certificate = ca.issue_cert(*(names or (HOST, "localhost")), not_after=until)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    certificate.configure_cert(context)
    return context


class Post:
    """A handler for aiosmtpd that keeps what arrives, and misbehaves as told.

    fault: (step, answer); answer: a line, "drop" or "silence". times: how often; then it behaves.
    """

    def __init__(self) -> None:
        self.arrived: list[bytes] = []
        self.fault: tuple[str, str] | None = None
        self.port = 0
        self.times = 10**6
        self.steps: list[str] = []
        self.sign_ins = 0
        self.refused_recipients: dict[str, str] = {}
        self.before_answer: Callable[[], None] = lambda: None

    @property
    def ids(self) -> list[str]:
        return [str(message_from_bytes(m)["Message-ID"]) for m in self.arrived]

    async def _do(self, step: str, server: SMTP) -> str | None:
        self.steps.append(step)
        if self.fault is None or self.fault[0] != step or self.times <= 0:
            return None
        self.times -= 1
        answer = self.fault[1]
        if answer == "drop":
            server.transport.abort()
            await asyncio.sleep(0)
            raise ConnectionResetError
        if answer == "silence":
            await asyncio.sleep(30)
        return answer

    async def handle_EHLO(
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        answer = await self._do("ehlo", server)
        return [answer] if answer else responses

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if answer := await self._do("mail", server):
            return answer
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if answer := self.refused_recipients.get(address) or await self._do("rcpt", server):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.fault and self.fault[0] == "data" and (answer := await self._do("data", server)):
            return answer
        self.arrived.append(bytes(envelope.original_content or b""))
        self.before_answer()
        return await self._do("after", server) or "250 OK"

    def sign_in(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        self.sign_ins += 1
        right = (
            isinstance(data, LoginPassword)
            and data.login.endswith(b"@example.org")
            and data.password == PASSWORD.encode()
        )
        return AuthResult(success=right, handled=False)


class Starting(SMTP):
    """Drops the line in the middle of the text when the handler says so."""

    async def smtp_DATA(self, arg: str) -> None:
        handler = self.event_handler
        if isinstance(handler, Post) and handler.fault == ("text", "drop") and handler.times > 0:
            handler.times -= 1
            await self.push("354 go on")
            await self._reader.readline()
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


class Server(Controller):
    def factory(self) -> SMTP:
        return Starting(self.handler, **self.SMTP_kwargs)


@contextmanager
def smtp_running(
    post: Post, context: ssl.SSLContext, *, starttls: bool = False, plain: bool = False
) -> Iterator[int]:
    """An SMTP server on a free port: TLS from the start, or STARTTLS, or (to be refused) neither."""
    port = free_port()
    more: dict[str, Any] = {"ssl_context": context}
    if starttls:
        more = {"tls_context": context, "require_starttls": True}
    if plain:
        more = {}
    server = Server(
        post,
        hostname=HOST,
        port=port,
        authenticator=post.sign_in,
        auth_required=not plain,
        auth_require_tls=False,
        ready_timeout=30,
        **more,
    )
    server.start()
    try:
        yield port
    finally:
        server.stop()


DOVECOT = """
base_dir = {folder}/run
instance_name = halfhour-tests
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
default_login_user = nobody
default_internal_user = nobody
default_internal_group = nogroup
mail_location = maildir:{folder}/%u
first_valid_uid = 0
first_valid_gid = 0
ssl = required
ssl_cert = <{folder}/cert.pem
ssl_key = <{folder}/key.pem
disable_plaintext_auth = yes
auth_mechanisms = plain login
auth_failure_delay = 0
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {port}
    ssl = yes
  }}
}}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}
}}
namespace inbox {{
  inbox = yes
  mailbox Sent {{
    special_use = \\Sent
    auto = create
  }}
}}
"""


def mail_user() -> tuple[int, int]:
    """Whose mail it is: Dovecot reads none for root."""
    return (os.getuid(), os.getgid()) if os.getuid() else (65534, 65534)


def own(path: Path) -> None:
    if os.getuid() == 0:
        os.chown(path, *mail_user())


class Dovecot:
    """A private IMAP server; `user` has a mailbox of their own in it."""

    def __init__(self, folder: Path, port: int, user: str = USER) -> None:
        self.folder, self.port, self.user = folder, port, user

    def of(self, user: str) -> "Dovecot":
        return Dovecot(self.folder, self.port, user)

    @property
    def maildir(self) -> Path:
        return self.folder / self.user

    def deliver(self, data: bytes, *, box: str = "", name: str = "", at: float = ARRIVES) -> None:
        inbox = self.maildir / (f".{box}" if box else "")
        for part in ("tmp", "new", "cur"):
            (inbox / part).mkdir(parents=True, exist_ok=True)
            own(inbox / part)
        own(inbox)
        own(self.maildir)
        name = name or f"{time.time_ns()}.M1.tests"
        (inbox / "tmp" / name).write_bytes(data)
        own(inbox / "tmp" / name)
        os.utime(inbox / "tmp" / name, (at, at))
        (inbox / "tmp" / name).rename(inbox / "new" / name)


def dovecot() -> str | None:
    return shutil.which("dovecot") or shutil.which("/usr/sbin/dovecot")


@contextmanager
def imap_running(folder: Path, ca: trustme.CA) -> Iterator[Dovecot]:
    port = free_port()
    certificate = ca.issue_cert(HOST, "localhost")
    certificate.private_key_pem.write_to_path(folder / "key.pem")
    for number, blob in enumerate(certificate.cert_chain_pems):
        blob.write_to_path(folder / "cert.pem", append=number > 0)
    own(folder)
    uid, gid = mail_user()
    settings = DOVECOT.format(folder=folder, port=port, password=PASSWORD, uid=uid, gid=gid)
    (folder / "dovecot.conf").write_text(settings, encoding="utf-8")
    running = subprocess.Popen([dovecot() or "", "-F", "-c", str(folder / "dovecot.conf")])
    try:
        for _turn in range(200):
            with socket.socket() as probe:
                if probe.connect_ex((HOST, port)) == 0:
                    break
            time.sleep(0.05)
        else:
            raise RuntimeError((folder / "log").read_text() if (folder / "log").exists() else "no log")
        yield Dovecot(folder, port)
    finally:
        running.terminate()
        running.wait(timeout=20)
