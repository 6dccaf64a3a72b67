import pytest
from hypothesis import given
from hypothesis import strategies as st

from halfhour.prepare.rules.bank import CORE_LONG, CORE_SHORT, QUESTIONS
from halfhour.prepare.rules.plan import Line, OwnQuestion, Plan, make_plan, review
from halfhour.prepare.rules.plan_flags import FlagKind, Wish, fewest_musts, most_musts, size_hint
from halfhour.prepare.rules.question import Aim, Focus, Format, Stage

CRITERIA = sorted({q.criterion for q in QUESTIONS if q.criterion})
SOUND = {"occupation": "sound designer"}


def ids(plan: Plan) -> list[str]:
    return [line.question_id for line in plan.lines]


def kinds(plan: Plan) -> list[FlagKind]:
    return [flag.kind for flag in plan.flags]


@pytest.mark.parametrize("minutes", [15, 20, 30, 40, 60])
def test_a_plan_as_proposed_has_nothing_wrong_with_it(minutes: int) -> None:
    plan = make_plan(minutes, words=SOUND)
    assert plan.flags == ()
    assert plan.lines[0].question_id == "time-check"
    assert f"{minutes} minutes" in plan.lines[0].text
    assert plan.lines[-1].stage is Stage.CLOSE
    assert [g.stage for g in plan.groups] == [*Stage]
    assert sum(g.minutes for g in plan.groups) <= minutes
    assert "last-week" in ids(plan)
    assert {"time-check", "purpose", "who-else", "not-asked"} <= set(ids(plan))


@pytest.mark.parametrize(("minutes", "core"), [(20, CORE_SHORT), (30, CORE_LONG)])
def test_everybody_gets_the_same_core(minutes: int, core: tuple[str, ...]) -> None:
    first = make_plan(minutes, unknown_criteria=["pay"], focus=[Focus.ORGANISATION], aim=Aim.GET_IN)
    second = make_plan(minutes, disputed=["hours"], format=Format.PHONE)
    for plan in (first, second):
        musts = [line.question_id for line in plan.lines if line.must]
        assert [id for id in musts if id in core] == list(core)
        assert all(line.because == "asked of everyone" for line in plan.lines if line.question_id in core)


def test_what_people_disagree_about_comes_before_what_is_unknown() -> None:
    plan = make_plan(30, unknown_criteria=["pay"], disputed=["satisfaction"])
    extras = [
        line
        for line in plan.lines
        if line.because in {"people disagree about this", "nobody has told you yet"}
    ]
    assert [line.criterion for line in extras] == ["satisfaction", "pay"]


def test_two_to_four_personal_ones() -> None:
    for minutes in (20, 30):
        plan = make_plan(minutes, unknown_criteria=CRITERIA, words=SOUND)
        personal = [line for line in plan.lines if line.because.startswith("helps")]
        assert 2 <= len(personal) <= 4


def test_my_own_words_fill_personal_questions() -> None:
    plan = make_plan(30, words=SOUND | {"interest": "listening closely"})
    line = next(line for line in plan.lines if line.question_id == "likes-detail")
    assert line.text == "I like listening closely. How much of that would I find in your work?"
    assert all("{" not in line.text for line in plan.lines)


def test_the_aim_changes_the_plan() -> None:
    assert set(ids(make_plan(30, aim=Aim.WHICH_WORK))) != set(ids(make_plan(30, aim=Aim.GET_IN)))


def test_on_the_telephone_the_surroundings_are_asked_about() -> None:
    assert "would-see" in ids(make_plan(30, format=Format.PHONE))
    assert "would-see" in ids(make_plan(20, format=Format.VIDEO))
    assert "would-see" not in ids(make_plan(30, format=Format.VISIT))


def test_fifteen_musts_for_twenty_minutes_are_too_many() -> None:
    own = [OwnQuestion(f"What about part {n} of your week?") for n in range(15)]
    plan = make_plan(20, own_questions=own)
    assert FlagKind.OVERLOAD in kinds(plan)
    relaxed = make_plan(20, own_questions=[OwnQuestion(q.text, must=False) for q in own])
    assert FlagKind.OVERLOAD not in kinds(relaxed)


@pytest.mark.parametrize(
    ("left_out", "own", "missing"),
    [
        pytest.param({"Q3"}, [], ["the education"], id="no education question"),
        pytest.param(
            {"Q3"}, [OwnQuestion("How did you prepare for this?")], [], id="an own one about preparing"
        ),
        pytest.param({"Q1"}, [], ["the tasks"], id="no tasks question"),
        pytest.param({"Q4", "Q5"}, [], ["the environment"], id="no environment question"),
        pytest.param({"Q4"}, [], [], id="the business environment is one too"),
        pytest.param(
            {"Q1", "Q3", "Q4", "Q5"},
            [],
            ["the tasks", "the environment", "the education"],
            id="none of the three",
        ),
    ],
)
def test_the_three_subjects_of_every_talk(
    left_out: set[str], own: list[OwnQuestion], missing: list[str]
) -> None:
    plan = make_plan(30, focus=[Focus.ORGANISATION])
    lines = [line for line in plan.lines if line.topic not in left_out]
    lines += [Line("", q.text, "", Stage.CORE, "", "", 3, True, "") for q in own]
    flags = [f for f in review(lines, minutes=30).flags if f.kind is FlagKind.MISSING_TOPIC]
    assert [
        name for f in flags for name in (f.text.removeprefix("No question about ").split(".")[0],)
    ] == missing


