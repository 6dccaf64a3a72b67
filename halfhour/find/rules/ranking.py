"""Whom to ask first about one occupation, and why.

Source: Informational Interviewing Part 1, "Deciding Whom to Interview": people actually working in the occupation, at
or near the level at which you would enter, beginning with people you know. Human resources and recruiters are a way to
a name, not a source. The weights are a default of ours; what someone does comes before everything else.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum

from halfhour.find.rules.routes import is_route_for
from halfhour.find.rules.warmth import Connection, warmth

ENOUGH_NAMES = 3  # fewer than this on a list is worth a warning
SURE = 0.5  # from this probability on, a title counts as this occupation
POSSIBLE = 0.2
LISTED_FOR_IT = (
    0.8  # the word of whoever named them, or the seeker's own, as against a title read by a program
)
LEVELS = ("trainee", "working", "senior", "manages", "heads")
WEIGHT_DOES_IT = 40.0
WEIGHT_LEVEL = 22.0
WEIGHT_WARMTH = 25.0
WEIGHT_REACHABLE = 8.0
WEIGHT_SOURCE = 3.0
SAME_ORGANISATION = -18.0
SAVED_FOR_LATER = -30.0


class Role(IntEnum):
    """What this person can do for the seeker; lower comes first."""

    DOES_IT = 0
    MAY_DO_IT = 1
    MAY_KNOW = 2
    ROUTE = 3


class LevelFit(StrEnum):
    NEAR = "near"
    BELOW = "below"
    ONE_UP = "one-up"
    FURTHER_UP = "further-up"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Contact:
    """One person as the ranking sees them.

    code: O*NET-SOC or None; code_score: its probability, 1 when the seeker confirmed it; does_it: "yes", "past", "no" or
    ""; may_know: ticked "may know someone"; reach: the ways known, of email, phone, network, postal, switchboard;
    how_found: there is a source line for the letter; asked_on: the last ask, None if never. listed_for_it: put on the list
    for this occupation by hand, or because someone named them for it.
    """

    person_id: int
    name: str
    title: str = ""
    organisation: str = ""
    code: str | None = None
    code_score: float = 0.0
    does_it: str = ""
    may_know: bool = False
    level: str = "unknown"
    connection: Connection = field(default_factory=Connection)
    reach: tuple[str, ...] = ()
    how_found: bool = False
    asked_on: date | None = None
    save_for_later: bool = False
    listed_for_it: bool = False


@dataclass(frozen=True)
class Looking:
    """What the seeker looks for. code: None while the occupation is only in their own words.

    related: codes close to it; asked_organisations: where someone was asked too lately to open a second name.
    """

    code: str | None
    name: str
    entry_level: str = "working"
    related: frozenset[str] = frozenset()
    asked_organisations: Mapping[str, date] = field(default_factory=dict)


@dataclass(frozen=True)
class Ranked:
    """A person in their place. reasons: in words, most telling first; warning: a sentence or ""."""

    person_id: int
    name: str
    title: str
    organisation: str
    code: str
    level: str
    warmth: float
    route_only: bool
    role: Role
    level_fit: LevelFit
    score: float
    reasons: tuple[str, ...]
    warning: str = ""


def rank(contacts: Iterable[Contact], looking: Looking) -> list[Ranked]:
    """Everyone who does the work, may do it, or may know someone; best first. The others are left out.

    Someone asked before stays out: their place is the approach, not the list.
    """
    placed = (place(contact, looking) for contact in contacts if contact.asked_on is None)
    return sorted((r for r in placed if r is not None), key=lambda r: (r.role, -r.score, r.name, r.person_id))


def place(contact: Contact, looking: Looking) -> Ranked | None:
    """Where one person belongs; None when nothing speaks for asking them about this."""
    role, strength, reasons = role_of(contact, looking)
    if role is None:
        return None
    fit, level_share, level_words = level_fit(contact.level, looking.entry_level)
    warm, links = warmth(contact.connection)
    reach_words = reach_in_words(contact.reach)
    score = WEIGHT_DOES_IT * strength + WEIGHT_WARMTH * warm + WEIGHT_REACHABLE * bool(contact.reach)
    score += WEIGHT_SOURCE * contact.how_found
    if role <= Role.MAY_DO_IT:
        score += WEIGHT_LEVEL * level_share
        reasons += [level_words] if level_words else []
    reasons += [*links, reach_words]
    warning = ""
    if contact.organisation and contact.organisation in looking.asked_organisations:
        score += SAME_ORGANISATION
        warning = f"Someone at {contact.organisation} is being asked now; give them three working days first."
    if not warning and role <= Role.MAY_DO_IT and fit is LevelFit.FURTHER_UP:
        warning = "Supervises rather than does the work you would start with. Ask all the same, if you like."
    if contact.save_for_later:
        score += SAVED_FOR_LATER
        reasons.append("you keep this one for later")
    return Ranked(
        person_id=contact.person_id,
        name=contact.name,
        title=contact.title,
        organisation=contact.organisation,
        code=contact.code or "",
        level=contact.level,
        warmth=round(warm, 3),
        route_only=role is Role.ROUTE,
        role=role,
        level_fit=fit,
        score=score,
        reasons=tuple(reasons),
        warning=warning,
    )


def role_of(contact: Contact, looking: Looking) -> tuple[Role | None, float, list[str]]:
    """Their role, how strongly it holds (0 to 1), and the first reasons."""
    if contact.does_it == "yes":
        return Role.DOES_IT, 1.0, [f"does this work now: {looking.name}"]
    if is_route_for(contact.title, contact.code, looking.code):
        if not (contact.may_know or matches(contact, looking)):
            return None, 0.0, []
        return Role.ROUTE, 0.3, ["a way to a name, not the one to ask about the work"]
    score = contact.code_score if matches(contact, looking) else 0.0
    if contact.does_it == "past":
        return Role.MAY_DO_IT, 0.6, ["did this work once"]
    if contact.does_it != "no" and score >= SURE:
        return Role.DOES_IT, score, [f"the title reads as this work ({score:.0%} sure)"]
    if contact.does_it != "no" and contact.listed_for_it:
        return Role.DOES_IT, LISTED_FOR_IT, ["on your list for this work"]
    if contact.does_it != "no" and score >= POSSIBLE:
        return Role.MAY_DO_IT, score, [f"the title may be this work ({score:.0%} sure)"]
    if contact.may_know:
        return Role.MAY_KNOW, 0.5, ["may know someone who does this"]
    if contact.does_it != "no" and contact.code in looking.related and contact.code_score >= SURE:
        return Role.MAY_DO_IT, 0.3 * contact.code_score, ["does something close to it"]
    return None, 0.0, []


def matches(contact: Contact, looking: Looking) -> bool:
    """The same occupation: O*NET's eight digits refine the six of the classification, so six decide."""
    return bool(contact.code and looking.code) and str(contact.code)[:7] == str(looking.code)[:7]


