"""What is not yours does not exist: an outsider gets 404 on every address of the URL map, and finds no word of it."""

from collections.abc import Iterator
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import models
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from halfhour.accounts.models import User
from halfhour.choose.models import Candidate, Goal, Reading, Want
from halfhour.contact.models import Approach, Attempt, Draft, Introduction, OfficeLetter, Promise, Reply
from halfhour.decide.models import Decision
from halfhour.find import at_work
from halfhour.find.models import (
    Acquaintance,
    Common,
    Import,
    ImportRow,
    Listing,
    Merge,
    Organisation,
    Pair,
    Person,
    Referral,
)
from halfhour.interview.models import Interview, Mark, Proposed
from halfhour.mail.models import Incoming, NobodyAt, Outgoing
from halfhour.prepare.models import Plan, PlanLine
from halfhour.record.models import Advice, Debrief, Finding, Noted
from halfhour.thank.models import KeepInTouch, Thanks
from tests.conftest import MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
MARKER = "Zanzibarium"
# Addresses without an object, or for everyone: occupations are the same for all, the start link is its own guard.
SHARED = {"code", "secret", "form"}


def addresses(resolver: URLResolver | None = None, before: str = "/") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every address with the names and converters of its parts."""
    for pattern in (resolver or get_resolver()).url_patterns:
        path = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern, path)
        elif isinstance(pattern, URLPattern):
            yield path, dict(pattern.pattern.converters)


EVERY = list(addresses())
WITH_OBJECT = [(path, parts) for path, parts in EVERY if set(parts) - SHARED]
WITHOUT_OBJECT = [path for path, parts in EVERY if not parts]


@pytest.fixture
def world(maya: User, approach: Approach, tom: Person) -> dict[str, Any]:
    """One row of everything of Maya's, each with the marker word, by the name of its part in an address."""
    person, candidate = approach.person, approach.candidate
    Candidate.objects.filter(pk=candidate.pk).update(words=MARKER, expectation=MARKER)
    Person.objects.filter(pk=person.pk).update(name=MARKER, note=MARKER)
    Organisation.objects.filter(pk=person.organisation_id).update(name=MARKER)
    Goal.objects.create(owner=maya, text=MARKER, at=MONDAY)
    read = Import.objects.create(
        owner=maya, file_name=MARKER, kind="linkedin", digest="x", previewed_at=MONDAY
    )
    talk = Interview.objects.create(
        owner=maya,
        approach=approach,
        person=person,
        candidate=candidate,
        minutes=20,
        on=MONDAY.date(),
        local_time=MONDAY.time(),
        timezone="UTC",
        starts_at=MONDAY,
        agreed_at=MONDAY,
        started_at=MONDAY - timedelta(hours=1),
        ended_at=MONDAY,
        place=MARKER,
    )
    attempt = Attempt.objects.create(
        owner=maya, approach=approach, key="a", channel="email", at=MONDAY, on=MONDAY.date(), body=MARKER
    )
    Draft.objects.create(
        owner=maya, approach=approach, kind="letter", body=MARKER, edited=True, saved_at=MONDAY
    )
    Promise.objects.create(owner=maya, approach=approach, attempt=attempt, on=date(2026, 11, 30))
    Debrief.objects.create(owner=maya, interview=talk, saved_at=MONDAY, quote=MARKER)
    Finding.objects.create(
        owner=maya,
        interview=talk,
        person=person,
        candidate=candidate,
        criterion="tasks",
        text=MARKER,
        said_on=MONDAY.date(),
    )
    Mark.objects.create(owner=maya, interview=talk, key="m", kind="star", at=MONDAY, text=MARKER)
    Referral.objects.create(owner=maya, by=person, to=tom, on=MONDAY.date(), why=MARKER)
    Decision.objects.create(owner=maya, choice=candidate, reasons=MARKER, at=MONDAY)
    plan = Plan.objects.create(owner=maya, approach=approach, minutes=20, made_at=MONDAY)
    out = Outgoing.objects.create(
        owner=maya,
        key="out",
        recipient="a@example.com",
        recipient_name=MARKER,
        subject=MARKER,
        body=MARKER,
        message_id="out@example.org",
        made_at=MONDAY,
        send_after=MONDAY,
    )
    came = Incoming.objects.create(
        owner=maya, digest="x", arrived_at=MONDAY, sender_name=MARKER, subject=MARKER, words=MARKER
    )
    return {
        "message_id": out,
        "answer_id": came,
        "left_alone_id": NobodyAt.objects.create(owner=maya, name=MARKER, key="zanzibarium", since=MONDAY),
        "candidate_id": candidate,
        "reading_id": Reading.objects.create(
            owner=maya, candidate=candidate, title=MARKER, note=MARKER, added_at=MONDAY
        ),
        "want_id": Want.objects.create(owner=maya, text=MARKER, added_at=MONDAY),
        "person_id": person,
        "acquaintance_id": Acquaintance.objects.create(
            owner=maya, person=tom, candidate=candidate, marked_at=MONDAY
        ),
        "common_id": Common.objects.create(owner=maya, kind="school", name=MARKER),
        "listing_id": Listing.objects.create(
            owner=maya, organisation=person.organisation, candidate=candidate, added_at=MONDAY
        ),
        "pair_id": Pair.objects.create(owner=maya, one=person, other=tom),
        "merge_id": Merge.objects.create(owner=maya, kept=person, gone=tom, by="seeker", at=MONDAY),
        "organisation_id": person.organisation,
        "import_id": read,
        "work_id": SimpleNamespace(pk=at_work.begin(maya.pk, at_work.Doing.READING, MARKER, lambda: read.pk)),
        "row_id": ImportRow.objects.create(import_file=read, line=1, action="add", reason=MARKER),
        "approach_id": approach,
        "attempt_id": attempt,
        "reply_id": Reply.objects.create(
            owner=maya, approach=approach, key="r", kind="later", at=MONDAY, on=MONDAY.date(), text=MARKER
        ),
        "introduction_id": Introduction.objects.create(
            owner=maya, approach=approach, introducer=tom, asked_on=MONDAY.date(), body=MARKER
        ),
        "letter_id": OfficeLetter.objects.create(
            owner=maya,
            person=tom,
            candidate=candidate,
            kind="school",
            key="o",
            body=MARKER,
            at=MONDAY,
            on=MONDAY.date(),
        ),
        "line_id": PlanLine.objects.create(plan=plan, text=MARKER, position=0),
        "interview_id": talk,
        "proposed_id": Proposed.objects.create(
            owner=maya, interview=talk, kind="accepted", why=MARKER, said_at=MONDAY, came_at=MONDAY
        ),
        "noted_id": Noted.objects.create(owner=maya, debrief=talk.debrief, kind="trends", text=MARKER),
        "advice_id": Advice.objects.create(owner=maya, interview=talk, kind="advice", text=MARKER),
        "thanks_id": Thanks.objects.create(
            owner=maya, interview=talk, person=person, body=MARKER, owed_since=MONDAY
        ),
        "touch_id": KeepInTouch.objects.create(owner=maya, person=person, next_on=MONDAY.date()),
    }


