"""The comparison and the decision."""

import sys
from pathlib import Path

import click

from halfhour.web.commands import inputs


@click.command("report")
@click.option(
    "--format",
    "form",
    type=click.Choice(["md", "html", "json", "pdf"]),
    help="Default: by the file's ending, else md.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Default: standard output."
)
def command(form: str | None, output: Path | None) -> int:
    """The comparison and the decision, readable by someone who has never seen Halfhour.

    \b
    halfhour report -o report.html
    halfhour report --format json
    """
    user = inputs.user()
    from halfhour.decide import report

    ending = output.suffix.lstrip(".").lower() if output else "md"
    data = report.written(user, form or ending)
    if output:
        output.write_bytes(data)
        click.echo(f"{output}: {len(data):,} bytes.")
    else:
        sys.stdout.buffer.write(data)
    return 0
