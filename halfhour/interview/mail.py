"""The invitation on its way through the seeker's mailbox: what may go, and what its having gone changes."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.interview import actions, invitations
from halfhour.interview.confirming import confirmation_of
from halfhour.interview.models import Interview
from halfhour.interview.rules.formats import confirm_window
from halfhour.mail import actions as mail
from halfhour.mail.models import Outgoing
from halfhour.mail.registry import Correspondent, corresponds, reads_calendars

THING, INVITATION = "interview.interview", "invitation"


def register() -> None:
    corresponds(THING, Correspondent(may_go=may_go, went=went, url=url_of, label=names_of))
    reads_calendars(invitations.read_from_mail)


def send_invitation(talk: Interview) -> Outgoing:
    """Put the invitation, with the words of the confirmation around it, on its way. One for each state of the talk."""
    words = confirmation_of(talk)
    before = sent_for(talk).filter(sent_at=None).exclude(over_at=None).count()  # taken back, or refused
    return mail.queue(
        talk.owner,
        key=f"invitation-{talk.pk}-{talk.sequence}-{before}",
        recipient=talk.person.email,
        recipient_name=talk.person.name,
        subject=words.subject,
        body=words.body,
        calendar=invitations.invitation_of(talk).decode(),
        thing=THING,
        thing_id=talk.pk,
        what=INVITATION,
        extra={"sequence": str(talk.sequence)},
        zone=talk.person.timezone,
    )


def sent_for(talk: Interview) -> QuerySet[Outgoing]:
    """The invitations to this talk as it stands now."""
    return Outgoing.objects.of(THING, talk.pk).filter(owner=talk.owner, extra__sequence=str(talk.sequence))


def latest(talk: Interview) -> Outgoing | None:
    """The last invitation to this talk as it stands now that has gone or is going."""
    return sent_for(talk).filter(Q(over_at=None) | Q(sent_at__isnull=False)).last()


def may_go(message: Outgoing) -> str:
    """Asked at the moment of sending: does the talk still stand as the invitation says?"""
    talk = _talk(message)
    if talk is None:
        return _("This talk is no longer here.")
    if talk.person.do_not_contact_at is not None:
        return _("They asked to be left alone. Nothing more goes to them.")
    if message.extra.get("sequence") != str(talk.sequence):
        return _("The talk has changed since. Send the invitation again.")
    return ""


def went(message: Outgoing) -> None:
    """A day or two before, the words around the invitation are the confirmation."""
    talk = _talk(message)
    if talk is None or talk.cancelled_at or talk.missed_at or talk.ended_at:
        return
    if clock.now() >= confirm_window(talk.starts_at)[0]:
        actions.confirm(talk)


def url_of(interview_id: int) -> str:
    return reverse("interview:interview", args=[interview_id])


def names_of(user: User, ids: Iterable[int]) -> dict[int, str]:
    rows = Interview.objects.visible_to(user).filter(pk__in=list(ids))
    return dict(rows.values_list("pk", "person__name"))


def _talk(message: Outgoing) -> Interview | None:
    mine = Interview.objects.visible_to(message.owner).with_people()
    talk = mine.filter(pk=message.thing_id).first()
    if talk is not None:
        talk.owner = message.owner
    return talk
