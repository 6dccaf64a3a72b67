"""The settings: each with its source, none beyond what the method allows, and each changes what happens."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from halfhour import clock
from halfhour.accounts.models import Seeker, User
from halfhour.choose.models import Candidate
from halfhour.contact.actions import open_approach, record_call
from halfhour.contact.models import Approach
from halfhour.contact.promising import first_promise_day
from halfhour.due.actions import refresh
from halfhour.due.models import Due
from halfhour.find.models import Person
from halfhour.interview import actions as interviews
from halfhour.interview.models import Interview
from halfhour.thank.models import KeepInTouch
from halfhour.web.numbers.catalogue import FIXED
from halfhour.web.numbers.forms import NumbersForm

pytestmark = pytest.mark.usefixtures("monday")


def settings_of(maya: User, **changes: str) -> dict[str, str]:
    """The form as the browser sends it, with some of it changed; an unticked box is not sent."""
    form = NumbersForm(instance=Seeker.objects.get(user=maya))
    shown = {field.name: field.value() for field in form}
    told = {k: "on" if v is True else str(v) for k, v in shown.items() if v not in (False, None)}
    return {k: v for k, v in {**told, **changes}.items() if v != "off"}


def keep(client: Client, maya: User, **changes: str) -> HttpResponse:
    answer: HttpResponse = client.post(reverse("numbers"), settings_of(maya, **changes), follow=True)  # type: ignore[assignment]  # of the test client
    maya.refresh_from_db()
    return answer


def text(answer: HttpResponse) -> str:
    return " ".join(answer.content.decode().split())


@pytest.fixture
def coming(approach: Approach) -> Interview:
    return interviews.arrange(approach, on=date(2026, 12, 3), at=time(14))


@pytest.fixture
def held(coming: Interview) -> Interview:
    with clock.at(coming.starts_at):
        interviews.start_interview(coming)
    with clock.at(coming.starts_at + timedelta(minutes=20)):
        return interviews.end_interview(coming)


def due(kind: str) -> datetime:
    return Due.objects.get(kind=kind, done_at=None).due_at


def test_every_number_stands_there_with_its_source(as_maya: Client) -> None:
    page = as_maya.get(reverse("numbers"))
    shown = text(page)
    for number in FIXED:
        assert str(number.name) in shown
    assert "The method: 3. Fewer is allowed (SFU follows up once), more is not" in shown
    assert all(str(field.help_text) for field in page.context["form"])
    assert all(str(number.source) for number in FIXED)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("max_attempts", "4"),
        ("max_attempts", "1"),
        ("minutes", "10"),
        ("minutes", "90"),
        ("promise_days", "2"),
        ("promise_days", "11"),
        ("enough_talks", "1"),
        ("thanks_hours", "72"),
        ("timezone", "Mars/Olympus"),
        ("country", "USA"),
    ],
)
def test_not_further_than_the_method_allows(as_maya: Client, maya: User, name: str, value: str) -> None:
    before = getattr(maya.seeker, name)
    page = keep(as_maya, maya, **{name: value})
    assert page.status_code == 422
    assert list(page.context["form"].errors) == [name]  # type: ignore[attr-defined]  # of the test client
    assert getattr(Seeker.objects.get(user=maya), name) == before


def test_the_minutes_and_the_promised_day_of_the_next_letter(
    as_maya: Client, maya: User, okafor: Person, candidate: Candidate
) -> None:
    keep(as_maya, maya, minutes="20", promise_days="3")
    made = open_approach(User.objects.get(pk=maya.pk), okafor, candidate, channel="email")
    # Tuesday, Wednesday; Thursday is Thanksgiving and Friday a holiday in Washington: the third is Monday.
    assert (made.minutes, made.promise_on) == (20, date(2026, 11, 30))
    keep(as_maya, maya, country="DE", region="")
    assert first_promise_day(User.objects.get(pk=maya.pk), date(2026, 11, 23)) == date(2026, 11, 26)


def test_when_thanks_are_due_follows_at_once(as_maya: Client, maya: User, held: Interview) -> None:
    assert held.ended_at is not None
    assert due("thank.talk") == held.ended_at + timedelta(hours=24)
    keep(as_maya, maya, thanks_hours="36")
    assert due("thank.talk") == held.ended_at + timedelta(hours=36)


def test_the_day_of_the_confirmation_follows_at_once(as_maya: Client, maya: User, coming: Interview) -> None:
    assert due("interview.confirm").astimezone(clock.zone_of("America/Los_Angeles")).date() == date(
        2026, 12, 2
    )
    keep(as_maya, maya, confirm_days="2")
    assert due("interview.confirm").astimezone(clock.zone_of("America/Los_Angeles")).date() == date(
        2026, 12, 1
    )


def test_how_many_talks_are_enough(as_maya: Client, maya: User, held: Interview) -> None:
    keep(as_maya, maya, enough_talks="5")
    stop = as_maya.get(reverse("decide:index")).context["side"].occupations[0].stop
    assert (stop.talks, stop.needed) == (1, 5)


def test_single_keys_off(as_maya: Client, maya: User) -> None:
    assert 'data-keys="off"' not in text(as_maya.get(reverse("keys")))
    keep(as_maya, maya, single_keys="off")
    assert 'data-keys="off"' in text(as_maya.get(reverse("keys")))


def test_confidence_is_not_asked_for(as_maya: Client, maya: User, coming: Interview) -> None:
    url = reverse("interview:interview", args=[coming.pk])
    assert "How sure of yourself do you feel" in text(as_maya.get(url))
    keep(as_maya, maya, asks_confidence="off")
    assert "How sure of yourself do you feel" not in text(as_maya.get(url))


def test_how_often_one_keeps_in_touch(as_maya: Client, maya: User, okafor: Person) -> None:
    touch = KeepInTouch.objects.create(owner=maya, person=okafor, next_on=maya.today)
    refresh(touch)
    assert "About 3 months since the last one." in text(as_maya.get("/"))
    keep(as_maya, maya, keep_in_touch_days="180")
    assert "About 6 months since the last one." in text(as_maya.get("/"))
    said = text(as_maya.post(reverse("thank:touch", args=[touch.pk]), {"done": "sent"}, follow=True))
    touch.refresh_from_db()
    assert "in about 6 months" in said and touch.next_on == maya.today + timedelta(days=180)


def test_the_level_of_entry_turns_the_list_round(
    as_maya: Client, maya: User, okafor: Person, candidate: Candidate
) -> None:
    boss = Person.objects.get(pk=okafor.pk)
    boss.pk, boss.name, boss.level, boss.email, boss.phone = None, "Berta Alm", "manages", "b@example.com", ""
    boss.save()
    url = f"{reverse('find:index')}?for={candidate.pk}"
    shown = text(as_maya.get(url))
    assert shown.index("Adaeze Okafor") < shown.index("Berta Alm")
    keep(as_maya, maya, entry_level="manages")
    shown = text(as_maya.get(url))
    assert shown.index("Berta Alm") < shown.index("Adaeze Okafor")


def test_fewer_attempts_lead_to_the_next_name_at_once(
    as_maya: Client, maya: User, okafor: Person, candidate: Candidate
) -> None:
    asked = open_approach(maya, okafor, candidate, channel="phone")
    record_call(asked, key="one", outcome="no-answer")
    with clock.at(datetime(2026, 12, 4, 17, tzinfo=UTC)):
        record_call(asked, key="two", outcome="no-answer")
        assert due("contact.try_again")
        keep(as_maya, maya, max_attempts="2")
        assert not Due.objects.filter(kind="contact.try_again", done_at=None).exists()
        assert due("contact.next_name")


def test_another_zone_moves_the_hour_of_what_is_due(
    as_maya: Client, maya: User, okafor: Person, candidate: Candidate
) -> None:
    asked = open_approach(maya, okafor, candidate, channel="phone")
    record_call(asked, key="one", outcome="no-answer")
    assert due("contact.try_again").hour == 16  # eight in the morning in Seattle
    keep(as_maya, maya, timezone="Europe/Berlin", country="US", region="WA")
    assert due("contact.try_again").hour == 7
    assert "Europe/Berlin" in text(as_maya.get(reverse("interview:arrange", args=[asked.pk])))


def test_the_sentence_for_the_end_is_ones_own(as_maya: Client, maya: User, coming: Interview) -> None:
    keep(as_maya, maya, time_sentence="Our {minutes} minutes are up, and you have work to do.")
    sheet = text(as_maya.get(reverse("interview:sheet", args=[coming.pk])))
    assert "Our 20 minutes are up, and you have work to do." in sheet
