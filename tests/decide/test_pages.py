"""The comparison, the verdicts, the decision and the report, through the browser's eyes."""

import json

import pytest
from django.test import Client

from halfhour.accounts.models import User
from halfhour.choose.models import Candidate, Want, Weight
from halfhour.decide.models import Decision, Judgement
from halfhour.interview.models import Interview
from halfhour.record.models import Finding
from tests.conftest import MONDAY
from tests.decide.conftest import heard

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


def test_each_statement_stands_with_its_speaker_and_day(as_maya: Client, talks: list[Interview]) -> None:
    page = " ".join(as_maya.get("/decide/").content.decode().split())
    assert "“Crunch every spring.” <cite>Priya Nair, 16 Nov · against it</cite>" in page
    assert "Game sound designer, or audiologist?" in page


def test_people_who_disagree_stand_side_by_side(as_maya: Client, talks: list[Interview]) -> None:
    page = as_maya.get("/decide/").content.decode()
    cell = page.split('<div class="split">')[1].split("</div>")[0]
    assert ("Crunch every spring." in cell, "We stopped doing that." in cell) == (True, True)


def test_unknown_says_so_and_names_who_could_tell(
    as_maya: Client, maya: User, talks: list[Interview], audiologist: Candidate
) -> None:
    from halfhour.find.models import Person

    Person.objects.create(owner=maya, name="Sam Cho", candidate=audiologist, does_it="yes", added_at=MONDAY)
    page = as_maya.get("/decide/").content.decode()
    assert "unknown: nobody has spoken about it" in page
    row = page.split("Who could still tell")[1].split("</tr>")[0]
    assert "Sam Cho" in row


def test_a_want_is_a_row_and_statements_nearby_count_for_it(
    as_maya: Client, maya: User, talks: list[Interview]
) -> None:
    Want.objects.create(owner=maya, text="no night work", kind="setting", must=True, added_at=MONDAY)
    page = as_maya.get("/decide/").content.decode()
    row = page.split("no night work")[1].split("</tr>")[0]
    assert ("Speaks for it: Omar Haddad" in row, "Speaks against it: Priya Nair" in row) == (True, True)
    assert ("“Hours and how predictable they are”" in row, "Crunch" in row) == (True, False)  # said once
    assert page.count("Crunch every spring.") == 1


def test_an_occupation_with_figures_but_no_talks_is_not_explored(
    as_maya: Client, candidate: Candidate
) -> None:
    assert "You have not talked to anyone about these yet." in as_maya.get("/decide/").content.decode()
    report = as_maya.get("/decide/report/").content.decode()
    assert "Not yet talked to anyone." in report


def test_weights_are_kept_and_only_known_rows_are_taken(
    as_maya: Client, maya: User, talks: list[Interview]
) -> None:
    as_maya.post("/decide/weights/", {"hours": "3", "tasks": "9", "nonsense": "2"})
    assert list(Weight.objects.visible_to(maya).values_list("criterion", "weight")) == [("hours", 3)]


def test_a_verdict_is_kept_with_its_reason(
    as_maya: Client, talks: list[Interview], audiologist: Candidate
) -> None:
    url = f"/decide/candidates/{audiologist.pk}/verdict/"
    as_maya.post(url, {"outcome": "changed_course", "because": "Eight patients a day is not me."})
    assert Judgement.objects.get().outcome == "changed_course"
    assert "Changed course." in as_maya.get("/decide/report/").content.decode()


def decision_of(talks: list[Interview], candidate: Candidate, audiologist: Candidate) -> dict[str, object]:
    return {
        "choice": candidate.pk,
        "alternate": audiologist.pk,
        "reasons": "The recording weeks.",
        "cited": [Finding.objects.get(text="We stopped doing that.").pk],
        "would_change_my_mind": "Crunch at three studios.",
        "first_steps": "One scene in a game engine.",
    }


