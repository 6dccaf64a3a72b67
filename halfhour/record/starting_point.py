"""What a debrief's form begins with: the saved rows, and before there are any, the marks of the talk."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import prefetch_related_objects

from halfhour.find.models import Referral
from halfhour.interview.models import Answer, Interview, Mark
from halfhour.prepare.models import PlanLine
from halfhour.record.everything import Small
from halfhour.record.models import Debrief, Noted
from halfhour.record.rules.prompts import LONG as REFLECTIONS

FIELDS = (
    "quote", "use", "day_to_day", "surprised_me", "as_expected", "otherwise", "pay_told", "environment",
    "fit_interests", "fit_interests_because", "fit_skills", "fit_skills_because",
    "fit_personality", "fit_personality_because", "leaning_before", "leaning", "leaning_because", "confidence",
    "they_spoke_percent", "confidence_after", "learned", "years_in_job", "still_open", "do_differently",
    "resume_suggestions", "search_suggestions",
)  # fmt: skip
Rows = Mapping[str, list[Small]]
YES_NO = {True: "yes", False: "no", None: ""}


def rows_of(interview: Interview, debrief: Debrief | None, rows: Rows) -> dict[str, Any]:
    """Initial values of every field and row. rows: everything(interview)."""
    initial: dict[str, Any] = {
        "answers": answers_of(interview, rows["mark"], saved=debrief is not None),
        "statements": _statements(rows["statement"]),
    }
    if debrief is None:
        return initial | _from_marks(interview, rows["mark"])
    for name in FIELDS:
        initial[name] = getattr(debrief, name)
    initial["referral_asked"] = YES_NO[debrief.referral_asked]
    initial["goal_changed"] = YES_NO[debrief.goal_changed]
    for row in rows["want"]:
        initial[f"want_{row.number}"] = "yes" if is_true(row.texts[0]) else "no"
    initial["resume_shown"] = debrief.resume_shown_id
    for key, _label in REFLECTIONS:
        initial[f"reflection_{key}"] = debrief.reflections.get(key, "")
    for kind in Noted.Kind.values:
        initial[f"list_{kind}"] = "\n".join(r.texts[1] for r in rows["noted"] if r.texts[0] == kind)
        initial[f"empty_{kind}"] = debrief.lists_empty.get(kind, "")
    if not debrief.saved_digest:
        begun = _from_marks(interview, rows["mark"])
        known = {s["text"] for s in initial["statements"]}
        initial["statements"] += [s for s in begun["statements"] if s["text"] not in known]
        initial["quote"] = initial["quote"] or begun["quote"]
    return initial | _saved_rows(interview, rows)


def answers_of(interview: Interview, marks: Sequence[Small], *, saved: bool) -> list[dict[str, Any]]:
    """One row a planned question, in the plan's order; answered where it was marked so."""
    kept = list(interview.answers.select_related("finding")) if saved else []
    if kept:
        return [_saved_answer(answer) for answer in kept]
    answered = {m.number for m in marks if m.texts[0] == Mark.Kind.ANSWERED}
    return [
        {
            "question": line.text,
            "topic": line.topic,
            "criterion": line.criterion,
            "state": Answer.State.ANSWERED if line.pk in answered else Answer.State.NOT_ASKED,
        }
        for line in asked_in_order(interview)
    ]


def asked_in_order(interview: Interview) -> list[PlanLine]:
    """The plan's questions after the opening: musts first within their stage."""
    plan = getattr(interview.approach, "plan", None) if interview.approach else None
    if plan is not None:
        prefetch_related_objects([plan], "lines")
    lines = [line for line in plan.lines.all() if line.stage != PlanLine.Stage.OPEN] if plan else []
    order = list(PlanLine.Stage.values)
    return sorted(lines, key=lambda line: (order.index(line.stage), not line.must, line.position))


def _saved_answer(answer: Answer) -> dict[str, Any]:
    finding = getattr(answer, "finding", None)
    return {
        "question": answer.question,
        "topic": answer.topic,
        "criterion": answer.criterion,
        "state": answer.state,
        "words": answer.words,
        "stance": finding.stance if finding else None,
        "quote": finding.quote if finding else False,
        "confidence": finding.confidence if finding else None,
    }


def _from_marks(interview: Interview, marks: Sequence[Small]) -> dict[str, Any]:
    """Notes become the first statements; what was told about a chat is the thing they said."""
    notes = [m for m in marks if m.texts[0] == Mark.Kind.NOTE and m.texts[1].strip()]
    criteria: dict[int, str] = {}
    if notes:
        criteria = {line.pk: line.criterion for line in asked_in_order(interview)}
    line = next((m.texts[1] for m in marks if m.texts[0] == Mark.Kind.STAR and m.texts[1].strip()), "")
    statements = [{"text": m.texts[1], "criterion": criteria.get(m.number or 0, "")} for m in notes]
    return {"statements": statements, "quote": line}


def _statements(rows: Sequence[Small]) -> list[dict[str, Any]]:
    return [
        {
            "row": r.pk,
            "text": r.texts[0],
            "criterion": r.texts[1],
            "quote": is_true(r.texts[2]),
            "stance": r.texts[3],
            "confidence": r.number,
        }
        for r in rows
    ]


def is_true(text: str) -> bool:
    """A truth value read as text: SQLite says 1, PostgreSQL says true."""
    return text in {"1", "true", "t"}


def _saved_rows(interview: Interview, rows: Rows) -> dict[str, Any]:
    named = Referral.objects.filter(by=interview.person, on=interview.on).select_related("to__organisation")
    return {
        "people": [
            {
                "row": r.pk,
                "name": r.to.name,
                "why": r.why,
                "permission": r.permission,
                "title": r.to.title,
                "organisation": r.to.organisation.name if r.to.organisation else "",
                "candidate": r.candidate_id,
                "how_to_reach": r.how_to_reach,
                "first": r.first,
            }
            for r in named
        ],
        "path": _named(rows["path"], "job", "organisation", "years", "how"),
        "ways_in": _named(rows["ways_in"], "text", "kind"),
        "opportunities": _named(rows["opportunities"], "text", "kind", "organisation", "when"),
        "qualities": [
            {
                "row": r.pk,
                "text": r.texts[0],
                "evidence": r.texts[1],
                "strength": "yes" if is_true(r.texts[2]) else "no",
            }
            for r in rows["qualities"]
        ],
        "advice": [
            {"row": r.pk, "text": r.texts[0], "kind": r.texts[1], "by": r.day} for r in rows["advice"]
        ],
    }


def _named(rows: Sequence[Small], *names: str) -> list[dict[str, Any]]:
    return [{"row": r.pk, **dict(zip(names, r.texts, strict=False))} for r in rows]
