"""A PostgreSQL server for the tests: private, on a socket in a temporary folder, gone afterwards."""

import getpass
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

USER = "postgres"


def programs() -> Path | None:
    """The folder with initdb and pg_ctl, newest version first; None where there is no server."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]), reverse=True
    )
    if found:
        return found[0].parent
    on_path = shutil.which("initdb")
    return Path(on_path).parent if on_path else None


@contextmanager
def running() -> Iterator[str]:
    """Start a server and give its DATABASE_URL; stop it by itself at the end. It refuses to run as root, so it does not."""
    bin_folder = programs()
    if bin_folder is None:
        raise SystemExit("no PostgreSQL server on this machine")
    with tempfile.TemporaryDirectory(prefix="halfhour-pg-") as folder:
        Path(folder).chmod(0o755)
        home = Path(folder) / "data"
        home.mkdir()
        if os.geteuid() == 0:
            shutil.chown(home, USER)
            shutil.chown(folder, USER)
        as_user("initdb", bin_folder, "-D", str(home), "-A", "trust", "-U", USER, "-E", "UTF8")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=50"
        as_user("pg_ctl", bin_folder, "-D", str(home), "-o", options, "-l", f"{folder}/log", "-w", "start")
        try:
            yield f"postgres://{USER}@{quote(folder, safe='')}/postgres"
        finally:
            as_user("pg_ctl", bin_folder, "-D", str(home), "-m", "immediate", "stop")


def as_user(program: str, bin_folder: Path, *words: str) -> None:
    command = [str(bin_folder / program), *words]
    if getpass.getuser() == "root" or os.geteuid() == 0:
        command = ["setpriv", "--reuid", USER, "--regid", USER, "--clear-groups", *command]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")
