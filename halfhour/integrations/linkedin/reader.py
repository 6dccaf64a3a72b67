"""Read a LinkedIn data export: the whole ZIP or one of its CSV files.

Connections.csv begins with a note of some lines, then the headings; most rows have no e-mail address. messages.csv tells
when the first and last message went between the owner and someone; Profile, Positions and Education tell about the owner.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from halfhour.integrations import archive, tables
from halfhour.integrations.columns import (
    build_row,
    clean,
    columns_shown,
    find_emails,
    guess_fields,
    make_plan,
    one_line,
    shown_name,
)
from halfhour.integrations.contacts import ContactRow, FileKind, OwnProfile, Problem, ReadFile, Stage, count
from halfhour.integrations.dates import parse_day
from halfhour.integrations.linkedin import headings
from halfhour.integrations.linkedin.messages import Talk, join_talks, read_talks
from halfhour.integrations.refused import Refused
from halfhour.integrations.tables import Table, find_table
from halfhour.integrations.text import decode
from halfhour.integrations.vocabulary import Field, fold

_STRAIGHT = {
    Field.GIVEN,
    Field.FAMILY,
    Field.URL,
    Field.EMAIL,
    Field.ORGANISATION,
    Field.TITLE,
    Field.CONNECTED_ON,
}


def known_headings(cells: Sequence[str]) -> int:
    """How many headings of a connections or messages file a line holds; 0 when it is neither."""
    if headings.is_connections(cells):
        return 100 + sum(f is not None for f in guess_fields(cells))
    return 100 if headings.is_messages(cells) else 0


def read_connections(table: Table, *, file: str, fields: Sequence[Field | None] | None = None) -> ReadFile:
    """Everyone in a connections table. Rows without a name are problems: the network hides them."""
    settled = list(fields) if fields is not None else guess_fields(table.heading)
    problems: list[Problem] = []
    rows: list[ContactRow] = []
    english = "connected on" in {fold(h) for h in table.heading}
    sample: list[list[str]] = []
    for row, cells in _people(table, settled, english, problems, file):
        if len(sample) < 20:
            sample.append(cells)
        rows.append(row)
    newest = max((r.connected_on for r in rows if r.connected_on), default=None)
    return ReadFile(
        kind=FileKind.LINKEDIN,
        rows=rows,
        problems=problems,
        counts=count(rows, problems),
        notes=list(table.text.notes),
        columns=columns_shown(table.heading, settled, sample, [f is not None for f in settled]),
        as_of=newest,
        encoding=table.text.encoding,
    )


def _people(
    table: Table, fields: Sequence[Field | None], english: bool, problems: list[Problem], file: str
) -> Iterator[tuple[ContactRow, list[str]]]:
    plan = make_plan(table.heading, fields, day_first=not english)
    at = {f: fields.index(f) for f in _STRAIGHT if f in fields}
    straight = (
        len(plan.emails) <= 1
        and all(len(v) == 1 for v in plan.singles.values())
        and set(plan.singles) <= _STRAIGHT
        and not plan.extras
        and not plan.phones
        and not plan.places
    )
    width = len(fields)
    given_at, family_at = at.get(Field.GIVEN, -1), at.get(Field.FAMILY, -1)
    url_at, mail_at = at.get(Field.URL, -1), at.get(Field.EMAIL, -1)
    firm_at, title_at, day_at = (
        at.get(Field.ORGANISATION, -1),
        at.get(Field.TITLE, -1),
        at.get(Field.CONNECTED_ON, -1),
    )
    days: dict[str, date | None] = {}
    for line, cells in table.rows(problems, file=file):
        if len(cells) > width:
            joined = _rejoined(cells, width)
            if joined is None:
                problems.append(
                    Problem(
                        line, f"{len(cells)} cells where the heading has {width}; a comma too many, it seems"
                    )
                )
                continue
            cells = joined
        elif len(cells) == 1 and width > 2:
            problems.append(Problem(line, f"one cell where the heading has {width}"))
            continue
        elif len(cells) < width:
            cells = cells + [""] * (width - len(cells))
        given = one_line(clean(cells[given_at])) if given_at >= 0 else ""
        family = one_line(clean(cells[family_at])) if family_at >= 0 else ""
        if not given and not family:
            problems.append(Problem(line, "no name: this person hides it, or has left the network"))
            continue
        if not straight:
            row = build_row(plan, cells, line, problems)
            if row is not None:
                yield row, cells
            continue
        day_text = cells[day_at].strip() if day_at >= 0 else ""
        if day_text not in days:
            days[day_text] = parse_day(day_text, day_first=not english)
        day = days[day_text]
        if day is None and day_text:
            problems.append(
                Problem(
                    line, f"“{day_text[:40]}” is not a date that is understood; left empty", skipped=False
                )
            )
        mail = cells[mail_at] if mail_at >= 0 else ""
        yield (
            ContactRow(
                line=line,
                given=given,
                family=family,
                name=shown_name(given, "", family),
                emails=tuple(find_emails(mail)) if mail else (),
                organisation=one_line(clean(cells[firm_at])) if firm_at >= 0 else "",
                title=one_line(clean(cells[title_at])) if title_at >= 0 else "",
                url=one_line(cells[url_at].strip()) if url_at >= 0 else "",
                connected_on=day,
            ),
            cells,
        )


def _rejoined(cells: list[str], width: int) -> list[str] | None:
    """Undo commas that were not quoted: a cell that begins with a blank continues the one before it."""
    joined = [cells[0]]
    spare = len(cells) - width
    for cell in cells[1:]:
        if spare and cell.startswith(" ") and cell.strip():
            joined[-1] += "," + cell
            spare -= 1
        else:
            joined.append(cell)
    while spare and joined and not joined[-1].strip():
        joined.pop()
        spare -= 1
    return joined if not spare else None


def read_messages(table: Table, *, file: str) -> ReadFile:
    """Everyone the owner wrote with, one row each, with the days of the first and last message."""
    problems: list[Problem] = []
    talks, totals = read_talks(table, problems, file=file)
    rows = [
        ContactRow(
            line=t.line, name=t.name, url=t.url, first_message_on=t.first_on, last_message_on=t.last_on
        )
        for t in talks
    ]
    counts = {**count(rows, problems), **totals}
    return ReadFile(
        FileKind.LINKEDIN_MESSAGES,
        rows,
        problems,
        counts,
        list(table.text.notes),
        encoding=table.text.encoding,
    )


def read_export(opened: archive.Archive, *, file: str) -> ReadFile:
    """The whole ZIP. Refused when it holds no Connections.csv, saying what it does hold."""
    members = {n.replace("\\", "/").rsplit("/", 1)[-1].casefold(): n for n in reversed(opened.names)}
    wanted = members.get("connections.csv") or _by_content(opened)
    if wanted is None:
        if opened.inner_archives:
            raise Refused("it holds another archive; please unpack it and give the inner file", file=file)
        some = ", ".join(sorted(n.rsplit("/", 1)[-1][:40] for n in opened.names)[:4]) or "nothing"
        raise Refused(
            f"there is no Connections.csv in this ZIP (it holds {some}); ask LinkedIn for the file with your connections",
            file=file,
        )
    table = _table(opened, wanted)
    read = read_connections(table, file=wanted)
    written = opened.written_on(wanted)
    owner = _owner(opened, members)
    talks: list[Talk] = []
    counts = dict(read.counts)
    if "messages.csv" in members:
        me = f"{owner.given} {owner.family}".strip() if owner else ""
        talks, totals = _optional_talks(
            opened, members["messages.csv"], me, {fold(r.name) for r in read.rows}
        )
        counts.update(totals)
    rows = join_talks(read.rows, talks)
    as_of = max((d for d in (written, read.as_of) if d), default=None)
    return replace(read, rows=rows, counts=counts, owner=owner, as_of=as_of)


def _by_content(opened: archive.Archive) -> str | None:
    for name in opened.names:
        if name.casefold().endswith(".csv"):
            try:
                table = _table(opened, name)
            except Refused:
                continue
            if headings.is_connections(table.heading):
                return name
    return None


def _table(opened: archive.Archive, name: str) -> Table:
    data = opened.read(name, at_most=tables.MAX_TABLE_BYTES)
    text = decode(
        data,
        file=name,
        recognise=lambda t: max(
            (known_headings(tables.split_line(x, ",")) for x in t.splitlines()[:20]), default=0
        ),
    )
    return find_table(text, known_headings)


def _optional_talks(
    opened: archive.Archive, name: str, owner: str, connected: set[str]
) -> tuple[list[Talk], dict[str, int]]:
    try:
        table = _table(opened, name)
    except Refused:
        return [], {}
    if not headings.is_messages(table.heading):
        return [], {}
    return read_talks(table, [], file=name, owner=owner, connected=connected)


def _owner(opened: archive.Archive, members: dict[str, str]) -> OwnProfile | None:
    profile = _cells(opened, members.get("profile.csv"))
    jobs = _cells(opened, members.get("positions.csv"))
    studies = _cells(opened, members.get("education.csv"))
    if not (profile or jobs or studies):
        return None
    first = profile[0] if profile else {}
    return OwnProfile(
        given=first.get("first name", ""),
        family=first.get("last name", ""),
        headline=first.get("headline", ""),
        jobs=tuple(
            Stage(
                j.get("company name", ""),
                j.get("title", ""),
                j.get("started on", ""),
                j.get("finished on", ""),
            )
            for j in jobs
        ),
        studies=tuple(
            Stage(
                s.get("school name", ""),
                s.get("degree name", ""),
                s.get("start date", ""),
                s.get("end date", ""),
            )
            for s in studies
        ),
    )


def _cells(opened: archive.Archive, name: str | None) -> list[dict[str, str]]:
    """A small file of the export as dictionaries by folded heading; nothing when it is not there or unreadable."""
    if name is None:
        return []
    try:
        text = decode(opened.read(name, at_most=5 * 1024 * 1024), file=name)
        table = find_table(
            text, lambda cells: len({"first name", "company name", "school name"} & {fold(c) for c in cells})
        )
        keys = [fold(h) for h in table.heading]
        return [dict(zip(keys, map(clean, cells), strict=False)) for _, cells in table.rows([], file=name)]
    except Refused:
        return []
