"""The invitation to a talk as a calendar file, and what comes back: an answer, another time, a cancellation.

What comes back is proposed and never applied alone: the newest message counts whatever order they come in, the same
message twice is one, and one that is not from the invited address says so (RFC 5546; `integrations/ical/itip.py`).
"""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.due.actions import refresh
from halfhour.history.actions import note
from halfhour.integrations.ical.itip import Applied, Verdict, apply_itip
from halfhour.integrations.ical.reader import CalendarFile, Event, read_ics
from halfhour.integrations.ical.writer import Meeting, Person, cancellation, invitation
from halfhour.interview import actions
from halfhour.interview.home import home_of
from halfhour.interview.models import Interview, Proposed
from halfhour.interview.words import where
from halfhour.mail.models import Incoming
from halfhour.refused import Refused

UID = re.compile(r"invitation-(\d{1,18})-([0-9a-f]{16})@halfhour")
REMIND_MINUTES = 30
KINDS = {
    "ACCEPTED": Proposed.Kind.ACCEPTED,
    "TENTATIVE": Proposed.Kind.TENTATIVE,
    "DECLINED": Proposed.Kind.DECLINED,
}


YES: dict[str, Any] = {
    Proposed.Kind.ACCEPTED: gettext_lazy("Note it as confirmed"),
    Proposed.Kind.DECLINED: gettext_lazy("Take the talk off"),
    Proposed.Kind.CALLED_OFF: gettext_lazy("Take the talk off"),
    Proposed.Kind.OTHER_TIME: gettext_lazy("This is the new time"),
}


@dataclass(frozen=True)
class Taken:
    """What became of one calendar message. proposed: None when there is nothing to decide; why: in a sentence."""

    proposed: Proposed | None
    why: str


def invitation_of(talk: Interview) -> bytes:
    """The file to send: an invitation, or the cancellation of one when the talk fell through.

    Refused when an address is missing: a calendar program would not know whom to answer.
    """
    meeting = meeting_of(talk)
    if talk.cancelled_at is not None or talk.missed_at is not None:
        return cancellation(meeting)
    return invitation(meeting)


def meeting_of(talk: Interview) -> Meeting:
    seeker, person = talk.owner.seeker, talk.person
    if "@" not in seeker.email:
        raise Refused(
            _(
                "An invitation needs your e-mail address, so that their calendar can answer. Add it on About me."
            )
        )
    if "@" not in person.email:
        raise Refused(_("An invitation needs the e-mail address of %(name)s.") % {"name": person.name})
    return Meeting(
        uid=f"invitation-{talk.pk}-{home_of(talk.owner)}@halfhour",
        sequence=talk.sequence,
        stamped_at=clock.now(),
        starts_at=talk.starts_at,
        minutes=talk.minutes,
        zone=talk.timezone,
        title=_("%(mine)s and %(theirs)s: %(minutes)d minutes about your work")
        % {"mine": seeker.name or seeker.email, "theirs": person.name, "minutes": talk.minutes},
        description=_("%(where)s. Thank you for your time.") % {"where": where(talk)},
        location=talk.place if talk.format == Interview.Format.VISIT else talk.link_or_number,
        organizer=Person(seeker.name, seeker.email, seeker.timezone),
        guests=(Person(person.name, person.email, person.timezone),),
        remind_minutes=REMIND_MINUTES,
    )


def read_from_mail(row: Incoming, data: bytes) -> bool:
    """A calendar part of a message that came in: whether it is about a talk of ours."""
    try:
        take(data, row.owner, row.sender)
    except Refused:
        return False
    return True


@transaction.atomic
def take(data: bytes, owner: User, sender: str | None = None) -> Taken:
    """Understand one calendar message and propose what follows; nothing about the talk changes.

    sender: the address the mail came from, None for a file the seeker dropped. Refused, with the reason, when it
    cannot be read or is about no talk that is here.
    """
    file = read_ics(data)
    if not file.events:
        raise Refused(_("There is no event in this file."))
    event = file.events[0]
    talk = _talk_of(event, file, owner, sender)
    if "@" not in talk.owner.seeker.email or "@" not in talk.person.email:
        raise Refused(_("This talk has no invitation: an e-mail address is missing."))
    speaker = (sender or _speaker(event, file)).strip().casefold()
    if file.method == "REQUEST" and not UID.fullmatch(event.uid):
        return _propose(talk, _their_own(talk, event), event, speaker, _stranger(talk, speaker))
    applied = apply_itip(data, invitation_of(talk), sender=sender, ours=talk.owner.seeker.email)
    if applied.verdict is Verdict.SAME:
        return Taken(None, applied.why)
    if applied.verdict is Verdict.REFUSED:
        raise Refused(applied.why)
    kind = _kind(talk, file, event, applied)
    odd = _stranger(talk, speaker) or (
        "" if applied.verdict is Verdict.APPLIED or kind == Proposed.Kind.OTHER_TIME else applied.why
    )
    return _propose(talk, kind, event, speaker, odd)


def _talk_of(event: Event, file: CalendarFile, owner: User, sender: str | None) -> Interview:
    mine = Interview.objects.visible_to(owner).with_people().select_related("owner__seeker")
    found = UID.fullmatch(event.uid)
    talk = None
    if found and found[2] == home_of(owner):
        talk = mine.filter(pk=int(found[1])).first()
    elif file.method == "REQUEST" and not found:
        theirs = sender or event.organizer
        coming = (
            mine.standing().filter(ended_at=None, person__email__iexact=theirs) if theirs else mine.none()
        )
        talk = coming.order_by("starts_at").first()
    if talk is None:
        raise Refused(_("This is about no talk that is here."))
    return talk


