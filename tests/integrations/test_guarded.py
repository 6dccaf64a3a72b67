"""A typed address leads nowhere it must not, and no answer is without an end."""

import gzip
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from halfhour.integrations.guarded import Asking, NotAsked, ask, checked_addresses

YES = Asking(private_ok=True, seconds=1.5)
seen: list[tuple[str, str, str]] = []


class Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        seen.append((self.path, self.headers.get("Host", ""), self.headers.get("Authorization", "")))
        kind = self.path.strip("/")
        if kind.startswith("to-"):
            self.send_response(302)
            self.send_header("Location", TARGETS[kind].replace("PORT", str(self.server.server_address[1])))
            self.end_headers()
            return
        self.send_response(200)
        if kind == "gzip":
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        try:
            if kind == "endless":
                while True:
                    self.wfile.write(b"x" * 65536)
            elif kind == "slow":
                for _ in range(100):
                    self.wfile.write(b"x")
                    self.wfile.flush()
                    if self.server.stopped.wait(0.1):
                        return
            elif kind == "gzip":
                self.wfile.write(gzip.compress(b"\0" * 10_000_000))
            else:
                self.wfile.write(b"hello")
        except OSError:
            return

    def log_message(self, *_told: object) -> None:
        return


TARGETS = {
    "to-file": "file:///etc/passwd",
    "to-gopher": "gopher://127.0.0.1:PORT/x",
    "to-ftp": "ftp://127.0.0.1:PORT/x",
    "to-itself": "/to-itself",
    "to-meta": "http://169.254.169.254/latest/",
    "to-other": "http://localhost:PORT/plain",
}


@pytest.fixture
def server() -> Iterator[str]:
    seen.clear()
    running = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    running.stopped = threading.Event()  # type: ignore[attr-defined]
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_address[1]}"
    running.stopped.set()  # type: ignore[attr-defined]
    running.shutdown()
    running.server_close()


FORMS = [
    "127.0.0.1",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "0",
    "2130706433",
    "0177.0.0.1",
    "0x7f.1",
    "127.1",
    "localhost",
    "LOCALHOST.",
]


@pytest.mark.parametrize("host", FORMS)
def test_fault_98_no_form_of_the_own_machine_is_asked_without_a_yes(server: str, host: str) -> None:
    port = server.rpartition(":")[2]
    with pytest.raises(NotAsked):
        ask("GET", f"http://{host}:{port}/plain", Asking(seconds=2))
    assert seen == []


@pytest.mark.parametrize(
    "host", ["169.254.169.254", "0.0.0.0", "[fe80::1]", "224.0.0.1", "[::ffff:169.254.169.254]"]
)
def test_fault_98_some_addresses_are_never_asked(host: str) -> None:
    with pytest.raises(NotAsked, match="not one of a calendar"):
        checked_addresses(f"http://{host}/", private_ok=True)


@pytest.mark.parametrize("host", ["10.0.0.8", "192.168.1.2", "172.16.0.1", "[fd00::1]", "100.64.0.1"])
def test_fault_98_the_own_network_needs_a_yes(host: str) -> None:
    with pytest.raises(NotAsked, match="your own network"):
        checked_addresses(f"https://{host}/", private_ok=False)
    assert checked_addresses(f"https://{host}/", private_ok=True)[3]


def test_fault_99_the_checked_address_is_the_one_that_is_used(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(server.rpartition(":")[2])
    answers = iter(["203.0.113.7", "127.0.0.1", "127.0.0.1"])
    connected: list[str] = []

    def resolve(host: str, port: int, **_more: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        connected.append(address[0])
        raise TimeoutError

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket, "create_connection", connect)
    monkeypatch.setattr("halfhour.integrations.guarded._kind", lambda address: "public")
    with pytest.raises(NotAsked):
        ask("GET", f"https://rebind.example:{port}/plain", Asking(seconds=2))
    assert (connected, seen) == (["203.0.113.7"], [])


@pytest.mark.parametrize("kind", ["to-file", "to-gopher", "to-ftp", "to-itself", "to-meta"])
def test_fault_100_no_redirect_leads_elsewhere(server: str, kind: str) -> None:
    with pytest.raises(NotAsked):
        ask("GET", f"{server}/{kind}", YES)
    assert len(seen) <= 4


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org/",
        "//example.org",
        "javascript:1",
        "http://u:p@h/",
        "http://[",
        "",
    ],
)
def test_fault_100_no_other_scheme(url: str) -> None:
    with pytest.raises(NotAsked):
        ask("GET", url, YES)


def test_the_password_does_not_follow_a_redirect_to_another_host(server: str) -> None:
    ask("GET", f"{server}/to-other", Asking(private_ok=True, user="maya", password="words", seconds=3))
    assert [(path, bool(signed)) for path, _host, signed in seen] == [("/to-other", True), ("/plain", False)]


@pytest.mark.parametrize("kind", ["endless", "slow", "gzip"])
@pytest.mark.timeout(30)
def test_fault_101_no_answer_is_without_an_end(server: str, kind: str) -> None:
    with pytest.raises(NotAsked):
        ask("GET", f"{server}/{kind}", YES)


def test_a_public_server_has_to_be_safe() -> None:
    with pytest.raises(NotAsked, match="https"):
        checked_addresses("http://93.184.215.14/", private_ok=True)


def test_a_plain_answer_comes_whole(server: str) -> None:
    assert ask("GET", f"{server}/plain", YES).body == b"hello"
