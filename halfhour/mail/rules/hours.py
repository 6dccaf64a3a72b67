"""When a message may arrive: in the working hours of the one who gets it.

Source: a default of ours; a letter that arrives at night looks automatic, and the one at nine is read first.
"""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

OPENS, CLOSES = time(8, 0), time(18, 0)
SATURDAY = 5


def next_working_moment(moment: datetime, zone: ZoneInfo) -> datetime:
    """The moment itself when it lies in working hours, else the next opening; an instant in UTC.

    moment: aware. zone: the recipient's when known. Public holidays of other countries are not looked at.
    """
    local = moment.astimezone(zone)
    if local.weekday() < SATURDAY and OPENS <= local.time() < CLOSES:
        return moment.astimezone(UTC)
    day = local.date() if local.time() < OPENS else local.date() + timedelta(days=1)
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return datetime.combine(day, OPENS, zone).astimezone(UTC)
