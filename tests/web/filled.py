"""A row of everything: each table that holds rows of a person is filled, whichever step owns it."""

import random
import string
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db import models

from halfhour.accounts.models import Seeker, User
from halfhour.web.your_data import owned

WORDS = ("=1+1", "Ünïcödé 漢字", 'two\nlines\r\nand "quotes"', "emoji 🎧", "'apostrophe", "", " kept spaces ")
SKIPPED = {Seeker}


def fill(user: User, *, rows: int = 3, seed: int = 1, words: tuple[str, ...] = WORDS) -> None:
    """So many rows of every table, each with every column filled, the n-th pointing to the n-th."""
    dice = random.Random(seed)
    for model in owned.tables():
        if model in SKIPPED:
            continue
        there = {}
        for field in model._meta.concrete_fields:
            if field.is_relation and field.related_model not in (User, model):
                there[field.name] = list(field.related_model._base_manager.order_by("pk"))
        alone = any(f.one_to_one and f.related_model is User for f in model._meta.concrete_fields)
        for n in range(1 if alone else rows):
            values = {}
            for field in model._meta.concrete_fields:
                if field.primary_key:
                    continue
                if field.related_model is User:
                    values[field.name] = user
                elif field.name in there:
                    found = there[field.name]
                    values[field.name] = found[n % len(found)] if found else None
                elif not field.is_relation:
                    values[field.name] = _value(field, n, dice, words)
            model._base_manager.create(**values)


def _value(field: models.Field, n: int, dice: random.Random, words: tuple[str, ...]) -> Any:
    if field.choices:
        return dice.choice([value for value, _ in field.flatchoices])
    if isinstance(field, models.JSONField):
        return {"n": [n, 1.5, None, True], "word": words[n % len(words)]}
    if isinstance(field, models.CharField | models.TextField):
        mark = "".join(dice.choices(string.ascii_lowercase, k=9))
        text = f"{mark} {words[n % len(words)]}"
        return text[: field.max_length] if field.max_length else text
    if isinstance(field, models.DateTimeField):
        return datetime(2026, 3, 29, 0, 59, 59, 123456, tzinfo=UTC) + timedelta(
            days=n, hours=dice.randrange(99)
        )
    if isinstance(field, models.DateField):
        return date(2024, 2, 29) + timedelta(days=n)
    if isinstance(field, models.TimeField):
        return time(2, 30, n % 60)
    if isinstance(field, models.BooleanField):
        return n % 2 == 0
    if isinstance(field, models.FloatField):
        return dice.random()
    if isinstance(field, models.BinaryField):
        return bytes(range(n, n + 9))
    if isinstance(field, models.IntegerField):
        return n + 1
    raise AssertionError(f"this test does not know how to fill {field}")


def content(user: User) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table as it reads, but for the number of its owner and what stays in its data folder."""
    found = {}
    for model in owned.tables():
        names = [f.attname for f in owned.columns(model) if f.related_model is not User]
        found[model._meta.label] = list(owned.rows_of(model, user).values(*names))
    return found
