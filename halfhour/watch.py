"""How far something long has come: told to whoever waits for it, and they may say stop.

Readers and actions tell where they are; nobody has to listen. The listener stops the work by raising Stopped, so it
ends wherever a step is told, and a transaction around it is undone.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from typing import TypeVar

T = TypeVar("T")
_EVERY = 250  # items from one word to the next


class Stopped(Exception):  # noqa: N818 - a wish, no error
    """Whoever waits wants it to end."""


class Step(StrEnum):
    WAITING = "waiting"
    READING = "reading"
    GOING_THROUGH = "going through"
    COMPARING = "comparing"
    NOTING = "noting"
    KEEPING = "keeping"


Listener = Callable[[Step, int, int], None]
_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


@contextmanager
def told_to(listener: Listener) -> Iterator[None]:
    """While this lasts, the listener hears (step, how many are done, of how many; 0: not known)."""
    before = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(before)


def each(step: Step, items: Iterable[T], *, of: int = 0) -> Iterator[T]:
    """The same items; every few of them the listener hears how many there were. of: how many there are, 0: not known."""
    listener = _listener.get()
    return iter(items) if listener is None else _each(listener, step, items, of)


def _each(listener: Listener, step: Step, items: Iterable[T], of: int) -> Iterator[T]:
    listener(step, 0, of)
    for number, item in enumerate(items, 1):
        if number % _EVERY == 0:
            listener(step, number, of)
        yield item
