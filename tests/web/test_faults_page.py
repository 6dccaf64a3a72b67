"""The page of faults tells the truth: each number has a line, and each test it names exists."""

import re
from pathlib import Path

ROWS = {
    int(m[1]): (m[2], m[3].strip())
    for m in re.finditer(
        r"^\| (\d+) \| [^|]+ \| ([^|]*) \| ([^|]*) \|$",
        Path("docs/faults.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
}
TESTS = {
    name
    for file in Path("tests").rglob("*.py")
    for name in re.findall(r"^def (test_\w+)\(", file.read_text(encoding="utf-8"), re.MULTILINE)
}


def test_every_number_has_a_line_with_a_test_or_a_reason() -> None:
    assert sorted(ROWS) == list(range(1, 156))
    assert [n for n, (tests, reason) in ROWS.items() if not tests.strip() and not reason] == []


def test_every_test_it_names_exists() -> None:
    named = {name for tests, reason in ROWS.values() for name in re.findall(r"\btest_\w+", tests + reason)}
    assert sorted(named - TESTS) == []
