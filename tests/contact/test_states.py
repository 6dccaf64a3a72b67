from datetime import date

import pytest

from halfhour.contact.rules.approach import ApproachFacts, Introduction, Meeting
from halfhour.contact.rules.attempts import Attempt, Channel, Reply, ReplyKind, Result
from halfhour.contact.rules.meeting import confirm_on
from halfhour.contact.rules.promises import Promise, PromiseKind
from halfhour.contact.rules.standing import Action, State
from halfhour.contact.rules.states import where_it_stands
from halfhour.contact.rules.working_days import WorkingDays

DAYS = WorkingDays(frozenset({date(2026, 5, 25)}))


def may(day: int) -> date:
    return date(2026, 5, day)


def june(day: int) -> date:
    return date(2026, 6, day)


LETTER = Attempt(Channel.LETTER, may(4), answer_due_on=may(11))
VOICEMAIL = Attempt(Channel.VOICEMAIL, may(11), answer_due_on=may(18))
EMAIL = Attempt(Channel.EMAIL, may(18), answer_due_on=may(26))
CALL = Promise(may(11), may(4))
ASKED = Introduction("Tom", may(4))
MEETING = Meeting(may(20), may(12), 20)
HELD = Meeting(may(20), may(12), 20, prepared_on=may(18), confirmed_on=may(19), ended_on=may(20))


def held(**dates: date) -> Meeting:
    return Meeting(may(20), may(12), 20, ended_on=may(20), **dates)


