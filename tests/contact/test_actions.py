"""Asking one person, as a story with the clock moved."""

from datetime import UTC, date, datetime, timedelta

import pytest

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact import actions
from halfhour.contact.models import Approach, Attempt, Draft, Override, Promise, Reply
from halfhour.contact.rules.standing import Action, State
from halfhour.due.models import Due
from halfhour.find.models import Organisation, Person, Referral
from halfhour.history.models import Event
from halfhour.refused import Refused

MONDAY = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
PROMISED = date(
    2026, 12, 2
)  # five working days later: Thanksgiving and the Friday after are holidays in Washington


def on(day: date, hour: int = 17) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def due_kinds(user: User) -> list[str]:
    return sorted(Due.objects.visible_to(user).open().values_list("kind", flat=True))


@pytest.fixture
def asked(monday: datetime, maya: User, okafor: Person, candidate: Candidate) -> Approach:
    return actions.open_approach(
        maya,
        okafor,
        candidate,
        channel="email",
        minutes=20,
        why_person="Your talk about recording the rain for Lantern",
    )


@pytest.fixture
def sent(asked: Approach) -> Attempt:
    draft = actions.draft_of(asked)
    return actions.record_sent(asked, key="first", subject=draft.subject, body=draft.body)


def make_person(user: User, candidate: Candidate, name: str, **facts: object) -> Person:
    return Person.objects.create(
        owner=user,
        name=name,
        given=name.split()[0],
        family=name.split()[-1],
        title="Sound designer",
        candidate=candidate,
        occupation=candidate.occupation,
        code_by="seeker",
        code_score=1.0,
        does_it="yes",
        level="working",
        added_at=MONDAY,
        coded_at=MONDAY,
        **facts,
    )


def test_opening_writes_a_letter_that_passes(asked: Approach, maya: User) -> None:
    draft = asked.drafts.get()
    assert draft.ready_on == date(2026, 11, 23)
    assert asked.promise_on == PROMISED
    assert "20 minutes" in draft.body
    assert "Wednesday, December 2" in draft.body
    assert due_kinds(maya) == ["contact.send"]


def test_opening_twice_is_opening_once(
    asked: Approach, maya: User, okafor: Person, candidate: Candidate
) -> None:
    assert actions.open_approach(maya, okafor, candidate) == asked
    assert Approach.objects.count() == 1


def test_one_fact_changes_an_untouched_letter(asked: Approach) -> None:
    actions.change_ask(asked, minutes=40)
    assert "40 minutes" in asked.drafts.get().body
    assert "20 minutes" not in asked.drafts.get().body


def test_an_edited_letter_stays_and_is_said_to_be_old(asked: Approach) -> None:
    draft = actions.draft_of(asked)
    mine = draft.body.replace("Dear Dr Okafor", "Good morning Dr Okafor")
    actions.save_draft(asked, subject=draft.subject, body=mine, version=draft.version, page="p")
    actions.change_ask(asked, minutes=40)
    from halfhour.contact.actions.drafting import facts_changed

    kept = actions.draft_of(asked)
    assert kept.body == mine
    assert facts_changed(kept)
    actions.take_new_draft(asked)
    assert "40 minutes" in actions.draft_of(asked).body


def test_the_promised_day_changes_in_the_letter_too(asked: Approach) -> None:
    draft = actions.draft_of(asked)
    mine = draft.body.replace("Dear Dr Okafor", "Good morning Dr Okafor")
    actions.save_draft(asked, subject=draft.subject, body=mine, version=draft.version, page="p")
    actions.set_promise_day(asked, date(2026, 12, 3))
    body = actions.draft_of(asked).body
    assert body == mine.replace("Wednesday, December 2", "Thursday, December 3")
    assert asked.promise_on == date(2026, 12, 3)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 23), "The day must come after the day you send this."),
        (date(2026, 11, 28), "That is a Saturday."),
        (date(2026, 11, 26), "That day is a public holiday."),
        (date(2026, 11, 24), "Leave them time to look at their week"),
        (date(2026, 12, 30), "That is so late that they will have forgotten"),
    ],
    ids=["today", "a Saturday", "Thanksgiving", "tomorrow", "far away"],
)
def test_a_day_that_cannot_be_promised(asked: Approach, day: date, words: str) -> None:
    with pytest.raises(Refused) as why:
        actions.set_promise_day(asked, day)
    assert str(why.value).startswith(words)
    assert Approach.objects.get().promise_on == PROMISED


