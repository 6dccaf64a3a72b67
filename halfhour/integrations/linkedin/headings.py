"""The columns of a LinkedIn export.

Connections.csv by year: "First Name, Last Name, Email Address, Company, Position, Connected On, Tags" (to 2019), without
Tags (2019 to 2023), with URL after the names (since 2023). The columns keep this order in every language, so a language
whose words are not known is still read by the order once one column holds pages of the network.
"""

from collections.abc import Sequence

from halfhour.integrations.columns import guess_fields, is_linkedin_page
from halfhour.integrations.dates import parse_day
from halfhour.integrations.vocabulary import Field, fold

_F = Field
IN_ORDER: dict[int, tuple[Field, ...]] = {
    6: (_F.GIVEN, _F.FAMILY, _F.EMAIL, _F.ORGANISATION, _F.TITLE, _F.CONNECTED_ON),
    7: (_F.GIVEN, _F.FAMILY, _F.URL, _F.EMAIL, _F.ORGANISATION, _F.TITLE, _F.CONNECTED_ON),
}


def is_connections(headings: Sequence[str]) -> bool:
    """Names and a day of connection, in any known language; nobody else's list has that day."""
    fields = set(guess_fields(headings))
    return _F.CONNECTED_ON in fields and bool(fields & {_F.GIVEN, _F.FAMILY})


def is_messages(headings: Sequence[str]) -> bool:
    return {"conversation id", "from", "date"} <= {fold(h) for h in headings}


def fields_by_order(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Field | None] | None:
    """The fields of a table whose words are unknown but whose cells are LinkedIn's, None when they are not."""
    width = len(headings)
    order = IN_ORDER.get(width)
    if order is None or not rows:
        return None
    full = [r for r in rows if len(r) == width]
    if not full or parse_day(headings[-1]) is not None:
        return None
    days = sum(parse_day(r[-1]) is not None for r in full)
    pages = sum(is_linkedin_page(r[2]) for r in full) if width == 7 else 0
    return list(order) if max(days if width == 6 else 0, pages) > len(full) * 0.7 else None
