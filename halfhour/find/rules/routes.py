"""Who is a route to people and not a source: human resources, recruiters, hiring.

Source: "Whom do you choose?": people who do the work know more about it than human-resources specialists and hiring
managers do. They are fine to ask for a name. Which titles that means is a default of ours.
"""

import re

ROUTE_SOCS = frozenset({"11-3121", "13-1071", "43-4161"})  # HR managers, HR specialists, HR assistants
_WORDS = re.compile(
    r"\b(?:human resources?|hr|hrbp|recruit(?:er|ers|ing|ment)|talent (?:acquisition|sourc\w+|partner|scout|advisor)"
    r"|technical sourcer|headhunter|hiring manager|people (?:operations|ops|partner|and culture|& culture)|staffing)\b",
    re.I,
)


def is_route(title: str, code: str | None) -> bool:
    """Whether somebody with this title hires or keeps lists of people. code: O*NET-SOC or SOC, when it is known."""
    return bool(_WORDS.search(title)) or (code or "")[:7] in ROUTE_SOCS


def is_route_for(title: str, code: str | None, wanted_code: str | None) -> bool:
    """The same for one occupation: when human resources is the occupation asked about, they are the source."""
    return is_route(title, code) and (wanted_code or "")[:7] not in ROUTE_SOCS
