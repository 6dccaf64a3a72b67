"""The report in its forms: what was decided, why, on whose word, and what is still unknown. For someone who has never seen Halfhour."""

import json
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from halfhour.accounts.models import User
from halfhour.decide import report_words as words
from halfhour.decide.report_facts import Report, gathered
from halfhour.decide.rules.comparison import CellState, Statement
from halfhour.refused import Refused

TYPES = {
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "pdf": "application/pdf",
}


def written(user: User, form: str) -> bytes:
    """The report as Markdown, HTML, JSON or PDF. Refused for an unknown form, or PDF without its extra."""
    if form == "md":
        return markdown(user).encode()
    if form == "json":
        return (json.dumps(plain(gathered(user)), ensure_ascii=False, indent=1) + "\n").encode()
    if form in {"html", "pdf"}:
        page = render_to_string("decide/report_alone.html", words.context(gathered(user)))
        return page.encode() if form == "html" else as_pdf(page)
    raise Refused(_("The report can be written as md, html, json or pdf."))


def as_pdf(page: str) -> bytes:
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as missing:  # OSError: the part is there, a library of the system is not
        raise Refused(
            _(
                "PDF needs an extra part that is not installed (weasyprint). Print the report page and choose “save as PDF”."
            )
        ) from missing
    pdf: bytes = HTML(string=page).write_pdf()
    return pdf


def markdown(user: User) -> str:
    report = gathered(user)
    told = words.context(report)
    told["words"] = {**words.words_of(report), "table": words.table(report)}
    text = render_to_string("decide/report.md", told)
    lines = [line.rstrip() for line in text.strip().splitlines()]
    kept = [line for n, line in enumerate(lines) if line or (n and lines[n - 1])]
    return "\n".join(kept) + "\n"


def statement(one: Statement) -> dict[str, Any]:
    return {
        "text": one.text,
        "by": one.speaker_name,
        "on": one.said_on.isoformat(),
        "stance": one.stance,
        "quote": one.is_quote,
    }


def plain(report: Report) -> dict[str, Any]:
    """The report as plain values, for scripts."""
    side, asking = report.side, report.asking
    sentences = words.words_of(report)
    names = {o.candidate.pk: o.candidate.words for o in side.occupations}
    return {
        "title": sentences["title"],
        "name": report.name,
        "made_on": report.made_on.isoformat(),
        "goal": report.goal,
        "goals": [
            {"text": g.a, "on": g.moment.date().isoformat() if g.moment else None} for g in report.goals
        ],
        "wants": [{"text": w.text, "kind": w.kind, "must": w.must} for w in side.wants],
        "decision": decided(report),
        "occupations": [
            {
                "words": o.candidate.words,
                "code": o.candidate.occupation_id,
                "expected": o.candidate.expectation,
                "people_heard": o.people,
                "thin": o.evidence.thin,
                "enough": o.stop.enough,
                "why": o.stop.words,
                "spread": o.evidence.spread_words,
                "confirmed": list(o.evidence.confirmed),
                "contradicted": list(o.evidence.contradicted),
                "hints": list(o.hints),
                "could_tell": [who.name for who in o.could_tell],
                "adds_up_to": o.standing.score,
                "known_share": round(o.standing.known_share, 3),
                "could_end_between": [round(o.standing.low, 3), round(o.standing.high, 3)],
                "outcome": o.judgement.outcome if o.judgement else None,
                "because": o.judgement.because if o.judgement else "",
                "dropped": o.candidate.dropped_at is not None,
            }
            for o in side.occupations
        ],
        "talks": [
            {
                "person": line.talk.person.name,
                "title": line.talk.person.title,
                "organisation": line.talk.person.organisation.name if line.talk.person.organisation else "",
                "on": line.talk.on.isoformat(),
                "agreed_minutes": line.talk.minutes,
                "minutes": line.talk.actual_minutes,
                "they_extended": line.talk.extended_at is not None,
                "about": names[line.talk.candidate_id],
                "leaning": line.debrief.leaning if line.debrief else "",
                "they_spoke_percent": line.debrief.they_spoke_percent if line.debrief else None,
                "surprised_me": line.debrief.surprised_me if line.debrief else "",
                "otherwise": line.debrief.otherwise if line.debrief else "",
                "as_expected": line.debrief.as_expected if line.debrief else "",
            }
            for line in report.talks
        ],
        "comparison": [
            {
                "criterion": row.criterion.code,
                "label": row.criterion.label,
                "weight": row.weight,
                "cells": [
                    {
                        "occupation": o.candidate.words,
                        "state": str(cell.state),
                        "disputed": cell.disputed,
                        "statements": [statement(s) for s in cell.statements],
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
        "could_tell": [
            {
                "occupation": gap.occupation.candidate.words,
                "name": who.name,
                "role": who.role,
                "stands": who.stands,
            }
            for gap in report.gaps
            for who in gap.could_tell
        ],
        "ranking_survives": side.survives.words,
        "opportunities": [
            {"kind": o.row.a, "text": o.row.b, "told_by": o.talk.person.name} for o in report.opportunities
        ],
        "strengths_and_gaps": [
            {"strength": q.row.a == "1", "text": q.row.b, "evidence": q.row.c, "from": q.talk.person.name}
            for q in report.qualities
        ],
        "ways_in": [{"kind": w.row.a, "text": w.row.b, "told_by": w.talk.person.name} for w in report.ways],
        "asking": {
            "answered": asking.answered.words,
            "by_route": {route: rate.words for route, rate in asking.by_route.items()},
            "promises_kept": asking.promises_kept,
            "promises": asking.promises,
            "thanked_in_time": asking.thanked_in_time,
            "thanked": asking.thanked,
            "talks": asking.talks,
        },
        "attribution": list(report.attribution),
    }


def decided(report: Report) -> dict[str, Any] | None:
    decision = report.decision
    if decision is None or report.decided_on is None:
        return None
    return {
        "on": report.decided_on.isoformat(),
        "choice": decision.choice.words if decision.choice else None,
        "alternate": decision.alternate.words if decision.alternate else None,
        "turned_away_from": report.ruled_out,
        "reasons": decision.reasons,
        "cited": [
            {"text": c.said.text, "by": c.said.speaker_name, "on": c.said.said_on.isoformat()}
            for c in report.cited
        ],
        "named": [{"name": n.name, "role": n.role, "stands": n.stands} for n in report.named],
        "would_change_my_mind": decision.would_change_my_mind,
        "first_steps": decision.first_steps,
    }
