"""From the headings and cells of a table to ContactRow values."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from halfhour.integrations.contacts import Column, ContactRow, Problem
from halfhour.integrations.dates import find_year, parse_day
from halfhour.integrations.vocabulary import Field, fold, look_up

Heading = Callable[[str], "Field | None"]
MAX_CELL = 10_000

_EMAIL = re.compile(r"[^\s<>,;:\"()\[\]]+@[^\s<>,;:\"()\[\]]+")
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_NUMBERS_APART = re.compile(r"\s+/\s+|\s*,\s+|\s+(?:or|oder|ou|o|and|und|et)\s+")
_AS_NUMBER = re.compile(r"(\d)[.,](\d+)E\+?(\d{1,2})", re.I)
_SERIAL_DAY = re.compile(r"(\d{5})(?:\.\d+)?")
_PARTS = re.compile(r"\s*(?::::|[;\n\r|])\s*")
_LINKEDIN_PAGE = re.compile(r"^(https?://)?([a-z]{2,3}\.)?linkedin\.com/(in|pub)/", re.I)
_WEB = re.compile(r"^(https?://|www\.)\S+$|^\S+\.[a-z]{2,}/\S+$", re.I)
_YES_WORDS = """true yes y 1 x ja oui si sí sim wahr vrai deceased dnc"""
_YES = frozenset(_YES_WORDS.split())
_ERRORS = ("#ref!", "#value!", "#name?", "#div/0!", "#null!", "#num!", "#error!")  # of spreadsheets
_NOTHING = frozenset(
    ("", "-", "--", "–", "n/a", "na", "null", "none", "nil", "(blank)", "#n/a", "nan", *_ERRORS)
)
_SUMS = frozenset(
    [
        "totals",
        "total",
        "sum",
        "grand total",
        "count",
        "summe",
        "gesamt",
        "anzahl",
        "somme",
        "suma",
        "totale",
        "totaal",
        "summa",
        "razem",
    ]
)
_OURS = {"given", "family", "title", "organisation", "occupation", "level"}  # Halfhour's own people.csv
_PLACE = (Field.STREET, Field.CITY, Field.REGION, Field.POSTCODE, Field.COUNTRY)


def clean(cell: str) -> str:
    """A cell as it was meant: blanks trimmed, Excel's forced text and our own guard against formulas undone."""
    text = cell.strip()
    if not text:
        return ""
    first = text[0]
    if first == "'" and len(text) > 1 and text[1] in "=+-@|%\t":
        return text[1:]
    if first == "'" and text[-1] == "'" and len(text) > 2:
        return text[1:-1].strip()
    if first == "=" and text[1:2] == '"' and text[-1] == '"':
        return text[2:-1].replace('""', '"').strip()
    return text[:MAX_CELL] if len(text) > MAX_CELL else text


def one_line(text: str) -> str:
    """Line breaks become blanks, marks that do not print go; for everything but notes."""
    if text.isprintable():
        return text
    return " ".join(
        "".join(c if c.isprintable() or c == "\u200d" else " " if c.isspace() else "" for c in text).split()
    )


def shown_name(given: str, middle: str, family: str) -> str:
    """A name in its usual order: the family name first, without blanks, when it is written in Chinese characters or Hangul."""
    if family and given and family[0] >= "\u2e80" and given[0] >= "\u2e80":
        return family + given
    return " ".join(p for p in (given, middle, family) if p)


def find_emails(text: str) -> list[str]:
    """Every e-mail address in a cell, in order, without mailto: and without repeats."""
    found: list[str] = []
    text = text if text.isascii() else _UNSEEN.sub("", text)
    for address in _EMAIL.findall(text.removeprefix("mailto:")):
        tidy = address.strip(".'’")
        if tidy.lower() not in (f.lower() for f in found):
            found.append(tidy)
    return found


def is_linkedin_page(text: str) -> bool:
    return bool(_LINKEDIN_PAGE.match(text.strip()))


@dataclass(frozen=True)
class Plan:
    """Which columns hold which field; each list in the order of preference."""

    width: int
    singles: dict[Field, tuple[int, ...]]
    emails: tuple[int, ...]
    phones: tuple[int, ...]
    places: tuple[tuple[int, ...], ...]
    extras: tuple[tuple[int, str], ...]
    day_first: bool

    def columns(self, field: Field) -> tuple[int, ...]:
        return self.singles.get(field, ())


