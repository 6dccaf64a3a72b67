"""What a seeker does in the first step: wonder, shortlist, set aside, say what they want."""

from collections.abc import Callable

from django.db import transaction
from django.db.models import Max
from django.db.models.fields.json import KT
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose import published
from halfhour.choose.data_taken import note_data
from halfhour.choose.models import Candidate, DataTaken, Goal, InterestScore, Known, Occupation, Want
from halfhour.due.actions import refresh
from halfhour.history.actions import note
from halfhour.refused import Refused

Progress = Callable[[int, int], None]
FROM_THE_FACTS = ["soc", "name", "release", "has_data", "job_zone", "median_pay", "facts", "dropped_in"]
BATCH = 200


def load_occupations(progress: Progress | None = None) -> int:
    """Write the embedded occupations into the database; how many were written.

    Nothing happens when they are there already. Rows are updated in place, so people and shortlists keep pointing
    to them; descriptions and tasks of an official release stay; a code no longer in the facts is kept and marked.
    progress: called with (written, in all).
    """
    if not _facts_are_old():
        return 0
    rows = published.rows()
    # Texts of an official release stay, so what is said about where they are from stays too.
    texts = dict(Occupation.objects.exclude(description="").values_list("pk", KT("facts__text_release")))
    for row in rows:
        if texts.get(row.code):
            row.facts["text_release"] = texts[row.code]
    with transaction.atomic():
        for start in range(0, len(rows), BATCH):
            Occupation.objects.bulk_create(
                rows[start : start + BATCH],
                update_conflicts=True,
                unique_fields=["code"],
                update_fields=FROM_THE_FACTS,
            )
            if progress:
                progress(min(start + BATCH, len(rows)), len(rows))
        gone = Occupation.objects.filter(dropped_in="").exclude(code__in=[r.code for r in rows])
        gone.update(dropped_in=rows[0].release)
        note_data(DataTaken.What.FACTS, release=rows[0].release)
    return len(rows)


def _facts_are_old() -> bool:
    """Rows an official release wrote carry a stamp of their own and are not ours to overwrite."""
    sample = Occupation.objects.filter(code="15-1252.00").values_list("facts", flat=True).first()
    written = (sample or {}).get("stamp", "")
    return written != published.stamp() and (not written or written.startswith("embedded "))


@transaction.atomic
def add_candidate(
    user: User,
    *,
    words: str,
    occupation: Occupation | None = None,
    parent: Candidate | None = None,
    expectation: str = "",
) -> Candidate:
    """Put an occupation on the shortlist in the seeker's own words.

    The same words for the same occupation again give the row that is there; words already used for another
    occupation give way to the occupation's name. One that was set aside comes back with everything it had.
    """
    words = " ".join(words.split())[:200] or (occupation.name if occupation else "")
    if not words:
        raise Refused(_("Write a few words for what you wonder about."))
    mine = Candidate.objects.visible_to(user)
    same = mine.filter(words__iexact=words).order_by("dropped_at")
    found = same.filter(dropped_at=None).first() or same.first()
    if found and occupation and found.occupation_id not in (None, occupation.pk):
        words, found = occupation.name, mine.filter(words=occupation.name).first()
    if found is None:
        last = mine.open().aggregate(last=Max("position"))["last"]
        found = Candidate.objects.create(
            owner=user,
            words=words,
            occupation=occupation,
            parent=parent,
            expectation=expectation.strip(),
            position=0 if last is None else last + 1,
            added_at=clock.now(),
        )
        note(user, "choose.added", found, occupation=found.occupation_id)
    else:
        if found.dropped_at is not None:
            note(user, "choose.taken_back", found)
        found.dropped_at, found.dropped_because = None, ""
        found.occupation = found.occupation or occupation
        found.save(update_fields=["dropped_at", "dropped_because", "occupation"])
    refresh(found)
    return found


@transaction.atomic
def describe_candidate(candidate: Candidate, *, words: str, expectation: str) -> Candidate:
    """Change what the seeker calls it and what they think it is like."""
    words = " ".join(words.split())
    others = Candidate.objects.visible_to(candidate.owner).open().exclude(pk=candidate.pk)
    if others.filter(words=words).exists():
        raise Refused(_("“%(words)s” is already on your shortlist.") % {"words": words})
    candidate.words, candidate.expectation = words, expectation.strip()
    candidate.save(update_fields=["words", "expectation"])
    note(candidate.owner, "choose.described", candidate)
    refresh(candidate)
    return candidate


