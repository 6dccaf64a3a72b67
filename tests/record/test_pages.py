"""The page for writing a talk down, as Maya sees it; the outsider sees none."""

from datetime import date, datetime, time, timedelta

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact.models import Approach
from halfhour.find.models import Person, Referral
from halfhour.interview import actions as interviews
from halfhour.interview.models import Answer, Interview
from halfhour.record import actions
from halfhour.record.models import Advice, Debrief, Finding, Noted
from halfhour.record.told import AdviceTold, StatementTold


@pytest.fixture
def talk(monday: datetime, approach: Approach) -> Interview:
    """Held; while the first question stood there, she marked an answer, a star, a name and a note."""
    talk = interviews.arrange(approach, on=date(2026, 11, 24), at=time(14))
    line = talk.approach.plan.lines.get(question="last-week")  # type: ignore[union-attr]  # just made
    with clock.at(talk.starts_at):
        interviews.start_interview(talk)
    with clock.at(talk.starts_at + timedelta(minutes=6, seconds=30)):
        for kind, words in [("answered", ""), ("star", ""), ("name", ""), ("note", "rain on a tin roof")]:
            interviews.mark(talk, key=kind, kind=kind, plan_line=line.pk, question=line.text, text=words)
    with clock.at(talk.starts_at + timedelta(minutes=22)):
        interviews.end_interview(talk)
    return talk


def url(talk: Interview, name: str = "debrief") -> str:
    return reverse(f"record:{name}", args=[talk.pk])


def text(response: HttpResponse) -> str:
    return " ".join(response.content.decode().split())


def filled(page: HttpResponse, **changes: str) -> dict[str, str]:
    """The form as the browser would send it, with some fields changed."""
    sheet = page.context["sheet"]  # type: ignore[attr-defined]  # of the test client
    data: dict[str, str] = {}
    for rows in [*sheet.rows.values()]:
        for field in rows.management_form:
            data[field.html_name] = str(field.value())
    for form in [sheet.main, *(form for rows in sheet.rows.values() for form in rows)]:
        for field in form:
            value = field.value()
            if (
                field.field.widget.input_type == "checkbox"
                if hasattr(field.field.widget, "input_type")
                else False
            ):
                if value:
                    data[field.html_name] = "on"
            else:
                data[field.html_name] = "" if value is None else str(value)
    return {**data, **changes}


COMPLETE = {
    **{f"empty_{kind}": "nothing" for kind in Noted.Kind.values},
    "leaning": "pursue",
    "referral_asked": "no",
}


def test_nothing_here_exists_for_an_outsider(as_outsider: Client, talk: Interview) -> None:
    actions.save_debrief(talk, lists={"trends": ["spatial audio"]}, advice=[AdviceTold("advice", "listen")])
    posts = [
        url(talk),
        url(talk, "autosave"),
        reverse("record:following_up", args=[Noted.objects.get().pk]),
        reverse("record:advice_done", args=[Advice.objects.get().pk]),
    ]
    assert as_outsider.get(url(talk)).status_code == 404
    assert [as_outsider.post(p, {"version": "2"}).status_code for p in posts] == [404] * 4
    assert "Okafor" not in text(as_outsider.get(reverse("record:index")))


def test_it_begins_with_the_marks_of_the_talk(as_maya: Client, talk: Interview) -> None:
    page = as_maya.get(url(talk))
    assert [(a["question"], a["stars"]) for a in page.context["asked"]] == [
        ("What did your last working week look like, day by day?", [7])
    ]
    assert len(page.context["not_asked"]) >= 6
    assert page.context["sheet"].rows["statements"][0]["text"].value() == "rain on a tin roof"
    assert page.context["sheet"].rows["statements"][0]["criterion"].value() == "tasks"
    assert "You marked a name: minute 7" in text(page)
    assert "22 minutes, 2 more than agreed." in text(page)


def test_half_done_is_kept_and_the_rest_is_named(as_maya: Client, talk: Interview) -> None:
    data = filled(as_maya.get(url(talk)), quote="You learn to hear with your feet.")
    page = as_maya.post(url(talk), data, follow=True)
    assert Debrief.objects.get().quote == "You learn to hear with your feet."
    assert "Where do you lean now: pursue it, unsure, or drop it?" in [
        m.words for m in page.context["missing"]
    ]
    assert "What did Adaeze Okafor tell you?" in text(page)


