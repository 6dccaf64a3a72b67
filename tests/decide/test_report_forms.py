"""One report in five forms: the page, the file that stands alone, Markdown, JSON and PDF say the same."""

import html
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser

from halfhour import clock
from halfhour.accounts.actions import laptop_user
from halfhour.accounts.models import User
from halfhour.choose.actions import load_occupations
from halfhour.decide import report
from halfhour.web import demo
from halfhour.web.demo.story import tell
from tests.conftest import signed_in

READER = shutil.which("pdftotext")


def plain(text: str) -> str:
    """The words of a page, of a text or of a PDF, in one line: no markup, no hyphen at the end of a line."""
    text = re.sub(r"<(script|style|head).*?</\1>", " ", text, flags=re.S)
    text = html.unescape(re.sub(r"<[^>]+>", " ", text)).replace("­", "")
    return " ".join(re.sub(r"\*\*|^[#>-]+ ", " ", text, flags=re.M).split())


def facts_of(told: dict) -> list[str]:
    """Everything of the JSON report that a reader has to find in any other form."""
    facts = [told["title"], told["goal"], told["ranking_survives"]]
    facts += [g["text"] for g in told["goals"]] + [w["text"] for w in told["wants"]]
    decision = told["decision"]
    facts += [decision[k] for k in ("choice", "alternate", "reasons", "would_change_my_mind", "first_steps")]
    facts += [c["text"] for c in decision["cited"]] + [n["role"] for n in decision["named"]]
    facts += [n["stands"] for n in decision["named"]]
    facts += [who["name"] for who in told["could_tell"]] + [who["stands"] for who in told["could_tell"]]
    for o in told["occupations"]:
        facts += [o["words"], o["expected"], o["because"], o["spread"]]
        facts += [f"{o['adds_up_to']:+.2f}"] if o["adds_up_to"] is not None else []
    for talk in told["talks"]:
        facts += [talk["person"], talk["title"], talk["organisation"], talk["surprised_me"]]
        facts += [talk["otherwise"], talk["as_expected"]]
    for row in told["comparison"]:
        for cell in row["cells"]:
            facts += [s["text"] for s in cell["statements"]] + [p["text"] for p in cell["published"]]
    facts += [o["text"] for o in told["opportunities"]] + [w["text"] for w in told["ways_in"]]
    facts += [q["text"] for q in told["strengths_and_gaps"]] + told["attribution"]
    return [" ".join(fact.split()) for fact in facts if fact]


@pytest.fixture
def reader(db: None) -> Iterator[User]:
    """The demo's seeker, on the morning the story stops at."""
    load_occupations()
    user = laptop_user()
    tell(user, lambda _line: None)
    with clock.at(clock.parse_moment(demo.NOW)):
        yield User.objects.select_related("seeker").get(pk=user.pk)


@pytest.mark.slow
def test_every_form_says_the_same(reader: User) -> None:
    told = json.loads(report.written(reader, "json"))
    narrow = {o["words"] for o in told["occupations"] if o["people_heard"]}
    for row in told["comparison"]:  # the table shows those somebody was heard about
        row["cells"] = [cell for cell in row["cells"] if cell["occupation"] in narrow]
    facts = facts_of(told)
    assert len(facts) > 120
    with clock.at(clock.parse_moment(demo.NOW)):
        page = signed_in(reader).get("/decide/report/").content.decode()
    forms = {
        "page": plain(page),
        "html": plain(report.written(reader, "html").decode()),
        "md": plain(report.written(reader, "md").decode()),
    }
    missing = {
        name: [fact for fact in facts if fact.casefold() not in text.casefold()]
        for name, text in forms.items()
    }
    assert missing == {"page": [], "html": [], "md": []}


@pytest.mark.slow
def test_what_a_fresh_reader_looks_for(reader: User) -> None:
    text = plain(report.written(reader, "md").decode())
    for words in (
        "Dana Whitfield, Sound Designer at Lantern Games, asked on 16 November 2026 and told to expect my call on 23 November 2026",
        "Lena Ortiz, Audiologist, Au.D. at Sound Hearing Clinic, a talk is agreed for 25 November 2026",
        "Nadia Brandt (Educational audiologist at Everett School District), 12 November 2026",
        "unknown: Omar Haddad would rather not say",
        "jobs by 2034 (Employment Projections 2024-34)",
        "If Dana Whitfield tells of nights too, I choose audiology",
    ):
        assert words in text
    assert text.count("I was twenty-eight") == 2  # once where the decision rests on it, once in its row
    assert "They see it differently" not in text


def words_in(pdf: Path) -> str:
    """The text of a PDF, in the order it is read."""
    told = subprocess.run(
        [str(READER), "-enc", "UTF-8", str(pdf), "-"], capture_output=True, check=True, timeout=60
    )
    return plain(told.stdout.decode())


def assert_same_words(pdf: Path, reader: User) -> None:
    assert pdf.read_bytes().startswith(b"%PDF-")
    text, told = re.sub(r"[\s-]", "", words_in(pdf)), json.loads(report.written(reader, "json"))
    decision = told["decision"]
    wanted = [told["title"], decision["reasons"], decision["would_change_my_mind"], decision["first_steps"]]
    wanted += [c["text"] for c in decision["cited"]] + [t["person"] for t in told["talks"]]
    wanted += [who["stands"] for who in told["could_tell"]] + [w["text"] for w in told["wants"]]
    assert [fact for fact in wanted if re.sub(r"[\s-]", "", fact) not in text] == []


@pytest.mark.slow
@pytest.mark.skipif(READER is None, reason="no pdftotext on this machine")
def test_the_pdf_read_back(reader: User, tmp_path: Path) -> None:
    pytest.importorskip("weasyprint", reason="the extra for PDF is not installed")
    pdf = tmp_path / "report.pdf"
    pdf.write_bytes(report.written(reader, "pdf"))
    assert_same_words(pdf, reader)


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.skipif(READER is None, reason="no pdftotext on this machine")
def test_the_file_printed_by_a_browser_read_back(reader: User, browser: Browser, tmp_path: Path) -> None:
    """The way to a PDF that every computer has: the file that stands alone, printed."""
    pdf = tmp_path / "report.pdf"
    page = browser.new_page()
    page.set_content(report.written(reader, "html").decode())
    page.pdf(path=str(pdf), format="A4")
    page.close()
    assert_same_words(pdf, reader)


def test_without_the_extra_the_page_says_how_to_get_a_pdf(
    as_maya: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "weasyprint", None)
    answer = as_maya.get("/decide/report.pdf", follow=True)
    assert "save as PDF" in html.unescape(answer.content.decode())
    assert settings.DEBUG is False
