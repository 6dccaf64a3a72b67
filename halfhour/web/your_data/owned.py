"""Which tables hold rows of one person, and the way from such a row to its owner. Export, import and erasing ask here.

Nothing is listed by hand: a table that a step adds tomorrow takes part from its first row. A model may name columns in
`stays_here` that never leave this data folder; a password never does.
"""

from collections.abc import Iterator
from functools import cache

from django.apps import apps
from django.db import models

from halfhour.accounts.models import User


def tables() -> list[type[models.Model]]:
    """Every table with rows of a person, each after the tables it points to where that is possible."""
    found = [m for m in ours() if owner_path(m)]
    ordered: list[type[models.Model]] = []

    def place(model: type[models.Model], above: tuple[type[models.Model], ...] = ()) -> None:
        if model in ordered or model in above:
            return
        for field in model._meta.concrete_fields:
            if isinstance(field.related_model, type) and field.related_model in found:
                place(field.related_model, (*above, model))
        ordered.append(model)

    for model in found:
        place(model)
    return ordered


def shared_tables() -> list[type[models.Model]]:
    """The tables that are the same for everybody and that someone's rows point to: the occupations."""
    pointed = {
        field.related_model
        for model in tables()
        for field in model._meta.concrete_fields
        if isinstance(field.related_model, type)
    }
    return [m for m in ours() if m in pointed and not owner_path(m) and m is not User]


def ours() -> Iterator[type[models.Model]]:
    for config in apps.get_app_configs():
        if config.name.startswith("halfhour."):
            every = config.get_models(include_auto_created=True)
            yield from (m for m in every if m._meta.auto_created is not User)  # groups and permissions


@cache
def owner_path(model: type[models.Model]) -> str:
    """The look-up that leads from a row to its owner; empty for tables that belong to nobody."""
    return _path(model, frozenset())


def _path(model: type[models.Model], above: frozenset[type[models.Model]]) -> str:
    to = [f for f in model._meta.concrete_fields if isinstance(f.related_model, type) and f.many_to_one]
    own = [f for f in model._meta.concrete_fields if f.related_model is User]
    if own and model is not User:
        named = [f for f in own if f.name in {"owner", "user"}]
        return named[0].name if named else ""
    if model._meta.app_config is None or not model._meta.app_config.name.startswith("halfhour."):
        return ""
    for field in sorted(to, key=lambda f: f.null):
        parent = field.related_model
        if isinstance(parent, type) and parent is not model and parent not in above and parent is not User:
            path = _path(parent, above | {model})
            if path:
                return f"{field.name}__{path}"
    return ""


def rows_of(model: type[models.Model], user: User) -> models.QuerySet:
    return model._base_manager.filter(**{owner_path(model): user}).order_by("pk")


def columns(model: type[models.Model]) -> list[models.Field]:
    """The columns that may leave the data folder."""
    stays = {"password", *getattr(model, "stays_here", ())}
    return [f for f in model._meta.concrete_fields if f.name not in stays]
