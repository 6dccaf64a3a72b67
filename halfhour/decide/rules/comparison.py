"""Occupations side by side: what people said in each cell, what is published beside it, and how they compare.

Source: Informational Interviewing Part 1: decide among occupations, see whether they fit interests, skills and personality;
Connecticut (everyone has attitudes that must be weighed, so disagreement is shown, not averaged away). At least three
people: an interview handbook. How stances add up is a default of ours.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from halfhour.choose.rules.criteria import Criterion

ENOUGH_PEOPLE = 3
CLOSE = 0.1
DEFAULT_WEIGHT = 1.0


@dataclass(frozen=True, slots=True)
class Statement:
    """One finding: what one person said about one criterion of one occupation.

    occupation: key of a column. stance: -1 against, 0 neither, +1 for (halves allowed), None when not said.
    confidence: 0 to 100. is_quote: in their own words; mine: what the seeker made
    of the talk. speaker, interview: keys; the same speaker in two interviews is one voice.
    """

    occupation: str
    criterion: str
    text: str
    speaker: str
    interview: str
    said_on: date
    stance: float | None = None
    confidence: int = 70
    speaker_name: str = ""
    key: str = ""
    is_quote: bool = False
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Published:
    """One published fact. source: name and release, such as "O*NET 30.3"."""

    occupation: str
    criterion: str
    text: str
    source: str


@dataclass(frozen=True)
class Column:
    """One occupation or specialty."""

    key: str
    name: str


class CellState(StrEnum):
    UNKNOWN = "unknown"
    PUBLISHED_ONLY = "published-only"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Cell:
    """What is known in one cell. balance runs from -1 to +1 and is None without stances: unknown is never zero.

    nearby: statements on a neighbouring row that also bear on a want. disputed: one voice for, another against.
    """

    state: CellState
    statements: tuple[Statement, ...] = ()
    nearby: tuple[Statement, ...] = ()
    published: tuple[Published, ...] = ()
    people: int = 0
    balance: float | None = None
    disputed: bool = False

    @property
    def thin(self) -> bool:
        return 0 < self.people < ENOUGH_PEOPLE


@dataclass(frozen=True)
class Standing:
    """How one occupation comes out. score: -1 to +1 over the weighted rows that are known, None when none is.

    known_share: share of the weight that is known. low, high: where the score could end once the rest is known.
    """

    column: Column
    score: float | None
    known_share: float
    low: float
    high: float
    people: int
    disputed: tuple[str, ...]
    unknown: tuple[str, ...]

    @property
    def thin(self) -> bool:
        return self.people < ENOUGH_PEOPLE

    @property
    def words(self) -> str:
        """ "+0.31, from 43 percent of what counts; with the rest known, anywhere from -0.38 to +0.76"; "" while unknown."""
        if self.score is None:
            return ""
        known = f"{signed(self.score)}, from {round(100 * self.known_share)} percent of what counts"
        if self.known_share >= 1:
            return known
        return f"{known}; with the rest known, anywhere from {signed(self.low)} to {signed(self.high)}"


def signed(score: float) -> str:
    """ "+0.31", "−0.20", "0"."""
    rounded = round(score, 2)
    return f"{'+' if rounded > 0 else '−'}{abs(rounded):.2f}" if rounded else "0"


@dataclass(frozen=True)
class Comparison:
    """cells by (criterion code, column key); standings best first, those nobody has spoken about last.

    weights: as the seeker gave them; counts: what each row weighs in the sum, see `counting`. close: the first two are
    too near to each other to call.
    """

    columns: tuple[Column, ...]
    criteria: tuple[Criterion, ...]
    cells: Mapping[tuple[str, str], Cell]
    standings: tuple[Standing, ...]
    weights: Mapping[str, float]
    counts: Mapping[str, float]
    close: bool

    def cell(self, criterion: str, column: str) -> Cell:
        return self.cells[criterion, column]

    @property
    def first(self) -> Column | None:
        top = self.standings[0] if self.standings else None
        return top.column if top and top.score is not None else None


def compare(
    columns: Sequence[Column],
    criteria: Sequence[Criterion],
    statements: Sequence[Statement],
    published: Sequence[Published] = (),
    weights: Mapping[str, float] | None = None,
) -> Comparison:
    """Put occupations side by side.

    criteria: the rows; counted rows carry no cells. weights: by criterion code, 0 leaves a row out of the ranking, a row
    not named weighs 1. Statements about other columns or rows are passed over.
    """
    rows = tuple(c for c in criteria if not c.counted)
    by_cell: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        by_cell[statement.criterion, statement.occupation].append(statement)
    facts: dict[tuple[str, str], list[Published]] = defaultdict(list)
    for fact in published:
        facts[fact.criterion, fact.occupation].append(fact)
    cells = {}
    for row in rows:
        for column in columns:
            own = by_cell.get((row.code, column.key), [])
            near = [s for code in row.near for s in by_cell.get((code, column.key), [])]
            cells[row.code, column.key] = make_cell(own, near, facts.get((row.code, column.key), []))
    chosen = {row.code: (weights or {}).get(row.code, DEFAULT_WEIGHT) for row in rows}
    counts = counting(rows, chosen)
    speakers: dict[str, set[str]] = defaultdict(set)
    for statement in statements:
        speakers[statement.occupation].add(statement.speaker)
    standings = [
        standing(
            column, {row.code: cells[row.code, column.key] for row in rows}, counts, len(speakers[column.key])
        )
        for column in columns
    ]
    ordered = tuple(sorted(standings, key=_place))
    scores = [s.score for s in ordered if s.score is not None]
    close = len(scores) > 1 and scores[0] - scores[1] < CLOSE
    return Comparison(tuple(columns), rows, cells, ordered, chosen, counts, close)


def counting(rows: Sequence[Criterion], chosen: Mapping[str, float]) -> dict[str, float]:
    """What each row weighs in the sum, so that nothing said is added up twice.

    A row whose statements answer a want counts there, and not once more by itself; the want then weighs as much as the
    heavier of the two. A want of weight 0 answers for no row.
    """
    counts = dict(chosen)
    for want in rows:
        if want.near and chosen[want.code] > 0:
            counts[want.code] = max(chosen[code] for code in (want.code, *want.near) if code in chosen)
            counts.update((code, 0.0) for code in want.near if code in counts)
    return counts


def make_cell(own: Sequence[Statement], near: Sequence[Statement], published: Sequence[Published]) -> Cell:
    """Gather one cell. Each voice counts once, however much it said."""
    told = [*own, *near]
    voices = voices_of(told)
    balance = balance_of(voices)
    state = CellState.TOLD if told else CellState.PUBLISHED_ONLY if published else CellState.UNKNOWN
    return Cell(
        state,
        tuple(sorted(own, key=_when)),
        tuple(sorted(near, key=_when)),
        tuple(published),
        len({s.speaker for s in told}),
        balance,
        any(v > 0 for v in voices.values()) and any(v < 0 for v in voices.values()),
    )


def voices_of(statements: Sequence[Statement]) -> dict[str, float]:
    """Return each speaker's mean stance, weighted by confidence; speakers without a stance are left out."""
    total: dict[str, float] = defaultdict(float)
    weight: dict[str, float] = defaultdict(float)
    for s in statements:
        if s.stance is not None:
            sure = max(1, min(100, s.confidence))
            total[s.speaker] += s.stance * sure
            weight[s.speaker] += sure
    return {speaker: total[speaker] / weight[speaker] for speaker in total}


