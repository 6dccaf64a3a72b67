"""Everything with a day of one person as one calendar file: promised days and talks."""

from django.utils.translation import gettext as _

from halfhour.accounts.models import User
from halfhour.contact import calendar as promises
from halfhour.contact.models import Promise
from halfhour.integrations.ical.writer import feed
from halfhour.interview import calendar as talks
from halfhour.interview.models import Interview


def calendar_of(user: User) -> bytes:
    """An iCalendar file (RFC 5545) of every promise that still stands and every talk."""
    standing = Promise.objects.visible_to(user).filter(kept_on=None, released_on=None)
    entries = [
        promises.event_of(p, number=p.approach.person.phone)
        for p in standing.select_related("approach__person")
    ]
    held = Interview.objects.visible_to(user).with_people().select_related("owner__seeker")
    entries += [talks.event_of(talk) for talk in held]
    return feed(entries, zone=user.seeker.timezone, name=_("Halfhour"))
