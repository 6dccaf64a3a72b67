"""Finding and running one command, and the one way a command fails."""

import importlib
import os
from typing import Any

import click

from halfhour.web.cli import COMMANDS


class Commands(click.Group):
    """Imports a command only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        file = "import_" if cmd_name == "import" else cmd_name
        command: click.Command = importlib.import_module(f"halfhour.web.commands.{file}").command
        return command


@click.command(
    cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
def halfhour() -> None:
    """Half-hour conversations with people who do the work you wonder about."""


def run(words: list[str]) -> int:
    """Run one command and return its exit code: 0 done, 1 the answer is no, 2 wrong use or bad input."""
    try:
        result: Any = halfhour.main(words, prog_name="halfhour", standalone_mode=False)
    except click.exceptions.Abort:
        return 130
    except click.ClickException as wrong:
        return fail(wrong.format_message())
    except BrokenPipeError:
        return 0
    except Exception as wrong:
        line = plain_line(wrong)
        if line is None:
            raise
        return fail(line)
    return result if isinstance(result, int) else 0


def plain_line(wrong: Exception) -> str | None:
    """One sentence for what a person can mend: a refusal, a file that is not there, a full disk. None for a fault."""
    from halfhour.refused import Refused

    if isinstance(wrong, Refused) or type(wrong).__name__ == "ImproperlyConfigured":
        return str(wrong)
    if isinstance(wrong, OSError):
        return f"{wrong.filename}: {wrong.strerror}" if wrong.filename else str(wrong)
    if type(wrong).__name__ == "OperationalError":
        return database_line(str(wrong))
    return None


def database_line(why: str) -> str:
    """What a database that cannot be used means, in one sentence."""
    if "disk is full" in why:
        return "There is no room on the disk. Nothing was changed."
    if "is locked" in why:
        return "Something else is writing to your data. Nothing was changed; try again in a moment."
    if os.environ.get("DATABASE_URL"):
        return f"The database that DATABASE_URL names does not answer ({why.strip().splitlines()[0]})."
    return f"The database in the data folder cannot be used ({why}). See: halfhour doctor"


def fail(line: str) -> int:
    """Say it in one line on standard error."""
    click.echo(f"halfhour: {' '.join(line.split())}", err=True)
    return 2