def test_the_minimum_counts_as_recorded(as_maya: Client, talk: Interview) -> None:
    page = as_maya.post(url(talk), filled(as_maya.get(url(talk)), **COMPLETE), follow=True)
    assert Debrief.objects.get().recorded_at == clock.now()
    assert "This is what Adaeze Okafor told you." in text(page)
    assert "Kept, and complete. Next: thank Adaeze Okafor." in text(page)


def test_every_kind_of_row_goes_in_and_comes_back(
    as_maya: Client, talk: Interview, candidate: Candidate
) -> None:
    data = filled(as_maya.get(url(talk))) | {
        "answers-0-words": "Two days of recording, three of editing",
        "answers-0-stance": "1",
        "statements-0-quote": "on",
        "people-0-name": "Priya Raman", "people-0-permission": "yes", "people-0-why": "left for film",
        "path-0-job": "Stage hand", "path-0-years": "2014",
        "ways_in-0-kind": "portfolio",
        "opportunities-0-kind": "shadow", "opportunities-0-text": "a day in the studio",
        "qualities-0-strength": "no", "qualities-0-text": "no reel yet",
        "advice-0-kind": "promise", "advice-0-text": "send the recording", "advice-0-by": "2026-11-27",
        "discovered": "instructional designer\nfoley artist",
        "list_trends": "spatial audio\nfewer studios",
        "fit_skills": "1", "fit_skills_because": "patience",
        "reflection_hours": "Only if not every week",
    }  # fmt: skip
    page = as_maya.post(url(talk), data, follow=True)
    sheet = page.context["sheet"]
    assert Finding.objects.get(answer__isnull=False).text == "Two days of recording, three of editing"
    assert Finding.objects.get(answer=None).quote is True
    assert Referral.objects.get().to.name == "Priya Raman"
    assert sheet.rows["path"][0]["job"].value() == "Stage hand"
    assert sheet.rows["ways_in"][0]["text"].value() == "portfolio"
    assert sheet.rows["opportunities"][0]["text"].value() == "a day in the studio"
    assert sheet.rows["qualities"][0]["strength"].value() == "no"
    assert sheet.rows["advice"][0]["by"].value() == date(2026, 11, 27)
    assert sheet.main["list_trends"].value() == "spatial audio\nfewer studios"
    assert sheet.main["reflection_hours"].value() == "Only if not every week"
    assert [c.words for c in page.context["discovered"]] == ["instructional designer", "foley artist"]
    again = as_maya.post(url(talk), filled(page), follow=True)
    assert again.status_code == 200
    assert (Finding.objects.count(), Referral.objects.count(), Candidate.objects.count()) == (2, 1, 3)


def test_a_name_without_leave_stays_in_the_form_with_its_reason(as_maya: Client, talk: Interview) -> None:
    data = filled(as_maya.get(url(talk)), quote="kept", **{"people-0-name": "Priya Raman"})
    page = as_maya.post(url(talk), data)
    assert page.status_code == 422
    assert "Choose one; “I did not ask” is an answer." in text(page)
    assert page.context["form"]["quote"].value() == "kept"
    assert not Person.objects.filter(name="Priya Raman").exists()


def test_two_windows_lose_no_words(as_maya: Client, talk: Interview) -> None:
    first, second = as_maya.get(url(talk)), as_maya.get(url(talk))
    as_maya.post(url(talk), filled(first, day_to_day="from the first window", **{"answers-0-words": "one"}))
    page = as_maya.post(
        url(talk), filled(second, day_to_day="from the second window", **{"answers-0-words": "two"})
    )
    assert page.status_code == 409
    assert "from the first window" in text(page)
    assert page.context["form"]["day_to_day"].value() == "from the second window"
    assert ("Their days: what do they really do?", "from the first window") in page.context["differs"]
    assert ("What did your last working week look like, day by day?", "one") in page.context["differs"]
    data = filled(page, day_to_day="from both")
    as_maya.post(url(talk), data)
    assert (Debrief.objects.get().day_to_day, Answer.objects.get(position=0).words) == ("from both", "two")


def test_a_double_click_is_saved_once_and_is_no_conflict(as_maya: Client, talk: Interview) -> None:
    data = filled(as_maya.get(url(talk)), quote="once", **{"path-0-job": "Stage hand"})
    answers = [as_maya.post(url(talk), data) for _click in range(2)]
    assert [a.status_code for a in answers] == [302, 302]
    assert (Debrief.objects.get().version, talk.path.count()) == (2, 1)


