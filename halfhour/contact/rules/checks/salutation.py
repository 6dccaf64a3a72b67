"""Whether the person is greeted by name, spelled and titled as known, and alone.

L-11 and RECIPIENTS. Source: O'Brien Center for Career Development; Washington and Lee; one recipient: LinkedIn (messages
in bulk get few answers).
"""

import re

from rapidfuzz import fuzz

from halfhour.contact.rules.checks.contact_details import EMAIL
from halfhour.contact.rules.checks.phrases import patterns, place
from halfhour.contact.rules.checks.view import Judged, View, must, should
from halfhour.contact.rules.message import lower, plain

_TITLES = {
    "mr": "mr", "mister": "mr", "mrs": "mrs", "ms": "ms", "miss": "miss", "mx": "mx", "dr": "dr", "doctor": "dr", "prof": "professor",
    "professor": "professor", "rev": "rev", "reverend": "rev", "sir": "sir", "dame": "dame", "captain": "captain", "chef": "chef",
    "coach": "coach", "judge": "judge", "sister": "sister", "father": "father", "madam": "madam", "officer": "officer",
    "sergeant": "sergeant", "chief": "chief", "pastor": "pastor", "rabbi": "rabbi", "nurse": "nurse",
}  # fmt: skip
_NOBODY = re.compile(
    r"\b(?:whom it may|sir|madam|sirs|ma'am|hiring|recruit\w*|human resources|hr|managers?|there|friend|colleague|team|staff|department|"
    r"office|owner|director|head of|professional|alum(?:n[ai]|nus|ni|nae)?|contact|reader|company|studio|editor|principal|talent|responsible|concerned|stranger|fellow)\b"
)
_ALSO_NAMES = frozenset(["friend", "fellow", "reader", "principal", "office", "talent", "staff", "head"])
_MANY = re.compile(
    r"(?:^all\b|everyone|everybody|folks|both\b|colleagues|friends|ladies|gentlemen|sirs|alumni\b|professionals|team members|guys|mr\.? and mrs)"
)
_IN_BULK = patterns(
    r"(?:this|the same|same|identical|this same) (?:<W1>)?(?:letter|message|e-?mail|note|request|text) (?:<W2>)?(?:to|with) (?:<W2>)?(?:several|many|all|everyone|everybody|each|others|\d+|two|three|four|five|six|ten|a dozen|dozens|a number|colleagues|people|every)\b",
    r"(?:sending|sent|writing|copying|addressing|send|write) (?:this|the same (?:\w+)) (?:<W1>)?to (?:<W3>)?(?:several|many|all|everyone|everybody|each|others|colleagues|people|every|a number)\b|(?:e-?mailing|mailing|messaging|contacting|writing to|asking|approaching|sent|sending) (?:<W1>)?(?:all|everyone|everybody|every|dozens|hundreds|lots|each|the whole|\d+)\b[^.?!]{0,50}\b(?:this|the same|these|at once|too|as well|in your|of your|on the list)\b|mass (?:e-?mail|mailing)|(?:going|gone|goes|went|sent|circulated|forwarded) (?:out )?to (?:<W2>)?(?:all|everyone|everybody|every|each|several|many|members|others|\d+)\b|(?:<IM>|<IVE>|i|<ILL>) (?:<W1>)?(?:copying|copied|cc'?ing|cc'?d|including|adding|looping in) (?:in )?(?:your|my|the|<W1>(?:mr|ms|mrs|dr))|copied (?:<W3>)?(?:colleagues|team|manager|boss) (?:in|on|into)",
)
_WORD = re.compile(r"[^\W\d_][\w'.-]*")


def check_salutation(view: View) -> Judged:
    message = view.message
    greeted = message.greeted
    if message.salutation is None:
        if not view.is_network:
            yield must("L-11", "Greet the person by name.")
        return
    name = greeted.text.strip(" ,.") if greeted else ""
    low = lower(name)
    if (
        "to whom it may" in message.salutation.low
        or not name
        or re.match(r"(?:i|i'm|my|this|thank|thanks|we|it)\b", low)
        or (_NOBODY.search(low) and not _is_titled(low))
    ):
        if not (view.is_network and not name):
            yield must(
                "L-11", "Greet the person by name, not an office or nobody in particular.", message.salutation
            )
        return
    if _several(view, name):
        return
    known = [one for one in _acceptable(view) if one]
    if known:
        yield from _compare(view, name, known)
    elif not any(word[0].isupper() for word in _WORD.findall(name)):
        yield should("L-11", "Write the name with a capital letter.", greeted)


