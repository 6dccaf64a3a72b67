"""Putting a backup or an export back."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from halfhour.web.commands import passphrases


@click.command("restore")
@click.argument("source", type=click.Path(path_type=Path, exists=True))
@click.option("--check", "only_check", is_flag=True, help="Only prove that it could be put back.")
@click.option("--replace", is_flag=True, help="For an export: let what is here go, after a copy.")
@passphrases.option("The passphrase of a sealed backup is the first line of this file.")
def command(source: Path, only_check: bool, replace: bool, passphrase_file: Path | None) -> int:
    """Put a backup (a file) or an export (a folder) in the place of the data here, or check that it could be.

    Exit code 1 when it does not match.

    \b
    halfhour restore halfhour-2026-11-22.zip --check
    halfhour restore halfhour-2026-11-22.zip
    halfhour restore my-data
    """
    from halfhour.refused import Refused
    from halfhour.web import setup

    setup.django_ready()
    passphrase = ""
    if source.is_file():
        from halfhour.web.your_data import sealing

        if sealing.is_sealed(source):
            passphrase = passphrases.asked(passphrase_file, new=False)
    if only_check:
        try:
            rows, made_at = proved(source, passphrase)
        except Refused as wrong:
            click.echo(str(wrong))
            return 1
        click.echo(f"{source}: whole, as of {made_at}. {rows} rows, every checksum matches.")
        return 0
    return folder_back(source, replace) if source.is_dir() else file_back(source, passphrase)


def proved(source: Path, passphrase: str) -> tuple[int, str]:
    from halfhour.web.your_data import backup, import_back

    told: dict[str, Any]
    told = import_back.check(source) if source.is_dir() else backup.check(source, passphrase=passphrase)
    return sum(told["rows"].values()), moment(told)


def moment(told: dict[str, Any]) -> str:
    """When it was made, as a person writes it."""
    return f"{datetime.fromisoformat(told['made_at']):%Y-%m-%d %H:%M} UTC"


def file_back(source: Path, passphrase: str) -> int:
    from halfhour.web import setup
    from halfhour.web.your_data import backup
    from halfhour.web.your_data.carry_over import gather

    wishes = gather()
    manifest, former = backup.restore(source, passphrase=passphrase)
    setup.ready(say=click.echo)
    still_hold(wishes)
    click.echo(f"{sum(manifest['rows'].values())} rows are back, as of {moment(manifest)}.")
    if former:
        click.echo(f"What was here before is kept in {former}.")
    return 0


def folder_back(source: Path, replace: bool) -> int:
    from halfhour.web import setup
    from halfhour.web.commands import inputs
    from halfhour.web.your_data import backup, import_back

    backup.refuse_while_running()
    user = inputs.user()
    former = None
    if replace and setup.database_file() is not None:
        former = setup.copy_of_database("before-restore")
    from halfhour.web.your_data.carry_over import gather

    wishes = gather()
    counts = import_back.import_back(user, source, replace=replace)
    still_hold(wishes)
    click.echo(f"{sum(counts.values())} rows of {len(counts)} kinds are back.")
    if former:
        click.echo(f"What was here before is kept in {former}.")
    return 0


def still_hold(wishes: Any) -> None:
    """Say whom the wishes of before concern. What waited to be sent waits for a look: it may have gone out since."""
    from halfhour.accounts.actions import laptop_user
    from halfhour.mail.outbox import hold_after_restore
    from halfhour.web.your_data.carry_over import carry_over

    if waiting := hold_after_restore():
        click.echo(
            f"{waiting} messages waited to be sent and may have gone out since. Look at them on the page Mailbox."
        )

    erased, marked = carry_over(laptop_user(), wishes)
    if erased:
        click.echo(f"{erased} people you had erased since are erased again.")
    if marked:
        click.echo(f"{marked} people who asked to be left alone are marked again.")