def level_fit(level: str, entry_level: str) -> tuple[LevelFit, float, str]:
    """How near to the level of entry: the fit, its share of the weight, and the words (empty when nothing is known)."""
    if level not in LEVELS or entry_level not in LEVELS:
        return LevelFit.UNKNOWN, 0.55, ""
    steps = LEVELS.index(level) - LEVELS.index(entry_level)
    if steps == 0:
        return LevelFit.NEAR, 1.0, "about the level you would start at"
    if steps < 0:
        return LevelFit.BELOW, 0.8 if steps == -1 else 0.4, "just starting out in it"
    if steps == 1:
        return LevelFit.ONE_UP, 0.6, "one step above where you would start"
    return (
        LevelFit.FURTHER_UP,
        0.1,
        "well above where you would start; good as one senior voice, not as the first",
    )


def reach_in_words(ways: tuple[str, ...]) -> str:
    words = {
        "email": "you have their e-mail",
        "phone": "you have their number",
        "network": "you can write on the network",
        "postal": "you have a postal address",
        "switchboard": "their organisation can be called",
    }
    return next((words[w] for w in words if w in ways), "no way to reach them noted yet")


def depth_warning(ranked: Iterable[Ranked]) -> str:
    """A sentence when fewer than three people on the list do or may do the work; empty otherwise."""
    names = sum(r.role <= Role.MAY_DO_IT for r in ranked)
    if names >= ENOUGH_NAMES:
        return ""
    if names == 0:
        return "Nobody on your list does this work yet. Ask those who may know someone, or look in the places below."
    only = "one name" if names == 1 else f"{names} names"
    return f"Only {only} on this list. Some will not have time, so look for more before you need them."
