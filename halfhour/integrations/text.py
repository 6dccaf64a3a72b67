"""Turn the bytes of a file into the text its writer meant, or say plainly what the file is instead.

Order: what the first bytes give away (a picture, a program), byte order marks, UTF-16 without a mark, UTF-7, UTF-8,
then the old code pages. Among code pages the caller's `recognise` decides (how many headings it knows when the text is
read that way), then how natural the letters look next to each other. Nothing is replaced by question marks in silence:
lines of another code page than the rest are read as such and the notes say how many.
"""

import codecs
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from halfhour.integrations.refused import Refused

Recognise = Callable[[str], int]

_SIGNATURES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"BM", "a bitmap picture"),
    (b"%PDF", "a PDF"),
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a Linux program"),
    (b"\xcf\xfa\xed\xfe", "a Mac program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.xls, .doc or .msg); please save it as .xlsx or .csv"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "a database"),
    (b"\x1f\x8b", "a gzip archive; please unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive; please unpack it first"),
    (b"Rar!", "a RAR archive; please unpack it first"),
    (b"BZh", "a bzip2 archive; please unpack it first"),
    (b"\xfd7zXZ", "an xz archive; please unpack it first"),
    (b"!BDN", "an Outlook data file (.pst); please export the contacts as CSV"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
    (b"fLaC", "a sound file"),
    (b"\x00\x00\x01\x00", "an icon"),
)
_BINARY_ONLY = (b"BM", b"MZ", b"BZh", b"ID3")  # letters that a text may begin with, too
_MARKUP = (
    (re.compile(rb"\s*(<!doctype\s+html|<!--|<html|<head|<body|<script)", re.I), "a web page (HTML)"),
    (re.compile(rb"\s*<\?xml|\s*<[a-z]+[\s>]", re.I), "an XML file"),
)
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_CODE_PAGES = (
    "cp1252", "cp1250", "cp1251", "cp1254", "cp1253", "cp1257", "cp1258", "cp874", "cp1255", "cp1256", "mac_roman", "cp437",
    "big5", "cp932", "gb18030", "cp949", "euc_jp", "iso2022_jp",
)  # fmt: skip
_NAMES = {
    "cp1252": "Windows-1252 (Western)", "cp1250": "Windows-1250 (Central European)", "cp1251": "Windows-1251 (Cyrillic)",
    "cp1253": "Windows-1253 (Greek)", "cp1254": "Windows-1254 (Turkish)", "cp1255": "Windows-1255 (Hebrew)",
    "cp1256": "Windows-1256 (Arabic)", "cp1257": "Windows-1257 (Baltic)", "cp1258": "Windows-1258 (Vietnamese)", "cp874": "Windows-874 (Thai)", "mac_roman": "Mac Roman", "cp437": "DOS 437",
    "big5": "Big5 (Chinese)", "gb18030": "GB 18030 (Chinese)", "cp932": "Shift-JIS (Japanese)",
    "euc_jp": "EUC-JP (Japanese)", "iso2022_jp": "ISO-2022-JP (Japanese)", "cp949": "Korean (949)", "utf-7": "UTF-7",
    "utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "utf-32": "UTF-32",
}  # fmt: skip
_SAMPLE_BYTES = 256 * 1024
_UTF7_PIECE = re.compile(r"\+([A-Za-z0-9+/]{3,})-")


@dataclass(frozen=True)
class Text:
    """Readable bytes. encoding: a Python codec; line_encodings: 1-based lines that need another one."""

    data: bytes = field(repr=False)
    encoding: str
    notes: tuple[str, ...] = ()
    other_lines: frozenset[int] = frozenset()
    other_encoding: str = ""

    def lines(self) -> Iterator[str]:
        """Physical lines with their ends, decoded one at a time, so a large file needs little memory."""
        if not self.other_lines:
            yield from io.TextIOWrapper(
                io.BytesIO(self.data), encoding=self.encoding, errors="replace", newline=""
            )
            return
        for number, raw in enumerate(self.data.splitlines(keepends=True), 1):
            yield raw.decode(self.other_encoding if number in self.other_lines else self.encoding, "replace")

    def whole(self) -> str:
        return "".join(self.lines())


def decode(data: bytes, *, file: str = "", recognise: Recognise | None = None) -> Text:
    """Find out how the bytes are to be read. Refused when empty or when they are no text at all.

    recognise: given the first part as text, how much of it is known (such as column headings); used to choose
    between old code pages only.
    """
    refuse_if_not_text(data, file=file)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data, encoding, file)
    wide = _wide_without_mark(data)
    if wide:
        return _checked(data, wide, file)
    at = data.find(b"\x00")
    if at >= 0:
        raise Refused(
            "it holds bytes that no text holds (zeros), so it is damaged or no text",
            file=file,
            line=data.count(b"\n", 0, at) + 1,
        )
    if data.isascii():
        if b"\x1b$" in data and _decodes(data, "iso2022_jp"):
            return _noted(data, "iso2022_jp")
        return _noted(data, "utf-7") if _is_utf7(data) else Text(data, "utf-8")
    if _decodes(data, "utf-8"):
        return _written_twice(data) or Text(data, "utf-8")
    return _legacy(data, file, recognise)


