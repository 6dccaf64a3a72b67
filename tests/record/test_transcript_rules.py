"""Whose voice is whose, how much each spoke, and which lines are worth keeping."""

import pytest

from halfhour.record.rules.transcript import (
    Spoken,
    Who,
    asked_before,
    joined,
    lines_of,
    quotable,
    share_of,
    who_is_who,
)

ME, THEM, OTHER = Who.ME, Who.THEM, Who.OTHER


@pytest.mark.parametrize(
    ("speakers", "expected"),
    [
        pytest.param(["Maya Lindqvist", "Adaeze Okafor"], {"Maya Lindqvist": ME, "Adaeze Okafor": THEM}, id="full names"),
        pytest.param(["Maya", "DR. OKAFOR"], {"Maya": ME, "DR. OKAFOR": THEM}, id="a given name, a title"),
        pytest.param(["Lindqvist, Maya (Student)", "Adaeze Okafor [Lantern]"], {"Lindqvist, Maya (Student)": ME, "Adaeze Okafor [Lantern]": THEM}, id="badges"),
        pytest.param(["Maya's iPhone", "Speaker 2"], {"Maya's iPhone": ME, "Speaker 2": THEM}, id="of two one name is enough"),
        pytest.param(["ML", "AO"], {"ML": ME, "AO": THEM}, id="initials"),
        pytest.param(["Q", "A"], {"Q": ME, "A": THEM}, id="question and answer"),
        pytest.param(["INTERVIEWER", "Interviewee"], {"INTERVIEWER": ME, "Interviewee": THEM}, id="roles"),
        pytest.param(["Speaker 1", "Speaker 2"], {}, id="numbers tell nothing"),
        pytest.param(["Maya Lindqvist", "Okafor", "Tom Reyes"], {"Maya Lindqvist": ME, "Okafor": THEM}, id="the third is asked about"),
        pytest.param(["Maya", "Maya’s phone", "Adaeze"], {"Maya": ME, "Maya’s phone": ME, "Adaeze": THEM}, id="one person on two devices"),
        pytest.param([], {}, id="nobody"),
    ],
)  # fmt: skip
def test_who_is_who(speakers: list[str], expected: dict[str, Who]) -> None:
    assert who_is_who(speakers, my_name="Maya Lindqvist", their_name="Dr Adaeze Okafor") == expected


def test_a_name_both_share_tells_nothing() -> None:
    names = {"my_name": "Maya Okafor", "their_name": "Adaeze Okafor"}
    assert who_is_who(["Okafor", "Guest 2"], **names) == {}
    assert who_is_who(["Maya Okafor", "Adaeze Okafor"], **names) == {
        "Maya Okafor": ME,
        "Adaeze Okafor": THEM,
    }


def test_captions_that_roll_say_it_once() -> None:
    turns = [
        Spoken("", "so tell me", 0.0),
        Spoken("", "so tell me about your day", 2.0),
        Spoken("", "your day at work", 4.0),
        Spoken("Ada", "at work? Gladly.", 6.0),
    ]
    assert joined(turns) == [
        Spoken("", "so tell me about your day at work", 0.0),
        Spoken("Ada", "at work? Gladly.", 6.0),
    ]


@pytest.mark.parametrize(
    ("who", "percent"),
    [
        pytest.param({"a": THEM, "b": ME}, 75, id="words of the two"),
        pytest.param({"a": THEM, "b": ME, "c": OTHER}, 75, id="others are left out"),
        pytest.param({"a": THEM}, 100, id="only theirs is known"),
        pytest.param({}, None, id="nothing is known"),
    ],
)
def test_the_share_of_the_talk(who: dict[str, Who], percent: int | None) -> None:
    turns = [Spoken("a", "one two three four five six"), Spoken("b", "seven eight"), Spoken("c", "nine")]
    assert share_of(turns, who).them_percent == percent


def test_lines_are_whole_sentences_and_no_word_is_lost() -> None:
    long = " ".join(f"This is sentence number {n} of the answer she gave." for n in range(12))
    lines = lines_of([Spoken("a", long), Spoken("b", "Yes")])
    assert [line.number for line in lines] == list(range(len(lines)))
    assert max(len(line.text.split()) for line in lines) <= 45
    assert " ".join(line.text for line in lines if line.turn == 0) == long
    assert lines[-1].text == "Yes"


def test_what_is_worth_keeping() -> None:
    turns = [
        Spoken("me", "I think the hardest part must be the 60 hours in the last weeks, because I heard so."),
        Spoken("them", "Yes, hello, can you hear me?"),
        Spoken("them", "The hardest part is waiting, because nobody tells you when the build will be there."),
        Spoken("them", "We have a table and two chairs in the room over there."),
        Spoken("them", "Okay."),
    ]
    found = quotable(lines_of(turns), {"me": ME, "them": THEM})
    assert [line.text for line in found] == [turns[2].text]


def test_the_question_a_line_answers() -> None:
    questions = ["What did you do last week, day by day?", "What wears you down?"]
    turns = [
        Spoken("me", "Great. So, um, what did you do last week, day by day, roughly?"),
        Spoken("them", "On Monday I mixed."),
        Spoken("me", "Lovely weather."),
        Spoken("them", "It is."),
    ]
    lines = lines_of(turns)
    who = {"me": ME, "them": THEM}
    answers = [line for line in lines if line.speaker == "them"]
    assert asked_before(answers[0], lines, who, questions) == questions[0]
    assert asked_before(answers[1], lines, who, questions) is None
