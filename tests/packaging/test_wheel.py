"""The wheel: what is in it, and that it starts in a clean place without the checkout."""

import os
import shutil
import socket
import subprocess
import sys
import sysconfig
import time
import urllib.error
import urllib.request
import venv
import zipfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
WITHIN_SECONDS = 120


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy of what is needed, so the checkout stays as it is."""
    if find_spec("build") is None or find_spec("hatchling") is None:
        pytest.skip("the parts that build a wheel (build, hatchling) are not installed")
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, source / name)
    shutil.copytree(ROOT / "halfhour", source / "halfhour", ignore=shutil.ignore_patterns("__pycache__"))
    built = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(source)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    (path,) = out.glob("halfhour-*.whl")
    return path


@pytest.fixture(scope="module")
def place(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean virtual environment with the wheel in it; the libraries are those of the tests."""
    if find_spec("pip") is None:
        pytest.skip("pip is not installed here")
    place = tmp_path_factory.mktemp("place") / "venv"
    venv.create(place, with_pip=False)
    subprocess.run(
        [
            sys.executable, "-m", "pip", "--python", str(place / "bin" / "python"), "install", "--quiet", "--no-deps",
            "--no-index", "--disable-pip-version-check", str(wheel),
        ],
        check=True,
    )  # fmt: skip
    libraries = next(place.glob("lib/python*/site-packages"))
    (libraries / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return place


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    """A clean environment: no word of the checkout."""
    kept = {
        name: value for name, value in os.environ.items() if name in {"PATH", "LANG", "SYSTEMROOT", "TMPDIR"}
    }
    return {**kept, "HALFHOUR_DATA": str(tmp_path / "data"), "HOME": str(tmp_path)}


def test_everything_a_page_needs_is_in_it(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    of_the_checkout = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "halfhour").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert of_the_checkout <= inside
    for name in (
        "halfhour/choose/facts/coder.npz", "halfhour/choose/facts/overrides.txt", "halfhour/choose/facts/titles.tsv.gz",
        "halfhour/choose/migrations/0001_first.py", "halfhour/choose/templates/choose/index.html",
        "halfhour/web/static/halfhour/css/halfhour.css",
    ):  # fmt: skip
        assert name in inside
    assert not [name for name in inside if name.startswith(("tests/", "scripts/", "benchmarks/", "docs/"))]


def test_help_answers(place: Path, surroundings: dict[str, str], tmp_path: Path) -> None:
    said = subprocess.run(
        [place / "bin" / "halfhour", "--help"],
        env=surroundings,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stderr
    assert "start" in said.stdout
    where = subprocess.run(
        [place / "bin" / "python", "-c", "import halfhour; print(halfhour.__file__)"],
        env=surroundings,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(where.stdout.strip()).is_relative_to(place)


@pytest.fixture
def address(place: Path, surroundings: dict[str, str], tmp_path: Path) -> Iterator[str]:
    """Where the installed program listens, once it does."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path / "said.txt"
    with log.open("w") as out:
        server = subprocess.Popen(
            [place / "bin" / "halfhour", "start", "--no-browser", "--port", str(port)],
            env=surroundings,
            cwd=tmp_path,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(f"{address}/livez", server, log)
            yield address
        finally:
            server.terminate()
            server.wait(20)


def wait_for(url: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + WITHIN_SECONDS
    while time.monotonic() < until:
        assert server.poll() is None, log.read_text()
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                assert answer.status == 200
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.3)
    pytest.fail(f"nothing answered at {url}: {log.read_text()}")


def test_it_starts_and_answers(address: str, tmp_path: Path) -> None:
    with urllib.request.urlopen(f"{address}/livez", timeout=5) as answer:
        assert answer.status == 200
    assert (tmp_path / "data").is_dir()
    link = next(
        word
        for word in (tmp_path / "said.txt").read_text().split()
        if word.startswith("http") and "/start/" in word
    )
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    page = opener.open(link, timeout=30).read().decode()
    assert "What work do you wonder about?" in page
    sheet = next(part for part in page.split('"') if part.startswith("/static/") and part.endswith(".css"))
    with urllib.request.urlopen(address + sheet, timeout=10) as answer:
        assert answer.headers["Content-Type"].startswith("text/css")