def _speaker(event: Event, file: CalendarFile) -> str:
    if file.method in ("REPLY", "COUNTER") and event.attendees:
        return event.attendees[0].email
    return event.organizer


def _stranger(talk: Interview, speaker: str) -> str:
    known = {e.casefold() for e in (talk.person.email, *talk.person.more.get("emails", ()))}
    if speaker in known:
        return ""
    return _("It comes from %(sender)s, who was not invited.") % {
        "sender": speaker or _("an unknown address")
    }


def _their_own(talk: Interview, event: Event) -> str:
    """They answered with an invitation of their own."""
    same = event.start is not None and event.start.at == talk.starts_at
    return Proposed.Kind.ACCEPTED if same else Proposed.Kind.OTHER_TIME


def _kind(talk: Interview, file: CalendarFile, event: Event, applied: Applied) -> str:
    if file.method == "REPLY":
        answer = applied.answer or (event.attendees[0].status if event.attendees else "")
        if answer not in KINDS:
            raise Refused(_("It answers neither yes nor no (%(answer)s).") % {"answer": answer or "-"})
        return KINDS[answer]
    if file.method == "CANCEL":
        return Proposed.Kind.CALLED_OFF
    return Proposed.Kind.OTHER_TIME if file.method == "COUNTER" else _their_own(talk, event)


def _propose(talk: Interview, kind: str, event: Event, speaker: str, odd: str) -> Taken:
    now = clock.now()
    said_at = event.stamped.at if event.stamped and event.stamped.at else now
    starts_at = _time_of(event) if kind == Proposed.Kind.OTHER_TIME else None
    if kind == Proposed.Kind.OTHER_TIME and starts_at is None:
        odd = odd or event.problem or _("It does not say at what hour.")
    earlier = Proposed.objects.filter(interview=talk, sender=speaker[:254])
    if earlier.filter(said_at__gt=said_at).exists():
        return Taken(None, _("A later answer is already here."))
    proposed, new = earlier.get_or_create(
        interview=talk,
        sender=speaker[:254],
        kind=kind,
        said_at=said_at,
        defaults={
            "owner": talk.owner,
            "trusted": not odd,
            "why": odd[:300],
            "starts_at": starts_at,
            "came_at": now,
        },
    )
    if not new:
        return Taken(None, _("This answer is here already."))
    earlier.filter(decided_at=None).exclude(pk=proposed.pk).update(decided_at=now)
    note(talk.owner, "interview.answered", talk, kind=kind, trusted=proposed.trusted)
    refresh(talk)
    return Taken(proposed, words_of(proposed))


def _time_of(event: Event) -> datetime | None:
    start = event.start
    return start.at if start is not None and not start.unsure else None


def waiting_for(talk: Interview) -> list[dict[str, Any]]:
    """What waits for the seeker's word about a talk, in words."""
    return [
        {"proposed": p, "words": words_of(p), "yes": YES.get(p.kind, ""), "no": _("Leave it")}
        for p in talk.proposed.filter(decided_at=None)
    ]


def words_of(proposed: Proposed) -> str:
    """They propose Thursday 3 December, 15:00 (your time)."""
    said = {
        Proposed.Kind.ACCEPTED: _("The invitation was accepted."),
        Proposed.Kind.TENTATIVE: _("They are not sure yet."),
        Proposed.Kind.DECLINED: _("They can't come at that time."),
        Proposed.Kind.CALLED_OFF: _("They call the talk off."),
        Proposed.Kind.OTHER_TIME: _("They propose another time."),
    }[Proposed.Kind(proposed.kind)]
    if proposed.starts_at is not None:
        here = proposed.starts_at.astimezone(clock.zone_of(proposed.owner.seeker.timezone))
        at = {"day": date_format(here, "l j F"), "at": date_format(here, "H:i")}
        said = _("They propose %(day)s at %(at)s, your time.") % at
    return f"{said} {proposed.why}".strip()


@transaction.atomic
def decide(proposed: Proposed, *, take_up: bool) -> Interview:
    """Take up what was proposed, or leave it. The same again changes nothing."""
    talk = proposed.interview
    claimed = Proposed.objects.filter(pk=proposed.pk, decided_at=None)
    if not claimed.update(decided_at=clock.now(), taken=take_up):
        return talk
    if take_up and proposed.kind == Proposed.Kind.ACCEPTED:
        actions.confirm(talk)
    elif take_up and proposed.kind in (Proposed.Kind.DECLINED, Proposed.Kind.CALLED_OFF):
        actions.cancel(talk)
    elif take_up and proposed.kind == Proposed.Kind.OTHER_TIME:
        if proposed.starts_at is None:
            raise Refused(_("It does not say at what hour. Ask them, and set the time yourself."))
        local = proposed.starts_at.astimezone(clock.zone_of(talk.timezone))
        actions.reschedule(talk, on=local.date(), at=local.time())
    note(talk.owner, "interview.answer_decided", talk, kind=proposed.kind, taken=take_up)
    refresh(talk)
    return talk
