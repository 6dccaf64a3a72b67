from dataclasses import replace
from datetime import date

import pytest

from halfhour.record.rules.debrief import (
    LISTS,
    DebriefFacts,
    ListKind,
    asks_environment,
    due_on,
    is_recorded,
    missing,
    share_note,
    share_recorded,
    untouched,
)
from halfhour.record.rules.prompts import LONG, SHORT

FULL = DebriefFacts(
    "Dana Whitfield",
    "Sound designer",
    date(2026, 5, 12),
    24,
    entries={"people": 1, "companies": 2, "trends": 1},
    empty={"organisations": "nothing", "publications": "not_asked", "interests": "nothing"},
    leaning="unsure",
    referral_asked=False,
    thanks_planned=True,
)


def test_the_minimum() -> None:
    assert missing(FULL) == ()
    assert is_recorded(FULL)
    assert share_recorded(FULL) == 1
    assert not is_recorded(DebriefFacts())
    assert share_recorded(DebriefFacts()) == 0


@pytest.mark.parametrize(
    ("change", "key", "words"),
    [
        pytest.param({"occupation": ""}, "occupation", "Which occupation", id="no occupation"),
        pytest.param({"person": ""}, "person", "With whom", id="no person"),
        pytest.param({"minutes": None}, "minutes", "How long", id="no length"),
        pytest.param({"leaning": ""}, "leaning", "pursue it, unsure, or drop it", id="no leaning"),
        pytest.param({"referral_asked": None}, "referral_asked", "who else", id="referral not said"),
        pytest.param({"thanks_planned": False}, "thanks_planned", "thank-you", id="no thanks planned"),
        pytest.param(
            {"entries": {"people": 1, "companies": 2}},
            "trends",
            "nothing, or not asked?",
            id="a list without a word",
        ),
        pytest.param(
            {"empty": {**FULL.empty, "interests": ""}},
            "interests",
            "nothing, or not asked?",
            id="an empty reason",
        ),
        pytest.param(
            {"empty": {**FULL.empty, "interests": "maybe"}},
            "interests",
            "nothing, or not asked?",
            id="a strange reason",
        ),
    ],
)
def test_what_is_missing_is_said_in_words(change: dict[str, object], key: str, words: str) -> None:
    (one,) = missing(replace(FULL, **change))  # type: ignore[arg-type]  # the table gives the right types
    assert one.key == key
    assert words in one.words


def test_all_six_lists_are_asked_about() -> None:
    assert len(LISTS) == 6
    assert untouched(DebriefFacts()) == tuple(ListKind)


def test_due_the_same_day_and_the_environment_only_after_a_visit() -> None:
    assert due_on(date(2026, 5, 12)) == date(2026, 5, 12)
    assert [asks_environment(f) for f in ("visit", "phone", "video")] == [True, False, False]


@pytest.mark.parametrize(("percent", "note"), [(None, False), (70, False), (69, True), (10, True)])
def test_who_talked(percent: int | None, note: bool) -> None:
    assert (share_note(percent) is not None) is note


def test_prompts() -> None:
    assert (len(SHORT), len(LONG)) == (4, 10)
    keys = [key for key, _ in SHORT + LONG]
    assert len(set(keys)) == 14
