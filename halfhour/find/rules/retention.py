"""How long what is known of a person is kept when nothing happens any more.

Source: a default of ours, eighteen months after the last contact; a year after a no. The person's day is a proposal: the
seeker erases or keeps by hand.
"""

from datetime import date

MONTHS_AFTER_CONTACT = 18
MONTHS_AFTER_NO = 12


def expires_on(*, added_on: date, last_contact_on: date | None, said_no: bool) -> date:
    """The day on which erasing is proposed.

    added_on: when the person came here. last_contact_on: the last letter, call, answer, talk or thanks; None for never.
    said_no: their last answer was a no.
    """
    months = MONTHS_AFTER_NO if said_no else MONTHS_AFTER_CONTACT
    return _later(max(added_on, last_contact_on or added_on), months)


def _later(day: date, months: int) -> date:
    """The same day so many months on; the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")
