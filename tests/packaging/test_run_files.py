"""`run` and `run.cmd` do the same: the words they know, what they install, what they say."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHELL = (ROOT / "run").read_text(encoding="utf-8")
WINDOWS = (ROOT / "run.cmd").read_bytes().decode("ascii")


@pytest.mark.parametrize("word", ["test", "shots", "bench"])
def test_words_of_their_own(word: str) -> None:
    assert re.search(rf"^{word}\)", SHELL, re.M)
    assert f'if "%word%"=="{word}" goto {word}\r\n' in WINDOWS
    assert f":{word}\r\ncall :install dev.txt || exit /b 2\r\n" in WINDOWS


@pytest.mark.parametrize(
    "part",
    [
        "requirements", "dev.txt", "run.txt", "--require-hashes", "HALFHOUR_VENV", "UV_PYTHON_DOWNLOADS", "PYTHONPATH",
        "installed-", "-m benchmarks", "screenshots.py", "check.py", "-m halfhour", "sys.version_info < (3, 11)", "--port",
        "--no-browser", "--lan", "Halfhour needs Python 3.11 or newer, and none was found.",
        "Setting Halfhour up. This happens once and takes less than a minute.", "Bringing Halfhour's parts up to date.",
        "Python could not make a place for Halfhour's parts.",
    ],
)  # fmt: skip
def test_both_know(part: str) -> None:
    assert part in SHELL
    assert part in WINDOWS


def test_every_jump_has_its_label() -> None:
    labels = set(re.findall(r"^:(\w+)", WINDOWS, re.M))
    jumps = set(re.findall(r"(?:goto|call :)\s*:?(\w+)", re.sub(r"^rem .*$", "", WINDOWS, flags=re.M)))
    assert jumps == labels


def test_lines_end_as_cmd_needs_them() -> None:
    """With other line ends cmd.exe does not find every label."""
    assert WINDOWS.count("\r\n") == WINDOWS.count("\n")
    assert "\r" not in SHELL
