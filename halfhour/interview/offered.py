"""The time their answer offers, on both clocks, so that agreeing on it needs one click and no counting of hours."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from halfhour.contact.models import Approach, Reply
from halfhour.contact.reading import Proposed, read_answer

OFFERS = {Reply.Kind.YES, Reply.Kind.OTHER_TIME, Reply.Kind.PHONE_INSTEAD}


@dataclass(frozen=True)
class Offered:
    """found: what they wrote. zone: of the hour they named. mine: the same instant on my clock, None without an hour."""

    found: Proposed
    zone: str
    mine: datetime | None

    @property
    def elsewhere(self) -> bool:
        """Whether their wall time is another one than mine."""
        return self.mine is not None and (self.found.day, self.found.at) != (
            self.mine.date(),
            self.mine.time(),
        )

    def initial(self) -> dict[str, Any]:
        if self.mine is not None:
            return {"on": self.mine.date(), "at": self.mine.time()}
        return {"on": self.found.day} if self.found.day else {}


def offered_by(approach: Approach) -> Offered | None:
    """What their latest answer offers, when the seeker took it for one that agrees."""
    reply = approach.replies.order_by("-at", "-pk").first()
    if reply is None or reply.kind not in OFFERS or not reply.text.strip():
        return None
    mine, theirs = approach.owner.seeker.timezone, approach.person.timezone
    found = read_answer(reply.text, today=reply.on, now=approach.owner.today)
    if found.day is None:
        return None
    return Offered(found, found.zone(theirs, mine), found.on_my_clock(theirs, mine))
