"""Rows into the values the rule about states reads, and its answer: where does asking this person stand?

One approach or a thousand, the number of queries is the same.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from halfhour import clock
from halfhour.accounts.models import Seeker
from halfhour.contact.holidays_of import working_days_of
from halfhour.contact.models import Approach, Attempt, Draft, Introduction, Promise, Reply
from halfhour.contact.rules import approach as facts
from halfhour.contact.rules import attempts as attempted
from halfhour.contact.rules import promises as promised
from halfhour.contact.rules.introducer_words import news_due_on
from halfhour.contact.rules.standing import Standing
from halfhour.contact.rules.states import contact_made, where_it_stands
from halfhour.find.models import Acquaintance

Row = TypeVar("Row")

RESULTS = {
    Attempt.Result.WAITING: attempted.Result.WAITING,
    Attempt.Result.NO_ANSWER: attempted.Result.NO_ANSWER,
    Attempt.Result.VOICEMAIL: attempted.Result.WAITING,
    Attempt.Result.ASSISTANT: attempted.Result.ASSISTANT,
    Attempt.Result.WRONG_NUMBER: attempted.Result.WRONG_NUMBER,
    Attempt.Result.BOUNCED: attempted.Result.BOUNCED,
    Attempt.Result.ANSWERED: attempted.Result.ANSWERED,
}
REPLIES = {
    Reply.Kind.YES: attempted.ReplyKind.YES,
    Reply.Kind.LATER: attempted.ReplyKind.LATER,
    Reply.Kind.OTHER_TIME: attempted.ReplyKind.OTHER_TIME,
    Reply.Kind.PHONE_INSTEAD: attempted.ReplyKind.PHONE_INSTEAD,
    Reply.Kind.NAMED_OTHER: attempted.ReplyKind.NAMED_OTHER,
    Reply.Kind.THINKS_JOB: attempted.ReplyKind.THINKS_JOB,
    Reply.Kind.NO: attempted.ReplyKind.NO,
    Reply.Kind.NEVER: attempted.ReplyKind.NEVER,
    Reply.Kind.UNCLEAR: attempted.ReplyKind.UNCLEAR,
}


def order_of(moment: datetime) -> int:
    """The order of recording within a day: microseconds since the epoch."""
    return int(moment.timestamp() * 1_000_000)


def attempt_value(row: Attempt) -> attempted.Attempt:
    return attempted.Attempt(
        channel=attempted.Channel(row.channel),
        on=row.on,
        result=RESULTS[Attempt.Result(row.result)],
        answer_due_on=row.answer_due_on,
        seq=order_of(row.at),
    )


def reply_value(row: Reply) -> attempted.Reply:
    return attempted.Reply(
        kind=REPLIES[Reply.Kind(row.kind)],
        on=row.on,
        call_back_on=row.call_back_on,
        set_aside=row.set_aside_on is not None,
        seq=order_of(row.at),
    )


def promise_value(row: Promise, attempts: Mapping[int, Attempt]) -> promised.Promise:
    made = attempts.get(row.attempt_id or 0)
    return promised.Promise(
        on=row.on,
        made_on=made.on if made else row.on,
        kind=promised.PromiseKind(row.kind),
        kept_on=row.kept_on,
        seq=order_of(made.at) if made else 0,
    )


def introduction_value(row: Introduction) -> facts.Introduction:
    return facts.Introduction(
        introducer=row.introducer.name,
        asked_on=row.asked_on,
        reminded_on=row.reminded_on,
        agreed_on=row.agreed_on,
        handed_over_on=row.introduced_on,
        declined_on=row.declined_on,
        told_on=row.told_how_it_went_on,
        seq=order_of(row.asked_at) if row.asked_at else 0,
        handed_over_seq=order_of(row.introduced_at) if row.introduced_at else 0,
    )


def meetings_of(approach: Approach, zone: ZoneInfo) -> tuple[facts.Meeting, ...]:
    """What this step knows of the agreed talk; a later step knows more and may pass its own."""
    if approach.arranged_at is None:
        return ()
    agreed_on = _local(approach.arranged_at, zone)
    return (
        facts.Meeting(
            starts_on=approach.meets_on or agreed_on or date.min,
            agreed_on=agreed_on or date.min,
            minutes=approach.minutes,
            ended_on=_local(approach.talked_at, zone),
            recorded_on=_local(approach.recorded_at, zone),
            seq=order_of(approach.arranged_at),
        ),
    )


@dataclass(frozen=True)
class Asking:
    """Everything known about asking one person: the rows, the rule's facts made of them, and where it stands.

    attempts and replies are the person's, over all approaches, oldest first; the rest is this approach's.
    """

    approach: Approach
    attempts: tuple[Attempt, ...]
    replies: tuple[Reply, ...]
    promises: tuple[Promise, ...]
    introductions: tuple[Introduction, ...]
    drafts: tuple[Draft, ...]
    facts: facts.ApproachFacts
    standing: Standing

    @property
    def own_attempts(self) -> list[Attempt]:
        return [a for a in self.attempts if a.approach_id == self.approach.pk]

    @property
    def allowed_attempts(self) -> int:
        return self.facts.max_attempts + self.facts.extra_attempts

    @property
    def contact(self) -> tuple[date, int] | None:
        """When contact was last made: what was tried before no longer counts."""
        return contact_made(self.facts)


def askings_of(
    approaches: Iterable[Approach],
    seeker: Seeker,
    today: date,
    meetings: Mapping[int, Sequence[facts.Meeting]] | None = None,
) -> dict[int, Asking]:
    """Several approaches of one seeker, by the approach's id, in a fixed number of queries.

    meetings: what a later step knows of the talks, by the approach's id; else this step's own dates are taken.
    """
    approaches = list(approaches)
    ids, people = [a.pk for a in approaches], [a.person_id for a in approaches]
    zone, working_days = clock.zone_of(seeker.timezone), working_days_of(seeker, today)
    attempts = _by(Attempt.objects.filter(approach__person__in=people).select_related("approach"), _person)
    replies = _by(Reply.objects.filter(approach__person__in=people).select_related("approach"), _person)
    promises = _by(Promise.objects.filter(approach__in=ids), _approach)
    introductions = _by(
        Introduction.objects.filter(approach__in=ids).select_related("introducer").order_by("asked_on", "pk"),
        _approach,
    )
    drafts = _by(Draft.objects.filter(approach__in=ids), _approach)
    fresh = [a for a in approaches if not attempts[a.person_id] and a.closed_at is None]
    may_know = _may_know(fresh) if fresh else {}
    found = {}
    for approach in approaches:
        person, pk = approach.person, approach.pk
        rows = {a.pk: a for a in attempts[person.pk]}
        given = None if meetings is None else meetings.get(pk)
        dated = facts.ApproachFacts(
            opened_on=_local(approach.opened_at, zone),
            drafted_on=_ready_on(drafts[pk]),
            attempts=tuple(attempt_value(a) for a in _since_the_last_talk(rows.values(), approach, zone)),
            promises=tuple(promise_value(p, rows) for p in promises[pk]),
            replies=tuple(reply_value(r) for r in replies[person.pk]),
            introductions=tuple(introduction_value(i) for i in introductions[pk]),
            meetings=meetings_of(approach, zone) if given is None else tuple(given),
            address_fixed_on=approach.address_fixed_on,
            closed_on=_closed_on(approach, zone),
            do_not_contact_on=_local(person.do_not_contact_at, zone),
            refusal_thanked_on=approach.refusal_thanked_on,
            next_name_on=approach.next_name_on,
            second_name_on=approach.second_name_on,
            organisation=person.organisation.name if person.organisation else "",
            phone_known=bool(number_of(approach)),
            can_introduce=may_know.get(approach.candidate_id, ""),
            extra_attempts=approach.extra_attempts,
            max_attempts=seeker.max_attempts,
        )
        found[pk] = Asking(
            approach=approach,
            attempts=tuple(rows.values()),
            replies=tuple(replies[person.pk]),
            promises=tuple(promises[pk]),
            introductions=tuple(introductions[pk]),
            drafts=tuple(drafts[pk]),
            facts=dated,
            standing=where_it_stands(dated, today=today, working_days=working_days),
        )
    return found


def asking_of(
    approach: Approach, today: date | None = None, meetings: Sequence[facts.Meeting] | None = None
) -> Asking:
    """One approach; today: the seeker's local date."""
    seeker = approach.owner.seeker
    given = None if meetings is None else {approach.pk: meetings}
    return askings_of([approach], seeker, today or approach.owner.today, given)[approach.pk]


