"""Read an Outlook CSV (classic, new and outlook.com), in the languages Outlook writes its headings in.

Nobody's own spreadsheet has some fifteen of Outlook's headings, so their number tells it.
"""

from collections.abc import Sequence

from halfhour.integrations.columns import guess_fields
from halfhour.integrations.contacts import FileKind, ReadFile
from halfhour.integrations.spreadsheet.reader import read_table
from halfhour.integrations.tables import Table
from halfhour.integrations.vocabulary import Field, look_up

_MANY = 15


def recognises(headings: Sequence[str]) -> bool:
    fields = guess_fields(headings)
    known = sum(f is not None for f in fields)
    return (
        known >= _MANY
        and known >= len(headings) * 0.3
        and {Field.GIVEN, Field.FAMILY, Field.EMAIL} <= set(fields)
    )


def read(table: Table, *, file: str) -> ReadFile:
    fields = guess_fields(table.heading, look_up)
    return read_table(table, fields, kind=FileKind.OUTLOOK, file=file)
