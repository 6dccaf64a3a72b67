"""What one entry becomes when two entries of one person are joined.

A default of ours: what the seeker wrote by hand or said wins; a job goes whole, title with place and day, and the later
known one wins; what only one of them tells is taken over; an own note is never lost; a wish to be left alone always holds.
Of two sources the one that says more in a letter comes first; the other stays with the entry that was joined.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

FILLED = (
    *("salutation", "pronoun", "email", "phone", "url", "timezone", "prefers", "relationship", "how_met"),
    *("school", "association", "hometown", "something_for_them"),
)
NAME = ("name", "given", "family")
JOB = ("title", "organisation_id", "job_as_of")
CODE = ("occupation_id", "code_score", "code_reason", "code_by", "route_only", "coded_at")
LEVEL = ("level", "level_by")
WORD = ("does_it", "candidate_id", "swept_at")
ADDRESS = ("postal_address", "address_from")
SEEKER = "seeker"
MANY = {"emails": "email", "phones": "phone"}
NAMED_BY_A_PERSON = frozenset(("acquaintance", "referral", "administrator"))
SAYS_LITTLE = frozenset(("network", "other"))


@dataclass(frozen=True)
class Entry:
    """One of the two. columns: by their names in the table; source_kind: "" without one; hangs_on: rows of any step."""

    person_id: int
    columns: Mapping[str, Any]
    source_kind: str = ""
    source_may_be_named: bool = True
    hangs_on: int = 0

    def has(self, *names: str) -> bool:
        return any(self.columns[name] not in (None, "") for name in names)


def kept_of(one: Entry, other: Entry) -> tuple[Entry, Entry]:
    """(the one that stays, the one that goes): more hangs on it, more was typed by hand, or it was here first."""
    first, second = sorted((one, other), key=lambda e: (-e.hangs_on, -len(e.columns["typed"]), e.person_id))
    return first, second


def joined(kept: Entry, gone: Entry) -> dict[str, Any]:
    """The columns of the kept entry that change, with what they become."""
    becomes: dict[str, Any] = {}

    def take(*names: str) -> None:
        becomes.update({name: gone.columns[name] for name in names})

    if _name_is_better(kept, gone):
        take(*NAME)
    if _job_is_better(kept, gone):
        take(*JOB)
    if kept.columns["code_by"] != SEEKER and ("title" in becomes or gone.columns["code_by"] == SEEKER):
        take(*CODE)
    if kept.columns["level_by"] != SEEKER and ("title" in becomes or gone.columns["level_by"] == SEEKER):
        take(*LEVEL)
    if not kept.has("does_it", "candidate_id"):
        take(*WORD)
    if not kept.has("postal_address"):
        take(*ADDRESS)
    for name in FILLED:
        if not kept.has(name):
            take(name)
    for day in ("connected_on", "do_not_contact_at"):
        known = [d for d in (kept.columns[day], gone.columns[day]) if d is not None]
        becomes[day] = min(known, default=None)
    becomes["save_for_later"] = kept.columns["save_for_later"] or gone.columns["save_for_later"]
    becomes["note"] = _both(kept.columns["note"], gone.columns["note"])
    becomes["typed"] = sorted({*kept.columns["typed"], *gone.columns["typed"]})
    if _says(gone) > _says(kept):
        take("source_id")
    becomes["more"] = _more(kept, gone, becomes)
    return {name: value for name, value in becomes.items() if value != kept.columns[name]}


def _name_is_better(kept: Entry, gone: Entry) -> bool:
    if "name" in kept.columns["typed"]:
        return False
    fuller = len(kept.columns["given"].rstrip(".")) <= 1 < len(gone.columns["given"].rstrip("."))
    return "name" in gone.columns["typed"] or fuller or (not kept.has("family") and gone.has("family"))


def _job_is_better(kept: Entry, gone: Entry) -> bool:
    if not gone.has("title", "organisation_id"):
        return False
    if not kept.has("title", "organisation_id"):
        return True
    by_hand = {"title", "organisation"}
    if by_hand & set(kept.columns["typed"]):
        return False
    if by_hand & set(gone.columns["typed"]):
        return True
    days = (kept.columns["job_as_of"], gone.columns["job_as_of"])
    if days[0] != days[1]:
        return days[0] is None or (days[1] is not None and days[1] > days[0])
    return not kept.has("title") and gone.has("title")


def _both(kept: str, gone: str) -> str:
    if not gone.strip() or gone.strip() in kept:
        return kept
    return f"{kept.rstrip()}\n\n{gone.strip()}" if kept.strip() else gone


def _says(entry: Entry) -> int:
    """How much the source says in a letter."""
    if not entry.source_kind:
        return 0
    if entry.source_kind in SAYS_LITTLE:
        return 1
    return 3 if entry.source_kind in NAMED_BY_A_PERSON and entry.source_may_be_named else 2


def _more(kept: Entry, gone: Entry, becomes: Mapping[str, Any]) -> dict[str, Any]:
    """Every further address and number of both, and what else only one of them tells."""
    more = {**gone.columns["more"], **kept.columns["more"]}
    for name, column in MANY.items():
        first = becomes.get(column, kept.columns[column])
        told = [
            *kept.columns["more"].get(name, ()), gone.columns[column], *gone.columns["more"].get(name, ())
        ]  # fmt: skip
        rest = [value for value in dict.fromkeys(told) if value and value.lower() != first.lower()]
        more.pop(name, None)
        if rest:
            more[name] = rest
    return more
