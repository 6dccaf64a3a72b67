"""Which questions to take to one talk, in which order, for so many minutes.

Source: Informational Interviewing Part 2 (find out whether this work offers what you want); the first seed's three subjects
(tasks, environment, education); an interview handbook (open, core, leads, close); Rochester and Pomona (five to ten for
half an hour, in order of weight). The exact sizes and that everybody gets the same core are defaults of ours.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from halfhour.prepare.rules.bank import BY_ID, CLOSING_SET, OPENING_SET, core_for, suggestions
from halfhour.prepare.rules.plan_flags import Flag, Wish, flags_of, most_musts
from halfhour.prepare.rules.question import Aim, Focus, Format, Question, Stage, Topic

PERSONAL_FEWEST = 2
PERSONAL_MOST = 4
EXTRA_MOST = 8
OWN_MINUTES = 3
SHORTEST_ANSWER_MINUTES = 2


@dataclass(frozen=True)
class OwnQuestion:
    """A question in the seeker's words. criterion: the row it is meant to fill, if they said so."""

    text: str
    must: bool = True
    criterion: str = ""
    minutes: int = OWN_MINUTES


@dataclass(frozen=True)
class Line:
    """One question of a plan. question_id is empty for the seeker's own. because: why it is here, in words."""

    question_id: str
    text: str
    topic: str
    stage: Stage
    criterion: str
    field: str
    minutes: int
    must: bool
    because: str
    probes: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlanGroup:
    """The lines of one stage; minutes counts the musts only."""

    stage: Stage
    lines: tuple[Line, ...]
    minutes: int


@dataclass(frozen=True)
class Plan:
    """lines: in the order they are asked; groups: the same by stage."""

    minutes: int
    lines: tuple[Line, ...]
    groups: tuple[PlanGroup, ...]
    flags: tuple[Flag, ...]


def make_plan(
    minutes: int,
    *,
    core: Sequence[str] | None = None,
    unknown_criteria: Sequence[str] = (),
    disputed: Sequence[str] = (),
    wants: Sequence[Wish] = (),
    focus: Sequence[Focus] = (),
    format: Format = Format.VISIT,
    own_questions: Sequence[OwnQuestion] = (),
    known_facts: Collection[str] = (),
    aim: Aim = Aim.WHICH_WORK,
    words: dict[str, str] | None = None,
) -> Plan:
    """Choose and order the questions for one talk.

    core: ids everybody of the occupation is asked; by default six for up to 20 minutes, else ten and the closing line;
    the opening and closing lines are added. disputed and
    unknown_criteria: criterion codes, most needed first. known_facts: keys of published facts the seeker has read.
    words: fills of the slots in the texts, such as {"occupation": "sound designer"}; a question with an unfilled slot
    is left out. Raises ValueError for minutes below 1 or an unknown id.
    """
    if minutes < 1:
        raise ValueError("a talk lasts at least one minute")
    core = core_for(minutes) if core is None else core
    if unknown := [id for id in core if id not in BY_ID]:
        raise ValueError(f"no such question: {unknown[0]}")
    filled = {"minutes": str(minutes)} | (words or {})
    frame = [id for id in (*OPENING_SET, *CLOSING_SET) if id not in core]
    asked_of_all = [
        line
        for id in (*core, *frame)
        if (line := _line(BY_ID[id], "asked of everyone", must=id not in CLOSING_SET[1:], words=filled))
    ]
    asked_of_all = _tighten(asked_of_all, minutes)
    own = [
        Line("", q.text, "", Stage.CORE, q.criterion, "", q.minutes, q.must, "your own question")
        for q in own_questions
    ]
    extras = _extras(
        minutes,
        asked_of_all,
        own,
        needed=[(code, "people disagree about this") for code in disputed]
        + [(code, "nobody has told you yet") for code in unknown_criteria],
        wants=wants,
        focus=focus,
        format=format,
        known_facts=known_facts,
        aim=aim,
        words=filled,
    )
    return review(
        [*asked_of_all, *own, *extras],
        minutes=minutes,
        wants=wants,
        known_facts=known_facts,
    )


def review(
    lines: Sequence[Line], *, minutes: int, wants: Sequence[Wish] = (), known_facts: Collection[str] = ()
) -> Plan:
    """Group given lines by stage, keeping their order, and flag what is wrong with them."""
    groups = []
    for stage in Stage:
        here = [line for line in lines if line.stage is stage]
        ordered = tuple([line for line in here if line.must] + [line for line in here if not line.must])
        groups.append(PlanGroup(stage, ordered, sum(line.minutes for line in ordered if line.must)))
    in_order = tuple(line for group in groups for line in group.lines)
    flags = flags_of(in_order, minutes=minutes, wants=wants, known_facts=known_facts)
    return Plan(minutes, in_order, tuple(groups), flags)


