"""A copy of everything in one file."""

from pathlib import Path

import click

from halfhour.web.commands import inputs, passphrases


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--sealed", is_flag=True, help="Ask for a passphrase; only with it the file opens.")
@passphrases.option("Likewise, with the first line of this file.")
def command(file: Path, sealed: bool, passphrase_file: Path | None) -> int:
    """A copy of everything in one file, also while Halfhour runs.

    \b
    halfhour backup halfhour-2026-11-22.zip
    halfhour backup halfhour-2026-11-22.sealed --sealed
    """
    inputs.user()
    from halfhour.web.your_data import backup

    wanted = sealed or passphrase_file is not None
    passphrase = passphrases.asked(passphrase_file, new=True) if wanted else ""
    manifest = backup.write(file, passphrase=passphrase)
    click.echo(
        f"{file}: {sum(manifest['rows'].values())} rows in {len(manifest['rows'])} tables, with checksums."
    )
    if wanted:
        click.echo("It opens only with the passphrase. Nobody can help if that is lost.")
    return 0
