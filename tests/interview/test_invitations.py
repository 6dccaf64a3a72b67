"""Invitations that calendar programs open, and what comes back: proposed, never applied alone."""

import io
from datetime import UTC, date, datetime, time, timedelta
from email.message import EmailMessage

import icalendar
import pytest
import vobject
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.contact.models import Approach
from halfhour.interview import actions, invitations
from halfhour.interview.models import Interview, Proposed
from halfhour.refused import Refused

THEIRS = "a.okafor@example.com"
MINE = "maya@example.org"


@pytest.fixture
def talk(monday: datetime, approach: Approach) -> Interview:
    return actions.arrange(approach, on=date(2026, 12, 1), at=time(14), place="Lantern Games, front door")


def answer(
    talk: Interview,
    method: str = "REPLY",
    status: str = "ACCEPTED",
    *,
    at: datetime | None = None,
    stamp: str = "20261124T080000Z",
    sequence: int | None = None,
    who: str = THEIRS,
) -> bytes:
    """What their calendar sends back, made from the invitation it got."""
    calendar = icalendar.Calendar.from_ical(invitations.invitation_of(talk))
    calendar["METHOD"] = method
    event = calendar.walk("VEVENT")[0]
    del event["ATTENDEE"]
    person = icalendar.vCalAddress(f"MAILTO:{who}")
    person.params["PARTSTAT"] = status
    event.add("ATTENDEE", person)
    event["DTSTAMP"] = icalendar.vDDDTypes(datetime.strptime(stamp, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC))
    if sequence is not None:
        event["SEQUENCE"] = sequence
    if at is not None:
        event["DTSTART"], event["DTEND"] = (
            icalendar.vDDDTypes(at),
            icalendar.vDDDTypes(at + timedelta(minutes=20)),
        )
    return calendar.to_ical()


def test_fault_60_the_invitation_says_the_same_to_two_other_readers(talk: Interview) -> None:
    data = invitations.invitation_of(talk)
    by_icalendar = icalendar.Calendar.from_ical(data).walk("VEVENT")[0]
    by_vobject = vobject.readOne(data.decode()).vevent
    for start in (by_icalendar["DTSTART"].dt, by_vobject.dtstart.value):
        assert start.astimezone(UTC) == talk.starts_at
    assert str(by_icalendar["UID"]) == by_vobject.uid.value
    assert str(by_icalendar["ATTENDEE"]).lower() == by_vobject.attendee.value.lower() == f"mailto:{THEIRS}"
    assert str(by_icalendar["ORGANIZER"]) == f"mailto:{MINE}"
    assert "America/Los_Angeles" in str(by_icalendar["DESCRIPTION"])
    assert b"METHOD:REQUEST" in data


def test_fault_60_a_change_raises_the_sequence_and_a_cancel_cancels_under_the_same_uid(
    talk: Interview,
) -> None:
    first = icalendar.Calendar.from_ical(invitations.invitation_of(talk)).walk("VEVENT")[0]
    actions.reschedule(talk, on=date(2026, 12, 2), at=time(10))
    second = icalendar.Calendar.from_ical(invitations.invitation_of(talk)).walk("VEVENT")[0]
    actions.cancel(talk)
    data = invitations.invitation_of(talk)
    last = icalendar.Calendar.from_ical(data).walk("VEVENT")[0]
    assert first["UID"] == second["UID"] == last["UID"]
    assert first["SEQUENCE"] < second["SEQUENCE"] < last["SEQUENCE"]
    assert (b"METHOD:CANCEL" in data, str(last["STATUS"])) == (True, "CANCELLED")


@pytest.mark.parametrize(
    ("status", "kind"), [("ACCEPTED", "accepted"), ("DECLINED", "declined"), ("TENTATIVE", "tentative")]
)
def test_fault_51_an_answer_is_proposed_and_nothing_changes_by_itself(
    maya: User, talk: Interview, status: str, kind: str
) -> None:
    taken = invitations.take(answer(talk, status=status), maya, THEIRS)
    talk.refresh_from_db()
    assert taken.proposed is not None
    assert (taken.proposed.kind, taken.proposed.trusted) == (kind, True)
    assert (talk.confirmed_at, talk.cancelled_at) == (None, None)


def test_taken_up_an_acceptance_confirms_and_a_refusal_takes_the_talk_off(
    maya: User, talk: Interview
) -> None:
    yes = invitations.take(answer(talk), maya, THEIRS).proposed
    invitations.decide(yes, take_up=True)  # type: ignore[arg-type]  # it is one
    talk.refresh_from_db()
    assert talk.confirmed_at is not None
    no = invitations.take(answer(talk, status="DECLINED", stamp="20261125T080000Z"), maya, THEIRS).proposed
    invitations.decide(no, take_up=True)  # type: ignore[arg-type]  # it is one
    talk.refresh_from_db()
    assert talk.cancelled_at is not None


