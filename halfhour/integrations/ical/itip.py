"""Answers to our invitations, and invitations to us, applied to the event that is stored (RFC 5546).

Nothing is applied blindly: the newest message wins whatever order they come in (SEQUENCE, then DTSTAMP), the
same message twice changes nothing, and who may say what is checked when the mail's sender is known.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from halfhour.integrations.ical.lines import Component, Property, parse, write
from halfhour.integrations.ical.occurrences import key_of, starts_of
from halfhour.integrations.ical.reader import Event, address, event_of
from halfhour.integrations.ical.rule import Budget, OutOfStepsError
from halfhour.integrations.ical.values import When, later, when_of
from halfhour.integrations.ical.zones import FileZones

MAX_REPETITIONS = 2000
_REPEATING = ("RRULE", "RDATE", "EXDATE", "EXRULE")


class Step(StrEnum):
    """What a message asks for."""

    REPLY = "REPLY"
    COUNTER = "COUNTER"
    CANCEL = "CANCEL"
    REQUEST = "REQUEST"


class Verdict(StrEnum):
    """APPLIED: the stored event changed. PROPOSED: a person must decide. SAME: nothing new. REFUSED: not applied."""

    APPLIED = "applied"
    PROPOSED = "proposed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Applied:
    """calendar: the event to store, None when there is nothing to store. why: one sentence for the page.

    event: what the message says, for showing (the new time of a COUNTER). answer: PARTSTAT of a REPLY, empty
    otherwise; keep its `event.stamped` and give it back as `last_answer` when the same person answers again.
    """

    verdict: Verdict
    why: str
    calendar: bytes | None = None
    event: Event | None = None
    answer: str = ""


def apply_itip(
    message: bytes,
    stored: bytes | None,
    *,
    sender: str | None = None,
    ours: str | None = None,
    last_answer: datetime | None = None,
) -> Applied:
    """Apply one message to the stored event, or say why not.

    stored: the calendar with the event as it is kept, None when there is none. sender: the address the mail
    came from; None skips the check of who may speak. ours: our own address, so that nobody changes a meeting we
    organise. last_answer: the DTSTAMP of the answer this person gave before, so that an older one that comes
    later changes nothing. Raises Refused for a file over the limits.
    """
    arrived = parse(message)
    calendar = next(arrived.walk("VCALENDAR"), arrived)
    method = calendar.value("METHOD").upper()
    events = list(calendar.walk("VEVENT"))
    if method not in Step.__members__ or not events:
        return Applied(Verdict.REFUSED, "This is no invitation, answer or cancellation.", stored)
    event = event_of(events[0], FileZones(arrived))
    kept = _kept(stored, events[0].value("UID"))
    if sender is not None:
        stranger = _stranger(Step(method), event, kept, sender.strip().lower(), (ours or "").strip().lower())
        if stranger:
            return Applied(Verdict.PROPOSED, stranger, stored, event)
    if method == Step.REQUEST:
        return _request(calendar, events, kept, stored, event)
    if kept is None:
        return Applied(Verdict.REFUSED, "It is about an event that is not here.", stored, event)
    if method == Step.REPLY:
        stamp = event.stamped.at if event.stamped else None
        if last_answer and stamp and stamp < last_answer:
            return Applied(Verdict.SAME, "A later answer is already here.", stored, event)
        return _reply(events, kept, stored, event)
    if method == Step.CANCEL:
        return _cancel(events, kept, stored, event)
    return Applied(Verdict.PROPOSED, "They propose another time.", stored, event)


def _kept(stored: bytes | None, uid: str) -> Component | None:
    """The stored calendar when it holds that event."""
    if not stored:
        return None
    root = parse(stored)
    calendar = next(root.walk("VCALENDAR"), None)
    if calendar is None or not any(e.value("UID") == uid for e in calendar.walk("VEVENT")):
        return None
    return calendar


def _stranger(step: Step, event: Event, kept: Component | None, sender: str, ours: str) -> str:
    """Say in a sentence why the sender may not do this; empty when they may."""
    known = [event_of(e, FileZones(kept)) for e in kept.walk("VEVENT")] if kept else []
    organizer = known[0].organizer if known else event.organizer
    if step in (Step.REPLY, Step.COUNTER):
        invited = {a.email for e in known for a in e.attendees}
        speaking = {a.email for a in event.attendees}
        if speaking and sender not in speaking:
            return f"{sender} answers in the name of {', '.join(sorted(speaking)[:2])}."
        if sender not in invited:
            return f"{sender} answers, but was not invited."
        return ""
    if ours and organizer == ours:
        return f"{sender} wants to change a meeting that is yours."
    if organizer and sender != organizer:
        return f"{sender} wants to change a meeting of {organizer}."
    return ""


def _request(
    calendar: Component, events: list[Component], kept: Component | None, stored: bytes | None, event: Event
) -> Applied:
    new = Component("VCALENDAR", [p for p in calendar.properties if p.name != "METHOD"], calendar.children)
    if kept is None:
        return Applied(Verdict.APPLIED, "A new invitation.", _bytes(new), event)
    order = _newer(events[0], _like_it(events[0], kept))
    if order < 0:
        return Applied(Verdict.SAME, "An older version than the one here.", stored, event)
    text = _bytes(new)
    if order == 0 and _plain(new) == _plain(kept):
        return Applied(Verdict.SAME, "Nothing new in it.", stored, event)
    if events[0].get("RECURRENCE-ID") is not None:
        text = _bytes(_with_repetitions(kept, events))
    return Applied(Verdict.APPLIED, "The invitation has changed.", text, event)


def _with_repetitions(kept: Component, events: list[Component]) -> Component:
    """The stored series with the repetitions that the message brings put in their place."""
    zones = FileZones(kept)
    changed = {_moment(e, zones) for e in events}
    children = [
        c
        for c in kept.children
        if c.name != "VEVENT" or c.get("RECURRENCE-ID") is None or _moment(c, zones) not in changed
    ]
    return Component("VCALENDAR", kept.properties, [*children, *events])


def _cancel(events: list[Component], kept: Component, stored: bytes | None, event: Event) -> Applied:
    zones = FileZones(kept)
    done = False
    for message in events:
        if _newer(message, _like_it(message, kept)) < 0:
            continue
        moment = _moment(message, zones)
        targets = [e for e in kept.walk("VEVENT") if moment is None or _moment(e, zones) == moment]
        if not targets and moment is not None:
            made = _repetition(kept, moment, zones)
            targets = [made] if made else []
            kept.children.extend(targets)
        for target in targets:
            before = (target.value("STATUS").upper(), target.value("SEQUENCE"))
            _set(target, Property("STATUS", {}, "CANCELLED"))
            if message.get("SEQUENCE"):
                _set(target, Property("SEQUENCE", {}, message.value("SEQUENCE")))
            done = done or before != (target.value("STATUS"), target.value("SEQUENCE"))
    if not done:
        return Applied(Verdict.SAME, "It is cancelled already, or a newer version is here.", stored, event)
    return Applied(Verdict.APPLIED, "They call it off.", _bytes(kept), event)


def _reply(events: list[Component], kept: Component, stored: bytes | None, event: Event) -> Applied:
    zones = FileZones(kept)
    master = next((e for e in kept.walk("VEVENT") if e.get("RECURRENCE-ID") is None), None)
    answer = event.attendees[0].status if event.attendees else ""
    done = late = False
    for message in events:
        said = message.get("ATTENDEE")
        if said is None:
            continue
        moment = _moment(message, zones)
        target = next((e for e in kept.walk("VEVENT") if _moment(e, zones) == moment), None)
        if target is None and master is not None and moment is not None:
            target = _repetition(kept, moment, zones)
            if target is not None:
                kept.children.append(target)
        if target is None:
            continue
        if _answers_old_version(message, target):
            late = True
            continue
        done = _set_answer(target, said, message) or done
    if master is None or not done:
        why = "It answers an older version of the invitation." if late else "Nothing new in it."
        return Applied(Verdict.SAME if master is not None else Verdict.REFUSED, why, stored, event, answer)
    return Applied(Verdict.APPLIED, "They answered the invitation.", _bytes(kept), event, answer)


def _set_answer(target: Component, said: Property, message: Component) -> bool:
    """Write an attendee's answer into the event; an attendee nobody invited is added (RFC 5546 section 3.2.3)."""
    status = (said.param("PARTSTAT") or "NEEDS-ACTION").upper()
    request = message.value("REQUEST-STATUS").split(";")[0] or "2.0"
    for place, found in enumerate(target.properties):
        if found.name != "ATTENDEE" or address(found.value) != address(said.value):
            continue
        params = {k: v for k, v in found.params.items() if k not in ("RSVP", "SCHEDULE-STATUS")}
        params["PARTSTAT"] = [status]
        new = Property("ATTENDEE", {**params, "SCHEDULE-STATUS": [request]}, found.value)
        same = found.params.get("PARTSTAT") == [status] and "RSVP" not in found.params
        target.properties[place] = new
        return not same
    params = {"PARTSTAT": [status], **({"CN": [said.param("CN")]} if said.param("CN") else {})}
    target.properties.append(Property("ATTENDEE", params, said.value))
    return True


