"""Small rows of many kinds in one query, so that a page of everything stays within ten."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import CharField, DateField, DateTimeField, IntegerField, QuerySet, Value
from django.db.models.functions import Cast

TEXT = CharField()
# PostgreSQL takes a bare NULL for text, and a union needs one type in each column.
NO_DAY, NO_MOMENT = Cast(Value(None), DateField()), Cast(Value(None), DateTimeField())
TEXTS = 5
FLAGS = {"strength", "must", "quote", "met"}  # "1" or "0" on every database


@dataclass(frozen=True)
class Small:
    """One row. ref: the id of what it belongs to; a to e: its texts; what they mean depends on the kind."""

    pk: int
    ref: int
    number: int
    day: date | None
    moment: datetime | None
    a: str
    b: str
    c: str
    d: str
    e: str


def part(
    kind: str,
    these: QuerySet[Any],
    texts: list[str],
    *,
    ref: str = "pk",
    number: str = "",
    day: str = "",
    moment: str = "",
) -> QuerySet[Any]:
    """One kind of rows, in the columns that all kinds share."""
    columns = [Cast(Cast(n, IntegerField()) if n in FLAGS else n, TEXT) for n in texts]
    columns += [Cast(Value(""), TEXT)] * (TEXTS - len(texts))
    return these.order_by().values_list(
        Cast(Value(kind), TEXT),
        "pk",
        Cast(ref, IntegerField()),
        Cast(number, IntegerField()) if number else Value(0, IntegerField()),
        Cast(day, DateField()) if day else NO_DAY,
        Cast(moment, DateTimeField()) if moment else NO_MOMENT,
        *columns,
    )


def read(*parts: QuerySet[Any]) -> dict[str, list[Small]]:
    """All parts in one query: the rows of each kind by ref, then by their number, then as they were made."""
    found: dict[str, list[Small]] = defaultdict(list)
    for kind, *values in parts[0].union(*parts[1:], all=True):
        texts = [text or "" for text in values[5:]]
        found[kind].append(Small(*values[:5], *texts))
    for rows in found.values():
        rows.sort(key=lambda row: (row.ref, row.number, row.pk))
    return found
