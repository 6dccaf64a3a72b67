"""The checker on many hands' letters: good ones pass, each planted fault is named by its rule, offsets point at it."""

import json
from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halfhour.contact.rules.checker import KINDS, check
from halfhour.contact.rules.facts import Ask, Channel, Facts, Recipient, Sender, Source, SourceKind
from halfhour.contact.rules.finding import Severity
from halfhour.contact.rules.samples import SAMPLES, Sample
from halfhour.prepare.rules.question_check import check_question
from tests.contact.letters.tables import (
    FOLDER,
    GOOD,
    MISSING,
    Letter,
    leaves_out,
    letters,
    planted,
    with_sentence,
)

TODAY = date(2026, 11, 16)
THANKSGIVING = date(2026, 11, 26)
ALL_GOOD = [letter for file in GOOD for letter in letters(file)]
LETTER = """Subject: Tom Reyes suggested I write

Dear Ms Whitfield,

My name is Maya Lindqvist, I am in my second year of audio production, and Tom Reyes suggested that I write to you.

Your talk about recording the rain for Lantern made me want to know what a game sound designer's week is like. Would you have 20 minutes, in person or by phone? I am exploring the field, not applying. If it does not fit, a one-line "not now" is completely fine.

I will call you on Monday 23 November to ask whether that is possible.

Maya Lindqvist
maya@example.org · (206) 555-0117
"""
FACTS = Facts(
    sender=Sender(
        "Maya Lindqvist", "in my second year of audio production", "(206) 555-0117", "maya@example.org"
    ),
    recipient=Recipient("Dana Whitfield", "Ms", organisation="Lantern", phone_known=True),
    source=Source(SourceKind.ACQUAINTANCE, "Tom Reyes", may_mention=True),
    ask=Ask(20, "game sound designer", channel=Channel.EMAIL, promise_on=date(2026, 11, 23)),
)


def facts_of(letter: Letter) -> Facts | None:
    return Facts(ask=Ask(channel=Channel(letter.channel))) if letter.channel else None


def rules(
    text: str, facts: Facts | None = None, kind: str = "letter", grave: Severity | None = None
) -> set[str]:
    found = check(kind, text, facts, today=TODAY, holidays={THANKSGIVING}).findings
    return {one.rule for one in found if grave is None or one.severity is grave}


@pytest.mark.parametrize("letter", ALL_GOOD, ids=lambda one: one.name)
def test_a_good_letter_has_nothing_that_must_change(letter: Letter) -> None:
    result = check("letter", letter.text(), facts_of(letter), today=TODAY)
    assert [one for one in result.findings if one.severity is Severity.MUST] == []
    assert result.ok


@pytest.mark.parametrize("file", GOOD)
def test_a_part_left_out_is_named_by_its_rule(file: str) -> None:
    """Of what is not named, nearly all is told in another sentence of the same letter."""
    count, missed = Counter[str](), Counter[str]()
    for letter in letters(file):
        for part in leaves_out(letter):
            count[MISSING[part]] += 1
            missed[MISSING[part]] += MISSING[part] not in rules(letter.text(without=part), facts_of(letter))
    assert sum(missed.values()) <= 0.09 * sum(count.values()), +missed


SETS = (
    "dev",
    "aside",
    "aside3",
    "aside4",
    "aside5",
    "aside6",
    "aside7",
    "aside8",
    "aside9",
    "aside10",
    "aside11",
    "aside12",
)
ASIDE = ("aside6", "aside7", "aside8", "aside9", "aside10", "aside11", "aside12")
PLANTED = [(rule, text) for name in SETS for rule, text in planted(f"faults_{name}.txt")]
INNOCENT = [text for name in SETS for _, text in planted(f"innocent_{name}.txt")]
BASES = [letter.text() for letter in letters("good_dev.txt") if not letter.channel][:12]


@pytest.mark.parametrize(("rule", "sentence"), PLANTED, ids=[f"{rule}-{text[:40]}" for rule, text in PLANTED])
def test_what_must_not_be_in_it_is_named_at_its_place(rule: str, sentence: str) -> None:
    for base in BASES[::6]:
        text, begin = with_sentence(base, sentence)
        places = [
            (one.start, one.end) for one in check("letter", text, today=TODAY).findings if one.rule == rule
        ]
        assert places, rule
        inside = [
            (a, b)
            for a, b in places
            if a is not None and b is not None and begin <= a < b <= begin + len(sentence)
        ]
        assert inside or rule in {"L-06", "WRITTENQ"}, places


