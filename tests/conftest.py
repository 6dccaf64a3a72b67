"""The cast: Maya who asks, Tom who introduces, Dr Okafor who is asked, Ines at the career centre, and an outsider."""

import os
from collections import OrderedDict
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext

from halfhour import clock
from halfhour.accounts.models import Seeker, User
from halfhour.choose.models import Candidate, Occupation
from halfhour.contact.models import Approach
from halfhour.find import at_work, searching
from halfhour.find.models import Organisation, Person, Source
from tests.browsing import chromium, open_browser

MONDAY = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)  # 9 in the morning in Seattle


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Each test has a database of its own, whose numbers begin anew; a search index of the last one would look true, and
    so would what is told of its works."""
    monkeypatch.setattr(searching, "_kept", OrderedDict())
    monkeypatch.setattr(at_work, "_folder", cache(lambda: tmp_path_factory.mktemp("at-work")))


@pytest.fixture
def cases() -> Path:
    """The folder of real files; its tests are skipped, saying so, where it is not there."""
    folder = os.environ.get("HALFHOUR_CASES", "")
    if not folder or not Path(folder).is_dir():
        pytest.skip("HALFHOUR_CASES names no folder of case files")
    return Path(folder)


@pytest.fixture
def monday() -> Iterator[datetime]:
    """The clock stands still on Monday 23 November 2026, 9 in the morning in Seattle."""
    with clock.at(MONDAY):
        yield MONDAY


@pytest.fixture
def maya(db: None) -> User:
    user = User.objects.create(username="maya")
    user.set_unusable_password()
    user.save()
    Seeker.objects.create(
        user=user,
        name="Maya Lindqvist",
        about="I am in my second year of audio production at Harbor Community College",
        situation="student",
        school="Harbor Community College",
        phone="(206) 555-0117",
        email="maya@example.org",
        country="US",
        region="WA",
        timezone="America/Los_Angeles",
        welcomed_at=datetime(2026, 11, 1, tzinfo=UTC),
    )
    return user


@pytest.fixture
def outsider(db: None) -> User:
    """Signed in, and a stranger to everything Maya has."""
    user = User.objects.create(username="outsider")
    Seeker.objects.create(user=user, name="Otto Sider", welcomed_at=datetime(2026, 11, 1, tzinfo=UTC))
    return user


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def as_maya(maya: User) -> Client:
    return signed_in(maya)


@pytest.fixture
def as_outsider(outsider: User) -> Client:
    return signed_in(outsider)


@pytest.fixture
def sound_technician(db: None) -> Occupation:
    return Occupation.objects.get_or_create(
        code="27-4014.00",
        defaults={
            "soc": "27-4014",
            "name": "Sound Engineering Technicians",
            "release": "30.3",
            "median_pay": 66430,
        },
    )[0]


@pytest.fixture
def candidate(maya: User, sound_technician: Occupation) -> Candidate:
    return Candidate.objects.create(
        owner=maya,
        words="game sound designer",
        occupation=sound_technician,
        added_at=datetime(2026, 11, 2, tzinfo=UTC),
    )


@pytest.fixture
def tom(maya: User) -> Person:
    """Tom Reyes taught Maya and may introduce her."""
    return Person.objects.create(
        owner=maya,
        name="Tom Reyes",
        given="Tom",
        family="Reyes",
        title="Audio instructor",
        email="tom@example.edu",
        relationship="teacher",
        added_at=datetime(2026, 11, 2, tzinfo=UTC),
    )


@pytest.fixture
def okafor(maya: User, candidate: Candidate, sound_technician: Occupation) -> Person:
    """Dr Okafor does the work; Tom named her and may be mentioned."""
    lantern = Organisation.objects.create(owner=maya, name="Lantern Games", telephone="(206) 555-0100")
    source = Source.objects.create(
        owner=maya, kind="acquaintance", name="Tom Reyes", detail="who taught me", may_mention=True
    )
    return Person.objects.create(
        owner=maya,
        name="Adaeze Okafor",
        given="Adaeze",
        family="Okafor",
        salutation="Dr",
        title="Sound designer",
        organisation=lantern,
        email="a.okafor@example.com",
        phone="(206) 555-0142",
        timezone="America/Los_Angeles",
        occupation=sound_technician,
        code_score=0.9,
        code_by="seeker",
        level="working",
        candidate=candidate,
        does_it="yes",
        source=source,
        added_at=datetime(2026, 11, 2, tzinfo=UTC),
        coded_at=datetime(2026, 11, 2, tzinfo=UTC),
    )


@pytest.fixture
def approach(maya: User, okafor: Person, candidate: Candidate) -> Approach:
    return Approach.objects.create(
        owner=maya,
        person=okafor,
        candidate=candidate,
        channel="email",
        minutes=20,
        why_person="Your talk about recording the rain for Lantern",
        promise_on=date(2026, 11, 30),
        opened_at=MONDAY,
    )


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; the tests that need it are skipped, saying so, where there is none."""
    if chromium() is None:
        pytest.skip("no Chromium on this machine")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = (
        "true"  # Playwright's loop runs beside the test's own database calls
    )
    with open_browser() as running:
        yield running


@pytest.fixture
def maya_browses(browser: Browser, live_server, as_maya: Client) -> Iterator[BrowserContext]:
    """A browser context in which Maya is signed in to the live server; `base_url` is set."""
    context = browser.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900})
    session = as_maya.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    yield context
    context.close()
