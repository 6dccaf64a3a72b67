"""The key of a form that makes a row: made from where things stand, so that two windows showing the same make one row."""

from halfhour.contact import mail
from halfhour.contact.models import Approach, Attempt, Reply
from halfhour.contact.standings import Asking

LONGEST = 40


def key_from_here(asking: Asking, what: str) -> str:
    """The key for one more attempt or answer after everything that is known here."""
    return _key(what, asking.approach, len(asking.attempts), len(asking.replies))


def key_to_send(asking: Asking, what: str) -> str:
    """The same for what may go through the mailbox: a message taken back is followed by another, not by itself."""
    last = mail.latest(asking.approach)
    here = key_from_here(asking, what)
    return f"{here}-{last.pk}"[:LONGEST] if last is not None else here


def key_at(approach: Approach, what: str) -> str:
    """The same where nothing but the approach is at hand."""
    attempts = Attempt.objects.filter(approach__person=approach.person_id).count()
    replies = Reply.objects.filter(approach__person=approach.person_id).count()
    return _key(what, approach, attempts, replies)


def _key(what: str, approach: Approach, attempts: int, replies: int) -> str:
    return f"{what}-{approach.pk}-{attempts}-{replies}"[:LONGEST]
