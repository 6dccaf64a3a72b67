"""The method's rows about comparing and deciding, each looked at through HTTP; a test is named by its row."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate, Goal, Want
from halfhour.contact.actions import close_approach
from halfhour.contact.models import Approach, Introduction, Promise
from halfhour.decide.models import Decision, Judgement
from halfhour.due.actions import refresh
from halfhour.find.models import Person
from halfhour.interview.models import Answer, Interview
from halfhour.prepare.models import Resume
from halfhour.record.models import Finding, Opportunity, PathStep, Quality, WayIn
from halfhour.thank.models import Thanks
from tests.conftest import MONDAY
from tests.decide.conftest import heard

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


def page(client: Client, path: str) -> str:
    """What can be read on a page: its text without markup, in one line."""
    answer = client.get(path)
    assert answer.status_code == 200, path
    text = re.sub(r"<(script|style).*?</\1>|<[^>]+>", " ", answer.content.decode(), flags=re.S)
    return " ".join(text.split())


def about(candidate: Candidate) -> str:
    return f"/decide/candidates/{candidate.pk}/"


@pytest.fixture
def decision(maya: User, candidate: Candidate, audiologist: Candidate, talks: list[Interview]) -> Decision:
    return Decision.objects.create(
        owner=maya, choice=candidate, alternate=audiologist, reasons="The listening.", at=MONDAY
    )


def test_m1_04_the_first_figure_is_about_answers(as_maya: Client, talks: list[Interview]) -> None:
    """Answers and occupations come first; how many people is said after them."""
    lead = as_maya.get("/decide/").content.decode().split('class="lead">')[1].split("</p>")[0]
    assert lead.startswith("6 answers about 2 of 2 occupations, from 3 talks.")


def test_m1_10_both_leanings_stand_with_reason_and_date(
    as_maya: Client, talks: list[Interview], candidate: Candidate
) -> None:
    for talk, leaning, why in ((talks[0], "pursue", "The people."), (talks[1], "unsure", "The hours.")):
        talk.debrief.leaning, talk.debrief.leaning_because = leaning, why
        talk.debrief.save()
    text = page(as_maya, about(candidate))
    assert "Priya Nair, 16 Nov pursue it : The people." in text
    assert "Omar Haddad, 18 Nov unsure : The hours." in text


@pytest.mark.parametrize(
    ("minutes", "extended", "words"),
    [
        (20, False, "20 minutes agreed, 20 held: on time"),
        (27, True, "20 minutes agreed, 27 held: 7 over, at their offer"),
        (12, False, "20 minutes agreed, 12 held: 8 under"),
    ],
    ids=["on time", "over", "under"],
)
def test_m1_14_the_report_says_over_or_under(
    as_maya: Client, talks: list[Interview], minutes: int, extended: bool, words: str
) -> None:
    talk = talks[0]
    talk.ended_at = MONDAY + timedelta(minutes=minutes)
    talk.extended_at = MONDAY + timedelta(minutes=20) if extended else None
    talk.save()
    assert words in page(as_maya, "/decide/report/")


def test_m2_01_each_statement_says_who_and_when_and_published_ones_their_source(
    as_maya: Client, talks: list[Interview], audiologist: Candidate
) -> None:
    assert audiologist.occupation is not None
    audiologist.occupation.facts = {"pay": {"median": 95780}}
    audiologist.occupation.save()
    text = page(as_maya, "/decide/")
    assert "“Eight patients a day.” Lena Ortiz, 12 Nov" in text
    assert re.search(r"published: median \$95,780 a year \(OEWS, [^)]+\)", text)


def test_m2_06_before_and_after_and_giving_up_is_a_result(
    as_maya: Client, talks: list[Interview], audiologist: Candidate
) -> None:
    Candidate.objects.filter(pk=audiologist.pk).update(expectation="Helping people hear.", dropped_at=MONDAY)
    as_maya.post(
        f"/decide/candidates/{audiologist.pk}/verdict/",
        {"outcome": "changed_course", "because": "Eight patients a day is not me."},
    )
    text = page(as_maya, "/decide/report/")
    assert "Before Helping people hear. After Changed course. Eight patients a day is not me." in text


def test_m2_13_three_fit_ratings_stay_apart(
    as_maya: Client, talks: list[Interview], audiologist: Candidate
) -> None:
    debrief = talks[2].debrief
    debrief.fit_interests, debrief.fit_interests_because = 2, "listening all day"
    debrief.fit_skills, debrief.fit_skills_because = -1, "the physics"
    debrief.fit_personality, debrief.fit_personality_because = 0, "half of it is alone"
    debrief.save()
    for path in ("/decide/", "/decide/report/"):
        html = as_maya.get(path).content.decode()
        cells = {
            label: html.split(f'<th scope="row">{label}')[1].split("</tr>")[0]
            for label in ("Fits my interests", "Fits my skills", "Fits how I am")
        }
        assert "fits very well: listening all day" in cells["Fits my interests"]
        assert "does not quite fit: the physics" in cells["Fits my skills"]
        assert "neither fits nor not: half of it is alone" in cells["Fits how I am"]


def test_m2_14_the_report_says_what_surprised_me(as_maya: Client, talks: list[Interview]) -> None:
    talks[0].debrief.surprised_me = "How quiet it is."
    talks[0].debrief.save()
    text = page(as_maya, "/decide/report/")
    assert text.count("What surprised me How quiet it is.") >= 1
    assert "after talking with Priya Nair about game sound designers, 16 November 2026" in text


def test_m2_15_two_specialties_stand_side_by_side(as_maya: Client, maya: User, candidate: Candidate) -> None:
    for words in ("foley artist", "dialogue editor"):
        as_maya.post(
            "/choose/candidates/",
            {"words": words, "parent": candidate.pk, "occupation": candidate.occupation_id},
        )
        child = Candidate.objects.get(owner=maya, words=words)
        heard(
            maya,
            child,
            f"Person of {words}",
            "Northlight",
            MONDAY.date(),
            {"tasks": (f"A day as {words}.", 1)},
        )
    text = page(as_maya, "/decide/")
    assert ("“A day as foley artist.”" in text, "“A day as dialogue editor.”" in text) == (True, True)


def test_m2_16_the_goal_keeps_its_history(as_maya: Client, maya: User) -> None:
    for text, at in (
        ("Find out which work.", datetime(2026, 11, 2, tzinfo=UTC)),
        ("Get into sound.", MONDAY),
    ):
        Goal.objects.create(owner=maya, text=text, at=at)
    text = page(as_maya, "/decide/report/")
    assert "The question: Get into sound." in text
    assert (
        "How the question changed: “Find out which work.” (2 November 2026), “Get into sound.” (23 November 2026)"
        in text
    )


def test_m2_18_strengths_and_gaps_name_their_talk(
    as_maya: Client, maya: User, talks: list[Interview]
) -> None:
    Quality.objects.create(
        owner=maya, interview=talks[0], strength=True, text="I hear small differences", evidence="The doors."
    )
    Quality.objects.create(owner=maya, interview=talks[2], strength=False, text="No anatomy yet")
    text = page(as_maya, "/decide/strengths/")
    assert "Strengths I hear small differences The doors. · Priya Nair, 16 Nov" in text
    assert "Still missing No anatomy yet Lena Ortiz, 12 Nov" in text


def test_m2_19_two_people_who_took_two_ways_in(
    as_maya: Client, maya: User, talks: list[Interview], candidate: Candidate
) -> None:
    WayIn.objects.create(owner=maya, interview=talks[0], kind="degree", text="audio production")
    WayIn.objects.create(owner=maya, interview=talks[1], kind="portfolio", text="three scenes")
    text = page(as_maya, about(candidate))
    assert "2 different ways" in text
    assert "degree audio production Priya Nair, 16 Nov" in text
    assert "portfolio three scenes Omar Haddad, 18 Nov" in text


def test_m1_07_the_steps_of_their_paths_stand_in_order(
    as_maya: Client, maya: User, talks: list[Interview], candidate: Candidate
) -> None:
    for talk, jobs in ((talks[0], ("student", "intern")), (talks[1], ("sound engineer", "designer"))):
        for n, job in reversed(list(enumerate(jobs))):
            PathStep.objects.create(owner=maya, interview=talk, position=n, job=job)
    text = page(as_maya, about(candidate))
    assert "Priya Nair student intern Omar Haddad sound engineer designer" in text


@pytest.mark.parametrize(
    "kind", ["volunteer", "seasonal", "part_time", "internship", "shadow", "project", "other"]
)
def test_m2_20_ways_to_try_it_by_type_and_in_the_report(
    as_maya: Client, maya: User, talks: list[Interview], kind: str
) -> None:
    for value in Opportunity.Kind.values:
        Opportunity.objects.create(
            owner=maya, interview=talks[0], kind=value, text=f"Idea {value}", organisation="Orca", when="May"
        )
    text = page(as_maya, f"/decide/opportunities/?kind={kind}")
    assert [value for value in Opportunity.Kind.values if f"Idea {value} " in text] == [kind]
    assert f"Idea {kind}, Orca (May)" in page(as_maya, "/decide/report/")


def test_e_37_a_job_shadow_is_a_type_of_its_own(as_maya: Client, maya: User, talks: list[Interview]) -> None:
    Opportunity.objects.create(owner=maya, interview=talks[0], kind="shadow", text="One morning")
    assert "job shadow (1)" in page(as_maya, "/decide/opportunities/")


def with_confidence(talks: list[Interview], figures: list[tuple[int, int]]) -> None:
    for talk, (before, after) in zip(talks, figures, strict=True):
        talk.confidence_before, talk.debrief.confidence_after = before, after
        talk.save()
        talk.debrief.save()


def test_m2_22_confidence_over_three_talks_and_not_being_asked(
    as_maya: Client, maya: User, talks: list[Interview]
) -> None:
    with_confidence(talks[:2], [(40, 50), (50, 60)])
    assert "After 1 more talk" in page(as_maya, "/decide/strengths/")
    with_confidence(talks, [(40, 50), (50, 60), (30, 45)])
    text = page(as_maya, "/decide/strengths/")
    assert "surer than at the first one: 50 of 100, after 30." in text
    assert "Lena Ortiz 12 Nov 30 45" in text
    as_maya.post("/decide/confidence/", {"asked": "no"})
    text = page(as_maya, "/decide/strengths/")
    assert ("You chose not to be asked." in text, "50 of 100" in text) == (True, False)
    as_maya.post("/decide/confidence/", {"asked": "yes"})
    assert "50 of 100" in page(as_maya, "/decide/strengths/")


def test_m2_69_the_report_counts_promises_kept(
    as_maya: Client, maya: User, approach: Approach, talks: list[Interview]
) -> None:
    for on, kept, released in (
        (date(2026, 11, 10), date(2026, 11, 10), None),
        (date(2026, 11, 11), date(2026, 11, 13), None),
        (date(2026, 11, 12), None, None),
        (date(2026, 11, 13), None, date(2026, 11, 12)),
        (date(2026, 11, 30), None, None),
    ):
        Promise.objects.create(owner=maya, approach=approach, on=on, kept_on=kept, released_on=released)
    assert "Promised calls kept: 1 of 3." in page(as_maya, "/decide/report/")


def test_m2_86_with_half_of_it_the_report_names_the_gaps_and_who_could_tell(
    as_maya: Client, maya: User, talks: list[Interview], audiologist: Candidate
) -> None:
    Want.objects.create(owner=maya, text="four weeks of leave", kind="other", must=True, added_at=MONDAY)
    Person.objects.create(owner=maya, name="Sam Cho", candidate=audiologist, does_it="yes", added_at=MONDAY)
    text = page(as_maya, "/decide/report/")
    assert "Nothing is decided yet." in text
    gap = text.split("Audiologist.")[1].split("Could tell:")[0]
    assert (
        "Still thin: 1 of at least 3 people heard. Must-haves nobody has spoken about: “four weeks of leave”."
        in gap
    )
    assert "pay" in gap
    assert "Could tell: Sam Cho, not asked yet." in text


def test_m2_26_the_five_parts_of_the_profile_are_rows(
    as_maya: Client, maya: User, candidate: Candidate
) -> None:
    parts = {
        "interests": "sound",
        "skills": "mixing",
        "earnings": "rent in Seattle",
        "setting": "a workshop",
        "education": "two years",
    }
    for kind, text in parts.items():
        Want.objects.create(owner=maya, text=text, kind=kind, added_at=MONDAY)
    html = as_maya.get("/decide/").content.decode()
    assert [text for text in parts.values() if f'<th scope="row">{text}' in html] == list(parts.values())


def test_m1_01_figures_alone_are_no_exploration(as_maya: Client, candidate: Candidate) -> None:
    assert candidate.occupation is not None
    candidate.occupation.facts = {"pay": {"median": 66430}}
    candidate.occupation.save()
    text = page(as_maya, about(candidate))
    assert "You have not yet talked to anyone about game sound designers." in text
    assert "explored" not in text


def test_e_23_a_question_by_person_grid(
    as_maya: Client, maya: User, talks: list[Interview], candidate: Candidate
) -> None:
    for talk, words in ((talks[0], "Cleaning dialogue."), (talks[1], "Recording outside.")):
        Answer.objects.create(
            owner=maya,
            interview=talk,
            question="What did last week look like?",
            state="answered",
            words=words,
        )
    Answer.objects.create(owner=maya, interview=talks[1], question="Who leaves?", state="not_asked")
    html = as_maya.get(about(candidate) + "answers/").content.decode()
    row = html.split('<th scope="row">What did last week look like?')[1].split("</tr>")[0]
    assert row.index("Cleaning dialogue.") < row.index("Recording outside.")
    assert "not asked" in html.split('<th scope="row">Who leaves?')[1].split("</tr>")[0]
    assert "1 question was answered by everyone." in page(as_maya, about(candidate) + "answers/")


def test_e_29_fewer_than_three_people_is_thin(
    as_maya: Client, maya: User, talks: list[Interview], candidate: Candidate
) -> None:
    assert "2 of 3 people (thin)" in page(as_maya, "/decide/report/")
    heard(maya, candidate, "Third Person", "Orca", MONDAY.date(), {"hours": ("Fine.", 1)})
    text = page(as_maya, "/decide/report/")
    assert ("3 of 3 people; " in text, "2 of 3" in text) == (True, False)


def test_e_30_the_report_asks_for_an_alternate(as_maya: Client, decision: Decision) -> None:
    assert "If not that audiologist" in page(as_maya, "/decide/report/")
    Decision.objects.filter(pk=decision.pk).update(alternate=None)
    assert "no second occupation is named yet" in page(as_maya, "/decide/report/")


def test_e_32_three_who_have_done_it_for_long_is_a_hint(
    as_maya: Client, maya: User, talks: list[Interview], candidate: Candidate
) -> None:
    third = heard(maya, candidate, "Third Person", "Orca", MONDAY.date(), {"hours": ("Fine.", 1)})
    for talk in (*talks[:2], third):
        talk.debrief.years_in_job = 20
        talk.debrief.save()
    assert "All 3 have done this for more than 15 years." in page(as_maya, "/decide/")


@pytest.mark.parametrize("same", ["organisation", "introducer"])
def test_e_33_where_they_see_it_differently_both_stand_there(
    as_maya: Client, maya: User, talks: list[Interview], candidate: Candidate, tom: Person, same: str
) -> None:
    """And whoever all come from one place, or through one person, is pointed out."""
    row = page(as_maya, "/decide/").split("Hours and how predictable they are")[1]
    assert row.startswith(" game sound designer It points both ways. “Crunch every spring.”")
    third = heard(maya, candidate, "Third Person", "Orca", MONDAY.date(), {"hours": ("Fine.", 1)})
    for talk in (*talks[:2], third):
        if same == "organisation":
            Person.objects.filter(pk=talk.person_id).update(organisation=talks[0].person.organisation)
        else:
            asked = Approach.objects.create(
                owner=maya, person=talk.person, candidate=candidate, opened_at=MONDAY
            )
            Introduction.objects.create(
                owner=maya, approach=asked, introducer=tom, asked_on=talk.on, introduced_on=talk.on
            )
            Interview.objects.filter(pk=talk.pk).update(approach=asked)
    hint = {
        "organisation": "Everyone so far works at Northlight.",
        "introducer": "All of them came to you through Tom Reyes.",
    }
    assert hint[same] in page(as_maya, "/decide/")


def test_b_07_who_saw_an_older_resume_is_listed_once_it_is_decided(
    as_maya: Client,
    maya: User,
    talks: list[Interview],
    candidate: Candidate,
    audiologist: Candidate,
    tom: Person,
) -> None:
    old = Resume.objects.create(owner=maya, name="November draft", made_on=date(2026, 11, 1))
    Resume.objects.create(owner=maya, name="Sound résumé", made_on=date(2026, 11, 20))
    talks[0].debrief.resume_shown = old
    talks[0].debrief.save()
    assert "Nothing is decided yet" in page(as_maya, "/decide/telling/")
    quote = Finding.objects.get(text="Crunch every spring.")
    as_maya.post(
        "/decide/decision/", {"choice": candidate.pk, "alternate": audiologist.pk, "cited": [quote.pk]}
    )
    text = page(as_maya, "/decide/telling/")
    assert "3 people helped you decide and have not heard yet." in text
    assert "Saw your résumé “November draft”, which is no longer the newest." in text
    first = text.index("Priya Nair Talked with you")
    assert first < text.index("Omar Haddad Talked with you")  # who saw the old résumé comes first
    note = f"/decide/telling/{talks[0].person_id}/"
    draft = as_maya.get(note).content.decode()
    assert ("game sound designer" in draft, "Crunch every spring." in draft, "résumé" in draft) == (
        True,
        True,
        True,
    )
    for _ in range(2):
        as_maya.post(note + "sending/", {"subject": "What I decided", "body": "Dear Priya, sound it is."})
    assert Thanks.objects.get(kind="decision").body == "Dear Priya, sound it is."
    assert "2 people helped you decide and have not heard yet." in page(as_maya, "/decide/telling/")
    assert "Dear Priya, sound it is." in page(as_maya, note)


def test_b_07_another_choice_is_news_again(
    as_maya: Client, maya: User, decision: Decision, candidate: Candidate, talks: list[Interview]
) -> None:
    note = f"/decide/telling/{talks[0].person_id}/"
    as_maya.post(note + "sending/", {"subject": "S", "body": "B"})
    Decision.objects.create(
        owner=maya, choice=candidate, reasons="Said better.", at=MONDAY + timedelta(days=1)
    )
    assert "2 people helped" in page(as_maya, "/decide/telling/")  # the same choice in other words
    Decision.objects.create(owner=maya, choice=decision.alternate, at=MONDAY + timedelta(days=2))
    assert "3 people helped" in page(as_maya, "/decide/telling/")


def test_someone_to_be_left_alone_is_not_told(
    as_maya: Client, decision: Decision, talks: list[Interview]
) -> None:
    Person.objects.filter(pk=talks[0].person_id).update(do_not_contact_at=MONDAY)
    assert "Priya" not in page(as_maya, "/decide/telling/")
    assert as_maya.get(f"/decide/telling/{talks[0].person_id}/").status_code == 404


def test_an_occupation_set_aside_with_talks_stays_in_the_comparison(
    as_maya: Client, talks: list[Interview], audiologist: Candidate
) -> None:
    Candidate.objects.filter(pk=audiologist.pk).update(dropped_at=MONDAY, dropped_because="Too many years.")
    assert "Eight patients a day." in page(as_maya, "/decide/")
    assert "After Set aside. Too many years." in page(as_maya, "/decide/report/")
    assert not Judgement.objects.exists()


@pytest.mark.parametrize(
    "path", ["", "report/", "strengths/", "opportunities/", "telling/", "here/", "here/answers/"]
)
def test_every_page_stays_within_ten_queries(
    as_maya: Client, maya: User, decision: Decision, talks: list[Interview], candidate: Candidate, path: str,
    django_assert_max_num_queries,
) -> None:  # fmt: skip
    for n in range(4):
        talk = heard(
            maya, candidate, f"Person {n}", f"Place {n}", MONDAY.date(), {"tasks": (f"Statement {n}.", 1)}
        )
        Opportunity.objects.create(owner=maya, interview=talk, kind="shadow", text=f"Idea {n}")
        WayIn.objects.create(owner=maya, interview=talk, kind="degree", text=f"Way {n}")
    decision.cited.set(Finding.objects.all())
    url = path.replace("here/", about(candidate).removeprefix("/decide/"))
    with django_assert_max_num_queries(10):
        assert as_maya.get("/decide/" + url).status_code == 200


def test_m2_06_turning_away_from_the_dream_job_is_the_title(
    as_maya: Client, maya: User, talks: list[Interview], audiologist: Candidate
) -> None:
    Judgement.objects.create(
        owner=maya, candidate=audiologist, outcome="changed_course", because="The nights.", at=MONDAY
    )
    assert "A change of course: not audiologist" in page(as_maya, "/decide/report/")
    assert (
        as_maya.get("/decide/report.md").content.decode().startswith("# A change of course: not audiologist")
    )


def test_m2_08_an_occupation_says_what_next_and_by_when(
    as_maya: Client, maya: User, candidate: Candidate, approach: Approach
) -> None:
    where = about(candidate)
    refresh(approach)
    with clock.at(MONDAY):
        assert "Next: Go on with whom you asked, by Monday 23 November." in page(as_maya, where)
        close_approach(approach)
        assert "Next: Read about it, by Wednesday 25 November." in page(as_maya, where)
        Candidate.objects.filter(pk=candidate.pk).update(expectation="Rain, mostly.")
        assert "Next: Find people who do it, by Wednesday 25 November." in page(as_maya, where)
        someone = Person.objects.create(
            owner=maya, name="Ravi Menon", candidate=candidate, does_it="yes", added_at=MONDAY
        )
        assert "Ravi Menon comes next." in page(as_maya, where)
        Person.objects.filter(pk=someone.pk).update(removed_at=MONDAY)
        verdict = Judgement.objects.create(owner=maya, candidate=candidate, outcome="need_more", at=MONDAY)
        assert "Next: Find people who do it" in page(as_maya, where)
        verdict.outcome = "confirmed"
        verdict.save()
        assert "Next:" not in page(as_maya, where)


def test_m2_07_a_chat_has_no_agreed_end(as_maya: Client, talks: list[Interview]) -> None:
    Interview.objects.filter(pk=talks[0].pk).update(kind="chat", ended_at=MONDAY + timedelta(minutes=10))
    text = page(as_maya, "/decide/report/")
    assert "an informal chat about 10 minutes" in text


def test_m2_06_a_dream_given_up_is_said_everywhere(
    as_maya: Client, maya: User, talks: list[Interview], candidate: Candidate, audiologist: Candidate
) -> None:
    """The question, the next useful thing, the report and the note to the one who talked know it."""
    Candidate.objects.filter(pk=candidate.pk).update(dropped_at=MONDAY)
    talks[2].debrief.leaning = "drop"
    talks[2].debrief.save()
    assert "you leaned towards dropping “audiologist”" in page(as_maya, "/")
    as_maya.post(
        f"/decide/candidates/{audiologist.pk}/verdict/",
        {"outcome": "changed_course", "because": "Eight patients a day is not me."},
    )
    today = page(as_maya, "/")
    assert ("Nobody is being asked about “audiologist”" in today, "dropping" in today) == (False, False)
    side = page(as_maya, "/decide/")
    assert "Not game sound designer and audiologist. What else could it be?" in side
    assert "You turned away from what you heard about; that is a result." in side
    as_maya.post("/decide/decision/", {"reasons": "The patients."})
    report = page(as_maya, "/decide/report/")
    assert "Turned away from audiologist" in report
    note = as_maya.get(f"/decide/telling/{talks[2].person_id}/").content.decode()
    assert ("an audiologist&#x27;s work" in note, "no occupation for good" in note) == (True, False)
