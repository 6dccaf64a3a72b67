"""Whether what is said on the telephone comes in the right order and stays short.

T-01 to T-04, T-08. Source: Informational Interviewing Part 1, "Making Contact": say hello, ask if it is a good time
to talk, say who you are and how you got the name, explain that you would like to meet. 110 words: the call's own rule.
"""

import re
from itertools import pairwise

from halfhour.contact.rules.call import OPENING_MAX_WORDS
from halfhour.contact.rules.checks.easy_no import EASY
from halfhour.contact.rules.checks.minutes import lengths
from halfhour.contact.rules.checks.not_a_job import said
from halfhour.contact.rules.checks.phrases import any_in, patterns
from halfhour.contact.rules.checks.source import mentions, tells_source
from halfhour.contact.rules.checks.view import Judged, View, must, should
from halfhour.contact.rules.checks.who import says_status
from halfhour.contact.rules.checks.why import tells_why
from halfhour.contact.rules.message import Span

_HELLO = re.compile(r"\b(?:hello|hi|good (?:morning|afternoon|evening|day))\b")
_GOOD_TIME = patterns(
    r"(?:is (?:this|it|now)|have i (?:caught|called)|did i (?:catch|call)|do you have|have you(?: got)?|am i (?:catching|calling|disturbing|interrupting)|would this be|could you spare) (?:<W4>)?(?:good (?:time|moment)|bad (?:time|moment)|convenient|a minute|a moment|two minutes|okay to talk|all right to talk|at a bad|at a good|you at|inconvenient|fine to talk|free)",
)
_WHEN = patterns(
    r"(?:when|which day|what day|what time|some time|next week|this week|any day|would .{0,30}suit|suit you|a time|convenient)"
)
_AS_I_WROTE = patterns(
    r"(?:as|like) (?:i|my (?:letter|e-?mail|message|note)) (?:<W1>)?(?:wrote|promised|said|mentioned|told)|i (?:wrote|promised|said)(?: to you)?[^.?!]{0,40}call"
)


def check_call(view: View) -> Judged:
    """T-01 to T-04 and T-08 for the words of a call, one line or paragraph a step."""
    lines = _spoken(view)
    name = view.facts.source.name
    first = {
        "hello": _first(lines, lambda one: bool(_HELLO.search(one.low))),
        "good time": _first(lines, lambda one: bool(_GOOD_TIME.search(one.low))),
        "who": _first(
            lines, lambda one: says_status(one, view.facts.sender.status) or "my name is" in one.low
        ),
        "how I found you": _first(
            lines, lambda one: tells_source(one) or bool(name and mentions(one.low, name))
        ),
        "why": _first(lines, lambda one: tells_why(one, view.facts.ask.occupation)),
        "how long": _first(lines, lambda one: any(True for _ in lengths((one,)))),
        "when": _first(
            lines,
            lambda one: bool(_WHEN.search(one.low)) and "?" in one.text and not _GOOD_TIME.search(one.low),
        ),
    }
    missing = [step for step, at in first.items() if at is None and step != "good time"]
    for step in missing:
        yield must("T-01", f"A step is missing: {step}.")
    told = [
        (step, at)
        for step, at in first.items()
        if at is not None and step not in {"how I found you", "good time"}
    ]
    for (earlier, a), (later, b) in pairwise(told):
        if a > b:
            yield must("T-01", f"“{later}” comes before “{earlier}”.", lines[b])
    good = first["good time"]
    if good is None:
        yield must("T-02", "Ask whether it is a good time before anything else.")
    elif any(
        at is not None and at < good for step, at in first.items() if step in {"why", "how long", "when"}
    ):
        yield must(
            "T-02", "Ask whether it is a good time first, before you say what you would like.", lines[good]
        )
    words = sum(len(one.text.split()) for one in lines)
    if words > OPENING_MAX_WORDS:
        yield should("T-03", f"{words} words; about {OPENING_MAX_WORDS} can be said in 45 seconds.")
    if said(lines) is None:
        yield must("T-04", "Say that you want information, not a job.")
    if view.facts.ask.promise_on == view.today and any_in(_AS_I_WROTE, lines) is None:
        yield should("T-08", "Today is the day you named: say “as I wrote, I am calling today”.")
    if any_in(EASY, lines) is None:
        yield should("L-09", "Make it easy to say no.")


def _spoken(view: View) -> tuple[Span, ...]:
    greeting = (view.message.salutation,) if view.message.salutation else ()
    return greeting + view.message.everything


def _first(lines: tuple[Span, ...], is_it: object) -> int | None:
    assert callable(is_it)
    return next((n for n, one in enumerate(lines) if is_it(one)), None)
