"""The days that may be promised for something that goes out today."""

from datetime import date

from halfhour.accounts.models import User
from halfhour.contact.holidays_of import working_days_of
from halfhour.contact.models import Approach
from halfhour.contact.rules.promises import promise_days, refuse_day
from halfhour.contact.rules.working_days import WorkingDays


def first_promise_day(user: User, today: date) -> date:
    """The day proposed for the call: the seeker's own number of working days, within what may be promised."""
    calendar = working_days_of(user.seeker, today)
    days = promise_days(today, calendar)
    return min(max(calendar.add(today, user.seeker.promise_days), days.earliest_on), days.latest_on)


def promise_day_of(approach: Approach, today: date) -> date:
    """The day a text going out today names: the chosen one while it may still be promised, else a fresh one."""
    chosen = approach.promise_on
    calendar = working_days_of(approach.owner.seeker, today)
    if chosen is not None and refuse_day(chosen, sent_on=today, working_days=calendar) is None:
        return chosen
    return first_promise_day(approach.owner, today)


def promisable(today: date, calendar: WorkingDays, chosen: date | None) -> list[date]:
    """The working days that may be promised for something sent today, with the one chosen before."""
    span = promise_days(today, calendar)
    days = [span.earliest_on]
    while days[-1] < span.latest_on:
        days.append(calendar.add(days[-1], 1))
    if chosen is not None and chosen not in days:
        days.append(chosen)
    return sorted(days)
