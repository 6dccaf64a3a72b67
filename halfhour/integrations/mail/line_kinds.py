"""What each line of a mail body is: written, quoted, copied headers, a signature of a telephone.

Every pattern sees a bounded piece of one line, so time grows with the length of the text and no faster.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from halfhour.integrations.mail import closing_words as closing
from halfhour.integrations.mail import quote_words as quoting

MAX_LINE = 500  # of a line, what the patterns see
ATTRIBUTION_LINES = 5  # "On <date>, <name> <address> wrote:" is folded over at most so many lines
HEADER_LINES = 40  # the longest block of copied headers


class Kind(StrEnum):
    """What a line is, seen alone or with its neighbours."""

    EMPTY = "empty"
    TEXT = "text"
    CODE = "code"
    QUOTE = "quote"
    WROTE = "wrote"  # the line above a quotation that names its writer
    MARKER = "marker"  # -----Original Message-----
    HEADERS = "headers"  # From: Sent: To: Subject: of the message below
    RULE = "rule"  # a line of dashes or the like
    SENT_FROM = "sent from"
    FOOTER = "footer"


_QUOTE = re.compile(r"^\s{0,6}(?:>|[A-Z]{1,3}>(?:\s|$|>))")
_RULE = re.compile(r"^\s{0,6}(?:&nbsp;)?[-_=*~#+–—―]{2,200}\s{0,6}$")
_OWN_WORD = re.compile(r"(?i)\bI (?:wrote|said)\b")
_FENCE = re.compile(r"^\s{0,3}(?:```|~~~)")
_EXCUSE = re.compile(r"(?i)excuse|brevity|typos|forgive|entschuldig|excusez|tippfehler")
_SENTENCE = re.compile(r"(?i)\b(?:is|was|are|so|but|please|because|i|it|you)\b")


def is_quoted(line: str) -> bool:
    """Say whether the line carries a quotation mark of mail programs: `>`, or initials and `>`."""
    return bool(_QUOTE.match(line))


def kinds_of(lines: Sequence[str]) -> list[Kind]:
    """Give each line its kind; lines that belong together (folded headers) get the same one."""
    kinds = [Kind.TEXT] * len(lines)
    headers = _header_letters(lines)
    fences = sum(1 for line in lines if _FENCE.match(line))
    fence = False
    at = 0
    while at < len(lines):
        line = lines[at][:MAX_LINE]
        if _FENCE.match(line) and (fence or fences > 1):
            fence, fences = not fence, fences - 1
            kinds[at] = Kind.CODE
            at += 1
            continue
        kind, length = (Kind.CODE, 1) if fence else _kind(lines, headers, at, line)
        end = min(at + length, len(lines))
        kinds[at:end] = [kind] * (end - at)
        at = end
    return _with_lazy_quotes(lines, kinds)


def _header_letters(lines: Sequence[str]) -> list[str]:
    """For each line the sort of header it is (f from, d date, t to, s subject), empty when none."""
    out = []
    for line in lines:
        found = quoting.HEADER_RE.match(line[:MAX_LINE]) if ":" in line or "：" in line else None
        out.append(next(name for name in "fdts" if found.group(name)) if found else "")
    return out


def _with_lazy_quotes(lines: Sequence[str], kinds: list[Kind]) -> list[Kind]:
    """A folded end of a quoted line that lost its mark is quoted too: short, between two quoted lines."""
    for i in range(1, len(lines) - 1):
        if kinds[i] == Kind.TEXT and kinds[i - 1] == Kind.QUOTE and kinds[i + 1] == Kind.QUOTE:
            long_before = len(lines[i - 1]) >= 60 or lines[i - 1].endswith("=")
            first = lines[i].lstrip()[:1]
            if long_before and len(lines[i]) <= 30 and (first.islower() or not first.isalnum()):
                kinds[i] = Kind.QUOTE
    return kinds


def _kind(lines: Sequence[str], letters: Sequence[str], at: int, line: str) -> tuple[Kind, int]:
    if not line.strip():
        return Kind.EMPTY, 1
    if is_quoted(line):
        return Kind.QUOTE, 1
    if quoting.MARKER_RE.match(line) or quoting.FORWARD_RE.match(line):
        return Kind.MARKER, 1
    if _RULE.match(line):
        return Kind.RULE, 1
    headers = _header_block(lines, letters, at) if letters[at] else 0
    if headers:
        return Kind.HEADERS, headers
    attribution = attribution_lines(lines, at)
    if attribution:
        return Kind.WROTE, attribution
    if is_sent_from(line):
        return Kind.SENT_FROM, 1
    if closing.FOOTER_RE.match(line):
        return Kind.FOOTER, 1
    return Kind.TEXT, 1


def _header_block(lines: Sequence[str], letters: Sequence[str], at: int) -> int:
    """Say how many lines from `at` are the copied headers of another message; 0 when they are not.

    Three different headers, or a sender with an address or a dated one and one more, in any language; a long
    value may be folded over the next lines, and one empty line may stand between two headers.
    """
    seen: set[str] = set()
    end = i = at
    folded = 0
    while i < min(len(lines), at + HEADER_LINES):
        if letters[i]:
            seen.add(letters[i])
            folded, end = 0, i
        elif lines[i].strip() and folded < 3 and i > at and lines[i - 1].strip():
            folded += 1
        elif lines[i].strip() or i + 1 >= len(lines) or not letters[i + 1]:
            break
        i += 1
    block = lines[at : end + 1]
    if len(seen) < 2 or ("f" not in seen and len(seen) < 3):
        return 0
    if len(seen) == 2 and not any("@" in line for line in block) and not _dated(block):
        return 0
    while end + 1 < len(lines) and _continues(lines[end + 1]):
        end += 1
    return end + 1 - at


def _dated(lines: Sequence[str]) -> bool:
    return any(
        quoting.DATE.search(line[:MAX_LINE]) and quoting.TIME.search(line[:MAX_LINE]) for line in lines
    )


def _continues(line: str) -> bool:
    return line[:1] in (" ", "\t") and bool(line.strip()) and len(line) < 200


def attribution_lines(lines: Sequence[str], at: int) -> int:
    """Say how many lines from `at` announce a quotation ("On <date> <name> wrote:"); 0 when they do not."""
    joined = ""
    for count in range(1, ATTRIBUTION_LINES + 1):
        i = at + count - 1
        if (
            i >= len(lines)
            or not lines[i].strip()
            or len(joined) > 400
            or (count > 1 and is_quoted(lines[i]))
        ):
            return 0
        joined = f"{joined} {lines[i][:MAX_LINE].strip()}".strip()
        if (
            count == 1
            and quoting.ISO_OPENER.match(joined)
            and (quoting.ISO_ZONE.search(joined) or joined.endswith(":"))
        ):
            return 1
        if count == 2 and not _can_be_folded(lines[at], lines[i]):
            return 0
        following = _next_kind(lines, i + 1)
        if _announces(joined[:600], quoted_next=following == Kind.QUOTE, folded=count > 1):
            return count
    return 0


def _can_be_folded(line: str, following: str) -> bool:
    line = line[:MAX_LINE]
    opens = quoting.OPENER_RE.match(line) and (quoting.DATE.search(line) or quoting.TIME.search(line))
    named = (
        len(line) <= 60
        and len(line.split()) <= 5
        and following.lstrip()[:1] in ("<", "(")
        and "@" in following
    )
    return bool(opens or named or quoting.NAME_AND_ADDRESS.match(line))


def _announces(line: str, *, quoted_next: bool, folded: bool) -> bool:
    ends = line.rstrip(' *_"‬').endswith((":", "：", "---"))
    if len(line) > 420 or not (ends or quoted_next) or _OWN_WORD.search(line):
        return False
    wrote = quoting.WROTE_RE.search(line)
    dated = quoting.DATE.search(line) is not None
    addressed = quoting.ADDRESS.search(line) is not None
    opens = quoting.OPENER_RE.match(line) is not None
    timed = quoting.TIME.search(line) is not None
    if wrote and (dated or addressed or (timed and opens)):
        starts = opens or quoting.NAME_AND_ADDRESS.match(line) is not None or addressed
        return starts if folded else starts or len(line) < 200
    if wrote and ends and quoted_next and len(line) < 120:
        return True
    # Gmail in Japanese and Chinese, and its old form: date, name and address, no verb.
    starts = opens or line.startswith("*")
    return ends and dated and addressed and starts and (timed or quoted_next)


def _next_kind(lines: Sequence[str], at: int) -> Kind | None:
    for line in lines[at : at + 3]:
        if line.strip():
            return Kind.QUOTE if is_quoted(line) else Kind.TEXT
    return None


def is_sent_from(line: str) -> bool:
    """Say whether the line is a phone's or program's signature ("Sent from my iPhone") and not a sentence."""
    if not closing.SENT_FROM_RE.match(line):
        return False
    bare = re.sub(r"<[^<>\s]{0,300}>|\(?https?://\S{1,300}|\[[^\[\]]{0,300}\]", "", line).strip(" *_")
    words = len(bare.split())
    device = bool(closing.DEVICE_RE.search(bare)) or "<http" in line
    if _EXCUSE.search(bare):
        return device and words <= 16
    if bare.endswith((".", "!", "?")) or ", " in bare:
        return device and words <= 12 and not _SENTENCE.search(bare)
    return (device and words <= 12) or words <= 6
