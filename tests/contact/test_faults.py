"""Catalogued faults on the pages of asking, each named by its number."""

from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact import actions
from halfhour.contact.models import Approach, Attempt, OfficeLetter
from halfhour.find.models import Organisation, Person, Source

XSS = "<script>window.__pwned=1</script><img src=x onerror=__pwned=1>{{7*7}}\"'"
PAGES = ("approach", "call", "letter", "introductions", "rehearsal", "replies", "change")


def letter_of(approach: Approach, **more: str) -> dict[str, str]:
    draft = actions.draft_of(approach)
    return {"subject": draft.subject, "body": draft.body, "version": str(draft.version), "page": "a", **more}


@pytest.mark.parametrize(
    "name", ["draft", "sending", "attempts", "closing", "reopening", "replies", "change"]
)
def test_fault_68_foreign_fields_are_ignored(
    approach: Approach, monday: datetime, as_maya: Client, maya: User, outsider: User, name: str
) -> None:
    extra = {
        "owner": str(outsider.pk),
        "role": "admin",
        "is_staff": "on",
        "closed_because": "talked",
        "extra_attempts": "9",
    }
    told = letter_of(
        approach, key="k", outcome="no-answer", kind="later", because="x", minutes="20", channel="email"
    )
    as_maya.post(reverse(f"contact:{name}", args=[approach.pk]), {**told, **extra})
    approach.refresh_from_db()
    maya.refresh_from_db()
    assert (approach.owner_id, approach.extra_attempts, maya.is_staff) == (maya.pk, 0, False)
    assert approach.closed_because in {"", "by_hand"}
    assert not Attempt.objects.exclude(owner=maya).exists()


def test_fault_69_two_windows_keep_both_texts(approach: Approach, monday: datetime, as_maya: Client) -> None:
    url = reverse("contact:draft", args=[approach.pk])
    told = letter_of(approach)
    as_maya.post(url, {**told, "page": "one", "body": "Dear Dr Okafor, from the first window."})
    answer = as_maya.post(url, {**told, "page": "two", "body": "Dear Dr Okafor, from the second window."})
    assert answer.status_code == 409
    assert "from the first window" in answer.content.decode()
    assert "from the second window" in answer.content.decode()


@pytest.fixture
def dangerous(approach: Approach, maya: User, candidate: Candidate, tom: Person) -> Approach:
    """The payload in every text that can be typed or imported."""
    Person.objects.update(name=XSS, given=XSS[:90], family="x", title=XSS, email="a@example.com", note=XSS)
    Organisation.objects.update(name=XSS, telephone="(206) 555-0100")
    Source.objects.update(name=XSS, detail=XSS)
    Candidate.objects.update(words=XSS)
    asked = Approach.objects.get()
    asked.owner = maya
    asked.why_person = XSS
    asked.save()
    actions.ask_introducer(asked, tom, body=XSS, because=XSS[:90])
    actions.record_reply(asked, key="r", kind="unclear", text=XSS)
    actions.record_office_letter(maya, candidate, key="o", kind="school", office=XSS, subject=XSS, body=XSS)
    return asked


def test_fault_87_and_88_no_text_becomes_markup(
    dangerous: Approach, monday: datetime, as_maya: Client
) -> None:
    place, person = Organisation.objects.first(), dangerous.person_id
    assert place is not None
    addresses = [reverse(f"contact:{name}", args=[dangerous.pk]) for name in PAGES]
    addresses += [reverse("contact:index"), reverse("contact:offices"), reverse("contact:ask", args=[person])]
    addresses += [reverse("contact:organisation_call", args=[place.pk])]
    addresses += [reverse("contact:office", args=[OfficeLetter.objects.get().pk])]
    for address in addresses:
        page = as_maya.get(address, follow=True)
        assert page.status_code == 200, address
        text = page.content.decode()
        assert "<script>window" not in text and "<img src=x" not in text, address


@pytest.mark.parametrize("name", ["draft", "sending", "attempts", "closing", "replies", "rehearsal"])
def test_fault_94_without_the_token_nothing_happens(
    approach: Approach, maya: User, monday: datetime, name: str
) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(maya)
    told = {"key": "k", "outcome": "no-answer", "kind": "no", "body": "x", "version": "1"}
    assert client.post(reverse(f"contact:{name}", args=[approach.pk]), told).status_code == 403
    approach.refresh_from_db()
    assert (Attempt.objects.count(), approach.closed_at) == (0, None)


@pytest.mark.parametrize("name", ["draft", "sending", "attempts", "closing", "reopening", "judging"])
def test_fault_94_looking_changes_nothing(
    approach: Approach, as_maya: Client, monday: datetime, name: str
) -> None:
    assert as_maya.get(reverse(f"contact:{name}", args=[approach.pk])).status_code in {404, 405}


def test_fault_95_and_97_no_frame_and_files_are_files(
    approach: Approach, as_maya: Client, monday: datetime
) -> None:
    page = as_maya.get(reverse("contact:approach", args=[approach.pk]))
    assert page["X-Frame-Options"] == "DENY" or "frame-ancestors 'none'" in page["Content-Security-Policy"]
    mail = as_maya.get(reverse("contact:eml", args=[approach.pk]))
    assert (mail["Content-Type"], mail["X-Content-Type-Options"]) == ("message/rfc822", "nosniff")
    assert mail["Content-Disposition"].startswith("attachment")
