"""How a talk's day, time and place read in a sentence."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.interview.models import Interview


@dataclass(frozen=True)
class TheirTime:
    """The same instant where the other person is, when that is another wall time than the seeker's."""

    at: datetime
    zone: str


def day_in_words(day: date, today: date) -> str:
    """today, tomorrow, or on Tuesday 1 December"""
    if day == today:
        return _("today")
    if (day - today).days == 1:
        return _("tomorrow")
    return _("on %(day)s") % {"day": plain_day(day)}


def plain_day(day: date) -> str:
    """Tuesday 1 December"""
    return f"{date_format(day, 'l')} {date_format(day, 'j F')}"


def local_start(interview: Interview) -> datetime:
    """The start on the seeker's own clock."""
    return interview.starts_at.astimezone(clock.zone_of(interview.owner.seeker.timezone))


def their_time(interview: Interview) -> TheirTime | None:
    zone = interview.person.timezone
    if not zone:
        return None
    here, there = local_start(interview), interview.starts_at.astimezone(clock.zone_of(zone))
    if here.utcoffset() == there.utcoffset():
        return None
    return TheirTime(there, zone)


def where(interview: Interview) -> str:
    """in person at Lantern Games; by telephone, (206) 555-0142; by video"""
    if interview.format == Interview.Format.VISIT:
        return _("in person, %(place)s") % {"place": interview.place} if interview.place else _("in person")
    way = str(interview.get_format_display())
    return f"{way}, {interview.link_or_number}" if interview.link_or_number else way


def needs_a_place(interview: Interview) -> str:
    """What is still to be found out about where to meet, in a sentence; empty when nothing is."""
    if interview.format == Interview.Format.VISIT:
        return "" if interview.place else _("You have not noted where you meet.")
    if interview.link_or_number:
        return ""
    if interview.format == Interview.Format.PHONE:
        return _("You have not noted the number to call.")
    return _("You have not noted the link.")
