"""Everything the comparison shows, gathered once: talks, statements, published facts, and what the rules make of them."""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from halfhour.accounts.models import User
from halfhour.choose.models import Candidate, Want, Weight
from halfhour.choose.rules import criteria as rows
from halfhour.choose.rules.criteria import Criterion, Group
from halfhour.choose.rules.criteria import Want as Wanted
from halfhour.decide.models import Decision, Judgement
from halfhour.decide.published import published_of
from halfhour.decide.rules.comparison import Cell, CellState, Column, Comparison, Standing, Statement, compare
from halfhour.decide.rules.evidence import Evidence, evidence_of
from halfhour.decide.rules.excerpt import excerpt
from halfhour.decide.rules.rows import KEY_ROWS, rows_that_matter
from halfhour.decide.rules.sensitivity import Sensitivity, sensitivity
from halfhour.decide.rules.spread import spread_hints
from halfhour.decide.rules.stop import Stop, stop_rule
from halfhour.decide.showing import Said, answered_by, listed, shown
from halfhour.decide.small import Small, part, read
from halfhour.decide.tellers import Teller, could_tell
from halfhour.decide.told import statements_of, talk_of, talks_of, voices_in
from halfhour.interview.models import Answer, Interview
from halfhour.record.models import Debrief, Opportunity, Quality, WantMet, WayIn

IN_A_CELL = 3
IN_THE_REPORT = 12  # paper has no link to the rest


@dataclass
class Occupation:
    """One column: the candidate, the talks held about it, what the rules say of them, who could still tell."""

    candidate: Candidate
    talks: list[Interview]
    stop: Stop
    evidence: Evidence
    hints: tuple[str, ...]
    could_tell: list[Teller]
    judgement: Judgement | None
    standing: Standing

    @property
    def key(self) -> str:
        return str(self.candidate.pk)

    @property
    def people(self) -> int:
        return self.evidence.people

    @property
    def ruled_out(self) -> bool:
        """Turned away from, after hearing about it or before."""
        turned = self.judgement is not None and self.judgement.outcome == Judgement.Outcome.CHANGED_COURSE
        return turned or self.candidate.dropped_at is not None

    @cached_property
    def url(self) -> str:
        """The page of everything heard about it."""
        return reverse("decide:heard", args=[self.candidate.pk])


@dataclass(frozen=True)
class Shown:
    """One cell as a page shows it: a few statements with every side among them, and how many more there are.

    answered: for a want that other rows answer, which way and by whose word; see: where those words stand. refused: who
    was asked and would rather not say.
    """

    occupation: Occupation
    cell: Cell
    statements: list[Said]
    answered: list[tuple[str, str]]
    see: list[str]
    refused: list[str]

    @property
    def more(self) -> int:
        return len(self.cell.statements) - len(self.statements)

    @property
    def elsewhere(self) -> str:
        """Where the words that answer this want stand."""
        return _("Their words stand under %(rows)s.") % {"rows": ", ".join(f"“{r}”" for r in self.see)}

    @property
    def unknown(self) -> str:
        """Why a cell without a word is without one."""
        if self.refused:
            return _("unknown: %(names)s would rather not say") % {"names": listed(self.refused)}
        return _("unknown: nobody has spoken about it") if self.occupation.talks else _("unknown")


@dataclass(frozen=True)
class Row:
    """One row: the criterion and its cells in the order of the columns.

    near: for a want, code and label of the rows that answer it too. counted_with: the wants this row is counted with.
    """

    criterion: Criterion
    cells: list[tuple[Occupation, Cell]]
    weight: float
    near: tuple[tuple[str, str], ...] = ()
    counted_with: tuple[str, ...] = ()
    refused: dict[str, list[str]] = field(default_factory=dict)  # names by the key of the column
    at_most: int = IN_A_CELL  # statements shown in one cell

    @property
    def told(self) -> bool:
        return any(cell.state is CellState.TOLD for _, cell in self.cells)

    @property
    def published(self) -> bool:
        return any(cell.published for _, cell in self.cells)

    @property
    def shown(self) -> list[Shown]:
        return [self.shown_in(o, cell) for o, cell in self.cells]

    def shown_in(self, occupation: Occupation, cell: Cell) -> Shown:
        quoted = {s.speaker for s in cell.statements}
        heard = {s.criterion for s in cell.nearby if s.speaker not in quoted}
        return Shown(
            occupation,
            cell,
            shown(excerpt(cell.statements, self.at_most)),
            answered_by(cell),
            [label for code, label in self.near if code in heard],
            [] if cell.state is CellState.TOLD else self.refused.get(occupation.key, []),
        )


