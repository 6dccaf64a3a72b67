import re
from collections import Counter, defaultdict
from datetime import date

import pytest

from halfhour.prepare.rules.bank import (
    BY_ID,
    CLOSING_SET,
    CORE_LONG,
    CORE_SHORT,
    DEFAULT_SETS,
    OPENING_SET,
    QUESTIONS,
    TOPIC_NAMES,
    core_for,
    suggestions,
)
from halfhour.prepare.rules.question import Aim, Focus, Format, Kind, Question, Stage, Topic
from halfhour.prepare.rules.question_check import check_question


def test_at_least_120_questions_over_all_topics() -> None:
    assert len(QUESTIONS) == len(BY_ID) >= 120
    topics = Counter(q.topic for q in QUESTIONS)
    assert set(topics) == set(Topic) - {Topic.PROBE}
    assert {q.kind for q in QUESTIONS} == set(Kind)
    assert set(TOPIC_NAMES) == set(Topic)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.id)
def test_a_question_is_one_question_in_neutral_words(question: Question) -> None:
    text = question.text
    assert text.count("?") <= 1, "one thing per question"
    assert 2 <= len(question.probes) <= 3
    assert 1 <= question.minutes <= 4
    assert question.field
    assert len(text) <= 160
    assert not re.search(r"\byour (own )?(salary|pay|income)\b|do you earn|are you paid", text, re.IGNORECASE)
    assert not re.search(r"\b(job|position|work) for me\b|hire me|an opening for", text, re.IGNORECASE)
    assert not re.match(r"(don't|isn't|aren't|wouldn't|surely|do you not)\b", text, re.IGNORECASE), "leading"
    assert bool(question.sharper) is bool(question.look_up)


def test_no_two_questions_are_alike() -> None:
    texts = [re.sub(r"\W+", " ", q.text.lower()) for q in QUESTIONS]
    assert len(set(texts)) == len(texts)
    probes = Counter(p for q in QUESTIONS for p in q.probes)
    assert max(probes.values()) <= 6


def test_questions_about_pay_and_life_are_sensitive_and_asked_alike() -> None:
    sensitive = {q.topic for q in QUESTIONS if q.sensitive}
    assert sensitive == {Topic.PAY, Topic.LIFE}
    assert all(q.sensitive for q in QUESTIONS if q.topic in sensitive)


def test_the_core_covers_the_topics_of_the_method() -> None:
    def topics(ids: tuple[str, ...]) -> list[str]:
        return [BY_ID[id].topic.value for id in ids]

    assert topics(CORE_LONG) == ["Q0", "Q1", "Q2", "Q3", "Q4", "Q6", "Q7", "Q10", "Q15", "Q17", "Q18"]
    assert topics(CORE_SHORT) == ["Q0", "Q1", "Q2", "Q3", "Q7", "Q17"]
    assert sum(BY_ID[id].minutes for id in CORE_LONG) <= 30
    assert sum(BY_ID[id].minutes for id in CORE_SHORT) <= 20
    assert core_for(20) == CORE_SHORT
    assert core_for(21) == CORE_LONG
    assert {BY_ID[id].stage for id in OPENING_SET} == {Stage.OPEN}
    assert {BY_ID[id].stage for id in CLOSING_SET} == {Stage.CLOSE}


def test_two_starting_questions_give_two_sets() -> None:
    which, get_in = (DEFAULT_SETS[aim] for aim in (Aim.WHICH_WORK, Aim.GET_IN))
    assert not set(which) & set(get_in)
    assert set(which) | set(get_in) <= set(BY_ID)
    top = {aim: [q.id for q in suggestions(aim=aim)[:6]] for aim in Aim}
    assert not set(top[Aim.WHICH_WORK]) & set(top[Aim.GET_IN])


def test_the_focus_changes_the_top_suggestions() -> None:
    def first(focus: Focus) -> list[str]:
        return [q.id for q in suggestions(aim=Aim.WHICH_WORK, focus=[focus])[:5]]

    assert first(Focus.POSITION) != first(Focus.ORGANISATION)
    for focus in Focus:
        found = suggestions(aim=Aim.WHICH_WORK, focus=[focus])
        assert focus in found[0].focus


def test_suggestions_follow_what_is_wanted_known_and_possible() -> None:
    wanted = suggestions(aim=Aim.WHICH_WORK, wanted_criteria=["travel"])
    assert wanted[0].criterion == "travel"
    known = suggestions(aim=Aim.GET_IN, known_facts=["education"])
    assert known[-1].id == "degree-needed"
    by_phone = suggestions(aim=Aim.GET_IN, format=Format.PHONE)
    assert by_phone[0].id == "would-see"
    assert "show-me" not in {q.id for q in by_phone}
    assert "would-see" not in {q.id for q in suggestions(aim=Aim.GET_IN)}
    assert "last-week" not in {q.id for q in suggestions(aim=Aim.GET_IN, leave_out=["last-week"])}


@pytest.mark.parametrize("question", QUESTIONS, ids=[q.id for q in QUESTIONS])
def test_our_own_questions_pass_our_own_check(question: Question) -> None:
    """But for those that are there to be asked when nothing was read yet; they carry a sharper one, which passes."""
    text = question.text.format_map(defaultdict(lambda: "sound design"))
    found = {f.rule for f in check_question(text, today=date(2026, 11, 23)).findings}
    assert found <= ({"LOOKUP"} if question.look_up else set())
    if question.sharper:
        assert check_question(question.sharper, today=date(2026, 11, 23)).findings == ()


def test_every_question_of_the_middle_says_what_it_is_good_for() -> None:
    middle = [q for q in QUESTIONS if q.stage in {Stage.CORE, Stage.LEADS}]
    assert len(QUESTIONS) >= 120
    assert all(q.topic and q.kind and q.minutes and q.field for q in QUESTIONS)
    assert all(2 <= len(q.probes) <= 3 for q in middle)
