"""Everything, in open formats."""

from pathlib import Path

import click

from halfhour.web.commands import inputs


@click.command("export")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def command(folder: Path) -> int:
    """Everything into a new folder: JSON, CSV, vCard, iCalendar and Markdown.

    \b
    halfhour export my-data
    """
    user = inputs.user()
    from halfhour.web.your_data import export

    counts = export.export(user, folder)
    click.echo(f"{folder}: {sum(counts.values())} rows of {len(counts)} kinds.")
    return 0
