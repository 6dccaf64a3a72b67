"""The seeker's own calendar on a CalDAV server: when they are busy, and their talks written into it.

Pages never wait for it: they show what was read last and what is missing. The tick reads it every quarter of an hour and
writes what changed; a server that fails is asked again later and told about on the page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.contact.holidays_of import working_days_of
from halfhour.history.actions import note
from halfhour.integrations.caldav import client
from halfhour.integrations.guarded import Asking, NotAsked
from halfhour.integrations.ical.reader import read_ics
from halfhour.interview import actions
from halfhour.interview.calendar import entry
from halfhour.interview.models import Interview, OtherCalendar, Written
from halfhour.interview.rules.formats import buffer_warning
from halfhour.mail.passwords import locked, unlocked
from halfhour.refused import Refused

SECONDS = 3.0
READ_AGAIN = timedelta(minutes=15)
WEEKS_READ = 6
DAY_FROM, DAY_TO = time(9), time(17)
SLOT_MINUTES = 30
SLOTS_SHOWN, SLOTS_A_DAY = 8, 2


@dataclass(frozen=True)
class Slot:
    """A free time to offer. mine and theirs: in words, each in its own zone; theirs empty when it is the same."""

    starts_at: datetime
    mine: str
    theirs: str


def connect(
    user: User, *, url: str, username: str, password: str, calendar_url: str = "", private_ok: bool = False
) -> OtherCalendar | list[client.Found]:
    """Try the account and keep it; when it has several calendars and none was chosen, give them to choose from.

    Refused with the server's reason in a sentence. The password is kept encrypted.
    """
    how = Asking(private_ok=private_ok, user=username, password=password, seconds=2 * SECONDS)
    try:
        found = client.calendars(url.strip(), how)
    except NotAsked as why:
        raise Refused(str(why)) from why
    chosen = next((c for c in found if c.url == calendar_url), found[0] if len(found) == 1 else None)
    if not found:
        raise Refused(_("There is no calendar in this account."))
    if chosen is None:
        return found
    kept, _made = OtherCalendar.objects.update_or_create(
        owner=user,
        defaults={
            "url": url.strip(),
            "username": username,
            "password": locked(password),
            "private_ok": private_ok,
            "calendar_url": chosen.url,
            "name": chosen.name,
            "connected_at": clock.now(),
            "trouble": "",
            "busy": [],
            "busy_at": None,
        },
    )
    note(user, "interview.calendar_connected", kept)
    follow(kept)
    return kept


@transaction.atomic
def disconnect(user: User) -> None:
    """Forget the account. What was written there stays there."""
    for kept in OtherCalendar.objects.visible_to(user):
        note(user, "interview.calendar_disconnected", kept)
        kept.delete()


def follow_calendars() -> None:
    """For the tick: read and write every connected calendar whose time has come."""
    now = clock.now()
    stale = (
        Q(tried_at=None) | Q(tried_at__lt=now - READ_AGAIN) | Q(tried_at__gt=now)
    )  # the clock may have gone back
    for kept in OtherCalendar.objects.select_related("owner__seeker"):
        due = OtherCalendar.objects.filter(stale, pk=kept.pk).exists()
        if due or (not kept.trouble and next(_unwritten(kept), None) is not None):
            follow(kept)


def follow(kept: OtherCalendar) -> None:
    """Read when it is busy and write the talks that changed; what goes wrong is kept as a sentence."""
    now = clock.now()
    try:
        how = Asking(kept.private_ok, kept.username, unlocked(kept.password), SECONDS)
        times = client.busy(kept.calendar_url, how, now, now + timedelta(weeks=WEEKS_READ))
        kept.busy = [[a.isoformat(), b.isoformat()] for a, b in times]
        kept.busy_at, kept.trouble = now, ""
        for talk in list(_unwritten(kept)):
            _write(kept, talk, how)
    except (NotAsked, Refused) as why:
        kept.trouble = str(why)[:300]
    kept.tried_at = now
    kept.save(update_fields=["busy", "busy_at", "trouble", "tried_at"])


def _unwritten(kept: OtherCalendar) -> Iterator[Interview]:
    """Talks that are not there as they are here; practice and what is long over is not written."""
    mine = Interview.objects.visible_to(kept.owner).with_people().select_related("written", "owner__seeker")
    coming = mine.filter(kind=Interview.Kind.INTERVIEW, starts_at__gt=clock.now() - timedelta(days=1))
    for talk in coming.order_by("pk"):
        written = getattr(talk, "written", None)
        off = talk.cancelled_at is not None or talk.missed_at is not None
        if (written is None and not off) or (
            written is not None and not written.conflict and written.sequence != talk.sequence
        ):
            yield talk


def _write(kept: OtherCalendar, talk: Interview, how: Asking) -> None:
    written = getattr(talk, "written", None) or Written(owner=kept.owner, interview=talk)
    url = f"{kept.calendar_url.rstrip('/')}/halfhour-talk-{talk.pk}.ics"
    if written.url and written.url != url:
        written.etag = ""  # another calendar since: there it is new
    written.url = url
    try:
        if talk.cancelled_at is not None or talk.missed_at is not None:
            client.remove(url, how, etag=written.etag)
            written.etag = ""
        else:
            written.etag = client.put(url, how, entry(talk), etag=written.etag)
    except client.ChangedThere:
        data, written.etag = client.get(url, how)
        written.conflict, written.there_at = True, _start_in(data)
    written.sequence = talk.sequence
    written.save()


def _start_in(data: bytes) -> datetime | None:
    """When the event there says that the talk begins; None when it is gone or says nothing."""
    try:
        events = read_ics(data).events if data else ()
    except ValueError:
        return None
    return events[0].start.at if events and events[0].start is not None else None


def conflict_of(talk: Interview) -> Written | None:
    return Written.objects.filter(interview=talk, conflict=True).first()


@transaction.atomic
def settle(talk: Interview, *, take_theirs: bool) -> None:
    """Both were changed: take the time of the calendar, or write ours over it with the seeker's word."""
    written = Written.objects.filter(interview=talk, conflict=True).first()
    if written is None:
        return
    written.conflict = False
    if take_theirs and written.there_at is not None:
        early = (
            timedelta(minutes=10) if talk.format == Interview.Format.VISIT else timedelta()
        )  # the entry begins there
        local = (written.there_at + early).astimezone(clock.zone_of(talk.timezone))
        talk = actions.reschedule(talk, on=local.date(), at=local.time())
        written.sequence = talk.sequence
    else:
        written.sequence = -1  # so that it is written again
    written.save()


