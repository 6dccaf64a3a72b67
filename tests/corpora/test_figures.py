"""The shared corpora's figures for our readers, where that folder is given by HALFHOUR_CASES."""

import importlib.util
import os
import sys
from pathlib import Path
from typing import Any

import pytest

CASES = os.environ.get("HALFHOUR_CASES", "")
CORPORA = Path(CASES) / "corpora" if CASES else None
pytestmark = pytest.mark.skipif(
    CORPORA is None or not (CORPORA / "score.py").exists(),
    reason="HALFHOUR_CASES does not name a folder with corpora/score.py",
)


def load(path: Path, name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def score() -> Any:
    assert CORPORA is not None
    return load(CORPORA / "score.py", "halfhour_corpora_score")


@pytest.fixture(scope="module")
def ours() -> Any:
    return load(Path(__file__).with_name("adapters.py"), "halfhour_corpora_adapters")


def share(figures: dict[str, Any], good: str, of: str) -> float:
    return figures[good] / figures[of] if figures[of] else 1.0


def test_vcards(score: Any, ours: Any, capsys: pytest.CaptureFixture[str]) -> None:
    figures = score.vcards(ours.read_vcards, False)
    show(capsys, "vcards", figures)
    assert (figures["crash"], figures["hang"]) == (0, 0)
    assert share(figures, "cards_ok", "cards") >= 170 / 174


def test_contact_tables(score: Any, ours: Any, capsys: pytest.CaptureFixture[str]) -> None:
    figures = score.csvs(ours.read_contacts, False)
    show(capsys, "csv", figures)
    refused, to_refuse = map(int, figures["refuse"].split("/"))
    assert (figures["crash"], figures["hang"], refused) == (0, 0, to_refuse)
    assert share(figures, "files_ok", "files") >= 88 / 94


def test_transcripts(score: Any, ours: Any, capsys: pytest.CaptureFixture[str]) -> None:
    figures = score.transcripts(ours.read_transcript, False)
    show(capsys, "transcripts", figures)
    refused, to_refuse = map(int, figures["refuse"].split("/"))
    cues, all_cues = map(int, figures["cues"].split("/"))
    assert (figures["crash"], figures["hang"], refused, cues) == (0, 0, to_refuse, all_cues)
    assert share(figures, "turns_ok", "turns_cases") >= 34 / 38


def show(capsys: pytest.CaptureFixture[str], kind: str, figures: dict[str, Any]) -> None:
    with capsys.disabled():
        print(f"\n{kind}: {figures}")
