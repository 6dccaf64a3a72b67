"""What every reader of contacts gives: plain values, whatever the file looked like."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class FileKind(StrEnum):
    """What a file was recognised as, from its content."""

    LINKEDIN = "linkedin"
    LINKEDIN_MESSAGES = "linkedin messages"
    GOOGLE = "google"
    OUTLOOK = "outlook"
    THUNDERBIRD = "thunderbird"
    VCARD = "vcard"
    LDIF = "ldif"
    SPREADSHEET = "spreadsheet"
    PASTED = "pasted"


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One person as one file tells it. Empty text, an empty tuple or None: the file does not say.

    line: 1-based line where the row begins (a spreadsheet's row; for vCards the line of BEGIN).
    name: as the file shows it, or given and family joined. title: the job, never "Dr.".
    address: one line. extra: columns without a field of their own, (column, value), in the file's order.
    do_not_contact: the file marks the person as not to be contacted.
    first_message_on, last_message_on: from the network's own messages, when the export holds them.
    as_of: the day this row says it was last changed (a vCard's REV), when it says so.
    """

    line: int
    given: str = ""
    family: str = ""
    name: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    organisation: str = ""
    title: str = ""
    url: str = ""
    connected_on: date | None = None
    note: str = ""
    address: str = ""
    middle: str = ""
    prefix: str = ""
    suffix: str = ""
    nickname: str = ""
    department: str = ""
    school: str = ""
    grad_year: int | None = None
    first_message_on: date | None = None
    last_message_on: date | None = None
    as_of: date | None = None
    do_not_contact: bool = False
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that was not taken, or was taken with a doubt. skipped: no person came of it."""

    line: int
    reason: str
    skipped: bool = True


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its heading, the field it is read as ("" = none), and what stands in it.

    sure: the heading is one that is known; False when only the content suggested the field.
    """

    index: int
    heading: str
    field: str
    sure: bool
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """A job or a course of study of the seeker's own, from their profile export."""

    organisation: str
    title: str
    started: str = ""
    finished: str = ""


@dataclass(frozen=True, slots=True)
class OwnProfile:
    """What the export says about its owner; the words of the file."""

    given: str = ""
    family: str = ""
    headline: str = ""
    jobs: tuple[Stage, ...] = ()
    studies: tuple[Stage, ...] = ()


@dataclass(frozen=True)
class ReadFile:
    """A file read to the end; nothing is written anywhere.

    rows: in the file's order. problems: every row not taken or doubtful, with its line and reason.
    counts: words and numbers for the page, such as "read", "skipped", "without an e-mail address".
    notes: remarks on the whole file ("read as Windows-1252"). columns: for tables only; the mapping page shows them.
    needs_mapping: the columns were guessed from content, so the seeker should look before importing.
    names_guessed: not even the column of names or addresses has a heading that is known.
    as_of: the day the file's facts hold, when it can be told (for LinkedIn the newest connection at least).
    """

    kind: FileKind
    rows: list[ContactRow]
    problems: list[Problem] = field(default_factory=list)
    counts: Mapping[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    columns: list[Column] = field(default_factory=list)
    needs_mapping: bool = False
    names_guessed: bool = False
    as_of: date | None = None
    owner: OwnProfile | None = None
    encoding: str = ""


def count(rows: list[ContactRow], problems: list[Problem]) -> dict[str, int]:
    """The figures every preview shows: read = rows taken + rows skipped."""
    skipped = sum(p.skipped for p in problems)
    return {
        "read": len(rows) + skipped,
        "people": len(rows),
        "skipped": skipped,
        "without an e-mail address": sum(not r.emails for r in rows),
        "without any way to reach them": sum(not r.emails and not r.phones and not r.url for r in rows),
    }
