"""Pictures of every page of the demo, at 360 and 1280 px, light and dark; and the ones the README shows.

    ./run shots                 everything into screenshots/
    ./run shots --readme        only the README's pictures, into docs/pictures/

The demo is written into a temporary data folder; the server listens on this machine only and is stopped at the end.
"""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browsing import open_browser  # noqa: E402  # the project's root goes on the path first

WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")
STARTS_WITHIN_SECONDS = 90


def start_demo(folder: str) -> tuple[subprocess.Popen[str], str]:
    """The demo's server and its start link."""
    env = {**os.environ, "HALFHOUR_DATA": folder, "PYTHONPATH": str(ROOT)}
    server = subprocess.Popen(
        [sys.executable, "-m", "halfhour", "demo", "--no-browser", "--port", "8471"],
        env=env,
        stdout=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + STARTS_WITHIN_SECONDS
    for line in server.stdout or ():
        if found := re.search(r"http://\S+/start/\S+", line):
            return server, found[0]
        if time.monotonic() > deadline:
            break
    server.kill()
    raise SystemExit("the demo did not start")


def pages(page: Page) -> dict[str, str]:
    """Name and address of every page worth a picture, found by following the demo's own links."""
    found = {"today": "/"}
    seen: set[str] = set()
    waiting = ["/"]
    while waiting and len(seen) < 300:
        path = waiting.pop(0)
        if path in seen:
            continue
        seen.add(path)
        answer = page.request.get(path)
        if "text/html" not in answer.headers.get("content-type", "") or answer.headers.get(
            "content-disposition"
        ):
            continue  # a file to keep, not a page to look at
        shape = (
            re.sub(r"/(\d+|\d\d-\d{4}\.\d\d)(?=/)", "", path.split("?")[0]).strip("/").replace("/", "-")
            or "today"
        )
        found.setdefault(shape, path)
        for link in re.findall(r'href="(/[^"#]*)"', answer.text()):
            path = link.replace("&amp;", "&")
            if not path.startswith(("/static/", "/start/")):
                waiting.append(path)
    return found


def take(browser: Browser, link: str, folder: Path, only: dict[str, str] | None = None) -> int:
    base = link.split("/start/")[0]
    taken = 0
    every: dict[str, str] = {}
    for width in WIDTHS if only is None else (1280,):
        for scheme in SCHEMES if only is None else ("light",):
            context = browser.new_context(
                base_url=base,
                viewport={"width": width, "height": 900},
                color_scheme=scheme,
                reduced_motion="reduce",
            )
            page = context.new_page()
            page.goto(link)
            every = every or pages(page)
            for name, path in every.items():
                if only is not None and name not in only:
                    continue
                page.goto(path)
                page.wait_for_timeout(150)
                target = folder / (
                    f"{only[name]}.png" if only is not None else f"{name}-{width}-{scheme}.png"
                )
                page.screenshot(path=target, full_page=only is None)
                taken += 1
            context.close()
    return taken


def main(words: list[str]) -> None:
    readme = "--readme" in words
    folder = ROOT / ("docs/pictures" if readme else "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="halfhour-shots-") as data:
        server, link = start_demo(f"{data}/mine")
        try:
            with open_browser() as browser:
                names = (
                    {"today": "today", "contact-approaches": "contact", "decide": "decide"}
                    if readme
                    else None
                )
                print(f"{take(browser, link, folder, names)} pictures in {folder.relative_to(ROOT)}/")
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=20)


if __name__ == "__main__":
    main(sys.argv[1:])
