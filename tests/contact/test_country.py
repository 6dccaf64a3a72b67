"""Whose public holidays a letter keeps, told by its number and address."""

from datetime import date

import pytest

from halfhour.contact.holidays_of import HolidaysOf
from halfhour.contact.rules.checker import check
from halfhour.contact.rules.country import country_of
from halfhour.contact.rules.facts import Facts, Sender

LETTER = "Dear Ms Whitfield,\n\nI will call you on {day}.\n\nAnn Bell\n{number}\n{address}\n"


@pytest.mark.parametrize(
    ("number", "address", "country"),
    [
        ("(614) 555-0188", "ann@example.com", "US"),
        ("614-555-0188", "ann@example.edu", "US"),
        ("07700 900 142", "ann@example.org", "GB"),
        ("+44 7700 900142", "ann@example.com", "GB"),
        ("+353 87 555 0190", "ann@example.com", "IE"),
        ("450-555-0139", "ann@example.com", "CA"),
        ("+1 416 555 0139", "ann@example.com", "CA"),
        ("+49 30 901820", "ann@example.com", "DE"),
        ("", "ann@example.co.uk", "GB"),
        ("", "ann@example.com", None),
    ],
)
def test_the_country_of_a_letter(number: str, address: str, country: str | None) -> None:
    assert country_of(LETTER.format(day="Thursday", number=number, address=address), Facts()) == country


def test_the_facts_come_first() -> None:
    text = LETTER.format(day="Thursday", number="(614) 555-0188", address="ann@example.com")
    assert country_of(text, Facts(sender=Sender(country="ie"))) == "IE"


@pytest.mark.parametrize(
    ("number", "day", "named"),
    [
        ("(614) 555-0188", "Thursday, November 26, 2026", True),
        ("07700 900 142", "Thursday 26 November 2026", False),
        ("07700 900 142", "Monday 28 December 2026", True),
        ("450-555-0139", "Thursday, November 26, 2026", False),
        ("", "Friday, December 25, 2026", True),
    ],
)
def test_a_promise_on_a_holiday_is_named(number: str, day: str, named: bool) -> None:
    text = LETTER.format(day=day, number=number, address="ann@example.com")
    calendar = HolidaysOf(country_of(text, Facts()))
    found = check("letter", text, today=date(2026, 11, 16), holidays=calendar).findings
    said = [one.message for one in found if one.rule == "L-08" and "public holiday" in one.message]
    assert bool(said) == named
