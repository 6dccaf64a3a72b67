"""Delimited text: where the table begins, what parts its cells, and its rows with their line numbers."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from halfhour.integrations.contacts import Problem
from halfhour.integrations.refused import Refused
from halfhour.integrations.text import Text
from halfhour.watch import Step, each

MAX_TABLE_BYTES = 60 * 1024 * 1024
MAX_ROWS = 150_000
MAX_COLUMNS = 1_000
DELIMITERS = (",", ";", "\t", "|")

_HEADING_LINES = 40
_HEADING_CHARS = 64 * 1024
_CELL_LIMIT = 1_000_000
_LINE_LIMIT = 8 * 1024 * 1024
_LINES_A_ROW = 5  # notes of several lines are usual, but not in every row

KnownHeadings = Callable[[Sequence[str]], int]


@dataclass(frozen=True)
class Table:
    """heading: cells of the heading line, empty when there is none. first_line: 1-based line after which rows follow."""

    heading: tuple[str, ...]
    heading_line: int
    delimiter: str
    text: Text = field(repr=False)

    def rows(self, problems: list[Problem], *, file: str) -> Iterator[tuple[int, list[str]]]:
        """(line, cells) of every row that is not blank. A row that cannot be read becomes a problem.

        A quotation mark that is never closed would swallow the rows after it; those are then read line by line.
        Refused when there are more than MAX_ROWS rows: an address book is never that long.
        """
        return each(Step.READING, self._rows(problems, file), of=self.text.data.count(b"\n"))

    def _rows(self, problems: list[Problem], file: str) -> Iterator[tuple[int, list[str]]]:
        csv.field_size_limit(_CELL_LIMIT)
        self._refuse_too_many(file)
        raw: list[str] = []
        reader = csv.reader(
            self._remembering(raw), delimiter=self.delimiter, skipinitialspace=self.delimiter == ";"
        )
        width = len(self.heading)
        taken = 0
        while True:
            line = self.heading_line + reader.line_num + 1
            raw.clear()
            try:
                found = [(line, next(reader))]
                broken = len(raw) > 1 and width > 1 and self._swallowed(found[0][1])
            except StopIteration:
                return
            except csv.Error:
                found, broken = [], True
            if broken:
                found = self._line_by_line(raw, line, problems)
            for at, cells in found:
                if not any(c and not c.isspace() for c in cells):
                    continue
                taken += 1
                if taken > MAX_ROWS:
                    raise Refused(
                        f"it has more than {MAX_ROWS:,} rows, which is the limit; please split it", file=file
                    )
                yield at, cells

    def _refuse_too_many(self, file: str) -> None:
        """Count the rows of a long file before any is taken: a quick pass, and none at all for very many lines."""
        lines = self.text.data.count(b"\n") or self.text.data.count(b"\r")
        if lines <= MAX_ROWS:
            return
        counted = lines
        if lines <= MAX_ROWS * _LINES_A_ROW:
            try:
                counted = sum(1 for cells in csv.reader(self.text.lines(), delimiter=self.delimiter) if cells)
            except csv.Error:
                return
        if counted > MAX_ROWS:
            raise Refused(
                f"it has more than {MAX_ROWS:,} rows, which is the limit; please split it", file=file
            )

    def _swallowed(self, cells: list[str]) -> bool:
        """Whether a row over several lines is many rows: the number of cells is wrong, or a cell holds whole rows."""
        width = len(self.heading)
        if len(cells) != width:
            return True
        for cell in cells:
            inner = cell.splitlines()[1:-1]
            if len(inner) > 1 and all(line.count(self.delimiter) == width - 1 for line in inner):
                return True
        return False

    def _remembering(self, raw: list[str]) -> Iterator[str]:
        for line in islice(self.text.lines(), self.heading_line, None):
            raw.append(line)
            yield line

    def _line_by_line(
        self, raw: list[str], line: int, problems: list[Problem]
    ) -> list[tuple[int, list[str]]]:
        width = len(self.heading)
        found = []
        for at, one in enumerate(raw, line):
            if len(one) > _CELL_LIMIT:
                problems.append(Problem(at, "this line is far too long; it was left out"))
                continue
            cells = (
                split_line(one, self.delimiter)
                if one.count('"') % 2 == 0
                else one.replace('"', "").rstrip("\r\n").split(self.delimiter)
            )
            if width and len(cells) > width + 1:
                problems.append(Problem(at, "a quotation mark is not closed here; the line was left out"))
                continue
            if len(raw) > 1 and one.count('"') % 2:
                problems.append(
                    Problem(at, "a quotation mark is not closed; the line was read without it", skipped=False)
                )
            found.append((at, cells))
        return found


def check_size(size: int, *, file: str) -> None:
    """Refused before reading when the file is larger than any address book. size: in bytes."""
    if size > MAX_TABLE_BYTES:
        raise Refused(
            f"it is {size // 2**20} MB; the limit for a list is {MAX_TABLE_BYTES // 2**20} MB "
            f"and {MAX_ROWS:,} rows, so please split it",
            file=file,
        )


def refuse_long_lines(data: bytes, *, file: str) -> None:
    """Refused when a line is so long that no list of people has it; splitting it into cells would take all memory."""
    for at in range(0, len(data) - _LINE_LIMIT + 1, _LINE_LIMIT):
        end = at + _LINE_LIMIT
        if data.find(b"\n", at, end) < 0 and data.find(b"\r", at, end) < 0:
            raise Refused(
                f"one of its lines is longer than {_LINE_LIMIT // 2**20} MB, so it is no list of people",
                file=file,
            )


def find_table(text: Text, known: KnownHeadings) -> Table:
    """The heading line is the one, among the first lines, whose cells hold most known headings.

    known: how many cells of a line are headings that are known; 0 for a line that cannot head a list of people.
    Without any such line the table has no heading and begins at the top.
    """
    head: list[str] = []
    size = 0
    for line in text.lines():
        head.append(line)
        size += len(line)
        if len(head) >= _HEADING_LINES or size > _HEADING_CHARS:
            break
    best: tuple[int, int, str, tuple[str, ...]] | None = None
    for number, line in enumerate(head, 1):
        if not line.strip() or len(line) > _HEADING_CHARS:
            continue
        for delimiter in DELIMITERS:
            cells = split_line(line, delimiter)
            score = known(cells)
            if score and (best is None or score > best[0]):
                best = (score, number, delimiter, tuple(cells))
    if best:
        return Table(best[3], best[1], best[2], text)
    return Table((), 0, _sniff(head), text)


def split_line(line: str, delimiter: str) -> list[str]:
    """One line's cells; a line that is no CSV by itself gives what can be had."""
    stripped = line.strip("\r\n").lstrip("\ufeff")
    if stripped.lower().startswith("sep="):
        return [stripped]
    try:
        cells = next(csv.reader(io.StringIO(stripped), delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:
        cells = stripped.split(delimiter)
    return [c.strip() for c in cells[:MAX_COLUMNS]]


def _sniff(head: Sequence[str]) -> str:
    """The delimiter that gives most lines the same number of cells above one; a comma when none does."""
    best, best_points = ",", 0.0
    lines = [x for x in head if x.strip()][:30]
    for delimiter in DELIMITERS:
        widths = [len(split_line(x, delimiter)) for x in lines]
        if not widths:
            continue
        common = max(set(widths), key=lambda w: (w > 1, widths.count(w)))
        points = widths.count(common) / len(widths) * min(common, 6) if common > 1 else 0.0
        if points > best_points:
            best, best_points = delimiter, points
    return best
