"""The routes compared, and the introduction as one of them: the mail file, handing it back, how often people answer."""

from datetime import UTC, date, datetime
from email import message_from_bytes
from email.policy import default

import pytest
from django.test import Client
from django.urls import reverse

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact import actions
from halfhour.contact.models import Approach
from halfhour.contact.rules.answer_rates import of_the_next_ten, rate
from halfhour.contact.rules.checker import check
from halfhour.find.models import Person


@pytest.mark.parametrize(
    ("yes", "asked", "expected"), [(1, 3, None), (5, 17, (1, 6)), (0, 10, (0, 3)), (10, 10, (7, 10))]
)
def test_of_the_next_ten(yes: int, asked: int, expected: tuple[int, int] | None) -> None:
    assert of_the_next_ten(rate(yes, asked)) == expected


def refused(user: User, candidate: Candidate, count: int) -> None:
    for n in range(count):
        person = Person.objects.create(
            owner=user, name=f"Person {n}", email=f"p{n}@example.com", added_at=clock.now()
        )
        asked = actions.open_approach(
            user, person, candidate, channel="email", minutes=20, why_person=f"Your work {n}"
        )
        text = actions.draft_of(asked)
        actions.record_sent(asked, key=f"s{n}", subject=text.subject, body=text.body, because="a test")
        actions.record_reply(asked, key=f"r{n}", kind="no", text="No.")
        actions.thank_for_answer(asked)


@pytest.mark.parametrize(
    ("count", "words"), [(2, "Too few to judge by."), (6, "Of the next ten, likely 0 to 4.")]
)
def test_opportunity_15_answers_are_counted_by_route(
    monday: datetime, as_maya: Client, maya: User, candidate: Candidate, count: int, words: str
) -> None:
    refused(maya, candidate, count)
    page = as_maya.get(reverse("contact:index")).content.decode()
    assert f"0 of {count} said yes." in page
    assert words in page
    assert "%" not in page.split("How people answer you")[1].split("</dl>")[0]
    assert "For 3 more talks" in page


def test_nothing_is_counted_before_anybody_answered(as_maya: Client, approach: Approach) -> None:
    assert "How people answer you" not in as_maya.get(reverse("contact:index")).content.decode()


def test_the_note_to_the_introducer_as_a_mail_file(
    monday: datetime, as_maya: Client, approach: Approach, tom: Person
) -> None:
    told = {"introducer": tom.pk, "subject": "Would you ask her?", "body": "Dear Tom,\n\nCould you?\n"}
    data = as_maya.post(reverse("contact:introduction_eml", args=[approach.pk]), told)
    mail = message_from_bytes(data.content, policy=default)
    assert (mail["To"], mail["Subject"], mail["X-Unsent"]) == (
        "Tom Reyes <tom@example.edu>",
        "Would you ask her?",
        "1",
    )
    assert mail.get_content().startswith("Dear Tom,")


def test_an_introduction_that_stalls_is_handed_back(
    monday: datetime, as_maya: Client, approach: Approach, tom: Person, maya: User
) -> None:
    row = actions.ask_introducer(approach, tom, body="")
    address = reverse("contact:introductions", args=[approach.pk])
    with clock.at(datetime(2026, 12, 2, 17, tzinfo=UTC)):
        actions.remind_introducer(row)
        assert not as_maya.get(address).context["rows"][0].stalled
    with clock.at(datetime(2026, 12, 9, 17, tzinfo=UTC)):
        page = as_maya.get(address)
        back = page.context["rows"][0]
    assert back.text.body.startswith("Dear Tom,")
    assert "Adaeze Okafor" in back.text.body
    assert back.mailto.startswith("mailto:tom@example.edu")
    forbidden = {f.rule for f in check("thanks", back.text.body, today=date(2026, 12, 9)).findings}
    assert not forbidden & {"NOJOB", "PRESSURE", "L-14"}
    assert "Write myself instead" in page.content.decode()


def test_an_answer_in_other_words_from_a_second_window_is_kept_too(
    approach: Approach, monday: datetime
) -> None:
    first = actions.record_reply(approach, key="same", kind="later", text="In March, perhaps.")
    again = actions.record_reply(approach, key="same", kind="later", text="In March, perhaps.")
    other = actions.record_reply(approach, key="same", kind="yes", text="On second thoughts: gladly.")
    assert (first.pk == again.pk, first.pk == other.pk, approach.replies.count()) == (True, False, 2)
