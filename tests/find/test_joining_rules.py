"""What one entry becomes when two are joined: column by column, without a database."""

from datetime import date
from typing import Any

import pytest

from halfhour.find.rules.joining import Entry, joined, kept_of

EMPTY: dict[str, Any] = {
    **dict.fromkeys(
        ("name", "given", "family", "title", "email", "phone", "url", "note", "salutation", "pronoun", "timezone"), ""
    ),
    **dict.fromkeys(("prefers", "relationship", "how_met", "school", "association", "hometown"), ""),
    **dict.fromkeys(("something_for_them", "postal_address", "address_from", "does_it", "level_by", "code_by"), ""),
    **dict.fromkeys(("organisation_id", "job_as_of", "occupation_id", "code_score", "coded_at", "candidate_id"), None),
    **dict.fromkeys(("swept_at", "connected_on", "do_not_contact_at", "source_id"), None),
    "code_reason": "",
    "route_only": False,
    "level": "unknown",
    "save_for_later": False,
    "typed": [],
    "more": {},
}  # fmt: skip


def entry(
    number: int, *, source: str = "", may_be_named: bool = True, hangs_on: int = 0, **columns: Any
) -> Entry:
    return Entry(number, EMPTY | columns, source, may_be_named, hangs_on)


@pytest.mark.parametrize(
    ("one", "other", "stays"),
    [
        (entry(1), entry(2), 1),
        (entry(1), entry(2, hangs_on=1), 2),
        (entry(1), entry(2, typed=["name"]), 2),
        (entry(2, hangs_on=1), entry(1, typed=["name", "title"]), 2),
    ],
    ids=["here first", "more hangs on it", "typed by hand", "what hangs on it before what was typed"],
)
def test_who_stays(one: Entry, other: Entry, stays: int) -> None:
    assert kept_of(one, other)[0].person_id == kept_of(other, one)[0].person_id == stays


JAN, FEB = date(2026, 1, 1), date(2026, 2, 1)


@pytest.mark.parametrize(
    ("kept", "gone", "becomes"),
    [
        ({"email": "a@x.org"}, {"email": "A@X.org"}, {}),
        ({"email": "a@x.org"}, {"email": "b@x.org"}, {"more": {"emails": ["b@x.org"]}}),
        ({}, {"email": "b@x.org"}, {"email": "b@x.org"}),
        ({"given": "A."}, {"name": "Ann Lee", "given": "Ann", "family": "Lee"}, {"name": "Ann Lee", "given": "Ann", "family": "Lee"}),
        ({"name": "Annie", "given": "A.", "typed": ["name"]}, {"name": "Ann Lee", "given": "Ann"}, {}),
        ({"title": "Nurse", "job_as_of": JAN}, {"title": "Baker", "job_as_of": FEB}, {"title": "Baker", "job_as_of": FEB}),
        ({"title": "Nurse", "job_as_of": FEB}, {"title": "Baker", "job_as_of": JAN}, {}),
        ({"title": "Nurse", "typed": ["title"]}, {"title": "Baker", "job_as_of": FEB}, {}),
        ({"note": "Met in May."}, {"note": "Likes tea."}, {"note": "Met in May.\n\nLikes tea."}),
        ({"note": "Met in May. Likes tea."}, {"note": "Likes tea."}, {}),
        ({"do_not_contact_at": None}, {"do_not_contact_at": FEB}, {"do_not_contact_at": FEB}),
        ({"do_not_contact_at": JAN}, {"do_not_contact_at": FEB}, {}),
        ({"level": "heads", "level_by": "seeker"}, {"level": "working", "level_by": "seeker"}, {}),
        ({"code_by": "coder", "occupation_id": "a"}, {"code_by": "seeker", "occupation_id": "b"}, {"code_by": "seeker", "occupation_id": "b"}),
        ({"save_for_later": False}, {"save_for_later": True}, {"save_for_later": True}),
    ],
    ids=[
        *("the same address", "another address", "an address", "a fuller name", "a typed name stays", "the later job"),
        *("an earlier job", "a typed job stays", "both notes", "a note once", "left alone", "left alone since the first wish"),
        *("two words on the level", "the seeker's word on the work", "kept for later"),
    ],
)  # fmt: skip
def test_what_the_kept_one_becomes(
    kept: dict[str, Any], gone: dict[str, Any], becomes: dict[str, Any]
) -> None:
    found = joined(entry(1, **kept), entry(2, **gone))
    assert {name: value for name, value in found.items() if name != "typed"} == becomes


@pytest.mark.parametrize(
    ("kept", "gone", "takes"),
    [
        ("network", "acquaintance", True),
        ("acquaintance", "network", False),
        ("school", "referral", True),
        ("", "other", True),
        ("article", "event", False),
    ],
)
def test_the_source_that_says_more_comes_first(kept: str, gone: str, takes: bool) -> None:
    found = joined(entry(1, source=kept, source_id=1), entry(2, source=gone, source_id=2))
    assert found.get("source_id") == (2 if takes else None)


def test_a_friend_who_may_not_be_named_says_no_more_than_a_school() -> None:
    gone = entry(2, source="referral", source_id=2, may_be_named=False)
    assert "source_id" not in joined(entry(1, source="school", source_id=1), gone)
