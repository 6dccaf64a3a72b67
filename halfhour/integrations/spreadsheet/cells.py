"""Cells of tables that we write, so that no spreadsheet calculates what someone else wrote.

Excel, LibreOffice and Google take a cell that begins with one of these signs for a formula (OWASP, "CSV Injection"). An
apostrophe before it makes it text; `columns.clean` takes the apostrophe off again when the file comes back.
"""

import csv
from collections.abc import Iterable, Iterator

FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA_BEGINS) else text


class _Line:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def table(rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """CSV lines, the first with the mark that tells spreadsheets it is UTF-8; no cell calculates."""
    writer = csv.writer(_Line())
    mark = "\ufeff"
    for row in rows:
        yield mark + writer.writerow([harmless("" if cell is None else str(cell)) for cell in row])
        mark = ""
