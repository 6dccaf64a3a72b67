"""Drafts of every kind: they pass the checker, share no sentence, use no name without leave, and follow the facts."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halfhour.contact.rules.apology import broken_promise_line, draft_broken_promise, draft_reschedule
from halfhour.contact.rules.checker import check
from halfhour.contact.rules.checks.length import NETWORK_AIM
from halfhour.contact.rules.choice import bare
from halfhour.contact.rules.confirmation import Meeting, draft_confirmation
from halfhour.contact.rules.decision_note import draft_decision_note
from halfhour.contact.rules.facts import (
    Ask,
    Channel,
    Facts,
    Focus,
    Recipient,
    Sender,
    Situation,
    Source,
    SourceKind,
)
from halfhour.contact.rules.finding import Severity
from halfhour.contact.rules.introduction import draft_introduction
from halfhour.contact.rules.letter import draft_letter
from halfhour.contact.rules.letter_ways import NOT_A_JOB
from halfhour.contact.rules.message import read_message
from halfhour.contact.rules.network_message import draft_network_message
from halfhour.contact.rules.organisation_call import draft_organisation_call
from halfhour.contact.rules.phone_script import assistant, draft_phone_script, script_text, voicemail
from halfhour.contact.rules.promises import PromiseKind
from halfhour.contact.rules.refusal_thanks import draft_refusal_thanks
from halfhour.contact.rules.school_office import draft_administrator, draft_school_office

TODAY = date(2026, 11, 16)
DAY = date(2026, 11, 24)
MAYA = Sender("Maya Lindqvist", "in my second year of audio production at Harbor College", "(206) 555-0117", "maya@example.org",
              school="Harbor College", postal_address="12 Pine Street\nSeattle, WA 98101", situation=Situation.STUDENT)  # fmt: skip
PETER = Sender(
    "Peter Hallam",
    "a bank clerk of forty-one",
    "020 7946 0123",
    "peter@example.org",
    situation=Situation.CAREER_CHANGER,
    locale="en-GB",
)
AISHA = Sender(
    "Aisha Rahman",
    "finishing my A levels at Notre Dame",
    "0113 496 0000",
    "aisha@example.org",
    situation=Situation.SCHOOL_LEAVER,
    locale="en-GB",
)
LUCIA = Sender(
    "Lucía Ferrer",
    "I teach high school math in Tucson.",
    "(415) 555-0188",
    "lucia@example.org",
    situation=Situation.RETURNING,
)
DANA = Recipient("Dana Whitfield", "Ms", organisation="Lantern Games", phone_known=True)
BASE = Facts(
    MAYA,
    DANA,
    Source(SourceKind.ACQUAINTANCE, "Tom Reyes", may_mention=True, detail="taught me at Harbor"),
    Ask(
        20, "game sound designer", "your talk about recording the rain", promise_on=DAY, channel=Channel.EMAIL
    ),
    today=TODAY,
)

# sender, name, title, organisation, source, occupation, why this person, focus
_ROWS: list[tuple[Sender, str, str, str, Source, str, str, Focus | None]] = [
    (MAYA, "Dana Whitfield", "Ms", "Lantern Games", BASE.source, "game sound designer", "your talk about recording the rain", None),
    (MAYA, "Wei Zhang", "", "Mercy Audio", Source(SourceKind.SCHOOL, "Harbor College"), "game sound designer", "you moved from teaching to sound", Focus.CAREER_PATH),
    (MAYA, "Elena Marsh", "Dr", "Northwind", Source(SourceKind.NETWORK, "LinkedIn"), "game sound designer", "built the wind machine", Focus.ORGANISATION),
    (MAYA, "Finn O'Neil", "", "Skyline", Source(SourceKind.NETWORK, "LinkedIn", imported=True), "game sound designer", "", None),
    (MAYA, "Jan van der Berg", "Mr", "", Source(SourceKind.EVENT, "the game audio evening", detail="your talk on footsteps"), "game sound designer", "how you recorded gravel", None),
    (PETER, "Grace Okonkwo", "Mrs", "Kentmere Orchards", Source(SourceKind.ARTICLE, "Grower's Quarterly", detail="your piece on drains", on=date(2026, 10, 1)), "orchard manager", "the way you brought the old drains back to life", None),
    (PETER, "Samuel Adeyemi", "", "Royal Sussex Hospital", Source(SourceKind.REFERRAL, "Nils Berg", may_mention=True), "radiographer", "Your years on the night shift are what I wonder about.", None),
    (PETER, "Ana Beltrán", "Ms", "the county court", Source(SourceKind.DIRECTORY, "Association of Court Interpreters"), "court interpreter", "your move from the classroom to the court", Focus.CAREER_PATH),
    (PETER, "Hannah Brooks", "", "Northern Guide Dogs", Source(SourceKind.PUBLIC_PAGE, "the staff page"), "dog trainer", "you prepare puppies for traffic", None),
    (PETER, "Marcus Lee", "Mr", "", Source(SourceKind.OTHER, detail="in the yearbook of the guild"), "IT support", "started on a help desk", None),
    (AISHA, "Elena Novak", "Ms", "Novak Bindery", Source(SourceKind.EVENT, "the careers fair", detail="your workshop on bookbinding"), "bookbinder", "the atlas you repaired", None),
    (AISHA, "Priya Nair", "Dr", "St Luke's", Source(SourceKind.ACQUAINTANCE, "Sunita Rao", may_mention=True, detail="my aunt"), "speech therapist", "you taught my aunt to speak again", None),
    (AISHA, "Tom Fontaine", "", "Fontaine Glass", Source(SourceKind.ADMINISTRATOR, "Guild of Glass Engravers"), "glass engraver", "your windows at St Mark's", Focus.POSITION),
    (AISHA, "Ruth Cohen", "Ms", "Eastfield Works", Source(SourceKind.ORGANISATION_CALL, detail="Ms Lowe at reception"), "water treatment operator", "the new filter hall", None),
    (AISHA, "Lucy Hart", "Miss", "", Source(SourceKind.SCHOOL, "Notre Dame"), "Registered Nurses", "one of the few who still visit at home", None),
    (LUCIA, "Kwame Boateng", "", "Prairie Wind", Source(SourceKind.ACQUAINTANCE, "Beth Samuels", may_mention=False), "wind turbine technician", "your crew's climb in March", None),
    (LUCIA, "Sofia Petrova", "Professor", "the city archive", Source(SourceKind.OTHER), "Archivists", "you catalogued the shipyard papers", Focus.CAREER_PATH),
    (LUCIA, "Yusuf Demir", "Mr", "Levain Street", Source(SourceKind.ACQUAINTANCE, "Carmen Diaz", may_mention=True), "makes bread for a living", "you left an office to bake", None),
    (LUCIA, "Mei-Ling Tan", "", "Corwin & Lake", Source(SourceKind.DIRECTORY, "the bar directory"), "patent law", "your chemistry degree", None),
    (LUCIA, "Ingrid Svensson", "Ms", "Oak Street Library", Source(SourceKind.REFERRAL, "Janet Hill", may_mention=True, detail="my librarian"), "Librarians and Media Collections Specialists", "you went to library school in your forties", None),
]  # fmt: skip


def facts_of(number: int, channel: Channel = Channel.EMAIL) -> Facts:
    sender, name, title, org, source, occupation, why, focus = _ROWS[number]
    ask = Ask(
        (15, 20, 30)[number % 3],
        occupation,
        why,
        focus=focus,
        promise_on=date(2026, 11, 20 + 3 * (number % 2)),
        channel=channel,
    )
    return Facts(
        sender,
        Recipient(name, title, organisation=org, phone_known=number % 4 != 3),
        source,
        ask,
        today=TODAY,
    )


def warnings(kind: str, text: str, facts: Facts) -> list[str]:
    found = check(kind, text, facts, today=TODAY).findings
    return [f"{one.rule}: {one.message}" for one in found if one.severity is not Severity.HINT]


@pytest.mark.parametrize("channel", [Channel.EMAIL, Channel.PAPER])
@pytest.mark.parametrize("number", range(len(_ROWS)))
def test_every_letter_passes_the_checker(number: int, channel: Channel) -> None:
    facts = facts_of(number, channel)
    text = draft_letter(facts, seed=str(number)).text
    nothing_special = not facts.ask.why_person
    assert [
        one for one in warnings("letter", text, facts) if not (nothing_special and one.startswith("L-03"))
    ] == [], text


@pytest.mark.parametrize("number", range(len(_ROWS)))
def test_a_letter_without_the_clause_about_jobs_is_not_ready(number: int) -> None:
    facts = facts_of(number)
    for seed in range(40):
        text = draft_letter(facts, seed=str(seed)).text
        without = text.replace(next(clause for clause in NOT_A_JOB if clause in text), "")
        found = check("letter", without, facts, today=TODAY).findings
        assert [one.severity for one in found if one.rule == "L-05"] == [Severity.MUST], without


def test_twenty_letters_share_no_sentence_but_the_clause_about_jobs() -> None:
    shared = {bare(clause) for clause in NOT_A_JOB}
    count = Counter[str]()
    for number in range(len(_ROWS)):
        body = draft_letter(facts_of(number), seed=str(number)).body
        count.update({bare(one.text) for one in read_message(body).sentences})
    assert [sentence for sentence, n in count.items() if n > 1 and sentence not in shared] == []


def test_letters_to_one_employer_about_one_occupation_avoid_the_earlier_ones() -> None:
    shared = {bare(clause) for clause in NOT_A_JOB}
    texts: list[str] = []
    count = Counter[str]()
    for n in range(12):
        facts = replace(
            BASE,
            recipient=Recipient(f"Dana Whitfield{'abcdefghijkl'[n]}"),
            earlier=tuple(texts),
            ask=replace(BASE.ask, why_person=f"your talk number {n}"),
        )
        texts.append(draft_letter(facts, seed=str(n)).text)
        count.update({bare(one.text) for one in read_message(texts[-1]).sentences})
    once_more = [sentence for sentence, n in count.items() if n > 1 and sentence not in shared]
    assert len(once_more) <= 1, (
        once_more
    )  # one acquaintance who names twelve people leaves few ways to say so


def test_the_same_facts_give_the_same_letter_and_another_seed_another() -> None:
    assert draft_letter(BASE, seed="7") == draft_letter(BASE, seed="7")
    assert len({draft_letter(BASE, seed=str(n)).body for n in range(10)}) == 10


def test_a_letter_has_its_parts_in_the_writer_s_way() -> None:
    american = draft_letter(BASE, seed="1")
    assert american.subject == "Tom Reyes suggested I write"
    assert american.body.startswith("Dear Ms Whitfield,\n\n") and "Tuesday, November 24" in american.body
    british = draft_letter(replace(BASE, sender=PETER, recipient=replace(DANA, title="")), seed="1")
    assert british.body.startswith("Dear Dana Whitfield,\n\n") and "Tuesday 24 November" in british.body
    paper = draft_letter(replace(BASE, ask=replace(BASE.ask, channel=Channel.PAPER)), seed="1")
    assert paper.subject == ""
    assert paper.body.startswith(
        "Maya Lindqvist\n12 Pine Street\nSeattle, WA 98101\n\nNovember 16, 2026\n\nMs Dana Whitfield\nLantern Games\n\nDear"
    )


@pytest.mark.parametrize("number", range(len(_ROWS)))
def test_length_subject_and_promise(number: int) -> None:
    facts = facts_of(number)
    draft = draft_letter(facts, seed=str(number))
    assert 50 <= read_message(draft.body).words <= 125
    assert 0 < len(draft.subject) <= 60
    last = draft.body.split("\n\n")[-2]
    assert any(word in last for word in ("call", "phone", "ring")) is (
        facts.recipient.phone_known is not False
    )


def test_a_name_without_leave_stands_nowhere() -> None:
    facts = replace(BASE, source=replace(BASE.source, may_mention=None))
    for n in range(20):
        texts = [
            draft_letter(facts, seed=str(n)).text,
            draft_network_message(facts, seed=str(n)).text,
            script_text(draft_phone_script(facts, seed=str(n))),
            voicemail(facts, seed=str(n)).words,
        ]
        assert all("Tom" not in text and "Reyes" not in text for text in texts)


def test_an_imported_contact_is_told_where_the_name_comes_from() -> None:
    facts = replace(
        BASE,
        recipient=replace(DANA, email="dana@example.com"),
        source=Source(SourceKind.NETWORK, "LinkedIn", imported=True),
    )
    for n in range(10):
        body = draft_letter(facts, seed=str(n)).body
        assert "LinkedIn" in body
        assert "found your address" not in body  # it may come from elsewhere; that would be untrue


def test_the_seeker_s_own_reason_stands_as_written() -> None:
    facts = replace(BASE, ask=replace(BASE.ask, why_sentence="I heard rain in Lantern and stopped playing"))
    assert "I heard rain in Lantern and stopped playing. " in draft_letter(facts, seed="1").body


def test_minutes_change_in_letter_and_script_and_nothing_else_does() -> None:
    longer = replace(BASE, ask=replace(BASE.ask, minutes=25))
    before, after = draft_letter(BASE, seed="3").body, draft_letter(longer, seed="3").body
    assert before.replace("20 minutes", "25 minutes") == after
    assert "25 minutes" in script_text(draft_phone_script(longer, seed="3"))


@pytest.mark.parametrize("number", range(len(_ROWS)))
def test_network_messages_fit(number: int) -> None:
    facts = facts_of(number, Channel.NETWORK)
    draft = draft_network_message(facts, seed=str(number))
    assert draft.subject == "" and len(draft.body) <= NETWORK_AIM
    nothing_special = not facts.ask.why_person
    found = warnings("letter", draft.text, facts)
    assert [one for one in found if not (nothing_special and one.startswith("L-03"))] == [], draft.text


@pytest.mark.parametrize("number", range(len(_ROWS)))
def test_introductions(number: int) -> None:
    facts = facts_of(number)
    made = draft_introduction(facts, introducer=Recipient("Tom Reyes"), seed=str(number))
    assert made.forwardable in made.note.body
    assert made.note.body.startswith("Dear Tom,")
    assert warnings("introduction", made.text, facts) == [], made.text


@pytest.mark.parametrize("number", range(len(_ROWS)))
def test_phone_scripts_keep_the_order_and_the_time(number: int) -> None:
    facts = facts_of(number)
    cards = draft_phone_script(facts, seed=str(number))
    assert [card.key for card in cards] == [
        "hello",
        "good-time",
        "who",
        "how-found",
        "why",
        "how-long",
        "when",
    ]
    assert warnings("call", script_text(cards), facts) == []
    assert cards[1].if_not.endswith(".")


def test_on_the_promised_day_the_caller_says_so() -> None:
    facts = replace(BASE, today=DAY)
    assert "As I wrote, I am calling you today." in script_text(draft_phone_script(facts, seed="1"))


def test_voicemail_spells_the_name_and_says_when_next() -> None:
    words = voicemail(replace(BASE, today=DAY), seed="1", again_on=date(2026, 12, 1)).words
    assert "L-I-N-D-Q-V-I-S-T" in words and "(206) 555-0117" in words and "Tuesday, December 1" in words
    last = voicemail(
        replace(BASE, ask=replace(BASE.ask, final=True)), seed="1", again_on=date(2026, 12, 1)
    ).words
    assert "again" not in last


def test_assistant_hears_advice_and_no_job() -> None:
    words = assistant(BASE, seed="1").words
    assert "advice" in words and "not about a job" in words and "Ms Whitfield" in words


@pytest.mark.parametrize(
    ("code", "occupation", "department"),
    [
        ("27-1024.00", "graphic designer", "design department"),
        ("29-1141", "nurse", "nursing office"),
        ("", "mechanical engineer", "engineering department"),
        ("", "beekeeper", "human resources department"),
    ],
)
def test_the_switchboard_is_asked_for_a_department(code: str, occupation: str, department: str) -> None:
    facts = replace(BASE, ask=replace(BASE.ask, occupation=occupation))
    made = draft_organisation_call(facts, code=code, seed="1")
    assert made.department == department
    assert any(department in card.words for card in made.cards)
    assert draft_organisation_call(facts, department="the studio", seed="1").department == "the studio"


def test_offices_are_asked_for_willing_people() -> None:
    school = draft_school_office(
        replace(BASE, recipient=Recipient(organisation="Harbor College alumni office")), seed="1"
    )
    assert (
        school.body.startswith("Dear Harbor College alumni office team,")
        and "game sound designers" in school.text
    )
    assert "members" in draft_administrator(BASE, seed="1").body


def test_a_confirmation_has_both_clocks_place_length_and_a_way_to_change() -> None:
    meeting = Meeting(
        datetime(2026, 11, 24, 12, 0),
        datetime(2026, 11, 24, 9, 0),
        "Eastern time",
        "Pacific time",
        20,
        "by phone",
        "(212) 555-0100",
    )
    body = draft_confirmation(BASE, meeting, seed="1").body
    for part in (
        "12:00 pm Eastern time",
        "9:00 am Pacific time",
        "20 minutes",
        "(212) 555-0100",
        "(206) 555-0117",
        "Tuesday, November 24",
    ):
        assert part in body
    same = Meeting(
        datetime(2026, 11, 24, 15, 30),
        datetime(2026, 11, 24, 15, 30),
        way="in person",
        place="8 Station Road",
    )
    body = draft_confirmation(replace(BASE, sender=PETER), same, seed="1").body
    assert "15:30" in body and "where I am" not in body and "I will come to 8 Station Road." in body


def test_a_missed_promise_is_owned_up_to() -> None:
    line = broken_promise_line(date(2026, 11, 12), PromiseKind.CALL, locale="en-US")
    assert line == "I said I would call you on Thursday, November 12 and did not; I am sorry."
    draft = draft_broken_promise(BASE, promised_on=date(2026, 11, 12), kind=PromiseKind.CALL, seed="1")
    assert line in draft.body and "Tuesday, November 24" in draft.body and "20 minutes" in draft.body


def test_moving_a_talk_offers_two_times_and_says_it_is_once() -> None:
    body = draft_reschedule(BASE, agreed_on=DAY, options=("Wednesday at ten", "Friday at two"), seed="1").body
    assert "Wednesday at ten" in body and "Friday at two" in body and "second time" in body


def test_thanks_for_a_no_ask_once_and_after_a_clear_no_not_at_all() -> None:
    for n in range(5):
        assert (
            "name" in draft_refusal_thanks(BASE, seed=str(n)).body
            or "someone else" in draft_refusal_thanks(BASE, seed=str(n)).body
        )
        clear = draft_refusal_thanks(BASE, seed=str(n), clear_no=True).body
        assert "else" not in clear and "?" not in clear


def test_a_decision_note_quotes_and_thanks() -> None:
    facts = replace(BASE, said=("The best engineers listen first",))
    draft = draft_decision_note(facts, choice="I will study sound for games.", seed="1", saw_old_resume=True)
    assert (
        "I will study sound for games." in draft.body
        and "“The best engineers listen first.”" in draft.body
        and "résumé" in draft.body
    )


@pytest.mark.parametrize(
    "bare_facts",
    [
        Facts(),
        Facts(sender=MAYA),
        Facts(recipient=DANA),
        Facts(ask=Ask(20)),
        Facts(source=Source(SourceKind.OTHER)),
    ],
)
def test_missing_facts_leave_no_holes_and_the_checker_says_what_is_missing(bare_facts: Facts) -> None:
    for text in (draft_letter(bare_facts, seed="1").text, draft_network_message(bare_facts, seed="1").text):
        assert not any(hole in text for hole in ("None", "{", "}", "[", "  ", " ,", " .", "..", "()"))
        assert not check("letter", text, bare_facts, today=TODAY).ok


words = st.text(alphabet=st.characters(categories=("L", "N", "P", "Zs")), max_size=40)


@settings(max_examples=60, deadline=None)
@given(
    words, words, words, words, words, st.sampled_from([None, *SourceKind]), st.sampled_from([None, *Focus])
)
def test_no_facts_break_a_draft(
    name: str, status: str, occupation: str, why: str, org: str, kind: SourceKind | None, focus: Focus | None
) -> None:
    facts = Facts(
        Sender(name, status),
        Recipient(name, organisation=org),
        Source(kind, name, True, why),
        Ask(20, occupation, why, focus=focus, promise_on=DAY),
        today=TODAY,
    )
    for make in (draft_letter, draft_network_message):
        assert make(facts, seed="1").body
    assert draft_introduction(facts, introducer=Recipient(name), seed="1").text
    assert draft_phone_script(facts, seed="1")
