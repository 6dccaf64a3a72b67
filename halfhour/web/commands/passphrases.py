"""A passphrase: from a file, or asked for on the terminal without showing it."""

from pathlib import Path

import click

from halfhour.refused import Refused

SHORTEST = 8


def asked(file: Path | None, *, new: bool) -> str:
    """The passphrase; asked for twice when it is a new one."""
    if file is not None:
        lines = file.read_text(encoding="utf-8").splitlines()
        words = lines[0] if lines else ""
    else:
        words = click.prompt("Passphrase", hide_input=True, confirmation_prompt=new, err=True)
    if new and len(words) < SHORTEST:
        raise Refused(f"A passphrase has at least {SHORTEST} characters; a few words are best.")
    return words


def option(help_text: str):  # type: ignore[no-untyped-def]  # a click decorator
    return click.option(
        "--passphrase-file",
        "passphrase_file",
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        help=help_text,
    )
