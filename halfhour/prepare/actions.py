"""What a user does before a talk: choose the questions, read about the organisation, decide about the résumé."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact.models import Approach
from halfhour.due.actions import refresh
from halfhour.find.models import Organisation
from halfhour.history.actions import note
from halfhour.prepare import planning
from halfhour.prepare.models import Brief, Plan, PlanLine, Resume, ResumeChoice, StillOpen
from halfhour.prepare.rules import plan as rule
from halfhour.prepare.rules.bank import BY_ID
from halfhour.refused import Refused

OWN_MINUTES = 3


class Conflict(Refused):
    """The same text was changed in another window meanwhile. `theirs` is what is saved."""

    def __init__(self, theirs: Any) -> None:
        super().__init__(_("This was changed in another window meanwhile."))
        self.theirs = theirs


@transaction.atomic
def make_plan(
    approach: Approach,
    *,
    minutes: int | None = None,
    unknown_criteria: Sequence[str] | None = None,
    disputed: Sequence[str] | None = None,
) -> Plan:
    """Choose the questions for this talk, or choose them anew. The seeker's own questions stay.

    unknown_criteria, disputed: what the talks so far left open; left out, what `record` said last.
    """
    plan = Plan.objects.filter(approach=approach).first()
    if plan is None:
        plan = Plan(owner=approach.owner, approach=approach)
    plan.minutes = minutes or (plan.minutes if plan.pk else approach.minutes)
    plan.made_at, plan.edited_at, plan.ready_at = clock.now(), None, None
    plan.save()
    own = [line for line in plan.lines.all() if not line.question]
    situation = planning.situation_of(
        approach, minutes=plan.minutes, format=plan.talk_format, unknown=unknown_criteria, disputed=disputed
    )
    made = planning.made(situation, [_own(line) for line in own])
    plan.lines.all().delete()
    PlanLine.objects.bulk_create(
        PlanLine(
            plan=plan,
            question=line.question_id,
            text=line.text,
            topic=line.topic,
            stage=line.stage,
            criterion=line.criterion,
            minutes=line.minutes,
            must=line.must,
            because=line.because,
            position=position,
        )
        for position, line in enumerate(made.lines)
    )
    note(approach.owner, "prepare.planned", plan, questions=len(made.lines))
    refresh(plan)
    return plan


def _own(line: PlanLine) -> rule.OwnQuestion:
    return rule.OwnQuestion(line.text, must=line.must, criterion=line.criterion, minutes=line.minutes)


@transaction.atomic
def add_question(plan: Plan, *, text: str, must: bool = True) -> PlanLine:
    """A question in the seeker's own words; the same words again are the same question."""
    text = " ".join(text.split())
    if not text:
        raise Refused(_("Write the question."))
    known = plan.lines.filter(text__iexact=text).first()
    if known is not None:
        return known
    line = _add(plan, text=text, stage=PlanLine.Stage.CORE, must=must, because=_("your own question"))
    _edited(plan, "prepare.question_added")
    return line


@transaction.atomic
def take_question(plan: Plan, *, question: str, must: bool = False) -> PlanLine:
    """A question of the bank, by its id."""
    chosen = BY_ID.get(question)
    if chosen is None:
        raise Refused(_("That question is not in the list any more."))
    known = plan.lines.filter(question=question).first()
    if known is not None:
        return known
    line = _add(
        plan,
        question=chosen.id,
        text=chosen.text,
        topic=chosen.topic,
        stage=chosen.stage,
        criterion=chosen.criterion,
        minutes=chosen.minutes,
        must=must,
        because=_("chosen by you"),
    )
    _edited(plan, "prepare.question_taken")
    return line


def _add(plan: Plan, **values: Any) -> PlanLine:
    last = plan.lines.aggregate(last=Max("position"))["last"]
    return PlanLine.objects.create(
        plan=plan, position=0 if last is None else last + 1, **{"minutes": OWN_MINUTES, **values}
    )


@transaction.atomic
def reword(line: PlanLine, *, text: str) -> PlanLine:
    """Ask it in other words. A question of the bank keeps its topic and criterion, so answers stay comparable."""
    text = " ".join(text.split())
    if not text:
        raise Refused(_("Write the question, or take it out."))
    if line.plan.lines.exclude(pk=line.pk).filter(text__iexact=text).exists():
        raise Refused(_("That question is already in the plan."))
    line.text = text
    line.save(update_fields=["text"])
    _edited(line.plan, "prepare.reworded")
    return line


@transaction.atomic
def remove_line(line: PlanLine) -> None:
    plan = line.plan
    line.delete()
    if not plan.lines.exists():
        plan.ready_at = None
    _edited(plan, "prepare.question_removed")


@transaction.atomic
def move_line(line: PlanLine, *, up: bool) -> None:
    """One place up or down among the questions of its stage and weight; at the end of them nothing happens."""
    order = list(line.plan.lines.filter(stage=line.stage, must=line.must))
    here = order.index(line)
    there = here - 1 if up else here + 1
    if not 0 <= there < len(order):
        return
    places = [item.position for item in order]
    order[here], order[there] = order[there], order[here]
    for place, item in zip(places, order, strict=True):
        item.position = place
    PlanLine.objects.bulk_update(order, ["position"])
    _edited(line.plan, "prepare.question_moved")


