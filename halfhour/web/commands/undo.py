"""Taking an import back."""

import click

from halfhour.web.commands import inputs


@click.command("undo")
@click.argument("number", type=int, metavar="IMPORT")
def command(number: int) -> int:
    """Take a whole import back: what it added goes, what it changed is as before.

    \b
    halfhour undo 3
    """
    user = inputs.user()
    from halfhour.find import actions
    from halfhour.find.models import Import
    from halfhour.refused import Refused

    imported = Import.objects.visible_to(user).filter(pk=number).first()
    if imported is None:
        raise Refused(f"there is no import {number}.")
    kept = actions.undo_import(user, imported)
    click.echo(f"{imported.file_name} is taken back.")
    if kept:
        click.echo(f"{kept} people stay, because something was done with them since.")
    return 0
