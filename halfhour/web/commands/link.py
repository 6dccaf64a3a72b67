"""The start link of the running program."""

import click


@click.command("link")
def command() -> int:
    """Print the start link, for a browser that lost it.

    \b
    halfhour link
    """
    from halfhour.web import server

    link = server.running_link()
    if link is None:
        click.echo("Halfhour is not running. Start it with: halfhour start", err=True)
        return 1
    click.echo(link)
    return 0
