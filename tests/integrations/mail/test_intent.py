"""Short answers: the table of our own in short_answers.tsv, and what must never be read as a yes."""

from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halfhour.integrations.mail.intent import Intent, OutcomeKind, intent, outcome
from halfhour.integrations.mail.reply_text import reply_text

MONDAY = date(2026, 11, 23)
LINES = (Path(__file__).parent / "short_answers.tsv").read_text("utf-8").splitlines()
ANSWERS = [line.split("\t") for line in LINES if line and not line.startswith("#")]
ANSWERS = [(label, kind, text.replace("\\n", "\n")) for label, kind, text in ANSWERS]
REFUSALS = [t for label, kind, t in ANSWERS if kind in ("no", "never", "no_time") and t != "i'm good"]
AGREEMENTS = [t for label, kind, t in ANSWERS if label == "accept"]
YES = (Intent.ACCEPT, Intent.PROPOSE)


@pytest.mark.parametrize(("label", "kind", "text"), ANSWERS, ids=[t[:50] for _, _, t in ANSWERS])
def test_own_answers(label: str, kind: str, text: str) -> None:
    assert label in ("-", intent(text))
    assert outcome(text).kind == kind


def test_answers_in_many_languages() -> None:
    lines = (Path(__file__).parent / "answers_in_many_languages.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    wrong = [(label, intent(text), text) for label, text in rows if intent(text) != label]
    assert len(wrong) <= 0.05 * len(rows), wrong
    no = ("decline", "decline-time", "cancel", "do-not-contact")
    assert not [row for row in wrong if row[0] in no and row[1] in YES]


@given(
    st.sampled_from(REFUSALS),
    st.sampled_from(AGREEMENTS),
    st.sampled_from(["{no} {yes}", "{yes} {no}", "{yes}\n\n{no}\n\nBest,\nTom", "{yes}, but {no}"]),
)
@settings(max_examples=400, deadline=None)
def test_a_no_beside_a_yes_is_never_a_yes(no: str, yes: str, shape: str) -> None:
    text = shape.format(no=no.rstrip(".!") + ".", yes=yes.rstrip(".!") + ("." if "but" not in shape else ""))
    assert intent(text) not in YES
    assert outcome(text).kind != OutcomeKind.YES


@given(st.text(max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_text_gets_a_label(text: str) -> None:
    assert intent(text) in list(Intent)
    assert outcome(text, today=MONDAY).kind in list(OutcomeKind)


def test_fault_49_our_own_quoted_words_are_no_opt_out() -> None:
    answer = "Yes, Thursday at 3 works.\n\nOn Mon, 23 Nov 2026 at 09:00, Maya <maya@example.org> wrote:\n> If you do not want to hear from me, say so: please do not contact me again.\n"
    assert outcome(answer, today=MONDAY).kind == OutcomeKind.YES
    assert outcome("> Please never contact me again.\nSure, gladly.").kind == OutcomeKind.YES


@pytest.mark.parametrize(
    ("text", "day", "hour"),
    [
        ("How about Thursday at 3pm?", date(2026, 11, 26), time(15)),
        ("Tomorrow at 15:30 is fine", date(2026, 11, 24), time(15, 30)),
        ("Ich hätte am 3. Dezember um 10 Uhr Zeit.", date(2026, 12, 3), time(10)),
        ("December 3rd would be good", date(2026, 12, 3), None),
        ("Monday or Tuesday, you choose", None, None),
        ("3/4 works for me", None, None),
        ("Let us do 2026-12-01 at noon", date(2026, 12, 1), time(12)),
        ("yes", None, None),
        ("Yes, Thursday at 3.", date(2026, 11, 26), time(15)),
        ("Thursday at 3:30 then", date(2026, 11, 26), time(15, 30)),
        ("Thursday 03:30", date(2026, 11, 26), time(3, 30)),
        ("Thursday at 3 or 4", date(2026, 11, 26), None),
        ("Meet me at 3 Harbor Street on Thursday", date(2026, 11, 26), None),
        ("jeudi à 15h30", date(2026, 11, 26), time(15, 30)),
        ("torstaina klo 14", date(2026, 11, 26), time(14)),
    ],
    ids=lambda value: str(value)[:30],
)
def test_the_day_and_hour_they_name(text: str, day: date | None, hour: time | None) -> None:
    found = outcome(text, today=MONDAY)
    assert (found.day, found.at) == (day, hour)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("Thursday at 3", ""),
        ("Thursday 3 pm your time", "reader"),
        ("Donnerstag um 15 Uhr Ihrer Zeit", "reader"),
        ("3 pm ET on Thursday", "America/New_York"),
        ("Thursday, 3 PM (EST)", "America/New_York"),
        ("15:00 CET", "Europe/Berlin"),
        ("Thank you for your time, 3 pm works", ""),
        ("3 pm, and your time is precious", ""),
    ],
)
def test_on_whose_clock_an_hour_is(text: str, clock: str) -> None:
    assert outcome(text, today=MONDAY).clock == clock


def test_without_today_a_weekday_is_no_day() -> None:
    assert outcome("Thursday works").day is None


def test_the_phrase_is_their_own_sentence() -> None:
    text = "Hi Maya,\n\nThanks for your note. Unfortunately I can't help with this, my schedule is full. Good luck!\n\nTom"
    assert outcome(text).phrase == "Unfortunately I can't help with this, my schedule is full"


def test_a_pasted_mail_is_read_through_its_quotation() -> None:
    pasted = "From: Tom <tom@example.org>\nSent: Monday, November 23, 2026 9:00 AM\nTo: Maya\nSubject: Re: 20 minutes?\n\nHappy to. Friday at noon?\n\nTom\n\nOn Sun, Nov 22, 2026 at 8:00 PM Maya wrote:\n> Could we talk?\n"
    found = outcome(reply_text(pasted), today=MONDAY)
    assert (found.kind, found.day, found.at) == (OutcomeKind.YES, date(2026, 11, 27), time(12))


@pytest.mark.parametrize(
    "piece", ["no ", "yes but ", "not at all ", "when ", "can you do a call ", "a" * 50, "1/2 ", "nicht "]
)
def test_long_texts_take_no_time(piece: str) -> None:
    assert intent(piece * 20_000) in list(Intent)
