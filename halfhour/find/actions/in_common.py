"""What the seeker has in common with people."""

from django.db import transaction

from halfhour.accounts.models import User
from halfhour.find.models import Common
from halfhour.history.actions import note


@transaction.atomic
def add_common(user: User, *, kind: str, name: str) -> Common:
    """Note a school, an employer, an association or a place of one's own; the same twice is one."""
    found, made = Common.objects.get_or_create(owner=user, kind=kind, name=" ".join(name.split()))
    if made:
        note(user, "find.in_common", found)
    return found


@transaction.atomic
def remove_common(common: Common) -> None:
    note(common.owner, "find.not_in_common", common)
    common.delete()
