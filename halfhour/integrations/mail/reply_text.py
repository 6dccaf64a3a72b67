"""What a person wrote, without the message it answers and without what programs put below it.

Each line gets one kind (`line_kinds`), then a few decisions are taken on the whole. Answers written between
the quoted lines keep those lines (`> `); `own_words` removes them too.
"""

import re
import unicodedata
from collections.abc import Sequence

from halfhour.integrations.mail import closing_words as closing
from halfhour.integrations.mail import quote_words as quoting
from halfhour.integrations.mail.line_kinds import MAX_LINE, Kind, attribution_lines, is_quoted, kinds_of

MAX_CHARACTERS = 200_000
SIGNATURE_LINES = 12
_DASH_NAME = re.compile(r"^--\s\S")
_UUENCODED = re.compile(r"begin [0-7]{3,4} \S")
_WORDS = (Kind.TEXT, Kind.CODE)
_ANNOUNCES = (Kind.WROTE, Kind.HEADERS, Kind.MARKER)
_INVISIBLE = dict.fromkeys(
    map(ord, "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e")
)


def reply_text(text: str) -> str:
    """Return what the person wrote; the whole text when nothing shows that any of it is quoted.

    text: a decoded plain-text body of any length (cut at MAX_CHARACTERS). Never raises.
    """
    lines = _lines(text)
    kinds = kinds_of(lines)
    keep = _without_quotation(lines, kinds)
    keep = _without_closing(lines, kinds, keep)
    return "\n".join(lines[i] for i in keep).strip("\n").rstrip()


def own_words(text: str) -> str:
    """Return `reply_text` without any quoted line: nothing in it was written by somebody else."""
    return "\n".join(line for line in reply_text(text).split("\n") if not is_quoted(line)).strip()


def _lines(text: str) -> list[str]:
    text = text[:MAX_CHARACTERS].replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    text = text.translate(_INVISIBLE).replace("\u00a0", " ").replace("\u202f", " ")
    lines = [line.rstrip() for line in text.split("\n")]
    out: list[str] = []
    for line in lines:
        found = quoting.INLINE_WROTE.search(line[:4000]) if "<" in line and not is_quoted(line) else None
        if found:
            out += [line[: found.start()].rstrip(), line[found.start() : found.end()], line[found.end() :]]
        else:
            out.append(line)
    return _without_uuencoded(_without_pgp(out))


def _without_uuencoded(lines: list[str]) -> list[str]:
    """Drop a file that an old program wrote into the text ("begin 644 name" to "end")."""
    begins = next((n for n, line in enumerate(lines) if _UUENCODED.match(line)), None)
    ends = next(
        (n for n, line in enumerate(lines) if begins is not None and n > begins and line == "end"), None
    )
    if begins is None or ends is None:
        return lines
    return lines[:begins] + lines[ends + 1 :]


def _without_pgp(lines: list[str]) -> list[str]:
    """Drop the armour of a signed text: its first lines and its signature block."""
    if not any(line.startswith("-----BEGIN PGP") for line in lines):
        return lines
    out: list[str] = []
    skipping = ""
    for line in lines:
        if line.startswith("-----BEGIN PGP SIGNED MESSAGE"):
            skipping = "headers"
        elif line.startswith("-----BEGIN PGP SIGNATURE"):
            skipping = "signature"
        elif skipping == "headers":
            skipping = "" if not line else skipping
        elif skipping == "signature":
            skipping = "" if line.startswith("-----END PGP") else skipping
        else:
            out.append(line.removeprefix("- ") if line.startswith("- --") else line)
    return out


def _without_quotation(lines: Sequence[str], kinds: list[Kind]) -> list[int]:
    """Return the numbers of the lines that are left when the quoted message is cut.

    With words above it, what announces a quotation cuts everything below, unless only marked lines follow it
    and then new words: those were written between the quoted lines. With nothing above, the announcement and
    its quotation go, and what follows is the answer.
    """
    last_word = max((i for i, kind in enumerate(kinds) if kind in _WORDS), default=-1)
    last_announced = max((i for i, kind in enumerate(kinds) if kind in _ANNOUNCES), default=-1)
    keep: list[int] = []
    before = False
    at = 0
    while at < len(lines):
        kind = kinds[at]
        if kind not in _ANNOUNCES and kind != Kind.SENT_FROM:
            keep.append(at)
            before = before or kind in _WORDS
            at += 1
            continue
        end = _run(kinds, at)
        quoted = _quote_end(kinds, end) if kind == Kind.WROTE else end
        between = quoted > end and last_word >= quoted and last_announced < quoted
        if before and not between:
            while keep and kinds[keep[-1]] in (Kind.EMPTY, Kind.RULE):
                keep.pop()
            break
        at = end if before else quoted
    return _without_outer_quotes(lines, kinds, keep)


def _run(kinds: Sequence[Kind], at: int) -> int:
    end = at + 1
    while end < len(kinds) and kinds[end] == kinds[at] and kinds[at] in (Kind.WROTE, Kind.HEADERS):
        end += 1
    return end


