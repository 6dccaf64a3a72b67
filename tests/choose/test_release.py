"""Taking over an official release: everything or nothing, and what people point to stays."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from halfhour.choose import actions, facts, published
from halfhour.choose.data_taken import attribution, fingerprint_of_database
from halfhour.choose.models import Candidate, DataTaken, Occupation
from halfhour.choose.release import take_release
from halfhour.choose.rules.release_whole import cut_table
from halfhour.integrations.onet.download import address_of, download
from halfhour.integrations.onet.reader import read_release
from halfhour.integrations.onet.values import OccupationText, Release, TaskText
from halfhour.refused import Refused
from halfhour.web.commands import run

pytestmark = pytest.mark.django_db
CODES = [f"{11 + n // 100}-{1000 + n % 100}.00" for n in range(1000)]
WHOLE = Release(
    number="31.0",
    form="text",
    occupations=tuple(OccupationText(code, f"Occupation {code}", "What they do.") for code in CODES),
    tasks=(TaskText(CODES[0], "1", "Do the first thing.", "Core"),),
    job_zones={CODES[0]: 3},
)
GONE, RENAMED, MOVED = "15-2051.01", "27-4014.00", "29-1141.01"


@pytest.fixture(scope="module")
def rows() -> list[Occupation]:
    return published.rows()


@pytest.fixture
def loaded(db: None, rows: list[Occupation]) -> None:
    Occupation.objects.bulk_create(rows, ignore_conflicts=True)


@pytest.fixture
def shaped_31(tmp_path: Path) -> Path:
    """A whole release in the layout of 31.0: one code gone, one renamed, one moved to a new code, one new."""
    occupations, zones, tasks, skills = [], [], [], []
    for item in facts.load_occupations():
        if item.code == GONE:
            continue
        code = "29-1141.09" if item.code == MOVED else item.code
        name = "Sound Design Technicians" if code == RENAMED else item.name
        occupations.append(f"{code}\t{name}\tA text about {name.lower()}.")
        zones.append(f"{code}\t2\t08/2026\tAnalyst")
        tasks.append(f"{code}\t1{len(tasks)}\tDo what {name.lower()} do.\tCore\t90\t08/2026\tIncumbent")
        skills.append(f"{code}\t2.B.3.e\tProgramming\tIM\t4.62")
    occupations.append("15-1299.99\tPrompt Designers\tA new one.")
    files = {
        "Read Me.txt": ["O*NET 31.0 Database", "August 2026 Release"],
        "Occupation Data.txt": ["O*NET-SOC Code\tTitle\tDescription", *occupations],
        "Job Zones.txt": ["O*NET-SOC Code\tJob Zone\tDate\tDomain Source", *zones],
        "Task Statements.txt": [
            "O*NET-SOC Code\tTask ID\tTask\tTask Type\tIncumbents Responding\tDate\tDomain Source",
            *tasks,
        ],
        "Essential Skills.txt": ["O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value", *skills],
        "Job Titles.txt": [
            "O*NET-SOC Code\tTitle\tJob Title\tShort Title\tSource(s)",
            f"{RENAMED}\tSound Design Technicians\tFoley Maker\tn/a\t10",
        ],
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, lines in files.items():
            archive.writestr(f"db_31_0_text/{name}", ("\r\n".join(lines) + "\r\n").encode("utf-8-sig"))
    path = tmp_path / "db_31_0_text.zip"
    path.write_bytes(buffer.getvalue())
    return path


def test_descriptions_and_tasks_come_in_and_a_shortlist_keeps_pointing_to_its_code(
    candidate: Candidate,
) -> None:
    mine = replace(WHOLE.occupations[0], code="27-4014.00", name="Sound Engineering Technicians")
    assert take_release(replace(WHOLE, occupations=(mine, *WHOLE.occupations[1:]))) == 1000
    row = Occupation.objects.get(code="27-4014.00")
    assert (row.description, row.pk) == ("What they do.", candidate.occupation_id)


def test_a_code_the_release_no_longer_has_is_kept_and_marked(candidate: Candidate) -> None:
    take_release(WHOLE)
    assert Occupation.objects.get(code="27-4014.00").dropped_in == "31.0"


def test_a_cut_release_changes_nothing(candidate: Candidate) -> None:
    with pytest.raises(Refused):
        take_release(replace(WHOLE, occupations=WHOLE.occupations[:20]))
    assert Occupation.objects.count() == 1


def test_a_release_with_one_table_cut_changes_nothing(loaded: None) -> None:
    before = fingerprint_of_database()
    tasks = tuple(TaskText(code, "1", "Do it.", "Core") for code in CODES[:400])
    with pytest.raises(Refused, match="The table of tasks in this release is cut short"):
        take_release(replace(WHOLE, tasks=tasks, job_zones=dict.fromkeys(CODES, 3)))
    assert fingerprint_of_database() == before
    assert cut_table({"tasks": 923, "education": 852, "skills": 0}) is None


def test_a_failure_half_way_changes_nothing(loaded: None) -> None:
    before = fingerprint_of_database()

    def stop(done: int, in_all: int) -> None:
        raise RuntimeError("the power went")

    with pytest.raises(RuntimeError):
        take_release(replace(WHOLE, occupations=whole_of_ours()), progress=stop)
    assert fingerprint_of_database() == before
    assert not DataTaken.objects.exists()


def whole_of_ours() -> tuple[OccupationText, ...]:
    return tuple(
        OccupationText(item.code, item.name, f"Text about {item.name}.") for item in facts.load_occupations()
    )


def test_the_command_takes_over_a_31_0_shaped_release(
    shaped_31: Path, loaded: None, candidate: Candidate, as_maya: Client, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("halfhour.web.setup.migrate", lambda say: None)
    gone = actions.add_candidate(
        candidate.owner, words="data person", occupation=Occupation.objects.get(pk=GONE)
    )
    moved = actions.add_candidate(
        candidate.owner, words="acute nurse", occupation=Occupation.objects.get(pk=MOVED)
    )
    assert run(["occupations", "update", "--from", str(shaped_31)]) == 0
    said = capsys.readouterr()
    assert said.out == "O*NET 31.0: 1,016 occupations brought up to date.\n"
    assert "5 of 5" in said.err
    assert "1,016 of 1,016 occupations written" in said.err

    def page(code: str) -> str:
        return as_maya.get(reverse("choose:occupation", args=[code])).text

    renamed = page(RENAMED)
    assert "Sound Design Technicians" in renamed
    assert "Do what sound design technicians do." in renamed
    assert "job zone 2 of O*NET 31.0" in renamed
    assert "level 2 of four" in renamed
    assert "Foley Maker" in renamed
    assert "OEWS, May 2025" in renamed
    assert "Prompt Designers" in page("15-1299.99")
    for mine, code, successor in ((gone, GONE, "15-2051.00"), (moved, MOVED, "29-1141.09")):
        mine.refresh_from_db()
        assert mine.occupation_id == code
        assert "O*NET 31.0 no longer has this occupation" in page(code)
        assert reverse("choose:occupation", args=[successor]) in page(code)
    assert "O*NET 29.3 and 30.3 and 31.0 Databases" in " ".join(attribution())
    about = as_maya.get(reverse("about_the_data")).text
    assert f"<code>{DataTaken.objects.get().fingerprint}</code>" in about
    assert "The official O*NET release 31.0" in about
    assert "1,016 occupations" in about
    for source in facts.releases():
        assert f'<th scope="row">{source.name}</th>' in about
        assert source.publisher.replace("&", "&amp;") in about


@pytest.mark.parametrize(
    ("folder", "texts", "form"),
    [
        ("27.0-text", 1_016, "text"),
        pytest.param("29.3-excel", 1_016, "excel", marks=[pytest.mark.slow, pytest.mark.timeout(240)]),
    ],
)
def test_real_releases(cases: Path, loaded: None, folder: str, texts: int, form: str) -> None:
    take_release(read_release(cases / "onet" / folder))
    assert Occupation.objects.exclude(description="").count() == texts
    designers = Occupation.objects.get(pk="27-1024.00")
    assert len(designers.tasks) > 10
    assert designers.facts["skills"]
    assert (DataTaken.objects.get().form, designers.dropped_in) == (form, "")
    # Levels of education keep our words, whatever the publisher calls them.
    assert {name for name, _ in designers.facts["education"]} <= set(published.education_levels().values())
    # An older release gives its texts; the newer figures stay.
    assert designers.facts.get("from", {}).get("skills", "29.3") == "29.3"


def test_texts_keep_their_release_when_the_program_brings_newer_facts(loaded: None) -> None:
    take_release(replace(WHOLE, occupations=whole_of_ours()))
    for row in Occupation.objects.filter(pk="15-1252.00"):
        row.facts = {**row.facts, "stamp": "embedded 0: older"}
        row.save()
    assert actions.load_occupations() == 1_016
    designers = Occupation.objects.get(pk="27-1024.00")
    assert designers.description == "Text about Graphic Designers."
    assert designers.facts["text_release"] == "31.0"
    assert [taken.what for taken in DataTaken.objects.all()] == ["facts", "release"]


def test_titles_alone_leave_the_texts_as_they_are(cases: Path, loaded: None) -> None:
    Occupation.objects.filter(pk="27-1024.00").update(description="A text.", tasks=["A task."])
    take_release(read_release(cases / "onet" / "30.3-csv-titles"))
    designers = Occupation.objects.get(pk="27-1024.00")
    assert (designers.description, designers.tasks) == ("A text.", ["A task."])
    assert designers.facts["from"] == {"titles": "30.3"}
    assert "text_release" not in designers.facts


class Stream(io.BytesIO):
    def __init__(self, data: bytes, told: int) -> None:
        super().__init__(data)
        self.headers = {"Content-Length": str(told)}


def test_a_download_comes_whole_or_not_at_all(tmp_path: Path) -> None:
    asked: list[str] = []

    def answers(data: bytes, told: int) -> Callable[[str], Stream]:
        def opener(address: str) -> Stream:
            asked.append(address)
            return Stream(data, told)

        return opener

    seen: list[tuple[int, int]] = []
    path = download(
        "31.0", tmp_path, opener=answers(b"x" * 100_000, 100_000), progress=lambda *at: seen.append(at)
    )
    assert (path.name, path.stat().st_size) == ("db_31_0_text.zip", 100_000)
    assert seen[-1] == (100_000, 100_000)
    assert asked == [address_of("31.0")]
    path.unlink()
    with pytest.raises(Refused, match="broke off"):
        download("31.0", tmp_path, opener=answers(b"x" * 50, 100))
    assert list(tmp_path.iterdir()) == []


def test_no_connection_is_one_plain_sentence(tmp_path: Path) -> None:
    def refuses(address: str) -> Stream:
        raise ConnectionRefusedError("connection refused")

    with pytest.raises(Refused, match=r"could not be fetched\. Nothing was changed"):
        download("31.0", tmp_path, opener=refuses)
    assert list(tmp_path.iterdir()) == []


def test_a_number_that_is_no_release(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="numbered like"):
        download("latest", tmp_path)


def test_fingerprint_is_the_same_for_the_same_facts(loaded: None, rows: list[Occupation]) -> None:
    mark = fingerprint_of_database()
    assert len(mark) == 12
    changed = Occupation.objects.get(pk="27-1024.00")
    changed.facts = {**changed.facts, "stamp": "another"}
    changed.save()
    assert fingerprint_of_database() == mark
    changed.facts = {**changed.facts, "skills": []}
    changed.save()
    assert fingerprint_of_database() != mark
