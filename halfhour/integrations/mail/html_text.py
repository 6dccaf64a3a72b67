"""HTML that others wrote: as readable text, and as harmless HTML.

nh3 parses it (a browser's parser, in Rust) and keeps a short list of tags; nothing in what is left loads
anything: no pictures, no styles, no forms. Quotations become lines with `> `, as in plain mail.
"""

import html
import re

import nh3

MAX_CHARACTERS = 2_000_000
_BREAKS = ("p", "div", "tr", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr", "dl", "dd", "dt", "section", "article", "center", "address", "header", "footer")  # fmt: skip
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
# Word's conditional comments and its namespaced tags hold no words of the writer.
_WORD_ONLY = re.compile(r"<!--.{0,200000}?-->|<!\[[^\]>]{0,200}\]>", re.DOTALL)


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


def _lines_of(clean: str) -> str:
    out: list[str] = []  # finished lines
    line: list[str] = []
    quoted = preformatted = 0
    at = 0

    def finish(*, even_empty: bool = False) -> None:
        text = "".join(line).strip(" ") if not preformatted else "".join(line).rstrip()
        line.clear()
        if text or even_empty:
            mark = "> " * min(quoted, 5)
            out.append((mark + text).rstrip() if quoted else text)

    for found in _TOKEN.finditer(clean):
        _append(line, clean[at : found.start()], bool(preformatted), finish)
        at = found.end()
        closing, tag = found[1], found[2]
        if tag == "br":
            finish(even_empty=True)
        elif tag == "li":
            if line:
                finish()
            if not closing:
                line.append("- ")
        elif tag in ("td", "th"):
            if closing:
                line.append(" ")
        elif tag in _BREAKS:
            if line:
                finish()
            if tag == "blockquote":
                quoted = max(0, quoted + (-1 if closing else 1))
            if tag == "pre":
                preformatted = max(0, preformatted + (-1 if closing else 1))
            if tag == "hr":
                out.append("> " * quoted + "-" * 20)
            if (
                tag in ("p", "h1", "h2", "h3", "blockquote", "table", "ul", "ol")
                and out
                and out[-1].strip("> ")
            ):
                out.append(("> " * quoted).rstrip())
    _append(line, clean[at:], bool(preformatted), finish)
    finish()
    text = "\n".join(out)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n")


def _append(line: list[str], text: str, preformatted: bool, finish: "object") -> None:
    if not text:
        return
    words = html.unescape(text).replace("\u00a0", " ").replace("\u200b", "")
    if preformatted and callable(finish):
        *whole, rest = words.split("\n")
        for piece in whole:
            line.append(piece)
            finish(even_empty=True)
        line.append(rest)
        return
    words = re.sub(r"\s+", " ", words)
    if words != " " or line:
        line.append(words if line else words.lstrip())
