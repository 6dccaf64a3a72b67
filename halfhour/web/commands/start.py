"""Serve on this machine, open the browser, keep the tick running."""

import click


@click.command("start")
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8030, show_default=True, help="Where to listen first."
)
@click.option("--no-browser", is_flag=True, help="Only print the start link.")
@click.option("--lan", is_flag=True, help="Also answer at this computer's network address, for a phone.")
def command(port: int, no_browser: bool, lan: bool) -> int:
    """Start Halfhour and open it in the browser.

    \b
    halfhour start
    halfhour start --port 9000 --no-browser
    halfhour start --lan
    """
    from halfhour.web import server

    return server.start(port, open_browser=not no_browser, on_network=lan)