@pytest.mark.parametrize("sentence", INNOCENT)
def test_an_innocent_sentence_holds_nothing_back(sentence: str) -> None:
    for base in BASES[1::6]:
        text, _ = with_sentence(base, sentence)
        assert rules(text, grave=Severity.MUST) == set()


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        pytest.param("L-01", "Maya Lindqvist", "Mary Lind", id="another name than mine"),
        pytest.param("L-01", "I am in my second year of audio production, and ", "", id="no word about me"),
        pytest.param("L-02", "Tom Reyes suggested", "a friend suggested", id="the permitted name is missing"),
        pytest.param("L-04", "20 minutes", "30 minutes", id="other minutes than noted"),
        pytest.param("L-04", "20 minutes", "some time", id="no minutes"),
        pytest.param("L-05", "I am exploring the field, not applying. ", "", id="not a job is not said"),
        pytest.param("L-08", "Monday 23 November", "Tuesday 24 November", id="another day than noted"),
        pytest.param("L-08", "Monday 23 November", "Tuesday 23 November", id="weekday and date disagree"),
        pytest.param("L-08", "on Monday 23 November ", "", id="no day"),
        pytest.param("L-08", "Monday 23 November", "next Monday", id="weekday without date"),
        pytest.param("L-10", "555-0117", "555-0171", id="another number"),
        pytest.param("L-10", " · (206) 555-0117", "", id="no number"),
        pytest.param("L-10", "maya@example.org · ", "", id="no address"),
        pytest.param("L-11", "Dear Ms Whitfield", "Dear Ms Whitfeild", id="name misspelt"),
        pytest.param("L-11", "Dear Ms Whitfield", "Dear Mr Whitfield", id="wrong title"),
        pytest.param("L-11", "Dear Ms Whitfield,", "To whom it may concern,", id="nobody greeted"),
        pytest.param("L-11", "Dear Ms Whitfield,\n\n", "", id="no greeting"),
        pytest.param("L-14", "Dear Ms Whitfield", "Dear Mr Okonkwo", id="somebody else greeted"),
        pytest.param("L-14", "Lantern", "[organisation]", id="left to fill in"),
        pytest.param("RECIPIENTS", "Dear Ms Whitfield", "Dear Ms Whitfield and Mr Chen", id="two greeted"),
        pytest.param(
            "RECIPIENTS", "Subject:", "To: a@example.org, b@example.org\nSubject:", id="two addresses"
        ),
        pytest.param("RECIPIENTS", "Subject:", "Cc: b@example.org\nSubject:", id="someone copied"),
    ],
)
def test_a_letter_held_against_its_facts(rule: str, old: str, new: str) -> None:
    assert old in LETTER
    assert rules(LETTER, FACTS, grave=Severity.MUST) == set()
    assert rule in rules(LETTER.replace(old, new), FACTS, grave=Severity.MUST)


def test_a_name_without_leave_is_named_where_it_stands() -> None:
    facts = Facts(source=Source(SourceKind.ACQUAINTANCE, "Tom Reyes", may_mention=False))
    found = [one for one in check("letter", LETTER, facts, today=TODAY).findings if one.rule == "L-02"]
    assert [LETTER[one.start : one.end] for one in found if one.severity is Severity.MUST] == ["Tom Reyes"]


@pytest.mark.parametrize("kind", ["friend", "Mutual acquaintance", "teacher", "something else", None])
def test_a_person_by_any_word_needs_leave(kind: str | None) -> None:
    facts = Facts.from_json({"source": {"kind": kind, "name": "Tom Reyes", "may_mention": False}})
    assert "L-02" in rules(LETTER, facts, grave=Severity.MUST)


