"""A copy of everything in one file."""

from pathlib import Path

import click

from halfhour.web.commands import inputs


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def command(file: Path) -> int:
    """A copy of everything in one file, also while Halfhour runs.

    \b
    halfhour backup halfhour-2026-11-22.zip
    """
    inputs.user()
    from halfhour.web import backup

    manifest = backup.write(file)
    click.echo(
        f"{file}: {sum(manifest['rows'].values())} rows in {len(manifest['rows'])} tables, with checksums."
    )
    return 0
