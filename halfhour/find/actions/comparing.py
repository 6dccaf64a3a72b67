"""Looking for people who stand here twice: those not yet compared, with everyone."""

from collections.abc import Collection, Iterable, Iterator
from functools import cache

from django.db import transaction
from django.db.models import Q

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.find import held
from halfhour.find.actions.joining import PROGRAM, join_people
from halfhour.find.models import Pair, Person
from halfhour.find.rules.duplicates import Index, Likely
from halfhour.find.rules.facts import Facts
from halfhour.find.rules.names import make_nicknames
from halfhour.integrations.given_names import nickname_pairs
from halfhour.refused import Refused

AT_ONCE = 1000  # rows of one statement


def compare_people(user: User) -> int:
    """Compare everyone not compared yet with all others; how many were. Pairs for the seeker are kept, certain ones joined.

    Nobody is joined about whom the seeker has said anything that speaks against it.
    """
    new = set(uncompared(user))
    if not new:
        return 0
    everyone = list(held.people_of(user))
    index = Index(
        [*((person.person_id, person.facts) for person in everyone), *other_entries_of(user)],
        nicknames=nicknames(),
    )
    found = index.likely(new if len(new) < len(everyone) else None)
    _keep(user, new, found)
    return len(new)


def uncompared(user: User) -> list[int]:
    mine = Person.objects.visible_to(user).current().filter(compared_at=None)
    return list(mine.values_list("pk", flat=True))


@cache
def nicknames() -> dict[str, frozenset[str]]:
    return make_nicknames(nickname_pairs())


@transaction.atomic
def _keep(user: User, new: Collection[int], found: Iterable[Likely]) -> None:
    apart = said_to_be_two(user)
    ask, again = [], set()
    for likely in found:
        if (likely.one, likely.other) in apart:
            continue
        if likely.certain and _join(user, likely):
            again |= {likely.one, likely.other}  # compared once more, with what both knew
        else:
            ask.append(likely)
    waiting = Pair.objects.visible_to(user).filter(said=Pair.Said.WAITS)
    ids = sorted(new)
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        waiting.filter(Q(one__in=some) | Q(other__in=some)).delete()
        compared = Person.objects.filter(owner=user, pk__in=[pk for pk in some if pk not in again])
        compared.update(compared_at=clock.now())
    Pair.objects.bulk_create(
        (
            Pair(owner=user, one_id=p.one, other_id=p.other, score=p.score, reasons=list(p.reasons))
            for p in ask
        ),
        batch_size=AT_ONCE,
        ignore_conflicts=True,
    )


def other_entries_of(user: User) -> Iterator[tuple[int, Facts]]:
    """What joined entries were written like, with the id of the person they live on in: a later file knows them so."""
    into = _joined_into(user)
    rows = Person.objects.visible_to(user).exclude(merged_into=None).select_related("organisation")
    for person in rows.iterator(chunk_size=AT_ONCE):
        yield _now(person.pk, into), held.facts_of_person(person)


def said_to_be_two(user: User) -> set[tuple[int, int]]:
    """Pairs of present people that the seeker has told apart, also when one of them was joined with another since."""
    into = _joined_into(user)
    told = Pair.objects.visible_to(user).filter(said=Pair.Said.TWO).values_list("one", "other")
    pairs = ((_now(one, into), _now(other, into)) for one, other in told)
    return {(min(pair), max(pair)) for pair in pairs}


def _joined_into(user: User) -> dict[int, int]:
    joined = Person.objects.visible_to(user).exclude(merged_into=None)
    return {pk: into for pk, into in joined.values_list("pk", "merged_into") if into is not None}


def _now(pk: int, into: dict[int, int]) -> int:
    while pk in into:
        pk = into[pk]
    return pk


def _join(user: User, likely: Likely) -> bool:
    """Whether the two are one now."""
    people = Person.objects.visible_to(user).current().in_bulk([likely.one, likely.other])
    if len(people) < 2:
        return True  # one of them was joined with a third entry a moment ago
    if all("name" in person.typed for person in people.values()):
        return False  # the seeker typed both: perhaps on purpose
    try:
        join_people(people[likely.one], people[likely.other], by=PROGRAM, reasons=likely.reasons)
    except Refused:
        return False
    return True