@transaction.atomic
def say_which_occupation(candidate: Candidate, *, occupation: Occupation | None) -> Candidate:
    """Link own words to a standard occupation, or take the link away."""
    candidate.occupation = occupation
    candidate.save(update_fields=["occupation"])
    note(candidate.owner, "choose.coded", candidate, occupation=candidate.occupation_id)
    refresh(candidate)
    return candidate


@transaction.atomic
def drop_candidate(candidate: Candidate, *, because: str) -> Candidate:
    """Set an occupation aside, with the reason. That is a result, not a failure; nothing about it is deleted."""
    candidate.dropped_at, candidate.dropped_because = clock.now(), because.strip()
    candidate.save(update_fields=["dropped_at", "dropped_because"])
    note(candidate.owner, "choose.set_aside", candidate)
    refresh(candidate)
    return candidate


@transaction.atomic
def not_for_me(user: User, *, occupation: Occupation, because: str) -> Candidate:
    """Say no to a proposed occupation, with the reason, so that it isn't proposed again."""
    known = Candidate.objects.visible_to(user).filter(occupation=occupation).first()
    if known is None:
        known = Candidate.objects.create(
            owner=user, words=occupation.name, occupation=occupation, added_at=clock.now()
        )
    return drop_candidate(known, because=because)


@transaction.atomic
def move_candidate(candidate: Candidate, *, up: bool) -> None:
    """One place up or down on the shortlist; at the end of it nothing happens."""
    order = list(Candidate.objects.visible_to(candidate.owner).shortlist())
    here = next((i for i, c in enumerate(order) if c.pk == candidate.pk), None)
    if here is None:
        return
    there = here - 1 if up else here + 1
    if not 0 <= there < len(order):
        return
    order[here], order[there] = order[there], order[here]
    for position, item in enumerate(order):
        item.position = position
    Candidate.objects.bulk_update(order, ["position"])
    note(candidate.owner, "choose.moved", candidate, position=there)


@transaction.atomic
def add_want(user: User, *, text: str, kind: str = Want.Kind.OTHER, must: bool = False) -> Want:
    """Say something wanted in a job; the same words again change its kind and weight."""
    text = " ".join(text.split())[:200]
    if not text:
        raise Refused(_("Write a few words for what you want."))
    want, _made = Want.objects.update_or_create(
        owner=user,
        text=text,
        defaults={"kind": kind, "must": must},
        create_defaults={"kind": kind, "must": must, "added_at": clock.now()},
    )
    note(user, "choose.wanted", want)
    return want


@transaction.atomic
def remove_want(want: Want) -> None:
    note(want.owner, "choose.no_longer_wanted", want)
    want.delete()


@transaction.atomic
def set_goal(user: User, *, text: str) -> Goal:
    """Say what it is all for; earlier versions stay with their dates."""
    text = " ".join(text.split())
    latest = Goal.objects.visible_to(user).first()
    if latest is not None and latest.text == text:
        return latest
    goal = Goal.objects.create(owner=user, text=text, at=clock.now())
    note(user, "choose.goal", goal)
    return goal


@transaction.atomic
def mark_known(candidate: Candidate, *, facts: dict[str, str]) -> None:
    """Make the facts the seeker has already read exactly these (fact -> note, may be empty)."""
    Known.objects.filter(candidate=candidate).exclude(fact__in=facts).delete()
    for fact, text in facts.items():
        Known.objects.update_or_create(
            owner=candidate.owner,
            candidate=candidate,
            fact=fact,
            defaults={"note": text},
            create_defaults={"note": text, "at": clock.now()},
        )
    note(candidate.owner, "choose.read_about", candidate, facts=len(facts))


@transaction.atomic
def record_interests(user: User, *, scores: dict[str, int], how: str) -> InterestScore:
    """Keep one result of an interest inventory: R I A S E C, 0 to 100 each."""
    result = InterestScore.objects.create(owner=user, scores=scores, how=how, at=clock.now())
    note(user, "choose.interests", result)
    return result
