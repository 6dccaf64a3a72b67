"""Read a pasted list: a name a line, "Name <address>", "Name, title, company", or an address line of a mail program."""

import re
from itertools import islice

from halfhour.integrations.columns import find_emails, is_linkedin_page, looks_like
from halfhour.integrations.contacts import ContactRow, FileKind, Problem, ReadFile, count
from halfhour.integrations.refused import Refused
from halfhour.integrations.text import Text
from halfhour.integrations.vocabulary import Field

MAX_LINES = 5_000
_BULLET = re.compile(r"^\s*(?:[-*•‣–—·]|\(?\d{1,4}[.)])\s+")
_ADDRESS = re.compile(r'\s*(?:"(?P<quoted>[^"]+)"|(?P<name>[^<>"]*?))\s*<(?P<mail>[^<>\s]+@[^<>\s]+)>\s*')
_AT = re.compile(r"\s+(?:at|@|bei|chez|en|presso|bij|hos)\s+", re.I)
_FIRST_PART = re.compile(r"[,;\t(<]|\s+[-–—|·]\s+")
_DASH = re.compile(r"\s+[-–—|·]\s+|\t+")


def read_pasted(text: str) -> ReadFile:
    """Every line as a person; lines that are none are problems with their reason. Refused when there is no line."""
    lines = text.splitlines()
    if not any(x.strip() for x in lines):
        raise Refused("there is nothing in it")
    if len(lines) > MAX_LINES:
        raise Refused(
            f"these are {len(lines):,} lines; the limit for a pasted list is {MAX_LINES:,}, a file may be longer"
        )
    rows: list[ContactRow] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        people = _several(line, number) or [_one(_BULLET.sub("", line), number)]
        for person in people:
            if isinstance(person, Problem):
                problems.append(person)
            else:
                rows.append(person)
    return ReadFile(FileKind.PASTED, rows, problems, count(rows, problems))


def read_if_list(text: Text, *, file: str) -> ReadFile | None:
    """A file without headings as a list of "Name <address>" lines; None unless most lines are such."""
    head = [x for x in islice(text.lines(), 200) if x.strip()]
    addressed = sum("<" in x and "@" in x for x in head)
    if not head or addressed < len(head) * 0.6:
        return None
    return _read_whole(text, file)


def read_if_names(text: Text, *, file: str) -> ReadFile | None:
    """A plain text with a name a line, perhaps with the work behind it; None unless four in five lines are such."""
    head = [x for x in islice(text.lines(), 200) if x.strip()]
    if not head or sum(map(_begins_with_a_name, head)) < len(head) * 0.8:
        return None
    return _read_whole(text, file)


def _read_whole(text: Text, file: str) -> ReadFile:
    if text.data.count(b"\n") > MAX_LINES:
        raise Refused(
            f"it has more than {MAX_LINES:,} lines, the limit for a plain list; please make it a CSV",
            file=file,
        )
    return read_pasted(text.whole())


def _begins_with_a_name(line: str) -> bool:
    """Two to five words that begin large before the first comma, dash or tab; particles may be small."""
    plain = _BULLET.sub("", line).strip()
    words = _FIRST_PART.split(plain, maxsplit=1)[0].split()
    if (
        not 2 <= len(words) <= 5
        or len(plain) > 160
        or any(c.isdigit() or c in ":!?/" for c in " ".join(words))
    ):
        return False
    large = [w for w in words if w[0].isupper() or not w[0].isascii()]
    return words[0] in large and words[-1] in large and len(words) - len(large) <= 2


def _several(line: str, number: int) -> list[ContactRow | Problem]:
    """ "A <a@x>, B <b@x>" as a mail program writes several people on one line."""
    found = list(_ADDRESS.finditer(line))
    if not found or (len(found) == 1 and _ADDRESS.fullmatch(_BULLET.sub("", line).rstrip(" ,;")) is None):
        return []
    people: list[ContactRow | Problem] = []
    for match in found:
        name = _BULLET.sub("", (match["quoted"] or match["name"] or "").strip(" ,;'")).strip()
        people.append(ContactRow(line=number, name="" if "@" in name else name, emails=(match["mail"],)))
    return people


def _one(line: str, number: int) -> ContactRow | Problem:
    emails = tuple(find_emails(line))
    rest = line
    for address in emails:
        rest = rest.replace(f"<{address}>", " ").replace(f"({address})", " ").replace(address, " ")
    parts = [
        p.strip(" ,;\"'") for p in (_DASH.split(rest) if _DASH.search(rest) else re.split(r"[,;]", rest))
    ]
    parts = [p for p in parts if p]
    url = next((p for p in parts if is_linkedin_page(p) or looks_like(p) is Field.URL), "")
    phones = tuple(p for p in parts if looks_like(p) is Field.PHONE)
    words = [p for p in parts if p != url and p not in phones]
    if not words and not emails:
        return Problem(number, "there is no name in this line")
    name = words[0] if words else ""
    if name and (len(name) > 80 or len(name.split()) > 7 or not any(c.isalpha() for c in name)):
        return Problem(
            number, f"“{name[:40]}…” is too long for a name" if len(name) > 40 else f"“{name}” is not a name"
        )
    title, organisation = "", ""
    if len(words) == 2:
        at = _AT.split(words[1], maxsplit=1)
        title, organisation = (at[0], at[1]) if len(at) == 2 else (words[1], "")
    elif len(words) >= 3:
        title, organisation = words[1], ", ".join(words[2:])
    return ContactRow(
        line=number, name=name, emails=emails, phones=phones, title=title, organisation=organisation, url=url
    )