def standing_of(approach: Approach, today: date, meetings: Sequence[facts.Meeting] | None = None) -> Standing:
    """Where asking this person stands on a local date, and the next right step."""
    return asking_of(approach, today, meetings).standing


def over_on(asking: Asking) -> date | None:
    """The day asking came to its end, or their last answer; None while neither is there."""
    approach = asking.approach
    last = max((r.on for r in asking.replies if r.set_aside_on is None), default=None)
    return _local(approach.closed_at, clock.zone_of(approach.owner.seeker.timezone)) or last


def news_owed(asking: Asking) -> list[tuple[Introduction, date]]:
    """Whoever was asked to ask and should still hear how it ended without a talk, each with the day by when."""
    approach, ended = asking.approach, over_on(asking)
    if ended is None or not asking.introductions:
        return []
    days = working_days_of(approach.owner.seeker, ended)
    state, talked = asking.standing.state, approach.talked_at is not None
    owed = [
        (row, news_due_on(introduction_value(row), state, over_on=ended, talked=talked, working_days=days))
        for row in asking.introductions
    ]
    return [(row, day) for row, day in owed if day is not None]


def number_of(approach: Approach) -> str:
    """The number to call: their own, else their organisation's switchboard, else nothing."""
    person = approach.person
    return person.phone or (person.organisation.telephone if person.organisation else "")


