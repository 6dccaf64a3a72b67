"""The dated facts from which the standing of one person is read.

Source: Informational Interviewing Part 1, "Making Contact": introduction, letter or e-mail, telephone; what is kept about
each is a default of ours. Every date is a local date of the seeker.
"""

from dataclasses import dataclass
from datetime import date

from halfhour.contact.rules.attempts import MAX_ATTEMPTS, Attempt, Reply
from halfhour.contact.rules.promises import Promise


@dataclass(frozen=True)
class Introduction:
    """Asking an acquaintance to ask. agreed_on: they will ask; handed_over_on: they have asked, I may call.

    told_on: they have heard how it ended.
    """

    introducer: str
    asked_on: date
    reminded_on: date | None = None
    agreed_on: date | None = None
    handed_over_on: date | None = None
    declined_on: date | None = None
    told_on: date | None = None
    seq: int = 0
    handed_over_seq: int = 0


@dataclass(frozen=True)
class Meeting:
    """An agreed talk, as plain dates of the seeker.

    recorded_on: the debrief has its minimum. loop_due_on: the earliest news still owed to somebody.
    last_touch_on: the last friendly word after the talk.
    """

    starts_on: date
    agreed_on: date
    minutes: int = 30
    prepared_on: date | None = None
    confirmed_on: date | None = None
    cancelled_on: date | None = None
    no_show_on: date | None = None
    ended_on: date | None = None
    recorded_on: date | None = None
    thanked_on: date | None = None
    loop_due_on: date | None = None
    last_touch_on: date | None = None
    seq: int = 0


@dataclass(frozen=True)
class ApproachFacts:
    """What is known about asking one person.

    attempts and replies are those of the person over all approaches; what is dated before `opened_on` is counted
    and its refusals hold, but it does not move this approach. extra_attempts: attempts beyond the cap that the seeker
    allowed by hand, each with a logged reason (reopening after three allows one).
    refusal_thanked_on, next_name_on: the thanks after a no was sent; another name was taken up.
    organisation: the employer's name, empty when unknown (then there is no second name to open there).
    can_introduce: the name of an acquaintance who may know them, or empty.
    """

    opened_on: date | None = None
    drafted_on: date | None = None
    attempts: tuple[Attempt, ...] = ()
    promises: tuple[Promise, ...] = ()
    replies: tuple[Reply, ...] = ()
    introductions: tuple[Introduction, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    address_fixed_on: date | None = None
    closed_on: date | None = None
    do_not_contact_on: date | None = None
    refusal_thanked_on: date | None = None
    next_name_on: date | None = None
    second_name_on: date | None = None
    organisation: str = ""
    phone_known: bool = True
    can_introduce: str = ""
    extra_attempts: int = 0
    max_attempts: int = MAX_ATTEMPTS
