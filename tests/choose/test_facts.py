"""The embedded facts are complete, hold no texts of others, and come out the same when built again."""

from __future__ import annotations

import gzip
import importlib.util
import os
import re
import sys
from pathlib import Path

import pytest

from halfhour.choose import facts
from halfhour.choose.facts.combined import COMBINED
from halfhour.choose.facts.tables import HERE
from halfhour.choose.facts.values import TitleKind

ROOT = Path(__file__).resolve().parents[2]


def test_every_occupation_is_there() -> None:
    occupations = facts.load_occupations()
    assert len(occupations) == 1016
    assert sum(not item.has_data for item in occupations) == 93
    assert len({item.soc for item in occupations}) == 867
    developer = next(item for item in occupations if item.code == "15-1252.00")
    assert (developer.name, developer.soc, developer.has_data) == ("Software Developers", "15-1252", True)
    assert (developer.job_zone, developer.job_zone_release) == (4, "29.3")
    assert [rating.name for rating in developer.riasec][:2] == ["Realistic", "Investigative"]


def test_titles_have_known_codes() -> None:
    titles = facts.load_titles()
    assert len(titles) > 65_000
    onet = {item.code for item in facts.load_occupations()}
    socs = set(facts.load_soc_names())
    for title in titles:
        for kind, code in title.codes:
            assert code in (socs if kind in {TitleKind.DIRECT, TitleKind.CENSUS} else onet)


@pytest.mark.parametrize("whole", COMBINED)
def test_combined_codes_give_their_figures_to_each_part(whole: str) -> None:
    for part in COMBINED[whole]:
        pay, outlook = facts.pay(f"{part}.00"), facts.outlook(part)
        assert pay is not None
        assert pay.published_code == whole
        assert outlook is not None
        assert outlook.published_code in {whole, part}


def test_codes_that_oews_leaves_out() -> None:
    assert facts.pay("55-3016.00") is None
    assert facts.pay("11-1031.00") is None
    outlook = facts.outlook("11-1031.00")
    assert outlook is not None
    assert outlook.employment_2024_thousands == 27.7


def test_figures_of_one_occupation() -> None:
    pay = facts.pay("11-1011.00")
    assert pay is not None
    assert (pay.employment, pay.annual_p10, pay.annual_median, pay.hourly_median) == (
        204_350,
        75_700,
        213_990,
        102.88,
    )
    outlook = facts.outlook("29-1211.00")
    assert outlook is not None
    assert (outlook.median_annual_wage_2024, outlook.median_is_at_least) == (239_200, True)
    assert sum(share.percent for share in facts.education("11-1011.00")) == pytest.approx(100, abs=1)
    assert len(facts.work_styles("11-1011.00")) == 16
    assert len(facts.work_values("11-1011.00")) == 6
    assert len(facts.skills("11-1011.00")) == 35
    assert len(facts.knowledge("11-1011.00")) == 33
    assert facts.related("11-1011.00")[0].code == "11-1021.00"
    assert any(technology.in_demand for technology in facts.technologies("15-1252.00"))


def test_no_sentence_of_others_is_carried() -> None:
    """Descriptions and task statements are sentences; names, titles and technologies are not."""
    sentence = re.compile(r"^[A-Z][a-z]+ .{60,}\.$")
    for path in HERE.glob("*.tsv.gz"):
        for line in gzip.decompress(path.read_bytes()).decode().splitlines():
            assert not any(sentence.match(cell) for cell in line.split("\t")), path.name


def test_the_attribution_names_the_releases() -> None:
    first, *others = facts.attribution_lines()
    assert "O*NET 29.3 and 30.3 Databases" in first
    assert "CC BY 4.0" in first
    assert "has not approved, endorsed, or tested" in first
    assert len(others) == 3
    assert "O*NET 31.0 Database by" in facts.attribution_lines(("31.0",))[0]
    assert {source.key for source in facts.releases()} == {
        "onet",
        "onet_titles",
        "oews",
        "ep",
        "soc",
        "census",
    }


def test_everything_on_disk_is_small() -> None:
    assert sum(path.stat().st_size for path in HERE.iterdir() if path.is_file()) < 12_000_000


@pytest.mark.slow
def test_building_again_gives_the_same_tables(tmp_path: Path) -> None:
    folder = os.environ.get("HALFHOUR_CASES")
    if not folder:
        pytest.skip("HALFHOUR_CASES is not set: the official files are not here")
    spec = importlib.util.spec_from_file_location("build_facts", ROOT / "scripts" / "build_facts.py")
    assert spec
    assert spec.loader
    build_facts = importlib.util.module_from_spec(spec)
    sys.modules["build_facts"] = build_facts
    spec.loader.exec_module(build_facts)
    source = Path(folder)
    data = build_facts.read_release(source / "onet" / "29.3-excel")
    titles = build_facts.read_release(source / "onet" / "30.3-csv-titles")
    for name, _ in build_facts.write_all(data, titles, source, tmp_path):
        # Compressed bytes may differ between zlib builds; the content may not.
        assert gzip.decompress((tmp_path / name).read_bytes()) == gzip.decompress(
            (HERE / name).read_bytes()
        ), name
