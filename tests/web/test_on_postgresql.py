"""PostgreSQL restarted under the program, and an upgrade of it killed at any statement; skipped where there is no server."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from scripts import postgres

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]

# Asks for Today again and again, one status a line, each after a line on standard input: the same process, the same threads.
PAGES = """
import sys
from halfhour.web import setup
setup.ready()
from wsgiref.util import setup_testing_defaults
from django.conf import settings
from django.test import Client
from halfhour.accounts.actions import laptop_user
from halfhour.web.wsgi import application
client = Client()
client.force_login(laptop_user())
cookie = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
def ask(path):
    environ = {"PATH_INFO": path, "HTTP_HOST": "127.0.0.1", "HTTP_COOKIE": cookie}
    setup_testing_defaults(environ)
    said = []
    answer = application(environ, lambda status, headers: said.append(status))
    b"".join(answer)
    answer.close()
    return said[0][:3]
print("ready", flush=True)
for line in sys.stdin:
    print(ask(line.strip()), flush=True)
"""

# Upgrades, and dies by itself at the n-th statement; says how many there were when it lives.
UPGRADE = """
import os, signal, sys
from halfhour.web import setup
setup.django_ready()
from django.db import connection
dies_at, count = int(sys.argv[1]), 0
def one(execute, sql, params, many, context):
    global count
    count += 1
    if count == dies_at:
        os.kill(os.getpid(), signal.SIGKILL)
    return execute(sql, params, many, context)
with connection.execute_wrapper(one):
    setup.migrate(lambda line: None)
print(count)
"""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    if postgres.programs() is None:
        pytest.skip("no PostgreSQL server on this machine")
    with postgres.running() as url:
        yield url


@pytest.fixture
def env(server: str, tmp_path: Path, request: pytest.FixtureRequest) -> dict[str, str]:
    """A new database and a new data folder."""
    name = f"t{abs(hash(request.node.name)) % 10**9}"
    sql(server, "postgres", f"CREATE DATABASE {name}")
    return {
        **os.environ,
        "DATABASE_URL": server.rpartition("/")[0] + f"/{name}",
        "HALFHOUR_DATA": str(tmp_path / "data"),
        "DJANGO_SETTINGS_MODULE": "halfhour.web.settings",
    }


def sql(url: str, database: str, words: str) -> str:
    import psycopg

    folder = unquote(urlsplit(url).netloc.rpartition("@")[2])
    with psycopg.connect(host=folder, user=postgres.USER, dbname=database, autocommit=True) as db:
        cursor = db.execute(words)
        return str(cursor.fetchall()) if cursor.description else ""


def restart(url: str) -> None:
    """Stopped at once, as by a crash, and started again."""
    folder = Path(unquote(urlsplit(url).netloc.rpartition("@")[2]))
    options = f"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=50"
    programs = postgres.programs()
    assert programs is not None
    words = [
        "-D",
        str(folder / "data"),
        "-o",
        options,
        "-l",
        str(folder / "log"),
        "-w",
        "-m",
        "immediate",
        "restart",
    ]
    postgres.as_user("pg_ctl", programs, *words)


def test_fault_144_after_a_restart_of_postgresql_the_next_page_is_there(
    server: str, env: dict[str, str]
) -> None:
    pages = subprocess.Popen(
        [sys.executable, "-c", PAGES], env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert pages.stdin is not None
    assert pages.stdout is not None

    def ask(path: str) -> str:
        pages.stdin.write(f"{path}\n")  # type: ignore[union-attr]
        pages.stdin.flush()  # type: ignore[union-attr]
        return pages.stdout.readline().strip()  # type: ignore[union-attr]

    try:
        assert pages.stdout.readline().strip() == "ready"
        assert ask("/choose/") == "200"
        for _turn in range(3):
            restart(server)
            assert [ask("/choose/"), ask("/me/")] == ["200", "200"]
    finally:
        pages.kill()
        pages.wait(timeout=10)


def test_fault_15_an_upgrade_on_postgresql_killed_at_any_statement_is_finished_by_the_next_start(
    server: str, env: dict[str, str]
) -> None:
    def upgrade(dies_at: int) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", UPGRADE, str(dies_at)], env=env, capture_output=True, text=True
        )

    killed = 0
    for dies_at in (3, 90, 240):
        done = upgrade(dies_at)
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL, done.stderr
        killed += 1
    assert killed == 3
    assert upgrade(0).returncode == 0
    # The schema is the one of a database that was never disturbed.
    columns = "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2"
    name = env["DATABASE_URL"].rpartition("/")[2]
    sql(server, "postgres", f"CREATE DATABASE {name}_plain")
    disturbed = sql(server, name, columns)
    env["DATABASE_URL"] += "_plain"
    assert upgrade(0).returncode == 0
    assert disturbed == sql(server, f"{name}_plain", columns)
