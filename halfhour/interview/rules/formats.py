"""What differs between a visit, a telephone talk and a video talk, and the times around it.

Source: Informational Interviewing Part 1: meeting in person is the usual form, the telephone loses the look at the work
environment but is quick. Confirm 24 to 48 hours before: Puget Sound, Texas A&M; be there ten minutes early: NCSU,
Pomona; an hour free between two talks: Lawrence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from halfhour.prepare.rules.question import Format

DEFAULT_FORMAT = Format.VISIT
EARLY_MINUTES = 10
CONFIRM_FROM_HOURS = 48
CONFIRM_UNTIL_HOURS = 24
BUFFER_MINUTES = 60
PHONE_MINUTES = 20


@dataclass(frozen=True)
class FormatRules:
    """sees_environment: the debrief has room for what was observed. asks_surroundings: the plan asks what one would see.

    needs: what must be agreed beside the time. bring: the checklist. minutes: the length that suits it at most, or None.
    """

    label: str
    sees_environment: bool
    asks_surroundings: bool
    needs: str
    gain: str
    bring: tuple[str, ...]
    minutes: int | None = None


RULES: dict[Format, FormatRules] = {
    Format.VISIT: FormatRules(
        "In person", True, False, "place and how to get there",
        "You see where and with whom the work is done.",
        ("The printed questions, a pen and paper", "Their name, the place and a telephone number for the way",
         "What they wear there; if in doubt, ask or go a little smarter", "A résumé only if you chose to bring one"),
    ),
    Format.PHONE: FormatRules(
        "By telephone", False, True, "who calls whom, and the number",
        "Quick to arrange and easy for them; ask what you would see around them.",
        ("The printed questions, a pen and paper", "A quiet room and a charged telephone", "Their number, and yours given to them"),
        PHONE_MINUTES,
    ),
    Format.VIDEO: FormatRules(
        "By video", False, True, "link, and a number in case it fails",
        "You see each other; ask what lies outside the picture.",
        ("The printed questions, a pen and paper: typing looks like inattention", "Camera and sound tried out beforehand",
         "Their number in case the line fails"),
    ),
}  # fmt: skip


def be_there_at(start: datetime, format: str) -> datetime | None:
    """Return when to arrive for a visit, ten minutes early; None when nobody has to go anywhere.

    format: one of visit, phone, video; anything else raises ValueError.
    """
    return start - timedelta(minutes=EARLY_MINUTES) if Format(format) is Format.VISIT else None


def confirm_window(start: datetime) -> tuple[datetime, datetime]:
    """Return between which instants the confirmation goes out: 48 to 24 hours before."""
    return start - timedelta(hours=CONFIRM_FROM_HOURS), start - timedelta(hours=CONFIRM_UNTIL_HOURS)


def needs_confirmation(*, agreed_at: datetime, start: datetime) -> bool:
    """A talk agreed on within the last 48 hours before it is confirmed already."""
    return agreed_at < confirm_window(start)[0]


def buffer_warning(start: datetime, minutes: int, others: Sequence[tuple[datetime, int]]) -> str | None:
    """Warn when another talk begins or ends less than an hour from this one; None when there is room.

    others: start and agreed minutes of the seeker's other talks.
    """
    end = start + timedelta(minutes=minutes)
    room = timedelta(minutes=BUFFER_MINUTES)
    for other_start, other_minutes in sorted(others):
        other_end = other_start + timedelta(minutes=other_minutes)
        if other_start < end and start < other_end:
            return "You have another talk at that time."
        if timedelta() <= start - other_end < room or timedelta() <= other_start - end < room:
            return "Keep an hour free between two talks: good ones run on because they want to tell you more."
    return None
