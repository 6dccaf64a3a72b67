"""The printed sheet: one page, with room to write under every question."""

import re
from datetime import date, time
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.contact.models import Approach
from halfhour.find.models import Organisation
from halfhour.interview import actions as interviews
from halfhour.prepare import actions as prepare
from tests.conftest import MONDAY

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
FEWEST_MM = 7  # for a line by hand
LONG = (
    "When you think of the people who began when you did and left again, what was it about the hours, the pay, the place "
    "or the work itself that made them go, and would you have wanted to know it before?"
)


def pages_of(page: Page, paper: str, target: Path) -> int:
    page.pdf(path=target, format=paper)
    return len(re.findall(rb"/Type\s*/Page\b", target.read_bytes()))


def with_long_questions(approach: Approach) -> None:
    plan = approach.plan
    for number, line in enumerate(plan.lines.filter(must=True)):
        prepare.reword(line, text=f"{LONG} ({number})")


def with_everything(approach: Approach, maya: User) -> None:
    with_long_questions(approach)
    prepare.save_brief(
        Organisation.objects.get(), interests_me="They record their own rain on the roof. " * 4
    )
    version = prepare.add_resume(maya, name="The one of November", made_on=date(2026, 11, 1))
    prepare.choose_resume(approach, choice="bring", resume=version, ask=True)


@pytest.mark.parametrize("minutes", [20, 30])
@pytest.mark.parametrize("kind", ["as proposed", "long questions", "everything"])
def test_one_page_with_room_to_write(
    maya_browses: BrowserContext, approach: Approach, maya: User, tmp_path: Path, minutes: int, kind: str
) -> None:
    with clock.at(MONDAY):
        talk = interviews.arrange(
            approach,
            on=date(2026, 12, 3),
            at=time(14),
            minutes=minutes,
            place="Lantern Games, 12 Pier Street",
        )
        if kind == "long questions":
            with_long_questions(approach)
        if kind == "everything":
            with_everything(approach, maya)
    page = maya_browses.new_page()
    page.goto(reverse("interview:sheet", args=[talk.pk]))
    assert not page.locator(".room").first.is_visible()  # on the screen there is nothing to write on
    assert {p: pages_of(page, p, tmp_path / f"{p}.pdf") for p in ("Letter", "A4")} == {"Letter": 1, "A4": 1}
    page.emulate_media(media="print")
    rooms = page.locator("ol.onsheet .room")
    assert rooms.count() >= 6
    heights = [box["height"] for room in rooms.all() if (box := room.bounding_box())]
    assert min(heights) >= FEWEST_MM / 25.4 * 96
