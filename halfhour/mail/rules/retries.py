"""When a message that was not taken is tried again.

Source: RFC 5321 section 4.5.4.1: retries, growing apart, given up after four or five days.
"""

from datetime import datetime, timedelta

STEPS_MINUTES = (1, 5, 30, 120, 240)
LINE_DOWN_MINUTES = 5  # a server that cannot be reached at all: back soon after it is
GIVES_UP_DAYS = 5


def next_try(made_at: datetime, now: datetime, tries: int, *, line_down: bool = False) -> datetime | None:
    """When to try again after `tries` failures (1 or more); None when it is time to give up.

    made_at: when the message was written, so that the days count from the click. line_down: no server was reached,
    so it says nothing about this message.
    """
    minutes = STEPS_MINUTES[min(max(tries, 1), len(STEPS_MINUTES)) - 1]
    minutes = min(minutes, LINE_DOWN_MINUTES) if line_down else minutes
    again = now + timedelta(minutes=minutes)
    return again if again < made_at + timedelta(days=GIVES_UP_DAYS) else None
