"""Serving on the laptop: one process, loopback only unless asked otherwise, with the tick in a thread beside it."""

import json
import os
import sys
import urllib.error
import urllib.request
import webbrowser
from pathlib import Path
from typing import Any

import click

from halfhour.web import data_folder, lan, running

HOST = "127.0.0.1"
PORTS_TO_TRY = 20
NETWORK_WORDS = """\
On a phone in the same network, open this link or point its camera at the code. The link is the key: give it to nobody.
It travels unencrypted, so use it in a network you trust, such as at home, and leave --lan out elsewhere.
{link}"""
COLLECTED = "HALFHOUR_STATIC_COLLECTED"  # the settings read it: it has to stand before Django is set up


def start(port: int, *, open_browser: bool, on_network: bool = False) -> int:
    """Start, or open what already runs. Returns an exit code; does not return while serving.

    on_network: also answer at this computer's address on its network, for a phone.
    """
    link = running_link()
    if link is not None:
        click.echo(f"Halfhour is already running. Open: {link}")
        if on_network:
            click.echo("To open it to a phone, stop it first and start it again with --lan.", err=True)
            return 1
        show(link, open_browser)
        return 0
    os.environ.pop(lan.LAN, None)
    if on_network:
        address = lan.own_address()
        if address is None:
            click.echo("This computer has no address on a private network; --lan needs one.", err=True)
            return 1
        os.environ[lan.LAN] = address
    os.environ[COLLECTED] = "1"
    from halfhour.web import setup

    setup.ready(say=click.echo)
    setup.collect_static()
    server = listen(port, lan.served_at())
    port_used = port_of(server)
    link = start_link(port_used)
    data_folder.private_write(
        server_file(),
        json.dumps({"pid": os.getpid(), "port": port_used, "instance": running.instance()}),
    )
    from halfhour.web.tick import Ticker

    ticker = Ticker()
    ticker.start()
    if port_used != port:
        click.echo(f"Port {port} is taken by another program; this uses {port_used}.")
    click.echo(f"Halfhour is running. Open: {link}")
    if lan.served_at():
        lan.tell_link(start_link(port_used, lan.served_at()))
        click.echo(NETWORK_WORDS.format(link=lan.link()))
        click.echo(lan.code_for_terminal(lan.link()))
    click.echo("Stop it with Ctrl-C, or by closing this window. What you enter is saved as you go.")
    sys.stdout.flush()
    show(link, open_browser)
    try:
        server.run()
    except KeyboardInterrupt:
        pass
    finally:
        ticker.stop()
        server_file().unlink(missing_ok=True)
    click.echo("Stopped.")
    return 0


def listen(port: int, address: str = "") -> Any:
    """A server on this port, or on one of the next when it is taken. OSError when none is free.

    address: one of this computer's own, listened to beside loopback; nothing else is ever listened to.
    """
    from waitress import create_server

    from halfhour.web.wsgi import application

    for candidate in range(port, port + PORTS_TO_TRY):
        try:
            places = " ".join(f"{host}:{candidate}" for host in (HOST, address) if host)
            return create_server(application, listen=places, threads=8, ident=None)
        except OSError:
            continue
    raise OSError(f"no free port between {port} and {port + PORTS_TO_TRY - 1}")


def port_of(server: Any) -> int:
    """The port it listens on; the same at every address."""
    places = getattr(server, "effective_listen", None)
    return int(places[0][1] if places else server.effective_port)


def server_file() -> Path:
    return data_folder.ready() / "server.json"


def start_link(port: int, host: str = HOST) -> str:
    return f"http://{host}:{port}/start/{data_folder.secret('start-secret')}/"


def running_link() -> str | None:
    """The start link of a Halfhour that serves this data folder now, or None."""
    try:
        known = json.loads(server_file().read_text(encoding="utf-8"))
        with urllib.request.urlopen(f"http://{HOST}:{known['port']}/livez", timeout=2) as answer:  # loopback
            if answer.read().decode().split() == ["ok", known["instance"]]:
                return start_link(known["port"])
    except (OSError, ValueError, KeyError, urllib.error.URLError):
        pass
    return None


def show(link: str, open_browser: bool) -> None:
    if open_browser:
        webbrowser.open(link)
