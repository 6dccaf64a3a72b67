"""Questions: each fault by its rule, and the bank's own questions as good examples."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halfhour.contact.rules.finding import Severity
from halfhour.prepare.rules.bank import QUESTIONS
from halfhour.prepare.rules.question_check import check_question

TODAY = date(2026, 11, 16)
FAULTS = {
    "OWNSALARY": (
        "How much do you earn?", "What is your salary?", "Are you well paid?", "May I ask what you make?", "What do you get paid?",
        "How much money do you make a year?", "What's your annual income?", "Do you make good money?", "What was your starting salary?",
    ),
    "LEADING": (
        "Don't you love working here?", "Isn't it boring?", "You must enjoy the travel, right?", "Surely the hours are long?",
        "Wouldn't you say it is a great job?", "How wonderful is it to work with animals?", "It must be hard to work nights?",
        "Why is the pay so bad?", "So you love your job?",
    ),
    "CLOSED": (
        "Do you like your job?", "Is it stressful?", "Are you happy?", "Did you study biology?", "Would you choose it again?",
        "Is there a lot of travel?", "Can beginners do this?", "Have you ever regretted it?", "Does your boss listen to you?",
    ),
    "DOUBLE": (
        "What do you do all day and how did you get into the field?", "How did you start, and what do you like least about the company?",
        "What are the hours? Do you travel?", "What do you enjoy and what would you change about your boss?",
    ),
    "LOOKUP": (
        "What degree is needed?", "What education do you need to become a nurse?", "What does an actuary do?", "What is the average salary?",
        "How many employees does your company have?", "What are the main duties of a paralegal?", "When was your company founded?",
        "What does your company do?", "How long does it take to become a dentist?", "What is the job outlook?", "What qualifications are required?",
    ),
}  # fmt: skip
GOOD = (
    "What did last week look like, day by day?",
    "How did you come to this work?",
    "Could you walk me through yesterday?",
    "What range would someone starting out expect to earn here?",
    "Which part of your training helped you most in practice?",
    "What do people outside get wrong about this work?",
    "Who else sees this differently, and may I mention your name to them?",
    "What wears you down?",
    "If you were in my place, what would you do next?",
    "How is your day different from what is published about it?",
    "I asked for 20 minutes; is that still all right?",
)


@pytest.mark.parametrize(("rule", "question"), [(rule, one) for rule, many in FAULTS.items() for one in many])
def test_each_fault_is_named(rule: str, question: str) -> None:
    result = check_question(question, today=TODAY)
    assert rule in {one.rule for one in result.findings}
    assert result.ok is (rule != "OWNSALARY")


@pytest.mark.parametrize("question", GOOD)
def test_good_questions_pass(question: str) -> None:
    assert check_question(question, today=TODAY).findings == ()


def test_own_pay_gets_a_range_to_ask_for() -> None:
    (found,) = [
        one
        for one in check_question("1. How much do you earn?", today=TODAY).findings
        if one.rule == "OWNSALARY"
    ]
    assert found.severity is Severity.MUST and "starting out" in found.message
    assert (found.start, found.end) == (3, 23)


def test_every_line_is_a_question_of_its_own() -> None:
    text = "1. What wears you down?\n2. Do you like your job?\n- How much do you earn?"
    found = {one.rule: text[one.start : one.end] for one in check_question(text, today=TODAY).findings}
    assert found == {"CLOSED": "Do you like your job?", "OWNSALARY": "How much do you earn"}


def test_the_bank_s_questions_hold_up() -> None:
    """Its questions marked as look-up-able are; few others are touched, and none must change."""
    touched = []
    for question in QUESTIONS:
        result = check_question(question.text, today=TODAY)
        assert result.ok, question.text
        if result.findings and not question.look_up:
            touched.append(question.text)
    assert len(touched) <= 0.12 * len(QUESTIONS), touched


@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    for one in check_question(text, today=TODAY).findings:
        assert one.start is not None and one.end is not None and 0 <= one.start <= one.end <= len(text)
