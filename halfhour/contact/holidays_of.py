"""The public holidays of the seeker's country and region: the one place that asks the library `holidays`."""

import re
from datetime import date
from functools import lru_cache

from halfhour.accounts.models import Seeker
from halfhour.contact.rules.working_days import WorkingDays


@lru_cache(maxsize=64)
def holidays_of(country: str, region: str, years: tuple[int, ...]) -> frozenset[date]:
    """The public holidays of some years; none for a country that is not known, the country's own for such a region."""
    import holidays  # here, because it takes a quarter of a second and most pages never need it

    try:
        return frozenset(holidays.country_holidays(country, subdiv=region or None, years=years))
    except NotImplementedError:
        return holidays_of(country, "", years) if region else frozenset()


def working_days_of(seeker: Seeker, today: date) -> WorkingDays:
    """The calendar the seeker's promises live in: last year, this one and the next."""
    years = (today.year - 1, today.year, today.year + 1)
    return WorkingDays(holidays_of(seeker.country.upper(), seeker.region.upper(), years))


@lru_cache(maxsize=1)
def countries() -> tuple[tuple[str, str], ...]:
    """The countries whose holidays are known: (code, name), by name."""
    from holidays.registry import COUNTRIES

    named = {codes[1]: re.sub(r"(?<=[a-z])(?=[A-Z])", " ", codes[0]) for codes in COUNTRIES.values()}
    return tuple(sorted(named.items(), key=lambda pair: pair[1]))
