"""A real CalDAV server on a free port of this machine, with one person and one calendar."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

from halfhour.integrations.guarded import Asking, ask


class Quiet(WSGIRequestHandler):
    def log_message(self, *_told: Any) -> None:
        return


@contextmanager
def radicale(folder: Path, *, user: str = "maya", password: str = "words") -> Iterator[str]:
    from radicale import Application, config

    users = folder / "users"
    users.write_text(f"{user}:{password}\n")
    settings = config.load()
    settings.update(
        {
            "auth": {
                "type": "htpasswd",
                "htpasswd_filename": str(users),
                "htpasswd_encryption": "plain",
                "delay": "0",
            },
            "storage": {"filesystem_folder": str(folder / "collections")},
            "rights": {"type": "owner_only"},
        },
        "test",
        privileged=True,
    )
    server = make_server("127.0.0.1", 0, Application(settings), handler_class=Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    url = f"http://127.0.0.1:{server.server_address[1]}/"
    make = (
        b'<?xml version="1.0"?><c:mkcalendar xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop>'
        b"<d:displayname>Mine</d:displayname></d:prop></d:set></c:mkcalendar>"
    )
    how = Asking(private_ok=True, user=user, password=password)
    assert ask("MKCALENDAR", f"{url}{user}/mine/", how, body=make).status == 201
    try:
        yield url
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
