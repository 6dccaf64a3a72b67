"""Secrets: none in the repository, none in what leaves the data folder; a new key ends what the old one opened."""

import json
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client, override_settings

from halfhour.accounts.models import User
from halfhour.privacy import actions as privacy
from halfhour.web import data_folder
from halfhour.web.your_data import backup
from halfhour.web.your_data.export import export

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("monday")]
SECRETS = ("secret-key", "start-secret", "mail-key")
LOOKS_LIKE_ONE = re.compile(
    rb"-----BEGIN [A-Z ]*PRIVATE KEY-----|AKIA[0-9A-Z]{16}|ghp_[A-Za-z0-9]{36}|xox[bp]-[0-9A-Za-z-]{20,}"
    rb"|(?i:secret_key|api_key|password)\s*=\s*[\"'][A-Za-z0-9+/_-]{32,}[\"']"
)


def test_fault_155_no_file_of_the_repository_holds_a_secret() -> None:
    told = subprocess.run(["git", "ls-files", "-z"], capture_output=True, check=False)
    if told.returncode:
        pytest.skip("not a checkout")
    files = [Path(name) for name in told.stdout.decode().split("\0") if name and Path(name).is_file()]
    found = [str(f) for f in files if f.stat().st_size < 2**20 and LOOKS_LIKE_ONE.search(f.read_bytes())]
    assert (found, len(files) > 500) == ([], True)
    assert LOOKS_LIKE_ONE.search(b'SECRET_KEY = "' + b"a" * 50 + b'"')


@pytest.mark.skipif("sqlite" not in settings.DATABASES["default"]["ENGINE"], reason="SQLite only")
def test_fault_155_no_secret_leaves_the_data_folder_in_a_backup_or_an_export(
    maya: User, tmp_path: Path
) -> None:
    words = {name: data_folder.secret(name) for name in SECRETS}
    backup.write(tmp_path / "halfhour.zip")
    export(maya, tmp_path / "out")
    with zipfile.ZipFile(tmp_path / "halfhour.zip") as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    everything += b"".join(f.read_bytes() for f in (tmp_path / "out").rglob("*") if f.is_file())
    assert [name for name, word in words.items() if word.encode() in everything] == []


def test_fault_155_with_a_new_key_the_old_session_and_the_old_calendar_address_are_dead(
    as_maya: Client, maya: User
) -> None:
    address = f"/calendar/{privacy.secret_of(privacy.turn_feed(maya, on=True))}.ics"
    assert (as_maya.get("/me/").status_code, Client().get(address).status_code) == (200, 200)
    with override_settings(SECRET_KEY="another-" * 8):
        assert as_maya.get("/me/").status_code == 403
        assert Client().get(address).status_code == 404
        link = f"/start/{data_folder.secret('start-secret')}/"
        assert Client().get(link).status_code == 302  # the start link is a secret of its own


def test_fault_155_and_122_no_log_line_holds_a_secret(maya: User, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("DEBUG"):
        Client().get(f"/start/{data_folder.secret('start-secret')}/")
        Client().get(f"/calendar/{privacy.secret_of(privacy.turn_feed(maya, on=True))}.ics")
    said = json.dumps([r.getMessage() for r in caplog.records])
    assert [name for name in SECRETS if data_folder.secret(name) in said] == []
