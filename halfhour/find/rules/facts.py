"""What is known of a person, and the forms in which two sources can be compared.

A default of ours: names come apart by names.py; telephones are the same by their last nine digits, organisations without
legal form, case and punctuation.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from typing import Protocol

from halfhour.find.rules.names import family_only, fold_name, split_name

_LEGAL_FORMS_WORDS = """inc llc ltd limited gmbh ag plc corp corporation co company sa sarl srl bv nv ab oy as aps kg lp llp
    pty pvt spa sas"""
_LEGAL_FORMS = frozenset(_LEGAL_FORMS_WORDS.split())

_SIGNS = {n: None for n in range(128) if not 48 <= n <= 57}


class Told(Protocol):
    """A person as a file tells it; the readers' ContactRow is one."""

    @property
    def line(self) -> int: ...
    @property
    def given(self) -> str: ...
    @property
    def middle(self) -> str: ...
    @property
    def family(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def suffix(self) -> str: ...
    @property
    def nickname(self) -> str: ...
    @property
    def emails(self) -> tuple[str, ...]: ...
    @property
    def phones(self) -> tuple[str, ...]: ...
    @property
    def organisation(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def connected_on(self) -> date | None: ...
    @property
    def note(self) -> str: ...
    @property
    def address(self) -> str: ...
    @property
    def school(self) -> str: ...
    @property
    def grad_year(self) -> int | None: ...
    @property
    def first_message_on(self) -> date | None: ...
    @property
    def last_message_on(self) -> date | None: ...
    @property
    def as_of(self) -> date | None: ...
    @property
    def do_not_contact(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a person, from a file or here. name: as shown. job_as_of: the day the job was true, if known."""

    name: str = ""
    given: str = ""
    middle: str = ""
    family: str = ""
    suffix: str = ""
    called: str = ""
    earlier_family: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    organisation: str = ""
    title: str = ""
    job_as_of: date | None = None
    url: str = ""
    connected_on: date | None = None
    address: str = ""
    school: str = ""
    grad_year: int | None = None
    first_message_on: date | None = None
    last_message_on: date | None = None
    note: str = ""
    do_not_contact: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """Someone who is here already. typed: names of Facts fields the seeker wrote by hand; they stay as they are."""

    person_id: int
    facts: Facts
    typed: frozenset[str] = frozenset()


def facts_of(row: Told, *, as_of: date | None = None) -> Facts:
    """A row as facts: a whole name is parted, degrees come off the family name.

    as_of: the day the file's facts hold; the row's own day goes before it.
    """
    given, middle, family, suffix, called, earlier = (
        row.given,
        row.middle,
        row.family,
        row.suffix,
        row.nickname,
        "",
    )
    if family and given:
        family, more, earlier = family_only(family)
        suffix = suffix or more
    else:
        whole = row.name or given or family
        parts = split_name(whole) if "@" not in whole else None
        if parts and (parts.given or parts.family):
            given, middle, family = parts.given, middle or parts.middle, parts.family
            suffix, called, earlier = suffix or parts.suffix, called or parts.called, parts.earlier
    shown = " ".join(p for p in (given, middle, family) if p) or row.name
    if (
        row.name
        and not ("," in row.name or "(" in row.name)
        and fold_name(row.name) != fold_name(shown)
        and row.given
    ):
        shown = row.name
    return Facts(
        name=shown,
        given=given,
        middle=middle,
        family=family,
        suffix=suffix,
        called=called,
        earlier_family=earlier,
        emails=row.emails,
        phones=row.phones,
        organisation=row.organisation,
        title=row.title,
        job_as_of=(row.as_of or as_of) if row.organisation or row.title else None,
        url=row.url,
        connected_on=row.connected_on,
        address=row.address,
        school=row.school,
        grad_year=row.grad_year,
        first_message_on=row.first_message_on,
        last_message_on=row.last_message_on,
        note=row.note,
        do_not_contact=row.do_not_contact,
    )


def fingerprint(facts: Facts) -> str:
    """The same for the same row of a file, and hardly ever for another: kept with an import, it finds the row again."""
    parts = (facts.name, facts.organisation, facts.title, facts.url, *facts.emails, "", *facts.phones)
    return blake2b("\x1f".join(parts).encode(), digest_size=12).hexdigest()


def phone_key(number: str) -> str:
    """The digits that tell one telephone from another: the last nine, whatever country code stands before them."""
    plain = number.lower().partition("ext")[0].partition("x")[0]
    digits = plain.translate(_SIGNS) if plain.isascii() else "".join(c for c in plain if c.isdigit())
    return digits[-9:]


@lru_cache(maxsize=200_000)
def organisation_key(name: str) -> str:
    """An organisation's name without case, accents, punctuation and legal form."""
    words = [fold_name(w) for w in name.replace("&", " and ").replace(",", " ").split()]
    kept = [w for w in words if w and w not in _LEGAL_FORMS and w != "the"]
    return "".join(kept or words)
