"""Telling the list of names who has been asked, and where a second name should wait."""

from datetime import date

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.contact.holidays_of import working_days_of
from halfhour.contact.models import Approach
from halfhour.contact.rules.promises import second_name_on
from halfhour.find.asked import Asked


def who_is_asked(user: User) -> Asked:
    """Everyone ever asked; the organisations where an unanswered ask is younger than three working days."""
    zone, today = clock.zone_of(user.seeker.timezone), user.today
    calendar = working_days_of(user.seeker, today)
    people: dict[int, date] = {}
    organisations: dict[str, date] = {}
    rows = Approach.objects.visible_to(user).order_by("opened_at")
    for person, opened_at, organisation, closed_at, arranged_at in rows.values_list(
        "person_id", "opened_at", "person__organisation__name", "closed_at", "arranged_at"
    ):
        on = opened_at.astimezone(zone).date()
        people[person] = on
        waits = closed_at is None and arranged_at is None and today < second_name_on(on, calendar)
        if organisation and waits:
            organisations[organisation] = on
    return Asked(people, organisations)
