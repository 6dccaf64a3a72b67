"""The same people from LinkedIn, Google and a telephone, three times in every order (fault 83)."""

import csv
import io
import zipfile
from collections.abc import Sequence
from itertools import permutations

import pytest
from django.test import Client
from django.urls import reverse

from halfhour.accounts.models import User
from halfhour.find import actions
from halfhour.find.models import Common, Import, Person
from halfhour.integrations.contacts_files import read_contacts
from halfhour.refused import Refused

pytestmark = pytest.mark.django_db

# given, family, called, e-mail, telephone, place, title
PEOPLE = [
    ("Ada", "Quillfeather", "", "ada@quill.example", "+1 206 555 0111", "Lantern Games", "Sound Designer"),
    ("Benedikt", "Oyelaran", "", "ben@oye.example", "+1 206 555 0112", "Harbor Clinic", "Nurse"),
    ("Carla", "Ostrander", "", "", "+1 206 555 0113", "Orca Films", "Editor"),
    ("Dmitri", "Valkenburg", "", "dv@example.net", "", "Tidepool College", "Lecturer"),
    ("Eve", "Śliwińska", "", "eve@sliw.example", "+48 22 555 01 14", "Cascade Software", "Developer"),
    ("Farid", "Al-Ḥaddād", "", "farid@example.net", "+1 206 555 0115", "Rainier Law", "Paralegal"),
    ("Gina", "Müller", "", "gina.mueller@example.net", "", "Northlight Studios", "Producer"),
    ("Hugo", "O’Shaughnessy", "", "", "+353 1 555 0116", "Seawall Bakery", "Baker"),
    ("Robert", "Thistlewood", "Bob", "bob@thistle.example", "+1 206 555 0117", "Evergreen Hospital", "Surgeon"),
    ("Inés", "de la Cruz Ibáñez", "", "ines@cruz.example", "+34 91 555 01 18", "Bellwether Associates", "Architect"),
    ("小明", "王", "", "wang@example.net", "+86 10 5555 0119", "Lantern Games", "Programmer"),
    ("Nkechi", "Nwosu-Patel", "", "nkechi@example.net", "+44 20 7946 0120", "Orca Films", "Composer"),
]  # fmt: skip
MARIA_ONE = ("Maria", "Santos", "", "maria.s@one.example", "+1 206 555 0130", "Harbor Clinic", "Nurse")
MARIA_TWO = ("Maria", "Santos", "", "m.santos@two.example", "+1 206 555 0131", "Rainier Law", "Lawyer")
EVERYONE = [*PEOPLE, MARIA_ONE, MARIA_TWO]

GOOGLE = [
    *("First Name", "Last Name", "Nickname", "Notes", "Organization Name", "Organization Title"),
    *("E-mail 1 - Label", "E-mail 1 - Value", "Phone 1 - Value"),
]


def page(number: int) -> str:
    return f"https://www.linkedin.com/in/person-{number}"


def linkedin(people: Sequence[tuple[str, ...]]) -> bytes:
    out = io.StringIO()
    out.write('Notes:\n"Some of the email addresses are missing."\n\n')
    writer = csv.writer(out)
    writer.writerow(
        ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"]
    )
    for n, (given, family, _called, mail, _phone, place, title) in enumerate(people):
        shown = mail if n % 3 == 0 or "Santos" in family else ""  # the network hides most addresses
        writer.writerow([given, family, page(n), shown, place, title, f"{n + 1:02} Mar 2024"])
    return out.getvalue().encode()


