"""What others wrote leads nowhere: no address of theirs becomes a link that runs, and none is fetched."""

import socket
from typing import Any

import pytest
from django.test import Client

from halfhour.accounts.models import User
from halfhour.contact import actions as contact
from halfhour.contact.facts_of import facts_of
from halfhour.contact.models import Approach
from halfhour.contact.rules.checker import check
from halfhour.find.models import Organisation, Person
from halfhour.integrations.contacts_files import read_contacts
from halfhour.integrations.ical.reader import read_ics
from halfhour.integrations.mail.reader import read_mail

ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "//evil.example/x",
    "\\\\evil.example\\x",
    "file:///etc/passwd",
]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_fault_89_only_harmless_addresses_become_links(
    as_maya: Client, maya: User, okafor: Person, address: str
) -> None:
    Person.objects.filter(pk=okafor.pk).update(url=address)
    Organisation.objects.filter(pk=okafor.organisation_id).update(website=address)
    for path in (
        f"/find/people/{okafor.pk}/",
        f"/find/organisations/{okafor.organisation_id}/",
        "/find/people/",
    ):
        page = as_maya.get(path)
        assert page.status_code == 200
        links = [part.split('"')[0].strip().lower() for part in page.content.decode().split('href="')[1:]]
        assert [
            link
            for link in links
            if not link.startswith(("/", "#", "?", "http://", "https://", "mailto:", "tel:"))
            or link.startswith("//")
        ] == []


PHOTO = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann Lee\r\nN:Lee;Ann;;;\r\nPHOTO;VALUE=URI:http://127.0.0.1:9/a.png\r\nLOGO;VALUE=URI:http://127.0.0.1:9/b.png\r\nSOURCE:http://127.0.0.1:9/c\r\nEND:VCARD\r\n"
EVENT = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261201T100000Z\r\nATTACH:http://127.0.0.1:9/a\r\nIMAGE;VALUE=URI:http://127.0.0.1:9/b\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
MAIL = b'From: a@example.org\r\nSubject: x\r\nContent-Type: text/html\r\n\r\n<p>Hello</p><img src="http://127.0.0.1:9/a.png"><link rel="stylesheet" href="http://127.0.0.1:9/b.css">'


def test_fault_102_pictures_and_attachments_named_in_files_are_never_fetched(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[Any] = []

    def ask(*told: Any, **more: Any) -> None:
        asked.append(told)
        raise OSError

    monkeypatch.setattr(socket, "create_connection", ask)
    monkeypatch.setattr(socket, "getaddrinfo", ask)
    monkeypatch.setattr(socket.socket, "connect", ask)
    assert read_contacts("a.vcf", PHOTO).rows[0].name == "Ann Lee"
    assert len(read_ics(EVENT).events) == 1
    assert "Hello" in read_mail(MAIL).text
    assert asked == []


@pytest.mark.django_db
def test_fault_130_the_first_message_says_how_they_were_found_and_how_to_say_no(
    monday: Any, approach: Approach
) -> None:
    draft, today = contact.draft_of(approach), approach.owner.today
    text = f"Subject: {draft.subject}\n\n{draft.body}"
    found = {f.rule for f in check("letter", text, facts_of(approach, today), today=today).findings}
    assert "Tom Reyes" in draft.body
    assert found & {"L-02", "L-09"} == set()  # how they were found; how to say no
    bare = text.replace("Tom Reyes", "Somebody")
    assert "L-02" in {f.rule for f in check("letter", bare, facts_of(approach, today), today=today).findings}
