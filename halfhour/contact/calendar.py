"""A promised day as a calendar entry, for one's own calendar program and for the export."""

from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.contact.models import Promise
from halfhour.integrations.ical.writer import FeedEntry


def event_of(promised: Promise, *, number: str = "") -> FeedEntry:
    """The whole day on which a call or another letter was promised; the number to call goes into the description."""
    by_call = promised.kind == Promise.Kind.CALL
    title = _("Call %(name)s") if by_call else _("Write to %(name)s again")
    return FeedEntry(
        uid=f"promise-{promised.pk}@halfhour",
        title=title % {"name": promised.approach.person.name},
        stamped_at=clock.now(),
        day=promised.on,
        description=number if by_call else "",
    )
