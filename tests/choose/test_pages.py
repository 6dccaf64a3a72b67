"""The pages of the first step, through HTTP."""

import re
from collections.abc import Callable

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from halfhour.accounts.models import User
from halfhour.choose import actions, published
from halfhour.choose.models import Candidate, Goal, InterestScore, Known, Occupation, Want
from halfhour.choose.rules.interests import ITEMS

pytestmark = pytest.mark.django_db
MOST_QUERIES = 10


@pytest.fixture(scope="module")
def rows() -> list[Occupation]:
    return published.rows()


@pytest.fixture
def loaded(db: None, rows: list[Occupation]) -> None:
    """Every occupation, as the first start writes them."""
    Occupation.objects.bulk_create(rows, ignore_conflicts=True)
    Occupation.objects.filter(pk="27-4014.00").update(
        facts=next(r.facts for r in rows if r.code == "27-4014.00")
    )


def text_of(response: object) -> str:
    html = response.content.decode()  # type: ignore[attr-defined]
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def headline(response: object) -> str:
    found = re.search(r"<h1>(.*?)</h1>", response.content.decode(), re.S)  # type: ignore[attr-defined]
    return found.group(1).strip() if found else ""


def said(response: object) -> list[str]:
    return [str(m) for m in get_messages(response.wsgi_request)]  # type: ignore[attr-defined]


def test_the_first_page_asks_one_question(as_maya: Client) -> None:
    page = as_maya.get(reverse("choose:index"))
    assert headline(page) == "What do you wonder about?"
    assert "counsellor" in text_of(page)  # the stuck path


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("sound eng", "Sound Engineering Technicians"),
        ("graphic designer", "Graphic Designers"),
        ("registered nurse", "Registered Nurses"),
    ],
)
def test_words_lead_to_occupations(as_maya: Client, loaded: None, typed: str, name: str) -> None:
    """The page without scripts and the fragment show the same hits."""
    for address in (reverse("choose:index"), reverse("choose:search")):
        assert f">{name}</a>" in as_maya.get(address, {"q": typed}).content.decode()


def test_the_fragment_is_only_a_fragment(as_maya: Client, loaded: None) -> None:
    html = as_maya.get(reverse("choose:search"), {"q": "nurse"}).content.decode()
    assert html.strip().startswith('<div id="hits"')
    assert "<html" not in html