def _tighten(lines: list[Line], minutes: int) -> list[Line]:
    """Plan shorter answers, down to two minutes each, until the musts fit into a short talk."""
    lines = list(lines)
    while sum(line.minutes for line in lines if line.must) > minutes:
        longest = max(range(len(lines)), key=lambda n: (lines[n].must, lines[n].minutes))
        if lines[longest].minutes <= SHORTEST_ANSWER_MINUTES:
            break
        lines[longest] = replace(lines[longest], minutes=lines[longest].minutes - 1)
    return lines


def _extras(
    minutes: int,
    core: list[Line],
    own: list[Line],
    *,
    needed: Sequence[tuple[str, str]],
    wants: Sequence[Wish],
    focus: Sequence[Focus],
    format: Format,
    known_facts: Collection[str],
    aim: Aim,
    words: dict[str, str],
) -> list[Line]:
    """Choose what comes after the core: surroundings, disputed, unknown, wishes, then personal ones."""
    chosen: list[Line] = []
    taken = {line.question_id for line in core}
    covered = {line.criterion for line in [*core, *own]}

    def take(found: Sequence[Question], because: str) -> bool:
        for question in found:
            line = _line(question, because, must=False, words=words)
            if (
                line
                and question.id not in taken
                and not (question.look_up and question.look_up in known_facts)
            ):
                chosen.append(line)
                taken.add(question.id)
                covered.add(question.criterion)
                return True
        return False

    ranked = suggestions(aim=aim, focus=focus, format=format, known_facts=tuple(known_facts))
    if format is not Format.VISIT:
        take([BY_ID["would-see"]], "you will not see the place yourself")
    if not any(line.topic in {Topic.ENVIRONMENT, Topic.ORGANISATION} for line in [*core, *chosen]):
        take([BY_ID["around-you"]], "one of the three subjects of every talk")
    for code, because in needed:
        if len(chosen) < EXTRA_MOST - PERSONAL_FEWEST:
            take([q for q in ranked if q.criterion == code], because)
    for want in wants:
        if len(chosen) < EXTRA_MOST - PERSONAL_FEWEST and not {want.code, *want.near} & covered:
            take([q for q in ranked if q.criterion in want.near], f"you want: {want.text}")
    about_me = [q for q in ranked if "{" in q.text and q.stage is Stage.CORE]
    personal = sum(take([question], "about you") for question in about_me[:PERSONAL_FEWEST])
    per_topic = {line.topic for line in [*core, *chosen]}
    for fresh_topics_only in (True, False):
        for question in ranked:
            if personal >= PERSONAL_MOST or (personal >= PERSONAL_FEWEST and len(chosen) >= EXTRA_MOST):
                break
            if fresh_topics_only and question.topic in per_topic:
                continue
            if take([question], _why_personal(question, focus, aim)):
                personal += 1
                per_topic.add(question.topic)
    return _promote(chosen, core, own, minutes)


def _promote(chosen: list[Line], core: list[Line], own: list[Line], minutes: int) -> list[Line]:
    """Turn the first extras into musts as far as number and minutes allow; the rest stays "if there is time"."""
    musts = [line for line in [*core, *own] if line.must]
    room = most_musts(minutes) - sum(line.stage is Stage.CORE for line in musts)
    left = minutes - sum(line.minutes for line in musts)
    result = []
    for line in chosen:
        if line.stage is Stage.CORE and room > 0 and line.minutes <= left:
            line = replace(line, must=True)
            room, left = room - 1, left - line.minutes
        result.append(line)
    return result


def _why_personal(question: Question, focus: Sequence[Focus], aim: Aim) -> str:
    if set(focus) & question.focus:
        return "fits what you want to look at with them"
    return "helps to see which work suits you" if aim is Aim.WHICH_WORK else "helps to find the way in"


def _line(question: Question, because: str, *, must: bool, words: dict[str, str]) -> Line | None:
    text = question.text
    for slot, fill in words.items():
        text = text.replace("{" + slot + "}", fill)
    if "{" in text:
        return None
    return Line(
        question.id,
        text,
        question.topic,
        question.stage,
        question.criterion,
        question.field,
        question.minutes,
        must,
        because,
        question.probes,
    )
