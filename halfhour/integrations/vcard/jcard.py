"""Read jCard (RFC 7095), the vCard that programs hand to each other as JSON."""

import json
from collections.abc import Iterator
from typing import Any

from halfhour.integrations.refused import Refused
from halfhour.integrations.vcard.properties import TAKE, Card

MAX_BYTES = 6 * 1024 * 1024  # read, JSON takes many times its size
_STRUCTURED = frozenset(("N", "ADR", "ORG"))


def cards_of(data: bytes, *, file: str) -> list[Card] | None:
    """The cards of a file; None when it is other JSON. `line` counts the cards. Refused when it is too large."""
    if len(data) > MAX_BYTES:
        return None
    try:
        told = json.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, list):
        return None
    if told[:1] == ["vcard"]:
        told = [told]
    found = [card for card in told if isinstance(card, list) and card[:1] == ["vcard"] and len(card) > 1]
    if not found:
        return None
    if len(found) < len(told):
        raise Refused(
            f"only {len(found):,} of its {len(told):,} parts are cards, so it is damaged", file=file
        )
    return [_card(number, card[1]) for number, card in enumerate(found, 1)]


def _card(number: int, properties: Any) -> Card:
    card = Card(number)
    for name, value in _values(properties):
        take = TAKE.get(name)
        if take is not None:
            take(card, value)
    return card


def _values(properties: Any) -> Iterator[tuple[str, str]]:
    """(name, value as a vCard would write it) of every property that is one."""
    for prop in properties if isinstance(properties, list) else ():
        if not isinstance(prop, list) or len(prop) < 4 or not isinstance(prop[0], str):
            continue
        name, values = prop[0].upper(), prop[3:]
        if name in _STRUCTURED:
            yield name, ";".join(map(_written, values[0] if isinstance(values[0], list) else values))
        elif name == "CATEGORIES":
            yield name, ",".join(map(_written, values))
        else:
            for value in values:
                yield name, _written(value)


def _written(value: Any) -> str:
    if isinstance(value, list):
        return ",".join(map(_written, value))
    if not isinstance(value, str | int | float):
        return ""
    text = str(value).replace("\\", "\\\\").replace("\n", "\\n")
    return text.replace(";", "\\;").replace(",", "\\,")
