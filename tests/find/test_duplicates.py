"""Whom a row of a file is among the people who are here."""

import random

import pytest

from halfhour.find.rules.duplicates import Index, repeats
from halfhour.find.rules.evidence import record_of
from halfhour.find.rules.facts import Facts, fingerprint
from halfhour.find.rules.incoming import Kind
from halfhour.find.rules.names import make_nicknames

NICKNAMES = make_nicknames([("Robert", ["Bob", "Rob"]), ("Michael", ["Mike"])])


def person(name: str, **more: object) -> Facts:
    given, _, family = name.partition(" ")
    return Facts(name=name, given=given, family=family, **more)  # type: ignore[arg-type]  # fields by name


PEOPLE = [
    (1, person("Robert Achterberg", emails=("rob@a.example",), organisation="Ferro Works", title="Welder")),
    (2, person("Maya Okafor", url="https://www.linkedin.com/in/maya-okafor", organisation="Northlight")),
    (3, person("John Smith", organisation="Acme Inc", title="Accountant", phones=("+1 303 555 0100",))),
    (4, person("John Smith", organisation="Zenith", title="Pilot")),
    (5, person("Jane Smith", phones=("303-555-0100",))),
    (6, person("Wilhelmina Tanqueray", address="Bern")),
]


@pytest.mark.parametrize(
    ("row", "verdict", "who"),
    [
        pytest.param(
            person("Bob Achterberg", emails=("ROB@a.example",)), Kind.SAME, 1, id="nickname and address"
        ),
        pytest.param(
            person("Bob Achterberg", organisation="Ferro Works Ltd"),
            Kind.SAME,
            1,
            id="nickname and organisation",
        ),
        pytest.param(
            person("Maya Okafor-Lind", url="http://linkedin.com/in/Maya-Okafor/?x=1"),
            Kind.SAME,
            2,
            id="page, married since",
        ),
        pytest.param(
            person("Maya Okafor", url="https://www.linkedin.com/in/maya-okafor-2"),
            Kind.NEW,
            None,
            id="two pages are two people",
        ),
        pytest.param(
            person("John Smith", organisation="ACME"), Kind.SAME, 3, id="common name, same organisation"
        ),
        pytest.param(person("John Smith", organisation="Elsewhere"), Kind.ASK, None, id="common name alone"),
        pytest.param(person("Wilhelmina Tanqueray"), Kind.SAME, 6, id="very rare name in a short list"),
        pytest.param(
            person("Wilhelmina Tanquerey", address="Bern"), Kind.SAME, 6, id="slip in a rare name, same town"
        ),
        pytest.param(
            person("Jack Smith", phones=("303 555 0100",)), Kind.NEW, None, id="one telephone in a household"
        ),
        pytest.param(person("Ada Lovelace"), Kind.NEW, None, id="nobody"),
        pytest.param(Facts(), Kind.NEW, None, id="nothing known"),
        pytest.param(Facts(emails=("rob@a.example",)), Kind.SAME, 1, id="only the address"),
    ],
)
def test_verdicts(row: Facts, verdict: Kind, who: int | None) -> None:
    [match] = Index(PEOPLE, nicknames=NICKNAMES).match([row])
    assert match.verdict is verdict
    if who is not None:
        assert match.person_id == who


def test_reasons_are_in_words() -> None:
    [match] = Index(PEOPLE, nicknames=NICKNAMES).match(
        [person("Bob Achterberg", emails=("rob@a.example", "x@y.example"))]
    )
    assert match.reasons == ("same e-mail address", "one given name is short for the other")
    assert match.score > 0.99


EVERYTHING = ("everything the row tells is the same",)


def test_a_row_that_tells_exactly_what_is_here_changes_nothing_even_for_a_common_name() -> None:
    people = [
        (n, person(f"{given} {family}"))
        for n, (given, family) in enumerate([("John", "Smith"), ("Mary", "Smith"), ("John", "Lee")] * 40)
    ]
    [match] = Index(people).match([person("John Smith")])
    assert (match.verdict, match.reasons, people[match.person_id or 0][1].name) == (
        Kind.SAME,
        EVERYTHING,
        "John Smith",
    )


def test_a_row_of_an_earlier_import_finds_its_person_again_whatever_changed_since() -> None:
    row = person("John Smith", organisation="Acme", title="Clerk")
    index = Index(
        [(3, person("J. Smith", organisation="Zenith")), (4, person("John Smith", organisation="Zenith"))]
    )
    [match] = index.match([row], known={fingerprint(row): 3})
    assert (match.verdict, match.person_id, match.reasons) == (
        Kind.SAME,
        3,
        ("this very row was imported before",),
    )
    [gone] = index.match([row], known={fingerprint(row): 99})
    assert gone.verdict is Kind.ASK


