"""The talk as a calendar file for the seeker: it begins when they have to be there, and its place and number are in it.

One UID for one talk, and a sequence that grows with every change, so a calendar program replaces what it has.
"""

from datetime import timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.choose.rules.in_a_sentence import those_who
from halfhour.integrations.ical.writer import FeedEntry, single_event
from halfhour.interview.home import home_of
from halfhour.interview.models import Interview
from halfhour.interview.rules.formats import be_there_at
from halfhour.interview.words import where

REMINDER_MINUTES = 30


def entry(talk: Interview) -> bytes:
    """A calendar of one event, in the zone the wall time was agreed in."""
    return single_event(event_of(talk), zone=talk.timezone)


def event_of(talk: Interview) -> FeedEntry:
    start = talk.starts_at.astimezone(clock.zone_of(talk.timezone))
    begins = be_there_at(start, talk.format) or start
    ends = start + timedelta(minutes=talk.minutes)
    return FeedEntry(
        uid=f"talk-{talk.pk}-{home_of(talk.owner)}@halfhour",
        title=_("Talk with %(name)s") % {"name": talk.person.name},
        stamped_at=clock.now(),
        sequence=talk.sequence,
        starts_at=begins,
        minutes=int((ends - begins).total_seconds() // 60),
        description=_describe(talk, date_format(start, "H:i")),
        location=talk.place if talk.format == Interview.Format.VISIT else talk.link_or_number,
        busy=True,
        cancelled=talk.cancelled_at is not None or talk.missed_at is not None,
        remind_minutes=REMINDER_MINUTES,
    )


def _describe(talk: Interview, at: str) -> str:
    lines = [
        _("%(minutes)d minutes from %(at)s, %(where)s.")
        % {"minutes": talk.minutes, "at": at, "where": where(talk)},
        _("About %(words)s.") % {"words": those_who(talk.candidate.words)},
    ]
    if talk.person.phone:
        lines.append(_("Their number: %(phone)s") % {"phone": talk.person.phone})
    return "\n".join(lines)
