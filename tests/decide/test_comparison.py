from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halfhour.choose.rules.criteria import BY_CODE, CRITERIA, Want, criteria_for
from halfhour.decide.rules.comparison import CellState, Column, Comparison, Published, Statement, compare
from halfhour.decide.rules.sensitivity import Without, sensitivity

SOUND, UX, NURSE = Column("sound", "Sound designer"), Column("ux", "UX designer"), Column("nurse", "Nurse")
DAY = date(2026, 5, 12)
ROWS = [BY_CODE[code] for code in ("hours", "pay", "tasks")]


def said(
    occupation: str,
    criterion: str,
    stance: float | None,
    by: str = "Dana",
    interview: str = "",
    confidence: int = 70,
) -> Statement:
    return Statement(
        occupation,
        criterion,
        f"{by} on {criterion}",
        by,
        interview or f"talk with {by}",
        DAY,
        stance,
        confidence,
        by,
    )


def scores(comparison: Comparison) -> dict[str, float | None]:
    return {s.column.key: s.score for s in comparison.standings}


def test_a_cell_with_no_evidence_is_unknown_and_never_zero() -> None:
    told = compare([SOUND, UX], ROWS, [said("sound", "hours", 1), said("ux", "hours", 0)])
    assert told.cell("pay", "sound").state is CellState.UNKNOWN
    assert told.cell("pay", "sound").balance is None
    assert told.cell("hours", "ux").balance == 0
    assert scores(told) == {"sound": 1.0, "ux": 0.0}
    standing = told.standings[0]
    assert standing.known_share == pytest.approx(1 / 3)
    assert (standing.low, standing.high) == (pytest.approx(-1 / 3), pytest.approx(1.0))
    assert standing.unknown == ("pay", "tasks")


def test_nobody_has_spoken_about_an_occupation() -> None:
    told = compare([NURSE, SOUND], ROWS, [said("sound", "hours", -1)])
    assert [s.column.key for s in told.standings] == ["sound", "nurse"]
    assert told.standings[1].score is None
    assert told.first == SOUND
    assert compare([NURSE], ROWS, []).first is None


def test_first_hand_and_published_stand_side_by_side() -> None:
    pay = Published("sound", "pay", "median 66,430 dollars a year", "OEWS May 2025")
    told = compare([SOUND], ROWS, [said("sound", "pay", None)], [pay])
    cell = told.cell("pay", "sound")
    assert (cell.state, len(cell.statements), cell.published, cell.balance) == (
        CellState.TOLD,
        1,
        (pay,),
        None,
    )
    only = compare([SOUND], ROWS, [], [pay]).cell("pay", "sound")
    assert (only.state, only.people) == (CellState.PUBLISHED_ONLY, 0)


@pytest.mark.parametrize(
    ("stances", "disputed", "balance"),
    [
        pytest.param([("Dana", 1), ("Lee", -1)], True, 0.0, id="one for, one against"),
        pytest.param([("Dana", 1), ("Lee", 0)], False, 0.5, id="for and neither"),
        pytest.param([("Dana", 1), ("Lee", None)], False, 1.0, id="for and not said"),
        pytest.param([("Dana", 1), ("Dana", -1)], False, 0.0, id="one person of two minds is no dispute"),
        pytest.param(
            [("Dana", 1), ("Dana", 1), ("Dana", 1), ("Lee", -1)], True, 0.0, id="each voice counts once"
        ),
        pytest.param([], False, None, id="nobody"),
    ],
)
def test_disagreement_is_shown(
    stances: list[tuple[str, float | None]], disputed: bool, balance: float | None
) -> None:
    told = compare([SOUND], ROWS, [said("sound", "hours", stance, by) for by, stance in stances])
    cell = told.cell("hours", "sound")
    assert (cell.disputed, cell.balance) == (disputed, balance)
    assert told.standings[0].disputed == (("hours",) if disputed else ())


