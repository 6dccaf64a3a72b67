"""Prints how the mail and calendar readers do on the shared corpora; holds them to the goals' shares."""

import json
import sys
from collections import Counter
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.corpora import adapters_mail

NO = {"decline", "cancel", "do-not-contact"}
YES = {"accept", "propose"}


def scorer(cases: Path) -> ModuleType:
    spec = spec_from_file_location("score", cases / "corpora" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    written, sys.dont_write_bytecode = sys.dont_write_bytecode, True  # the folder is read-only
    spec.loader.exec_module(module)
    sys.dont_write_bytecode = written
    return module


def share(pair: str) -> float:
    right, every = pair.split("/")
    return int(right) / int(every)


@pytest.fixture
def figures(cases: Path) -> Callable[[str, Callable[..., Any]], dict[str, Any]]:
    module = scorer(cases)

    def run(kind: str, reader: Callable[..., Any]) -> dict[str, Any]:
        found: dict[str, Any] = module.KINDS[kind](reader, False)
        print(kind, json.dumps(found))
        return found

    return run


def test_reply_text(figures: Any) -> None:
    found = figures("reply", adapters_mail.reply_text)
    assert (found["crash"], found["hang"]) == (0, 0)
    assert found["exact_ok"] >= 85 / 115 * found["exact_cases"]
    assert found["near_ok"] >= 100 / 115 * found["exact_cases"]


def test_classes(figures: Any) -> None:
    found = figures("classify", adapters_mail.classify_mail)
    assert (found["crash"], found["hang"]) == (0, 0)
    assert share(found["bounce"]) >= 266 / 269
    assert share(found["auto-reply"]) >= 52 / 54
    assert share(found["human"]) == 1
    assert share(found["hard_flag"]) >= 215 / 236


def test_awkward_mime(figures: Any) -> None:
    found = figures("mime", adapters_mail.read_mail)
    assert (found["crash"], found["hang"]) == (0, 0)
    assert share(found["subject"]) >= 78 / 79
    assert share(found["text"]) >= 82 / 86


def test_calendar_files(figures: Any) -> None:
    found = figures("calendar", adapters_mail.read_ics)
    assert (found["crash"], found["hang"], found["unscored_crash"]) == (0, 0, 0)
    assert found["reject_survived"] == found["reject_files"]
    assert found["files_ok"] >= found["files"] - 1


def test_invitations_and_answers(figures: Any) -> None:
    found = figures("itip", adapters_mail.apply_itip)
    assert found["ok"] == found["cases"]


def test_intents(cases: Path) -> None:
    answers = [
        a
        for file in sorted((cases / "corpora" / "mail" / "intent").glob("*.json"))
        for a in json.loads(file.read_text("utf-8"))
    ]
    given = [adapters_mail.intent(a["text"]) for a in answers]
    right = sum(a["label"] == label for a, label in zip(answers, given, strict=True))
    wrong = Counter(
        (a["label"], label) for a, label in zip(answers, given, strict=True) if a["label"] != label
    )
    print("intent", right, "of", len(answers), dict(wrong))
    assert right >= 0.85 * len(answers)
    assert not [pair for pair in wrong if pair[0] in NO and pair[1] in YES]