NEVER = Reply(ReplyKind.NEVER, may(8))
TABLE = [
    ("a person just listed", ApproachFacts(), may(9), State.LISTED, 0, Action.PICK_CHANNEL, may(11)),
    ("a draft is ready", ApproachFacts(drafted_on=may(4)), may(6), State.DRAFTED, 0, Action.SEND, may(4)),
    ("an acquaintance was asked", ApproachFacts(introductions=(ASKED,)), may(4), State.ASKING_INTRODUCER, 0, Action.REMIND_INTRODUCER, may(11)),
    ("and has promised to ask", ApproachFacts(introductions=(Introduction("Tom", may(4), agreed_on=may(6)),)), may(8), State.ASKING_INTRODUCER, 0, Action.REMIND_INTRODUCER, may(13)),
    ("and was reminded", ApproachFacts(introductions=(Introduction("Tom", may(4), may(11)),)), may(12), State.ASKING_INTRODUCER, 0, Action.WRITE_MYSELF, may(18)),
    ("and I write myself instead", ApproachFacts(introductions=(ASKED,), drafted_on=may(7)), may(7), State.DRAFTED, 0, Action.SEND, may(7)),
    ("and declined", ApproachFacts(introductions=(Introduction("Tom", may(4), declined_on=may(6)),)), may(6), State.LISTED, 0, Action.PICK_CHANNEL, may(6)),
    ("the introducer says done", ApproachFacts(introductions=(Introduction("Tom", may(4), handed_over_on=may(8)),)), may(8), State.INTRODUCED, 0, Action.CALL_TO_ARRANGE, may(12)),
    ("called after the introduction", ApproachFacts(introductions=(Introduction("Tom", may(4), handed_over_on=may(8)),), attempts=(VOICEMAIL,)), may(11), State.WAITING, 1, Action.TRY_AGAIN, may(18)),
    ("a letter with a promised call", ApproachFacts(attempts=(LETTER,), promises=(CALL,)), may(5), State.WAITING, 1, Action.CALL_AS_PROMISED, may(11)),
    ("the promised day has passed", ApproachFacts(attempts=(LETTER,), promises=(CALL,)), may(15), State.WAITING, 1, Action.CALL_AS_PROMISED, may(11)),
    ("a promise to write again", ApproachFacts(attempts=(LETTER,), promises=(Promise(may(11), may(4), PromiseKind.WRITE),)), may(5), State.WAITING, 1, Action.WRITE_AS_PROMISED, may(11)),
    ("a letter without a promise", ApproachFacts(attempts=(LETTER,)), may(5), State.WAITING, 1, Action.TRY_AGAIN, may(11)),
    ("the promised call reached a machine", ApproachFacts(attempts=(LETTER, VOICEMAIL), promises=(Promise(may(11), may(4), kept_on=may(11)), Promise(may(18), may(11)))), may(12), State.WAITING, 2, Action.CALL_AS_PROMISED, may(18)),
    ("the assistant answered", ApproachFacts(attempts=(Attempt(Channel.PHONE, may(4), Result.ASSISTANT),)), may(4), State.WAITING, 0, Action.TRY_AGAIN, may(11)),
    ("the third attempt is out", ApproachFacts(attempts=(LETTER, VOICEMAIL, EMAIL)), may(26), State.WAITING, 3, Action.MOVE_ON, may(27)),
    ("the third attempt has failed", ApproachFacts(attempts=(LETTER, VOICEMAIL, EMAIL)), may(27), State.CLOSED_NO_CONTACT, 3, Action.NEXT_NAME, may(26)),
    ("a promise does not make a fourth attempt", ApproachFacts(attempts=(LETTER, VOICEMAIL, EMAIL), promises=(Promise(june(2), may(18)),)), may(28), State.CLOSED_NO_CONTACT, 3, Action.NEXT_NAME, may(26)),
    ("the next name has been taken up", ApproachFacts(attempts=(LETTER, VOICEMAIL, EMAIL), next_name_on=may(27)), may(28), State.CLOSED_NO_CONTACT, 3, None, None),
    ("a fourth allowed by hand", ApproachFacts(attempts=(LETTER, VOICEMAIL, EMAIL), extra_attempts=1), may(28), State.WAITING, 3, Action.TRY_AGAIN, may(26)),
    ("two where two are the rule", ApproachFacts(attempts=(LETTER, VOICEMAIL), max_attempts=2), may(19), State.CLOSED_NO_CONTACT, 2, Action.NEXT_NAME, may(18)),
    ("a bounce", ApproachFacts(attempts=(Attempt(Channel.EMAIL, may(4), Result.BOUNCED),)), may(5), State.FIX_ADDRESS, 0, Action.FIND_ADDRESS, may(5)),
    ("the promised call had a wrong number", ApproachFacts(attempts=(LETTER, Attempt(Channel.PHONE, may(11), Result.WRONG_NUMBER)), promises=(CALL,)), may(12), State.FIX_ADDRESS, 1, Action.FIND_ADDRESS, may(12)),
    ("the address was found", ApproachFacts(attempts=(Attempt(Channel.EMAIL, may(4), Result.BOUNCED),), drafted_on=may(4), address_fixed_on=may(6)), may(7), State.DRAFTED, 0, Action.SEND, may(6)),
    ("they said yes", ApproachFacts(attempts=(LETTER,), promises=(CALL,), replies=(Reply(ReplyKind.YES, may(8)),)), may(8), State.CALL_BACK, 0, Action.AGREE_ON_A_TIME, may(11)),
    ("I answered their yes the same day", ApproachFacts(attempts=(LETTER, Attempt(Channel.EMAIL, may(8), answer_due_on=may(15), seq=2)), replies=(Reply(ReplyKind.YES, may(8), seq=1),)), may(8), State.WAITING, 1, Action.TRY_AGAIN, may(15)),
    ("by telephone instead", ApproachFacts(attempts=(LETTER,), replies=(Reply(ReplyKind.PHONE_INSTEAD, may(8)),)), may(8), State.CALL_BACK, 0, Action.AGREE_ON_A_TIME, may(11)),
    ("they named a better time", ApproachFacts(attempts=(LETTER, Attempt(Channel.PHONE, may(11), Result.ANSWERED)), promises=(CALL,), replies=(Reply(ReplyKind.LATER, may(11), may(28)),)), may(20), State.CALL_BACK, 1, Action.CALL_BACK, may(28)),
    ("later, and no day named", ApproachFacts(attempts=(LETTER,), replies=(Reply(ReplyKind.LATER, may(11)),)), may(20), State.CALL_BACK, 0, Action.CALL_BACK, june(9)),
    ("silence at the agreed time", ApproachFacts(attempts=(LETTER, Attempt(Channel.PHONE, may(28), Result.NO_ANSWER)), replies=(Reply(ReplyKind.LATER, may(8), may(28)),)), may(28), State.WAITING, 1, Action.TRY_AGAIN, june(4)),
    ("they think it is about a job", ApproachFacts(attempts=(LETTER,), replies=(Reply(ReplyKind.THINKS_JOB, may(8)),)), may(8), State.CALL_BACK, 0, Action.REASSURE, may(11)),
    ("something nobody understands", ApproachFacts(attempts=(LETTER,), promises=(CALL,), replies=(Reply(ReplyKind.UNCLEAR, may(8)),)), may(12), State.WAITING, 0, Action.READ_REPLY, may(8)),
    ("a no", ApproachFacts(attempts=(LETTER,), replies=(Reply(ReplyKind.NO, may(8)),)), may(8), State.REFUSED, 0, Action.THANK_FOR_THE_ANSWER, may(11)),
    ("a no, thanked for", ApproachFacts(attempts=(LETTER,), replies=(Reply(ReplyKind.NO, may(8)),), refusal_thanked_on=may(8)), may(9), State.CLOSED, 0, Action.NEXT_NAME, may(8)),
    ("a no, thanked for, next name taken up", ApproachFacts(attempts=(LETTER,), replies=(Reply(ReplyKind.NO, may(8)),), refusal_thanked_on=may(8), next_name_on=may(8)), may(9), State.CLOSED, 0, None, None),
    ("they named somebody else", ApproachFacts(attempts=(LETTER,), replies=(Reply(ReplyKind.NAMED_OTHER, may(8)),)), may(8), State.REFUSED, 0, Action.THANK_FOR_THE_ANSWER, may(11)),
    ("a no to an earlier question holds", ApproachFacts(opened_on=may(12), replies=(Reply(ReplyKind.NO, may(8)),)), may(13), State.REFUSED, 0, Action.THANK_FOR_THE_ANSWER, may(11)),
    ("a no set aside by hand", ApproachFacts(replies=(Reply(ReplyKind.NO, may(8), set_aside=True),)), may(13), State.LISTED, 0, Action.PICK_CHANNEL, may(13)),
    ("they changed their mind", ApproachFacts(replies=(Reply(ReplyKind.NO, may(8)), Reply(ReplyKind.YES, may(13)))), may(13), State.CALL_BACK, 0, Action.AGREE_ON_A_TIME, may(14)),
    ("asked to be left alone", ApproachFacts(replies=(NEVER,)), may(8), State.DO_NOT_CONTACT, 0, None, None),
    ("left alone, whatever was planned", ApproachFacts(replies=(NEVER,), meetings=(HELD,)), may(21), State.DO_NOT_CONTACT, 0, None, None),
    ("on the school's list of people to leave alone", ApproachFacts(do_not_contact_on=may(1)), may(8), State.DO_NOT_CONTACT, 0, None, None),
    ("closed by hand", ApproachFacts(attempts=(LETTER,), closed_on=may(6)), may(7), State.CLOSED, 1, Action.NEXT_NAME, may(6)),
    ("closed by hand, then they answered", ApproachFacts(attempts=(LETTER,), closed_on=may(6), replies=(Reply(ReplyKind.YES, may(8)),)), may(8), State.CALL_BACK, 0, Action.AGREE_ON_A_TIME, may(11)),
    ("an answer after three attempts", ApproachFacts(attempts=(LETTER, VOICEMAIL, EMAIL), replies=(Reply(ReplyKind.YES, may(29)),)), may(29), State.CALL_BACK, 0, Action.AGREE_ON_A_TIME, june(1)),
    ("a talk is agreed", ApproachFacts(meetings=(MEETING,)), may(12), State.ARRANGED, 0, Action.PREPARE, may(18)),
    ("prepared", ApproachFacts(meetings=(Meeting(may(20), may(12), prepared_on=may(15)),)), may(15), State.ARRANGED, 0, Action.CONFIRM, may(19)),
    ("confirmed", ApproachFacts(meetings=(Meeting(may(20), may(12), prepared_on=may(15), confirmed_on=may(19)),)), may(19), State.ARRANGED, 0, Action.MEET, may(20)),
    ("agreed yesterday for tomorrow needs no confirmation", ApproachFacts(meetings=(Meeting(may(14), may(12), prepared_on=may(12)),)), may(13), State.ARRANGED, 0, Action.MEET, may(14)),
    ("the day has passed", ApproachFacts(meetings=(MEETING,)), may(21), State.ARRANGED, 0, Action.SAY_HOW_IT_WENT, may(20)),
    ("they ask for another time", ApproachFacts(meetings=(MEETING,), replies=(Reply(ReplyKind.OTHER_TIME, may(14)),)), may(14), State.RESCHEDULED, 0, Action.AGREE_ON_A_TIME, may(15)),
    ("a mail about the talk is unread", ApproachFacts(meetings=(MEETING,), replies=(Reply(ReplyKind.UNCLEAR, may(14)),)), may(14), State.ARRANGED, 0, Action.READ_REPLY, may(14)),
    ("they take back the talk", ApproachFacts(meetings=(MEETING,), replies=(Reply(ReplyKind.NO, may(14)),)), may(14), State.REFUSED, 0, Action.THANK_FOR_THE_ANSWER, may(15)),
    ("the talk is cancelled", ApproachFacts(meetings=(Meeting(may(20), may(12), cancelled_on=may(19)),)), may(19), State.RESCHEDULED, 0, Action.AGREE_ON_A_TIME, may(20)),
    ("cancelled and a new one agreed", ApproachFacts(meetings=(Meeting(may(20), may(12), cancelled_on=may(18)), Meeting(may(28), may(18), seq=1))), may(19), State.ARRANGED, 0, Action.PREPARE, may(26)),
    ("nobody came", ApproachFacts(meetings=(Meeting(may(20), may(12), no_show_on=may(20)),)), may(20), State.NO_SHOW, 0, Action.WRITE_AFTER_NO_SHOW, may(21)),
    ("nobody came and I wrote", ApproachFacts(meetings=(Meeting(may(20), may(12), no_show_on=may(20)),), attempts=(Attempt(Channel.EMAIL, may(21), answer_due_on=may(29)),)), may(22), State.WAITING, 1, Action.TRY_AGAIN, may(29)),
    ("a talk just held", ApproachFacts(attempts=(LETTER, VOICEMAIL), meetings=(held(),)), may(20), State.HELD, 0, Action.DEBRIEF, may(20)),
    ("recorded, not thanked", ApproachFacts(meetings=(held(recorded_on=may(20)),)), may(20), State.RECORDED, 0, Action.THANK, may(21)),
    ("thanked, news still owed", ApproachFacts(meetings=(held(recorded_on=may(20), thanked_on=may(21), loop_due_on=may(27)),)), may(22), State.RECORDED, 0, Action.CLOSE_LOOPS, may(27)),
    ("everything done", ApproachFacts(meetings=(held(recorded_on=may(20), thanked_on=may(21)),)), may(22), State.KEPT_IN_TOUCH, 0, Action.KEEP_IN_TOUCH, date(2026, 8, 19)),
    ("no more talks, thanks, but these were held", ApproachFacts(meetings=(held(recorded_on=may(20)),), replies=(Reply(ReplyKind.NO, june(3)),)), june(3), State.RECORDED, 0, Action.THANK, may(21)),
    ("a no after everything is done", ApproachFacts(meetings=(held(recorded_on=may(20), thanked_on=may(21)),), replies=(Reply(ReplyKind.NO, june(3)),)), june(3), State.CLOSED, 0, None, None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "today", "state", "attempts", "action", "due_on"),
    [pytest.param(*row[1:], id=row[0]) for row in TABLE],
)
def test_where_it_stands(
    facts: ApproachFacts, today: date, state: State, attempts: int, action: Action | None, due_on: date | None
) -> None:
    standing = where_it_stands(facts, today=today, working_days=DAYS)
    move = standing.next
    assert (standing.state, standing.attempts, move and move.action, move and move.due_on) == (
        state,
        attempts,
        action,
        due_on,
    )
    assert move is None or move.why.endswith(".")


