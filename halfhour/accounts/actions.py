"""The laptop's one user, and what they say about themselves."""

from typing import Any

from django.db import transaction

from halfhour import clock
from halfhour.accounts.models import Seeker, User
from halfhour.history.actions import note


@transaction.atomic
def laptop_user() -> User:
    """The one person whose laptop this is; made at the first start."""
    user, made = User.objects.get_or_create(username="me")
    if made:
        user.set_unusable_password()
        user.save()
    Seeker.objects.get_or_create(user=user)
    return user


@transaction.atomic
def describe_myself(user: User, **facts: Any) -> Seeker:
    """Change some of the seeker's facts and settings; letters, scripts and dates follow."""
    for name, value in facts.items():
        setattr(user.seeker, name, value)
    user.seeker.save(update_fields=list(facts))
    note(user, "accounts.described", user.seeker)
    return user.seeker


@transaction.atomic
def welcome(user: User) -> None:
    """The first question has been answered; the program opens on Today from now on."""
    if user.seeker.welcomed_at is None:
        user.seeker.welcomed_at = clock.now()
        user.seeker.save(update_fields=["welcomed_at"])
