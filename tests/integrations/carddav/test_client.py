"""Reading an address book server: a real one on this computer, and others that lie, dawdle or send people away."""

import http.server
import os
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from halfhour.integrations.carddav import guarded
from halfhour.integrations.carddav.client import pull
from halfhour.integrations.refused import Refused
from halfhour.integrations.vcard import reader as vcard

USER, PASSWORD = "maya", "correct horse"
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{uid}\r\nFN:{name}\r\nN:{family};{given};;;\r\nEND:VCARD\r\n"


def card(number: int) -> str:
    return CARD.format(uid=f"c{number}", name=f"Ana Bodine{number}", given="Ana", family=f"Bodine{number}")


def send(url: str, method: str, body: str, kind: str) -> None:
    token = b64encode(f"{USER}:{PASSWORD}".encode()).decode()
    headers = {"Authorization": f"Basic {token}", "Content-Type": kind}
    asked = urllib.request.Request(url, body.encode(), headers, method=method)
    with urllib.request.urlopen(asked, timeout=20):
        pass


def make_book(base: str, name: str, cards: int) -> str:
    kind = (
        '<mkcol xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"><set><prop><resourcetype><collection/>'
        f"<C:addressbook/></resourcetype><displayname>{name}</displayname></prop></set></mkcol>"
    )
    url = f"{base}/{USER}/{name}/"
    send(url, "MKCOL", kind, "application/xml")
    for number in range(cards):
        send(f"{url}{number}.vcf", "PUT", card(number), "text/vcard")
    return url


@pytest.fixture(scope="module")
def radicale(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Radicale of the test's own on a free loopback port, stopped by its own process at the end."""
    pytest.importorskip("radicale")
    folder = tmp_path_factory.mktemp("radicale")
    (folder / "users").write_text(f"{USER}:{PASSWORD}\n", encoding="utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = {
        "server-hosts": f"127.0.0.1:{port}",
        "storage-filesystem-folder": str(folder / "books"),
        "auth-type": "htpasswd",
        "auth-htpasswd-filename": str(folder / "users"),
        "auth-htpasswd-encryption": "plain",
        "auth-delay": "0",
        "logging-level": "critical",
    }
    words = [word for name, value in settings.items() for word in (f"--{name}", value)]
    env = {**os.environ, "RADICALE_CONFIG": ""}
    server = subprocess.Popen([sys.executable, "-m", "radicale", *words], env=env)
    base = f"http://127.0.0.1:{port}"
    for _ in range(200):
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                break
        except OSError:
            time.sleep(0.1)
    make_book(base, "friends", 3)
    make_book(base, "office", 2)
    yield base
    server.terminate()
    server.wait(timeout=20)


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    ("path", "books"),
    [
        ("/", (("friends", 3), ("office", 2))),
        (f"/{USER}/", (("friends", 3), ("office", 2))),
        (f"/{USER}/office/", (("office", 2),)),
        (f"/{USER}/office", (("office", 2),)),
    ],
    ids=["the server", "the account", "one address book", "without the last slash"],
)
def test_every_card_is_found_from_whatever_address(
    radicale: str, path: str, books: tuple[tuple[str, int], ...]
) -> None:
    found = pull(radicale + path, USER, PASSWORD)
    assert tuple(sorted(found.books)) == books
    names = sorted(row.name for row in vcard.read(found.cards, file="x").rows)
    assert names == sorted(f"Ana Bodine{n}" for _name, count in books for n in range(count))


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    ("user", "password", "path", "reason"),
    [
        (USER, "wrong", "/", "the name or the password is not accepted"),
        (USER, PASSWORD, "/nowhere/else/", "not accepted|no address book"),
    ],
)
def test_no_way_in_says_why(radicale: str, user: str, password: str, path: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason) as no:
        pull(radicale + path, user, password)
    assert password not in str(no.value)


