"""Rows into the values the rule about plans reads, and its answers back: what to ask one person in so many minutes."""

from collections.abc import Sequence
from dataclasses import dataclass

from halfhour.choose.models import Known, Want
from halfhour.choose.rules import criteria
from halfhour.choose.rules.occupation_words import work_of
from halfhour.contact.models import Approach
from halfhour.prepare.models import PlanLine, StillOpen
from halfhour.prepare.rules import plan as rule
from halfhour.prepare.rules.bank import BY_ID, PROBES, suggestions
from halfhour.prepare.rules.plan_flags import Wish
from halfhour.prepare.rules.question import Aim, Focus, Format, Question, Stage

AIMS = {"which_work": Aim.WHICH_WORK, "how_in": Aim.GET_IN}
OPENING = ("time-check", "purpose")
RESUME_QUESTIONS = ("resume-first-look", "resume-gap")
SUGGESTED = 8


@dataclass(frozen=True)
class Situation:
    """What a plan is made from, gathered once for one talk."""

    minutes: int
    format: Format
    unknown: tuple[str, ...]
    disputed: tuple[str, ...]
    wants: tuple[Wish, ...]
    focus: tuple[Focus, ...]
    known: frozenset[str]
    aim: Aim
    words: dict[str, str]


def situation_of(
    approach: Approach,
    *,
    minutes: int | None = None,
    format: str = "",
    unknown: Sequence[str] | None = None,
    disputed: Sequence[str] | None = None,
) -> Situation:
    """unknown, disputed: criteria; None asks what the talks so far left open.

    Before the first talk everything is unknown: then the core and what the seeker wants in a job decide.
    """
    open_ = StillOpen.objects.filter(candidate=approach.candidate).first()
    if unknown is None:
        unknown = open_.unknown if open_ else []
    if disputed is None:
        disputed = open_.disputed if open_ else []
    return Situation(
        minutes=minutes or approach.minutes,
        format=Format(format or Format.VISIT),
        unknown=tuple(unknown),
        disputed=tuple(disputed),
        wants=wishes_of(approach),
        focus=focus_of(approach),
        known=frozenset(Known.objects.filter(candidate=approach.candidate).values_list("fact", flat=True)),
        aim=AIMS.get(approach.owner.seeker.aim, Aim.WHICH_WORK),
        words=words_of(approach),
    )


def wishes_of(approach: Approach) -> tuple[Wish, ...]:
    """What the seeker wants in a job, musts first, with the criteria whose questions test it."""
    wants = Want.objects.visible_to(approach.owner)
    return tuple(Wish(criteria.want_code(w.pk), w.text, _tested_by(w)) for w in wants)


def _tested_by(want: Want) -> tuple[str, ...]:
    """ "No night shifts" is tested by a question about hours; only where the words say nothing, by its kind."""
    by_words = criteria.near_of(criteria.Want(str(want.pk), Want.Kind.OTHER, want.text))
    return by_words or criteria.near_of(criteria.Want(str(want.pk), want.kind, want.text))


def focus_of(approach: Approach) -> tuple[Focus, ...]:
    said = [word.strip().replace(" ", "_") for word in approach.focus.split(",")]
    return tuple(Focus(word) for word in said if word in set(Focus))


def words_of(approach: Approach) -> dict[str, str]:
    """The fills of the slots in the bank's texts."""
    work = work_of(approach.candidate.words)
    return {"occupation": work.the_work if work else approach.candidate.words}


def made(situation: Situation, own: Sequence[rule.OwnQuestion] = ()) -> rule.Plan:
    """The plan the rule would make now."""
    return rule.make_plan(
        situation.minutes,
        unknown_criteria=situation.unknown,
        disputed=situation.disputed,
        wants=situation.wants,
        focus=situation.focus,
        format=situation.format,
        own_questions=own,
        known_facts=situation.known,
        aim=situation.aim,
        words=situation.words,
    )


def reviewed(lines: Sequence[PlanLine], situation: Situation) -> rule.Plan:
    """What the rule says about the lines as the seeker left them: groups with minutes, and flags."""
    return rule.review(
        [line_value(line) for line in lines],
        minutes=situation.minutes,
        wants=situation.wants,
        known_facts=situation.known,
    )


def line_value(line: PlanLine) -> rule.Line:
    known = BY_ID.get(line.question)
    return rule.Line(
        question_id=line.question,
        text=line.text,
        topic=line.topic,
        stage=Stage(line.stage),
        criterion=line.criterion,
        field=known.field if known else "",
        minutes=line.minutes,
        must=line.must,
        because=line.because,
        probes=probes_of(line),
    )


def probes_of(line: PlanLine) -> tuple[str, ...]:
    """Two or three ways to ask on: the question's own, else the ones that always fit."""
    known = BY_ID.get(line.question)
    return (known.probes if known and known.probes else PROBES)[:3]


def suggested(situation: Situation, lines: Sequence[PlanLine]) -> list[Question]:
    """Further questions from the bank, most useful first; none that asks what the seeker already knows."""
    wanted = [*situation.disputed, *situation.unknown]
    found = suggestions(
        aim=situation.aim,
        focus=situation.focus,
        format=situation.format,
        wanted_criteria=wanted,
        known_facts=tuple(situation.known),
        leave_out=[line.question for line in lines if line.question],
    )
    return [q for q in found if "{" not in q.text and q.look_up not in situation.known][:SUGGESTED]


def opening_of(approach: Approach, minutes: int) -> tuple[str, ...]:
    """What to say first: thanks, the time, what for. The first card of every talk."""
    fills = {**words_of(approach), "minutes": str(minutes)}
    return tuple(_filled(BY_ID[id].text, fills) for id in OPENING)


def _filled(text: str, fills: dict[str, str]) -> str:
    for slot, fill in fills.items():
        text = text.replace("{" + slot + "}", fill)
    return text
