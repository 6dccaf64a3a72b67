"""Which column of a table is what: asked when the headings do not say it, and remembered for the next such file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.find.models import ColumnsRead
from halfhour.integrations.contacts import Column, ReadFile
from halfhour.integrations.contacts_files import read_contacts
from halfhour.integrations.refused import Refused as RefusedByReader
from halfhour.integrations.vocabulary import CHOICES, Field, fold
from halfhour.refused import Refused

NAMES = (Field.NAME, Field.GIVEN, Field.FAMILY, Field.EMAIL)  # one of these has to be there
WORDS = {field.value: words for field, words in CHOICES}


@dataclass(frozen=True)
class Table:
    """A file as it could be read so far. read: None when nobody was found in it. remembered: read as said for an earlier file."""

    columns: Sequence[Column]
    read: ReadFile | None
    reason: str = ""
    first_row: bool | None = None
    remembered: bool = False

    @property
    def unsure(self) -> bool:
        return self.read is None or (self.read.needs_mapping and not self.remembered)

    @property
    def names_unsure(self) -> bool:
        """Not even where the names stand is sure."""
        return self.read is None or (self.read.names_guessed and not self.remembered)


def read_table(
    user: User,
    name: str,
    data: bytes,
    *,
    said: Mapping[int, str] | None = None,
    first_row: bool | None = None,
) -> Table:
    """Read a file as the seeker says, else as they said for a file with these headings, else by its headings and cells.

    Refused when it is no table of people and nobody could say what its columns are.
    """
    try:
        read = read_contacts(name, data, said, first_row=first_row)
    except RefusedByReader as no:
        if not no.columns or said:
            raise
        table = Table(no.columns, None, no.reason, no.first_row)
    else:
        table = Table(read.columns, read, first_row=first_row)
    if said:
        remember(user, table, said)
        return table
    before = _remembered(user, table.columns) if table.unsure else None
    if before is None:
        return table
    fields = {int(place): field for place, field in before.fields.items()}
    try:
        read = read_contacts(name, data, fields, first_row=before.first_row)
    except RefusedByReader:
        return table
    return Table(read.columns, read, first_row=before.first_row, remembered=True)


def said_by_heading(columns: Sequence[Column], pairs: Mapping[str, str]) -> dict[int, str]:
    """ "Wer" -> "name" as place -> field. A column without a heading goes by its number, from 1.

    Refused, naming what there is, for a heading or a field that does not exist.
    """
    places = {fold(c.heading): c.index for c in reversed(columns) if c.heading}
    places |= {str(c.index + 1): c.index for c in columns if not c.heading}
    said = {}
    for heading, field in pairs.items():
        place = places.get(fold(heading), places.get(heading.strip()))
        if place is None:
            there = ", ".join(c.heading or str(c.index + 1) for c in columns)
            raise Refused(
                _("There is no column “%(heading)s”. The file has: %(there)s.")
                % {"heading": heading, "there": there}
            )
        if field not in WORDS:
            raise Refused(
                _("“%(field)s” is nothing a column can be. There is: %(there)s.")
                % {"field": field, "there": ", ".join(WORDS)}
            )
        said[place] = field
    return said


def remember(user: User, table: Table, said: Mapping[int, str]) -> None:
    """Keep the seeker's word for the next file with the same headings; a file without headings is not known again."""
    digest = _digest(table.columns)
    if digest:
        ColumnsRead.objects.update_or_create(
            owner=user,
            headings=digest,
            defaults={"fields": dict(said), "first_row": table.first_row, "at": clock.now()},
        )


def _remembered(user: User, columns: Sequence[Column]) -> ColumnsRead | None:
    digest = _digest(columns)
    return ColumnsRead.objects.visible_to(user).filter(headings=digest).first() if digest else None


def _digest(columns: Sequence[Column]) -> str:
    headings = [fold(c.heading) for c in columns]
    return sha256("\x1f".join(headings).encode()).hexdigest() if any(headings) else ""
