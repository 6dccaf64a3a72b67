"""What time it is for this program.

HALFHOUR_NOW (an ISO date or date and time) shifts the clock to that moment when the program starts and lets it tick
from there. Rules never look here: they get `now` and `today` as arguments.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_fixed: ContextVar[datetime | None] = ContextVar("fixed_moment", default=None)
_started = time.time()


def parse_moment(text: str) -> datetime:
    """An ISO date ("2026-11-23", meaning 9 in the morning UTC) or date and time. ValueError when it is neither."""
    if len(text) == 10:
        return datetime.combine(date.fromisoformat(text), datetime.min.time(), UTC) + timedelta(hours=9)
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def shifted() -> datetime | None:
    """The moment the clock was moved to, or None when it is the real one."""
    text = os.environ.get("HALFHOUR_NOW", "").strip()
    return parse_moment(text) if text else None


def now() -> datetime:
    """The present instant, aware, in UTC."""
    fixed = _fixed.get()
    if fixed is not None:
        return fixed
    moved = shifted()
    if moved is None:
        return datetime.now(UTC)
    return moved.astimezone(UTC) + timedelta(seconds=time.time() - _started)


def today(zone: str) -> date:
    """The local date in an IANA zone; UTC when the zone is not known on this machine."""
    return now().astimezone(zone_of(zone)).date()


def zone_of(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Stand still at one moment, for the demo's story and the tests."""
    token = _fixed.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _fixed.reset(token)
