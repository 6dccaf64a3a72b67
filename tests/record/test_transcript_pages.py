"""A transcript in the debrief: only with consent, who is who, the share, lines taken out; an outsider sees none."""

from datetime import date, datetime, time, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from halfhour import clock
from halfhour.contact.models import Approach
from halfhour.history.models import Event
from halfhour.interview import actions as interviews
from halfhour.interview.models import Interview
from halfhour.record import actions
from halfhour.record.models import Debrief, Finding, Transcript

QUOTE = "The hardest part is waiting, because nobody tells you when the build will be there."
PASTED = f"""Maya: Tell me about last week, please.
Adaeze Okafor: On Monday I mixed a trailer for nine hours. {QUOTE}
Maya: And the pay?
Adaeze Okafor: It starts low here, but it rises after two years when you stay with it.
"""


@pytest.fixture
def talk(monday: datetime, approach: Approach) -> Interview:
    talk = interviews.arrange(approach, on=date(2026, 11, 24), at=time(14))
    with clock.at(talk.starts_at):
        interviews.start_interview(talk)
    with clock.at(talk.starts_at + timedelta(minutes=22)):
        interviews.end_interview(talk)
    return talk


def url(talk: Interview, name: str = "transcript") -> str:
    return reverse(f"record:{name}", args=[talk.pk])


def text(response: HttpResponse) -> str:
    return " ".join(response.content.decode().split())


def keep(client: Client, talk: Interview, pasted: str = PASTED, **more: object) -> HttpResponse:
    told = {"agreed": "before", "agreed_who": "Adaeze Okafor", "text": pasted, **more}
    return client.post(url(talk), told, follow=True)  # type: ignore[return-value]  # of the test client


def test_no_consent_no_transcript_and_nothing_typed_is_lost(as_maya: Client, talk: Interview) -> None:
    refused = keep(as_maya, talk, agreed="no")
    assert refused.status_code == 422
    assert "Then it is not kept here." in text(refused)
    assert "On Monday I mixed a trailer" in text(refused)
    assert keep(as_maya, talk, agreed="").status_code == 422
    assert Transcript.objects.count() == 0


def test_kept_with_who_agreed_and_the_share(as_maya: Client, talk: Interview) -> None:
    actions.save_debrief(talk, they_spoke_percent=60)
    page = keep(as_maya, talk)
    kept = Transcript.objects.get()
    assert (kept.agreed, kept.agreed_who, kept.layout) == ("before", "Adaeze Okafor", "text")
    assert kept.who == {"Maya": "me", "Adaeze Okafor": "them"}
    assert "Adaeze Okafor spoke 81 percent of the words." in text(page)
    assert "60 percent" in text(page)  # her own guess beside it
    assert "The transcript says 81 percent" in text(as_maya.get(reverse("record:debrief", args=[talk.pk])))


def test_unclear_voices_are_asked_for(as_maya: Client, talk: Interview) -> None:
    page = keep(as_maya, talk, PASTED.replace("Maya:", "Speaker 1:").replace("Adaeze Okafor:", "Speaker 2:"))
    assert "Whose voice is whose?" in text(page)
    counted = as_maya.post(url(talk, "voices"), {"voice-0": "me", "voice-1": "them"}, follow=True)
    assert "Adaeze Okafor spoke 81 percent of the words." in text(counted)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        pytest.param("talk.srt", b"hello", "it is named as subtitles, but there are no times in it", id="no times"),
        pytest.param("talk.docx", b"PK\x03\x04", "this is a ZIP or an Office document", id="office"),
        pytest.param("talk.vtt", b"WEBVTT\n\n", "There are no words in it.", id="nothing said"),
        pytest.param("talk.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "picture", id="a picture"),
    ],
)  # fmt: skip
def test_refused_with_a_plain_reason(
    as_maya: Client, talk: Interview, name: str, content: bytes, why: str
) -> None:
    page = keep(as_maya, talk, "", file=SimpleUploadedFile(name, content))
    assert page.status_code == 422
    assert why in text(page)
    assert Transcript.objects.count() == 0


