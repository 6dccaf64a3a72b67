"""What every check is given: the text cut into parts, the facts, the day; and how it says that it cannot judge.

Source: a default of ours.
"""

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from datetime import date

from halfhour.contact.rules.facts import Channel, Facts
from halfhour.contact.rules.finding import Finding, Severity
from halfhour.contact.rules.message import Message, Span


@dataclass(frozen=True)
class Skip:
    """A rule that this text and these facts do not let anyone judge."""

    rule: str


@dataclass(frozen=True)
class View:
    """kind: letter, introduction, thanks or call. has_facts: whether the caller gave any facts."""

    kind: str
    message: Message
    facts: Facts
    has_facts: bool
    today: date
    holidays: Container[date]

    @property
    def is_network(self) -> bool:
        return self.facts.ask.channel is Channel.NETWORK

    @property
    def is_paper(self) -> bool:
        return self.facts.ask.channel is Channel.PAPER or (
            self.facts.ask.channel is None and len(self.message.head) >= 3 and self.message.subject is None
        )


Judged = Iterator[Finding | Skip]
Check = Callable[[View], Judged]


def must(rule: str, message: str, at: Span | tuple[int, int] | None = None) -> Finding:
    return _finding(rule, Severity.MUST, message, at)


def should(rule: str, message: str, at: Span | tuple[int, int] | None = None) -> Finding:
    return _finding(rule, Severity.SHOULD, message, at)


def hint(rule: str, message: str, at: Span | tuple[int, int] | None = None) -> Finding:
    return _finding(rule, Severity.HINT, message, at)


def _finding(rule: str, severity: Severity, message: str, at: Span | tuple[int, int] | None) -> Finding:
    if at is None:
        return Finding(rule, severity, message)
    start, end = (at.start, at.end) if isinstance(at, Span) else at
    return Finding(rule, severity, message, start, end)
