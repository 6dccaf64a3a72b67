"""The small rules under checker and drafts: facts from JSON, days in words, own words in sentences, handing over."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from halfhour.choose.rules.occupation_words import work_of
from halfhour.contact.rules.checks.reading_level import grade
from halfhour.contact.rules.day_words import said_days
from halfhour.contact.rules.draft import family_name, salutation
from halfhour.contact.rules.evidence import LINES, lines_for
from halfhour.contact.rules.facts import Channel, Facts, FactsError, Recipient, SourceKind
from halfhour.contact.rules.handover import MAILTO_LIMIT, mailto_url
from halfhour.contact.rules.message import read_message
from halfhour.contact.rules.own_words import FactKind, about_me, fact_about

TODAY = date(2026, 11, 16)


def test_facts_of_the_contract() -> None:
    facts = Facts.from_json(
        {
            "channel": "email",
            "minutes": 20,
            "sender": {
                "name": "Maya",
                "status": "student",
                "phone": "1",
                "email": "m@example.org",
                "shoe_size": 38,
            },
            "recipient": {"name": "Dana Whitfield", "organisation": "Lantern", "phone_known": True},
            "source": {"kind": "acquaintance", "name": "Tom", "may_mention": True},
            "earlier": ["text"],
            "said": [],
        }
    )
    assert (facts.ask.channel, facts.ask.minutes, facts.source.kind) == (
        Channel.EMAIL,
        20,
        SourceKind.ACQUAINTANCE,
    )
    assert (facts.recipient.phone_known, facts.source.may_mention, facts.earlier) == (True, True, ("text",))
    assert Facts.from_json({}) == Facts()
    assert Facts.from_json({"sender": None, "minutes": None}) == Facts()


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ([], "facts must be an object with keys and values"),
        ({"minutes": "20"}, "minutes must be a whole number from 1 to 600"),
        ({"minutes": True}, "minutes must be a whole number from 1 to 600"),
        ({"sender": "Maya"}, "sender must be an object with keys and values"),
        ({"sender": {"name": 3}}, "sender.name must be a text"),
        ({"recipient": {"phone_known": "yes"}}, "recipient.phone_known must be true or false"),
        ({"earlier": "text"}, "earlier must be a list of texts"),
        ({"said": [1]}, "said must be a list of texts"),
        ({"channel": "pigeon"}, "channel must be one of: email, paper, network"),
        ({"promise_on": "Tuesday"}, "promise_on must be a day such as 2026-05-14"),
    ],
)
def test_wrong_facts_are_refused_with_a_plain_line(value: object, reason: str) -> None:
    with pytest.raises(FactsError) as refused:
        Facts.from_json(value)
    assert str(refused.value) == reason


@pytest.mark.parametrize(
    ("words", "weekday", "on"),
    [
        ("tuesday 24 november", 1, date(2026, 11, 24)),
        ("tue, november 24th", 1, date(2026, 11, 24)),
        ("tues. nov. 24", 1, date(2026, 11, 24)),
        ("the 24th of november (tuesday)", 1, date(2026, 11, 24)),
        ("thursday, 3 december", 3, date(2026, 12, 3)),
        ("next thursday, the third of december", 3, date(2026, 12, 3)),
        ("tuesday the 24th", 1, date(2026, 11, 24)),
        ("tuesday, 11/24", 1, date(2026, 11, 24)),
        ("tuesday 24.11.2026", 1, date(2026, 11, 24)),
        ("2026-11-24", None, date(2026, 11, 24)),
        ("tuesday", 1, None),
        ("monday 4 january", 0, date(2027, 1, 4)),
        ("monday 9 november", 0, date(2026, 11, 9)),
        ("monday 29 february", 0, None),
    ],
)
def test_days_in_words(words: str, weekday: int | None, on: date | None) -> None:
    text = f"i will call you on {words} to ask"
    found = next(said_days(text, TODAY))
    assert (found.weekday, found.on) == (weekday, on)
    assert words.endswith(text[found.start : found.end]) or text[found.start : found.end] in words


def test_a_time_is_no_day() -> None:
    assert [one.on for one in said_days("i may 10 minutes later march on, at 10.30 or 5 pm", TODAY)] in (
        [],
        [date(2027, 5, 10)],
    )


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("Second-year student at Harbor", "I am a second-year student at Harbor"),
        ("in my second year", "I am in my second year"),
        ("I teach math.", "I teach math"),
        ("Engineer at IBM", "I am an engineer at IBM"),
        ("work nights in a warehouse", "I work nights in a warehouse"),
        ("Retired history teacher", "I am a retired history teacher"),
        ("retired from the post office", "I am retired from the post office"),
        ("MBA student", "I am an MBA student"),
        ("a nurse", "I am a nurse"),
        ("", ""),
    ],
)
def test_the_line_about_oneself(status: str, sentence: str) -> None:
    assert about_me(status) == sentence


@pytest.mark.parametrize(
    ("occupation", "the_work", "people"),
    [
        ("game sound designer", "a game sound designer's work", "game sound designers"),
        ("nursing", "work in nursing", "people in nursing"),
        ("Registered Nurses", "a registered nurse's work", "registered nurses"),
        ("Chefs and Head Cooks", "the work of chefs and head cooks", "chefs and head cooks"),
        ("makes game sounds", "the work of someone who makes game sounds", "someone who makes game sounds"),
        ("UX designer", "a UX designer's work", "UX designers"),
        ("Computer Occupations, All Other", "a computer occupation's work", "computer occupations"),
        ("electrician", "an electrician's work", "electricians"),
    ],
)
def test_occupations_in_a_sentence(occupation: str, the_work: str, people: str) -> None:
    work = work_of(occupation)
    assert work is not None
    assert (work.the_work, work.people) == (the_work, people)


@pytest.mark.parametrize(
    ("typed", "kind", "fact"),
    [
        ("Your talk about rain", FactKind.NOUN, "your talk about rain"),
        ("Your talk made me listen to rain.", FactKind.SENTENCE, "Your talk made me listen to rain"),
        ("moved from teaching to testing", FactKind.YOU_DID, "you moved from teaching to testing"),
        ("that you rebuilt the mill", FactKind.YOU_DID, "you rebuilt the mill"),
        ("runs a bakery", FactKind.YOU_DID, "you run a bakery"),
        ("rain, gravel and glass", FactKind.OTHER, "rain, gravel and glass"),
        (" ", FactKind.OTHER, ""),
    ],
)
def test_facts_about_a_person(typed: str, kind: FactKind, fact: str) -> None:
    assert fact_about(typed) == (kind, fact)


@pytest.mark.parametrize(
    ("name", "title", "greeting"),
    [
        ("Dana Whitfield", "Ms", "Dear Ms Whitfield,"),
        ("Dana Whitfield", "", "Dear Dana Whitfield,"),
        ("Jan van der Berg", "Dr", "Dear Dr van der Berg,"),
        ("Martin King Jr.", "Mr", "Dear Mr King,"),
        ("", "Ms", "Hello,"),
    ],
)
def test_greetings(name: str, title: str, greeting: str) -> None:
    assert salutation(Recipient(name, title)) == greeting


def test_a_noted_family_name_is_taken() -> None:
    assert family_name(Recipient("Gabriel García Márquez", family="García Márquez")) == "García Márquez"


def test_a_message_is_cut_into_its_parts() -> None:
    text = "Subject: Rain\r\n\r\nDear Dr. O’Neil,\r\n\r\nI am Maya. I’d like to ask you about rain, e.g. at 5 p.m. on Nov. 3.\r\n\r\nKind regards,\r\nMaya Lindqvist\r\n"
    message = read_message(text)
    assert message.subject is not None and message.subject.text == "Rain"
    assert message.greeted is not None and message.greeted.text == "Dr. O'Neil"
    assert [text[one.start : one.end] for one in message.sentences] == [
        "I am Maya.",
        "I’d like to ask you about rain, e.g. at 5 p.m. on Nov. 3.",
    ]
    assert [one.text for one in message.signature] == ["Kind regards,", "Maya Lindqvist"]


def test_reading_level_rises_with_long_words() -> None:
    plain = [
        "I would like to hear how you spend your week and what you like best about the work that you do each day in the shop."
    ]
    stilted = 2 * [
        "The aforementioned institutional methodologies necessitate considerable interdisciplinary collaboration throughout organisational implementation processes and comprehensive administrative documentation, notwithstanding extraordinary circumstances necessitating alternative accommodation of participating representatives."
    ]
    assert grade(plain) < 9.5 < grade(stilted)
    assert grade(["Too short."]) == 0


def test_a_message_opens_in_the_mail_program_unless_it_is_too_long() -> None:
    url = mailto_url("dana+work@example.org", "Rain & gravel?", "Dear Dana,\n\nTom’s idea.")
    assert url is not None and url.startswith("mailto:dana+work@example.org?")
    asked = parse_qs(urlsplit(url).query)
    assert asked == {"subject": ["Rain & gravel?"], "body": ["Dear Dana,\r\n\r\nTom’s idea."]}
    assert mailto_url("dana@example.org", "", "x" * MAILTO_LIMIT) is None
    assert mailto_url("a@example.org", "", "x") == "mailto:a@example.org?body=x"


def test_evidence_names_its_source_and_promises_nothing() -> None:
    assert all(line.source and line.text.endswith(".") for line in LINES)
    assert len({line.key for line in LINES}) == len(LINES)
    for word in ("job offer", "guarantee", "86", "proven", "per cent", "%"):
        assert all(word not in line.text for line in LINES)
    assert [line.key for line in lines_for("easy-no")] == ["easy-no"]
