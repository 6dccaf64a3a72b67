"""The short message a day or two before a talk: when in both time zones, how long, where, and how to change it.

Source: Puget Sound (24 to 48 hours before); Texas A&M RCEL (time zone, and a telephone number for changes).
"""

from dataclasses import dataclass
from datetime import datetime

from halfhour.contact.rules.choice import Picker
from halfhour.contact.rules.day_style import is_month_first, weekday_and_date
from halfhour.contact.rules.draft import Draft, first_that_fits, paragraphs, salutation, sentences, signature
from halfhour.contact.rules.facts import Facts

_OPENING = (
    "I am looking forward to our talk on {day}.",
    "This is only to confirm our talk on {day}.",
    "A short word to confirm that we talk on {day}.",
)
_CHANGE = (
    "If anything has come up, a line by e-mail{phone} is enough, and we find another time.",
    "Should it no longer suit you, a line{phone} will do; another time is no trouble.",
)
_LAST = (
    "Thank you again for making the time.",
    "Thank you for your time; I will keep to it.",
    "I will be ready, and will keep to the time.",
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """An agreed talk. theirs, mine: the wall time at each end; the zones as people call them ("Eastern time").

    way: "in person", "by phone", "by video" or as written. place: an address, a number to call or a link.
    """

    theirs: datetime
    mine: datetime
    their_zone: str = ""
    my_zone: str = ""
    minutes: int | None = None
    way: str = ""
    place: str = ""


def clock(at: datetime, locale: str) -> str:
    """Return "3:30 pm" where dates put the month first, else "15:30"."""
    if is_month_first(locale):
        return f"{at.hour % 12 or 12}:{at:%M} {'am' if at.hour < 12 else 'pm'}"
    return f"{at:%H:%M}"


def when_words(meeting: Meeting, locale: str) -> str:
    """Return the time at their end, with the zone, and at mine where it differs."""
    theirs = clock(meeting.theirs, locale)
    zone = f" {meeting.their_zone}" if meeting.their_zone else ""
    if meeting.mine.replace(tzinfo=None) == meeting.theirs.replace(tzinfo=None):
        return f"{theirs}{zone}"
    other_day = (
        ""
        if meeting.mine.date() == meeting.theirs.date()
        else f" on {weekday_and_date(meeting.mine.date(), locale)}"
    )
    mine = f"{clock(meeting.mine, locale)}{' ' + meeting.my_zone if meeting.my_zone else ''}{other_day}"
    return f"{theirs}{zone or ' your time'} ({mine} where I am)"


def draft_confirmation(facts: Facts, meeting: Meeting, *, seed: str) -> Draft:
    """Write the confirmation; what is not known is left out."""
    picker = Picker(f"{seed}|confirm|{facts.recipient.name}")
    locale = facts.sender.locale
    day = weekday_and_date(meeting.theirs.date(), locale)
    minutes = meeting.minutes or facts.ask.minutes
    length = f"We said {minutes} minutes." if minutes else ""
    phone = f" or a call to {facts.sender.phone}" if facts.sender.phone else ""
    body = paragraphs(
        salutation(facts.recipient),
        sentences(
            picker.pick("opening", _OPENING).format(day=day),
            f"It begins at {when_words(meeting, locale)}.",
            length,
            _where(meeting),
        ),
        sentences(picker.pick("change", _CHANGE).format(phone=phone), picker.pick("last", _LAST)),
        signature(facts, picker),
    )
    return Draft(
        first_that_fits(f"Our talk on {day}, {clock(meeting.theirs, locale)}", f"Our talk on {day}"), body
    )


def _where(meeting: Meeting) -> str:
    way, place = meeting.way.strip(), meeting.place.strip()
    if "phone" in way or "telephone" in way:
        return f"I will call you at {place}." if place else "I will call you."
    if "video" in way:
        return f"The link for the video call: {place}" if place else "It is by video."
    return f"I will come to {place}." if place else ""
