"""The thread by keyboard alone: no mouse, no address typed after the start link."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.before import dana_will_talk, maya_at_the_laptop
from tests.journeys.conftest import Day, come_in
from tests.journeys.keyboard import Keyboard
from tests.journeys.walking import ME, headline, letter, says, the_worker_reads_on

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WORK = "makes sound for games"
ASKS_FOR_A_JOB = "\n\nAre you hiring? I would love a job."


def test_from_the_start_link_to_a_sent_letter(page: Page, export: Path) -> None:
    keys = Keyboard(page)
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type(WORK, delay=10)
    expect(keys.named("button", "This one: Sound Engineering Technicians")).to_be_visible()
    keys.keeps_its_place()
    keys.button("This one: Sound Engineering Technicians")
    headline(page, WORK)

    keys.skip()
    keys.write("I want", "no night work")
    keys.pick("It is about", "where and how I work")
    keys.tick("I would not take a job without it")
    keys.button("Add it")
    says(page, "no night work")

    keys.link("Find")
    keys.skip()
    keys.link("Drop a file")
    keys.skip()
    with page.expect_file_chooser() as chooser:
        keys.reach(page.locator("input[type=file]"))
        keys.press("Enter")
    chooser.value.set_files(export)
    keys.button("Read the file")
    headline(page, "38 rows were read")
    keys.skip()
    keys.button("Keep these 38 people")
    says(page, "38 people were added")
    the_worker_reads_on()
    headline(page, "could tell you about")

    asked = page.locator("ol.first h3").first.inner_text()
    keys.skip()
    keys.link(f"Ask {asked.split()[0]}")
    keys.skip()
    keys.one_of("How will you reach them", "By e-mail")
    keys.unfold("I have found an address or a number")
    keys.write("It is", "first@studio.example")
    keys.write("Where did you find it", "the staff page")
    keys.write("Why this person", "your night of recordings from the harbor")
    keys.one_of("How long do you ask for", "20 minutes")
    for label, words in ME.items():
        keys.write(label, words)
    keys.button("Show me the first lines")
    headline(page, asked)

    keys.skip()
    body = keys.reach(letter(page))
    keys.press("ControlOrMeta+End")
    page.keyboard.type(ASKS_FOR_A_JOB)
    says(page, "Not ready yet.")
    keys.keeps_its_place()
    for _ in range(len(ASKS_FOR_A_JOB)):
        keys.press("Backspace")
    says(page, "Ready to go.")
    expect(body).to_be_focused()
    day_of_the_call = keys.reach(page.get_by_label("The day you will write again"))
    keys.press("ArrowDown")
    chosen = day_of_the_call.evaluate("e => e.selectedOptions[0].label")
    expect(letter(page)).to_have_value(re.compile(chosen.split()[0] + ","))
    expect(page.get_by_label("The day you will write again")).to_be_focused()
    keys.button("I sent it")
    says(page, "1 attempt of 3 made", "Noted as sent")


def test_from_the_live_screen_to_the_decision(page: Page, day: Day) -> None:
    dana_will_talk(maya_at_the_laptop())
    keys = Keyboard(page)
    day("2026-11-30T12:31-08:00")
    come_in(page)
    keys.skip()
    keys.link("Open the talk")
    keys.skip()
    keys.link("Open the screen for the talk")
    they_talk(keys)
    she_writes_it_down(keys)
    she_thanks_and_decides(keys)


def they_talk(keys: Keyboard) -> None:
    """The clock starts with Enter; marks by single keys and by buttons."""
    page, question = keys.page, keys.page.locator("#question")
    keys.button("They said yes: start the 20 minutes", stays=True)
    expect(question).to_be_visible()
    keys.keeps_its_place()
    first = question.inner_text()
    keys.press("r")
    says(page, "Remembered.")
    keys.press("a")
    expect(question).not_to_have_text(first)
    keys.button("a name", stays=True)
    says(page, "A name. You can write it down afterwards.")
    keys.keeps_its_place()
    second = question.inner_text()
    keys.press("ArrowRight")
    expect(question).not_to_have_text(second)
    keys.press("w")
    page.keyboard.type("a word on nights")
    keys.button("Keep the note", stays=True)
    says(page, "Noted.")
    keys.keeps_its_place()
    says(page, "Everything is saved.")
    keys.unfold("All questions")
    keys.reach(page.locator(".jump a").first)
    keys.press("Enter")
    expect(question).to_have_text(first)
    keys.keeps_its_place()
    keys.button("The talk is over")
    headline(page, "What did Dana Whitfield tell you?")


def she_writes_it_down(keys: Keyboard) -> None:
    page = keys.page
    keys.skip()
    keys.open_part("First, while you hear it")
    keys.write("One thing they said", "You hear a game before you see it")
    keys.write("What will you do with it", "I will listen to one level with closed eyes")
    keys.open_part("What you had not planned to ask")
    told = page.locator("#part-told .told").first
    keys.write_into(told.get_by_label("What they said"), "Nights happen twice a year, never more.")
    keys.pick_in(told.get_by_label("It is about"), "no night work")
    keys.pick_in(told.get_by_label("For me, that speaks"), "for it")
    keys.open_part("Six lists")
    for heading in (
        "People they named",
        "Associations",
        "told you to read",
        "Employers",
        "What is changing",
        "they themselves",
    ):
        nothing = page.locator(".six", has_text=heading).get_by_role("radio").first
        keys.reach(nothing)
        keys.press("Space")
        expect(nothing).to_be_checked()
    keys.open_part("Someone you could talk to next")
    named = page.locator("#part-people .told").first
    keys.write_into(named.get_by_label("Name", exact=True), "Ada Brenner")
    keys.pick_in(named.get_by_label("May you use the name"), "yes, I may use their name")
    keys.button("One more name", stays=True)
    keys.keeps_its_place()
    keys.one_of("Did you ask who else", "yes")
    keys.open_part("Where do you lean")
    keys.one_of("Where do you lean now", "pursue it")
    keys.button("Keep it")
    headline(page, "This is what Dana Whitfield told you.")
    says(page, "Everything needed is here.")


def she_thanks_and_decides(keys: Keyboard) -> None:
    page = keys.page
    keys.skip()
    keys.link("Thank Dana Whitfield")
    expect(page.get_by_label("Your message")).to_have_value(re.compile("You hear a game before you see it"))
    keys.skip()
    keys.button("I sent it")
    keys.link("Decide")
    keys.skip()
    keys.link("Say what became of it: game sound designer")
    keys.skip()
    keys.one_of("What became of it", "confirmed")
    keys.write("Because", "Dana says the nights are two a year.")
    keys.button("Keep this")
    keys.skip()
    keys.link("Write my decision")
    keys.skip()
    keys.pick("My first choice", "game sound designer")
    keys.tick("Nights happen twice a year")
    keys.button("Write it down")
    headline(page, "Game sound designer")
    says(
        page, "Nights happen twice a year, never more.", "(Sound Designer at Lantern Games), 30 November 2026"
    )
    keys.skip()
    keys.reach(keys.named("button", "Print it"))
