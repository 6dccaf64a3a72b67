"""What a user does about a talk: agree on it, move it, hold it, mark what is said, end it, or log a chat afterwards."""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact import actions as contact
from halfhour.contact.models import Approach
from halfhour.due.actions import refresh
from halfhour.find.models import Person
from halfhour.history.actions import note
from halfhour.interview.models import Interview, Mark
from halfhour.prepare import actions as prepare
from halfhour.refused import Refused

LATE_MARKS = timedelta(days=7)  # a mark kept in the browser may arrive this late and still keep its own time
AHEAD = timedelta(minutes=5)  # a browser's clock may run ahead of ours by this much
MAY_GO_ON = timedelta(hours=3)  # an end that was a slip of the finger can be taken back for so long


@transaction.atomic
def arrange(
    approach: Approach,
    *,
    on: date,
    at: time,
    minutes: int | None = None,
    format: str = Interview.Format.VISIT,
    place: str = "",
    link_or_number: str = "",
    zone: str = "",
) -> Interview:
    """Agree on a talk: local day and time in the seeker's zone unless another is given. The same again is one talk.

    Refused when another time already stands, when the day is over, and when contact has ended for good.
    """
    owner = approach.owner
    zone = zone or owner.seeker.timezone
    starts_at = instant(on, at, zone)
    standing = coming_for(approach)
    if standing is not None:
        if standing.starts_at == starts_at:
            return standing
        raise Refused(_("You have already agreed on a time with them. Change that one instead."))
    _refuse_when_over(approach, on=on, zone=zone)
    interview = Interview.objects.create(
        owner=owner,
        approach=approach,
        person=approach.person,
        candidate=approach.candidate,
        format=format,
        minutes=minutes or approach.minutes,
        on=on,
        local_time=at,
        timezone=zone,
        starts_at=starts_at,
        place=place.strip(),
        link_or_number=link_or_number.strip(),
        agreed_at=clock.now(),
    )
    note(owner, "interview.arranged", interview, on=on, minutes=interview.minutes)
    contact.note_arranged(approach, on=local_day(starts_at, owner))
    _tell_the_plan(interview)
    refresh(interview)
    return interview


@transaction.atomic
def talk_now(approach: Approach, *, minutes: int | None = None, format: str = "phone") -> Interview:
    """They said "let's talk now": a talk that starts this minute, with the plan as it is."""
    standing = coming_for(approach)
    if standing is not None and standing.started_at is not None:
        return standing
    now = clock.now()
    here = now.astimezone(clock.zone_of(approach.owner.seeker.timezone))
    if standing is not None:
        return reschedule(standing, on=here.date(), at=here.time().replace(second=0, microsecond=0))
    return arrange(
        approach,
        on=here.date(),
        at=here.time().replace(second=0, microsecond=0),
        minutes=minutes,
        format=format,
        link_or_number=approach.person.phone if format == Interview.Format.PHONE else "",
    )


@transaction.atomic
def reschedule(interview: Interview, *, on: date, at: time, zone: str = "") -> Interview:
    """Another day or time for the same talk; its calendar entry is replaced, not doubled."""
    _refuse_unless_coming(interview)
    zone = zone or interview.timezone
    starts_at = instant(on, at, zone)
    if starts_at == interview.starts_at:
        return interview
    interview.on, interview.local_time, interview.timezone = on, at, zone
    interview.starts_at, interview.confirmed_at = starts_at, None
    interview.sequence += 1
    interview.save(update_fields=["on", "local_time", "timezone", "starts_at", "confirmed_at", "sequence"])
    note(interview.owner, "interview.moved", interview, on=on)
    if interview.approach is not None:
        contact.note_arranged(interview.approach, on=local_day(starts_at, interview.owner))
    _tell_the_plan(interview)
    refresh(interview)
    return interview


@transaction.atomic
def describe(
    interview: Interview, *, format: str, minutes: int, place: str = "", link_or_number: str = ""
) -> Interview:
    """Change how the two meet, not when: in person, by telephone, by video."""
    _refuse_unless_coming(interview)
    interview.format, interview.minutes = format, minutes
    interview.place, interview.link_or_number = place.strip(), link_or_number.strip()
    interview.sequence += 1
    interview.save(update_fields=["format", "minutes", "place", "link_or_number", "sequence"])
    note(interview.owner, "interview.described", interview, minutes=minutes)
    _tell_the_plan(interview)
    refresh(interview)
    return interview


