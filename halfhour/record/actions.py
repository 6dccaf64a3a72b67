"""What a user does after a talk: write down what was learned, half-done as often as they like."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.choose.actions import add_candidate
from halfhour.choose.models import Candidate
from halfhour.contact import actions as contact
from halfhour.due.actions import refresh
from halfhour.history.actions import note
from halfhour.interview.models import Interview
from halfhour.record import gaps, keeping
from halfhour.record.models import Advice, Debrief, Noted
from halfhour.record.naming import name_person
from halfhour.record.rules import debrief as rule
from halfhour.record.told import (
    AdviceTold,
    AnswerTold,
    OpportunityTold,
    PersonTold,
    QualityTold,
    StatementTold,
    StepTold,
    WayTold,
)
from halfhour.refused import Refused

FIELDS = frozenset(
    {
        "day_to_day", "environment", "surprised_me", "as_expected", "otherwise", "pay_told", "quote", "use", "years_in_job",
        "fit_interests", "fit_interests_because", "fit_skills", "fit_skills_because",
        "fit_personality", "fit_personality_because",
        "leaning_before", "leaning", "leaning_because", "confidence", "confidence_after", "learned",
        "they_spoke_percent", "referral_asked", "still_open", "do_differently",
        "resume_shown", "resume_suggestions", "search_suggestions", "goal_changed", "reflections",
    }
)  # fmt: skip


class Conflict(Refused):
    """The debrief was saved in another window since this form was shown."""

    def __init__(self, theirs: Debrief) -> None:
        super().__init__(_("This was changed in another window meanwhile. Nothing you typed is lost."))
        self.theirs = theirs


@transaction.atomic
def save_debrief(
    interview: Interview,
    *,
    version: int | None = None,
    digest: str = "",
    answers: Sequence[AnswerTold] = (),
    statements: Sequence[StatementTold] = (),
    people: Sequence[PersonTold] = (),
    path: Sequence[StepTold] = (),
    ways_in: Sequence[WayTold] = (),
    opportunities: Sequence[OpportunityTold] = (),
    qualities: Sequence[QualityTold] = (),
    advice: Sequence[AdviceTold] = (),
    discovered: Sequence[str] = (),
    wants: Mapping[int, bool | None] | None = None,
    lists: Mapping[str, Sequence[str]] | None = None,
    lists_empty: Mapping[str, str] | None = None,
    **fields: Any,
) -> Debrief:
    """Keep what was written down. What is left out stays as it was; a row whose main words are empty goes.

    wants: by the id of a want, whether this work offers it; None takes the word back. version: of the form that was filled in; Conflict is raised when another window saved since. digest: of that form,
    so the same form sent twice is saved once. Recorded as soon as the minimum is there.
    """
    if wrong := set(fields) - FIELDS:
        raise TypeError(f"a debrief has no {', '.join(sorted(wrong))}")
    refuse_unless_held(interview)
    debrief = debrief_of(interview)
    if version is not None and version != debrief.version:
        if digest and digest == debrief.saved_digest:
            return debrief
        raise Conflict(debrief)
    for name, value in fields.items():
        setattr(debrief, name, value)
    if lists_empty is not None:
        debrief.lists_empty = dict(lists_empty)
    debrief.typed, debrief.saved_digest = {}, digest
    debrief.version, debrief.saved_at = debrief.version + 1, clock.now()
    debrief.save()
    keeping.keep_answers(interview, answers)
    keeping.keep_statements(interview, statements)
    keeping.keep_lists(debrief, lists or {}, [name_person(interview, told) for told in people])
    keeping.keep_path(interview, path)
    keeping.keep_ways(interview, ways_in)
    keeping.keep_opportunities(interview, opportunities)
    keeping.keep_qualities(interview, qualities)
    keeping.keep_advice(interview, advice)
    keeping.keep_wants(interview, wants or {})
    for words in discovered:
        discover(interview, words)
    note(interview.owner, "record.saved", interview, version=debrief.version)
    _record_when_complete(interview, debrief)
    gaps.tell_prepare(interview)
    refresh(interview)
    return debrief


@transaction.atomic
def keep_typing(interview: Interview, *, version: int, typed: dict[str, list[str]]) -> Debrief:
    """Keep the form as it is while the typing pauses; nothing becomes a row before it is saved. Raises Conflict."""
    refuse_unless_held(interview)
    debrief = debrief_of(interview)
    if version != debrief.version:
        if typed == debrief.typed:
            return debrief
        raise Conflict(debrief)
    if typed != debrief.typed:
        debrief.typed, debrief.version, debrief.saved_at = typed, debrief.version + 1, clock.now()
        debrief.save(update_fields=["typed", "version", "saved_at"])
    return debrief


@transaction.atomic
def discover(interview: Interview, words: str) -> Candidate:
    """An occupation they mentioned goes to the shortlist, with who mentioned it."""
    words = " ".join(words.split())
    known = Candidate.objects.visible_to(interview.owner).filter(words__iexact=words).first()
    if known is not None:
        return known
    found = add_candidate(interview.owner, words=words)
    found.discovered_by = interview.person.name
    found.discovered_by_person = interview.person_id
    found.save(update_fields=["discovered_by", "discovered_by_person"])
    note(interview.owner, "record.discovered", found, interview=interview.pk)
    return found


@transaction.atomic
def mark_followed_up(entry: Noted, *, wanted: bool | None = None, done: bool | None = None) -> Noted:
    """Mark an entry of a list to follow up, or say that it was done."""
    if wanted is not None:
        entry.follow_up = wanted
    if done is not None:
        entry.followed_up_at = clock.now() if done else None
    entry.save(update_fields=["follow_up", "followed_up_at"])
    note(entry.owner, "record.follow_up", entry)
    return entry


@transaction.atomic
def do_advice(advice: Advice, *, done: bool = True) -> Advice:
    """A piece of advice was followed, an offer taken up, a promise kept."""
    advice.done_at = clock.now() if done else None
    advice.save(update_fields=["done_at"])
    note(advice.owner, "record.advice_done" if done else "record.advice_open", advice)
    refresh(advice)
    return advice


def missing_of(
    interview: Interview, debrief: Debrief | None = None, entries: Mapping[str, int] | None = None
) -> tuple[rule.Missing, ...]:
    """What the minimum still needs, in words; empty when the talk counts as recorded.

    entries: how many each of the six lists has, when it is known already.
    """
    if entries is None:
        debrief = debrief or Debrief.objects.filter(interview=interview).first()
        entries = Counter(debrief.noted.values_list("kind", flat=True)) if debrief else {}
    return rule.missing(
        rule.DebriefFacts(
            person=interview.person.name,
            occupation=interview.candidate.words,
            held_on=interview.on,
            minutes=interview.actual_minutes,
            entries=entries,
            empty=debrief.lists_empty if debrief else {},
            leaning=debrief.leaning if debrief else "",
            referral_asked=debrief.referral_asked if debrief else None,
            thanks_planned=interview.ended_at is not None,  # the end of a talk makes the thank-you due
        )
    )


def refuse_unless_held(interview: Interview) -> None:
    if interview.ended_at is None:
        raise Refused(_("The talk has not ended yet. Write it down when it is over."))
    if interview.kind == Interview.Kind.PRACTICE:
        raise Refused(_("This was practice. It is kept as practice and needs no record."))


def debrief_of(interview: Interview) -> Debrief:
    made, _new = Debrief.objects.select_for_update().get_or_create(
        interview=interview, defaults={"owner": interview.owner, "saved_at": clock.now()}
    )
    return made


def _record_when_complete(interview: Interview, debrief: Debrief) -> None:
    if debrief.recorded_at is not None or missing_of(interview, debrief):
        return
    debrief.recorded_at = clock.now()
    debrief.save(update_fields=["recorded_at"])
    note(interview.owner, "record.recorded", interview)
    if interview.approach is not None:
        contact.note_recorded(interview.approach)
