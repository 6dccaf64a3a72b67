"""iCalendar text as a tree of components and properties, and back (RFC 5545 sections 3.1 and 3.2).

Tolerant: a line that cannot be read is left out and counted; a component that is never closed ends with the
file. Limits keep a hostile file from taking time or memory.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from halfhour.integrations.refused import Refused

MAX_BYTES = 10 * 1024 * 1024
MAX_LINES = 400_000
MAX_DEPTH = 12
MAX_VALUE = 200_000


@dataclass(frozen=True, slots=True)
class Property:
    """name: upper case. params: upper-case name to its values, decoded. value: as written, escapes kept."""

    name: str
    params: dict[str, list[str]]
    value: str

    def param(self, name: str) -> str:
        """Return the first value of a parameter, empty when it is not there."""
        values = self.params.get(name)
        return values[0] if values else ""

    def text(self) -> str:
        """Return a TEXT value with its escapes undone."""
        return unescape(self.value)


@dataclass(slots=True)
class Component:
    """A component with its own properties and the components in it, both in file order."""

    name: str
    properties: list[Property] = field(default_factory=list)
    children: list["Component"] = field(default_factory=list)

    def get(self, name: str) -> Property | None:
        """Return the first property of that name."""
        return next((p for p in self.properties if p.name == name), None)

    def all(self, name: str) -> list[Property]:
        """Return all properties of that name."""
        return [p for p in self.properties if p.name == name]

    def value(self, name: str) -> str:
        """Return the value of the first property of that name, stripped; empty when it is not there."""
        found = self.get(name)
        return found.value.strip() if found else ""

    def walk(self, name: str) -> Iterator["Component"]:
        """Give all components of that name at any depth."""
        todo = [self]
        while todo:
            component = todo.pop()
            if component.name == name:
                yield component
            todo.extend(reversed(component.children))


_NAME = re.compile(r"([A-Za-z0-9-]{1,100})(?=[;:])|([A-Za-z0-9._-]{1,100})(?=[;:])")
_PARAM = re.compile(r";\s?([A-Za-z0-9-]{1,100})=")
_ESCAPE = re.compile(r"\\([\\;,nN:\"])")


def unfold(data: bytes) -> list[str]:
    """Return the logical lines of a file, empty ones left out.

    Lines are joined before they are decoded, because some programs fold in the middle of a character. UTF-16 with a
    mark, else each line UTF-8 or, where that fails, Windows 1252: one bad line spoils no other.
    """
    if len(data) > MAX_BYTES:
        raise Refused(f"the calendar file is larger than {MAX_BYTES // 1024 // 1024} MB")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16", "replace").encode()
    data = data.removeprefix(b"\xef\xbb\xbf")
    data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").replace(b"\x00", b"")
    lines = data.replace(b"\n ", b"").replace(b"\n\t", b"").split(b"\n")
    if len(lines) > MAX_LINES:
        raise Refused(f"the calendar file has more than {MAX_LINES} lines")
    return [line for line in map(_decoded, lines) if line.strip()]


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def parse(data: bytes) -> Component:
    """Return a root component without a name that holds the file's calendars.

    Raises Refused for a file over the limits; never anything else.
    """
    root = Component("")
    stack = [root]
    ignored = 0
    for line in unfold(data):
        found = property_of(line)
        if found is None:
            continue
        if found.name == "BEGIN":
            if len(stack) > MAX_DEPTH or ignored:
                ignored += 1
                continue
            child = Component(found.value.strip().upper()[:60])
            stack[-1].children.append(child)
            stack.append(child)
        elif found.name == "END":
            if ignored:
                ignored -= 1
                continue
            _close(stack, found.value.strip().upper())
        elif not ignored:
            stack[-1].properties.append(found)
    return root


def _close(stack: list[Component], name: str) -> None:
    """Close the innermost component of that name; an END without a BEGIN closes nothing."""
    for depth in range(len(stack) - 1, 0, -1):
        if stack[depth].name == name:
            del stack[depth:]
            return


def property_of(line: str) -> Property | None:
    """Take one logical line apart; None when it is no property."""
    line = line[:MAX_VALUE].lstrip()
    found = _NAME.match(line)
    if not found:
        return None
    name = found[0].rsplit(".", 1)[-1].upper()
    at = found.end()
    params: dict[str, list[str]] = {}
    while at < len(line) and line[at] == ";":
        param = _PARAM.match(line, at)
        if not param:
            stop = _next_mark(line, at + 1)
            if stop >= len(line):
                return None
            at = stop
            continue
        values, at = _param_values(line, param.end())
        params.setdefault(param[1].upper(), []).extend(values)
    if at >= len(line) or line[at] != ":":
        return None
    return Property(name, params, line[at + 1 :])


def _next_mark(line: str, at: int) -> int:
    while at < len(line) and line[at] not in ";:":
        at += 1
    return at


def _param_values(line: str, at: int) -> tuple[list[str], int]:
    values: list[str] = []
    while True:
        if line[at : at + 1] == '"':
            end = line.find('"', at + 1)
            if end < 0:
                end = _next_mark(line, at)
                values.append(line[at:end].strip('"'))
                return values, end
            value, at = line[at + 1 : end], end + 1
            rest = at
            while rest < len(line) and line[rest] not in ";:,":
                rest += 1  # words after a closing quote belong to the value all the same
            value, at = value + line[at:rest], rest
        else:
            end = at
            while end < len(line) and line[end] not in ";:,":
                end += 1
            value, at = line[at:end], end
        values.append(_caret(value))
        if line[at : at + 1] != ",":
            return values, at
        at += 1


def _caret(value: str) -> str:
    """Undo the escapes of RFC 6868."""
    if "^" not in value:
        return value
    return re.sub(r"\^([n^'])", lambda m: {"n": "\n", "^": "^", "'": '"'}[m[1]], value)


def unescape(value: str) -> str:
    """Undo the escapes of a TEXT value (RFC 5545 section 3.3.11)."""
    if "\\" not in value:
        return value
    return _ESCAPE.sub(lambda m: "\n" if m[1] in "nN" else m[1], value)


def escape(value: str) -> str:
    """Write a TEXT value: no line ends, no bare commas, semicolons or backslashes; control characters go."""
    value = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", value.replace("\r\n", "\n").replace("\r", "\n"))
    return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def write_param(value: str) -> str:
    """Write a parameter value: quoted where needed, quotes and line ends in the form of RFC 6868."""
    value = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", value)
    value = value.replace("^", "^^").replace("\n", "^n").replace('"', "^'")
    return f'"{value}"' if re.search(r"[;:,]", value) else value


def write_line(found: Property) -> str:
    """Write a property as one folded line with its line end; at most 75 octets a piece."""
    head = found.name + "".join(
        f";{name}={','.join(write_param(v) for v in values)}" for name, values in found.params.items()
    )
    return fold(f"{head}:{found.value}")


def fold(line: str) -> str:
    """Fold a logical line after 75 octets without cutting a character; ends with CRLF."""
    line = line.replace("\r", "").replace("\n", "")
    if len(line) <= 75 and line.isascii():
        return line + "\r\n"
    out: list[str] = []
    piece = ""
    size = 0
    for character in line:
        width = len(character.encode("utf-8", "replace"))
        if size + width > (75 if not out else 74):
            out.append(piece)
            piece, size = "", 0
        piece += character
        size += width
    out.append(piece)
    return "\r\n ".join(out) + "\r\n"


def write(component: Component) -> str:
    """Write a component with everything in it."""
    inner = "".join(write_line(p) for p in component.properties) + "".join(
        write(c) for c in component.children
    )
    return f"BEGIN:{component.name}\r\n{inner}END:{component.name}\r\n" if component.name else inner
