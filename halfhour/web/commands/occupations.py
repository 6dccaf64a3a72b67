"""The occupation data."""

from pathlib import Path

import click

from halfhour.web.commands import inputs


@click.group("occupations")
def command() -> None:
    """The occupation data: what is here, and the official release.

    \b
    halfhour occupations show
    halfhour occupations update --from db_30_3_text.zip
    """


@command.command("show")
def show() -> int:
    """Which releases the facts are from.

    \b
    halfhour occupations show
    """
    inputs.user()
    from halfhour.choose.facts import attribution_lines, releases

    for row in releases():
        click.echo(f"{row.name}: {row.release}")
    for line in attribution_lines():
        click.echo(line)
    return 0


@command.command("update")
@click.option(
    "--from", "source", required=True, type=click.Path(path_type=Path, exists=True), help="ZIP or folder."
)
def update(source: Path) -> int:
    """Read the official O*NET release: descriptions, tasks and newer names. Nothing changes when it is not whole.

    \b
    halfhour occupations update --from db_30_3_text.zip
    """
    inputs.user()
    from halfhour.choose.release import take_release
    from halfhour.integrations.onet.reader import read_release

    release = read_release(
        source, progress=lambda done, total, name: click.echo(f"{done} of {total}: {name}", err=True)
    )
    count = take_release(release)
    click.echo(f"O*NET {release.number}: {count} occupations brought up to date.")
    return 0
