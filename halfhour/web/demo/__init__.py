"""A made-up story half-way through: Maya Lindqvist wonders whether to make sound for games or to become an audiologist.

Everything is written through the same actions as the pages use, day by day with the clock moved.
"""

from collections.abc import Callable

NOW = "2026-11-23T19:10:00+00:00"  # Monday, ten past eleven in Seattle: the morning the story stops at


def ready(say: Callable[[str], object]) -> None:
    """Make the demo's data folder ready and write the story, unless it is there already."""
    from halfhour.web import setup

    setup.ready(say=say)
    from django.db import transaction

    from halfhour.accounts.actions import laptop_user
    from halfhour.choose.models import Candidate

    user = laptop_user()
    if Candidate.objects.visible_to(user).exists():
        return
    from halfhour.web.demo.story import tell

    with transaction.atomic():
        tell(user, say)
