"""Reaching Halfhour from a phone on the same network: only when asked for, at one address, with the start link."""

import ipaddress
import os
import socket

LAN = "HALFHOUR_LAN"  # the address served beside loopback; the settings read it, so it has to stand before Django is set up
NOWHERE = ("192.0.2.1", 9)  # RFC 5737: an address nobody has; choosing the way there sends nothing
_link = ""


def own_address() -> str | None:
    """This computer's address on its network; None without one, or when it is not a private one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        try:
            way.connect(NOWHERE)
            found = ipaddress.ip_address(way.getsockname()[0])
        except OSError:
            return None
    return str(found) if found.is_private and not found.is_loopback else None


def served_at() -> str:
    """The address this process answers to beside loopback; empty when it was not asked to."""
    return os.environ.get(LAN, "")


def tell_link(link: str) -> None:
    """The start link for the phone, known once the port is."""
    global _link
    _link = link


def link() -> str:
    return _link


def code_for_terminal(text: str) -> str:
    """The link as a code of block characters, dark on light whatever the terminal's colours."""
    import io

    import segno

    out = io.StringIO()
    segno.make(text, error="m").terminal(out, border=2, compact=True)
    return out.getvalue()


def code_as_picture(text: str) -> str:
    """The link as a data: address of a picture, black on white in both schemes."""
    import segno

    return segno.make(text, error="m").svg_data_uri(scale=6, border=3, dark="#000", light="#fff")
