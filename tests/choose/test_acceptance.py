"""The rows of the method that belong to this step, each checked as somebody outside would: by a page or a command."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose import actions, published, reading
from halfhour.choose.models import Candidate, Occupation, Reading, Want
from halfhour.contact.models import Approach
from halfhour.interview import actions as interviews
from halfhour.interview.models import Interview
from halfhour.record import actions as record
from halfhour.record.models import Noted
from halfhour.record.told import StatementTold

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def rows() -> list[Occupation]:
    return published.rows()


@pytest.fixture
def loaded(db: None, rows: list[Occupation]) -> None:
    Occupation.objects.bulk_create(rows, ignore_conflicts=True)


@pytest.fixture
def talk(monday: datetime, approach: Approach) -> Interview:
    """A talk with Dr Okafor that has ended."""
    talk = interviews.arrange(approach, on=date(2026, 11, 24), at=time(14))
    with clock.at(talk.starts_at + timedelta(minutes=10)):
        interviews.start_interview(talk, at=talk.starts_at)
    with clock.at(talk.starts_at + timedelta(minutes=20)):
        interviews.end_interview(talk)
    return talk


@pytest.fixture
def see(as_maya: Client) -> Callable[..., str]:
    """The words of a page, without markup."""

    def text(name: str, *args: object, **asked: str) -> str:
        answer = as_maya.get(reverse(name, args=args), asked)
        assert answer.status_code == 200
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())

    return text


def heading(page: str, words: str) -> str:
    """What stands after a heading."""
    assert words in page, f"no “{words}” on the page"
    return page.split(words, 1)[1]


def test_m1_01_read_about_is_not_explored(
    as_maya: Client, candidate: Candidate, see: Callable[..., str]
) -> None:
    as_maya.post(reverse("choose:known", args=[candidate.pk]), {"fact": ["pay", "outlook", "education"]})
    page = see("choose:index")
    assert "Not yet talked to anyone." in page
    assert "explored" not in page.lower()


def test_m2_01_first_hand_and_published_are_told_apart(
    talk: Interview, candidate: Candidate, see: Callable[..., str]
) -> None:
    record.save_debrief(
        talk,
        statements=[StatementTold("tasks", "Most of the week is editing.")],
        lists_empty={},
        leaning="pursue",
    )
    page = see("choose:occupation", candidate.occupation_id)
    told = heading(page, "What people told you")
    assert "First hand" in told
    assert "Most of the week is editing." in told
    assert "Adaeze Okafor, Tuesday 24 November" in told


def test_m2_02_the_question_somebody_comes_with(
    as_maya: Client, maya: User, approach: Approach, see: Callable[..., str]
) -> None:
    assert "The question I come with" in see("choose:index")
    asked = {}
    for aim in ("which_work", "how_in"):
        as_maya.post(reverse("choose:aim"), {"aim": aim})
        maya.seeker.refresh_from_db()
        asked[aim] = see("prepare:plan", approach.pk)
    assert maya.seeker.aim == "how_in"
    assert asked["which_work"] != asked["how_in"]


def test_m2_02_another_question_is_refused(as_maya: Client, maya: User) -> None:
    as_maya.post(reverse("choose:aim"), {"aim": "get rich"})
    maya.seeker.refresh_from_db()
    assert maya.seeker.aim == "which_work"


def test_m2_04_the_term_is_credited_where_one_asks_about_the_program(see: Callable[..., str]) -> None:
    method = heading(see("about_the_data"), "Where the method comes from")
    assert "talking to people about their jobs and asking for advice" in method.lower()
    assert "The term comes from Richard Bolles" in method


def test_m2_05_interests_alone_lead_to_occupations(
    as_maya: Client, loaded: None, see: Callable[..., str]
) -> None:
    as_maya.post(reverse("choose:interest_results"), {"how": "a test at school", "letters": "AES"})
    page = see("choose:interests")
    assert "could suit what you like" in page
    assert page.count("Don't suggest it again") == 20


def test_m2_15_two_specialties_side_by_side(
    as_maya: Client, maya: User, candidate: Candidate, see: Callable[..., str]
) -> None:
    for words in ("dialogue editing", "sound effects"):
        as_maya.post(
            reverse("choose:candidates"),
            {"words": words, "parent": candidate.pk, "occupation": candidate.occupation_id},
        )
    page = see("choose:index")
    assert page.count("specialty:") == 2
    compared = as_maya.get(reverse("decide:index")).text
    assert "dialogue editing" in compared
    assert "sound effects" in compared
    assert "Specialties" in see("choose:occupation", candidate.occupation_id)


def test_m2_16_the_goal_has_a_history(as_maya: Client, candidate: Candidate, see: Callable[..., str]) -> None:
    with clock.at(datetime.fromisoformat("2026-11-02T18:00+00:00")):
        as_maya.post(reverse("choose:goals"), {"text": "See whether sound work can be a job."})
    with clock.at(datetime.fromisoformat("2026-11-20T18:00+00:00")):
        as_maya.post(reverse("choose:goals"), {"text": "Find out how people get into game sound."})
    page = see("choose:index")
    assert "Find out how people get into game sound. Friday 20 November" in page
    assert (
        heading(page, "What I said before")
        .strip()
        .startswith("See whether sound work can be a job. Monday 2 November")
    )


def test_m2_17_discovered_with_who_mentioned_it_and_a_code_to_confirm(
    talk: Interview, as_maya: Client, maya: User, loaded: None, see: Callable[..., str]
) -> None:
    record.save_debrief(talk, discovered=["instructional designer"], leaning="pursue")
    found = heading(see("choose:index"), "Discovered in talks")
    assert (
        "instructional designer Adaeze Okafor told you about it. Perhaps Instructional Coordinators" in found
    )
    mentioned = Candidate.objects.visible_to(maya).get(words="instructional designer")
    as_maya.post(reverse("choose:coding", args=[mentioned.pk]), {"occupation": "25-9031.00"})
    page = see("choose:index")
    assert "Discovered in talks" not in page
    assert "Adaeze Okafor told you about it." in page


def test_m2_24_own_words_are_kept_with_a_suggestion(
    as_maya: Client, maya: User, loaded: None, see: Callable[..., str]
) -> None:
    as_maya.post(reverse("choose:candidates"), {"words": "makes game sounds"})
    kept = Candidate.objects.visible_to(maya).get()
    assert (kept.words, kept.occupation_id) == ("makes game sounds", None)
    page = see("choose:index")
    assert "You wonder about “makes game sounds”." in page
    assert "Perhaps" in page
    assert "It could be one of these" in see("choose:candidate", kept.pk)


def test_m2_25_the_stuck_path(see: Callable[..., str]) -> None:
    assert "career or guidance counsellor" in see("choose:index")
    page = see("choose:profile")
    for part in (
        "what interests me",
        "skills I like to use",
        "earnings",
        "where and how I work",
        "how long I would study",
    ):
        assert part in page
    assert page.count("there will be room to write") >= 6


WANTED = {
    "interests": "to work with sound",
    "skills": "to use my ears",
    "personality": "calm people around me",
    "earnings": "at least $45,000 after two years",
    "setting": "a studio in a city",
    "education": "no more than two years of study",
}


def test_m2_26_each_part_of_the_profile_is_a_row_of_the_comparison(
    as_maya: Client, maya: User, candidate: Candidate, see: Callable[..., str]
) -> None:
    assert "Not said yet: what interests me" in see("choose:index", about="earnings")
    for kind, text in WANTED.items():
        as_maya.post(reverse("choose:wants"), {"kind": kind, "text": text})
    assert dict(Want.objects.visible_to(maya).values_list("kind", "text")) == WANTED
    assert "Not said yet" not in see("choose:index")
    compared = as_maya.get(reverse("decide:index")).text
    for text in WANTED.values():
        assert text in compared


@pytest.mark.parametrize(
    "result",
    [
        {"letters": "SAE"},
        {
            "Realistic": 10,
            "Investigative": 20,
            "Artistic": 80,
            "Social": 90,
            "Enterprising": 60,
            "Conventional": 10,
        },
    ],
    ids=["letters", "numbers"],
)
def test_m2_27_a_result_from_elsewhere_ranks_occupations_with_the_reason(
    as_maya: Client, loaded: None, see: Callable[..., str], result: dict[str, object]
) -> None:
    as_maya.post(reverse("choose:interest_results"), {"how": "school test", **result})
    page = see("choose:interests")
    assert page.count("as your answers do") == 20
    assert "school test" in page


@pytest.mark.parametrize(
    "result", [{"letters": "SAX"}, {"letters": "SSA"}, {}, {"Realistic": 10}, {"Realistic": 900}]
)
def test_m2_27_half_a_result_is_refused_beside_the_field(as_maya: Client, result: dict[str, object]) -> None:
    answer = as_maya.post(reverse("choose:interest_results"), {"how": "school test", **result})
    assert answer.status_code == 422
    assert "school test" in answer.text


def test_m2_28_graphic_designer_offline(as_maya: Client, loaded: None, see: Callable[..., str]) -> None:
    assert "Graphic Designers" in see("choose:index", q="graphic designer")
    page = see("choose:occupation", "27-1024.00")
    for words in (
        "job zone 4 of O*NET 29.3", "OEWS, May 2025", "Skills and knowledge", "Tools and programs", "Close to it",
        "Employment Projections 2024-34", "This occupation in the Occupational Outlook Handbook", "How to get it",
    ):  # fmt: skip
        assert words in page
    html = as_maya.get(reverse("choose:occupation", args=["27-1024.00"])).text
    assert "https://www.onetonline.org/link/summary/27-1024.00" in html
    assert "https://www.bls.gov/ooh/arts-and-design/graphic-designers.htm" in html


def test_m2_29_a_book_read_and_noted(
    as_maya: Client, maya: User, candidate: Candidate, approach: Approach, see: Callable[..., str]
) -> None:
    as_maya.post(
        reverse("choose:readings"),
        {"kind": "book", "title": "The Sound Effects Bible", "candidate": candidate.pk},
    )
    book = Reading.objects.visible_to(maya).get()
    assert "One thing to read before you ask." in see("choose:readings")
    as_maya.post(
        reverse("choose:reading_note", args=[book.pk]),
        {"read": "on", "note": "Foley is done by hand, even now."},
    )
    page = see("choose:readings")
    assert "You have read all you put here." in page
    assert "Foley is done by hand, even now." in page
    assert [r.note for r in Reading.objects.visible_to(maya).noted_about(candidate)] == [
        "Foley is done by hand, even now."
    ]
    assert "What I read Foley is done by hand, even now. The Sound Effects Bible" in see(
        "prepare:sheet", approach.pk
    )


def test_m2_30_associations_and_publications_are_fed_by_talks(
    talk: Interview, as_maya: Client, candidate: Candidate, see: Callable[..., str]
) -> None:
    as_maya.post(
        reverse("choose:readings"),
        {"kind": "association", "title": "Game Audio Network Guild", "candidate": candidate.pk},
    )
    record.save_debrief(talk, lists={Noted.Kind.PUBLICATIONS: ["Designing Sound", "Mix"]}, leaning="pursue")
    found = heading(see("choose:occupation", candidate.occupation_id), "Books, magazines and associations")
    assert "Where they belong Game Audio Network Guild professional association" in found
    assert "What they read Designing Sound trade magazine" in found
    assert "Designing Sound trade magazine or newsletter · Adaeze Okafor told you about it" in found
    record.save_debrief(talk, lists={Noted.Kind.PUBLICATIONS: ["Mix"]}, leaning="pursue")
    again = heading(see("choose:occupation", candidate.occupation_id), "Books, magazines and associations")
    assert "Designing Sound" not in again
    assert again.count("Mix trade magazine") == 1


def test_m2_30_what_was_read_stays_when_the_debrief_changes(talk: Interview, candidate: Candidate) -> None:
    record.save_debrief(talk, lists={Noted.Kind.PUBLICATIONS: ["Mix"]}, leaning="pursue")
    reading.note_reading(candidate.readings.get(), read=True, note="Good interviews.")
    record.save_debrief(talk, lists={Noted.Kind.PUBLICATIONS: []}, leaning="pursue")
    assert candidate.readings.get().title == "Mix"


def test_m2_31_what_is_known_is_flagged_as_look_it_up(
    as_maya: Client, approach: Approach, candidate: Candidate, loaded: None, see: Callable[..., str]
) -> None:
    as_maya.post(reverse("choose:known", args=[candidate.pk]), {"fact": ["education"]})
    assert (
        'value="education" checked'
        in as_maya.get(reverse("choose:occupation", args=[candidate.occupation_id])).text
    )
    as_maya.post(reverse("prepare:making", args=[approach.pk]))
    as_maya.post(reverse("prepare:questions", args=[approach.pk]), {"text": "What degree is needed?"})
    page = see("prepare:plan", approach.pk)
    assert "You already know this. Ask for what only they can tell." in page


@pytest.mark.parametrize(
    ("count", "hint"), [(1, "One occupation alone"), (3, ""), (8, "8 are more than a few")]
)
def test_m2_32_a_few(maya: User, see: Callable[..., str], count: int, hint: str) -> None:
    for n in range(count):
        actions.add_candidate(maya, words=f"occupation {n}")
    page = see("choose:index")
    if hint:
        assert hint in page
    else:
        assert "more than a few" not in page and "One occupation alone" not in page


def test_e_29_three_different_people_make_a_picture(talk: Interview, see: Callable[..., str]) -> None:
    assert "Talked to one person; three make a picture." in see("choose:index")


def test_the_same_title_twice_is_one_row(maya: User, candidate: Candidate) -> None:
    for by in ("", "Ric Viers"):
        reading.add_reading(maya, kind="book", title=" The  Sound Effects Bible ", candidate=candidate, by=by)
    assert [(r.title, r.by) for r in Reading.objects.visible_to(maya)] == [
        ("The Sound Effects Bible", "Ric Viers")
    ]


def test_a_specialty_shows_what_its_occupation_has(maya: User, candidate: Candidate) -> None:
    special = actions.add_candidate(maya, words="dialogue editing", parent=candidate)
    reading.add_reading(maya, kind="book", title="About all", candidate=None)
    reading.add_reading(maya, kind="book", title="About sound", candidate=candidate)
    assert [r.title for r in Reading.objects.visible_to(maya).about(special)] == ["About all", "About sound"]


def test_what_people_said_stands_beside_what_is_published(
    talk: Interview, maya: User, candidate: Candidate, loaded: None, see: Callable[..., str]
) -> None:
    """A statement about pay stands under the published pay, with who and when; one about frustrations on its own."""
    actions.say_which_occupation(candidate, occupation=Occupation.objects.get(pk="27-1024.00"))
    told = [
        StatementTold("pay", "Beginners get about forty thousand."),
        StatementTold("frustrations", "The last month before a release."),
    ]
    record.save_debrief(talk, statements=told, lists_empty={}, leaning="pursue")
    page = see("choose:occupation", "27-1024.00")
    first_hand = heading(page, "What people told you").split(" Also called ", 1)[0]
    assert "The last month before a release. Adaeze Okafor, Tuesday 24 November" in first_hand
    assert "forty thousand" not in first_hand
    pay = heading(page, " Pay OEWS").split(" How many jobs ", 1)[0]
    assert "Beginners get about forty thousand. Adaeze Okafor, Tuesday 24 November" in pay
