"""What the parts of a message are: headings, salutation, sentences of the body, signature, each with its place.

Source: a default of ours; a letter as people write it, on paper, by mail program or in a network's message box.
Every offset points into the text as it was given.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from halfhour.contact.rules.sentences import split_sentences

READ_AT_MOST = 30_000  # characters; a text beyond is far over every limit and is named by its length alone

_FROM = "‘’ʼ′`“”«»–—‒‑\u00a0\u202f\u2009\t\r\u2028\u2029\x0b\x0c"
_TO = "'''''" + '""""' + "----" + "         "
_PLAIN = str.maketrans(_FROM, _TO)

_HEADER = re.compile(r"(subject|re|to|cc|bcc|from|date|sent|reply-to)[ ]*:[ ]*(.*)", re.IGNORECASE)
_GREETING = re.compile(
    r"(?:(?:dear|hello|hi|hey|hiya|greetings|salutations|good (?:morning|afternoon|evening|day))\b|to whom it may concern\b)",
    re.IGNORECASE,
)
_NAME_END = re.compile(
    r"[,:;!?\n]|\.(?=\s|$)|\s-\s|\s-$|-\s|\s(?=(?:i|i'm|my|this|it|thank|thanks|we|your|a|the)\b)",
    re.IGNORECASE,
)
_BARE_NAME = re.compile(
    r"(?:(?:(?:mr|mrs|ms|mx|miss|dr|prof|professor)\.?)[ ])?[A-Z][\w'.-]*(?:[ ][A-Z][\w'.-]*){0,3}[ ]?[,:!-]$"
)
_CLOSING = re.compile(
    r"(?:(?:yours|very|most|with|kind|kindest|warm|warmest|best|many|all|sincere|my|gratefully|respectfully|thank|thanks|"
    r"cheers|sincerely|regards|warmly|cordially|cheerfully|appreciatively|faithfully|looking forward|until then|take care|"
    r"speak soon|talk soon|have a)\b)[^.?!]{0,45}[,.!-]*$",
    re.IGNORECASE,
)
_CLOSING_START = re.compile(
    r"(?:sincerely|yours|(?:kind|kindest|warm|warmest|best)\b|regards|many thanks|thanks|thank you|cheers|respectfully|"
    r"gratefully|warmly|cordially|all the best|all best|with (?:many |kind |warm |best |sincere |much )?"
    r"(?:thanks|gratitude|regards|wishes|appreciation)|appreciatively|faithfully|very truly|take care|talk soon|speak soon)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text; `text` is in plain characters, `low` the same in lower case, of equal length."""

    start: int
    end: int
    text: str
    low: str


@dataclass(frozen=True)
class Message:
    """A text cut into its parts.

    headers: name in lower case -> its span. salutation: from the greeting to before its comma; `name` is what is
    greeted. sentences: everything after the salutation up to the signature. signature: the lines after the closing.
    head: lines before the salutation that are no headers (addresses, the date). later: sentences after the signature.
    """

    text: str
    headers: dict[str, Span]
    head: tuple[Span, ...]
    salutation: Span | None
    greeted: Span | None
    body: Span
    sentences: tuple[Span, ...]
    closing: Span | None
    signature: tuple[Span, ...]

    @cached_property
    def everything(self) -> tuple[Span, ...]:
        """The sentences of the body, then the lines of the signature, a postscript among them."""
        return self.sentences + self.signature

    @cached_property
    def subject(self) -> Span | None:
        return self.headers.get("subject")

    @cached_property
    def words(self) -> int:
        """The number of words in the body, without addresses, salutation and signature."""
        return sum(len(one.text.split()) for one in self.sentences)

    @cached_property
    def whole_low(self) -> str:
        return lower(plain(self.text[:READ_AT_MOST]))


def plain(text: str) -> str:
    """Return the text with typewriter quotes, hyphens and spaces, character for character."""
    return text.translate(_PLAIN)


def lower(text: str) -> str:
    """Return the text in lower case, character for character (some capitals would become two)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def read_message(text: str) -> Message:
    """Cut a text into its parts. Anything is accepted, also an empty text."""
    source = plain(text[:READ_AT_MOST])
    lines = list(_lines(source))
    headers, at = _read_headers(source, lines)
    salutation, greeted, body_start, head = _read_salutation(source, lines, at)
    closing_line = _find_closing(source, [line for line in lines if line[0] >= body_start])
    body_end = closing_line[0] if closing_line else len(source)
    signature_start = closing_line[0] if closing_line else len(source)
    if closing_line is None:
        body_end = signature_start = _bare_signature(source, body_start)
    sentences = tuple(_span(source, a, b) for a, b in split_sentences(source, body_start, body_end))
    signature = tuple(
        _span(source, a, b)
        for first, last in _lines(source, signature_start)
        for a, b in split_sentences(source, first, last)
    )
    return Message(
        text=text,
        headers=headers,
        head=head,
        salutation=salutation,
        greeted=greeted,
        body=_span(source, body_start, body_end),
        sentences=sentences,
        closing=_span(source, *closing_line) if closing_line else None,
        signature=signature,
    )


def _lines(source: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Give (start, end) of each line that is not blank, without the space around it."""
    at = start
    while at < len(source):
        end = source.find("\n", at)
        end = len(source) if end < 0 else end
        line = source[at:end]
        if line.strip():
            first = at + len(line) - len(line.lstrip())
            yield first, at + len(line.rstrip())
        at = end + 1


def _span(source: str, start: int, end: int) -> Span:
    text = source[start:end].replace("\n", " ")
    return Span(start, end, text, lower(text))


def _read_headers(source: str, lines: list[tuple[int, int]]) -> tuple[dict[str, Span], int]:
    headers: dict[str, Span] = {}
    for count, (start, end) in enumerate(lines):
        found = _HEADER.fullmatch(source[start:end])
        if not found or count > 8:
            return headers, count
        name = found[1].lower()
        headers.setdefault("subject" if name == "re" else name, _span(source, start + found.start(2), end))
    return headers, len(lines)


def _read_salutation(
    source: str, lines: list[tuple[int, int]], at: int
) -> tuple[Span | None, Span | None, int, tuple[Span, ...]]:
    """Find the greeting among the first lines; what stands before it is an address or a date."""
    first = lines[at][0] if at < len(lines) else len(source)
    for count, (start, end) in enumerate(lines[at : at + 24]):
        line = source[start:end]
        greeting = _GREETING.match(line)
        if not greeting and not (len(line) < 60 and _BARE_NAME.fullmatch(line)):
            if len(line) > 110:
                break
            continue
        name_start = start + greeting.end() if greeting else start
        name_start += len(source[name_start:end]) - len(source[name_start:end].lstrip(" ,"))
        name_end = _name_end(source, name_start, end)
        head = tuple(_span(source, a, b) for a, b in lines[at : at + count])
        after = name_end + len(source[name_end:]) - len(source[name_end:].lstrip(" ,:;!.-\n"))
        greeted = _span(source, name_start, name_end)
        return _span(source, start, max(name_end, start)), greeted, after, head
    return None, None, first, ()


def _name_end(source: str, start: int, line_end: int) -> int:
    """Say where the greeted name ends: at the comma or colon, not at the point of "Ms."."""
    at = start
    while at < line_end:
        found = _NAME_END.search(source, at, line_end)
        if not found:
            return line_end
        if source[found.start()] == "." and re.search(
            r"(?:\b(?:mr|mrs|ms|mx|dr|prof|st|rev)|\b[a-z])$", source[start : found.start()], re.IGNORECASE
        ):
            at = found.end()
            continue
        return found.start()
    return line_end


def _find_closing(source: str, lines: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Find the line such as "Kind regards," that begins the signature: the last one that is followed by little."""
    for index in range(len(lines) - 1, max(-1, len(lines) - 16), -1):
        start, end = lines[index]
        line = source[start:end]
        opening = _CLOSING_START.match(line)
        if not opening or not _CLOSING.match(line):
            continue
        rest = line[opening.end() :].strip(" ,.!-")
        alone = len(line.split()) <= 6 and "?" not in line
        if alone and (index < len(lines) - 1 or line[-1] in ",-" or (rest and rest[0].isupper())):
            return start, end
    return None


def _bare_signature(source: str, body_start: int) -> int:
    """Say where closing lines without a formula begin: a short name, an address, a number at the end."""
    start = len(source)
    for first, last in reversed(list(_lines(source, body_start))):
        line = source[first:last]
        is_contact = bool(re.search(r"@|\d{3}", line)) and len(line.split()) <= 8
        is_name = (
            len(line.split()) <= 5 and not re.search(r"[.?!:]$", line) and line.lstrip("-~ ")[:1].isupper()
        )
        if not (is_contact or is_name):
            break
        start = first
    return start
