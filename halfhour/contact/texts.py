"""The texts of one approach: what the program proposes from the facts, what the seeker made of it, what the checker says."""

import hashlib

from halfhour.contact.facts_of import facts_of, without_promise
from halfhour.contact.holidays_of import working_days_of
from halfhour.contact.models import Approach, Attempt, Channel, Draft
from halfhour.contact.rules.call import may_promise_another_call
from halfhour.contact.rules.checker import check
from halfhour.contact.rules.draft import Draft as Text
from halfhour.contact.rules.facts import Facts
from halfhour.contact.rules.finding import Result
from halfhour.contact.rules.follow_up import draft_follow_up
from halfhour.contact.rules.letter import draft_letter
from halfhour.contact.rules.network_message import draft_network_message
from halfhour.contact.rules.promises import apology_owed
from halfhour.contact.standings import Asking, asking_of

NOT_REACHED = {Attempt.Result.BOUNCED, Attempt.Result.WRONG_NUMBER}
SPOKEN = {Channel.PHONE, Channel.VOICEMAIL}
WRITTEN = {Channel.EMAIL, Channel.LETTER, Channel.NETWORK}


def kind_of(approach: Approach) -> str:
    """Which draft belongs to the chosen way; someone called first may still be written to by letter or e-mail."""
    return Draft.Kind.NETWORK if approach.channel == Channel.NETWORK else Draft.Kind.LETTER


def letter_facts(approach: Approach, asking: Asking | None = None, *, earlier: bool = True) -> Facts:
    """The facts for the next text: the last allowed attempt names no further day. earlier: as for `facts_of`."""
    facts = facts_of(approach, asking=asking, earlier=earlier)
    return facts if may_promise(approach, asking) else without_promise(facts)


def may_promise(approach: Approach, asking: Asking | None = None) -> bool:
    """Whether the next attempt may carry a promise: the last one may not."""
    if approach.pk is None:
        return True
    asking = asking or asking_of(approach)
    return may_promise_another_call(asking.standing.attempts, max_attempts=asking.allowed_attempts)


def proposal(approach: Approach, facts: Facts | None = None, asking: Asking | None = None) -> Text:
    """The text the program would write now; the same facts give the same words. A second one says that it is one."""
    if approach.pk is not None:
        asking = asking or asking_of(approach)
    facts = facts or letter_facts(approach, asking)
    tried = len(asking.own_attempts) if asking else 0
    seed = f"{approach.owner_id}-{approach.person_id}-{tried}"
    network = kind_of(approach) == Draft.Kind.NETWORK
    text = draft_network_message(facts, seed=seed) if network else draft_letter(facts, seed=seed)
    return _once_more(text, facts, asking) if asking and tried else text


def _once_more(text: Text, facts: Facts, asking: Asking) -> Text:
    """The words for a second message: when I wrote or called, or that I did not keep the day I named."""
    reached = [a for a in asking.own_attempts if a.result not in NOT_REACHED]
    wrote = [a.on for a in reached if a.channel in WRITTEN]
    called = [a.on for a in reached if a.channel in SPOKEN]
    found = asking.facts
    late = apology_owed(found.promises, found.attempts, found.replies, today=asking.approach.owner.today)
    return draft_follow_up(
        text,
        facts,
        wrote_on=max(wrote, default=None),
        called_on=max(called, default=None),
        missed=(late.on, late.kind) if late else None,
        turn=asking.approach.pk + len(reached),
    )


def digest(text: Text) -> str:
    return hashlib.sha256(text.text.encode()).hexdigest()


def whole(subject: str, body: str) -> str:
    """Subject and body as the checker takes them."""
    return Text(subject=subject, body=body).text


def checked(approach: Approach, subject: str, body: str, facts: Facts | None = None) -> Result:
    """What the checker says about this text to this person, today."""
    today = approach.owner.today
    calendar = working_days_of(approach.owner.seeker, today)
    return check(
        "letter",
        whole(subject, body),
        facts or letter_facts(approach),
        today=today,
        holidays=calendar.holidays,
    )


def word_count(body: str) -> int:
    return len(body.split())
