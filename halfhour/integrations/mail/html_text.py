"""HTML that others wrote: as readable text, and as harmless HTML.

nh3 parses it (a browser's parser, in Rust) and keeps a short list of tags; nothing in what is left loads
anything: no pictures, no styles, no forms. Quotations become lines with `> `, as in plain mail.
"""

import html
import re

import nh3

MAX_CHARACTERS = 2_000_000
MAX_QUOTED = 5
_BREAKS = ("p", "div", "tr", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr", "dl", "dd", "dt", "section", "article", "center", "address", "header", "footer")  # fmt: skip
_PARAGRAPHS = ("p", "h1", "h2", "h3", "blockquote", "table", "ul", "ol")
_TEXT_TAGS = {*_BREAKS, "br", "li", "td", "th", "a"}
_SAFE_TAGS = {
    *_TEXT_TAGS,
    "b",
    "i",
    "u",
    "em",
    "strong",
    "span",
    "code",
    "sub",
    "sup",
    "thead",
    "tbody",
    "s",
    "small",
    "q",
    "cite",
}
_DROPPED = {
    "script",
    "style",
    "title",
    "head",
    "noscript",
    "template",
    "object",
    "iframe",
    "svg",
    "math",
    "textarea",
    "select",
    "button",
}
_TOKEN = re.compile(r"<(/?)([a-z0-9]{1,12})[^>]{0,4000}>|<[^>]{0,4000}>")


def html_text(source: str) -> str:
    """Return the words of an HTML body, a line for each block, quotations marked; never raises."""
    clean = nh3.clean(
        _shallow(source[:MAX_CHARACTERS]),
        tags=_TEXT_TAGS,
        attributes={},
        clean_content_tags=_DROPPED,
        link_rel=None,
    )
    return _lines_of(clean)


def safe_html(source: str) -> str:
    """Return HTML that may stand in a page of ours: few tags, links to http, https and mailto only."""
    return nh3.clean(
        _shallow(source[:MAX_CHARACTERS]),
        tags=_SAFE_TAGS,
        attributes={"a": {"href"}},
        clean_content_tags=_DROPPED,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener noreferrer nofollow",
    )


def _shallow(source: str) -> str:
    """Leave out tags beyond a few thousand openings: nesting that deep is an attack on the parser."""
    if source.count("<") <= 20_000:
        return source
    return re.sub(r"<[^<>]{0,2000}>", " ", source) if _nests(source) else source


def _nests(source: str) -> bool:
    return source.count("</") * 4 < source.count("<") or source.count("<") > 200_000


class _Lines:
    """Collects finished lines; an empty line stands between paragraphs, marked like the less quoted of the two."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.line: list[str] = []
        self.quoted = 0
        self.preformatted = 0
        self._before = 0
        self._gap = False

    def finish(self, *, even_empty: bool = False) -> None:
        """End the line; without words only when a line break asks for it."""
        text = "".join(self.line)
        text = text.rstrip() if self.preformatted else text.strip(" ")
        self.line.clear()
        if not text and not even_empty:
            return
        if self._gap and self.done:
            self.done.append(("> " * min(self._before, self.quoted)).rstrip())
        self._gap, self._before = False, self.quoted
        self.done.append(("> " * self.quoted + text).rstrip())

    def paragraph(self) -> None:
        self.finish()
        self._gap = True

    def words(self, text: str) -> None:
        """Add the text between two tags."""
        words = html.unescape(text).replace("\u00a0", " ").replace("\u200b", "")
        if self.preformatted:
            *whole, rest = words.split("\n")
            for piece in whole:
                self.line.append(piece)
                self.finish(even_empty=True)
            self.line.append(rest)
            return
        words = re.sub(r"\s+", " ", words)
        if words != " " or self.line:
            self.line.append(words if self.line else words.lstrip())

    def tag(self, name: str, *, closing: bool) -> None:
        """Act on a tag."""
        if name == "br":
            self.finish(even_empty=True)
        elif name in ("td", "th"):
            if closing:
                self.line.append(" ")
        elif name == "li":
            self.finish()
            if not closing:
                self.line.append("- ")
        elif name in _BREAKS:
            (self.paragraph if name in _PARAGRAPHS else self.finish)()
            step = -1 if closing else 1
            if name == "blockquote":
                self.quoted = min(max(0, self.quoted + step), MAX_QUOTED)
            elif name == "pre":
                self.preformatted = max(0, self.preformatted + step)
            elif name == "hr":
                self.line.append("-" * 20)
                self.finish()


def _lines_of(clean: str) -> str:
    lines = _Lines()
    at = 0
    for found in _TOKEN.finditer(clean):
        if found.start() > at:
            lines.words(clean[at : found.start()])
        at = found.end()
        lines.tag(found[2] or "", closing=bool(found[1]))
    lines.words(clean[at:])
    lines.finish()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines.done)).strip("\n")
