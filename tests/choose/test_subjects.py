"""A professor's subject and a physician's specialty, found wherever the title says them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from halfhour.choose.facts import load_coder, load_soc_names, load_titles
from halfhour.choose.rules.cleaning import clean
from halfhour.choose.rules.subjects import taught, treated
from halfhour.choose.rules.text_features import stems

TITLES = {
    "Assoc. Prof., Physics": "25-1054",
    "Professor, Electrical Engineering": "25-1032",
    "Assistant Professor of Bioengineering": "25-1032",
    "Lecturer in Art History": "25-1125",
    "Russian History Professor": "25-1125",
    "Visiting Assistant Professor of Linguistics": "25-1123",
    "Nursing Faculty": "25-1072",
    "Professor of Supply Chain Management": "25-1011",
    "Physician (Neonatal Medicine)": "29-1221",
    "Physician (Internal Medicine)": "29-1216",
    "Physician - Cardiology": "29-1212",
    "Doctor, Emergency Department": "29-1214",
    "Resident Physician, Family Medicine": "29-1215",
}
ELSE = (
    "Faculty Affairs Manager",
    "Music Teacher",
    "Professor",
    "Physician Assistant, Cardiology",
    "Physician Recruiter, Radiology",
    "Doctor of Juris Prudence",
    "Resident Advisor",
    "Research Fellow, Psychology",
)


@pytest.mark.parametrize(("title", "soc"), TITLES.items(), ids=TITLES.keys())
def test_the_field_decides(title: str, soc: str) -> None:
    words = stems(clean(title).full)
    assert (taught(words) or treated(words)) == soc
    (coded,) = load_coder().code([title])
    assert coded.codes[0].code[:7] == soc


@pytest.mark.parametrize("title", ELSE)
def test_titles_about_something_else_are_left_alone(title: str) -> None:
    words = stems(clean(title).full)
    assert (taught(words), treated(words)) == (None, None)


@pytest.mark.parametrize(("rule", "share"), [(taught, 0.93), (treated, 0.75)], ids=["taught", "treated"])
def test_official_titles_agree_with_the_tables(rule: Callable[[list[str]], str | None], share: float) -> None:
    """Official titles were coded by others; medicine has many that go to "all other" by custom."""
    found = [
        (rule(stems(clean(title.title).full)), {code[:7] for _, code in title.codes})
        for title in load_titles()
    ]
    agree = [code in socs for code, socs in found if code]
    assert len(agree) > 100
    assert sum(agree) / len(agree) >= share
    assert {code for code, _ in found if code} <= set(load_soc_names())


def test_a_title_in_brackets_speaks_too() -> None:
    """Employers put the occupation's own name in brackets."""
    plain, named = load_coder().code(
        ["Specialist, Widget Programs", "Specialist, Widget Programs (Chemical Engineer)"]
    )
    assert "17-2041" not in [code.code[:7] for code in plain.codes]
    assert "17-2041" in [code.code[:7] for code in named.codes[:2]]
