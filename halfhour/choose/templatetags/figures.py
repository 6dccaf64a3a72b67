"""How published figures read."""

from django import template
from django.utils.formats import number_format

register = template.Library()


@register.filter
def dollars(value: float | None) -> str:
    """$66,430"""
    return "" if value is None else "$" + number_format(round(value), use_l10n=True, force_grouping=True)


@register.filter
def grouped(value: float | None) -> str:
    """13,080"""
    return "" if value is None else number_format(round(value), use_l10n=True, force_grouping=True)


@register.filter
def thousands(value: float | None) -> str:
    """16,600 from 16.6 thousand"""
    return "" if value is None else number_format(round(value * 1000), use_l10n=True, force_grouping=True)


@register.filter
def signed(value: float | None) -> str:
    """+4.2 % or −1.7 %"""
    if value is None:
        return ""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{number_format(abs(value), decimal_pos=1, use_l10n=True)} %"


@register.filter
def unlocalised(value: float) -> str:
    """A number for a drawing: a point, no grouping."""
    return f"{value:g}"
