"""Thanks and news through the seeker's own mailbox: what goes, and what its having gone changes."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from halfhour.accounts.models import User
from halfhour.mail import actions as mail
from halfhour.mail.models import Mailbox, Outgoing
from halfhour.mail.registry import Correspondent, corresponds
from halfhour.thank.actions import record_thanked, save_thanks
from halfhour.thank.models import Thanks

THING = "thank.thanks"


def register() -> None:
    corresponds(THING, Correspondent(may_go=may_go, went=went, url=url_of, label=names_of))


def send(thanks: Thanks, *, subject: str, body: str) -> Outgoing:
    """Put thanks or news on their way. Refused when they went already, or without an address."""
    kept = save_thanks(thanks, subject=subject, body=body)
    person = kept.person
    before = Outgoing.objects.of(THING, kept.pk).exclude(over_at=None).count()  # taken back, or refused
    return mail.queue(
        kept.owner,
        key=f"thanks-{kept.pk}-{before}",
        recipient=person.email,
        recipient_name=person.name,
        subject=subject,
        body=body,
        thing=THING,
        thing_id=kept.pk,
        what=kept.kind,
        zone=person.timezone,
    )


def sending_part(thanks: Thanks) -> dict[str, Any]:
    """Whether it can be sent from here, and what of it is on its way."""
    if thanks.sent_at is not None or not Mailbox.objects.filter(owner=thanks.owner).exists():
        return {"on_way": None, "can_send": False}
    waiting = Outgoing.objects.open().of(THING, thanks.pk or 0).filter(owner=thanks.owner)
    return {"on_way": waiting.first(), "can_send": bool(thanks.person.email)}


def may_go(message: Outgoing) -> str:
    thanks = _thanks(message)
    if thanks is None or thanks.sent_at is not None:
        return _("You have noted these thanks as sent.")
    if thanks.person.do_not_contact_at is not None:
        return _("They asked to be left alone. Nothing more goes to them.")
    return ""


def went(message: Outgoing) -> None:
    thanks = _thanks(message)
    if thanks is not None:
        record_thanked(thanks, subject=message.subject, body=message.body, how="email")


def url_of(thanks_id: int) -> str:
    found = Thanks.objects.filter(pk=thanks_id).values_list("interview", "person", "kind").first()
    if found is None or found[0] is None:
        return ""
    if found[2] == Thanks.Kind.NEWS:
        return reverse("thank:news", args=found[:2])
    return reverse("thank:talk", args=[found[0]])


def names_of(user: User, ids: Iterable[int]) -> dict[int, str]:
    rows = Thanks.objects.visible_to(user).filter(pk__in=list(ids))
    return dict(rows.values_list("pk", "person__name"))


def _thanks(message: Outgoing) -> Thanks | None:
    thanks = (
        Thanks.objects.visible_to(message.owner)
        .select_related("person", "interview__person")
        .filter(pk=message.thing_id)
        .first()
    )
    if thanks is not None:
        thanks.owner = message.owner
        if thanks.interview is not None:
            thanks.interview.owner = message.owner
    return thanks