def _written_twice(data: bytes) -> Text | None:
    """UTF-8 that a program took for Windows-1252 and wrote as UTF-8 once more ("JÃ¼rgen"); None unless all of it is so."""
    if (
        b"\xc3\x83\xc2" not in data
        and b"\xc3\x83\xc5" not in data
        and b"\xc3\x84\xc2" not in data
        and b"\xc3\x85\xc2" not in data
    ):
        return None
    try:
        once = data.decode("utf-8").removeprefix("\ufeff").encode("cp1252")
        once.decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None
    return Text(once, "utf-8", ("Its letters were written twice over (“JÃ¼rgen”); they are put right.",))


def refuse_if_not_text(data: bytes, *, file: str) -> None:
    """Refused for an empty file and for files whose first bytes tell that they are something else."""
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise Refused("the file is empty", file=file)
    head = data[:4096]
    for signature, what in _SIGNATURES:
        if head.startswith(signature) and (signature not in _BINARY_ONLY or b"\x00" in head):
            raise (
                Refused(f"this is {what}, not a text file", file=file)
                if ";" not in what
                else Refused(f"this is {what}", file=file)
            )
    if head[4:8] == b"ftyp" or head[:4] == b"RIFF":
        raise Refused("this is a film, picture or sound file, not a text file", file=file)
    plain = head.removeprefix(b"\xef\xbb\xbf")
    for pattern, what in _MARKUP:
        if pattern.match(plain):
            raise Refused(f"this is {what}, not plain text", file=file)


def _checked(data: bytes, encoding: str, file: str) -> Text:
    if not _decodes(data, encoding):
        if encoding == "utf-8-sig":
            return _legacy(data[3:], file, None)
        raise Refused(
            f"it begins as {_NAMES.get(encoding, encoding)} text but breaks off or is damaged", file=file
        )
    if encoding == "utf-8-sig":
        if b"\x00" in data:
            raise Refused("it holds bytes that no text holds (zeros)", file=file)
        return Text(data[3:], "utf-8")
    text = data.decode(encoding)
    if "\x00" in text:
        raise Refused("it holds bytes that no text holds (zeros)", file=file)
    return Text(
        text.removeprefix("\ufeff").encode(), "utf-8", (f"Read as {_NAMES.get(encoding, encoding)}.",)
    )


