"""The public holidays of the seeker's country and region: the one place that asks the library `holidays`."""

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from halfhour.contact.rules.working_days import WorkingDays

if TYPE_CHECKING:
    from halfhour.accounts.models import Seeker

SATURDAY = 5
KEPT_NEARLY_EVERYWHERE = frozenset({(1, 1), (12, 25)})


@lru_cache(maxsize=64)
def holidays_of(country: str, region: str, years: tuple[int, ...]) -> frozenset[date]:
    """The public holidays of some years; none for a country that is not known, the country's own for such a region."""
    import holidays  # here, because it takes a quarter of a second and most pages never need it

    try:
        return frozenset(holidays.country_holidays(country, subdiv=region or None, years=years))
    except NotImplementedError:
        return holidays_of(country, "", years) if region else frozenset()


class HolidaysOf:
    """Answers `day in ...` for one country, asking the library only when a day is asked about.

    Of a country that is not known only the two days are kept that nearly every country keeps.
    """

    def __init__(self, country: str | None) -> None:
        self.country = country

    def __contains__(self, day: object) -> bool:
        if not isinstance(day, date) or day.weekday() >= SATURDAY:
            return False
        if self.country is None:
            return (day.month, day.day) in KEPT_NEARLY_EVERYWHERE
        return day in holidays_of(self.country, "", (day.year,))


def working_days_of(seeker: "Seeker", today: date) -> WorkingDays:
    """The calendar the seeker's promises live in: last year, this one and the next."""
    years = (today.year - 1, today.year, today.year + 1)
    return WorkingDays(holidays_of(seeker.country.upper(), seeker.region.upper(), years))


@lru_cache(maxsize=1)
def countries() -> tuple[tuple[str, str], ...]:
    """The countries whose holidays are known: (code, name), by name."""
    from holidays.registry import COUNTRIES

    named = {codes[1]: re.sub(r"(?<=[a-z])(?=[A-Z])", " ", codes[0]) for codes in COUNTRIES.values()}
    return tuple(sorted(named.items(), key=lambda pair: pair[1]))
