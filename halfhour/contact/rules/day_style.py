"""How a day is written for a reader: Tuesday, May 14 or Tuesday 14 May.

Source: a default of ours: month first for American English and where it is used so, day first elsewhere.
"""

from datetime import date

_MONTH_FIRST = frozenset({"us", "ph", "pr", "gu", "fm", "mh", "ca"})


def is_month_first(locale: str) -> bool:
    """Whether dates put the month first in a locale such as en-US or en_GB."""
    parts = locale.replace("_", "-").lower().split("-")
    return len(parts) > 1 and parts[-1] in _MONTH_FIRST


def weekday_and_date(day: date, locale: str) -> str:
    """Return the day with its weekday, as it stands inside a sentence."""
    if is_month_first(locale):
        return f"{day:%A}, {day:%B} {day.day}"
    return f"{day:%A} {day.day} {day:%B}"


def letter_date(day: date, locale: str) -> str:
    """Return the date as it stands at the head of a letter."""
    return f"{day:%B} {day.day}, {day.year}" if is_month_first(locale) else f"{day.day} {day:%B} {day.year}"