def _is_titled(low: str) -> bool:
    words = _WORD.findall(low)
    return (
        len(words) > 1
        and words[0].rstrip(".") in _TITLES
        and (not _NOBODY.match(words[-1]) or words[-1] in _ALSO_NAMES)
    )


def _acceptable(view: View) -> list[str]:
    """Return the names that may be greeted; in an introduction that of the acquaintance, if the facts hold it."""
    return [view.facts.source.name if view.kind == "introduction" else view.facts.recipient.name]


def _compare(view: View, name: str, known: list[str]) -> Judged:
    greeted = view.message.greeted
    words = [word.rstrip(".") for word in _WORD.findall(lower(name))]
    title = _TITLES.get(words[0]) if words else None
    rest = [word for word in words if word not in _TITLES]
    wanted = {part.rstrip(".") for one in known for part in _WORD.findall(lower(plain(one)))}
    wrong = [word for word in rest if word not in wanted and not _is_initial(word, wanted)]
    if wrong or not rest:
        likeness = max((fuzz.ratio(word, other) for word in wrong for other in wanted), default=0)
        if wrong and likeness < 60:
            if view.kind == "introduction":
                return  # the facts may not know who is asked to introduce
            yield must("L-14", f"This greets somebody else: {name}. The letter is for {known[0]}.", greeted)
        yield must("L-11", f"The name is noted as {known[0]}.", greeted)
        return
    noted = (
        None if view.kind == "introduction" else _TITLES.get(lower(view.facts.recipient.title).rstrip(". "))
    )
    if title and noted and title != noted and {title, noted} != {"dr", "professor"}:
        yield must("L-11", f"The title is noted as {view.facts.recipient.title}.", greeted)
    elif (
        title
        and title == noted
        and len(rest) == 1
        and rest[0] == _first_of(known[0])
        and len(known[0].split()) > 1
    ):
        yield should("L-11", "A title goes with the family name.", greeted)


def _first_of(name: str) -> str:
    return lower(plain(name)).split()[0].rstrip(".")


def _is_initial(word: str, wanted: set[str]) -> bool:
    return len(word) == 1 and any(other.startswith(word) for other in wanted)


def _several(view: View, name: str) -> bool:
    low = lower(name)
    return (
        bool(_MANY.search(low))
        or bool(re.search(r"[\w.]+ (?:and|&|/) [A-Z]", name))
        or bool(re.search(r"\w/\w", name))
    )


def check_recipients(view: View) -> Judged:
    """RECIPIENTS: one person is written to, in the headings and in the greeting."""
    message = view.message
    for header in ("to", "cc", "bcc"):
        span = message.headers.get(header)
        if not span:
            continue
        addresses = list(EMAIL.finditer(span.text))
        several = (
            len(addresses) > 1
            or len(re.findall(r"[;,] *\w", span.text)) > 0
            or re.search(r" (?:and|&) ", span.text)
        )
        if header == "to" and several:
            yield must("RECIPIENTS", "Write to one person at a time.", span)
        elif header != "to" and span.text.strip():
            yield must("RECIPIENTS", "Nobody else should be copied: write to one person.", span)
    for one in message.everything:
        bulk = _IN_BULK.search(one.low)
        if bulk and view.kind == "letter":
            yield must(
                "RECIPIENTS", "Write to one person at a time, in words for that person.", place(one, bulk)
            )
            return
    if message.salutation is None or message.greeted is None:
        return
    rest = message.text[message.salutation.start : message.salutation.start + 120].split("\n")[0]
    if (
        _several(view, message.greeted.text)
        or re.match(r"(?i)dear [^,]{2,40}, (?:dear |and )[A-Z]", rest)
        or _listed(rest)
    ):
        yield must("RECIPIENTS", "Write to one person at a time.", message.salutation)


def _listed(line: str) -> bool:
    return bool(
        re.match(
            r"(?:Dear|Hi|Hello) [A-Z][\w.' -]{1,30}(?:, [A-Z][\w.' -]{1,30})*,? (?:and|&) [A-Z]\w+(?: [A-Z]\w+)?[,:]?\s*$",
            line,
        )
    ) or bool(re.match(r"(?:Dear|Hi|Hello) [A-Z][\w.' -]{1,30}, [A-Z][a-z]\w*(?: [A-Z]\w+)?,\s*$", line))
