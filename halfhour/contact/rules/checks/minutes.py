"""Whether a text says how many minutes it asks for, and the number that was agreed on.

L-04. Source: Informational Interviewing Part 1, "Making Contact": how long you expect the meeting to take; the meetings
usually last 20 to 30 minutes. 15 to 60 is a default of ours.
"""

import re
from collections.abc import Iterator

from halfhour.contact.rules.checks.view import Judged, View, hint, must, should
from halfhour.contact.rules.message import Span

SHORTEST, LONGEST = 15, 60
_WORDS = {
    "five": 5, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "twenty-five": 25, "twenty five": 25, "thirty": 30,
    "thirty-five": 35, "forty": 40, "fourty": 40, "forty-five": 45, "forty five": 45, "fifty": 50, "sixty": 60, "ninety": 90,
}  # fmt: skip
_NUMBER = "|".join(sorted(_WORDS, key=len, reverse=True))
_LENGTH = re.compile(
    rf"(?<![\w.])(?:(?P<low>\d{{1,3}}|{_NUMBER})(?: ?(?:-|to|or|and) ?(?P<high>\d{{1,3}}|{_NUMBER}))?(?:[ -](?:or so|odd|of your|short|little|brief|quick|spare|precious|easy|good|whole|plus|full))?[ -]?(?:mts\b|min(?:ute)?s?\b|mins\b|'|minute's)"
    r"|(?P<half>half[ -](?:an?[ -])?hour|half of an hour|(?:1/2|½)[ -]?(?:an )?hour)|(?P<quarter>quarter[ -](?:of an[ -])?hour|quarter hour)"
    r"|(?P<threequarters>three[ -]quarters of an hour)|(?P<hour>(?:an|one|a full|1)[ -]hour\b|hour-long|hour of your time))"
)
# "20 minutes by train" and "a 5-minute video" are lengths of something else.
_AFTER = re.compile(
    r"^ ?(?:drive|walk|ride|journey|commute|flight|film|documentary|episode|talk you|lecture|away|late\b|early\b|ago|from (?:you|campus|here|your)|(?:you |that |which |of your choice|of the day|when |before |after )|by (?:train|bus|bike|car|tram|foot|bicycle)|on (?:the (?:train|bus)|foot)|"
    r"video (?:about|on|of|you)|speech|a day\b|per\b|every|each day|swim|run\b|drive)"
)
_BEFORE = re.compile(
    r"(?:takes me|took me|late by|ran|in under|every|walk(?:ed)? (?:for )?|waited|wait of|first|last|lasted|drive of|journey of|at|an? odd|whatever|any|the|within) $"
)
_VAGUE = re.compile(
    r"(?<!\w)(?:a few minutes|some (?:of your )?time|a little (?:of your )?time|a (?:short|brief|quick) (?:chat|talk|call|conversation|meeting|word)|"
    r"a moment|briefly|a bit of (?:your )?time|a couple of minutes|a minute|an? (?:small )?slot|coffee)\b"
)


def lengths(sentences: tuple[Span, ...]) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """Give (fewest, most, place) of each length of time that can be the length of the talk."""
    for one in sentences:
        for found in _LENGTH.finditer(one.low):
            if _AFTER.search(one.low[found.end() : found.end() + 22]) or _BEFORE.search(
                one.low[max(0, found.start() - 16) : found.start()]
            ):
                continue
            yield *_minutes(found), (one.start + found.start(), one.start + found.end())


def _minutes(found: re.Match[str]) -> tuple[int, int]:
    for group, minutes in (("half", 30), ("quarter", 15), ("threequarters", 45), ("hour", 60)):
        if found[group]:
            return minutes, minutes
    low = _number(found["low"])
    return low, _number(found["high"]) if found["high"] else low


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _WORDS[text]


def check_minutes(view: View) -> Judged:
    given = list(lengths(view.message.everything))
    subject = list(lengths((view.message.subject,))) if view.message.subject else []
    if not given and subject:
        yield should(
            "L-04",
            "Say how long the talk would take in the message too, not only in the subject.",
            subject[0][2],
        )
        given = subject
    asked = view.facts.ask.minutes
    if not given:
        vague = next((place for place in _vague(view.message.sentences)), None)
        wanted = f"{asked} minutes" if asked else "a number, such as 20 minutes"
        yield must("L-04", f"Say how long the talk would take: {wanted}.", vague)
        return
    if asked is not None and not any(asked in {low, high} for low, high, _ in given):
        low, high, place = given[0]
        said = f"{low}" if low == high else f"{low} to {high}"
        yield must("L-04", f"The text says {said} minutes; {asked} were noted.", place)
        return
    longest = max(given, key=lambda one: one[1])
    if longest[1] > LONGEST:
        yield should("L-04", "That is long for a first talk; 20 to 30 minutes is usual.", longest[2])
    elif longest[1] > 30:
        yield hint("L-04", "20 to 30 minutes is usual.", longest[2])


def _vague(sentences: tuple[Span, ...]) -> Iterator[tuple[int, int]]:
    for one in sentences:
        for found in _VAGUE.finditer(one.low):
            yield one.start + found.start(), one.start + found.end()
