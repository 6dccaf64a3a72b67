"""A file that opens only with its passphrase: scrypt makes the key, AES-GCM seals one block after another.

Each block carries its number and whether it is the last (the STREAM construction of Hoang, Reyhanitabar, Rogaway and
Vizar, 2015), so blocks cannot be swapped, left out or cut off unnoticed. One line of JSON before them says how the key
is made.
"""

import base64
import json
import secrets
from pathlib import Path
from typing import Any, BinaryIO

from django.utils.translation import gettext as _

from halfhour.refused import Refused

MAGIC = b"halfhour sealed 1\n"
BLOCK = 2**20
TAG = 16
COST = {"n": 2**16, "r": 8, "p": 1}  # 64 MiB and about a fifth of a second for each guess
HIGHEST_COST = 2**22  # n times r; a file that asks for more is not ours


def is_sealed(file: Path) -> bool:
    with file.open("rb") as stream:
        return stream.read(len(MAGIC)) == MAGIC


def seal(source: Path, target: Path, passphrase: str) -> None:
    """Write the sealed form of a file."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt = secrets.token_bytes(16)
    header = json.dumps({"kdf": "scrypt", **COST, "salt": base64.b64encode(salt).decode()}).encode() + b"\n"
    cipher = AESGCM(_key(passphrase, salt, COST))
    with source.open("rb") as plain, target.open("wb") as out:
        out.write(MAGIC + header)
        number, block = 0, plain.read(BLOCK)
        while True:
            following = plain.read(BLOCK)
            out.write(cipher.encrypt(_nonce(number, last=not following), block, header))
            if not following:
                return
            number, block = number + 1, following


def unseal(source: Path, target: Path, passphrase: str) -> None:
    """Write the plain form of a sealed file. Refused when the passphrase is wrong or the file is not whole."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    with source.open("rb") as sealed, target.open("wb") as out:
        header = _header(sealed, source)
        told = json.loads(header)
        cipher = AESGCM(_key(passphrase, base64.b64decode(told["salt"]), told))
        number, block = 0, sealed.read(BLOCK + TAG)
        while True:
            following = sealed.read(BLOCK + TAG)
            try:
                out.write(cipher.decrypt(_nonce(number, last=not following), block, header))
            except InvalidTag as wrong:
                if number:
                    raise Refused(_("%(file)s is damaged or was cut off.") % {"file": source}) from wrong
                raise Refused(
                    _("%(file)s does not open with this passphrase, or it is damaged.") % {"file": source}
                ) from wrong
            if not following:
                return
            number, block = number + 1, following


def _header(sealed: BinaryIO, source: Path) -> bytes:
    refused = Refused(_("%(file)s is not sealed by Halfhour.") % {"file": source})
    if sealed.read(len(MAGIC)) != MAGIC:
        raise refused
    header = sealed.readline(1000)
    try:
        told = json.loads(header)
        wanted = told["n"] * told["r"] * told["p"]
        base64.b64decode(told["salt"], validate=True)
    except (ValueError, KeyError, TypeError) as wrong:
        raise refused from wrong
    if not isinstance(wanted, int) or not 0 < wanted <= HIGHEST_COST or told.get("kdf") != "scrypt":
        raise refused
    return header


def _key(passphrase: str, salt: bytes, cost: dict[str, Any]) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    return Scrypt(salt=salt, length=32, n=cost["n"], r=cost["r"], p=cost["p"]).derive(passphrase.encode())


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])
