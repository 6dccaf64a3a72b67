"""Where the asking of one person stands, what comes next, by when, and why.

Source: Informational Interviewing Part 1, "Making Contact": write, call on the promised day, three attempts, then the
next name; a refusal is thanked and asked once for another name. Two working days after an introduction, five before
reminding an introducer and the other small waits are defaults of ours.
"""

from dataclasses import replace
from datetime import date, timedelta

from halfhour.contact.rules.approach import ApproachFacts, Introduction
from halfhour.contact.rules.attempts import (
    LOST,
    MIN_GAP_WORKING_DAYS,
    REFUSALS,
    SPOKEN,
    Attempt,
    Count,
    Reply,
    ReplyKind,
    answer_due_on,
    count_attempts,
)
from halfhour.contact.rules.meeting import meeting_stands
from halfhour.contact.rules.promises import PromiseKind, second_name_on, unkept
from halfhour.contact.rules.standing import Action, Move, Standing, State
from halfhour.contact.rules.working_days import WorkingDays, in_words

CALL_AFTER_INTRODUCTION_WORKING_DAYS = 2
REMIND_INTRODUCER_WORKING_DAYS = 5
ANSWER_THEM_WORKING_DAYS = 1
LATER_WITHOUT_A_DAY_WORKING_DAYS = 20


def where_it_stands(facts: ApproachFacts, *, today: date, working_days: WorkingDays) -> Standing:
    """Say where asking this person stands and what the next right step is.

    facts: dated rows in any order; what is dated after today counts as having happened (the clock may have gone back).
    today: the seeker's local date; what is promised for today is due today, overdue tomorrow.
    """
    count = _count(facts, today, working_days)
    if facts.do_not_contact_on or any(r.kind is ReplyKind.NEVER for r in facts.replies):
        return Standing(State.DO_NOT_CONTACT, count.made, None)
    refusal = standing_refusal(facts)
    mine = _of_this_approach(facts)
    spent = count.made >= facts.max_attempts + facts.extra_attempts
    met = meeting_stands(mine, today=today, working_days=working_days, out_of_attempts=spent)
    if refusal and (met is None or met[0] in {State.ARRANGED, State.RESCHEDULED, State.NO_SHOW}):
        return _refused(facts, refusal, count, working_days)
    if met:
        state, move, also = met
        if refusal and state is State.KEPT_IN_TOUCH:
            return Standing(State.CLOSED, count.made, None)
        return Standing(state, count.made, move, also)
    if facts.closed_on and not any(r.on > facts.closed_on and r.kind not in REFUSALS for r in mine.replies):
        return Standing(State.CLOSED, count.made, _next_name(facts, facts.closed_on))
    return _under_way(mine, count, today, working_days)


def standing_refusal(facts: ApproachFacts) -> Reply | None:
    """Return the no that is in force: their last word, not set aside, and no talk agreed on since."""
    last = _last_reply(facts)
    if last is None or last.kind not in REFUSALS:
        return None
    agreed_since = any(
        m.cancelled_on is None and (m.agreed_on, m.seq) > (last.on, last.seq) for m in facts.meetings
    )
    return None if agreed_since else last


def _under_way(facts: ApproachFacts, count: Count, today: date, working_days: WorkingDays) -> Standing:
    reply, introduction = _last_reply(facts), _last_introduction(facts)
    if lost := _lost(facts, reply):
        due_on = working_days.add(lost.on, 1)
        why = "The last message or call did not reach them. A right address or number comes first; this does not count."
        return Standing(State.FIX_ADDRESS, count.made, Move(Action.FIND_ADDRESS, due_on, why))
    reached = max(
        (a for a in facts.attempts if a.result not in LOST), key=lambda a: (a.on, a.seq), default=None
    )
    if reply and (reached is None or (reply.on, reply.seq) >= (reached.on, reached.seq)):
        return _answered(reply, count, working_days)
    if introduction and (reached is None or _moved(introduction) >= (reached.on, reached.seq)):
        standing = _introducing(facts, introduction, count, working_days)
        if standing:
            return standing
    if reached:
        return _out(facts, reached, count, working_days)
    if facts.drafted_on or facts.address_fixed_on:
        since = max(d for d in (facts.drafted_on, facts.address_fixed_on) if d)
        why = "Your text is ready. Everything after this waits for it."
        return Standing(State.DRAFTED, count.made, Move(Action.SEND, working_days.on_or_after(since), why))
    why = (
        f"{facts.can_introduce} may know them: ask there first, it is the easiest way in."
        if facts.can_introduce
        else "Choose how to reach them: through someone you share, in writing, or by telephone."
    )
    return Standing(State.LISTED, count.made, Move(Action.PICK_CHANNEL, working_days.on_or_after(today), why))


