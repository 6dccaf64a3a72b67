"""Which department does an occupation: a later step knows, and says here how to ask it."""

from collections.abc import Callable

from halfhour.choose.models import Candidate

_told_by: list[Callable[[str, str], str]] = []


def told_by(department_for: Callable[[str, str], str]) -> None:
    """department_for(code, name of the occupation) -> a department; called when the program starts."""
    if department_for not in _told_by:
        _told_by.append(department_for)


def suggested(candidate: Candidate) -> str:
    """A likely department for an occupation of the shortlist; empty when nobody can tell."""
    code = candidate.occupation_id or ""
    return next((found for tell in _told_by if (found := tell(code, candidate.words))), "")
