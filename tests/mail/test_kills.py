"""The sender killed with no warning, by process id, a hundred times at each of the two moments that matter."""

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.mail import outbox
from halfhour.mail.models import Outgoing, State
from tests.mail.conftest import mailbox_of
from tests.mail.servers import Post

KILLS = 100
pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(170),
    pytest.mark.django_db(transaction=True),
    pytest.mark.filterwarnings("ignore"),
]
# Loads the program once; for each line it reads, a child process begins to send, says so at the given moment, and
# stands still there until it is killed.
NURSERY = """
import os, sys, time
import django
django.setup()
from django.db import connection
connection.settings_dict["NAME"] = sys.argv[1]
from halfhour.integrations.smtp import client as smtp
from halfhour.mail import outbox

def stand(*args, **more):
    os.write(1, b"%d\\n" % os.getpid())
    time.sleep(600)

if sys.argv[2] == "claimed":
    smtp.submit = stand
else:
    outbox.write_down = stand
for line in sys.stdin:
    if os.fork() == 0:
        outbox.send_due()
        os._exit(1)
"""


class Nursery:
    def __init__(self, where: str, trusted: Path) -> None:
        env = {
            **os.environ,
            "SSL_CERT_FILE": str(trusted),
            "DJANGO_SETTINGS_MODULE": "halfhour.web.settings",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        }
        database = str(connection.settings_dict["NAME"])
        self.process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-c", NURSERY, database, where],
            env=env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def kill_one(self) -> None:
        """A sender that has come to the moment, and is no more."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(b"go\n")
        self.process.stdin.flush()
        os.kill(int(self.process.stdout.readline()), signal.SIGKILL)

    def close(self) -> None:
        self.process.kill()
        self.process.wait(timeout=10)


@pytest.fixture
def letters(maya: User, post: Post) -> list[Outgoing]:
    if connection.vendor != "sqlite":
        pytest.skip("the other processes open the SQLite file by its name")
    mailbox_of(maya, post.port, daily_limit=1000)
    every = []
    for n in range(KILLS):
        told = {"recipient": f"p{n}@example.com", "subject": f"Letter {n}", "body": "Hello."}
        every.append(outbox.queue(maya, key=f"k{n}", at_any_hour=True, **told))  # type: ignore[arg-type]
    Outgoing.objects.update(send_after=clock.now() - timedelta(minutes=1))
    return every


@pytest.fixture
def nursery(request: pytest.FixtureRequest, trusted: Path, letters: list[Outgoing]) -> Iterator[Nursery]:
    running = Nursery(request.param, trusted)
    yield running
    running.close()


def start_again() -> None:
    """The program is started again two minutes later, and looks a few times."""
    for minutes in (2, 3, 10):
        with clock.at(clock.now() + timedelta(minutes=minutes)):
            for _turn in range(KILLS // outbox.ONE_AT_A_TIME + 1):
                outbox.send_due()


@pytest.mark.parametrize("nursery", ["claimed"], indirect=True)
def test_fault_2_killed_between_claim_and_connection_each_is_sent_exactly_once(
    letters: list[Outgoing], post: Post, nursery: Nursery
) -> None:
    for _turn in range(KILLS):
        nursery.kill_one()
    assert Outgoing.objects.exclude(claimed_at=None).count() == KILLS
    assert post.arrived == []
    start_again()
    assert Counter(post.ids) == Counter(f"<{m.message_id}>" for m in letters)
    assert {m.state for m in Outgoing.objects.all()} == {State.SENT}


@pytest.mark.parametrize("nursery", ["dotted"], indirect=True)
def test_fault_3_killed_after_the_last_dot_none_is_sent_twice_and_each_is_shown_as_unknown(
    letters: list[Outgoing], post: Post, nursery: Nursery
) -> None:
    for _turn in range(KILLS):
        nursery.kill_one()
    assert len(post.arrived) == KILLS
    start_again()
    assert Counter(post.ids) == Counter(f"<{m.message_id}>" for m in letters)
    assert {m.state for m in Outgoing.objects.all()} == {State.UNKNOWN}