def guess_fields(headings: Sequence[str], known: Heading = look_up) -> list[Field | None]:
    """The field of each heading, None where it is not known, with names and titles settled by their neighbours."""
    fields = [known(h) for h in headings]
    flat = [fold(h) for h in headings]
    if set(flat) >= _OURS:  # the occupation there is what the coder made of the title
        fields[flat.index("occupation")] = Field.EXTRA
    return resolve(fields)


def resolve(fields: Sequence[Field | None]) -> list[Field | None]:
    """Settle "Name" and "Title", which mean different things beside different columns."""
    present = set(fields)
    given, family = Field.GIVEN in present, Field.FAMILY in present
    bare = Field.FAMILY if given and not family else Field.GIVEN if family and not given else Field.NAME
    job = Field.PREFIX if Field.TITLE in present else Field.TITLE
    settled: list[Field | None] = []
    for field in fields:
        if field is Field.BARE_NAME:
            settled.append(bare)
            bare = Field.NAME
        elif field is Field.BARE_TITLE:
            settled.append(job)
        else:
            settled.append(field)
    return settled


def make_plan(headings: Sequence[str], fields: Sequence[Field | None], *, day_first: bool = False) -> Plan:
    """Unknown columns and Field.EXTRA are kept as extra; Field.IGNORE is left out."""
    singles: dict[Field, list[int]] = {}
    emails: list[int] = []
    phones: list[int] = []
    places: list[list[int]] = []
    in_place: set[Field] = set()
    extras: list[tuple[int, str]] = []
    for index, field in enumerate(fields):
        if field is Field.EMAIL:
            emails.append(index)
        elif field is Field.PHONE:
            phones.append(index)
        elif field in _PLACE:
            if not places or field in in_place - {Field.STREET}:
                places.append([])
                in_place = set()
            places[-1].append(index)
            in_place.add(field)
        elif field is None or field is Field.EXTRA:
            if headings[index].strip():
                extras.append((index, headings[index].strip()))
        elif field is not Field.IGNORE:
            singles.setdefault(field, []).append(index)
    return Plan(
        width=len(headings),
        singles={f: tuple(v) for f, v in singles.items()},
        emails=tuple(emails),
        phones=tuple(phones),
        places=tuple(tuple(p) for p in places),
        extras=tuple(extras),
        day_first=day_first,
    )


def columns_shown(
    headings: Sequence[str],
    fields: Sequence[Field | None],
    rows: Sequence[Sequence[str]],
    sure: Sequence[bool],
) -> list[Column]:
    """What the mapping page shows: every column with up to three different samples."""
    shown = []
    for index, heading in enumerate(headings):
        field = fields[index]
        samples: list[str] = []
        for row in rows:
            value = clean(row[index]) if index < len(row) else ""
            if value and value[:80] not in samples:
                samples.append(value[:80])
            if len(samples) == 3:
                break
        shown.append(
            Column(index, heading.strip(), field.value if field else "", sure[index], tuple(samples))
        )
    return shown


def build_row(plan: Plan, cells: Sequence[str], line: int, problems: list[Problem]) -> ContactRow | None:
    """One row as a person; None (with a problem noted) when it tells neither a name nor a way to reach anyone."""
    values = [clean(c) for c in cells]
    if len(values) < plan.width:
        values.extend([""] * (plan.width - len(values)))
    first = _firsts(plan, values)
    emails, phones, stray = _ways(plan, values, line, problems)
    given, family, name = first(Field.GIVEN), first(Field.FAMILY), first(Field.NAME)
    organisation = first(Field.ORGANISATION)
    if not (given or family or name or emails or phones):
        if not organisation:
            problems.append(Problem(line, "no name, no e-mail address and no telephone number in this row"))
            return None
        name = organisation
    elif not (emails or phones or organisation) and (name or family or given).casefold() in _SUMS:
        problems.append(Problem(line, "a line of sums under the list, no person"))
        return None
    if not name:
        name = shown_name(given, first(Field.MIDDLE), family)
    year_text = first(Field.GRAD_YEAR)
    extra = [(h, values[i]) for i, h in plan.extras if values[i]]
    extra.extend(stray)
    place = first(Field.ADDRESS)
    if not place:
        place = next(
            (p for p in (", ".join(values[i] for i in group if values[i]) for group in plan.places) if p), ""
        )
    return ContactRow(
        line=line,
        given=given,
        family=family,
        name=name,
        emails=emails,
        phones=phones,
        organisation=organisation,
        title=first(Field.TITLE),
        url=_page(plan, values),
        connected_on=_day(first(Field.CONNECTED_ON), plan.day_first, line, problems),
        note=first(Field.NOTE),
        address=" ".join(place.split()),
        middle=first(Field.MIDDLE),
        prefix=first(Field.PREFIX),
        suffix=first(Field.SUFFIX),
        nickname=first(Field.NICKNAME),
        department=first(Field.DEPARTMENT),
        school=first(Field.SCHOOL),
        grad_year=find_year(year_text) if year_text else None,
        do_not_contact=first(Field.DO_NOT_CONTACT).casefold() in _YES,
        extra=tuple(extra),
    )


