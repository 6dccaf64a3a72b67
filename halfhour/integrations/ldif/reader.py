"""Read an address book saved as LDIF (RFC 2849), as Thunderbird, Evolution and directories write it."""

import base64
import re
from collections.abc import Iterable, Iterator

from halfhour.integrations.columns import find_emails, is_linkedin_page, one_line, shown_name
from halfhour.integrations.contacts import ContactRow, FileKind, Problem, ReadFile, count
from halfhour.integrations.refused import Refused
from halfhour.integrations.tables import MAX_ROWS
from halfhour.integrations.text import Text
from halfhour.watch import Step, each

_BEGIN = re.compile(
    rb"(?i)(?:\xef\xbb\xbf)?(?:[ \t]*\r?\n|#[^\n]*\n(?:[ \t][^\n]*\n)*+|version:[^\n]*\n)*+dn::?[ \t]*\S"
)
MAX_BYTES = 30 * 1024 * 1024
_MOST_VALUES = 50  # of one kind in one entry
Entry = dict[str, list[str]]

# Attribute, in small letters and without its options -> what it is; the first of a row of them is taken first.
_EMAILS = ("mail", "mozillasecondemail", "email", "rfc822mailbox", "othermailbox")
_PHONES = ("mobile", "cellphone", "telephonenumber", "homephone", "othermobile", "companyphone")
_PAGES = ("workurl", "mozillaworkurl", "homeurl", "mozillahomeurl", "labeleduri", "url")
_PLACES = (
    ("street", "streetaddress", "mozillaworkstreet2"),
    ("l", "locality", "localityname"),
    ("st", "region"),
    ("postalcode", "zip"),
    ("c", "countryname", "co"),
)
_HOME = (
    ("mozillahomestreet",),
    ("mozillahomelocalityname",),
    ("mozillahomestate",),
    ("mozillahomepostalcode",),
)
_GROUPS = frozenset(("groupofnames", "groupofuniquenames", "posixgroup", "organizationalunit", "dcobject"))


def looks_like_ldif(data: bytes) -> bool:
    """Its first line that says something names an entry."""
    return _BEGIN.match(data[:65536]) is not None


def read(text: Text, *, file: str) -> ReadFile:
    """Everyone in the file, and the reason for each entry that is no person. Refused when it holds nobody."""
    if len(text.data) > MAX_BYTES:
        raise Refused(
            f"it is {len(text.data) // 2**20} MB; the limit for an LDIF file is {MAX_BYTES // 2**20} MB, so please split it",
            file=file,
        )
    rows: list[ContactRow] = []
    problems: list[Problem] = []
    for line, entry in each(Step.READING, _entries(text.lines(), problems)):
        if len(rows) >= MAX_ROWS:
            raise Refused(
                f"it has more than {MAX_ROWS:,} entries, which is the limit; please split it", file=file
            )
        why_not = _why_not(entry)
        if why_not:
            problems.append(Problem(line, why_not))
        else:
            rows.append(_row(line, entry))
    if not rows:
        raise Refused("none of its entries tells of a person", file=file)
    return ReadFile(
        FileKind.LDIF, rows, problems, count(rows, problems), notes=list(text.notes), encoding=text.encoding
    )


def _entries(lines: Iterable[str], problems: list[Problem]) -> Iterator[tuple[int, Entry]]:
    """(line where it begins, its attributes) of each entry; blank lines part them."""
    entry: Entry = {}
    begun = 0
    for number, line in _unfolded(lines):
        if not line.strip():
            if "dn" in entry:
                yield begun, entry
            entry = {}
            continue
        name, colon, value = line.partition(":")
        if not colon:
            problems.append(
                Problem(number, f"“{line[:40]}” is no line of an entry; it was left out", skipped=False)
            )
            continue
        begun = begun if entry else number
        known = entry.setdefault(name.partition(";")[0].strip().lower(), [])
        if len(known) < _MOST_VALUES:
            known.append(_value(value))
    if "dn" in entry:
        yield begun, entry


def _unfolded(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """(number, line) with what goes on after a blank at the beginning of the next line; remarks are left out."""
    whole, begun = None, 0
    for number, raw in enumerate(lines, 1):
        line = raw.rstrip("\r\n")
        if whole is not None and line.startswith(" "):
            whole += line[1:]
            continue
        if whole is not None and not whole.startswith("#"):
            yield begun, whole
        whole, begun = line, number
    if whole is not None and not whole.startswith("#"):
        yield begun, whole


def _value(told: str) -> str:
    """ ":" before it: base64; "<" before it: a file elsewhere, which is not read."""
    if told.startswith("<"):
        return ""
    if not told.startswith(":"):
        return told.strip()
    try:
        return base64.b64decode(told[1:].strip(), validate=True).decode("utf-8", "replace").strip()
    except ValueError:
        return ""


def _why_not(entry: Entry) -> str:
    if entry.get("changetype", ["add"])[0].lower() != "add":
        return "a change to an entry, not a person"
    kinds = {kind.lower() for kind in entry.get("objectclass", ())}
    if kinds & _GROUPS and not entry.get("mail"):
        return "a group, not a person"
    if not any(
        any(entry.get(name, ())) for name in ("cn", "sn", "givenname", "displayname", *_EMAILS, *_PHONES)
    ):
        return "neither a name nor an e-mail address nor a telephone number"
    return ""


def _row(line: int, entry: Entry) -> ContactRow:
    def first(*names: str) -> str:
        return next((one_line(v) for name in names for v in entry.get(name, ()) if v), "")

    def every(names: Iterable[str]) -> list[str]:
        return list(dict.fromkeys(one_line(v) for name in names for v in entry.get(name, ()) if v))

    given, family = first("givenname", "gn"), first("sn", "surname")
    pages = every(_PAGES)
    place = [first(*names) for names in _PLACES]
    return ContactRow(
        line=line,
        given=given,
        family=family,
        name=first("displayname", "cn", "commonname") or shown_name(given, "", family),
        emails=tuple(dict.fromkeys(a for value in every(_EMAILS) for a in find_emails(value))),
        phones=tuple(p for p in every(_PHONES) if sum(c.isdigit() for c in p) > 2),
        organisation=first("o", "organizationname", "company"),
        title=first("title"),
        url=next((p for p in pages if is_linkedin_page(p)), pages[0] if pages else ""),
        note="\n".join(v for name in ("description", "info") for v in entry.get(name, ()) if v),
        address=", ".join(p for p in (place if any(place) else [first(*n) for n in _HOME]) if p),
        nickname=first("mozillanickname", "xmozillanickname", "nickname"),
        department=first("department", "ou", "orgunit"),
    )