@pytest.mark.parametrize(
    ("words", "grave"),
    [
        ("on Tuesday 24 November", None),
        ("on Tue, Nov. 24th", None),
        ("on the 24th of November (Tuesday)", None),
        ("next Tuesday, November 24, 2026", None),
        ("on Tuesday, 24/11/2026", None),
        ("on Saturday 28 November", Severity.MUST),
        ("on Thursday 26 November", Severity.MUST),
        ("on Monday 9 November", Severity.MUST),
        ("on Monday 16 November", Severity.MUST),
        ("on Tuesday 25 November", Severity.MUST),
        ("on Tuesday 17 November", Severity.SHOULD),
        ("on Tuesday 15 December", Severity.SHOULD),
        ("on 24 November", Severity.SHOULD),
        ("soon", Severity.SHOULD),
    ],
)
def test_promised_day(words: str, grave: Severity | None) -> None:
    text = LETTER.replace("on Monday 23 November", words)
    found = [
        one
        for one in check("letter", text, today=TODAY, holidays={THANKSGIVING}).findings
        if one.rule == "L-08"
    ]
    assert [one.severity for one in found] == ([grave] if grave else [])


def test_the_last_attempt_names_no_day() -> None:
    facts = Facts(recipient=FACTS.recipient, ask=Ask(20, final=True))
    text = LETTER.replace("I will call you on Monday 23 November to ask whether that is possible.\n\n", "")
    result = check("letter", text, facts, today=TODAY)
    assert result.ok and "L-08" in result.skipped


def test_the_same_sentence_as_to_someone_else() -> None:
    earlier = LETTER.replace("Ms Whitfield", "Mr Chen")
    assert "L-13" in rules(LETTER, Facts(earlier=(earlier,)))
    other = next(one.text() for one in ALL_GOOD if one.name == "email paralegal")
    assert "L-13" not in rules(LETTER, Facts(earlier=(other,)))
    assert "L-13" in check("letter", LETTER, today=TODAY).skipped


@pytest.mark.parametrize(("words", "expected"), [(90, None), (130, Severity.SHOULD), (230, Severity.MUST)])
def test_length_of_an_email(words: int, expected: Severity | None) -> None:
    base = LETTER.replace("I will call you", "It rained again. " * ((words - 88) // 3) + "I will call you")
    found = {one.severity for one in check("letter", base, today=TODAY).findings if one.rule == "L-12"}
    assert found == ({expected} if expected else set())


@pytest.mark.parametrize(
    ("kind", "letter"),
    [
        (kind, letter)
        for kind in ("introduction", "thanks")
        for name in ASIDE
        for letter in letters(f"{kind.removesuffix('s')}s_{name}.txt")
    ],
)
def test_other_kinds_by_many_hands_hold_nothing_back(kind: str, letter: Letter) -> None:
    assert rules(letter.text(), kind=kind, grave=Severity.MUST) == set()


@pytest.mark.parametrize(
    ("rule", "part", "words"),
    [row.split("|") for row in (FOLDER / "replaced.txt").read_text(encoding="utf-8").splitlines()],
)
def test_another_sentence_in_its_place_is_named(rule: str, part: str, words: str) -> None:
    for letter in letters("good_aside7.txt")[:3]:
        assert rule in rules(letter.text(instead={part: words}))


@pytest.mark.parametrize(("rule", "question"), planted("questions.txt"))
def test_questions_by_many_hands(rule: str, question: str) -> None:
    found = {one.rule for one in check_question(question, today=TODAY).findings}
    assert (rule in found) if rule else not found


@pytest.mark.parametrize("letter", letters("introductions.txt"), ids=lambda one: one.name)
def test_requests_for_an_introduction(letter: Letter) -> None:
    assert rules(letter.text(), kind="introduction", grave=Severity.MUST) == set()
    named = {
        "fwhy": "I-03",
        "flong": "I-03",
        "fnojob": "I-03",
        "after": "I-06",
        "name": "I-05",
        "report": "I-07",
        "hi": "L-11",
    }
    missed = [
        part
        for part, rule in named.items()
        if rule not in rules(letter.text(without=part), kind="introduction")
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        ("I-01", None, ""),
        ("I-02", "Could you ask her first whether she would be willing to talk with me, before you pass on anything?",
         "Could you just copy us both in an e-mail?"),
        ("I-04", "If you'd rather not, just say so.", ""),
        ("NOJOB", "Either way", "If her studio has any openings, I would love to hear of them. Either way"),
        ("RECIPIENTS", "Could you ask her first", "Could you introduce me to Dana Whitfield and Rosa Lee? Could you ask her first"),
    ],
)  # fmt: skip
def test_faults_of_a_request_for_an_introduction(rule: str, old: str | None, new: str) -> None:
    letter = letters("introductions.txt")[0]
    if old is None:
        text = "\n\n".join(
            part
            for part in letter.text().split("\n\n")
            if "My name is Maya" not in part and "forward" not in part
        )
    else:
        assert old in letter.text()
        text = letter.text().replace(old, new)
    assert rule in rules(
        text, kind="introduction", grave=Severity.SHOULD if rule == "I-04" else Severity.MUST
    )


@pytest.mark.parametrize("letter", letters("thanks.txt"), ids=lambda one: one.name)
def test_thank_yous(letter: Letter) -> None:
    assert rules(letter.text(), kind="thanks", grave=Severity.MUST) == set()
    for part, rule in {"use": "Y-03", "hi": "Y-06"}.items():
        assert rule in rules(letter.text(without=part), kind="thanks")


THANKS = letters("thanks.txt")[0].text()
SAID = Facts(recipient=Recipient("Dana Whitfield", "Ms"), said=("Half the job is listening to what the picture does not show", "Talk to Priya Nair about field recording"),
             talk_on=date(2026, 11, 15))  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        ("Y-02", "You said that half the job is listening to what the picture does not show, and I have been hearing my street differently since.",
         "You were very helpful and told me a lot about your work."),
        ("Y-04", "I'll write to Priya Nair this week and will let you know how it goes.", ""),
        ("Y-06", "Ms Whitfield", "Ms Whitfeild"),
        ("NOJOB", "Thank you for the talk", "I hope you will keep me in mind for openings. Thank you for the talk"),
        ("RESUME", "Thank you for the talk", "I have attached my résumé. Thank you for the talk"),
        ("L-06", "Thank you for the talk", "Could we meet again next week? Thank you for the talk"),
    ],
)  # fmt: skip
def test_faults_of_a_thank_you(rule: str, old: str, new: str) -> None:
    assert old in THANKS
    assert rules(THANKS, SAID, kind="thanks") == set()
    assert rule in rules(THANKS.replace(old, new), SAID, kind="thanks")


