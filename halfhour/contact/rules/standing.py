"""The words for where the asking of one person stands and for the next right step.

Source: Informational Interviewing Part 1, "Making Contact", as a list of states; the names are ours.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class State(StrEnum):
    LISTED = "listed"
    ASKING_INTRODUCER = "asking-introducer"
    INTRODUCED = "introduced"
    DRAFTED = "drafted"
    WAITING = "waiting"
    CALL_BACK = "call-back"
    FIX_ADDRESS = "fix-address"
    ARRANGED = "arranged"
    RESCHEDULED = "rescheduled"
    NO_SHOW = "no-show"
    HELD = "held"
    RECORDED = "recorded"
    KEPT_IN_TOUCH = "kept-in-touch"
    REFUSED = "refused"
    CLOSED = "closed"
    CLOSED_NO_CONTACT = "closed-no-contact"
    DO_NOT_CONTACT = "do-not-contact"


class Action(StrEnum):
    PICK_CHANNEL = "pick-channel"
    REMIND_INTRODUCER = "remind-introducer"
    WRITE_MYSELF = "write-myself"
    CALL_TO_ARRANGE = "call-to-arrange"
    SEND = "send"
    CALL_AS_PROMISED = "call-as-promised"
    WRITE_AS_PROMISED = "write-as-promised"
    TRY_AGAIN = "try-again"
    MOVE_ON = "move-on"
    OPEN_SECOND_NAME = "open-second-name"
    CALL_BACK = "call-back"
    READ_REPLY = "read-reply"
    AGREE_ON_A_TIME = "agree-on-a-time"
    REASSURE = "reassure"
    FIND_ADDRESS = "find-address"
    PREPARE = "prepare"
    CONFIRM = "confirm"
    MEET = "meet"
    SAY_HOW_IT_WENT = "say-how-it-went"
    WRITE_AFTER_NO_SHOW = "write-after-no-show"
    DEBRIEF = "debrief"
    THANK = "thank"
    CLOSE_LOOPS = "close-loops"
    KEEP_IN_TOUCH = "keep-in-touch"
    THANK_FOR_THE_ANSWER = "thank-for-the-answer"
    NEXT_NAME = "next-name"


@dataclass(frozen=True)
class Move:
    """The next right step. due_on is a local date of the seeker."""

    action: Action
    due_on: date
    why: str


@dataclass(frozen=True)
class Standing:
    """next is None only for `closed`, `do-not-contact`, and a closed-no-contact whose next name has been taken up.

    attempts: counted against the cap. also: things that may be done beside the next move.
    """

    state: State
    attempts: int
    next: Move | None
    also: tuple[Move, ...] = ()