def _lost(facts: ApproachFacts, reply: Reply | None) -> Attempt | None:
    """Return the last attempt when it never arrived and no right address has been found since."""
    attempt = max(facts.attempts, key=lambda a: (a.on, a.seq), default=None)
    if attempt is None or attempt.result not in LOST:
        return None
    if reply and (reply.on, reply.seq) > (attempt.on, attempt.seq):
        return None
    fixed = facts.address_fixed_on and facts.address_fixed_on >= attempt.on
    return None if fixed else attempt


def _refused(facts: ApproachFacts, refusal: Reply, count: Count, working_days: WorkingDays) -> Standing:
    if facts.refusal_thanked_on and facts.refusal_thanked_on >= refusal.on:
        return Standing(State.CLOSED, count.made, _next_name(facts, facts.refusal_thanked_on))
    why = (
        "They named someone else: thank them, and ask that person."
        if refusal.kind is ReplyKind.NAMED_OTHER
        else "A no is an ordinary answer. Thank them, ask once whether someone else comes to mind, then take the next name."
    )
    due_on = working_days.add(refusal.on, ANSWER_THEM_WORKING_DAYS)
    after = _next_name(facts, refusal.on)
    return Standing(
        State.REFUSED,
        count.made,
        Move(Action.THANK_FOR_THE_ANSWER, due_on, why),
        (after,) if after else (),
    )


def _answered(reply: Reply, count: Count, working_days: WorkingDays) -> Standing:
    soon = working_days.add(reply.on, ANSWER_THEM_WORKING_DAYS)
    if reply.kind is ReplyKind.UNCLEAR:
        why = f"They wrote on {in_words(reply.on)}. Read it before anything else goes out."
        return Standing(State.WAITING, count.made, Move(Action.READ_REPLY, reply.on, why))
    if reply.kind is ReplyKind.THINKS_JOB:
        why = (
            "They think you want a job. One friendly sentence clears it up: you are exploring, not applying."
        )
        return Standing(State.CALL_BACK, count.made, Move(Action.REASSURE, soon, why))
    if reply.call_back_on:
        move = Move(
            Action.CALL_BACK, reply.call_back_on, f"They asked for a call on {in_words(reply.call_back_on)}."
        )
    elif reply.kind is ReplyKind.LATER:
        due_on = working_days.add(reply.on, LATER_WITHOUT_A_DAY_WORKING_DAYS)
        move = Move(
            Action.CALL_BACK, due_on, "They said later and named no day. Ask again after about a month."
        )
    else:
        how = ", on the telephone" if reply.kind is ReplyKind.PHONE_INSTEAD else ""
        move = Move(
            Action.AGREE_ON_A_TIME, soon, f"They are willing. Settle day and length{how} while it is warm."
        )
    return Standing(State.CALL_BACK, count.made, move)


def _introducing(
    facts: ApproachFacts, introduction: Introduction, count: Count, working_days: WorkingDays
) -> Standing | None:
    who = introduction.introducer
    if introduction.declined_on:
        return None
    if introduction.handed_over_on:
        due_on = working_days.add(introduction.handed_over_on, CALL_AFTER_INTRODUCTION_WORKING_DAYS)
        why = f"{who} has asked for you. Now it is yours to call and find a time."
        return Standing(State.INTRODUCED, count.made, Move(Action.CALL_TO_ARRANGE, due_on, why))
    since = max(d for d in (introduction.asked_on, introduction.agreed_on, introduction.reminded_on) if d)
    if facts.drafted_on and facts.drafted_on > since:
        return None
    due_on = working_days.add(since, REMIND_INTRODUCER_WORKING_DAYS)
    if introduction.reminded_on:
        if count.made >= facts.max_attempts + facts.extra_attempts:
            return None
        why = f"{who} was asked and reminded. Say that is fine, and write yourself."
        return Standing(State.ASKING_INTRODUCER, count.made, Move(Action.WRITE_MYSELF, due_on, why))
    why = f"{who} was asked on {in_words(introduction.asked_on)}. One friendly reminder is in order by then."
    return Standing(State.ASKING_INTRODUCER, count.made, Move(Action.REMIND_INTRODUCER, due_on, why))


