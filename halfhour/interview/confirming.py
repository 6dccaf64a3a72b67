"""The confirmation of one talk: the text, and the address that opens it in a mail program."""

from dataclasses import dataclass

from halfhour import clock
from halfhour.contact.facts_of import facts_of, recipient_of, sender_of
from halfhour.contact.rules import facts as letters
from halfhour.contact.rules.confirmation import Meeting, draft_confirmation
from halfhour.contact.rules.handover import mailto_url
from halfhour.interview.models import Interview
from halfhour.interview.words import local_start

WAYS = {
    Interview.Format.VISIT: "in person",
    Interview.Format.PHONE: "by phone",
    Interview.Format.VIDEO: "by video",
}


@dataclass(frozen=True)
class Confirmation:
    """mailto: empty when there is no address or the text is too long for one."""

    subject: str
    body: str
    mailto: str


def confirmation_of(talk: Interview) -> Confirmation:
    """The words to send a day or two before; the same talk gives the same words."""
    mine = local_start(talk)
    theirs = talk.starts_at.astimezone(clock.zone_of(talk.person.timezone or talk.owner.seeker.timezone))
    place = talk.place if talk.format == Interview.Format.VISIT else talk.link_or_number
    text = draft_confirmation(
        _facts(talk),
        Meeting(
            theirs=theirs,
            mine=mine,
            their_zone=theirs.tzname() or "" if talk.person.timezone else "",
            my_zone=mine.tzname() or "",
            minutes=talk.minutes,
            way=WAYS[Interview.Format(talk.format)],
            place=place,
        ),
        seed=f"talk-{talk.pk}-{talk.sequence}",
    )
    to = talk.person.email
    return Confirmation(
        text.subject, text.body, (mailto_url(to, text.subject, text.body) or "") if to else ""
    )


def _facts(talk: Interview) -> letters.Facts:
    if talk.approach is not None:
        return facts_of(talk.approach, talk.owner.today)
    return letters.Facts(
        sender=sender_of(talk.owner.seeker),
        recipient=recipient_of(talk.person),
        ask=letters.Ask(minutes=talk.minutes, occupation=talk.candidate.words),
        today=talk.owner.today,
    )
