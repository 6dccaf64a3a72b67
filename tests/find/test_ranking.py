"""Whom to ask first: what someone does comes before everything else, then level and warmth, each with its reason."""

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halfhour.find.rules.ranking import Contact, LevelFit, Looking, Role, depth_warning, level_fit, rank
from halfhour.find.rules.warmth import STRENGTH, Connection, warmth

SOUND = "27-4014.00"
LOOKING = Looking(code=SOUND, name="sound designer", related=frozenset({"27-4012.00"}))


def contact(n: int, **facts: object) -> Contact:
    return Contact(person_id=n, name=f"Person {n}", **facts)  # type: ignore[arg-type]  # a table of named facts


DOES_IT = {"code": SOUND, "code_score": 0.9, "level": "working", "reach": ("email",)}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (DOES_IT, {"code": "27-4012.00", "code_score": 0.9, "level": "working", "reach": ("email",)}),
        (DOES_IT, {**DOES_IT, "level": "heads"}),
        (DOES_IT, {**DOES_IT, "level": "manages"}),
        ({**DOES_IT, "connection": Connection(introducer="Tom Reyes")}, DOES_IT),
        (
            {**DOES_IT, "connection": Connection(relationship="teacher")},
            {**DOES_IT, "connection": Connection(relationship="online")},
        ),
        (DOES_IT, {**DOES_IT, "reach": ()}),
        (DOES_IT, {**DOES_IT, "save_for_later": True}),
        (DOES_IT, {"title": "Talent Acquisition Partner", "may_know": True}),
        ({"does_it": "yes"}, {"may_know": True, "connection": Connection(relationship="teacher")}),
        ({"listed_for_it": True}, {"code": "27-4012.00", "code_score": 0.9}),
    ],
    ids=[
        "in it before close to it",
        "near entry before the head",
        "near entry before a manager",
        "one who can be introduced first",
        "a teacher before someone online",
        "reachable first",
        "kept for later comes later",
        "a recruiter is a route",
        "a stranger who does it before a friend who may know",
        "named for it before close to it",
    ],
)
def test_who_comes_first(first: dict[str, object], second: dict[str, object]) -> None:
    for order in permutations([contact(1, **first), contact(2, **second)]):
        assert [r.person_id for r in rank(order, LOOKING)] == [1, 2]


def test_another_entry_level_turns_the_order() -> None:
    people = [contact(1, **{**DOES_IT, "level": "working"}), contact(2, **{**DOES_IT, "level": "manages"})]
    assert [r.person_id for r in rank(people, LOOKING)] == [1, 2]
    senior = Looking(code=SOUND, name="sound designer", entry_level="manages")
    assert [r.person_id for r in rank(people, senior)] == [2, 1]


@pytest.mark.parametrize(
    ("facts", "role"),
    [
        ({"does_it": "no", "code": SOUND, "code_score": 0.99}, None),
        ({"code": SOUND, "code_score": 0.1}, None),
        ({"code": "11-1011.00", "code_score": 0.99}, None),
        ({**DOES_IT, "asked_on": date(2026, 11, 1)}, None),
        ({"code": SOUND, "code_score": 0.3}, Role.MAY_DO_IT),
        ({"does_it": "past"}, Role.MAY_DO_IT),
        ({"title": "Recruiter", "code": SOUND, "code_score": 0.6}, Role.ROUTE),
    ],
    ids=[
        "said to do something else",
        "hardly likely",
        "another work",
        "asked before",
        "possible",
        "once",
        "hires for it",
    ],
)
def test_what_someone_can_do(facts: dict[str, object], role: Role | None) -> None:
    assert [r.role for r in rank([contact(1, **facts)], LOOKING)] == ([] if role is None else [role])


def test_a_second_name_at_an_organisation_being_asked_waits_and_says_why() -> None:
    looking = Looking(code=SOUND, name="x", asked_organisations={"Lantern": date(2026, 11, 20)})
    row = rank(
        [contact(1, **DOES_IT, organisation="Lantern"), contact(2, **DOES_IT, organisation="Tidepool")],
        looking,
    )
    assert [r.person_id for r in row] == [2, 1]
    assert "Lantern" in row[1].warning


def test_every_row_has_a_reason_in_words() -> None:
    assert rank([contact(1, **DOES_IT)], LOOKING)[0].reasons == (
        "the title reads as this work (90% sure)",
        "about the level you would start at",
        "you have their e-mail",
    )


@pytest.mark.parametrize(
    ("level", "entry", "fit"),
    [
        ("working", "working", LevelFit.NEAR),
        ("trainee", "working", LevelFit.BELOW),
        ("senior", "working", LevelFit.ONE_UP),
        ("heads", "trainee", LevelFit.FURTHER_UP),
        ("unknown", "working", LevelFit.UNKNOWN),
    ],
)
def test_level_fit(level: str, entry: str, fit: LevelFit) -> None:
    assert level_fit(level, entry)[0] is fit


@pytest.mark.parametrize(
    ("names", "begins"), [(0, "Nobody"), (1, "Only one name"), (2, "Only 2 names"), (3, "")]
)
def test_a_list_under_three_names_says_so(names: int, begins: str) -> None:
    said = depth_warning(rank([contact(n, **DOES_IT) for n in range(names)], LOOKING))
    assert said.startswith(begins)
    assert bool(said) is (names < 3)


@given(st.sampled_from(sorted(STRENGTH)), st.booleans(), st.booleans())
def test_a_further_link_never_cools(relationship: str, introduced: bool, named: bool) -> None:
    bare, _ = warmth(Connection(relationship=relationship))
    more, words = warmth(
        Connection(
            relationship=relationship, introducer="Tom" if introduced else "", named_by="Ann" if named else ""
        )
    )
    assert 0 <= bare <= more <= 1
    assert len([w for w in words if "Tom" in w]) == introduced
