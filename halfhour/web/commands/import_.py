"""Reading people from files."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from halfhour.refused import Refused
from halfhour.web.commands import inputs, outputs

if TYPE_CHECKING:
    from halfhour.accounts.models import User
    from halfhour.find.models import Import


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--map",
    "pairs",
    multiple=True,
    metavar="HEADING=FIELD",
    help="What a column is, for a table whose headings don't say it. Once for each column; a column without a heading goes by its number.",
)
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@click.option("--json", "wants_json", is_flag=True, help="One object a file, with a line for every row.")
def command(files: tuple[Path, ...], pairs: tuple[str, ...], dry_run: bool, wants_json: bool) -> int:
    """Read people from a LinkedIn export (ZIP or CSV), a vCard file, or a table. The same file again changes nothing.

    \b
    halfhour import Basic_LinkedInDataExport.zip
    halfhour import contacts.vcf --dry-run --json
    halfhour import members.csv --map "Wer=name" --map "Beruf=title"
    """
    said = dict(map(_pair, pairs))
    user = inputs.user()
    from halfhour.find import actions

    for file in files:
        imported = _read(user, file, said)
        if not dry_run:
            imported = actions.write_import(user, imported)
        rows = [
            {"line": n, "action": a, "reason": why, "person": who}
            for n, a, why, who in imported.rows.values_list("line", "action", "reason", "person_id")
        ]
        asked = sum(row["action"] == "ask" for row in rows)
        if dry_run:
            actions.discard_import(user, imported)
        if wants_json:
            outputs.as_json(
                {
                    "file": imported.file_name,
                    "import": None if dry_run else imported.pk,
                    "read": imported.read,
                    "added": imported.added,
                    "updated": imported.updated,
                    "merged": imported.merged,
                    "skipped": imported.skipped,
                    "asked": asked,
                    "rows": rows,
                }
            )
        else:
            _say(imported, asked, dry_run=dry_run)
    return 0


def _pair(text: str) -> tuple[str, str]:
    heading, equals, field = text.rpartition("=")
    if not equals or not heading.strip():
        raise Refused(f'“{text}” names no column. It goes like this: --map "Heading=name".')
    return heading.strip(), field.strip().casefold()


def _read(user: "User", file: Path, pairs: Mapping[str, str]) -> "Import":
    """The file, read with its columns as said. Refused, with what to type, when nobody can tell where the names are."""
    from halfhour.find import actions
    from halfhour.find.actions import columns

    data = file.read_bytes()
    if not pairs:
        read = actions.read_file(user, name=file.name, data=data, ask_columns=False)
        if read.to_map:
            told = read.told["columns"]
            actions.discard_import(user, read)
            raise Refused(_what_to_type(file.name, told, list(columns.WORDS)))
        return read
    table = columns.read_table(user, file.name, data)
    said = columns.said_by_heading(table.columns, pairs)
    return actions.read_file(user, name=file.name, data=data, columns=said, first_row=table.first_row)


def _what_to_type(name: str, columns: list[dict[str, Any]], fields: list[str]) -> str:
    there = ", ".join(c["heading"] or str(c["index"] + 1) for c in columns)
    guessed = [(c["heading"] or str(c["index"] + 1), c["field"]) for c in columns if c["field"] in fields]
    pairs = guessed or [(columns[0]["heading"] or "1", "name")]
    options = " ".join(f'--map "{heading}={field}"' for heading, field in pairs[:6])
    return (
        f"{name}: no column is known as a name or an e-mail address, and one has to be (there are: {there[:300]}). "
        f"Say which is what, for example: {options}. A column can be: {', '.join(fields)}."
    )


def _say(imported: "Import", asked: int, *, dry_run: bool) -> None:
    would = " would be" if dry_run else ""
    click.echo(
        f"{imported.file_name}: {imported.read} read;{would} {imported.added} added, {imported.updated} updated, "
        f"{imported.merged} merged, {imported.skipped} skipped."
    )
    if asked:
        click.echo(
            f"{asked} may be people you have already. Nobody is added for them until you answer, under Bring contacts."
        )
    if not dry_run:
        click.echo(f"To take it back: halfhour undo {imported.pk}")
