"""Everything with a day of one person as one calendar file: promised days, talks and thank-yous."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.contact import calendar as promises
from halfhour.contact.models import Promise
from halfhour.due.models import Due
from halfhour.history.models import Event
from halfhour.integrations.ical.writer import FeedEntry, feed
from halfhour.interview import calendar as talks
from halfhour.interview.models import Interview

LOOKS_BACK = timedelta(days=60)
THANK = "thank.talk"


def calendar_of(user: User) -> bytes:
    """An iCalendar file (RFC 5545) of every promise that still stands, every talk, every thank-you that is owed."""
    return feed(list(_entries(user, None)), zone=user.seeker.timezone, name=_("Halfhour"))


def feed_for(user: User) -> bytes:
    """The same for a calendar program that looks again and again: the last two months and what comes.

    It changes only when something here has changed: every entry is stamped with the latest line of history.
    """
    last = Event.objects.filter(owner=user).order_by("-pk").values_list("at", flat=True).first()
    stamp = last or datetime(2000, 1, 1, tzinfo=clock.now().tzinfo)
    entries = [replace(e, stamped_at=stamp) for e in _entries(user, clock.now() - LOOKS_BACK)]
    return feed(entries, zone=user.seeker.timezone, name=_("Halfhour"))


def _entries(user: User, since: datetime | None) -> Iterator[FeedEntry]:
    standing = Promise.objects.visible_to(user).filter(kept_on=None, released_on=None)
    for promise in standing.select_related("approach__person"):
        yield promises.event_of(promise, number=promise.approach.person.phone)
    agreed = Interview.objects.visible_to(user).with_people().select_related("owner__seeker")
    for talk in agreed.filter(starts_at__gte=since) if since else agreed:
        yield talks.event_of(talk)
    yield from _thanks(user)


def _thanks(user: User) -> Iterator[FeedEntry]:
    owed = dict(Due.objects.visible_to(user).open().filter(kind=THANK).values_list("subject_id", "due_at"))
    zone = clock.zone_of(user.seeker.timezone)
    for talk in Interview.objects.visible_to(user).filter(pk__in=owed).select_related("person"):
        yield FeedEntry(
            uid=f"thanks-{talk.pk}@halfhour",
            title=_("Thank %(name)s") % {"name": talk.person.name},
            stamped_at=clock.now(),
            day=owed[talk.pk].astimezone(zone).date(),
        )
