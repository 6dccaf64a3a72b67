"""Every layout from 27.0 to 31.0 is read, and anything unsafe or broken is refused with a plain sentence."""

from __future__ import annotations

import importlib.util
import io
import os
import re
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from halfhour.integrations.onet.archive import Limits
from halfhour.integrations.onet.reader import Refused, read_release
from halfhour.integrations.onet.values import OccupationText, Related, Share, TaskText, Technology, TitleText

_spec = importlib.util.spec_from_file_location("made_up", Path(__file__).with_name("made_up.py"))
assert _spec and _spec.loader
made_up = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(made_up)
LAYOUT_31, zip_of, written = made_up.LAYOUT_31, made_up.zip_of, made_up.written


@pytest.fixture
def shared() -> Path:
    folder = os.environ.get("HALFHOUR_CASES")
    if not folder:
        pytest.skip("HALFHOUR_CASES is not set: the official files are not here")
    return Path(folder) / "onet"


def test_the_layout_of_31_is_read(tmp_path: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    release = read_release(
        written(tmp_path / "db_31_0_text.zip", zip_of(LAYOUT_31)), progress=lambda *step: seen.append(step)
    )
    assert (release.number, release.form, release.zone_levels, release.style_scale) == (
        "31.0",
        "text",
        4,
        "WI",
    )
    assert release.occupations[0] == OccupationText(
        "15-1252.00", "Software Developers", "Build and change programs."
    )
    assert release.titles == (
        TitleText("15-1252.00", "App Builder", ""),
        TitleText("29-1141.00", 'Nurse "on call"', "RN"),
    )
    assert release.reported == (TitleText("15-1252.00", "Programmer", ""),)
    assert release.interests == {"15-1252.00": {"Investigative": 6.1}}
    assert release.work_styles == {"15-1252.00": {"Innovation": -1.25}}
    assert release.skills == {"15-1252.00": {"Reading Comprehension": 4.0, "Programming": 4.62}}
    assert release.knowledge == {"15-1252.00": {"Design": 3.1}}
    assert release.technologies == (Technology("15-1252.00", "Git", "File versioning software", True, False),)
    assert release.shares == (Share("15-1252.00", "RL", 6, 71.2), Share("15-1252.00", "RW", 6, 40.0))
    assert release.job_zones == {"15-1252.00": 3}
    assert release.tasks == (
        TaskText("15-1252.00", "1", "Write a program.", "Core"),
        TaskText("15-1252.00", "2", "Answer letters.", ""),
    )
    assert release.related == (Related("15-1252.00", "29-1141.00", "Supplemental", 1),)
    assert release.missing == ()
    assert seen[0][0] == 0
    assert seen[-1][0] == seen[-1][1] == len(LAYOUT_31) - 1  # all but the Read Me


def test_columns_are_found_by_header_in_any_order(tmp_path: Path) -> None:
    turned = {
        "Occupation Data.txt": "Description\tExtra\tTitle\tO*NET-SOC Code\nBuild.\tx\tSoftware Developers\t15-1252.00\n"
    }
    release = read_release(written(tmp_path / "db_30_1_text.zip", zip_of(turned, folder="")))
    assert release.occupations == (OccupationText("15-1252.00", "Software Developers", "Build."),)
    assert (release.number, release.zone_levels) == ("30.1", 5)
    assert "titles" in release.missing


def test_rows_without_a_code_are_counted_and_left_out(tmp_path: Path) -> None:
    files = {"Occupation Data.txt": "O*NET-SOC Code\tTitle\tDescription\n15-1252.00\tA\tB\nsomething\tC\tD\n"}
    release = read_release(written(tmp_path / "x.zip", zip_of(files)))
    assert (len(release.occupations), release.skipped_rows) == (1, 1)


def test_27_text_is_read(shared: Path) -> None:
    release = read_release(shared / "27.0-text")
    assert (release.number, release.form, release.zone_levels, release.style_scale) == (
        "27.0",
        "text",
        5,
        "IM",
    )
    assert (len(release.occupations), len(release.titles), len(release.tasks)) == (1016, 52_754, 19_265)
    assert release.job_zones["11-1011.00"] == 5
    assert release.titles[0] == TitleText("11-1011.00", "Aeronautics Commission Director", "")
    assert release.missing == ("knowledge", "skills")


@pytest.mark.slow
def test_29_excel_is_read(shared: Path) -> None:
    release = read_release(shared / "29.3-excel")
    assert (release.number, release.form, release.missing, release.skipped_rows) == ("29.3", "excel", (), 0)
    assert (len(release.occupations), len(release.titles), len(release.reported)) == (1016, 56_560, 7_796)
    assert (len(release.tasks), len(release.related), len(release.job_zones)) == (18_796, 18_460, 923)
    assert len(release.technologies) == 32_681
    assert release.skills["11-1011.00"]["Reading Comprehension"] == 4.12
    assert release.category_names["RL", 1] == "Less than a High School Diploma"


def test_30_csv_titles_are_read_and_the_rest_named_as_missing(shared: Path) -> None:
    release = read_release(shared / "30.3-csv-titles")
    assert (release.number, release.form, release.zone_levels) == ("30.3", "csv", 4)
    assert (len(release.titles), len(release.reported)) == (57_543, 7_953)
    assert OccupationText("11-1011.00", "Chief Executives", "") in release.occupations
    assert {"occupations", "tasks", "job_zones"} <= set(release.missing)


def _zip_with(name: str, data: bytes = b"x", *, link: bool = False) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        info = zipfile.ZipInfo(name)
        if link:
            info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, data)
    return buffer.getvalue()


