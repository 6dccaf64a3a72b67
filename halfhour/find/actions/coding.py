"""Which occupation and level people's titles say; the seeker's word wins, and is learned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from django.db import connection, transaction
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import Level, User
from halfhour.choose import facts
from halfhour.choose.models import Candidate, Occupation
from halfhour.choose.rules.cleaning import normal
from halfhour.due.actions import refresh
from halfhour.find.models import Correction, Person
from halfhour.find.rules.routes import is_route
from halfhour.history.actions import note

if TYPE_CHECKING:  # numpy comes with it, and is imported when the first title is read
    from halfhour.choose.rules.coding import Coded

SEEKER, CODER = "seeker", "coder"


def code_people(user: User, *, limit: int = 500) -> int:
    """Read the titles of up to `limit` people nobody has read yet; how many were read.

    What the seeker said about someone's occupation or level stays. A person without a title counts as read.
    """
    waiting = list(
        Person.objects.visible_to(user).uncoded().order_by("pk").values_list("pk", "title")[:limit]
    )
    nothing = _said_to_be_nothing(user)
    titles = sorted({title for _pk, title in waiting if title.strip() and normal(title) not in nothing})
    found = dict(zip(titles, _code(user, titles), strict=True))
    wanted = {c.codes[0].code for c in found.values() if c.codes}
    known = set(Occupation.objects.filter(code__in=wanted).values_list("pk", flat=True))
    _write([(pk, title, found.get(title)) for pk, title in waiting], known)
    return len(waiting)


def _code(user: User, titles: Sequence[str]) -> list[Coded]:
    """Ask the coder once for all titles, with what this seeker wants and has corrected."""
    if not titles:
        return []
    wanted = Candidate.objects.visible_to(user).open().exclude(occupation=None)
    corrected = Correction.objects.visible_to(user).exclude(occupation=None)
    return facts.load_coder().code(
        titles,
        targets=frozenset(wanted.values_list("occupation", flat=True)),
        corrections=dict(corrected.values_list("title", "occupation")),
    )


def _said_to_be_nothing(user: User) -> set[str]:
    """Titles the seeker has said are none of the list."""
    return set(Correction.objects.visible_to(user).filter(occupation=None).values_list("title", flat=True))


def _write(rows: Sequence[tuple[int, str, Coded | None]], known: set[str]) -> None:
    """One prepared statement for each row: for thousands of people far quicker than one CASE over all of them."""
    now = connection.ops.adapt_datetimefield_value(clock.now())
    values = []
    for pk, title, coded in rows:
        first = coded.codes[0] if coded and coded.codes else None
        code = first.code if first and first.code in known else None
        score = first.score if first and code else None
        reason = coded.reason if coded else _("You said so.") if title.strip() else _("No title to read.")
        level = coded.level.value if coded else Level.UNKNOWN.value
        values.append((code, score, reason[:300], CODER, level, is_route(title, code), now, pk))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany(
            """
            UPDATE find_person SET
                occupation_id = CASE WHEN code_by = 'seeker' THEN occupation_id ELSE %s END,
                code_score = CASE WHEN code_by = 'seeker' THEN code_score ELSE %s END,
                code_reason = CASE WHEN code_by = 'seeker' THEN code_reason ELSE %s END,
                code_by = CASE WHEN code_by = 'seeker' THEN code_by ELSE %s END,
                level = CASE WHEN level_by = 'seeker' THEN level ELSE %s END,
                route_only = %s,
                coded_at = %s
            WHERE id = %s AND coded_at IS NULL
            """,
            values,
        )


def proposals(user: User, person: Person) -> Coded | None:
    """What the coder makes of one person's title, with its first five; None without a title."""
    return _code(user, [person.title])[0] if person.title.strip() else None


def readings(user: User, titles: Iterable[str]) -> dict[str, Coded]:
    """What the coder makes of each title, in one batch; titles that the seeker has said are nothing are left out."""
    nothing = _said_to_be_nothing(user)
    wanted = sorted({t for t in titles if t.strip() and normal(t) not in nothing})
    return dict(zip(wanted, _code(user, wanted), strict=True))


@transaction.atomic
def correct_occupation(person: Person, *, occupation: Occupation | None, learn: bool = True) -> Person:
    """Confirm or correct what a person does; None means "none of the list".

    learn: remember it for this title, so everyone who has it and nobody judged by hand follows, now and later.
    """
    person.occupation, person.code_by, person.code_score = occupation, SEEKER, None
    person.code_reason = _("You said so.")
    person.route_only = is_route(person.title, person.occupation_id)
    person.coded_at = person.coded_at or clock.now()
    person.save(
        update_fields=["occupation", "code_by", "code_score", "code_reason", "route_only", "coded_at"]
    )
    title = normal(person.title)[:200]
    if learn and title:
        Correction.objects.update_or_create(
            owner=person.owner, title=title, defaults={"occupation": occupation, "at": clock.now()}
        )
        same = Person.objects.visible_to(person.owner).current().filter(title__iexact=person.title)
        same.exclude(code_by=SEEKER).update(
            occupation=occupation,
            code_score=None,
            code_reason=_("As you said for “%(title)s”.") % {"title": person.title[:200]},
        )
    note(person.owner, "find.corrected", person, occupation=person.occupation_id)
    refresh(person)
    return person


@transaction.atomic
def correct_level(person: Person, *, level: str) -> Person:
    """Say how much responsibility a person has."""
    person.level, person.level_by = level, SEEKER
    person.save(update_fields=["level", "level_by"])
    note(person.owner, "find.level", person, level=level)
    refresh(person)
    return person
