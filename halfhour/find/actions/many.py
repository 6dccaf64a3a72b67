"""Writing thousands of rows: one prepared statement, run once for each row.

bulk_create packs 20 people into a statement on SQLite (its limit of variables) and builds every field of every row in
Python: 30,000 people take four times as long.
"""

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Any

from django.db import connection, models

AT_ONCE = 5000  # rows held in memory


@contextmanager
def uncollected() -> Iterator[None]:
    """Read thousands of people without looking for garbage among them: they all stay, and looking takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def insert(model: type[models.Model], rows: Iterable[Mapping[str, Any]], **same: Any) -> None:
    """Insert rows, each given by its attributes (`person_id`, not `person`); `same` holds for all, the rest by default."""
    fields = [f for f in model._meta.concrete_fields if not f.primary_key]
    blank = model(**same)
    default = [_ready(f, getattr(blank, f.attname)) for f in fields]
    place = {f.attname: (i, f) for i, f in enumerate(fields)}

    def values() -> Iterator[list[Any]]:
        for row in rows:
            line = default.copy()
            for name, value in row.items():
                index, field = place[name]
                line[index] = _ready(field, value)
            yield line

    quoted = ", ".join(connection.ops.quote_name(str(f.column)) for f in fields)
    table = connection.ops.quote_name(model._meta.db_table)
    marks = ", ".join(["%s"] * len(fields))
    with connection.cursor() as cursor:
        ready = values()
        while some := list(islice(ready, AT_ONCE)):
            cursor.executemany(f"INSERT INTO {table} ({quoted}) VALUES ({marks})", some)  # noqa: S608 - names of our own model


def update(rows: Iterable[models.Model], columns: Iterable[str]) -> None:
    """Save these fields of rows of one model. bulk_update writes one CASE over a hundred rows, ten times as slow."""
    rows = list(rows)
    if not rows:
        return
    model = type(rows[0])
    named = {f.name: f for f in model._meta.concrete_fields}
    fields = [named[name] for name in columns]
    marks = ", ".join(f"{connection.ops.quote_name(str(f.column))} = %s" for f in fields)
    table = connection.ops.quote_name(model._meta.db_table)
    values = ([*(_ready(f, getattr(row, f.attname)) for f in fields), row.pk] for row in rows)
    with connection.cursor() as cursor:
        cursor.executemany(f"UPDATE {table} SET {marks} WHERE id = %s", list(values))  # noqa: S608 - likewise


def _ready(field: models.Field, value: Any) -> Any:
    return field.get_db_prep_save(value, connection)


def point(model: type[models.Model], column: str, pairs: Iterable[tuple[int, int]]) -> None:
    """Set one foreign key of many rows: pairs of (what it points to, the row)."""
    table = connection.ops.quote_name(model._meta.db_table)
    name = connection.ops.quote_name(f"{column}_id")
    with connection.cursor() as cursor:
        cursor.executemany(f"UPDATE {table} SET {name} = %s WHERE id = %s", list(pairs))  # noqa: S608 - likewise
