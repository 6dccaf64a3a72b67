"""The pages about one's own data, what is held about a person, and the calendar elsewhere."""

import io
import json
import zipfile
from datetime import UTC, date, datetime, time, timedelta

import icalendar
import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.contact.models import Approach, Attempt, Promise, Reply
from halfhour.due.models import Due
from halfhour.find.models import Person
from halfhour.interview import actions as interviews
from halfhour.privacy import actions as privacy
from halfhour.web.your_data import retention
from halfhour.web.your_data.held_about import held_about, over
from tests.conftest import MONDAY

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("monday")]


def test_fault_126_one_button_gives_a_copy_of_what_is_held_about_one_person_and_no_other(
    as_maya: Client, maya: User, approach: Approach, tom: Person
) -> None:
    Attempt.objects.create(
        owner=maya,
        approach=approach,
        key="k",
        channel="email",
        at=MONDAY,
        on=MONDAY.date(),
        body="About the rain",
    )
    answer = as_maya.get(f"/your-data/people/{approach.person_id}/copy/")
    assert answer["Content-Disposition"] == 'attachment; filename="about-adaeze-okafor.zip"'
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        told = json.loads(archive.read("about-you.json"))
        assert "a.okafor@example.com" in archive.read("card.vcf").decode()
        assert "> About the rain" in archive.read("letters.md").decode()
    assert told["came_from"].startswith("someone I know: Tom Reyes")
    assert {"find.Person", "contact.Approach", "contact.Attempt"} <= set(told["rows"])
    assert [row["name"] for row in told["rows"]["find.Person"]] == ["Adaeze Okafor"]
    assert "tom@example.edu" not in json.dumps(told)


def test_fault_131_after_eighteen_months_without_contact_a_person_is_proposed_unless_kept(
    as_maya: Client, maya: User, okafor: Person, approach: Approach, tom: Person
) -> None:
    Reply.objects.create(owner=maya, approach=approach, key="r", kind="no", at=MONDAY, on=MONDAY.date())
    names = {}
    for day in (date(2027, 11, 22), date(2027, 11, 23), date(2028, 4, 30), date(2028, 5, 1)):
        with clock.at(datetime.combine(day, time(20), UTC)):
            names[day] = [held.person.name for held in over(maya)[0]]
    assert names == {
        date(2027, 11, 22): [],
        date(2027, 11, 23): ["Adaeze Okafor"],  # a year after the no
        date(2028, 4, 30): ["Adaeze Okafor"],
        date(2028, 5, 1): ["Adaeze Okafor", "Tom Reyes"],  # noted on 1 November in Seattle, never written to
    }
    with clock.at(datetime(2028, 6, 1, tzinfo=UTC)):
        page = as_maya.get("/your-data/").content.decode()
        assert "Keep Tom Reyes" in page
        as_maya.post(f"/your-data/people/{tom.pk}/keeping/", {"keep": "yes", "back": "list"})
        assert [held.person.name for held in over(maya)[0]] == ["Adaeze Okafor"]
        assert held_about(maya, tom).kept is True
        as_maya.post(f"/your-data/people/{tom.pk}/keeping/", {})
        assert over(maya)[1] == 2


def test_fault_131_today_says_so_in_one_quiet_line_until_they_are_kept_or_erased(
    as_maya: Client, maya: User, okafor: Person, tom: Person
) -> None:
    line = "Of 2 people nothing was heard for eighteen months"
    with clock.at(datetime(2028, 5, 1, 20, tzinfo=UTC)):
        assert line not in as_maya.get("/").content.decode()
        retention.look_again(maya)
        page = as_maya.get("/").content.decode()
        assert line in page
        assert "Nothing waits for you." in page
        as_maya.post(f"/your-data/people/{tom.pk}/keeping/", {"keep": "yes"})
        assert "Of 1 person nothing was heard" in as_maya.get("/").content.decode()
        as_maya.post("/your-data/keeping/")
        assert "nothing was heard" not in as_maya.get("/").content.decode()
        assert [d.done_at is None for d in Due.objects.filter(kind=retention.KIND)] == [False]
        as_maya.post(f"/your-data/people/{okafor.pk}/keeping/", {})
        assert "Of 1 person nothing was heard" in as_maya.get("/").content.decode()
        Person.objects.filter(pk=okafor.pk).update(
            added_at=clock.now()
        )  # as if something happened since the look
        assert "nothing was heard" not in as_maya.get("/").content.decode()


def test_fault_131_the_tick_looks_once_on_each_local_day(
    maya: User, okafor: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[date] = []
    monkeypatch.setattr(retention, "look_again", lambda user: looked.append(user.today))
    monkeypatch.setattr(retention, "_looked_on", {})
    for hours in (0, 1, 24, 25, 14):
        with clock.at(MONDAY + timedelta(hours=hours)):
            retention.once_a_day()
    assert looked == [date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 23)]


