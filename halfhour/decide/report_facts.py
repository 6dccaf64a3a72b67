"""Everything the report says, read within ten queries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.data_taken import attribution
from halfhour.choose.models import Goal
from halfhour.contact.models import Approach, Attempt, Channel, Introduction, Promise
from halfhour.contact.rules.answer_rates import Asked, Rate, rate, rates_by_route
from halfhour.contact.rules.promises import kept_in_time
from halfhour.decide.models import Decision
from halfhour.decide.named import Named, askings_of, named_in, stands
from halfhour.decide.rules.comparison import CellState, Statement
from halfhour.decide.rules.rows import rows_that_matter
from halfhour.decide.rules.timing import timing_words
from halfhour.decide.side_by_side import Occupation, SideBySide, gather
from halfhour.decide.small import Small, part
from halfhour.decide.tellers import teller_of
from halfhour.interview.models import Interview
from halfhour.record.models import Advice, Debrief, Opportunity, WayIn
from halfhour.thank.models import Thanks
from halfhour.thank.rules.times import OVERDUE_HOURS


@dataclass(frozen=True)
class Told:
    """A small row with the talk it comes from. label: its kind in words."""

    row: Small
    talk: Interview
    label: str = ""


@dataclass(frozen=True)
class Cited:
    """A statement the decision rests on. role: what the speaker does and where, said once."""

    said: Statement
    occupation: Occupation
    role: str


@dataclass(frozen=True)
class TalkLine:
    talk: Interview
    debrief: Debrief | None
    timing: str


@dataclass(frozen=True)
class Gap:
    """What nobody has spoken about for one occupation: must-haves, rows that matter, and how many other rows.

    could_tell: who could, with what they do and how far things are with them.
    """

    occupation: Occupation
    musts: list[str]
    unknown: list[str]
    others: int
    could_tell: list[Named]


@dataclass(frozen=True)
class Asking:
    """How the asking went. promises: kept of those whose day has come; thanked: within 48 hours, of the talks held."""

    answered: Rate
    by_route: dict[str, Rate]
    promises_kept: int
    promises: int
    thanked_in_time: int
    thanked: int
    talks: int


@dataclass(frozen=True)
class Report:
    """Everything the report says, whatever its form."""

    name: str
    about: str
    made_on: date
    goals: list[Small]
    side: SideBySide
    table: SideBySide
    decision: Decision | None
    decided_on: date | None
    cited: list[Cited]
    named: list[Named]
    gaps: list[Gap]
    talks: list[TalkLine]
    opportunities: list[Told]
    qualities: list[Told]
    advice: list[Told]
    ways: list[Told]
    asking: Asking
    attribution: tuple[str, ...] = field(default=())

    @property
    def goal(self) -> str:
        return self.goals[-1].a if self.goals else ""

    @property
    def ruled_out(self) -> list[str]:
        """What the seeker turned away from after hearing about it."""
        return [o.candidate.words for o in self.side.occupations if ruled_out(o)]

    @property
    def people(self) -> int:
        return len({line.talk.person_id for line in self.talks})

    @property
    def organisations(self) -> int:
        return len({line.talk.person.organisation_id for line in self.talks} - {None})

    @property
    def surprises(self) -> list[TalkLine]:
        """What was otherwise than thought, or just so, talk by talk."""
        return [
            line
            for line in self.talks
            if line.debrief
            and (line.debrief.surprised_me or line.debrief.otherwise or line.debrief.as_expected)
        ]


def gathered(user: User) -> Report:
    side = gather(user, *parts(user))
    side.occupations.sort(key=lambda o: rank(o, side.decision))
    small = side.small
    by_id = {t.pk: t for t in side.talks}
    words = {s.key: (s, o) for o in side.occupations for s in said_in(side, o)}
    decision, zone = side.decision, clock.zone_of(user.seeker.timezone)
    cited = [
        words[str(row.ref)]
        for row in small["cited"]
        if decision and row.number == decision.pk and str(row.ref) in words
    ]
    askings, tellers = askings_of(small), {t.person_id: t for o in side.occupations for t in o.could_tell}
    texts = [decision.reasons, decision.would_change_my_mind, decision.first_steps] if decision else []
    return Report(
        name=user.seeker.name,
        about=user.seeker.about,
        made_on=user.today,
        goals=sorted(small["goal"], key=lambda row: (row.moment, row.pk)),
        side=side,
        table=side.on_paper([o for o in side.occupations if o.talks or o.judgement or is_in(o, decision)]),
        decision=decision,
        decided_on=decision.at.astimezone(zone).date() if decision else None,
        cited=with_roles(cited, side.talks),
        named=named_in(texts, side.talks, tellers.values(), askings),
        gaps=[
            gap_of(side, o, [Named(t.name, t.role, stands(t, {}, askings)) for t in o.could_tell])
            for o in side.occupations
            if o.candidate.dropped_at is None and not ruled_out(o)
        ],
        talks=[
            TalkLine(
                t,
                side.debriefs.get(t.pk),
                timing_of(t),
            )
            for t in side.talks
        ],
        opportunities=told(side.small["opportunity"], by_id, Opportunity.Kind.choices),
        qualities=told(side.small["quality"], by_id, ()),
        advice=told(small["advice"], by_id, ()),
        ways=told(side.small["way"], by_id, WayIn.Kind.choices),
        asking=asking_of(user, small, side.talks),
        attribution=tuple(attribution()),
    )


def parts(user: User) -> list[QuerySet[Any]]:
    sent = Exists(Attempt.objects.filter(approach=OuterRef("pk")))
    introduced = Exists(Introduction.objects.filter(approach=OuterRef("pk"), introduced_on__isnull=False))
    return [
        part("goal", Goal.objects.visible_to(user), ["text"], moment="at"),
        part("cited", Decision.cited.through.objects.filter(decision__owner=user), [], ref="finding_id", number="decision_id"),
        part("advice", Advice.objects.visible_to(user).filter(kind=Advice.Kind.ADVICE), ["kind", "text"], ref="interview_id", day="by",
             moment="done_at"),
        part("promise", Promise.objects.visible_to(user), ["kept_on", "released_on"], ref="approach_id", day="on"),
        part("asked", Approach.objects.visible_to(user).filter(sent), ["channel", "closed_because"], moment="arranged_at"),
        part("approach", Approach.objects.visible_to(user), ["closed_because"], ref="person_id"),
        part("sent", Attempt.objects.visible_to(user), [], ref="approach_id", day="on"),
        part("introduced", Approach.objects.visible_to(user).filter(introduced), ["channel", "closed_because"], moment="arranged_at"),
        part("thanks", Thanks.objects.visible_to(user).filter(kind=Thanks.Kind.TALK, interview__isnull=False), ["skipped_because"],
             ref="interview_id", moment="sent_at"),
    ]  # fmt: skip


def timing_of(talk: Interview) -> str:
    """A chat was not agreed on; it only took about so long."""
    if talk.kind == Interview.Kind.CHAT:
        return _("about %(n)d minutes") % {"n": talk.actual_minutes or talk.minutes}
    return timing_words(talk.minutes, talk.actual_minutes, they_extended=talk.extended_at is not None)


def rank(occupation: Occupation, decision: Decision | None) -> tuple[int, int]:
    """The first choice comes first, then the alternate, then the others in their order."""
    pk = occupation.candidate.pk
    place = 2
    if decision is not None:
        place = 0 if decision.choice_id == pk else 1 if decision.alternate_id == pk else 2
    return place, occupation.candidate.position


def is_in(occupation: Occupation, decision: Decision | None) -> bool:
    return decision is not None and occupation.candidate.pk in {decision.choice_id, decision.alternate_id}


def ruled_out(occupation: Occupation) -> bool:
    return occupation.judgement is not None and occupation.ruled_out


def said_in(side: SideBySide, occupation: Occupation) -> Iterable[Statement]:
    for row in side.rows:
        yield from side.comparison.cell(row.criterion.code, occupation.key).statements


def with_roles(cited: Sequence[tuple[Statement, Occupation]], talks: Sequence[Interview]) -> list[Cited]:
    """Oldest first; what the speaker does stands at their first line only."""
    roles = {str(t.person_id): teller_of(t).role for t in talks}
    made = []
    for said, occupation in sorted(cited, key=lambda pair: (pair[0].said_on, pair[0].key)):
        made.append(Cited(said, occupation, roles.pop(said.speaker, "")))
    return made


def gap_of(side: SideBySide, occupation: Occupation, could_tell: list[Named]) -> Gap:
    silent = [
        row.criterion
        for row in side.rows
        if side.comparison.cell(row.criterion.code, occupation.key).state is not CellState.TOLD
    ]
    matter = rows_that_matter([c for c in silent if not c.must])
    rest = len(silent) - len(matter) - sum(c.must for c in silent)
    musts = [f"“{c.label}”" for c in silent if c.must]
    return Gap(occupation, musts, list(matter.values()), rest, could_tell)


def told(
    rows: Sequence[Small], by_id: dict[int, Interview], labels: Iterable[tuple[str, object]]
) -> list[Told]:
    """The rows of talks that count, oldest talk first."""
    order = {pk: n for n, pk in enumerate(by_id)}
    names = {value: str(label) for value, label in labels}
    found = [Told(row, by_id[row.ref], names.get(row.a, "")) for row in rows if row.ref in by_id]
    return sorted(found, key=lambda one: order[one.talk.pk])


def asking_of(user: User, small: dict[str, list[Small]], talks: Sequence[Interview]) -> Asking:
    """Answer rates by route, promises kept, thanks in time."""
    labels = dict(Channel.choices)
    by_introduction = {row.pk for row in small["introduced"]}
    asked = [
        Asked(
            str(
                labels[Channel.INTRODUCTION]
                if row.pk in by_introduction
                else labels.get(row.a, _("another way"))
            ),
            said_yes=row.moment is not None,
            finished=row.moment is not None or bool(row.b),
        )
        for row in {row.pk: row for row in [*small["asked"], *small["introduced"]]}.values()
    ]
    finished = [one for one in asked if one.finished]
    come = [p for p in small["promise"] if not p.b and p.day and (p.a or p.day < user.today)]
    interviews = {t.pk: t for t in talks if t.kind == Interview.Kind.INTERVIEW}
    sent = [(row, interviews[row.ref]) for row in small["thanks"] if row.moment and row.ref in interviews]
    in_time = sum(
        t.ended_at is not None and (row.moment - t.ended_at).total_seconds() <= OVERDUE_HOURS * 3600
        for row, t in sent
        if row.moment
    )
    return Asking(
        answered=rate(sum(one.said_yes for one in finished), len(finished)),
        by_route=rates_by_route(asked),
        promises_kept=sum(bool(p.a) and kept_in_time(p.day, date.fromisoformat(p.a)) for p in come if p.day),
        promises=len(come),
        thanked_in_time=in_time,
        thanked=len({t.pk for _row, t in sent}),
        talks=len(interviews),
    )
