"""The level of responsibility a title tells."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halfhour.choose.rules.level import Level, level_of

CASES: dict[str, list[str]] = {
    "trainee": [
        "Intern", "Marketing Intern", "Junior Developer", "Jr. Analyst", "Apprentice Electrician", "Management Trainee",
        "Engineer I", "Graduate Engineer", "Student Nurse", "Resident Physician", "Werkstudent", "Audit Associate",
    ],
    "working": [
        "Software Engineer", "Engineer II", "Registered Nurse", "Product Owner", "Product Manager", "Account Manager",
        "Project Manager", "Executive Assistant to the CEO", "Scrum Master", "HR Business Partner", "Air Traffic Controller",
        "Staff Nurse", "Superior Court Judge", "Director of Photography", "Journeyman Electrician, IBEW Local 6", "Assistant Professor",
        "Lead Generation Specialist", "Account Executive", "Secretary to the President", "Pastor of Technology",
    ],
    "senior": [
        "Senior Software Engineer", "Sr. Accountant", "Software Engineer III", "Staff Engineer", "Principal Scientist",
        "Tech Lead", "Lead Engineer", "Associate Professor", "VP, Commercial Lending", "Senior Product Manager", "SWE L6",
    ],
    "manages": [
        "Engineering Manager", "Director of Sales", "Head of Product", "Team Lead", "Warehouse Lead", "Supervisor", "Foreman",
        "Store Manager", "Assistant Manager", "Executive Chef", "Controller", "Chief of Staff", "School Principal",
        "Social Services Department Head", "Police Sgt., Patrol Division", "Senior Manager", "Gerente de Ventas", "Mangaer", "Bureau Chief",
    ],
    "heads": [
        "CEO", "Founder", "Co-Founder & CTO", "Owner", "President", "Vice President of Consulting", "Managing Director",
        "Chairman of the Board", "Managing Partner", "DDS, Owner at Smiles Family Dentistry", "Geschäftsführer", "The Boss",
        "Chief Marketing Officer", "Entrepreneur", "ownwer", "Board Chair", "Member, Board of Directors", "Chief of Police",
    ],
    "unknown": ["", "Technical Support", "Information Security", "Client Services", "Retired", "West Valley College", "Marketing"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("title", "level"), [(title, level) for level, titles in CASES.items() for title in titles]
)
def test_level_of_title(title: str, level: str) -> None:
    assert level_of(title).level == level


def test_the_code_speaks_where_the_words_are_silent() -> None:
    assert level_of("Bosun", "53-5021.00", sure=True).level is Level.WORKING
    assert level_of("Legislator", "11-1031.00", sure=True).level is Level.MANAGES
    assert level_of("Legislator", "11-1031.00").level is Level.WORKING
    assert level_of("Charge Hand", "47-1011.00", sure=True).level is Level.MANAGES


def test_the_reason_is_a_sentence() -> None:
    assert level_of("Senior Nurse").reason == "“senior” says experienced."


@given(st.text(max_size=200))
def test_any_text_has_a_level_and_a_reason(title: str) -> None:
    found = level_of(title)
    assert found.level in set(Level)
    assert found.reason.endswith(".")


def test_three_classes_on_the_development_titles() -> None:
    folder = os.environ.get("HALFHOUR_CASES")
    if not folder:
        pytest.skip("HALFHOUR_CASES is not set: the development titles are not here")
    classes = {"E": "one", "W": "one", "S": "one", "M": "manages", "X": "heads"}
    ours = {"trainee": "one", "working": "one", "senior": "one"}
    with (Path(folder) / "levels_dev.csv").open(encoding="utf-8") as stream:
        rows = [row for row in csv.DictReader(stream) if row["level"] != "N"]
    right = 0
    for row in rows:
        level = level_of(row["title"]).level.value
        right += ours.get(level, level) == classes[row["level"]]
    assert right / len(rows) >= 0.97
