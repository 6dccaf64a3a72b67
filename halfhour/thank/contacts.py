"""The people who talked with the seeker, as lasting contacts: their field, how they were met, the last touch and the next."""

from dataclasses import dataclass
from datetime import date

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.find.models import Person
from halfhour.interview.models import Interview
from halfhour.thank.models import KeepInTouch, Thanks


@dataclass
class Contact:
    """One person. fields: the occupations talked about. last_on, last_how: the latest touch; next_on: the next, if any."""

    person: Person
    fields: list[str]
    talks: list[Interview]
    last_on: date
    last_how: str
    touch: KeepInTouch | None


def contacts_of(user: User) -> list[Contact]:
    """Everyone a talk was held with, latest touch first; three queries."""
    zone = clock.zone_of(user.seeker.timezone)
    found: dict[int, Contact] = {}
    talks = Interview.objects.visible_to(user).evidence().standing().with_people()
    for talk in talks.select_related("person__source").order_by("on", "pk"):
        how = str(talk.get_kind_display())
        contact = found.setdefault(talk.person_id, Contact(talk.person, [], [], talk.on, how, None))
        contact.talks.append(talk)
        contact.last_on, contact.last_how = talk.on, how
        if talk.candidate.words not in contact.fields:
            contact.fields.append(talk.candidate.words)
    sent = Thanks.objects.visible_to(user).filter(person__in=found, sent_at__isnull=False)
    for thanks in sent.order_by("sent_at"):
        contact, on = (
            found[thanks.person_id],
            thanks.sent_at.astimezone(zone).date() if thanks.sent_at else None,
        )
        if on and on >= contact.last_on:
            contact.last_on, contact.last_how = on, str(thanks.get_kind_display())
    for touch in KeepInTouch.objects.visible_to(user).filter(person__in=found):
        contact = found[touch.person_id]
        contact.touch = touch
        if touch.touched_on and touch.touched_on >= contact.last_on:
            contact.last_on, contact.last_how = touch.touched_on, "a line"
    return sorted(found.values(), key=lambda c: (c.last_on, c.person.pk), reverse=True)
