"""What the plan's page and the printed sheet show."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from halfhour import clock
from halfhour.choose.models import Reading
from halfhour.contact.models import Approach
from halfhour.prepare import planning
from halfhour.prepare.models import Plan, PlanLine, ResumeChoice
from halfhour.prepare.rules import plan as rule
from halfhour.prepare.rules.bank import BY_ID, TOPIC_NAMES
from halfhour.prepare.rules.plan_flags import size_hint
from halfhour.prepare.rules.question import Stage, Topic
from halfhour.prepare.rules.question_check import check_question

LINE_HOLDS = 95  # characters of a printed line
AIRY_LINES, SNUG_LINES = 26, 34  # what one page holds in the usual size, and a little smaller


@dataclass(frozen=True)
class ShownFlag:
    """alternative: a better wording, or empty."""

    text: str
    alternative: str = ""


@dataclass(frozen=True)
class ShownLine:
    """line: the row; flags: what is wrong with it."""

    line: PlanLine
    flags: tuple[ShownFlag, ...]
    probes: tuple[str, ...]
    first: bool
    last: bool


@dataclass(frozen=True)
class ShownGroup:
    label: str
    minutes: int
    musts: tuple[ShownLine, ...]
    if_time: tuple[ShownLine, ...]


def plan_page(approach: Approach) -> dict[str, Any]:
    plan = plan_of(approach)
    page: dict[str, Any] = {
        "approach": approach,
        "plan": plan,
        "brief": _brief_of(approach),
        "opening": planning.opening_of(approach, plan.minutes if plan else approach.minutes),
        "when": local_talk(plan),
        "parts": parts_of(approach, plan, 0),
    }
    if plan is None:
        return page
    lines = list(plan.lines.all())
    situation = planning.situation_of(approach, minutes=plan.minutes, format=plan.talk_format)
    reviewed = planning.reviewed(lines, situation)
    page |= {
        "groups": groups_of(plan, lines, reviewed),
        "flags": [f for f in reviewed.flags if f.line is None],
        "suggestions": [(q, _because(q.topic)) for q in planning.suggested(situation, lines)],
        "size_hint": size_hint(plan.minutes),
        "musts": sum(line.must and line.stage == "core" for line in lines),
        "minutes_planned": sum(line.minutes for line in lines if line.must),
        "questions": sum(line.stage in ("core", "leads") for line in lines),
        "format": plan.talk_format or "visit",
    }
    page["parts"] = parts_of(approach, plan, page["musts"])
    return page


@dataclass(frozen=True)
class Part:
    """One of the three things before a talk: how far it is, and where on the page it stands."""

    label: str
    says: str
    done: bool
    where: str


def parts_of(approach: Approach, plan: Plan | None, musts: int) -> list[Part]:
    """The place, the résumé, the questions. The questions alone decide whether the plan is ready."""
    brief, chosen = _brief_of(approach), getattr(approach, "resume_choice", None)
    if approach.person.organisation is None:
        place = _("their organisation is not noted")
    else:
        place = _("you have a page on it") if brief else _("not read about yet")
    if plan is None or not musts:
        questions = _("none yet")
    elif plan.ready_at is not None:
        questions = ngettext("%(n)d in any case, ready", "%(n)d in any case, ready", musts) % {"n": musts}
    else:
        questions = ngettext("%(n)d in any case, to look at", "%(n)d in any case, to look at", musts) % {
            "n": musts
        }
    resume = _resume_words(chosen)
    if chosen is None:
        resume = _("%(choice)s, unless you say otherwise") % {"choice": resume}
    return [
        Part(_("The place"), place, brief is not None, "brief"),
        Part(_("Your résumé"), resume, chosen is not None, "resume"),
        Part(_("Your questions"), questions, plan is not None and plan.ready_at is not None, "questions"),
    ]


def plan_of(approach: Approach) -> Plan | None:
    """The plan with what is already at hand, so that reading it asks for nothing again."""
    plan: Plan | None = getattr(approach, "plan", None)
    if plan is not None:
        plan.approach, plan.owner = approach, approach.owner
    return plan


def _brief_of(approach: Approach) -> Any:
    organisation = approach.person.organisation
    return getattr(organisation, "brief", None) if organisation else None


def _because(topic: str) -> str:
    return TOPIC_NAMES[Topic(topic)]


def local_talk(plan: Plan | None) -> Any:
    """When the talk is, on the seeker's own clock; None while nothing is agreed."""
    if plan is None or plan.talk_at is None:
        return None
    return plan.talk_at.astimezone(clock.zone_of(plan.owner.seeker.timezone))


