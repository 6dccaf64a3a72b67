"""Three things keep the map true; the first two are read from the imports here."""

import ast
import sys
from pathlib import Path

import pytest

from halfhour.steps import ROOMS, STEPS

PACKAGE = Path(__file__).parent.parent / "halfhour"
ORDER = [step.name for step in STEPS]
RULES_MAY_IMPORT = {"numpy", "rapidfuzz", "rustworkx", "highspy"}
NEVER_IN_RULES = {
    "os",
    "pathlib",
    "socket",
    "urllib.request",
    "http",
    "subprocess",
    "io",
    "tempfile",
    "shutil",
    "django",
}


def imports_of(file: Path) -> set[str]:
    """Every module a file imports, also inside functions and under TYPE_CHECKING."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def files(folder: str) -> list[Path]:
    return [f for f in sorted((PACKAGE / folder).rglob("*.py")) if "migrations" not in f.parts]


def rooms_used(file: Path) -> set[str]:
    return {m.split(".")[1] for m in imports_of(file) if m.startswith("halfhour.") and len(m.split(".")) > 1}


@pytest.mark.parametrize("step", ORDER)
def test_a_step_uses_earlier_steps_only(step: str) -> None:
    later = set(ORDER[ORDER.index(step) + 1 :]) | {"programme", "reply", "web"}
    wrong = {str(f.relative_to(PACKAGE)): rooms_used(f) & later for f in files(step) if rooms_used(f) & later}
    assert wrong == {}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_knows_no_step(room: str) -> None:
    steps = set(ORDER) | {"programme", "reply", "web"}
    wrong = {str(f.relative_to(PACKAGE)): rooms_used(f) & steps for f in files(room) if rooms_used(f) & steps}
    assert wrong == {}


@pytest.mark.parametrize("step", ORDER)
def test_rules_are_plain_python(step: str) -> None:
    """No Django, files, network or clock: only the standard library, earlier rules and the arithmetic libraries."""
    wrong = {}
    for file in files(f"{step}/rules"):
        for module in imports_of(file):
            top = module.split(".")[0]
            inside = (
                module.startswith("halfhour.")
                and ".rules" in module
                and module.split(".")[1] in ORDER[: ORDER.index(step) + 1]
            )
            fine = (
                inside
                or top in RULES_MAY_IMPORT
                or (top in sys.stdlib_module_names and top not in NEVER_IN_RULES)
            )
            if not fine:
                wrong.setdefault(str(file.relative_to(PACKAGE)), set()).add(module)
    assert wrong == {}


def test_rules_do_not_read_the_clock() -> None:
    clocks = {"now", "today", "utcnow", "time", "monotonic"}
    wrong = []
    for step in ORDER:
        for file in files(f"{step}/rules"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                called = node.func if isinstance(node, ast.Call) else None
                of = called.value if isinstance(called, ast.Attribute) else None
                if (
                    isinstance(of, ast.Name)
                    and of.id in {"datetime", "date", "time"}
                    and called.attr in clocks
                ):
                    wrong.append(f"{file.relative_to(PACKAGE)}:{node.lineno}")
    assert wrong == []


def test_there_is_no_room_for_odds_and_ends() -> None:
    names = {p.stem for p in PACKAGE.rglob("*") if p.suffix == ".py" or p.is_dir()}
    assert names & {"utils", "util", "common", "helpers", "misc"} == set()