def test_sending_locks_the_promise(sent: Attempt, maya: User) -> None:
    promise = Promise.objects.get()
    assert (promise.on, promise.kind, promise.attempt) == (PROMISED, "call", sent)
    assert due_kinds(maya) == ["contact.promised_call"]
    row = Due.objects.get(kind="contact.promised_call")
    assert row.due_at == datetime(2026, 12, 2, 16, 0, tzinfo=UTC)  # eight in the morning in Seattle
    assert row.overdue_at == datetime(2026, 12, 3, 8, 0, tzinfo=UTC)  # midnight there


def test_a_letter_that_lay_about_names_a_day_that_can_still_be_promised(asked: Approach, maya: User) -> None:
    with clock.at(on(date(2026, 12, 1))):
        draft = actions.draft_of(asked)
        assert "Tuesday, December 8" in draft.body
        actions.record_sent(asked, key="k", subject=draft.subject, body=draft.body)
    assert Promise.objects.get().on == date(2026, 12, 8)


def test_an_edited_letter_that_lay_about_is_held_back_until_its_day_is_moved(
    asked: Approach, maya: User
) -> None:
    draft = actions.draft_of(asked)
    mine = draft.body.replace("Dear Dr Okafor", "Good morning Dr Okafor")
    actions.save_draft(asked, subject=draft.subject, body=mine, version=draft.version, page="p")
    with clock.at(on(date(2026, 12, 1))):
        with pytest.raises(actions.NotYetRight) as held:
            actions.record_sent(asked, key="k", subject=draft.subject, body=mine)
        assert {f.rule for f in held.value.result.findings} >= {"L-08"}
        actions.set_promise_day(asked, date(2026, 12, 8))
        now = actions.draft_of(asked)
        assert now.body == mine.replace("Wednesday, December 2", "Tuesday, December 8")
        actions.record_sent(asked, key="k", subject=now.subject, body=now.body)


def test_a_second_letter_says_that_it_is_one(sent: Attempt, asked: Approach, maya: User) -> None:
    with clock.at(on(PROMISED)):
        actions.record_call(asked, key="c", outcome="no-answer")
    with clock.at(on(date(2026, 12, 9))):
        again = actions.draft_of(asked)
        assert "December 2" in again.body  # when she was called
        last = actions.record_sent(
            asked, key="third", subject=again.subject, body=again.body, because="the last one"
        )
    assert last.promises.count() == 0
    assert Attempt.objects.filter(approach=asked).count() == 3


def test_a_double_click_is_one_letter(sent: Attempt, asked: Approach) -> None:
    again = actions.record_sent(asked, key="first", subject="x", body="y")
    assert again == sent
    assert (Attempt.objects.count(), Promise.objects.count()) == (1, 1)


def test_a_job_request_is_held_back_until_there_is_a_reason(asked: Approach) -> None:
    draft = actions.draft_of(asked)
    body = draft.body.replace("With", "Please consider me for an opening on your team.\n\nWith", 1)
    body = body if "opening" in body else draft.body + "\nPlease consider me for an opening on your team."
    with pytest.raises(actions.NotYetRight) as held:
        actions.record_sent(asked, key="k", subject=draft.subject, body=body)
    assert "NOJOB" in {f.rule for f in held.value.result.findings}
    assert Attempt.objects.count() == 0
    actions.record_sent(asked, key="k", subject=draft.subject, body=body, because="she asked me to apply")
    assert Override.objects.filter(rule="NOJOB").get().reason == "she asked me to apply"


def test_a_call_on_the_day_keeps_the_promise(sent: Attempt, asked: Approach) -> None:
    with clock.at(on(PROMISED)):
        actions.record_call(asked, key="c", outcome="no-answer")
    assert Promise.objects.get().kept_on == PROMISED