@transaction.atomic
def set_must(line: PlanLine, *, must: bool) -> PlanLine:
    """Ask it in any case, or only if there is time."""
    line.must = must
    line.save(update_fields=["must"])
    _edited(line.plan, "prepare.question_weighed")
    return line


def _edited(plan: Plan, verb: str) -> None:
    plan.edited_at = clock.now()
    plan.save(update_fields=["edited_at", "ready_at"])
    note(plan.owner, verb, plan)
    refresh(plan)


@transaction.atomic
def say_ready(plan: Plan) -> Plan:
    """These are my questions. Refused without one."""
    middle = (PlanLine.Stage.CORE, PlanLine.Stage.LEADS)
    if not plan.lines.filter(stage__in=middle).exists():
        raise Refused(_("There is no question yet. Choose at least one."))
    if plan.ready_at is None:
        plan.ready_at = clock.now()
        plan.save(update_fields=["ready_at"])
        note(plan.owner, "prepare.ready", plan)
        refresh(plan)
    return plan


@transaction.atomic
def say_not_ready(plan: Plan) -> Plan:
    plan.ready_at = None
    plan.save(update_fields=["ready_at"])
    note(plan.owner, "prepare.not_ready", plan)
    refresh(plan)
    return plan


@transaction.atomic
def note_still_open(candidate: Candidate, *, unknown: Sequence[str], disputed: Sequence[str]) -> None:
    """A later step says what the talks so far left open. Plans of coming talks that nobody has touched follow."""
    StillOpen.objects.update_or_create(
        candidate=candidate,
        defaults={
            "owner": candidate.owner,
            "unknown": list(unknown),
            "disputed": list(disputed),
            "at": clock.now(),
        },
    )
    coming = Plan.objects.filter(
        approach__candidate=candidate,
        approach__talked_at=None,
        approach__closed_at=None,
        edited_at=None,
        ready_at=None,
    ).select_related("approach__candidate", "approach__owner__seeker")
    for plan in coming:
        make_plan(plan.approach, unknown_criteria=unknown, disputed=disputed)


@transaction.atomic
def talk_agreed(approach: Approach, *, starts_at: datetime | None, format: str, minutes: int) -> Plan:
    """A later step agreed on a talk, moved it or lost it (starts_at None). The plan follows while it is untouched."""
    plan = Plan.objects.filter(approach=approach).first()
    if plan is None:
        plan = Plan(owner=approach.owner, approach=approach, made_at=clock.now(), minutes=minutes)
    other_talk = (plan.talk_format, plan.minutes) != (format, minutes)
    plan.talk_at, plan.talk_format, plan.minutes = starts_at, format, minutes
    new = plan.pk is None
    plan.save()
    if starts_at is not None and (new or (other_talk and plan.edited_at is None and plan.ready_at is None)):
        return make_plan(approach, minutes=minutes)
    refresh(plan)
    return plan


@transaction.atomic
def talk_held(approach: Approach) -> None:
    plan = Plan.objects.filter(approach=approach).first()
    if plan is not None:
        refresh(plan)


@transaction.atomic
def choose_resume(
    approach: Approach, *, choice: str, resume: Resume | None = None, ask: bool = False
) -> ResumeChoice:
    """What to do with the résumé in this talk. ask: also ask what they would change in it."""
    chosen, _made = ResumeChoice.objects.update_or_create(
        approach=approach,
        defaults={"owner": approach.owner, "choice": choice, "resume": resume},
    )
    note(approach.owner, "prepare.resume_chosen", approach, choice=choice)
    plan = Plan.objects.filter(approach=approach).first()
    if ask and plan is not None and choice != ResumeChoice.Choice.NONE:
        for question in planning.RESUME_QUESTIONS:
            take_question(plan, question=question)
    return chosen


@transaction.atomic
def add_resume(user: User, *, name: str, made_on: date) -> Resume:
    """Note one version of the résumé; the file itself stays where it is."""
    name = " ".join(name.split())
    if not name:
        raise Refused(_("Give this version a name, such as its month."))
    version, made = Resume.objects.get_or_create(owner=user, name=name, defaults={"made_on": made_on})
    if made:
        note(user, "prepare.resume_added", version)
    return version


@transaction.atomic
def save_brief(
    organisation: Organisation,
    *,
    what_they_do: str = "",
    size: str = "",
    news: str = "",
    interests_me: str = "",
    sources: Sequence[str] = (),
    found_in: str = "",
    version: int | None = None,
) -> Brief:
    """Keep the page about the organisation. Raises Conflict when another window saved since `version`."""
    values = {
        "what_they_do": what_they_do,
        "size": size,
        "news": news,
        "interests_me": interests_me,
        "sources": list(sources),
        "found_in": found_in,
    }
    brief = Brief.objects.filter(organisation=organisation).first()
    if brief is None:
        brief = Brief(owner=organisation.owner, organisation=organisation, version=0)
    elif all(getattr(brief, name) == value for name, value in values.items()):
        return brief
    elif version is not None and version != brief.version:
        raise Conflict(brief)
    for name, value in values.items():
        setattr(brief, name, value)
    brief.version, brief.at = brief.version + 1, clock.now()
    brief.save()
    note(organisation.owner, "prepare.brief", organisation)
    return brief
