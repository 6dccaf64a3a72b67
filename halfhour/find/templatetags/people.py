"""How people and counts read on the pages of the second step."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import template
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from halfhour.find.rules.names import split_name
from halfhour.find.rules.warmth import strength_in_words

register = template.Library()


@register.filter
def names(rows: Iterable[Any]) -> list[str]:
    return [row.name for row in rows]


@register.filter
def called(name: str) -> str:
    """How a button names someone: "Sara" for "Dr. Sara Okafor"."""
    given = split_name(name).given
    return given if len(given.strip(".")) > 1 else name


@register.filter
def dotted(parts: Iterable[str]) -> str:
    """One after the other with a dot between, which never begins a line."""
    return "\u00a0· ".join(parts)


@register.filter
def grouped(value: int | None) -> str:
    """2,140"""
    return "" if value is None else number_format(value, use_l10n=True, force_grouping=True)


@register.filter
def chance(score: float | None) -> str:
    """A probability in words and a number: "likely, 8 in 10"."""
    if score is None:
        return ""
    tenths = max(1, min(9, round(score * 10)))
    words = _("likely") if score >= 0.65 else _("perhaps") if score >= 0.35 else _("a guess")
    return _("%(words)s, %(n)s in 10") % {"words": words, "n": tenths}


@register.filter
def strength(warm: float) -> str:
    """How strong a connection is, in words."""
    return strength_in_words(warm)


_BEFORE = {
    "add": gettext_lazy("add"),
    "update": gettext_lazy("update"),
    "merge": gettext_lazy("join"),
    "skip": gettext_lazy("leave"),
    "ask": gettext_lazy("you decide"),
}


@register.filter
def would_be(action: str) -> str:
    """What becomes of a row that isn't written yet."""
    return str(_BEFORE.get(action, action))


@register.filter
def safe_address(url: str) -> bool:
    """Only web addresses become links; a file may hold anything."""
    return url.startswith(("https://", "http://"))


@register.filter
def iso_day(text: str) -> date | None:
    """A day kept as text, "2021-05-04", as a day; None when it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@register.filter
def readable(text: str) -> str:
    """What stands in a cell, a day written out: "4 November 2017" for "2017-11-04"."""
    day = iso_day(text)
    return date_format(day, "j F Y") if day is not None else text