def _many(count: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(count):
            archive.writestr(f"{number}.txt", b"")
    return buffer.getvalue()


def _bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Occupation Data.txt", b"0" * 30_000_000)
    return buffer.getvalue()


def _lying_size() -> bytes:
    """A zip whose directory says the file is small."""
    data = bytearray(
        zip_of({"Occupation Data.txt": b"O*NET-SOC Code\tTitle\tDescription\n" + b"a" * 900_000}, folder="")
    )
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(data)


REFUSED = {
    "not a zip": (b"hello", "not a zip file"),
    "cut short": (zip_of(LAYOUT_31)[:400], "not a zip file"),
    "no O*NET table": (_zip_with("letter.txt"), "none of the O*NET tables"),
    "path upwards": (_zip_with("../../Occupation Data.txt"), "leads outside"),
    "absolute path": (_zip_with("/etc/Occupation Data.txt"), "leads outside"),
    "windows path": (_zip_with("C:\\Occupation Data.txt"), "leads outside"),
    "a link": (_zip_with("Occupation Data.txt", b"/etc/passwd", link=True), "a link"),
    "too many files": (_many(2_001), "2,001 files"),
    "a bomb": (_bomb(), "packed more tightly"),
    "a wrong size": (_lying_size(), "damaged"),
    "empty table": (zip_of({"Occupation Data.txt": ""}), "is empty"),
    "missing column": (zip_of({"Occupation Data.txt": "Code\tName\n1\t2\n"}), 'no column "O*NET-SOC Code"'),
    "binary in a text file": (zip_of({"Occupation Data.txt": b"\x00\xff\xfe" * 50}), "not a text file"),
    "a spreadsheet that is none": (zip_of({"Occupation Data.xlsx": b"PK nonsense"}), "not a spreadsheet"),
    "no rows": (zip_of({"Occupation Data.txt": "O*NET-SOC Code\tTitle\tDescription\n"}), "no row"),
    "broken csv": (
        zip_of({"occupation_data.csv": 'O*NET-SOC Code,Title,Description\n"15-1252.00,a,b\n'}),
        "well-formed",
    ),
    "broken gzip": (zip_of({"occupation_data.csv.gz": b"\x1f\x8b\x08nonsense"}), "does not unpack"),
}


@pytest.mark.parametrize(("data", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_is_refused_with_a_sentence(tmp_path: Path, data: bytes, words: str) -> None:
    with pytest.raises(Refused, match=re.escape(words)) as caught:
        read_release(written(tmp_path / "db_31_0_text.zip", data))
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "Traceback" not in sentence


def test_a_workbook_bomb_inside_the_zip_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="packed more tightly"):
        read_release(
            written(tmp_path / "db_31_0_excel.zip", zip_of({"Occupation Data.xlsx": _bomb()}, folder=""))
        )


def test_bytes_are_counted_while_unpacking(tmp_path: Path) -> None:
    data = zip_of({"occupation_data.csv.gz": _gzip(b"0" * 2_000_000)}, folder="")
    with pytest.raises(Refused, match="larger than any file"):
        read_release(written(tmp_path / "db_31_0.zip", data), limits=Limits(member_bytes=1_000_000))


def _gzip(data: bytes) -> bytes:
    import gzip

    return gzip.compress(data)


def test_a_missing_path_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no file or folder"):
        read_release(tmp_path / "nowhere.zip")


def test_the_release_is_asked_for_when_nothing_tells_it(tmp_path: Path) -> None:
    files = {"Occupation Data.txt": made_up.OCCUPATIONS_31}
    path = written(tmp_path / "download.zip", zip_of(files, folder=""))
    with pytest.raises(Refused, match="which O\\*NET release"):
        read_release(path)
    assert read_release(path, number="31.0").number == "31.0"