@pytest.mark.parametrize("sender", ["stranger@example.net", None])
def test_fault_52_an_answer_from_someone_who_was_not_invited_says_so(
    maya: User, talk: Interview, sender: str | None
) -> None:
    taken = invitations.take(answer(talk, who="stranger@example.net"), maya, sender)
    assert taken.proposed is not None
    assert taken.proposed.trusted is False
    assert "was not invited" in taken.why


def test_fault_52_an_answer_in_the_name_of_another_is_not_theirs(maya: User, talk: Interview) -> None:
    taken = invitations.take(answer(talk), maya, "stranger@example.net")
    assert taken.proposed is not None
    assert (taken.proposed.trusted, taken.proposed.sender) == (False, "stranger@example.net")


@pytest.mark.parametrize("method", ["CANCEL", "REQUEST"])
def test_fault_53_a_stranger_cannot_call_off_or_move_our_talk(
    maya: User, talk: Interview, method: str
) -> None:
    moved = answer(talk, method, at=datetime(2026, 12, 9, 20, tzinfo=UTC), sequence=9)
    taken = invitations.take(moved, maya, "stranger@example.net")
    talk.refresh_from_db()
    assert taken.proposed is not None
    assert taken.proposed.trusted is False
    assert (talk.cancelled_at, talk.on) == (None, date(2026, 12, 1))


def test_fault_54_out_of_order_and_twice_the_newest_wins(maya: User, talk: Interview) -> None:
    newer = answer(talk, status="DECLINED", stamp="20261125T080000Z")
    older = answer(talk, stamp="20261124T080000Z")
    assert invitations.take(newer, maya, THEIRS).proposed is not None
    assert invitations.take(older, maya, THEIRS).proposed is None
    assert invitations.take(newer, maya, THEIRS).proposed is None
    assert list(Proposed.objects.filter(decided_at=None).values_list("kind", flat=True)) == ["declined"]


def test_fault_54_an_answer_to_the_time_before_counts_no_more(maya: User, talk: Interview) -> None:
    old = answer(talk)
    actions.reschedule(talk, on=date(2026, 12, 2), at=time(10))
    taken = invitations.take(old, maya, THEIRS)
    assert (taken.proposed, "older version" in taken.why) == (None, True)


def test_fault_55_another_time_is_shown_with_yes_and_no(as_maya: Client, maya: User, talk: Interview) -> None:
    wanted = datetime(2026, 12, 3, 23, tzinfo=UTC)  # 15:00 in Seattle
    taken = invitations.take(answer(talk, "COUNTER", "TENTATIVE", at=wanted), maya, THEIRS)
    assert taken.proposed is not None
    page = " ".join(as_maya.get(f"/interview/talks/{talk.pk}/").content.decode().split())
    assert "They propose Thursday 3 December at 15:00, your time." in page
    assert "This is the new time" in page
    as_maya.post(f"/interview/talks/{talk.pk}/answers/{taken.proposed.pk}/", {"take": "yes"})
    talk.refresh_from_db()
    assert (talk.starts_at, talk.sequence) == (wanted, 1)
    as_maya.post(f"/interview/talks/{talk.pk}/answers/{taken.proposed.pk}/", {"take": "yes"})
    talk.refresh_from_db()
    assert talk.sequence == 1


def test_left_another_time_changes_nothing(as_maya: Client, maya: User, talk: Interview) -> None:
    taken = invitations.take(answer(talk, "COUNTER", at=datetime(2026, 12, 3, 23, tzinfo=UTC)), maya, THEIRS)
    as_maya.post(f"/interview/talks/{talk.pk}/answers/{taken.proposed.pk}/", {"take": "no"})  # type: ignore[union-attr]
    talk.refresh_from_db()
    assert (talk.on, invitations.waiting_for(talk)) == (date(2026, 12, 1), [])


def test_fault_58_a_time_in_a_zone_nobody_knows_is_asked_and_not_guessed(maya: User, talk: Interview) -> None:
    data = answer(talk, "COUNTER").replace(b"TZID=America/Los_Angeles", b"TZID=Middle-Earth")
    head, _zone, rest = data.partition(b"BEGIN:VTIMEZONE")
    data = head + rest.partition(b"END:VTIMEZONE\r\n")[2]
    taken = invitations.take(data, maya, THEIRS)
    assert taken.proposed is not None
    assert (taken.proposed.starts_at, taken.proposed.trusted) == (None, False)
    with pytest.raises(Refused, match="at what hour"):
        invitations.decide(taken.proposed, take_up=True)


