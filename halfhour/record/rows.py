"""Making the rows of one talk those that were told: changed in place, so that what cites them keeps its place."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


def keep_rows(
    told: Sequence[Any],
    existing: Iterable[Row],
    *,
    values: Callable[[int, Any], dict[str, Any]],
    main: str,
    make: Callable[[dict[str, Any]], Row],
) -> list[Row]:
    """Write what was told; the rows that were told, in order.

    A told row finds its place by its id, else by equal words in `main`. One whose main words are empty goes away.
    Rows nobody spoke of stay as they are: another tab may have made them.
    """
    here = list(existing)
    by_id = {row.pk: row for row in here}
    by_words = {_plain(getattr(row, main)): row for row in here}
    kept = []
    for position, item in enumerate(told):
        wanted = values(position, item)
        words = _plain(wanted[main])
        row = by_id.get(getattr(item, "row", None)) or by_words.get(words)
        if not words:
            if row is not None:
                row.delete()
            continue
        if row is None:
            row = make(wanted)
            by_words[words] = row
        elif any(getattr(row, name) != value for name, value in wanted.items()):
            for name, value in wanted.items():
                setattr(row, name, value)
            row.save(update_fields=list(wanted))
        kept.append(row)
    return kept


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()