def test_more_cards_than_are_asked_for_at_once(radicale: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("halfhour.integrations.carddav.client.AT_ONCE", 2)
    assert pull(f"{radicale}/{USER}/friends/", USER, PASSWORD).books == (("friends", 3),)
    monkeypatch.setattr("halfhour.integrations.carddav.client.MOST_CARDS", 2)
    with pytest.raises(Refused, match="more than 2 cards"):
        pull(f"{radicale}/{USER}/friends/", USER, PASSWORD)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://example.org/dav/", "begins with http"),
        ("ftp://example.org/", "no address of a server"),
        ("file:///etc/passwd", "no address of a server"),
        ("https://me:secret@example.org/", "Leave the name and the password out"),
        ("", "no address of a server"),
        ("https://exa mple.org/", "no address of a server"),
        ("https://[::1/", "no address of a server"),
        ("http://127.0.0.1.example.org/", "begins with http"),
        ("https://example.org:99999/", "no address of a server"),
    ],
)
def test_addresses_that_are_not_asked(url: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        pull(url, USER, PASSWORD)


def test_a_bare_host_is_asked_over_https() -> None:
    assert guarded.checked("dav.example.org") == "https://dav.example.org/"


Handle = Callable[[http.server.BaseHTTPRequestHandler], None]


@contextmanager
def serving(handle: Handle) -> Iterator[str]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_PROPFIND(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            handle(self)

        def log_message(self, *_words: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def answered(status: int, body: bytes = b"", **headers: str) -> Handle:
    def handle(asked: http.server.BaseHTTPRequestHandler) -> None:
        asked.send_response(status)
        for name, value in headers.items():
            asked.send_header(name, value)
        asked.send_header("Content-Length", str(len(body)))
        asked.end_headers()
        asked.wfile.write(body)

    return handle


def endless(asked: http.server.BaseHTTPRequestHandler) -> None:
    asked.send_response(207)
    asked.end_headers()
    try:
        while True:
            asked.wfile.write(b"<!-- and so on -->" * 500)
    except OSError:
        pass


def dawdling(asked: http.server.BaseHTTPRequestHandler) -> None:
    asked.send_response(207)
    asked.end_headers()
    try:
        for _ in range(100):
            asked.wfile.write(b" ")
            asked.wfile.flush()
            time.sleep(0.1)
    except OSError:
        pass


ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><multistatus xmlns="DAV:">&e;</multistatus>'
ELSEWHERE = (
    b'<multistatus xmlns="DAV:"><response><href>https://evil.example/book/</href><propstat><prop/>'
    b"<status>HTTP/1.1 200 OK</status></propstat></response></multistatus>"
)


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    ("handle", "reason"),
    [
        (answered(302, Location="https://evil.example/"), r"leads to another server \(evil.example\)"),
        (answered(302, Location="http://localhost:1/"), "leads to another server"),
        (answered(302, Location="/again"), "without end"),
        (answered(207, ENTITY), "answer is no address book's"),
        (answered(207, b"<html>hello"), "answer is no address book's"),
        (answered(207, ELSEWHERE), r"leads to another server \(evil.example\)"),
        (answered(200, b"<html>hello</html>"), "there is no address book"),
        (answered(404), "there is no address book"),
        (answered(503), "a fault of its own"),
        (endless, "sends more than 1 MB"),
        (dawdling, "takes too long"),
    ],
    ids=["redirect", "redirect to a port", "loop", "entity", "html as xml", "address elsewhere", "html", "404", "503", "endless", "slow"],
)  # fmt: skip
def test_servers_that_lie_dawdle_or_send_away(
    handle: Handle, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guarded, "MAX_ANSWER_BYTES", 2**20)
    with serving(handle) as url, pytest.raises(Refused, match=reason) as no:
        pull(url, USER, PASSWORD, seconds=1.5 if handle is dawdling else 20)
    assert PASSWORD not in str(no.value)


def test_nobody_is_there() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with pytest.raises(Refused, match="cannot be reached"):
        pull(f"http://127.0.0.1:{port}/", USER, PASSWORD)


def test_the_password_is_in_no_text(tmp_path: Path) -> None:
    assert PASSWORD not in repr(guarded.Server("https://example.org", USER, PASSWORD, until=0.0))
