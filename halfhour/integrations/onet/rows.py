"""One table file, tab-delimited, comma-separated or a spreadsheet, as rows picked by column name."""

from __future__ import annotations

import csv
import io
import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any
from zipfile import BadZipFile

from halfhour.integrations.onet.archive import Limits, Member, gunzip, judge_workbook
from halfhour.integrations.onet.layouts import COLUMNS, plain_name
from halfhour.integrations.onet.values import Refused

_CODE = re.compile(r"\d\d-\d{4}\.\d\d")
_EMPTY = frozenset({"", "n/a", "N/A", "None"})

csv.field_size_limit(1_000_000)


def is_code(text: str) -> bool:
    return _CODE.fullmatch(text) is not None


def read_rows(
    member: Member, wanted: Sequence[str], *, optional: Sequence[str] = (), limits: Limits
) -> Iterator[tuple[str, ...]]:
    """Yield the wanted values of each row, then the optional ones ("" when the column is absent).

    Raises Refused when a wanted column is missing or the file cannot be read.
    """
    lines = _raw_rows(member, limits)
    header = next(lines, None)
    if header is None:
        raise Refused(f"{member.name} is empty.")
    names = [plain_name(cell) for cell in header]
    places = [_place(names, column) for column in wanted]
    for column, place in zip(wanted, places, strict=True):
        if place is None:
            expected = COLUMNS[column][0].title().replace("Onet Soc", "O*NET-SOC")
            raise Refused(
                f'{member.name} has no column "{expected}", so it is not the O*NET file it is named after.'
            )
    places += [_place(names, column) for column in optional]
    for row in lines:
        width = len(row)
        yield tuple(row[place] if place is not None and place < width else "" for place in places)


def _place(names: list[str], column: str) -> int | None:
    return next((names.index(name) for name in COLUMNS[column] if name in names), None)


def _raw_rows(member: Member, limits: Limits) -> Iterator[list[str]]:
    data = member.read()
    kind = member.kind
    if kind.endswith(".gz"):
        data = gunzip(data, limits, member.name)
    if kind == ".xlsx":
        yield from _workbook_rows(data, member.name, limits)
        return
    text = _decode(data, member.name)
    lines = io.StringIO(text, newline="")
    if kind.startswith(".txt"):
        # Quotes are ordinary characters in the tab-delimited form.
        for line in lines.read().splitlines():
            if line:
                yield [_clean(cell) for cell in line.split("\t")]
        return
    try:
        for row in csv.reader(lines, strict=True):
            if row:
                yield [_clean(cell) for cell in row]
    except csv.Error as error:
        raise Refused(f"{member.name} is not a well-formed CSV file.") from error


def _decode(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        if b"\x00" in data[:4096]:
            raise Refused(f"{name} is not a text file.") from None
        return data.decode("cp1252", errors="replace")


def _clean(cell: str) -> str:
    cell = cell.strip()
    return "" if cell in _EMPTY else cell


def _workbook_rows(data: bytes, name: str, limits: Limits) -> Iterator[list[str]]:
    from openpyxl import load_workbook  # slow to import, needed for one of three forms only

    judge_workbook(data, limits, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheet = book.worksheets[0]
            for row in _guarded(sheet.iter_rows(values_only=True)):
                yield [_clean("" if cell is None else str(cell)) for cell in row]
            book.close()
    except Refused:
        raise
    except (BadZipFile, KeyError, ValueError, IndexError, OSError, TypeError, SyntaxError) as error:
        raise Refused(f"{name} is not a spreadsheet that can be read.") from error


def _guarded(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    yield from islice(rows, 2_000_000)


Progress = Callable[[int, int, str], None]  # files done, files in all, what is being read