def test_three_failed_attempts_bring_the_next_name(
    sent: Attempt, asked: Approach, maya: User, candidate: Candidate
) -> None:
    next_one = make_person(maya, candidate, "Tobias Ek", email="tobias@example.com")
    with clock.at(on(PROMISED)):
        actions.record_call(asked, key="two", outcome="no-answer")
        assert asked.closed_at is None
        assert due_kinds(maya) == ["contact.try_again"]
    with clock.at(on(date(2026, 12, 9))):
        actions.record_call(asked, key="three", outcome="no-answer")
        asked.refresh_from_db()
        assert asked.closed_because == Approach.Closed.NO_CONTACT
        assert actions.standing_of(asked, maya.today).state is State.CLOSED_NO_CONTACT
        assert due_kinds(maya) == ["contact.next_name"]
        found = actions.next_after(asked)
        assert found is not None
        assert found.person == next_one
        assert "Tobias Ek" in found.letter.body or "Ek" in found.letter.body
        actions.open_approach(maya, next_one, candidate, channel="email")
        assert due_kinds(maya) == ["contact.write"] or due_kinds(maya) == ["contact.send"]


def test_no_fourth_attempt_without_a_reason(sent: Attempt, asked: Approach) -> None:
    with clock.at(on(PROMISED)):
        actions.record_call(asked, key="two", outcome="no-answer")
    with clock.at(on(date(2026, 12, 9))):
        actions.record_call(asked, key="three", outcome="no-answer")
    with clock.at(on(date(2026, 12, 17))):
        with pytest.raises(Refused):
            actions.record_call(asked, key="four", outcome="no-answer")
        with pytest.raises(Refused):
            actions.reopen(asked, because="  ")
        actions.reopen(asked, because="she was on leave, says the switchboard")
        actions.record_call(asked, key="four", outcome="no-answer")
        assert Attempt.objects.count() == 4
        with pytest.raises(Refused):
            actions.record_call(asked, key="five", outcome="no-answer")


def test_silence_after_the_last_letter_closes_by_the_calendar(
    sent: Attempt, asked: Approach, maya: User
) -> None:
    maya.seeker.max_attempts = 2
    maya.seeker.save()
    with clock.at(on(PROMISED)):
        actions.record_call(asked, key="two", outcome="voicemail")
    asked.refresh_from_db()
    assert asked.closed_at is None
    with clock.at(on(date(2026, 12, 10))):
        actions.follow_the_calendar()
        asked.refresh_from_db()
        assert asked.closed_because == Approach.Closed.NO_CONTACT


@pytest.mark.parametrize(
    ("outcome", "state", "attempts"),
    [
        ("reached-yes", State.CALL_BACK, 1),
        ("reached-later", State.CALL_BACK, 1),
        ("reached-no", State.REFUSED, 1),
        ("assistant", State.WAITING, 1),
        ("voicemail", State.WAITING, 2),
        ("no-answer", State.WAITING, 2),
        ("wrong-number", State.FIX_ADDRESS, 1),
        ("talked-now", State.CALL_BACK, 1),
        ("call-back", State.CALL_BACK, 1),
        ("phone-instead", State.CALL_BACK, 1),
    ],
)
def test_each_way_a_call_can_end(
    sent: Attempt, asked: Approach, maya: User, outcome: str, state: State, attempts: int
) -> None:
    with clock.at(on(PROMISED)):
        actions.record_call(asked, key="c", outcome=outcome)
        standing = actions.standing_of(asked, maya.today)
    assert (standing.state, standing.attempts) == (state, attempts)
    assert standing.next is not None


def test_a_named_day_to_call_back_uses_up_no_attempt(sent: Attempt, asked: Approach, maya: User) -> None:
    with clock.at(on(PROMISED)):
        actions.record_call(asked, key="c", outcome="call-back")
        actions.name_call_back_day(Reply.objects.get(), date(2026, 12, 10))
        standing = actions.standing_of(asked, maya.today)
    assert standing.next is not None
    assert (standing.next.action, standing.next.due_on, standing.attempts) == (
        Action.CALL_BACK,
        date(2026, 12, 10),
        1,
    )