def _answers_old_version(message: Component, target: Component) -> bool:
    asked, has = _number(message, "SEQUENCE"), _number(target, "SEQUENCE")
    return message.get("SEQUENCE") is not None and asked < has


def _repetition(calendar: Component, moment: object, zones: FileZones) -> Component | None:
    """One repetition of the stored series as an event of its own; None when the series has none then."""
    master = next((e for e in calendar.walk("VEVENT") if e.get("RECURRENCE-ID") is None), None)
    first = when_of(master.get("DTSTART"), zones) if master else None
    if master is None or first is None:
        return None
    try:
        for count, at in enumerate(starts_of(master, first, zones, Budget(20_000))):
            if key_of(at) == moment:
                return _copy_at(master, first, at, zones)
            if count > MAX_REPETITIONS:
                break
    except OutOfStepsError:
        return None
    return None


def _copy_at(master: Component, first: When, at: When, zones: FileZones) -> Component:
    start = master.get("DTSTART") or Property("DTSTART", {}, "")
    end = master.get("DTEND")
    out = []
    for found in master.properties:
        if found.name in _REPEATING:
            continue
        if found.name == "DTSTART":
            out.append(Property("DTSTART", start.params, _stamp(at)))
        elif found.name == "DTEND" and end is not None:
            moved = _moved_end(first, at, when_of(end, zones), zones)
            out.append(Property("DTEND", end.params, _stamp(moved)) if moved else end)
        else:
            out.append(found)
    return Component(
        "VEVENT", [*out, Property("RECURRENCE-ID", start.params, _stamp(at))], list(master.children)
    )