def test_markup_in_the_words_stays_text(as_maya: Client, loaded: None) -> None:
    html = as_maya.get(reverse("choose:search"), {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>" not in html


def test_a_found_occupation_goes_on_the_shortlist(as_maya: Client, maya: User, loaded: None) -> None:
    page = as_maya.post(
        reverse("choose:candidates"),
        {"typed": "ux des", "matched": "UX Designer", "occupation": "15-1255.00"},
        follow=True,
    )
    made = Candidate.objects.visible_to(maya).get()
    assert (made.words, made.occupation_id) == ("UX Designer", "15-1255.00")
    assert headline(page) == "You wonder about UX designers."


def test_own_words_without_an_occupation_are_kept(as_maya: Client, maya: User) -> None:
    as_maya.post(reverse("choose:candidates"), {"words": "makes sound for games"})
    made = Candidate.objects.visible_to(maya).get()
    assert (made.words, made.occupation) == ("makes sound for games", None)


def test_adding_goes_on_where_the_form_asked(as_maya: Client) -> None:
    to = as_maya.post(reverse("choose:candidates"), {"words": "a", "next": "/welcome/"})
    assert to.headers["Location"] == "/welcome/"
    away = as_maya.post(reverse("choose:candidates"), {"words": "b", "next": "https://elsewhere.example/"})
    assert away.headers["Location"] == reverse("choose:index")


@pytest.mark.parametrize(
    ("count", "hint"),
    [(1, "nothing to be compared with"), (2, ""), (5, ""), (6, "6 are more than a few")],
    ids=["one", "two", "five", "six"],
)
def test_the_nudge(as_maya: Client, maya: User, count: int, hint: str) -> None:
    for n in range(count):
        actions.add_candidate(maya, words=f"occupation {n}")
    shown = text_of(as_maya.get(reverse("choose:index")))
    hints = [h for h in ("nothing to be compared with", "6 are more than a few") if h in shown]
    assert hints == ([hint] if hint else [])


def test_what_i_expect_is_said_before_the_first_talk(as_maya: Client, candidate: Candidate) -> None:
    address = reverse("choose:candidate", args=[candidate.pk])
    as_maya.post(address, {"words": "game audio person", "expectation": "Mostly alone with headphones."})
    candidate.refresh_from_db()
    assert (candidate.words, candidate.expectation) == ("game audio person", "Mostly alone with headphones.")
    assert "Mostly alone with headphones." in text_of(as_maya.get(reverse("choose:index")))


def test_words_taken_by_another_are_refused_beside_the_field(
    as_maya: Client, maya: User, candidate: Candidate
) -> None:
    other = actions.add_candidate(maya, words="foley artist")
    page = as_maya.post(
        reverse("choose:candidate", args=[other.pk]),
        {"words": candidate.words, "expectation": "typed and kept"},
    )
    assert page.status_code == 422
    assert "is already on your shortlist" in text_of(page)
    assert "typed and kept" in text_of(page)


def test_set_aside_with_its_reason_and_taken_back(as_maya: Client, candidate: Candidate) -> None:
    as_maya.post(reverse("choose:dropping", args=[candidate.pk]), {"because": "too loud"})
    shown = text_of(as_maya.get(reverse("choose:index")))
    assert "because too loud" in shown
    as_maya.post(reverse("choose:taking_back", args=[candidate.pk]))
    candidate.refresh_from_db()
    assert candidate.dropped_at is None


def test_specialties_stand_under_their_occupation(as_maya: Client, candidate: Candidate) -> None:
    as_maya.post(
        reverse("choose:candidates"),
        {"words": "dialogue editing", "parent": candidate.pk, "occupation": candidate.occupation_id},
    )
    made = Candidate.objects.get(words="dialogue editing")
    assert (made.parent, made.occupation) == (candidate, candidate.occupation)
    assert "specialty: dialogue editing" in text_of(as_maya.get(reverse("choose:index")))


def test_order(as_maya: Client, maya: User) -> None:
    for words in ("one", "two"):
        actions.add_candidate(maya, words=words)
    second = Candidate.objects.get(words="two")
    as_maya.post(reverse("choose:moving", args=[second.pk]), {"to": "up"})
    assert headline(as_maya.get(reverse("choose:index"))) == "You wonder about two and one."


def test_a_want_and_a_goal(as_maya: Client, maya: User) -> None:
    as_maya.post(reverse("choose:wants"), {"text": "outside most days", "kind": "setting", "must": "on"})
    want = Want.objects.visible_to(maya).get()
    assert (want.text, want.kind, want.must) == ("outside most days", "setting", True)
    as_maya.post(reverse("choose:goals"), {"text": "find out whether nights bother me"})
    assert Goal.objects.visible_to(maya).get().text == "find out whether nights bother me"
    as_maya.post(reverse("choose:want_removal", args=[want.pk]))
    assert not Want.objects.exists()


def test_an_empty_want_says_so_and_keeps_the_rest(as_maya: Client) -> None:
    page = as_maya.post(reverse("choose:wants"), {"text": "", "kind": "earnings"})
    assert page.status_code == 422
    assert '<option value="earnings" selected>' in page.content.decode()


def test_occupation_page_names_its_sources(as_maya: Client, loaded: None) -> None:
    page = as_maya.get(reverse("choose:occupation", args=["27-1024.00"]))
    shown = text_of(page)
    for expected in (
        *(
            "Also called",
            "Pay",
            "What it takes to get in",
            "Skills and knowledge",
            "Tools and programs",
            "Close to it",
        ),
        *("OEWS, May 2025", "O*NET 29.3", "Employment Projections 2024-34", "CC BY 4.0"),
    ):
        assert expected in shown
    assert "style=" not in page.content.decode()  # the content security policy allows no inline style


def test_pay_picture_says_its_figures(as_maya: Client, loaded: None) -> None:
    pay = Occupation.objects.get(pk="27-1024.00").facts["pay"]
    html = as_maya.get(reverse("choose:occupation", args=["27-1024.00"])).content.decode()
    assert (
        f'aria-label="Pay a year: from ${pay["p10"]:,} to ${pay["p90"]:,}, the middle is ${pay["median"]:,}"'
        in html
    )


@pytest.mark.parametrize("which", ["without data", "military", "bare row"])
def test_codes_without_data_do_not_look_broken(as_maya: Client, loaded: None, which: str) -> None:
    rows = Occupation.objects.order_by("code")
    code = {
        "without data": lambda: rows.filter(has_data=False).first().code,
        "military": lambda: rows.filter(code__startswith="55-").first().code,
        "bare row": lambda: (
            Occupation.objects.create(code="99-0000.00", soc="99-0000", name="Lamplighters", release="1").code
        ),
    }[which]()
    page = as_maya.get(reverse("choose:occupation", args=[code]))
    assert page.status_code == 200
    assert "None" not in text_of(page)
    assert "nan" not in text_of(page).lower().split()


def test_every_occupation_page_answers(as_maya: Client, loaded: None) -> None:
    """Every thirtieth of the 1,016, so a missing figure anywhere is met."""
    for code in list(Occupation.objects.order_by("code").values_list("pk", flat=True))[::30]:
        page = as_maya.get(reverse("choose:occupation", args=[code]))
        assert page.status_code == 200, code
        assert " None " not in text_of(page), code


def test_what_i_already_know(as_maya: Client, candidate: Candidate, loaded: None) -> None:
    as_maya.post(reverse("choose:known", args=[candidate.pk]), {"fact": ["education", "pay", "made up"]})
    assert sorted(Known.objects.values_list("fact", flat=True)) == ["education", "pay"]
    html = as_maya.get(reverse("choose:occupation", args=[candidate.occupation_id])).content.decode()
    assert re.findall(r'name="fact" value="(\w+)" checked', html) == ["pay", "education"]


def test_saying_which_occupation_it_is(as_maya: Client, maya: User, loaded: None) -> None:
    plain = actions.add_candidate(maya, words="ux designer")
    page = as_maya.get(reverse("choose:candidate", args=[plain.pk]))
    assert "This one" in text_of(page)
    as_maya.post(reverse("choose:coding", args=[plain.pk]), {"occupation": "15-1255.00"})
    plain.refresh_from_db()
    assert (plain.words, plain.occupation_id) == ("ux designer", "15-1255.00")


def answers(value: Callable[[str], int]) -> dict[str, int]:
    return {item.id: value(item.type) for item in ITEMS}


def test_interests_lead_to_occupations_with_the_reason(as_maya: Client, maya: User, loaded: None) -> None:
    page = as_maya.post(
        reverse("choose:interests"),
        answers(lambda kind: 4 if kind in ("Artistic", "Realistic") else 1),
        follow=True,
    )
    result = InterestScore.objects.visible_to(maya).get()
    assert (result.scores["Artistic"], result.scores["Social"]) == (100, 25)
    shown = text_of(page)
    assert "making something of your own" in shown
    assert "no measurement of you" in shown  # the limits stand on the page


def test_a_missing_answer_keeps_the_others(as_maya: Client) -> None:
    ticked = answers(lambda kind: 3)
    del ticked[ITEMS[0].id]
    page = as_maya.post(reverse("choose:interests"), ticked)
    assert page.status_code == 422
    assert "One statement has no answer yet" in text_of(page)
    assert page.content.decode().count(" checked") == 29


def test_all_answers_alike_suggest_nothing(as_maya: Client, loaded: None) -> None:
    page = as_maya.post(reverse("choose:interests"), answers(lambda kind: 2), follow=True)
    assert headline(page) == "Your answers point everywhere at once."


def test_not_for_me_is_not_suggested_again(as_maya: Client, maya: User, loaded: None) -> None:
    as_maya.post(reverse("choose:interests"), answers(lambda kind: 4 if kind == "Social" else 0))
    first = as_maya.get(reverse("choose:interests")).context["suggested"][0]["occupation"]
    as_maya.post(reverse("choose:interest_refusals"), {"occupation": first.pk, "because": "I faint"})
    again = [s["occupation"].pk for s in as_maya.get(reverse("choose:interests")).context["suggested"]]
    assert first.pk not in again
    assert Candidate.objects.get(occupation=first).dropped_because == "I faint"


def test_a_result_from_elsewhere(as_maya: Client, maya: User, loaded: None) -> None:
    six = dict.fromkeys(
        ("Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional"), 10
    )
    as_maya.post(reverse("choose:interest_results"), {**six, "Investigative": 90, "how": "School test"})
    assert InterestScore.objects.visible_to(maya).get().how == "School test"
    wrong = as_maya.post(reverse("choose:interest_results"), {**six, "Social": 900, "how": "School test"})
    assert wrong.status_code == 422


def test_the_page_for_a_counsellor(as_maya: Client, maya: User, candidate: Candidate) -> None:
    actions.add_want(maya, text="outside most days")
    actions.set_goal(maya, text="know what to study")
    shown = text_of(as_maya.get(reverse("choose:profile")))
    for expected in ("Maya Lindqvist", "outside most days", "know what to study", candidate.words):
        assert expected in shown


@pytest.mark.parametrize("name", ["candidate", "coding", "dropping", "taking_back", "moving", "known"])
def test_someone_elses_candidate_does_not_exist(as_outsider: Client, candidate: Candidate, name: str) -> None:
    address = reverse(f"choose:{name}", args=[candidate.pk])
    assert as_outsider.post(address).status_code == 404
    candidate.refresh_from_db()
    assert candidate.dropped_at is None


def test_someone_elses_want_does_not_exist(as_outsider: Client, maya: User) -> None:
    want = actions.add_want(maya, text="outside most days")
    assert as_outsider.post(reverse("choose:want_removal", args=[want.pk])).status_code == 404
    assert "outside most days" not in text_of(as_outsider.get(reverse("choose:profile")))
    assert Want.objects.filter(pk=want.pk).exists()


def test_a_strangers_occupation_is_no_parent(as_outsider: Client, candidate: Candidate) -> None:
    as_outsider.post(reverse("choose:candidates"), {"words": "mine", "parent": candidate.pk})
    assert not Candidate.objects.filter(words="mine", parent=candidate).exists()


@pytest.mark.parametrize("address", ["choose:index", "choose:profile", "choose:interests"])
def test_queries_do_not_grow(as_maya: Client, maya: User, loaded: None, address: str) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as found:
            as_maya.get(reverse(address))
        return len(found)

    actions.record_interests(
        maya,
        scores={
            "Realistic": 9,
            "Investigative": 8,
            "Artistic": 7,
            "Social": 1,
            "Enterprising": 1,
            "Conventional": 1,
        },
        how="x",
    )
    actions.add_candidate(maya, words="one", occupation=Occupation.objects.get(pk="27-1024.00"))
    actions.add_want(maya, text="want one")
    with_one = count()
    for n, code in enumerate(("15-1255.00", "27-4014.00")):
        actions.add_candidate(maya, words=f"more {n}", occupation=Occupation.objects.get(pk=code))
        actions.add_want(maya, text=f"want {n}")
    assert count() == with_one
    assert with_one <= MOST_QUERIES


def test_occupation_page_stays_within_its_queries(
    as_maya: Client, candidate: Candidate, loaded: None
) -> None:
    with CaptureQueriesContext(connection) as found:
        as_maya.get(reverse("choose:occupation", args=[candidate.occupation_id]))
    assert len(found) <= MOST_QUERIES
