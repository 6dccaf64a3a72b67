"""From an agreed talk to keeping in touch: what comes next once a day is fixed.

Source: Puget Sound and Texas A&M (confirm 24 to 48 hours before), Santa Clara (debrief before the day is out, a word every
few months), Yale and NCSU (thanks within 24 hours). Two working days to prepare is a default of ours.
"""

from datetime import date, timedelta

from halfhour.contact.rules.approach import ApproachFacts, Meeting
from halfhour.contact.rules.attempts import Reply, ReplyKind
from halfhour.contact.rules.standing import Action, Move, State
from halfhour.contact.rules.working_days import WorkingDays, in_words

PREPARE_WORKING_DAYS_BEFORE = 2
NEW_TIME_WORKING_DAYS = 1
KEEP_IN_TOUCH_DAYS = 90


def meeting_stands(
    facts: ApproachFacts, *, today: date, working_days: WorkingDays, out_of_attempts: bool = False
) -> tuple[State, Move, tuple[Move, ...]] | None:
    """Say how the last agreed talk stands, or None when there is none or contact went on without it.

    out_of_attempts: nothing more may be sent, so a talk that fell through is not asked for again.
    """
    meeting = max(facts.meetings, key=lambda m: (m.agreed_on, m.seq), default=None)
    if meeting is None:
        return None
    if meeting.ended_on is not None:
        return _after(meeting, meeting.ended_on)
    fell_through_on = meeting.cancelled_on or meeting.no_show_on
    if fell_through_on is not None:
        if out_of_attempts or _contact_since(facts, fell_through_on):
            return None
        due_on = working_days.add(fell_through_on, NEW_TIME_WORKING_DAYS)
        if meeting.cancelled_on is None:
            why = (
                "The talk did not take place. A short, friendly line and two other times keep the door open."
            )
            return State.NO_SHOW, Move(Action.WRITE_AFTER_NO_SHOW, due_on, why), ()
        why = "The agreed time fell through. Offer two others while it is fresh."
        return State.RESCHEDULED, Move(Action.AGREE_ON_A_TIME, due_on, why), ()
    reply = _last_word_since(facts, meeting)
    if reply is None or reply.kind not in {ReplyKind.UNCLEAR, ReplyKind.OTHER_TIME, ReplyKind.LATER}:
        return _before(meeting, today, working_days)
    if reply.kind is ReplyKind.UNCLEAR:
        why = f"They wrote on {in_words(reply.on)}. Read it before anything else goes out."
        return State.ARRANGED, Move(Action.READ_REPLY, reply.on, why), ()
    if any((a.on, a.seq) > (reply.on, reply.seq) for a in facts.attempts):
        return None
    due_on = reply.call_back_on or working_days.add(reply.on, NEW_TIME_WORKING_DAYS)
    why = "They asked for another time. Agree on one."
    return State.RESCHEDULED, Move(Action.AGREE_ON_A_TIME, due_on, why), ()


def _contact_since(facts: ApproachFacts, day: date) -> bool:
    contacts = [a.on for a in facts.attempts] + [r.on for r in facts.replies if not r.set_aside]
    return any(on > day for on in contacts)


def _last_word_since(facts: ApproachFacts, meeting: Meeting) -> Reply | None:
    later = [r for r in facts.replies if not r.set_aside and (r.on, r.seq) > (meeting.agreed_on, meeting.seq)]
    return max(later, key=lambda r: (r.on, r.seq), default=None)


def _before(meeting: Meeting, today: date, working_days: WorkingDays) -> tuple[State, Move, tuple[Move, ...]]:
    start = meeting.starts_on
    if start < today:
        why = f"The talk was set for {in_words(start)}. Say whether it took place."
        return State.ARRANGED, Move(Action.SAY_HOW_IT_WENT, start, why), ()
    moves = []
    if meeting.prepared_on is None:
        due_on = start
        for _ in range(PREPARE_WORKING_DAYS_BEFORE):
            due_on = working_days.on_or_before(due_on - timedelta(days=1))
        why = f"You meet on {in_words(start)}. Choose your questions for {meeting.minutes} minutes."
        moves.append(Move(Action.PREPARE, max(due_on, meeting.agreed_on), why))
    if meeting.confirmed_on is None and start > today and (start - meeting.agreed_on).days > 2:
        why = "A short confirmation a day or two before spares you both a wasted trip."
        moves.append(Move(Action.CONFIRM, confirm_on(start, working_days), why))
    moves.append(Move(Action.MEET, start, f"{meeting.minutes} minutes, as agreed."))
    first, *rest = sorted(moves, key=lambda m: m.due_on)
    return State.ARRANGED, first, tuple(rest)


def confirm_on(start: date, working_days: WorkingDays, *, days_before: int = 1) -> date:
    """Return the day to confirm on: one day before, or two; the other of the two when only that is a working day."""
    chosen, other = (start - timedelta(days=n) for n in ((1, 2) if days_before == 1 else (2, 1)))
    return other if working_days.is_one(other) and not working_days.is_one(chosen) else chosen


def _after(meeting: Meeting, ended_on: date) -> tuple[State, Move, tuple[Move, ...]]:
    thank = Move(Action.THANK, ended_on + timedelta(days=1), "Thanks are best within a day of the talk.")
    if meeting.recorded_on is None:
        why = "Write it down today, while you still hear their words."
        return (
            State.HELD,
            Move(Action.DEBRIEF, ended_on, why),
            (thank,) if meeting.thanked_on is None else (),
        )
    if meeting.thanked_on is None:
        return State.RECORDED, thank, ()
    if meeting.loop_due_on is not None:
        why = "Somebody who helped you would like to hear how it went."
        return State.RECORDED, Move(Action.CLOSE_LOOPS, meeting.loop_due_on, why), ()
    last = max(d for d in (meeting.thanked_on, meeting.last_touch_on) if d is not None)
    why = f"Your last word to them was on {in_words(last)}. A few lines on what came of it are welcome."
    return (
        State.KEPT_IN_TOUCH,
        Move(Action.KEEP_IN_TOUCH, last + timedelta(days=KEEP_IN_TOUCH_DAYS), why),
        (),
    )
