"""Every page of the demo's story, in both schemes and at two widths: axe finds nothing, nothing is refused by the
content security policy, nothing overflows sideways, and each page has one main heading."""

import re
import time

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page
from pytest_django.live_server_helper import LiveServer

from halfhour import clock
from halfhour.accounts.actions import laptop_user, welcome
from halfhour.accounts.models import Seeker, User
from halfhour.choose.actions import load_occupations
from halfhour.web import demo
from halfhour.web.demo.story import tell
from halfhour.web.tick import look
from tests.conftest import signed_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

AXE = Axe().axe_script
WIDE, NARROW, TALL = 1280, 360, 900
TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
COLOURS = ["color-contrast", "link-in-text-block"]
WIDTHS = ["color-contrast", "target-size", "scrollable-region-focusable", "meta-viewport", "summary-name"]
MOST_LINKS = 400
# What no link leads to, and what stands behind a door.
FURTHER = ("/welcome/", "/welcome/?q=nurse", "/no-such-page/", "/contact/approaches/999999/")
NEVER = ("/static/", "/start/")


def shape_of(path: str) -> str:
    """An address without its numbers and values: pages of one shape come from one template."""
    place, _, query = path.partition("?")
    place = re.sub(r"/(\d+|\d\d-\d{4}\.\d\d)(?=/)", "/N", place)
    names = sorted({pair.split("=")[0] for pair in query.split("&") if pair})
    return place + ("?" + "&".join(names) if names else "")


def pages_of(client: Client) -> dict[str, str]:
    """One address for each shape of page, by following the links from Today."""
    found: dict[str, str] = {}
    seen: set[str] = set()
    waiting = ["/", *FURTHER]
    while waiting and len(seen) < MOST_LINKS:
        path = waiting.pop(0)
        shape = shape_of(path)
        if path in seen or shape in found or path.startswith(NEVER):
            continue
        seen.add(path)
        answer = client.get(path, follow=True)
        if not answer.get("Content-Type", "").startswith("text/html") or "attachment" in answer.get(
            "Content-Disposition", ""
        ):
            continue
        if not answer.text.lstrip().lower().startswith("<!doctype"):
            continue  # a part of a page, which htmx puts into its place
        found[shape] = path
        waiting += [link.replace("&amp;", "&") for link in re.findall(r'href="(/[^"#]*)', answer.text)]
        here = path.partition("?")[0]
        waiting += [
            here + link.replace("&amp;", "&") for link in re.findall(r'href="(\?[^"#]*)', answer.text)
        ]
    return found


@pytest.fixture
def story(live_server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> Client:
    """The demo's story on the live server, at the morning it stops at; its seeker signed in."""
    monkeypatch.setenv("HALFHOUR_NOW", demo.NOW)
    monkeypatch.setattr(clock, "_started", time.time())
    load_occupations()
    tell(laptop_user(), lambda _words: None)
    while look():
        pass
    return signed_in(laptop_user())


@pytest.fixture
def newcomer(db: None) -> Client:
    """Someone who has just come in and has nothing yet."""
    user = User.objects.create(username="newcomer")
    Seeker.objects.create(user=user)
    welcome(user)
    return signed_in(user)


def context_of(browser: Browser, url: str, client: Client | None, scheme: str) -> BrowserContext:
    context = browser.new_context(
        base_url=url,
        viewport={"width": WIDE, "height": TALL},
        color_scheme=scheme,  # type: ignore[arg-type]  # light or dark
        reduced_motion="reduce",
    )
    if client is not None:
        key = client.cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": url}])
    return context


def violations(page: Page, rules: list[str] | None = None) -> list[str]:
    """What axe finds, one line a fault; with `rules`, by these rules alone. axe is in the page already."""
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS}
    options = {"resultTypes": ["violations"], "runOnly": only}
    found = page.evaluate("options => axe.run(options).then(results => results.violations)", options)
    return [
        f"{fault['id']}: {node['html'][:160]} ({node['failureSummary'][:300]})"
        for fault in found
        for node in fault["nodes"][:3]
    ]


def faults_of(page: Page, path: str, scheme: str) -> list[str]:
    """Everything wrong with one page. In the dark only colours differ, so only colours are looked at again."""
    said: list[str] = []

    def hears(message: ConsoleMessage) -> None:
        # A page that says 403 or 404 is announced by the browser as a failed load; that is what it is for.
        if message.type in {"error", "warning"} and "Failed to load resource" not in message.text:
            said.append(f"console: {message.text}")

    page.on("console", hears)
    page.on("pageerror", lambda fault: said.append(f"script: {fault}"))
    page.goto(path)
    page.remove_listener("console", hears)
    page.evaluate(AXE)
    if scheme == "dark":
        return said + violations(page, COLOURS)
    wrong = violations(page)
    if (headings := page.locator("h1").count()) != 1:
        wrong.append(f"{headings} h1 elements")
    page.set_viewport_size({"width": NARROW, "height": TALL})
    broad = page.evaluate("document.documentElement.scrollWidth")
    if broad > NARROW:
        wrong.append(f"{broad} px wide on a screen of {NARROW} px: {page.evaluate(TOO_WIDE)}")
    return said + wrong + [f"at {NARROW} px, {fault}" for fault in violations(page, WIDTHS)]


# The innermost elements that reach beyond the screen's edge and do not stand in something that scrolls by itself.
TOO_WIDE = """() => [...document.querySelectorAll('main *, .rail *, .banner *')]
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && ![...e.children].some(c => c.getBoundingClientRect().right > innerWidth + 1))
  .slice(0, 3).map(e => e.outerHTML.slice(0, 160))"""


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.slow)])
def test_every_page(
    browser: Browser,
    live_server: LiveServer,
    story: Client,
    newcomer: Client,
    scheme: str,
    subtests: pytest.Subtests,
) -> None:
    told = pages_of(story)
    steps = {shape.split("/")[1] for shape in told}
    assert {"choose", "find", "contact", "prepare", "interview", "record", "thank", "decide"} <= steps
    assert len(told) >= 40
    visits = (
        ("the story", story, told),
        ("nothing yet", newcomer, pages_of(newcomer)),
        ("without the start link", None, {"/": reverse("today")}),
    )
    for data, client, pages in visits:
        context = context_of(browser, live_server.url, client, scheme)
        for shape, path in pages.items():
            page = context.new_page()
            with subtests.test(page=shape, scheme=scheme, data=data):
                faults = faults_of(page, path, scheme)
                assert not faults, "\n".join(faults)
            page.close()
        context.close()