def test_a_message_on_the_machine_may_promise_another_call(
    sent: Attempt, asked: Approach, maya: User
) -> None:
    with clock.at(on(PROMISED)):
        voicemail = actions.record_call(asked, key="c", outcome="voicemail")
        actions.promise_another_call(voicemail, date(2026, 12, 7))
        standing = actions.standing_of(asked, maya.today)
    assert standing.next is not None
    assert (standing.next.action, standing.next.due_on) == (Action.CALL_AS_PROMISED, date(2026, 12, 7))


def test_the_last_message_names_no_further_day(sent: Attempt, asked: Approach) -> None:
    with clock.at(on(PROMISED)):
        actions.record_call(asked, key="two", outcome="no-answer")
    with clock.at(on(date(2026, 12, 9))):
        last = actions.record_call(asked, key="three", outcome="voicemail")
        with pytest.raises(Refused) as why:
            actions.promise_another_call(last, date(2026, 12, 15))
    assert str(why.value) == "That was the last attempt, so no further day is named."


def test_an_answer_releases_the_promise_and_stops_what_was_planned(
    sent: Attempt, asked: Approach, maya: User
) -> None:
    with clock.at(MONDAY + timedelta(days=1)):
        actions.record_reply(asked, key="r", kind="yes", text="Gladly.")
        assert due_kinds(maya) == ["contact.arrange"]
    promise = Promise.objects.get()
    assert (promise.kept_on, promise.released_on) == (None, date(2026, 11, 24))


def test_a_no_is_thanked_and_a_name_becomes_a_person(sent: Attempt, asked: Approach, maya: User) -> None:
    named = actions.Named("Ravi Menon", "Audio lead", "Harbor Sound", "", "(206) 555-0199", "yes")
    actions.record_reply(asked, key="r", kind="named_other", named=named)
    ravi = Person.objects.get(name="Ravi Menon")
    referral = Referral.objects.get()
    assert (referral.by, referral.to, referral.permission, referral.from_refusal) == (
        asked.person,
        ravi,
        "yes",
        True,
    )
    assert (ravi.candidate, ravi.organisation) == (
        asked.candidate,
        Organisation.objects.get(name="Harbor Sound"),
    )
    assert due_kinds(maya)[:2] == ["contact.next_name", "contact.thank_for_answer"]
    actions.thank_for_answer(asked)
    asked.refresh_from_db()
    assert asked.closed_because == Approach.Closed.REFUSED
    follow = actions.open_approach(maya, ravi, asked.candidate, channel="phone")
    facts = actions.facts_of(follow)
    assert (facts.source.name, facts.source.may_mention) == ("Adaeze Okafor", True)


def test_nothing_goes_out_after_a_no(sent: Attempt, asked: Approach) -> None:
    actions.record_reply(asked, key="r", kind="no")
    with pytest.raises(Refused) as why:
        actions.record_call(asked, key="c", outcome="no-answer")
    assert str(why.value) == "They said no. Thank them and leave it there."


def test_never_again_is_for_ever(sent: Attempt, asked: Approach, maya: User, candidate: Candidate) -> None:
    actions.record_reply(asked, key="r", kind="never")
    asked.refresh_from_db()
    assert asked.closed_because == Approach.Closed.DO_NOT_CONTACT
    assert Person.objects.get(pk=asked.person_id).do_not_contact_at is not None
    with pytest.raises(Refused):
        actions.reopen(asked, because="I changed my mind")
    with pytest.raises(Refused):
        actions.open_approach(maya, Person.objects.get(pk=asked.person_id), candidate)
    assert [k for k in due_kinds(maya) if k.startswith("contact.")] == []


def test_a_bounce_uses_up_no_attempt(sent: Attempt, asked: Approach, maya: User) -> None:
    actions.record_bounced(sent)
    standing = actions.standing_of(asked, maya.today)
    assert (standing.state, standing.attempts) == (State.FIX_ADDRESS, 0)
    assert Promise.objects.count() == 0
    actions.note_address(asked.person, kind="email", value="ada@lantern.example", found_at="their page")
    asked.refresh_from_db()
    asked.person.refresh_from_db()
    assert actions.standing_of(asked, maya.today).state is State.DRAFTED
    assert asked.person.address_from == "their page"


