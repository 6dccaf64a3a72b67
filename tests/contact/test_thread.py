"""Random histories of asking one person: nothing falls through, nobody is pressed, no kept promise is called broken."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from halfhour.contact.rules.approach import ApproachFacts, Introduction, Meeting
from halfhour.contact.rules.attempts import (
    MAX_ATTEMPTS,
    REFUSALS,
    SPOKEN,
    Attempt,
    Channel,
    Permission,
    Reply,
    ReplyKind,
    Result,
    may_attempt,
)
from halfhour.contact.rules.promises import (
    Promise,
    PromiseKind,
    PromiseStatus,
    keeps,
    promise_days,
    promise_status,
)
from halfhour.contact.rules.standing import Action, Standing, State
from halfhour.contact.rules.states import contact_made, where_it_stands
from halfhour.contact.rules.working_days import WorkingDays

DAYS = WorkingDays(frozenset({date(2026, 5, 25), date(2026, 7, 3), date(2026, 12, 25)}))
WRITTEN = [Channel.LETTER, Channel.EMAIL, Channel.NETWORK]
AFTER_A_NO = {Action.THANK_FOR_THE_ANSWER, Action.NEXT_NAME, Action.DEBRIEF, Action.THANK, Action.CLOSE_LOOPS}
MAY_END = {State.CLOSED, State.CLOSED_NO_CONTACT, State.DO_NOT_CONTACT}


class Thread(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.today = date(2026, 5, 4)
        self.facts = ApproachFacts(opened_on=self.today, organisation="Brightwater")
        self.seq = 0
        self.back = 0
        self.out_since_answer = 0
        self.last_word: ReplyKind | None = None

    def next_seq(self) -> int:
        self.seq += 1
        return self.seq

    def standing(self) -> Standing:
        read_on = self.today - timedelta(days=self.back)
        return where_it_stands(self.facts, today=read_on, working_days=DAYS)

    def permission(self) -> Permission:
        return may_attempt(
            self.facts.attempts,
            self.facts.replies,
            on=self.today,
            today=self.today,
            working_days=DAYS,
            do_not_contact=self.facts.do_not_contact_on is not None,
            contact=contact_made(self.facts),
        )

    def add(self, attempt: Attempt, promise: Promise | None = None) -> None:
        kept = tuple(
            replace(p, kept_on=attempt.on)
            if p.kept_on is None and keeps(p, attempt.channel, attempt.on)
            else p
            for p in self.facts.promises
        )
        self.facts = replace(
            self.facts,
            attempts=(*self.facts.attempts, attempt),
            promises=(*kept, promise) if promise else kept,
        )

    @rule(days=st.integers(0, 12))
    def time_passes(self, days: int) -> None:
        self.today += timedelta(days=days)

    @rule(days=st.integers(0, 3))
    def the_clock_is_behind(self, days: int) -> None:
        self.back = days

    @rule()
    def draft(self) -> None:
        self.facts = replace(self.facts, drafted_on=self.today)

    @precondition(lambda self: self.permission().allowed)
    @rule(
        channel=st.sampled_from(WRITTEN), promise=st.sampled_from([None, *PromiseKind]), bounces=st.booleans()
    )
    def write(self, channel: Channel, promise: PromiseKind | None, bounces: bool) -> None:
        due_on = promise_days(self.today, DAYS).default_on
        result = Result.BOUNCED if bounces else Result.WAITING
        self.out_since_answer += not bounces
        made = Promise(due_on, self.today, promise, seq=self.next_seq()) if promise and not bounces else None
        self.add(Attempt(channel, self.today, result, due_on, seq=self.next_seq()), made)

    @precondition(lambda self: self.permission().allowed)
    @rule(result=st.sampled_from([Result.NO_ANSWER, Result.ASSISTANT, Result.WRONG_NUMBER]))
    def call_in_vain(self, result: Result) -> None:
        self.out_since_answer += result is Result.NO_ANSWER
        self.add(Attempt(Channel.PHONE, self.today, result, seq=self.next_seq()))

    @precondition(lambda self: self.permission().allowed)
    @rule()
    def leave_a_voicemail(self) -> None:
        due_on = promise_days(self.today, DAYS).default_on
        self.out_since_answer += 1
        promise = Promise(due_on, self.today, seq=self.next_seq())
        self.add(Attempt(Channel.VOICEMAIL, self.today, Result.WAITING, due_on, seq=self.next_seq()), promise)

    @precondition(lambda self: self.permission().allowed)
    @rule(kind=st.sampled_from([*ReplyKind]), days=st.integers(1, 40))
    def reach_them(self, kind: ReplyKind, days: int) -> None:
        self.add(Attempt(Channel.PHONE, self.today, Result.ANSWERED, seq=self.next_seq()))
        self.hear(kind, days)

    @rule(kind=st.sampled_from([*ReplyKind]), days=st.integers(1, 40))
    def they_write(self, kind: ReplyKind, days: int) -> None:
        self.hear(kind, days)

    def hear(self, kind: ReplyKind, days: int) -> None:
        call_back_on = self.today + timedelta(days=days) if kind is ReplyKind.LATER and days % 2 else None
        reply = Reply(kind, self.today, call_back_on, seq=self.next_seq())
        self.facts = replace(self.facts, replies=(*self.facts.replies, reply))
        latest = max(self.facts.replies, key=lambda r: (r.on, r.seq))
        self.last_word = latest.kind
        if kind not in REFUSALS:
            self.out_since_answer = 0

    @rule(step=st.integers(0, 4))
    def ask_an_acquaintance(self, step: int) -> None:
        day = self.today
        made = [
            Introduction("Tom", day, seq=self.next_seq()),
            Introduction("Tom", day, reminded_on=day, seq=self.next_seq()),
            Introduction("Tom", day, agreed_on=day, seq=self.next_seq()),
            Introduction(
                "Tom", day, handed_over_on=day, seq=self.next_seq(), handed_over_seq=self.next_seq()
            ),
            Introduction("Tom", day, declined_on=day, seq=self.next_seq()),
        ]
        self.facts = replace(self.facts, introductions=(*self.facts.introductions, made[step]))
        if made[step].handed_over_on:
            self.out_since_answer = 0

    @precondition(lambda self: self.last_word not in REFUSALS)
    @rule(days=st.integers(0, 20))
    def agree_on_a_talk(self, days: int) -> None:
        meeting = Meeting(self.today + timedelta(days=days), self.today, seq=self.next_seq())
        self.facts = replace(self.facts, meetings=(*self.facts.meetings, meeting))

    @precondition(lambda self: self.facts.meetings)
    @rule(
        what=st.sampled_from(
            [
                "prepared_on",
                "confirmed_on",
                "cancelled_on",
                "no_show_on",
                "ended_on",
                "recorded_on",
                "thanked_on",
                "loop_due_on",
            ]
        )
    )
    def something_about_the_talk(self, what: str) -> None:
        *earlier, last = self.facts.meetings
        self.facts = replace(self.facts, meetings=(*earlier, replace(last, **{what: self.today})))
        if what == "ended_on":
            self.out_since_answer = 0

    @rule(what=st.sampled_from(["refusal_thanked_on", "next_name_on", "address_fixed_on", "second_name_on"]))
    def something_else(self, what: str) -> None:
        self.facts = replace(self.facts, **{what: self.today})

    @invariant()
    def there_is_a_next_step(self) -> None:
        standing = self.standing()
        if standing.next is None:
            assert standing.state in MAY_END
            left_alone = standing.state is State.DO_NOT_CONTACT
            assert left_alone or self.last_word in REFUSALS or self.facts.next_name_on
        else:
            assert standing.next.why
            assert standing.next.due_on <= max(
                [self.today, *(m.starts_on for m in self.facts.meetings)]
                + [a.on for a in self.facts.attempts]
                + [r.on for r in self.facts.replies]
            ) + timedelta(days=130)

    @invariant()
    def never_a_fourth_attempt(self) -> None:
        assert self.standing().attempts <= MAX_ATTEMPTS
        assert self.out_since_answer <= MAX_ATTEMPTS

    @invariant()
    def no_message_after_a_clear_no(self) -> None:
        if any(r.kind is ReplyKind.NEVER for r in self.facts.replies):
            assert not self.permission().allowed
            assert self.standing().next is None
            assert self.standing().also == ()
        elif self.last_word in REFUSALS:
            assert not self.permission().allowed
            move = self.standing().next
            assert move is None or move.action in AFTER_A_NO

    @invariant()
    def the_next_step_is_allowed(self) -> None:
        standing = self.standing()
        asks = {
            Action.CALL_AS_PROMISED,
            Action.WRITE_AS_PROMISED,
            Action.TRY_AGAIN,
            Action.SEND,
            Action.CALL_BACK,
        }
        asks |= {
            Action.REASSURE,
            Action.AGREE_ON_A_TIME,
            Action.CALL_TO_ARRANGE,
            Action.WRITE_MYSELF,
            Action.PICK_CHANNEL,
        }
        if standing.next and standing.next.action in asks:
            assert self.permission().allowed

    @invariant()
    def a_kept_promise_is_never_called_broken(self) -> None:
        for promise in self.facts.promises:
            status = promise_status(promise, self.facts.replies, today=self.today, working_days=DAYS)
            called = any(
                a.on == promise.on and (a.channel in SPOKEN or promise.kind is PromiseKind.WRITE)
                for a in self.facts.attempts
            )
            if called or promise.kept_on:
                assert status not in {PromiseStatus.BROKEN, PromiseStatus.OVERDUE, PromiseStatus.DUE}
            if called and promise.kept_on == promise.on:
                assert status is PromiseStatus.KEPT


TestThread = Thread.TestCase
TestThread.settings = settings(
    max_examples=60, stateful_step_count=25, deadline=None, suppress_health_check=[*HealthCheck]
)


def test_doing_what_it_says_with_a_silent_person_ends_after_three_attempts() -> None:
    today = date(2026, 5, 4)
    facts = ApproachFacts(opened_on=today, organisation="Brightwater")
    done = []
    for _ in range(40):
        move = where_it_stands(facts, today=today, working_days=DAYS).next
        if move is None:
            break
        today = max(today, move.due_on)
        done.append(move.action)
        due_on = promise_days(today, DAYS).default_on
        match move.action:
            case Action.PICK_CHANNEL:
                facts = replace(facts, drafted_on=today)
            case Action.SEND:
                facts = replace(
                    facts,
                    attempts=(Attempt(Channel.EMAIL, today, answer_due_on=due_on),),
                    promises=(Promise(due_on, today),),
                )
            case Action.CALL_AS_PROMISED:
                call = Attempt(Channel.VOICEMAIL, today, answer_due_on=due_on)
                facts = replace(facts, attempts=(*facts.attempts, call))
            case Action.TRY_AGAIN:
                mail = Attempt(Channel.EMAIL, today, answer_due_on=due_on)
                facts = replace(facts, attempts=(*facts.attempts, mail))
            case Action.NEXT_NAME:
                facts = replace(facts, next_name_on=today)
    assert done == [
        Action.PICK_CHANNEL,
        Action.SEND,
        Action.CALL_AS_PROMISED,
        Action.TRY_AGAIN,
        Action.MOVE_ON,
        Action.NEXT_NAME,
    ]
    assert len(facts.attempts) == MAX_ATTEMPTS
