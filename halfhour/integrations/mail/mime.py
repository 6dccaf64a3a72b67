"""The parts of a message, found in place: nothing is copied or decoded before it is asked for.

Tolerant like mail programs are: a missing last boundary, a part without headers, a boundary within a boundary.
Limits on parts and depth keep a message that is nothing but nesting from taking time.
"""

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass

from halfhour.integrations.mail.charsets import text_of
from halfhour.integrations.mail.headers import (
    Headers,
    decode_words,
    last,
    parameters,
    read_headers,
    split_head,
    unbase64,
)

MAX_PARTS = 400
MAX_DEPTH = 24
MAX_PART_BYTES = 40 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Part:
    """One leaf of the tree, or a contained message as a whole.

    kind: "text/plain". path: kinds of the parts around it, outermost first. inline: not marked as attachment.
    """

    kind: str
    path: tuple[str, ...]
    headers: Headers
    charset: str
    name: str
    inline: bool
    encoding: str
    raw: bytes
    start: int
    end: int

    def content(self, limit: int = MAX_PART_BYTES) -> bytes:
        """Return the part's bytes with the transfer encoding undone, at most about `limit`."""
        data = self.raw[self.start : min(self.end, self.start + limit * 2)]
        if self.encoding == "base64":
            return data[:limit] if _is_plain_after_all(data) else unbase64(data)[:limit]
        if self.encoding == "quoted-printable":
            return binascii.a2b_qp(data)[:limit]
        if self.encoding in ("x-uuencode", "uuencode", "x-uue"):
            return _unuu(data)[:limit]
        return data[:limit]

    def text(self, limit: int = 4_000_000) -> str:
        """Return the part as text with one kind of line end."""
        data = self.content(limit)
        charset = self.charset or (_charset_in_html(data) if self.kind == "text/html" else "")
        return text_of(data, charset).replace("\r\n", "\n").replace("\r", "\n")


def parts_of(raw: bytes, headers: Headers, start: int, end: int) -> list[Part]:
    """Return the leaves of a message in their order; contained messages come whole and then their leaves."""
    out: list[Part] = []
    todo: list[tuple[Headers, int, int, tuple[str, ...]]] = [(headers, start, end, ())]
    while todo and len(out) < MAX_PARTS:
        head, first, stop, path = todo.pop()
        kind, options = parameters(last(head, "content-type") or _default_kind(path))
        kind = kind if re.fullmatch(r"[\w.+-]{1,60}/[\w.+-]{1,80}", kind) else _default_kind(path)
        if kind.startswith("multipart/") and len(path) < MAX_DEPTH:
            said = options.get("boundary", "")
            spans = list(_between(raw, said, first, stop)) if said else []
            spans = spans or list(_between(raw, _boundary_in(raw, first, stop), first, stop))
            children = [
                (read_headers(raw, a, split_head(raw, a, b)[0]), split_head(raw, a, b)[1], b, (*path, kind))
                for a, b in spans
            ]
            if children:
                todo.extend(reversed(children[: MAX_PARTS - len(out)]))
                continue
        part = _leaf(raw, head, kind, options, path, first, stop)
        out.append(part)
        if (
            kind in ("message/rfc822", "message/global")
            and len(path) < MAX_DEPTH
            and part.encoding not in ("base64",)
        ):
            body_headers, body = split_head(raw, first, stop)
            if body > first:
                todo.append((read_headers(raw, first, body_headers), body, stop, (*path, kind)))
    return out


def _default_kind(path: tuple[str, ...]) -> str:
    return "message/rfc822" if path and path[-1] == "multipart/digest" else "text/plain"


def _leaf(
    raw: bytes, head: Headers, kind: str, options: dict[str, str], path: tuple[str, ...], start: int, end: int
) -> Part:
    disposition, more = parameters(last(head, "content-disposition"))
    name = more.get("filename") or options.get("name") or ""
    if kind.startswith("multipart/"):
        kind = "application/octet-stream" if path else "text/plain"
    return Part(
        kind,
        path,
        head,
        options.get("charset", ""),
        re.sub(r"[\x00-\x1f\x7f]", "", decode_words(name))[:200],
        disposition != "attachment",
        parameters(last(head, "content-transfer-encoding"))[0],
        raw,
        start,
        end,
    )


def _boundary_in(raw: bytes, start: int, end: int) -> str:
    """The boundary a body uses when its header names none, or another: a first line "--x" above headers."""
    found = re.match(
        rb"\s{0,8}--([^\s-][^\r\n]{0,99}?)[ \t]*\r?\nContent-", raw[start : min(end, start + 400)]
    )
    return found[1].decode("utf-8", "replace") if found else ""


def _is_plain_after_all(data: bytes) -> bool:
    """Words with spaces between them are no base64, whatever the header says."""
    line = data.strip().split(b"\n", 1)[0].strip()
    return (
        len(line) > 8
        and line.count(b" ") * 12 >= len(line)
        and re.search(rb"[.,!?'\x80-\xff]", line) is not None
    )


def _charset_in_html(data: bytes) -> str:
    """What a page says about itself when the message says nothing."""
    found = re.search(rb"(?i)<meta[^>]{1,200}charset=[\"' ]?([\w-]{2,40})", data[:3000])
    return found[1].decode("ascii") if found else ""


def _between(raw: bytes, boundary: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the spans between boundary lines; the last one may lack its closing line."""
    if not boundary:
        return
    mark = b"--" + boundary.rstrip().encode("utf-8", "replace")[:200]
    at = start
    opened: int | None = None
    count = 0
    while at < end and count < MAX_PARTS:
        found = raw.find(mark, at, end)
        if found < 0:
            break
        at = found + len(mark)
        if found > start and raw[found - 1 : found] != b"\n":
            continue
        line_end = raw.find(b"\n", at, end)
        rest = raw[at : line_end if line_end >= 0 else end].strip(b" \t\r")
        if rest not in (b"", b"--"):
            continue
        if opened is not None:
            count += 1
            yield opened, max(opened, found - (2 if raw[found - 2 : found] == b"\r\n" else 1))
        if rest == b"--":
            return
        opened = line_end + 1 if line_end >= 0 else end
        at = opened
    if opened is not None and opened < end:
        yield opened, end


def _unuu(data: bytes) -> bytes:
    out = []
    for line in data.splitlines()[:200_000]:
        if line.startswith(b"begin ") or line == b"end" or not line:
            continue
        try:
            out.append(binascii.a2b_uu(line))
        except binascii.Error:
            continue
    return b"".join(out)
