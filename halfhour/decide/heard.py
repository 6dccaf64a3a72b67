"""Everything heard about one occupation: ways in, paths, leanings, surprises, statements row by row."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import QuerySet

from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.choose.rules import criteria as rows
from halfhour.choose.rules.criteria import Criterion
from halfhour.decide.models import Judgement
from halfhour.decide.published import published_of
from halfhour.decide.rules.comparison import Cell, Column, compare
from halfhour.decide.rules.evidence import Evidence, evidence_of
from halfhour.decide.rules.rows import rows_that_matter
from halfhour.decide.rules.spread import spread_hints
from halfhour.decide.rules.stop import Stop, stop_rule
from halfhour.decide.showing import Said, shown
from halfhour.decide.side_by_side import parts, wants_of
from halfhour.decide.small import Small, part, read
from halfhour.decide.tellers import Teller, could_tell
from halfhour.decide.told import statements_of, talk_of, talks_of, voices_in
from halfhour.interview.models import Interview
from halfhour.record.models import Debrief, Opportunity, PathStep, WayIn


@dataclass(frozen=True)
class Told:
    """A way in, a step of a path or a way to try it, with the talk it comes from."""

    talk: Interview
    row: Small


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
    could_tell: list[Teller]
    rows: list[tuple[Criterion, Cell]]
    ways: list[tuple[str, list[Told]]]
    paths: list[tuple[Interview, list[Told]]]
    opportunities: list[tuple[str, Told]]

    @property
    def leanings(self) -> list[tuple[Interview, Debrief]]:
        return [(t, self.debriefs[t.pk]) for t in self.talks if t.pk in self.debriefs]

    @property
    def told(self) -> list[tuple[Criterion, Cell, list[Said]]]:
        return [(row, cell, shown(cell.statements)) for row, cell in self.rows if cell.statements]

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
    small = read(*parts(user), path_part(user))
    wants = wants_of(small)
    criteria = rows.criteria_for(wants)
    statements = statements_of(user, talks, debriefs, small)
    key = str(candidate.pk)
    published = published_of(candidate.occupation, key) if candidate.occupation else []
    compared = compare([Column(key, candidate.words)], criteria, statements, published)
    cells = {r.code: compared.cell(r.code, key) for r in compared.criteria}
    voices = voices_in(talks, debriefs)
    told = {kind: told_in(talks, found) for kind, found in small.items()}
    ways: dict[str, list[Told]] = defaultdict(list)
    for way in told.get("way", []):
        ways[str(WayIn.Kind(way.row.a).label)].append(way)
    return Heard(
        candidate=candidate,
        judgement=getattr(candidate, "judgement", None),
        talks=talks,
        debriefs=debriefs,
        stop=stop_rule(
            [talk_of(t, debriefs.get(t.pk)) for t in talks],
            statements,
            rows_that_matter(criteria),
            must_know=[rows.want_code(w.id) for w in wants if w.must],
            near={c.code: c.near for c in criteria if c.near},
            enough_talks=user.seeker.enough_talks,
        ),
        evidence=evidence_of(
            cells,
            {c.code: c.about for c in compared.criteria},
            voices,
            [t.on for t in talks],
            needed=user.seeker.enough_talks,
        ),
        hints=spread_hints(voices),
        could_tell=could_tell(user, [candidate], every)[candidate.pk],
        rows=[(r, cells[r.code]) for r in compared.criteria],
        ways=sorted(ways.items(), key=lambda pair: -len(pair[1])),
        paths=[
            (talk, list(steps)) for talk, steps in groupby(told.get("path", []), key=lambda one: one.talk)
        ],
        opportunities=[(str(Opportunity.Kind(one.row.a).label), one) for one in told.get("opportunity", [])],
    )


def path_part(user: User) -> QuerySet[Any]:
    steps = PathStep.objects.visible_to(user)
    return part("path", steps, ["job", "organisation", "years", "how"], ref="interview_id", number="position")


def told_in(talks: list[Interview], found: list[Small]) -> list[Told]:
    """The rows of these talks, oldest talk first."""
    order = {t.pk: n for n, t in enumerate(talks)}
    kept = sorted((row for row in found if row.ref in order), key=lambda row: order[row.ref])
    return [Told(talks[order[row.ref]], row) for row in kept]