def test_the_decision_cites_what_people_said(
    as_maya: Client, talks: list[Interview], candidate: Candidate, audiologist: Candidate
) -> None:
    for _ in range(2):  # a double click
        as_maya.post("/decide/decision/", decision_of(talks, candidate, audiologist))
    assert Decision.objects.count() == 1
    report = as_maya.get("/decide/report/").content.decode()
    assert (
        "“We stopped doing that.” <cite>Omar Haddad (Tidepool), 18 November 2026, about game sound designers</cite>"
        in " ".join(report.split())
    )
    assert "Crunch at three studios." in report


def test_first_choice_and_alternate_must_differ_and_the_text_is_kept(
    as_maya: Client, talks: list[Interview], candidate: Candidate
) -> None:
    answer = as_maya.post(
        "/decide/decision/", {"choice": candidate.pk, "alternate": candidate.pk, "reasons": "Typed with care"}
    )
    assert Decision.objects.count() == 0
    assert "Typed with care" in answer.content.decode()


def test_a_finding_of_someone_else_cannot_be_cited(
    as_maya: Client, outsider: User, talks: list[Interview], candidate: Candidate
) -> None:
    theirs = Candidate.objects.create(owner=outsider, words="spy", added_at=MONDAY)
    heard(outsider, theirs, "Secret Agent", "Hidden", MONDAY.date(), {"tasks": ("Marker word.", 1)})
    as_maya.post(
        "/decide/decision/", {"choice": candidate.pk, "cited": [Finding.objects.get(text="Marker word.").pk]}
    )
    assert Decision.objects.count() == 0


@pytest.mark.parametrize(
    ("form", "begins"),
    [("md", b"# "), ("html", b"<!doctype html>"), ("json", b"{")],
    ids=["md", "html", "json"],
)
def test_the_report_as_a_file_holds_every_statement_and_the_attribution(
    as_maya: Client, talks: list[Interview], form: str, begins: bytes
) -> None:
    data = as_maya.get(f"/decide/report.{form}").content
    assert data.lstrip().startswith(begins)
    for words in ("Crunch every spring.", "Eight patients a day.", "O*NET"):
        assert words in data.decode()


def test_the_json_report_names_what_is_unknown(as_maya: Client, talks: list[Interview]) -> None:
    report = json.loads(as_maya.get("/decide/report.json").content)
    assert {"criterion": "Pay, at the start and later", "occupation": "audiologist"} in report["unknown"]


def test_a_report_can_be_made_with_nothing_at_all(as_maya: Client) -> None:
    assert as_maya.get("/decide/report/").status_code == 200
    assert as_maya.get("/decide/report.md").content.startswith(b"# What I know so far")


def test_an_outsider_sees_nothing_of_it(
    as_outsider: Client, talks: list[Interview], candidate: Candidate
) -> None:
    assert as_outsider.get(f"/decide/candidates/{candidate.pk}/verdict/").status_code == 404
    for path in ("/decide/", "/decide/report/", "/decide/report.json", "/decide/decision/"):
        assert "Crunch" not in as_outsider.get(path).content.decode()


def test_more_talks_need_no_more_queries(
    as_maya: Client, maya: User, talks: list[Interview], candidate: Candidate, django_assert_max_num_queries
) -> None:
    for n in range(5):
        heard(maya, candidate, f"Person {n}", f"Place {n}", MONDAY.date(), {"tasks": (f"Statement {n}.", 1)})
    with django_assert_max_num_queries(10):
        as_maya.get("/decide/")


def test_a_row_that_answers_a_want_counts_there_and_once(
    as_maya: Client, maya: User, talks: list[Interview]
) -> None:
    Want.objects.create(owner=maya, text="no night work", kind="setting", added_at=MONDAY)
    page = as_maya.get("/decide/").content.decode()
    assert "Hours and how predictable they are (no night work)" in " ".join(page.split())
    assert ('name="hours"' in page, 'name="tasks"' in page) == (False, True)
