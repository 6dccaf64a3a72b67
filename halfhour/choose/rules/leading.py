"""Which person a title means that ends with a rank: "QA Lead", "Java Team Lead", "Valuation Senior".

A lead of a technical trade works in it: the level says "lead", the occupation is the trade's. In advisory and
accounting firms "senior" is a rank and stands for the person. A default of ours.
"""

from __future__ import annotations

from collections.abc import Collection

from halfhour.choose.rules.level_words import names_a_role


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# The words before "lead", and the doer they stand for; the last that fits decides.
_DOERS = {
    **dict.fromkeys(
        _words(
            """
java j2ee dotnet net csharp cplusplus python php ruby software application applications programming mobile web ios
android frontend backend database sql oracle salesforce sharepoint mainframe ui
"""
        ),
        "developer",
    ),
    "data warehouse": "developer",
    "business intelligence": "developer",
    **dict.fromkeys(
        _words("network infrastructure systems cloud devops hardware firmware electrical mechanical data"),
        "engineer",
    ),
    "assurance": "engineer",
}
# Words the doer says itself: a "development lead" is a developer.
_SAID = {
    "development": "developer",
    "developer": "developer",
    "test": "software test engineer",
    "testing": "software test engineer",
}
_OF_A_GROUP = _words("team group technical tech module")
_AUDITS = _words("tax audit assurance accounting attest")
# A senior of these is a person in the last year of school, or an old one.
_NOT_IN_A_FIRM = _words("school college university year class citizen high for active")


def read_rank_at_end(words: list[str], grades: Collection[str]) -> list[str]:
    """The words of one part of a title, short forms opened, with "lead" or "senior" at its end read as the person.

    Grades after the rank stay; titles without such an end come back unchanged, as a new list.
    """
    result = list(words)
    ends = len(words)
    while ends and words[ends - 1] in grades and words[ends - 1] not in {"senior", "sr"}:
        ends -= 1
    if ends < 2:
        return result
    rank, before = words[ends - 1], words[: ends - 1]
    if rank in {"lead", "leader"}:
        result[ends - 1] = "leader"
        trade = [word for word in before if word not in _OF_A_GROUP]
        if trade and trade[-1] in _SAID:
            return [*trade[:-1], *_SAID[trade[-1]].split(), *words[ends:]]
        doer = _DOERS.get(" ".join(trade[-2:])) or _DOERS.get(" ".join(trade[-1:]))
        if doer:
            return [*trade, doer, *words[ends:]]
    elif rank in {"senior", "sr"} and not names_a_role(before[-1]) and not _NOT_IN_A_FIRM & set(before):
        result[ends - 1] = "associate" if _AUDITS & set(before) else "consultant"
    return result
