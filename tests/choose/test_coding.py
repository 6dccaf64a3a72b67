"""Job titles as people write them, coded; the shares on the development titles are held."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halfhour.choose.facts import load_coder, load_occupations
from halfhour.choose.facts.factory import load_overrides
from halfhour.choose.rules.calibration import Calibration, Line, calibrated
from halfhour.choose.rules.cleaning import normal
from halfhour.choose.rules.filings import filing_shares
from halfhour.choose.rules.overrides import Overrides, read_overrides, shares
from halfhour.choose.rules.text_features import canon

FIRST = {
    "Sr. SWE II @ Acme": "15-1252",
    "Registered Nurse (RN)": "29-1141",
    "RN": "29-1141",
    "CPA": "13-2011",
    "HS Math Teacher": "25-2031",
    "Journeyman Electrician, IBEW Local 6": "47-2111",
    "ux designer": "15-1255",
    "CMO": "11-2021",
    "Account Executive": "41-3091",
    "IT Manager": "11-3021",
    "Agile Coach": "15-1299",
    "Inspector, gear": "51-9061",
    "Sofware Enginer": "15-1252",
    "Mechnical Engineer": "17-2141",
    "Attorney at Law": "23-1011",
    "Solicitor": "23-1011",
    "CEO & Co-Founder": "11-1011",
    "Paramedic | Photographer": "29-2043",
    "VP of Sales": "11-2022",
    "dental hygienists": "29-1292",
    "Guidewire Developer": "15-1252",
    "SAP FICO Consultant": "15-1211",
    "Siebel Consultant": "15-1211",
    "Oracle DBA": "15-1242",
    "Engineer (Software)": "15-1252",
    "Owner/Photographer": "27-4021",
    "Student Services Coordinator": "21-1012",
    "Investor Relations Manager": "11-2032",
}
DECLINED = [
    "", " ", "-", "12345", "n/a", "Owner", "Founder", "Founder & Owner", "Student", "Graduate Student", "Retired", "Volunteer",
    "unemployed", "Activist", "Director", "Manager", "Consultant", "Analyst", "Associate", "team lead", "The Boss",
    "West Valley College", "University of Somewhere", "Acme Holdings LLC", "City of Portland", "Helping people live better lives",
    "Father, husband, friend", "Wife and mother", "Dog mom", "CEO of the household",
    "Student, Biology", "Retired, living by the sea", "Owner, Smith Plumbing", "Wine lover", "Aspiring data scientist",
    "Doctoral Student, Biology", "Board of Trustees", "Student at Lakeside University", "Manager at Acme", "\U0001f680\U0001f680",
]  # fmt: skip


@pytest.mark.parametrize(("title", "soc"), FIRST.items(), ids=FIRST.keys())
def test_first_code(title: str, soc: str) -> None:
    (coded,) = load_coder().code([title])
    assert not coded.declined
    assert coded.codes[0].code[:7] == soc


@pytest.mark.parametrize("title", DECLINED)
def test_is_declined_with_a_reason(title: str) -> None:
    (coded,) = load_coder().code([title])
    assert (coded.declined, coded.codes) == (True, ())
    assert coded.reason.endswith(".")


def test_shape_of_an_answer() -> None:
    titles = ["Data Scientist", "Owner", "Data Scientist", "Line Cook"]
    answers = load_coder().code(titles)
    assert [answer.title for answer in answers] == titles
    assert answers[0] == answers[2]
    for answer in answers:
        scores = [code.score for code in answer.codes]
        assert scores == sorted(scores, reverse=True)
        assert len({code.code[:7] for code in answer.codes}) == len(answer.codes) <= 5
        assert sum(scores) <= 1.01
        names = {item.code: item.name for item in load_occupations()}
        assert all(names[code.code] == code.name for code in answer.codes)


def test_a_batch_and_single_titles_agree() -> None:
    titles = ["Forklift Driver", "Estate Agent", "SENIOR RAN ENGINEER", "Teacher registered nurse"]
    coder = load_coder()
    single = [coder.code([title])[0] for title in titles]
    coder._remembered.clear()
    assert coder.code(titles) == single


def test_a_correction_wins_over_everything() -> None:
    corrections = {normal("Owner"): "47-2152.00", normal("Sr. SWE II @ Acme"): "15-1253.00"}
    first, second = load_coder().code(["OWNER", "Sr. SWE II @ Acme"], corrections=corrections)
    assert [code.code for code in first.codes] == ["47-2152.00"]
    assert (second.codes[0].code, second.codes[0].score, second.reason) == (
        "15-1253.00",
        1.0,
        "You coded this title yourself.",
    )


def test_a_correction_to_an_unknown_code_is_passed_over() -> None:
    (coded,) = load_coder().code(["Plumber"], corrections={"plumber": "99-9999.00"})
    assert coded.codes[0].code[:7] == "47-2152"


def test_targets_tip_an_unclear_title() -> None:
    title = "Music Instructor"
    plain = {code.code[:7]: code.score for code in load_coder().code([title])[0].codes}
    aimed = {
        code.code[:7]: code.score
        for code in load_coder().code([title], targets=frozenset({"25-1121.00"}))[0].codes
    }
    assert aimed.get("25-1121", 0) >= plain.get("25-1121", 0)


def test_a_title_in_capitals_is_read_as_a_filing() -> None:
    """The words decide where they are clear; where they are not, what is filed often comes first."""
    coder = load_coder()
    plain, filed = coder.code(["Engineer, Wafer Level", "ENGINEER, WAFER LEVEL"])
    assert plain.codes[0].score != filed.codes[0].score
    (hand,) = coder.code(["LANDSCAPE LABORER"])
    assert hand.codes[0].code[:7] == "37-3011"
    shares_of = filing_shares(("15-1252", "19-4043", "37-3011"))
    assert shares_of[0] > shares_of[2] > shares_of[1] == 0


def test_a_general_title_in_capitals_is_scored_lowest() -> None:
    """Filings code "PROJECT ENGINEER" as all kinds of engineers; a contact who says so is one."""
    calibration = Calibration(capitals_office=Line(-1.0, 0.5), capitals_listed=Line(-2.0, 0.5))
    scores = {
        listed: calibrated([("17-2051", 0.9)], True, calibration, listed=listed)[0]
        for listed in (True, False)
    }
    assert scores[True] < scores[False]
    (plain,), (filed,) = (load_coder().code([title]) for title in ("Project Engineer", "PROJECT ENGINEER"))
    assert filed.codes[0].score < plain.codes[0].score


def test_general_code_unless_the_title_says_more() -> None:
    general, special = load_coder().code(["Business Intelligence Analyst", "Penetration Tester"])
    assert general.codes[0].code == "15-2051.01"
    assert special.codes[0].code == "15-1299.04"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text_gets_an_answer(title: str) -> None:
    (coded,) = load_coder().code([title])
    assert coded.declined == (not coded.codes)
    assert all(0 <= code.score <= 1 for code in coded.codes)


def test_a_very_long_title_is_no_trouble() -> None:
    (coded,) = load_coder().code(["nurse " * 50_000])
    assert coded.declined or coded.codes[0].code[:7] == "29-1141"


def test_every_line_of_our_list_has_codes_that_exist() -> None:
    known = {item.code for item in load_occupations()} | {item.soc for item in load_occupations()}
    lines = load_overrides()
    assert len(lines) > 1_000
    assert {code for codes in lines.values() for code in codes} <= known
    forms: dict[str, str] = {}
    for title, codes in lines.items():
        assert forms.setdefault(canon(title), codes[0]) == codes[0], (
            f"two lines contradict each other: {title}"
        )


def test_the_list_refuses_a_line_it_cannot_read() -> None:
    assert read_overrides(["# a note", "", "boss baker = 51-3011 35-1011"]) == {
        "boss baker": ("51-3011", "35-1011")
    }
    with pytest.raises(ValueError, match="not a line"):
        read_overrides(["boss baker: 51-3011"])


def test_a_line_speaks_for_longer_titles_less_surely() -> None:
    lines = Overrides({"account executive": ("41-3091",), "marketing": ("13-1161",)})
    whole = lines.find(
        ["account", "executive"], ["account", "executive"], ["account", "executive"], known=False
    )
    longer = ["regional", "account", "executive"]
    end = lines.find(longer, longer, longer, known=False)
    assert whole and end
    assert whole.share > end.share
    assert lines.find(longer, longer, longer, known=True) is None
    field = ["head", "marketing"]
    assert lines.find(field, field, field, known=False) is None
    assert shares(["a", "b", "c"]) == pytest.approx([0.9, 0.05, 0.05])


def test_calibration_keeps_the_order() -> None:
    calibration = Calibration(plain=Line(-1.0, 1.0), capitals_office=Line(-3.0, 0.5))
    plain = calibrated([("15-1252", 0.6), ("15-1251", 0.3)], False, calibration)
    capitals = calibrated([("15-1252", 0.6), ("15-1251", 0.3)], True, calibration)
    assert plain[0] == pytest.approx(0.3556, abs=0.001)
    assert capitals[0] < plain[0]
    assert plain == sorted(plain, reverse=True)
    assert capitals == sorted(capitals, reverse=True)
    assert calibrated([], False, calibration) == []


def _development() -> list[dict[str, str]]:
    folder = os.environ.get("HALFHOUR_CASES")
    if not folder:
        pytest.skip("HALFHOUR_CASES is not set: the development titles are not here")
    with (Path(folder) / "titles_dev.csv").open(encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize(
    ("source", "first", "first_five"),
    [("contact", 0.87, 0.97), ("us-dol-lca", 0.33, 0.55), ("us-dol-h2b", 0.67, 0.85)],
)
def test_shares_on_the_development_titles(source: str, first: float, first_five: float) -> None:
    rows = [row for row in _development() if row["source"].startswith(source) and row["soc"]]
    answers = load_coder().code([row["title"] for row in rows])
    hits = [
        [code.code[:7] in row["soc"].split("|") for code in answer.codes]
        for row, answer in zip(rows, answers, strict=True)
    ]
    assert np.mean([bool(found) and found[0] for found in hits]) >= first
    assert np.mean([any(found) for found in hits]) >= first_five


def test_development_titles_that_name_no_occupation_are_declined() -> None:
    rows = [row for row in _development() if not row["soc"]]
    assert all(answer.declined for answer in load_coder().code([row["title"] for row in rows]))