def test_two_windows_keep_both_texts(asked: Approach) -> None:
    shown = actions.draft_of(asked).version
    actions.save_draft(asked, subject="one", body="first window", version=shown, page="a")
    actions.save_draft(asked, subject="one", body="first window goes on", version=shown, page="a")
    with pytest.raises(actions.Conflict) as conflict:
        actions.save_draft(asked, subject="two", body="second window", version=shown, page="b")
    assert conflict.value.theirs.body == "first window goes on"
    assert conflict.value.mine.body == "second window"
    assert Draft.objects.get().body == "first window goes on"


def test_a_second_person_at_one_place_waits_three_working_days(
    sent: Attempt, asked: Approach, maya: User, candidate: Candidate
) -> None:
    colleague = make_person(maya, candidate, "Tobias Ek", organisation=asked.person.organisation)
    with pytest.raises(Refused) as why:
        actions.open_approach(maya, colleague, candidate)
    assert "Lantern Games" in str(why.value)
    with clock.at(on(date(2026, 11, 30))):
        opened = actions.open_approach(maya, colleague, candidate)
    asked.refresh_from_db()
    assert opened.pk != asked.pk
    assert asked.second_name_on == date(2026, 11, 30)


def test_an_introduction_is_a_route_of_its_own(
    monday: datetime, maya: User, okafor: Person, tom: Person, candidate: Candidate
) -> None:
    asked = actions.open_approach(maya, okafor, candidate, channel="introduction")
    assert due_kinds(maya) == ["contact.ask_introducer"]
    row = actions.ask_introducer(asked, tom, body="")
    assert actions.ask_introducer(asked, tom, body="again") == row
    assert actions.standing_of(asked, maya.today).attempts == 0
    assert due_kinds(maya) == ["contact.remind"]
    actions.record_introduction(row, outcome="introduced", may_mention=True)
    standing = actions.standing_of(asked, maya.today)
    assert standing.next is not None
    assert (standing.state, standing.next.due_on) == (State.INTRODUCED, date(2026, 11, 25))
    assert due_kinds(maya) == ["contact.call_introduced"]
    assert actions.facts_of(asked).source.name == "Tom Reyes"


def test_a_held_talk_ends_the_asking(sent: Attempt, asked: Approach, maya: User) -> None:
    actions.record_reply(asked, key="r", kind="yes")
    actions.note_arranged(asked, on=date(2026, 12, 3))
    assert [k for k in due_kinds(maya) if k.startswith("contact.")] == []
    actions.note_talked(asked)
    actions.note_recorded(asked)
    asked.refresh_from_db()
    assert asked.closed_because == Approach.Closed.TALKED


def test_history_holds_no_words(sent: Attempt, asked: Approach) -> None:
    actions.record_reply(asked, key="r", kind="no", text="No, and tell nobody I said so")
    told = " ".join(str(e.detail) for e in Event.objects.all())
    assert "nobody" not in told
    assert "Okafor" not in told
    assert {e.verb for e in Event.objects.all()} >= {"contact.opened", "contact.sent", "contact.answered"}


def test_a_call_to_the_first_does_not_begin_the_three_days_anew(
    sent: Attempt, asked: Approach, maya: User, candidate: Candidate
) -> None:
    colleague = make_person(maya, candidate, "Tobias Ek", organisation=asked.person.organisation)
    with clock.at(on(PROMISED)):
        actions.record_call(asked, key="machine", outcome="voicemail")
        assert actions.organisation_warning(maya, colleague, maya.today) == ""
        second = actions.open_approach(maya, colleague, candidate, channel="phone")
        actions.record_call(second, key="nobody", outcome="no-answer")
        third = make_person(maya, candidate, "Mina Aho", organisation=asked.person.organisation)
        assert "Tobias Ek" in actions.organisation_warning(maya, third, maya.today)
