from datetime import date, timedelta

import pytest

from halfhour.decide.rules.comparison import Statement
from halfhour.decide.rules.stop import Stop, Talk, nothing_new_on, stop_rule

DAY = date(2026, 5, 4)
LABELS = {"hours": "hours", "pay": "pay", "security": "security", "want-1": "no nights"}


def talk(n: int, leaning: str = "pursue", organisation: str = "", speaker: str = "") -> Talk:
    return Talk(f"t{n}", speaker or f"p{n}", DAY + timedelta(days=n), organisation or f"org{n % 2}", leaning)


def said(n: int, criterion: str, stance: float | None = 1) -> Statement:
    return Statement("sound", criterion, "words", f"p{n}", f"t{n}", DAY + timedelta(days=n), stance)


HEARD = [said(1, "hours"), said(1, "pay"), said(1, "security"), said(2, "hours"), said(3, "pay")]


def ask(talks: list[Talk], statements: list[Statement] = HEARD, must_know: list[str] | None = None) -> Stop:
    near = {"want-1": ["hours"]}
    return stop_rule(talks, statements, LABELS, must_know=must_know or [], near=near)


@pytest.mark.parametrize(
    ("talks", "must_know", "enough", "missing"),
    [
        pytest.param(
            [talk(1), talk(2), talk(3)], [], True, [], id="three people, two places, a steady leaning"
        ),
        pytest.param([talk(1), talk(2)], [], False, ["1 more person (2 of 3 heard)"], id="two people"),
        pytest.param(
            [talk(1), talk(2), talk(3, speaker="p1")],
            [],
            False,
            ["1 more person (2 of 3 heard)"],
            id="one person twice is one",
        ),
        pytest.param(
            [talk(n, organisation="Brightwater") for n in (1, 2, 3)],
            [],
            False,
            ["someone from a second organisation"],
            id="one place",
        ),
        pytest.param(
            [talk(1), talk(2), talk(3, "unsure")],
            [],
            False,
            ["a leaning that stays: the last talk changed it"],
            id="the leaning moved",
        ),
        pytest.param(
            [talk(1), talk(2, ""), talk(3)],
            [],
            False,
            ["a leaning noted after the last two talks"],
            id="no leaning",
        ),
        pytest.param(
            [talk(1), talk(2), talk(3)], ["want-1"], True, [], id="a must-have answered by a row near it"
        ),
        pytest.param(
            [talk(1), talk(2), talk(3)],
            ["want-9"],
            False,
            ["a word on want-9, which you must have"],
            id="a must-have nobody spoke about",
        ),
        pytest.param(
            [talk(1, "drop"), talk(2, "drop"), talk(3, "drop")], [], True, [], id="dropping is a result too"
        ),
    ],
)
def test_the_rule(talks: list[Talk], must_know: list[str], enough: bool, missing: list[str]) -> None:
    found = ask(talks, must_know=must_know)
    assert (found.enough, list(found.missing)) == (enough, missing)
    assert len(found.met) + len(found.missing) == 4


def test_the_coverage_meter() -> None:
    assert [(s.talks, s.needed) for s in (ask([], []), ask([talk(1)]), ask([talk(1), talk(2), talk(3)]))] == [
        (0, 3),
        (1, 3),
        (3, 3),
    ]


def test_the_reason_in_words() -> None:
    talks = [talk(n) for n in (1, 2, 3, 4)]
    heard = [said(1, "hours"), said(2, "pay"), said(3, "hours"), said(4, "pay")]
    found = stop_rule(talks, heard, LABELS)
    assert found.words == (
        "You may have heard enough. The last two told you nothing new about hours and pay. "
        "Nobody has spoken about security and no nights yet."
    )
    assert found.nothing_new_on == ("hours", "pay")
    assert ask([], []).words == "You have not yet talked to anyone about this."
    assert ask([talk(1)]).words.endswith("Still missing: 2 more people (1 of 3 heard); someone from a second organisation; "
                                         "a leaning that holds over two talks.")  # fmt: skip


@pytest.mark.parametrize(
    ("later", "stale"),
    [
        pytest.param([said(2, "hours"), said(3, "hours")], ("hours", "pay"), id="the same again"),
        pytest.param([said(2, "hours", -1), said(3, "hours")], ("pay",), id="another side is new"),
        pytest.param(
            [said(2, "travel"), said(3, "hours")],
            ("hours", "pay"),
            id="a first word is new, elsewhere nothing is",
        ),
        pytest.param([], ("hours", "pay"), id="silence is nothing new"),
    ],
)
def test_what_the_last_two_added(later: list[Statement], stale: tuple[str, ...]) -> None:
    before = [said(1, "hours"), said(1, "pay")]
    assert nothing_new_on(["t1", "t2", "t3"], [*before, *later]) == stale


def test_with_two_talks_nothing_can_be_said() -> None:
    assert nothing_new_on(["t1", "t2"], HEARD) == ()
