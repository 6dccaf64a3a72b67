"""Whose answer a message is.

Source: a default of ours, in the order users of neighbouring tools ask for: the ids of our own messages, then
sender with subject and time; everything less certain is asked. Anybody can write any name and any address on an
envelope, so only an id of ours, or our subject, together with the address that was written to, is sure.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from halfhour.mail.rules.addresses import same_box


class How(StrEnum):
    ID = "id"
    SUBJECT = "subject"
    ID_OTHER_ADDRESS = "id-other-address"
    ADDRESS = "address"
    NAME = "name"


SURE = {How.ID, How.SUBJECT}


@dataclass(frozen=True, slots=True)
class Awaited:
    """Someone who was written to. thing: kind and id of what it belongs to ("contact.approach", 7).

    emails: all that are known to be theirs, in any spelling. subjects: of what was sent. since: the first message; nothing older can be an answer.
    """

    thing: tuple[str, int]
    name: str
    emails: frozenset[str]
    subjects: frozenset[str]
    since: datetime | None


@dataclass(frozen=True, slots=True)
class Seen:
    """What of a message decides. ids: of References and In-Reply-To; subject: with or without "Re:"."""

    sender: str
    sender_name: str
    subject: str
    ids: tuple[str, ...]
    arrived_at: datetime


@dataclass(frozen=True, slots=True)
class Match:
    thing: tuple[str, int]
    how: How

    @property
    def sure(self) -> bool:
        return self.how in SURE


def match(
    seen: Seen, awaited: Iterable[Awaited], ours: Mapping[str, tuple[tuple[str, int], str]]
) -> Match | None:
    """Say to what it is an answer, and by what; None when nothing speaks for any.

    ours: Message-ID -> (thing, address it went to). Of several equal matches the latest asked is meant, unsurely.
    """
    sender = same_box(seen.sender)
    awaited = list(awaited)
    for one in seen.ids:
        if one in ours:
            thing, address = ours[one]
            theirs = {same_box(address)}.union(*(_boxes(a) for a in awaited if a.thing == thing))
            return Match(thing, How.ID if sender and sender in theirs else How.ID_OTHER_ADDRESS)
    everyone = [a for a in awaited if a.since is None or a.since <= seen.arrived_at]
    by_address = [a for a in everyone if sender and sender in _boxes(a)]
    subject = bare_subject(seen.subject)
    same = [a for a in by_address if subject and subject in {bare_subject(s) for s in a.subjects}]
    if len(same) == 1 and subject != folded(seen.subject):  # it carries a "Re:"
        return Match(same[0].thing, How.SUBJECT)
    if by_address:
        return Match(_latest(same or by_address).thing, How.ADDRESS)
    name = folded(seen.sender_name)
    by_name = [a for a in everyone if name and " " in name and _same_name(name, folded(a.name))]
    if by_name:
        return Match(_latest(by_name).thing, How.NAME)
    return None


def _boxes(one: Awaited) -> set[str]:
    return {same_box(email) for email in one.emails} - {""}


def bare_subject(text: str) -> str:
    """A subject without reply marks, folded."""
    return re.sub(
        r"^(?:(?:re|ref|aw|sv|antw|antwort|rif|res|odp|vs|vl|r|rv|ynt|回复|答复|回覆)(?:\[\d+\])?\s?[:：] ?)+",
        "",
        folded(text),
    )


def folded(text: str) -> str:
    """Lower case, without accents, single spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def _same_name(one: str, other: str) -> bool:
    """The same words in any order, so that "Okafor, Adaeze" is Adaeze Okafor; titles do not count."""
    return _words(one) == _words(other) and len(_words(one)) > 1


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w+", name)) - {"dr", "mr", "ms", "mrs", "prof", "mx"}


def _latest(several: list[Awaited]) -> Awaited:
    return max(several, key=lambda a: a.since.timestamp() if a.since else 0.0)
