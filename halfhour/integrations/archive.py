"""Look into a ZIP without trusting it: nothing is unpacked to disk, and sizes are checked before reading.

A bomb says so in its own directory: many members, huge sizes, members that share the same bytes, or more bytes out
than any honest file of that size holds. What the directory says is checked first; reading then stops at what was said.
"""

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from datetime import date

from halfhour.integrations.refused import Refused

MAX_ARCHIVE_BYTES = 110 * 1024 * 1024
MAX_MEMBERS = 2_000
MAX_TOTAL_BYTES = 400 * 1024 * 1024
MAX_RATIO = 120
SMALL_BYTES = 2 * 1024 * 1024  # below this a high ratio does no harm

_END_RECORD = b"PK\x05\x06"
_ARCHIVE_ENDINGS = (".zip", ".gz", ".7z", ".rar", ".tar", ".bz2", ".xz", ".jar")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    KeyError,
    IndexError,
    NotImplementedError,
    RuntimeError,
    UnicodeDecodeError,
    OverflowError,
)


@dataclass
class Archive:
    """A ZIP whose directory passed every check. names: members in order, folders left out."""

    file: str
    names: list[str]
    inner_archives: list[str]
    _zip: zipfile.ZipFile = field(repr=False)

    def read(self, name: str, *, at_most: int) -> bytes:
        """The bytes of one member. Refused when it is longer than at_most, damaged or locked."""
        info = self._zip.getinfo(name)
        if info.file_size > at_most:
            raise Refused(
                f"“{_short(name)}” inside it holds {info.file_size // 2**20} MB unpacked; the limit is {at_most // 2**20} MB",
                file=self.file,
            )
        try:
            with self._zip.open(info) as member:
                data = member.read(at_most + 1)
        except _BROKEN as error:
            raise Refused(f"“{_short(name)}” inside it is damaged or cut short", file=self.file) from error
        if len(data) > at_most:
            raise Refused(f"“{_short(name)}” inside it is longer than it says", file=self.file)
        return data

    def head(self, name: str, size: int) -> bytes:
        """The first bytes of a member, however long it is. Refused when it is damaged or locked."""
        try:
            with self._zip.open(self._zip.getinfo(name)) as member:
                return member.read(size)
        except _BROKEN as error:
            raise Refused(f"“{_short(name)}” inside it is damaged or cut short", file=self.file) from error

    def written_on(self, name: str) -> date | None:
        """The day the member says it was written, None when it gives none."""
        try:
            day = date(*self._zip.getinfo(name).date_time[:3])
        except (ValueError, TypeError):
            return None
        return day if day.year > 1980 else None


def check_size(size: int, *, file: str) -> None:
    """Refused before reading when it is larger than any export. size: in bytes."""
    if size > MAX_ARCHIVE_BYTES:
        raise Refused(
            f"it is {size // 2**20} MB; the limit for a ZIP is {MAX_ARCHIVE_BYTES // 2**20} MB", file=file
        )


def open_archive(data: bytes, *, file: str) -> Archive:
    """Check a ZIP's directory and open it. Refused for anything that could harm or that is no whole ZIP."""
    check_size(len(data), file=file)
    _check_member_count(data, file)
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
        members = opened.infolist()
    except _BROKEN as error:
        raise Refused("this ZIP is damaged or was cut short; please download it again", file=file) from error
    if len(members) > MAX_MEMBERS:
        raise Refused(_too_many(len(members)), file=file)
    names: list[str] = []
    inner: list[str] = []
    seen: set[str] = set()
    for member in members:
        _check_member(member, file)
        if member.is_dir():
            continue
        plain = member.filename.casefold()
        if plain in seen:
            raise Refused(f"this ZIP holds “{_short(member.filename)}” twice", file=file)
        seen.add(plain)
        names.append(member.filename)
        if plain.endswith(_ARCHIVE_ENDINGS):
            inner.append(member.filename)
    _check_sizes(members, len(data), file)
    return Archive(file=file, names=names, inner_archives=inner, _zip=opened)


def _check_member_count(data: bytes, file: str) -> None:
    """Read the number of members from the end record, so that a long directory is never parsed."""
    at = data.rfind(_END_RECORD, max(0, len(data) - 65_557))
    if at < 0 or at + 22 > len(data):
        raise Refused("this ZIP is damaged or was cut short; please download it again", file=file)
    count, directory_bytes = struct.unpack_from("<HI", data, at + 10)
    if count > MAX_MEMBERS or directory_bytes > MAX_MEMBERS * 1_000:
        raise Refused(_too_many(count), file=file)


def _check_member(member: zipfile.ZipInfo, file: str) -> None:
    name = member.orig_filename.replace("\\", "/")
    parts = name.split("/")
    if name.startswith("/") or ".." in parts or (len(name) > 1 and name[1] == ":") or "\x00" in name:
        raise Refused(f"this ZIP holds a path that leads outside its folder (“{_short(name)}”)", file=file)
    if (member.external_attr >> 16) & 0o170000 == 0o120000:
        raise Refused(f"this ZIP holds a link to another place (“{_short(name)}”)", file=file)
    if member.flag_bits & 0x1:
        raise Refused("this ZIP is locked with a password; please unpack it first", file=file)


def _check_sizes(members: list[zipfile.ZipInfo], archive_bytes: int, file: str) -> None:
    total = sum(m.file_size for m in members)
    if total > MAX_TOTAL_BYTES:
        raise Refused(
            f"this ZIP would unpack to {total // 2**20} MB; the limit is {MAX_TOTAL_BYTES // 2**20} MB",
            file=file,
        )
    if sum(m.compress_size for m in members) > archive_bytes:
        raise Refused("this ZIP claims more packed bytes than it has", file=file)
    for member in members:
        if member.file_size > SMALL_BYTES and member.file_size > MAX_RATIO * max(1, member.compress_size):
            raise Refused(
                f"“{_short(member.filename)}” inside this ZIP would grow {member.file_size // max(1, member.compress_size)} "
                f"times when unpacked; the limit is {MAX_RATIO} times",
                file=file,
            )


def _too_many(count: int) -> str:
    many = f"{count:,}" if count < 65_535 else "65,535 or more"
    return f"this ZIP holds {many} files; the limit is {MAX_MEMBERS:,}"


def _short(name: str) -> str:
    clean = "".join(c for c in name if c.isprintable())
    return clean if len(clean) <= 60 else f"{clean[:40]}…{clean[-15:]}"