def google(people: Sequence[tuple[str, ...]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(GOOGLE)
    for given, family, called, mail, phone, place, title in people:
        writer.writerow(
            [
                called or given,
                family,
                called,
                "from the fair",
                f"{place} Inc.",
                title,
                "* Work",
                mail.upper(),
                phone,
            ]
        )
    return out.getvalue().encode()


def cards(people: Sequence[tuple[str, ...]]) -> bytes:
    lines = []
    for n, (given, family, _called, mail, phone, place, title) in enumerate(people):
        lines += ["BEGIN:VCARD", "VERSION:3.0", f"N:{family};{given};;;", f"FN:{given} {family}"]
        lines += [f"ORG:{place}", f"TITLE:{title}"]
        lines += [f"EMAIL;TYPE=HOME:{mail}"] if mail else []
        lines += [f"TEL;TYPE=CELL:{phone.replace(' ', '-')}"] if phone else []
        lines += [f"URL:{page(n)}/"] if n % 2 else []
        lines.append("END:VCARD")
    return "\r\n".join([*lines, ""]).encode()


FILES = {
    "Connections.csv": linkedin(EVERYONE),
    "contacts.csv": google(EVERYONE),
    "telephone.vcf": cards(EVERYONE),
}


def brought(user: User, name: str, data: bytes) -> Import:
    return actions.write_import(user, actions.read_file(user, name=name, data=data))


def changes(file: Import) -> tuple[int, int]:
    return (file.added, file.updated)


@pytest.mark.parametrize("order", list(permutations(FILES)), ids=lambda o: "-".join(n[0] for n in o))
def test_fault_83_three_sources_three_times_in_any_order(maya: User, order: tuple[str, ...]) -> None:
    for run in range(3):
        files = [brought(maya, name, FILES[name]) for name in order]
        names = sorted(Person.objects.values_list("family", flat=True))
        assert len(names) == len(EVERYONE), (run, names)
        if run:
            assert [changes(f) for f in files] == [(0, 0)] * 3
    assert not actions.open_questions(maya).exists()
    last = list(Person.objects.order_by("pk").values())
    for name in order:
        brought(maya, name, FILES[name])
    assert list(Person.objects.order_by("pk").values()) == last
    assert Person.objects.filter(email="").count() == 2
    assert Person.objects.filter(url="").count() == 0


@pytest.mark.parametrize("order", list(permutations(FILES)), ids=lambda o: "-".join(n[0] for n in o))
def test_fault_83_what_i_wrote_stays_and_nothing_full_becomes_empty(
    maya: User, order: tuple[str, ...]
) -> None:
    bob = actions.add_person(
        maya, name="Robert Thistlewood", email="bob@thistle.example", note="met at the regatta"
    )
    brought(maya, order[0], FILES[order[0]])
    ada = Person.objects.get(family="Quillfeather")
    actions.describe_person(ada, title="Lead of sound", note="owes me a coffee")
    filled = {p.pk: p for p in Person.objects.all()}
    for name in (*order[1:], order[0]):
        brought(maya, name, FILES[name])
    for person in Person.objects.filter(pk__in=filled):
        before = filled[person.pk]
        lost = [
            c
            for c in ("title", "email", "phone", "url", "note")
            if getattr(before, c) and not getattr(person, c)
        ]
        assert lost == []
    bob.refresh_from_db()
    ada.refresh_from_db()
    assert (bob.note, ada.note, ada.title) == ("met at the regatta", "owes me a coffee", "Lead of sound")
    assert Person.objects.count() == len(EVERYONE)


def test_fault_83_last_months_file_after_this_months_keeps_the_newer_job(maya: User) -> None:
    def export(place: str, title: str, newest: str) -> bytes:
        rows = (
            f"Ada,Quillfeather,{page(0)},,{place},{title},01 Mar 2024\nZed,Yarrow,{page(99)},,A,B,{newest}\n"
        )
        return f"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n{rows}".encode()

    brought(maya, "november.csv", export("Harbor Sound", "Audio Director", "01 Nov 2025"))
    late = actions.read_file(
        maya, name="october.csv", data=export("Lantern Games", "Sound Designer", "01 Oct 2025")
    )
    reasons = late.rows.get(line=2).reason.split("; ")
    assert reasons[1].startswith("keeps Audio Director at Harbor Sound, known from a later day")
    actions.write_import(maya, late)
    ada = Person.objects.get(family="Quillfeather")
    assert (ada.title, str(ada.organisation)) == ("Audio Director", "Harbor Sound")


MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n"
    f"1,,Maya Lindqvist,https://www.linkedin.com/in/maya,Ada Quillfeather,{page(0)},2021-05-04 10:00:00 UTC,,Hello,INBOX\n"
    f"1,,Ada Quillfeather,{page(0)},Maya Lindqvist,https://www.linkedin.com/in/maya,2023-02-01 09:00:00 UTC,,Hi,INBOX\n"
)


def test_messages_alone_are_no_contacts_and_say_what_they_are_good_for(maya: User) -> None:
    assert read_contacts("messages.csv", MESSAGES.encode()).rows  # the reader itself knows them
    with pytest.raises(Refused, match="together with your connections: drop the whole ZIP"):
        actions.read_file(maya, name="messages.csv", data=MESSAGES.encode())
    assert not Import.objects.exists()


def test_the_whole_export_tells_when_we_first_wrote_and_where_i_was(as_maya: Client, maya: User) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        zipped.writestr("Connections.csv", linkedin(EVERYONE[:3]))
        zipped.writestr("messages.csv", MESSAGES)
        zipped.writestr(
            "Positions.csv",
            "Company Name,Title,Started On\nHarbor Clinic,Aide,Jan 2020\nHarbor Clinic,Nurse,Jan 2022\n",
        )
        zipped.writestr(
            "Education.csv", "School Name,Start Date,End Date,Degree Name\nTidepool College,2016,2019,BA\n"
        )
    brought(maya, "export.zip", out.getvalue())
    file = Import.objects.get()
    ada = Person.objects.get(family="Quillfeather")
    assert (ada.more["first_message_on"], ada.more["last_message_on"]) == ("2021-05-04", "2023-02-01")
    page = as_maya.get(reverse("find:person", args=[ada.pk]))
    assert "4 May 2021, last 1 February 2023" in page.content.decode()
    page = as_maya.get(reverse("find:import_preview", args=[file.pk]))
    assert "Harbor Clinic, Tidepool College." in page.content.decode()
    for _ in range(2):
        as_maya.post(reverse("find:own_path", args=[file.pk]))
    assert list(Common.objects.values_list("kind", "name")) == [
        ("employer", "Harbor Clinic"),
        ("school", "Tidepool College"),
    ]
