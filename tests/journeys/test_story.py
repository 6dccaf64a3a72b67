"""The whole thread, from the start link to the printed decision, with real clicks in a real browser."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from halfhour.choose.actions import load_occupations
from halfhour.web import data_folder
from halfhour.web.demo.people import connections_csv
from halfhour.web.tick import look

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def day(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Move the program's clock: day("2026-11-23T17:00")."""

    def move(moment: str) -> None:
        monkeypatch.setenv("HALFHOUR_NOW", moment)

    move("2026-11-16T17:00+00:00")
    return move


@pytest.fixture
def page(browser: Browser, live_server, day) -> Iterator[Page]:
    load_occupations()
    context = browser.new_context(
        base_url=live_server.url, viewport={"width": 1280, "height": 900}, timezone_id="America/Los_Angeles", locale="en-US"
    )
    page = context.new_page()
    page.set_default_timeout(15_000)
    faults: list[str] = []
    page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: faults.append(str(e)))
    page.goto(f"/start/{data_folder.secret('start-secret')}/")
    yield page
    context.close()
    assert faults == []


@pytest.fixture
def export(tmp_path: Path) -> Path:
    file = tmp_path / "Connections.csv"
    file.write_bytes(connections_csv())
    return file


def press(page: Page, name: str, role: str = "button") -> None:
    page.get_by_role(role, name=name).first.click()  # type: ignore[arg-type]  # a role name


def test_from_the_wonder_to_a_printed_decision(page: Page, day: Callable[[str], None], export: Path) -> None:
    # The one question.
    expect(page.get_by_role("heading", level=1)).to_have_text("What work do you wonder about?")
    page.get_by_role("searchbox").press_sequentially("makes sound for games", delay=15)
    page.get_by_role("button", name=re.compile("This one.*Sound Engineering")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("makes sound for games")

    # Contacts, with a preview.
    page.goto("/find/")
    page.goto("/find/imports/")
    page.set_input_files("input[type=file]", export)
    page.get_by_role("button", name=re.compile("^(Read|Look|Show|Open)")).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("38")


