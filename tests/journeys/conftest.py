"""What the journeys share: a clock that moves, a page that came in by the start link, and the export file."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect
from pytest_django.live_server_helper import LiveServer

from halfhour import clock
from halfhour.choose.actions import load_occupations
from halfhour.web import data_folder
from halfhour.web.demo.people import connections_csv

expect.set_options(timeout=15_000)

Day = Callable[[str], None]
SEATTLE = "America/Los_Angeles"
FIRST_MORNING = "2026-11-16T09:00-08:00"


@pytest.fixture
def day(monkeypatch: pytest.MonkeyPatch) -> Day:
    """Move the program's clock: day("2026-11-23T09:00-08:00")."""

    def move(moment: str) -> None:
        monkeypatch.setenv("HALFHOUR_NOW", moment)
        monkeypatch.setattr(clock, "_started", time.time())

    move(FIRST_MORNING)
    return move


@pytest.fixture
def context(browser: Browser, live_server: LiveServer, day: Day) -> Iterator[BrowserContext]:
    """A browser in Seattle beside a program that knows the occupations and nobody yet. Any fault a page tells fails."""
    load_occupations()
    context = browser.new_context(
        base_url=live_server.url,
        viewport={"width": 1280, "height": 900},
        timezone_id=SEATTLE,
        locale="en-US",
        reduced_motion="reduce",
    )
    context.set_default_timeout(20_000)
    faults: list[str] = []

    def hears(message: ConsoleMessage) -> None:
        if message.type == "error":
            faults.append(f"{message.page.url if message.page else ''}: {message.text}")

    context.on("console", hears)
    context.on("weberror", lambda fault: faults.append(str(fault.error)))
    yield context
    context.close()
    assert faults == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """The first page, opened by the start link."""
    page = context.new_page()
    come_in(page)
    return page


def come_in(page: Page) -> None:
    """Open the start link."""
    page.goto(f"/start/{data_folder.secret('start-secret')}/")


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """The file LinkedIn would give: 38 people."""
    file = tmp_path / "Connections.csv"
    file.write_bytes(connections_csv())
    return file
