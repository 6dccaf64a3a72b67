"""The doctor's look at what happens while the program runs: the tick, the backups, the newest data, the secrets."""

import os
import stat
from collections.abc import Iterator
from datetime import timedelta
from zoneinfo import available_timezones

from halfhour import clock
from halfhour.web import data_folder, running
from halfhour.web.doctor.found import Found

SILENT = timedelta(minutes=5)
BACKUP_LATE = timedelta(days=3)
SECRETS = ("secret-key", "start-secret", "left-alone-salt")


def secrets() -> Iterator[Found]:
    """Only their owner may read them."""
    folder = data_folder.path()
    readable = [
        name
        for name in SECRETS
        if os.name == "posix"
        and (folder / name).exists()
        and stat.S_IMODE((folder / name).stat().st_mode) & 0o077
    ]
    names = ", ".join(readable)
    yield Found(
        "Secrets",
        not readable,
        f"others can read {names}" if readable else "readable by you alone",
        "chmod 600 " + " ".join(f"'{folder / name}'" for name in readable),
    )


def locking() -> Iterator[Found]:
    """Two writers have to be kept apart."""
    folder = data_folder.path()
    if folder.exists():
        yield Found(
            "Locking",
            data_folder.locks(folder),
            "two writers are kept apart" if data_folder.locks(folder) else "this folder does not lock files",
            "It may lie on a network. Set HALFHOUR_DATA to a folder on this computer.",
        )


def newest() -> Iterator[Found]:
    """A database copied without its -wal file lacks its newest part: the tick has seen more than is in it."""
    from halfhour.history.models import Event

    seen = running.last_tick()
    if seen is None:
        return
    at, event = seen
    here = Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    yield Found(
        "Newest data",
        here >= event,
        "all there"
        if here >= event
        else f"older than it was on {at:%Y-%m-%d %H:%M} UTC; was the file copied alone, without its -wal?",
        "Stop Halfhour and put the last backup back: halfhour restore FILE",
    )


def the_tick() -> Iterator[Found]:
    """When things last happened by themselves, and when they will next."""
    from halfhour.web import server

    seen = running.last_tick()
    up = server.running_link() is not None
    if seen is None:
        yield Found("Tick", not up, "has not run yet", "Stop Halfhour and start it again.")
        return
    at = seen[0]
    silent = up and clock.now() - at > SILENT
    coming = at + timedelta(seconds=running.TICK_EVERY_SECONDS)
    says = f"last {at:%Y-%m-%d %H:%M} UTC, next " + (f"{coming:%H:%M}" if up else "when Halfhour starts")
    yield Found(
        "Tick",
        not silent,
        f"silent since {at:%Y-%m-%d %H:%M} UTC although Halfhour runs" if silent else says,
        "Stop Halfhour and start it again; reminders wait meanwhile and come then.",
    )


def stale_server() -> Iterator[Found]:
    """A start that did not end in order leaves a note behind; another program may have its port now."""
    from halfhour.web import server

    noted = (data_folder.path() / "server.json").exists()
    up = server.running_link() is not None
    yield Found(
        "Server",
        up or not noted,
        "running" if up else ("noted as running, but it does not answer" if noted else "not running"),
        "It was stopped hard, or hangs. Start Halfhour again.",
    )


def backups() -> Iterator[Found]:
    """One a day while it runs."""
    from halfhour.web import setup
    from halfhour.web.your_data import rotation

    seen = running.last_tick()
    if setup.database_file() is None or seen is None:
        return
    if not rotation.is_on():
        yield Found("Daily backup", True, "left out (HALFHOUR_DAILY_BACKUP=0)")
        return
    made = rotation.made()
    last = max(made, default=None)
    well = last is not None and seen[0].date() - last < BACKUP_LATE
    yield Found(
        "Daily backup",
        well,
        f"last on {last.isoformat()}" if last else "none yet",
        "Usually the disk is too full for it. Free some space, or: halfhour backup FILE",
    )


def zone() -> Iterator[Found]:
    """The seeker's zone has to be known on this machine, or every day would be taken for UTC's."""
    from halfhour.accounts.models import Seeker

    known = available_timezones()
    wrong = [s.timezone for s in Seeker.objects.all()[:50] if s.timezone not in known]
    yield Found(
        "Time zone",
        not wrong,
        f"{wrong[0]!r} is not known here" if wrong else "known",
        "Choose yours on the page About me. If none is known, install the package tzdata.",
    )


def mailbox() -> Iterator[Found]:
    """Whether letters can leave and answers come in, as far as it was seen last."""
    from halfhour.mail.models import Mailbox

    for box in Mailbox.objects.all()[:20]:
        well = not box.stopped and not box.trouble
        says = f"{box.address}, answers {'fetched' if box.reads else 'not fetched'}"
        if box.stopped:
            says = "the password was refused three times, so nothing is tried any more"
        elif box.trouble:
            says = box.trouble
        yield Found(
            "Mailbox", well, says, "Open the page Mailbox and try it there, or: halfhour doctor --send"
        )
    if not Mailbox.objects.exists():
        yield Found("Mailbox", True, "none connected; letters leave through your own mail program")