def groups_of(plan: Plan, lines: list[PlanLine], reviewed: rule.Plan) -> list[ShownGroup]:
    """The lines by stage, musts first, as the rule orders them, with the flags of each line."""
    row_of = {(line.question, line.text): line for line in lines}
    flags: dict[int, list[rule.Flag]] = {}
    for flag in reviewed.flags:
        if flag.line is not None:
            value = reviewed.lines[flag.line]
            flags.setdefault(row_of[value.question_id, value.text].pk, []).append(flag)
    groups = []
    for group in reviewed.groups:
        rows = [row_of[value.question_id, value.text] for value in group.lines]
        musts, rest = [r for r in rows if r.must], [r for r in rows if not r.must]
        groups.append(
            ShownGroup(
                label=str(PlanLine.Stage(group.stage.value).label),
                minutes=group.minutes,
                musts=_shown(musts, flags),
                if_time=_shown(rest, flags),
            )
        )
    return groups


def _shown(rows: list[PlanLine], flags: dict[int, list[rule.Flag]]) -> tuple[ShownLine, ...]:
    return tuple(
        ShownLine(
            line=row,
            flags=_flags_of(row, flags.get(row.pk, [])),
            probes=planning.probes_of(row),
            first=number == 0,
            last=number == len(rows) - 1,
        )
        for number, row in enumerate(rows)
    )


def _flags_of(row: PlanLine, found: list[rule.Flag]) -> tuple[ShownFlag, ...]:
    """What the plan's rule found; for the seeker's own words also what is wrong with the wording."""
    shown = [ShownFlag(flag.text, flag.alternative) for flag in found]
    known = BY_ID.get(row.question)
    if known is None or known.text != row.text:
        shown += [
            ShownFlag(finding.message)
            for finding in check_question(row.text, today=row.plan.made_at.date()).findings
            if not (found and finding.rule == "LOOKUP")
        ]
    return tuple(shown)


def sheet_page(approach: Approach) -> dict[str, Any]:
    """The printed sheet; a later step that knows the talk adds its time and place."""
    plan = plan_of(approach)
    lines = list(plan.lines.all()) if plan else []
    asked = [line for line in lines if line.stage != Stage.OPEN]
    chosen = getattr(approach, "resume_choice", None)
    order = list(PlanLine.Stage.values)
    asked.sort(key=lambda line: (not line.must, order.index(line.stage), line.position))
    return {
        "approach": approach,
        "person": approach.person,
        "plan": plan,
        "minutes": plan.minutes if plan else approach.minutes,
        "opening": planning.opening_of(approach, plan.minutes if plan else approach.minutes),
        "density": density_of(asked),
        "musts": [(line, planning.probes_of(line)) for line in asked if line.must],
        "if_time": [line for line in asked if not line.must],
        "focus": [f.value.replace("_", " ") for f in planning.focus_of(approach)],
        "brief": _brief_of(approach),
        "readings": list(Reading.objects.visible_to(approach.owner).noted_about(approach.candidate)),
        "resume": _resume_words(chosen),
        "when": local_talk(plan),
    }


def _resume_words(chosen: ResumeChoice | None) -> str:
    """The choice, and the version it is about."""
    if chosen is None:
        return str(ResumeChoice.Choice.IF_ASKED.label)
    words = str(chosen.get_choice_display())
    return f"{words}: {chosen.resume.name}" if chosen.resume is not None else words


def density_of(asked: list[PlanLine]) -> str:
    """How small the sheet is set so that it stays one page: by the lines its questions take, a must with room below."""
    musts = sum(2.5 + len(line.text) // LINE_HOLDS for line in asked if line.must)
    rest = sum(1 + len(line.text) // LINE_HOLDS for line in asked if not line.must) / 2
    used = musts + rest
    return "tight" if used > SNUG_LINES else "snug" if used > AIRY_LINES else ""