@dataclass
class SideBySide:
    user: User
    occupations: list[Occupation]
    comparison: Comparison
    survives: Sensitivity
    rows: list[Row]
    decision: Decision | None
    debriefs: dict[int, Debrief] = field(default_factory=dict)
    set_aside: list[Candidate] = field(default_factory=list)  # before anyone was heard about them
    wants: list[Wanted] = field(default_factory=list)
    small: dict[str, list[Small]] = field(default_factory=dict)

    @property
    def talks(self) -> list[Interview]:
        return sorted((t for o in self.occupations for t in o.talks), key=lambda t: (t.on, t.pk))

    @property
    def shown(self) -> list[tuple[Group, list[Row]]]:
        """The rows worth reading: what somebody spoke about, what is published, what the seeker wants, what everyone is asked."""
        return by_group(
            [
                r
                for r in self.rows
                if r.told or r.published or r.criterion.group is Group.WANTS or r.criterion.code in KEY_ROWS
            ]
        )

    @property
    def silent(self) -> list[Row]:
        """The other rows: nobody has spoken about them."""
        shown = {r.criterion.code for _, group in self.shown for r in group}
        return [r for r in self.rows if r.criterion.code not in shown]

    @property
    def counted_with(self) -> list[Row]:
        """Rows that count with a want they answer, not by themselves."""
        return [row for row in self.rows if row.counted_with]

    @property
    def disputed(self) -> list[tuple[Occupation, Row, Cell]]:
        return [(o, row, cell) for row in self.rows for o, cell in row.cells if cell.disputed]

    def on_paper(self, to: list[Occupation]) -> "SideBySide":
        """The same with these columns only (all, when there are none), and room for what was said."""
        to = to or self.occupations
        keys = {o.key for o in to}
        rows = [
            replace(
                r, cells=in_order([(o, c) for o, c in r.cells if o.key in keys], to), at_most=IN_THE_REPORT
            )
            for r in self.rows
        ]
        return replace(self, occupations=to, rows=rows)

    def occupation(self, candidate_id: int) -> Occupation | None:
        return next((o for o in self.occupations if o.candidate.pk == candidate_id), None)


def in_order(cells: list[tuple[Occupation, Cell]], to: list[Occupation]) -> list[tuple[Occupation, Cell]]:
    place = {o.key: n for n, o in enumerate(to)}
    return sorted(cells, key=lambda pair: place[pair[0].key])


def by_group(chosen: list[Row]) -> list[tuple[Group, list[Row]]]:
    groups: dict[Group, list[Row]] = defaultdict(list)
    for row in chosen:
        groups[row.criterion.group].append(row)
    return list(groups.items())