@transaction.atomic
def say_before(interview: Interview, *, confidence: int | None, expected: int | None) -> None:
    """How sure of myself I feel before the talk, and how much I expect to learn: 0 to 100, or nothing."""
    interview.confidence_before, interview.expected_to_learn = confidence, expected
    interview.save(update_fields=["confidence_before", "expected_to_learn"])
    note(interview.owner, "interview.said_before", interview)


@transaction.atomic
def confirm(interview: Interview) -> Interview:
    """The confirmation went out, by whatever way; saying so twice changes nothing."""
    _refuse_unless_coming(interview)
    if interview.confirmed_at is None:
        interview.confirmed_at = clock.now()
        interview.save(update_fields=["confirmed_at"])
        note(interview.owner, "interview.confirmed", interview)
        refresh(interview)
    return interview


@transaction.atomic
def cancel(interview: Interview) -> Interview:
    """The agreed time fell through, on either side; another can be agreed on."""
    return _falls_through(interview, "cancelled_at", "interview.cancelled")


@transaction.atomic
def miss(interview: Interview) -> Interview:
    """The time came and the talk did not take place."""
    return _falls_through(interview, "missed_at", "interview.missed")


@transaction.atomic
def start_interview(interview: Interview, *, at: datetime | None = None) -> Interview:
    """The talk begins; the clock counts from here. A second start changes nothing.

    at: when the start was pressed, when it could not be sent at once.
    """
    _refuse_unless_standing(interview)
    if interview.started_at is None:
        interview.started_at = _told(at)
        interview.save(update_fields=["started_at"])
        note(interview.owner, "interview.started", interview)
        refresh(interview)
    return interview


@transaction.atomic
def mark(
    interview: Interview,
    *,
    key: str,
    kind: str,
    at: datetime | None = None,
    plan_line: int | None = None,
    question: str = "",
    text: str = "",
) -> Mark:
    """Keep one key or tap. The same key arriving again is the same mark; a mark may arrive after the end."""
    made, new = Mark.objects.get_or_create(
        interview=interview,
        key=key[:40],
        defaults={
            "owner": interview.owner,
            "kind": kind,
            "at": _told(at),
            "plan_line": plan_line,
            "question": question[:400],
            "text": text.strip(),
        },
    )
    if new:
        note(interview.owner, f"interview.marked_{kind}", interview, mark=made.pk)
    if new and kind == Mark.Kind.EXTENDED and interview.extended_at is None:
        interview.extended_at = made.at
        interview.save(update_fields=["extended_at"])
    return made


@transaction.atomic
def end_interview(interview: Interview, *, at: datetime | None = None) -> Interview:
    """The talk is over: writing it down and the thank-you become due. A second end changes nothing."""
    _refuse_unless_standing(interview)
    if interview.ended_at is not None:
        return interview
    end = _told(at)
    if interview.started_at is None:
        agreed = min(interview.starts_at, end)
        interview.started_at = max(agreed, end - timedelta(minutes=interview.minutes))
    interview.ended_at = max(end, interview.started_at)
    interview.save(update_fields=["started_at", "ended_at"])
    note(interview.owner, "interview.ended", interview, minutes=interview.actual_minutes)
    _tell_the_approach(interview)
    refresh(interview)
    return interview


@transaction.atomic
def go_on(interview: Interview) -> Interview:
    """The end was a slip of the finger: the talk goes on."""
    if interview.ended_at is None:
        return interview
    if clock.now() - interview.ended_at > MAY_GO_ON or hasattr(interview, "debrief"):
        raise Refused(_("This talk is over and written down. Log a new one if you talked again."))
    interview.ended_at = None
    interview.save(update_fields=["ended_at"])
    note(interview.owner, "interview.went_on", interview)
    refresh(interview)
    return interview


