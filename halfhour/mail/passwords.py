"""Mail passwords at rest: encrypted with a key that lies in a file of its own, which only its owner can read.

A copy of the database alone does not give a password away.
"""

import os
from pathlib import Path

from django.conf import settings

from halfhour.refused import Refused

KEY_FILE = "mail-key"


def _key() -> bytes:
    from cryptography.fernet import Fernet

    file = Path(settings.DATA_DIR) / KEY_FILE
    try:
        return file.read_bytes().strip()
    except FileNotFoundError:
        key = Fernet.generate_key()
        try:
            handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:  # another process was faster
            return file.read_bytes().strip()
        with os.fdopen(handle, "wb") as out:
            out.write(key)
        return key


def locked(password: str) -> str:
    from cryptography.fernet import Fernet

    return Fernet(_key()).encrypt(password.encode()).decode("ascii")


def unlocked(token: str) -> str:
    """Refused when the key is not the one it was locked with, as after a restore on another computer."""
    from cryptography.fernet import Fernet, InvalidToken

    try:
        return Fernet(_key()).decrypt(token.encode()).decode()
    except (InvalidToken, ValueError) as fault:
        raise Refused(
            "The mail password cannot be read any more. Put it in again on the mailbox page."
        ) from fault
