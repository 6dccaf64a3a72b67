"""Answers and invitations applied to the stored event: who may, which is newest, the same twice."""

from datetime import UTC, datetime

import pytest

from halfhour.integrations.ical.itip import Applied, Verdict, apply_itip
from halfhour.integrations.ical.reader import read_ics


def calendar(method: str, *events: str) -> bytes:
    inner = "".join(f"BEGIN:VEVENT\r\nUID:m1\r\n{e}\r\nEND:VEVENT\r\n" for e in events)
    head = f"METHOD:{method}\r\n" if method else ""
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{head}{inner}END:VCALENDAR\r\n".encode()


MAYA = "ORGANIZER:mailto:maya@example.org"
TIME = "DTSTART:20261126T150000Z\r\nDTEND:20261126T153000Z"
STORED = calendar(
    "",
    f"SEQUENCE:1\r\nDTSTAMP:20261123T090000Z\r\n{TIME}\r\n{MAYA}\r\nATTENDEE;RSVP=TRUE:mailto:tom@example.org",
)
SERIES = calendar(
    "", f"SEQUENCE:1\r\n{TIME}\r\nRRULE:FREQ=DAILY\r\n{MAYA}\r\nATTENDEE:mailto:tom@example.org"
)


def reply(who: str, status: str, sequence: int = 1, stamp: str = "20261123T100000Z", more: str = "") -> bytes:
    return calendar(
        "REPLY",
        f"SEQUENCE:{sequence}\r\nDTSTAMP:{stamp}\r\n{MAYA}\r\nATTENDEE;PARTSTAT={status}:mailto:{who}@example.org{more}",
    )


def answers(applied: Applied) -> list[list[tuple[str, str]]]:
    assert applied.calendar is not None
    return [
        [(a.email.split("@")[0], a.status) for a in e.attendees] for e in read_ics(applied.calendar).events
    ]


def test_an_answer_is_written_in_and_the_same_twice_changes_nothing() -> None:
    once = apply_itip(reply("tom", "ACCEPTED"), STORED, sender="Tom@example.org")
    assert (once.verdict, once.answer, answers(once)) == (
        Verdict.APPLIED,
        "ACCEPTED",
        [[("tom", "ACCEPTED")]],
    )
    assert b"RSVP" not in (once.calendar or b"")
    again = apply_itip(reply("tom", "ACCEPTED"), once.calendar, sender="tom@example.org")
    assert (again.verdict, again.calendar) == (Verdict.SAME, once.calendar)


def test_fault_52_who_was_not_invited_or_answers_for_another_changes_nothing() -> None:
    crasher = apply_itip(reply("eve", "ACCEPTED"), STORED, sender="eve@example.org")
    assert (crasher.verdict, crasher.calendar) == (Verdict.PROPOSED, STORED)
    assert "was not invited" in crasher.why
    forged = apply_itip(reply("tom", "DECLINED"), STORED, sender="eve@example.org")
    assert (forged.verdict, forged.calendar) == (Verdict.PROPOSED, STORED)
    assert "in the name of tom@example.org" in forged.why


def test_fault_53_a_stranger_cannot_cancel_or_move_our_meeting() -> None:
    for method in ("CANCEL", "REQUEST"):
        message = calendar(method, f"SEQUENCE:9\r\nORGANIZER:mailto:eve@example.org\r\n{TIME}")
        found = apply_itip(message, STORED, sender="eve@example.org", ours="maya@example.org")
        assert (found.verdict, found.calendar) == (Verdict.PROPOSED, STORED)
        assert "a meeting that is yours" in found.why


