"""Writing the rows of one debrief: each kind in place, so that what cites a row keeps it."""

from collections.abc import Mapping, Sequence
from typing import Any

from halfhour.choose.models import Reading, Want
from halfhour.choose.reading import hear_of
from halfhour.due.actions import refresh
from halfhour.find.models import Referral
from halfhour.interview.models import Answer, Interview
from halfhour.record.models import (
    Advice,
    Debrief,
    Finding,
    Noted,
    Opportunity,
    PathStep,
    Quality,
    WantMet,
    WayIn,
)
from halfhour.record.rows import keep_rows
from halfhour.record.told import (
    AdviceTold,
    AnswerTold,
    OpportunityTold,
    QualityTold,
    StatementTold,
    StepTold,
    WayTold,
)


def keep_answers(interview: Interview, told: Sequence[AnswerTold]) -> None:
    rows = {answer.question: answer for answer in interview.answers.all()}
    findings = {f.answer_id: f for f in interview.findings.filter(answer__isnull=False)}
    for position, item in enumerate(told):
        answer = rows.get(item.question)
        if answer is None:
            answer = Answer(owner=interview.owner, interview=interview, question=item.question)
        answer.topic, answer.criterion = item.topic, item.criterion
        answer.state, answer.words, answer.position = item.state, item.words.strip(), position
        answer.save()
        _keep_finding(interview, answer, item, findings.get(answer.pk))


def _keep_finding(interview: Interview, answer: Answer, told: AnswerTold, known: Finding | None) -> None:
    """Words with a criterion are a statement about the occupation; without either they are not."""
    if not answer.words or not answer.criterion:
        if known is not None:
            known.delete()
        return
    finding = known or new_finding(interview)
    finding.answer, finding.criterion, finding.text = answer, answer.criterion, answer.words
    finding.stance, finding.quote, finding.confidence = told.stance, told.quote, told.confidence
    finding.position = answer.position
    finding.save()


def new_finding(interview: Interview) -> Finding:
    return Finding(
        owner=interview.owner,
        interview=interview,
        person=interview.person,
        candidate=interview.candidate,
        said_on=interview.on,
    )


def keep_statements(interview: Interview, told: Sequence[StatementTold]) -> None:
    def make(values: dict[str, Any]) -> Finding:
        finding = new_finding(interview)
        for name, value in values.items():
            setattr(finding, name, value)
        finding.save()
        return finding

    keep_rows(
        told,
        interview.findings.filter(answer=None),
        main="text",
        make=make,
        values=lambda position, s: {
            "text": s.text.strip(),
            "criterion": s.criterion,
            "stance": s.stance,
            "quote": s.quote,
            "confidence": s.confidence,
            "position": 100 + position,
        },
    )


# What goes on the occupation's own lists too, with who named it.
READ_ABOUT = {
    Noted.Kind.PUBLICATIONS.value: Reading.Kind.PUBLICATION.value,
    Noted.Kind.ORGANISATIONS.value: Reading.Kind.ASSOCIATION.value,
}


def keep_lists(debrief: Debrief, lists: Mapping[str, Sequence[str]], named: Sequence[Referral]) -> None:
    """Each list is exactly what was told of it; a list not told stays. Someone named stands in the first list too."""
    for kind, entries in lists.items():
        if kind not in Noted.Kind.values:
            raise TypeError(f"no list {kind}")
        existing = {entry.text.casefold(): entry for entry in debrief.noted.filter(kind=kind)}
        for position, text in enumerate(
            dict.fromkeys(" ".join(e.split())[:300] for e in entries if e.strip())
        ):
            entry = existing.pop(text.casefold(), None)
            if entry is None:
                Noted.objects.create(
                    owner=debrief.owner, debrief=debrief, kind=kind, text=text, position=position
                )
            elif (entry.text, entry.position) != (text, position):
                entry.text, entry.position = text, position
                entry.save(update_fields=["text", "position"])
        for gone in existing.values():
            gone.delete()
        if kind in READ_ABOUT:
            interview = debrief.interview
            hear_of(
                interview.candidate,
                kind=READ_ABOUT[kind],
                titles=entries,
                told_by=interview.person.name,
                told_by_person=interview.person_id,
            )
    for referral in named:
        people = debrief.noted.filter(kind=Noted.Kind.PEOPLE)
        if not people.filter(text__iexact=referral.to.name).exists():
            Noted.objects.create(
                owner=debrief.owner, debrief=debrief, kind=Noted.Kind.PEOPLE, text=referral.to.name
            )


def keep_path(interview: Interview, told: Sequence[StepTold]) -> None:
    keep_rows(
        told,
        interview.path.all(),
        main="job",
        make=lambda values: PathStep.objects.create(owner=interview.owner, interview=interview, **values),
        values=lambda position, s: {
            "job": s.job.strip(),
            "organisation": s.organisation.strip(),
            "years": s.years.strip(),
            "how": s.how.strip(),
            "position": position,
        },
    )


def keep_ways(interview: Interview, told: Sequence[WayTold]) -> None:
    keep_rows(
        told,
        interview.ways_in.all(),
        main="text",
        make=lambda values: WayIn.objects.create(owner=interview.owner, interview=interview, **values),
        values=lambda _position, w: {"text": w.text.strip(), "kind": w.kind},
    )


def keep_opportunities(interview: Interview, told: Sequence[OpportunityTold]) -> None:
    keep_rows(
        told,
        interview.opportunities.all(),
        main="text",
        make=lambda values: Opportunity.objects.create(owner=interview.owner, interview=interview, **values),
        values=lambda _position, o: {
            "text": o.text.strip(),
            "kind": o.kind,
            "organisation": o.organisation.strip(),
            "when": o.when.strip(),
        },
    )


def keep_qualities(interview: Interview, told: Sequence[QualityTold]) -> None:
    keep_rows(
        told,
        interview.qualities.all(),
        main="text",
        make=lambda values: Quality.objects.create(owner=interview.owner, interview=interview, **values),
        values=lambda _position, q: {
            "text": q.text.strip(),
            "strength": q.strength,
            "evidence": q.evidence.strip(),
        },
    )


def keep_advice(interview: Interview, told: Sequence[AdviceTold]) -> None:
    rows = keep_rows(
        told,
        interview.advice.all(),
        main="text",
        make=lambda values: Advice.objects.create(owner=interview.owner, interview=interview, **values),
        values=lambda _position, a: {"text": a.text.strip(), "kind": a.kind, "by": a.by},
    )
    for row in rows:
        refresh(row)


def keep_wants(interview: Interview, told: Mapping[int, bool | None]) -> None:
    """Whether this work offers what the seeker wants; a want not told of stays, None takes the word back."""
    mine = set(Want.objects.visible_to(interview.owner).filter(pk__in=told).values_list("pk", flat=True))
    for want, met in told.items():
        if want not in mine:
            continue
        if met is None:
            interview.wants_met.filter(want=want).delete()
        else:
            WantMet.objects.update_or_create(
                interview=interview, want_id=want, defaults={"owner": interview.owner, "met": met}
            )