def test_every_state_has_a_row() -> None:
    assert {row[3] for row in TABLE} == set(State)


def test_a_second_name_opens_after_three_working_days() -> None:
    facts = ApproachFacts(attempts=(LETTER,), promises=(CALL,), organisation="Brightwater Studio")
    (second,) = where_it_stands(facts, today=may(5), working_days=DAYS).also
    assert (second.action, second.due_on) == (Action.OPEN_SECOND_NAME, may(7))
    opened = ApproachFacts(attempts=(LETTER,), organisation="Brightwater Studio", second_name_on=may(7))
    assert where_it_stands(opened, today=may(8), working_days=DAYS).also == ()


def test_a_refusal_has_the_next_name_beside_the_thanks() -> None:
    facts = ApproachFacts(replies=(Reply(ReplyKind.NO, may(8)),))
    assert [m.action for m in where_it_stands(facts, today=may(8), working_days=DAYS).also] == [
        Action.NEXT_NAME
    ]


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        pytest.param(may(20), may(19), id="Wednesday: Tuesday"),
        pytest.param(may(18), may(17), id="Monday: Sunday, as Saturday is no better"),
        pytest.param(may(26), may(25), id="after a long weekend: the day before"),
        pytest.param(may(23), may(22), id="Saturday: Friday"),
        pytest.param(may(24), may(22), id="Sunday: Friday rather than Saturday"),
    ],
)
def test_the_day_to_confirm(start: date, expected: date) -> None:
    assert confirm_on(start, DAYS) == expected


def test_a_call_in_between_does_not_begin_the_three_days_anew() -> None:
    facts = ApproachFacts(opened_on=may(4), attempts=(LETTER, VOICEMAIL), organisation="Brightwater Studio")
    (second,) = where_it_stands(facts, today=may(11), working_days=DAYS).also
    assert (second.action, second.due_on) == (Action.OPEN_SECOND_NAME, may(7))