def gather(user: User, *more: QuerySet[Any]) -> SideBySide:
    """Read everything in a fixed number of queries and ask the rules. more: further small rows to read on the way."""
    found = (
        Candidate.objects.visible_to(user)
        .select_related("occupation", "judgement")
        .order_by("position", "pk")
    )
    interviews = talks_of(user)
    held = [t for t in interviews if t.ended_at is not None]
    spoken = {t.candidate_id for t in held}
    every = list(found)
    candidates = [c for c in every if c.dropped_at is None or hasattr(c, "judgement") or c.pk in spoken]
    small = read(*parts(user), *more)
    wants, weights = wants_of(small), {w.a: float(w.number) for w in small["weight"]}
    criteria = rows.criteria_for(wants)
    debriefs = {t.pk: t.debrief for t in held if hasattr(t, "debrief")}
    statements = statements_of(user, held, debriefs, small)
    columns = [Column(str(c.pk), c.words) for c in candidates]
    published = [p for c in candidates if c.occupation for p in published_of(c.occupation, str(c.pk))]
    comparison = compare(columns, criteria, statements, published, weights)
    labels = rows_that_matter(criteria)
    must = [rows.want_code(w.id) for w in wants if w.must]
    near = {c.code: c.near for c in criteria if c.near}
    about = {c.code: c.about for c in comparison.criteria}
    tellers = could_tell(user, candidates, interviews)
    told: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        told[statement.occupation].append(statement)
    standings = {s.column.key: s for s in comparison.standings}
    occupations = []
    for c in candidates:
        talks = [t for t in held if t.candidate_id == c.pk]
        for talk in talks:
            talk.candidate = c  # read already
        voices = voices_in(talks, debriefs)
        occupations.append(
            Occupation(
                candidate=c,
                talks=talks,
                stop=stop_rule(
                    [talk_of(t, debriefs.get(t.pk)) for t in talks],
                    told[str(c.pk)],
                    labels,
                    must_know=must,
                    near=near,
                    enough_talks=user.seeker.enough_talks,
                ),
                evidence=evidence_of(
                    {r.code: comparison.cell(r.code, str(c.pk)) for r in comparison.criteria},
                    about,
                    voices,
                    [t.on for t in talks],
                    needed=user.seeker.enough_talks,
                ),
                hints=spread_hints(voices),
                could_tell=tellers[c.pk],
                judgement=getattr(c, "judgement", None),
                standing=standings[str(c.pk)],
            )
        )
    return SideBySide(
        user=user,
        occupations=occupations,
        comparison=comparison,
        survives=sensitivity(comparison, statements),
        rows=rows_of(comparison, occupations, refused_of(small, held)),
        decision=Decision.objects.visible_to(user).select_related("choice", "alternate").first(),
        debriefs=debriefs,
        set_aside=[c for c in every if c not in candidates],
        wants=wants,
        small=small,
    )


Refused = dict[str, dict[str, list[str]]]  # names by criterion and column


def refused_of(small: dict[str, list[Small]], held: list[Interview]) -> Refused:
    """Who was asked about a row and would rather not say: asked is not the same as never asked."""
    by_id = {t.pk: t for t in held}
    found: Refused = defaultdict(lambda: defaultdict(list))
    for row in small.get("refused", ()):
        if row.ref in by_id and row.a:
            talk = by_id[row.ref]
            names = found[row.a][str(talk.candidate_id)]
            if talk.person.name not in names:
                names.append(talk.person.name)
    return found


def rows_of(comparison: Comparison, occupations: list[Occupation], refused: Refused) -> list[Row]:
    labels = {r.code: r.label for r in comparison.criteria}
    with_wants: dict[str, list[str]] = defaultdict(list)
    for want in comparison.criteria:
        for code in want.near if comparison.weights[want.code] > 0 else ():
            with_wants[code].append(want.label)
    return [
        Row(
            r,
            [(o, comparison.cell(r.code, o.key)) for o in occupations],
            comparison.weights[r.code],
            tuple((code, labels[code]) for code in r.near if code in labels),
            tuple(with_wants.get(r.code, ())),
            near_refused(r, refused),
        )
        for r in comparison.criteria
    ]


def near_refused(row: Criterion, refused: Refused) -> dict[str, list[str]]:
    """For a want, what was refused on the rows that answer it is refused here too."""
    found: dict[str, list[str]] = {}
    for code in (row.code, *row.near):
        for column, names in refused.get(code, {}).items():
            found[column] = list(dict.fromkeys([*found.get(column, []), *names]))
    return found


def parts(user: User) -> list[QuerySet[Any]]:
    """The small rows a comparison is made from; one query."""
    return [
        part("want", Want.objects.visible_to(user), ["kind", "text", "must"]),
        part("weight", Weight.objects.visible_to(user), ["criterion"], number="weight"),
        part("met", WantMet.objects.visible_to(user), ["met"], ref="interview_id", number="want_id"),
        part(
            "refused",
            Answer.objects.visible_to(user).filter(state=Answer.State.REFUSED),
            ["criterion"],
            ref="interview_id",
        ),
        part("way", WayIn.objects.visible_to(user), ["kind", "text"], ref="interview_id"),
        part(
            "opportunity",
            Opportunity.objects.visible_to(user),
            ["kind", "text", "organisation", "when"],
            ref="interview_id",
        ),
        part(
            "quality", Quality.objects.visible_to(user), ["strength", "text", "evidence"], ref="interview_id"
        ),
    ]


def wants_of(small: dict[str, list[Small]]) -> list[Wanted]:
    """What the seeker wants in a job, musts first."""
    wants = [Wanted(str(w.pk), w.a, w.b, w.c == "1") for w in small["want"]]
    return sorted(wants, key=lambda w: not w.must)
