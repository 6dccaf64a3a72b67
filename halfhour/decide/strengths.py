"""What the talks showed about the seeker: strengths and gaps with their source, and how sure they felt before and after."""

from dataclasses import dataclass

from halfhour.accounts.models import User
from halfhour.decide.rules.confidence import Point, Trend, trend_of
from halfhour.interview.models import Interview
from halfhour.record.models import Quality


@dataclass(frozen=True)
class Mirror:
    strengths: list[Quality]
    gaps: list[Quality]
    trend: Trend


def mirror_of(user: User) -> Mirror:
    """Two queries."""
    found = list(
        Quality.objects.visible_to(user)
        .filter(interview__cancelled_at=None, interview__missed_at=None)
        .select_related("interview__person", "interview__candidate")
        .order_by("interview__on", "pk")
    )
    talks = (
        Interview.objects.visible_to(user)
        .held()
        .standing()
        .select_related("person", "debrief")
        .order_by("on", "pk")
    )
    points = [
        Point(
            t.person.name,
            t.on,
            t.confidence_before,
            getattr(getattr(t, "debrief", None), "confidence_after", None),
        )
        for t in talks
    ]
    return Mirror([q for q in found if q.strength], [q for q in found if not q.strength], trend_of(points))
