"""Where asking one person stands, as a sentence about this day."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from halfhour.contact.models import Channel, Reply
from halfhour.contact.rules.attempts import Channel as RuleChannel
from halfhour.contact.rules.standing import Action, State
from halfhour.contact.rules.working_days import in_words
from halfhour.contact.standings import Asking

PROMISED = {Action.CALL_AS_PROMISED, Action.WRITE_AS_PROMISED}


def headline_of(asking: Asking, today: date) -> str:
    """The sentence the page about one person opens with."""
    who = asking.approach.person.name
    state, move = asking.standing.state, asking.standing.next
    if move is not None and move.action is Action.REASSURE:
        return _("%(who)s thinks you want a job.") % {"who": who}
    if state in (State.LISTED, State.DRAFTED):
        return _before_anything_went_out(asking, who)
    if state is State.WAITING:
        return _waiting(asking, who, today)
    if state is State.CALL_BACK and move is not None and move.action is Action.CALL_BACK:
        return _call_back(asking, who, today)
    introducer = asking.introductions[-1].introducer.name if asking.introductions else ""
    meets_on = asking.approach.meets_on
    sentences = {
        State.ASKING_INTRODUCER: _("%(introducer)s may introduce you to %(who)s."),
        State.INTRODUCED: _("%(introducer)s has spoken to %(who)s for you."),
        State.CALL_BACK: _("%(who)s said yes. Find a time together."),
        State.FIX_ADDRESS: _("It did not reach %(who)s."),
        State.ARRANGED: _("You meet %(who)s on %(day)s."),
        State.RESCHEDULED: _("%(who)s needs another time."),
        State.NO_SHOW: _("The talk with %(who)s did not take place."),
        State.HELD: _("You have talked with %(who)s."),
        State.RECORDED: _("What %(who)s said is written down."),
        State.KEPT_IN_TOUCH: _("You are in touch with %(who)s."),
        State.REFUSED: _("%(who)s said no."),
        State.CLOSED: _("Asking %(who)s is closed."),
        State.CLOSED_NO_CONTACT: _("%(who)s did not answer. Take the next name."),
        State.DO_NOT_CONTACT: _("%(who)s asked to be left alone."),
    }
    if state is State.REFUSED and asking.replies[-1].kind == Reply.Kind.NAMED_OTHER:
        return _("%(who)s sends you to someone else.") % {"who": who}
    day = in_words(meets_on) if meets_on else ""
    return sentences[state] % {"who": who, "introducer": introducer, "day": day}


def sentence_of(asking: Asking, today: date) -> str:
    """The same for a line among others."""
    if asking.standing.state is State.DRAFTED and asking.approach.channel != Channel.INTRODUCTION:
        return _("Your letter to %(who)s is ready to go.") % {"who": asking.approach.person.name}
    if asking.standing.state is State.LISTED and asking.drafts:
        return _("Your letter to %(who)s is begun.") % {"who": asking.approach.person.name}
    return headline_of(asking, today)


def lead_of(asking: Asking, today: date) -> str:
    """What is next, by when, and why, in a sentence or two."""
    move = asking.standing.next
    if move is None:
        return ""
    if move.action is Action.PICK_CHANNEL and asking.approach.channel:
        return _with_the_way_chosen(asking, move.why)
    if move.due_on > today and move.action in PROMISED:
        return _("Nothing to do until then.")
    if move.due_on > today:
        return _("Next: %(day)s. %(why)s") % {"day": in_words(move.due_on), "why": move.why}
    return move.why


def _with_the_way_chosen(asking: Asking, why: str) -> str:
    """The way is chosen already, so the sentence speaks of what to do on this page."""
    if asking.approach.channel == Channel.INTRODUCTION:
        return _("Choose who could put in a word. They ask first; then it is yours to call.")
    if asking.facts.can_introduce:
        return why
    if asking.approach.channel == Channel.PHONE:
        return _("What to say, and what to answer, stands on the call card.")
    return _("Read it once, and change what is not you.")


def attempts_in_words(asking: Asking) -> str:
    made, allowed = asking.standing.attempts, asking.allowed_attempts
    if not made:
        return ""
    return ngettext(
        "%(made)d attempt of %(allowed)d made.", "%(made)d attempts of %(allowed)d made.", made
    ) % {
        "made": made,
        "allowed": allowed,
    }


def _before_anything_went_out(asking: Asking, who: str) -> str:
    if asking.approach.channel == Channel.INTRODUCTION:
        return _("Who could introduce you to %(who)s?") % {"who": who}
    if asking.approach.channel == Channel.PHONE:
        return _("You want to call %(who)s.") % {"who": who}
    if asking.approach.channel == Channel.NETWORK:
        return _("A message to %(who)s") % {"who": who}
    return _("A letter to %(who)s") % {"who": who}


def _call_back(asking: Asking, who: str, today: date) -> str:
    move = asking.standing.next
    if asking.replies[-1].call_back_on is None:
        return _("%(who)s may have time later.") % {"who": who}
    if move is not None and move.due_on == today:
        return _("%(who)s expects your call today.") % {"who": who}
    day = in_words(move.due_on) if move else ""
    return _("%(who)s asked for a call on %(day)s.") % {"who": who, "day": day}


def _waiting(asking: Asking, who: str, today: date) -> str:
    move = asking.standing.next
    if move is None:
        return _("You are waiting for %(who)s.") % {"who": who}
    if move.action is Action.READ_REPLY:
        return _("%(who)s has answered.") % {"who": who}
    if move.action in PROMISED:
        by_call = move.action is Action.CALL_AS_PROMISED
        if move.due_on > today:
            said = (
                _("You will call %(who)s on %(day)s.")
                if by_call
                else _("You will write to %(who)s again on %(day)s.")
            )
        elif move.due_on == today:
            said = (
                _("You promised %(who)s a call today.")
                if by_call
                else _("You promised %(who)s a line today.")
            )
        else:
            said = (
                _("You promised %(who)s a call on %(day)s.")
                if by_call
                else _("You promised %(who)s a line on %(day)s.")
            )
        return said % {"who": who, "day": in_words(move.due_on)}
    last = asking.facts.attempts[-1] if asking.facts.attempts else None
    if last is None:
        return _("You are waiting for %(who)s.") % {"who": who}
    sent = {
        RuleChannel.PHONE: _("You called %(who)s on %(day)s and nobody answered."),
        RuleChannel.VOICEMAIL: _("You left %(who)s a message on %(day)s."),
    }.get(last.channel, _("You wrote to %(who)s on %(day)s."))
    return sent % {"who": who, "day": in_words(last.on)}
