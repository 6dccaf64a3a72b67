"""When a message may arrive, when it is tried again, and whose answer one is."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from halfhour.mail.providers import PROVIDERS, provider_of
from halfhour.mail.rules.addresses import same_box
from halfhour.mail.rules.hours import next_working_moment
from halfhour.mail.rules.matching import Awaited, How, Seen, bare_subject, match
from halfhour.mail.rules.retries import next_try

SEATTLE, BERLIN = ZoneInfo("America/Los_Angeles"), ZoneInfo("Europe/Berlin")
HOURS = {
    "in working hours": ("2026-11-23T09:30", SEATTLE, "2026-11-23T09:30"),
    "the first minute": ("2026-11-23T08:00", SEATTLE, "2026-11-23T08:00"),
    "before opening": ("2026-11-23T05:00", SEATTLE, "2026-11-23T08:00"),
    "after closing": ("2026-11-23T18:00", SEATTLE, "2026-11-24T08:00"),
    "Friday evening": ("2026-11-27T18:30", SEATTLE, "2026-11-30T08:00"),
    "Sunday": ("2026-11-29T12:00", SEATTLE, "2026-11-30T08:00"),
    "over the change to summer time": ("2026-03-28T23:00", BERLIN, "2026-03-30T08:00"),
    "over the change to winter time": ("2026-10-24T23:00", BERLIN, "2026-10-26T08:00"),
}


@pytest.mark.parametrize("case", HOURS)
def test_next_working_moment(case: str) -> None:
    moment, zone, wanted = HOURS[case]
    told = next_working_moment(datetime.fromisoformat(moment).replace(tzinfo=zone), zone)
    assert told.astimezone(zone) == datetime.fromisoformat(wanted).replace(tzinfo=zone)
    assert told.tzinfo is UTC


MADE = datetime(2026, 11, 23, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    ("tries", "minutes"), [(0, 1), (1, 1), (2, 5), (3, 30), (4, 120), (5, 240), (50, 240)]
)
def test_next_try(tries: int, minutes: int) -> None:
    assert next_try(MADE, MADE, tries) == MADE + timedelta(minutes=minutes)


def test_it_is_given_up_after_five_days() -> None:
    assert next_try(MADE, MADE + timedelta(days=4, hours=19), 9) is not None
    assert next_try(MADE, MADE + timedelta(days=4, hours=20), 9) is None


ADA = Awaited(
    ("contact.approach", 1), "Adaeze Okafor", frozenset({"ada@x.example"}), frozenset({"A question"}), MADE
)
BEN = Awaited(
    ("contact.approach", 2),
    "Ben Ode",
    frozenset({"ben@x.example"}),
    frozenset({"A question"}),
    MADE + timedelta(days=1),
)
OURS = {"m1@y": (("contact.approach", 1), "ada@x.example")}
CASES = {
    "by id": (("ada@x.example", "", "Whatever", ("m1@y",)), (1, How.ID)),
    "by id, capitals": (("ADA@X.example", "", "Whatever", ("m1@y",)), (1, How.ID)),
    "by id from elsewhere": (("sam@x.example", "", "", ("m1@y",)), (1, How.ID_OTHER_ADDRESS)),
    "by sender and subject": (("ben@x.example", "", "Re: A question", ()), (2, How.SUBJECT)),
    "German mark": (("ada@x.example", "", "AW: A  Question", ()), (1, How.SUBJECT)),
    "the subject without a mark": (("ada@x.example", "", "A question", ()), (1, How.ADDRESS)),
    "another subject": (("ada@x.example", "", "Lunch", ()), (1, How.ADDRESS)),
    "by name": (("a@home.example", "OKAFOR, Adaeze", "Hi", ()), (1, How.NAME)),
    "by name with a title": (("a@home.example", "Dr. Adaeze Okafor", "Hi", ()), (1, How.NAME)),
    "first name only": (("a@home.example", "Adaeze", "Hi", ()), None),
    "a stranger": (("z@home.example", "Zoe Zed", "Re: A question", ()), None),
    "an unknown id": (("z@home.example", "", "Re: A question", ("other@y",)), None),
    "nobody": (("", "", "", ()), None),
}


@pytest.mark.parametrize("case", CASES)
def test_match(case: str) -> None:
    (sender, name, subject, ids), wanted = CASES[case]
    found = match(Seen(sender, name, subject, ids, MADE + timedelta(days=2)), [ADA, BEN], OURS)
    assert (found and (found.thing[1], found.how)) == wanted


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Dana@Example.COM", "dana@example.com", True),
        ("dana+work@example.com", "dana@example.com", True),
        ("d.a.n.a@gmail.com", "dana+x@googlemail.com", True),
        ("d.ana@example.com", "dana@example.com", False),
        ("dana@example.com", "dana@example.org", False),
        ("+dana@example.com", "+ben@example.com", False),
    ],
)
def test_two_spellings_of_one_mailbox(one: str, other: str, same: bool) -> None:
    assert (same_box(one) == same_box(other)) is same
    assert same_box(one)


@pytest.mark.parametrize("text", ["", "dana", "@example.com", "dana@"])
def test_what_is_no_address_is_no_mailbox(text: str) -> None:
    assert same_box(text) == ""


def test_fault_47_an_address_that_is_noted_with_them_is_theirs_and_no_other() -> None:
    ada = Awaited(ADA.thing, ADA.name, frozenset({"ada@x.example", "Ada.Home@z.example"}), ADA.subjects, MADE)
    for sender, how in (
        ("ada.home@z.example", How.ID),
        ("ada+list@x.example", How.ID),
        ("assistant@x.example", How.ID_OTHER_ADDRESS),
        ("", How.ID_OTHER_ADDRESS),
    ):
        found = match(Seen(sender, "", "", ("m1@y",), MADE), [ada], OURS)
        assert found is not None
        assert found.how is how


def test_what_came_before_the_letter_is_no_answer_to_it() -> None:
    seen = Seen("ada@x.example", "", "Re: A question", (), MADE - timedelta(days=1))
    assert match(seen, [ADA, BEN], {}) is None


def test_bare_subject() -> None:
    assert bare_subject("Re: AW: RE[2]: Über Ton") == "uber ton"


def test_every_domain_has_one_provider() -> None:
    domains = [d for p in PROVIDERS for d in p.domains]
    assert len(domains) == len(set(domains))
    assert all(provider_of(f"x@{d.upper()}").domains for d in domains)
    assert provider_of("x@school.example").key == "other"