NIGHTS = Wish("want-1", "no night shifts", ("hours",))
DOG = Wish("want-2", "a dog in the office")


@pytest.mark.parametrize(
    ("wish", "own", "covered"),
    [
        pytest.param(NIGHTS, [], True, id="a want near a criterion brings its question"),
        pytest.param(DOG, [], False, id="a want nothing asks about"),
        pytest.param(
            DOG, [OwnQuestion("May one bring a dog to the office?")], True, id="an own question names it"
        ),
        pytest.param(
            DOG, [OwnQuestion("Who may come along?", criterion="want-2")], True, id="an own question says so"
        ),
        pytest.param(
            DOG, [OwnQuestion("Where is the office?")], False, id="half of the words are not enough"
        ),
    ],
)
def test_wants_are_covered_or_said(wish: Wish, own: list[OwnQuestion], covered: bool) -> None:
    plan = make_plan(30, wants=[wish], own_questions=own)
    assert (FlagKind.UNCOVERED_WANT not in kinds(plan)) is covered
    if not covered:
        assert any(wish.text in flag.text for flag in plan.flags)


@pytest.mark.parametrize(
    ("question", "known", "sharper"),
    [
        pytest.param("What degree is needed?", {"education"}, "who got in without it", id="a degree"),
        pytest.param("What degree is needed?", set(), None, id="not read yet"),
        pytest.param("How much do people earn here?", {"pay"}, "fair range", id="pay"),
        pytest.param("Which skills matter?", {"skills"}, "decides in practice", id="skills"),
        pytest.param("What does your company do?", {"organisation"}, "on the inside", id="the organisation"),
        pytest.param(
            "What surprised you?", {"pay", "education", "skills", "outlook"}, None, id="not to be looked up"
        ),
    ],
)
def test_what_could_be_looked_up(question: str, known: set[str], sharper: str | None) -> None:
    plan = make_plan(30, own_questions=[OwnQuestion(question)], known_facts=known)
    flags = [f for f in plan.flags if f.kind is FlagKind.LOOK_UP]
    if sharper is None:
        assert flags == []
    else:
        (flag,) = flags
        assert sharper in flag.alternative
        assert flag.line is not None
        assert plan.lines[flag.line].text == question


def test_a_question_of_the_bank_that_is_known_is_not_proposed_but_flagged_when_chosen() -> None:
    assert "degree-needed" not in ids(make_plan(60, known_facts={"education"}, unknown_criteria=["training"]))
    chosen = make_plan(30, core=[*CORE_LONG, "degree-needed"], known_facts={"education"})
    assert FlagKind.LOOK_UP in kinds(chosen)


def test_sizes_by_length() -> None:
    assert (fewest_musts(20), most_musts(20)) == (5, 6)
    assert (fewest_musts(30), most_musts(30)) == (6, 8)
    assert most_musts(90) == most_musts(60)
    assert size_hint(30).startswith("30 minutes hold about 6 to 8 questions")


def test_wrong_input_is_refused() -> None:
    with pytest.raises(ValueError, match="no such question"):
        make_plan(30, core=["nonsense"])
    with pytest.raises(ValueError, match="at least one minute"):
        make_plan(0)


def test_an_empty_plan_says_so() -> None:
    (flag,) = review([], minutes=30).flags
    assert flag.kind is FlagKind.NO_QUESTIONS


@given(
    minutes=st.integers(15, 60),
    unknown=st.lists(st.sampled_from(CRITERIA), max_size=8),
    disputed=st.lists(st.sampled_from(CRITERIA), max_size=4),
    focus=st.lists(st.sampled_from(Focus), max_size=3),
    format=st.sampled_from(Format),
    aim=st.sampled_from(Aim),
    known=st.sets(
        st.sampled_from(
            ["education", "pay", "outlook", "skills", "tasks", "titles", "technologies", "organisation"]
        )
    ),
)
def test_a_proposed_plan_always_fits(
    minutes: int,
    unknown: list[str],
    disputed: list[str],
    focus: list[Focus],
    format: Format,
    aim: Aim,
    known: set[str],
) -> None:
    plan = make_plan(
        minutes,
        unknown_criteria=unknown,
        disputed=disputed,
        focus=focus,
        format=format,
        aim=aim,
        known_facts=known,
        words=SOUND,
    )
    assert plan.flags == ()
    asked = ids(plan)
    assert len(set(asked)) == len(asked)
    assert sum(line.minutes for line in plan.lines if line.must) <= minutes
    assert sum(line.must and line.stage is Stage.CORE for line in plan.lines) <= most_musts(minutes)
