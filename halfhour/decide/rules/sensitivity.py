"""Does the ranking survive without one conversation, or without one weight?

Source: Connecticut (weigh what each person says); that a choice hanging on a single talk or a single row is said aloud is a
default of ours.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from halfhour.decide.rules.comparison import Comparison, Statement, balance_of, score_of, voices_of

NAMED_AT_MOST = 3


class Without(StrEnum):
    INTERVIEW = "interview"
    WEIGHT = "weight"


@dataclass(frozen=True)
class Change:
    """Leaving out `what` (an interview or criterion key) would put `first` on top; None when nothing could be ranked any more."""

    without: Without
    what: str
    name: str
    first: str | None


@dataclass(frozen=True)
class Sensitivity:
    """survives: the first place stays, whatever single thing is left out. words: one sentence for the page."""

    survives: bool
    changes: tuple[Change, ...]
    words: str


def sensitivity(comparison: Comparison, statements: Sequence[Statement]) -> Sensitivity:
    """Leave out each interview and each weighted row in turn and see whether another occupation comes first.

    statements: those the comparison was made from.
    """
    first = comparison.first
    scored = [s for s in comparison.standings if s.score is not None]
    if first is None or len(scored) < 2:
        return Sensitivity(
            True,
            (),
            "There is nothing to rank yet: that takes two occupations with words for or against them.",
        )
    keys = [c.key for c in comparison.columns]
    balances: dict[str, dict[str, float | None]] = {
        key: {row.code: comparison.cell(row.code, key).balance for row in comparison.criteria} for key in keys
    }
    scores = {key: score_of(balances[key], comparison.counts)[0] for key in keys}
    changes = [
        *_without_interviews(comparison, statements, balances, scores, first.key),
        *_without_weights(comparison, balances, first.key),
    ]
    names = {c.key: c.name for c in comparison.columns}
    return Sensitivity(
        not changes, tuple(changes), _words(changes, names, first.name, close=comparison.close)
    )


def _without_interviews(
    comparison: Comparison,
    statements: Sequence[Statement],
    balances: Mapping[str, Mapping[str, float | None]],
    scores: Mapping[str, float | None],
    first: str,
) -> list[Change]:
    by_interview: dict[str, list[Statement]] = defaultdict(list)
    for s in statements:
        if s.stance is not None and s.occupation in balances:
            by_interview[s.interview].append(s)
    bears_on: dict[str, list[str]] = defaultdict(list)
    for row in comparison.criteria:
        for code in (row.code, *row.near):
            bears_on[code].append(row.code)
    changes = []
    for interview, said in by_interview.items():
        without = dict(scores)
        for key in {s.occupation for s in said}:
            touched = {row for s in said if s.occupation == key for row in bears_on[s.criterion]}
            changed = dict(balances[key])
            for code in touched:
                cell = comparison.cell(code, key)
                rest = [s for s in (*cell.statements, *cell.nearby) if s.interview != interview]
                changed[code] = balance_of(voices_of(rest))
            without[key] = score_of(changed, comparison.counts)[0]
        winner = _first(without)
        if winner != first:
            name = said[0].speaker_name or said[0].speaker
            changes.append(Change(Without.INTERVIEW, interview, name, winner))
    return changes


def _without_weights(
    comparison: Comparison, balances: Mapping[str, Mapping[str, float | None]], first: str
) -> list[Change]:
    changes = []
    for row in comparison.criteria:
        if comparison.counts[row.code] <= 0:
            continue
        if all(balances[key][row.code] is None for key in balances):
            continue
        counts = {**comparison.counts, row.code: 0.0}
        winner = _first({key: score_of(balances[key], counts)[0] for key in balances})
        if winner != first:
            changes.append(Change(Without.WEIGHT, row.code, row.label, winner))
    return changes


def _first(scores: Mapping[str, float | None]) -> str | None:
    known = {key: score for key, score in scores.items() if score is not None}
    return max(known, key=lambda key: known[key]) if known else None


def _words(changes: Sequence[Change], names: Mapping[str, str], first: str, *, close: bool) -> str:
    begins = f"Adding up what people said, row by row, {first} comes first"
    if close:
        begins += " by so little that it could be the other way round"
    if not changes:
        return f"{begins}, and stays first whichever single talk or row is left out."
    turned = [c for c in changes if c.first]
    if not turned:
        return f"All of this hangs on “{changes[0].name}”: without it nothing could be compared. Ask about other things too."
    parts = [
        f"the talk with {c.name}" if c.without is Without.INTERVIEW else f"the row “{c.name}”"
        for c in turned[:NAMED_AT_MOST]
    ]
    listed = parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " or " + parts[-1]
    others = {names[c.first] for c in turned if c.first}
    would = others.pop() if len(others) == 1 else "another"
    rest = len(turned) - len(parts)
    more = f" (and {rest} more such cases)" if rest else ""
    return (
        f"{begins}. Leave out {listed}{more}, and {would} would come first instead. "
        "One more person heard may settle it, or turn it round."
    )
