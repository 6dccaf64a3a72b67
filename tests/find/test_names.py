"""Whole names into their parts, and spellings of one name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halfhour.find.rules.names import (
    NameParts,
    family_only,
    fold_name,
    make_nicknames,
    may_be_same_given,
    split_name,
)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ann Lee", NameParts("Ann", "", "Lee")),
        ("Ann M. Lee", NameParts("Ann", "M.", "Lee")),
        ("Lee, Ann M.", NameParts("Ann", "M.", "Lee")),
        ("Smith (Jones), Mary A., PhD", NameParts("Mary", "A.", "Smith", "PhD", earlier="Jones")),
        ("Mary Smith (Jones)", NameParts("Mary", "", "Smith", earlier="Jones")),
        ("John Q. Public, Esq.", NameParts("John", "Q.", "Public", "Esq.")),
        ("Dr. Jane Doe MD", NameParts("Jane", "", "Doe", "MD", prefix="Dr.")),
        ("Mary Smith Jr., CPA", NameParts("Mary", "", "Smith", "Jr., CPA")),
        ("Smith III, John", NameParts("John", "", "Smith", "III")),
        ("Robert (Bob) Smith", NameParts("Robert", "", "Smith", called="Bob")),
        ("Jane Doe (she/her)", NameParts("Jane", "", "Doe")),
        ("Ludwig van Beethoven", NameParts("Ludwig", "", "van Beethoven")),
        ("Beethoven, Ludwig van", NameParts("Ludwig", "", "van Beethoven")),
        ("María de la Cruz García", NameParts("María", "", "de la Cruz García")),
        ("Li Ma", NameParts("Li", "", "Ma")),
        ("Kim Do", NameParts("Kim", "", "Do")),
        ("🚀 Ann Lee 🚀", NameParts("Ann", "", "Lee")),
        ("Anna Müller - Hiring", NameParts("Anna", "", "Müller")),
        ("王小明", NameParts("小明", "", "王")),
        ("欧阳小明", NameParts("小明", "", "欧阳")),
        ("김민수", NameParts("민수", "", "김")),
        ("Cher", NameParts("Cher")),
        ("", NameParts()),
        (", ,", NameParts()),
    ],
)
def test_parts(text: str, parts: NameParts) -> None:
    assert split_name(text) == parts


@pytest.mark.parametrize(
    ("field", "parts"),
    [
        ("Smith", ("Smith", "", "")),
        ("Smith, MBA", ("Smith", "MBA", "")),
        ("Smith Jr.", ("Smith", "Jr.", "")),
        ("Smith (Jones)", ("Smith", "", "Jones")),
        ("van der Berg", ("van der Berg", "", "")),
    ],
)
def test_a_family_field_may_carry_more(field: str, parts: tuple[str, str, str]) -> None:
    assert family_only(field) == parts


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("D'Ávila-Núñez", "davila nunez"),
        ("Strauß", "Strauss"),
        ("Łukasz", "Lukasz"),
        ("Søren", "SOREN"),
        ("O’Neil", "O'Neil"),
    ],
)
def test_spellings_that_are_one(one: str, two: str) -> None:
    assert fold_name(one) == fold_name(two)


NICKNAMES = make_nicknames(
    [("Robert", ["Bob", "Rob"]), ("Roberta", ["Bobbie"]), ("Katherine", ["Kate", "Katie"])]
)


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("bob", "robert", True),
        ("bob", "rob", True),
        ("kate", "katie", True),
        ("r", "robert", True),
        ("k", "robert", False),
        ("bob", "kate", False),
        ("ann", "anna", False),
        ("", "ann", False),
    ],
)
def test_given_names(one: str, two: str, same: bool) -> None:
    assert may_be_same_given(one, two, NICKNAMES) is same


@given(st.text(max_size=80))
def test_any_text_can_be_parted(text: str) -> None:
    parts = split_name(text)
    assert all(isinstance(getattr(parts, f), str) for f in NameParts.__slots__)
