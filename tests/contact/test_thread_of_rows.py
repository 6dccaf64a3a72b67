"""Random histories through the actions themselves: rows, due lines and the letters that the pages would show.

The rule alone is driven in test_thread.py; here the seeker tries everything a page offers, allowed or not.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact import actions
from halfhour.contact.holidays_of import working_days_of
from halfhour.contact.models import Approach, Attempt, Introduction, Reply
from halfhour.contact.rules.call import Outcome
from halfhour.contact.rules.promises import PromiseStatus, apology_owed, promise_status
from halfhour.contact.rules.standing import State
from halfhour.due.models import Due
from halfhour.find.models import Person
from halfhour.interview import actions as interviews
from halfhour.refused import Refused
from tests.conftest import MONDAY

MAY_END = {State.CLOSED, State.CLOSED_NO_CONTACT, State.DO_NOT_CONTACT, State.KEPT_IN_TOUCH}
REFUSALS = {Reply.Kind.NO, Reply.Kind.NAMED_OTHER, Reply.Kind.NEVER}
REPLIES = [kind.value for kind in Reply.Kind]
LETTERS = ["email", "letter", "network"]
LATER_STEPS = {
    State.ARRANGED,
    State.HELD,
    State.RECORDED,
    State.NO_SHOW,
    State.RESCHEDULED,
}  # due with the talk


class History(RuleBasedStateMachine):
    """One seeker and one person. Every step runs at its own moment; what is refused changes nothing."""

    cast: tuple[User, Person, Approach]

    def __init__(self) -> None:
        super().__init__()
        self.within = transaction.atomic()
        self.within.__enter__()
        self.at = MONDAY
        self.tries = 0
        user, tom, approach = self.cast
        self.user, self.tom = User.objects.select_related("seeker").get(pk=user.pk), tom
        self.pk = approach.pk
        self.out = 0  # what reached them since contact was last made
        self.clear_no = self.never = False

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.within.__exit__(None, None, None)

    @property
    def approach(self) -> Approach:
        return Approach.objects.with_facts().select_related("owner__seeker").get(pk=self.pk)

    def key(self) -> str:
        self.tries += 1
        return f"key-{self.tries}"

    def does(self, what: Callable[[], Any]) -> Any:
        """Do it now; None when it is refused."""
        with clock.at(self.at):
            try:
                with transaction.atomic():
                    return what()
            except Refused:
                return None

    def went_out(self, attempt: Any, *, counts: bool = True) -> None:
        if attempt is None:
            return
        assert not self.never and not self.clear_no, "something went out after a clear no"
        self.out += counts

    @rule(days=st.integers(1, 7))
    def days_pass(self, days: int) -> None:
        self.at += timedelta(days=days)
        self.does(actions.follow_the_calendar)

    @rule(channel=st.sampled_from(LETTERS), bounces=st.sampled_from([False, False, False, True]))
    def write(self, channel: str, bounces: bool) -> None:
        def send() -> Attempt:
            asked = self.approach
            text = actions.draft_of(asked)
            return actions.record_sent(
                asked,
                key=self.key(),
                subject=text.subject,
                body=text.body,
                channel=channel,
                because="as it is",
            )

        sent = self.does(send)
        if sent is not None and bounces:
            self.does(lambda: actions.record_bounced(sent))
        self.went_out(sent, counts=not bounces)

    @rule()
    def write_a_line(self) -> None:
        self.went_out(
            self.does(lambda: actions.record_line(self.approach, key=self.key(), body="I am exploring only."))
        )

    @rule(outcome=st.sampled_from([*Outcome]), names_a_day=st.booleans())
    def call(self, outcome: Outcome, names_a_day: bool) -> None:
        called = self.does(lambda: actions.record_call(self.approach, key=self.key(), outcome=outcome.value))
        self.went_out(called, counts=outcome in {Outcome.NO_ANSWER, Outcome.VOICEMAIL})
        if called is None:
            return
        answered = called.approach.replies.order_by("at", "pk").last()
        if called.result == Attempt.Result.ANSWERED and answered is not None:
            self.heard(answered.kind)
        if outcome is Outcome.VOICEMAIL and names_a_day:
            on = working_days_of(self.user.seeker, called.on).add(called.on, 5)
            self.does(lambda: actions.promise_another_call(called, on))

    @rule(kind=st.sampled_from(REPLIES), days=st.integers(0, 30))
    def they_answer(self, kind: str, days: int) -> None:
        with clock.at(self.at):
            back_on = self.user.today + timedelta(days=days) if kind == "later" and days else None
        reply = self.does(
            lambda: actions.record_reply(self.approach, key=self.key(), kind=kind, call_back_on=back_on)
        )
        if reply is not None:
            self.heard(kind)

    def heard(self, kind: str) -> None:
        self.never = self.never or kind == Reply.Kind.NEVER
        self.clear_no = kind in REFUSALS
        if kind not in REFUSALS:
            self.out = 0

    @rule()
    def thank_for_the_answer(self) -> None:
        if self.clear_no:
            self.does(lambda: actions.thank_for_answer(self.approach))

    @rule(outcome=st.sampled_from(["", "agreed", "introduced", "declined", "remind", "told"]))
    def introduction(self, outcome: str) -> None:
        row = Introduction.objects.filter(approach=self.pk).first()
        if row is None:
            self.does(lambda: actions.ask_introducer(self.approach, self.tom, body=""))
            return
        row.approach, row.owner = self.approach, self.user
        if outcome == "remind":
            self.does(lambda: actions.remind_introducer(row))
        elif outcome == "told":
            self.does(lambda: actions.tell_introducer(row))
        elif outcome and self.does(lambda: actions.record_introduction(row, outcome=outcome)):
            self.out = 0 if outcome == "introduced" else self.out

    @rule()
    def find_an_address(self) -> None:
        self.does(
            lambda: actions.note_address(
                self.approach.person, kind="phone", value="(206) 555-0150", found_at="their site"
            )
        )

    @rule()
    def set_aside(self) -> None:
        self.does(lambda: actions.close_approach(self.approach))

    @rule()
    def open_again(self) -> None:
        if self.does(lambda: actions.reopen(self.approach, because="They wrote after all")):
            assert not self.never
            self.clear_no = False

    @precondition(lambda self: not self.clear_no and not self.never)
    @rule(days=st.integers(0, 9), ends=st.sampled_from(["", "held", "missed", "cancelled"]))
    def agree_on_a_talk(self, days: int, ends: str) -> None:
        with clock.at(self.at):
            on, local = self.user.today + timedelta(days=days), clock.now() + timedelta(minutes=5)
            at = local.astimezone(clock.zone_of(self.user.seeker.timezone)).time().replace(microsecond=0)
        talk = self.does(lambda: interviews.arrange(self.approach, on=on, at=at, minutes=20))
        if talk is None or not ends:
            return
        self.at = max(self.at, talk.starts_at + timedelta(minutes=25))
        if ends == "held":
            self.does(lambda: interviews.end_interview(talk))
            self.out = 0
        elif ends == "missed":
            self.does(lambda: interviews.miss(talk))
        else:
            self.does(lambda: interviews.cancel(talk))

    @invariant()
    def no_path_without_a_next_step_that_waits_on_today(self) -> None:
        with clock.at(self.at):
            asked = self.approach
            standing = actions.standing_of(asked, self.user.today)
            waits = set(
                Due.objects.filter(
                    owner=self.user, done_at=None, subject="contact.approach", subject_id=self.pk
                ).values_list("kind", flat=True)
            )
        if standing.next is None:
            assert standing.state in MAY_END
            assert not waits - {"contact.tell_introducer"}
        elif asked.closed_at is None and standing.state not in LATER_STEPS | MAY_END:
            assert waits - {"contact.tell_introducer"}, f"nothing waits for {standing}"

    @invariant()
    def never_a_fourth_attempt(self) -> None:
        allowed = self.user.seeker.max_attempts + self.approach.extra_attempts
        assert self.out <= allowed

    @invariant()
    def no_kept_promise_is_called_broken(self) -> None:
        with clock.at(self.at):
            asking = actions.asking_of(self.approach)
            today = self.user.today
        found = asking.facts
        days = working_days_of(self.user.seeker, today)
        late = apology_owed(found.promises, found.attempts, found.replies, today=today)
        calls = {a.on for a in asking.own_attempts if a.channel in ("phone", "voicemail")}
        for promise in found.promises:
            if promise.on in calls or (promise.kept_on and promise.kept_on <= promise.on):
                assert promise != late
                assert promise_status(promise, found.replies, today=today, working_days=days) in {
                    PromiseStatus.KEPT,
                    PromiseStatus.RELEASED,
                }

    @invariant()
    def left_alone_is_for_ever(self) -> None:
        if self.never:
            with clock.at(self.at):
                assert actions.standing_of(self.approach, self.user.today).state is State.DO_NOT_CONTACT
            open_rows = Due.objects.filter(owner=self.user, done_at=None, subject="contact.approach")
            assert set(open_rows.values_list("kind", flat=True)) <= {"contact.tell_introducer"}


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.django_db
def test_random_histories_through_the_actions(
    maya: User, okafor: Person, candidate: Candidate, tom: Person
) -> None:
    with clock.at(MONDAY):
        approach = actions.open_approach(
            maya, okafor, candidate, channel="email", minutes=20, why_person="Rain"
        )
    History.cast = (maya, tom, approach)
    run_state_machine_as_test(
        History,
        settings=settings(
            max_examples=18,
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=[*HealthCheck],
        ),
    )
