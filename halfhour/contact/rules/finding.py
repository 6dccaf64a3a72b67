"""What a check says about a text: which rule, how grave, where.

Source: the severities of the method's rule tables: a "must" holds a message back until it is fixed or overridden with
a logged reason, a "should" warns, a "hint" is a note.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    MUST = "must"
    SHOULD = "should"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to change. start, end: offsets into the text as given; None where something is missing."""

    rule: str
    severity: Severity
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """ok: no finding is a "must". findings: gravest first, then by place. skipped: rules that could not be judged.

    passed: rules that were judged and found in order.
    """

    ok: bool
    findings: tuple[Finding, ...]
    skipped: tuple[str, ...]
    passed: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Return the answer of `halfhour check --json`."""
        return {
            "ok": self.ok,
            "findings": [
                {
                    "rule": one.rule,
                    "severity": one.severity.value,
                    "message": one.message,
                    "start": one.start,
                    "end": one.end,
                }
                for one in self.findings
            ],
            "skipped": list(self.skipped),
        }


_ORDER = {Severity.MUST: 0, Severity.SHOULD: 1, Severity.HINT: 2}


def result_of(findings: Iterable[Finding], skipped: Iterable[str] = (), judged: Iterable[str] = ()) -> Result:
    """Put findings in order and say whether a message may go. A rule with a finding is never called skipped."""
    unique = sorted(
        set(findings),
        key=lambda one: (_ORDER[one.severity], one.start is None, one.start or 0, one.rule, one.message),
    )
    named = {one.rule for one in unique}
    left_out = tuple(sorted(set(skipped) - named))
    passed = tuple(sorted(set(judged) - named - set(left_out)))
    return Result(not any(one.severity is Severity.MUST for one in unique), tuple(unique), left_out, passed)
