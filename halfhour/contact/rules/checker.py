"""Which rules hold for which kind of text, and what they say about it.

Source: the rule tables for a request by letter, a request for an introduction, a thank-you and a call; a network
message answers only to its own subset: who, how found, why, how long, not a job, that I will write again.
"""

from collections.abc import Container
from datetime import date

from halfhour.contact.rules.checks.banned import (
    check_brain,
    check_call_me,
    check_links,
    check_resume,
    check_sender,
    check_written_questions,
)
from halfhour.contact.rules.checks.call_script import check_call
from halfhour.contact.rules.checks.contact_details import check_contact_details
from halfhour.contact.rules.checks.copy import check_copy
from halfhour.contact.rules.checks.easy_no import check_easy_no
from halfhour.contact.rules.checks.introduction import check_introduction, check_one_person
from halfhour.contact.rules.checks.job_request import check_asked
from halfhour.contact.rules.checks.length import check_length
from halfhour.contact.rules.checks.minutes import check_minutes
from halfhour.contact.rules.checks.not_a_job import check_stated
from halfhour.contact.rules.checks.one_ask import check_flexible, check_one_ask
from halfhour.contact.rules.checks.placeholders import check_placeholders
from halfhour.contact.rules.checks.pressure import check_pressure
from halfhour.contact.rules.checks.promise import check_promise
from halfhour.contact.rules.checks.salutation import check_recipients, check_salutation
from halfhour.contact.rules.checks.source import check_source
from halfhour.contact.rules.checks.thanks import check_thanks
from halfhour.contact.rules.checks.tone import check_tone
from halfhour.contact.rules.checks.view import Check, Skip, View
from halfhour.contact.rules.checks.who import check_who
from halfhour.contact.rules.checks.why import check_why
from halfhour.contact.rules.facts import Channel, Facts
from halfhour.contact.rules.finding import Finding, Result, Severity, result_of
from halfhour.contact.rules.message import read_message

_NEVER: dict[str, Check] = {
    "NOJOB": check_asked,
    "BRAIN": check_brain,
    "PRESSURE": check_pressure,
    "LINK": check_links,
    "RECIPIENTS": check_recipients,
    "L-14": check_placeholders,
    "FLATTERY": check_tone,
}
_FIRST_MESSAGE: dict[str, Check] = {
    "CALLME": check_call_me,
    "RESUME": check_resume,
    "WRITTENQ": check_written_questions,
    "L-13": check_copy,
    "L-15": check_sender,
}
_NETWORK: dict[str, Check] = {
    "L-01": check_who,
    "L-02": check_source,
    "L-03": check_why,
    "L-04": check_minutes,
    "L-05": check_stated,
    "L-08": check_promise,
    "L-11": check_salutation,
    "L-12": check_length,
}
_LETTER: dict[str, Check] = _NETWORK | {
    "L-06": check_one_ask,
    "L-07": check_flexible,
    "L-09": check_easy_no,
    "L-10": check_contact_details,
}
_INTRODUCTION: dict[str, Check] = {
    "I-01": check_introduction,
    "I-08": check_one_person,
    "L-11": check_salutation,
    "L-12": check_length,
    "RESUME": check_resume,
    "WRITTENQ": check_written_questions,
    "L-15": check_sender,
}
_THANKS: dict[str, Check] = {
    "Y-02": check_thanks,
    "L-12": check_length,
    "Y-06": check_salutation,
    "L-15": check_sender,
}
_CALL: dict[str, Check] = {
    "T-01": check_call,
    "NOJOB": check_asked,
    "BRAIN": check_brain,
    "PRESSURE": check_pressure,
    "L-14": check_placeholders,
}

KINDS = ("letter", "introduction", "thanks", "call")


def check(
    kind: str,
    text: str,
    facts: Facts | None = None,
    *,
    today: date,
    holidays: Container[date] = frozenset(),
) -> Result:
    """Hold a text against the rules of its kind.

    kind: one of KINDS; raises ValueError for another. text: a letter may begin with "Subject: ..." and a blank line.
    facts: what the text is held against; without them a rule judges what the text alone shows, or is skipped.
    today: the seeker's local date (facts.today, when given, comes first). holidays: answers `day in holidays`.
    Of a text of more than 30,000 characters only the beginning is read; its length alone holds it back.
    """
    given = facts or Facts()
    view = View(kind, read_message(text), given, facts is not None, given.today or today, holidays)
    checks = _checks_for(kind, given)
    findings: list[Finding] = []
    skipped: list[str] = []
    for one in checks.values():
        for judged in one(view):
            if isinstance(judged, Skip):
                skipped.append(judged.rule)
            else:
                findings.append(judged)
    return result_of(_own_rules(kind, findings), skipped, _judged_rules(kind, checks))


def _checks_for(kind: str, facts: Facts) -> dict[str, Check]:
    if kind == "letter":
        return (_NETWORK if facts.ask.channel is Channel.NETWORK else _LETTER) | _FIRST_MESSAGE | _NEVER
    if kind == "introduction":
        return _INTRODUCTION | _NEVER
    if kind == "thanks":
        return _THANKS | _NEVER
    if kind == "call":
        return _CALL
    raise ValueError(f"there is no kind of text called {kind!r}; there are {', '.join(KINDS)}")


def _own_rules(kind: str, findings: list[Finding]) -> list[Finding]:
    """Give shared checks the number they have in this kind: the name in a thank-you is Y-06."""
    if kind != "thanks":
        return findings
    renamed = {"L-11": "Y-06"}
    return [
        Finding(renamed.get(one.rule, one.rule), one.severity, one.message, one.start, one.end)
        for one in findings
        if not (one.rule == "L-12" and one.severity is not Severity.MUST)
    ]


_MORE = {"I-01": ("I-01", "I-02", "I-03", "I-04", "I-05", "I-06", "I-07"), "Y-02": ("Y-01", "Y-02", "Y-03", "Y-04", "Y-05", "Y-06"),
         "T-01": ("T-01", "T-02", "T-03", "T-04", "T-08"), "I-08": (), "FLATTERY": ("FLATTERY", "LIFESTORY", "PRIVATE")}  # fmt: skip


def _judged_rules(kind: str, checks: dict[str, Check]) -> list[str]:
    return [rule for name in checks for rule in _MORE.get(name, (name,))]
