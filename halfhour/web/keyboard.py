"""The single keys each page listens to, for the page that lists them."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Key:
    where: str | Promise
    key: str
    does: str | Promise


KEYS: tuple[Key, ...] = ()
