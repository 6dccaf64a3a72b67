"""Everything heard about one occupation: ways in, paths, leanings, surprises, statements row by row."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Cast

from halfhour.accounts.models import User
from halfhour.choose.models import Candidate, Want
from halfhour.choose.rules import criteria as rows
from halfhour.choose.rules.criteria import Criterion
from halfhour.decide.models import Judgement
from halfhour.decide.published import published_of
from halfhour.decide.rules.comparison import Cell, Column, compare
from halfhour.decide.rules.evidence import Evidence, evidence_of
from halfhour.decide.rules.rows import rows_that_matter
from halfhour.decide.rules.spread import spread_hints
from halfhour.decide.rules.stop import Stop, stop_rule
from halfhour.decide.tellers import could_tell
from halfhour.decide.told import statements_of, talk_of, talks_of, voices_in
from halfhour.interview.models import Interview
from halfhour.record.models import Debrief, Opportunity, PathStep, WayIn

TEXT = CharField()


@dataclass(frozen=True)
class Small:
    """One small row of a talk: a way in, a step of a path, a way to try it. What a, b, c and d mean depends on which."""

    talk: Interview
    a: str
    b: str
    c: str
    d: str


@dataclass(frozen=True)
class Heard:
    """One occupation as it was told. ways: by the kind of way, most told first; paths: one person's steps in order."""

    candidate: Candidate
    judgement: Judgement | None
    talks: list[Interview]
    debriefs: dict[int, Debrief]
    stop: Stop
    evidence: Evidence
    hints: tuple[str, ...]
    could_tell: list[str]
    rows: list[tuple[Criterion, Cell]]
    ways: list[tuple[str, list[Small]]]
    paths: list[tuple[Interview, list[Small]]]
    opportunities: list[tuple[str, Small]]

    @property
    def leanings(self) -> list[tuple[Interview, Debrief]]:
        return [(t, self.debriefs[t.pk]) for t in self.talks if t.pk in self.debriefs]

    @property
    def told(self) -> list[tuple[Criterion, Cell]]:
        return [(criterion, cell) for criterion, cell in self.rows if cell.statements]

    @property
    def silent(self) -> list[Criterion]:
        return [criterion for criterion, cell in self.rows if not cell.statements and not cell.nearby]

    @property
    def surprises(self) -> list[tuple[Interview, str]]:
        return [(t, d.surprised_me) for t, d in self.leanings if d.surprised_me]


def heard_about(user: User, candidate: Candidate) -> Heard:
    """Gather it in a fixed number of queries. candidate: with its occupation and judgement read."""
    every = talks_of(user)
    talks = [t for t in every if t.ended_at is not None and t.candidate_id == candidate.pk]
    debriefs = {t.pk: t.debrief for t in talks if hasattr(t, "debrief")}
    wants = list(Want.objects.visible_to(user))
    criteria = rows.criteria_for([rows.Want(str(w.pk), w.kind, w.text, w.must) for w in wants])
    statements = statements_of(user, talks, debriefs)
    key = str(candidate.pk)
    published = published_of(candidate.occupation, key) if candidate.occupation else []
    compared = compare([Column(key, candidate.words)], criteria, statements, published)
    cells = {r.code: compared.cell(r.code, key) for r in compared.criteria}
    voices = voices_in(talks, debriefs)
    small = small_rows(talks)
    ways: dict[str, list[Small]] = defaultdict(list)
    for way in small["way"]:
        ways[str(WayIn.Kind(way.a).label)].append(way)
    return Heard(
        candidate=candidate,
        judgement=getattr(candidate, "judgement", None),
        talks=talks,
        debriefs=debriefs,
        stop=stop_rule(
            [talk_of(t, debriefs.get(t.pk)) for t in talks],
            statements,
            rows_that_matter(criteria),
            must_know=[rows.want_code(w.pk) for w in wants if w.must],
            near={c.code: c.near for c in criteria if c.near},
            enough_talks=user.seeker.enough_talks,
        ),
        evidence=evidence_of(
            cells, {c.code: c.about for c in compared.criteria}, voices, [t.on for t in talks]
        ),
        hints=spread_hints(voices),
        could_tell=could_tell(user, [candidate], every)[candidate.pk],
        rows=[(r, cells[r.code]) for r in compared.criteria],
        ways=sorted(ways.items(), key=lambda pair: -len(pair[1])),
        paths=[(talk, list(steps)) for talk, steps in groupby(small["path"], key=lambda row: row.talk)],
        opportunities=[(str(Opportunity.Kind(row.a).label), row) for row in small["opportunity"]],
    )


def small_rows(talks: list[Interview]) -> dict[str, list[Small]]:
    """Ways in, path steps and ways to try it of all these talks, in one query."""
    by_id = {t.pk: t for t in talks}
    parts = [
        part("way", WayIn.objects.filter(interview__in=by_id), ["kind", "text"]),
        part("path", PathStep.objects.filter(interview__in=by_id), ["job", "organisation", "years", "how"], "position"),
        part("opportunity", Opportunity.objects.filter(interview__in=by_id), ["kind", "text", "organisation", "when"]),
    ]  # fmt: skip
    found: dict[str, list[Small]] = defaultdict(list)
    read = sorted(parts[0].union(*parts[1:], all=True), key=lambda row: (row[1], row[2], row[3]))
    for which, talk, _order, _pk, *texts in read:
        found[which].append(Small(by_id[talk], *texts))
    return found


def part(which: str, these: QuerySet[Any], texts: list[str], order: str = "pk") -> QuerySet[Any]:
    """The same columns for every table; PostgreSQL asks for one type in each."""
    columns = [Cast(name, TEXT) for name in texts] + [Cast(Value(""), TEXT)] * (4 - len(texts))
    return these.order_by().values_list(Cast(Value(which), TEXT), "interview_id", order, "pk", *columns)