def _moved_end(first: When, at: When, end: When | None, zones: FileZones) -> When | None:
    if end is None:
        return None
    if at.day is not None and first.day is not None and end.day is not None:
        return When(day=at.day + (end.day - first.day))
    if first.local is not None and end.local is not None:
        return later(at, end.local - first.local, zones)
    return None


def _stamp(when: When) -> str:
    if when.day is not None:
        return when.day.strftime("%Y%m%d")
    local = when.local.strftime("%Y%m%dT%H%M%S") if when.local else ""
    return local + ("Z" if when.zone == "UTC" else "")


def _moment(component: Component, zones: FileZones) -> object:
    found = when_of(component.get("RECURRENCE-ID"), zones)
    return key_of(found) if found else None


def _like_it(message: Component, kept: Component) -> Component | None:
    zones = FileZones(kept)
    moment = _moment(message, zones)
    events = list(kept.walk("VEVENT"))
    return next((e for e in events if _moment(e, zones) == moment), events[0] if events else None)


def _newer(message: Component, target: Component | None) -> int:
    """Compare a message with what is stored: 1 newer, 0 the same version, -1 older (RFC 5546 section 2.1.5)."""
    if target is None:
        return 1
    mine = (_number(message, "SEQUENCE"), message.value("DTSTAMP"))
    theirs = (_number(target, "SEQUENCE"), target.value("DTSTAMP"))
    if mine[0] != theirs[0]:
        return 1 if mine[0] > theirs[0] else -1
    if not mine[1] or not theirs[1] or mine[1] == theirs[1]:
        return 0
    return 1 if mine[1] > theirs[1] else -1


def _number(component: Component, name: str) -> int:
    value = component.value(name)
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else 0


def _set(component: Component, new: Property) -> None:
    for place, found in enumerate(component.properties):
        if found.name == new.name:
            component.properties[place] = new
            return
    component.properties.append(new)


def _plain(calendar: Component) -> list[str]:
    return sorted(line for e in calendar.walk("VEVENT") for line in write(e).split("\r\n"))


def _bytes(calendar: Component) -> bytes:
    return write(calendar).encode("utf-8")
