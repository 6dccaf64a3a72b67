"""Whom to tell what was decided, and who gets the new résumé.

Source: Yale and Carleton (tell people what you did with their advice and what you decided); Informational Interviewing Part
2 (whoever saw a résumé gets the final one after a career was chosen). Who counts as having helped is a default of ours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Helper:
    """Someone who had a part in it. how: "talked", "introduced" or "named". resume: the version they saw, empty for none.

    resume_on: the day that version was made. told_on: the day they last heard what was decided.
    """

    person_id: int
    name: str
    how: str
    detail: str = ""
    on: date | None = None
    resume: str = ""
    resume_on: date | None = None
    told_on: date | None = None


@dataclass(frozen=True)
class Telling:
    """One person to tell. why: in one line. new_resume: they saw an older version than the newest."""

    person_id: int
    name: str
    why: str
    resume: str
    new_resume: bool
    told_on: date | None


_FIRST = ("talked", "introduced", "named")
_WHY = {
    "talked": "talked with you about {detail}",
    "introduced": "introduced you to {detail}",
    "named": "gave you the name of {detail}",
}


def to_tell(
    helpers: Sequence[Helper], *, decided_on: date, newest_resume_on: date | None = None
) -> list[Telling]:
    """List everyone once: those still to be told first, and among them those who saw an old résumé.

    decided_on: the day this choice was first written down; whoever heard on or after it has been told.
    """
    by_person: dict[int, list[Helper]] = {}
    for helper in sorted(helpers, key=lambda h: _FIRST.index(h.how)):
        by_person.setdefault(helper.person_id, []).append(helper)
    made = []
    for person_id, parts in by_person.items():
        told = max((h.told_on for h in parts if h.told_on), default=None)
        seen = max((h for h in parts if h.resume), key=lambda h: h.resume_on or date.min, default=None)
        old = bool(seen and seen.resume_on and newest_resume_on and seen.resume_on < newest_resume_on)
        made.append(
            Telling(
                person_id,
                parts[0].name,
                listed(list(dict.fromkeys(_WHY[h.how].format(detail=h.detail) for h in parts))),
                seen.resume if seen else "",
                old,
                told if told and told >= decided_on else None,
            )
        )
    return sorted(made, key=lambda t: (t.told_on is not None, not t.new_resume, not t.resume))


def listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]
