"""Everything the comparison shows, gathered once: talks, statements, published facts, and what the rules make of them."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Exists, F, OuterRef, Q

from halfhour.accounts.models import User
from halfhour.choose.models import Candidate, Want, Weight
from halfhour.choose.rules import criteria as rows
from halfhour.choose.rules.criteria import Criterion, Group
from halfhour.contact.models import Approach
from halfhour.decide.models import Decision, Judgement
from halfhour.decide.published import published_of
from halfhour.decide.rules.comparison import Cell, CellState, Column, Comparison, Statement, compare
from halfhour.decide.rules.rows import KEY_ROWS, rows_that_matter
from halfhour.decide.rules.sensitivity import Sensitivity, sensitivity
from halfhour.decide.rules.stop import Stop, Talk, stop_rule
from halfhour.find.models import Person
from halfhour.find.rules.ranking import SURE
from halfhour.interview.models import Interview
from halfhour.record.models import Debrief, Finding

FIT = ("interests", "skills", "personality")
COULD_TELL = 3
COULD_TELL_LOOKED_AT = 300


@dataclass
class Occupation:
    """One column: the candidate, the talks held about it, the verdict of the stop rule, who could still tell."""

    candidate: Candidate
    talks: list[Interview]
    stop: Stop
    could_tell: list[str]
    judgement: Judgement | None

    @property
    def key(self) -> str:
        return str(self.candidate.pk)

    @property
    def people(self) -> int:
        return len({t.person_id for t in self.talks})


@dataclass(frozen=True)
class Row:
    """One row: the criterion and its cells in the order of the columns."""

    criterion: Criterion
    cells: list[tuple[Occupation, Cell]]
    weight: float

    @property
    def told(self) -> bool:
        return any(cell.state is CellState.TOLD for _, cell in self.cells)


@dataclass
class SideBySide:
    user: User
    occupations: list[Occupation]
    comparison: Comparison
    survives: Sensitivity
    rows: list[Row]
    decision: Decision | None
    debriefs: dict[int, Debrief] = field(default_factory=dict)

    @property
    def talks(self) -> list[Interview]:
        return sorted((t for o in self.occupations for t in o.talks), key=lambda t: (t.on, t.pk))

    @property
    def shown(self) -> list[tuple[Group, list[Row]]]:
        """The rows worth reading: what somebody spoke about, what the seeker wants, and what everyone is asked."""
        return by_group(
            [
                r
                for r in self.rows
                if r.told or r.criterion.group is Group.WANTS or r.criterion.code in KEY_ROWS
            ]
        )

    @property
    def silent(self) -> list[Row]:
        """The other rows: nobody has spoken about them."""
        shown = {r.criterion.code for _, group in self.shown for r in group}
        return [r for r in self.rows if r.criterion.code not in shown]

    @property
    def disputed(self) -> list[tuple[Occupation, Row, Cell]]:
        return [(o, row, cell) for row in self.rows for o, cell in row.cells if cell.disputed]


def by_group(chosen: list[Row]) -> list[tuple[Group, list[Row]]]:
    groups: dict[Group, list[Row]] = defaultdict(list)
    for row in chosen:
        groups[row.criterion.group].append(row)
    return list(groups.items())


def gather(user: User) -> SideBySide:
    """Read everything in a fixed number of queries and ask the rules."""
    found = (
        Candidate.objects.visible_to(user)
        .select_related("occupation", "judgement")
        .order_by("position", "pk")
    )
    candidates = [c for c in found if c.dropped_at is None or hasattr(c, "judgement")]
    wants = list(Want.objects.visible_to(user))
    criteria = rows.criteria_for([rows.Want(str(w.pk), w.kind, w.text, w.must) for w in wants])
    weights = {w.criterion: float(w.weight) for w in Weight.objects.visible_to(user)}
    evidence = Interview.objects.visible_to(user).exclude(kind=Interview.Kind.PRACTICE).standing()
    interviews = list(evidence.select_related("person__organisation", "debrief").order_by("on", "pk"))
    held = [t for t in interviews if t.ended_at is not None]
    debriefs = {t.pk: t.debrief for t in held if hasattr(t, "debrief")}
    statements = statements_of(user, held, debriefs)
    columns = [Column(str(c.pk), c.words) for c in candidates]
    published = [p for c in candidates if c.occupation for p in published_of(c.occupation, str(c.pk))]
    comparison = compare(columns, criteria, statements, published, weights)
    labels = rows_that_matter(criteria)
    must = [rows.want_code(w.pk) for w in wants if w.must]
    near = {c.code: c.near for c in criteria if c.near}
    tellers = could_tell(user, candidates, interviews)
    occupations = [
        Occupation(
            candidate=c,
            talks=(talks := [t for t in held if t.candidate_id == c.pk]),
            stop=stop_rule(
                [talk_of(t, debriefs.get(t.pk)) for t in talks],
                [s for s in statements if s.occupation == str(c.pk)],
                labels,
                must_know=must,
                near=near,
            ),
            could_tell=tellers[c.pk],
            judgement=getattr(c, "judgement", None),
        )
        for c in candidates
    ]
    return SideBySide(
        user=user,
        occupations=occupations,
        comparison=comparison,
        survives=sensitivity(comparison, statements),
        rows=[
            Row(r, [(o, comparison.cell(r.code, o.key)) for o in occupations], comparison.weights[r.code])
            for r in comparison.criteria
        ],
        decision=Decision.objects.visible_to(user).select_related("choice", "alternate").first(),
        debriefs=debriefs,
    )


def statements_of(user: User, held: list[Interview], debriefs: dict[int, Debrief]) -> list[Statement]:
    """Every finding, and the three fit ratings of each debrief, as statements with their speaker."""
    talks = {t.pk: t for t in held}
    made = [
        Statement(
            occupation=str(f.candidate_id),
            criterion=f.criterion,
            text=f.text,
            speaker=str(f.person_id),
            interview=str(f.interview_id),
            said_on=f.said_on,
            stance=f.stance,
            confidence=f.confidence,
            speaker_name=talks[f.interview_id].person.name,
            key=str(f.pk),
            is_quote=f.quote,
        )
        for f in Finding.objects.visible_to(user)
        if f.interview_id in talks
    ]
    for pk, debrief in debriefs.items():
        talk = talks[pk]
        for name in FIT:
            rating = getattr(debrief, f"fit_{name}")
            if rating is not None:
                because = getattr(debrief, f"fit_{name}_because")
                made.append(
                    Statement(
                        occupation=str(talk.candidate_id),
                        criterion=name,
                        text=(f"{rating:+d}" if rating else "0") + (f": {because}" if because else ""),
                        speaker=str(talk.person_id),
                        interview=str(pk),
                        said_on=talk.on,
                        stance=rating / 2,
                        speaker_name=talk.person.name,
                        key=f"fit-{pk}-{name}",
                    )
                )
    return made


def talk_of(talk: Interview, debrief: Debrief | None) -> Talk:
    organisation = talk.person.organisation
    return Talk(
        interview=str(talk.pk),
        speaker=str(talk.person_id),
        held_on=talk.on,
        organisation=organisation.name if organisation else "",
        leaning=debrief.leaning if debrief else "",
    )


def could_tell(user: User, candidates: list[Candidate], interviews: list[Interview]) -> dict[int, list[str]]:
    """Who could still speak about each occupation: talks already agreed first, then people known to do the work."""
    names: dict[int, list[str]] = {c.pk: [] for c in candidates}
    heard = {t.person_id for t in interviews if t.ended_at is not None}
    coming = [t for t in interviews if t.ended_at is None]
    for talk in coming:
        names.get(talk.candidate_id, []).append(talk.person.name)
    agreed = {t.person_id for t in coming}
    doing = Q(candidate__in=candidates) | Q(
        occupation__soc__in=[soc_of(c) for c in candidates], code_score__gte=SURE
    )
    people = Person.objects.visible_to(user).current().filter(doing, do_not_contact_at=None, route_only=False)
    people = people.exclude(does_it=Person.DoesIt.NO).exclude(pk__in=heard | agreed)
    closed = Approach.objects.filter(person=OuterRef("pk")).exclude(closed_because="")
    known_first = people.exclude(Exists(closed)).order_by(
        F("candidate").asc(nulls_last=True), "-code_score", "pk"
    )
    for candidate_id, soc, name in known_first.values_list("candidate", "occupation__soc", "name")[
        :COULD_TELL_LOOKED_AT
    ]:
        for candidate in candidates:
            listed = candidate_id == candidate.pk or (
                candidate_id is None and soc and soc == soc_of(candidate)
            )
            if listed and len(names[candidate.pk]) < COULD_TELL:
                names[candidate.pk].append(name)
    return names


def soc_of(candidate: Candidate) -> str:
    return candidate.occupation.soc if candidate.occupation else ""
