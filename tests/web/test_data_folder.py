"""The data folder is this person's alone, and its secrets are made once."""

import stat
import sys
from pathlib import Path

import pytest

from halfhour.web import data_folder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="file modes are POSIX")


def test_the_folder_is_closed_and_secrets_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HALFHOUR_DATA", str(tmp_path / "mine"))
    first = data_folder.secret("start-secret")
    assert data_folder.secret("start-secret") == first
    assert stat.S_IMODE((tmp_path / "mine").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "mine" / "start-secret").stat().st_mode) == 0o600


def test_two_folders_have_two_secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = set()
    for name in ("one", "two"):
        monkeypatch.setenv("HALFHOUR_DATA", str(tmp_path / name))
        secrets.add(data_folder.secret("start-secret"))
    assert len(secrets) == 2
