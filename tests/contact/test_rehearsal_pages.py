"""Practising through the pages: timed and counted, and read aloud where it can be and is wanted."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import BrowserContext

from halfhour import clock
from halfhour.contact.models import Approach, Rehearsal


def test_a_rehearsal_is_timed(approach: Approach, monday: datetime, as_maya: Client) -> None:
    url = reverse("contact:rehearsal", args=[approach.pk])
    page = as_maya.post(url, {"character": "hurried"})
    with clock.at(datetime(2026, 11, 23, 17, 1, 15, tzinfo=UTC)):
        for _ in range(20):
            if page.context.get("feedback"):
                break
            told = {name: page.context[name] for name in ("said", "key", "began")}
            choice = page.context["choices"][0]["key"]
            page = as_maya.post(url, {"character": "hurried", "choice": choice, **told})
    assert "The whole call took 1 minute 15 seconds." in page.content.decode()
    assert Rehearsal.objects.get().seconds == 75


@pytest.mark.parametrize("began", ["", "x", "99999999999999999999", "-5", "0"])
def test_a_made_up_beginning_is_now(
    approach: Approach, monday: datetime, as_maya: Client, began: str
) -> None:
    url = reverse("contact:rehearsal", args=[approach.pk])
    page = as_maya.post(url, {"character": "friendly", "began": began})
    assert page.context["began"] == int(monday.timestamp())


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_other_side_is_read_aloud_only_when_asked_to(
    approach: Approach, maya_browses: BrowserContext
) -> None:
    page = maya_browses.new_page()
    page.add_init_script("window.heard = []; speechSynthesis.speak = (said) => window.heard.push(said.text);")
    page.goto(f"/contact/approaches/{approach.pk}/rehearsal/")
    page.locator("button[name=character]").first.click()
    button = page.locator("[data-speaks]")
    assert button.get_attribute("aria-pressed") == "false"
    assert page.evaluate("window.heard") == []
    button.click()
    spoken = page.locator("[data-spoken]").inner_text()
    assert page.evaluate("window.heard") == [spoken]
    page.locator("button[name=choice]").first.click()
    page.wait_for_load_state()
    assert page.evaluate("window.heard") == [page.locator("[data-spoken]").inner_text()]
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
