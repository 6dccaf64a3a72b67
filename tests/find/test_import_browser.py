"""By keyboard in a real browser: which column is what, and who is who; axe finds nothing on the way."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect

from halfhour.accounts.models import User
from halfhour.find import actions
from halfhour.find.models import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ONE = b"Name,Email,Company\nAna Bodine,bodine@example.com,Lantern\nDora Wintergreen,dw@example.com,Harbor\n"


def faults(page: Page) -> list[str]:
    page.evaluate(Axe().axe_script)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations)")
    return [f"{v['id']}: {v['nodes'][0]['html'][:150]}" for v in found]


def overflow(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


@pytest.mark.parametrize("width", [360, 1280])
def test_columns_are_told_by_keyboard(maya_browses: BrowserContext, maya: User, width: int) -> None:
    text = "Wert1;Wert2;Wert3\nAna Bodine;Baker;Lantern\nBo Denari;Nurse;Harbor\n"
    file = actions.read_file(maya, name="list.csv", data=text.encode())
    page = maya_browses.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(reverse("find:import_columns", args=[file.pk]))
    assert (faults(page), overflow(page)) == ([], 0)
    page.get_by_label("Wert2").focus()
    page.keyboard.type("Job")
    page.keyboard.press("Tab")
    page.keyboard.type("Org")
    page.keyboard.press("Enter") if page.evaluate("document.activeElement.tagName") == "BUTTON" else None
    page.get_by_role("button", name="Show the rows").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("2 rows were read")
    expect(page.get_by_text("Wert2 → Job title")).to_be_visible()
    assert (faults(page), overflow(page)) == ([], 0)


@pytest.mark.parametrize("width", [360, 1280])
def test_questions_take_one_key_each(maya_browses: BrowserContext, maya: User, width: int) -> None:
    ana = actions.add_person(maya, name="Ana Bodine", email="ana@example.org")
    actions.add_person(maya, name="Dora Wintergreen", email="dora@example.org")
    file = actions.write_import(maya, actions.read_file(maya, name="list.csv", data=ONE))
    page = maya_browses.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(reverse("find:import_questions", args=[file.pk]))
    assert (faults(page), overflow(page)) == ([], 0)
    page.keyboard.press("s")
    expect(page.get_by_role("heading", level=1)).to_contain_text(
        "Is Dora Wintergreen someone you have already?"
    )
    page.keyboard.press("n")
    expect(page.get_by_text("Every question of list.csv is answered.")).to_be_visible()
    ana.refresh_from_db()
    assert (str(ana.organisation), Person.objects.filter(family="Wintergreen").count()) == ("Lantern", 2)
    page.goto(reverse("find:import_server"))
    assert (faults(page), overflow(page)) == ([], 0)
