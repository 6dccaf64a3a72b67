"""Back to the copy made before the last upgrade."""

import click


@click.command("rollback")
def command() -> int:
    """After an upgrade: back to the copy made before it. What is here now is kept beside it.

    \b
    halfhour rollback
    """
    from halfhour.web import setup

    setup.django_ready()
    from halfhour.web.your_data.rollback import rollback

    copy, until_now = rollback()
    click.echo(f"Your data is as it was before the upgrade ({copy.name}).")
    click.echo(f"As it was until now, it is kept in {until_now}.")
    click.echo("Start the Halfhour you had before; a newer one upgrades the data again.")
    return 0