def test_every_person_says_where_they_came_from_and_when_they_are_asked_about(
    as_maya: Client, okafor: Person
) -> None:
    page = " ".join(as_maya.get(f"/your-data/people/{okafor.pk}/").content.decode().split())
    assert "someone I know: Tom Reyes; noted on 2026-11-" in page
    assert "You will be asked about Adaeze Okafor on" in page


def test_erasing_asks_first_and_then_says_what_went(
    as_maya: Client, okafor: Person, approach: Approach
) -> None:
    asked = as_maya.get(f"/your-data/people/{okafor.pk}/erasing/").content.decode()
    assert "Erase Adaeze Okafor for good?" in asked
    assert Person.objects.filter(pk=okafor.pk).exists()
    done = as_maya.post(f"/your-data/people/{okafor.pk}/erasing/", follow=True).content.decode()
    assert "Adaeze Okafor is erased" in done
    assert not Person.objects.filter(pk=okafor.pk).exists()
    assert as_maya.get(f"/your-data/people/{okafor.pk}/").status_code == 404


def test_as_many_queries_with_one_person_as_with_many(as_maya: Client, maya: User, okafor: Person) -> None:
    with clock.at(MONDAY + timedelta(days=900)):
        with CaptureQueriesContext(connection) as few:
            as_maya.get("/your-data/")
        Person.objects.bulk_create(Person(owner=maya, name=f"Ann {n}", added_at=MONDAY) for n in range(60))
        with CaptureQueriesContext(connection) as many:
            page = as_maya.get("/your-data/").content.decode()
    assert len(many) == len(few) <= 10
    assert "61 people: erase them" in page


@pytest.mark.skipif("sqlite" not in settings.DATABASES["default"]["ENGINE"], reason="SQLite only")
def test_a_backup_and_an_export_are_saved_from_the_page(as_maya: Client, okafor: Person) -> None:
    plain = as_maya.post("/your-data/backup/")
    assert plain.content[:2] == b"PK"
    sealed = as_maya.post("/your-data/backup/", {"passphrase": "a few good words"})
    assert sealed.content.startswith(b"halfhour sealed")
    assert as_maya.post("/your-data/backup/", {"passphrase": "short"}).status_code == 409
    with zipfile.ZipFile(io.BytesIO(as_maya.post("/your-data/export/").content)) as archive:
        assert "tables/find.person.json" in archive.namelist()


@pytest.fixture
def address(as_maya: Client, maya: User, okafor: Person, approach: Approach) -> str:
    Promise.objects.create(owner=maya, approach=approach, on=date(2026, 11, 30))
    talk = interviews.arrange(approach, on=date(2026, 12, 1), at=time(14))
    with clock.at(talk.starts_at):
        interviews.start_interview(talk)
    as_maya.post("/your-data/calendar/", {"on": "yes"})
    feed = privacy.feed_of(maya)
    assert feed is not None
    return f"/calendar/{privacy.secret_of(feed)}.ics"


def test_the_calendar_opens_without_a_session_and_holds_promises_talks_and_thanks(
    maya: User, approach: Approach, address: str
) -> None:
    talk = approach.interviews.get()
    with clock.at(talk.starts_at + timedelta(minutes=20)):
        interviews.end_interview(talk)
        answer = Client().get(address)
    calendar = icalendar.Calendar.from_ical(answer.content)
    titles = sorted(str(e["SUMMARY"]) for e in calendar.walk("VEVENT"))
    assert titles == ["Call Adaeze Okafor", "Talk with Adaeze Okafor", "Thank Adaeze Okafor"]
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "sessionid" not in answer.cookies
    assert approach.why_person not in answer.content.decode()


def test_the_calendar_is_sent_again_only_when_it_changed(approach: Approach, address: str) -> None:
    first = Client().get(address)
    with clock.at(MONDAY + timedelta(hours=5)):
        again = Client().get(address, headers={"if-none-match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        Promise.objects.create(owner=approach.owner, approach=approach, on=date(2026, 12, 30))
        changed = Client().get(address, headers={"if-none-match": first["ETag"]})
    assert changed.status_code == 200


def test_a_new_address_ends_the_old_one_and_off_is_off(as_maya: Client, maya: User, address: str) -> None:
    as_maya.post("/your-data/calendar/", {"on": "yes"})
    assert Client().get(address).status_code == 404
    feed = privacy.feed_of(maya)
    assert feed is not None
    fresh = f"/calendar/{privacy.secret_of(feed)}.ics"
    assert Client().get(fresh).status_code == 200
    as_maya.post("/your-data/calendar/")
    assert Client().get(fresh).status_code == 404


@pytest.mark.parametrize("secret", ["", "1-", "1-" + "0" * 40, "x-y", "9" * 400, "²-1", "1-" + "é" * 9])
def test_a_guessed_address_opens_nothing(address: str, secret: str) -> None:
    assert Client().get(f"/calendar/{secret}.ics").status_code == 404


def test_the_calendar_takes_no_post(address: str) -> None:
    assert Client().post(address).status_code == 405
