"""A made-up story half-way through."""

import os
import shutil

import click


@click.command("demo")
@click.option("--remove", is_flag=True, help="Take the demo's data folder away.")
@click.option("--no-start", is_flag=True, help="Only write the story.")
@click.option("--no-browser", is_flag=True, help="Only print the start link.")
@click.option("--port", type=click.IntRange(1, 65535), default=8040, show_default=True)
def command(remove: bool, no_start: bool, no_browser: bool, port: int) -> int:
    """A made-up story half-way through, in a data folder of its own; your own data is not touched.

    \b
    halfhour demo
    halfhour demo --remove
    """
    from halfhour.web import data_folder

    folder = data_folder.demo_path()
    if remove:
        if not folder.exists():
            click.echo("There is no demo here.")
            return 1
        shutil.rmtree(folder)
        click.echo(f"The demo is gone ({folder}). Your own data was not touched.")
        return 0
    os.environ["HALFHOUR_DATA"] = str(folder)
    from halfhour.web import demo, server

    os.environ["HALFHOUR_NOW"] = demo.NOW
    os.environ[server.COLLECTED] = "1"

    demo.ready(say=click.echo)
    if no_start:
        return 0
    return server.start(port, open_browser=not no_browser)
