"""On whose clock an hour is meant: "3 pm your time", "15:00 CET". Said nothing, it is the writer's own.

Only what stands right behind the hour counts, as "thank you for your time" speaks of no clock. A short name that
means several zones ("IST", "CST" in Asia) is read as the one most letters in English mean, or not at all.
"""

import re

from halfhour.integrations.mail.days import named_hours
from halfhour.integrations.mail.folding import Folded

READERS_OWN = "reader"

_ZONES = {
    "America/New_York": r"et|est|edt|eastern|new york|ny",
    "America/Chicago": r"ct|cst|cdt|central|chicago",
    "America/Denver": r"mt|mst|mdt|mountain|denver",
    "America/Los_Angeles": r"pt|pst|pdt|pacific|california|seattle",
    "Europe/London": r"gmt|bst|uk|british|london",
    "Europe/Berlin": r"cet|cest|mez|mesz|central european|german|berlin",
    "UTC": r"utc|z",
}
_SAID = [
    (zone, re.compile(rf"[\s,(]{{0,3}}(?:in )?(?:us )?(?:{names})(?: (?:standard |daylight )?time)?\b"))
    for zone, names in _ZONES.items()
]
_YOURS = re.compile(
    r"[\s,(]{0,3}(?:(?:on|at|in|by) )?(?:your|ihrer|deiner|votre|ta|su|tu|vostra|tua|uw|jouw) (?:local |own )?(?:time\b(?! and)|end\b|clock\b|side\b|zeit|ortszeit|heure|hora|ora|tijd)"
)


def said_clock(folded: Folded) -> str:
    """Return READERS_OWN, an IANA zone, or "" when nothing is said: then it is the writer's clock."""
    for named in named_hours(folded):
        behind = folded.text[named.end : named.end + 40]
        if _YOURS.match(behind):
            return READERS_OWN
        for zone, pattern in _SAID:
            if pattern.match(behind):
                return zone
    return ""
