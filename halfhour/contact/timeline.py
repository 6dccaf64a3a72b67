"""What has happened with one person, oldest first, as lines to read."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from halfhour import clock
from halfhour.contact.actions.closing import REOPENED
from halfhour.contact.models import Attempt, Channel, Reply
from halfhour.contact.rules.promises import kept_in_time
from halfhour.contact.rules.working_days import in_words
from halfhour.contact.standings import Asking, order_of


@dataclass(frozen=True)
class Happened:
    """text: a sentence; words: what was written or said, when it was kept; may_bounce: the attempt's id, for "it came back"."""

    on: date
    seq: int
    text: str
    words: str = ""
    may_bounce: int | None = None
    reply: Reply | None = None


WRITTEN = {Channel.LETTER, Channel.EMAIL, Channel.NETWORK}
SENT = {
    Channel.LETTER: lazy("You sent a letter."),
    Channel.EMAIL: lazy("You sent an e-mail."),
    Channel.NETWORK: lazy("You sent a message on your network."),
    Channel.PHONE: lazy("You called."),
    Channel.VOICEMAIL: lazy("You left a message on the machine."),
    Channel.INTRODUCTION: lazy("You were introduced."),
}
ENDED = {
    Attempt.Result.NO_ANSWER: lazy("Nobody answered."),
    Attempt.Result.ASSISTANT: lazy("Somebody else answered."),
    Attempt.Result.WRONG_NUMBER: lazy("It was the wrong number."),
    Attempt.Result.BOUNCED: lazy("It came back."),
    Attempt.Result.ANSWERED: lazy("You reached them."),
}
ANSWERED = {
    Reply.Kind.YES: lazy("They said yes."),
    Reply.Kind.LATER: lazy("They said: later."),
    Reply.Kind.OTHER_TIME: lazy("They offered another time."),
    Reply.Kind.PHONE_INSTEAD: lazy("They would rather talk by telephone."),
    Reply.Kind.NAMED_OTHER: lazy("They named someone else."),
    Reply.Kind.THINKS_JOB: lazy("They thought you want a job."),
    Reply.Kind.NO: lazy("They said no."),
    Reply.Kind.NEVER: lazy("They asked to be left alone."),
    Reply.Kind.UNCLEAR: lazy("They answered."),
}


def timeline_of(asking: Asking) -> list[Happened]:
    lines = [_attempt(a, asking) for a in asking.attempts] + [_reply(r) for r in asking.replies]
    for intro in asking.introductions:
        who = intro.introducer.name
        steps = [
            (intro.asked_on, _("You asked %(who)s for an introduction."), intro.body),
            (intro.reminded_on, _("You reminded %(who)s."), ""),
            (intro.agreed_on, _("%(who)s will ask."), ""),
            (intro.introduced_on, _("%(who)s has spoken to them for you."), ""),
            (intro.declined_on, _("%(who)s would rather not."), ""),
            (intro.told_how_it_went_on, _("You told %(who)s how it went."), intro.told),
        ]
        lines += [
            Happened(on, n, text % {"who": who}, body) for n, (on, text, body) in enumerate(steps) if on
        ]
    if asking.approach.reopened_because:
        zone = clock.zone_of(asking.approach.owner.seeker.timezone)
        for again in asking.approach.overrides.filter(rule=REOPENED):
            text = _("You opened it again by hand: %(why)s") % {"why": again.reason}
            lines.append(Happened(again.at.astimezone(zone).date(), order_of(again.at), text))
    return sorted(lines, key=lambda line: (line.on, line.seq))


def _attempt(row: Attempt, asking: Asking) -> Happened:
    text = str(SENT[Channel(row.channel)])
    if row.result in ENDED:
        text = f"{text} {ENDED[Attempt.Result(row.result)]}"
    given = next((p for p in asking.promises if p.attempt_id == row.pk), None)
    if given is not None:
        promised = (
            _("You promised a call on %(day)s.")
            if given.kind == "call"
            else _("You promised a line on %(day)s.")
        )
        text = f"{text} {promised % {'day': in_words(given.on)}}"
        if given.kept_on:
            text = (
                f"{text} {_('Kept.') if kept_in_time(given.on, given.kept_on) else _('Kept, though late.')}"
            )
    answered = any(r.at >= row.at for r in asking.replies)
    open_letter = row.channel in WRITTEN and not row.result and not answered
    own = row.approach_id == asking.approach.pk
    words = "\n\n".join(part for part in (row.subject, row.body or row.note) if part)
    return Happened(row.on, order_of(row.at), text, words, may_bounce=row.pk if own and open_letter else None)


def _reply(row: Reply) -> Happened:
    text = str(ANSWERED[Reply.Kind(row.kind)])
    if row.call_back_on:
        text = f"{text} {_('They named %(day)s.') % {'day': in_words(row.call_back_on)}}"
    if row.set_aside_on:
        text = f"{text} {_('You went on by hand.')}"
    return Happened(row.on, order_of(row.at), text, row.text, reply=row)
