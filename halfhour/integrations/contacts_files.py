"""Read a file of people, whatever it is. The content decides what it is; its name only whether bare lines are names."""

import re
from collections.abc import Mapping, Sequence
from itertools import islice

from halfhour.integrations import archive, tables
from halfhour.integrations.contacts import ReadFile
from halfhour.integrations.google import reader as google
from halfhour.integrations.ldif import reader as ldif
from halfhour.integrations.linkedin import headings as linkedin_headings
from halfhour.integrations.linkedin import reader as linkedin
from halfhour.integrations.outlook import reader as outlook
from halfhour.integrations.pasted import reader as pasted
from halfhour.integrations.refused import Refused
from halfhour.integrations.spreadsheet import reader as spreadsheet
from halfhour.integrations.spreadsheet import workbook
from halfhour.integrations.tables import Table
from halfhour.integrations.text import decode
from halfhour.integrations.thunderbird import reader as thunderbird
from halfhour.integrations.vcard import jcard
from halfhour.integrations.vcard import reader as vcard
from halfhour.integrations.vocabulary import Field

_JSON = re.compile(rb"\{\s*\"|\[\s*[\[{]|\[\s*\"vcard\"")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_PLAIN_TEXT = (".txt", ".text", ".md")  # one name a line looks like any short lines, so here the name decides
ColumnMapping = Mapping[int, str]


def refuse_size(head: bytes, size: int, *, file: str) -> None:
    """Refused before anything is read when no file of this size is taken. head: its first bytes."""
    if head.startswith(_ZIP):
        archive.check_size(size, file=file)
    elif vcard.looks_like_vcard(head):
        vcard.check_size(size, file=file)
    else:
        tables.check_size(size, file=file)


def read_contacts(
    name: str, data: bytes, mapping: ColumnMapping | None = None, *, first_row: bool | None = None
) -> ReadFile:
    """Everyone in a file: LinkedIn ZIP or CSV, Google, Outlook or Thunderbird CSV, vCard, jCard, LDIF, any CSV or XLSX, a plain list.

    name: what the person calls the file, for messages only. data: its bytes.
    mapping: the seeker's own choice for a table, column index -> field (a value of vocabulary.Field); the columns
    not named keep the guess. first_row: the seeker's word on whether the first row holds the headings.
    Refused, with one plain sentence, when nothing can be taken.
    """
    if data.startswith(_ZIP):
        return _read_zip(name, data, mapping)
    if vcard.looks_like_vcard(data):
        return vcard.read(data, file=name)
    cards = jcard.cards_of(data, file=name) if _JSON.match(_head(data)) else None
    if cards is not None:
        return vcard.people_of(cards, file=name, encoding="utf-8")
    _refuse_other_programs(data, name)
    tables.check_size(len(data), file=name)
    text = decode(data, file=name, recognise=_headings_in)
    if ldif.looks_like_ldif(text.data):
        return ldif.read(text, file=name)
    tables.refuse_long_lines(text.data, file=name)
    table = tables.find_table(text, _known)
    if mapping is None:
        found = _read_known(table, name)
        if found is not None:
            return found
    if not table.heading:
        plain = name.casefold().endswith(_PLAIN_TEXT)
        lines = pasted.read_if_list(text, file=name) or (
            pasted.read_if_names(text, file=name) if plain else None
        )
        if lines is not None and mapping is None:
            return lines
    return spreadsheet.read(table, file=name, mapping=mapping, first_row=first_row)


def _head(data: bytes) -> bytes:
    return data[:200].removeprefix(b"\xef\xbb\xbf").lstrip()


def _refuse_other_programs(data: bytes, name: str) -> None:
    """Text that is plainly meant for another program; as a table it would be rows of nonsense."""
    head = _head(data)
    if _JSON.match(head):
        raise Refused(
            "this is data of a program (JSON), not a list of people; please export CSV or vCard", file=name
        )
    if head[:15].upper() == b"BEGIN:VCALENDAR":
        raise Refused("this is a calendar, not a list of people", file=name)


def _read_known(table: Table, name: str) -> ReadFile | None:
    if linkedin_headings.is_messages(table.heading):
        return linkedin.read_messages(table, file=name)
    if linkedin_headings.is_connections(table.heading):
        return linkedin.read_connections(table, file=name)
    by_order = _in_linkedin_order(table)
    if by_order is not None:
        return linkedin.read_connections(by_order[0], file=name, fields=by_order[1])
    if google.recognises(table.heading):
        return google.read(table, file=name)
    if thunderbird.recognises(table.heading):
        return thunderbird.read(table, file=name)
    if outlook.recognises(table.heading):
        return outlook.read(table, file=name)
    return None


def _in_linkedin_order(table: Table) -> tuple[Table, list[Field | None]] | None:
    """LinkedIn's file in a language whose headings are not known: told by its cells, wherever the heading stands."""
    head = [tables.split_line(x, ",") for x in islice(table.text.lines(), 60)]
    for number, cells in enumerate(head[:20], 1):
        fields = linkedin_headings.fields_by_order(cells, [r for r in head[number:] if r])
        if fields is not None:
            return Table(tuple(cells), number, ",", table.text), fields
    return None


def _read_zip(name: str, data: bytes, mapping: ColumnMapping | None) -> ReadFile:
    opened = archive.open_archive(data, file=name)
    if workbook.is_workbook(opened):
        return workbook.read(data, opened, file=name, mapping=mapping)
    what = workbook.other_document(opened)
    if what:
        raise Refused(f"this is {what}, not a list of people", file=name)
    return linkedin.read_export(opened, file=name)


def _known(cells: Sequence[str]) -> int:
    return linkedin.known_headings(cells) or max(
        google.known_headings(cells), spreadsheet.known_headings(cells)
    )


def _headings_in(text: str) -> int:
    best = 0
    for line in text.splitlines()[:20]:
        for delimiter in tables.DELIMITERS:
            best = max(best, _known(tables.split_line(line, delimiter)) % 100)
    return best
