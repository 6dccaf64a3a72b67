"""The report: what was decided, why, on whose word, and what is still unknown. For someone who has never seen Halfhour."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from halfhour.accounts.models import User
from halfhour.choose.facts import attribution_lines
from halfhour.choose.models import Goal, Want
from halfhour.decide.models import Decision
from halfhour.decide.rules.comparison import CellState
from halfhour.decide.side_by_side import SideBySide, gather
from halfhour.record.models import Advice, Opportunity, Quality
from halfhour.refused import Refused

TYPES = {
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "pdf": "application/pdf",
}


@dataclass(frozen=True)
class Report:
    """Everything the report says, whatever its form."""

    name: str
    about: str
    made_on: date
    goal: str
    wants: list[Want]
    side: SideBySide
    decision: Decision | None
    cited: list[Any]
    opportunities: list[Opportunity]
    qualities: list[Quality]
    advice: list[Advice]
    attribution: tuple[str, ...]


def gathered(user: User) -> Report:
    side = gather(user)
    goal = Goal.objects.visible_to(user).first()
    cited = list(side.decision.cited.select_related("person", "candidate")) if side.decision else []
    return Report(
        name=user.seeker.name or _("the seeker"),
        about=user.seeker.about,
        made_on=user.today,
        goal=goal.text if goal else "",
        wants=list(Want.objects.visible_to(user)),
        side=side,
        decision=side.decision,
        cited=cited,
        opportunities=list(
            Opportunity.objects.visible_to(user).select_related("interview__person", "interview__candidate")
        ),
        qualities=list(Quality.objects.visible_to(user).select_related("interview__person")),
        advice=list(
            Advice.objects.visible_to(user)
            .filter(kind=Advice.Kind.ADVICE)
            .select_related("interview__person")
        ),
        attribution=tuple(attribution_lines()),
    )


def written(user: User, form: str) -> bytes:
    """The report as Markdown, HTML, JSON or PDF. Refused for an unknown form, or PDF without its extra."""
    if form == "md":
        return markdown(user).encode()
    if form == "json":
        return (json.dumps(plain(gathered(user)), ensure_ascii=False, indent=1) + "\n").encode()
    if form in {"html", "pdf"}:
        page = render_to_string("decide/report_alone.html", {"report": gathered(user)})
        return page.encode() if form == "html" else as_pdf(page)
    raise Refused(_("The report can be written as md, html, json or pdf."))


def as_pdf(page: str) -> bytes:
    try:
        from weasyprint import HTML
    except ImportError as missing:
        raise Refused(
            _(
                "PDF needs an extra part that is not installed (weasyprint). Print the report page and choose “save as PDF”."
            )
        ) from missing
    pdf: bytes = HTML(string=page).write_pdf()
    return pdf


def markdown(user: User) -> str:
    return render_to_string("decide/report.md", {"report": gathered(user)}).strip() + "\n"


def plain(report: Report) -> dict[str, Any]:
    """The report as plain values, for scripts."""
    side = report.side
    return {
        "name": report.name,
        "made_on": report.made_on.isoformat(),
        "goal": report.goal,
        "wants": [{"text": w.text, "kind": w.kind, "must": w.must} for w in report.wants],
        "decision": decided(report),
        "occupations": [
            {
                "words": o.candidate.words,
                "code": o.candidate.occupation_id,
                "expected": o.candidate.expectation,
                "people_heard": o.people,
                "enough": o.stop.enough,
                "why": o.stop.words,
                "could_tell": o.could_tell,
                "outcome": o.judgement.outcome if o.judgement else None,
                "because": o.judgement.because if o.judgement else "",
            }
            for o in side.occupations
        ],
        "talks": [
            {
                "person": t.person.name,
                "title": t.person.title,
                "organisation": t.person.organisation.name if t.person.organisation else "",
                "on": t.on.isoformat(),
                "minutes": t.actual_minutes,
                "about": next(
                    o.candidate.words for o in side.occupations if t.candidate_id == o.candidate.pk
                ),
                "leaning": side.debriefs[t.pk].leaning if t.pk in side.debriefs else "",
            }
            for t in side.talks
        ],
        "comparison": [
            {
                "criterion": row.criterion.code,
                "label": row.criterion.label,
                "cells": [
                    {
                        "occupation": o.candidate.words,
                        "state": str(cell.state),
                        "disputed": cell.disputed,
                        "statements": [
                            {
                                "text": s.text,
                                "by": s.speaker_name,
                                "on": s.said_on.isoformat(),
                                "stance": s.stance,
                            }
                            for s in cell.statements
                        ],
                        "published": [{"text": p.text, "source": p.source} for p in cell.published],
                    }
                    for o, cell in row.cells
                ],
            }
            for row in side.rows
        ],
        "unknown": [
            {"criterion": row.criterion.label, "occupation": o.candidate.words}
            for row in side.rows
            for o, cell in row.cells
            if cell.state is not CellState.TOLD
        ],
        "ranking_survives": side.survives.words,
        "opportunities": [
            {"kind": o.kind, "text": o.text, "told_by": o.interview.person.name} for o in report.opportunities
        ],
        "attribution": list(report.attribution),
    }


def decided(report: Report) -> dict[str, Any] | None:
    decision = report.decision
    if decision is None:
        return None
    return {
        "on": decision.at.date().isoformat(),
        "choice": decision.choice.words if decision.choice else None,
        "alternate": decision.alternate.words if decision.alternate else None,
        "reasons": decision.reasons,
        "cited": [{"text": f.text, "by": f.person.name, "on": f.said_on.isoformat()} for f in report.cited],
        "would_change_my_mind": decision.would_change_my_mind,
        "first_steps": decision.first_steps,
    }
