"""When erasing someone is proposed."""

from datetime import date

import pytest

from halfhour.find.rules.retention import expires_on

CASES = [
    ("never written to", date(2026, 1, 10), None, False, date(2027, 7, 10)),
    (
        "eighteen months after the last contact",
        date(2025, 1, 10),
        date(2026, 1, 31),
        False,
        date(2027, 7, 31),
    ),
    ("a year after a no", date(2025, 1, 10), date(2026, 2, 28), True, date(2027, 2, 28)),
    ("a shorter month ends earlier", date(2024, 8, 31), None, False, date(2026, 2, 28)),
    ("a leap day", date(2023, 1, 1), date(2024, 2, 29), True, date(2025, 2, 28)),
    ("a contact noted before the person came", date(2026, 5, 1), date(2026, 4, 1), False, date(2027, 11, 1)),
]


@pytest.mark.parametrize(("name", "added", "last", "no", "expected"), CASES, ids=[c[0] for c in CASES])
def test_expires_on(name: str, added: date, last: date | None, no: bool, expected: date) -> None:
    assert expires_on(added_on=added, last_contact_on=last, said_no=no) == expected