def _firsts(plan: Plan, values: list[str]) -> Callable[[Field], str]:
    def first(field: Field) -> str:
        for index in plan.singles.get(field, ()):
            value = values[index]
            if value and value.casefold() not in _NOTHING:
                return value if field is Field.NOTE else one_line(value)
        return ""

    return first


def _ways(
    plan: Plan, values: list[str], line: int, problems: list[Problem]
) -> tuple[tuple[str, ...], tuple[str, ...], list[tuple[str, str]]]:
    emails: list[str] = []
    phones: list[str] = []
    stray: list[tuple[str, str]] = []
    for index in plan.emails:
        value = values[index]
        if not value or value.casefold() in _NOTHING:
            continue
        found = find_emails(value)
        if not found:
            stray.append(("e-mail as written", value))
            problems.append(
                Problem(line, f"“{value[:60]}” is not an e-mail address; kept as a remark", skipped=False)
            )
        emails.extend(f for f in found if f.lower() not in [e.lower() for e in emails])
    for index in plan.phones:
        value = values[index]
        if not value or value.casefold() in _NOTHING:
            continue
        for part in _PARTS.split(value):
            for number in _numbers(part.strip()):
                if sum(c.isdigit() for c in number) < 3 or _AS_NUMBER.fullmatch(number):
                    if number:
                        stray.append(("telephone as written", number))
                elif number not in phones:
                    phones.append(number)
    return tuple(emails), tuple(phones), stray


def _numbers(text: str) -> list[str]:
    """Several telephones written as one, apart; one that a spreadsheet has taken for a quantity, whole again if it can be."""
    quantity = _AS_NUMBER.fullmatch(text)
    if quantity:
        digits = quantity[1] + quantity[2]
        return [digits] if len(digits) == int(quantity[3]) + 1 else [text]
    parts = _NUMBERS_APART.split(text)
    several = len(parts) > 1 and all(sum(c.isdigit() for c in p) >= 7 for p in parts)
    return parts if several else [text]


def _page(plan: Plan, values: list[str]) -> str:
    pages = [
        p
        for i in plan.columns(Field.URL)
        for p in _PARTS.split(values[i])
        if p and p.casefold() not in _NOTHING
    ]
    return next((p for p in pages if is_linkedin_page(p)), pages[0] if pages else "")


def _day(text: str, day_first: bool, line: int, problems: list[Problem]) -> date | None:
    if not text:
        return None
    serial = _SERIAL_DAY.fullmatch(text)
    if serial:  # a spreadsheet's own count of days
        return date(1899, 12, 30) + timedelta(days=int(serial[1]))
    day = parse_day(text, day_first=day_first)
    if day is None:
        problems.append(
            Problem(line, f"“{text[:40]}” is not a date that is understood; left empty", skipped=False)
        )
    return day


def looks_like(value: str) -> Field | None:
    """What a single cell looks like by itself: an e-mail address, a telephone number, a page, a day."""
    text = value.strip()
    if not text:
        return None
    if _EMAIL.fullmatch(text.removeprefix("mailto:")):
        return Field.EMAIL
    if _WEB.match(text):
        return Field.URL
    digits = sum(c.isdigit() for c in text)
    if (
        7 <= digits <= 16
        and re.fullmatch(r"[+(\d][\d\s()./+-]*(?:\s*(?:x|ext\.?)\s*\d+)?", text)
        and parse_day(text) is None
    ):
        return Field.PHONE
    if 6 <= len(text) <= 24 and parse_day(text) is not None:
        return Field.CONNECTED_ON
    return None
