"""The `halfhour` command. Help and version answer before anything else is imported; commands live in `commands/`."""

import sys

import halfhour

# name: one line for --help; the module of the same name (import_ for import) is in halfhour.web.commands
COMMANDS = {
    "start": "Start Halfhour and open it in the browser.",
    "link": "Print the start link, for a browser that lost it.",
    "today": "What is due, most urgent first.",
    "import": "Read people from a LinkedIn export, a vCard file or a table.",
    "undo": "Take a whole import back.",
    "people": "Whom to ask first, and why.",
    "state": "Where things stand with one person, and what is next.",
    "code": "Job titles to occupations.",
    "check": "Check a letter, an introduction, a thank-you or a question.",
    "plan": "The question plan for a talk.",
    "report": "The comparison and the decision, to keep or to hand on.",
    "export": "Everything, in open formats.",
    "backup": "A copy of everything in one file.",
    "restore": "Put a backup or an export back, or check that it could be.",
    "rollback": "After an upgrade: back to the copy made before it.",
    "occupations": "The occupation data: what is here, and the official release.",
    "demo": "A made-up story half-way through, in a data folder of its own.",
    "doctor": "Find out what is wrong and how to mend it.",
}

LOGGED = {"start", "demo"}

HELP = """\
Usage: halfhour COMMAND [OPTIONS] [FILES]

  Half-hour conversations with people who do the work you wonder about,
  and a decision you can defend.

Examples:
  halfhour start
  halfhour import Basic_LinkedInDataExport.zip
  halfhour people --for "sound designer"

Commands (each has an example: halfhour COMMAND --help):
"""


def help_text() -> str:
    width = max(map(len, COMMANDS))
    return HELP + "".join(f"  {name:<{width}}  {line}\n" for name, line in COMMANDS.items())


def main(arguments: list[str] | None = None) -> None:
    """Run one command. Exit codes: 0 done, 1 the answer is no, 2 wrong use or bad input."""
    words = sys.argv[1:] if arguments is None else arguments
    if words in ([], ["-h"], ["--help"]):
        sys.stdout.write(help_text())
        sys.exit(0)
    if words == ["--version"]:
        sys.stdout.write(f"halfhour {halfhour.__version__}\n")
        sys.exit(0)
    from halfhour.web.commands import run

    if words[0] not in LOGGED:
        import logging

        logging.disable(logging.INFO)  # a command says itself what it did
    sys.exit(run(words))
