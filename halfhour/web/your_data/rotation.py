"""A backup of its own every day: one a day for a week, one a week for four weeks, and no more than that.

Copies made before an upgrade, a restore or a rollback are kept too: the last three of each kind, for four weeks, so that
who was erased is gone from all of them by a day that can be named.
"""

import logging
import re
import shutil
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

from django.conf import settings

from halfhour import clock
from halfhour.web import data_folder, setup
from halfhour.web.your_data import backup

DAYS, WEEKS = 7, 4
COPIES_OF_A_KIND = 3
OLDEST = timedelta(days=7 * WEEKS - 7)
ROOM_FACTOR = 3  # times the database's size must be free, or there is no copy today
NAME = re.compile(r"daily-(\d{4}-\d{2}-\d{2})\.zip")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
KINDS = ("before-upgrade", "before-restore", "before-rollback", "after-upgrade")
log = logging.getLogger(__name__)


def folder() -> Path:
    place = data_folder.ready() / "backups"
    place.mkdir(exist_ok=True, mode=0o700)
    return place


def daily() -> Path | None:
    """Make today's backup unless it is there; None when it is, when there is no room, or the data is on a server."""
    file = setup.database_file()
    today = clock.now().date()
    target = folder() / f"daily-{today.isoformat()}.zip"
    if file is None or not file.exists() or target.exists():
        return None
    if shutil.disk_usage(folder()).free < ROOM_FACTOR * file.stat().st_size:
        log.warning("no room on the disk for a backup today")
        return None
    backup.write(target)
    tidy(today)
    return target


def made() -> dict[date, Path]:
    """The daily backups that are here, by their day."""
    found = ((NAME.fullmatch(f.name), f) for f in sorted(folder().iterdir()))
    return {date.fromisoformat(m[1]): f for m, f in found if m}


def tidy(today: date) -> list[Path]:
    """Remove what is past its time; returns what went."""
    here = made()
    gone = [here[day] for day in here.keys() - kept(here, today)]
    for kind in KINDS:
        copies = sorted(folder().glob(f"{kind}-*"))
        old = [f for f in copies if (on := DAY.search(f.name)) and date.fromisoformat(on[0]) < today - OLDEST]
        gone += [*copies[:-COPIES_OF_A_KIND], *old]
    for file in gone:
        file.unlink(missing_ok=True)
    return gone


def kept(days: Iterable[date], today: date) -> set[date]:
    """The days to keep: each of the last seven, and the first of each of the last four weeks.

    A day after today (the clock was wrong once) counts as today's newest and stays until it is past.
    """
    every = sorted(days)
    stay = {day for day in every if day > today - timedelta(days=DAYS)}
    for back in range(WEEKS):
        monday = today - timedelta(days=today.weekday() + 7 * back)
        week = [day for day in every if monday <= day < monday + timedelta(days=7)]
        stay.update(week[:1])
    return stay


def gone_by(on: date) -> date:
    """The day by which everything that a backup of this day holds has aged out."""
    monday = on - timedelta(days=on.weekday())
    return monday + timedelta(days=7 * WEEKS)


def latest() -> Path | None:
    every: Sequence[Path] = [here for _day, here in sorted(made().items())]
    return every[-1] if every else None


def is_on() -> bool:
    """Daily backups are made unless HALFHOUR_DAILY_BACKUP is 0."""
    return bool(settings.DAILY_BACKUP)
