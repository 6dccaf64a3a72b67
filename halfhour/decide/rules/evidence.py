"""How much stands behind one column: how many people, how different they are, whether they agree, how old it is.

Source: an interview handbook (at least three different people), Connecticut (attitudes and biases have to be weighed), What
Color Is Your Parachute? For Teens (ask people at other stages too). What counts as confirmed is a default of ours: a second
person who says it the same way.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from halfhour.decide.rules.comparison import ENOUGH_PEOPLE, Cell, voices_of
from halfhour.decide.rules.spread import Voice

NAMED_AT_MOST = 3


@dataclass(frozen=True)
class Evidence:
    """What stands behind one column. Rows are named by their words inside a sentence (`Criterion.about`).

    confirmed: rows on which two or more people lean the same way and nobody the other; contradicted: one for, one against;
    alone: rows only one person spoke about. first_on, last_on: days of the first and last talk; None without any.
    """

    people: int
    talks: int
    needed: int
    organisations: int
    levels: tuple[str, ...]
    years: tuple[int, int] | None
    confirmed: tuple[str, ...]
    contradicted: tuple[str, ...]
    alone: tuple[str, ...]
    published: int
    first_on: date | None
    last_on: date | None

    @property
    def thin(self) -> bool:
        return self.people < self.needed

    @property
    def spread_words(self) -> str:
        """ "2 organisations; levels: working, senior; 1 to 8 years in the job"; empty while nobody was heard."""
        if not self.people:
            return ""
        parts = []
        if self.organisations:
            parts.append(
                "1 organisation" if self.organisations == 1 else f"{self.organisations} organisations"
            )
        if self.levels:
            parts.append(f"levels: {', '.join(self.levels)}")
        if self.years:
            low, high = self.years
            parts.append(f"{low} years in the job" if low == high else f"{low} to {high} years in the job")
        return "; ".join(parts) or "not recorded"

    @property
    def agreement_words(self) -> str:
        """Counts what a second person confirmed or contradicted; empty while nobody was heard."""
        if not self.people:
            return ""
        parts = []
        if self.confirmed:
            parts.append(f"a second person points the same way: {counted(self.confirmed)}")
        if self.contradicted:
            parts.append(f"they point both ways: {counted(self.contradicted)}")
        if self.alone:
            rows = "1 row rests" if len(self.alone) == 1 else f"{len(self.alone)} rows rest"
            parts.append(f"{rows} on one person's word")
        return "; ".join(parts) or "nothing to compare yet"


def evidence_of(
    cells: Mapping[str, Cell],
    about: Mapping[str, str],
    voices: Sequence[Voice],
    days: Sequence[date],
    *,
    needed: int = ENOUGH_PEOPLE,
) -> Evidence:
    """Count the evidence of one column.

    cells: by criterion code; about: the words of each code inside a sentence, for the rows to count. voices: one for each
    person heard, days: one for each talk.
    """
    confirmed, contradicted, alone = [], [], []
    for code, words in about.items():
        cell = cells.get(code)
        if cell is None or not cell.statements:
            continue
        leaning = [v for v in voices_of(cell.statements).values() if v]
        speakers = {s.speaker for s in cell.statements}
        if cell.disputed:
            contradicted.append(words)
        elif len(speakers) == 1:
            alone.append(words)
        elif len(leaning) > 1 and (min(leaning) > 0 or max(leaning) < 0):
            confirmed.append(words)
    years = [v.years_in_job for v in voices if v.years_in_job is not None]
    return Evidence(
        people=len(voices),
        talks=len(days),
        needed=needed,
        organisations=len({v.organisation for v in voices if v.organisation}),
        levels=tuple(dict.fromkeys(v.level for v in voices if v.level)),
        years=(min(years), max(years)) if years else None,
        confirmed=tuple(confirmed),
        contradicted=tuple(contradicted),
        alone=tuple(alone),
        published=sum(bool(cell.published) for cell in cells.values()),
        first_on=min(days, default=None),
        last_on=max(days, default=None),
    )


def counted(rows: Sequence[str]) -> str:
    """ "2 (hours, pay)"; from four on only the count and the first three."""
    named = ", ".join(rows[:NAMED_AT_MOST])
    return f"{len(rows)} ({named}{', …' if len(rows) > NAMED_AT_MOST else ''})"