def _quote_end(kinds: Sequence[Kind], at: int) -> int:
    """Return where the quoted lines that begin at `at` (after empty lines) end; `at` when there are none."""
    end, last = at, at
    while end < len(kinds) and kinds[end] in (Kind.QUOTE, Kind.EMPTY):
        end += 1
        if kinds[end - 1] == Kind.QUOTE:
            last = end
    return last


def _without_outer_quotes(lines: Sequence[str], kinds: Sequence[Kind], keep: list[int]) -> list[int]:
    """Drop quoted lines at the end; a text that is nothing but quotation stays unless it names its writer."""
    if not any(kinds[i] not in (Kind.QUOTE, Kind.EMPTY) for i in keep):
        quoted = [i for i in keep if kinds[i] == Kind.QUOTE]
        bare = [re.sub(r"^[\s>]{1,40}", "", lines[i]) for i in quoted]
        return [] if bare and attribution_lines([line or " " for line in bare], 0) else keep
    return keep


def _without_closing(lines: Sequence[str], kinds: Sequence[Kind], keep: list[int]) -> list[int]:
    """Cut signatures, footers, notices and quotations left at the end, and a gateway's warning at the top."""
    keep = _without_banner(lines, kinds, keep)
    dashed = sum(1 for i in keep if _DASH_NAME.match(lines[i]))
    before = False
    for position, i in enumerate(keep):
        if before and _closes(lines, kinds, keep, position, dashed):
            keep = keep[:position]
            break
        before = before or kinds[i] in _WORDS
    end = len(keep)
    if any(kinds[i] in _WORDS for i in keep):
        while end and kinds[keep[end - 1]] not in _WORDS:
            end -= 1
    return _without_sign_off(lines, keep[:end])


def _closes(
    lines: Sequence[str], kinds: Sequence[Kind], keep: Sequence[int], position: int, dashed: int
) -> bool:
    i = keep[position]
    line = lines[i][:MAX_LINE]
    if kinds[i] == Kind.FOOTER or (
        kinds[i] == Kind.TEXT and closing.NOTICE_RE.match(line) and not lines[i - 1].strip()
    ):
        return True
    if kinds[i] == Kind.TEXT and _DASH_NAME.match(line):
        return dashed == 1 and len(keep) - position <= SIGNATURE_LINES
    if kinds[i] != Kind.RULE:
        return False
    rule = line.strip()
    tail = [
        lines[j] for j in keep[position + 1 : position + 100] if lines[j].strip() and kinds[j] != Kind.QUOTE
    ]
    if rule in ("--", "__", "—", "––", "——"):
        return len(tail) <= 40
    above = lines[i - 1].strip() if i else ""
    if rule[0] in "=*#~+" or above.startswith("#"):
        return _reads_like_signature(tail) and not above.startswith("#")
    if len(rule) >= 10:
        return len(tail) <= 2 or _reads_like_signature(tail)
    return _reads_like_signature(tail)


def _reads_like_signature(tail: Sequence[str]) -> bool:
    """Say whether the lines look like a card: few, short, with a way to reach somebody or a role."""
    if not tail or len(tail) > SIGNATURE_LINES or any(len(line) > 200 for line in tail):
        return not tail
    spoken = [line for line in tail if _is_sentence(line) and not closing.CONTACT_RE.search(line[:200])]
    if spoken:
        return False
    return _hinted(tail) or all(len(line.split()) <= 5 for line in tail)


def _is_sentence(line: str) -> bool:
    count = len(line.split())
    return count > 9 or (count > 5 and line.rstrip().endswith(("?", ".", "!")))


def _hinted(tail: Sequence[str]) -> bool:
    return any(closing.CONTACT_RE.search(line[:200]) or closing.ROLE_RE.search(line[:200]) for line in tail)


def _without_banner(lines: Sequence[str], kinds: Sequence[Kind], keep: list[int]) -> list[int]:
    first = next((n for n, i in enumerate(keep) if lines[i].strip()), None)
    if first is None or not closing.BANNER_RE.match(lines[keep[first]][:MAX_LINE]):
        return keep
    end = first
    while end < len(keep) and lines[keep[end]].strip():
        end += 1
    rest = keep[end:]
    return rest if end - first <= 6 and any(kinds[i] == Kind.TEXT for i in rest) else keep


def _without_sign_off(lines: Sequence[str], keep: list[int]) -> list[int]:
    """Cut from the polite ending on when a card follows it; a name alone stays, it is part of the letter."""
    filled = [n for n, i in enumerate(keep) if lines[i].strip()]
    for n in filled[1:]:
        if len(keep) - n > 3 * SIGNATURE_LINES or not closing.SIGN_OFF_RE.match(lines[keep[n]][:80]):
            continue
        tail = [lines[i] for i in keep[n + 1 :] if lines[i].strip()]
        if len(tail) >= 2 and _is_card(tail):
            return keep[:n]
    return keep


def _is_card(tail: Sequence[str]) -> bool:
    if len(tail) > SIGNATURE_LINES or any(len(line) > 120 or line.rstrip().endswith("?") for line in tail):
        return False
    name = tail[0].strip(" *_")
    looks_like_name = len(name.split()) <= 5 and not unicodedata.category(name[:1] or "a").startswith("N")
    return looks_like_name and _hinted(tail) and _reads_like_signature(tail)