def filled(path: str, parts: dict[str, Any], world: dict[str, Any]) -> str:
    for name in parts:
        converter = {"code": "str", "form": "str", "secret": "str"}.get(name, "int")
        value = "27-4014.00" if name == "code" else world[name].pk
        path = path.replace(f"<{converter}:{name}>", str(value))
    assert "<" not in path, f"this test does not know how to fill {path}"
    return path


@pytest.mark.parametrize(("path", "parts"), WITH_OBJECT, ids=[path for path, _ in WITH_OBJECT])
def test_an_outsider_gets_404(
    as_outsider: Client, world: dict[str, Any], path: str, parts: dict[str, Any]
) -> None:
    url = filled(path, parts, world)
    looked, sent = as_outsider.get(url), as_outsider.post(url, {"key": "x", "body": "x", "kind": "yes"})
    assert {looked.status_code, sent.status_code} <= {404, 405}
    assert 404 in {looked.status_code, sent.status_code}


@pytest.mark.parametrize("path", WITHOUT_OBJECT)
def test_an_outsider_finds_no_word_of_it(as_outsider: Client, world: dict[str, Any], path: str) -> None:
    assert MARKER not in as_outsider.get(path, {"q": MARKER[:4]}).content.decode(errors="replace")


def test_the_marker_is_there_for_maya(as_maya: Client, world: dict[str, Any]) -> None:
    """The test above could not fail if the marker were nowhere."""
    for path in ("/choose/", "/find/people/", "/contact/", "/decide/", "/thank/"):
        assert MARKER in as_maya.get(path, {"q": MARKER}).content.decode(), path


@pytest.mark.parametrize(("path", "parts"), EVERY, ids=[path for path, _ in EVERY])
def test_every_page_opens_for_its_owner(
    as_maya: Client,
    world: dict[str, Any],
    path: str,
    parts: dict[str, Any],
    sound_technician: models.Model,
) -> None:
    if set(parts) & {"secret", "form"}:
        return
    assert as_maya.get(filled(path, parts, world)).status_code in {200, 302, 405, 409}
