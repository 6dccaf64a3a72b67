"""What becomes of each row of a file; the same file again changes nothing."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halfhour.find.rules.duplicates import Index, repeats
from halfhour.find.rules.facts import Facts, Held, facts_of, organisation_key, phone_key
from halfhour.find.rules.incoming import Action, Kind, plan_import, totals, updated
from halfhour.find.rules.names import make_nicknames
from halfhour.integrations.contacts import ContactRow, ReadFile
from halfhour.integrations.contacts_files import read_contacts

NICKNAMES = make_nicknames([("Robert", ["Bob", "Rob"]), ("Katherine", ["Kate"])])
MAY, JUNE = date(2024, 5, 1), date(2024, 6, 1)

LINKEDIN = b"""Notes:
"Some addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Maya,Okafor,https://www.linkedin.com/in/maya-okafor,,Northlight Studio,Lead Sound Designer,02 May 2024
Bob,Achterberg,https://www.linkedin.com/in/bachterberg,,Ferro Works,Welder,03 May 2024
"""
GOOGLE = b"""First Name,Last Name,Organization Name,Organization Title,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value
Maya,Okafor,Northlight Studio,,,Work,maya@northlight.example,Mobile,+44 20 7946 0000
Robert,Achterberg,Ferro Works,Welder,,Home,rob.achterberg@example.net,,
"""
VCARD = b"""BEGIN:VCARD\r
VERSION:3.0\r
N:Okafor;Maya;;;\r
FN:Maya Okafor\r
TEL;TYPE=CELL:020 7946 0000\r
EMAIL:Maya@Northlight.example\r
ORG:Old Street Audio\r
TITLE:Sound Assistant\r
REV:20190301T000000Z\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:3.0\r
FN:Robert Achterberg\r
EMAIL:rob.achterberg@example.net\r
NOTE:Met at the harbour.\r
END:VCARD\r
"""


class Book:
    """People as the program would keep them, without a database."""

    def __init__(self) -> None:
        self.held: dict[int, Held] = {}

    def take(self, read: ReadFile) -> dict[Action, int]:
        facts = [facts_of(r, as_of=read.as_of) for r in read.rows]
        index = Index(((h.person_id, h.facts) for h in self.held.values()), nicknames=NICKNAMES)
        again = repeats(facts, nicknames=NICKNAMES)
        decisions = plan_import(read.rows, index.match(facts), self.held, repeats=again, as_of=read.as_of)
        for decision in decisions:
            if decision.action is Action.ADD:
                person_id = len(self.held) + 1
                self.held[person_id] = Held(person_id, decision.facts)
            elif decision.action in (Action.UPDATE, Action.SKIP):
                assert decision.person_id is not None
                self.held[decision.person_id] = replace(self.held[decision.person_id], facts=decision.facts)
        return dict(totals(decisions).by_action)


@pytest.mark.parametrize("order", list(permutations(("linkedin", "google", "vcard"))), ids="-".join)
def test_three_files_three_times_in_any_order_give_two_people_and_no_change_on_the_last_run(
    order: tuple[str, ...],
) -> None:
    files = {"linkedin": LINKEDIN, "google": GOOGLE, "vcard": VCARD}
    book = Book()
    for _ in range(2):
        for name in order:
            book.take(read_contacts(name, files[name]))
    before = dict(book.held)
    runs = [book.take(read_contacts(name, files[name])) for name in order]
    assert [sorted(k for k, v in run.items() if v) for run in runs] == [[Action.SKIP]] * 3
    assert book.held == before
    assert len(book.held) == 2
    maya = next(h.facts for h in book.held.values() if h.facts.given == "Maya")
    assert (maya.organisation, maya.title) == ("Northlight Studio", "Lead Sound Designer")
    assert [e.lower() for e in maya.emails] == ["maya@northlight.example"]
    assert [phone_key(p) for p in maya.phones] == ["079460000"]
    assert maya.url == "https://www.linkedin.com/in/maya-okafor"


def test_last_months_file_after_this_months_keeps_the_newer_job() -> None:
    rows = [
        ContactRow(
            1,
            "Ann",
            "Leroux",
            "Ann Leroux",
            organisation="New Co",
            title="Designer",
            url="https://linkedin.com/in/al",
        )
    ]
    older = [replace(rows[0], organisation="Old Co", title="Assistant")]
    book = Book()
    book.take(_file(rows, JUNE))
    assert book.take(_file(older, MAY))[Action.SKIP] == 1
    assert book.held[1].facts.organisation == "New Co"


def test_a_newer_file_moves_the_job_and_says_so() -> None:
    held = Held(
        7,
        Facts(
            name="Ann Leroux",
            given="Ann",
            family="Leroux",
            organisation="Old Co",
            title="Assistant",
            job_as_of=MAY,
        ),
    )
    after, changes, kept = updated(held, Facts(organisation="New Co", title="Designer", job_as_of=JUNE))
    assert (after.organisation, after.title, after.job_as_of) == ("New Co", "Designer", JUNE)
    assert {c.field: (c.before, c.after) for c in changes} == {
        "organisation": ("Old Co", "New Co"),
        "title": ("Assistant", "Designer"),
    }
    assert kept == []


@pytest.mark.parametrize(
    ("held", "told", "field", "stays"),
    [
        pytest.param(Facts(note="mine"), Facts(note="theirs"), "note", "mine", id="own note"),
        pytest.param(
            Facts(title="Chef", organisation="A", job_as_of=MAY),
            Facts(title="", organisation="B", job_as_of=JUNE),
            "organisation",
            "A",
            id="half a job",
        ),
        pytest.param(
            Facts(title="Chef", organisation="A"),
            Facts(title="Cook", organisation="B"),
            "title",
            "Chef",
            id="no day given",
        ),
        pytest.param(
            Facts(address="Bern"), Facts(address="Basel"), "address", "Bern", id="place already known"
        ),
        pytest.param(Facts(given="Ann"), Facts(given="Anna"), "given", "Ann", id="name already known"),
        pytest.param(
            Facts(do_not_contact=True),
            Facts(do_not_contact=False),
            "do_not_contact",
            True,
            id="do not contact stays",
        ),
    ],
)
def test_what_is_here_stays(held: Facts, told: Facts, field: str, stays: object) -> None:
    after, changes, _ = updated(Held(1, held), told)
    assert getattr(after, field) == stays
    assert field not in {c.field for c in changes}


def test_a_job_written_by_hand_stays_against_any_file() -> None:
    held = Held(1, Facts(title="Chef", organisation="A", job_as_of=MAY), typed=frozenset({"title"}))
    after, changes, kept = updated(held, Facts(title="Cook", organisation="B", job_as_of=JUNE))
    assert (after.title, after.organisation, changes) == ("Chef", "A", [])
    assert kept == ["keeps Chef at A, which you wrote yourself (the file says Cook at B)"]


def test_an_address_or_number_in_another_spelling_is_no_change() -> None:
    held = Held(1, Facts(emails=("ann@x.org",), phones=("+1 (303) 555-0100",)))
    after, changes, _ = updated(held, Facts(emails=("ANN@x.org",), phones=("303.555.0100",)))
    assert (after, changes) == (held.facts, [])


def test_the_same_person_twice_in_a_file_becomes_one() -> None:
    rows = [
        ContactRow(2, "Ann", "Leroux", "Ann Leroux", emails=("ann@x.org",)),
        ContactRow(3, "Tom", "Vidal", "Tom Vidal"),
        ContactRow(4, "Ann", "Leroux", "Ann Leroux", emails=("ann@x.org",), phones=("0123 456 789",)),
    ]
    facts = [facts_of(r) for r in rows]
    decisions = plan_import(rows, Index().match(facts), {}, repeats=repeats(facts))
    assert [(d.line, d.action, d.into_line) for d in decisions] == [
        (2, Action.ADD, None),
        (3, Action.ADD, None),
        (4, Action.MERGE, 2),
    ]
    assert decisions[0].facts.phones == ("0123 456 789",)
    assert decisions[2].reason == "the same person as line 2 of this file"


def test_a_common_name_alone_is_asked_never_joined() -> None:
    held = {
        5: Held(5, Facts(name="John Smith", given="John", family="Smith", organisation="Acme", title="Baker"))
    }
    row = ContactRow(9, "John", "Smith", "John Smith", organisation="Zenith", title="Pilot")
    index = Index([(5, held[5].facts)])
    [decision] = plan_import([row], index.match([facts_of(row)]), held)
    assert (decision.action, decision.person_id) == (Action.ASK, 5)
    assert decision.reason.startswith("perhaps John Smith who is here already: same name")


def test_reasons_say_what_is_added() -> None:
    held = {
        5: Held(
            5, Facts(name="Ann Leroux", given="Ann", family="Leroux", url="https://www.linkedin.com/in/al")
        )
    }
    row = ContactRow(
        3,
        "Ann",
        "Leroux",
        "Ann Leroux",
        emails=("a@x.org",),
        url="http://linkedin.com/in/AL/",
        organisation="Acme",
        title="Analyst",
    )
    [decision] = plan_import([row], Index([(5, held[5].facts)]).match([facts_of(row)]), held)
    assert decision.action is Action.UPDATE
    assert (
        decision.reason
        == "adds e-mail, organisation and job title (the same person: same LinkedIn page; same name)"
    )


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("+1 (303) 555-0100", "303.555.0100", True),
        ("13035550100", "303-555-0100 ext. 7", True),
        ("+44 20 7946 0000", "020 7946 0000", True),
        ("303 555 0100", "303 555 0101", False),
    ],
)
def test_telephones(one: str, two: str, same: bool) -> None:
    assert (phone_key(one) == phone_key(two)) is same


@pytest.mark.parametrize(
    ("one", "two"),
    [("Acme, Inc.", "ACME LLC"), ("The Acme Company", "acme"), ("Müller & Söhne GmbH", "Muller and Sohne")],
)
def test_organisations(one: str, two: str) -> None:
    assert organisation_key(one) == organisation_key(two)


words = st.text(st.characters(categories=("L", "N", "Zs")), max_size=12)
some_facts = st.builds(
    Facts,
    given=words,
    family=words,
    emails=st.lists(st.sampled_from(["a@x.org", "A@x.org", "b@x.org"]), max_size=2).map(tuple),
    phones=st.lists(st.sampled_from(["0123 456", "0123456", "999 888 777"]), max_size=2).map(tuple),
    organisation=words,
    title=words,
    job_as_of=st.none() | st.dates(MAY, JUNE),
    note=words,
    connected_on=st.none() | st.dates(MAY, JUNE),
)


@given(some_facts, some_facts)
def test_the_same_row_again_never_changes_anything(held: Facts, told: Facts) -> None:
    once, _, _ = updated(Held(1, held), told)
    twice, changes, _ = updated(Held(1, once), told)
    assert changes == []
    assert twice == once


@given(some_facts, some_facts)
def test_nothing_full_becomes_empty(held: Facts, told: Facts) -> None:
    after, _, _ = updated(Held(1, held), told)
    for name in ("given", "family", "emails", "phones", "organisation", "note", "connected_on"):
        assert getattr(after, name) or not getattr(held, name)
    assert after.note == held.note or not held.note


def _file(rows: list[ContactRow], as_of: date) -> ReadFile:
    return ReadFile("linkedin", rows, as_of=as_of)  # type: ignore[arg-type]  # the kind does not matter here


def test_judgements_by_hand_decide() -> None:
    class Judgement:
        verdict, person_id, reasons = Kind.SAME, 5, ("you said so",)

    held = {5: Held(5, Facts(name="J. Smith"))}
    [decision] = plan_import([ContactRow(1, "John", "Smith", "John Smith")], [Judgement()], held)
    assert decision.action is Action.UPDATE
