"""Putting a backup back."""

from pathlib import Path

import click


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--check", "only_check", is_flag=True, help="Only prove that it could be put back.")
def command(file: Path, only_check: bool) -> int:
    """Put a backup in the place of the data here, or check that it could be. Exit code 1 when it does not match.

    \b
    halfhour restore halfhour-2026-11-22.zip --check
    halfhour restore halfhour-2026-11-22.zip
    """
    from halfhour.refused import Refused
    from halfhour.web import backup, setup

    setup.django_ready()
    if only_check:
        try:
            manifest = backup.check(file)
        except Refused as wrong:
            click.echo(str(wrong))
            return 1
        click.echo(f"{file}: whole. {sum(manifest['rows'].values())} rows, every checksum matches.")
        return 0
    manifest, former = backup.restore(file)
    setup.ready(say=click.echo)
    click.echo(f"{sum(manifest['rows'].values())} rows are back, as of {manifest['made_at']}.")
    if former:
        click.echo(f"What was here before is kept in {former}.")
    return 0
