"""Maya with a mailbox on servers of this machine."""

import itertools
import ssl
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
import trustme

from halfhour.accounts.models import User
from halfhour.mail.models import Mailbox
from halfhour.mail.passwords import locked
from tests.conftest import MONDAY
from tests.mail.servers import (
    HOST,
    PASSWORD,
    USER,
    Dovecot,
    Post,
    authority,
    dovecot,
    imap_running,
    server_context,
    smtp_running,
)

NUMBERS = itertools.count()


@pytest.fixture(scope="session")
def ca() -> trustme.CA:
    return authority()


@pytest.fixture
def trusted(ca: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tests' own authority is the only one that counts."""
    file = tmp_path / "ca.pem"
    ca.cert_pem.write_to_path(file)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    return file


@pytest.fixture(scope="session")
def tls(ca: trustme.CA) -> ssl.SSLContext:
    return server_context(ca)


@pytest.fixture
def post(tls: ssl.SSLContext, trusted: Path) -> Iterator[Post]:
    """An SMTP server that keeps what arrives; `post.port` is where it listens."""
    handler = Post()
    with smtp_running(handler, tls) as port:
        handler.port = port
        yield handler


@pytest.fixture
def mailbox(maya: User, post: Post, monday: datetime) -> Mailbox:
    return mailbox_of(maya, post.port)


def mailbox_of(owner: User, port: int, *, username: str = USER, **more: object) -> Mailbox:
    return Mailbox.objects.create(
        owner=owner,
        address=USER,
        name="Maya Lindqvist",
        username=username,
        password=locked(PASSWORD),
        smtp_host=HOST,
        smtp_port=port,
        connected_at=MONDAY,
        **more,
    )


@pytest.fixture(scope="session")
def imap_server(ca: trustme.CA) -> Iterator[Dovecot]:
    """A real IMAP server; the tests that need it are skipped, saying so, where it is not installed."""
    if dovecot() is None:
        pytest.skip("no Dovecot on this machine")
    with (
        tempfile.TemporaryDirectory(prefix="halfhour-dovecot-") as folder,
        imap_running(Path(folder), ca) as running,
    ):
        yield running


@pytest.fixture
def inbox(imap_server: Dovecot, trusted: Path) -> Dovecot:
    """An empty mailbox on it."""
    return imap_server.of(f"u{next(NUMBERS)}@example.org")
