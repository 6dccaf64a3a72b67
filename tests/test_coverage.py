"""The table of the method's rows is true: every mandatory row has a test, and what it names exists. And the rows about the whole."""

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from django.db import IntegrityError, models
from django.test import Client
from django.urls import Resolver404, resolve

from halfhour.choose.models import Candidate
from halfhour.contact.models import Approach
from halfhour.contact.rules.choice import Picker
from halfhour.contact.rules.facts import Facts, Sender, Source, SourceKind
from halfhour.contact.rules.found_you import opening_sentence
from halfhour.contact.rules.standing import State
from halfhour.interview.models import Interview
from halfhour.steps import STEPS
from tests.conftest import MONDAY

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "docs" / "method" / "coverage.md"
COUNTS = {"M1": 18, "M2": 86, "B": 10, "E": 40}
PROGRAMME = {"M2-40", "M2-41", "M2-42", "M2-51", "M2-53", "E-40"}
MANDATORY = {f"{part}-{n:02d}" for part in ("M1", "M2") for n in range(1, COUNTS[part] + 1)} - PROGRAMME


@cache
def rows() -> dict[str, list[str]]:
    """The cells of each row after its number."""
    found = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if re.fullmatch(r"(M1|M2|B|E)-\d\d", cells[0]):
            found[cells[0]] = cells[1:]
    return found


def named(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def faults_of(row: str, what: str, page: str, rule: str, tests: str) -> list[str]:
    """What the table says of one row and is not so."""
    if row in PROGRAMME:
        return [] if "school programme" in tests else ["is a school programme's and does not say so"]
    faults = [] if what and named(page) and named(rule) else ["says not what, where or by what"]
    for path in named(page):
        try:
            resolve(path.replace("CODE", "27-4014.00").replace("/N/", "/1/"))
        except Resolver404:
            faults.append(f"no page {path}")
    faults += [f"no module {path}" for path in named(rule) if not (ROOT / path).exists()]
    if row in MANDATORY and not named(tests):
        faults.append("has no test")
    for test in named(tests):
        file, _, name = test.partition("::")
        if not (ROOT / file).is_file():
            faults.append(f"no file {file}")
        elif name and f"def {name}(" not in (ROOT / file).read_text(encoding="utf-8"):
            faults.append(f"no test {test}")
    return faults


def test_every_row_stands_in_the_table_once() -> None:
    expected = [f"{part}-{n:02d}" for part, count in COUNTS.items() for n in range(1, count + 1)]
    listed = re.findall(r"^\| ((?:M1|M2|B|E)-\d\d) \|", TABLE.read_text(encoding="utf-8"), re.M)
    assert listed == expected


def test_what_the_table_names_exists() -> None:
    faults = {row: found for row, cells in rows().items() if (found := faults_of(row, *cells))}
    assert faults == {}


@pytest.mark.parametrize(
    ("row", "cells", "fault"),
    [
        ("M1-01", ["w", "`/decide/`", "`halfhour/steps.py`", ""], "has no test"),
        ("M1-01", ["w", "`/nowhere/`", "`halfhour/steps.py`", "`tests/test_layout.py`"], "no page /nowhere/"),
        ("M1-01", ["w", "`/`", "`halfhour/gone.py`", "`tests/test_layout.py`"], "no module halfhour/gone.py"),
        ("M1-01", ["w", "`/`", "`halfhour/steps.py`", "`tests/gone.py`"], "no file tests/gone.py"),
        ("M1-01", ["w", "`/`", "`halfhour/steps.py`", "`tests/test_layout.py::test_gone`"], "no test tests/test_layout.py::test_gone"),
        ("M2-40", ["w", "", "", ""], "is a school programme's and does not say so"),
    ],
    ids=["no test", "no page", "no module", "no file", "no function", "programme"],
)  # fmt: skip
def test_a_wrong_row_is_noticed(row: str, cells: list[str], fault: str) -> None:
    assert faults_of(row, *cells) == [fault]


def test_m1_17_the_interviewee_is_always_the_professional() -> None:
    """No text of ours calls the seeker the one who is interviewed, or the professional the interviewer."""
    wrong = re.compile(
        r"you are (being )?interviewed|your interviewers?\b|interview you\b|as (an|the) interviewee", re.I
    )
    pages = [*ROOT.glob("halfhour/*/templates/**/*.html"), *ROOT.glob("docs/method/*.md")]
    assert len(pages) > 50
    assert [str(p.relative_to(ROOT)) for p in pages if wrong.search(p.read_text(encoding="utf-8"))] == []


@pytest.mark.django_db
def test_m2_09_the_steps_stand_in_the_order_of_the_method(as_maya: Client) -> None:
    rail = as_maya.get("/").content.decode().split('class="rail')[1].split("</nav>")[0]
    places = [rail.index(f'href="/{step.name}/"') for step in STEPS]
    assert places == sorted(places)
    assert [s.name for s in STEPS] == [
        "choose",
        "find",
        "contact",
        "prepare",
        "interview",
        "record",
        "thank",
        "decide",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("missing", ["person", "candidate"])
def test_m2_10_no_talk_without_a_person_and_an_occupation(approach: Approach, missing: str) -> None:
    facts: dict[str, models.Model | None] = {"person": approach.person, "candidate": approach.candidate}
    with pytest.raises(IntegrityError):
        Interview.objects.create(
            owner=approach.owner, **{**facts, missing: None}, minutes=20, on=MONDAY.date(), local_time=MONDAY.time(), timezone="UTC",
            starts_at=MONDAY, agreed_at=MONDAY, ended_at=MONDAY,
        )  # fmt: skip


def test_m2_11_no_state_is_called_application_or_offer() -> None:
    words = " ".join([*State, *(str(s.label) for s in STEPS), *(str(s.question) for s in STEPS)]).lower()
    assert re.findall(r"appl(y|ication)|offer|candidate|hired", words) == []


@pytest.mark.parametrize("seed", range(4))
def test_m2_44_someone_found_in_an_article_is_told_so(seed: int) -> None:
    """The publication, what it told, and the month of it stand in the letter's first lines."""
    facts = Facts(
        sender=Sender(name="Maya Lindqvist", status="I study audio production"),
        source=Source(
            SourceKind.ARTICLE, "Sound Weekly", detail="your work on recording rain", on=date(2026, 10, 1)
        ),
    )
    said = opening_sentence(facts, Picker(f"article-{seed}"))
    assert re.search(r"\b(read|saw|came across|found)\b", said)
    assert [part for part in ("Sound Weekly", "recording rain", "October") if part not in said] == []


@pytest.mark.django_db
def test_m2_39_who_knows_nobody_is_led_to_the_school_office(as_maya: Client, candidate: Candidate) -> None:
    page = as_maya.get("/find/").content.decode()
    assert ('href="/contact/offices/"' in page, 'href="/interview/chat/"' in page) == (True, True)
    assert "my school" in as_maya.get("/contact/offices/").content.decode()
