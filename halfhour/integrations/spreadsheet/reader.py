"""Read any table of people: known headings first, then what the cells look like; the seeker may overrule both."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice

from halfhour.integrations.columns import (
    build_row,
    columns_shown,
    guess_fields,
    looks_like,
    make_plan,
    resolve,
)
from halfhour.integrations.contacts import ContactRow, FileKind, Problem, ReadFile, count
from halfhour.integrations.refused import Refused
from halfhour.integrations.tables import Table
from halfhour.integrations.vocabulary import Field, fold, look_up

Row = tuple[int, list[str]]
_SAMPLE = 50
_WHO = frozenset((Field.GIVEN, Field.FAMILY, Field.NAME, Field.BARE_NAME, Field.EMAIL))
_DAY_FIRST_TEXT = """vorname nachname prénom nom nombre apellidos nome cognome sobrenome voornaam achternaam förnamn
    efternamn imię nazwisko datum"""
_DAY_FIRST_WORDS = frozenset(fold(w) for w in _DAY_FIRST_TEXT.split())


def known_headings(cells: Sequence[str]) -> int:
    """How many cells are known headings; 0 unless one is a name or an e-mail address and no cell is a value."""
    fields = [look_up(c) for c in cells]
    known = sum(f is not None for f in fields)
    if known == 0 or not any(f in _WHO for f in fields):
        return 0
    if any("@" in c or looks_like(c) for c in cells):
        return 0
    return known if known >= 2 or len([c for c in cells if c.strip()]) == 1 else 0


def read(
    table: Table, *, file: str, mapping: Mapping[int, str] | None = None, first_row: bool | None = None
) -> ReadFile:
    """Everyone in a table. Refused when no column can be a name or an e-mail address."""
    problems: list[Problem] = []
    return read_rows(
        table.heading,
        table.rows(problems, file=file),
        problems,
        file=file,
        mapping=mapping,
        first_row=first_row,
        notes=list(table.text.notes),
        encoding=table.text.encoding,
    )


def read_table(table: Table, fields: Sequence[Field | None], *, kind: FileKind, file: str) -> ReadFile:
    """A table whose headings a reader knows; a column it does not know is told by what stands in it, if it plainly can be."""
    problems: list[Problem] = []
    stream = table.rows(problems, file=file)
    sample = list(islice(stream, _SAMPLE))
    filled = _filled_in(table.heading, list(fields), [c for _, c in sample])
    return _built(
        table.heading,
        filled,
        [f is not None for f in fields],
        chain(sample, stream),
        problems,
        kind=kind,
        file=file,
        notes=list(table.text.notes),
        encoding=table.text.encoding,
    )


def read_rows(
    heading: Sequence[str],
    rows: Iterable[Row],
    problems: list[Problem],
    *,
    file: str,
    mapping: Mapping[int, str] | None = None,
    first_row: bool | None = None,
    notes: list[str] | None = None,
    encoding: str = "",
) -> ReadFile:
    """Rows from any source under a heading, which may be empty: then the columns are told by their content.

    first_row: whether the first row is the heading, when none is given; None: told by its look.
    Refused when nobody can be found; with the columns, when someone who knows the file could say what they hold.
    """
    stream = iter(rows)
    sample = list(islice(stream, _SAMPLE))
    width = max([len(heading), *(len(c) for _, c in sample)], default=0)
    if not width or (not sample and not heading):
        raise Refused("there are no rows in it", file=file)
    if not heading and (_first_is_heading([c for _, c in sample]) if first_row is None else first_row):
        start = heading_row([c for _, c in sample])
        heading, sample = sample[start][1], sample[start + 1 :]
    names = [*heading, *("" for _ in range(width - len(heading)))]
    fields: list[Field | None] = guess_fields(names)
    sure = [f is not None for f in fields]
    cells = [c for _, c in sample]
    if not any(f in _WHO for f in fields):
        if not mapping and not _has_people(cells):
            raise _refused_with_columns(heading, cells, file)
        fields = _from_content(names, fields, cells)
    else:
        fields = _filled_in(names, fields, cells)
    for index, choice in (mapping or {}).items():
        if 0 <= index < width:
            fields[index] = Field(choice)
            sure[index] = True
    fields = resolve(fields)
    if not any(f in _WHO for f in fields):
        raise _refused_with_columns(heading, cells, file)
    return _built(
        names,
        fields,
        sure,
        chain(sample, stream),
        problems,
        kind=FileKind.SPREADSHEET,
        file=file,
        notes=notes or [],
        encoding=encoding,
    )


def heading_row(cells: Sequence[Sequence[str]]) -> int:
    """Which of the first rows heads a table whose words are not known: the first as wide as most rows are."""
    widths = [sum(bool(c.strip()) for c in row) for row in cells]
    usual = Counter(w for w in widths if w > 1).most_common(1)
    wanted = usual[0][0] if usual else 1
    return next((i for i, w in enumerate(widths) if w >= wanted), 0)


def _refused_with_columns(heading: Sequence[str], cells: Sequence[Sequence[str]], file: str) -> Refused:
    """The refusal, with the columns to ask about when there are at least two and the rows agree on them."""
    first_row = None
    shown = heading
    if not heading and len(cells) > 1:
        start = heading_row(cells)
        head = [c.strip() for c in cells[start]]
        first_row = (
            all(head) and len(set(head)) == len(head) and not any(looks_like(c) or c.isdigit() for c in head)
        )
        if first_row:
            heading, cells = cells[start], cells[start + 1 :]
    widths = Counter(len(row) for row in cells)
    width, agreeing = max(widths.items(), key=lambda item: item[1], default=(0, 0))
    width = max(width, len(heading))
    if width < 2 or agreeing < len(cells) * 0.6:
        return Refused(_why_not(shown), file=file)
    names = [*heading, *("" for _ in range(width - len(heading)))][:width]
    fields = resolve(_from_content(names, guess_fields(names), cells))
    columns = columns_shown(names, fields, cells, [False] * width)
    return Refused(_why_not(shown), file=file, columns=columns, first_row=first_row)


def _built(
    heading: Sequence[str],
    fields: Sequence[Field | None],
    sure: Sequence[bool],
    rows: Iterable[Row],
    problems: list[Problem],
    *,
    kind: FileKind,
    file: str,
    notes: list[str],
    encoding: str,
) -> ReadFile:
    day_first = any(fold(h) in _DAY_FIRST_WORDS for h in heading)
    plan = make_plan(heading, fields, day_first=day_first)
    people: list[ContactRow] = []
    sample: list[list[str]] = []
    for line, cells in rows:
        if len(sample) < 20:
            sample.append(cells)
        if len(cells) > plan.width and any(c.strip() for c in cells[plan.width :]):
            problems.append(
                Problem(
                    line,
                    f"{len(cells)} cells where the heading has {plan.width}; the last were left out",
                    skipped=False,
                )
            )
        if cells[0] == heading[0] and _same_cells(cells, heading):
            problems.append(Problem(line, "the headings once more, no person"))
            continue
        row = build_row(plan, cells[: plan.width], line, problems)
        if row is not None:
            people.append(row)
    who_sure = any(s and f in _WHO for f, s in zip(fields, sure, strict=True))
    return ReadFile(
        kind=kind,
        rows=people,
        problems=problems,
        counts=count(people, problems),
        notes=notes,
        columns=columns_shown(heading, fields, sample, sure),
        needs_mapping=kind is FileKind.SPREADSHEET
        and (not who_sure or not all(s for s, f in zip(sure, fields, strict=True) if f is not None)),
        names_guessed=kind is FileKind.SPREADSHEET and not who_sure,
        encoding=encoding,
    )


def _same_cells(cells: Sequence[str], heading: Sequence[str]) -> bool:
    said = [c.strip() for c in heading]
    return any(said) and [c.strip() for c in cells] == said


def _first_is_heading(cells: Sequence[Sequence[str]]) -> bool:
    """No value stands in the first row where most of the others have an address or a page."""
    if len(cells) < 2 or any(looks_like(c) for c in cells[0]):
        return False
    rest = cells[1:]
    return any(
        _votes(rest, i)[0] in (Field.EMAIL, Field.URL) and _votes(rest, i)[1] >= 0.6
        for i in range(len(cells[0]))
    )


def _votes(cells: Sequence[Sequence[str]], index: int) -> tuple[Field | None, float]:
    filled = [r[index] for r in cells if index < len(r) and r[index].strip()]
    if not filled:
        return None, 0.0
    votes = Counter(looks_like(v) for v in filled)
    field, number = votes.most_common(1)[0]
    return field, number / len(filled)


def _filled_in(
    heading: Sequence[str], fields: list[Field | None], cells: Sequence[Sequence[str]]
) -> list[Field | None]:
    """Unknown columns that plainly hold addresses, numbers or pages get that field."""
    out = list(fields)
    for index, field in enumerate(fields):
        if field is not None:
            continue
        seen, share = _votes(cells, index)
        number = seen is Field.PHONE and (Field.PHONE not in fields or _written_as_numbers(cells, index))
        if share >= 0.8 and (seen in (Field.EMAIL, Field.URL) or number) and not _is_fax(heading[index]):
            out[index] = seen
    return out


def _written_as_numbers(cells: Sequence[Sequence[str]], index: int) -> bool:
    """Telephones have a plus or signs between the digits; numbers of members and accounts have none."""
    filled = [r[index] for r in cells if index < len(r) and r[index].strip()]
    return all(not v.strip().isdigit() for v in filled)


def _is_fax(heading: str) -> bool:
    flat = fold(heading)
    return any(stem in flat for stem in ("fax", "faks", "факс", "telecop", "pager"))


def _from_content(
    heading: Sequence[str], fields: list[Field | None], cells: Sequence[Sequence[str]]
) -> list[Field | None]:
    """No heading names a person: addresses by their look, and the first column of words before them as the name."""
    out = _filled_in(heading, fields, cells)
    for index, field in enumerate(out):
        if field is None and _words_like_names(cells, index):
            out[index] = Field.NAME
            following = index + 1
            if (
                following < len(out)
                and out[following] is None
                and _single_words(cells, index)
                and _words_like_names(cells, following)
                and _single_words(cells, following)
            ):
                out[index], out[following] = Field.GIVEN, Field.FAMILY
            break
    return out


def _words_like_names(cells: Sequence[Sequence[str]], index: int) -> bool:
    filled = [r[index].strip() for r in cells if index < len(r) and r[index].strip()]
    good = sum(
        v[0].isalpha()
        and v[0] == v[0].upper()
        and not any(c.isdigit() for c in v)
        and len(v) <= 60
        and len(v.split()) <= 5
        for v in filled
    )
    different = (
        len(set(filled)) > len(filled) / 3 or len(filled) < 3
    )  # a place or a club repeats, a name hardly
    return bool(filled) and good >= 0.8 * len(filled) and different


def _single_words(cells: Sequence[Sequence[str]], index: int) -> bool:
    filled = [r[index].strip() for r in cells if index < len(r) and r[index].strip()]
    return bool(filled) and sum(len(v.split()) == 1 for v in filled) >= 0.7 * len(filled)


def _has_people(cells: Sequence[Sequence[str]]) -> bool:
    """At least half of the rows hold an e-mail address or a page of a person."""
    with_address = sum(
        any(looks_like(c) is Field.EMAIL or "linkedin.com/in/" in c for c in row) for row in cells
    )
    return bool(cells) and with_address >= max(1, len(cells) / 2)


def _why_not(heading: Sequence[str]) -> str:
    shown = ", ".join(h[:30] for h in heading if h)[:120]
    if shown:
        return f"none of its columns is a name or an e-mail address (it has: {shown})"
    return "it is not a list of people: there is no column of names or e-mail addresses"
