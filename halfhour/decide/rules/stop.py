"""Have I heard enough about this occupation?

Source: an interview handbook (at least three different people per job area). At least two organisations, no must-have want
unknown and a leaning that held over the last two talks are defaults of ours. It is a suggestion; stopping early is
success too (Informational Interviewing Part 1: some change course in time).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from halfhour.decide.rules.comparison import Statement

ENOUGH_TALKS = 3
ENOUGH_ORGANISATIONS = 2
LAST_TALKS = 2
NAMED_AT_MOST = 3


@dataclass(frozen=True)
class Talk:
    """One talk held about the occupation. leaning: pursue, unsure, drop, or empty when not recorded."""

    interview: str
    speaker: str
    held_on: date
    organisation: str = ""
    leaning: str = ""


@dataclass(frozen=True)
class Stop:
    """enough: the rule suggests to stop. talks of needed is the coverage meter.

    met: what is there; missing: what is not, as things to get. nothing_new_on: criteria the last two talks added nothing to; nobody_on: those no one spoke
    about. words: the reason in one line.
    """

    enough: bool
    talks: int
    needed: int
    met: tuple[str, ...]
    missing: tuple[str, ...]
    nothing_new_on: tuple[str, ...]
    nobody_on: tuple[str, ...]
    words: str


def stop_rule(
    talks: Sequence[Talk],
    statements: Sequence[Statement],
    labels: Mapping[str, str],
    *,
    must_know: Sequence[str] = (),
    near: Mapping[str, Sequence[str]] | None = None,
    enough_talks: int = ENOUGH_TALKS,
) -> Stop:
    """Say whether enough was heard about one occupation, and why.

    statements: those about this occupation. labels: criterion code to `Criterion.about`, for every row that matters. must_know: codes
    of wants the seeker cannot do without; near: for a want, the rows that also answer it. Practice talks are left out by
    the caller. One person twice is one person.
    """
    ordered = sorted(talks, key=lambda t: (t.held_on, t.interview))
    people = len({t.speaker for t in ordered})
    organisations = len({t.organisation for t in ordered if t.organisation})
    heard = {s.criterion for s in statements}
    unknown_musts = [code for code in must_know if not {code, *(near or {}).get(code, ())} & heard]
    musts = _list(unknown_musts, labels) if unknown_musts else ""
    checks = [
        (
            people >= enough_talks,
            f"{people} people heard" if people >= enough_talks else _more(people, enough_talks),
        ),
        (
            organisations >= ENOUGH_ORGANISATIONS,
            f"{organisations} organisations"
            if organisations >= ENOUGH_ORGANISATIONS
            else f"someone from {'a second organisation' if organisations == 1 else 'two organisations'}",
        ),
        (
            not unknown_musts,
            f"a word on {musts}, which you must have" if musts else "every must-have has been spoken about",
        ),
        _leaning_held(ordered),
    ]
    stale = nothing_new_on([t.interview for t in ordered], statements)
    covered = heard | {want for want, rows in (near or {}).items() if set(rows) & heard}
    nobody = tuple(code for code in labels if code not in covered)
    enough = all(ok for ok, _ in checks)
    return Stop(
        enough,
        people,
        enough_talks,
        tuple(words for ok, words in checks if ok),
        tuple(words for ok, words in checks if not ok),
        stale,
        nobody,
        _words(enough, len(ordered), stale, nobody, [words for ok, words in checks if not ok], labels),
    )


def _leaning_held(ordered: Sequence[Talk]) -> tuple[bool, str]:
    leanings = [t.leaning for t in ordered[-LAST_TALKS:]]
    if len(leanings) < LAST_TALKS:
        return False, "a leaning that holds over two talks"
    if not all(leanings):
        return False, "a leaning noted after the last two talks"
    if len(set(leanings)) == 1:
        return True, "your leaning held over the last two talks"
    return False, "a leaning that stays: the last talk changed it"


def _more(people: int, needed: int) -> str:
    missing = needed - people
    return f"{missing} more {'person' if missing == 1 else 'people'} ({people} of {needed} heard)"


def nothing_new_on(interviews: Sequence[str], statements: Sequence[Statement]) -> tuple[str, ...]:
    """Return the criteria on which the last two talks said nothing that was not known before them.

    interviews: keys of the talks, oldest first. Something is new when it is the first word on a criterion, or takes the
    other side from everyone before. Fewer than three talks: nothing can be said, so the answer is empty.
    """
    if len(interviews) <= LAST_TALKS:
        return ()
    last = set(interviews[-LAST_TALKS:])
    sides: dict[str, set[int]] = {}
    for s in statements:
        if s.interview not in last:
            sides.setdefault(s.criterion, set()).add(_side(s))
    fresh = {
        s.criterion
        for s in statements
        if s.interview in last and _side(s) not in sides.get(s.criterion, set())
    }
    return tuple(code for code in sides if code not in fresh)


def _side(statement: Statement) -> int:
    stance = statement.stance or 0
    return (stance > 0) - (stance < 0)


def _words(
    enough: bool,
    talks: int,
    stale: Sequence[str],
    nobody: Sequence[str],
    missing: Sequence[str],
    labels: Mapping[str, str],
) -> str:
    if not talks:
        return "You have not yet talked to anyone about this."
    parts = []
    known_stale = [code for code in stale if code in labels]
    if known_stale:
        parts.append(f"The last two told you nothing new about {_list(known_stale, labels)}.")
    if nobody:
        parts.append(f"Nobody has spoken about {_list(nobody, labels)} yet.")
    if enough:
        return " ".join(["You may have heard enough.", *parts])
    return " ".join([*parts, f"Still missing: {'; '.join(missing)}."])


def _list(codes: Sequence[str], labels: Mapping[str, str]) -> str:
    names = [labels.get(code, code) for code in codes[:NAMED_AT_MOST]]
    rest = len(codes) - len(names)
    if rest:
        return ", ".join(names) + f" and {rest} more"
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