def free_times(user: User, minutes: int, their_zone: str = "") -> list[Slot]:
    """Times to offer in the coming two weeks: not busy, on working days, an hour away from other talks."""
    zone = clock.zone_of(user.seeker.timezone)
    now = clock.now()
    kept = OtherCalendar.objects.visible_to(user).first()
    busy = [(datetime.fromisoformat(a), datetime.fromisoformat(b)) for a, b in kept.busy] if kept else []
    talks = Interview.objects.visible_to(user).standing().filter(ended_at=None, starts_at__gte=now)
    others = list(talks.values_list("starts_at", "minutes"))
    found: list[Slot] = []
    today = now.astimezone(zone).date()
    working = working_days_of(user.seeker, today)
    for day in (today + timedelta(days=n) for n in range(1, 15)):
        if working.is_one(day):
            found += _slots_of(day, zone, minutes, busy, others, their_zone)
    return found[:SLOTS_SHOWN]


def _slots_of(day: date, zone, minutes, busy, others, their_zone: str) -> list[Slot]:  # type: ignore[no-untyped-def]
    found: list[Slot] = []
    local = datetime.combine(day, DAY_FROM, zone)
    last = datetime.combine(day, DAY_TO, zone)
    while local + timedelta(minutes=minutes) <= last and len(found) < SLOTS_A_DAY:
        start = local.astimezone(clock.zone_of("UTC"))
        end = start + timedelta(minutes=minutes)
        clash = any(a < end and start < b for a, b in busy)
        if not clash and buffer_warning(start, minutes, others) is None:
            found.append(Slot(start, _in_words(start, zone), _theirs(start, zone, their_zone)))
            local += timedelta(hours=3)
        else:
            local += timedelta(minutes=SLOT_MINUTES)
    return found


def _theirs(start: datetime, mine, their_zone: str) -> str:  # type: ignore[no-untyped-def]
    theirs = clock.zone_of(their_zone) if their_zone else mine
    if start.astimezone(theirs).utcoffset() == start.astimezone(mine).utcoffset():
        return ""
    return _in_words(start, theirs)


def _in_words(at: datetime, zone) -> str:  # type: ignore[no-untyped-def]
    local = at.astimezone(zone)
    return f"{date_format(local, 'l j F')}, {date_format(local, 'H:i')}"
