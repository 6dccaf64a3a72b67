"""Open an O*NET download, a zip or a folder, without trusting it.

A zip is judged by its directory before anything is unpacked, nothing is ever written to disk, and the
bytes that come out are counted, because the sizes a zip states may be wrong.
"""

from __future__ import annotations

import gzip
import io
import stat
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, cast

from halfhour.integrations.onet.values import Refused

KINDS = (".txt", ".csv", ".csv.gz", ".txt.gz", ".xlsx")
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest official zip known holds about 45 files and 130 MB; these leave room to grow."""

    members: int = 2_000
    member_bytes: int = 150_000_000
    total_bytes: int = 600_000_000
    ratio: int = 250


@dataclass(frozen=True)
class Member:
    name: str  # file name without folders
    folder: str  # the folder it lies in, may be empty
    read: Callable[[], bytes]

    @property
    def kind(self) -> str:
        lowered = self.name.lower()
        return next((kind for kind in sorted(KINDS, key=len, reverse=True) if lowered.endswith(kind)), "")

    @property
    def stem(self) -> str:
        return self.name[: len(self.name) - len(self.kind)] if self.kind else self.name


def open_members(source: Path, limits: Limits) -> list[Member]:
    """List the readable files of a zip or folder; raise Refused when it cannot be used."""
    if source.is_dir():
        return _folder_members(source, limits)
    if not source.is_file():
        raise Refused(f"There is no file or folder at {source}.")
    try:
        with zipfile.ZipFile(source) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError, EOFError) as error:
        raise Refused(f"{source.name} is not a zip file that can be opened, or it is cut short.") from error
    _judge(infos, limits, source.name)
    return [
        Member(path.name, path.parent.as_posix().strip("."), _zip_reader(source, info, limits))
        for info in infos
        if not info.is_dir() and (path := PurePosixPath(info.filename)) and not _is_clutter(path)
    ]


def _is_clutter(path: PurePosixPath) -> bool:
    return "__MACOSX" in path.parts or path.name.startswith((".", "~$"))


def _judge(infos: list[zipfile.ZipInfo], limits: Limits, name: str) -> None:
    if len(infos) > limits.members:
        raise Refused(f"{name} holds {len(infos):,} files; an O*NET release has fewer than 100.")
    total = 0
    for info in infos:
        path = info.filename
        windows = "\\" in path or (len(path) > 1 and path[1] == ":")
        if path.startswith("/") or windows or ".." in PurePosixPath(path).parts or "\x00" in path:
            raise Refused(f"{name} holds a file with a path that leads outside it, so it was not opened.")
        if stat.S_ISLNK(info.external_attr >> 16):
            raise Refused(f"{name} holds a link instead of a file, so it was not opened.")
        if info.flag_bits & 0x1:
            raise Refused(f"{name} is protected with a password.")
        total += info.file_size
        if info.file_size > limits.member_bytes or total > limits.total_bytes:
            raise Refused(f"{name} would unpack to more than any O*NET release holds, so it was not opened.")
        if info.file_size > 1_000_000 and info.file_size > limits.ratio * max(1, info.compress_size):
            raise Refused(f"{name} is packed more tightly than real data can be, so it was not opened.")


def _zip_reader(source: Path, info: zipfile.ZipInfo, limits: Limits) -> Callable[[], bytes]:
    def read() -> bytes:
        try:
            with zipfile.ZipFile(source) as archive, archive.open(info) as stream:
                return _read_limited(stream, limits, info.filename)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as error:
            raise Refused(f"{info.filename} inside {source.name} is damaged.") from error

    return read


def _folder_members(folder: Path, limits: Limits) -> list[Member]:
    found: list[Member] = []
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if len(relative.parts) > 3 or path.is_symlink() or not path.is_file():
            continue
        if _is_clutter(PurePosixPath(relative.as_posix())):
            continue
        found.append(Member(path.name, path.parent.name, _file_reader(path, limits)))
        if len(found) > limits.members:
            raise Refused(f"{folder} holds more than {limits.members:,} files; give the O*NET folder itself.")
    return found


def _file_reader(path: Path, limits: Limits) -> Callable[[], bytes]:
    def read() -> bytes:
        try:
            with path.open("rb") as stream:
                return _read_limited(stream, limits, path.name)
        except OSError as error:
            raise Refused(f"{path.name} could not be read.") from error

    return read


def gunzip(data: bytes, limits: Limits, name: str) -> bytes:
    """Unpack gzip bytes up to the limit; raise Refused beyond it or when damaged."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            return _read_limited(cast(IO[bytes], stream), limits, name)
    except (OSError, EOFError, zlib.error) as error:
        raise Refused(f"{name} is damaged: it does not unpack.") from error


def judge_workbook(data: bytes, limits: Limits, name: str) -> None:
    """Hold a spreadsheet, which is a zip itself, against the same limits before it is parsed."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _judge(archive.infolist(), limits, name)
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError, EOFError) as error:
        raise Refused(f"{name} is not a spreadsheet that can be opened.") from error


def _read_limited(stream: IO[bytes], limits: Limits, name: str) -> bytes:
    parts: list[bytes] = []
    total = 0
    while chunk := stream.read(_CHUNK):
        total += len(chunk)
        if total > limits.member_bytes:
            raise Refused(f"{name} is larger than any file of an O*NET release.")
        parts.append(chunk)
    return b"".join(parts)
