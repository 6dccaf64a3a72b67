"""Bytes of unknown honesty to text: what a message says its characters are, and what they are.

A label that fails is not believed: UTF-8 is tried, then what the rest of the message is written in. Bytes
that stay unknown become U+FFFD; a guess would store wrong letters for good. Nothing here raises.
"""

import codecs
import re
from functools import lru_cache

_ALIASES = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "iso8859-1": "cp1252",
    "ansi": "cp1252",
    "windows-1252": "cp1252",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-8-e": "iso-8859-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "ks-c-5601-1987": "cp949",
    "ksc5601": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "sjis": "cp932",
    "windows-31j": "cp932",
    "iso-2022-jp": "iso2022_jp_ext",
    "iso-2022-jp-ms": "iso2022_jp_ext",
    "cp50220": "iso2022_jp_ext",
    "big5": "cp950",
    "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman",
    "unicode-1-1-utf-7": "utf-7",
    "utf8mb4": "utf-8",
    "utf8": "utf-8",
    "unicode": "utf-8",
    "windows-874": "cp874",
    "tis-620": "cp874",
}  # fmt: skip
_UNLABELLED = (
    "us-ascii",
    "ascii",
    "unknown-8bit",
    "x-unknown",
    "unknown",
    "default",
    "7bit",
    "8bit",
    "none",
    "",
)
_WESTERN = ("cp1252", "iso8859-1", "iso8859-15")


def text_of(data: bytes, charset: str = "", *, otherwise: str = "") -> str:
    """Decode bytes by their label, or as UTF-8, or as `otherwise` when the label is missing or wrong."""
    name = charset.strip().strip("'\"").lower()
    if data.startswith(b"\xef\xbb\xbf"):
        data, name = data[3:], "utf-8"
    codec = _codec(name)
    if codec.startswith(_WESTERN) and _is_utf8_after_all(data):
        codec = "utf-8"
    for wanted in (codec, "utf-8") if codec else ("utf-8",):
        try:
            return data.decode(wanted)
        except (UnicodeDecodeError, ValueError):
            continue
    if codec and codec not in ("utf-8", "ascii"):
        return data.decode(codec, "replace")
    return data.decode(_codec(otherwise.strip().lower()) or "utf-8", "replace")


def _is_utf8_after_all(data: bytes) -> bool:
    """Letters that make whole UTF-8 sequences are UTF-8, also under a Western label: "Ã¼" is never meant."""
    if data.isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


@lru_cache(maxsize=256)
def _codec(name: str) -> str:
    """Return Python's name of a text encoding, empty when there is none or the label says nothing."""
    if name in _UNLABELLED or len(name) > 40:
        return ""
    for guess in (
        _ALIASES.get(name, name),
        re.sub(r"^(?:x-|cs)", "", name),
        name.replace("cp-", "cp").replace("_", "-"),
    ):
        try:
            info = codecs.lookup(_ALIASES.get(guess, guess))
        except (LookupError, ValueError):
            continue
        # base64, zip and rot13 are codecs too; their decoded form is not text or not from bytes.
        if getattr(info, "_is_text_encoding", True) and info.name not in (
            "idna",
            "punycode",
            "unicode-escape",
            "raw-unicode-escape",
            "undefined",
        ):
            return "cp1252" if info.name == "iso8859-1" else info.name
    return ""
