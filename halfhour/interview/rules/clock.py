"""How long the talk may take, and what the silent clock shows when.

Source: the first seed: keep to the time you scheduled, half an hour as its example, and say so when it has run out;
Informational Interviewing Part 1: they usually last 20 to 30 minutes. Last question five minutes before the end: an
interview handbook. Other lengths 15 to 60: RCEL, WWU, BAAMA. For very short talks the cue comes in the last third (ours).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

DEFAULT_MINUTES = 30
SHORT_MINUTES = 20
USUAL_MINUTES = (20, 30)
CHOICES_MINUTES = (15, 20, 30, 40)
FEWEST_MINUTES = 15
MOST_MINUTES = 60
LAST_QUESTION_MINUTES = 5


class Cue(StrEnum):
    """`extended`: they offered to go on, so nothing is said about time any more."""

    NOT_STARTED = "not-started"
    QUIET = "quiet"
    LAST_QUESTION = "last-question"
    TIME = "time"
    EXTENDED = "extended"


@dataclass(frozen=True)
class Face:
    """What the clock knows: left_seconds is negative once the agreed time is over; share runs from 0 to 1."""

    cue: Cue
    elapsed_seconds: int
    left_seconds: int
    share: float


@dataclass(frozen=True)
class Run:
    """How long it really took. over_minutes is negative when it ended early."""

    minutes: int
    over_minutes: int
    extended: bool
    words: str


def length_note(minutes: int) -> str | None:
    """Return a note beside an unusual length, or None. Raises ValueError outside 15 to 60."""
    if not FEWEST_MINUTES <= minutes <= MOST_MINUTES:
        raise ValueError(f"Choose between {FEWEST_MINUTES} and {MOST_MINUTES} minutes.")
    low, high = USUAL_MINUTES
    if minutes > high:
        return (
            f"{low} to {high} minutes are usual. A shorter wish is granted more easily; they may offer more."
        )
    return None


def last_question_minutes(agreed_minutes: int) -> int:
    """Return how many minutes before the agreed end the last-question cue shows."""
    return min(LAST_QUESTION_MINUTES, max(1, agreed_minutes // 3))


def cue_at(elapsed_seconds: float, agreed_minutes: int, extended: bool = False) -> Cue:
    """Say what the screen shows so many seconds after the start. Negative seconds (a clock gone back) are quiet."""
    if extended:
        return Cue.EXTENDED
    left = agreed_minutes * 60 - elapsed_seconds
    if left <= 0:
        return Cue.TIME
    return Cue.LAST_QUESTION if left <= last_question_minutes(agreed_minutes) * 60 else Cue.QUIET


def face(
    *, started_at: datetime | None, minutes: int, now: datetime, extended_at: datetime | None = None
) -> Face:
    """Read the clock from the stored start; all instants are aware."""
    if started_at is None:
        return Face(Cue.NOT_STARTED, 0, minutes * 60, 0.0)
    elapsed = max(0, int((now - started_at).total_seconds()))
    left = minutes * 60 - elapsed
    return Face(
        cue_at(elapsed, minutes, extended_at is not None), elapsed, left, min(1.0, elapsed / (minutes * 60))
    )


def is_past_time(*, started_at: datetime, minutes: int, now: datetime) -> bool:
    return (now - started_at).total_seconds() >= minutes * 60


def last_question_sentence() -> str:
    return "I see that our time is nearly over. May I ask one last question?"


def time_sentence(agreed_minutes: int, own_words: str = "") -> str:
    """Return the sentence to say aloud at the agreed end; the seeker's own wording wins.

    `{minutes}` in their wording becomes the number.
    """
    words = own_words.strip() or (
        "I notice that our {minutes} minutes are over, and I know you are busy. Thank you, this helped me a great deal."
    )
    return words.replace("{minutes}", str(agreed_minutes))


def actual_run(
    *, started_at: datetime, ended_at: datetime, agreed_minutes: int, extended_at: datetime | None = None
) -> Run:
    """Say by how much the talk ran over or under, rounded to whole minutes. An end before the start counts as 0."""
    minutes = max(0, round((ended_at - started_at).total_seconds() / 60))
    over = minutes - agreed_minutes
    extended = extended_at is not None
    if over == 0:
        words = f"{minutes} minutes, as agreed"
    elif over < 0:
        words = f"{minutes} minutes, {-over} fewer than agreed"
    else:
        words = f"{minutes} minutes, {over} more than agreed{', at their wish' if extended else ''}"
    return Run(minutes, over, extended, words)
