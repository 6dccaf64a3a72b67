"""That somebody's time here is over, said once a day on Today: one quiet line, and nobody goes by themselves.

A due row remembers it, so that Today asks nothing more on all the other days.
"""

from collections.abc import Iterable
from datetime import date

from halfhour.accounts.models import User
from halfhour.due.actions import rewrite
from halfhour.due.days import day_starts
from halfhour.due.models import Due
from halfhour.due.registry import Wanted
from halfhour.web.your_data.held_about import expired

KIND = "privacy.over"
_looked_on: dict[int, date] = {}


def look_again(user: User) -> int:
    """Make the due row true: how many people's time is over today."""
    gone = expired(user)
    wanted = [Wanted(KIND, due_at=day_starts(gone[0][0], user.seeker.timezone))] if gone else []
    rewrite(user, user, wanted, step="privacy")
    return len(gone)


def once_a_day() -> None:
    """For the tick: look on each local day for everyone once; looking again after a new start does no harm."""
    for user in User.objects.select_related("seeker").exclude(seeker=None):
        if _looked_on.get(user.pk) != user.today:
            look_again(user)
            _looked_on[user.pk] = user.today


def waiting(user: User, rows: Iterable[Due]) -> int:
    """How many people wait for a word of the seeker; asks the tables only when a due row says that there are some."""
    return len(expired(user)) if any(row.kind == KIND for row in rows) else 0
