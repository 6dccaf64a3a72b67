"""Everything that hangs on a person, of every step, found through the models: this step doesn't know the later ones.

A foreign key to Person follows the person when two entries become one, unless it is named in STAYS. A new one is
followed without a line here; a test names them all, so that nobody forgets to think about it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models

from halfhour.find.models import Person

# What was said about an entry itself, or about joining it.
STAYS = frozenset(
    {
        ("find.person", "merged_into"),
        ("find.pair", "one"),
        ("find.pair", "other"),
        ("find.merge", "kept"),
        ("find.merge", "gone"),
    }
)


@dataclass(frozen=True)
class Link:
    """One column that points to a person."""

    model: type[models.Model]
    field: models.Field

    @property
    def name(self) -> tuple[str, str]:
        return (self.model._meta.label_lower, self.field.name)

    def rows(self, person: Person) -> models.QuerySet[Any]:
        return self.model._base_manager.filter(**{self.field.name: person})


def every_link() -> Iterator[Link]:
    for relation in Person._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete and isinstance(relation, models.ForeignObjectRel):
            yield Link(relation.related_model, relation.field)  # type: ignore[arg-type]  # a model, not a name: the apps are loaded


def links() -> list[Link]:
    """The columns that follow a person."""
    return [link for link in every_link() if link.name not in STAYS]


def hangs_on(person: Person) -> int:
    """How many rows hang on a person."""
    return sum(link.rows(person).count() for link in links())


def unique_sets(link: Link) -> Iterator[tuple[Sequence[str], models.Q | None]]:
    """The sets of columns of which only one row may exist, with their condition, where the link is one of them."""
    if link.field.unique:
        yield (link.field.name,), None
    for constraint in link.model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and link.field.name in constraint.fields:
            yield tuple(constraint.fields), constraint.condition
