"""What someone does with the pages, in a few words: press, choose, fill in."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from halfhour.web.tick import look

ME = {
    "Your name": "Maya Lindqvist",
    "One line about you": "I am in my second year of audio production at Harbor Community College",
    "Your e-mail address": "maya@example.org",
    "Your telephone number": "(206) 555-0117",
}


def begins(words: str) -> re.Pattern[str]:
    """A name that begins with these words. Browsers put a space before words that only screen readers get."""
    return re.compile(
        r"^[\W\d]*" + r"\s*".join(re.escape(token) for token in re.findall(r"[^\s:]+|:", words))
    )


def press(page: Page | Locator, name: str, role: str = "button") -> None:
    """Press the first button (or link) whose name begins like this."""
    page.get_by_role(role, name=begins(name)).first.click()  # type: ignore[arg-type]  # a role's name


def follow(page: Page | Locator, name: str) -> None:
    press(page, name, "link")


def headline(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(words)


def says(page: Page, *words: str) -> None:
    """Each of these stands on the page."""
    for some in words:
        expect(page.locator("main")).to_contain_text(some)


def lacks(page: Page, words: str) -> None:
    expect(page.locator("main")).not_to_contain_text(words)


def fill(page: Page | Locator, told: dict[str, str]) -> None:
    """Fields by the beginning of their label."""
    for label, words in told.items():
        page.get_by_label(begins(label)).first.fill(words)


def choose(page: Page | Locator, label: str, option: str) -> None:
    page.get_by_label(begins(label)).first.select_option(label=option)


def tick(page: Page | Locator, name: str, group: str = "") -> None:
    """A radio button or a box, within the named group when its own name says too little."""
    part = page.get_by_role("group", name=re.compile(re.escape(group))) if group else page
    part.get_by_label(begins(name)).first.check()


def unfold(page: Page | Locator, summary: str) -> None:
    page.locator("summary", has_text=summary).first.click()


def the_worker_reads_on() -> None:
    """What the program does beside the pages: read the titles that are still unread."""
    while look():
        pass


def wonders(page: Page, words: str, occupation: str) -> None:
    """The one question of the first start."""
    headline(page, "What work do you wonder about?")
    page.get_by_role("searchbox").press_sequentially(words, delay=10)
    press(page, f"This one: {occupation}")
    headline(page, words)


def describes_herself(page: Page) -> None:
    """Who I am, asked where the first letter needs it."""
    fill(page, ME)


def letter(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Text")


def say_nothing_of_a_job(text: str) -> str:
    """The sentence of a letter that says it is not about a job."""
    sentences = re.split(r"(?<=[.?!])\s+", text)
    return next(
        s for s in sentences if re.search(r"\b(jobs?|apply|applying|openings?|positions?|hir(e|ing))\b", s)
    )


def brings_her_contacts(page: Page, export: Path) -> None:
    """From the shortlist to the ranked list, with the export file kept and its titles read."""
    follow(page, "Find people to ask")
    follow(page, "Drop a file")
    page.set_input_files("input[type=file]", export)
    press(page, "Read the file")
    press(page, "Keep these 38 people")
    says(page, "38 people were added")
    the_worker_reads_on()
    headline(page, "could tell you about")  # the page shows it as soon as every title is read


def asks_the_first(page: Page, *, call_on: str) -> str:
    """A letter to the first of the ranked list, sent, with a call promised; the name of whom she asked."""
    asked = page.locator("ol.first h3").first.inner_text()
    page.locator("ol.first a.primary").click()
    tick(page, "By e-mail")
    unfold(page, "I have found an address or a number")
    choose(page, "I have found", "telephone number")
    fill(page, {"It is": "(206) 555-0142", "Where did you find it": "the staff page"})
    fill(page, {"Why this person": "your night of recordings from the harbor"})
    describes_herself(page)
    press(page, "Show me the first lines")
    choose(page, "I have found", "e-mail address")
    fill(page, {"It is": "first@studio.example", "Where did you find it": "the staff page"})
    press(page, "Keep this address")
    says(page, "Ready to go.")
    choose(page, "The day you will call", call_on)
    expect(letter(page)).to_have_value(re.compile(call_on.split()[0] + ","))
    press(page, "I sent it")
    headline(page, f"You will call {asked} on {call_on}.")
    return asked
