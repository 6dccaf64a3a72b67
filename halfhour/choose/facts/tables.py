"""Read the compressed tables that lie beside this file."""

from __future__ import annotations

import gzip
from pathlib import Path

HERE = Path(__file__).resolve().parent


def read_table(name: str) -> tuple[list[str], list[list[str]]]:
    """The header and the rows of `<name>.tsv.gz`."""
    text = gzip.decompress((HERE / f"{name}.tsv.gz").read_bytes()).decode()
    lines = text.split("\n")
    return lines[0].split("\t"), [line.split("\t") for line in lines[1:] if line]


def number(cell: str) -> float | None:
    return float(cell) if cell else None


def whole(cell: str) -> int | None:
    return round(float(cell)) if cell else None
