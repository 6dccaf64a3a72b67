"""Read the sheet of an XLSX workbook that holds people. Entity tricks and bombs are refused before the sheet is read."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError

from halfhour.integrations.archive import Archive
from halfhour.integrations.contacts import Problem, ReadFile
from halfhour.integrations.refused import Refused
from halfhour.integrations.spreadsheet.reader import heading_row, known_headings, read_rows
from halfhour.integrations.tables import MAX_COLUMNS, MAX_ROWS
from halfhour.watch import Step, Stopped, each

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

_LOOKED_AT = 64 * 1024  # bytes of each part
_HEADING_ROWS = 25


def is_workbook(opened: Archive) -> bool:
    return any(n.casefold() == "xl/workbook.xml" for n in opened.names)


def other_document(opened: Archive) -> str:
    """What an Office file or a program is, when a ZIP is one; "" for an ordinary ZIP."""
    names = {n.casefold() for n in opened.names}
    for part, what in (
        ("word/document.xml", "a Word document"),
        ("ppt/presentation.xml", "a PowerPoint presentation"),
        ("xl/workbook.bin", "a binary Excel workbook (.xlsb); please save it as .xlsx"),
        ("content.xml", "an OpenDocument file; please save it as .xlsx or .csv"),
        ("meta-inf/manifest.mf", "a Java program"),
        ("androidmanifest.xml", "an Android program"),
        ("index/document.iwa", "a Numbers or Pages file; please export it as CSV"),
    ):
        if part in names:
            return what
    return ""


def read(data: bytes, opened: Archive, *, file: str, mapping: Mapping[int, str] | None = None) -> ReadFile:
    """The people of the first sheet that has any, hidden sheets last. Refused when it is damaged, a trick, or has no people."""
    from openpyxl import load_workbook  # slow to import, and no other file needs it

    _refuse_tricks(opened, file)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            return _read_book(book, file=file, mapping=mapping)
        finally:
            book.close()
    except (Refused, Stopped):
        raise
    except (DefusedXmlException, ParseError) as error:
        raise Refused("its XML is damaged or not allowed", file=file) from error
    except Exception as error:  # openpyxl lets whatever a broken part provokes come through
        raise Refused("this workbook is damaged and cannot be read", file=file) from error


def _read_book(book: "Workbook", *, file: str, mapping: Mapping[int, str] | None) -> ReadFile:
    """The first sheet that is read as it is; else the first whose columns can be asked about, read as the seeker says."""
    refusal: Refused | None = None
    asked: ReadOnlyWorksheet | None = None
    sheets = sorted(book.worksheets, key=lambda sheet: sheet.sheet_state != "visible")
    for number, sheet in enumerate(sheets):
        try:
            found = _read_sheet(sheet, file=file, mapping=None)
        except Refused as reason:
            if reason.columns and asked is None:
                asked, refusal = sheet, reason
            refusal = refusal or reason
            continue
        found = found if not mapping else _read_sheet(sheet, file=file, mapping=mapping)
        return replace(found, notes=[*found.notes, *_other_sheets(sheet, sheets[number + 1 :], file)])
    if asked is not None and mapping:
        return _read_sheet(asked, file=file, mapping=mapping)
    raise refusal or Refused("this workbook has no sheet", file=file)


def _other_sheets(
    taken: "ReadOnlyWorksheet", rest: Sequence["ReadOnlyWorksheet"], file: str
) -> Iterator[str]:
    """What the seeker should know when more sheets hold people than the one that was read."""
    others = []
    for sheet in rest:
        rows = list(islice(_cells(sheet, file), _HEADING_ROWS))
        if len(rows) > 1 and any(known_headings(cells) for _, cells in rows):
            others.append(f"“{sheet.title}”")
    if others:
        yield f"Only the sheet “{taken.title}” was read. People stand in {', '.join(others[:5])}, too: save each as a file of its own."


def _refuse_tricks(opened: Archive, file: str) -> None:
    """A first look at every part; what stands further down is stopped by the parser, which knows no entities."""
    for name in opened.names:
        if name.casefold().endswith((".xml", ".rels", ".vml")):
            head = opened.head(name, _LOOKED_AT).replace(b"\x00", b"").upper()
            if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                raise Refused(
                    "it holds XML with a document type, as attacks do and workbooks do not", file=file
                )


def _read_sheet(sheet: "ReadOnlyWorksheet", *, file: str, mapping: Mapping[int, str] | None) -> ReadFile:
    problems: list[Problem] = []
    rows = _cells(sheet, file)
    first: list[tuple[int, list[str]]] = []
    for row in rows:
        first.append(row)
        if len(first) >= _HEADING_ROWS:
            break
    if not first:
        raise Refused("the sheet is empty", file=file)
    scores = [known_headings(c) for _, c in first]
    best = max(range(len(first)), key=lambda i: scores[i])
    if scores[best]:
        heading, rest = first[best][1], first[best + 1 :]
    elif not any("@" in c for c in first[0][1]) and len(first) > 1:
        start = heading_row([c for _, c in first])
        heading, rest = first[start][1], first[start + 1 :]
    else:
        heading, rest = [], first

    def following() -> Iterator[tuple[int, list[str]]]:
        yield from rest
        yield from rows

    return read_rows(heading, following(), problems, file=file, mapping=mapping)


def _cells(sheet: "ReadOnlyWorksheet", file: str) -> Iterator[tuple[int, list[str]]]:
    """(row number, cells as text) of every row that holds something."""
    sheet.reset_dimensions()
    for number, values in enumerate(each(Step.READING, sheet.iter_rows(values_only=True)), 1):
        if number > MAX_ROWS:
            raise Refused(
                f"it has more than {MAX_ROWS:,} rows, which is the limit; please split it", file=file
            )
        cells = [_as_text(v) for v in values[:MAX_COLUMNS]]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            yield number, cells


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