def _decodes(data: bytes, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    view = memoryview(data)
    try:
        for at in range(0, len(view), 1 << 20):
            decoder.decode(view[at : at + (1 << 20)])
        decoder.decode(b"", final=True)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _wide_without_mark(data: bytes) -> str:
    """UTF-16 without its mark: zeros stand on every second place of the ASCII in it."""
    head = data[:4096]
    if len(head) < 4 or len(data) % 2:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > half * 0.3 and even <= half * 0.02:
        return "utf-16-le"
    if even > half * 0.3 and odd <= half * 0.02:
        return "utf-16-be"
    return ""


def _is_utf7(data: bytes) -> bool:
    """ASCII in which every +...- piece gives letters beyond ASCII when read as UTF-7; telephone numbers do not."""
    text = data.decode("ascii")
    if text.startswith(("+/v8", "+/v9", "+/v+", "+/v/")):
        return True
    pieces = _UTF7_PIECE.findall(text[:_SAMPLE_BYTES])
    if not pieces:
        return False
    for piece in pieces:
        try:
            letters = f"+{piece}-".encode().decode("utf-7")
        except UnicodeDecodeError:
            return False
        if not letters or any(not c.isalpha() or c.isascii() for c in letters):
            return False
    return _decodes(data, "utf-7")


def _noted(data: bytes, encoding: str) -> Text:
    return Text(
        data.decode(encoding).removeprefix("\ufeff").encode(), "utf-8", (f"Read as {_NAMES[encoding]}.",)
    )


def _legacy(data: bytes, file: str, recognise: Recognise | None) -> Text:
    odd = [c for c in data[:_SAMPLE_BYTES] if c < 32 and c not in b"\t\r\n\x0b\x0c\x1a\x1b"]
    if len(odd) > 2 + len(data[:_SAMPLE_BYTES]) // 200 or not data.strip(b"\xff"):
        raise Refused("this is no text file; please export the list as CSV, XLSX or vCard", file=file)
    mixed = _mixed(data, recognise)
    if mixed:
        return mixed
    encoding = _best_code_page(data, recognise)
    return Text(data, encoding, (f"Read as {_NAMES.get(encoding, encoding)}.",))


def _mixed(data: bytes, recognise: Recognise | None) -> Text | None:
    """Most lines good UTF-8 with real characters in it, some not: each line is read as what it is."""
    good = 0
    bad: list[int] = []
    bad_bytes: list[bytes] = []
    for number, raw in enumerate(data.splitlines(keepends=True), 1):
        if raw.isascii():
            continue
        try:
            raw.decode("utf-8")
            good += 1
        except UnicodeDecodeError:
            bad.append(number)
            bad_bytes.append(raw)
    if not good or good < len(bad) / 4:
        return None
    encoding = _best_code_page(b"".join(bad_bytes), recognise)
    shown = ", ".join(map(str, bad[:5])) + ("…" if len(bad) > 5 else "")
    note = f"The file mixes code pages: line {shown} read as {_NAMES.get(encoding, encoding)}, the rest as UTF-8."
    return Text(data, "utf-8", (note,), frozenset(bad), encoding)


def _best_code_page(data: bytes, recognise: Recognise | None) -> str:
    sample = data[:_SAMPLE_BYTES]
    best, best_score = "cp1252", -1e9
    for rank, encoding in enumerate(_CODE_PAGES):
        try:
            text = codecs.getincrementaldecoder(encoding)().decode(sample)
        except UnicodeDecodeError:
            continue
        score = _natural(text) - rank * 0.002
        if recognise is not None:
            score += 0.5 * recognise(text)
        if score > best_score and _decodes(data, encoding):
            best, best_score = encoding, score
    return best if best_score > -1e9 else "latin-1"


_RUN = re.compile(r"[^\W\d_]+")
_COMMON_SIGNS = frozenset("’‘“”–—…«»€°·¿¡„•©®™´§ №\u3000\u00a0、。（）")


def _natural(text: str) -> float:
    """How much the text looks written by people, about -1 to 1: scripts not mixed in a word, case in its place."""
    points = 0.0
    total = 0
    for c in text:
        if c > "\x7f" and not c.isalpha():
            total += 1
            points += 0.3 if c in _COMMON_SIGNS else -1.0
    for word in _RUN.findall(text):
        foreign = [c for c in word if c > "\x7f"]
        if not foreign:
            continue
        total += len(foreign)
        points += len(foreign) * _word_points(word, foreign)
    return points / total if total else 0.0


def _word_points(word: str, foreign: list[str]) -> float:
    kinds = {_script(c) for c in word}
    if len(kinds) > 1:
        return -1.0
    kind = kinds.pop()
    if kind == "latin":
        inner_upper = any(c.isupper() for c in word[1:]) and not word.isupper()
        runs = max((len(r) for r in re.findall(r"[^\x00-\x7f]+", word)), default=0)
        rare = sum(c not in _USUAL_LATIN for c in foreign) / len(foreign)
        return 0.8 - (1.2 if inner_upper else 0) - (0.8 if runs > 2 else 0.1 if runs == 2 else 0) - 0.9 * rare
    if kind == "wide":
        return 1.6 * sum(map(_usual_wide, foreign)) / len(foreign) - 0.75
    inner_upper = any(c.isupper() for c in word[1:]) and not word.isupper()
    return 0.7 - (1.2 if inner_upper else 0)


_USUAL_LATIN = frozenset(
    "áàâäãåæçéèêëíìîïñóòôöõøœúùûüýÿßšžÁÀÂÄÅÆÇÉÈÊËÍÎÏÑÓÔÖØŒÚÜÝŠŽãõąćęłńóśźżĄĆĘŁŃÓŚŹŻčěďňřťůŘČĎŇŤŮőűŐŰğışİĞŞășțĂȘȚâ"
)


@lru_cache(maxsize=10_000)
def _usual_wide(c: str) -> bool:
    """Kana, and the characters that the national standards put first because they are used most."""
    if "\u3040" <= c <= "\u30ff":
        return True
    for encoding, first, last in (
        ("gb2312", 0xB0, 0xD7),
        ("big5", 0xA4, 0xC6),
        ("euc_jp", 0xB0, 0xCF),
        ("euc_kr", 0xB0, 0xC8),
    ):
        try:
            raw = c.encode(encoding)
        except UnicodeEncodeError:
            continue
        if len(raw) == 2 and first <= raw[0] <= last:
            return True
    return False


def _script(c: str) -> str:
    if c < "\u0250":
        return "latin"
    if "\u0370" <= c <= "\u03ff":
        return "greek"
    if "\u0400" <= c <= "\u04ff":
        return "cyrillic"
    if "\u0590" <= c <= "\u05ff":
        return "hebrew"
    if "\u0600" <= c <= "\u06ff":
        return "arabic"
    return "wide" if c >= "\u2e80" else "other"