def balance_of(voices: Mapping[str, float]) -> float | None:
    return sum(voices.values()) / len(voices) if voices else None


def standing(
    column: Column, cells: Mapping[str, Cell], weights: Mapping[str, float], people: int
) -> Standing:
    """Say how one occupation comes out over its cells, by criterion code."""
    balances = {code: cell.balance for code, cell in cells.items()}
    score, share, low, high = score_of(balances, weights)
    return Standing(
        column,
        score,
        share,
        low,
        high,
        people,
        tuple(code for code, cell in cells.items() if cell.disputed),
        tuple(code for code, cell in cells.items() if cell.state is not CellState.TOLD),
    )


def score_of(
    balances: Mapping[str, float | None], weights: Mapping[str, float]
) -> tuple[float | None, float, float, float]:
    """Return score, known share, lowest and highest possible score. Rows of weight 0 play no part."""
    known = total = weighted = 0.0
    for code, balance in balances.items():
        weight = weights.get(code, DEFAULT_WEIGHT)
        total += weight
        if balance is not None:
            known += weight
            weighted += weight * balance
    if total <= 0:
        return None, 0.0, -1.0, 1.0
    unknown = total - known
    score = weighted / known if known else None
    return score, known / total, (weighted - unknown) / total, (weighted + unknown) / total


def _place(one: Standing) -> tuple[bool, float, float]:
    return (one.score is None, -(one.score or 0.0), -one.known_share)


def _when(statement: Statement) -> tuple[date, str]:
    return (statement.said_on, statement.key)