def test_a_resume_they_offered_to_read_may_go_with_the_thanks() -> None:
    text = THANKS.replace(
        "I am going to record", "You offered to look at my résumé, so I enclose it. I am going to record"
    )
    assert "RESUME" not in rules(text, kind="thanks")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda one: one.key)
def test_the_samples_pass(sample: Sample) -> None:
    result = check(sample.kind, sample.text, sample.facts, today=sample.written_on)
    assert [one for one in result.findings if one.severity is not Severity.HINT] == []


def test_the_answer_has_the_contract_s_shape() -> None:
    answer = json.loads(
        json.dumps(check("letter", LETTER.replace("20 minutes", "a moment"), today=TODAY).as_json())
    )
    assert answer["ok"] is False
    assert {tuple(one) for one in answer["findings"]} == {("rule", "severity", "message", "start", "end")}
    assert answer["skipped"] == ["L-13", "L-15"]


def test_another_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="no kind of text"):
        check("poem", LETTER, today=TODAY)


@pytest.mark.parametrize(
    "piece", [LETTER, "word ", "i am not a of to ", "would you have ", "x", "a, ", "- ", "\n\n", "?!", "é’“"]
)
@pytest.mark.timeout(60)
def test_fifty_thousand_words_are_answered(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    result = check("letter", text, today=TODAY)
    assert not result.ok


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400), st.sampled_from(KINDS), st.booleans())
def test_no_text_breaks_it(text: str, kind: str, with_facts: bool) -> None:
    result = check(kind, text, FACTS if with_facts else None, today=TODAY)
    for one in result.findings:
        assert (one.start is None) == (one.end is None)
        assert one.start is None or one.end is None or 0 <= one.start <= one.end <= len(text)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(LETTER)), st.sampled_from(["’", "é", "İ", "😀", "\r\n", "\u00a0", "“", "—"]))
def test_odd_characters_keep_the_offsets(at: int, odd: str) -> None:
    text = LETTER[:at] + odd + LETTER[at:] + "\nP.S. Please consider me for an opening."
    found = [one for one in check("letter", text, today=TODAY).findings if one.rule == "NOJOB"]
    assert "consider me" in {text[one.start : one.end] for one in found}
