"""Write and check the compressed tables of `halfhour/choose/facts/`: same rows in, same bytes out."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable, Sequence
from pathlib import Path


def write_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    """Write a tab-separated table, gzip-compressed without a date; return how many rows it has."""
    lines = ["\t".join(header)]
    for row in rows:
        cells = [plain(cell) for cell in row]
        if len(cells) != len(header):
            raise ValueError(f"{path.name}: a row has {len(cells)} cells, the header {len(header)}")
        lines.append("\t".join(cells))
    write_gzip(path, ("\n".join(lines) + "\n").encode())
    return len(lines) - 1


def write_gzip(path: Path, data: bytes) -> None:
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=buffer, mtime=0) as stream:
        stream.write(data)
    path.write_bytes(buffer.getvalue())


def plain(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:g}" if abs(cell) < 100_000 else f"{cell:.10g}"
    return " ".join(str(cell).split())
