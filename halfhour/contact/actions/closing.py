"""The ends of an approach, and how it goes on: three attempts, a no, set aside, opened again, told by later steps."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.contact.models import Approach, Override, Reply
from halfhour.contact.rules.standing import State
from halfhour.contact.rules.working_days import in_words
from halfhour.contact.standings import askings_of, standing_of
from halfhour.due import actions as due
from halfhour.history.actions import note
from halfhour.refused import Refused

REOPENED = "reopened"  # the rule that was set aside by hand: what is over stays over


def close_when_over(approach: Approach) -> bool:
    """Close it as "no contact" when the allowed attempts have failed. Part of a larger action."""
    if approach.closed_at is not None:
        return False
    if standing_of(approach, approach.owner.today).state is not State.CLOSED_NO_CONTACT:
        return False
    _close(approach, Approach.Closed.NO_CONTACT)
    return True


@transaction.atomic
def close_silent(user: User) -> list[Approach]:
    """Close every approach whose last allowed attempt stayed without an answer. For the tick and the command line."""
    under_way = list(
        Approach.objects.open()
        .filter(owner=user, arranged_at=None, attempts__isnull=False)
        .distinct()
        .select_related("person__organisation", "candidate", "owner__seeker")
    )
    askings = askings_of(under_way, user.seeker, user.today)
    over = [a for a in under_way if askings[a.pk].standing.state is State.CLOSED_NO_CONTACT]
    for approach in over:
        _close(approach, Approach.Closed.NO_CONTACT)
        due.refresh(approach)
    return over


def follow_the_calendar() -> None:
    """Let the passing of days show, for everybody: approaches whose last attempt ran out are closed."""
    for user in User.objects.filter(seeker__isnull=False).select_related("seeker"):
        close_silent(user)


@transaction.atomic
def close_approach(approach: Approach) -> Approach:
    """Set it aside by hand; nothing waits for this person any more."""
    if approach.closed_at is None:
        _close(approach, Approach.Closed.BY_HAND)
        due.refresh(approach)
    return approach


@transaction.atomic
def thank_for_answer(approach: Approach) -> Approach:
    """Thanks for a no, with the one question for another name, have gone out: this approach is over."""
    if approach.refusal_thanked_on is None:
        approach.refusal_thanked_on = approach.owner.today
        approach.save(update_fields=["refusal_thanked_on"])
        note(approach.owner, "contact.thanked_for_answer", approach)
    if approach.closed_at is None:
        _close(approach, Approach.Closed.REFUSED)
    due.refresh(approach)
    return approach


@transaction.atomic
def reopen(approach: Approach, *, because: str) -> Approach:
    """Go on by hand after an end, with a reason that is kept. It allows one attempt more.

    Only what is opened again is set aside: a no given when asked about something else stands, a never always does.
    """
    because = because.strip()
    if not because:
        raise Refused(_("Say in a few words why it is right to go on."))
    person = approach.person
    if person.do_not_contact_at is not None:
        raise Refused(_("%(name)s asked to be left alone. That stands.") % {"name": person.name})
    another = Approach.objects.open().filter(person=person).exclude(pk=approach.pk).first()
    if another is not None:
        raise Refused(_("You are already asking %(name)s about something else.") % {"name": person.name})
    refusal = _standing_no(approach)
    if refusal is not None and refusal.approach_id != approach.pk:
        raise Refused(
            _("%(name)s said no on %(day)s, when asked about something else. That stands.")
            % {"name": person.name, "day": in_words(refusal.on)}
        )
    today = approach.owner.today
    if standing_of(approach, today).state is State.CLOSED_NO_CONTACT:
        approach.extra_attempts += 1
    if refusal is not None:
        refusal.set_aside_on = today
        refusal.save(update_fields=["set_aside_on"])
    Override.objects.create(
        owner=approach.owner, approach=approach, rule=REOPENED, reason=because[:300], at=clock.now()
    )
    approach.closed_at, approach.closed_because = None, ""
    approach.reopened_because = because[:300]
    approach.refusal_thanked_on = approach.next_name_on = None
    approach.save()
    note(approach.owner, "contact.reopened", approach, extra_attempts=approach.extra_attempts)
    due.refresh(approach)
    return approach


def _standing_no(approach: Approach) -> Reply | None:
    """The no that is in force for this person, whichever asking it answered."""
    no = (Reply.Kind.NO, Reply.Kind.NAMED_OTHER)
    last = (
        Reply.objects.filter(approach__person=approach.person, owner=approach.owner, set_aside_on=None)
        .order_by("on", "at", "pk")
        .last()
    )
    return last if last is not None and last.kind in no else None


@transaction.atomic
def note_arranged(approach: Approach, *, on: date | None) -> None:
    """A later step agreed on a talk for this local date; None when it was cancelled or missed."""
    approach.arranged_at, approach.meets_on = (clock.now(), on) if on else (None, None)
    approach.save(update_fields=["arranged_at", "meets_on"])
    note(approach.owner, "contact.arranged" if on else "contact.fell_through", approach, on=on)
    due.refresh(approach)


@transaction.atomic
def note_talked(approach: Approach) -> None:
    """The talk was held."""
    now = clock.now()
    if approach.arranged_at is None:
        approach.arranged_at, approach.meets_on = now, approach.owner.today
    approach.talked_at = now
    approach.save(update_fields=["arranged_at", "meets_on", "talked_at"])
    note(approach.owner, "contact.talked", approach)
    due.refresh(approach)


@transaction.atomic
def note_recorded(approach: Approach) -> None:
    """The debrief has its minimum: this asking has reached its end."""
    approach.recorded_at = clock.now()
    approach.save(update_fields=["recorded_at"])
    if approach.closed_at is None:
        _close(approach, Approach.Closed.TALKED)
    due.refresh(approach)


def _close(approach: Approach, because: str) -> None:
    approach.closed_at, approach.closed_because = clock.now(), because
    approach.save(update_fields=["closed_at", "closed_because"])
    note(approach.owner, "contact.closed", approach, because=because)
