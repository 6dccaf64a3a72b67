"""Writing the one line of history each action leaves."""

from datetime import date, datetime

from django.db import models

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.history.models import Event


def note(
    owner: User, verb: str, thing: models.Model, **detail: str | int | float | bool | date | datetime | None
) -> Event:
    """Append one event. detail: ids, dates, codes and numbers; never a text someone wrote."""
    plain = {k: v.isoformat() if isinstance(v, date) else v for k, v in detail.items()}
    return Event.objects.create(
        owner=owner,
        at=clock.now(),
        verb=verb,
        subject=thing._meta.label_lower,
        subject_id=thing.pk,
        detail=plain,
    )