def test_thin_means_fewer_than_three_people() -> None:
    statements = [said("sound", "hours", 1, by) for by in ("Dana", "Lee")]
    thin = compare([SOUND], ROWS, [*statements, said("sound", "hours", 1, "Dana", "second talk")])
    assert (thin.cell("hours", "sound").people, thin.cell("hours", "sound").thin) == (2, True)
    assert thin.standings[0].thin
    three = compare([SOUND], ROWS, [*statements, said("sound", "pay", 1, "Kim")])
    assert not three.standings[0].thin
    assert not compare([SOUND], ROWS, []).cell("pay", "sound").thin


def test_weights_change_the_order_and_zero_takes_a_row_out() -> None:
    statements = [
        said("sound", "hours", 1), said("sound", "pay", -1), said("ux", "hours", -0.5), said("ux", "pay", 0.8),
    ]  # fmt: skip
    assert compare([SOUND, UX], ROWS, statements, weights={"hours": 3}).first == SOUND
    assert compare([SOUND, UX], ROWS, statements, weights={"pay": 3}).first == UX
    without = compare([SOUND, UX], ROWS, statements, weights={"pay": 0, "hours": 0, "tasks": 0})
    assert without.first is None


def test_confidence_weighs_what_one_person_said() -> None:
    told = compare(
        [SOUND], ROWS, [said("sound", "hours", 1, confidence=90), said("sound", "hours", -1, confidence=10)]
    )
    assert told.cell("hours", "sound").balance == pytest.approx(0.8)


def test_wants_are_rows_and_draw_on_the_rows_near_them() -> None:
    rows = criteria_for(
        [Want("7", "other", "no night shifts"), Want("8", "earnings", "45,000 a year", must=True)]
    )
    assert [r.code for r in rows[:2]] == ["want-8", "want-7"]
    told = compare([SOUND], rows, [said("sound", "hours", -1), said("sound", "want-8", 1)])
    assert told.cell("want-7", "sound").balance == -1
    assert told.cell("want-7", "sound").statements == ()
    assert len(told.cell("want-7", "sound").nearby) == 1
    assert len(told.cell("want-8", "sound").statements) == 1


def test_what_answers_a_want_is_added_up_once() -> None:
    rows = criteria_for([Want("7", "other", "no night shifts")])
    statements = [said("sound", "hours", -1), said("sound", "tasks", 1)]
    assert scores(compare([SOUND], rows, statements)) == {"sound": 0.0}
    heavy = compare([SOUND], rows, statements, weights={"hours": 3})
    assert (heavy.counts["want-7"], heavy.counts["hours"], scores(heavy)) == (3, 0, {"sound": -0.5})
    by_itself = compare([SOUND], rows, statements, weights={"want-7": 0, "hours": 3})
    assert scores(by_itself) == {"sound": -0.5}


def test_counted_rows_have_no_cells_and_strange_statements_are_passed_over() -> None:
    told = compare([SOUND], CRITERIA, [said("gone", "hours", 1), said("sound", "nonsense", 1)])
    assert "conversations" not in {row.code for row in told.criteria}
    assert told.first is None


def test_too_close_to_call() -> None:
    near = [said("sound", "hours", 1), said("ux", "hours", 0.95)]
    assert compare([SOUND, UX], ROWS, near).close
    assert not compare([SOUND, UX], ROWS, [said("sound", "hours", 1), said("ux", "hours", 0)]).close


def test_a_ranking_that_hangs_on_one_talk() -> None:
    statements = [
        said("sound", "hours", 1, "Dana"),
        said("sound", "hours", -1, "Lee"),
        said("ux", "hours", 0.2, "Kim"),
        said("ux", "hours", 0.2, "Ana"),
    ]
    told = compare([SOUND, UX], ROWS, statements)
    found = sensitivity(told, statements)
    assert told.first == UX
    assert not found.survives
    assert [(c.without, c.name, c.first) for c in found.changes] == [
        (Without.INTERVIEW, "Lee", "sound"),
        (Without.WEIGHT, BY_CODE["hours"].label, None),
    ]
    assert found.words.startswith(
        "Adding up what people said, row by row, UX designer comes first. "
        "Leave out the talk with Lee, and Sound designer would come first instead."
    )


