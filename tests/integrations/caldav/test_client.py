"""A calendar on a real CalDAV server, and on one that answers badly."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from halfhour.integrations.caldav.client import ChangedThere, busy, calendars, get, put, remove
from halfhour.integrations.guarded import Asking, NotAsked
from tests.integrations.caldav.radicale_server import radicale

START = datetime(2026, 12, 1, 22, tzinfo=UTC)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    with radicale(tmp_path) as url:
        yield url


@pytest.fixture
def how() -> Asking:
    return Asking(private_ok=True, user="maya", password="words", seconds=10)


def event(uid: str, start: datetime, *, more: str = "") -> bytes:
    text = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//EN\r\nBEGIN:VEVENT\r\n"
        f"UID:{uid}\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:{start:%Y%m%dT%H%M%SZ}\r\n"
        f"DTEND:{start + timedelta(minutes=30):%Y%m%dT%H%M%SZ}\r\nSUMMARY:x\r\n{more}END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    return text.encode()


def test_calendars_are_found_and_free_times_read(server: str, how: Asking) -> None:
    (found,) = calendars(server, how)
    assert found.name == "Mine"
    put(f"{found.url}a.ics", how, event("a", START))
    put(f"{found.url}b.ics", how, event("b", START + timedelta(days=1), more="TRANSP:TRANSPARENT\r\n"))
    put(f"{found.url}c.ics", how, event("c", START - timedelta(days=6), more="RRULE:FREQ=WEEKLY\r\n"))
    times = busy(found.url, how, START - timedelta(hours=1), START + timedelta(days=3))
    half = timedelta(minutes=30)
    week = START + timedelta(days=1)
    assert times == [(START, START + half), (week, week + half)]


def test_fault_62_what_was_changed_there_is_not_written_over(server: str, how: Asking) -> None:
    (found,) = calendars(server, how)
    url = f"{found.url}a.ics"
    first = put(url, how, event("a", START))
    theirs = put(url, how, event("a", START + timedelta(hours=2)), etag=first)
    with pytest.raises(ChangedThere):
        put(url, how, event("a", START + timedelta(hours=5)), etag=first)
    with pytest.raises(ChangedThere):
        put(url, how, event("a", START))
    with pytest.raises(ChangedThere):
        remove(url, how, etag=first)
    data, tag = get(url, how)
    assert (tag, b"20261202T000000Z" in data) == (theirs, True)
    remove(url, how, etag=theirs)
    assert get(url, how) == (b"", "")
    remove(url, how, etag=theirs)


def test_a_wrong_password_is_said(server: str) -> None:
    with pytest.raises(NotAsked, match="name or password"):
        calendars(server, Asking(private_ok=True, user="maya", password="wrong", seconds=10))


BAD = {
    "401": (401, b""),
    "403": (403, b""),
    "404": (404, b""),
    "409": (409, b""),
    "429": (429, b""),
    "500": (500, b""),
    "half": (207, b'<?xml version="1.0"?><d:multistatus xmlns:d="DAV:"><d:resp'),
    "entity": (207, b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'),
    "nothing": (207, b""),
}


class Bad(BaseHTTPRequestHandler):
    def answer(self) -> None:
        status, body = BAD[self.path.strip("/")]
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_PROPFIND = do_REPORT = do_PUT = answer  # noqa: N815  # the names that http.server calls

    def log_message(self, *_told: Any) -> None:
        return


@pytest.fixture(scope="module")
def bad() -> Iterator[str]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), Bad)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_address[1]}"
    running.shutdown()
    running.server_close()


@pytest.mark.parametrize("kind", BAD)
def test_fault_61_what_goes_wrong_is_said_in_a_sentence(bad: str, how: Asking, kind: str) -> None:
    for call in (
        lambda: calendars(f"{bad}/{kind}", how),
        lambda: busy(f"{bad}/{kind}", how, START, START + timedelta(days=1)),
    ):
        with pytest.raises(NotAsked) as told:
            call()
        assert str(told.value).endswith(".")
        assert told.value.for_now is (kind in {"429", "500", "half", "entity", "nothing"})
