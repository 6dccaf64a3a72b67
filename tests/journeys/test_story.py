"""The whole thread, from the start link to the printed decision, with real clicks in a real browser.

Every chapter types a fact on one page and finds it in what a later page says.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Day
from tests.journeys.walking import (
    choose,
    describes_herself,
    fill,
    follow,
    headline,
    lacks,
    letter,
    press,
    say_nothing_of_a_job,
    says,
    the_worker_reads_on,
    tick,
    unfold,
    wonders,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WORK = "makes sound for games"
WANT = "no night work"
WHY = "your night of recordings from the harbor in September"
QUOTE = "Half of my week is listening to silence and deciding it is good enough"
NIGHTS = "I have been on the night shift every third week for two years."
DAYS = "Mornings in the studio, afternoons cleaning interviews"


def test_from_the_wonder_to_a_printed_decision(page: Page, day: Day, export: Path) -> None:
    she_wonders(page)
    she_brings_her_contacts(page, export)
    asked = she_chooses_whom_to_ask(page)
    she_writes(page, asked)
    the_promise_stands(page, day, asked)
    they_say_yes(page, day, asked)
    she_prepares(page, asked)
    they_talk(page, day)
    she_writes_it_down(page, asked)
    she_says_thanks(page, day, asked)
    she_asks_whom_they_named(page, asked)
    she_compares(page, asked)
    she_decides_and_prints(page, asked)


def she_wonders(page: Page) -> None:
    """Two occupations and one thing she wants."""
    wonders(page, WORK, "Sound Engineering Technicians")
    page.get_by_label("What do you wonder about?").press_sequentially("audiologist", delay=10)
    press(page, "Add Audiologists to my shortlist")
    headline(page, f"“{WORK}” and audiologists.")
    fill(page, {"I want": WANT})
    choose(page, "It is about", "where and how I work")
    tick(page, "I would not take a job without it")
    press(page, "Add it")
    says(page, WANT)
    follow(page, "Find people to ask")


def she_brings_her_contacts(page: Page, export: Path) -> None:
    """Every row is seen before anything is kept; then the titles are read."""
    follow(page, "Drop a file")
    page.set_input_files("input[type=file]", export)
    press(page, "Read the file")
    headline(page, "38 rows were read, nothing is kept yet")
    says(page, "Dana Whitfield", "Sound Designer, Lantern Games", "36 without an e-mail address")
    press(page, "Keep these 38 people")
    says(page, "38 people were added")
    the_worker_reads_on()
    headline(page, "could tell you about")  # the page shows it as soon as every title is read


def she_chooses_whom_to_ask(page: Page) -> str:
    """People who do the work come first, with the reason. Her answer: the name of the first."""
    headline(page, f"could tell you about “{WORK}”")
    first = page.locator("ol.first > li").first
    expect(first).to_contain_text("the title reads as this work")
    lacks(page, "Lena Ortiz")  # an audiologist is no answer to this question
    name = first.locator("h3").inner_text()
    first.get_by_role("link", name=name).click()
    unfold(page, "Change what is noted")
    unfold(page, "More about them")
    fill(page, {"Telephone": "(206) 555-0142", "Where did you find the address": "the staff page"})
    page.get_by_role("button", name="Save", exact=True).click()
    says(page, "(206) 555-0142")
    follow(page, f"Ask {name.split()[0]}")
    return name


def she_writes(page: Page, asked: str) -> None:
    """A letter from the facts, checked while she types; the day it names can be chosen."""
    tick(page, "By e-mail")
    unfold(page, "I have found an address or a number")
    choose(page, "I have found", "e-mail address")
    fill(
        page,
        {"It is": "first@studio.example", "Where did you find it": "the staff page", "Why this person": WHY},
    )
    tick(page, "20 minutes")
    describes_herself(page)
    press(page, "Show me the first lines")
    headline(page, asked)

    whole = letter(page).input_value()
    for fact in (
        asked,
        "Maya Lindqvist",
        "second year of audio production",
        WHY,
        "20 minutes",
        "(206) 555-0117",
    ):
        assert fact.lower() in whole.lower()  # it may begin a sentence
    says(page, "Ready to go.")
    letter(page).fill(whole.replace(say_nothing_of_a_job(whole), ""))
    says(page, "Not ready yet.", "Say that you want information, not a job")
    letter(page).fill(whole)
    says(page, "Ready to go.")

    choose(page, "The day you will call", "Tuesday 24 November")
    expect(letter(page)).to_have_value(re.compile("Tuesday, November 24"))
    press(page, "I sent it")
    headline(page, f"You will call {asked} on Tuesday 24 November.")
    says(page, "1 attempt of 3 made")


def the_promise_stands(page: Page, day: Day, asked: str) -> None:
    """Not before its day, on its day, and late on the next."""
    day("2026-11-23T09:00-08:00")
    page.goto("/")
    headline(page, "Nothing is due today.")
    day("2026-11-25T09:00-08:00")
    page.goto("/")
    headline(page, f"You promised {asked} a call on Tuesday 24 November.")
    says(page, "1 thing is late")
    day("2026-11-24T10:00-08:00")
    page.goto("/")
    headline(page, f"You promised {asked} a call today.")
    expect(page.locator(".due")).to_contain_text("attempt 2 of 3, (206) 555-0142")


def they_say_yes(page: Page, day: Day, asked: str) -> None:
    """The call card says what was promised and what to say; a yes becomes a talk."""
    follow(page, "Open the call card")
    headline(page, f"You promised {asked} a call today.")
    says(page, "(206) 555-0142", "Maya Lindqvist", "As I wrote, I am calling you today", "20 minutes")
    page.keyboard.press("h")
    expect(page.locator("details[open] .say")).to_contain_text(re.compile("job|applying|choosing a field"))
    press(page, "They said yes")
    fill(page, {"Day": "2026-11-30", "Time": "12:30", "Number or link": "(206) 555-0142"})
    tick(page, "by telephone")
    press(page, "This is agreed")
    headline(page, f"You talk to {asked} on Monday 30 November at 12:30.")
    says(page, f"About “{WORK}”, for 20 minutes, by telephone")


def she_prepares(page: Page, asked: str) -> None:
    """The plan fits the minutes, asks about the days, and asks because of what she wants."""
    follow(page, "Choose them")
    headline(page, f"20 minutes with {asked}")
    says(page, "day by day", f"you want: {WANT}")
    wanted = page.locator("li.planned", has_text=WANT)
    unfold(wanted, "Change")
    press(wanted, "Ask it in any case")
    expect(page.locator("ol.plan").first).to_contain_text(WANT)
    press(page, "These are my questions")
    headline(page, f"Your questions for {asked} are ready.")


def they_talk(page: Page, day: Day) -> None:
    """One question at a time; marks by tap and by key; a reload loses nothing."""
    day("2026-11-30T12:30-08:00")
    page.goto("/")
    follow(page, "Open the talk")
    follow(page, "Open the screen for the talk")
    question = page.locator("#question")
    press(page, "They said yes: start the 20 minutes")
    expect(page.locator("[data-part=left]")).to_have_text("20 min")
    expect(question).to_contain_text("day by day")
    press(page, "remember this")
    says(page, "Remembered.")
    press(page, "Answered")
    second = question.inner_text()
    assert "day by day" not in second
    page.keyboard.press("n")
    says(page, "Everything is saved.")

    day("2026-11-30T12:41-08:00")
    page.reload()
    expect(question).to_have_text(second)
    expect(page.locator("[data-part=left]")).to_have_text("9 min")
    page.keyboard.press("a")
    expect(question).not_to_have_text(second)
    says(page, "Everything is saved.")
    day("2026-11-30T12:47-08:00")
    page.reload()
    expect(page.locator("[data-part=left]")).to_have_text("3 min")
    says(page, "May I ask one last question?")
    press(page, "The talk is over")


def open_every_part(page: Page) -> None:
    folded = page.locator("details.part:not([open]) > summary")
    while folded.count():
        folded.first.click()


def she_writes_it_down(page: Page, asked: str) -> None:
    """A quote, answers that speak for or against, the six lists, a name with permission, where she leans."""
    page.wait_for_url("**/record/talks/**")
    headline(page, f"What did {asked} tell you?")
    open_every_part(page)
    says(page, "17 minutes, 3 fewer than agreed", "★ minute 1", "You marked a name")
    fill(
        page,
        {"One thing they said": QUOTE, "What will you do with it": "I will record silence in three rooms"},
    )
    answer = page.locator("li.answer", has_text="day by day")
    fill(answer, {"In a few words": DAYS})
    unfold(answer, "Does it speak for or against?")
    choose(answer, "For me, that speaks", "for it")
    told = page.locator(".told").first
    fill(told, {"What they said": NIGHTS})
    choose(told, "It is about", WANT)
    choose(told, "For me, that speaks", "against it")
    tick(told, "their own words")
    lists = page.locator(".six")
    lists.filter(has_text="Associations").get_by_role("textbox").fill("Audio Engineering Society")
    lists.filter(has_text="Employers").get_by_role("textbox").fill("Lantern Games")
    for heading in ("People they named", "told you to read", "What is changing", "they themselves"):
        tick(lists.filter(has_text=heading), "not asked")
    named = page.locator("#part-people .told")
    fill(
        named,
        {
            "Name": "Ada Brenner",
            "Why them": "She began with foley three years ago",
            "What they do": "Foley artist",
        },
    )
    choose(named, "May you use the name", "yes, I may use their name")
    tick(page, "yes", "Did you ask who else")
    tick(page, "unsure", "Where do you lean now")
    expect(page.locator("[data-autosaved]")).to_contain_text("Saved at")
    press(page, "Keep it")
    headline(page, f"This is what {asked} told you.")
    says(page, "Everything needed is here.")


def she_says_thanks(page: Page, day: Day, asked: str) -> None:
    """The draft quotes them, says what she will do, and tells that she writes to the person they named."""
    day("2026-11-30T14:00-08:00")
    page.goto("/")
    headline(page, f"You owe {asked} a thank-you.")
    says(page, QUOTE)
    follow(page, "Read the draft")
    message = page.get_by_label("Your message").input_value()
    for fact in (asked, QUOTE, "record silence in three rooms", "Ada Brenner"):
        assert fact in message
    press(page, "I sent it")
    says(page, f"you thanked {asked}")


def she_asks_whom_they_named(page: Page, asked: str) -> None:
    """Who was named stands on the list, and the letter says by whom."""
    the_worker_reads_on()
    follow(page, "Find")
    row = page.locator("li", has=page.get_by_role("link", name="Ada Brenner"))
    expect(row).to_contain_text(asked)
    row.get_by_role("link", name="Ada Brenner").click()
    says(page, f"{asked} named them.")
    follow(page, "Ask Ada")
    tick(page, "By e-mail")
    unfold(page, "I have found an address or a number")
    fill(page, {"It is": "ada@example.net", "Where did you find it": f"{asked} gave it to me"})
    press(page, "Show me the first lines")
    headline(page, "Ada Brenner")
    body = letter(page).input_value()
    assert asked in body
    assert WHY not in body
    says(page, "Ready to go.")


def she_compares(page: Page, asked: str) -> None:
    """Side by side: what was said with name and day, what nobody was asked, and who could tell."""
    follow(page, "Decide")
    wanted = page.get_by_role("row", name=re.compile(WANT))
    expect(wanted.get_by_role("cell").nth(0)).to_contain_text(f"“{NIGHTS}” {asked}, 30 Nov")
    expect(wanted.get_by_role("cell").nth(1)).to_contain_text("unknown")
    expect(page.get_by_role("row", name=re.compile("Day-to-day"))).to_contain_text(DAYS)
    expect(page.get_by_role("row", name=re.compile("Frustrations"))).to_contain_text(
        "unknown: nobody has spoken about it"
    )
    expect(page.get_by_role("row", name=re.compile("Who could still tell"))).to_contain_text("Ada Brenner")


def she_decides_and_prints(page: Page, asked: str) -> None:
    """What became of it, the decision on their word, and the page that prints."""
    page.get_by_role("link", name=re.compile(f"Say what became of it.*{WORK}")).click()
    tick(page, "kept as an alternate")
    fill(page, {"Because": f"{asked} likes the days; the nights trouble me."})
    press(page, "Keep this")
    says(page, "kept as an alternate")
    follow(page, "Write my decision")
    choose(page, "My first choice", "audiologist")
    choose(page, "And if not that", WORK)
    fill(page, {"My reasons": "Hearing is what I like best."})
    page.get_by_role("checkbox", name=re.compile("night shift every third week")).check()
    press(page, "Write it down")

    headline(page, "Audiologist")
    decided = page.locator("blockquote", has_text=NIGHTS)
    expect(decided).to_contain_text(re.compile(rf"{asked} \(.+ at .+\), 30 November 2026"))
    page.emulate_media(media="print")
    expect(decided).to_be_visible()
    says(page, "Hearing is what I like best.", WANT)
    expect(page.get_by_role("button", name="Print it")).to_be_hidden()
    expect(page.get_by_role("navigation", name="Steps")).to_be_hidden()
    assert page.pdf(format="A4").startswith(b"%PDF")
