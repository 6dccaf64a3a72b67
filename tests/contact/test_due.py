"""What Today shows about the people who are asked, with the clock moved."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact import actions
from halfhour.contact.due import lines
from halfhour.contact.models import Approach, Attempt, Reply
from halfhour.due.lines import Line
from halfhour.due.models import Due
from halfhour.find.models import Person

MONDAY = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
PROMISED = date(2026, 12, 2)


def on(day: date, hour: int = 17) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def shown(user: User, moment: datetime) -> list[Line]:
    """What this step adds to Today at one moment."""
    rows = list(Due.objects.visible_to(user).open().by(moment).filter(kind__startswith="contact."))
    return sorted(lines(user, rows, moment), key=lambda line: (line.due_at, line.kind))


@pytest.fixture
def asked(monday: datetime, maya: User, okafor: Person, candidate: Candidate) -> Approach:
    return actions.open_approach(
        maya, okafor, candidate, channel="email", minutes=20, why_person="Your talk about rain"
    )


@pytest.fixture
def sent(asked: Approach) -> Attempt:
    draft = actions.draft_of(asked)
    return actions.record_sent(asked, key="first", subject=draft.subject, body=draft.body)


def test_a_finished_letter_waits_to_be_sent(asked: Approach, maya: User) -> None:
    (line,) = shown(maya, on(date(2026, 11, 24)))
    assert (line.text, line.overdue) == ("Send your letter to Adaeze Okafor", False)
    assert line.url == reverse("contact:approach", args=[asked.pk])


@pytest.mark.parametrize(
    ("moment", "headline", "overdue"),
    [
        (datetime(2026, 12, 1, 20, tzinfo=UTC), None, None),
        (datetime(2026, 12, 2, 15, 59, tzinfo=UTC), None, None),
        (datetime(2026, 12, 2, 16, 0, tzinfo=UTC), "You promised Adaeze Okafor a call today.", False),
        (datetime(2026, 12, 3, 7, 59, tzinfo=UTC), "You promised Adaeze Okafor a call today.", False),
        (
            datetime(2026, 12, 3, 8, 0, tzinfo=UTC),
            "You promised Adaeze Okafor a call on Wednesday 2 December.",
            True,
        ),
    ],
    ids=["the day before", "before eight", "eight in the morning", "a minute to midnight", "midnight"],
)
def test_a_promised_call_is_due_on_its_day_and_late_the_next(
    sent: Attempt, maya: User, moment: datetime, headline: str | None, overdue: bool | None
) -> None:
    found = [(line.headline, line.overdue) for line in shown(maya, moment)]
    assert found == ([] if headline is None else [(headline, overdue)])


def test_the_line_of_a_promised_call_has_what_helps(sent: Attempt, asked: Approach, maya: User) -> None:
    (line,) = shown(maya, on(PROMISED))
    assert line.context == "attempt 2 of 3, (206) 555-0142, you may say that Tom Reyes sent you"
    assert line.url == reverse("contact:call", args=[asked.pk])
    assert line.why.startswith("You wrote that you would call on Wednesday 2 December.")


def test_after_the_call_the_promise_is_gone_and_the_next_try_comes_in_time(
    sent: Attempt, asked: Approach, maya: User
) -> None:
    with clock.at(on(PROMISED)):
        actions.record_call(asked, key="c", outcome="no-answer")
    assert shown(maya, on(date(2026, 12, 8))) == []
    (line,) = shown(maya, on(date(2026, 12, 9)))
    assert line.text == "Try Adaeze Okafor once more"


def test_three_failed_attempts_bring_the_next_name(sent: Attempt, asked: Approach, maya: User) -> None:
    with clock.at(on(PROMISED)):
        actions.record_call(asked, key="two", outcome="no-answer")
    with clock.at(on(date(2026, 12, 9))):
        actions.record_call(asked, key="three", outcome="no-answer")
    (line,) = shown(maya, on(date(2026, 12, 10)))
    assert (line.text, line.url) == (
        "Take the next name after Adaeze Okafor",
        reverse("contact:approach", args=[asked.pk]),
    )


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("yes", "Agree on a time with Adaeze Okafor"),
        ("other_time", "Agree on a time with Adaeze Okafor"),
        ("thinks_job", "Tell Adaeze Okafor that you are exploring, not applying"),
        ("unclear", "Read what Adaeze Okafor answered"),
        ("no", "Thank Adaeze Okafor for the answer"),
    ],
)
def test_an_answer_replaces_everything_planned(
    sent: Attempt, asked: Approach, maya: User, kind: str, text: str
) -> None:
    with clock.at(on(date(2026, 11, 24))):
        actions.record_reply(asked, key="r", kind=kind)
    texts = [line.text for line in shown(maya, on(PROMISED)) if "next name" not in line.text]
    assert texts == [text]


def test_never_again_leaves_nothing_to_do(sent: Attempt, asked: Approach, maya: User) -> None:
    actions.record_reply(asked, key="r", kind=Reply.Kind.NEVER)
    assert shown(maya, on(date(2027, 3, 1))) == []


def test_an_introduced_person_is_called_within_two_working_days(
    monday: datetime, maya: User, okafor: Person, tom: Person, candidate: Candidate
) -> None:
    asked = actions.open_approach(maya, okafor, candidate, channel="introduction")
    row = actions.ask_introducer(asked, tom, body="")
    assert shown(maya, on(date(2026, 11, 30))) == []
    (reminder,) = shown(maya, on(date(2026, 12, 2)))
    assert reminder.text == "Remind Tom Reyes about Adaeze Okafor"
    actions.record_introduction(row, outcome="introduced", may_mention=True)
    (line,) = shown(maya, on(date(2026, 11, 25)))
    assert line.headline == "Tom Reyes has spoken to Adaeze Okafor for you."
    assert line.url == reverse("contact:call", args=[asked.pk])


def test_as_many_queries_for_three_lines_as_for_one(
    sent: Attempt, maya: User, candidate: Candidate, okafor: Person
) -> None:
    def queries() -> int:
        rows = list(Due.objects.visible_to(maya).open())
        with CaptureQueriesContext(connection) as captured:
            lines(maya, rows, on(PROMISED))
        return len(captured)

    one = queries()
    for name in ("Tobias Ek", "Ravi Menon"):
        person = Person.objects.create(owner=maya, name=name, candidate=candidate, added_at=MONDAY)
        actions.open_approach(maya, person, candidate, channel="network")
    assert Due.objects.visible_to(maya).open().count() == 3
    assert queries() == one == 1


def test_a_number_noted_before_the_first_call_asks_for_the_call_and_for_no_letter(
    monday: datetime, maya: User, okafor: Person, candidate: Candidate
) -> None:
    Person.objects.update(phone="")
    okafor.refresh_from_db()
    actions.open_approach(maya, okafor, candidate, channel="phone", why_person="Rain")
    actions.note_address(okafor, kind="phone", value="(206) 555-0199", found_at="her card")
    open_rows = Due.objects.filter(owner=maya, done_at=None).values_list("kind", flat=True)
    assert list(open_rows) == ["contact.call_first"]
