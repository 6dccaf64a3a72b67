"""How often people answer, by the way they were asked: the rule lives with asking, the report uses it."""

from halfhour.contact.rules.answer_rates import (
    Asked,
    NamesNeeded,
    Rate,
    names_needed,
    rate,
    rates_by_route,
    wilson,
)

__all__ = ["Asked", "NamesNeeded", "Rate", "names_needed", "rate", "rates_by_route", "wilson"]
