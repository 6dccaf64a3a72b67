"""The talk as a calendar file for the seeker: it begins when they have to be there, and its place and number are in it.

RFC 5545: one UID for one talk, SEQUENCE grows with every change, so a calendar program replaces what it has.
"""

from datetime import timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar, Event

from halfhour import clock
from halfhour.interview.home import home_of
from halfhour.interview.models import Interview
from halfhour.interview.rules.formats import be_there_at
from halfhour.interview.words import where

REMINDER = timedelta(minutes=30)


def entry(talk: Interview) -> bytes:
    """A calendar of one event, in the zone the wall time was agreed in."""
    start = talk.starts_at.astimezone(clock.zone_of(talk.timezone))
    begins = be_there_at(start, talk.format) or start
    event = Event()
    event.add("uid", f"talk-{talk.pk}-{home_of(talk.owner)}@halfhour")
    event.add("dtstamp", clock.now())
    event.add("dtstart", begins)
    event.add("dtend", start + timedelta(minutes=talk.minutes))
    event.add("sequence", talk.sequence)
    event.add("summary", _("Talk with %(name)s") % {"name": talk.person.name})
    event.add("status", "CANCELLED" if talk.cancelled_at or talk.missed_at else "CONFIRMED")
    place = talk.place if talk.format == Interview.Format.VISIT else talk.link_or_number
    if place:
        event.add("location", place)
    event.add("description", _describe(talk, date_format(start, "H:i")))
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -REMINDER)
    alarm.add("description", _("Talk with %(name)s") % {"name": talk.person.name})
    event.add_component(alarm)
    calendar = Calendar()
    calendar.add("prodid", "-//Halfhour//talk//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _describe(talk: Interview, at: str) -> str:
    lines = [
        _("%(minutes)d minutes from %(at)s, %(where)s.")
        % {"minutes": talk.minutes, "at": at, "where": where(talk)},
        _("About %(words)s.") % {"words": talk.candidate.words},
    ]
    if talk.person.phone:
        lines.append(_("Their number: %(phone)s") % {"phone": talk.person.phone})
    return "\n".join(lines)