def test_a_dismissed_pair_is_not_offered_again() -> None:
    index = Index(PEOPLE, nicknames=NICKNAMES)
    row = person("Wilhelmina Tanqueray")
    [match] = index.match([row], dismissed={(0, 6)})
    assert (match.verdict, match.person_id) == (Kind.NEW, None)


def test_people_added_later_are_found() -> None:
    index = Index(PEOPLE)
    index.add(9, person("Ada Lovelace", emails=("ada@x.example",)))
    [match] = index.match([person("Ada Lovelace", emails=("ada@x.example",))])
    assert (match.verdict, match.person_id) == (Kind.SAME, 9)


def test_repeats_within_a_file() -> None:
    rows = [
        person("Ann Leroux", emails=("a@x.example",)),
        person("Tom Vidal"),
        person("Anne Leroux", emails=("a@x.example",)),
        person("Ann Leroux", emails=("other@x.example",)),
        person("Ann Leroux", emails=("a@x.example",)),
    ]
    assert repeats(rows) == {2: 0, 4: 0}


def test_a_name_alone_never_joins_in_a_long_list() -> None:
    rng = random.Random(3)
    letters = "abcdefghijklmnopqrstuvwxyz"
    people = [
        (n, person(f"{''.join(rng.choices(letters, k=6))} {''.join(rng.choices(letters, k=8))}"))
        for n in range(20_100)
    ]
    people.append((99_999, person("Wilhelmina Tanqueray")))
    [match] = Index(people).match([person("Wilhelmina Tanqueray")])
    assert (match.verdict, match.person_id) == (Kind.ASK, 99_999)


def test_in_a_made_up_world_few_joins_are_wrong() -> None:
    """A tiny world with the habits that mislead: common names, households, job changes, nicknames."""
    rng = random.Random(11)
    given = ["Robert", "Michael", "Anna", "Maria", "John", "Linda", "Tao", "Ines", "Kofi", "Sven"]
    family = [
        "Smith",
        "Garcia",
        "Lee",
        "Okafor",
        "Tanaka",
        *(f"Zur{c}{d}an" for c in "aeiou" for d in "bdgklmnp"),
    ]
    firms = [f"Firm {n}" for n in range(60)]
    world = []
    for n in range(900):
        first, last = rng.choice(given), rng.choice(family[:5]) if rng.random() < 0.4 else rng.choice(family)
        world.append((first, last, rng.choice(firms), f"p{n}@mail.example", f"303555{n:04d}"))

    def seen(n: int) -> Facts:
        first, last, firm, mail, phone = world[n]
        if rng.random() < 0.15:
            first = {"Robert": "Bob", "Michael": "Mike"}.get(first, first)
        return person(
            f"{first} {last}",
            organisation=firm if rng.random() < 0.7 else rng.choice(firms),
            emails=(mail,) if rng.random() < 0.5 else (),
            phones=(phone,) if rng.random() < 0.5 else (),
        )

    index = Index(((n, seen(n)) for n in range(600)), nicknames=NICKNAMES)
    truth = [rng.randrange(900) for _ in range(900)]
    matches = index.match([seen(n) for n in truth])
    joined = [
        (m.person_id, n)
        for m, n in zip(matches, truth, strict=True)
        if m.verdict is Kind.SAME
        and m.reasons != EVERYTHING  # such a row has nothing to add to the wrong person
    ]
    wrong = sum(a != b for a, b in joined)
    there = sum(n < 600 for n in truth)
    assert wrong <= 0.01 * len(joined)
    assert len(joined) >= 0.5 * there


def test_keeping_only_who_shares_a_key_changes_no_answer() -> None:
    here = [
        person(
            f"G{'aeiou'[n % 5]}an Family{'abcdefghijklm'[n % 13]}",
            organisation=f"Company {n % 5}",
            emails=(f"p{n}@x.example",) if n % 3 else (),
        )
        for n in range(400)
    ]
    rows = [*here[::9], person("Someone Unheardof"), person("Gian Familyc", organisation="Elsewhere")]
    whole = Index(enumerate(here), nicknames=NICKNAMES)
    records = [record_of(row, NICKNAMES) for row in rows]
    part = Index(enumerate(here), nicknames=NICKNAMES, near=records)
    assert len(part) == len(whole)
    assert list(part.matches(rows, records)) == whole.match(rows)
    assert repeats(rows, nicknames=NICKNAMES) == repeats(rows, records=records)
