"""What every page's frame shows: the steps with what waits in each, the way home, a moved clock."""

from collections import Counter
from typing import Any

from django.http import HttpRequest

from halfhour import clock
from halfhour.due.models import Due
from halfhour.steps import STEPS


def frame(request: HttpRequest) -> dict[str, Any]:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated or request.headers.get("HX-Request"):
        return {}
    now = clock.now()
    waiting = Counter(d.step for d in Due.objects.visible_to(user).open().by(now).only("kind"))
    waiting.pop("privacy", None)  # a quiet line on Today, nothing that waits
    match = request.resolver_match
    here = match.app_names[0] if match and match.app_names else (match.url_name if match else "")
    return {
        "menu": [{"step": s, "waiting": waiting.get(s.name, 0), "here": here == s.name} for s in STEPS],
        "waiting_in_all": sum(waiting.values()),
        "here": here,
        "moved_clock": now if clock.shifted() else None,
        "today": user.today,
        "seeker": user.seeker,
    }
