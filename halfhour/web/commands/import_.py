"""Reading people from files."""

from pathlib import Path

import click

from halfhour.web.commands import inputs, outputs


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@click.option("--json", "wants_json", is_flag=True, help="One object a file, with a line for every row.")
def command(files: tuple[Path, ...], dry_run: bool, wants_json: bool) -> int:
    """Read people from a LinkedIn export (ZIP or CSV), a vCard file, or a table. The same file again changes nothing.

    \b
    halfhour import Basic_LinkedInDataExport.zip
    halfhour import contacts.vcf --dry-run --json
    """
    user = inputs.user()
    from halfhour.find import actions

    for file in files:
        imported = actions.read_file(user, name=file.name, data=file.read_bytes())
        if dry_run:
            rows = [(r.line, r.action, r.reason, r.person_id) for r in imported.rows.all()]
            actions.discard_import(user, imported)
        else:
            imported = actions.write_import(user, imported)
            rows = [(r.line, r.action, r.reason, r.person_id) for r in imported.rows.all()]
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
                    "rows": [
                        {"line": n, "action": a, "reason": why, "person": who} for n, a, why, who in rows
                    ],
                }
            )
        else:
            would = " would be" if dry_run else ""
            click.echo(
                f"{imported.file_name}: {imported.read} read;{would} {imported.added} added, {imported.updated} updated, "
                f"{imported.merged} merged, {imported.skipped} skipped."
            )
            if not dry_run:
                click.echo(f"To take it back: halfhour undo {imported.pk}")
    return 0
