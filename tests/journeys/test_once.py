"""Two tabs, a double click, Back and once more: one row, not two."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db.models import Model
from playwright.sync_api import Page, Request

from halfhour.choose.models import Candidate
from halfhour.contact.models import Attempt, Promise, Reply
from halfhour.find.models import Import, Person
from tests.journeys.before import dana_is_asked, maya_at_the_laptop
from tests.journeys.walking import begins, fill, press, says, tick

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Doing = Callable[[Page], None]
Prepared = Callable[[Page], None]
GESTURES = ["double click", "the same form again", "two tabs"]


def done_more_than_once(gesture: str, page: Page, address: str, ready: Prepared, name: str) -> None:
    """Come to the point where one button remains, and press it as impatient people do."""
    page.goto(address)
    ready(page)
    button = page.get_by_role("button", name=begins(name)).first
    if gesture == "double click":
        button.dblclick()
    elif gesture == "the same form again":
        with page.expect_request(lambda request: request.method == "POST") as sent, page.expect_navigation():
            button.click()
        assert send_again(page, sent.value) < 400
        return
    else:
        other = page.context.new_page()
        other.goto(address)
        ready(other)
        with page.expect_navigation():
            button.click()
        other.get_by_role("button", name=begins(name)).first.click()
        other.wait_for_load_state("networkidle")
        assert other.get_by_role("heading", level=1).count() == 1  # it answers with a page, not with a fault
    page.wait_for_load_state("networkidle")


def send_again(page: Page, form: Request) -> int:
    """What Back and Send, or Reload, does: the very same form once more. Its answer's status."""
    told = {"body": form.post_data, "type": form.headers["content-type"], "url": form.url}
    again = "({url, body, type}) => fetch(url, {method: 'POST', body, headers: {'Content-Type': type}}).then(async r => { await r.text(); return r.status; })"
    return page.evaluate(again, told)


def rows(model: type[Model]) -> int:
    return model._default_manager.count()


@pytest.mark.parametrize("gesture", GESTURES)
def test_an_occupation_on_the_shortlist(page: Page, gesture: str) -> None:
    maya_at_the_laptop()
    done_more_than_once(gesture, page, "/choose/?q=nurse", lambda _page: None, "Add Registered Nurses")
    assert Candidate.objects.filter(occupation="29-1141.00").count() == 1


@pytest.mark.parametrize("gesture", GESTURES)
def test_a_letter_that_was_sent(page: Page, gesture: str) -> None:
    asked = dana_is_asked(maya_at_the_laptop())
    address = f"/contact/approaches/{asked.pk}/"
    done_more_than_once(gesture, page, address, lambda _page: None, "I sent it")
    assert (rows(Attempt), rows(Promise)) == (1, 1)


@pytest.mark.parametrize("gesture", GESTURES)
def test_a_call_that_nobody_answered(page: Page, gesture: str) -> None:
    asked = dana_is_asked(maya_at_the_laptop())
    address = f"/contact/approaches/{asked.pk}/call/"
    done_more_than_once(gesture, page, address, lambda _page: None, "Nobody answered")
    assert rows(Attempt) == 1


@pytest.mark.parametrize("gesture", GESTURES)
def test_an_answer(page: Page, gesture: str) -> None:
    asked = dana_is_asked(maya_at_the_laptop())
    page.goto(f"/contact/approaches/{asked.pk}/")
    press(page, "I sent it")
    says(page, "1 attempt of 3 made")

    def typed(page: Page) -> None:
        fill(page, {"Their words": "Gladly, on Friday at noon."})
        tick(page, "Yes", "What does it come to")

    address = f"/contact/approaches/{asked.pk}/replies/"
    done_more_than_once(gesture, page, address, typed, "That is what they answered")
    assert (rows(Reply), rows(Attempt)) == (1, 1)


@pytest.mark.parametrize("gesture", GESTURES)
def test_a_file_of_people(page: Page, export: Path, gesture: str) -> None:
    maya_at_the_laptop()
    page.goto("/find/imports/")
    page.set_input_files("input[type=file]", export)
    press(page, "Read the file")
    says(page, "nothing is kept yet")
    done_more_than_once(gesture, page, page.url, lambda _page: None, "Keep these 38 people")
    assert (rows(Person), rows(Import)) == (38, 1)