def _out(facts: ApproachFacts, latest: Attempt, count: Count, working_days: WorkingDays) -> Standing:
    cap = facts.max_attempts + facts.extra_attempts
    if count.made >= cap and count.last_due_on:
        over_on = count.last_due_on + timedelta(days=1)
        if count.waiting:
            why = f"That was attempt {count.made}, the last. If nothing comes, take the next name."
            return Standing(State.WAITING, count.made, Move(Action.MOVE_ON, over_on, why))
        return Standing(State.CLOSED_NO_CONTACT, count.made, _next_name(facts, count.last_due_on))
    promise = unkept(facts.promises, facts.attempts, facts.replies)
    if promise:
        by_call = promise.kind is PromiseKind.CALL
        verb = "call" if by_call else "write again"
        action = Action.CALL_AS_PROMISED if by_call else Action.WRITE_AS_PROMISED
        move = Move(action, promise.on, f"You said you would {verb} on {in_words(promise.on)}.")
    else:
        due_on = max(working_days.add(latest.on, MIN_GAP_WORKING_DAYS), answer_due_on(latest, working_days))
        how = ", by telephone this time" if facts.phone_known and latest.channel not in SPOKEN else ""
        why = f"Attempt {count.made} of {cap} is out. Without an answer by then, try once more{how}."
        if not count.made:
            why = "You have spoken with someone there, but not yet with them. Try again."
        move = Move(Action.TRY_AGAIN, working_days.on_or_after(due_on), why)
    also: tuple[Move, ...] = ()
    if facts.organisation and not facts.second_name_on and count.waiting:
        why = f"No word after three working days: a second person at {facts.organisation} may be asked."
        also = (Move(Action.OPEN_SECOND_NAME, second_name_on(_first_out(facts), working_days), why),)
    return Standing(State.WAITING, count.made, move, also)


def _first_out(facts: ApproachFacts) -> date:
    """The day of the first message or call since they last answered: a later one does not begin the wait anew."""
    reply = _last_reply(facts)
    since = (reply.on, reply.seq) if reply else (date.min, 0)
    return min(a.on for a in facts.attempts if a.result not in LOST and (a.on, a.seq) > since)


def _next_name(facts: ApproachFacts, since: date) -> Move | None:
    if facts.next_name_on and facts.next_name_on >= since:
        return None
    return Move(Action.NEXT_NAME, since, "Others will be willing. The next name is ready.")


def _of_this_approach(facts: ApproachFacts) -> ApproachFacts:
    """Leave out what happened before this approach was opened, and what the seeker set aside."""
    since = facts.opened_on or date.min
    return replace(
        facts,
        attempts=tuple(a for a in facts.attempts if a.on >= since),
        replies=tuple(r for r in facts.replies if r.on >= since and not r.set_aside),
    )


def _last_reply(facts: ApproachFacts) -> Reply | None:
    standing = (r for r in facts.replies if not r.set_aside)
    return max(standing, key=lambda r: (r.on, r.seq), default=None)


def _last_introduction(facts: ApproachFacts) -> Introduction | None:
    return max(facts.introductions, key=_moved, default=None)


def _moved(introduction: Introduction) -> tuple[date, int]:
    if introduction.handed_over_on:
        return introduction.handed_over_on, introduction.handed_over_seq
    return introduction.asked_on, introduction.seq


def contact_made(facts: ApproachFacts) -> tuple[date, int] | None:
    """Return day and seq when contact was last made: a talk held, or an introducer who had asked and handed over."""
    made = [(m.ended_on, 0) for m in facts.meetings if m.ended_on]
    made += [(i.handed_over_on, i.handed_over_seq) for i in facts.introductions if i.handed_over_on]
    return max(made, default=None)


def _count(facts: ApproachFacts, today: date, working_days: WorkingDays) -> Count:
    return count_attempts(
        facts.attempts,
        facts.replies,
        today=today,
        working_days=working_days,
        contact=contact_made(facts),
        max_attempts=facts.max_attempts,
    )