def test_a_ranking_that_hangs_on_the_only_row() -> None:
    statements = [
        said(key, "hours", stance, by) for key, stance in (("sound", 1), ("ux", -1)) for by in ("A", "B")
    ]
    found = sensitivity(compare([SOUND, UX], ROWS, statements), statements)
    assert found.words.startswith("All of this hangs on “Hours")


def test_a_ranking_that_hangs_on_one_weight() -> None:
    statements = [
        said("sound", "hours", 1, "Dana"), said("sound", "hours", 1, "Lee"), said("sound", "pay", 0, "Dana"),
        said("sound", "pay", 0, "Lee"), said("ux", "hours", 0.1, "Kim"), said("ux", "hours", 0.1, "Ana"),
        said("ux", "pay", 0.3, "Kim"), said("ux", "pay", 0.3, "Ana"),
    ]  # fmt: skip
    found = sensitivity(compare([SOUND, UX], ROWS, statements), statements)
    assert [(c.without, c.what, c.first) for c in found.changes] == [(Without.WEIGHT, "hours", "ux")]


def test_a_ranking_that_holds() -> None:
    statements = [
        said(key, "hours", stance, by) for key, stance in (("sound", 1), ("ux", -1)) for by in ("A", "B")
    ]
    statements += [
        said(key, "pay", stance, by) for key, stance in (("sound", 1), ("ux", -1)) for by in ("A", "B")
    ]
    found = sensitivity(compare([SOUND, UX], ROWS, statements), statements)
    assert (found.survives, found.changes) == (True, ())
    assert found.words.endswith("stays first whichever single talk or row is left out.")


def test_one_occupation_is_no_ranking() -> None:
    statements = [said("sound", "hours", 1)]
    found = sensitivity(compare([SOUND, UX], ROWS, statements), statements)
    assert found.survives
    assert "nothing to rank" in found.words


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["sound", "ux"]),
            st.sampled_from(["hours", "pay", "tasks"]),
            st.sampled_from([-1, 0, 1, None]),
            st.sampled_from(["Dana", "Lee", "Kim", "Ana"]),
        ),
        max_size=25,
    )
)
def test_leaving_out_agrees_with_comparing_again(rows: list[tuple[str, str, float | None, str]]) -> None:
    statements = [said(occupation, criterion, stance, by) for occupation, criterion, stance, by in rows]
    told = compare([SOUND, UX], ROWS, statements)
    if sum(s.score is not None for s in told.standings) < 2:
        return
    found = {(c.without, c.what): c.first for c in sensitivity(told, statements).changes}
    for interview in {s.interview for s in statements}:
        again = compare([SOUND, UX], ROWS, [s for s in statements if s.interview != interview])
        best = max((v for v in scores(again).values() if v is not None), default=None)
        winners = {key for key, v in scores(again).items() if v is not None and v == pytest.approx(best)}
        change = found.get((Without.INTERVIEW, interview))
        if change is not None:
            assert change in winners
        elif winners and told.first and told.first.key not in winners:
            raise AssertionError(f"leaving out {interview} would change the first place")


def test_six_occupations_forty_interviews_two_thousand_findings() -> None:
    rng = Random(7)
    columns = [Column(str(n), f"occupation {n}") for n in range(6)]
    rows = criteria_for([Want(str(n), "other", f"want {n}") for n in range(6)])
    codes = [r.code for r in rows if not r.counted]
    statements = []
    for n in range(2000):
        interview = n % 40
        statements.append(
            Statement(
                str(interview % 6), rng.choice(codes), f"finding {n}", f"person {interview}", f"talk {interview}",
                DAY + timedelta(days=interview), rng.choice([-1, 0, 1, None]), rng.randint(0, 100),
            )
        )  # fmt: skip
    told = compare(columns, rows, statements)
    assert len(told.cells) == 6 * len(codes)
    assert sensitivity(told, statements).words
