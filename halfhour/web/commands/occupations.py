"""The occupation data."""

import tempfile
from collections.abc import Callable
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
    """Which releases the facts are from, and their fingerprint.

    \b
    halfhour occupations show
    """
    inputs.user()
    from halfhour.choose.data_taken import attribution
    from halfhour.choose.facts import releases
    from halfhour.choose.models import DataTaken

    for row in releases():
        click.echo(f"{row.name}: {row.release}")
    for taken in DataTaken.objects.all()[:5]:
        click.echo(
            f"In this database since {taken.at:%Y-%m-%d}: {taken.get_what_display()} ({taken.release}), "
            f"{taken.occupations:,} occupations, fingerprint {taken.fingerprint}"
        )
    for line in attribution():
        click.echo(line)
    return 0


@command.command("update")
@click.option("--from", "source", type=click.Path(path_type=Path, exists=True), help="ZIP or folder.")
@click.option("--release", help="Which release to download when no file is given.")
@click.option("--yes", is_flag=True, help="Download without asking.")
def update(source: Path | None, release: str | None, yes: bool) -> int:
    """Read the official O*NET release: descriptions, tasks and newer figures. Nothing changes when it is not whole.

    Without --from the release is downloaded from its publisher, after asking.

    \b
    halfhour occupations update --from db_30_3_text.zip
    halfhour occupations update
    """
    inputs.user()
    if source is not None:
        return _take(source)
    from halfhour.integrations.onet.download import LATEST, address_of, download

    wanted = release or LATEST
    address = address_of(wanted)
    if not yes:
        click.confirm(f"Download O*NET {wanted} from {address}?", abort=True)
    with tempfile.TemporaryDirectory(prefix="halfhour-onet-") as folder:
        return _take(download(wanted, Path(folder), progress=_say_bytes()))


def _take(source: Path) -> int:
    from halfhour.choose.release import take_release
    from halfhour.integrations.onet.reader import read_release

    release = read_release(
        source,
        progress=lambda done, total, name: click.echo(f"{done} of {total}: {name}".rstrip(": "), err=True),
    )
    count = take_release(
        release,
        progress=lambda done, total: click.echo(f"{done:,} of {total:,} occupations written", err=True),
    )
    click.echo(f"O*NET {release.number}: {count:,} occupations brought up to date.")
    return 0


def _say_bytes() -> Callable[[int, int], None]:
    said = [-1]

    def say(done: int, in_all: int) -> None:
        tenth = done * 10 // in_all if in_all else done // 1_000_000
        if tenth != said[0]:
            said[0] = tenth
            of = f" of {in_all / 1e6:.1f}" if in_all else ""
            click.echo(f"{done / 1e6:.1f}{of} MB", err=True)

    return say
