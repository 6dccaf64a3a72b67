"""The named steps of `./run test`: format, lint, types, missing migrations, deploy check, tests.

./run test            everything but the long tests, on SQLite, then what differs on PostgreSQL
./run test --slow     the long tests
./run test PATH ...   only these tests
"""

import ctypes.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import postgres  # the file beside this one

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def step(name: str, command: list[str], **env: str) -> None:
    """Run one step; stop everything when it fails."""
    print(f"--- {name}", flush=True)
    began = time.monotonic()
    code = subprocess.run(command, cwd=ROOT, env={**os.environ, **env}, check=False).returncode
    print(
        f"--- {name}: {'passed' if code == 0 else f'failed ({code})'} in {time.monotonic() - began:.0f} s",
        flush=True,
    )
    if code:
        sys.exit(code)


def python(*words: str) -> list[str]:
    return [sys.executable, *words]


def install(package: str, there: Callable[[], object], without_it: str) -> bool:
    """Have a program of the machine: found, or installed where this is root and there is apt; else say what is skipped."""
    if not there() and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print(f"--- installing {package}", flush=True)
        env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for words in (["update", "-q"], ["install", "-y", "-q", "--no-install-recommends", package]):
            subprocess.run(["apt-get", *words], check=False, stdout=subprocess.DEVNULL, env=env)
    if not there():
        print(f"--- no {package} found: {without_it}", flush=True)
        return False
    return True


def chromium() -> bool:
    return any(shutil.which(name) for name in CHROMIUM)


def dovecot() -> bool:
    return bool(shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin"))


def libical() -> bool:
    return bool(ctypes.util.find_library("ical"))


def main(words: list[str]) -> None:
    slow = "--slow" in words
    chosen = [w for w in words if w != "--slow"]
    install("chromium", chromium, "the browser tests are skipped and say so")
    install("dovecot-imapd", dovecot, "the tests with a real mailbox are skipped and say so")
    install("libical3", libical, "the tests that open our calendar files in libical are skipped and say so")
    workers = str(min(4, os.cpu_count() or 2))
    pytest = python("-m", "pytest", "-n", workers, "--dist", "loadfile", "-q")
    if slow:
        step("long tests", [*pytest, "-m", "slow", *chosen])
        if install("postgresql", postgres.programs, "the tests on PostgreSQL are left out"):
            with postgres.running() as url:
                step(
                    "tests on PostgreSQL",
                    [*pytest, "-m", "not slow and not browser", *chosen],
                    DATABASE_URL=url,
                )
        return
    if chosen:
        step("chosen tests", python("-m", "pytest", *chosen))
        return
    step("format", python("-m", "ruff", "format", "--check", "-q", "."))
    step("lint", python("-m", "ruff", "check", "-q", "."))
    with tempfile.TemporaryDirectory() as folder:
        step("types", python("-m", "mypy", "halfhour"), HALFHOUR_DATA=folder)
        manage = python("-m", "django")
        settings = ["--settings", "halfhour.web.settings"]
        step(
            "missing migrations",
            [*manage, "makemigrations", "--check", "--dry-run", *settings],
            HALFHOUR_DATA=folder,
        )
        step(
            "deploy check",
            [*manage, "check", "--deploy", "--fail-level", "WARNING", *settings],
            HALFHOUR_DATA=folder,
        )
    step("tests", [*pytest, "-m", "not slow and not browser"])
    # One browser at a time: two on two cores make each other late.
    step("browser tests", python("-m", "pytest", "-q", "-m", "browser and not slow"))


if __name__ == "__main__":
    main(sys.argv[1:])
