"""Which given names are short for which, from the data file of the `nicknames` package (English usage)."""

from collections.abc import Iterator

from nicknames import name_triplets


def nickname_pairs() -> Iterator[tuple[str, tuple[str, ...]]]:
    """(formal name, its nicknames), every formal name once; for find.rules.names.make_nicknames."""
    found: dict[str, list[str]] = {}
    for triplet in name_triplets():
        found.setdefault(triplet.name1, []).append(triplet.name2)
    for formal, short in found.items():
        yield formal, tuple(dict.fromkeys(short))
