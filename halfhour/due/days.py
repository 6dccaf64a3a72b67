"""A local day as two instants."""

from datetime import UTC, date, datetime, time, timedelta

from halfhour import clock

MORNING = time(8)  # when something due on a day first stands on Today


def day_starts(day: date, zone: str) -> datetime:
    """Eight in the morning of a local day, as an instant in UTC."""
    return datetime.combine(day, MORNING, clock.zone_of(zone)).astimezone(UTC)


def day_ends(day: date, zone: str) -> datetime:
    """The last moment of a local day, as an instant in UTC: from then on what was due that day is overdue."""
    return datetime.combine(day + timedelta(days=1), time(0), clock.zone_of(zone)).astimezone(UTC)
