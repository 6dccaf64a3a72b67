"""What this process says about itself: which start it is, and when its tick last ran."""

import secrets
import time

_INSTANCE = secrets.token_hex(8)
_TICK_EVERY_SECONDS = 60
_last_tick: float | None = None


def instance() -> str:
    """Told apart from another program on the same port, and from an earlier start."""
    return _INSTANCE


def ticked() -> None:
    global _last_tick
    _last_tick = time.monotonic()


def tick_says() -> str:
    """ok; or since when the tick is silent. A process that runs no tick (a test, a command) says ok."""
    if _last_tick is None:
        return "ok"
    silent = time.monotonic() - _last_tick
    return "ok" if silent < 3 * _TICK_EVERY_SECONDS else f"silent for {silent:.0f} s"