def _closed_on(approach: Approach, zone: ZoneInfo) -> date | None:
    """Only closing by hand is a fact of its own; every other end is read from attempts, replies and talks."""
    by_hand = approach.closed_because == Approach.Closed.BY_HAND
    return _local(approach.closed_at, zone) if by_hand else None


def _since_the_last_talk(rows: Iterable[Attempt], approach: Approach, zone: ZoneInfo) -> list[Attempt]:
    """What was tried before a talk in an earlier approach no longer counts."""
    rows = list(rows)
    talks = [_local(a.approach.talked_at, zone) for a in rows if a.approach_id != approach.pk]
    last = max((day for day in talks if day), default=None)
    return [a for a in rows if last is None or a.on > last]


def _may_know(approaches: Sequence[Approach]) -> dict[int, str]:
    """For each occupation, an acquaintance who may know somebody and has not answered yet."""
    marked = Acquaintance.objects.filter(
        candidate__in={a.candidate_id for a in approaches}, answered_on=None
    ).exclude(person__in=[a.person_id for a in approaches])
    return dict(marked.order_by("-marked_at").values_list("candidate_id", "person__name"))


def _ready_on(drafts: Iterable[Draft]) -> date | None:
    ready = [d.ready_on for d in drafts if d.ready_on and d.kind != Draft.Kind.INTRODUCTION]
    return max(ready, default=None)


def _by(rows: Iterable[Row], key: Callable[[Row], int]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found


def _person(row: Attempt | Reply) -> int:
    return row.approach.person_id


def _approach(row: Promise | Introduction | Draft) -> int:
    return row.approach_id


def _local(moment: datetime | None, zone: ZoneInfo) -> date | None:
    return moment.astimezone(zone).date() if moment else None