def test_an_invitation_of_their_own_is_taken_for_the_talk_that_comes(maya: User, talk: Interview) -> None:
    data = answer(talk, "REQUEST", at=datetime(2026, 12, 4, 18, tzinfo=UTC))
    data = data.replace(b"UID:invitation-", b"UID:outlook-").replace(
        f"mailto:{MINE}".encode(), f"mailto:{THEIRS}".encode()
    )
    taken = invitations.take(data, maya, THEIRS)
    assert taken.proposed is not None
    assert (taken.proposed.kind, taken.proposed.trusted) == ("other_time", True)


def test_nothing_of_somebody_else_is_touched(maya: User, outsider: User, talk: Interview) -> None:
    with pytest.raises(Refused, match="no talk that is here"):
        invitations.take(answer(talk), outsider, THEIRS)


def test_a_file_or_a_whole_mail_is_dropped_on_the_page(as_maya: Client, talk: Interview) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = f"Dr Okafor <{THEIRS}>", MINE, "Accepted: talk"
    mail.set_content("Accepted")
    mail.add_alternative(answer(talk).decode(), subtype="calendar", params={"method": "REPLY"})
    for name, data in (("mail.eml", mail.as_bytes()), ("a.ics", answer(talk, stamp="20261126T080000Z"))):
        file = SimpleUploadedFile(name, data)
        page = as_maya.post(
            f"/interview/talks/{talk.pk}/answers/", {"file": file}, follow=True
        ).content.decode()
        assert "The invitation was accepted." in page
    assert Proposed.objects.filter(trusted=True, sender=THEIRS).count() == 2
    for junk in (b"", b"hello", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR", b"\xff" * 100):
        file = io.BytesIO(junk)
        file.name = "x.ics"
        answer_page = as_maya.post(f"/interview/talks/{talk.pk}/answers/", {"file": file}, follow=True)
        assert answer_page.status_code == 200


def test_without_addresses_it_says_what_is_missing(as_maya: Client, maya: User, talk: Interview) -> None:
    talk.person.email = ""
    talk.person.save()
    answer_page = as_maya.get(f"/interview/talks/{talk.pk}/invitation.ics")
    assert answer_page.status_code == 409
    assert "needs the e-mail address of Adaeze Okafor" in answer_page.content.decode()


ZONES = [
    "America/Los_Angeles",
    "Europe/Berlin",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "America/St_Johns",
]
WALLS = [
    (date(2027, 3, 14), time(2, 30)),  # does not exist in Los Angeles
    (date(2027, 3, 28), time(2, 30)),  # does not exist in Berlin
    (date(2026, 11, 1), time(1, 30)),  # happens twice in Los Angeles
    (date(2027, 10, 31), time(2, 30)),  # happens twice in Berlin
    (date(2027, 7, 1), time(9)),
]


@pytest.mark.parametrize("zone", ZONES)
def test_fault_18_across_every_change_of_clocks_page_file_and_reminder_show_the_same_instant(
    as_maya: Client, maya: User, approach: Approach, zone: str
) -> None:
    from halfhour.interview.calendar import entry
    from halfhour.interview.words import local_start

    maya.seeker.timezone = zone
    maya.seeker.save()
    approach.owner.seeker.refresh_from_db()
    with clock.at(datetime(2026, 10, 20, tzinfo=UTC)):
        talk = actions.arrange(approach, on=date(2026, 10, 25), at=time(9), format="phone")
        for on, at in WALLS:
            talk = actions.reschedule(talk, on=on, at=at)
            talk.refresh_from_db()
            for data in (invitations.invitation_of(talk), entry(talk)):
                event = icalendar.Calendar.from_ical(data).walk("VEVENT")[0]
                assert event["DTSTART"].dt.astimezone(UTC) == talk.starts_at
            page = as_maya.get(f"/interview/talks/{talk.pk}/").content.decode()
            shown = local_start(talk)
            assert shown.strftime("%H:%M") in page
            assert shown.astimezone(UTC) == talk.starts_at
            exists = (
                datetime.combine(on, at, clock.zone_of(zone)).astimezone(UTC).astimezone(clock.zone_of(zone))
            )
            assert (talk.on, talk.local_time) == (on, at)  # the agreed wall time is kept
            assert shown.replace(tzinfo=None) == exists.replace(tzinfo=None)
