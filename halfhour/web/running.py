"""What this process says about itself: which start it is, and when its tick last ran.

The last tick is written down too, with the newest line of history it saw: another process can then say when it was, and a
database that is older than that was copied without its newest part.
"""

import json
import secrets
import time
from datetime import datetime
from typing import Any

from halfhour import clock

_INSTANCE = secrets.token_hex(8)
TICK_EVERY_SECONDS = 60
_last_tick: float | None = None


def instance() -> str:
    """Told apart from another program on the same port, and from an earlier start."""
    return _INSTANCE


def ticked(newest_event: int | None = None) -> None:
    global _last_tick
    _last_tick = time.monotonic()
    if newest_event is not None:
        from halfhour.web import data_folder

        told = {"at": clock.now().isoformat(), "event": newest_event}
        data_folder.private_write(data_folder.ready() / "tick.json", json.dumps(told))


def last_tick() -> tuple[datetime, int] | None:
    """When any process of this data folder last ticked, and the newest line of history then."""
    from halfhour.web import data_folder

    try:
        told: dict[str, Any] = json.loads((data_folder.path() / "tick.json").read_text(encoding="utf-8"))
        return datetime.fromisoformat(told["at"]), int(told["event"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def forget_tick() -> None:
    """The data was exchanged: what the tick saw is no longer true."""
    from halfhour.web import data_folder

    (data_folder.path() / "tick.json").unlink(missing_ok=True)


def tick_says() -> str:
    """ok; or since when the tick is silent. A process that runs no tick (a test, a command) says ok."""
    if _last_tick is None:
        return "ok"
    silent = time.monotonic() - _last_tick
    return "ok" if silent < 3 * TICK_EVERY_SECONDS else f"silent for {silent:.0f} s"