@transaction.atomic
def log_chat(
    user: User,
    *,
    key: str,
    person: Person,
    candidate: Candidate,
    minutes: int,
    on: date | None = None,
    line: str = "",
    format: str = Interview.Format.VISIT,
    practice: bool = False,
) -> Interview:
    """Note a talk that needed no asking. The same form sent twice is one talk.

    It counts as a talk about that occupation, but for practice, which is no evidence. line: the one thing they said.
    """
    known = Interview.objects.visible_to(user).filter(key=key).first()
    if known is not None:
        return known
    zone = clock.zone_of(user.seeker.timezone)
    now = clock.now()
    here = now.astimezone(zone)
    on = on or here.date()
    if on > here.date():
        raise Refused(_("That day is still to come. Log a chat once you have talked."))
    ended = now if on == here.date() else datetime.combine(on, time(18), zone)
    started = ended - timedelta(minutes=minutes)
    interview = Interview.objects.create(
        owner=user,
        key=key,
        person=person,
        candidate=candidate,
        kind=Interview.Kind.PRACTICE if practice else Interview.Kind.CHAT,
        format=format,
        minutes=minutes,
        on=started.astimezone(zone).date(),
        local_time=started.astimezone(zone).time().replace(second=0, microsecond=0),
        timezone=user.seeker.timezone,
        starts_at=started,
        agreed_at=started,
        started_at=started,
        ended_at=ended,
    )
    note(user, "interview.logged", interview, minutes=minutes, practice=practice)
    if line.strip():
        mark(interview, key=f"{key}-line", kind=Mark.Kind.STAR, at=ended, text=line)
    refresh(interview)
    return interview


def coming_for(approach: Approach) -> Interview | None:
    """The one talk that is agreed and not yet over, when there is one."""
    return approach.interviews.standing().filter(ended_at=None).first()


def instant(on: date, at: time, zone: str) -> datetime:
    """The instant in UTC that a wall time means in a zone, by the zone's rules as they are known now."""
    return datetime.combine(on, at, clock.zone_of(zone)).astimezone(clock.zone_of("UTC"))


def local_day(moment: datetime, user: User) -> date:
    return moment.astimezone(clock.zone_of(user.seeker.timezone)).date()


def _told(at: datetime | None) -> datetime:
    """The time a browser gives, as long as it can be true; else now."""
    now = clock.now()
    if at is None or not now - LATE_MARKS <= at <= now + AHEAD:
        return now
    return at


def _falls_through(interview: Interview, field: str, verb: str) -> Interview:
    if getattr(interview, field) is not None:
        return interview
    _refuse_unless_coming(interview)
    setattr(interview, field, clock.now())
    interview.sequence += 1
    interview.save(update_fields=[field, "sequence"])
    note(interview.owner, verb, interview)
    if interview.approach is not None:
        contact.note_arranged(interview.approach, on=None)
        prepare.talk_agreed(interview.approach, starts_at=None, format="", minutes=interview.minutes)
    refresh(interview)
    return interview


def _tell_the_plan(interview: Interview) -> None:
    if interview.approach is not None:
        prepare.talk_agreed(
            interview.approach,
            starts_at=interview.starts_at,
            format=interview.format,
            minutes=interview.minutes,
        )


def _tell_the_approach(interview: Interview) -> None:
    if interview.approach is not None:
        contact.note_talked(interview.approach)
        prepare.talk_held(interview.approach)


def _refuse_when_over(approach: Approach, *, on: date, zone: str) -> None:
    if approach.person.do_not_contact_at is not None:
        raise Refused(_("They asked to be left alone."))
    if approach.closed_at is not None:
        raise Refused(_("Asking this person is closed. Take it up again first, if they answered after all."))
    if on < clock.today(zone):
        raise Refused(_("That day is over. Note a talk you have already had as a chat."))


def _refuse_unless_standing(interview: Interview) -> None:
    if interview.cancelled_at is not None or interview.missed_at is not None:
        raise Refused(_("This talk fell through. Agree on a new time first."))


def _refuse_unless_coming(interview: Interview) -> None:
    _refuse_unless_standing(interview)
    if interview.ended_at is not None:
        raise Refused(_("This talk is already over."))