def test_typing_is_kept_while_it_pauses_and_stands_there_again(as_maya: Client, talk: Interview) -> None:
    data = filled(as_maya.get(url(talk)), quote="half a sen", leaning="drop", **{"people-0-name": "Pri"})
    assert as_maya.post(url(talk, "autosave"), data).json() == {"version": 2}
    assert (Debrief.objects.get().quote, Person.objects.filter(name="Pri").count()) == ("", 0)
    page = as_maya.get(url(talk))
    assert page.context["form"]["quote"].value() == "half a sen"
    assert page.context["form"]["leaning"].value() == "drop"
    assert page.context["sheet"].rows["people"][0]["name"].value() == "Pri"
    assert "What you typed last time is here, not yet kept." in text(page)


def test_typing_in_a_second_window_is_told(as_maya: Client, talk: Interview) -> None:
    page = as_maya.get(url(talk))
    as_maya.post(url(talk, "autosave"), filled(page, quote="first"))
    second = as_maya.post(url(talk, "autosave"), filled(page, quote="second"))
    assert second.status_code == 409
    assert Debrief.objects.get().typed["quote"] == ["first"]


def test_only_somebody_who_was_there_is_asked_about_the_place(as_maya: Client, talk: Interview) -> None:
    asked = "What did the place look, sound and feel like?"
    assert asked in text(as_maya.get(url(talk)))
    Interview.objects.update(format="phone")
    assert asked not in text(as_maya.get(url(talk)))


def test_a_running_talk_and_practice_have_no_such_page(
    as_maya: Client, monday: datetime, maya: User, tom: Person, candidate: Candidate, approach: Approach
) -> None:
    running = interviews.talk_now(approach)
    practice = interviews.log_chat(maya, key="p", person=tom, candidate=candidate, minutes=5, practice=True)
    for talk in (running, practice):
        assert as_maya.get(url(talk))["Location"] == reverse("interview:interview", args=[talk.pk])


def test_markup_in_what_they_said_is_only_text(as_maya: Client, talk: Interview) -> None:
    nasty = '<script>window.__pwned=1</script>"><img src=x onerror=alert(1)>'
    data = filled(as_maya.get(url(talk)), quote=nasty, **{"answers-0-words": nasty, "list_people": nasty})
    page = as_maya.post(url(talk), data, follow=True)
    assert "<script>window" not in page.content.decode()
    assert "<img" not in page.content.decode()
    assert Debrief.objects.get().quote == nasty


def test_the_index_says_what_waits_and_what_follows(as_maya: Client, talk: Interview) -> None:
    assert "Write down what Adaeze Okafor told you." in text(as_maya.get(reverse("record:index")))
    actions.save_debrief(
        talk,
        lists={"publications": ["Designing Sound"]},
        advice=[AdviceTold("promise", "send the recording", date(2026, 11, 27))],
        lists_empty={k: "nothing" for k in Noted.Kind.values if k != "publications"},
        leaning="unsure",
        referral_asked=False,
    )
    entry = Noted.objects.get()
    as_maya.post(reverse("record:following_up", args=[entry.pk]), {"wanted": "yes"})
    page = text(as_maya.get(reverse("record:index")))
    assert "One talk is written down." in page
    assert "Designing Sound" in page
    assert "by Friday 27 November" in page
    as_maya.post(reverse("record:following_up", args=[entry.pk]), {"done": "yes"})
    as_maya.post(reverse("record:advice_done", args=[Advice.objects.get().pk]))
    as_maya.get(reverse("record:index"))  # says once what was done
    page = text(as_maya.get(reverse("record:index")))
    assert "Designing Sound" not in page
    assert "send the recording" not in page


def queries(as_maya: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert as_maya.get(address).status_code == 200
    return len(seen)


def test_a_full_debrief_asks_no_more_than_ten_times(as_maya: Client, talk: Interview) -> None:
    assert queries(as_maya, url(talk)) <= 10
    actions.save_debrief(
        talk, statements=[StatementTold("hours", "late")], advice=[AdviceTold("advice", "go")]
    )
    one = queries(as_maya, url(talk))
    actions.save_debrief(talk, statements=[StatementTold("pay", "fair"), StatementTold("load", "calm")])
    assert (queries(as_maya, url(talk)), one <= 10) == (one, True)


def test_more_talks_ask_no_more_of_the_database(
    as_maya: Client, talk: Interview, maya: User, tom: Person, candidate: Candidate
) -> None:
    one = queries(as_maya, reverse("record:index"))
    for number in range(2):
        interviews.log_chat(maya, key=f"c{number}", person=tom, candidate=candidate, minutes=5)
    assert queries(as_maya, reverse("record:index")) == one