def test_fault_54_the_newest_wins_in_any_order() -> None:
    old = apply_itip(reply("tom", "DECLINED", sequence=0), STORED)
    assert (old.verdict, old.calendar) == (Verdict.SAME, STORED)
    accepted = apply_itip(reply("tom", "ACCEPTED", stamp="20261123T110000Z"), STORED)
    stamp = accepted.event.stamped.at if accepted.event and accepted.event.stamped else None
    late = apply_itip(
        reply("tom", "DECLINED", stamp="20261123T100000Z"), accepted.calendar, last_answer=stamp
    )
    assert (late.verdict, stamp) == (Verdict.SAME, datetime(2026, 11, 23, 11, tzinfo=UTC))
    older = apply_itip(calendar("REQUEST", f"SEQUENCE:0\r\n{TIME}\r\n{MAYA}"), STORED)
    assert (older.verdict, older.calendar) == (Verdict.SAME, STORED)
    earlier = apply_itip(
        calendar("REQUEST", f"SEQUENCE:1\r\nDTSTAMP:20261122T090000Z\r\n{TIME}\r\n{MAYA}"), STORED
    )
    assert earlier.verdict == Verdict.SAME


def test_an_invitation_new_changed_and_called_off() -> None:
    new = apply_itip(calendar("REQUEST", f"SEQUENCE:0\r\n{TIME}\r\n{MAYA}"), None)
    assert new.verdict == Verdict.APPLIED
    assert b"METHOD" not in (new.calendar or b"")
    moved = apply_itip(
        calendar("REQUEST", f"SEQUENCE:1\r\nDTSTART:20261127T150000Z\r\n{MAYA}"),
        new.calendar,
        sender="maya@example.org",
    )
    assert moved.event is not None
    assert moved.event.start is not None
    assert moved.event.start.written() == "2026-11-27T15:00:00Z"
    off = apply_itip(calendar("CANCEL", f"SEQUENCE:2\r\n{MAYA}"), moved.calendar, sender="maya@example.org")
    event = read_ics(off.calendar or b"").events[0]
    assert (off.verdict, event.status, event.sequence) == (Verdict.APPLIED, "CANCELLED", 2)
    assert apply_itip(calendar("CANCEL", f"SEQUENCE:2\r\n{MAYA}"), off.calendar).verdict == Verdict.SAME


def test_fault_55_another_time_is_a_proposal() -> None:
    message = calendar(
        "COUNTER",
        f"SEQUENCE:1\r\nDTSTART:20261127T100000Z\r\n{MAYA}\r\nATTENDEE;PARTSTAT=TENTATIVE:mailto:tom@example.org",
    )
    found = apply_itip(message, STORED, sender="tom@example.org")
    assert (found.verdict, found.calendar) == (Verdict.PROPOSED, STORED)
    assert found.event is not None
    assert found.event.start is not None
    assert found.event.start.written() == "2026-11-27T10:00:00Z"


def test_one_repetition_is_answered_and_called_off() -> None:
    answered = apply_itip(reply("tom", "DECLINED", more="\r\nRECURRENCE-ID:20261128T150000Z"), SERIES)
    assert answers(answered) == [[("tom", "NEEDS-ACTION")], [("tom", "DECLINED")]]
    changed = read_ics(answered.calendar or b"").events[1]
    assert changed.start is not None
    assert changed.end is not None
    assert (changed.start.written(), changed.end.written()) == (
        "2026-11-28T15:00:00Z",
        "2026-11-28T15:30:00Z",
    )
    off = apply_itip(calendar("CANCEL", f"SEQUENCE:2\r\n{MAYA}\r\nRECURRENCE-ID:20261129T150000Z"), SERIES)
    assert [e.status for e in read_ics(off.calendar or b"").events] == ["", "CANCELLED"]
    assert (
        apply_itip(reply("tom", "DECLINED", more="\r\nRECURRENCE-ID:20261128T160000Z"), SERIES).calendar
        == SERIES
    )


@pytest.mark.parametrize(
    "message",
    [
        calendar("PUBLISH", TIME),
        calendar("", TIME),
        b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VTODO\r\nUID:x\r\nEND:VTODO\r\nEND:VCALENDAR\r\n",
        b"nonsense",
    ],
)
def test_what_is_no_message_about_a_meeting(message: bytes) -> None:
    assert (apply_itip(message, STORED).verdict, apply_itip(message, STORED).calendar) == (
        Verdict.REFUSED,
        STORED,
    )


def test_an_answer_to_nothing_makes_nothing() -> None:
    assert apply_itip(reply("tom", "ACCEPTED"), None).calendar is None
    assert apply_itip(calendar("CANCEL", "SEQUENCE:2"), None).calendar is None
