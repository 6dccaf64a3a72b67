"""Fetch an official O*NET release from its publisher; only ever done when the user asks for it."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import IO

from halfhour.refused import Refused

LATEST = "31.0"
ADDRESS = "https://www.onetcenter.org/dl_files/database/db_{major}_{minor}_text.zip"
MOST_BYTES = 200_000_000
PIECE = 1 << 16
WAIT_SECONDS = 30

Progress = Callable[[int, int], None]
Opener = Callable[[str], IO[bytes]]


def address_of(release: str) -> str:
    """The address of a release's zip; Refused when the number is no release number."""
    found = re.fullmatch(r"(\d{2})\.(\d)", release)
    if not found:
        raise Refused(f"“{release}” is no O*NET release; they are numbered like {LATEST}.")
    return ADDRESS.format(major=found.group(1), minor=found.group(2))


def download(
    release: str, folder: Path, *, progress: Progress | None = None, opener: Opener | None = None
) -> Path:
    """Fetch a release into a folder and return the file; a download that breaks off leaves nothing and is Refused.

    progress: called with (bytes so far, bytes in all, 0 when that is not told).
    """
    address = address_of(release)
    target = folder / address.rsplit("/", 1)[1]
    part = target.with_suffix(".part")
    try:
        with (opener or _open)(address) as stream, part.open("wb") as out:
            in_all = int(getattr(stream, "headers", {}).get("Content-Length") or 0)
            done = 0
            while piece := stream.read(PIECE):
                done += len(piece)
                if done > MOST_BYTES:
                    raise Refused("The file is larger than any O*NET release. Nothing was changed.")
                out.write(piece)
                if progress:
                    progress(done, in_all)
        if not done or (in_all and done != in_all):
            raise Refused("The download broke off. Nothing was changed; try again later.")
        part.rename(target)
    except (OSError, ValueError) as why:
        raise Refused(
            f"O*NET {release} could not be fetched. Nothing was changed. You can download it yourself and give it with --from. ({_short(why)})"
        ) from why
    finally:
        part.unlink(missing_ok=True)
    return target


def _open(address: str) -> IO[bytes]:
    asked = urllib.request.Request(address, headers={"User-Agent": "Halfhour"})  # noqa: S310 -- https, ours
    found: IO[bytes] = urllib.request.urlopen(asked, timeout=WAIT_SECONDS)  # noqa: S310 -- https, ours
    return found


def _short(why: Exception) -> str:
    if isinstance(why, urllib.error.HTTPError):
        return f"the site answered {why.code}"
    if isinstance(why, urllib.error.URLError):
        return f"no connection: {why.reason}"
    return str(why) or type(why).__name__
