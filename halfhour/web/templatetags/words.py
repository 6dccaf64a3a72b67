"""How dates, times and lists read in a sentence."""

from collections.abc import Iterable
from datetime import date, datetime, time

from django import template
from django.template import Context
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.choose.rules.in_a_sentence import those_who

register = template.Library()


@register.filter
def day(value: date | None) -> str:
    """Monday 23 November"""
    if value is None:
        return ""
    return f"{date_format(value, 'l')} {date_format(value, 'j F')}"


@register.filter
def short_day(value: date | None) -> str:
    """23 Nov"""
    return date_format(value, "j M") if value is not None else ""


@register.filter
def clock_time(value: datetime | time | None) -> str:
    """14:30"""
    return f"{value:%H:%M}" if value is not None else ""


@register.simple_tag(takes_context=True)
def local(context: Context, value: datetime | None) -> datetime | None:
    """An instant in the seeker's own zone."""
    if value is None:
        return None
    user = context["request"].user
    return value.astimezone(clock.zone_of(user.seeker.timezone))


@register.filter
def those(words: str) -> str:
    """Those who do the work, in a sentence: "graphic designers"."""
    return those_who(words)


@register.filter
def and_list(values: Iterable[object]) -> str:
    """a, b and c"""
    words = [str(v) for v in values]
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s and %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}