def test_nothing_brought_is_said(as_maya: Client, talk: Interview) -> None:
    assert "Choose the file, or paste what was said." in text(keep(as_maya, talk, "  "))


def test_the_same_again_is_one_and_another_is_refused(as_maya: Client, talk: Interview) -> None:
    keep(as_maya, talk)
    assert keep(as_maya, talk).status_code == 200
    assert "Take that one out first." in text(keep(as_maya, talk, "Maya: Hello\nAdaeze: Hi\n"))
    assert Transcript.objects.count() == 1


def test_a_line_becomes_a_statement_or_the_thank_you(as_maya: Client, talk: Interview) -> None:
    actions.save_debrief(talk, quote="My own words before")
    page = keep(as_maya, talk)
    line = next(line.number for line in page.context["lines"] if QUOTE in line.text)
    for _twice in range(2):
        as_maya.post(url(talk, "lines"), {"line": line, "into": "statement"})
    said = as_maya.post(
        url(talk, "lines"),
        {"line": line, "into": "thanks"},
        headers={"accept": "application/json"},
    )
    assert said.json() == {"said": "The thank-you is built on this line."}
    whole = page.context["lines"][line].text
    debrief = Debrief.objects.get()
    assert debrief.quote == whole
    kept = Finding.objects.order_by("pk").values_list("text", "quote", "person__name")
    assert list(kept) == [(whole, True, "Adaeze Okafor"), ("My own words before", True, "Adaeze Okafor")]
    shown = as_maya.get(reverse("record:debrief", args=[talk.pk]))
    assert shown.context["form"]["quote"].value() == whole


def test_what_i_said_myself_is_no_statement(as_maya: Client, talk: Interview) -> None:
    keep(as_maya, talk)
    refused = as_maya.post(
        url(talk, "lines"), {"line": 0, "into": "statement"}, headers={"accept": "application/json"}
    )
    assert refused.json() == {"why": "That was not said by the person you talked to."}
    wrong = as_maya.post(
        url(talk, "lines"), {"line": "99", "into": "thanks"}, headers={"accept": "application/json"}
    )
    assert wrong.status_code == 409
    assert Finding.objects.count() == 0


def test_markup_in_a_name_or_a_line_is_only_text(as_maya: Client, talk: Interview) -> None:
    cue = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Eve &lt;script&gt;window.__pwned=1&lt;/script&gt;>A &lt;img src=x onerror=alert(1)&gt; line.\n"
    page = keep(as_maya, talk, cue).content.decode()
    assert "<script>window" not in page
    assert "<img" not in page
    assert "&lt;img src=x" in page


def test_it_goes_with_its_talk_and_leaves_no_words_in_the_history(as_maya: Client, talk: Interview) -> None:
    keep(as_maya, talk)
    assert not Event.objects.filter(detail__icontains="trailer").exists()
    as_maya.post(url(talk, "transcript_removal"))
    assert Transcript.objects.count() == 0
    keep(as_maya, talk)
    talk.delete()
    assert Transcript.objects.count() == 0


def test_few_queries_however_long(
    as_maya: Client, talk: Interview, django_assert_max_num_queries: object
) -> None:
    keep(as_maya, talk, PASTED * 100)
    with django_assert_max_num_queries(10):  # type: ignore[operator]  # a fixture of pytest-django
        assert as_maya.get(url(talk)).status_code == 200


def test_it_does_not_exist_for_an_outsider(as_outsider: Client, as_maya: Client, talk: Interview) -> None:
    keep(as_maya, talk)
    statuses = {as_outsider.get(url(talk)).status_code} | {
        as_outsider.post(url(talk, name), {"line": 0, "into": "thanks"}).status_code
        for name in ("transcript", "voices", "lines", "transcript_removal")
    }
    assert statuses == {404}
    assert Transcript.objects.count() == 1
