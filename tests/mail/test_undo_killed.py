"""The program killed with no warning between the undo and its answer: what was taken back stays taken back."""

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.mail import outbox
from halfhour.mail.models import Mailbox, Outgoing, State
from tests.mail.servers import Post

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(120),
    pytest.mark.django_db(transaction=True),
    pytest.mark.filterwarnings("ignore"),
]
UNDO = """
import os, signal, sys
import django
django.setup()
from django.db import connection
connection.settings_dict["NAME"] = sys.argv[1]
from halfhour.mail import outbox
from halfhour.mail.models import Outgoing
assert outbox.undo(Outgoing.objects.get(pk=int(sys.argv[2])))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_fault_27_taken_back_and_killed_in_the_window_it_stays_taken_back(
    maya: User, mailbox: Mailbox, post: Post
) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("the other process opens the SQLite file by its name")
    same = {"subject": "Hello", "body": "Hello.", "at_any_hour": True}
    message = outbox.queue(maya, key="k", recipient="a@example.com", **same)  # type: ignore[arg-type]
    other = outbox.queue(maya, key="o", recipient="b@example.com", **same)  # type: ignore[arg-type]
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "halfhour.web.settings",
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    words = [sys.executable, "-c", UNDO, str(connection.settings_dict["NAME"]), str(message.pk)]
    done = subprocess.run(words, env=env, capture_output=True, text=True)
    assert done.returncode == -signal.SIGKILL, done.stderr
    for minutes in (1, 5, 60, 24 * 60):
        with clock.at(clock.now() + timedelta(minutes=minutes)):
            outbox.send_due()
    states = {row.pk: row.state for row in Outgoing.objects.all()}
    assert states == {message.pk: State.UNDONE, other.pk: State.SENT}
    assert len(post.arrived) == 1
